"""Which calm bars stand over the pages: recovered after a crash, read-only, a disk that is nearly full."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop import recovery

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.background import Job
    from desktop.recovery import Left
    from desktop.scheme_notices import SchemeNotices
    from desktop.window import Window
    from forms.book import Book

EVERY_MS = 30_000
TIGHT = 200 * 2**20
"""Bytes free below which a person is warned: a month's work is far below, a backup may not be."""
LAST = 20 * 2**20
"""Bytes free below which the next edit may be lost."""


class BookNotices(QObject):
    """Keeps the bars of a window true."""

    def __init__(self, window: Window, left: Left | None = None) -> None:
        """``left`` is what a window before this one left when it ended abnormally."""
        super().__init__(window)
        self._window = window
        self._left = left
        self._said_of_room = ""
        self._of_scheme: SchemeNotices | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look_at_the_disk)
        self._timer.start()
        window.workspace.bookChanged.connect(self.begin)

    def begin(self) -> None:
        """Say what there is to say of the Book that was opened."""
        self._window.notices.clear()
        self._said_of_room = ""
        self._tell_readonly()
        self._scheme().begin()
        self.look_at_the_disk()
        book = self._window.workspace.book
        if self._left is not None and self._left.book.resolve() == book.path.resolve():
            since, self._left = self._left.seq, None
            self._window.workspace.work(_looked_over, owner=self, done=lambda whole: self._tell(since, whole=whole))

    def _scheme(self) -> SchemeNotices:
        from desktop.scheme_notices import SchemeNotices

        if self._of_scheme is None:
            self._of_scheme = SchemeNotices(self._window)
        return self._of_scheme

    def _tell_readonly(self) -> None:
        window, book = self._window, self._window.workspace.book
        if book.newer:
            text = self.tr("这个账套由更新版本的程序建立，本程序只能查看、导出和打印；更新程序后再修改。")
            window.notices.tell("readonly", "warning", text)
        elif book.readonly:
            text = self.tr("账套以只读方式打开，可以查看、导出和打印，不能修改。")
            window.notices.tell("readonly", "warning", text, (self.tr("重新打开以便修改"), self._reopen))

    def _reopen(self) -> None:
        path = self._window.workspace.book.path
        self._window.let_go()
        if not self._window.open_book(path):
            self._window.open_book(path, readonly=True)

    def look_at_the_disk(self) -> None:
        """Warn before an edit is lost for want of room."""
        space = self._window.workspace
        if not space.is_open or space.book.readonly:
            return
        free = free_bytes(space.book.path.parent)
        level = "last" if free < LAST else "tight" if free < TIGHT else ""
        if level == self._said_of_room:
            return
        self._said_of_room = level
        self._window.notices.drop("room")
        if level:
            self._tell_room(free, level)

    def _tell_room(self, free: int, level: str) -> None:
        if level == "last":
            text = self.tr("磁盘只剩 %1 MB，再填可能存不下。请先清理磁盘；已填的都已保存。")
        else:
            text = self.tr("磁盘只剩 %1 MB，请尽快清理，以免填报和备份存不下。")
        tone = "error" if level == "last" else "warning"
        self._window.notices.tell("room", tone, text.replace("%1", str(free // 2**20)))

    def _tell(self, since: int, *, whole: bool) -> None:
        window, book = self._window, self._window.workspace.book
        if not whole:
            from forms import connection

            window.tell_problem(connection.damaged(book.path))
            return
        saved = recovery.last_saved(book, since)
        if saved is None:
            text = self.tr("上次没有正常退出。账套已核对完好，那次打开以后没有新的录入。")
        else:
            from desktop.clock import shown_moment, shown_time

            today = len(shown_time(saved.at)) == len("14:21")
            moment = shown_moment(saved.at)[11:] if today else shown_moment(saved.at)
            text = self.tr("上次异常退出，已恢复到 %1 的最后一次录入：%2。账套已核对完好，可以接着填。")
            text = text.replace("%1", moment).replace("%2", saved.where)
        window.notices.tell("recovered", "info", text)


def _looked_over(book: Book, job: Job) -> bool:
    """Tell whether the file is whole."""
    import sqlite3

    del job
    try:
        return bool(book.db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def free_bytes(folder: Path) -> int:
    """Return the bytes free where a folder lies; plenty where the system does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return TIGHT
