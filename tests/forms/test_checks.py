"""Checking a Book: what is found where, what cannot be decided, what only new rows are asked, what was explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from forms import checks, ledger
from forms.checks import check, check_row, row_rule_ids
from forms.errors import InputRefused
from forms.explanations import explain, unexplained
from forms.findings import sources
from forms.sample_papers import SCANS
from forms.series import series_state

if TYPE_CHECKING:
    import sqlite3

    from forms.book import Book
    from forms.findings import Finding, Source

AS_OF = "2026-09-20"
CONTRACT: dict[str, Any] = {
    "contract_no": "YJ-2026-017",
    "contract_name": "韩国物流管理系统开发",
    "software_reg_no": "RJ2026090017",
    "client_name": "Hansol Logistics Co., Ltd.",
    "client_country": "KOR",
    "client_industry": "G",
    "biz_l1": "ITO",
    "biz_code": "C1101",
    "signed_on": "2026-09-02",
    "expires_on": "2027-08-31",
    "ccy": "USD",
    "amount_orig": "1000000",
    "contract_files": SCANS,
    "status_biz": "RUNNING",
}
EXECUTION: dict[str, Any] = {
    "contract_no": "YJ-2026-017",
    "exec_no": "Z-1",
    "exec_on": "2026-09-10",
    "exec_basis": "FX_RECEIPT",
    "amount_orig": "100000",
    "payer_name": "Hansol Logistics Co., Ltd.",
    "payer_country": "KOR",
}


@pytest.fixture(autouse=True)
def _header(book: Book) -> None:
    book.set_header(unit_head="金成浩", stat_head="李红", filler="金英姬", filler_tel="0433-2550001")


def contract(book: Book, **changes: object) -> str:
    return ledger.add_row(book, "JLFW-02", {**CONTRACT, **changes}, as_of=AS_OF)


def execution(book: Book, **changes: object) -> str:
    return ledger.add_row(book, "JLFW-03", {**EXECUTION, **changes}, as_of=AS_OF)


def found(book: Book, rule: str, as_of: str = AS_OF, **asked: Any) -> list[Finding]:
    return [finding for finding in check(book, as_of=as_of, **asked).findings if finding.rule == rule]


def test_a_clean_contract_and_its_execution_bring_nothing(book: Book) -> None:
    contract(book)
    execution(book, exec_basis="ACCEPTED")  # what was received would need its receipt
    assert check(book, as_of=AS_OF).findings == []


def test_a_finding_names_place_numbers_and_remedy(book: Book) -> None:
    contract(book)
    execution(book)
    uid = execution(book, exec_no="Z-2", exec_on="2026-09-15", amount_orig="1150000")
    (finding,) = found(book, "X-005")
    assert (
        finding.message
        == "合同YJ-2026-017累计执行1,250,000.00美元，超过合同额1,000,000.00美元，请先办理合同变更或核对执行金额。"
    )
    assert (finding.form, finding.period, finding.row, finding.uid) == ("JLFW-03", "2026-09", 2, uid)
    assert (finding.key, finding.field, finding.value) == ("Z-2", "amount_orig", "1,150,000.00")
    assert (finding.sheet, finding.cell) == (None, None)
    assert finding.severity == "error"


def test_what_does_not_parse_is_one_finding_and_the_row_rules_over_it_are_silent(book: Book) -> None:
    contract(book, amount_orig="一百万", expires_on="明年八月")
    findings = check(book, as_of=AS_OF).findings
    assert {(one.rule, one.field, one.value) for one in findings} == {
        ("F00-004", "expires_on", "明年八月"),
        ("F00-004", "amount_orig", "一百万"),
    }


def test_a_sum_over_an_unparsed_amount_is_undecided_for_that_contract_only(book: Book) -> None:
    contract(book)
    contract(book, contract_no="YJ-2026-018", client_name="株式会社北斗", amount_orig="50000")
    execution(book, amount_orig="1500000")
    execution(book, exec_no="Z-2", amount_orig="八万")
    execution(book, exec_no="Z-3", contract_no="YJ-2026-018", amount_orig="90000")
    result = check(book, as_of=AS_OF)
    assert [one.key for one in result.findings if one.rule == "X-005"] == ["Z-3"]
    assert ("X-005", ("YJ-2026-017",)) in [(one.rule, one.values) for one in result.undecided]


def test_a_rule_is_wholly_undecided_where_it_is_unknown_whose_the_value_is(book: Book) -> None:
    contract(book)
    execution(book, amount_orig="1500000")
    ledger.add_row(book, "JLFW-03", {**EXECUTION, "exec_no": "Z-2", "contract_no": 1234567890123456.0}, as_of=AS_OF)
    result = check(book, as_of=AS_OF)
    assert [one for one in result.findings if one.rule == "X-005"] == []
    assert ("X-005", None) in [(one.rule, one.values) for one in result.undecided]


def test_a_card_rule_is_undecided_in_the_month_of_the_unparsed_value_only(book: Book) -> None:
    revenue = {"total_revenue": "10000", "so_revenue": "10000", "so_revenue_off": "10000"}
    for month in ("2026-08", "2026-09"):
        ledger.set_card(book, "JLFW-04", month, revenue, as_of=AS_OF)
    contract(book, signed_on="2026-08-01")
    execution(book, exec_on="2026-08-10")
    execution(book, exec_no="Z-2", amount_orig="八万")
    assert [one.period for one in found(book, "F04-003")] == ["2026-08"]


@pytest.mark.parametrize(
    ("as_of", "rule", "form"),
    [
        ("2026-10-20", "F02-016", "JLFW-02"),
        ("2026-10-20", "W-003", "JLFW-03"),
        ("2027-04-01", "W-002", "JLFW-03"),
        ("2027-03-31", "W-004", "JLFW-03"),
    ],
)
def test_the_window_and_lateness_look_only_at_rows_that_are_new_or_changed(
    book: Book, as_of: str, rule: str, form: str
) -> None:
    contract(book)
    execution(book)
    assert [one.form for one in found(book, rule, as_of)] == [form]
    for table in ("contracts", "executions"):
        book.db.execute(f"UPDATE {table} SET settled = 1")
    assert found(book, rule, as_of) == []


def test_until_march_the_second_half_of_last_year_may_be_filled(book: Book) -> None:
    contract(book, signed_on="2026-06-20", expires_on="2027-08-31")
    execution(book, exec_on="2026-07-01")
    execution(book, exec_no="Z-2", exec_on="2026-06-30")
    assert [one.key for one in found(book, "W-001", "2027-03-31")] == ["Z-2"]
    assert [one.key for one in found(book, "W-002", "2027-04-01")] == ["Z-2", "Z-1"]  # by period


def test_the_day_is_what_the_check_is_told(book: Book) -> None:
    contract(book, signed_on="2026-09-15")
    assert [one.rule for one in check(book, as_of="2026-09-14").findings if one.severity == "error"] == ["F02-009"]
    assert check(book, as_of="2026-09-15").errors == 0


def test_one_row_is_checked_by_its_row_rules(book: Book) -> None:
    uid = contract(book, expires_on="2026-09-01")
    assert {one.rule for one in check_row(book, "JLFW-02", uid, AS_OF)} == {"F02-009"}
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "expires_on", "2027-09-01")], label="改", as_of=AS_OF)
    assert check_row(book, "JLFW-02", uid, AS_OF) == []


def test_one_row_is_told_what_the_whole_check_tells_of_it_by_the_row_rules(book: Book) -> None:
    uid = contract(book, amount_orig="十二万", client_name="测试", expires_on="2026-01-01")
    contract(book, client_name="测试")  # the same number twice: a rule over all rows
    told = [one for one in check(book, forms=["JLFW-02"], as_of=AS_OF).findings if one.uid == uid]
    by_row = [one for one in told if one.rule in row_rule_ids(book, "JLFW-02")]
    assert sorted(by_row, key=str) == sorted(check_row(book, "JLFW-02", uid, AS_OF), key=str)
    assert 0 < len(by_row) < len(told)


def test_a_period_is_checked_with_the_rows_that_have_none(book: Book) -> None:
    contract(book, signed_on=None, effective_on="2026-09-02")
    contract(book, contract_no="YJ-2026-018", signed_on="2026-08-02", contract_name=None)
    findings = check(book, period="2026-09", forms=["JLFW-02"], as_of=AS_OF).findings
    assert {(one.rule, one.period, one.field) for one in findings} == {("F00-001", "", "signed_on")}


def test_an_imported_value_has_its_cell_until_it_is_edited(book: Book) -> None:
    uid = contract(book, expires_on="2026-09-01")
    with book.transaction() as db:
        columns = json.dumps({"expires_on": "F", "effective_on": "E"})
        values = ("i1", "JLFW-02", "2026-09-20T08:00:00Z", "合同.xlsx", "x", "合同台账", columns, "{}", "{}", "[]")
        named = "id, form, at, file_name, sha256, sheet, columns, counts, totals, refused"
        db.execute(f"INSERT INTO imports({named}) VALUES ({', '.join('?' * len(values))})", values)
        db.execute("UPDATE contracts SET import_id = 'i1', import_row = 17")
    places = {(one.sheet, one.cell) for one in check(book, as_of=AS_OF).findings if one.field == "expires_on"}
    assert places == {("合同台账", "F17")}
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "expires_on", "2026-08-01")], label="改", as_of=AS_OF)
    places = {(one.sheet, one.cell) for one in check(book, as_of=AS_OF).findings if one.field == "expires_on"}
    assert places == {(None, None)}


def test_a_warning_waits_for_an_explanation_of_ten_characters(book: Book) -> None:
    uid = contract(book, software_reg_no=None)
    (warning,) = unexplained(book, check(book, as_of=AS_OF).findings)
    assert warning.rule == "F02-002"
    with pytest.raises(InputRefused, match="不少于10个字"):
        explain(book, "JLFW-02", "2026-09", "F02-002", "没有办", uid)
    explain(book, "JLFW-02", "2026-09", "F02-002", "该合同不涉及软件出口登记手续", uid)
    assert unexplained(book, check(book, as_of=AS_OF).findings) == []
    contract(book, contract_no="YJ-2026-018", client_name="株式会社北斗", software_reg_no=None)
    assert len(unexplained(book, check(book, as_of=AS_OF).findings)) == 1
    explain(book, "JLFW-02", "2026-09", "F02-002", "两份合同都不涉及软件出口登记")
    assert unexplained(book, check(book, as_of=AS_OF).findings) == []
    explain(book, "JLFW-02", "2026-09", "F02-002", "")
    assert len(unexplained(book, check(book, as_of=AS_OF).findings)) == 1


def test_the_counts_of_a_check_are_kept(book: Book) -> None:
    contract(book, software_reg_no=None, expires_on="2026-09-01")
    check(book, as_of=AS_OF)
    row = book.db.execute("SELECT * FROM checked WHERE form = 'JLFW-02' AND period = '2026-09'").fetchone()
    assert (row["errors"], row["warnings"], row["infos"], row["unexplained"]) == (2, 1, 0, 1)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("amount_orig", "12.3456", "小数最多2位，现有4位，请按规定位数填写。"),
        ("amount_orig", "12.3456789万", "小数最多2位，现有3位，请按规定位数填写。"),
        ("amount_orig", "9" * 17, "数字过大（须小于10,000,000,000,000），请核对单位。"),
        ("fx_rate_usd", "0.123456789", "小数最多8位，现有9位，请按规定位数填写。"),
        ("contract_name", "长" * 130, "最多120个字，现有130个字，请缩短。"),
        ("contract_no", "Y" * 61, "最多60位，现有61位，请对照原件核对。"),
        ("client_uscc", "9122 0101 1234 5678 841", "应为18位，现有19位，请对照证照核对。"),
        ("staff_involved", "1.5", "应为整数。"),
        ("staff_involved", "-3", "不能为负数。"),
    ],
)
def test_what_does_not_parse_is_told_with_what_is_allowed_and_what_there_is(
    book: Book, field: str, typed: str, says: str
) -> None:
    contract(book, **{field: typed})
    (finding,) = found(book, "F00-004")
    assert (finding.field, finding.message.endswith(f"”，{says}")) == (field, True), finding.message


def test_a_contract_without_its_number_is_named_by_its_row(book: Book) -> None:
    contract(book, contract_no="", amount_orig="0")
    (finding,) = found(book, "F02-010")
    assert finding.message.startswith("合同（第1行，未填合同号）金额0.00")


def test_an_amount_that_is_none_is_not_also_unusual(book: Book) -> None:
    contract(book, amount_orig="0")
    contract(book, contract_no="YJ-2026-018", amount_orig="-5")
    assert {one.rule for one in check(book, as_of=AS_OF).findings} == {"F02-010"}


@pytest.mark.parametrize("signed_on", ["1990-09-02", "0216-09-02"])
def test_a_classification_the_program_filled_in_is_not_blamed_for_an_odd_date(book: Book, signed_on: str) -> None:
    contract(book, signed_on=signed_on, effective_on="2026-09-02")
    fields = [one.field for one in check(book, as_of=AS_OF).findings if one.rule in ("F00-003", "F02-008")]
    assert fields == ["signed_on"]
    (finding,) = found(book, "F00-003")
    assert finding.message == (
        f"合同台账第1行“签订日期”{signed_on}没有可用的分类方案（带出的是“2007年分类”），请核对签订日期。"
    )


def test_a_code_out_of_force_is_blamed_once_and_beside_its_date(book: Book) -> None:
    contract(book, biz_code="B1101")
    (finding,) = [one for one in check(book, as_of=AS_OF).findings if one.rule in ("F00-003", "F02-008")]
    assert (finding.rule, finding.field) == ("F02-008", "biz_code")
    assert "2026-09-02" in finding.message


def test_an_execution_keeps_the_classification_its_contract_was_registered_with(book: Book) -> None:
    uid = contract(book, signed_on="2018-06-01", expires_on="2026-12-31", biz_code="B1101")
    book.db.execute("UPDATE contracts SET settled = 1 WHERE uid = ?", (uid,))
    execution(book, exec_basis="ACCEPTED")
    assert check(book, as_of=AS_OF, forms=["JLFW-03"]).findings == []
    execution(book, exec_no="Z-2", amount_orig="5000", biz_code="B2101")
    (finding,) = found(book, "F00-003")
    assert (finding.key, finding.field) == ("Z-2", "biz_code")
    assert finding.message == (
        "执行台账第2行“业务小类”的“企业业务流程设计服务”在执行日期2026-09-10不能使用（尚未启用或已停用），"
        "请从下拉列表重新选择，或核对执行日期。"
    )


def test_what_is_typed_while_a_check_runs_is_not_checked(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = contract(book)
    typed: list[int] = []

    def read_sources(db: sqlite3.Connection, form: str) -> dict[str, Source]:
        if not typed:  # the rows are being read: another hand types
            typed.append(
                ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "ccy", "")], label="清空", as_of=AS_OF)
            )
        return sources(db, form)

    monkeypatch.setattr(checks, "sources", read_sources)
    result = check(book, as_of=AS_OF)

    assert typed[0] > result.seq
    assert series_state(book, "JLFW-02", "2026-09", AS_OF).checked_at is None
    check(book, as_of=AS_OF)
    assert series_state(book, "JLFW-02", "2026-09", AS_OF).checked_at is not None


def test_a_check_says_which_forms_it_saw_whole(book: Book) -> None:
    contract(book, signed_on="2026-08-02")
    contract(book, contract_no="YJ-2026-018")

    assert "JLFW-02" in check(book, as_of=AS_OF).whole
    assert check(book, forms=["JLFW-02"], as_of=AS_OF).whole == {"JLFW-02"}
    assert "JLFW-02" not in check(book, period="2026-09", as_of=AS_OF).whole


def test_findings_are_sorted_out_by_series(book: Book) -> None:
    contract(book, signed_on="2026-08-02", amount_orig="")
    contract(book, contract_no="YJ-2026-018", amount_orig="")
    result = check(book, as_of=AS_OF)

    for period in ("2026-08", "2026-09"):
        expected = [
            one for one in result.findings if (one.form, one.period, one.severity) == ("JLFW-02", period, "error")
        ]
        assert expected
        assert result.among("JLFW-02", period, "error") == expected
    told = [one for some in result.to_explain.values() for group in some.values() for one in group]
    assert sorted(map(repr, told)) == sorted(repr(one) for one in result.findings if one.severity == "warning")
    assert (result.errors, result.warnings) == tuple(
        sum(one.severity == severity for one in result.findings) for severity in ("error", "warning")
    )
