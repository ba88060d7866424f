"""Reading and editing the rows of a form. Every edit is one transaction and one journal entry; nothing typed is lost.

What does not parse leaves its column NULL and stays, as typed, in the row's `unparsed`.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms import autos, journal, locks, periods, rows
from forms.codelists import folded
from forms.errors import EditRefused
from forms.kinds import Money, Unparsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored

Row = sqlite3.Row


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What was typed into one cell; nothing typed (None or blank text) clears it."""

    uid: str
    field: str
    typed: object


# -- reading


def row_count(book: Book, form: str) -> int:
    """Count the rows of a form."""
    return int(book.db.execute(f"SELECT count(*) FROM {book.catalogue.table(form)}").fetchone()[0])


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
    """Find rows by the key as people write it (a contract number, a row's own number), or by uid."""
    edition = book.catalogue.edition(form)
    own = {edition.key_own: key_text} if edition.key_own else {}
    key = rows.key_of(
        edition, {**own, **({edition.key[0]: key_text} if len(edition.key) == 1 else {}), "period": key_text}
    )
    parts = rows.SEPARATOR.join(folded(part) for part in key_text.replace("、", ",").split(","))
    return read_rows(book, form, where="k IN (?, ?) OR uid = ?", params=(key, parts, key_text))


def card_row(book: Book, form: str, period: str) -> Row | None:
    """Read the record of a card form for a period."""
    found: Row | None = book.db.execute(
        f"SELECT * FROM {book.catalogue.table(form)} WHERE period = ?", (period,)
    ).fetchone()
    return found


def unparsed_of(row: Mapping[str, Any] | Row) -> dict[str, list[str]]:
    """Give what did not parse: field → [text as typed, reason]."""
    return json.loads(row["unparsed"]) if row["unparsed"] else {}


def shown(edition: Edition, row: Mapping[str, Any] | Row, field: Field) -> str:
    """Give the text of a cell as people read it; yen and won without decimals."""
    value = row[field.id]
    if value is None and row["unparsed"]:
        kept = unparsed_of(row).get(field.id)
        if kept:
            return kept[0]
    text = field.kind.show(value)
    if isinstance(field.kind, Money) and field.unit == "ccy" and text.endswith(".00"):
        currency = edition.by_id.get(field.ccy_field)
        if currency is not None and row[currency.id] in ("JPY", "KRW"):
            return text[:-3]
    return text


# -- editing


def set_cells(
    book: Book,
    form: str,
    edits: Sequence[CellEdit],
    *,
    label: str,
    source: str = "typed",
    as_of: str | None = None,
) -> int:
    """Set cells as one step; give the journal number, or 0 where nothing changed.

    Raises:
        EditRefused: a row is locked or missing, a field is computed, unknown or read-only.
    """
    edition = book.catalogue.edition(form)
    by_row: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_row.setdefault(edit.uid, []).append(edit)
    with book.transaction():
        stored = rows.read_images(book, form, list(by_row))
        images: list[tuple[str, rows.Image, rows.Image]] = []
        for uid, cells in by_row.items():
            before = stored.get(uid)
            if before is None:
                raise EditRefused("no-row", "这一行已不存在，请刷新后重试。")
            locks.refuse_locked(book, edition, before)
            after = edited(book, edition, before, cells, as_of=as_of or periods.today())
            if after != before:
                rows.write(book, form, after)
                images.append((uid, before, after))
        if not images:
            return 0
        return journal.record(book, form, journal.single(images), source=source, label=label)


def edited(
    book: Book, edition: Edition, before: Mapping[str, Stored], cells: Iterable[CellEdit], *, as_of: str
) -> dict[str, Stored]:
    """Give a row as it is after the edits, its automatic fields filled; nothing is written."""
    row = dict(before)
    unparsed = json.loads(str(row["unparsed"] or "{}"))
    touched = json.loads(str(row["touched"] or "{}"))
    changed: set[str] = set()
    for cell in cells:
        field = _editable(edition, cell.field)
        was = [row[field.id], unparsed.get(field.id, [None])[0]]
        value = field.kind.parse(cell.typed)
        unparsed.pop(field.id, None)
        if isinstance(value, Unparsed):
            unparsed[field.id] = [value.text, value.reason]
            value = None
        row[field.id] = value
        if [value, unparsed.get(field.id, [None])[0]] != was:
            changed.add(field.id)
            if row["import_id"] is not None:
                touched.setdefault(field.id, was)
        elif value is None and field.auto is not None:
            changed.add(field.id)
    if changed:
        row["unparsed"] = _packed(unparsed)
        row["touched"] = _packed(touched)
        autos.fill(book, edition, row, changed, as_of=as_of)
        row["k"] = rows.key_of(edition, row)
        row["settled"] = 0
    return row


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
        first = min(at or row_count(book, form) + 1, row_count(book, form) + 1)
        fresh: list[dict[str, Stored]] = []
        minted: set[str] = set()
        for number, cells in enumerate(typed):
            row = _new_row(book, edition, cells, pos=first + number, as_of=as_of or periods.today())
            row["uid"] = _mint(book, edition, row, minted)
            minted.add(str(row["uid"]))
            fresh.append(row)
        rows.put_images(book, form, [(str(row["uid"]), row) for row in fresh])
        images: list[tuple[str, rows.Image, rows.Image]] = [(str(row["uid"]), None, row) for row in fresh]
        journal.record(
            book, form, journal.single(images), source=source, label=label or f"{edition.short}新增{len(fresh)}行"
        )
        return [str(row["uid"]) for row in fresh]


def _new_row(book: Book, edition: Edition, typed: Mapping[str, object], *, pos: int, as_of: str) -> dict[str, Stored]:
    blank: dict[str, Stored] = dict.fromkeys(rows.columns(book, edition.form))
    blank |= {"pos": pos, "edition": edition.first, "settled": 0}
    cells = [CellEdit("", name, value) for name, value in typed.items() if name != "period"]
    if not edition.is_ledger:
        blank["period"] = str(typed["period"])
    row = edited(book, edition, blank, cells, as_of=as_of)
    autos.fill(book, edition, row, {cell.field for cell in cells}, as_of=as_of)
    row["k"] = rows.key_of(edition, row)
    return row


def _mint(book: Book, edition: Edition, row: Mapping[str, Stored], minted: set[str]) -> str:
    """Give a new row its id: from its key at first sight, at random where it has none yet or the key is taken."""
    key = row["period"] if not edition.is_ledger else row["k"]
    if key is not None:
        uid = rows.uid_of(rows.namespace(book.firm.uscc, edition.form), str(key))
        if uid not in minted and read_row(book, edition.form, uid) is None:
            return uid
    return str(uuid.uuid4())


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
        EditRefused: a row has been accepted by the province.
    """
    edition = book.catalogue.edition(form)
    with book.transaction():
        stored = rows.read_images(book, form, uids)
        if not stored:
            return 0
        for row in stored.values():
            locks.refuse_locked(book, edition, row)
        images: list[tuple[str, rows.Image, rows.Image]] = [(uid, row, None) for uid, row in stored.items()]
        rows.remove(book, form, list(stored))
        return journal.record(
            book, form, journal.single(images), source="typed", label=label or f"删除{edition.short}{len(stored)}行"
        )


def _editable(edition: Edition, name: str) -> Field:
    field = edition.by_id.get(name)
    if field is None:
        raise EditRefused("unknown-field", f"{edition.title}没有“{name}”这一项。")
    if not field.editable:
        raise EditRefused("readonly-field", f"“{field.label}”由系统生成，不能填写。")
    return field


def _packed(found: dict[str, Any]) -> str | None:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if found else None
