"""The report of a whole year: owed when the year is over, filed once its months are, and of what was filed of them."""

from __future__ import annotations

import pytest

from forms import cards, checks, corrections, explanations, ledger, sample_papers, series
from forms.book import Book
from forms.errors import ZhibaoError
from forms.sample_firms import HEADER, profile
from sync import enrolment, exchange, sealing
from sync.endpoint.demo import start_demo

NAME, CODE = "延吉海兰江软件有限公司", "91222401MA1DEM1235"
IN_DECEMBER, IN_JANUARY = "2026-12-20", "2027-01-05"
ANNUAL = ("JLFW-09", "2026")
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"
COUNTS = ("total", "total_college", "so", "so_college", "ito", "bpo", "kpo", "so_new", "so_new_college", "so_left")
NOBODY = {f"emp_{name}": "0" for name in COUNTS}
ZERO = {"is_zero_report": "是", "zero_reason": "NOT_DUE", "so_revenue": "0", "so_revenue_off": "0"}
YEAR = {
    "year_revenue": "80万",
    "year_so_revenue": "0",
    "year_so_off_revenue": "0",
    "total_assets": "100万",
    "net_profit": "-5万",
    "tax_paid": "1万",
    "emp_yearend": "0",
    "emp_college_yearend": "0",
    "emp_so_yearend": "0",
}


@pytest.fixture
def book(tmp_path):
    """A firm that reports here since November, both months and the year filled in."""
    facts = {"uscc": CODE, "name": NAME, "division": "222401", "starts_on": "2026-11-01"}
    with Book.create(tmp_path / "账套.zhibao", **facts, demo=True) as made:
        made.set_header(**HEADER)
        sample_papers.keep(made)
        ledger.set_card(made, "JLFW-01", "2026", profile(NAME, CODE), as_of=IN_JANUARY)
        ledger.set_card(made, "JLFW-09", "2026", YEAR, as_of=IN_JANUARY)
        for month, revenue in (("2026-11", "30万"), ("2026-12", "50万")):
            ledger.set_card(made, "JLFW-04", month, ZERO | {"total_revenue": revenue}, as_of=IN_JANUARY)
            ledger.set_card(made, "JLFW-06", month, NOBODY, as_of=IN_JANUARY)
        yield made


def explain(book):
    for one in explanations.unexplained(book, checks.check(book, as_of=IN_JANUARY).findings):
        explanations.explain(book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)


def file(book, period, **options):
    explain(book)
    return sealing.file_period(book, period, **{"as_of": IN_JANUARY, **options})


def places(result):
    return [(one.form, one.period) for one in result.filed]


def test_the_year_is_nobodys_duty_before_it_is_over(book):
    assert ANNUAL not in [(one.form, one.period) for one in series.all_series(book, IN_DECEMBER)]
    assert ANNUAL in [(one.form, one.period) for one in series.all_series(book, IN_JANUARY)]
    assert series.series_state(book, *ANNUAL, IN_JANUARY).due == "2027-01-15"
    with pytest.raises(ZhibaoError, match="结束后再报送"):
        sealing.file_period(book, "2026", forms=["JLFW-09"], as_of=IN_DECEMBER)


def test_it_waits_for_its_months_and_then_goes_with_december_or_the_year(book):
    assert ANNUAL not in series.due_series(book, "2026-12")
    result = file(book, "2026", forms=["JLFW-09"])
    assert [(one.form, one.period) for one in result.blocked] == [ANNUAL]
    assert [one.message for one in result.findings if one.rule == "X-003"] == [
        "年度经营情况（2026年）全年应报1个月的收入与执行月报，已报送0个月，全年数不完整，请先报送其余各月再报本表。"
    ]
    months = file(book, "2026-12", with_earlier=True)
    assert places(months) == [
        ("JLFW-01", "2026"),
        ("JLFW-06", "2026-11"),
        ("JLFW-04", "2026-11"),
        ("JLFW-06", "2026-12"),
        ("JLFW-04", "2026-12"),
    ]
    assert ANNUAL in series.due_series(book, "2026-12")
    assert ANNUAL in series.earlier_unfiled(book, "2027-01")
    assert ANNUAL not in series.due_series(book, "2026-11")
    assert places(file(book, "2026")) == [ANNUAL]


def test_its_figures_are_those_filed_and_a_later_correction_shows(book, tmp_path):
    with start_demo(tmp_path / "province", IN_JANUARY, script="accept-all") as province:
        enrolment.enroll(book, province.code(CODE))
        file(book, "2026-12", with_earlier=True)
        assert places(file(book, "2026-12")) == [ANNUAL]
        report = exchange.sync(book)
        assert (report.problem, report.refused, report.queued) == (None, 0, 0)
        assert series.series_state(book, *ANNUAL, IN_JANUARY).state == "ACCEPTED"
        contract = {
            "contract_no": "YJ-1",
            "contract_name": "软件测试",
            "client_name": "Hanbit",
            "client_country": "KOR",
        }
        contract |= {"signed_on": "2026-12-08", "ccy": "USD", "amount_orig": "1000"}
        ledger.add_row(book, "JLFW-02", contract, as_of=IN_JANUARY)
        assert cards.card_values(book, *ANNUAL, as_of=IN_JANUARY)["year_contract_usd"] == 0
        corrections.begin(book, "JLFW-04", "2026-12", "漏登了一份合同")
        assert ANNUAL not in series.earlier_unfiled(book, "2027-01")


def test_asking_for_a_year_that_runs_takes_no_month_that_has_not_begun(book):
    assert sealing.earlier(book, "2026", IN_DECEMBER) == [("JLFW-06", "2026-11"), ("JLFW-04", "2026-11")]


def test_a_park_owes_its_own_report_and_nothing_else_and_no_firm_owes_that(book, tmp_path):
    assert "JLFW-11" not in {one.form for one in series.all_series(book, IN_JANUARY)}
    facts = {"uscc": CODE, "name": "延吉中韩软件园管理中心", "division": "222401", "starts_on": "2026-01-01"}
    with Book.create(tmp_path / "园区.zhibao", **facts, owner="park") as park:
        assert [(one.form, one.period) for one in series.all_series(park, IN_JANUARY)] == [("JLFW-11", "2026")]
        park.set_header(**HEADER)
        report = {"park_code": "JLP05", "ent_cnt": "3", "so_ent_cnt": "2", "emp_so": "90"}
        report |= {"exec_usd": "100万", "exec_usd_off": "80万"}
        ledger.set_card(park, "JLFW-11", "2026", report, as_of=IN_JANUARY)
        assert places(sealing.file_period(park, "2026", as_of=IN_JANUARY)) == [("JLFW-11", "2026")]
