"""One row of a ledger as the grid keeps it: plain attributes, so that painting a cell costs no call into Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models import shown
from forms import unparsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from desktop.models.columns import Column
    from forms.kinds import Stored


class LedgerRow:
    """One row: its record, what did not parse, and the texts of the grid's columns once they were asked."""

    __slots__ = ("period", "pos", "record", "settled", "texts", "uid", "unparsed")

    def __init__(self, record: tuple[Stored, ...], pos: int, uid: str, period: str) -> None:
        self.record = record
        self.pos = pos
        self.uid = uid
        self.period = period
        self.settled = False
        self.unparsed: unparsed.Kept = {}
        self.texts: list[str | None] = []


class RowReader:
    """Makes rows of the Book's records and reads their cells. `wan` shows amounts in 万."""

    def __init__(self, whole_currencies: Collection[str]) -> None:
        self._whole = whole_currencies
        self._at: dict[str, int] = {}
        self.wan = False

    def make(self, record: sqlite3.Row, columns: int) -> LedgerRow:
        """The row of a record, with room for the texts of `columns` columns."""
        if not self._at:
            self._at = {name: place for place, name in enumerate(record.keys())}
        row = LedgerRow(tuple(record), record["pos"], record["uid"], record["period"] or "")
        row.settled = bool(record["settled"])
        kept = record["unparsed"]
        if kept:
            row.unparsed = unparsed.read(kept)
        row.texts = [None] * columns
        return row

    def value(self, row: LedgerRow, field: str) -> Stored:
        """The stored value of a field."""
        return row.record[self._at[field]]

    def currency(self, row: LedgerRow, column: Column) -> str | None:
        """The currency of an amount: of its row's currency field, or the fixed one of the field."""
        if column.ccy_field is None:
            return column.field.unit
        code = self.value(row, column.ccy_field)
        return str(code) if code else None

    def show(self, row: LedgerRow, column: Column) -> str:
        """What the cell shows: as typed where it did not parse."""
        kept = row.unparsed.get(column.id)
        if kept:
            return kept[0]
        value = row.record[self._at[column.id]]
        if value is None:
            return ""
        if column.is_money and isinstance(value, int):
            return shown.money(value, 0 if self.currency(row, column) in self._whole else 2, wan=self.wan)
        return column.kind.show(value)

    def edit(self, row: LedgerRow, column: Column) -> str:
        """The text an editor starts with."""
        kept = row.unparsed.get(column.id)
        if kept:
            return kept[0]
        value = self.value(row, column.id)
        return shown.plain_wan(value) if self.wan and column.is_money else column.kind.edit(value)
