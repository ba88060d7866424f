"""A new edition of a form in mid-year: which periods keep the edition they were begun under, and moving a draft on.

What was begun or filed before the new edition came stays under its own: what was filed for ever, a draft until a person
has seen what moves and what is lost, and moves it. `forms.kept_editions` remembers which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import autos, journal, ledger, periods, rows, series, unparsed
from forms.errors import InputRefused
from forms.kept_editions import kept, write
from forms.kinds import Unparsed
from forms.rows import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored


@dataclass(frozen=True, slots=True)
class CellMove:
    """What becomes of a filled cell: its row number, its value as people read it, the field it goes `into` or none."""

    row: int
    uid: str
    field: str
    label: str
    value: str
    into: str

    @property
    def is_lost(self) -> bool:
        """Tell whether the new edition has no place for it."""
        return not self.into


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft and the edition it could move to: cells that change their place or are lost, fields that come new."""

    form: str
    short: str
    period: str
    before: str
    after: str
    cells: list[CellMove]
    new_fields: list[str]


def drafts(book: Book, as_of: str) -> list[tuple[str, str]]:
    """List the (form, period) that keep an older edition and are still to be filed: those that may move."""
    return [
        (form, period)
        for form, period in sorted(kept(book.db))
        if form in book.catalogue.forms and series.series_state(book, form, period, as_of).is_open
    ]


def preview(book: Book, form: str, period: str, as_of: str) -> Preview:
    """Tell what would become of a draft's cells; nothing changes.

    Raises:
        InputRefused: it is under the newest edition already, or was filed.
    """
    before, after = _editions(book, form, period, as_of)
    cells = [cell for row in _rows(book, form, period) for cell in _moves(before, after, row)]
    new = [field.label for field in after.fields if field.id not in before.by_id]
    return Preview(form, after.short, period, before.first, after.first, cells, new)


def move(book: Book, form: str, period: str, *, as_of: str) -> int:
    """Move a draft to the newest edition as one step that can be undone; give how many rows changed.

    Raises:
        InputRefused: it is under the newest edition already, or was filed.
    """
    before, after = _editions(book, form, period, as_of)
    with book.transaction():
        found = kept(book.db)
        del found[form, period]
        write(book, found)
        book.editions_changed()
        images: list[Entry] = [
            (str(row["uid"]), row, _moved(book, before, after, row, as_of)) for row in _rows(book, form, period)
        ]
        rows.put_images(book, form, [(uid, image) for uid, _row, image in images])
        label = f"{after.short}{periods.label(period)}改按{after.first}版填报"
        journal.record(book, form, journal.single(images), source="edition", label=label)
    return len(images)


def _editions(book: Book, form: str, period: str, as_of: str) -> tuple[Edition, Edition]:
    first = kept(book.db).get((form, period))
    latest = book.catalogue.edition(form)
    if first is None:
        raise InputRefused("edition-current", f"{latest.short}{periods.label(period)}已按应适用的版本填报，不用转换。")
    if not series.series_state(book, form, period, as_of).is_open:
        raise InputRefused("edition-filed", f"{latest.short}{periods.label(period)}已报送，保持原来的版本。")
    return book.catalogue.edition(form, period), book.catalogue.applicable(form, period)


def _rows(book: Book, form: str, period: str) -> list[dict[str, Stored]]:
    table = book.catalogue.table(form)
    uids = [row[0] for row in book.db.execute(f"SELECT uid FROM {table} WHERE period = ? ORDER BY pos", (period,))]
    images = rows.read_images(book, form, uids)
    return [images[uid] for uid in uids]


def _moves(before: Edition, after: Edition, row: Mapping[str, Stored]) -> list[CellMove]:
    """List the filled cells whose field the new edition does not have."""
    found = []
    kept_text = unparsed.of(row)
    for field in before.stored_fields:
        if field.id in after.by_id or (row[field.id] is None and field.id not in kept_text):
            continue
        target = _successor(after, field.id)
        into = target.label if target is not None and _carried(before, row, field, target) is not None else ""
        value = ledger.shown(before, row, field)
        found.append(CellMove(int(row["pos"] or 0), str(row["uid"]), field.id, field.label, value, into))
    return found


def _successor(after: Edition, name: str) -> Field | None:
    """Find the field of the new edition that says it takes the place of one."""
    return next((field for field in after.stored_fields if field.was == name), None)


def _carried(before: Edition, row: Mapping[str, Stored], field: Field, target: Field) -> Stored:
    """Read a value as the new field reads what people see of it; None where it cannot."""
    value = target.kind.parse(ledger.shown(before, row, field))
    return None if isinstance(value, Unparsed) else value


def _moved(book: Book, before: Edition, after: Edition, row: Mapping[str, Stored], as_of: str) -> dict[str, Stored]:
    """Give a row as it stands under the new edition."""
    made = dict(row) | {"edition": after.first, "settled": 0}
    kept_text = unparsed.of(row)
    changed: set[str] = set()
    for field in before.stored_fields:
        if field.id in after.by_id:
            continue
        target = _successor(after, field.id)
        if target is not None and row[field.id] is not None:
            made[target.id] = _carried(before, row, field, target)
            changed.add(target.id)
        made[field.id] = None
        kept_text.pop(field.id, None)
    made["unparsed"] = unparsed.write(kept_text)
    autos.fill(book, after, made, changed, as_of=as_of)
    made["k"] = rows.key_of(after, made)
    return made
