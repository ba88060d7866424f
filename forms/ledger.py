"""Reading and editing the rows of a form. Every edit is one transaction and one journal entry; nothing typed is lost.

What does not parse leaves its column NULL and stays, as typed, in the row's `unparsed`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms import cells, followers, journal, locks, periods, rows, unparsed
from forms.codelists import folded
from forms.errors import EditRefused
from forms.kinds import Coded, Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored

Row = sqlite3.Row
FEW = 100  # rows worked out between two rests: about 8 ms


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What was typed into one cell; nothing typed (None or blank text) clears it."""

    uid: str
    field: str
    typed: object


# -- reading


def row_count(book: Book, form: str) -> int:
    """Count the rows of a form."""
    # Row numbers have no gaps, so the last one is the count; counting would read the whole table.
    return int(book.db.execute(f"SELECT coalesce(max(pos), 0) FROM {book.catalogue.table(form)}").fetchone()[0])


def read_rows(
    book: Book,
    form: str,
    *,
    where: str = "",
    params: Sequence[Stored] = (),
    order: str = "pos",
    limit: int | None = None,
    offset: int = 0,
) -> list[Row]:
    """Read rows with every column; `where` and `order` are SQL of the program, never of a user."""
    query = f"SELECT * FROM {book.catalogue.table(form)}"
    if where:
        query += f" WHERE {where}"
    query += f" ORDER BY {order}"
    if limit is not None:
        query += f" LIMIT {limit} OFFSET {offset}"
    return book.db.execute(query, tuple(params)).fetchall()


def read_row(book: Book, form: str, uid: str) -> Row | None:
    """Read one row by uid."""
    found: Row | None = book.db.execute(f"SELECT * FROM {book.catalogue.table(form)} WHERE uid = ?", (uid,)).fetchone()
    return found


def find_by_key(book: Book, form: str, key_text: str) -> list[Row]:
    """Find rows by the key as people write it, or by uid.

    A key is a contract number, a row's own number, the parts of a composed key with 、 between, or its last part alone.
    """
    edition = book.catalogue.edition(form)
    typed: dict[str, Stored] = dict.fromkeys(edition.key, key_text) if len(edition.key) == 1 else {}
    typed |= {edition.key_own: key_text} if edition.key_own else {}
    whole = rows.key_of(edition, {**typed, "period": key_text})
    composed = rows.SEPARATOR.join(folded(part) for part in key_text.replace("、", ",").split(","))
    # The last part alone names a row only where rows have no number of their own: an amount is nobody's name.
    by_last_part = edition.key and edition.key_own is None
    where = "k IN (?, ?) OR uid = ?" + (f" OR {edition.key[-1]} = ?" if by_last_part else "")
    return read_rows(book, form, where=where, params=(whole, composed, key_text, key_text)[: where.count("?")])


def card_row(book: Book, form: str, period: str) -> Row | None:
    """Read the record of a card form for a period."""
    found: Row | None = book.db.execute(
        f"SELECT * FROM {book.catalogue.table(form)} WHERE period = ?", (period,)
    ).fetchone()
    return found


def shown(edition: Edition, row: Mapping[str, Any] | Row, field: Field) -> str:
    """Give the text of a cell as people read it; whole currencies (yen, won, dong) without decimals."""
    value = row[field.id]
    if value is None:
        kept = unparsed.of(row).get(field.id)
        if kept:
            return kept[0]
    text = field.kind.show(value)
    if isinstance(field.kind, Money) and field.unit == "ccy" and text.endswith(".00"):
        currency = edition.by_id.get(field.ccy_field)
        kind = currency.kind if currency is not None else None
        if isinstance(kind, Coded) and row[field.ccy_field] in kind.codelist.whole:
            return text[:-3]
    return text


# -- editing


def set_cells(
    book: Book,
    form: str,
    edits: Sequence[CellEdit],
    *,
    label: str,
    added: Sequence[Mapping[str, object]] = (),
    source: str = "typed",
    as_of: str | None = None,
    rest: Callable[[], object] | None = None,
) -> int:
    """Set cells, and append the rows `added`, as one step; give the journal number, or 0 where nothing changed.

    Many rows are worked out beforehand with a `rest` after each few, for a window that wants to answer meanwhile; the
    step itself is still one transaction, and a row that changed during a rest is worked out anew.

    Raises:
        EditRefused: a row is locked or missing, a field is computed, unknown or read-only.
    """
    edition = book.catalogue.edition(form)
    by_row: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_row.setdefault(edit.uid, []).append(edit)
    today = as_of or periods.today()
    ready = _worked_out(book, edition, by_row, today, rest) if rest is not None and len(by_row) > FEW else {}
    with book.transaction():
        images = _changed(book, edition, by_row, ready, today)
        images += [(str(row["uid"]), None, row) for row in _fresh(book, edition, added, as_of=today)]
        if not images:
            return 0
        watch = followers.watch(book, form, _both(images), as_of=today)
        rows.put_images(book, form, [(uid, row) for uid, _before, row in images])
        return journal.record(book, form, journal.single(images, watch.refresh()), source=source, label=label)


_Ready = dict[str, tuple[dict[str, "Stored"], dict[str, "Stored"]]]


def _changed(
    book: Book, edition: Edition, by_row: Mapping[str, Sequence[CellEdit]], ready: _Ready, today: str
) -> list[rows.Entry]:
    """Give the images of the rows that are others after their edits; of those worked out before, if they still hold."""
    stored = rows.read_images(book, edition.form, list(by_row))
    images: list[rows.Entry] = []
    for uid, made in by_row.items():
        before = stored.get(uid)
        if before is None:
            raise EditRefused("no-row", "这一行已不存在，请刷新后重试。")
        locks.refuse_locked(book, edition, before)
        known, after = ready.get(uid, (None, {}))
        if known != before:
            after = _edited(book, edition, before, made, today)
        if after != before:
            images.append((uid, before, after))
    return images


def _edited(
    book: Book, edition: Edition, before: Mapping[str, Stored], made: Sequence[CellEdit], today: str
) -> dict[str, Stored]:
    own = book.catalogue.edition(edition.form, locks.period_of(edition, before))
    return cells.edited(book, own, before, [(cell.field, cell.typed) for cell in made], as_of=today)


def _worked_out(
    book: Book, edition: Edition, by_row: Mapping[str, Sequence[CellEdit]], today: str, rest: Callable[[], object]
) -> _Ready:
    """Give rows before and after their edits, resting now and then; nothing is written."""
    ready = {}
    stored = rows.read_images(book, edition.form, list(by_row))
    for number, (uid, before) in enumerate(stored.items(), 1):
        ready[uid] = before, _edited(book, edition, before, by_row[uid], today)
        if number % FEW == 0:
            rest()
    return ready


def add_row(
    book: Book,
    form: str,
    typed: Mapping[str, object],
    *,
    at: int | None = None,
    source: str = "typed",
    as_of: str | None = None,
) -> str:
    """Add a row to a ledger, at a row number or at the end; give its uid."""
    return add_rows(book, form, [typed], at=at, source=source, as_of=as_of)[0]


def add_rows(
    book: Book,
    form: str,
    typed: Sequence[Mapping[str, object]],
    *,
    at: int | None = None,
    source: str = "typed",
    label: str | None = None,
    as_of: str | None = None,
) -> list[str]:
    """Add rows as one step; give their uids.

    Raises:
        EditRefused: a field is unknown or read-only.
    """
    edition = book.catalogue.edition(form)
    with book.transaction():
        fresh = _fresh(book, edition, typed, at=at, as_of=as_of)
        images: list[rows.Entry] = [(str(row["uid"]), None, row) for row in fresh]
        watch = followers.watch(book, form, fresh, as_of=as_of or periods.today())
        rows.put_images(book, form, [(str(row["uid"]), row) for row in fresh])
        kept = journal.single(images, watch.refresh())
        journal.record(book, form, kept, source=source, label=label or f"{edition.short}新增{len(fresh)}行")
        return [str(row["uid"]) for row in fresh]


def _fresh(
    book: Book,
    edition: Edition,
    typed: Sequence[Mapping[str, object]],
    *,
    at: int | None = None,
    as_of: str | None = None,
) -> list[dict[str, Stored]]:
    """Make the rows to add at a row number (without one, at the end); nothing is written."""
    if not typed:
        return []
    end = row_count(book, edition.form) + 1
    return cells.new_rows(book, edition, typed, first=min(at or end, end), as_of=as_of or periods.today())


def ensure_card(book: Book, form: str, period: str, *, as_of: str | None = None) -> str:
    """Give the uid of the card form's record for the period, made if new."""
    found = card_row(book, form, period)
    return found["uid"] if found else add_row(book, form, {"period": period}, source="opened", as_of=as_of)


def set_card(
    book: Book,
    form: str,
    period: str,
    typed: Mapping[str, object],
    *,
    label: str | None = None,
    source: str = "typed",
    as_of: str | None = None,
) -> int:
    """Set fields of a card form's record as one step, as `set_cells` does."""
    with book.transaction():
        uid = ensure_card(book, form, period, as_of=as_of)
        edits = [CellEdit(uid, name, value) for name, value in typed.items()]
        short = book.catalogue.edition(form, period).short
        return set_cells(book, form, edits, label=label or f"修改{short}", source=source, as_of=as_of)


def delete_rows(book: Book, form: str, uids: Sequence[str], *, label: str | None = None) -> int:
    """Take rows out as one step; give the journal number.

    Raises:
        EditRefused: a row has been accepted by the province, or is a contract it has and that was executed.
    """
    edition = book.catalogue.edition(form)
    with book.transaction():
        stored = rows.read_images(book, form, uids)
        if not stored:
            return 0
        for row in stored.values():
            locks.refuse_deletion(book, edition, row)
        images: list[rows.Entry] = [(uid, row, None) for uid, row in stored.items()]
        rows.remove(book, form, list(stored))
        return journal.record(
            book, form, journal.single(images), source="typed", label=label or f"删除{edition.short}{len(stored)}行"
        )


def _both(images: Iterable[rows.Entry]) -> list[dict[str, Stored]]:
    return [image for _uid, before, after in images for image in (before, after) if image is not None]
