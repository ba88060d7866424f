"""The headers of a ledger grid: labels with a red asterisk where a field is 必填, and row numbers with row marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop import theme
from desktop.models.marks import ROW
from desktop.pages.comment_bubble import draw_bubble

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent

    from desktop.models.ledger_model import LedgerModel

PADDING = 6
STAR = "*"
NUMBER_WIDTH = 44
ARROW = 12
FUNNEL = 16


class LabelHeader(QHeaderView):
    """Column labels. A click sorts: up, down, then the natural order again (`sorted`: field id, descending).

    A click on the funnel opens the column's filter; a drag moves the column (`reordered`: from place, to place).
    """

    sorted = Signal(str, bool)
    columnsWanted = Signal(QPoint)
    filterWanted = Signal(str, QPoint)
    reordered = Signal(int, int)

    def __init__(self, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.sort = ("", False)
        self.filtered: frozenset[str] = frozenset()
        self._hovered = -1
        self._pressed = QPoint(-100, -100)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setMouseTracking(True)
        self.sectionMoved.connect(self._put_back)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(theme.px("header"))
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Ground, asterisk, label, sort arrow."""
        spec = self._model.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, theme.color("header"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = theme.font(bold=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        star = metrics.horizontalAdvance(STAR) + 3 if spec.required or spec.conditional else 0
        arrow = ARROW + 2 if self.sort[0] == spec.id else 0
        is_filtered = spec.id in self.filtered
        room = rect.adjusted(PADDING, 0, -PADDING - (2 if spec.right else 0) - (FUNNEL if is_filtered else 0), 0)
        label = metrics.elidedText(spec.label, Qt.TextElideMode.ElideRight, room.width() - star - arrow)
        width = metrics.horizontalAdvance(label)
        left = room.right() - width - star - arrow + 1 if spec.right else room.left()
        if star:
            painter.setPen(theme.color("error" if spec.required else "text3"))
            painter.drawText(QRect(left, room.top(), star, room.height()), Qt.AlignmentFlag.AlignVCenter, STAR)
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(left + star, room.top(), width + 2, room.height()), Qt.AlignmentFlag.AlignVCenter, label)
        if arrow:
            name = "chevron-down" if self.sort[1] else "chevron-up"
            theme.draw(painter, name, "brand", QPoint(left + star + width + 3, rect.center().y() - ARROW // 2), ARROW)
        if is_filtered or logicalIndex == self._hovered:
            self._draw_funnel(painter, rect, "brand" if is_filtered else "text3")
        painter.restore()

    def _draw_funnel(self, painter: QPainter, rect: QRect, token: str) -> None:
        place = QPoint(rect.right() - FUNNEL - 1, rect.center().y() - ARROW // 2)
        painter.fillRect(QRect(place.x() - 3, rect.top() + 1, FUNNEL + 3, rect.height() - 3), theme.color("header"))
        theme.draw(painter, "filter", token, place, ARROW)

    def _is_on_funnel(self, section: int, point: QPoint) -> bool:
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return right - FUNNEL - 4 <= point.x() < right

    def _put_back(self, _logical: int, old: int, new: int) -> None:
        """Leave the order of columns to the model: the header itself keeps none."""
        self.blockSignals(True)
        self.moveSection(new, old)
        self.blockSignals(False)
        self.reordered.emit(old, new)

    def needed(self, section: int) -> int:
        """The width at which the label is not cut."""
        spec = self._model.columns[section]
        star = STAR if spec.required or spec.conditional else ""
        return QFontMetrics(theme.font(bold=True)).horizontalAdvance(spec.label + star) + 2 * PADDING + 10

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of columns."""
        self.columnsWanted.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the funnel of the label under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the funnel away."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: a drag resizes, a click sorts."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag, away from a border, goes on to the next sort."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        near = (point - self._pressed).manhattanLength() < 4  # noqa: PLR2004 - pixels of a still hand
        if (
            event.button() == Qt.MouseButton.LeftButton
            and near
            and self.cursor().shape() != Qt.CursorShape.SplitHCursor
        ):
            section = self.logicalIndexAt(point)
            if section >= 0 and self._is_on_funnel(section, point):
                below = QPoint(self.sectionViewportPosition(section), self.height())
                self.filterWanted.emit(self._model.columns[section].id, self.viewport().mapToGlobal(below))
            elif section >= 0:
                self._turn(self._model.columns[section].id)

    def _turn(self, field: str) -> None:
        if self.sort[0] != field:
            self.sort = (field, False)
        else:
            self.sort = (field, True) if not self.sort[1] else ("", False)
        self.sorted.emit(*self.sort)
        self.viewport().update()


class NumberHeader(QHeaderView):
    """Row numbers: the same number a row has everywhere, also while filtered; a tint where the whole row has a mark."""

    def __init__(self, model: LedgerModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.current = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take up the row height of the theme in use."""
        self.setMinimumSectionSize(theme.px("row"))
        self.setDefaultSectionSize(theme.px("row"))

    def paint_again(self, first: QModelIndex, last: QModelIndex) -> None:
        """Paint the numbers of rows whose marks may be new; at `headerDataChanged` Qt would lay out the whole grid."""
        height = self.defaultSectionSize()
        rows = last.row() - first.row() + 1
        self.viewport().update(0, self.sectionViewportPosition(first.row()), self.width(), rows * height)

    def sizeHint(self) -> QSize:
        """Wide enough for the last number; Qt's own asks every row."""
        digits = len(str(max(self._model.pages.total, 1)))
        return QSize(max(NUMBER_WIDTH, QFontMetrics(theme.font()).horizontalAdvance("0" * digits) + 22), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Ground, number, and the row's own marks."""
        if logicalIndex >= len(self._model.pages):
            return
        row = self._model.row_at(logicalIndex)
        marks = self._model.marks.of(row.uid)
        mark = marks.get(ROW) if marks else None
        severity = mark.severity if mark and mark.severity in ("error", "warning") else ""
        is_current = logicalIndex == self.current
        painter.save()
        ground = f"{severity}_bg" if severity else "brand_soft" if is_current else "header"
        painter.fillRect(rect, theme.color(ground))
        painter.setPen(theme.color("line2"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(theme.color(severity or ("brand" if is_current else "text2")))
        painter.setFont(theme.font(bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(row.pos))
        if mark and mark.comments:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            draw_bubble(painter, QPointF(rect.left() + 2, rect.top() + 2), theme.color("brand"))
        painter.restore()
