"""The row being typed: what it still lacks is «待填», not wrong, until one leaves the row or asks for a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.pages.ledger import LedgerPage


class RowBeingTyped(QObject):
    """Begins with a row that was added by hand; ends when another row, page or a check is asked for."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page.view)
        self._page = page
        self._uid = ""
        page.view.selectionModel().currentChanged.connect(self._moved)
        page.installEventFilter(self)
        page.workspace.checking.connect(self.leave)

    def begin(self, place: int) -> None:
        """Take the row at a grid place for one being typed."""
        self.leave()
        self._uid = self._page.model.row_at(place).uid
        self._page.model.marks.begin_row(self._uid)
        self._page.model.repaint_kept([self._uid])

    def leave(self) -> None:
        """Say what the row lacks."""
        if self._uid:
            self._uid = ""
            self._page.model.repaint_kept([self._page.model.marks.leave_row()])
            self._page.checks.changed.emit()

    def _moved(self, current: QModelIndex) -> None:
        if self._uid and (not current.isValid() or self._page.model.row_at(current.row()).uid != self._uid):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the row with the page."""
        if event.type() == QEvent.Type.Hide:
            self.leave()
        return super().eventFilter(watched, event)
