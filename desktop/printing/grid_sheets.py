"""A ledger on sheets: rows in order, each on one page; a wide ledger takes several pages for the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from desktop.printing.content import Align
from desktop.printing.frame import LONG, SHORT, WIDTH, Frame
from desktop.printing.grid_columns import SEQUENCE, fitted, groups, wanted
from desktop.printing.items import PAD, THICK, THIN, Box, Item, Rule, Tint, Words, Work, cell, frame

if TYPE_CHECKING:
    from desktop.printing.content import Column, Grid, Head
    from desktop.printing.type import Ruler

_LEAST_ROW = 6.0
_ROOM = 1.8  # mm of air above and below the text of a row together
_NUMBERS = 4.0
_SECTIONS = 4.8
_CHUNK = 200
_NOTHING = "本期没有登记。"
_TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The columns of one sheet: their places in the grid, their left edges and widths in mm."""

    columns: tuple[int, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]


class GridSheets:
    """The pages of a ledger: for each batch of rows one page a group of columns."""

    width, height = LONG, SHORT

    def __init__(self, head: Head, grid: Grid, ruler: Ruler, work: Work | None = None) -> None:
        self._grid = grid
        self._ruler = ruler
        self.frame = Frame(head, ruler)
        self._tier = _SECTIONS if any(column.section for column in grid.columns) else 0.0
        self._sheets = self._split()
        self._labels = max(self._label_height(sheet) for sheet in self._sheets)
        body = self.frame.body
        self._first = body.y + self._tier + self._labels + _NUMBERS
        self._room = body.y + body.height - self._first
        self._heights = self._measure(work or Work())
        self._batches = self._paginate()

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return len(self._batches) * len(self._sheets)

    def rows_on(self, page: int) -> range:
        """Give the rows of a page, counted from 0; the totals are the row after the last."""
        return self._batches[page // len(self._sheets)]

    def items(self, page: int) -> list[Item]:
        """Give what stands on a page."""
        at = page % len(self._sheets)
        sheet, rows = self._sheets[at], self.rows_on(page)
        several = len(self._sheets) > 1
        part = f"分表 {at + 1}／{len(self._sheets)}" if several else ""
        found = self.frame.items(page, self.count, part)
        found += self._heading(sheet)
        y = self._first
        for row in rows:
            found += self._row(sheet, row, y)
            y += self._heights[row]
        if not self._grid.rows:
            body = self.frame.body
            found.append(Words(Box(body.x, y, body.width, _LEAST_ROW), (_NOTHING,), "cell", Align.CENTER))
            y += _LEAST_ROW
        return [*found, *self._rules(sheet, rows, y)]

    # -- measuring

    def _split(self) -> list[_Sheet]:
        grid, room = self._grid, WIDTH - SEQUENCE
        widths = wanted(grid, self._ruler)
        found = []
        for group in groups(grid.columns, widths, room):
            mine = fitted([grid.columns[at] for at in group], [widths[at] for at in group], room)
            lefts = accumulate(mine[:-1], initial=self.frame.body.x + SEQUENCE)
            found.append(_Sheet(tuple(group), tuple(lefts), tuple(mine)))
        return found

    def _label_lines(self, column: Column, width: float) -> tuple[str, ...]:
        text = f"{column.label}（{column.unit}）" if column.unit else column.label
        return self._ruler.clipped(text, width - 2 * PAD, "head", 4)

    def _label_height(self, sheet: _Sheet) -> float:
        columns = [self._grid.columns[at] for at in sheet.columns]
        most = max(len(self._label_lines(one, wide)) for one, wide in zip(columns, sheet.widths, strict=True))
        return max(most, 2) * self._ruler.leading("head") + _ROOM

    def _measure(self, work: Work) -> list[float]:
        """Give the height of every row, the totals' last: the highest of its cells on any sheet."""
        leading = self._ruler.leading("cell")
        places = [
            (at, wide - 2 * PAD) for sheet in self._sheets for at, wide in zip(sheet.columns, sheet.widths, strict=True)
        ]
        heights = []
        for number, row in enumerate(self._grid.rows):
            if number % _CHUNK == 0:
                work.step(number, len(self._grid.rows))
            most = max(self._lines_of(row[at], wide) for at, wide in places)
            heights.append(min(max(_LEAST_ROW, most * leading + _ROOM), self._room))
        if self._has_totals:
            most = max(text.count("\n") + 1 for text in self._grid.totals.values())
            heights.append(min(max(_LEAST_ROW, most * leading + _ROOM), self._room))
        return heights

    def _lines_of(self, text: str, width: float) -> int:
        if "\n" not in text and self._ruler.width(text, "cell") <= width:
            return 1
        return len(self._ruler.wrap(text, width, "cell"))

    @property
    def _has_totals(self) -> bool:
        return bool(self._grid.totals)

    def _paginate(self) -> list[range]:
        found, begin, used = [], 0, 0.0
        for row, height in enumerate(self._heights):
            if row > begin and used + height > self._room + 1e-6:
                lonely = self._has_totals and row == len(self._heights) - 1 and row - begin > 1
                end = row - 1 if lonely else row  # totals do not stand alone on a page
                found.append(range(begin, end))
                begin, used = end, sum(self._heights[end:row])
            used += height
        return [*found, range(begin, len(self._heights))]

    # -- drawing

    def _heading(self, sheet: _Sheet) -> list[Item]:
        body, columns = self.frame.body, [self._grid.columns[at] for at in sheet.columns]
        labels, numbers = body.y + self._tier, body.y + self._tier + self._labels
        found: list[Item] = [Tint(Box(body.x, body.y, body.width, self._first - body.y))]
        sequence = Box(body.x, body.y, SEQUENCE, self._tier + self._labels)
        found.append(Words(sequence, ("行次",), "head", Align.CENTER))
        found.append(Words(Box(body.x, numbers, SEQUENCE, _NUMBERS), ("甲",), "small", Align.CENTER))
        placed = list(zip(columns, sheet.lefts, sheet.widths, strict=True))
        for column, left, wide in placed:
            lines = self._label_lines(column, wide)
            found.append(cell(Box(left, labels, wide, self._labels), lines, "head", Align.CENTER))
            found.append(Words(Box(left, numbers, wide, _NUMBERS), (str(column.number),), "small", Align.CENTER))
        for title, each in groupby(placed if self._tier else [], key=lambda one: one[0].section):
            run = list(each)
            box = Box(run[0][1], body.y, sum(wide for _column, _left, wide in run), self._tier)
            found.append(cell(box, (self._ruler.elided(title, box.width - 2 * PAD, "head"),), "head", Align.CENTER))
        return found

    def _row(self, sheet: _Sheet, row: int, y: float) -> list[Item]:
        grid, height = self._grid, self._heights[row]
        is_total = row == len(grid.rows)
        x = self.frame.body.x
        name = _TOTAL if is_total else str(row + 1)
        role = "head" if is_total else "cell"
        found: list[Item] = [Tint(Box(x, y, WIDTH, height))] if is_total else []
        found.append(Words(Box(x, y, SEQUENCE, height), (name,), role, Align.CENTER))
        most = max(1, int((height - _ROOM) / self._ruler.leading("cell") + 0.01))
        for at, left, wide in zip(sheet.columns, sheet.lefts, sheet.widths, strict=True):
            column = grid.columns[at]
            text = grid.totals.get(column.id, "") if is_total else grid.rows[row][at]
            if is_total and at == sheet.columns[0] and not text:
                text = f"共 {len(grid.rows):,} 行"
            if text:
                lines = self._ruler.clipped(text, wide - 2 * PAD, "cell", most)
                found.append(cell(Box(left, y, wide, height), lines, "cell", column.align))
        return found

    def _rules(self, sheet: _Sheet, rows: range, bottom: float) -> list[Item]:
        """Draw the grid: thin between rows and columns, thick around."""
        body = self.frame.body
        right, labels = body.x + body.width, body.y + self._tier
        numbers = labels + self._labels
        found: list[Item] = [Rule(body.x + SEQUENCE, body.y, body.x + SEQUENCE, bottom, THIN)]
        sections = [self._grid.columns[at].section for at in sheet.columns]
        for place, left in enumerate(sheet.lefts):
            if place:
                begins = sections[place] != sections[place - 1]
                found.append(Rule(left, body.y if begins else labels, left, bottom, THIN))
        found += [Rule(body.x + SEQUENCE, labels, right, labels, THIN)] if self._tier else []
        found.append(Rule(body.x, numbers, right, numbers, THIN))
        found.append(Rule(body.x, self._first, right, self._first, THIN))
        y = self._first
        for row in rows[:-1]:
            y += self._heights[row]
            found.append(Rule(body.x, y, right, y, THIN))
        return [*found, *frame(Box(body.x, body.y, body.width, bottom - body.y), THICK)]
