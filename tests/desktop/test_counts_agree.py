"""Home, the navigation, a ledger, the page of filing and F9 count mistakes alike, and say of which months."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from desktop import background, todo
from desktop.app import dress, make_window
from desktop.demo import make_demo
from desktop.error_counts import Places, errors
from desktop.pages.problem_summary import Found, summary
from desktop.settings import Settings
from forms import explanations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

CONTRACTS, MONTHLY = "JLFW-02", "JLFW-04"
REASON = "已与合同、收款凭证逐笔核对，情况属实。"


@pytest.fixture
def window(qapp, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Open the demo firm on its first day, checked: mistakes in October and in the months before."""
    path = make_demo(tmp_path / "demo")
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.resize(1366, 768)
    made.show()
    assert made.open_book(path)
    quiet(qtbot)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def counted(window: Window) -> Places:
    return errors(window.workspace, todo.lines(window.workspace))


def test_every_page_says_the_same_figure_and_of_which_months(window: Window, qtbot: QtBot) -> None:
    found = counted(window)
    assert found.now
    assert found.others
    home = window.page().cards[1]
    assert (home.number(), home._card.note) == (found.now, f"其他月份 {found.others} 处")
    window.keys.check()
    quiet(qtbot)
    assert f"错误须修改：{found}。" in window.strip.news.text()
    window.show_page("submit")
    quiet(qtbot)
    submit = window.page()
    assert submit.verdict.text().startswith(f"错误须修改：{found}，")
    assert submit.errors.name.text().endswith(f"　{sum(found)}")
    qtbot.waitUntil(lambda: any(entry.badge.errors for entry in window.navigation._model.entries))
    assert sum(entry.badge.errors for entry in window.navigation._model.entries) == found.now


def test_a_ledger_tells_this_period_from_the_others_and_follows_the_period(window: Window, qtbot: QtBot) -> None:
    window.show_page(f"form:{CONTRACTS}")
    page = window.page()
    quiet(qtbot)
    lines = [one for one in todo.lines(window.workspace) if one.form == CONTRACTS]
    now, others = page.checks.counts().errors
    assert now == lines[0].errors
    assert others
    qtbot.waitUntil(lambda: f"错误（须改） 本期 {now} 处，其他月份 {others} 处" in page.panel.summary.text())
    by_month = Counter(one.period for one in page.checks._found if one.severity == "error")
    month = next(one for one in by_month if one and by_month[one] + by_month[""] != now)
    there = by_month[month] + by_month[""]  # rows without a date stand in the way of every month
    window.workspace.set_period(month)
    qtbot.waitUntil(lambda: page.checks.counts().errors == (there, now + others - there))
    qtbot.waitUntil(lambda: str(page.checks.counts().errors) in page.panel.summary.text())
    quiet(qtbot)


def test_a_report_that_waits_for_the_ledger_counts_no_mistake_of_its_own(window: Window) -> None:
    line = next(one for one in todo.lines(window.workspace) if one.form == MONTHLY)
    assert (line.errors > 0, line.own_errors, line.pill) == (True, 0, "ERRORS")
    assert "台账改好后自动算出" in line.note
    assert not line.ready


def test_what_is_explained_is_no_more_among_what_awaits_words(window: Window, qtbot: QtBot) -> None:
    window.show_page("form:JLFW-03")
    page = window.page()
    quiet(qtbot)
    before = page.checks.counts()
    month = window.workspace.period
    rules = {one.rule for one in page.checks._found if one.severity == "warning" and one.period == month}
    for rule in rules:
        explanations.explain(window.workspace.book, "JLFW-03", month, rule, REASON)
    after = page.checks.counts()
    assert before.waiting.now == after.explained > 0
    assert after.waiting == Places(0, before.waiting.others)


def test_the_words_of_the_head_line() -> None:
    found = Found(Places(2, 9), Places(0, 1), 3)
    said = "".join(phrase.text for phrase in summary(found, "14:21"))
    assert said.split("   ")[:2] == ["错误（须改） 本期 2 处，其他月份 9 处", "核实（待说明） 其他月份 1 处"]
    assert "".join(one.text for one in summary(Found(explained=3), "14:21")) == "没有错误，3 处核实都已说明，14:21"
    assert "0 个问题" in summary(Found(), "14:21")[0].text


def test_a_ledger_of_the_book_before_hears_of_no_month_any_more(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_page(f"form:{CONTRACTS}")
    quiet(qtbot)
    assert window.open_book(make_demo(tmp_path / "another"))
    quiet(qtbot)
    with qtbot.captureExceptions() as raised:
        window.workspace.set_period("2026-09")
        quiet(qtbot)
    assert not raised
