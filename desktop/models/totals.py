"""Sums for the totals bar, by SQL: per column and currency, never over currencies."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.models.columns import Column
    from desktop.models.ledger_model import LedgerModel
    from forms.kinds import Kind

MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one column in one currency, over `count` amounts; `kind` shows what is no money."""

    label: str
    currency: str
    amount: int
    count: int
    kind: Kind | None = None

    @property
    def is_unread(self) -> bool:
        """True for amounts whose currency is missing or unreadable: they may be of several, so nobody adds them up."""
        return self.kind is None and not self.currency

    @property
    def has_sum(self) -> bool:
        """False for rates, and for amounts of nobody knows which currency."""
        return not self.is_unread and (self.kind is None or self.kind.name != "rate")

    @property
    def average(self) -> int:
        """The mean, rounded half up to what the column stores."""
        whole = (2 * abs(self.amount) + self.count) // (2 * self.count)
        return -whole if self.amount < 0 else whole


@dataclass(frozen=True, slots=True)
class Picked:
    """Cells chosen in the grid: rows (grid places first..last) by columns (field ids)."""

    first: int
    last: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """What to count, without the model, so that a worker thread can do it: columns and the rows as SQL."""

    table: str
    parts: tuple[tuple[tuple[Column, ...], str, tuple[object, ...]], ...]
    cells: tuple[tuple[str, ...], ...] = ()

    def run(self, db: sqlite3.Connection) -> list[Total]:
        """Count."""
        merged: dict[tuple[str, str], Total] = {}
        for columns, where, params in self.parts:
            for total in _totals(db, self.table, columns, where, params):
                known = merged.get((total.label, total.currency))
                amount, count = (known.amount, known.count) if known else (0, 0)
                summed = replace(total, amount=amount + total.amount, count=count + total.count)
                merged[total.label, total.currency] = summed
        return list(merged.values())

    def filled(self, db: sqlite3.Connection) -> int:
        """Count the cells that are not empty, of the columns in `cells`."""
        found = 0
        for (_columns, where, params), names in zip(self.parts, self.cells, strict=True):
            counts = " + ".join(f"count({name})" for name in names)
            found += db.execute(f"SELECT {counts} FROM {self.table} WHERE {where}", params).fetchone()[0]
        return found


def count_all(model: LedgerModel) -> Counting:
    """Count every row that passes the filter, in the first money columns."""
    columns = tuple(column for column in model.columns if column.is_money)[:MOST_COLUMNS]
    narrowing = model.pages.narrowing
    return Counting(model.edition.table, ((columns, narrowing.where or "1", narrowing.params),))


def count_picked(model: LedgerModel, picked: Sequence[Picked]) -> Counting:
    """Count the chosen cells."""
    parts = []
    for part in picked:
        columns = [model.columns[model.place_of[name]] for name in part.columns]
        parts.append((tuple(column for column in columns if column.kind.numeric), *_rows(model, part)))
    return Counting(model.edition.table, tuple(parts), tuple(part.columns for part in picked))


def _rows(model: LedgerModel, part: Picked) -> tuple[str, tuple[object, ...]]:
    positions = model.pages.positions(part.first, part.last)
    if model.pages.narrowing.is_plain:
        return "pos BETWEEN ? AND ?", (positions[0], positions[-1])
    return "pos IN (SELECT value FROM json_each(?))", (json.dumps(list(positions)),)


def _totals(
    db: sqlite3.Connection, table: str, columns: Sequence[Column], where: str, params: Sequence[object]
) -> list[Total]:
    found = []
    for currency in dict.fromkeys(column.ccy_field or f"'{column.field.unit}'" for column in columns):
        mine = [column for column in columns if (column.ccy_field or f"'{column.field.unit}'") == currency]
        sums = ", ".join(f"sum({column.id}), count({column.id})" for column in mine)
        rows = db.execute(f"SELECT {currency}, {sums} FROM {table} WHERE {where} GROUP BY 1", tuple(params)).fetchall()
        for place, column in enumerate(mine):
            kind = None if column.is_money else column.kind
            totals = [
                Total(column.label, "" if kind else row[0] or "", row[1 + 2 * place] or 0, row[2 + 2 * place], kind)
                for row in rows
            ]
            found += sorted(
                (one for one in totals if one.count), key=lambda one: (one.is_unread, -one.count, one.currency)
            )
    return found
