"""A new row does not shout: what it still lacks is 待填 until the row is left or checked, and nobody is let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop import background
from forms import checks, ledger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage

FORM = "JLFW-02"
PERIOD = "2026-10"


def add_row(page: LedgerPage, qtbot: QtBot) -> str:
    """Add a row at the end as Ins does; give its uid."""
    page.add_row()
    quiet(qtbot)
    return page.model.row_at(page.model.rowCount() - 1).uid


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def check_in_background(page: LedgerPage, qtbot: QtBot) -> None:
    page.checks.check_all()
    quiet(qtbot)


def errors(page: LedgerPage) -> int:
    return sum(page.checks.counts().errors)


def awaited(page: LedgerPage, uid: str) -> set[str]:
    return {field for field, mark in (page.model.marks.of(uid) or {}).items() if mark.awaits}


def found(page: LedgerPage, uid: str) -> int:
    """Count what the check says of the row, whatever the grid shows."""
    listed = checks.check(page.workspace.book, forms=[FORM], as_of=page.workspace.as_of).findings
    return sum(one.uid == uid and one.severity == "error" for one in listed)


def test_a_new_row_awaits_its_cells_and_counts_no_errors(ledger_page: LedgerPage, qtbot: QtBot) -> None:
    before = errors(ledger_page)
    uid = add_row(ledger_page, qtbot)
    lacking = awaited(ledger_page, uid)
    assert {"contract_no", "signed_on", "amount_orig"} <= lacking
    assert errors(ledger_page) == before
    check_in_background(ledger_page, qtbot)  # the one that runs by itself a moment after an edit
    assert (errors(ledger_page), awaited(ledger_page, uid)) == (before, lacking)
    assert found(ledger_page, uid) == len(lacking)  # and the check lets nothing through
    place = ledger_page.model.place_of["contract_no"]
    row = ledger_page.model.row_at(ledger_page.model.rowCount() - 1)
    assert ledger_page.model.mark(row, place).severity == ""


def test_what_is_typed_is_judged_at_once_and_what_is_left_out_when_the_row_is_left(
    ledger_page: LedgerPage, qtbot: QtBot
) -> None:
    before = errors(ledger_page)
    uid = add_row(ledger_page, qtbot)
    lacking = len(awaited(ledger_page, uid))
    view, model = ledger_page.view, ledger_page.model
    last = model.rowCount() - 1
    assert model.setData(model.index(last, model.place_of["contract_no"]), "YJ-900")
    assert model.setData(model.index(last, model.place_of["amount_orig"]), "约一千")
    assert len(awaited(ledger_page, uid)) == lacking - 2
    assert errors(ledger_page) == before + 1  # the amount is no number, and the grid says so now
    view.select_cell(last - 1, 0)
    assert awaited(ledger_page, uid) == set()
    assert errors(ledger_page) >= before + 1 + lacking - 2
    assert any(one.uid == uid and one.field == "client_name" for one in ledger_page.panel.models[0].problems)


def test_asking_for_a_check_or_for_the_next_problem_ends_the_quiet(ledger_page: LedgerPage, qtbot: QtBot) -> None:
    before = errors(ledger_page)
    uid = add_row(ledger_page, qtbot)
    ledger_page.check()
    quiet(qtbot)
    assert awaited(ledger_page, uid) == set()
    assert errors(ledger_page) > before

    second = add_row(ledger_page, qtbot)
    assert awaited(ledger_page, second)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Escape)
    assert ledger_page.step_problem(forward=True)
    assert awaited(ledger_page, second) == set()


def test_a_row_that_was_there_before_is_never_quiet(ledger_page: LedgerPage, qtbot: QtBot) -> None:
    before = errors(ledger_page)
    ledger.add_row(ledger_page.workspace.book, FORM, {"contract_name": "没有编号"}, as_of=ledger_page.workspace.as_of)
    ledger_page.model.refresh()
    check_in_background(ledger_page, qtbot)
    uid = ledger_page.model.row_at(ledger_page.model.rowCount() - 1).uid
    ledger_page.view.select_cell(ledger_page.model.rowCount() - 1, 0)
    assert awaited(ledger_page, uid) == set()
    assert errors(ledger_page) == before + found(ledger_page, uid) > before
