"""Which sheet of a workbook is read, and what the answer says of the others."""

from __future__ import annotations

import re
import zipfile

import openpyxl
import pytest

from forms import ledger


@pytest.fixture
def sheets(tmp_path):
    """Write a workbook of several sheets: name → rows; the names in `hidden` are not shown."""

    def write(pages, *, hidden=()):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in pages.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(row)
            if name in hidden:
                page.sheet_state = "hidden"
        book.save(tmp_path / "台账.xlsx")
        return tmp_path / "台账.xlsx"

    return write


def numbers(book):
    return [row["contract_no"] for row in ledger.read_rows(book, "JLFW-02")]


def test_a_hidden_sheet_of_the_forms_name_does_not_win_over_the_one_in_sight(book, sheets, contracts, bring):
    old, new = contracts({"合同编号": "旧"}), contracts({"合同编号": "新"})
    result = bring(sheets({"合同台账": old, "数据": new}, hidden=["合同台账"]))
    assert (result.sheet, numbers(book)) == ("数据", ["新"])
    (notice,) = result.notices
    assert "隐藏的工作表“合同台账”" in notice
    assert "没有读" in notice


def test_a_hidden_sheet_is_read_where_it_is_the_only_one_and_that_is_said(book, sheets, contracts, bring):
    result = bring(sheets({"封面": [["封面"]], "合同台账": contracts({})}, hidden=["合同台账"]))
    assert result.sheet == "合同台账"
    assert ["隐藏" in notice for notice in result.notices] == [True]


def test_of_two_sheets_alike_the_first_is_read_and_the_other_named(book, sheets, contracts, bring):
    path = sheets({"一月": contracts({}), "二月": contracts({"合同编号": "YJ-2"}), "三月": contracts()})
    result = bring(path)
    assert (result.sheet, numbers(book)) == ("一月", ["YJ-1"])
    (notice,) = result.notices
    assert "“一月”" in notice
    assert "“二月”" in notice
    assert "三月" not in notice  # it has no rows
    asked = bring(path, sheet="二月")
    assert (asked.sheet, asked.notices, numbers(book)) == ("二月", [], ["YJ-1", "YJ-2"])


def test_a_sheet_of_the_forms_name_goes_before_one_alike(book, sheets, contracts, bring):
    result = bring(sheets({"备份": contracts({"合同编号": "旧"}), "合同台账": contracts({})}))
    assert (result.sheet, numbers(book)) == ("合同台账", ["YJ-1"])
    assert ["“备份”" in notice for notice in result.notices] == [True]


def test_a_sheet_with_rows_goes_before_an_empty_one_of_the_forms_name(book, sheets, contracts, bring):
    result = bring(sheets({"合同台账": contracts(), "数据": contracts({})}))
    assert (result.sheet, numbers(book)) == ("数据", ["YJ-1"])


def test_a_sheet_of_other_columns_is_not_mentioned(book, sheets, contracts, bring):
    receipts = [["合同号", "收款日期", "收款金额"], ["YJ-1", "2026-10-09", 3]]
    result = bring(sheets({"合同台账": contracts({}), "收款": receipts}))
    assert (result.sheet, result.notices) == ("合同台账", [])


def test_a_sheet_too_odd_for_a_glance_does_not_stand_in_the_way_of_the_forms_own(book, sheets, contracts, bring):
    # A cell at the far corner, in a sheet only the native reader could read, would end the reading child.
    far = '<row r="1"><c r="A1"><v>1</v></c> </row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = sheets({"合同台账": contracts({}), "草稿": [["随手记"]]})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    draft = parts["xl/worksheets/sheet2.xml"].decode()
    parts["xl/worksheets/sheet2.xml"] = re.sub("<sheetData>.*</sheetData>", f"<sheetData>{far}</sheetData>", draft)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert (bring(path).sheet, numbers(book)) == ("合同台账", ["YJ-1"])
