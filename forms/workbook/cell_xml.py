"""The rows of a form as the XML of a sheet, column by column: what an export of a hundred thousand rows is made of.

Text stands in the cell as typed text, so nothing in it is a formula; numbers and dates are true ones.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from forms import unparsed
from forms.kinds import IdCard, Scaled
from forms.workbook.addresses import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Field
    from forms.kinds import Stored

_DAY_ZERO: Final = dt.date(1899, 12, 30).toordinal()
_FIRST_EXCEL_DATE: Final = dt.date(1900, 3, 1)  # before it Excel's calendar has a day that never was
_ERROR: Final = re.compile(r"#[A-Z/0!?]{2,8}[!?A]?")
# XML 1.0 has no way to write these; a workbook writes them as _xHHHH_, and an underscore that would look so as _x005F_.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MOST_REMEMBERED: Final = 4_000


class Styles(NamedTuple):
    """The numbers of the styles a column's cells may need: its own format, text, and a whole number."""

    own: int
    text: int
    whole: int


def writable(text: str) -> str:
    """Give text as a workbook can hold it."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found.group()):04X}_", text)


class Column(dict["Stored", str]):
    """What follows the address in a cell of a column, by the stored value; remembered, for most values come again."""

    def __init__(self, field: Field, styles: Styles, *, full: bool = False) -> None:
        """Write cells of a field; `full` writes numbers of identity documents with their middle."""
        super().__init__()
        self.field, self.styles = field, styles
        self._plain: Any = field.kind.plain if isinstance(field.kind, Scaled) else None
        self._cell = field.kind.edit if full and isinstance(field.kind, IdCard) else field.kind.cell

    def __missing__(self, value: Stored) -> str:
        """Write a value that was not met before."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        if self._plain is not None:
            made = f'" s="{self.styles.own}"><v>{self._plain(value)}</v></c>'
        else:
            made = self._written(self._cell(value))
        self[value] = made
        return made

    def kept(self, typed: str, reason: str) -> str:
        """Write what did not parse so that it reads as it did: a number without its last digits, an error."""
        if reason == "digits-lost" and typed.isascii() and typed.isdigit():
            return f'" s="{self.styles.whole}"><v>{typed}</v></c>'
        if reason == "error-cell" and _ERROR.fullmatch(typed):
            return f'" s="{self.styles.text}" t="e"><v>{typed}</v></c>'
        return self._text(typed)

    def _written(self, value: object) -> str:
        if isinstance(value, int):
            return f'" s="{self.styles.own}"><v>{value}</v></c>'
        if isinstance(value, dt.date):
            if value < _FIRST_EXCEL_DATE:
                return self._text(value.isoformat())
            return f'" s="{self.styles.own}"><v>{value.toordinal() - _DAY_ZERO}</v></c>'
        return self._text(str(value))

    def _text(self, text: str) -> str:
        safe = writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        space = ' xml:space="preserve"' if safe != safe.strip() or "\n" in safe or "\t" in safe else ""
        return f'" s="{self.styles.text}" t="inlineStr"><is><t{space}>{safe}</t></is></c>'


def rows_xml(columns: Sequence[Column], rows: Sequence[Sequence[Stored]], first: int) -> str:
    """Write rows from the row number `first` on; each has a value for each column, then `unparsed`."""
    numbers = [str(number) for number in range(first, first + len(rows))]
    *values, kept = zip(*rows, strict=True)
    cells: list[list[str]] = []
    for index, (column, stored) in enumerate(zip(columns, values, strict=True)):
        opening = f'<c r="{column_letters(index)}'
        empty = stored.count(None)
        if not empty:
            made = [f"{opening}{number}{column[value]}" for number, value in zip(numbers, stored, strict=True)]
        elif empty == len(stored):
            made = [""] * empty
        else:
            made = [
                "" if value is None else f"{opening}{number}{column[value]}"
                for number, value in zip(numbers, stored, strict=True)
            ]
        cells.append(made)
    for at, text in enumerate(kept):
        if text is None:
            continue
        left = unparsed.read(text)
        for index, column in enumerate(columns):
            if column.field.id in left:
                cells[index][at] = f'<c r="{column_letters(index)}{numbers[at]}{column.kept(*left[column.field.id])}'
    heads = [f'<row r="{number}">' for number in numbers]
    return "".join(map("".join, zip(heads, *cells, repeat("</row>"), strict=False)))
