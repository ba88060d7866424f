"""A contract that turns up after its month was received belongs to that month, which is filed anew as a correction."""

from __future__ import annotations

import random

import pytest

from forms import cards, filing, late_rows, ledger, series
from forms.sample_ledgers import contract
from sync import exchange, sealing

JANUARY, MARCH = "2026-01", "2026-03"
FOUND = "YJ-2026-990"


@pytest.fixture
def found(enrolled, month):
    """January and February are accepted; in March a contract of January is found in a drawer."""
    month.file(enrolled)
    exchange.sync(enrolled)
    made = contract(random.Random(9), JANUARY, 99, month.period) | {"contract_no": FOUND}
    ledger.add_row(enrolled, "JLFW-02", made, as_of=month.as_of)
    month.explain(enrolled)
    return enrolled


def places(filed):
    return [(one.form, one.period) for one in filed]


def test_it_is_offered_with_the_next_month_and_so_is_the_report_that_adds_it_up(found, month):
    late = [("JLFW-02", JANUARY), ("JLFW-04", JANUARY)]
    assert late_rows.places(found, MARCH, as_of=month.as_of) == late
    assert sealing.earlier(found, MARCH, month.as_of) == late
    result = sealing.file_period(found, MARCH, forms=["JLFW-02"], as_of=month.as_of)
    assert (result.filed, result.earlier) == ([], [("JLFW-02", JANUARY)])


def test_it_goes_as_a_correction_of_its_month_and_the_province_takes_it(found, month):
    before = series.series_state(found, "JLFW-02", JANUARY, month.as_of)
    settled = [row["uid"] for row in ledger.read_rows(found, "JLFW-02") if row["settled"]]
    counted = cards.card_values(found, "JLFW-04", JANUARY, as_of=month.as_of)["new_contracts_cnt"]
    along = late_rows.places(found, MARCH, as_of=month.as_of)
    result = sealing.file_period(found, MARCH, forms=["JLFW-02"], along=along, as_of=month.as_of)
    blocked = [(one.form, one.period, one.errors, one.unexplained, one.why) for one in result.blocked]
    assert blocked == []
    assert places(result.filed) == [("JLFW-02", JANUARY), ("JLFW-04", JANUARY)]
    document = filing.document_of(found, result.filed[0].id)
    assert (document["revision"], document["base"], document["reason"]) == (2, before.filing_id, "correction")
    assert document["reason_text"].startswith("补登")
    assert filing.document_of(found, result.filed[1].id)["cells"]["new_contracts_cnt"] == counted
    report = exchange.sync(found)
    assert (report.refused, report.queued) == (0, 0)
    assert late_rows.places(found, MARCH, as_of=month.as_of) == []
    kept = {row["uid"]: row["settled"] for row in ledger.read_rows(found, "JLFW-02")}
    assert {kept[uid] for uid in settled} == {1}


def test_executions_of_it_wait_for_it(found, month):
    """The province has January's contracts, but not this one: it would refuse the execution."""
    typed = {"contract_no": FOUND, "exec_on": "2026-03-04", "amount_orig": "100", "exec_basis": "ACCEPTED"}
    ledger.add_row(found, "JLFW-03", typed, as_of=month.as_of)
    month.explain(found)
    (blocked,) = sealing.file_period(found, MARCH, forms=["JLFW-03"], as_of=month.as_of).blocked
    assert (blocked.errors, blocked.needs) == (0, (("JLFW-02", JANUARY),))
    assert blocked.why.startswith("执行台账 2026年3月 用到 2026年1月登记的合同")
    along = sealing.file_period(found, MARCH, forms=["JLFW-03"], along=blocked.needs, as_of=month.as_of)
    assert places(along.filed) == [("JLFW-02", JANUARY), ("JLFW-03", MARCH)]
    assert exchange.sync(found).refused == 0


def test_its_own_month_takes_it_too(found, month):
    result = sealing.file_period(found, JANUARY, as_of=month.as_of)
    assert places(result.filed) == [("JLFW-02", JANUARY), ("JLFW-04", JANUARY)]
    assert exchange.sync(found).refused == 0
