"""A line of coloured phrases, cut with «…» where the room ends; rich text of Qt is cut off without a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop import theme
from desktop.pieces import tip

if TYPE_CHECKING:
    from collections.abc import Sequence


class Phrase(NamedTuple):
    """A part of a line: its text, the token of its colour, and whether it is bold."""

    text: str
    token: str
    bold: bool = False


class Phrases(QLabel):
    """One line of coloured phrases of plain text that ends in «…» where the room ends; a label, so that it is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases: list[Phrase] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, phrases: Sequence[Phrase]) -> None:
        """Show other phrases; the whole line is in the tooltip."""
        self._phrases = list(phrases)
        self.setAccessibleName(self.text())
        tip(self, self.text())
        self.update()

    def text(self) -> str:
        """Return the whole line."""
        return "".join(phrase.text for phrase in self._phrases)

    def shown(self) -> list[Phrase]:
        """Return the phrases as there is room for them now."""
        room, found = self.width(), []
        for phrase in self._phrases:
            metrics = QFontMetrics(theme.font(bold=phrase.bold))
            text = metrics.elidedText(phrase.text, Qt.TextElideMode.ElideRight, room)
            found.append(phrase._replace(text=text))
            if text != phrase.text:
                break
            room -= metrics.horizontalAdvance(text)
        return found

    def sizeHint(self) -> QSize:
        """Return the size it wants: one line."""
        return QSize(24, self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        left = 0
        for phrase in self.shown():
            painter.setFont(theme.font(bold=phrase.bold))
            painter.setPen(theme.color(phrase.token))
            painter.drawText(QRect(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, phrase.text)
            left += painter.fontMetrics().horizontalAdvance(phrase.text)
