"""A form as it prints, as a workbook: title, what stands above, its table, what stands below; A4 landscape.

What is printed is text. Where a column is one of figures, its texts become true numbers that look the same.
"""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from forms.workbook.addresses import column_letters
from forms.workbook.cell_xml import writable
from forms.workbook.layout import TEXT_FORMAT
from forms.workbook.saving import landscape, save_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NUMBER: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.(\d+))?")
_PAPER_MM: Final = 277  # what A4 landscape has between its margins
_MM_A_CHARACTER: Final = 1.9
_FONT: Final = "宋体"
_LINE: Final = Side("thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: heads, the width of each column in mm, which columns hold figures, the rows and a line of totals."""

    heads: Sequence[str]
    widths: Sequence[float]
    figures: frozenset[int]
    rows: Sequence[Sequence[str]]
    totals: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet: its tab, its title, the lines above its tables and those below."""

    name: str
    title: str
    above: Sequence[str]
    tables: Sequence[PrintedTable]
    below: Sequence[str]


def write_printed(path: Path, printed: PrintedSheet) -> Path:
    """Write the workbook.

    Raises:
        InputRefused: the name is no workbook's, or the file cannot be written.
    """
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(printed.name)  # the stubs lack what a write-only sheet has of an ordinary one
    wide = max(len(table.heads) for table in printed.tables)
    with closing(sheet):
        pages = max(1, round(sum(printed.tables[0].widths) / _PAPER_MM))
        landscape(sheet, f"1:{len(printed.above) + 2}" if len(printed.tables) == 1 else "", pages)
        for index, millimetres in enumerate(printed.tables[0].widths):
            sheet.column_dimensions[column_letters(index)].width = round(millimetres / _MM_A_CHARACTER + 1, 1)
        across = Alignment(horizontal="centerContinuous")
        title = _text(sheet, printed.title, Font(name=_FONT, size=16, bold=True), across)
        sheet.append([title, *(_text(sheet, "", Font(), across) for _ in range(wide - 1))])
        for line in printed.above:
            sheet.append([_text(sheet, line, Font(name=_FONT, size=10), Alignment())])
        for number, table in enumerate(printed.tables):
            if number:
                sheet.append([])
            _write(sheet, table)
        for line in printed.below:
            sheet.append([_text(sheet, line, Font(name=_FONT, size=10), Alignment())])
    save_workbook(workbook, path)
    return path


def _write(sheet: Any, table: PrintedTable) -> None:  # noqa: ANN401  as above
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.append([_boxed(_text(sheet, head, Font(name=_FONT, size=10, bold=True), middle)) for head in table.heads])
    for row in (*table.rows, *([table.totals] if table.totals else [])):
        sheet.append([_boxed(_cell(sheet, text, figure=at in table.figures)) for at, text in enumerate(row)])


def _cell(sheet: Any, text: str, *, figure: bool) -> Any:  # noqa: ANN401  openpyxl's cells are of no named type
    found = _NUMBER.fullmatch(text) if figure else None
    if found is None:
        side = "right" if figure else "left"
        aligned = Alignment(horizontal=side, vertical="top", wrap_text=True)
        return _text(sheet, text, Font(name=_FONT, size=10), aligned)
    exact: Any = Decimal(text.replace(",", ""))
    cell = WriteOnlyCell(sheet, exact)
    cell.number_format = "#,##0" + (f".{'0' * len(found[1])}" if found[1] else "")
    cell.font, cell.alignment = Font(name=_FONT, size=10), Alignment(horizontal="right", vertical="top")
    return cell


def _text(sheet: Any, text: str, font: Font, aligned: Alignment) -> Any:  # noqa: ANN401  as above
    cell = WriteOnlyCell(sheet, writable(text))
    cell.data_type, cell.number_format = "s", TEXT_FORMAT
    cell.font, cell.alignment = font, aligned
    return cell


def _boxed(cell: Any) -> Any:  # noqa: ANN401  as above
    cell.border = _BOX
    return cell
