"""Keeps the row drawer of a ledger page: it follows the current row; the history comes from a worker thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.row_story import StoryLine, events_told, told
from forms import history

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.pages.row_drawer import RowDrawer
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.history import Event

DELAY = 60  # ms: a held arrow key reads once
EVENTS = 30
AT_ONCE = 4_000_000  # bytes of journal a search of which nobody feels


class LedgerDetail(QObject):
    """Fills the drawer. `fieldWanted` gives the field of a line that was clicked."""

    fieldWanted = Signal(str)

    def __init__(self, workspace: Workspace, view: GridView, model: LedgerModel, drawer: RowDrawer) -> None:
        super().__init__(drawer)
        self._workspace = workspace
        self._view = view
        self._model = model
        self._drawer = drawer
        self._uid = ""
        self._limit = EVENTS
        self._history: list[StoryLine] = []
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.show)
        view.selectionModel().currentRowChanged.connect(self._soon)
        model.saved.connect(self._soon)
        model.modelReset.connect(self._soon)
        drawer.chosen.connect(self.fieldWanted)
        drawer.moreWanted.connect(self._read_more)
        drawer.closed.connect(self.close)

    def toggle(self) -> None:
        """Open the drawer, or close it (Alt+Enter)."""
        if self._drawer.isHidden():
            self._drawer.show()
            self.show()
        else:
            self.close()

    def close(self) -> None:
        """Close it; the grid has the keys again."""
        self._drawer.hide()
        self._view.setFocus()

    def refresh_marks(self) -> None:
        """Take up other findings of the row."""
        if not self._drawer.isHidden():
            self._soon()

    def show(self) -> None:
        """Show the current row now; its history follows in a moment."""
        index = self._view.currentIndex()
        if self._drawer.isHidden() or not index.isValid():
            return
        row = self._model.row_at(index.row())
        same = row.uid == self._uid
        if not same:
            self._uid, self._limit, self._history = row.uid, EVENTS, []
        title = self.tr("%1 第%2行").replace("%1", self._model.edition.short).replace("%2", str(row.pos))
        self._drawer.show_lines(title, [*told(self._model, row), *self._history], keep_place=same)
        self._read(row.uid)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _soon(self) -> None:
        if not self._drawer.isHidden():
            self._timer.start()

    def _read_more(self) -> None:
        self._limit += EVENTS
        self._read(self._uid)

    def _read(self, uid: str) -> None:
        form, limit = self._model.form, self._limit + 1

        def reading(book: Book, _job: Job) -> list[Event]:
            return history.of_row(book, form, uid, limit)

        book = self._model.book
        packed = book.db.execute("SELECT sum(length(images)) FROM journal").fetchone()[0] or 0
        if packed < AT_ONCE:
            self._take(uid, history.of_row(book, form, uid, limit))
        else:
            self._workspace.work(reading, owner=self, done=lambda events: self._take(uid, events))

    def _take(self, uid: str, events: list[Event]) -> None:
        index = self._view.currentIndex()
        if uid != self._uid or self._drawer.isHidden() or not index.isValid():
            return
        fresh = events_told(self._model, events[: self._limit], more=len(events) > self._limit)
        if fresh != self._history:
            self._history = fresh
            lines = [*told(self._model, self._model.row_at(index.row())), *fresh]
            self._drawer.show_lines(self._drawer.title.text(), lines, keep_place=True)
