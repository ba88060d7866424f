"""The keys of the grid, in one table a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.inputs.coded import OptionInput
from desktop.inputs.dates import DateInput
from desktop.inputs.links import LinksInput
from desktop.pages.grid_edits import BlockEdit, GridEdits
from desktop.pages.steps import ABOVE, BELOW, grid_step_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MOST_SCANNED = 20_000  # rows looked through for an editable cell


class GridKeys(QObject):
    """Turns keys into grid actions. `did` reports a block edit; rows are added and deleted by the page."""

    did = Signal(object)
    rowWanted = Signal()
    insertionWanted = Signal()
    deletionWanted = Signal()
    filterWanted = Signal()
    clearingWanted = Signal()
    detailWanted = Signal()
    tipWanted = Signal()

    def __init__(
        self, view: GridView, model: LedgerModel, today: Callable[[], str], goes_down: Callable[[], bool] = bool
    ) -> None:
        """`goes_down` says whether Enter goes down the column instead of along the row (a setting)."""
        super().__init__(view)
        self._goes_down = goes_down
        self._view = view
        self._model = model
        self._today = today
        self.edits = GridEdits(view, model)
        edits = self.edits
        self._table: dict[tuple[Qt.KeyboardModifier, int], Callable[[], BlockEdit | None]] = {
            (CONTROL, Qt.Key.Key_C): edits.copy,
            (CONTROL, Qt.Key.Key_X): edits.cut,
            (CONTROL, Qt.Key.Key_V): edits.paste,
            (CONTROL, Qt.Key.Key_D): edits.fill_down,
            (CONTROL, Qt.Key.Key_Return): edits.fill_selection,
            (CONTROL, Qt.Key.Key_Enter): edits.fill_selection,
            (CONTROL, Qt.Key.Key_Semicolon): self._put_today,
            (CONTROL, Qt.Key.Key_Minus): self.deletionWanted.emit,
            (CONTROL, Qt.Key.Key_Plus): self.insertionWanted.emit,
            (CONTROL, Qt.Key.Key_Equal): self.insertionWanted.emit,
            (CONTROL | SHIFT, Qt.Key.Key_Plus): self.insertionWanted.emit,
            (CONTROL | SHIFT, Qt.Key.Key_L): self.filterWanted.emit,
            (CONTROL | SHIFT, Qt.Key.Key_F): self.clearingWanted.emit,
            (ALT, Qt.Key.Key_Return): self.detailWanted.emit,
            (ALT, Qt.Key.Key_Enter): self.detailWanted.emit,
            (SHIFT, Qt.Key.Key_F1): self.tipWanted.emit,
            (CONTROL, Qt.Key.Key_Tab): lambda: self._leave(forward=True),
            (CONTROL | SHIFT, Qt.Key.Key_Backtab): lambda: self._leave(forward=False),
            (NONE, Qt.Key.Key_F6): lambda: self._leave(forward=True),
            (SHIFT, Qt.Key.Key_F6): lambda: self._leave(forward=False),
            (NONE, Qt.Key.Key_Insert): self.rowWanted.emit,
            (NONE, Qt.Key.Key_Delete): edits.clear,
            (NONE, Qt.Key.Key_F4): self._open_list,
            (ALT, Qt.Key.Key_Down): self._open_list,
        }
        view.set_keys(self.handle)
        view.left.connect(self.move_on)
        view.fillWanted.connect(lambda text: self.did.emit(edits.put(text, self.tr("填充"))))

    def handle(self, event: QKeyEvent) -> bool:
        """Act on a key press; False leaves it to Qt."""
        step = grid_step_of(event)
        if step:
            if event.key() in TABS and not self._holds_cells():
                return False  # nothing to go to: Tab leaves the grid
            self.move_on(self._view.currentIndex(), step)
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = self._table.get((modifiers, event.key()))
        if action is None:
            return event.key() == Qt.Key.Key_Space and modifiers == NONE and self._toggle()
        outcome = action()
        if isinstance(outcome, BlockEdit):
            self.did.emit(outcome)
        return True

    def move_on(self, index: QModelIndex, step: int) -> None:
        """Go to the next or previous editable cell, with Enter as the setting says; past the last a row is added."""
        start = (index.row(), index.column()) if index.isValid() else (0, -1)
        if step in (BELOW, ABOVE) and self._goes_down() and index.isValid():
            self._move_down(*start, step // BELOW)
            return
        found = self.editable_from(*start, 1 if step > 0 else -1)
        if found:
            self._view.select_cell(*found)
        elif step > 0 and start[0] + MOST_SCANNED > self._model.rowCount():
            self.rowWanted.emit()

    def _holds_cells(self) -> bool:
        return self._model.rowCount() > 0 and not self._model.book.readonly

    def _leave(self, *, forward: bool) -> None:
        """Give the focus to what stands after (before) the grid."""
        self._view.leave(forward=forward)

    def _move_down(self, row: int, column: int, step: int) -> None:
        """Go to the next cell of the column that may be typed into; past the last row one is added."""
        model = self._model
        for place in range(row + step, min(model.rowCount(), row + MOST_SCANNED) if step > 0 else -1, step):
            if not model.locked(model.row_at(place), column):
                self._view.select_cell(place, column)
                return
        if step > 0 and not model.columns[column].readonly:
            before = model.rowCount()
            self.rowWanted.emit()
            if model.rowCount() > before:
                self._view.select_cell(self._view.currentIndex().row(), column)

    def editable_from(self, row: int, column: int, step: int) -> tuple[int, int] | None:
        """The nearest editable cell after (before) a cell, row by row."""
        model = self._model
        order = [place for place, spec in enumerate(model.columns) if not spec.readonly]
        rest = [place for place in order if (place > column if step > 0 else place < column)]
        last = model.rowCount() - 1
        for place in range(row, max(-1, row - MOST_SCANNED) if step < 0 else min(last + 1, row + MOST_SCANNED), step):
            here = rest if place == row else order
            if here and not model.locked(model.row_at(place), here[0]):
                return place, here[0] if step > 0 else here[-1]
        return None

    def _toggle(self) -> bool:
        index = self._view.currentIndex()
        if not index.isValid() or self._model.columns[index.column()].kind.name != "bool":
            return False
        row = self._model.row_at(index.row())
        if self._model.locked(row, index.column()):
            return True
        self._model.setData(index, "否" if self._model.value(row, index.column()) else "是")
        return True

    def _put_today(self) -> BlockEdit | None:
        index = self._view.currentIndex()
        if not index.isValid() or self._model.columns[index.column()].kind.name != "date":
            return None
        return self.edits.put(self._today(), self.tr("填今天"))

    def _open_list(self) -> None:
        index = self._view.currentIndex()
        if not index.isValid() or self._model.locked(self._model.row_at(index.row()), index.column()):
            return
        self._view.edit(index)
        editor = QApplication.focusWidget()
        if isinstance(editor, OptionInput):
            editor.open_list()
        elif isinstance(editor, DateInput):
            editor.open_calendar()
        elif isinstance(editor, LinksInput):
            editor.open_links()
