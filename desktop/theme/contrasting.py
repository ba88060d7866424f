"""Contrast themes of the system: its own palette instead of ours, and no ground that is tinted.

Qt 6.9 does not say whether one is on (6.10 will, as QAccessibilityHints.contrastPreference), so Windows is asked; set
``ZHIBAO_CONTRAST`` to 1 or 0 to have it on or off elsewhere, or whatever the system says.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QPalette

from desktop.theme.tokens import Theme, contrast

VARIABLE = "ZHIBAO_CONTRAST"
MODE = "contrast"
_READABLE = 4.5
_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 0x0001

_GROUNDS = ("bg", "surface", "surface2", "header", "readonly", "hover", "brand_soft")
_ON_INK = ("on_brand", "on_badge", "on_badge_warning")  # words on a spot that is filled with ink
_ACCENTS = ("brand", "brand_hover", "brand_press")


def is_on() -> bool:
    """Whether the person works in a contrast theme."""
    told = os.environ.get(VARIABLE)
    return told == "1" if told in ("0", "1") else _windows_says()


def _windows_says() -> bool:
    """Ask Windows (SystemParametersInfo, SPI_GETHIGHCONTRAST); False elsewhere."""
    if sys.platform != "win32":
        return False
    import ctypes  # type: ignore[unreachable]  # checked on Linux

    class HighContrast(ctypes.Structure):
        _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))

    asked = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    answered = ctypes.windll.user32.SystemParametersInfoW(_SPI_GETHIGHCONTRAST, asked.size, ctypes.byref(asked), 0)
    return bool(answered and asked.flags & _HCF_HIGHCONTRASTON)


def theme_of(palette: QPalette, plain: Theme) -> Theme:
    """Return ``plain`` in the colours of the system's ``palette``: its ink on its ground, for every state."""

    def named(role: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, role).name().upper()

    ground, ink = named(QPalette.ColorRole.Window), named(QPalette.ColorRole.WindowText)
    link = named(QPalette.ColorRole.Link)
    accent = link if contrast(link, ground) >= _READABLE else ink
    colors = dict.fromkeys(plain.colors, ink)
    colors |= dict.fromkeys((one for one in colors if one in (*_GROUNDS, *_ON_INK) or one.endswith("_bg")), ground)
    colors |= dict.fromkeys(_ACCENTS, accent)
    colors["selection"] = named(QPalette.ColorRole.Highlight)
    colors["selection_text"] = named(QPalette.ColorRole.HighlightedText)
    colors["disabled"] = named(QPalette.ColorRole.WindowText, QPalette.ColorGroup.Disabled)
    return plain._replace(mode=MODE, colors=colors)
