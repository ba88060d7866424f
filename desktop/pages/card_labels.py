"""What stands around the input of a card line: its name with the star, what the check says, the mark of a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop import theme
from desktop.models.tips import plain_tip
from desktop.pages.comment_bubble import draw_bubble
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
    """A finding beside its input, or, where it would be cut there, whole beneath it. A click on it is `chosen`.

    One that leads somewhere is underlined.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = self._sign = ""
        self._room: Callable[[], int] = self.width
        self._move: Callable[[bool], object] | None = None
        self._above: Message | None = None
        self._most_lines = 1
        self.is_beneath = False

    def lay(
        self,
        room: Callable[[], int],
        move: Callable[[bool], object],
        above: Message | None = None,
        *,
        most_lines: int = 1,
    ) -> None:
        """Know the room beside the input in pixels, and what moves this beneath the input (True) or back (False).

        What the line `above` says already is not said once more, but «同上»: so that both stand in one column, a
        message may take `most_lines` beside the input before it goes beneath.
        """
        self._room, self._move, self._above, self._most_lines = room, move, above, most_lines

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
        metrics, room = QFontMetrics(self.font()), self._room()
        is_long = self._move is not None and metrics.horizontalAdvance(line) > room > 0
        folded = is_long and not beyond(metrics, line, room, self._most_lines)
        beneath = bool(self._whole) and is_long and not folded
        self.setWordWrap(folded or beneath)
        if beneath != self.is_beneath and self._move is not None:
            self.is_beneath = beneath
            self._move(beneath)
        if not is_long:
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(room, 20))
        if self.text() != line:
            self.setText(line)

    def lead(self, *, leads: bool) -> None:
        """Show that a click leads somewhere."""
        if leads == self.font().underline():
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        font = self.font()
        font.setUnderline(leads)
        self.setFont(font)

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


def beyond(metrics: QFontMetrics, text: str, width: int, lines: int) -> bool:
    """Tell whether `text` takes more than so many lines of `width` pixels."""
    if lines == 1:
        return metrics.horizontalAdvance(text) > width
    return metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, text).height() > lines * metrics.lineSpacing()


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
