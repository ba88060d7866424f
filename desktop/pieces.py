"""The small pieces pages are made of: labels (always plain text), buttons, cards, pills, banners."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Callable


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that never reads its text as markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if wrap:
        made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


def tip(widget: QWidget, text: str) -> None:
    """Give ``widget`` a tooltip that shows ``text`` as it is, whatever it looks like."""
    widget.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")
    widget.setAccessibleDescription(text)  # else the tooltip is read, markup and all


def set_role(widget: QWidget, role: str) -> None:
    """Change the role by which the style sheet paints ``widget``."""
    _style(widget, "role", role)


def set_state(widget: QWidget, state: str) -> None:
    """Mark an input as error, warning, ok or plain ("")."""
    _style(widget, "state", state)


def _style(widget: QWidget, name: str, value: str) -> None:
    """Set what the style sheet looks at, and have it read again; what was never shown is styled when it is."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def button(text: str, icon: str = "", role: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """Return a push button; roles: primary, link, chip."""
    made = Chip(text) if role == "chip" else QPushButton(text)
    if role:
        made.setProperty("role", role)
    if icon:
        made.setIcon(theme.icon(icon, {"primary": "on_brand", "link": "brand"}.get(role, "text2")))
        made.setIconSize(QSize(16, 16))
    if clicked is not None:
        made.clicked.connect(lambda: clicked())  # noqa: PLW0108  drops the signal's argument
    return made


class Chip(QPushButton):
    """A button of a choice; wide enough for its text in bold, as the style sheet paints the chosen one."""

    def sizeHint(self) -> QSize:
        """Return the size it wants, whether chosen or not."""
        hint, text = super().sizeHint(), self.text().replace("&", "")
        bold = QFontMetrics(theme.font(bold=True)).horizontalAdvance(text)
        return hint.expandedTo(QSize(hint.width() + bold - self.fontMetrics().horizontalAdvance(text), 0))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which its text would be cut."""
        return self.sizeHint()


def card(role: str = "card", margin: int = 16, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return a card and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", role)
    column = QVBoxLayout(frame)
    column.setContentsMargins(margin, margin - 2, margin, margin - 2)
    column.setSpacing(spacing)
    return frame, column


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; a 0 stretches, another number is a gap in px."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, QWidget):
            line.addWidget(widget)
        elif widget:
            line.addSpacing(widget)
        else:
            line.addStretch(1)
    return line


def scrolled(inner: QWidget) -> QScrollArea:
    """Return ``inner`` in a frameless area that scrolls when the window is small."""
    area = QScrollArea()
    area.setProperty("role", "plain")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys that scroll reach it from what is inside
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:  # type: ignore[unreachable]  # the stub says there is always a widget
            empty(inner)


class ElidedLabel(QLabel):
    """One line of plain text that ends in «…» where the room ends; the whole text is in its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        tip(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        box = self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class LinkLine(QPushButton):
    """A link of one line, at the left, that ends in «…» where the room ends."""

    def __init__(self, text: str, clicked: Callable[[], object], width: int = 0) -> None:
        super().__init__()
        self._whole = text
        self._width = width
        self.setProperty("role", "link-line")
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        tip(self, text)
        self.clicked.connect(lambda: clicked())  # noqa: PLW0108  drops the signal's argument

    def sizeHint(self) -> QSize:
        """Return the size it wants: as wide as it was told, else as wide as there is room."""
        return QSize(self._width or 24, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        room = self.width() - 12
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


class Pill(QLabel):
    """A state: colour, icon and word. Nothing depends on the colour alone. A label, so that it is read as a text."""

    def __init__(self, state: str = "DRAFT", text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._state = state
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_state(self, state: str, text: str) -> None:
        """Show ``state`` (see the token file) with its word."""
        self._state, self._text = state, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the size it wants."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 38, theme.px("pill"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._state, self._text)


def paint_pill(painter: QPainter, box: QRectF, state: str, text: str) -> None:
    """Paint a state's pill into ``box`` (also for delegates)."""
    look = theme.current().look(state)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{look.tone}_bg"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = 16
    theme.draw(painter, look.icon, look.tone, QPoint(int(box.left()) + 8, int(box.center().y()) - side // 2), side)
    painter.setPen(theme.color(look.tone))
    painter.drawText(box.adjusted(27, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()


class IconDisc(QWidget):
    """A round tinted spot with an icon, as on the to-do cards."""

    def __init__(self, icon: str, tone: str, side: int = 40) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(side, side)

    def set_tone(self, tone: str) -> None:
        """Change the colour pair."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._tone}_bg"))
        painter.drawEllipse(self.rect())
        side = self.width() // 2
        theme.draw(
            painter, self._icon, self._tone, QPoint((self.width() - side) // 2, (self.height() - side) // 2), side
        )


class IconView(QWidget):
    """An icon as large as asked, in a token's colour."""

    def __init__(self, icon: str, token: str = "text2", side: int = 18) -> None:  # noqa: S107  a design token
        super().__init__()
        self._icon, self._token, self._side = icon, token, side
        self.setFixedSize(side, side)

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        theme.draw(painter, self._icon, self._token, QPoint(0, 0), self._side)


class Banner(QFrame):
    """A line across the page that says what is wrong and offers what to do."""

    def __init__(self, tone: str = "error", icon: str = "warning") -> None:
        super().__init__()
        self.setProperty("role", f"banner-{tone}")
        self.icon = IconView(icon, {"info": "brand"}.get(tone, tone))
        self.words = label(wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line = row(self.icon, self.words)
        self._line.setContentsMargins(14, 8, 10, 8)
        self.setLayout(self._line)

    def add(self, action: QPushButton) -> None:
        """Put a button at the right."""
        self._line.addWidget(action)
