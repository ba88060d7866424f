"""Tables of figures as a workbook: a sheet each, amounts as exact numbers, nothing in it a formula."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from forms.tables import COUNT, PERCENT, TEXT, WAN
from forms.workbook.addresses import column_letters
from forms.workbook.cell_xml import writable
from forms.workbook.saving import save_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.tables import Table, Value

_STYLES = {COUNT: "#,##0", WAN: "#,##0.00", PERCENT: "0.00%"}
_DIVISORS = {WAN: -6, PERCENT: -4}  # hundredths to 万, hundredths of a percent to a fraction
_NARROW, _WIDE = 14, 34


def write_tables(tables: Sequence[Table], path: Path) -> Path:
    """Write a workbook with a sheet for each table.

    Raises:
        InputRefused: the name is no workbook's, or the file cannot be written.
    """
    workbook = Workbook(write_only=True)
    for table in tables:
        _write(workbook, table)
    save_workbook(workbook, path)
    return path


def _write(workbook: Workbook, table: Table) -> None:
    sheet: Any = workbook.create_sheet(table.name)  # the stubs lack what a write-only sheet has of an ordinary one
    with closing(sheet):
        for index, kind in enumerate(table.kinds):
            sheet.column_dimensions[column_letters(index)].width = _WIDE if kind == TEXT and not index else _NARROW
        above = [table.title, *table.notes]
        sheet.freeze_panes = f"A{len(above) + 2}"
        sheet.append([_said(sheet, table.title, Font(bold=True, size=14))])
        for note in table.notes:
            sheet.append([_said(sheet, note, Font(color="667085"))])
        sheet.append([_head(sheet, head, kind) for head, kind in zip(table.heads, table.kinds, strict=True)])
        for row in table.rows:
            sheet.append([_cell(sheet, value, kind) for value, kind in zip(row, table.kinds, strict=True)])


def _said(sheet: Any, words: str, font: Font) -> Any:  # noqa: ANN401  openpyxl's cells are of no named type
    cell = WriteOnlyCell(sheet, writable(words))
    cell.data_type = "s"
    cell.font = font
    return cell


def _head(sheet: Any, words: str, kind: str) -> Any:  # noqa: ANN401  as above
    cell = _said(sheet, words, Font(bold=True))
    cell.alignment = Alignment(horizontal="left" if kind == TEXT else "right")
    return cell


def _cell(sheet: Any, value: Value, kind: str) -> Any:  # noqa: ANN401  as above
    if value is None:
        return None
    if isinstance(value, str):
        return _said(sheet, value, Font())
    exact: Any = Decimal(value).scaleb(_DIVISORS[kind]) if kind in _DIVISORS else value
    cell = WriteOnlyCell(sheet, exact)
    cell.number_format = _STYLES.get(kind, "General")
    return cell
