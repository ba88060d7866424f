"""Scans dropped on a ledger find their contracts by name, shown first; a copy opens in the system's viewer."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop import background, file_copies
from desktop.inputs.line import InputContext
from desktop.inputs.table import make_input
from desktop.pages.files_dialog import FilesDialog
from desktop.pages.match_dialog import MatchDialog
from forms import attaching, journal, ledger, sample_papers
from forms.kinds.files import files_of
from forms.sample_papers import PAPER, SCAN, SCANS, paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage

CONTRACTS = "JLFW-02"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scan two contracts, a stranger and something that is no scan."""
    made = tmp_path / "扫描"
    made.mkdir()
    for name, data in {
        "YJ-001 合同.pdf": paper("ONE"),
        "YJ-002.pdf": paper("TWO"),
        "会议纪要.pdf": PAPER,
        "YJ-003.pdf": b"<html>",
    }.items():
        (made / name).write_bytes(data)
    return made


def answer(press: Callable[[MatchDialog], None]) -> None:
    """Press a button of the preview when it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MatchDialog):
            press(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def drop(page: QWidget, *paths: Path) -> bool:
    """Drag files from the file manager onto something and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = page.rect().center()
    plain, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, left, plain)
    QApplication.sendEvent(page, entered)
    if entered.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, left, plain))
    return entered.isAccepted()


def names(page: LedgerPage, pos: int) -> list[str]:
    row = ledger.read_rows(page.workspace.book, CONTRACTS, where="pos = ?", params=(pos,))[0]
    return [one.name for one in files_of(row["contract_files"])]


def test_a_dropped_folder_is_shown_first_and_attached_when_agreed(
    ledger_page: LedgerPage, qtbot: QtBot, folder: Path
) -> None:
    seen: list[tuple[str, ...]] = []

    def agree(dialog: MatchDialog) -> None:
        table = dialog.table
        seen.extend(tuple(table.item(at, c).text() for c in range(2)) for at in range(table.rowCount()))
        assert dialog.go.text() == "添加 2 个"
        dialog.go.click()

    answer(agree)
    seq = journal.last_seq(ledger_page.workspace.book)
    assert drop(ledger_page, folder)
    qtbot.waitUntil(lambda: bool(seen) and not background.busy())
    qtbot.waitUntil(lambda: "YJ-001 合同.pdf" in names(ledger_page, 1))
    assert seen == [
        ("会议纪要.pdf", "没有对应的行"),
        ("YJ-003.pdf", "不能添加"),
        ("YJ-001 合同.pdf", "YJ-001"),
        ("YJ-002.pdf", "YJ-002"),
    ]
    assert names(ledger_page, 2) == ["YJ-002.pdf", SCAN.name]
    assert names(ledger_page, 3) == [SCAN.name]
    assert journal.last_seq(ledger_page.workspace.book) == seq + 1
    qtbot.waitUntil(lambda: not background.busy())


def test_what_was_not_agreed_is_not_attached(ledger_page: LedgerPage, qtbot: QtBot, folder: Path) -> None:
    refused: list[bool] = []

    def away(dialog: MatchDialog) -> None:
        refused.append(True)
        dialog.reject()

    answer(away)
    seq = journal.last_seq(ledger_page.workspace.book)
    drop(ledger_page, *sorted(folder.iterdir()))
    qtbot.waitUntil(lambda: bool(refused) and not background.busy())
    assert journal.last_seq(ledger_page.workspace.book) == seq


def test_text_that_is_dragged_is_not_taken(ledger_page: LedgerPage) -> None:
    data = QMimeData()
    data.setText("合同.pdf")
    plain, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(ledger_page.rect().center(), Qt.DropAction.CopyAction, data, left, plain)
    entered.ignore()
    QApplication.sendEvent(ledger_page, entered)
    assert not entered.isAccepted()


def test_a_copy_opens_in_the_systems_viewer_from_a_folder_of_our_own(
    ledger_page: LedgerPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = ledger_page.workspace.book
    sample_papers.keep(book)
    field = attaching.files_field(book.catalogue.edition(CONTRACTS), "contract_files")
    dialog = FilesDialog(book, field, SCANS, ledger_page)
    qtbot.addWidget(dialog)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    (path,) = opened
    copy = file_copies.folder() / SCAN.sha256[:16] / SCAN.name
    assert path == str(copy)
    assert copy.read_bytes() == PAPER
    if sys.platform != "win32":
        assert stat.S_IMODE(file_copies.folder().stat().st_mode) == 0o700
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "出"))
    qtbot.mouseClick(dialog.store, Qt.MouseButton.LeftButton)
    assert (tmp_path / "出" / SCAN.name).read_bytes() == PAPER


def test_scans_dropped_on_the_line_of_a_card_are_its_own(
    ledger_page: LedgerPage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = ledger_page.workspace
    field = workspace.catalogue.edition("JLFW-01").by_id["license_file"]
    line = make_input(field, InputContext(workspace.book))
    qtbot.addWidget(line)
    line.show()
    with qtbot.waitSignal(line.chosen):
        assert drop(line, folder / "会议纪要.pdf")
    assert [one.name for one in files_of(line.typed())] == ["会议纪要.pdf"]
    assert line.text() == "1 个附件"
    refused: list[str] = []
    monkeypatch.setattr(FilesDialog, "exec", lambda dialog: refused.append(dialog.refusal.text()) or 0)
    assert drop(line, folder / "YJ-003.pdf")
    assert "YJ-003.pdf" in refused[0]
    assert len(files_of(line.typed())) == 1


@pytest.mark.parametrize("name", ["台账.XLS", "台账.et", "台账.ods", "台账.csv", "台账.txt", "台账.xlsm"])
def test_a_dropped_workbook_of_any_kind_is_imported(
    ledger_page: LedgerPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(ledger_page.workbooks, "import_file", taken.append)
    (tmp_path / name).write_bytes(b"x")
    assert drop(ledger_page, tmp_path / name)
    assert taken == [tmp_path / name]
