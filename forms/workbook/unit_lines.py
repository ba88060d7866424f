"""A unit said once for a whole table: «单位：万元» above the header, or a row of units below it.

It is the unit of the amounts whose own header says none. Pure functions over the first rows of a sheet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from forms.workbook.units import FACTOR, HeaderUnit, currency_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from forms.definition import Edition

_LONGEST: Final = 200  # characters of a cell that is looked through
_SCALES: Final = {"": 1, "万": FACTOR}  # what else there is (千, 百万, 亿) cannot be converted
_COIN: Final = r"(?:人民币|rmb|cny|美元|美金|usd|日元|日圆|jpy|韩元|krw|欧元|eur|港元|港币|hkd|英镑|gbp|元)"
_SCALE: Final = r"(?:十万|百万|千万|万|千|百|亿)"
_AMOUNT: Final = rf"{_COIN}?\s*{_SCALE}?\s*{_COIN}|{_COIN}?\s*{_SCALE}(?!\w)"
_SAID: Final = re.compile(rf"(?<![制报表送业管属])单\s*位\s*[:为是]*\s*({_AMOUNT})|以\s*({_AMOUNT})\s*(?:为单位|计)")
_BRACKETED: Final = re.compile(rf"[(\[【<〈《{{]\s*({_AMOUNT})\s*[)\]】>〉》}}]")
_ALONE: Final = re.compile(rf"[(\[【]?\s*({_AMOUNT})\s*[)\]】]?")
_OTHER_UNIT: Final = re.compile(r"[(\[【]?(人|个|项|份|家|户|次|张|天|日|月|年|月份|小时|%|百分比|人次|-|/)[)\]】]?")
_NAMED: Final = re.compile(r"单\s*位")
_OWN: Final = re.compile(r"[元万千百亿$¥￥€£]|人民币|usd|rmb|cny|jpy|krw|eur|hkd|gbp|港币|英镑", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableUnit:
    """What a table says of its amounts: the words as they stand, and what follows for its columns (from 0).

    `converted` fields are counted in 万, `plain` ones in their own unit; `unfit` fields have a unit that cannot be
    converted; `own` are columns whose header says a unit of its own, beside a table in another. `unclear`: it says
    several, so none is taken.
    """

    words: tuple[str, ...]
    converted: frozenset[str] = frozenset()
    unfit: frozenset[str] = frozenset()
    own: tuple[int, ...] = ()
    unclear: bool = False
    plain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    factor: int | None
    currency: str | None

    def unit(self) -> HeaderUnit:
        return HeaderUnit((), self.currency if self.factor == FACTOR else None)

    def is_plain(self, unit: str) -> bool:
        """Tell whether amounts in it are those of a field's unit as they stand."""
        return self.factor == 1 and (unit == "ccy" or self.currency in ("", "元", unit))


def is_unit_row(row: Sequence[object], amounts: Collection[int]) -> bool:
    """Tell whether a row below the header holds nothing but units, one at least for all or of a column of amounts."""
    texts = {at: _folded(cell) for at, cell in enumerate(row) if cell is not None and str(cell).strip()}
    money = {at for at, text in texts.items() if _ALONE.fullmatch(text) or _SAID.fullmatch(text)}
    for_amounts = any(at in amounts or _NAMED.search(texts[at]) for at in money)
    return for_amounts and all(at in money or _OTHER_UNIT.fullmatch(text) for at, text in texts.items())


def table_unit(
    above: Sequence[Sequence[object]],
    heads: Sequence[object],
    units: Sequence[object],
    columns: Mapping[str, int],
    edition: Edition,
) -> TableUnit | None:
    """Read what stands above a header, in its unused cells, and in the row of units below it; None: it says nothing.

    `columns` are those of the amounts that are not in 万 by their own header.
    """
    known = set(columns.values())
    named = [cell for at, cell in enumerate(heads) if at not in known] + list(units)
    lines = _said([cell for row in above for cell in row]) + _said(
        [cell for cell in named if isinstance(cell, str) and _NAMED.search(cell)]
    )
    single = _by_column(units, known)
    unclear = len({(one.factor, one.currency) for one in lines}) > 1
    converted, unfit, own, plain = set[str](), set[str](), list[int](), set[str]()
    for name, at in columns.items():
        said = single.get(at) or (lines[0] if lines and not unclear else None)
        field = edition.by_id[name]
        if said is None or said.is_plain(field.unit):
            plain |= {name} if said is not None else set()
            continue
        if at not in single and _OWN.search(unicodedata.normalize("NFKC", str(heads[at]))):
            if said.factor != 1:
                own.append(at)
        else:
            (converted if said.unit().fits(field) else unfit).add(name)
    if not (converted or unfit or own or unclear or plain):
        return None
    words = tuple(dict.fromkeys(one.words for one in (*lines, *single.values())))
    return TableUnit(words, frozenset(converted), frozenset(unfit), tuple(own), unclear, frozenset(plain))


def _by_column(units: Sequence[object], columns: Collection[int]) -> dict[int, _Said]:
    """Read the units a row gives to columns."""
    found = {}
    for at in columns:
        cell = units[at] if at < len(units) else ""
        match = _ALONE.fullmatch(_folded(cell))
        if match is not None:
            found[at] = _read(str(cell), match[1])
    return found


def _said(cells: Iterable[object]) -> list[_Said]:
    """List the units that cells say for all amounts."""
    found = []
    for cell in cells:
        if isinstance(cell, str) and len(cell) <= _LONGEST:
            text = _folded(cell)
            match = _SAID.search(text) or _BRACKETED.search(text) or _ALONE.fullmatch(text)
            if match is not None:
                found.append(_read(cell, next(filter(None, match.groups()))))
    return found


def _read(cell: str, amount: str) -> _Said:
    text = "".join(amount.split())
    scale = "".join(re.findall(_SCALE, text))
    return _Said(" ".join(cell.split()), _SCALES.get(scale), currency_of(text.replace(scale, "", 1)))


def _folded(cell: object) -> str:
    return " ".join(unicodedata.normalize("NFKC", str(cell)).split()).casefold()
