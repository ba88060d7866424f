"""A short message over the lower edge of a page: it moves nothing and goes away by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

SECONDS = 6
MARGIN = 16
WIDEST = 560


class Toast(QLabel):
    """Shows one message at a time; a click takes it away."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)

    def say(self, text: str, tone: str = "info") -> None:
        """Show `text`; tone is info, warning or error."""
        if not text:
            return
        ink, ground = {
            "info": ("ready", "ready_bg"),
            "warning": ("warning", "warning_bg"),
            "error": ("error", "error_bg"),
        }[tone]
        colors = theme.current().colors
        self.setStyleSheet(
            f"QLabel {{ background: {colors[ground]}; color: {colors[ink]}; border: 1px solid {colors[ink]};"
            f" border-radius: {theme.px('radius')}px; padding: 6px 14px; }}"
        )
        self.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        metrics = self.fontMetrics()
        room = min(WIDEST, self._over.width() - 2 * MARGIN)
        wanted = metrics.horizontalAdvance(self.text()) + 40
        width = min(room, wanted)
        self.resize(width, self.heightForWidth(width))
        self.move((self._over.width() - width) // 2, self._over.height() - self.height() - MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away."""
        del event
        self.hide()
