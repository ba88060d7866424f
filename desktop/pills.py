"""Pills of states for lists of many: each different one is drawn once and kept as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap

from desktop import theme
from desktop.pieces import paint_pill

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_MOST = 400  # few words in few states; more means that fonts or screens changed
_AROUND = 38  # the icon and the ends beside the word
_drawn: dict[tuple[int, str, str, str, float], QPixmap] = {}


def pill(painter: QPainter, state: str, text: str, font: QFont) -> QPixmap:
    """Return the picture of a state's pill for what ``painter`` paints on; its size is in device pixels."""
    ratio = painter.device().devicePixelRatioF()
    key = (id(theme.current()), state, text, font.key(), ratio)
    found = _drawn.get(key)
    if found is None:
        if len(_drawn) >= _MOST:
            _drawn.clear()
        found = _drawn[key] = _draw(state, text, font, ratio)
    return found


def _draw(state: str, text: str, font: QFont, ratio: float) -> QPixmap:
    wide, high = QFontMetrics(font).horizontalAdvance(text) + _AROUND, theme.px("pill")
    made = QPixmap(round(wide * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    inside = QPainter(made)
    inside.setFont(font)
    paint_pill(inside, QRectF(0, 0, wide, high), state, text)
    inside.end()
    return made
