"""F8 from problem to problem: what must be mended before what is explained, the shown month before the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop import background
from desktop.app import dress, make_window
from desktop.demo import make_demo
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage
    from desktop.window import Window
    from desktop.workspace import Workspace

CONTRACTS = "JLFW-02"
F8 = Qt.Key.Key_F8
SHIFT = Qt.KeyboardModifier.ShiftModifier
WORDS = "checked against the contract"


@pytest.fixture
def window(qapp, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Open the demo firm as it is on the first day: mistakes in October and in the months before."""
    path = make_demo(tmp_path / "demo")
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.open_book(path)
    quiet(qtbot)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def press(window: Window, qtbot: QtBot, key: Qt.Key = F8, modifiers: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)


# -- 审核与报送


def test_on_the_page_of_filing_f8_goes_to_the_errors_first_and_then_to_what_awaits_words(
    window: Window, qtbot: QtBot
) -> None:
    window.show_page("submit")
    quiet(qtbot)
    page = window.page()
    links = [link.accessibleName() for link in page.errors.links]
    assert len(links) > 1
    assert page.explain.stops()
    top = [group.mapTo(page, QPoint(0, 0)).y() for group in (page.errors, page.explain)]
    assert top == sorted(top)  # in the order one reads

    press(window, qtbot)
    quiet(qtbot)
    first = window.page()
    assert first is not page
    assert (first.form, here(first)) == (CONTRACTS, first_error(window))

    for _ in links[1:]:  # who leaves each as it is gets to the next one
        window.show_page("submit")
        quiet(qtbot)
        press(window, qtbot)
        quiet(qtbot)
        assert window.page() is not page
    window.show_page("submit")
    quiet(qtbot)
    press(window, qtbot)
    key, field, _lacks = page.explain.stops()[0]
    assert QApplication.focusWidget() is field

    qtbot.keyClicks(field, WORDS)
    press(window, qtbot)  # the check of what was typed has not ended
    following = QApplication.focusWidget()
    assert following in [box for other, box, _lacks in page.explain.stops() if other != key]
    press(window, qtbot, F8, SHIFT)
    quiet(qtbot)
    assert window.page() is not page  # back over the last error, for the words before are written


def first_error(window: Window) -> tuple[int, str]:
    """Say the cell (row number, field) of the first error listed on the page."""
    found = next(iter(window.pages["submit"]._errors.values()))[0]
    return found.row or 0, found.field or ""


def here(page: LedgerPage) -> tuple[int, str]:
    index = page.view.currentIndex()
    return page.model.row_at(index.row()).pos, page.model.columns[index.column()].id


# -- elsewhere


def test_f8_on_a_page_without_problems_goes_to_an_error_of_the_shown_month(window: Window, qtbot: QtBot) -> None:
    found = dict(window.workspace.result.of("error"))
    assert {period for _form, period in found} - {window.workspace.period}
    press(window, qtbot)
    quiet(qtbot)
    page = window.page()
    assert page.model.row_at(page.view.currentIndex().row()).period in ("", window.workspace.period)
    assert "error" in marks_here(page)


def marks_here(page: LedgerPage) -> list[str]:
    index = page.view.currentIndex()
    mark = page.model.mark(page.model.row_at(index.row()), index.column())
    return mark.severities if mark is not None else []


def test_f8_does_not_lead_back_to_what_was_mended_since_the_last_check(window: Window, qtbot: QtBot) -> None:
    from forms import journal

    wrong = window.workspace.result.findings
    press(window, qtbot)
    quiet(qtbot)
    page = window.page()
    pos, field = here(page)
    before = len([one for one in wrong if one.form == page.form and (one.row, one.field) == (pos, field)])
    assert before
    seq = journal.last_seq(window.workspace.book)
    model, index = page.model, page.view.currentIndex()
    model.setData(index, "300000" if field == "amount_orig" else "JPN")
    assert journal.last_seq(window.workspace.book) != seq
    window.show_page("home")
    assert not window.workspace.is_checked
    press(window, qtbot)
    quiet(qtbot)
    qtbot.waitUntil(lambda: window.navigation.page() != "home")
    assert window.workspace.is_checked


# -- a ledger of several months


@pytest.fixture
def months(contracts: Workspace, contract: Callable[..., dict[str, object]], qtbot: QtBot) -> Iterator[Window]:
    """Open a window on contracts of three months, an amount of each month unreadable; October is shown."""
    from forms import ledger

    book = contracts.book
    for number, day in ((11, "2026-08-03"), (12, "2026-09-04"), (13, "2026-10-05"), (14, "2026-08-06")):
        wrong = {"signed_on": day, "effective_on": day, "amount_orig": "不是数"}
        ledger.add_row(book, CONTRACTS, contract(number, **wrong), as_of=contracts.as_of)
    path = book.path
    contracts.let_go()
    made = make_window(Settings())
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.open_book(path)
    made.show_page(f"form:{CONTRACTS}")
    quiet(qtbot)
    qtbot.waitUntil(lambda: bool(made.page().panel.problems()))
    yield made
    made.close()
    made.deleteLater()


def walked(window: Window, qtbot: QtBot, modifiers: Qt.KeyboardModifier | None = None) -> tuple[tuple[int, str], str]:
    """Press F8; tell the cell it leads to and what was said."""
    page = window.page()
    page.toast.hide()
    press(window, qtbot, F8, modifiers)
    return here(page), page.toast.text() if page.toast.isVisible() else ""


def test_in_a_ledger_f8_walks_the_shown_month_before_others_and_says_where_it_goes_over(
    months: Window, qtbot: QtBot
) -> None:
    page = months.page()
    urgent = [(one.period == "2026-10", one.pos, one.field) for one in page.panel.problems() if one.urgent]
    shown = list(dict.fromkeys((pos, field) for now, pos, field in urgent if now))
    others = list(dict.fromkeys((pos, field) for now, pos, field in urgent if not now))
    assert {pos for pos, _field in others} == {7, 8, 10}
    page.view.select_cell(7, 0)  # contract 12, September: in the middle
    below = [cell for cell in shown if cell[0] > 8]
    assert below
    assert below != shown

    came = [walked(months, qtbot) for _ in range(len(shown) + len(others) + 1)]
    assert [cell for cell, _said in came] == [*below, *(cell for cell in shown if cell not in below), *others, shown[0]]
    assert [said for _cell, said in came if said] == [
        "2026年10月的问题到此为止，下面是其他月份的：2026年8月。",
        "下面是2026年9月的问题。",
        "下面是2026年8月的问题。",
        "又回到本期（2026年10月）的问题。",
    ]
    back = [walked(months, qtbot, SHIFT)[0] for _ in others]
    assert back == others[::-1]


def test_of_very_many_findings_the_list_takes_those_of_the_shown_month_first() -> None:
    from desktop.models.marks import Marks, RowFindings
    from forms.findings import Finding

    def found(number: int, severity: str, period: str) -> Finding:
        uid = f"u{number}"
        return Finding("F", severity, CONTRACTS, period, number, uid, uid, "ccy", "", None, None, "不对")

    marks = Marks()
    old = [found(number, "error", "2026-01") for number in range(1200)]
    new = [found(2000, "warning", "2026-10"), found(2001, "error", "2026-10"), found(2002, "error", "")]
    marks.take(RowFindings.of([*old, *new]))
    listed = marks.worst(1000, "2026-10")
    assert {(one.uid, one.severity) for one in listed[:2]} == {("u2001", "error"), ("u2002", "error")}
    assert (listed[2].uid, len(listed)) == ("u2000", 1000)
