"""企业信息 of a firm that was just added: what she said at the first run is there, and F8 leads to who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.profile import ProfilePage
from desktop.place import Place
from forms import journal, ledger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

FORM = "JLFW-01"


def shown(workspace: Workspace, qtbot: QtBot) -> ProfilePage:
    page = ProfilePage(workspace)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    return page


def test_name_and_division_are_brought_in_once(workspace: Workspace, qtbot: QtBot) -> None:
    book = workspace.book
    book.put("firm.demo", "0")
    shown(workspace, qtbot)
    year = workspace.period[:4]
    card = ledger.card_row(book, FORM, year)
    assert (card["ent_name"], card["division_code"]) == (book.firm.name, book.firm.division)
    last = journal.last_seq(book)
    shown(workspace, qtbot)
    assert journal.last_seq(book) == last


def test_a_demo_firm_is_left_as_it_is(workspace: Workspace, qtbot: QtBot) -> None:
    shown(workspace, qtbot)
    assert ledger.card_row(workspace.book, FORM, workspace.period[:4]) is None


def test_the_page_begins_in_its_first_field_and_f8_leads_to_the_header(workspace: Workspace, qtbot: QtBot) -> None:
    page = shown(workspace, qtbot)
    first = next(line for line in page.card.lines if line.editable)
    assert page.focusWidget() is first.input
    assert page.step_problem(forward=True)
    assert page.focusWidget() is page.people["unit_head"]
    workspace.book.set_header(unit_head="金", filler="崔", filler_tel="0433")
    page.show_place(Place(FORM, workspace.period[:4]))
    assert page.focusWidget() is first.input
