"""Opens the filters of columns, and says in bar and header which columns are filtered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from desktop.models.column_filter import ChoiceList, list_choices
from desktop.pages.filter_popup import FilterPopup
from desktop.pages.ledger_narrowing import AT_ONCE

if TYPE_CHECKING:
    import sqlite3

    from desktop.models.column_filter import ColumnFilter
    from desktop.pages.grid_view import GridView
    from desktop.pages.ledger_bar import LedgerBar
    from desktop.pages.ledger_narrowing import LedgerNarrowing
    from desktop.workspace import Workspace


class LedgerFilters(QObject):
    """The column filters of one ledger page."""

    def __init__(self, workspace: Workspace, view: GridView, narrowing: LedgerNarrowing, bar: LedgerBar) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._narrowing = narrowing
        self._bar = bar
        self.popup: FilterPopup | None = None
        for labels in (view.labels, view.frozen.labels):
            labels.filterWanted.connect(self.open)
        bar.clearWanted.connect(self.clear_all)
        narrowing.changed.connect(self._show)

    def open_current(self) -> None:
        """Open the filter of the current cell's column (Ctrl+Shift+L)."""
        index = self._view.currentIndex()
        if index.isValid():
            labels = self._view.frozen.labels if index.column() < self._view.frozen_count else self._view.labels
            left = labels.sectionViewportPosition(index.column())
            place = labels.viewport().mapToGlobal(QPoint(left, labels.height()))
            self.open(self._narrowing.model.columns[index.column()].id, place)

    def open(self, field: str, at: QPoint) -> None:
        """Open the filter of a column under a point of the screen."""
        model = self._narrowing.model
        column = model.columns[model.place_of[field]]
        popup = self.popup = FilterPopup(column, self._narrowing.filters.get(field), self._view)
        popup.decided.connect(lambda made: self._take(field, made))
        popup.sorted.connect(lambda descending: self._sort(field, descending=descending))
        rest, table = self._narrowing.without(field), model.edition.table

        def counting(db: sqlite3.Connection) -> ChoiceList:
            return list_choices(db, table, column, rest)

        def fill(found: ChoiceList) -> None:
            if self.popup is popup:
                popup.fill(found)

        popup.destroyed.connect(lambda: self._closed(popup))
        popup.open_at(at)
        if model.pages.total <= AT_ONCE:
            fill(counting(model.book.db))
        else:
            self._workspace.work(lambda book, _job: counting(book.db), owner=popup, done=fill)

    def clear_all(self) -> None:
        """Show every row in its natural order again (Ctrl+Shift+F)."""
        self._narrowing.filters.clear()
        for labels in (self._view.labels, self._view.frozen.labels):
            labels.sort = ("", False)
        self._bar.clear_filter()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _take(self, field: str, made: ColumnFilter | None) -> None:
        self._narrowing.filter_column(field, made)
        self._show()
        self._view.setFocus()

    def _sort(self, field: str, *, descending: bool) -> None:
        for labels in (self._view.labels, self._view.frozen.labels):
            labels.sort = (field, descending)
        self._view.labels.sorted.emit(field, descending)

    def _closed(self, popup: FilterPopup) -> None:
        if self.popup is popup:
            self.popup = None

    def _show(self) -> None:
        filters = self._narrowing.filters
        for labels in (self._view.labels, self._view.frozen.labels):
            labels.filtered = frozenset(filters)
            labels.viewport().update()
        labelled = [column.label for column in self._narrowing.model.columns if column.id in filters]
        self._bar.show_filtered(labelled, sorted_by=bool(self._view.labels.sort[0]))
