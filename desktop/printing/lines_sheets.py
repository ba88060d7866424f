"""A card of indicators on sheets: 指标名称 · 计量单位 · 行次 · 本期, in two panels beside each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.printing.content import Align
from desktop.printing.frame import LONG, SHORT, WIDTH, Frame
from desktop.printing.items import PAD, THICK, THIN, Box, Item, Rule, Tint, Words, cell, frame

if TYPE_CHECKING:
    from desktop.printing.content import Head, Line, Lines
    from desktop.printing.type import Ruler

_BETWEEN = 3.0
_PANEL = (WIDTH - _BETWEEN) / 2
_UNIT, _NUMBER, _VALUE = 17.0, 11.0, 34.0
_NAME = _PANEL - _UNIT - _NUMBER - _VALUE
_HEADS = (("指标名称", "甲"), ("计量单位", "乙"), ("行次", "丙"), ("本期", "1"))
_WIDTHS = (_NAME, _UNIT, _NUMBER, _VALUE)
_LABELS, _NUMBERS = 6.0, 4.0
_ROWS = (6.0, 5.5, 5.0, 4.75, 4.5)  # heights of a row, the first that brings the card onto one page
_SEVERAL = 5.2  # where none does
_ROOM = 1.0
_INDENT = 4.0
_TORN = 14.0  # mm of unequal panels that are taken for not tearing a section apart


class LinesSheets:
    """The pages of a card of indicators."""

    width, height = LONG, SHORT

    def __init__(self, head: Head, lines: Lines, ruler: Ruler) -> None:
        self._lines = lines.lines
        self._ruler = ruler
        self.frame = Frame(head, ruler)
        self._first = self.frame.body.y + _LABELS + _NUMBERS
        self._room = self.frame.body.height - _LABELS - _NUMBERS
        self._heights: list[float] = []
        self._panels: list[range] = []
        for least in (*_ROWS, _SEVERAL):
            self._heights = [self._height(line, least) for line in self._lines]
            self._panels = self._flow()
            torn = any(self._torn(panel.start) for panel in self._panels[1:])
            if len(self._panels) <= 2 and not torn:  # noqa: PLR2004 - the two panels of a page
                break

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return max(1, (len(self._panels) + 1) // 2)

    def items(self, page: int) -> list[Item]:
        """Give what stands on a page."""
        found = self.frame.items(page, self.count)
        for side, panel in enumerate(self._panels[2 * page : 2 * page + 2]):
            found += self._panel(panel, self.frame.body.x + side * (_PANEL + _BETWEEN))
        return found

    # -- measuring

    def _height(self, line: Line, least: float) -> float:
        lines = max(len(self._name_lines(line)), len(self._value_lines(line)))
        return min(max(least, lines * self._ruler.leading("cell") + _ROOM), self._room / 2)

    def _name_lines(self, line: Line) -> tuple[str, ...]:
        if line.heading:
            return (self._ruler.elided(line.name, _PANEL - 2 * PAD, "head"),)
        return self._ruler.clipped(line.name, _NAME - 2 * PAD - line.indent * _INDENT, "cell", 4)

    def _value_lines(self, line: Line) -> tuple[str, ...]:
        return self._ruler.clipped(line.value, _VALUE - 2 * PAD, "cell", 8)

    def _flow(self) -> list[range]:
        """Fill panel after panel; what fits one page is shared so that no section is torn needlessly."""
        split = self._split()
        if split:
            return [range(split), range(split, len(self._lines))]
        found, begin, used = [], 0, 0.0
        for at, height in enumerate(self._heights):
            if at > begin and used + height > self._room:
                end = at - 1 if self._lines[at - 1].heading and at - 1 > begin else at
                found.append(range(begin, end))
                begin, used = end, sum(self._heights[end:at])
            used += height
        return [*found, range(begin, len(self._lines))]

    def _split(self) -> int:
        """Find where the right panel begins; 0 where two panels are too few."""
        total = sum(self._heights)
        best, least = 0, float("inf")
        left = 0.0
        for at, (height, line) in enumerate(zip(self._heights, self._lines, strict=True)):
            if at and not self._torn(at) and max(left, total - left) <= self._room:
                uneven = abs(total - 2 * left) + (0.0 if line.heading else 2 * _TORN)
                best, least = (at, uneven) if uneven < least else (best, least)
            left += height
        return best

    def _torn(self, at: int) -> bool:
        """Tell whether a break before a line would part it from what it belongs to: its heading, its breakdown."""
        return self._lines[at - 1].heading or not (self._lines[at].heading or self._lines[at].number)

    # -- drawing

    def _panel(self, panel: range, x: float) -> list[Item]:
        top = self.frame.body.y
        found: list[Item] = [Tint(Box(x, top, _PANEL, _LABELS + _NUMBERS))]
        left = x
        for (label, number), wide in zip(_HEADS, _WIDTHS, strict=True):
            found.append(Words(Box(left, top, wide, _LABELS), (label,), "head", Align.CENTER))
            found.append(Words(Box(left, top + _LABELS, wide, _NUMBERS), (number,), "small", Align.CENTER))
            left += wide
        found.append(Rule(x, top + _LABELS, x + _PANEL, top + _LABELS, THIN))
        y = self._first
        for at in panel:
            found.append(Rule(x, y, x + _PANEL, y, THIN))
            found += self._line(self._lines[at], x, y, self._heights[at])
            y += self._heights[at]
        found += self._columns(panel, x, y)
        return [*found, *frame(Box(x, top, _PANEL, y - top), THICK)]

    def _line(self, line: Line, x: float, y: float, height: float) -> list[Item]:
        if line.heading:
            return [Tint(Box(x, y, _PANEL, height)), cell(Box(x, y, _PANEL, height), self._name_lines(line), "head")]
        shift = line.indent * _INDENT
        unit, number, value = x + _NAME, x + _NAME + _UNIT, x + _NAME + _UNIT + _NUMBER
        align = Align.CENTER if line.words else Align.RIGHT
        return [
            cell(Box(x + shift, y, _NAME - shift, height), self._name_lines(line)),
            cell(
                Box(unit, y, _UNIT, height),
                (self._ruler.elided(line.unit, _UNIT - 2 * PAD, "cell"),),
                align=Align.CENTER,
            ),
            cell(Box(number, y, _NUMBER, height), (line.number,), align=Align.CENTER),
            cell(Box(value, y, _VALUE, height), self._value_lines(line), align=align),
        ]

    def _columns(self, panel: range, x: float, bottom: float) -> list[Item]:
        """Draw the rules between columns; a heading spans them all."""
        edges = [x + _NAME, x + _NAME + _UNIT, x + _NAME + _UNIT + _NUMBER]
        stops = [self.frame.body.y]
        y = self._first
        for at in panel:
            if self._lines[at].heading:
                stops += [y, y + self._heights[at]]
            y += self._heights[at]
        stops.append(bottom)
        runs = [pair for number, pair in enumerate(pairwise(stops)) if number % 2 == 0]
        return [Rule(edge, top, edge, end, THIN) for edge in edges for top, end in runs if end > top]
