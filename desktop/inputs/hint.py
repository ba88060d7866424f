"""A line of text under an input while one types: what the program understood, or what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

FLAGS = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint
STYLES = {"ok": ("text2", "surface"), "error": ("error", "error_bg")}


class Hint(QLabel):
    """A small window beside its input that never takes the focus."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._owner = owner

    def say(self, text: str, state: str = "ok") -> None:
        """Show `text` under the input; "" hides it."""
        if not text or not self._owner.isVisible():
            self.hide()
            return
        ink, ground = (theme.current().colors[token] for token in STYLES[state])
        edge = ink if state == "error" else theme.current().colors["border"]
        self.setStyleSheet(
            f"QLabel {{ color: {ink}; background: {ground}; border: 1px solid {edge}; padding: 2px 8px;"
            f" font-size: {theme.px('caption')}px; }}"
        )
        self.setText(text)
        self.adjustSize()
        self.move(self._place())
        self.show()

    def _place(self) -> QPoint:
        owner = self._owner
        below = owner.mapToGlobal(QPoint(0, owner.height() + 2))
        screen = owner.screen().availableGeometry()
        if below.y() + self.height() > screen.bottom():
            below.setY(owner.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        below.setX(max(screen.left(), min(below.x(), screen.right() - self.width())))
        return below

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the text when hidden."""
        super().hideEvent(event)
        self.clear()
