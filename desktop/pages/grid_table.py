"""The table both views of a ledger grid are: headers, how rows are scrolled, how cells are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from desktop.pages.grid_header import LabelHeader, NumberHeader

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel

Trigger = QAbstractItemView.EditTrigger
TRIGGERS = Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed


class GridTable(QTableView):
    """What the grid and its frozen columns have in common."""

    def __init__(self, model: LedgerModel, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setModel(model)
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

    def align_rows(self, row: int) -> None:
        """Let a whole row stand under the header after a jump to `row`, which stays in sight."""
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        over = bar.value() % height
        if over:
            below = bar.value() + height - over
            bar.setValue(below if below <= row * height else bar.value() - over)

    def updateGeometries(self) -> None:
        """Let the scroll bar end where the first row is whole, too."""
        super().updateGeometries()
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        if bar.maximum() % height:
            bar.setMaximum(bar.maximum() + height - bar.maximum() % height)
