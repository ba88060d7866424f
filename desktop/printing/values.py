"""How values read on paper: money in the form's unit, whole yen and won, what did not parse as typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.models import shown
from forms import unparsed
from forms.kinds import Breakdown, Scaled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field
    from forms.kinds import Stored

    Values = Mapping[str, Stored]

UNREAD = "※"
"""Stands before what was typed and could not be read."""
NOTHING = "—"
_WAN = {"万元", "万美元"}
_UNITS = {"CNY": "元", "USD": "美元", "ccy": "元（原币）"}


class Faces:
    """Says a field's value and unit as they print; `wan` prints amounts in the unit of the form."""

    def __init__(self, catalogue: Catalogue, edition: Edition, *, wan: bool) -> None:
        self._edition = edition
        self._wan = wan
        self._whole = catalogue.codelist("currencies").whole

    def unit(self, field: Field) -> str:
        """Give the unit a field prints in: 万元, 份, %."""
        if self._in_wan(field):
            return field.view
        return _UNITS.get(field.unit, field.unit)

    def text(self, field: Field, values: Values) -> str:
        """Give what prints; nothing where there is no value."""
        value = values.get(field.id)
        if value is None:
            return ""
        if isinstance(field.kind, Breakdown):
            return "、".join(f"{name} {amount}" for name, amount in self.parts(field, value))
        if field.is_money:
            return self.money(field, int(value), self._currency(field, values))
        return field.kind.show(value)

    def money(self, field: Field, amount: int, currency: str = "") -> str:
        """Give an amount in hundredths as the field prints it."""
        if self._in_wan(field):
            return shown.rounded_wan(amount)
        return shown.money(amount, 0 if currency in self._whole else 2)

    def parts(self, field: Field, value: Stored) -> list[tuple[str, str]]:
        """Give the parts of a breakdown: label and amount."""
        if not isinstance(field.kind, Breakdown):
            return []
        labels = field.kind.codelist.label
        return [
            (labels(code), shown.rounded_wan(amount) if self._in_wan(field) else shown.money(amount))
            for code, amount in field.kind.parts(value)
        ]

    def total(self, field: Field, rows: Iterable[Values]) -> str:
        """Add up a column of money: one line, or one for each currency."""
        sums: dict[str, int] = {}
        for row in rows:
            amount = row.get(field.id)
            if amount is not None:
                currency = self._currency(field, row)
                sums[currency] = sums.get(currency, 0) + int(amount)
        return "\n".join(
            f"{currency} {self.money(field, amount, currency)}".strip() for currency, amount in sorted(sums.items())
        )

    def _currency(self, field: Field, values: Values) -> str:
        return str(values.get(field.ccy_field) or "") if field.unit == "ccy" else ""

    def _in_wan(self, field: Field) -> bool:
        counted = field.is_money or isinstance(field.kind, Breakdown)
        return self._wan and counted and field.view in _WAN


def stored_of(edition: Edition, row: Any) -> tuple[dict[str, Stored], dict[str, str]]:  # noqa: ANN401  a row of SQLite
    """Give a row's values, and the texts that could not be read."""
    values = {field.id: row[field.id] for field in edition.stored_fields}
    unread = unparsed.of(row)
    return values, {name: UNREAD + kept[0] for name, kept in unread.items()}


def filed_of(edition: Edition, cells: Mapping[str, Any]) -> tuple[dict[str, Stored], dict[str, str]]:
    """Give the values of a filed row; what is of no field or not of its kind stands as in the document."""
    values: dict[str, Stored] = {}
    odd: dict[str, str] = {}
    for name, wire in cells.items():
        field = edition.by_id.get(name)
        try:
            if field is not None:
                values[name] = field.kind.unwire(wire)
                continue
        except (ValueError, TypeError, KeyError):
            values[name] = None
        odd[name] = UNREAD + (wire if isinstance(wire, str) else json.dumps(wire, ensure_ascii=False))
    return values, odd


def is_number(field: Field) -> bool:
    """Tell whether a field stands at the right: it is counted or measured."""
    return isinstance(field.kind, Scaled)
