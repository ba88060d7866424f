"""移出 and 移入: one firm's Book to another PC and from one; the device key stays where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from desktop import background
from desktop.pieces import button, card, label, row, set_role
from forms import moving
from forms.book import Book

if TYPE_CHECKING:
    from desktop.agency.agency import Agency
    from forms.cabinet import FirmStand
    from forms.errors import ZhibaoError


class MoveOutDialog(QDialog):
    """Copies one firm's Book, proved, to a stick or folder, and takes it out of this PC's list if wanted."""

    def __init__(self, agency: Agency, stand: FirmStand, parent: QWidget) -> None:
        super().__init__(parent)
        self._agency, self._stand = agency, stand
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("移出"))
        self.setMinimumWidth(520)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("移到哪个文件夹，必填"))
        self.folder.setPlaceholderText(self.tr("选择 U 盘或文件夹"))
        self.away = QCheckBox(self.tr("移出后本机不再列出（收到“%1”文件夹，不删除）").replace("%1", moving.GONE))
        self._own = stand.path.resolve() == agency.own_path()
        self.away.setChecked(not self._own)
        self.away.setEnabled(not self._own)
        self.words = label(role="second", wrap=True)
        self.go = button(self.tr("移出"), "export", "primary", self._move)
        self.go.setEnabled(False)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("移出 %1").replace("%1", self._stand.name), "h2", wrap=True))
        frame, inner = card("inset", margin=12, spacing=4)
        for text in (
            self.tr("写出一份校验过的账套，文件名是企业名称和信用代码；别的企业不受影响。"),
            self.tr("在另一台电脑的“全部企业”里选“移入”即可接着填报，数据、回执、历史都在。"),
            self.tr("本机的设备密钥不随账套走：到那台电脑后，首次报送须向主管部门要一个新的报送码重新开通。"),
            self.tr("移出后请只在一台电脑上填报这家企业，以免两边各改各的。"),
        ):
            inner.addWidget(label(f"· {text}", wrap=True))
        column.addWidget(frame)
        column.addLayout(row(self.folder, button(self.tr("选择…"), "folder", "", self._choose)))
        column.addWidget(self.away)
        if self._own:
            told = self.tr("这家企业正打开着，只写出副本；要从本机收起，请先打开另一家企业。")
            column.addWidget(label(told, "caption", wrap=True))
        column.addWidget(self.words)
        column.addLayout(row(0, button(self.tr("关闭"), clicked=self.reject), self.go))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("移到哪个文件夹"))
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, folder: Path) -> None:
        """Move to this folder."""
        self.folder.setText(str(folder))
        self.go.setEnabled(True)

    def _move(self) -> None:
        folder, path, away = Path(self.folder.text()), self._stand.path, self.away.isChecked()
        self.go.setEnabled(False)
        self._say(self.tr("正在写出并校验…"), "second")
        done, failed = self._moved, self._failed
        if self._own:
            self._agency.workspace.work(
                lambda book, _job: moving.move_out(book, folder), owner=self, done=done, failed=failed
            )
        else:
            background.run(lambda _job: _moved_out(path, folder, away=away), owner=self, done=done, failed=failed)

    def _moved(self, copy: Path) -> None:
        self._agency.refresh()
        self._say(self.tr("已写出并校验：%1").replace("%1", str(copy)), "ok")
        self.go.hide()

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "error")
        self.go.setEnabled(True)

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        set_role(self.words, role)


def _moved_out(path: Path, folder: Path, *, away: bool) -> Path:
    """Copy a Book nobody has open, then take it out of the list if wanted. Raises BookProblem."""
    with Book.open(path) as book:
        copy = moving.move_out(book, folder)
    if away:
        moving.put_away(path)
    return copy


def move_in(agency: Agency, parent: QWidget) -> None:
    """Ask for a Book from another PC and bring it in."""
    chosen, _filter = QFileDialog.getOpenFileName(parent, parent.tr("选择移入的账套"), "", parent.tr("账套 (*.zhibao)"))
    if chosen:
        take_in(agency, Path(chosen), parent)


def take_in(agency: Agency, source: Path, parent: QWidget) -> None:
    """Bring a Book from another PC in, and say that it has to enrol again here."""
    cabinet = agency.cabinet

    def arrived(path: Path) -> None:
        agency.refresh()
        text = parent.tr("已移入并校验：%1。\n设备密钥留在原来的电脑上：首次在本机报送时，请输入平台发放的新报送码。")
        box = QMessageBox(QMessageBox.Icon.Information, parent.tr("移入"), text.replace("%1", path.name), parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    background.run(
        lambda _job: moving.move_in(source, cabinet),
        owner=parent,
        done=arrived,
        failed=agency.workspace.problem.emit,
    )
