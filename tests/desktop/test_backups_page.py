"""Backups by the window: made, listed, proved, rehearsed, restored, taken to another PC; and made by themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop import background, safekeeping
from desktop.pages.backups import BackupsPage
from forms import backups, ledger
from forms.book import Book

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

CONTRACTS = "JLFW-02"


@pytest.fixture
def page(qtbot: QtBot, contracts: Workspace) -> BackupsPage:
    made = BackupsPage(contracts)
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    made.bring_up_to_date()
    return made


def click(button, qtbot: QtBot) -> None:
    button.click()
    qtbot.waitUntil(lambda: not background.busy())


def answer(page: BackupsPage, words: str, qtbot: QtBot) -> None:
    """Press a button of the question that is open."""
    qtbot.waitUntil(lambda: any(box.isVisible() for box in page.findChildren(QMessageBox)))
    box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if button.text() == words).click()


def test_a_backup_is_made_listed_and_rehearsed(page: BackupsPage, qtbot: QtBot) -> None:
    assert page.model.rows == []
    assert not page.bring.isVisible()
    click(page.now, qtbot)
    assert "已备份并校验" in page.words.text()
    assert [row[2] for row in page.model.rows] == ["写后已校验"]
    click(page.rehearse, qtbot)
    assert page.rehearsed.text().startswith("上次演练恢复成功 ")
    assert "合同台账6行" in page.rehearsed.text()
    assert "与账套逐行一致" in page.rehearsed.text()


def test_the_last_rehearsal_is_still_known_after_a_restart(page: BackupsPage, qtbot: QtBot) -> None:
    click(page.now, qtbot)
    click(page.rehearse, qtbot)
    ledger.add_row(page.workspace.book, CONTRACTS, {"contract_no": "YJ-9"})
    click(page.rehearse, qtbot)
    assert "备份以后账套又有改动" in page.rehearsed.text()
    again = BackupsPage(page.workspace)
    qtbot.addWidget(again)
    again.bring_up_to_date()
    assert again.rehearsed.text() == page.rehearsed.text()


def test_a_rehearsal_of_a_spoilt_backup_fails_and_says_what_to_do(page: BackupsPage, qtbot: QtBot) -> None:
    click(page.now, qtbot)
    path = page.chosen()
    path.write_bytes(path.read_bytes()[:8192] + b"\xff" * 8192)
    click(page.rehearse, qtbot)
    assert "上次演练没有成功" in page.rehearsed.text()
    assert page.rehearsed.property("role") == "error"
    click(page.prove, qtbot)
    assert "已损坏，请改用更早的备份" in page.words.text()


def test_a_rehearsal_without_a_backup_asks_for_one(page: BackupsPage, qtbot: QtBot) -> None:
    click(page.rehearse, qtbot)
    assert "请先点“立即备份”" in page.words.text()


def test_the_chosen_backup_becomes_a_book_of_its_own(page: BackupsPage, qtbot: QtBot) -> None:
    click(page.now, qtbot)
    ledger.add_row(page.workspace.book, CONTRACTS, {"contract_no": "YJ-9"})
    before = page.workspace.book.path
    with qtbot.waitSignal(page.workspace.bookWanted) as wanted:
        page.bring.click()
        answer(page, "现在打开", qtbot)
    with Book.open(wanted.args[0]) as restored:
        assert len(list(ledger.read_rows(restored, CONTRACTS))) == 6
    assert page.workspace.book.path == before
    assert len(list(ledger.read_rows(page.workspace.book, CONTRACTS))) == 7


def test_a_book_goes_to_another_pc_and_its_key_stays(
    page: BackupsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘"
    page.take_out(stick)
    qtbot.waitUntil(lambda: not background.busy())
    copy = next(stick.glob("*.zhibao"))
    assert "延吉海兰江" in copy.name
    monkeypatch.setenv("ZHIBAO_HOME", str(tmp_path / "另一台电脑"))
    page.take_in(copy)
    answer(page, "以后再说", qtbot)
    qtbot.waitUntil(lambda: not background.busy())
    assert "首次在本机报送时，请输入平台发放的新报送码" in page.words.text()
    arrived = next((tmp_path / "另一台电脑" / "books").glob("*.zhibao"))
    with Book.open(arrived) as book:
        assert len(list(ledger.read_rows(book, CONTRACTS))) == 6
    page.take_out(stick)
    qtbot.waitUntil(lambda: not background.busy())
    assert "里已有" in page.words.text(), "nothing is written over"


def test_a_day_of_work_is_backed_up_when_the_window_closes(contracts: Workspace) -> None:
    path = contracts.book.path
    contracts.close()
    made = backups.list_backups(backups.folder_of(path), path.stem)
    assert len(made) == 1
    contracts.open_book(path)
    contracts.close()
    assert backups.list_backups(backups.folder_of(path), path.stem) == made, "nothing changed since"


def test_backups_go_to_the_chosen_folder_or_beside_the_book_if_the_stick_is_out(
    contracts: Workspace, tmp_path: Path
) -> None:
    stick = tmp_path / "U盘"
    book = contracts.book
    contracts.settings.backup_folder = str(stick)
    assert safekeeping.back_up(book, contracts.settings).parent == stick
    gone = tmp_path / "拔掉的盘"
    gone.write_text("a file where the folder was", encoding="utf-8")
    contracts.settings.backup_folder = str(gone)
    assert safekeeping.back_up(book, contracts.settings).parent == backups.folder_of(book.path)
    assert safekeeping.at_the_end(book, contracts.settings) is not None


def test_a_backup_that_was_missed_is_made_after_the_next_start(
    contracts: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safekeeping, "SOON_MS", 0)
    folder = backups.folder_of(contracts.book.path)
    safekeeping.catch_up(contracts)
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.zhibao"))))
    qtbot.waitUntil(lambda: not background.busy())
