"""An input with a list under it that is searched while one types: codes, yes or no, references, several choices.

The list is a window that never takes the focus, so an item delegate does not mistake opening it for leaving the cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop import theme
from desktop.inputs.hint import FLAGS

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 9
ITEM_HEIGHT = 26
PADDING = 8
NARROWEST = 180
WIDEST = 460


@dataclass(frozen=True, slots=True)
class Option:
    """One line of the list: the text it puts into the input, what it shows, and a quieter note at the right."""

    text: str
    label: str
    note: str = ""


Search = Callable[[str], list[Option]]


class _Options(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.options: list[Option] = []
        self.ticked: frozenset[str] | None = None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        return self.options[index.row()].label if role == Qt.ItemDataRole.DisplayRole and index.isValid() else None


class _OptionDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _Options):
            return
        item = model.options[index.row()]
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in PySide's stubs, as is state
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(rect, theme.color("selection"))
        rect = rect.adjusted(PADDING, 0, -PADDING, 0)
        if model.ticked is not None:
            if item.text in model.ticked:
                theme.draw(painter, "check", "brand", QPoint(rect.left(), rect.center().y() - 6), 14)
            rect.setLeft(rect.left() + 20)
        painter.setFont(theme.font())
        note_width = painter.fontMetrics().horizontalAdvance(item.note) + PADDING if item.note else 0
        painter.setPen(theme.color("selection_text" if chosen else "text"))
        room = QRect(rect.left(), rect.top(), rect.width() - note_width, rect.height())
        label = painter.fontMetrics().elidedText(item.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        if item.note:
            painter.setPen(theme.color("selection_text" if chosen else "text3"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, item.note)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(NARROWEST, ITEM_HEIGHT)


class OptionList(QFrame):
    """The list under an input; `picked` gives the option a click chose."""

    picked = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._owner = owner
        self._options = _Options(self)
        self.view = QListView(self)
        self.view.setModel(self._options)
        self.view.setItemDelegate(_OptionDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMinimumHeight(1)  # a list of one line is one line high
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(lambda index: self.picked.emit(self._options.options[index.row()]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @property
    def options(self) -> list[Option]:
        """The options listed now."""
        return self._options.options

    def fill(self, options: list[Option], ticked: frozenset[str] | None = None) -> None:
        """List `options` and show the window, or hide it when there are none."""
        self._options.beginResetModel()
        self._options.options = options
        self._options.ticked = ticked
        self._options.endResetModel()
        if not options:
            self.hide()
            return
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{item.label}    {item.note}") for item in options[:200])
        width = min(max(self._owner.width(), widest + 60, NARROWEST), WIDEST)
        self.resize(width, min(len(options), MOST_ROWS) * ITEM_HEIGHT + 2)
        self.move(self._place())
        self.show()

    def highlight(self, row: int) -> None:
        """Mark a line and scroll to it; -1 marks none."""
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            index = self._options.index(min(row, len(self.options) - 1), 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def highlighted(self) -> Option | None:
        """The marked option."""
        index = self.view.currentIndex()
        return self.options[index.row()] if self.isVisible() and index.isValid() else None

    def step(self, by: int) -> None:
        """Move the mark down or up."""
        row = self.view.currentIndex().row() + by
        self.highlight(max(0, min(row, len(self.options) - 1)))

    def _place(self) -> QPoint:
        owner = self._owner
        place = owner.mapToGlobal(QPoint(0, owner.height()))
        screen = owner.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(owner.mapToGlobal(QPoint(0, 0)).y() - self.height())
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        return place
