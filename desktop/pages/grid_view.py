"""The ledger grid: one table view that owns keyboard and focus, and a second one over its left edge for frozen columns.

Both share model and selection. The frozen view never takes the focus; wheel, column widths and scrolling are forwarded,
and a frozen cell is edited in the frozen view, because the cell below it lies hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop import theme
from desktop.access import follow_selection
from desktop.inputs.table import open_codes
from desktop.pages.grid_delegate import GridDelegate
from desktop.pages.grid_frozen import FrozenView
from desktop.pages.grid_table import GridTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.inputs.line import InputContext
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_header import LabelHeader

Index = QModelIndex | QPersistentModelIndex
Trigger = QAbstractItemView.EditTrigger
EDGE = 2
LEAST_FREE = 220  # with less room than this beside them, frozen columns scroll like the others


class GridView(GridTable):
    """The grid. `left` says that an input was left by Enter or Tab, and in which direction to go on.

    `fillWanted` gives what was typed for every selected cell (Ctrl+Enter in an input).
    """

    left = Signal(QModelIndex, int)
    fillWanted = Signal(str)

    def __init__(self, model: LedgerModel, context: InputContext, parent: QWidget | None = None) -> None:
        self.frozen_count = 0  # before Qt's constructor, which already scrolls
        self._keys: Callable[[QKeyEvent], bool] | None = None
        super().__init__(model, parent)
        self._model = model
        self._asked_frozen = self.frozen_count = sum(1 for column in model.columns if column.frozen)
        self.frozen = FrozenView(model, self)
        self.frozen.setSelectionModel(self.selectionModel())
        count = len(model.columns)
        self._delegates = (
            GridDelegate(self, model, context, range(self.frozen_count, count)),
            GridDelegate(self.frozen, model, context, range(self.frozen_count)),
        )
        self.setItemDelegate(self._delegates[0])
        self.frozen.setItemDelegate(self._delegates[1])
        self._edge = QWidget(self)
        self._join()
        self._edge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(model.edition.short)
        self._widths: dict[str, int] = {}
        self._taken: object = None
        self._take_columns()
        self.follow_theme()

    def set_keys(self, handler: Callable[[QKeyEvent], bool]) -> None:
        """Offer each key press to `handler(event) -> bool` first."""
        self._keys = handler

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give columns their remembered widths."""
        self._widths = widths
        for place, column in enumerate(self._model.columns):
            least = max(column.width, self.labels.needed(place))
            self.setColumnWidth(place, widths.get(column.id) or least)

    def follow_theme(self) -> None:
        """Take up colours and row height of the theme in use."""
        for delegate in self._delegates:
            delegate.follow_theme()
        for view in (self, self.frozen):
            view.numbers.follow_theme()
            view.labels.setFixedHeight(theme.px("header"))
        self._edge.setStyleSheet(f"background: {theme.current().colors['line']};")
        self.lay_out()

    def select_cell(self, row: int, column: int) -> None:
        """Make a cell current, visible and selected."""
        index = self._model.index(row, column)
        if index.isValid():
            # Not setCurrentIndex of the view: with Shift held (Shift+Enter) it would extend the selection.
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    # -- frozen columns --------------------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Place the frozen view over the left edge; with too little room nothing is frozen."""
        room = self.viewport().width()
        widths = [self.columnWidth(place) for place in range(self._asked_frozen)]
        count = self._asked_frozen
        while count and sum(widths[:count]) > room - LEAST_FREE:
            count -= 1
        if count != self.frozen_count:
            self._freeze(count)
        wide = sum(widths[:count])
        left = self.numbers.width() + self.frameWidth()
        height = self.viewport().height() + self.labels.height()
        self.frozen.setGeometry(QRect(left, self.frameWidth(), wide, height))
        self.frozen.setVisible(bool(count))
        self._edge.setGeometry(left + wide - 1, self.frameWidth(), EDGE, height)
        self._edge.setVisible(count > 0 and self._model.rowCount() > 0)  # made after the frozen view: lies over it

    def frozen_width(self) -> int:
        """Pixels the frozen columns cover."""
        return self.frozen.width() if self.frozen_count else 0

    def _freeze(self, count: int) -> None:
        self.frozen_count = count
        columns = len(self._model.columns)
        self._delegates[0].first = count
        self._delegates[1].stop = count
        for place in range(columns):
            self.frozen.setColumnHidden(place, place >= count)

    def _join(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self.frozen.follow)
        self.verticalScrollBar().rangeChanged.connect(self.frozen.follow)
        self.labels.sectionResized.connect(self._resized)
        self.frozen.labels.sectionResized.connect(self._frozen_resized)
        self.numbers.geometriesChanged.connect(self.lay_out)
        self.labels.sorted.connect(lambda *sort: self._share_sort(self.frozen.labels, sort))
        self.frozen.labels.sorted.connect(lambda *sort: self._share_sort(self.labels, sort))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self._model.modelReset.connect(self._selection_changed)
        self._model.dataChanged.connect(self.numbers.paint_again)
        follow_selection(self, self._open_picked)
        self._model.modelReset.connect(self._take_columns)
        for delegate in self._delegates:
            delegate.moved.connect(self.left)
            delegate.fillWanted.connect(self.fillWanted)

    def _open_picked(self, index: QModelIndex) -> None:
        # A cell has no press that assistive technology could make: to select it is to open its input.
        self.setFocus()
        self.edit(index)

    def _share_sort(self, other: LabelHeader, sort: tuple[str, bool]) -> None:
        other.sort = sort
        other.viewport().update()

    def _resized(self, section: int, _old: int, new: int) -> None:
        if self.frozen.columnWidth(section) != new:
            self.frozen.setColumnWidth(section, new)
        if section < self._asked_frozen:
            self.lay_out()

    def _frozen_resized(self, section: int, _old: int, new: int) -> None:
        if new and self.columnWidth(section) != new and not self.frozen.isColumnHidden(section):
            self.setColumnWidth(section, new)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        place = (current.row(), current.column())
        for delegate in self._delegates:
            delegate.current = place
        self.numbers.current = current.row()
        for view in (self, self.frozen):
            view.viewport().update()
        self.numbers.viewport().update()

    def _take_columns(self) -> None:
        """Lay out other columns, where other ones are shown now."""
        if self._taken is self._model.columns:
            return
        self._taken = self._model.columns
        self._asked_frozen = sum(1 for column in self._model.columns if column.frozen)
        self._delegates[0].stop = len(self._model.columns)
        self._freeze(self._asked_frozen)
        self.set_widths(self._widths)
        self.lay_out()

    def _selection_changed(self) -> None:
        blocks = [(part.top(), part.left(), part.bottom(), part.right()) for part in self.selected_ranges()]
        for delegate in self._delegates:
            delegate.selected = blocks

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def edit(self, *args: Any) -> Any:  # noqa: ANN401 - two overloads of Qt
        """Open the input in the view that shows the cell; a double click and F2 show the list of codes at once."""
        if len(args) == 1:
            self.edit(args[0], Trigger.AllEditTriggers, None)
            return None
        index, trigger, event = args
        if index.column() < self.frozen_count:
            opened = self.frozen.open_input(index, trigger, event)
        else:
            opened = bool(super().edit(index, trigger, event))
        if opened and trigger in (Trigger.DoubleClicked, Trigger.EditKeyPressed):
            open_codes(QApplication.focusWidget())
        return opened

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Scroll so that the cell is not under the frozen columns; a frozen cell only needs its row."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        self.align_rows(index.row())
        if index.column() < self.frozen_count:
            bar.setValue(before)
            return
        hidden = self.frozen_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """What one sees at a point: over the frozen columns, their cells."""
        if 0 <= pos.x() < self.frozen_width():
            return self.frozen.indexAt(pos)
        return super().indexAt(pos)

    def event(self, event: QEvent) -> bool:
        """Tab goes from cell to cell, as in a spreadsheet; Qt would leave the grid (F6 and Ctrl+Tab do)."""
        if event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment]  # the type says so
            if key.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._keys and self._keys(key):
                key.accept()
                return True
        return bool(super().event(event))

    def leave(self, *, forward: bool) -> None:
        """Give the focus to what comes after (before) the grid."""
        self.focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys, then Qt's."""
        if not (self._keys and self._keys(event)) and not self.extend(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frozen view in place."""
        super().resizeEvent(event)
        self.lay_out()

    def updateGeometries(self) -> None:
        """Keep the frozen view in place when scroll bars come or go."""
        super().updateGeometries()
        if hasattr(self, "_edge"):
            self.lay_out()
