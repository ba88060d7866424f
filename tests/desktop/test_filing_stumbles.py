"""What a person stumbled over who was told only «file October for the demo firm»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop import background, journey
from desktop.app import dress, make_window
from desktop.demo import make_demo
from desktop.pages.way_back import BAR
from desktop.place import Place
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.submit_groups import Group
    from desktop.window import Window

REASON = "已与合同、收款凭证逐笔核对，情况属实。"


@pytest.fixture
def window(qapp, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Open the demo firm as it is on the first day, on the page 审核与报送."""
    path = make_demo(tmp_path / "demo")
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.open_book(path)
    made.show_page("submit")
    quiet(qtbot)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


# -- (b) a link into another month


def test_a_link_into_another_month_says_so_and_leads_back(window: Window, qtbot: QtBot) -> None:
    space = window.workspace
    before = space.period
    assert before == journey.PERIOD
    window.show_place(Place("JLFW-04", "2026-09", None, "total_revenue"))
    quiet(qtbot)
    assert space.period == "2026-09"
    assert window.notices.said() == {BAR: "已切换到2026年9月"}
    assert not window.notices.findChildren(QTimer)  # it waits for her, however long she works there
    window.show_page("submit")
    quiet(qtbot)
    assert window.page().head.text().endswith("2026年9月")
    window.show_page("records")
    assert BAR in window.notices.said()
    back = next(one for one in window.notices.findChildren(QPushButton) if one.text() == "返回2026年10月")
    assert window.rect().contains(back.mapTo(window, back.rect().bottomRight()))
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    quiet(qtbot)
    assert (space.period, window.navigation.page()) == (before, "submit")
    assert BAR not in window.notices.said()


def test_a_month_chosen_by_hand_takes_the_way_back_away(window: Window, qtbot: QtBot) -> None:
    window.show_place(Place("JLFW-04", "2026-09", None, "total_revenue"))
    assert BAR in window.notices.said()
    window.workspace.set_period("2026-08")
    quiet(qtbot)
    assert BAR not in window.notices.said()


def test_a_link_within_the_month_and_a_turn_by_hand_say_nothing(window: Window, qtbot: QtBot) -> None:
    window.show_place(Place("JLFW-04", window.workspace.period, None, "total_revenue"))
    window.show_place(Place("JLFW-01", "2026"))  # a year is no other month
    window.workspace.set_period("2026-08")
    quiet(qtbot)
    assert BAR not in window.notices.said()


# -- (c) the order of what waits for an explanation


def listed(window: Window) -> list[tuple[str, str]]:
    """Give the rules from the top of the page to its bottom."""
    boxes = window.page().explain._inputs
    return sorted(boxes, key=lambda key: boxes[key].mapTo(window.page(), boxes[key].pos()).y())


def explain(window: Window, qtbot: QtBot, key: tuple[str, str]) -> None:
    box = window.page().explain._inputs[key]
    box.setFocus()
    box.setText(REASON)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    quiet(qtbot)


def test_what_is_explained_stays_in_its_place_until_the_page_is_left_or_checked_again(
    window: Window, qtbot: QtBot
) -> None:
    page = window.page()
    order = listed(window)
    assert len(order) >= 2
    explain(window, qtbot, order[0])
    assert page.explain._inputs[order[0]].property("state") == "ok"
    qtbot.waitUntil(lambda: listed(window) == order)
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    quiet(qtbot)
    sorted_anew = [*order[1:], order[0]]
    qtbot.waitUntil(lambda: listed(window) == sorted_anew)

    explain(window, qtbot, sorted_anew[0])
    qtbot.waitUntil(lambda: listed(window) == sorted_anew)
    window.show_page("home")
    window.show_page("submit")
    quiet(qtbot)
    page.outdate()
    quiet(qtbot)
    qtbot.waitUntil(lambda: listed(window)[-1] in sorted_anew[:1] + sorted_anew[-1:])
    assert page.explain._inputs[listed(window)[0]].property("state") == "warning" or len(order) == 2


# -- (e) the pinned day of the demo firm


@pytest.mark.parametrize("page", ["home", "submit", "records"])
def test_the_day_of_the_demo_firm_is_said_and_explained(window: Window, qtbot: QtBot, page: str) -> None:
    window.show_page(page)
    quiet(qtbot)
    day = window.workspace.as_of
    said = [one for one in window.page().findChildren(QLabel) if one.text() == f"演示日期 {day}"]
    assert len(said) == 1
    assert said[0].isVisible()
    assert "固定" in said[0].toolTip()
    assert day in said[0].accessibleDescription()


# -- one explanation after the other, without the mouse


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_after_an_explanation_the_next_one_is_typed_at_once(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    page = window.page()
    order = listed(window)
    assert len(order) >= 4
    page.explain._inputs[order[0]].setFocus()
    for at in range(3):
        qtbot.keyClicks(QApplication.focusWidget(), "checked against the contract")
        qtbot.keyClick(QApplication.focusWidget(), key)
        before = QApplication.focusWidget()
        assert before is page.explain._inputs[order[at + 1]]
        height = before.mapTo(window, before.rect().topLeft()).y()
        quiet(qtbot)
        box = page.explain._inputs[order[at + 1]]
        assert QApplication.focusWidget() is box
        assert box is not before  # the page was made anew around the hand
        assert page.explain._inputs[order[at]].property("state") == "ok"
        qtbot.waitUntil(lambda: listed(window) == order)
        qtbot.waitUntil(lambda box=box, height=height: box.mapTo(window, box.rect().topLeft()).y() == height)
        assert window.strip.mapTo(window, window.strip.rect().topLeft()).y() > height + box.height()


def test_an_explanation_that_brings_an_earlier_month_along_leaves_the_hand_where_it_types(
    window: Window, qtbot: QtBot
) -> None:
    page = window.page()
    page.earlier.click()
    assert not page.earlier.isChecked()
    quiet(qtbot)
    change, following = listed(window)[:2]
    assert change[0] == "JLFW-02B"
    page.explain._inputs[change].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "checked against the contract")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    quiet(qtbot)
    assert page.needed.isVisible()  # the month of the changed contract
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.explain._inputs.get(following))


def test_tab_past_the_last_explanation_stays_on_the_page(window: Window, qtbot: QtBot) -> None:
    page = window.page()
    last = listed(window)[-1]
    box = page.explain._inputs[last]
    box.setFocus()
    qtbot.keyClicks(box, "checked against the contract")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    quiet(qtbot)
    assert page.isAncestorOf(QApplication.focusWidget())


# -- one unit for one thing


def counted(group: Group) -> int:
    return int(group.name.text().rpartition("　")[2].replace(",", ""))


def said_to_explain(page) -> int:
    """Add up «核实项待说明：本期 30 处，其他月份 359 处» of the sentence under the head."""
    sentence = page._why_not().partition("核实项待说明：")[2].partition("。")[0]
    return sum(int(number) for number in re.findall(r"\d+", sentence))


def test_the_groups_count_what_the_verdict_counts_and_no_month_that_is_held_back(window: Window, qtbot: QtBot) -> None:
    page = window.page()
    places = sum(len(group) for rules in window.workspace.result.to_explain.values() for group in rules.values())
    assert places > len(page.explain._inputs)
    assert said_to_explain(page) == counted(page.explain)
    explain(window, qtbot, listed(window)[0])
    assert said_to_explain(page) == counted(page.explain)
    held = [one for one in page._before if not one.ready]
    assert held
    offered = len(page.ready.chosen()) + len(page._before) - len(held)
    assert counted(page.ready) == offered
