"""A colleague's list that says its unit once, above the table or in a row of units, or only by how its cells look."""

from __future__ import annotations

import openpyxl
import pytest

from forms import ledger

FORM = "JLFW-02"


def amounts(book):
    return [row["amount_orig"] for row in ledger.read_rows(book, FORM)]


@pytest.mark.parametrize(
    "line",
    [
        ["单位：万元"],
        ["", "", "", "", "金额单位:万元"],
        ["延吉海兰江 2026 年合同台账（单位：万元）"],
        ["合同台账（万元）"],
        ["编制单位：延吉海兰江软件有限公司", "", "", "2026年", "单 位：万 元"],
        ["本表金额以万元为单位"],
    ],
)
def test_a_unit_above_the_header_counts_for_the_amounts(book, workbook, contracts, bring, line):
    result = bring(workbook([line, *contracts({"合同金额": 125.5}, {"合同编号": "YJ-2", "合同金额": "3,000元"})]))
    assert amounts(book) == [125_500_000, 300_000]
    (notice,) = result.notices
    assert "万" in notice
    assert "K列“合同金额”已乘以 10,000" in notice


@pytest.mark.parametrize(
    "line",
    [
        ["单位：元"],
        ["编制单位：万元素软件有限公司"],
        ["单位：万人"],
        ["单位负责人：元方"],
        ["2026年合同台账（日元合同）"],
        ["计量单位：千克"],
    ],
)
def test_what_only_looks_like_a_unit_of_money_changes_nothing(book, workbook, contracts, bring, line):
    result = bring(workbook([line, *contracts({})]))
    assert amounts(book) == [125_000_000]
    assert result.notices == []


def test_two_units_above_one_table_are_told_and_none_is_taken(book, workbook, contracts, bring):
    result = bring(workbook([["单位：万元", "单位：元"], *contracts({})]))
    assert amounts(book) == [125_000_000]
    (notice,) = result.notices
    assert "“单位：万元”、“单位：元”" in notice
    assert "请核对" in notice


def test_a_unit_that_cannot_be_converted_leaves_the_amounts_out(book, workbook, contracts, bring):
    result = bring(workbook([["单位：千元"], *contracts({})]))
    assert amounts(book) == [None]
    assert result.unknown == {"K": "合同金额"}
    assert "K列“合同金额”的单位与指标的单位不符" in result.notices[0]


def test_a_column_with_a_unit_of_its_own_keeps_it(book, workbook, contracts, bring):
    header, row = contracts({"合同金额": 12})
    result = bring(workbook([["单位：万元"], [*header, "合同金额（美元）"], [*row, 800]]))
    (kept,) = ledger.read_rows(book, FORM)
    assert (kept["amount_orig"], kept["amount_usd"]) == (12_000_000, 80_000)
    assert ["另有单位" in notice for notice in result.notices] == [False, True]


def test_a_row_of_units_below_the_header_is_no_contract(book, workbook, contracts, bring):
    header, row = contracts({"合同金额": 12})
    result = bring(workbook([header, [""] * 10 + ["（万元）"], row]))
    assert (result.rows_read, result.rows_refused, amounts(book)) == (1, 0, [12_000_000])
    assert "K列“合同金额”已乘以 10,000" in result.notices[0]


def test_a_line_below_the_header_may_say_the_unit_too(book, workbook, contracts, bring):
    header, row = contracts({"合同金额": 12})
    result = bring(workbook([header, ["单位：万元"], row]))
    assert (result.rows_read, amounts(book)) == (1, [12_000_000])


def test_a_row_that_has_only_a_currency_is_refused_not_swallowed(book, workbook, contracts, bring):
    header, row = contracts({})
    result = bring(workbook([header, [""] * 9 + ["美元"], row]))
    assert (result.rows_read, result.rows_refused) == (2, 1)


def test_a_cost_in_yen_is_not_taken_for_yuan(book, workbook):
    from forms.workbook.importing import import_workbook

    path = workbook([["证书编号", "证书名称", "认证费用（日元）"], ["C-1", "ISO 27001", 300_000]])
    result = import_workbook(book, "JLFW-05", path)
    assert "cost" not in " ".join(result.columns)
    assert result.unknown == {"C": "认证费用（日元）"}
    assert "C列“认证费用（日元）”的单位与指标的单位不符" in result.notices[0]


@pytest.mark.parametrize("shown", ['0.00"万"', '#,##0.0"万元"', "0.00万"])
def test_cells_that_only_look_like_ten_thousands_are_told(book, workbook, contracts, bring, shown):
    path = workbook(contracts({"合同金额": 125.5}))
    made = openpyxl.load_workbook(path)
    made.active["K2"].number_format = shown
    made.save(path)
    result = bring(path)
    assert amounts(book) == [12_550]
    (notice,) = result.notices
    assert "K列“合同金额”" in notice
    assert "万" in notice
    assert "请核对" in notice


@pytest.mark.parametrize("shown", ['0!.0,"万"', "0\\.0,万", '"万"0', "#,##0.00"])
def test_cells_shown_in_ten_thousands_but_kept_in_yuan_are_what_they_are(book, workbook, contracts, bring, shown):
    path = workbook(contracts({"合同金额": 1_255_000}))
    made = openpyxl.load_workbook(path)
    made.active["K2"].number_format = shown
    made.save(path)
    assert bring(path).notices == []
    assert amounts(book) == [125_500_000]
