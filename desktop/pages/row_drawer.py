"""The drawer beside a grid: one row as a whole, with what is wrong in it, what was said of it, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.models.roles import ACCESSIBLE, DISPLAY, TOOLTIP, Index
from desktop.models.row_story import CHANGE, COMMENT, EVENT, FIELD, FINDING, HEAD, MORE, StoryLine
from desktop.models.tips import plain_tip
from desktop.pieces import label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

WIDTH = 340
LABEL = 128
PAD = 8
INDENT = 12
WRAPPED = (FINDING, COMMENT, CHANGE, EVENT)
INKS = {"error": "error", "warning": "warning", "comment": "brand"}
FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[StoryLine] = []

    def put(self, lines: Sequence[StoryLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (DISPLAY, ACCESSIBLE):
            return line.sentence()
        return plain_tip(line.sentence()) if role == TOOLTIP and line.text else None


class _Painter(QStyledItemDelegate):
    """A field on one line, label and value; sentences wrapped under their label."""

    def __init__(self, view: QListView, lines: _Lines) -> None:
        super().__init__(view)
        self._view = view
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its sentence."""
        line = self._lines.lines[index.row()]
        height = theme.px("row") - 2
        if line.sort == HEAD:
            return QSize(0, height + 6)
        if line.sort in WRAPPED and line.text:
            left = 2 * PAD + (INDENT if line.sort == CHANGE else 0)
            room = QRect(0, 0, max(80, self._view.viewport().width() - left), 10_000)
            metrics = QFontMetrics(theme.font(bold=line.sort == EVENT))
            text = metrics.boundingRect(room, FLAGS, self._whole(line)).height()
            return QSize(0, max(height, text + 8))
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then label and text by the sort of line."""
        line = self._lines.lines[index.row()]
        whole: QRect = option.rect  # type: ignore[attr-defined]  # missing in PySide's stubs, as is state
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(whole, theme.color("selection"))
        elif line.severity in ("error", "warning"):
            painter.fillRect(whole, theme.color(f"{line.severity}_bg"))
        rect = whole.adjusted(PAD, 0, -PAD, 0)
        ink = theme.color(INKS.get(line.severity, "text"))
        painter.setFont(theme.font(bold=line.sort == HEAD))
        if line.sort == HEAD:
            painter.setPen(theme.color("text2"))
            painter.drawText(rect.adjusted(0, 6, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.label)
            painter.setPen(theme.color("line2"))
            painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        elif line.sort == FIELD:
            self._draw_field(painter, rect, line)
        else:
            painter.setPen(theme.color("brand") if line.sort == MORE else ink)
            painter.setFont(theme.font(bold=line.sort == EVENT))
            left = INDENT if line.sort == CHANGE else 0
            painter.drawText(rect.adjusted(left, 4, 0, -4), FLAGS, self._whole(line))

    def _draw_field(self, painter: QPainter, rect: QRect, line: StoryLine) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(theme.color("text2"))
        name = metrics.elidedText(line.label, Qt.TextElideMode.ElideRight, LABEL - PAD)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(theme.color(INKS.get(line.severity, "text")))
        room = rect.adjusted(LABEL, 0, 0, 0)
        text = metrics.elidedText(line.text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _whole(self, line: StoryLine) -> str:
        return line.sentence() if line.sort in (FINDING, COMMENT, CHANGE) else f"{line.label}  {line.text}".rstrip()


class RowDrawer(QFrame):
    """Shows lines. `chosen` gives a field to go to, `moreWanted` asks for older history, `closed` says it went."""

    chosen = Signal(str)
    moreWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMinimumWidth(240)
        self.title = label("", "h3")
        close = QToolButton(self)
        close.setIcon(theme.icon("close", "text2"))
        close.setAccessibleName(self.tr("关闭行详情"))
        close.setToolTip(self.tr("关闭（Alt+Enter）"))
        close.clicked.connect(self.closed)
        self.lines = _Lines(self)
        self.view = QListView(self)
        self.view.setProperty("role", "flat")
        self.view.setAccessibleName(self.tr("行详情"))
        self.view.setModel(self.lines)
        self.view.setItemDelegate(_Painter(self.view, self.lines))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 6, 6)
        column.addLayout(row(self.title, 0, close))
        column.addWidget(self.view, 1)
        self.hide()

    def show_lines(self, title: str, lines: Sequence[StoryLine], *, keep_place: bool) -> None:
        """Show a row; `keep_place` leaves the scroll bar where it is (the same row, read again)."""
        self.title.setText(title)
        bar = self.view.verticalScrollBar()
        before = bar.value() if keep_place else 0
        self.lines.put(lines)
        self.view.doItemsLayout()
        bar.setValue(before)

    def sizeHint(self) -> QSize:
        """As wide as label and value want."""
        return QSize(WIDTH, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Alt+Enter close it."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape or (alt and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()

    def _pick(self, index: QModelIndex) -> None:
        line = self.lines.lines[index.row()]
        if line.sort == MORE:
            self.moreWanted.emit()
        elif line.field:
            self.chosen.emit(line.field)
