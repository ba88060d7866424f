"""A change of a contract begun from the contract's row."""

from __future__ import annotations

import pytest

from desktop.place import Place
from forms import ledger


@pytest.fixture
def wanted(ledger_page):
    places = []
    ledger_page.workspace.placeWanted.connect(places.append)
    return places


def test_a_change_is_begun_with_the_contract_filled_in(ledger_page, wanted):
    book = ledger_page.workspace.book
    ledger_page.view.select_cell(1, 0)
    (action,) = ledger_page.changes.menu().actions()
    assert "合同变更" in action.text()
    action.trigger()
    contract = ledger.read_rows(book, "JLFW-02")[1]
    (row,) = ledger.read_rows(book, "JLFW-02B")
    assert row["contract_no"] == contract["contract_no"]
    assert (row["change_seq"], row["old_amount_orig"]) == (1, contract["amount_orig"])
    assert wanted == [Place("JLFW-02B", "", row["uid"], "change_on")]


def test_a_row_without_a_number_has_nothing_to_change(ledger_page, wanted):
    book = ledger_page.workspace.book
    uid = ledger.add_row(book, "JLFW-02", {"contract_name": "没有合同号"}, as_of=ledger_page.workspace.as_of)
    ledger_page.refresh()
    ledger_page.view.select_cell(ledger.row_count(book, "JLFW-02") - 1, 0)
    assert ledger.read_rows(book, "JLFW-02")[-1]["uid"] == uid
    ledger_page.changes.begin(*ledger_page.changes.offered[0])
    assert ledger.row_count(book, "JLFW-02B") == 0
    assert wanted == []
