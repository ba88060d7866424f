"""Files dropped on a ledger: a workbook is imported, scans go to the rows whose number their names begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from desktop.dropping import paths_of
from desktop.figures import figure
from desktop.pages.match_dialog import MatchDialog
from forms import attaching
from forms.kinds import Files
from forms.workbook.suffixes import READABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent

    from desktop.background import Job
    from desktop.pages.ledger import LedgerPage
    from forms.attaching import Attached, Match, Unmatched
    from forms.book import Book
    from forms.errors import ZhibaoError

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_Found = tuple["Match", list["Unmatched"], dict[str, list[Path]]]


class LedgerDrops(QObject):
    """Hears what is dropped anywhere on the page."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page)
        self._page = page
        edition = page.model.edition
        self.field = next((field for field in edition.stored_fields if isinstance(field.kind, Files)), None)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files of this computer."""
        if event.type() in _DRAGGED or event.type() == QEvent.Type.Drop:
            dropped: QDropEvent = event  # type: ignore[assignment]  # the type says so
            paths = paths_of(dropped)
            if paths and not self._page.model.book.readonly:
                dropped.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.take(paths)
                return True
        return super().eventFilter(watched, event)

    def take(self, paths: Sequence[Path]) -> None:
        """Say what becomes of the files, and do it once that is agreed; a folder stands for what lies in it."""
        page = self._page
        page.typing.leave()
        if len(paths) == 1 and paths[0].suffix.lower() in READABLE:
            page.workbooks.import_file(paths[0])
            return
        if self.field is None:
            page.toast.say(self.tr("这张表没有附件栏；要导入数据，请放入 Excel 文件。"), "warning")
            return
        page.workspace.work(lambda book, _job: self._look(book, paths), owner=self, done=self._ask, failed=self._failed)

    def _look(self, book: Book, paths: Sequence[Path]) -> _Found:
        edition, form, field = self._page.model.edition, self._page.form, self.field
        files = [one for path in paths for one in (attaching.files_in(path) if path.is_dir() else [path])]
        match = attaching.match(book, form, files)
        return (match, *attaching.sifted(book, edition, field, match.by_row)) if field else (match, [], {})

    def _ask(self, found: _Found) -> None:
        if self.field is None:
            return
        match, refused, fit = found
        dialog = MatchDialog(self.field, match, refused, fit, self._page.window())
        if dialog.exec():
            self._attach(fit)
        dialog.deleteLater()

    def _attach(self, fit: dict[str, list[Path]]) -> None:
        page, name = self._page, self.field.id if self.field else ""
        today = page.workspace.as_of

        def attaching_all(book: Book, job: Job) -> Attached:
            del job
            return attaching.add(book, page.form, name, fit, as_of=today)

        page.workspace.work(attaching_all, owner=self, done=self._attached, failed=self._failed)

    def _attached(self, done: Attached) -> None:
        page = self._page
        page.workspace.touched(page.form)
        count = sum(map(len, done.added.values()))
        text = self.tr("已添加 %1 个附件，按 Ctrl+Z 撤销") if count else self.tr("这些附件都已经在了")
        page.toast.say(text.replace("%1", figure(count)))

    def _failed(self, problem: ZhibaoError) -> None:
        self._page.toast.say(problem.message, "error")
