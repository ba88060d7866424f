"""Icons: SVG files drawn at run time in a token's colour, sharp at every scale, following the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from desktop.theme.tokens import FOLDER, Theme

_current: list[Theme] = []


def follow(theme: Theme) -> None:
    """Draw every icon in the colours of ``theme`` from now on."""
    _current[:] = [theme]
    pixmap.cache_clear()


@cache
def source(name: str) -> bytes:
    """Return the SVG text of an icon."""
    return (FOLDER / "icons" / f"{name}.svg").read_bytes()


def recolored(name: str, color: str) -> bytes:
    """Return the SVG text of an icon filled with ``color`` (``#RRGGBB``)."""
    return source(name).replace(b"<svg ", b'<svg fill="%s" ' % color.encode("ascii"), 1)


@cache
def pixmap(name: str, color: str, width: int, height: int) -> QPixmap:
    """Return an icon of ``width`` × ``height`` device pixels in ``color`` (``#RRGGBB``)."""
    from PySide6.QtSvg import QSvgRenderer

    canvas = QPixmap(width, height)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    side = min(width, height)
    box = QRectF((width - side) / 2, (height - side) / 2, side, side)
    QSvgRenderer(QByteArray(recolored(name, color))).render(painter, box)
    painter.end()
    return canvas


class _ThemedEngine(QIconEngine):
    """Draws one icon in the colour its token has at the moment of painting."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _color(self, mode: QIcon.Mode) -> str:
        token = "disabled" if mode == QIcon.Mode.Disabled else self._token
        return _current[0].colors[token]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        ratio = painter.device().devicePixelRatioF()
        image = pixmap(self._name, self._color(mode), round(rect.width() * ratio), round(rect.height() * ratio))
        painter.drawPixmap(rect, image)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002
        return pixmap(self._name, self._color(mode), size.width(), size.height())

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._token)


def icon(name: str, token: str = "text2") -> QIcon:  # noqa: S107  a design token
    """Return the icon ``name`` in the colour of ``token``; it follows a change of theme when repainted."""
    return QIcon(_ThemedEngine(name, token))


def draw(painter: QPainter, name: str, token: str, at: QPoint, side: int) -> None:
    """Draw an icon of ``side`` logical pixels with its top left corner at ``at`` (for delegates and charts)."""
    ratio = painter.device().devicePixelRatioF()
    pixels = round(side * ratio)
    image = pixmap(name, _current[0].colors[token], pixels, pixels)
    painter.drawPixmap(QRect(at, QSize(side, side)), image)


def logo(side: int, ratio: float) -> QPixmap:
    """Return the product's mark of ``side`` logical pixels; its colours are its own."""
    pixels = round(side * ratio)
    image = pixmap("logo", "#000000", pixels, pixels).copy()
    image.setDevicePixelRatio(ratio)
    return image
