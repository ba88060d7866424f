"""The list of a column's values in its filter: each with its count and a tick, narrowed by what one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from desktop.models.roles import DISPLAY, Index

if TYPE_CHECKING:
    from desktop.models.column_filter import ChoiceList, ColumnFilter
    from forms.kinds import Stored

CHECK = int(Qt.ItemDataRole.CheckStateRole)
FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
BLANK, UNREAD = object(), object()
"""The lines for empty cells and for cells nobody can read."""


class ChoicesModel(QAbstractListModel):
    """Ticked lines; `ticked` says that a tick was changed by hand."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[object, str, int]] = []
        self._shown: list[tuple[object, str, int]] = []
        self._on: set[object] = set()
        self._word = ""

    def put(self, found: ChoiceList, present: ColumnFilter | None) -> None:
        """List the values, ticked as the present filter has them."""
        self.beginResetModel()
        self._all = [(BLANK, self.tr("（空白）"), found.blank)] if found.blank else []
        self._all += [(UNREAD, self.tr("（未识别）"), found.unread)] if found.unread else []
        self._all += [(one.value, one.label, one.rows) for one in found.choices]
        if present is None or present.values is None:
            self._on = {value for value, _label, _count in self._all}
        else:
            self._on = {*present.values}
            self._on |= ({BLANK} if present.blank else set()) | ({UNREAD} if present.unread else set())
        self._narrow()
        self.endResetModel()

    def search(self, word: str) -> None:
        """List only the values with a word in them."""
        self.beginResetModel()
        self._word = word.strip().casefold()
        self._narrow()
        self.endResetModel()

    def tick_all(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Tick every listed line, or none."""
        listed = {value for value, _label, _count in self._shown}
        self._on = self._on | listed if on else self._on - listed
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def is_whole(self) -> bool:
        """True while every value is ticked: then there is nothing to filter."""
        return all(value in self._on for value, _label, _count in self._all)

    def chosen(self) -> tuple[tuple[Stored, ...], bool, bool]:
        """The ticked values, and whether empty and unread cells are ticked."""
        values = tuple(
            value for value, _label, _count in self._all if value in self._on and value not in (BLANK, UNREAD)
        )
        return values, BLANK in self._on, UNREAD in self._on  # type: ignore[return-value]  # the marks are left out

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Listed lines."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be ticked."""
        return FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Label with count, and the tick."""
        if not index.isValid():
            return None
        value, label, count = self._shown[index.row()]
        if role == DISPLAY:
            return f"{label}　{count:,}"
        if role == CHECK:
            return Qt.CheckState.Checked if value in self._on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = CHECK) -> bool:
        """Tick or untick a line."""
        if role != CHECK or not index.isValid():
            return False
        line = self._shown[index.row()][0]
        self._on ^= {line}
        self.dataChanged.emit(index, index, [CHECK])
        self.ticked.emit()
        return bool(value is not None)

    def _narrow(self) -> None:
        self._shown = [line for line in self._all if self._word in line[1].casefold()]
