"""A card of particulars on sheets: sections named at the left, label and value in three columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.printing.content import Align
from desktop.printing.frame import LONG, SHORT, WIDTH, Frame
from desktop.printing.items import PAD, THICK, THIN, Box, Item, Rule, Tint, cell, frame

if TYPE_CHECKING:
    from desktop.printing.content import Head, Pairs
    from desktop.printing.type import Ruler

    Pair = tuple[str, str]

_ACROSS = 3
_SECTION = 20.0
_EACH = (WIDTH - _SECTION) / _ACROSS
_LABEL = 27.0
_VALUE = _EACH - _LABEL
_LEAST_ROW, _MOST_ROW = 6.4, 8.2
_ROOM = 1.8


class _Row:
    """Up to three pairs beside each other."""

    def __init__(self, section: int, pairs: tuple[Pair, ...], ruler: Ruler, room: float) -> None:
        self.section = section
        self.pairs = pairs
        self.labels = [ruler.clipped(label, _LABEL - 2 * PAD, "cell", 3) for label, _value in pairs]
        most = int((room - _ROOM) / ruler.leading("cell"))
        self.values = [ruler.clipped(value, _VALUE - 2 * PAD, "cell", most) for _label, value in pairs]
        lines = max(len(one) for one in [*self.labels, *self.values])
        self.height = max(_LEAST_ROW, lines * ruler.leading("cell") + _ROOM)


class PairsSheets:
    """The pages of a card of particulars."""

    width, height = LONG, SHORT

    def __init__(self, head: Head, pairs: Pairs, ruler: Ruler) -> None:
        self._titles = [title for title, _pairs in pairs.sections]
        self._ruler = ruler
        self.frame = Frame(head, ruler)
        room = self.frame.body.height
        self._rows = [
            _Row(section, mine[at : at + _ACROSS], ruler, room)
            for section, (_title, mine) in enumerate(pairs.sections)
            for at in range(0, len(mine), _ACROSS)
        ]
        self._pages = self._paginate(room)
        self._loosen(room)

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return len(self._pages)

    def items(self, page: int) -> list[Item]:
        """Give what stands on a page."""
        found = self.frame.items(page, self.count)
        x = self.frame.body.x
        y = top = self.frame.body.y
        rows = self._pages[page]
        begun = top
        for place, row in enumerate(rows):
            found += self._row(row, y)
            y += row.height
            last = place == len(rows) - 1 or rows[place + 1].section != row.section
            if last:
                box = Box(x, begun, _SECTION, y - begun)
                title = self._ruler.clipped(self._titles[row.section], _SECTION - 2 * PAD, "head", 3)
                found += [Tint(box), cell(box, title, "head", Align.CENTER)]
                begun = y
            found.append(Rule(x if last else x + _SECTION, y, x + WIDTH, y, THIN))
        found.append(Rule(x + _SECTION, top, x + _SECTION, y, THIN))
        return [*found, *frame(Box(x, top, WIDTH, y - top), THICK)]

    def _paginate(self, room: float) -> list[list[_Row]]:
        """Begin a page with a section where it fits whole, else with any row."""
        pages: list[list[_Row]] = [[]]
        used = 0.0
        for at, row in enumerate(self._rows):
            begins = at == 0 or self._rows[at - 1].section != row.section
            need = sum(one.height for one in self._rows if one.section == row.section) if begins else row.height
            if pages[-1] and used + (need if need <= room else row.height) > room:
                pages.append([])
                used = 0.0
            pages[-1].append(row)
            used += row.height
        return pages

    def _loosen(self, room: float) -> None:
        """Let the rows of a card that fits one page breathe."""
        if len(self._pages) == 1 and self._rows:
            spare = (room - sum(row.height for row in self._rows)) / len(self._rows)
            for row in self._rows:
                row.height += max(0.0, min(spare, _MOST_ROW - _LEAST_ROW))

    def _row(self, row: _Row, y: float) -> list[Item]:
        found: list[Item] = []
        for place in range(_ACROSS):
            left = self.frame.body.x + _SECTION + place * _EACH
            found.append(Tint(Box(left, y, _LABEL, row.height)))
            found += [Rule(left, y, left, y + row.height, THIN)] if place else []
            found.append(Rule(left + _LABEL, y, left + _LABEL, y + row.height, THIN))
            if place < len(row.pairs):
                found.append(cell(Box(left, y, _LABEL, row.height), row.labels[place]))
                found.append(cell(Box(left + _LABEL, y, _VALUE, row.height), row.values[place]))
        return found
