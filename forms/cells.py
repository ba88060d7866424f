"""What typing does to a row: values read by their kinds, the unread kept as typed, automatic fields filled.

Nothing here writes; `forms.ledger` does.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from forms import autos, periods, rows, unparsed
from forms.errors import EditRefused
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored


def edited(
    book: Book, edition: Edition, before: Mapping[str, Stored], typed: Iterable[tuple[str, object]], *, as_of: str
) -> dict[str, Stored]:
    """Give a row as it is after the edits, its automatic fields filled; nothing is written."""
    row = dict(before)
    kept = unparsed.of(row)
    touched = json.loads(str(row["touched"] or "{}"))
    changed: set[str] = set()
    for name, text in typed:
        field = _editable(edition, name)
        was = [row[field.id], unparsed.text_of(kept, field.id)]
        value = field.kind.parse(text)
        kept.pop(field.id, None)
        if isinstance(value, Unparsed):
            kept[field.id] = (value.text, value.reason)
            value = None
        row[field.id] = value
        if [value, unparsed.text_of(kept, field.id)] != was:
            changed.add(field.id)
            if row["import_id"] is not None:
                touched.setdefault(field.id, was)
        elif value is None and field.auto is not None:
            changed.add(field.id)
    if changed:
        row["unparsed"] = unparsed.write(kept)
        row["touched"] = _packed(touched)
        autos.fill(book, edition, row, changed, as_of=as_of)
        row["k"] = rows.key_of(edition, row)
        row["settled"] = 0
    return row


def new_row(book: Book, edition: Edition, typed: Mapping[str, object], *, pos: int, as_of: str) -> dict[str, Stored]:
    """Make a row with the typed values at a row number; its uid is still to be minted.

    Raises:
        InputRefused: a card is for a period of another cadence, or from before the firm reports here.
    """
    blank: dict[str, Stored] = dict.fromkeys(rows.columns(book, edition.form))
    blank |= {"pos": pos, "edition": edition.first, "settled": 0}
    cells = [(name, value) for name, value in typed.items() if name != "period"]
    if not edition.is_ledger:
        blank["period"] = _period_of_card(book, edition, str(typed["period"]))
    row = edited(book, edition, blank, cells, as_of=as_of)
    autos.fill(book, edition, row, {name for name, _value in cells}, as_of=as_of)
    row["k"] = rows.key_of(edition, row)
    return row


def new_rows(
    book: Book, edition: Edition, typed: Sequence[Mapping[str, object]], *, first: int, as_of: str
) -> list[dict[str, Stored]]:
    """Make rows with the typed values from the row number `first` on, each with its uid."""
    made: list[dict[str, Stored]] = []
    minted: set[str] = set()
    for pos, one in enumerate(typed, first):
        own = _own_edition(book, edition, one)
        row = new_row(book, own, one, pos=pos, as_of=as_of)
        row["uid"] = mint(book, own, row, minted)
        minted.add(str(row["uid"]))
        made.append(row)
    return made


def _own_edition(book: Book, edition: Edition, typed: Mapping[str, object]) -> Edition:
    """Give the edition of the period a new row is dated in; the newest where no date is typed."""
    if not edition.is_ledger or len(book.catalogue.editions(edition.form)) == 1:
        return book.catalogue.edition(edition.form, str(typed["period"])) if "period" in typed else edition
    date = edition.by_id[str(edition.period_of)].kind.parse(typed.get(str(edition.period_of)))
    return book.catalogue.edition(edition.form, date[:7]) if isinstance(date, str) else edition


def _period_of_card(book: Book, edition: Edition, period: str) -> str:
    periods.refuse_other_cadence(period, edition.cadence, edition.short)
    starts_on = book.firm.starts_on
    if periods.last_day(period) < starts_on:
        since, asked = periods.label(periods.month_of(starts_on)), periods.label(period)
        raise EditRefused("before-start", f"本企业从{since}起在本系统报送，不填{asked}的{edition.short}。")
    return period


def mint(book: Book, edition: Edition, row: Mapping[str, Stored], minted: set[str]) -> str:
    """Give a new row its id: from its key at first sight, at random where it has none yet or the key is taken."""
    key = row["period"] if not edition.is_ledger else row["k"]
    if key is not None:
        uid = rows.uid_of(rows.namespace(book.firm.uscc, edition.form), str(key))
        taken = book.db.execute(f"SELECT 1 FROM {edition.table} WHERE uid = ?", (uid,)).fetchone()
        if uid not in minted and taken is None:
            return uid
    return str(uuid.uuid4())


def _editable(edition: Edition, name: str) -> Field:
    field = edition.by_id.get(name)
    if field is None:
        raise EditRefused("unknown-field", f"{edition.title}没有“{name}”这一项。")
    if not field.editable:
        raise EditRefused("readonly-field", f"“{field.label}”由系统生成，不能填写。")
    return field


def _packed(found: dict[str, Any]) -> str | None:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if found else None
