"""Rows column by column: what a hundred thousand findings tell of their rows, without a call for each of them."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

from forms import ledger
from forms.kinds import Kind, Money

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from forms.definition import Edition, Field


class RowColumns:
    """Some rows of one query over a form's table; at least one."""

    def __init__(self, edition: Edition, rows: Sequence[sqlite3.Row]) -> None:
        """Turn the rows round."""
        self.rows = rows
        self._edition = edition
        self._columns: dict[str, tuple[Any, ...]] = dict(zip(rows[0].keys(), zip(*rows, strict=True), strict=True))

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        """Give a column."""
        return self._columns[name]

    def only(self, name: str) -> bool:
        """Tell whether a column holds the same in every row."""
        column = self._columns[name]
        return column.count(column[0]) == len(column)

    def shown(self, field: Field) -> list[str]:
        """Give the text of a field in each row, as `forms.ledger.shown` does, which is asked once a different value."""
        values = self._columns[field.id]
        if type(field.kind).show is Kind.show and None not in values:
            return list(map(str, values))
        unread = self._columns["unparsed"]
        kept = repeat(None) if None not in values else map(_where_none, values, unread)
        name = field.ccy_field if isinstance(field.kind, Money) and field.unit == "ccy" else ""
        currencies = self._columns[name] if name in self._columns else repeat(None)
        return list(map(_Shown(self._edition, field, name).__getitem__, zip(values, kept, currencies, strict=False)))


class _Shown(dict[tuple[Any, Any, Any], str]):
    """What is shown of a field, by its value, what did not parse, and the currency."""

    def __init__(self, edition: Edition, field: Field, currency: str) -> None:
        super().__init__()
        self._edition, self._field, self._currency = edition, field, currency

    def __missing__(self, found: tuple[Any, Any, Any]) -> str:
        value, kept, currency = found
        row: Mapping[str, Any] = {self._currency: currency, "unparsed": kept, self._field.id: value}
        text = self[found] = ledger.shown(self._edition, row, self._field)
        return text


def _where_none(value: object, otherwise: object) -> object:
    return otherwise if value is None else None
