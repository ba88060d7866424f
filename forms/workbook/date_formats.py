"""Which number formats make a number a date, and the dates of Excel's serial numbers (1900 calendar)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from forms.workbook.package import Package

_BUILT_IN_DATES = frozenset((*range(14, 18), 22, *range(27, 32), *range(34, 37), *range(50, 59)))
_BUILT_IN_TIMES = frozenset((*range(18, 22), 32, 33, *range(45, 48)))
# Text in quotes, escaped characters, colours and conditions, and the filling of a cell's width say nothing of the kind.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DAY_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no time zone
_FIRST_SURE, _LAST = 61, 2_958_465  # 1900-03-01, before which Excel counts a day that never was; 9999-12-31
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class DateStyles:
    """Indexes of the cell styles that show dates, and of those that show a time or how much of it went by."""

    dates: frozenset[int]
    elapsed: frozenset[int]


def date_styles(package: Package) -> DateStyles:
    """Read the styles of a workbook."""
    formats, codes = _formats(package)
    kinds = [_kind(number, codes) for number in formats]
    return DateStyles(
        frozenset(index for index, kind in enumerate(kinds) if kind == "date"),
        frozenset(index for index, kind in enumerate(kinds) if kind == "time"),
    )


def format_codes(package: Package) -> dict[int, str]:
    """Give the number format of every cell style that has one of the workbook's own."""
    formats, codes = _formats(package)
    return {index: codes[number] for index, number in enumerate(formats) if number in codes}


def _formats(package: Package) -> tuple[list[int], dict[int, str]]:
    """Read which number format each cell style has, and what the workbook's own formats are."""
    if package.styles is None or package.styles not in package.parts:
        return [], {}
    tree = package.tree(package.styles)
    codes: dict[int, str] = {}
    formats: list[int] = []
    for part in tree:
        if part.tag.endswith("}numFmts"):
            codes = {int(item.get("numFmtId", "0")): item.get("formatCode", "") for item in part}
        elif part.tag.endswith("}cellXfs"):
            formats = [int(item.get("numFmtId", "0")) for item in part]
    return formats, codes


def _kind(number: int, codes: dict[int, str]) -> str:
    if number not in codes:
        return "date" if number in _BUILT_IN_DATES else "time" if number in _BUILT_IN_TIMES else ""
    return kind_of_code(codes[number])


def kind_of_code(code: str) -> str:
    """Tell what a number format shows: a «date», a «time», or neither."""
    plain = _LITERAL.sub("", code).lower()
    if "general" in plain:
        return ""
    if "y" in plain or "d" in plain:
        return "date"
    return "time" if re.search("[hms]", plain) else ""


class Serials(dict[bytes, object]):
    """Dates by serial number as the sheet writes it, with the time of day if any; what is no date stays a number."""

    def __missing__(self, serial: bytes) -> object:
        number = float(serial)
        value: object = number
        if _FIRST_SURE <= number <= _LAST:
            moment = _DAY_ZERO + dt.timedelta(seconds=round(number * _DAY_SECONDS))
            value = moment.date() if moment.time() == dt.time() else moment
        self[serial] = value
        return value
