"""Number formats that show 万 beside a number, or a smaller number: what is seen is not what is kept.

A format changes nothing of what the file says. So amounts are read as they are kept, and the answer says where what a
person saw on the screen was something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from forms.workbook.addresses import column_letters
from forms.workbook.date_formats import format_codes
from forms.workbook.package import BLOCK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from forms.workbook.package import Package, SheetPart

_WORD: Final = re.compile(r"[0#?][^;0#?]*万")
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]')
_SMALLER: Final = re.compile(r"[0#?.],+(?![0#?])")
_CELL: Final = re.compile(rb"<c\s([^>]*)>")
_REFERENCE: Final = re.compile(rb'\br="([A-Z]{1,3})([0-9]+)"')
_STYLE: Final = re.compile(rb'\bs="([0-9]+)"')
_MOST: Final = 64 * BLOCK  # bytes of a sheet that are looked through


@dataclass(frozen=True, slots=True)
class Shown:
    """The first cell («K2») of a column whose format shows another amount than is kept; `smaller`: it divides."""

    cell: str
    smaller: bool


def shown_otherwise(package: Package, sheet: SheetPart, columns: Collection[int]) -> dict[int, Shown]:
    """Look for such cells in columns, counted from 0; costs nothing where the workbook has no such format."""
    odd = {
        number: smaller
        for number, code in format_codes(package).items()
        if (smaller := shows_smaller(code)) is not None
    }
    if not odd:
        return {}
    wanted = {column_letters(column).encode("ascii"): column for column in columns}
    found: dict[int, Shown] = {}
    for attributes in _cells(package, sheet):
        style, where = _STYLE.search(attributes), _REFERENCE.search(attributes)
        if style is None or where is None or int(style[1]) not in odd or where[1] not in wanted:
            continue
        cell = (where[1] + where[2]).decode("ascii")
        found.setdefault(wanted[where[1]], Shown(cell, odd[int(style[1])]))
    return found


def shows_smaller(code: str) -> bool | None:
    """Tell whether a format divides what it shows; None where it shows what is kept."""
    plain = _LITERAL.sub("", code)
    if _SMALLER.search(plain):
        return True
    return False if _WORD.search(code) else None


def _cells(package: Package, sheet: SheetPart) -> Iterator[bytes]:
    with package.stream(sheet.part) as stream:
        rest, read = b"", 0
        while read < _MOST and (block := stream.read(BLOCK)):
            read += len(block)
            text = rest + block
            yield from _CELL.findall(text)
            rest = text[text.rfind(b"<") :]


def units_shown(shown: Mapping[int, Shown], heads: Mapping[int, str], in_ten_thousands: Collection[int]) -> list[str]:
    """Say in a sentence a column what was seen and what is read; a number divided for the eye alone needs none."""
    told = []
    for column, one in sorted(shown.items()):
        where = f"{column_letters(column)}列“{heads[column]}”的格子（如{one.cell}）"
        if one.smaller and column in in_ten_thousands:
            told.append(f"{where}按数字格式缩小显示，文件里存的数可能已是元；这里按万为单位读入，请核对金额。")
        elif not one.smaller and column not in in_ten_thousands:
            told.append(
                f"{where}只是按数字格式显示“万”，文件里存的数不带万，已按存的数读入；"
                "请核对金额，实际以万为单位的，请在列头写明（万元）再导入。"
            )
    return told
