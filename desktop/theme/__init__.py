"""The look of the window, from one token file.

``apply`` sets style, palette, font and style sheet of the whole program; ``current`` gives the tokens to whoever
paints by hand (delegates, charts): ``theme.color("error_bg")``, ``theme.px("row")``, ``theme.font("caption")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop import languages
from desktop.theme import contrasting, icons
from desktop.theme.icons import draw, icon, logo
from desktop.theme.palette import palette_of
from desktop.theme.style import style_sheet
from desktop.theme.tokens import StateLook, Theme, contrast, factors, load_theme, row_heights

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "StateLook",
    "Theme",
    "apply",
    "color",
    "contrast",
    "current",
    "draw",
    "factors",
    "font",
    "icon",
    "load_theme",
    "logo",
    "make_application",
    "px",
    "row_heights",
]

STYLE = "Fusion"

_applied: list[Theme] = []
_colors: dict[str, QColor] = {}


def make_application(name: str) -> QApplication:
    """Make the program's Qt application in our style; to set the style later has PySide build its classes (6 ms)."""
    made = QApplication([name, "-style", STYLE])
    made.setProperty(STYLE, True)
    return made


def apply(application: QApplication, mode: str, factor: float, cache: Path, row: int = 0) -> Theme:
    """Give the program the look ``mode`` (light, dark) at font ``factor``, a grid's row ``row`` px high if chosen.

    Where the system has a contrast theme on, its palette is followed instead. ``cache`` keeps drawn arrows and ticks.
    """
    in_contrast = contrasting.is_on()
    theme = load_theme(mode, factor, row, languages.current())
    if in_contrast:
        application.setPalette(QPalette())  # the system's own
        theme = contrasting.theme_of(application.palette(), theme)
    _applied[:] = [theme]
    _colors.clear()
    icons.follow(theme)
    if not application.property(STYLE):
        application.setProperty(STYLE, True)
        application.setStyle(STYLE)
    application.setFont(font("body"))
    if not in_contrast:
        application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme, cache))
    return theme


def current() -> Theme:
    """Return the theme in use (the light one before ``apply``)."""
    if not _applied:
        _applied.append(load_theme("light", 1.0))
        icons.follow(_applied[0])
    return _applied[0]


def color(token: str) -> QColor:
    """Return a token's colour in the theme in use; cached, cheap enough for painting."""
    found = _colors.get(token)
    if found is None:
        found = _colors[token] = QColor(current().colors[token])
    return found


def px(name: str) -> int:
    """Return a measure in logical pixels, scaled by the font factor where the token file says so."""
    return current().sizes[name]


def font(role: str = "body", *, bold: bool = False) -> QFont:
    """Return the font of ``role`` (body, caption, h3, h2, big)."""
    theme = current()
    made = QFont()
    made.setFamilies(list(theme.families))
    made.setPixelSize(theme.sizes[role])
    made.setBold(bold)
    return made
