"""The template of an opening balance (期初): contracts, executions so far, the months as reported, and a guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from forms import periods
from forms.opened import CONTRACTS, EXECUTIONS, MONTHLY
from forms.opening_sheet import MONTH, SHEET
from forms.workbook.addresses import column_letters
from forms.workbook.layout import TEXT_FORMAT, HeaderLook
from forms.workbook.saving import refusing, save_workbook
from forms.workbook.template import write_codes, write_fill_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from forms.catalogue import Catalogue
    from forms.definition import Field

_WIDTH: Final = 18
_GUIDE: Final = (
    "1. “合同台账”填起报以前签订、已由原系统受理、还在履行的合同。",
    "2. “执行台账”填每份合同截至起报前的累计执行，一份合同每个币种一行，执行日期填起报前的最后一天。",
    "3. “期初数”每月一行，填当年起报以前各月已报的数；没有的列可以不填，也可以删去，列名请勿改动。",
    "4. 三张表的日期都须在起报月份以前；起报当月和以后的，请在台账里逐笔登记，不要填在这里。",
    "5. 在程序里选这个文件，先核对份数和合计再带入；有一格不能识别，就一行也不带入，并逐格列出。",
)


def write_opening_template(catalogue: Catalogue, path: Path, *, since: str) -> Path:
    """Write an empty opening balance for a firm whose first month here is `since`.

    Raises:
        InputRefused: the file cannot be written.
    """
    last = periods.previous(since)
    editions = [catalogue.edition(form, last) for form in (CONTRACTS, EXECUTIONS)]
    workbook = Workbook(write_only=True)
    with refusing(path):
        for edition in editions:
            write_fill_sheet(workbook, edition, title=edition.short)
        _write_months(workbook, catalogue, last)
        write_codes(workbook, catalogue, *editions)
        guide = workbook.create_sheet("说明")
        guide.column_dimensions["A"].width = 110
        for line in _GUIDE:
            guide.append([line])
    save_workbook(workbook, path)
    return path


def figures_of(catalogue: Catalogue, period: str) -> list[Field]:
    """List the figures that can stand on the sheet «期初数»: those of a month itself, not made of months filed."""
    fields = catalogue.edition(MONTHLY, period).fields
    return [field for field in fields if field.kind.numeric and "filed_" not in (field.computed or "")]


def _write_months(workbook: Workbook, catalogue: Catalogue, last: str) -> None:
    sheet, look = workbook.create_sheet(SHEET), HeaderLook()
    heads = [MONTH, *(field.label for field in figures_of(catalogue, last))]
    sheet.freeze_panes = "B2"
    cells = []
    for column, text in enumerate(heads):
        cell = WriteOnlyCell(sheet, text)
        cell.font, cell.border, cell.alignment = Font(bold=True), look.edge, look.centred
        sheet.column_dimensions[column_letters(column)].width = _WIDTH
        cells.append(cell)
    sheet.append(cells)
    for month in periods.months_between(f"{last[:4]}-01", last):
        cell = WriteOnlyCell(sheet, month)
        cell.number_format = TEXT_FORMAT
        sheet.append([cell])
