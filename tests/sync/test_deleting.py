"""A contract the province has and that was executed stays: it is ended by a change, not taken out (T-013)."""

from __future__ import annotations

import pytest

from forms import corrections, ledger
from forms.errors import EditRefused
from sync import exchange

JANUARY = "2026-01"


@pytest.fixture
def reopened(enrolled, month):
    """Two months are accepted, and January's contracts are open for a correction."""
    month.file(enrolled)
    exchange.sync(enrolled)
    corrections.begin(enrolled, "JLFW-02", JANUARY, "误登一份合同")
    return enrolled


def executed(book, *, yes):
    """January's contracts that executions name, or the others."""
    numbers = {row["contract_no"] for row in ledger.read_rows(book, "JLFW-03")}
    listed = ledger.read_rows(book, "JLFW-02", where="period = ?", params=(JANUARY,))
    return [row["uid"] for row in listed if (row["contract_no"] in numbers) == yes]


def test_an_executed_contract_is_not_taken_out_by_a_correction(reopened):
    before = ledger.row_count(reopened, "JLFW-02")
    with pytest.raises(EditRefused, match="该合同存在执行记录，不能删除，请终止。"):
        ledger.delete_rows(reopened, "JLFW-02", executed(reopened, yes=True)[:1])
    assert ledger.row_count(reopened, "JLFW-02") == before


def test_a_second_row_of_the_same_contract_may_go(reopened, month):
    kept = ledger.read_row(reopened, "JLFW-02", executed(reopened, yes=True)[0])
    again = {"contract_no": kept["contract_no"], "signed_on": kept["signed_on"]}
    twice = ledger.add_row(reopened, "JLFW-02", again, as_of=month.as_of)
    assert ledger.delete_rows(reopened, "JLFW-02", [twice])


def test_a_contract_without_executions_may_go(reopened, month):
    """Its executions were taken out before: nothing is left that would lose its contract."""
    uid = executed(reopened, yes=True)[0]
    number = ledger.read_row(reopened, "JLFW-02", uid)["contract_no"]
    lines = ledger.read_rows(reopened, "JLFW-03", where="contract_no = ?", params=(number,))
    for period in {row["period"] for row in lines}:
        corrections.begin(reopened, "JLFW-03", period, "误登一份合同")
    ledger.delete_rows(reopened, "JLFW-03", [row["uid"] for row in lines])
    assert ledger.delete_rows(reopened, "JLFW-02", [uid])
