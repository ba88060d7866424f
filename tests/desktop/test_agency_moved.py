"""A firm's Book comes from another PC: its key stayed there, so the window asks for a new code before it sends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent

from desktop import background
from desktop.agency import batch
from desktop.agency.control import Control, Order
from desktop.agency.outcomes import Outcome
from desktop.app import dress, make_window
from desktop.settings import Settings
from forms.book import Book
from forms.cabinet import Cabinet
from forms.moving import move_in, move_out
from sync import enrolment
from sync.administration import administration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

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
def moved(
    make_firms: Callable[[int], list[Path]], office: Administration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Enrol a firm on one PC and carry its Book to another, whose keys are its own."""
    (path,) = make_firms(1)
    with Book.open(path) as book:
        book.put("firm.demo", "0")
        book.put("demo.as_of", None)
        enrolment.enroll(book, office.code(book.firm.uscc).code)
        copy = move_out(book, tmp_path / "stick")
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "keys of the other PC"))
    return move_in(copy, Cabinet(tmp_path / "other PC"))


def test_a_batch_freezes_nothing_of_a_firm_that_was_moved_here(moved):
    lines = batch.run(
        [Cabinet(moved.parent).stand(moved)],
        Order("file", PERIOD),
        Control(),
        begun=lambda _stand: None,
        ended=lambda _line: None,
    )
    assert [(line.outcome, "另一台电脑" in line.text) for line in lines] == [(Outcome.UNBOUND, True)]
    with Book.open(moved, readonly=True) as book:
        assert book.db.execute("SELECT count(*) FROM filings").fetchone()[0] == 0


def test_the_submit_dialog_asks_a_moved_firm_for_a_new_code_and_files(qapp, qtbot: QtBot, moved, office):
    dress(qapp, Settings(), "light")
    window = make_window(Settings())
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.open_book(moved)
    window.workspace.set_period(PERIOD)
    window.show_page("submit")
    qtbot.waitUntil(lambda: not background.busy())
    page = window.page()
    page.begin()
    dialog = page._dialog
    qtbot.waitUntil(lambda: not background.busy() and dialog.code_box.isVisible())
    assert "另一台电脑" in dialog.code_box.refusal.text()
    dialog.code_box.code.setPlainText(office.code(window.workspace.book.firm.uscc).code)
    dialog.code_box.enrol.click()
    qtbot.waitUntil(dialog.done_button.isVisible)
    qtbot.waitUntil(lambda: not background.busy())
    assert dialog.outcome.report.received == 3
    dialog.done_button.click()
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
