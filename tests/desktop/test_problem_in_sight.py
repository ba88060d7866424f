"""The line of the problem one went to stays highlighted, whatever is checked anew meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import background, earlier, todo
from desktop.pages.home import HomePage
from desktop.pages.ledger import LedgerPage
from desktop.place import Place
from forms import ledger

FORM = "JLFW-02"
TODAY = "2026-11-03"


def highlighted(page):
    """Give row number and field of the lines highlighted in the panel that can be seen."""
    table, model = page.panel.table, page.panel.table.model()
    rows = table.selectionModel().selectedRows()
    assert all(table.viewport().rect().intersects(table.visualRect(one)) for one in rows)
    return [(model.problems[one.row()].pos, model.problems[one.row()].field) for one in rows]


@pytest.fixture
def many_mistakes(ledger_page, qtbot, contract):
    """Add twelve contracts of September whose amount is no number."""
    for number in range(7, 19):
        bad = contract(number, signed_on="2026-09-10", effective_on="2026-09-10", amount_orig="约一千")
        ledger.add_row(ledger_page.model.book, FORM, bad, as_of=TODAY)
    ledger_page.refresh()
    ledger_page.check()
    qtbot.waitUntil(lambda: len(ledger_page.panel.problems()) >= 12)
    return ledger_page


def test_f8_after_an_edit_highlights_its_line_and_a_check_leaves_it_so(many_mistakes, qtbot):
    page = many_mistakes
    column = page.model.place_of["amount_orig"]
    page.view.select_cell(14, column)
    page.model.setData(page.model.index(14, column), "2000")
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    page.step_problem(forward=True)
    went = page.view.currentIndex()
    here = (page.model.row_at(went.row()).pos, page.model.columns[went.column()].id)
    assert highlighted(page) == [here]
    qtbot.waitUntil(lambda: not page.checks.stale)
    mended = (15, "amount_orig")
    qtbot.waitUntil(lambda: all((one.pos, one.field) != mended for one in page.panel.problems()))
    with qtbot.waitSignal(page.checks.changed):
        page.checks.check_all()
    assert highlighted(page) == [here]


def test_a_new_list_does_not_bring_back_a_line_one_has_left(many_mistakes, qtbot):
    page = many_mistakes
    page.step_problem(forward=True)
    page.view.select_cell(0, page.model.place_of["client_name"])
    with qtbot.waitSignal(page.checks.changed):
        page.checks.check_all()
    assert highlighted(page) == []


def test_mend_of_a_report_leads_to_the_first_error_of_its_period(contracts, qtbot, contract):
    book = contracts.book
    earlier_one = contract(7, signed_on="2026-09-10", effective_on="2026-09-10", amount_orig="约一千")
    ledger.add_row(book, FORM, earlier_one, as_of=TODAY)
    ledger.add_row(book, FORM, contract(8, amount_orig="十万左右"), as_of=TODAY)
    contracts.with_earlier = True
    page = HomePage(contracts)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    qtbot.waitUntil(lambda: contracts.result is not None and not background.busy())
    lines = todo.lines(contracts)
    number, line = next((place, one) for place, one in enumerate(lines) if one.form == FORM)
    assert line.errors
    went = []
    contracts.placeWanted.connect(went.append)
    page._follow(number)
    assert went == [earlier.cell_of(contracts, Place(FORM, "2026-10"))]
    rows = {row["uid"]: row["contract_no"] for row in ledger.read_rows(book, FORM)}
    assert went[0].period == "2026-10"
    assert rows[went[0].uid] != "YJ-007"
    assert went[0].field


def test_f8_before_the_check_has_ended_goes_to_the_first_mistake_when_it_has(contracts, contract, qtbot):
    ledger.add_row(contracts.book, FORM, contract(7, amount_orig="约一千"), as_of=TODAY)
    page = LedgerPage(contracts, FORM)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    assert page.step_problem(forward=True), "it does not lead to another form, whose mistakes are known already"
    qtbot.waitUntil(lambda: page.view.currentIndex().column() > 0)
    first, there = page.panel.problems()[0], page.view.currentIndex()
    assert (first.pos, first.field) == (there.row() + 1, page.model.columns[there.column()].id)
