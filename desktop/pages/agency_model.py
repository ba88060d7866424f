"""What the matrix of 全部企业 shows in each cell; a Book that cannot be read says why in place of its pills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop import theme
from desktop.agency.rows import cell_of, matches, note_of, order_by_cell, order_by_name
from desktop.pages.plain_table import STATE_ROLE

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.agency.agency import Agency
    from desktop.agency.rows import Cell, Column
    from forms.cabinet import FirmStand

Index = QModelIndex | QPersistentModelIndex
TICK, FIRM, CODE, FIRST = 0, 1, 2, 3
"""The columns before the pills, and the first of these."""


class AgencyModel(QAbstractTableModel):
    """Shows the firms of an agency that its filter and search keep, in its order."""

    ticksChanged = Signal()

    def __init__(self, agency: Agency, columns: list[Column]) -> None:
        super().__init__()
        self.agency = agency
        self.columns = columns
        self.rows: list[FirmStand] = []
        self._cells: dict[tuple[int, int], Cell] = {}
        self._own: Path | None = None

    def _cell(self, at: int, column: int) -> Cell:
        """Return the pill of a row (worked out once) by its place among the pills."""
        found = self._cells.get((at, column))
        if found is None:
            found = self._cells[at, column] = cell_of(self.rows[at], self.columns[column])
        return found

    def set_columns(self, columns: list[Column]) -> None:
        """Show other pills."""
        self.beginResetModel()
        self.columns = columns
        self.rows = self._kept()
        self.endResetModel()

    def fill(self) -> None:
        """Show what filter, search and order give now."""
        self.beginResetModel()
        self.rows = self._kept()
        self.endResetModel()

    def take(self, stands: list[FirmStand]) -> bool:
        """Show what was read just now in its place; False where other rows, or another order, are due."""
        places = {one.path: at for at, one in enumerate(self.rows)}
        agency, same = self.agency, True
        for stand in stands:
            at = places.get(stand.path)
            kept = agency.narrow in agency.kinds(stand) and matches(stand, agency.search)
            same = same and (at is not None) == kept and stand.problem is None
            if at is not None:
                same = same and self.rows[at].name == stand.name
                self.rows[at] = stand
                for column in range(len(self.columns)):
                    self._cells.pop((at, column), None)
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))
        return same

    def _kept(self) -> list[FirmStand]:
        agency = self.agency
        self._cells.clear()
        self._own = agency.own_path()
        found = [
            one for one in agency.stands.values() if agency.narrow in agency.kinds(one) and matches(one, agency.search)
        ]
        found.sort(key=order_by_name)
        column, down = agency.sorted_by
        note = FIRST + len(self.columns)
        if column == CODE:
            found.sort(key=lambda one: one.uscc, reverse=down)
        elif FIRST <= column < note:
            found.sort(key=order_by_cell(self.columns[column - FIRST]), reverse=down)
        elif column == note:
            found.sort(key=lambda one: len(one.returned()) + len(one.overdue()), reverse=not down)
        elif down:
            found.reverse()
        return found

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; remembered with the agency. The column of ticks sorts nothing."""
        if column != TICK:
            self.agency.sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
            self.fill()

    def ticked(self) -> list[FirmStand]:
        """Return the ticked firms that are shown."""
        return [one for one in self.rows if one.path in self.agency.ticked]

    def tick(self, paths: list[Path], *, on: bool) -> None:
        """Tick firms, or take their ticks away."""
        if on:
            self.agency.ticked.update(paths)
        else:
            self.agency.ticked.difference_update(paths)
        if self.rows:
            self.dataChanged.emit(self.index(0, TICK), self.index(len(self.rows) - 1, TICK))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, TICK, TICK)
        self.ticksChanged.emit()

    # -- the model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else FIRST + len(self.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a head."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            heads = ["", self.tr("企业"), self.tr("统一社会信用代码"), *(one.head for one in self.columns)]
            return [*heads, self.tr("其他各期")][section]
        if role == Qt.ItemDataRole.DecorationRole and section == TICK:
            return theme.icon("tick", "brand" if self.rows and len(self.ticked()) == len(self.rows) else "text3")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and section == TICK:
            return self.tr("全选或全不选")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TICK:
            return False
        self.tick([self.rows[index.row()].path], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911  one line a role
        """Return a text, a tick, or the state of a pill."""
        stand, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick_of(stand) if column == TICK else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), column)
        if role == STATE_ROLE and stand.firm is not None and FIRST <= column < FIRST + len(self.columns):
            return self._cell(index.row(), column - FIRST).state
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), column)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(stand, column)
        if role == Qt.ItemDataRole.FontRole and column == FIRM and self._is_open(stand):
            return theme.font("body", bold=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(stand, column)
        return None

    def _ink(self, stand: FirmStand, column: int) -> object:
        """What waits in other periods and why a Book cannot be read stand out; the code stands back."""
        if (stand.problem is not None and column >= FIRST) or column == FIRST + len(self.columns):
            return theme.color("error")
        return theme.color("text2") if column == CODE or stand.firm is None else None

    def _tick_of(self, stand: FirmStand) -> Qt.CheckState:
        return Qt.CheckState.Checked if stand.path in self.agency.ticked else Qt.CheckState.Unchecked

    def _text(self, at: int, column: int) -> str:
        stand = self.rows[at]
        if column < FIRST:
            demo = stand.firm is not None and stand.firm.demo
            name = self.tr("%1（演示）").replace("%1", stand.name) if demo else stand.name
            return ("", name, stand.uscc)[column]
        if stand.firm is None:
            told = stand.problem.message if stand.problem else self.tr("正在读取…")
            return told if column == FIRST else ""
        if column < FIRST + len(self.columns):
            return self._cell(at, column - FIRST).word
        return note_of(stand, self.agency.period)

    def _spoken(self, at: int, column: int) -> str:
        stand = self.rows[at]
        if column == TICK:
            return self.tr("选中%1").replace("%1", stand.name)
        if stand.firm is not None and FIRST <= column < FIRST + len(self.columns):
            shown = self.columns[column - FIRST]
            return f"{shown.head} {self._cell(at, column - FIRST).word}"
        return self._text(at, column)

    def _tip(self, at: int, column: int) -> str:
        stand = self.rows[at]
        if column == FIRM:
            state = self.tr("正在另一个窗口中使用，只能查看状态") if self._is_held(stand) else ""
            return "\n".join(filter(None, (stand.name, stand.uscc, str(stand.path), state)))
        if stand.problem is not None:
            return stand.problem.message + self.tr("双击看有什么办法。")
        if FIRST <= column < FIRST + len(self.columns):
            return self._cell(at, column - FIRST).tip
        return self._text(at, column)

    def _icon(self, stand: FirmStand, column: int) -> object:
        if column == FIRST and stand.problem is not None:
            return theme.icon("warning", "error")
        if column != FIRM:
            return None
        return theme.icon("lock", "warning") if self._is_held(stand) else theme.icon("firm", "text3")

    def _is_open(self, stand: FirmStand) -> bool:
        return stand.path == self._own

    def _is_held(self, stand: FirmStand) -> bool:
        return stand.in_use and not self._is_open(stand)
