"""Filing from the window to the demo province and back: dialog, receipt, returned comment, a lost network."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt

from desktop import background, demo, filings, journey
from desktop.app import dress, make_window
from desktop.resuming import Resuming
from desktop.settings import Settings
from sync import history, outbox, sealing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.submit_dialog import SubmitDialog
    from desktop.window import Window

PERIOD = "2026-02"
explained = pytest.mark.parametrize("window", ["explained"], indirect=True)


@pytest.fixture
def window(request: pytest.FixtureRequest, qapp, qtbot: QtBot, demo_of, tmp_path: Path) -> Iterator[Window]:
    """Open the demo firm, its mistakes mended, nothing filed; `explained` as told."""
    made = demo_of(tmp_path / "demo", period=PERIOD, until=getattr(request, "param", "filled"))
    dress(qapp, Settings(), "light")
    shown = make_window(Settings())
    shown.show()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert shown.open_book(made.book)
    quiet(qtbot)
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close_provinces()


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def explain_everything(window: Window, qtbot: QtBot) -> None:
    """Type an explanation for every rule on the page, as a person would."""
    window.show_page("submit")
    quiet(qtbot)
    page = window.page()
    while waiting := [box for box in page.explain._inputs.values() if box.property("state") == "warning"]:
        waiting[0].setText("已与合同、收款凭证逐笔核对，情况属实。")
        waiting[0].editingFinished.emit()
        quiet(qtbot)


def submit_by_key(window: Window, qtbot: QtBot) -> SubmitDialog:
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.page()._dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.done_button.isVisibleTo(dialog))
    quiet(qtbot)
    return dialog


def test_from_explanations_to_receipts_and_a_returned_comment(window: Window, qtbot: QtBot) -> None:
    explain_everything(window, qtbot)
    page = window.page()
    assert page.verdict.text().startswith("✓ 审核通过")
    dialog = submit_by_key(window, qtbot)
    outcome = dialog.outcome
    assert outcome.report.problem is None
    assert outcome.receipts == len(outcome.filed.filed) >= 5
    assert dialog.head.text() == "报送完成"
    window.workspace.sync()  # while the dialog still stands
    quiet(qtbot)
    assert "主管部门退回了 1 张" in dialog.words.text()
    assert dialog.words.property("role") == "warning"
    dialog.accept()
    window.show_page("records")
    records = window.page()
    listed = filings.filings(window.workspace.book)
    assert records.model.rowCount() == len(listed) == len(outcome.filed.filed)
    returned = next(one for one in listed if one.state == "RETURNED")
    assert all(one.state == "ACCEPTED" for one in listed if one is not returned)
    said = {name: value for name, value, _role in filings.receipt_lines(window.workspace.book, returned)}
    assert said["平台签名"].startswith("✓")
    assert returned.sha256 in said["内容摘要"]

    remark = filings.remarks(window.workspace.book, returned)[0]
    window.workspace.go(remark.place)
    assert window.navigation.page() == f"form:{returned.form}"
    window.show_page("home")
    assert window.page().cards[2].number() == 1
    quiet(qtbot)


@explained
def test_a_lost_network_keeps_the_filings_queued_and_says_so(window: Window, qtbot: QtBot) -> None:
    window.show_page("submit")
    quiet(qtbot)
    with window.workspace.book.sibling() as book:
        province = demo.keep_province(book, window.workspace.as_of)
        journey.enroll(book, province)
    demo.close_provinces()
    with window.workspace.book.sibling() as book:
        demo._running[book.path.parent] = _Gone(province.url)  # the network is away: nobody answers at this address
    dialog = submit_by_key(window, qtbot)
    assert dialog.head.text() == "暂时没有送达"
    assert dialog.outcome.report.queued == len(dialog.outcome.filed.filed)
    window.show_page("home")
    assert window.page().banner.isVisible()
    assert window.top.sync.text() == "同步失败"

    demo._running.clear()  # the network is back
    resuming = Resuming(window)
    assert resuming._resend.isActive()
    resuming.send_what_waits()
    quiet(qtbot)
    window.page().retry.click()
    quiet(qtbot)
    assert not window.page().banner.isVisible(), window.page().banner.words.text()
    states = {one.state for one in filings.filings(window.workspace.book)}
    assert states <= {"RECEIVED", "ACCEPTED", "RETURNED", "IN_REVIEW"}


def test_the_key_says_what_stands_in_the_way_and_goes_there(window: Window, qtbot: QtBot) -> None:
    window.show_page("submit")
    quiet(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.page()
    assert page._dialog is None
    assert "核实项待说明：" in window.strip.news.text()
    qtbot.waitUntil(lambda: window.focusWidget() in page.explain._inputs.values())


def test_ctrl_d_takes_the_explanation_of_the_period_before(window: Window, qtbot: QtBot) -> None:
    from forms import explanations

    book = window.workspace.book
    window.workspace.with_earlier = False
    window.workspace.result = None
    window.show_page("submit")
    quiet(qtbot)
    page = window.page()
    assert page.step_problem(forward=True)
    form, rule = next(iter(page.explain._inputs))
    said = "已与合同、收款凭证逐笔核对，情况属实。"
    explanations.explain(book, form, "2026-01", rule, said)
    page.refresh()
    box = page.explain._inputs[form, rule]
    assert said in box.placeholderText()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot)
    assert page.explain._inputs[form, rule].text() == said
    kept = "SELECT text FROM explanations WHERE form = ? AND rule = ? AND period = ?"
    assert book.db.execute(kept, (form, rule, PERIOD)).fetchone()[0] == said


@explained
def test_a_province_that_died_is_started_again(window: Window, qtbot: QtBot) -> None:
    window.show_page("submit")
    quiet(qtbot)
    with window.workspace.book.sibling() as book:
        province = demo.keep_province(book, window.workspace.as_of)
        journey.enroll(book, province)
    os.kill(province.pid, signal.SIGKILL)
    province._process.wait()
    dialog = submit_by_key(window, qtbot)
    assert dialog.head.text() == "报送完成", dialog.words.text()


@explained
def test_what_was_not_sent_when_the_program_ended_goes_on_at_the_next_start(window: Window, qtbot: QtBot) -> None:
    space = window.workspace
    with space.book.sibling() as book:
        journey.enroll(book, demo.keep_province(book, space.as_of))
        signed = sealing.file_period(book, PERIOD, with_earlier=True, as_of=space.as_of).filed
        outbox.take(book, outbox.queued(book)[0].filing_id)  # killed when the first was on its way
    path = space.book.path
    space.let_go()
    Resuming(window)
    window.open_book(path)
    assert window.notices.said()["unsent"].startswith(f"上次关闭时有 {len(signed)} 张")
    quiet(qtbot)
    assert "已全部送达" in window.notices.said()["unsent"]
    assert not outbox.queued(space.book)
    told = [line.text for line in history.recent(space.book, 200)]
    assert sum("平台已收到，回执 " in text for text in told) == len(signed)
    assert sum("第2次尝试，平台已收到" in text for text in told) == 1


@explained
def test_what_the_province_refused_meanwhile_is_not_promised_to_be_sent(window: Window, qtbot: QtBot) -> None:
    space = window.workspace
    with space.book.sibling() as book:
        journey.enroll(book, demo.keep_province(book, space.as_of))
        signed = sealing.file_period(book, PERIOD, with_earlier=True, as_of=space.as_of).filed
        outbox.cancel(book, next(one.id for one in signed if one.form == "JLFW-01"))  # who reports here?
    path = space.book.path
    space.let_go()
    Resuming(window)
    window.open_book(path)
    quiet(qtbot)
    said = window.notices.said()["unsent"]
    assert "张被平台拒收，请到“报送记录”看原因，改好再报。" in said
    assert "自动接着发送" not in said


def test_a_real_firm_is_asked_for_its_code(window: Window, qtbot: QtBot) -> None:
    from desktop.pages.submit_dialog import SubmitDialog
    from desktop.submission import Wanted

    window.workspace.book.put("firm.demo", "0")
    dialog = SubmitDialog(window.workspace, Wanted(PERIOD, "2026-03-03"), "合同台账", window)
    assert dialog.code_box.isVisibleTo(dialog)
    assert not dialog.code_box.enrol.isEnabled()
    dialog.code_box.code.setPlainText("这不是报送码")
    dialog.code_box.enrol.click()
    quiet(qtbot)
    assert "报送码" in dialog.code_box.refusal.text()
    assert dialog.code_box.enrol.isEnabled()
    dialog.reject()


class _Gone:
    """A province that does not answer any more: only its address is left."""

    runs = True

    def __init__(self, url: str) -> None:
        self.url = url

    def close(self) -> None:
        """Nothing is running."""
