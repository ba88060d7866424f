"""The way on from a Book that cannot be opened or written: the sentence it came with, and buttons for what helps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from desktop import background
from desktop.manual import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.window import Window
    from forms.errors import ZhibaoError

CONTEXT = "remedies"


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing a person can do about a problem; the first one offered is what Enter does."""

    text: str
    act: Callable[[], object]


def tell(window: Window, problem: ZhibaoError, path: Path | None = None) -> None:
    """Tell a problem with the Book at ``path`` (None: the open one, or none) and offer the ways on.

    Of a damaged Book the backups are proved first, in the background. The same problem is not told twice at a time.
    """
    if path is None and window.workspace.is_open:
        path = window.workspace.book.path
    if problem.code == "damaged-book" and path is not None:
        damaged = path
        background.run(
            lambda _job: _newest_sound(damaged, window.workspace.settings.backup_folder),
            owner=window,
            done=lambda backup: _show(window, problem, _after_damage(window, damaged, backup), _named(backup)),
            failed=lambda other: _show(window, other, []),
        )
        return
    _show(window, problem, ways_on(window, problem.code, path))


def ways_on(window: Window, code: str, path: Path | None) -> list[Remedy]:
    """Return what can be done about a problem of a code, best first."""
    if path is None:
        return []
    again = Remedy(tr("重试"), lambda: window.open_book(path))
    look = Remedy(tr("只读打开"), lambda: window.open_book(path, readonly=True))
    copy = Remedy(tr("复制到本机并打开"), lambda: _copy_here(window, path))
    folder = Remedy(tr("打开所在文件夹"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
    is_shown = window.workspace.is_open and window.workspace.book.path == path
    while_opening = {
        "book-in-use": [Remedy(tr("转到那个窗口"), lambda: _call(window, path)), look, again],
        "network-drive": [copy, folder],
        "book-not-writable": [copy, look, folder],
        "book-not-readable": [again, copy, folder],
        "not-a-book": [folder],
        "disk-full": [again, look, folder],
        "book-busy": [again, look],
    }
    while_open = {code: [folder] for code in ("disk-full", "book-not-writable", "book-not-readable")}
    return (while_open if is_shown else while_opening).get(code, [])


def _after_damage(window: Window, path: Path, backup: Path | None) -> list[Remedy]:
    ways = []
    if backup is not None:
        ways.append(Remedy(tr("用这个备份恢复"), lambda: _put_back(window, path, backup)))
    if not window.workspace.is_open or window.workspace.book.path != path:
        ways.append(Remedy(tr("只读打开，看能读出多少"), lambda: window.open_book(path, readonly=True)))
    folder = path.parent if backup is None else backup.parent
    ways.append(Remedy(tr("打开备份文件夹"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))))
    return ways


def _named(backup: Path | None) -> str:
    if backup is None:
        return tr("没有找到完好的备份。请不要再往这个文件里填写，先把它和“备份”文件夹复制保存好。")
    from desktop.clock import shown_moment
    from forms import backups

    text = tr("最近的好备份是 %1 的（%2）。恢复后，坏的文件改名留在原处，不会删除；备份以后的修改需要补上。")
    return text.replace("%1", shown_moment(backups.made_at(backup))[:16]).replace("%2", backup.name)


def _newest_sound(path: Path, chosen: str) -> Path | None:
    from forms import backups

    return backups.newest_sound(path, *([Path(chosen)] if chosen else []))


def _show(window: Window, problem: ZhibaoError, ways: list[Remedy], more: str = "") -> None:
    """Open the dialog; Esc and «关闭» leave everything as it is."""
    name = f"problem {problem.code}"
    if any(box.objectName() == name and box.isVisible() for box in window.findChildren(QMessageBox)):
        return
    text = problem.message.partition("；")[0].rstrip("。") + "。" if more else problem.message  # «more» says the rest
    box = QMessageBox(QMessageBox.Icon.Warning, tr("外包直报"), text, parent=window)
    box.setObjectName(name)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, way in enumerate(ways):
        role = QMessageBox.ButtonRole.AcceptRole if number == 0 else QMessageBox.ButtonRole.ActionRole
        made = box.addButton(way.text, role)
        made.clicked.connect(lambda _checked=False, way=way: QTimer.singleShot(0, window, way.act))  # once this is shut
        if number == 0:
            box.setDefaultButton(made)
    heading = trouble_of(problem.code)
    if heading:
        told = box.addButton(tr("说明"), QMessageBox.ButtonRole.HelpRole)
        told.clicked.connect(lambda: window.keys.show_trouble(heading))
    box.setEscapeButton(box.addButton(tr("关闭"), QMessageBox.ButtonRole.RejectRole))
    box.open()


def _call(window: Window, path: Path) -> None:
    """Bring the other window to the front; where it is no window, say who it may be."""
    from desktop.instance import call_holder

    if not call_holder(path):
        window.strip.tell(tr("没有找到那个窗口：可能是命令行、另一位用户或另一台电脑正在使用，请稍后重试。"))


def _put_back(window: Window, path: Path, backup: Path) -> None:
    from desktop.restoring import put_back
    from forms.errors import BookProblem

    if window.workspace.is_open and window.workspace.book.path == path:
        window.let_go()
    try:
        aside = put_back(backup, path)
    except BookProblem as problem:
        window.tell_problem(problem)
        return
    if window.open_book(path):
        text = tr("已从备份恢复；坏的文件留作“%1”。").replace("%1", aside.name)
        window.notices.tell("restored", "info", text)


def _copy_here(window: Window, path: Path) -> None:
    from desktop.restoring import restore

    background.run(lambda _job: restore(path), owner=window, done=window.open_book, failed=window.tell_problem)


def tr(text: str) -> str:
    """Translate in the context of the remedies."""
    return QCoreApplication.translate(CONTEXT, text)
