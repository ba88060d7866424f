"""A run of rows of a sheet as a reader gives them, and the one thing every reader does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from forms.workbook.faults import Faults

Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow one another: their 1-based numbers and the cells of each column from A on; empty ones are "".

    A row the sheet does not have is left out; `faults` are cells whose value cannot be trusted.
    """

    numbers: list[int]
    columns: list[Cells]
    faults: Faults = field(default_factory=dict)


class Reader(Protocol):
    """Reads one sheet."""

    last_row: int

    def runs(self, first_row: int = 1) -> Iterator[Run]:
        """Give the rows from a 1-based row on."""


def head(reader: Reader, count: int) -> list[list[object]]:
    """Give the first rows as lists of cells, empty ones where the sheet leaves a row out."""
    rows: list[list[object]] = [[] for _ in range(count)]
    for run in reader.runs():
        for index, number in enumerate(run.numbers):
            if number <= count:
                rows[number - 1] = [column[index] for column in run.columns]
        if not run.numbers or run.numbers[-1] >= count:
            break
    return rows
