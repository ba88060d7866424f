"""Scans are attached in the window: in a card form and in a ledger, chosen from disk, refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop import background
from desktop.pages.files_dialog import FilesDialog
from desktop.pages.profile import ProfilePage
from forms import attachments, ledger
from forms.kinds.files import files_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.ledger import LedgerPage
    from desktop.workspace import Workspace

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Scan the licence."""
    path = tmp_path / "营业执照.pdf"
    path.write_bytes(PDF)
    return path


def pick(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Choose these files in the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one) for one in paths], ""))


def test_the_licence_is_attached_with_space_and_kept_in_the_book(
    workspace: Workspace, qtbot: QtBot, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ProfilePage(workspace)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    line = next(one for one in page.card.lines if one.field.id == "license_file")
    assert line.editable
    line.input.setFocus()
    qtbot.keyClicks(line.input, "abc")  # letters are no files
    assert line.input.typed() == ""
    pick(monkeypatch, scan)
    qtbot.keyClick(line.input, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not background.busy())
    stored = ledger.card_row(workspace.book, "JLFW-01", workspace.period[:4])["license_file"]
    (file,) = files_of(stored)
    assert (file.name, file.media) == ("营业执照.pdf", "application/pdf")
    assert b"".join(attachments.pieces_of(workspace.book, file.sha256)) == PDF
    assert line.input.text() == "1 个附件"


def test_a_ledger_cell_takes_files_and_undo_takes_them_back(
    ledger_page: LedgerPage, qtbot: QtBot, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, uid = ledger_page.workspace.book, ledger_page.model.row_at(0).uid
    ledger.set_cells(
        book, "JLFW-02", [ledger.CellEdit(uid, "contract_files", "")], label="清空附件", as_of="2026-11-03"
    )
    ledger_page.model.refresh()
    ledger_page.columns.ensure("contract_files")
    view, model = ledger_page.view, ledger_page.model
    view.select_cell(0, model.place_of["contract_files"])
    pick(monkeypatch, scan)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: not background.busy())
    row = ledger.read_rows(book, "JLFW-02")[0]
    assert [one.name for one in files_of(row["contract_files"])] == ["营业执照.pdf"]
    assert model.text(model.row_at(0), model.place_of["contract_files"]) == "1 个附件"
    ledger_page.step_back(forward=False)
    assert ledger.read_rows(book, "JLFW-02")[0]["contract_files"] is None


def test_what_is_no_scan_is_refused_with_a_sentence_and_the_others_stay(
    workspace: Workspace, qtbot: QtBot, scan: Path, tmp_path: Path
) -> None:
    field = workspace.catalogue.edition("JLFW-01").by_id["license_file"]
    other = tmp_path / "说明.pdf"
    other.write_text("其实是文本", encoding="utf-8")
    dialog = FilesDialog(workspace.book, field, "", None)
    qtbot.addWidget(dialog)
    assert not dialog.take([other, scan])
    assert "说明.pdf" in dialog.refusal.text()
    assert [one.name for one in dialog.files] == ["营业执照.pdf"]
    assert dialog.take([scan])  # the same once more is no second file
    assert dialog.list.count() == 1
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.files == []
    dialog.done(QDialog.DialogCode.Rejected)


def test_where_no_program_opens_a_file_the_dialog_says_so_and_offers_a_copy(
    workspace: Workspace, qtbot: QtBot, scan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = FilesDialog(workspace.book, workspace.catalogue.edition("JLFW-01").by_id["license_file"], "", None)
    qtbot.addWidget(dialog)
    assert dialog.take([scan])
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)  # the system has no viewer
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    assert "没有能打开“营业执照.pdf”的程序" in dialog.refusal.text()
    assert dialog.store.text() in dialog.refusal.text()
    target = tmp_path / "elsewhere"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    qtbot.mouseClick(dialog.store, Qt.MouseButton.LeftButton)
    assert (target / "营业执照.pdf").read_bytes() == PDF
    assert dialog.refusal.isHidden()
    dialog.done(QDialog.DialogCode.Rejected)
