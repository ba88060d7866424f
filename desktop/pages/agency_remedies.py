"""The way on from a Book that cannot be read: its newest good backup, its folder, or opening it once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop import background
from desktop.restoring import put_back
from forms import backups
from forms.errors import BookProblem

if TYPE_CHECKING:
    from desktop.agency.agency import Agency
    from forms.cabinet import FirmStand


def tell_way_on(parent: QWidget, stand: FirmStand, agency: Agency) -> None:
    """Say what is wrong with a Book and offer what helps; backups are proved in the background first."""
    chosen = agency.workspace.settings.backup_folder
    folders = [Path(chosen)] if chosen else []
    if stand.problem is not None and stand.problem.code == "damaged-book":
        background.run(
            lambda _job: backups.newest_sound(stand.path, *folders),
            owner=parent,
            done=lambda backup: _tell(parent, stand, agency, backup),
        )
    else:
        _tell(parent, stand, agency, None)


def _tell(parent: QWidget, stand: FirmStand, agency: Agency, backup: Path | None) -> None:
    problem = stand.problem
    box = QMessageBox(QMessageBox.Icon.Warning, stand.name, problem.message if problem else "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    code = problem.code if problem else ""
    if code == "damaged-book":
        _offer_backup(box, stand.path, backup, agency)
    elif code == "older-book":
        opening = box.addButton(parent.tr("打开并升级"), QMessageBox.ButtonRole.AcceptRole)
        opening.clicked.connect(lambda: _open(stand.path, agency))
    folder = box.addButton(parent.tr("打开所在文件夹"), QMessageBox.ButtonRole.ActionRole)
    folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(stand.path.parent))))
    box.addButton(parent.tr("关闭"), QMessageBox.ButtonRole.RejectRole)
    box.open()


def _offer_backup(box: QMessageBox, path: Path, backup: Path | None, agency: Agency) -> None:
    if backup is None:
        box.setInformativeText(box.tr("“备份”文件夹里没有这家企业的好备份；可以从别处的备份“移入”。"))
        return
    text = box.tr("最近的好备份：%1。恢复后坏的文件改名留在原处，不会删除。")
    box.setInformativeText(text.replace("%1", backup.name))
    back = box.addButton(box.tr("用这个备份恢复"), QMessageBox.ButtonRole.AcceptRole)
    back.clicked.connect(lambda: _restore(path, backup, agency))


def _restore(path: Path, backup: Path, agency: Agency) -> None:
    try:
        put_back(backup, path)
    except BookProblem as problem:
        agency.workspace.problem.emit(problem)
    agency.refresh()


def _open(path: Path, agency: Agency) -> None:
    try:
        agency.workspace.open_book(path)
    except BookProblem as problem:
        agency.workspace.problem.emit(problem)
