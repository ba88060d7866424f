"""What the province must have first, said before anything is frozen: the firm itself, and every month before."""

from __future__ import annotations

import pytest

from forms import ledger
from sync import exchange, referred, sealing

MARCH = "2026-03"
NOTHING = {
    "total_revenue": "0",
    "so_revenue": "0",
    "so_revenue_off": "0",
    "is_zero_report": "是",
    "zero_reason": "NOT_DUE",
}


@pytest.fixture
def january_filed(enrolled, month):
    """January is with the province, February was forgotten, March has no business."""
    sealing.file_period(enrolled, "2026-01", as_of=month.as_of)
    exchange.sync(enrolled)
    ledger.set_card(enrolled, "JLFW-04", MARCH, NOTHING, as_of=month.as_of)
    month.explain(enrolled)
    return enrolled


REPORT = ["JLFW-01", "JLFW-02", "JLFW-02B", "JLFW-03", "JLFW-03A", "JLFW-04"]


def places(filed):
    return [(one.form, one.period) for one in filed]


def test_a_month_is_not_frozen_while_the_one_before_it_is_with_nobody(january_filed, month):
    before = january_filed.db.execute("SELECT count(*) FROM filings").fetchone()[0]
    result = sealing.file_period(january_filed, MARCH, forms=["JLFW-04"], as_of=month.as_of)
    assert result.filed == []
    (blocked,) = result.blocked
    assert (blocked.form, blocked.errors, blocked.unexplained) == ("JLFW-04", 0, 0)
    assert ("JLFW-04", "2026-02") in blocked.needs
    assert ("JLFW-03", "2026-02") in blocked.needs
    said = "收入与执行月报 2026年3月 以前的 2026年2月还没有上报，请先上报2026年2月（无业务请零申报）；请一并补报"
    assert blocked.why == said
    assert january_filed.db.execute("SELECT count(*) FROM filings").fetchone()[0] == before


def test_the_months_before_go_along_and_the_province_takes_them_all(january_filed, month):
    (blocked,) = sealing.file_period(january_filed, MARCH, forms=["JLFW-04"], as_of=month.as_of).blocked
    result = sealing.file_period(january_filed, MARCH, forms=["JLFW-04"], along=blocked.needs, as_of=month.as_of)
    assert {*places(result.filed)} == {*blocked.needs, ("JLFW-04", MARCH)}
    report = exchange.sync(january_filed)
    assert (report.refused, report.queued) == (0, 0)


def test_all_that_is_owed_of_earlier_months_closes_the_gap(january_filed, month):
    result = sealing.file_period(january_filed, MARCH, forms=REPORT, with_earlier=True, as_of=month.as_of)
    assert result.blocked == []
    assert {("JLFW-04", "2026-02"), ("JLFW-04", MARCH)} <= {*places(result.filed)}
    assert exchange.sync(january_filed).refused == 0


def test_a_firm_may_begin_with_the_present_month(ready, month):
    """Nothing was filed before it: earlier months are listed, not demanded."""
    result = sealing.file_period(ready, MARCH, as_of=month.as_of)
    assert [one.why for one in result.blocked if one.form == "JLFW-04"] in ([], [""])


def test_the_monthly_report_waits_for_a_firm_the_province_never_heard_of(ready, month):
    (blocked,) = sealing.file_period(ready, "2026-01", forms=["JLFW-04"], as_of=month.as_of).blocked
    assert blocked.needs == (("JLFW-01", "2026"),)
    assert blocked.why == "收入与执行月报 2026年1月 要等企业信息先上报，企业基本信息尚未上报；请一并报送"
    both = sealing.file_period(ready, "2026-01", forms=["JLFW-01", "JLFW-04"], as_of=month.as_of)
    assert places(both.filed) == [("JLFW-01", "2026"), ("JLFW-04", "2026-01")]


def test_reports_that_wait_for_the_firm_alone_are_said_in_one_sentence(ready, month):
    wanted = [("JLFW-04", "2026-01"), ("JLFW-04", "2026-02")]
    needs = referred.needs(ready, wanted, "2026-02", as_of=month.as_of)
    assert [*needs.values()] == [[("JLFW-01", "2026")]] * 2
    assert referred.sentences(ready, needs) == ["收入与执行月报等 2 张报表要等企业信息先上报；请一并报送"]
