"""The ground of charts and legends: a widget that paints itself, and that assistive technology takes for a picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Drawing(QLabel):
    """A picture whose accessible name says what it is, and whose accessible description says what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(QPixmap(1, 1))  # never painted; a label with a pixmap is a picture to Qt

    def sizeHint(self) -> QSize:
        """Return the size it wants: none of its own."""
        return QSize(-1, -1)

    def minimumSizeHint(self) -> QSize:
        """Return the least size it wants: none of its own."""
        return QSize(-1, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        raise NotImplementedError
