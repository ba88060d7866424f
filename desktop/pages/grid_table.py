"""The table both views of a ledger grid are: headers, how rows are scrolled, how cells are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop.inputs.table import is_listed
from desktop.pages.grid_delegate import ARROW_ROOM
from desktop.pages.grid_header import LabelHeader, NumberHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.models.ledger_model import LedgerModel

Trigger = QAbstractItemView.EditTrigger
TRIGGERS = Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed
Move = QAbstractItemView.CursorAction
MOVES = {
    int(Qt.Key.Key_Left): Move.MoveLeft,
    int(Qt.Key.Key_Right): Move.MoveRight,
    int(Qt.Key.Key_Up): Move.MoveUp,
    int(Qt.Key.Key_Down): Move.MoveDown,
    int(Qt.Key.Key_Home): Move.MoveHome,
    int(Qt.Key.Key_End): Move.MoveEnd,
    int(Qt.Key.Key_PageUp): Move.MovePageUp,
    int(Qt.Key.Key_PageDown): Move.MovePageDown,
}


class GridTable(QTableView):
    """What the grid and its frozen columns have in common."""

    def __init__(self, model: LedgerModel, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(TRIGGERS)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.labels = LabelHeader(model, self)
        self.setHorizontalHeader(self.labels)
        self.numbers = NumberHeader(model, self)
        self.setVerticalHeader(self.numbers)
        self.setModel(model)  # last: with rows and columns each of these would lay all of them out

    def selected_ranges(self) -> list[QItemSelectionRange]:
        """The selected blocks."""
        selection: Any = self.selectionModel().selection()  # a sequence, which PySide's stubs do not say
        return list(selection)

    def anchor(self) -> QModelIndex:
        """Where the selected block was begun: the corner across from the current cell, which ends it."""
        index, parts = self.currentIndex(), self.selected_ranges()
        if len(parts) != 1 or not parts[0].contains(index):
            return index
        part = parts[0]
        row = part.top() if index.row() == part.bottom() else part.bottom()
        column = part.left() if index.column() == part.right() else part.right()
        return self.model().index(row, column)

    def extend(self, event: QKeyEvent) -> bool:
        """Let Shift with a moving key select from the anchor on; Qt forgets it when a cell was gone to by program."""
        action = MOVES.get(event.key())
        if action is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        first = self.anchor()
        last = self.moveCursor(action, event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier)
        if first.isValid() and last.isValid():
            rows, columns = sorted((first.row(), last.row())), sorted((first.column(), last.column()))
            block = QItemSelection(self.model().index(rows[0], columns[0]), self.model().index(rows[1], columns[1]))
            self.selectionModel().setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(last)
        return True

    def align_rows(self, row: int) -> None:
        """Let a whole row stand under the header after a jump to `row`, which stays in sight."""
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        over = bar.value() % height
        if over:
            below = bar.value() + height - over
            bar.setValue(below if below <= row * height else bar.value() - over)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of the current cell opens its list, as a double click on the cell does."""
        at = event.position().toPoint()
        index, shown = self.indexAt(at), self.currentIndex()
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        super().mousePressEvent(event)
        if plain and index.isValid() and index == shown and self._on_arrow(index, at.x()):
            self.edit(index, QAbstractItemView.EditTrigger.DoubleClicked, event)

    def _on_arrow(self, index: QModelIndex, x: int) -> bool:
        model: Any = self.model()
        end = self.columnViewportPosition(index.column()) + self.columnWidth(index.column())
        return is_listed(model.columns[index.column()].field) and end - ARROW_ROOM < x < end

    def updateGeometries(self) -> None:
        """Let the scroll bar end where the first row is whole, too; Qt, ending it before, must not scroll back."""
        if not self.isVisible():
            return  # it is laid out when it is shown; while the page is put together Qt would do so a dozen times
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        before = bar.value()
        super().updateGeometries()
        if bar.maximum() % height:
            bar.setMaximum(bar.maximum() + height - bar.maximum() % height)
        bar.setValue(min(before, bar.maximum()))
