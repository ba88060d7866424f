"""A text in an open cell when the program is killed, or when the disk is full: kept beside the Book, offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop import background, unwritten
from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.inputs.line import LineInput
from desktop.settings import Settings
from desktop.unwritten import BAR, Unwritten, UnwrittenKeeper
from forms import journal, ledger
from forms.book import Book
from forms.errors import BookProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.window import Window

FORM = "JLFW-02"


@pytest.fixture
def path(book: Book, contract: Callable[..., dict[str, object]]) -> Path:
    """Close a Book of two contracts."""
    book.put("demo.as_of", "2026-11-03")
    ledger.add_rows(book, FORM, [contract(1), contract(2)], as_of="2026-11-03")
    book.close()
    return book.path


@pytest.fixture
def window(qapp, qtbot: QtBot, path: Path) -> Iterator[Window]:
    """Open it on its contracts, with what watches over the typing."""
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    BookNotices(made)
    UnwrittenKeeper(made)
    assert made.open_book(path)
    made.show_page(f"form:{FORM}")
    qtbot.waitUntil(lambda: not background.busy())
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_into(window: Window, qtbot: QtBot, row: int, field: str, text: str) -> LineInput:
    """Type into a cell and do not leave it."""
    page = window.page()
    page.view.setFocus()
    page.view.select_cell(row, page.model.place_of[field])
    page.view.edit(page.view.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, LineInput)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def test_what_was_typed_when_the_program_was_killed_is_offered_and_put_back(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    book = window.workspace.book
    last = journal.last_seq(book)
    editor = type_into(window, qtbot, 1, "contract_name", "half typed")
    qtbot.waitUntil(lambda: unwritten.left(book) is not None)
    assert journal.last_seq(book) == last  # it is no entry of the journal
    kept = unwritten.beside(book).read_bytes()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    window.let_go()
    path.with_name(path.name + unwritten.SUFFIX).write_bytes(kept)  # as the kill left it

    assert window.open_book(path)
    said = window.notices.said()[BAR]
    assert said.startswith("上次未写入的内容：合同台账 第2行")
    assert "half typed" in said
    typing = window.findChild(UnwrittenKeeper)
    typing._put_back(unwritten.left(window.workspace.book))
    rows = ledger.read_rows(window.workspace.book, FORM)
    assert rows[1]["contract_name"] == "half typed"
    assert BAR not in window.notices.said()
    assert not unwritten.beside(window.workspace.book).exists()


def test_a_figure_of_a_card_form_is_kept_with_its_unit(window: Window, qtbot: QtBot) -> None:
    window.workspace.set_period("2026-10")
    window.show_page("form:JLFW-04")
    qtbot.waitUntil(lambda: not background.busy())
    line = next(one for one in window.page().lines if one.field.id == "total_revenue")
    window.page().go(line)
    line.input.selectAll()
    qtbot.keyClicks(line.input, "12.5")
    book = window.workspace.book
    window.findChild(
        UnwrittenKeeper
    )._timer.timeout.emit()  # the pause, before anything on this screen takes the focus away
    found = unwritten.left(book)
    assert (found.form, found.period, found.uid, found.field) == ("JLFW-04", "2026-10", "", "total_revenue")
    unwritten.write(book, found, "填回", "2026-11-03")
    assert ledger.card_row(book, "JLFW-04", "2026-10")["total_revenue"] == 12_500_000  # 12.5万元


def test_what_was_written_or_given_up_is_not_offered(window: Window, qtbot: QtBot) -> None:
    book = window.workspace.book
    editor = type_into(window, qtbot, 0, "contract_name", "written")
    qtbot.waitUntil(lambda: unwritten.left(book) is not None)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not unwritten.beside(book).exists())
    assert ledger.read_rows(book, FORM)[0]["contract_name"] == "written"

    editor = type_into(window, qtbot, 1, "contract_name", "given up")
    qtbot.waitUntil(lambda: unwritten.left(book) is not None)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not unwritten.beside(book).exists())


def test_a_text_the_disk_has_no_room_for_stays_with_its_place(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_words: object) -> int:
        raise BookProblem("disk-full", "磁盘已满，没有写入。")

    editor = type_into(window, qtbot, 0, "contract_name", "no room")
    monkeypatch.setattr(ledger, "set_cells", full)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: BAR in window.notices.said())
    assert "no room" in window.notices.said()[BAR]
    monkeypatch.undo()
    assert ledger.read_rows(window.workspace.book, FORM)[0]["contract_name"] != "no room"
    found = unwritten.left(window.workspace.book)
    assert found is not None
    assert (found.field, found.text) == ("contract_name", "no room")


def test_a_file_that_is_none_or_of_a_row_that_is_gone_says_nothing(path: Path) -> None:
    with Book.open(path) as book:
        for text in ("", "[]", "{}", '{"form": "JLFW-02"}'):
            unwritten.beside(book).write_text(text, encoding="utf-8")
            assert unwritten.left(book) is None
        unwritten.keep(book, Unwritten(FORM, "2026-10", "gone", "contract_name", "x"))
        assert unwritten.left(book) is None
