"""Type on paper: the sizes of a sheet, the width of text in mm, and how it breaks into lines. Always plain text."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.theme.tokens import load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS: Final = 20
"""Font units per mm: fonts are set at whole units, everything else is in mm."""
ELLIPSIS = "…"

_PT = 25.4 / 72
_LEADING = 1.28
_CODE_FAMILIES = ["Consolas", "Noto Sans Mono CJK SC", "DejaVu Sans Mono", "Courier New"]
_KEPT = 20_000
_BRACKET = 10  # characters of a bracket that is kept on one line
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_NO_START = frozenset("，。、；：？！）》」』】〕％…—,.;:?!)]}%")
_WIDE = "\u2e80"  # from here on text may break between any two characters


@dataclass(frozen=True, slots=True)
class Face:
    """A size of type in points."""

    points: float
    bold: bool = False
    code: bool = False


FACES: Final = {
    "title": Face(16, bold=True),
    "period": Face(10.5),
    "text": Face(8.5),
    "strong": Face(8.5, bold=True),
    "cell": Face(8),
    "head": Face(8, bold=True),
    "small": Face(7),
    "code": Face(7, code=True),
    "digest": Face(10.5, code=True),
    "mark": Face(58, bold=True),
}


def font_of(role: str) -> QFont:
    """Give the font of a role in font units, without hinting so that it scales."""
    face = FACES[role]
    font = QFont()
    families = list(load_theme("light").families)
    font.setFamilies([*_CODE_FAMILIES, *families] if face.code else families)
    font.setPixelSize(round(face.points * _PT * UNITS))
    font.setBold(face.bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Local forms of digits have no character in a PDF of Qt's: a receipt number could be seen but not copied.
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def plain(text: str) -> str:
    """Give text as it prints: one kind of line break, tabs are blanks, no controls, nothing that turns direction."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", text)).replace("\t", " ")


class _Metrics(threading.local):
    """Qt's metrics, which each thread makes for itself: they may not be shared."""

    def __init__(self) -> None:
        self.by_role = {role: QFontMetricsF(font_of(role)) for role in FACES}


class Ruler:
    """Measures text, in whatever thread. Advances are kept by character."""

    def __init__(self) -> None:
        self._metrics = _Metrics()
        self._advances: dict[str, dict[str, float]] = {role: {} for role in FACES}
        self._wrapped: dict[tuple[str, float, str], tuple[str, ...]] = {}

    def em(self, role: str) -> float:
        """Give the size of a role in mm."""
        return FACES[role].points * _PT

    def leading(self, role: str) -> float:
        """Give the height of a line in mm."""
        return self.em(role) * _LEADING

    def width(self, text: str, role: str) -> float:
        """Give the width of one line of text in mm."""
        known = self._advances[role]
        try:
            return sum([known[char] for char in text])
        except KeyError:
            metrics = self._metrics.by_role[role]
            for char in set(text) - known.keys():
                known[char] = metrics.horizontalAdvance(char) / UNITS
            return sum(known[char] for char in text)

    def wrap(self, text: str, width: float, role: str) -> tuple[str, ...]:
        """Break text into lines no wider than `width` mm; a word longer than a line breaks anywhere."""
        key = (text, width, role)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) > _KEPT:
                self._wrapped.clear()
            lines = [line for part in plain(text).split("\n") for line in self._lines(part.rstrip(), width, role)]
            found = self._wrapped[key] = tuple(lines)
        return found

    def clipped(self, text: str, width: float, role: str, most: int) -> tuple[str, ...]:
        """Break text into at most `most` lines; where more is cut off, the last line says how long the whole is."""
        lines = self.wrap(text, width, role)
        if len(lines) <= most:
            return lines
        tail = self.elided(f"{ELLIPSIS}（共{len(text)}字）", width, role)
        return (*lines[: most - 1], tail)

    def elided(self, text: str, width: float, role: str) -> str:
        """Give text on one line, cut off with «…» where it is wider."""
        line = " ".join(plain(text).split("\n"))
        if self.width(line, role) <= width:
            return line
        room = width - self.width(ELLIPSIS, role)
        taken = 0.0
        for at, char in enumerate(line):
            taken += self.width(char, role)
            if taken > room:
                return line[:at] + ELLIPSIS
        return line

    def _lines(self, text: str, width: float, role: str) -> Iterator[str]:
        if self.width(text, role) <= width:
            yield text
            return
        begin = 0
        while begin < len(text):
            end = self._end(text, begin, width, role)
            yield text[begin:end].rstrip()
            begin = end
            while begin < len(text) and text[begin] == " ":
                begin += 1

    def _end(self, text: str, begin: int, width: float, role: str) -> int:
        """Find where the line that begins at `begin` ends: at the last place before its width where text may break."""
        taken, at = 0.0, begin
        while at < len(text):
            taken += self.width(text[at], role)
            if taken > width and at > begin:
                break
            at += 1
        if at == len(text):
            return at
        place = at
        while place > begin and not _may_break(text, place):
            place -= 1
        return self._before_bracket(text, begin, place) if place > begin else at

    def _before_bracket(self, text: str, begin: int, place: int) -> int:
        """Break before a short bracket rather than inside: «国别 / （地区）»."""
        opened = max(text.rfind("（", begin, place), text.rfind("(", begin, place))
        torn = opened > begin and not any(close in text[opened:place] for close in "）)")
        short = torn and any(close in text[place : opened + _BRACKET] for close in "）)")
        return opened if short else place


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NO_START:
        return False
    return before == " " or before in "-/、，；" or before >= _WIDE or after >= _WIDE
