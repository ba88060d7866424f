"""The navigation by groups: what nobody owes and the firm never used is folded away until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop import todo
from desktop.navigation_entries import FOLD
from desktop.window import Window
from forms import ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

TODAY = "2026-11-03"
COURSE = {"course_name": "软件测试实务班", "start_on": "2026-10-12", "end_on": "2026-10-16", "trainer_org": "延边大学"}
UNUSED = ["form:JLFW-07", "form:JLFW-08", "form:JLFW-10"]


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[Window]:
    made = Window(workspace)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    workspace.bookChanged.emit()
    yield made
    made.close()


def lines(window: Window) -> list[str]:
    return [entry.page or entry.text for entry in window.navigation.view.model().entries]


def at(window: Window, page: str):
    return window.navigation.view.model().index(lines(window).index(page))


def test_forms_stand_in_groups_and_what_is_never_used_behind_a_line(window: Window) -> None:
    shown = lines(window)
    groups = [one for one in shown if one in ("台账", "月报", "年报", "按需填报")]
    assert groups == ["台账", "月报", "年报", "按需填报"]
    assert shown.index("月报") < shown.index("form:JLFW-06") < shown.index("form:JLFW-04") < shown.index("年报")
    assert shown[shown.index("年报") + 1] == "form:JLFW-09"
    assert "form:JLFW-11" not in shown, "a firm has no park to report"
    assert not set(UNUSED) & set(shown)
    assert shown[shown.index("按需填报") + 1] == FOLD
    assert FOLD not in window.navigation.pages()


def test_a_few_pixels_less_bring_no_bar(qtbot: QtBot, window: Window) -> None:
    view = window.navigation.view
    for height in range(768, 735, -1):
        window.resize(1366, height)
        qtbot.waitUntil(lambda: window.height() == height)  # noqa: B023  asked before the next turn
        assert not view.verticalScrollBar().isVisible(), height


def test_a_page_that_is_no_entry_marks_the_one_it_belongs_to_which_leads_back(qtbot: QtBot, window: Window) -> None:
    view = window.navigation.view
    window.show_page("policy")
    assert view.currentIndex() == at(window, "statistics")
    assert window.navigation.page() == "policy"
    spot = view.visualRect(at(window, "statistics")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.navigation.page() == "statistics"
    assert window.page() is window.pages["statistics"]


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_the_line_shows_and_hides_the_rest_and_leads_nowhere(qtbot: QtBot, window: Window, by: str) -> None:
    view = window.navigation.view
    said: list[str] = []
    window.navigation.chosen.connect(said.append)

    def take_the_line() -> None:
        view.setCurrentIndex(at(window, FOLD))
        if by == "key":
            qtbot.keyClick(view, Qt.Key.Key_Return)
        else:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(at(window, FOLD)).center())

    take_the_line()
    assert set(UNUSED) <= set(lines(window))
    assert (said, window.navigation.page()) == ([], "home")
    window.show_page("form:JLFW-10")
    take_the_line()
    shown = lines(window)
    assert [one for one in UNUSED if one in shown] == ["form:JLFW-10"], "the page that is open keeps its line"
    assert window.navigation.page() == "form:JLFW-10"


def test_a_form_that_was_used_stands_with_the_others_and_among_the_months_duties(
    window: Window, workspace: Workspace, contract: Callable[..., dict[str, object]]
) -> None:
    ledger.add_row(workspace.book, "JLFW-02", contract(1), as_of=TODAY)
    assert not {"JLFW-07", "JLFW-08", "JLFW-10", "JLFW-09"} & {one.form for one in todo.lines(workspace)}
    ledger.add_row(workspace.book, "JLFW-10", COURSE, as_of=TODAY)
    assert "JLFW-10" in [one.form for one in todo.lines(workspace) if one.owed]
    path = workspace.book.path
    workspace.let_go()
    workspace.open_book(path)
    assert "form:JLFW-10" in lines(window)
    assert "form:JLFW-07" not in lines(window)
