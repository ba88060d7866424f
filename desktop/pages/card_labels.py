"""What stands around the input of a card line: its name with the star, what the check says, the mark of a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop import theme
from desktop.models.tips import plain_tip
from desktop.pages.grid_delegate import draw_bubble
from desktop.pieces import set_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

SIGNS = {"error": "✗ ", "warning": "△ "}  # beside the colour
GAP, STAR = 3, 10  # between a name and its star, and what both need


class FieldName(QLabel):
    """A field's name, with the star of a required one after it: painted, for most lines of a form bear none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.required = False

    def require(self, *, required: bool) -> None:
        """Show or hide the star."""
        if required != self.required:
            self.required = required
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the star."""
        return super().sizeHint() + QSize(STAR if self.required else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the star."""
        return super().minimumSizeHint() + QSize(STAR if self.required else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, and the star where it ends."""
        super().paintEvent(event)
        if self.required:
            painter = QPainter(self)
            painter.setPen(theme.color("error"))
            left = self.contentsRect().left() + self.fontMetrics().horizontalAdvance(self.text()) + GAP
            painter.drawText(left, 0, STAR, self.height(), int(Qt.AlignmentFlag.AlignVCenter), "*")


class Message(QLabel):
    """A finding beside its input, or, where it would be cut there, whole beneath it. A click on it is `chosen`."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = self._sign = ""
        self._room: Callable[[], int] = self.width
        self._move: Callable[[bool], object] | None = None
        self._above: Message | None = None
        self.is_beneath = False

    def lay(self, room: Callable[[], int], move: Callable[[bool], object], above: Message | None = None) -> None:
        """Know the room beside the input in pixels, and what moves this beneath the input (True) or back (False).

        What the line `above` says already is not said once more, but «同上».
        """
        self._room, self._move, self._above = room, move, above

    def say(self, text: str, role: str = "error") -> None:
        """Show `text` in the colour of `role`."""
        if not text and not self._whole:
            return
        self._whole = text
        self._sign = SIGNS.get(role, "") if text else ""
        set_role(self, role)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)
        self.settle()

    def whole(self) -> str:
        """The uncut text."""
        return self._whole

    def settle(self) -> None:
        """Take the place where the text can be read whole."""
        said = self._above is not None and self._above.whole() == self._whole
        text = self.tr("同上") if said and self._whole else self._whole.replace("\n", "；")
        line = self._sign + text
        room, needed = self._room(), QFontMetrics(self.font()).horizontalAdvance(line)
        beneath = bool(self._whole) and self._move is not None and needed > room > 0
        if beneath != self.is_beneath and self._move is not None:
            self.is_beneath = beneath
            self.setWordWrap(beneath)
            self._move(beneath)
        if not beneath:
            line = QFontMetrics(self.font()).elidedText(line, Qt.TextElideMode.ElideRight, max(room, 20))
        if self.text() != line:
            self.setText(line)

    def lead(self, *, leads: bool) -> None:
        """Show that a click leads somewhere."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        super().mouseReleaseEvent(event)
        if self.cursor().shape() == Qt.CursorShape.PointingHandCursor:
            self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look for the place anew."""
        super().resizeEvent(event)
        if self._whole:
            self.settle()


class Bubble(QWidget):
    """The mark of a comment of the authority, over the input's top left corner."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(14, 14)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bubble."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw_bubble(painter, QPointF(3, 3), theme.color("brand"))
