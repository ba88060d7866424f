"""Bars lying under each other, each with its name, its value and its share beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop import theme
from desktop.pages.statistics_chart import SOFT, Chart, Ink, scaled

if TYPE_CHECKING:
    from desktop.pages.statistics_chart import Mark

_HEAD, _LINE, _THIN = 26, 27, 24
_INDENT = 16
_NAMES = 0.36  # of the width at most
_GAP = 8.0


class BarChart(Chart):
    """A bar a mark, ``Mark.value``, with ``Mark.text`` behind it; marks that look SOFT are parts of the one before."""

    def height_for(self, count: int) -> int:
        """Return how high the chart wants to be."""
        return round(scaled(_HEAD) + sum(self._high(mark) for mark in self.marks) + 6 if count else scaled(125))

    def _high(self, mark: Mark) -> float:
        return scaled(_THIN if mark.look == SOFT else _LINE)

    def _line(self, number: int, box: QRectF) -> QRectF:
        top = box.top() + scaled(_HEAD) + sum(self._high(mark) for mark in self.marks[:number])
        return QRectF(box.left(), top, box.width(), self._high(self.marks[number]))

    def spot(self, number: int, box: QRectF) -> QRectF:
        """Return the whole line of a bar."""
        return self._line(number, box)

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint it."""
        head = QRectF(box.left() + 4, box.top() + 2, box.width() - 8, scaled(18))
        painter.setPen(ink.color("text3"))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.unit)
        self.draw_keys(painter, head, ink)
        metrics = QFontMetricsF(painter.font())
        names = min(
            max(metrics.horizontalAdvance(mark.label) + self._indent(mark) for mark in self.marks) + 6,
            box.width() * _NAMES,
        )
        texts = max(metrics.horizontalAdvance(mark.text) for mark in self.marks) + 10
        left, right = box.left() + names + _GAP, box.right() - texts
        values = [mark.value or 0 for mark in self.marks]
        low, high = min(0, *values), max(0, *values)
        each = max(right - left, 10.0) / ((high - low) or 1)
        zero = left - low * each
        for number, mark in enumerate(self.marks):
            line = self._line(number, box)
            self._draw_bar(painter, mark, line, (zero, zero + (mark.value or 0) * each), ink)
            room = QRectF(
                line.left() + 4 + self._indent(mark), line.top(), names - 4 - self._indent(mark), line.height()
            )
            painter.setPen(ink.color("text2" if mark.look == SOFT else "text"))
            name = painter.fontMetrics().elidedText(mark.label, Qt.TextElideMode.ElideMiddle, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QPen(ink.color("border"), 1))
        painter.drawLine(
            QPointF(zero, box.top() + scaled(_HEAD)), QPointF(zero, self._line(len(self.marks) - 1, box).bottom())
        )

    def _indent(self, mark: Mark) -> int:
        return _INDENT if mark.look == SOFT else 0

    def _draw_bar(self, painter: QPainter, mark: Mark, line: QRectF, ends: tuple[float, float], ink: Ink) -> None:
        thick = 10 if mark.look == SOFT else 15
        begin, end = min(ends), max(ends)
        if mark.value:
            ink.dress(painter, mark.look, mark.tone)
            painter.drawRect(QRectF(begin, line.center().y() - thick / 2, max(end - begin, 1.0), thick))
        painter.setPen(ink.color("text"))
        room = QRectF(max(end, ends[0]) + 6, line.top(), 400, line.height())
        painter.setFont(theme.font("caption"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, mark.text)
