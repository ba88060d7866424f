"""The model of a ledger grid: pages of rows from the Book, marks at cells, edits through `forms.ledger`.

Painting does not ask `data()` role by role: the delegate takes `row_at(r)` once and reads plain attributes. Filter and
sort are SQL (see `narrowing.py`); there is no proxy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from desktop.languages import spoken
from desktop.models import shown
from desktop.models.columns import Column, columns_of, default_fields
from desktop.models.ledger_row import LedgerRow, RowReader
from desktop.models.marks import CellMark, Marks
from desktop.models.roles import ACCESSIBLE, ALIGNMENT, DISPLAY, EDIT, LEFT, RIGHT, SPOKEN, TOOLTIP, Index
from desktop.models.row_pages import Narrowing, RowPages
from desktop.models.tips import plain_tip
from desktop.sweeping import breathe
from forms import corrections, ledger, locks, periods
from forms.errors import InputRefused

if TYPE_CHECKING:
    import sqlite3
    from array import array
    from collections.abc import Callable, Collection, Mapping, Sequence

    from forms.book import Book
    from forms.kinds import Stored

FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
LONG = 10  # characters a narrow column may cut off
EDITABLE = FLAGS | Qt.ItemFlag.ItemIsEditable


class LedgerModel(QAbstractTableModel):
    """Rows of one ledger form of one Book.

    `refused` carries the sentence of an edit that may not be; `saved` says that an edit is in the Book, with the uids
    of the rows it changed; those it added wait for the check of all.
    """

    refused = Signal(str)
    saved = Signal(list)

    def __init__(
        self, book: Book, form: str, today: Callable[[], str] = periods.today, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.form = form
        self._today = today
        self.edition = spoken(book.catalogue).edition(form)
        self.marks = Marks()
        self.whole_currencies = book.catalogue.codelist("currencies").whole
        self.reader = RowReader(self.whole_currencies)
        self._correcting = corrections.open_periods(self.book, self.form)
        self._take_columns(default_fields(self.edition))
        self._readers: dict[int, Callable[[LedgerRow, int], str | None]] = {
            DISPLAY: self.text,
            EDIT: self.edit_text,
            TOOLTIP: self._tip,
            ACCESSIBLE: self._told,
            SPOKEN: self._spoken,
        }
        self.pages = RowPages(book.db, self.edition.table, self._make)

    # -- reading ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows that pass the filter."""
        return 0 if parent.isValid() else len(self.pages)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Columns shown."""
        return 0 if parent.isValid() else len(self.columns)

    def row_at(self, row: int) -> LedgerRow:
        """The row at a grid place, from the cache or the Book."""
        return self.pages.row(row)

    def text(self, row: LedgerRow, column: int) -> str:
        """What the cell shows."""
        text = row.texts[column]
        if text is None:
            text = row.texts[column] = self.reader.show(row, self.columns[column])
        return text

    def edit_text(self, row: LedgerRow, column: int) -> str:
        """The text an editor starts with: as typed where it did not parse."""
        return self.reader.edit(row, self.columns[column])

    def value(self, row: LedgerRow, column: int) -> Stored:
        """The stored value of a cell."""
        return self.reader.value(row, self.columns[column].id)

    @property
    def wan(self) -> bool:
        """True while amounts are shown in 万."""
        return self.reader.wan

    def locked(self, row: LedgerRow, column: int) -> bool:
        """True where nobody may type: filled by the program, or the row stands in an accepted filing."""
        return self._fixed[column] or (row.settled and row.period not in self._correcting)

    def mark(self, row: LedgerRow, column: int) -> CellMark | None:
        """Findings and comments at a cell."""
        marks = self.marks.of(row.uid)
        return None if marks is None else marks.get(self.columns[column].id)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Text for copying, searching, editing and reading aloud; painting does not come here."""
        if not index.isValid():
            return None
        column = index.column()
        if role == ALIGNMENT:
            return RIGHT if self.columns[column].right else LEFT
        reader = self._readers.get(role)
        return reader(self.pages.row(index.row()), column) if reader else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Labels above, row numbers (pos) at the side, also while filtered."""
        if role == DISPLAY:
            if orientation == Qt.Orientation.Horizontal:
                return self.columns[section].label if 0 <= section < len(self.columns) else None
            return self.pages.position(section) if 0 <= section < len(self.pages) else None
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            column = self.columns[section]
            if role == TOOLTIP:
                return column.told
            if role == ACCESSIBLE and column.required:
                return self.tr("必填")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable unless locked."""
        column = index.column()
        if column < 0:
            return Qt.ItemFlag.NoItemFlags
        return FLAGS if self.locked(self.pages.row(index.row()), column) else EDITABLE

    # -- editing ---------------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Commit one typed text as one step; the kind reads it, and it is kept even where it does not parse."""
        if not index.isValid() or role != EDIT:
            return False
        row, column = self.pages.row(index.row()), index.column()
        if self.locked(row, column) or str(value) == self.edit_text(row, column):
            return False
        label = self.tr("填写“%1”").replace("%1", self.columns[column].label)
        return self.commit([(index.row(), column, value)], label)

    def commit(
        self,
        cells: Sequence[tuple[int, int, object]],
        label: str,
        source: str = "typed",
        added: Sequence[Mapping[str, object]] = (),
    ) -> bool:
        """Write cells (row, column, typed) and append rows `added` as one undoable step; False when refused.

        With many rows the window paints and answers meanwhile, but takes no keys.
        """
        uids = {row: self.pages.row(row).uid for row in dict.fromkeys(row for row, _, _ in cells)}
        edits = [
            ledger.CellEdit(uids[row], self.columns[column].id, self.in_full(column, typed))
            for row, column, typed in cells
        ]
        today = self._today()
        try:
            ledger.set_cells(
                self.book, self.form, edits, added=added, label=label, source=source, as_of=today, rest=breathe
            )
        except InputRefused as problem:
            self.refused.emit(problem.message)
            return False
        if added:
            self.reset_rows()
        else:
            if len(uids) > ledger.FEW:
                breathe()
            self._repaint_rows({row for row, _, _ in cells})
        self.saved.emit(list(uids.values()))
        return True

    def add_row(self, typed: Mapping[str, object] | None = None, at: int | None = None) -> int:
        """Add a row (at row number `at`, else at the end); returns its grid place, -1 when refused."""
        try:
            uid = ledger.add_row(self.book, self.form, typed or {}, at=at, as_of=self._today())
        except InputRefused as problem:
            self.refused.emit(problem.message)
            return -1
        place = self._show_new_row((ledger.read_row(self.book, self.form, uid) or {"pos": self.pages.total + 1})["pos"])
        self.saved.emit([uid])
        return place

    def delete_rows(self, rows: Sequence[int], label: str) -> bool:
        """Delete the rows at grid places as one undoable step."""
        uids = [self.pages.row(row).uid for row in rows]
        try:
            ledger.delete_rows(self.book, self.form, uids, label=label)
        except InputRefused as problem:
            self.refused.emit(problem.message)
            return False
        self.reset_rows()
        self.saved.emit(uids)
        return True

    def narrow(self, narrowing: Narrowing, positions: array[int] | None = None) -> None:
        """Show the rows of a filter, in the order of a sort; `positions` where they were selected already."""
        self.beginResetModel()
        self.pages.narrow(narrowing, positions)
        self.endResetModel()

    def reset_rows(self) -> None:
        """Read the Book anew after rows came, went or moved."""
        self.beginResetModel()
        self.pages.recount()
        self.endResetModel()

    def refresh(self) -> None:
        """Read the Book anew after values changed elsewhere (undo, import, sync)."""
        self._correcting = corrections.open_periods(self.book, self.form)
        if ledger.row_count(self.book, self.form) != self.pages.total or not self.pages.narrowing.is_plain:
            self.reset_rows()
        else:
            self.pages.forget()
            self.repaint()

    def set_wan(self, wan: bool) -> None:  # noqa: FBT001 - a switch
        """Show amounts in 万."""
        self.reader.wan = wan
        for row in self.pages.kept():
            row.texts = [None] * len(self.columns)
        self.repaint()

    def show_fields(self, fields: Collection[str]) -> None:
        """Show the columns of these fields, in this order; frozen ones stand first."""
        self.beginResetModel()
        self._take_columns(fields)
        self.pages.forget()
        self.endResetModel()

    def repaint(self) -> None:
        """Tell the views that any cell may look different now (marks, views)."""
        if len(self.pages):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.pages) - 1, len(self.columns) - 1))

    def repaint_kept(self, uids: Collection[str]) -> None:
        """Tell the views that the marks of these rows are new; rows nobody looked at have nothing to repaint."""
        wanted, last = set(uids), len(self.columns) - 1
        for place in [place for place, row in self.pages.kept_places() if row.uid in wanted]:
            self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _make(self, record: sqlite3.Row) -> LedgerRow:
        return self.reader.make(record, len(self.columns))

    def _take_columns(self, fields: Collection[str]) -> None:
        self.columns: list[Column] = columns_of(self.edition, fields)
        self.place_of = {column.id: place for place, column in enumerate(self.columns)}
        self._fixed = [column.readonly or self.book.readonly for column in self.columns]

    def _spoken(self, row: LedgerRow, column: int) -> str:
        """The cell as it is read aloud: row and column, value, and what is found there."""
        where = self.tr("第%1行").replace("%1", str(row.pos))
        value = self.text(row, column) or self.tr("空白")
        return "，".join(filter(None, (where, f"{self.columns[column].label} {value}", self._told(row, column))))

    def _told(self, row: LedgerRow, column: int) -> str | None:
        mark = self.mark(row, column)
        return "\n".join(filter(None, (mark.tooltip() if mark else "", self.why_settled(row)))) or None

    def why_settled(self, row: LedgerRow) -> str:
        """Say why an accepted row may not be changed, and the way on; "" where it may."""
        shut = row.settled and row.period not in self._correcting
        return locks.why_locked(self.book, self.edition, row.pos, row.period) if shut else ""

    def _tip(self, row: LedgerRow, column: int) -> str:
        return plain_tip(self._told(row, column) or (text if len(text := self.text(row, column)) > LONG else ""))

    def in_full(self, column: int, typed: object) -> object:
        """Give what was typed as the amount it means: with the 万 of the view it was typed in."""
        return shown.wan_text(typed) if self.wan and self.columns[column].is_money and isinstance(typed, str) else typed

    def _repaint_rows(self, rows: set[int]) -> None:
        self.pages.renew(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(self.columns) - 1))

    def _show_new_row(self, pos: int) -> int:
        place = pos - 1 if self.pages.narrowing.is_plain else len(self.pages)
        if pos > self.pages.total + 1:  # rows came by another way that the grid has not shown yet
            self.reset_rows()
            return self.pages.place(pos)
        self.beginInsertRows(QModelIndex(), place, place)
        self.pages.include(pos)
        self.endInsertRows()
        return place
