"""What stands on a page: words, rules and tints, each with its place in mm from the top left corner of the paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from desktop.printing.content import Align
from forms.errors import InputRefused


class Box(NamedTuple):
    """A place on the paper, in mm."""

    x: float
    y: float
    width: float
    height: float


class Words(NamedTuple):
    """Lines of text, broken already, in the middle of the height of their box."""

    box: Box
    lines: tuple[str, ...]
    role: str = "cell"
    align: Align = Align.LEFT


class Rule(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


class Tint(NamedTuple):
    """A lightly tinted box."""

    box: Box


class Mark(NamedTuple):
    """A watermark across the page; it lies under everything else."""

    text: str


Item = Words | Rule | Tint | Mark

THIN, THICK = 0.12, 0.4
PAD = 0.9
Report = Callable[[int, int], object]


class Sheets(Protocol):
    """A form laid out on pages, which are made when they are looked at."""

    width: float
    height: float

    @property
    def count(self) -> int:
        """The number of pages, at least one."""

    def items(self, page: int) -> list[Item]:
        """What stands on a page, counted from 0."""


class Stopped(InputRefused):
    """The person asked to stop; nothing was written."""

    def __init__(self) -> None:
        super().__init__("stopped", "已取消，没有生成文件。")


class Work:
    """Somebody waits: hears how far the work is, and may say stop."""

    def __init__(self, report: Report | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self._report = report
        self._cancelled = cancelled

    def step(self, done: int, total: int) -> None:
        """Say how far it is. Raises Stopped."""
        if self._cancelled is not None and self._cancelled():
            raise Stopped
        if self._report is not None:
            self._report(done, total)


def cell(box: Box, lines: tuple[str, ...], role: str = "cell", align: Align = Align.LEFT) -> Words:
    """Put words into a cell of a table, off its rules."""
    return Words(Box(box.x + PAD, box.y, box.width - 2 * PAD, box.height), lines, role, align)


def frame(box: Box, weight: float = THIN) -> list[Item]:
    """Draw the four sides of a box."""
    right, bottom = box.x + box.width, box.y + box.height
    return [
        Rule(box.x, box.y, right, box.y, weight),
        Rule(box.x, bottom, right, bottom, weight),
        Rule(box.x, box.y, box.x, bottom, weight),
        Rule(right, box.y, right, bottom, weight),
    ]
