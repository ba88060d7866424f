"""A contract the province has and that was executed stays: it is ended by a change, not taken out (T-013)."""

from __future__ import annotations

import pytest

from forms import checks, corrections, explanations, ledger
from forms.errors import EditRefused
from sync import exchange, sealing

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


@pytest.fixture
def renumbered(reopened, month):
    """One of January's executed contracts was given another number; give the row and the number it was filed with."""
    uid = executed(reopened, yes=True)[0]
    number = ledger.read_row(reopened, "JLFW-02", uid)["contract_no"]
    edit = ledger.CellEdit(uid, "contract_no", "YJ-2026-990")
    ledger.set_cells(reopened, "JLFW-02", [edit], label="改合同号", as_of=month.as_of)
    return uid, number


def gone(book, month):
    found = checks.check(book, period=JANUARY, forms=["JLFW-02"], as_of=month.as_of).findings
    return [one for one in found if one.rule == "T-013"]


def test_an_executed_contract_does_not_vanish_behind_another_number(reopened, renumbered, month):
    uid, number = renumbered
    (told,) = gone(reopened, month)
    assert (told.severity, told.form, told.period, told.row) == ("warning", "JLFW-02", JANUARY, None)
    assert told.message.startswith(f"合同{number}曾经上报，执行台账有")
    (blocked,) = sealing.file_period(reopened, JANUARY, forms=["JLFW-02"], as_of=month.as_of).blocked
    assert (blocked.errors, blocked.unexplained) == (0, 1)
    edit = ledger.CellEdit(uid, "contract_no", number)
    ledger.set_cells(reopened, "JLFW-02", [edit], label="改回", as_of=month.as_of)
    assert gone(reopened, month) == []


def test_the_executions_may_follow_their_contract_to_its_new_number(reopened, renumbered, month):
    _uid, number = renumbered
    lines = ledger.read_rows(reopened, "JLFW-03", where="contract_no = ?", params=(number,))
    for period in {row["period"] for row in lines}:
        corrections.begin(reopened, "JLFW-03", period, "合同号登记有误")
    edits = [ledger.CellEdit(row["uid"], "contract_no", "YJ-2026-990") for row in lines]
    ledger.set_cells(reopened, "JLFW-03", edits, label="改合同号", as_of=month.as_of)
    assert gone(reopened, month) == []


def test_an_explained_change_of_number_reaches_the_province(reopened, renumbered, month):
    del renumbered
    explanations.explain(reopened, "JLFW-02", JANUARY, "T-013", "合同号登记有误，执行随后更正。")
    month.explain(reopened)
    result = sealing.file_period(reopened, JANUARY, forms=["JLFW-02"], as_of=month.as_of)
    assert [(one.form, one.period) for one in result.filed] == [("JLFW-02", JANUARY)]
    assert exchange.sync(reopened).refused == 0
