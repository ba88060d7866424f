"""Sums for the totals bar, by SQL: per column and currency, never over currencies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.columns import Column
    from desktop.models.ledger_model import LedgerModel

MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one column in one currency, over `count` amounts."""

    label: str
    currency: str
    amount: int
    count: int


@dataclass(frozen=True, slots=True)
class Picked:
    """Cells chosen in the grid: rows (grid places first..last) by columns (field ids)."""

    first: int
    last: int
    columns: tuple[str, ...]


def all_totals(model: LedgerModel) -> list[Total]:
    """Totals of every row that passes the filter, of the first money columns in the form's own currency."""
    columns = [column for column in model.columns if column.is_money][:MOST_COLUMNS]
    narrowing = model.pages.narrowing
    return _totals(model, columns, narrowing.where or "1", narrowing.params)


def picked_totals(model: LedgerModel, picked: Sequence[Picked]) -> list[Total]:
    """Totals of the chosen cells."""
    merged: dict[tuple[str, str], Total] = {}
    for part in picked:
        columns = [model.columns[model.place_of[name]] for name in part.columns]
        money = [column for column in columns if column.is_money]
        where, params = _rows(model, part)
        for total in _totals(model, money, where, params):
            known = merged.get((total.label, total.currency))
            amount, count = (known.amount, known.count) if known else (0, 0)
            merged[total.label, total.currency] = Total(
                total.label, total.currency, amount + total.amount, count + total.count
            )
    return list(merged.values())


def _rows(model: LedgerModel, part: Picked) -> tuple[str, tuple[object, ...]]:
    positions = model.pages.positions(part.first, part.last)
    if model.pages.narrowing.is_plain:
        return "pos BETWEEN ? AND ?", (positions[0], positions[-1])
    return "pos IN (SELECT value FROM json_each(?))", (json.dumps(list(positions)),)


def _totals(model: LedgerModel, columns: Sequence[Column], where: str, params: Sequence[object]) -> list[Total]:
    found = []
    for column in columns:
        currency = column.ccy_field or f"'{column.field.unit}'"
        rows = model.book.db.execute(
            f"SELECT {currency}, sum({column.id}), count({column.id}) FROM {model.edition.table} "
            f"WHERE ({where}) AND {column.id} IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1",
            tuple(params),
        )
        found += [Total(column.label, ccy or "", amount, count) for ccy, amount, count in rows]
    return found
