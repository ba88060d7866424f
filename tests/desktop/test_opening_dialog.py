"""期初 in the window: a firm that arrives in mid-year brings in once what it had approved, sees it, sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from desktop.pages.home import HomePage
from desktop.pages.opening_dialog import CHOOSE, REFUSED, SUMMARY, WORKING, OpeningDialog
from desktop.pages.profile import ProfilePage
from forms import ledger, opening
from forms.opening_sheet import SHEET
from forms.workbook.opening_template import write_opening_template

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

CONTRACTS = 40


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """Have a firm of its own, not the demonstration's; it lives on 2026-11-03."""
    workspace.book.put("firm.demo", None)
    return workspace


@pytest.fixture
def workbook(workspace: Workspace, tmp_path: Path) -> Path:
    """Fill the template in: forty contracts, what was executed of each, two months."""
    path = write_opening_template(workspace.book.catalogue, tmp_path / "期初.xlsx", since="2026-07")
    filled = load_workbook(path)
    for number in range(CONTRACTS):
        no = f"YJ-{number + 1:03}"
        put(
            filled["合同台账"],
            4 + number,
            合同号=no,
            签订日期="2026-03-01",
            合同币种="USD",
            **{"合同金额（原币）": 1000},
        )
        put(filled["执行台账"], 4 + number, 合同号=no, 执行日期="2026-06-30", 币种="USD", **{"执行金额（原币）": 400})
    for row in (2, 3):
        put(filled[SHEET], row, **{"企业营业收入（当月）": "2200000", "执行额": "8000"})
    filled.save(path)
    return path


def put(sheet, row: int, **values: object) -> None:
    heads = [one.value for one in sheet[1]]
    for name, value in values.items():
        sheet.cell(row, heads.index(name) + 1).value = value


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace) -> OpeningDialog:
    made = OpeningDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    made.choosing.since.setCurrentIndex(made.choosing.since.findData("2026-07"))
    return made


def shows(dialog: OpeningDialog, page: int):
    return lambda: dialog._stack.currentIndex() == page and dialog._job is None


def texts(dialog: OpeningDialog) -> list[str]:
    return [one.text() for one in dialog.summary.findChildren(QLabel) if one.isVisibleTo(dialog.summary)]


def preview(qtbot: QtBot, dialog: OpeningDialog, path: Path, page: int = SUMMARY) -> None:
    dialog.preview(path)
    qtbot.waitUntil(shows(dialog, page))


def test_a_workbook_is_looked_at_brought_in_and_taken_back(dialog, workbook, workspace, qtbot, monkeypatch):
    book = workspace.book
    preview(qtbot, dialog, workbook)
    assert opening.standing(book) is None
    assert {"40", "2", "40,000.00", "16,000.00"} <= set(texts(dialog))
    assert dialog.go.text() == "带入 40 份合同"
    assert dialog.go.hasFocus()
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "期初已登记" in dialog.title.text())
    assert dialog.title.text() == "期初已登记：40 份合同，累计执行 40 笔，月度数 2 个月"
    assert dialog.pill.text() == "未报送"
    assert "2026年7月" in dialog.note.text()
    assert book.firm.starts_on == "2026-07-01"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    dialog.undo.click()
    assert ledger.row_count(book, "JLFW-02") == CONTRACTS
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    dialog.undo.click()
    qtbot.waitUntil(shows(dialog, CHOOSE))
    assert (ledger.row_count(book, "JLFW-02"), ledger.row_count(book, "JLFW-03")) == (0, 0)
    assert book.firm.starts_on == "2026-01-01"
    preview(qtbot, dialog, workbook)
    assert dialog.go.isEnabled()


def test_faults_stand_at_their_cells_and_nothing_is_brought_in(dialog, workbook, workspace, qtbot):
    spoilt = load_workbook(workbook)
    put(spoilt["合同台账"], 7, 签订日期="2026-07-15")
    put(spoilt["执行台账"], 5, **{"执行金额（原币）": "很多"})
    spoilt.save(workbook)
    preview(qtbot, dialog, workbook)
    cells = [cell for cell, _reason in dialog.summary.faults.rows]
    assert [cell.split("!")[0] for cell in cells] == ["合同台账", "执行台账"]
    assert [cell[-1] for cell in cells] == ["7", "5"]
    assert any("有 2 处不能带入" in one for one in texts(dialog))
    assert not dialog.go.isEnabled()
    assert dialog.other.hasFocus()
    assert opening.standing(workspace.book) is None


def test_what_is_no_opening_balance_is_refused_in_a_sentence(dialog, workspace, tmp_path, qtbot):
    wrong = tmp_path / "不是表.xlsx"
    wrong.write_bytes(b"PK\x03\x04")
    preview(qtbot, dialog, wrong, REFUSED)
    assert dialog.refused.banner.words.text()
    assert dialog.title.text() == "没有带入，账套没有改动"
    ledger.add_row(workspace.book, "JLFW-02", {"contract_no": "YJ-9", "signed_on": "2026-02-02"}, as_of="2026-11-03")
    path = write_opening_template(workspace.book.catalogue, tmp_path / "空.xlsx", since="2026-07")
    preview(qtbot, dialog, path, REFUSED)
    assert "合同台账第1行" in dialog.refused.banner.words.text()


def test_a_dropped_workbook_is_looked_at_and_closing_stops_it(dialog, workbook, workspace, qtbot):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(workbook))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, files, left, Qt.KeyboardModifier.NoModifier))
    assert dialog._stack.currentIndex() == WORKING
    qtbot.waitUntil(shows(dialog, SUMMARY))
    dialog.bring_in()
    job = dialog._job
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert job.cancelled()
    qtbot.waitUntil(lambda: dialog._job is None)
    assert opening.standing(workspace.book) is None


def test_it_is_sent_by_itself_and_cannot_be_taken_back_then(dialog, workbook, workspace, qtbot):
    preview(qtbot, dialog, workbook)
    dialog.bring_in()
    qtbot.waitUntil(lambda: "期初已登记" in dialog.title.text())
    dialog.file.click()
    qtbot.waitUntil(lambda: dialog.pill.text() == "待发送")
    assert opening.standing(workspace.book).filing_id
    assert dialog.file.isHidden()
    assert dialog.undo.isHidden()
    assert "报送记录" in dialog.note.text()


def test_the_template_is_written_for_the_months_before_the_first(dialog, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "模板.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.ask_template()
    qtbot.waitUntil(lambda: "模板已保存" in dialog.note.text())
    months = [row[0].value for row in load_workbook(path)[SHEET].iter_rows(min_row=2)]
    assert months == [f"2026-{month:02d}" for month in range(1, 7)]


def test_home_asks_once_and_the_profile_leads_there_for_ever(workspace, workbook, qtbot):
    home, profile = HomePage(workspace), ProfilePage(workspace)
    for page in (home, profile):
        qtbot.addWidget(page)
        page.resize(1190, 692)
        page.bring_up_to_date()
    assert not home.opening.isHidden()
    assert "年中" in home.opening.words.text()
    home.opening.decline.click()
    assert home.opening.isHidden()
    assert profile.opening.isEnabled()
    opening.bring_in(workspace.book, workbook, as_of="2026-11-03", since="2026-07")
    workspace.touched()
    for page in (home, profile):
        page.bring_up_to_date()
    assert home.opening.words.text() == "期初已登记：40 份合同，累计执行 40 笔，月度数 2 个月；随首月一起报送。"
    assert not home.opening.isHidden()
    assert home.opening.decline.isHidden()
    assert profile.opening.text() == "期初已登记…"
    assert profile.opening.accessibleDescription().startswith("40 份合同")
    qtbot.waitUntil(lambda: not workspace.is_checking)


def test_who_filed_before_has_nothing_to_bring_in(workspace, workbook, qtbot):
    book = workspace.book
    opening.bring_in(book, workbook, as_of="2026-11-03", since="2026-07")
    from sync import sealing

    sealing.file_opening(book, as_of="2026-11-03")
    book.put(opening.IN_BOOK, None)  # as in a Book whose first filing was a month
    made = OpeningDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    assert made._stack.currentIndex() == REFUSED
    assert "已经在本系统报送过" in made.refused.banner.words.text()
    assert made.other.isHidden()
