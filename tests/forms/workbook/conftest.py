"""Workbooks as an accountant would hand them in, written cell by cell."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from forms.workbook.importing import import_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.workbook.importing import ImportResult

AS_OF = "2026-11-03"
HEADER = (
    "合同编号",
    "项目名称",
    "客户名称",
    "客户国别",
    "客户行业",
    "业务类别",
    "业务小类",
    "签约日期",
    "到期日",
    "币种",
    "合同金额",
)
ROW = (
    "YJ-1",
    "测试服务合同",
    "株式会社北斗",
    "日本",
    "I",
    "ITO",
    "软件研发服务",
    "2026-10-08",
    "2027-10-07",
    "日元",
    1_250_000,
)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write rows into a sheet whose first cell is the one named."""

    def write(
        rows: Sequence[Sequence[object]], *, at: str = "A1", sheet: str = "合同台账", name: str = "台账.xlsx"
    ) -> Path:
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet
        top, left = page[at].row, page[at].column
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                page.cell(top + down, left + right).value = value
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def contracts() -> Callable[..., list[tuple[object, ...]]]:
    """Give a header and contract rows; each row changes some columns of a good one, by header."""

    def rows(*changes: dict[str, object]) -> list[tuple[object, ...]]:
        made = [tuple(change.get(head, value) for head, value in zip(HEADER, ROW, strict=True)) for change in changes]
        return [HEADER, *made]

    return rows


@pytest.fixture
def bring(book: Book) -> Callable[..., ImportResult]:
    """Import a file into the contract ledger of the test's Book."""

    def run(path: Path, **more: object) -> ImportResult:
        return import_workbook(book, "JLFW-02", path, as_of=AS_OF, **more)

    return run


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@pytest.fixture
def raw(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook from the XML of its sheet data; other parts may be given by name."""

    def write(sheet_data: str, *, strings: str = "", properties: str = "", **parts: str) -> Path:
        files = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
            '"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>'
            '<sheet name="合同台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" '
            f'Target="styles.xml"/><Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
            "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode='
            '"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font/></fonts><fills '
            'count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs>'
            '<xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/>'
            "</cellXfs></styleSheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>',
        } | parts
        path = tmp_path / "raw.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, xml in files.items():
                package.writestr(name, xml)
        return path

    return write
