"""A true firm files before it has its code: signed, queued, said to be unsent, and sent by itself once bound."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from desktop import background, todo
from desktop.app import dress, make_window
from desktop.pages.enrolling import EnrolDialog
from desktop.settings import Settings
from forms.book import Book
from sync import outbox
from sync.administration import administration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pages.submit_dialog import SubmitDialog
    from desktop.window import Window
    from sync.administration import Administration

PERIOD = "2026-02"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Administration]:
    """Run a true province, no demonstration, in a process of its own."""
    place = tmp_path / "province"
    place.mkdir()
    command = [sys.executable, "-m", "sync.endpoint", "serve", "--database", f"sqlite:///{place}/province.db"]
    with subprocess.Popen([*command, "--until-eof"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        ready = json.loads(process.stdout.readline())
        yield administration(ready["url"], Path(ready["admin_key"]))
        process.stdin.close()


@pytest.fixture
def window(qapp, qtbot: QtBot, make_firms: Callable[[int], list[Path]]) -> Iterator[Window]:
    """Open a true firm's Book, sound and explained, on the page 审核与报送."""
    (path,) = make_firms(1)
    with Book.open(path) as book:
        book.put("firm.demo", "0")
        book.put("demo.as_of", None)
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.open_book(path)
    made.workspace.set_period(PERIOD)
    made.show_page("submit")
    quiet(qtbot)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def sign_without_a_code(window: Window, qtbot: QtBot) -> SubmitDialog:
    window.page().begin()
    dialog = window.page()._dialog
    assert dialog.code_box.isVisibleTo(dialog)
    dialog.code_box.wait.click()
    qtbot.waitUntil(lambda: dialog.done_button.isVisibleTo(dialog))
    quiet(qtbot)
    return dialog


def states(window: Window) -> set[str]:
    return {one.pill for one in todo.lines(window.workspace) if one.owed}


def test_without_a_code_the_month_is_signed_and_waits_and_goes_when_bound(window: Window, qtbot, office) -> None:
    space = window.workspace
    dialog = sign_without_a_code(window, qtbot)
    signed = dialog.outcome.filed.filed
    count = len(signed)
    assert count == len(outbox.queued(space.book)) >= 2
    assert dialog.head.text() == "已签名，等待开通"
    dialog.accept()

    page = window.page()
    qtbot.waitUntil(lambda: not page.unsent.isHidden())
    assert page.unsent.name.text() == f"待发送　{count}"
    assert "开通" in page.unsent.hint.text()
    assert page.sent.isHidden()  # nothing was reported
    assert "待发送" in page._why_not()

    page.unsent.send.click()
    enrol = window.findChild(EnrolDialog)
    enrol.box.code.setPlainText(office.code(space.book.firm.uscc).code)
    enrol.box.enrol.click()
    quiet(qtbot)
    qtbot.waitUntil(lambda: not outbox.queued(space.book))
    quiet(qtbot)
    assert states(window) == {"RECEIVED"}
    receipts = space.book.db.execute("SELECT count(*) FROM receipts").fetchone()[0]
    assert receipts == count
    qtbot.waitUntil(lambda: page.sent.name.text() == f"已报送　{count}")
    assert page.unsent.isHidden()


def test_a_wrong_code_leaves_the_queue_as_it_was_and_can_be_corrected(window: Window, qtbot) -> None:
    sign_without_a_code(window, qtbot).accept()
    before = [one.filing_id for one in outbox.queued(window.workspace.book)]
    window.page().unsent.send.click()
    enrol = window.findChild(EnrolDialog)
    enrol.box.code.setPlainText("这不是报送码")
    enrol.box.enrol.click()
    quiet(qtbot)
    assert "报送码" in enrol.box.refusal.text()
    assert enrol.box.enrol.isEnabled()
    assert [one.filing_id for one in outbox.queued(window.workspace.book)] == before
    enrol.reject()


def test_home_counts_what_is_signed_but_not_sent_as_not_reported(window: Window, qtbot) -> None:
    dialog = sign_without_a_code(window, qtbot)
    count = len(dialog.outcome.filed.filed)
    dialog.accept()
    window.show_page("home")
    quiet(qtbot)
    home = window.page()
    assert home.cards[0].number() == count > 0
    assert home.cards[0]._card.note.startswith("已签名待发送：")
    assert home.cards[3].number() == 0  # nobody there could answer yet
    assert home._finished.text() == f"已报送 0 / {count} 张"
    home._open_card(home.cards[0]._card)
    assert window.navigation.page() == "submit"
