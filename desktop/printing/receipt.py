"""The receipt page (回执): what a clerk needs to see by eye that the province holds exactly what the firm filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.printing.content import Align
from desktop.printing.frame import BOTTOM, LONG, SHORT, grouped
from desktop.printing.items import PAD, THICK, THIN, Box, Item, Mark, Rule, Tint, Words, cell, frame

if TYPE_CHECKING:
    from desktop.printing.type import Ruler

_SIDE, _TOP = 18.0, 14.0
_WIDTH = SHORT - 2 * _SIDE
_LABEL = 34.0
_VALUE = _WIDTH - _LABEL
_LEAST_ROW = 7.2
_ROOM = 2.4
_FOOT = 10.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the receipt; without a label it is the heading of a part. `digest` sets hexadecimal groups."""

    label: str
    value: str
    digest: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the receipt page says."""

    title: str
    subtitle: str
    entries: tuple[Entry, ...]
    printed: str
    marks: tuple[str, ...]
    name: str


def digest_lines(digest: str) -> str:
    """Give a digest in groups of four, eight groups a line."""
    groups = grouped(digest).split(" ")
    return "\n".join(" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8))


class ReceiptSheets:
    """The pages of a receipt: one, unless reviewers said a great deal."""

    width, height = SHORT, LONG

    def __init__(self, receipt: Receipt, ruler: Ruler) -> None:
        self._receipt = receipt
        self._ruler = ruler
        self._first = _TOP + 18.0
        self._room = LONG - BOTTOM - _FOOT - self._first
        self._heights = [self._height(entry) for entry in receipt.entries]
        self._pages = self._paginate()

    @property
    def count(self) -> int:
        """Give the number of pages."""
        return len(self._pages)

    def items(self, page: int) -> list[Item]:
        """Give what stands on a page."""
        receipt, ruler = self._receipt, self._ruler
        found: list[Item] = [Mark("　".join(receipt.marks))] if receipt.marks else []
        title = ruler.elided(receipt.title, _WIDTH, "title")
        found.append(Words(Box(_SIDE, _TOP, _WIDTH, 8.0), (title,), "title", Align.CENTER))
        subtitle = ruler.elided(receipt.subtitle + ("（续）" if page else ""), _WIDTH, "period")
        found.append(Words(Box(_SIDE, _TOP + 9.0, _WIDTH, 5.0), (subtitle,), "period", Align.CENTER))
        marks = Box(_SIDE, _TOP, 40.0, 5.0)
        found.append(Words(marks, (ruler.elided("　".join(receipt.marks), marks.width, "strong"),), "strong"))
        y = self._first
        for at in self._pages[page]:
            found += self._entry(at, y)
            y += self._heights[at]
        found += frame(Box(_SIDE, self._first, _WIDTH, y - self._first), THICK)
        foot = Box(_SIDE, LONG - BOTTOM - 5.0, _WIDTH, 4.0)
        found.append(Words(foot, (ruler.elided(receipt.printed, _WIDTH - 40, "small"),), "small"))
        return [*found, Words(foot, (f"第 {page + 1} 页　共 {self.count} 页",), "text", Align.RIGHT)]

    def _lines(self, entry: Entry) -> tuple[str, ...]:
        if not entry.label:
            return (self._ruler.elided(entry.value, _WIDTH - 2 * PAD, "strong"),)
        role = "digest" if entry.digest else "text"
        most = int((self._room - _ROOM) / self._ruler.leading(role))
        return self._ruler.clipped(entry.value, _VALUE - 2 * PAD - 2.0, role, most)

    def _label_lines(self, entry: Entry) -> tuple[str, ...]:
        return self._ruler.clipped(entry.label, _LABEL - 2 * PAD, "text", 4)

    def _height(self, entry: Entry) -> float:
        role = "digest" if entry.digest else "text"
        high = len(self._lines(entry)) * self._ruler.leading(role)
        if entry.label:
            high = max(high, len(self._label_lines(entry)) * self._ruler.leading("text"))
        return max(_LEAST_ROW, high + _ROOM)

    def _paginate(self) -> list[range]:
        """Fill page after page; a heading stays with what it heads."""
        found, begin, used = [], 0, 0.0
        for at, height in enumerate(self._heights):
            if at > begin and used + height > self._room:
                end = at - 1 if not self._receipt.entries[at - 1].label and at - 1 > begin else at
                found.append(range(begin, end))
                begin, used = end, sum(self._heights[end:at])
            used += height
        return [*found, range(begin, len(self._heights))]

    def _entry(self, at: int, y: float) -> list[Item]:
        entry, height = self._receipt.entries[at], self._heights[at]
        edge: Item = Rule(_SIDE, y, _SIDE + _WIDTH, y, THIN)
        if not entry.label:
            box = Box(_SIDE, y, _WIDTH, height)
            return [Tint(box), edge, cell(box, self._lines(entry), "strong")]
        value = Box(_SIDE + _LABEL + 1.0, y, _VALUE - 1.0, height)
        return [
            edge,
            Rule(_SIDE + _LABEL, y, _SIDE + _LABEL, y + height, THIN),
            cell(Box(_SIDE, y, _LABEL, height), self._label_lines(entry), "text"),
            cell(value, self._lines(entry), "digest" if entry.digest else "text"),
        ]
