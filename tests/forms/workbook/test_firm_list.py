"""Many firms from an Excel list: the good lines get Books, each refused line is told with its cell and reason."""

from __future__ import annotations

import random

import openpyxl
import pytest

from forms.book import Book
from forms.cabinet import Cabinet
from forms.errors import WorkbookRefused
from forms.founding import found_all
from forms.sample_firms import credit_code
from forms.workbook.firm_list import read_firm_list, write_firm_template
from forms.workbook.plain_list import write_list

RANDOM = random.Random(11)
CODES = [credit_code(RANDOM, "222401") for _ in range(4)]


def filled(path, rows, heads=("企业名称", "统一社会信用代码", "属地", "起报月份")):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["某代账公司客户名单"])
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def silent(_number):
    pass


def test_a_list_on_the_template_makes_a_book_for_every_firm(tmp_path):
    template = write_firm_template(tmp_path / "名单.xlsx")
    workbook = openpyxl.load_workbook(template)
    workbook.active.append(["甲软件", CODES[0].lower(), "延吉市", "2026-03"])
    workbook.active.append([" 乙  数据 ", CODES[1], 222401, None])
    workbook.save(template)
    read = read_firm_list(template, {})
    assert read.refused == []
    made = found_all(tmp_path / "账套", read.firms, silent, lambda: False)
    assert made.refused == []
    firms = [Book.open(path, readonly=True).firm for path in made.made]
    assert [(firm.name, firm.uscc, firm.starts_on) for firm in firms] == [
        ("甲软件", CODES[0], "2026-03-01"),
        ("乙 数据", CODES[1], "2026-01-01"),
    ]


def test_each_refused_line_names_its_cell_and_its_reason(tmp_path):
    wrong = CODES[1][:17] + ("1" if CODES[1][17] != "1" else "2")
    path = filled(
        tmp_path / "名单.xlsx",
        [
            ["甲软件", CODES[0], "延吉市", None],
            ["", CODES[1], "延吉市", None],
            ["丙物流", wrong, "延吉市", None],
            ["丁数据", 912224011234567890, "延吉市", None],
            [None, None, None, None],
            ["甲软件（重复）", CODES[0], "延吉市", None],
            ["戊设计", CODES[2], "火星市", None],
            ["己客服", CODES[3], "222401", "去年"],
            ["庚外包", "91222401MA1DEM1235", "延吉市", None],
        ],
    )
    read = read_firm_list(path, {"91222401MA1DEM1235": "庚外包公司"})
    assert [firm.name for firm in read.firms] == ["甲软件"]
    told = {line.cell: line.reason for line in read.refused}
    assert list(told) == ["A4", "B5", "B6", "B8", "C9", "D10", "B11"]
    assert "没有企业名称" in told["A4"]
    assert "校验" in told["B5"]
    assert "Excel" in told["B6"]
    assert "第3行" in told["B8"]
    assert "行政区划" in told["C9"]
    assert "庚外包公司" in told["B11"]


def test_a_list_without_its_heads_and_a_file_that_is_none_are_refused(tmp_path):
    with pytest.raises(WorkbookRefused) as no_header:
        read_firm_list(filled(tmp_path / "无表头.xlsx", [["甲", CODES[0], "延吉市"]], heads=("a", "b", "c")), {})
    assert "统一社会信用代码" in no_header.value.message
    (tmp_path / "不是.xlsx").write_bytes(b"hello")
    with pytest.raises(WorkbookRefused):
        read_firm_list(tmp_path / "不是.xlsx", {})


def test_a_firm_whose_book_cannot_be_made_leaves_nothing_behind_and_holds_up_no_other(tmp_path):
    folder = tmp_path / "账套"
    folder.mkdir()
    (folder / f"{CODES[0]}.zhibao").write_text("别的东西")
    path = filled(tmp_path / "名单.xlsx", [["甲软件", CODES[0], "延吉市"], ["乙数据", CODES[1], "延吉市"]])
    made = found_all(folder, read_firm_list(path, {}).firms, silent, lambda: False)
    assert [path.stem for path in made.made] == [CODES[1]]
    assert [name for name, _why in made.refused] == ["甲软件"]
    assert (folder / f"{CODES[0]}.zhibao").read_text() == "别的东西"
    assert {one.uscc for one in map(Cabinet(folder).stand, Cabinet(folder).paths())} == {"", CODES[1]}


def test_a_list_passed_on_keeps_codes_and_formulas_as_text(tmp_path):
    path = write_list(
        tmp_path / "全部企业.xlsx", "全部企业", ["企业", "信用代码"], [["=HYPERLINK(1)", CODES[0]], ["甲", ""]]
    )
    sheet = openpyxl.load_workbook(path)["全部企业"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["企业", "信用代码"],
        ["=HYPERLINK(1)", CODES[0]],
        ["甲", None],
    ]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
