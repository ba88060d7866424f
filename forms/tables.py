"""A table of figures as data, for the screen, for a sentence, for a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT, COUNT, WAN, PERCENT = "text", "count", "wan", "percent"
Value = str | int | None


@dataclass(frozen=True, slots=True)
class Table:
    """`title` and `notes` stand above; `name` is short, for a sheet's tab.

    A column's kind says what its values are: text, counts, hundredths shown in 万, or hundredths of a percent.
    """

    name: str
    title: str
    heads: Sequence[str]
    kinds: Sequence[str]
    rows: Sequence[Sequence[Value]]
    notes: Sequence[str] = field(default=())
