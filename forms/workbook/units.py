"""Columns counted in 万 (ten thousand): what their header says, and their amounts to the cent.

A header says its unit in brackets or at its end: «合同金额(万元)», «合同金额 / 万美元», «金额(单位：万)». 元 alone is
the unit of whatever currency the row is in, as in a header without 万.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from forms.kinds import Money, Stored, Unparsed, read_number, typed_text
from forms.kinds.numbers import LARGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Field

FACTOR: Final = 10_000
_CENT: Final = Decimal("0.01")
_BRACKETED: Final = re.compile(r"[(\[【<〈《{](.*?)[)\]】>〉》}]")
_AT_END: Final = re.compile(r"(.*?)((?:人民币|美元|usd|rmb|cny)?万[^万]{0,5})")
_SAYS_NOTHING: Final = re.compile(r"金额|单位|[计以]|不?含税|原币|[,;，；]")
_YUAN: Final = "元"
_CURRENCIES: Final = {
    "": "",
    _YUAN: _YUAN,
    **dict.fromkeys(("美元", "美金", "usd", "us$", "$"), "USD"),
    **dict.fromkeys(("人民币", "人民币元", "元人民币", "rmb", "rmb元", "cny", "cny元"), "CNY"),
}
_FITTING: Final = {"ccy": ("", _YUAN), "CNY": ("", _YUAN, "CNY"), "USD": ("", "USD")}
_OWN_UNIT: Final = re.compile(r"[万萬亿億元][\s)]*$")


@dataclass(frozen=True, slots=True)
class HeaderUnit:
    """A header in 万: the names its column may have without it, the likeliest first, and the currency it says.

    `currency` is «USD», «CNY», «元», "" where it says none, None where it says another or another unit.
    """

    names: tuple[str, ...]
    currency: str | None

    def fits(self, field: Field) -> bool:
        """Tell whether amounts in this unit can be amounts of the field."""
        return field.is_money and self.currency in _FITTING.get(field.unit, ())


def ten_thousands(name: str) -> HeaderUnit | None:
    """Read a folded column name; None where it is not counted in 万."""
    said = "".join(_BRACKETED.findall(name))
    plain = _BRACKETED.sub("", name)
    if "万" not in said:
        at_end = _AT_END.fullmatch(plain)
        if at_end is None:
            return None
        plain, said = at_end[1], said + at_end[2]
    said = _SAYS_NOTHING.sub("", said).replace("万", "", 1)
    return HeaderUnit((f"{plain}({said})", f"{plain}{said}", plain), currency_of(said))


def says_unit(head: str) -> tuple[bool, bool]:
    """Tell whether a header says the unit of its amounts at all, and whether that is 万."""
    return any(word in head for word in "元万千百亿"), "万" in head


def currency_of(said: str) -> str | None:
    """Give the currency a unit without 万 says; «元» and "" where it says no more, None where it is none."""
    if not said or said in _CURRENCIES:
        return _CURRENCIES.get(said, "")
    # Imported late: a reading child that never asks need not read the definitions.
    from forms.catalogue import load_catalogue

    return load_catalogue().codelist("currencies").find(said)


def is_foreign(name: str, field: Field) -> bool:
    """Tell whether what stands in brackets in a folded column name says another currency than a field's own."""
    said = _SAYS_NOTHING.sub("", "".join(_BRACKETED.findall(name)))
    return field.is_money and field.unit != "ccy" and currency_of(said) not in (None, "", _YUAN, field.unit)


class TenThousands(Money):
    """Money of a column counted in 万; a cell that names its own unit (12.5万, 3000元) means that."""

    name: ClassVar[str] = Money.name

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read a cell; fifteen digits of a number count, as in a column without unit."""
        if isinstance(typed, float):
            return self._converted(Decimal(format(typed, ".15g")), typed_text(typed))
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Read text; what does not parse keeps its unit beside it."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if _OWN_UNIT.search(plain):
            return super().read(text)
        number = read_number(text)
        if number is None:
            return Unparsed(_with_unit(text), "not-a-number")
        if plain.startswith("=") and abs(number) < LARGEST:
            number = (number * FACTOR).quantize(_CENT, ROUND_HALF_UP) / FACTOR
        return self._converted(number, text)

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Read cell by cell: converting is no matter of floats."""
        return [None if cell == "" else self.parse(cell) for cell in cells]

    def _converted(self, number: Decimal, text: str) -> Stored | Unparsed:
        return self._exact(number * FACTOR, _with_unit(text))


def _with_unit(text: str) -> str:
    return f"{text}万" if text.rstrip()[-1:].isdigit() or text.rstrip()[-1:] in (")", "）") else text
