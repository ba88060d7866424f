"""A read-only table of text for lists people read: filings, sent copies, the sync history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop import theme
from desktop.access import follow_selection
from desktop.pills import pill

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
STATE_ROLE = Qt.ItemDataRole.UserRole + 1


class TextModel(QAbstractTableModel):
    """Rows of text; ``states`` gives the state key of each row for the pill column, ``right`` the numeric columns."""

    def __init__(self, heads: Sequence[str], *, pills: int = -1, right: Sequence[int] = ()) -> None:
        super().__init__()
        self.heads = list(heads)
        self.rows: list[Sequence[str]] = []
        self.states: list[str] = []
        self._pills = pills
        self._right = set(right)

    def fill(self, rows: list[Sequence[str]], states: list[str] | None = None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.states = rows, states or []
        self.endResetModel()

    def set_heads(self, heads: Sequence[str], right: Sequence[int]) -> None:
        """Show other columns, still empty."""
        self.beginResetModel()
        self.heads, self.rows, self.states, self._right = list(heads), [], [], set(right)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a head."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in self._right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a text, its side, or the state of a pill."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.rows[index.row()][index.column()]
        if role == STATE_ROLE and index.column() == self._pills and self.states:
            return self.states[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class PillPainter(QStyledItemDelegate):
    """Paints the state column as pills, everything else as the style does."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        state = index.data(STATE_ROLE)
        if not state:
            super().paint(painter, option, index)
            return
        box = option.rect  # type: ignore[attr-defined]
        style = option.widget.style()  # type: ignore[attr-defined]
        style.drawPrimitive(style.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)  # type: ignore[attr-defined]
        image = pill(painter, state, index.data(), painter.font())
        painter.drawPixmap(box.left() + 6, box.top() + (box.height() - theme.px("pill")) // 2, image)


def make_plain(view: QTableView, model: QAbstractItemModel, name: str) -> None:
    """Give a table that is read, not typed into, its look: no grid, pills, one row at a time."""
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(PillPainter(view))
    view.setProperty("role", "flat")
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.px("row") + 4)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setMinimumSectionSize(40)
    head.setFixedHeight(theme.px("header"))
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def plain_table(model: TextModel, name: str, *, stretch: int = -1) -> QTableView:
    """Return a table that shows ``model``; the column ``stretch`` takes the room that is left."""
    view = QTableView()
    make_plain(view, model, name)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    head = view.horizontalHeader()
    if stretch >= 0:
        head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
    follow_selection(view)
    return view
