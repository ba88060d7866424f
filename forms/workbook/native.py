"""Reading a sheet with python-calamine: any sheet that is one, whoever wrote it.

It holds the whole sheet as a dense range, so a stray cell far away can end this process: that is what the child is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from forms.workbook.faults import find_faults
from forms.workbook.package import Package, SheetPart, damaged
from forms.workbook.runs import Cells, Run

_ROWS_A_RUN = 2_048


def loaded(path: Path, package: Package, name: str) -> calamine.CalamineSheet:
    """Load a sheet.

    Raises:
        WorkbookRefused: the workbook is damaged.
    """
    try:
        return calamine.load_workbook(package.source(path)).get_sheet_by_name(name)
    except calamine.CalamineError as error:
        raise damaged() from error


class NativeReader:
    """Reads a sheet after loading it whole."""

    def __init__(self, path: Path, package: Package, sheet: SheetPart) -> None:
        """Load the sheet.

        Raises:
            WorkbookRefused: the workbook is damaged.
        """
        self._sheet = loaded(path, package, sheet.name)
        self._left = (self._sheet.start or (0, 0))[1]
        self._faults = find_faults(package, sheet.part)
        self.last_row = (self._sheet.end or (0, 0))[0] + 1

    def runs(self, first_row: int = 1) -> Iterator[Run]:
        """Give the rows from a 1-based row on; the native ones begin at the first row and the leftmost column used."""
        rows = islice(self._sheet.iter_rows(), first_row - 1, None)
        number = first_row
        while batch := list(islice(rows, _ROWS_A_RUN)):
            numbers = list(range(number, number + len(batch)))
            blank: Cells = ("",) * len(batch)
            yield Run(numbers, [blank] * self._left + list(zip(*batch, strict=True)), self._faults)
            number += len(batch)
