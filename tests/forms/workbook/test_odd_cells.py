"""Cells that do not say what they seem to: errors in the key, dates counted from 1904, texts as long as a page."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from forms import ledger, unparsed


def rows_of(book):
    return ledger.read_rows(book, "JLFW-02")


def test_a_key_that_is_an_error_is_told_as_that_with_its_address(book, workbook, contracts, bring):
    rows = contracts({"合同编号": "#REF!"}, {"合同编号": "=B3&C3"}, {"合同编号": None})
    result = bring(workbook(rows))
    assert (result.rows_read, result.rows_accepted, result.rows_refused) == (3, 0, 3)
    error, formula, empty = (row.reason for row in result.refused)
    assert "“合同号”（A2）" in error
    assert "#REF!" in error
    assert "“合同号”（A3）" in formula
    assert "=B3&C3" in formula
    assert "公式" in formula
    assert "没有“合同号”" in empty
    assert "没有“合同号”" not in error + formula
    # The quick reader, which a formula without a value sends away, says the same.
    assert [row.reason for row in bring(workbook(rows[:2])).refused] == [error]
    # What the refused rows are worth stands in the file's total.
    assert result.totals["amount_orig"]["JPY"].file == 375_000_000


@pytest.mark.parametrize("hour", [0, 12])
def test_dates_of_a_workbook_that_counts_from_1904(book, workbook, contracts, bring, hour):
    day = dt.datetime(2026, 10, 5, hour)  # noqa: DTZ001 - a cell
    bare = 46300 - 1462
    rows = contracts(
        {"签约日期": day, "到期日": dt.date(2027, 10, 4)},
        {"合同编号": "YJ-2", "签约日期": bare, "到期日": "2027-10-04"},
        {"合同编号": "YJ-3", "签约日期": 20261005, "到期日": "约2027年"},
    )
    path = workbook(rows)
    made = openpyxl.load_workbook(path)
    made.epoch = CALENDAR_MAC_1904
    made.save(path)
    bring(path)
    assert [row["signed_on"] for row in rows_of(book)] == ["2026-10-05"] * 3
    assert [row["expires_on"] for row in rows_of(book)] == ["2027-10-04", "2027-10-04", None]


def test_a_page_of_text_is_quoted_by_its_beginning(book, workbook, contracts, bring):
    essay = "第一段：\r\n" + "按照双方的约定，本合同的金额另行商定。" * 50
    result = bring(workbook(contracts({"合同金额": essay, "币种": "不知道\n哪种"})))
    found = {finding.field: finding for finding in result.findings if finding.rule == "F00-004"}
    told = found["amount_orig"].message
    assert "“第一段：⏎按照双方的约定" in told
    assert "…”" in told
    assert len(told) < 100
    assert "“不知道⏎哪种”" in found["ccy"].message
    # The value itself is whole.
    assert found["amount_orig"].value == unparsed.of(rows_of(book)[0])["amount_orig"][0]
    assert len(found["amount_orig"].value) > 900


def test_a_long_contract_number_does_not_fill_the_sentence(book, workbook, contracts, bring):
    result = bring(workbook(contracts({"合同编号": "YJ-" + "0" * 57, "合同金额": -5})))
    told = [finding.message for finding in result.findings if finding.field == "amount_orig"]
    assert told
    assert all("0" * 57 not in message and "YJ-000" in message for message in told)


def test_a_column_with_a_page_for_a_header_is_named_by_its_beginning(book, workbook, contracts, bring):
    header, row = contracts({})
    result = bring(workbook([[*header, "说明" * 100], [*row, None]]))
    (name,) = result.unknown.values()
    assert name.startswith("说明说明")
    assert len(name) <= 41
