"""The mark of a comment of the authority, as a cell, a heading and a line of a card show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_SIZE = 11


def draw_bubble(painter: QPainter, at: QPointF, color: QColor) -> None:
    """Draw a small speech bubble at its upper left corner; the painter's pen is the caller's."""
    painter.setBrush(color)
    painter.drawRoundedRect(int(at.x()), int(at.y()), _SIZE - 1, _SIZE - 4, 2, 2)
    x, y = at.x() + 2, at.y() + _SIZE - 4.5
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + 4, y), QPointF(x, y + 3.5)]))
