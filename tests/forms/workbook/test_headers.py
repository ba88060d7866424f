"""Headers as they come: in units of ten thousand, printed on every page, without the column that names the row."""

from __future__ import annotations

import openpyxl
import pytest

from forms import ledger, unparsed
from forms.errors import WorkbookRefused
from forms.workbook.template import write_template

FORM = "JLFW-02"
REPEATED = "重复的表头"


def rows_of(book):
    return ledger.read_rows(book, FORM)


def renamed(rows, **names):
    """Give the rows with other column names: `合同金额="合同金额（万元）"`."""
    return [[names.get(head, head) for head in rows[0]], *rows[1:]]


def test_a_header_printed_on_every_page_is_no_contract(book, workbook, contracts, bring):
    header, first, second = contracts({}, {"合同编号": "YJ-2"})
    spaced = [f" {name}\n" if name == "项目名称" else name for name in header]
    title = ["延吉海兰江 2026 年合同台账"]
    result = bring(workbook([title, header, first, [], title, spaced, second, header]))
    assert (result.rows_read, result.rows_accepted, result.rows_refused) == (5, 2, 3)
    assert [row["contract_no"] for row in rows_of(book)] == ["YJ-1", "YJ-2"]
    assert [row.row for row in result.refused] == [5, 6, 8]
    assert {row.reason.partition("，")[0] for row in result.refused} == {REPEATED}
    assert not [finding for finding in result.findings if finding.rule == "F00-004"]
    assert result.totals["amount_orig"]["JPY"].unread == 0


def test_a_header_of_years_printed_again_is_known_by_its_numbers(book, workbook, bring):
    header = ["合同编号", "项目名称", 2023, 2024, 2025, 2026]
    result = bring(workbook([header, ["YJ-1", "测试服务", 1, 2, 3, 4], header]))
    assert (result.rows_accepted, [row.row for row in result.refused]) == (1, [3])


def test_two_filled_templates_pasted_one_below_the_other(book, catalogue, tmp_path, bring):
    path = write_template(catalogue, FORM, tmp_path / "模板.xlsx", period="2026-10")
    made = openpyxl.load_workbook(path)
    page = made["填报"]
    heads = [[cell.value for cell in row] for row in page.iter_rows(max_row=3)]
    for number, line in enumerate((["YJ-1"], *heads, ["YJ-2"]), 4):
        for column, value in enumerate(line, 1):
            page.cell(number, column).value = value
    made.save(path)
    result = bring(path)
    assert (result.rows_read, result.rows_accepted, result.rows_refused) == (5, 2, 3)
    assert [(row.row, row.reason[:5]) for row in result.refused] == [(5, REPEATED), (6, REPEATED), (7, REPEATED)]


def test_a_contract_whose_name_is_a_word_of_the_header_stays_a_contract(book, workbook, contracts, bring):
    rows = contracts({"项目名称": "客户名称", "客户名称": "合同金额"}, {"合同编号": "合同编号"})
    result = bring(workbook(rows))
    assert (result.rows_accepted, result.rows_refused) == (2, 0)


@pytest.mark.parametrize(
    "name",
    [
        "合同金额（万元）",
        "合同金额(万)",
        "合同金额/万元",
        "合同金额【单位：万元】",
        "合同金额（原币，万元）",
        "合 同 额\n（万 元）",
    ],
)
def test_amounts_in_ten_thousands_are_converted_to_the_cent(book, workbook, contracts, bring, name):
    rows = contracts(
        {"合同金额": 125.5},
        {"合同编号": "YJ-2", "合同金额": "1,234.567891"},
        {"合同编号": "YJ-3", "合同金额": 0.1 + 0.2},
    )
    result = bring(workbook(renamed(rows, 合同金额=name)))
    assert [row["amount_orig"] for row in rows_of(book)] == [125_500_000, 1_234_567_891, 300_000]
    assert result.columns["amount_orig"] == "K"
    assert result.unknown == {}
    assert result.totals["amount_orig"]["JPY"].file == result.totals["amount_orig"]["JPY"].book == 1_360_367_891
    (notice,) = result.notices
    assert "万" in notice
    assert "10,000" in notice
    assert result.to_json()["notices"] == [notice]


def test_a_contract_ledger_in_ten_thousand_dollars(book, workbook, contracts, bring):
    rows = contracts({"合同金额": 22.9312, "币种": "USD"})
    bring(workbook(renamed(rows, 合同金额="合同金额(万美元)")))
    (row,) = rows_of(book)
    assert (row["amount_usd"], row["amount_orig"]) == (22_931_200, None)


def test_what_is_finer_than_a_cent_after_converting_is_kept_and_marked(book, workbook, contracts, bring):
    rows = contracts(
        {"合同金额": 1.2345678}, {"合同编号": "YJ-2", "合同金额": "约12"}, {"合同编号": "YJ-3", "合同金额": "待定"}
    )
    path = workbook(renamed(rows, 合同金额="合同金额（万元）"))
    result = bring(path)
    kept = [unparsed.of(row)["amount_orig"] for row in rows_of(book)]
    # With its unit, so that what is typed over it in the ledger is read in the unit of the ledger.
    assert kept == [("1.2345678万", "too-precise"), ("约12万", "not-a-number"), ("待定", "not-a-number")]
    assert result.totals["amount_orig"]["JPY"].unread == 3
    assert bring(path).unchanged == 3


def test_a_cell_that_names_its_own_unit_means_that(book, workbook, contracts, bring):
    amounts = ("12.5万", "1.2亿", "3000元", "￥3", "（2.5）", "=1/3", "12.5万元", 2)
    rows = contracts(*({"合同编号": f"YJ-{number}", "合同金额": amount} for number, amount in enumerate(amounts)))
    path = workbook(renamed(rows, 合同金额="合同金额（万元）"))
    made = openpyxl.load_workbook(path)
    made.active["K7"].data_type = "s"
    made.save(path)
    bring(path)
    assert [row["amount_orig"] for row in rows_of(book)] == [
        12_500_000,
        12_000_000_000,
        300_000,
        3_000_000,
        -2_500_000,
        333_333,
        12_500_000,
        2_000_000,
    ]


def test_a_sum_typed_as_text_that_no_amount_can_be_is_kept_as_it_stands(book, workbook, contracts, bring):
    """Found by fuzzing (`tests/faults/parsers.py`): it ended the reader, and with it the whole import."""
    typed = f"=3-2026{'0' * 30}/9"
    path = workbook(renamed(contracts({"合同金额": "1"}), 合同金额="合同金额（万元）"))
    made = openpyxl.load_workbook(path)
    made.active["K2"].value = typed
    made.active["K2"].data_type = "s"
    made.save(path)
    bring(path)
    assert [unparsed.of(row)["amount_orig"] for row in rows_of(book)] == [(f"{typed}万", "too-large")]


@pytest.mark.parametrize(
    "name", ["合同美元金额（万元）", "合同金额（万日元）", "合同金额（亿元）", "合同金额（百万元）"]
)
def test_a_unit_that_does_not_fit_the_field_leaves_the_column_out_and_says_so(book, workbook, contracts, bring, name):
    result = bring(workbook(renamed(contracts({}), 合同金额=name)))
    assert not {"amount_orig", "amount_usd"} & result.columns.keys()
    assert result.unknown == {"K": name}
    (row,) = rows_of(book)
    assert row["amount_orig"] is None
    (notice,) = result.notices
    assert name in notice
    assert "K列" in notice


def test_of_two_amounts_the_one_in_units_is_taken(book, workbook, contracts, bring):
    header, row = contracts({})
    result = bring(workbook([["合同金额（万元）", *header], [999, *row]]))
    assert (result.columns["amount_orig"], result.unknown) == ("L", {"A": "合同金额（万元）"})
    assert rows_of(book)[0]["amount_orig"] == 125_000_000


def test_a_ledger_without_the_column_that_names_the_contract(book, workbook, contracts, bring):
    rows = [row[1:] for row in contracts({})]
    with pytest.raises(WorkbookRefused, match="工作表“合同台账”第2行的表头里没有“合同号”一列") as refusal:
        bring(workbook([["合同台账"], *rows]))
    assert refusal.value.code == "no-key-column"
    assert rows_of(book) == []


def test_either_column_that_names_an_execution_is_asked_for(book, workbook, contracts):
    from forms.workbook.importing import import_workbook

    with pytest.raises(WorkbookRefused, match="没有“执行序号”或“合同号”一列") as refusal:
        import_workbook(book, "JLFW-03", workbook([["执行日期", "执行金额", "币种"], ["2026-10-08", 3, "USD"]]))
    assert refusal.value.code == "no-key-column"


def test_a_page_of_brackets_above_the_table_keeps_nobody_waiting(book, workbook, contracts, bring):
    result = bring(workbook([["(" * 30_000] * 11, *contracts({})]))
    assert (result.rows_accepted, result.columns["contract_no"]) == (1, "A")
