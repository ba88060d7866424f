"""Which day a command takes for today: the one it was told, the demonstration's, or the calendar's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import periods
from forms.errors import InputRefused
from forms.kinds import Date

if TYPE_CHECKING:
    from forms.book import Book

DEMO_DAY = "demo.as_of"


def as_of(book: Book, told: str | None = None) -> str:
    """The ISO date that rules and deadlines go by.

    Raises:
        InputRefused: `told` is no date.
    """
    if told is None:
        return book.get(DEMO_DAY) or periods.today()
    day = Date().parse(told)
    if not isinstance(day, str):
        raise InputRefused("bad-date", f"“{told}”不是日期，请写成 2026-10-08。")
    return day
