"""A report that came back is not filed as it was: it waits under a heading of its own until somebody answered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton

from desktop import background, demo, journey
from desktop.app import dress, make_window
from desktop.settings import Settings
from forms import explanations, ledger, series
from forms.book import Book
from sync import exchange, sealing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

MONTHLY, MONTH = "JLFW-04", "2026-01"


@pytest.fixture
def window(qapp, qtbot: QtBot, demo_of, tmp_path: Path) -> Iterator[Window]:
    """Open the demo firm when January was filed and its monthly report came back."""
    made = demo_of(tmp_path / "demo", period=MONTH)
    with Book.open(made.book) as book, journey.start_province(made) as province:
        journey.enroll(book, province)
        sealing.file_period(book, MONTH, as_of=made.as_of)
        exchange.sync(book)
    dress(qapp, Settings(), "light")
    shown = make_window(Settings())
    shown.resize(1366, 768)
    shown.show()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert shown.open_book(made.book)
    shown.workspace.set_period(MONTH)
    shown.workspace.with_earlier = False
    shown.show_page("submit")
    quiet(qtbot)
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close_provinces()


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def press_to_file(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def state(window: Window) -> series.SeriesState:
    return series.series_state(window.workspace.book, MONTHLY, MONTH, window.workspace.as_of)


def action(window: Window, text: str) -> QPushButton:
    found = window.page().returned.findChildren(QPushButton)
    return next(one for one in found if one.text() == text and not one.isHidden())


def ready(window: Window) -> list[str]:
    return [one.form for one in window.page().ready.chosen()]


def test_what_came_back_and_was_not_touched_is_not_filed_as_it_was(window: Window, qtbot: QtBot) -> None:
    page = window.page()
    assert state(window).state == "RETURNED"
    assert page.returned.isVisible()
    assert page.returned.name.text() == "已退回，待更正　1"
    assert [one.form for one in page.returned.lines] == [MONTHLY]
    assert ready(window) == []
    press_to_file(window, qtbot)
    assert page._dialog is None
    assert window.strip.news.text().startswith("收入与执行月报退回后还没有改动，不会原样再报")
    qtbot.mouseClick(action(window, "去修改"), Qt.MouseButton.LeftButton)
    assert window.navigation.page() == f"form:{MONTHLY}"
    quiet(qtbot)


def test_a_mended_figure_takes_it_to_what_is_filed(window: Window, qtbot: QtBot) -> None:
    book = window.workspace.book
    revenue = ledger.card_row(book, MONTHLY, MONTH)["so_revenue"]
    ledger.set_card(book, MONTHLY, MONTH, {"so_revenue": str(revenue // 100 + 1)}, as_of=window.workspace.as_of)
    window.workspace.touched(MONTHLY)
    window.workspace.check()
    quiet(qtbot)
    assert state(window).answered
    assert ready(window) == [MONTHLY]
    assert not window.page().returned.isVisible()


def test_what_is_right_can_be_filed_as_it_was_when_somebody_says_so(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(action(window, "核对无误，原样再报"), Qt.MouseButton.LeftButton)
    quiet(qtbot)
    assert ready(window) == [MONTHLY]
    assert not window.page().returned.isVisible()
    assert window.page().submit.isEnabled()


def test_words_and_a_mended_ledger_are_answers_too(window: Window) -> None:
    book = window.workspace.book
    assert not state(window).answered
    explanations.explain(book, MONTHLY, MONTH, "F04-002", "本月集中开票，收款在下月，已与合同核对。")
    assert state(window).answered
    explanations.explain(book, MONTHLY, MONTH, "F04-002", "")
    assert not state(window).answered
    row = ledger.read_rows(book, "JLFW-03", where="period = ?", params=(MONTH,))[0]
    book.db.execute("UPDATE executions SET settled = 0")
    half = ledger.CellEdit(row["uid"], "amount_orig", str(row["amount_orig"] // 200))
    ledger.set_cells(book, "JLFW-03", [half], label="填写", as_of=window.workspace.as_of)
    assert state(window).answered
