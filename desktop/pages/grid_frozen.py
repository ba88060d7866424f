"""The frozen columns of a ledger grid: a second view of the same rows that never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView

from desktop.pages.grid_table import GridTable, Trigger

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView

Index = QModelIndex | QPersistentModelIndex


class FrozenView(GridTable):
    """The frozen columns, over the left edge of the grid."""

    def __init__(self, model: LedgerModel, main: GridView) -> None:
        self._main = main  # before Qt's constructor, which already scrolls
        super().__init__(model, main)
        self.setProperty("role", "flat")
        self.setObjectName("frozen")  # no ring of its own
        self.setFocusProxy(main)
        self.setAutoScroll(False)
        self.numbers.hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """A drag goes on over the free columns."""
        return super().indexAt(pos) if pos.x() < self.viewport().width() else self._main.indexAt(pos)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The grid scrolls."""
        self._main.wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the grid."""
        self._main.keyPressEvent(event)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """The grid scrolls."""
        self._main.scrollTo(index, hint)

    def follow(self) -> None:
        """Stand where the grid stands. It is laid out at other times, so it takes over how far one can scroll, too."""
        bar, leading = self.verticalScrollBar(), self._main.verticalScrollBar()
        bar.setRange(leading.minimum(), leading.maximum())
        bar.setValue(leading.value())

    def updateGeometries(self) -> None:
        """Go on standing where the grid stands."""
        super().updateGeometries()
        self.follow()

    def open_input(self, index: Index, trigger: Trigger, event: QEvent) -> bool:
        """Edit a frozen cell here."""
        return bool(super().edit(index, trigger, event))

    def edit(self, *args: Any) -> Any:  # noqa: ANN401 - two overloads of Qt
        """Go through the grid, which decides by column."""
        return self._main.edit(*args)
