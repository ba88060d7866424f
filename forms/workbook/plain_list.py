"""A table of text as a workbook: what a list of the window shows, to be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font

from forms.workbook.addresses import column_letters
from forms.workbook.saving import save_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NARROWEST, _WIDEST = 10, 44


def write_list(path: Path, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """Write heads and rows, every cell as text: a credit code stays one, a «=» begins no formula.

    Raises:
        InputRefused: the file cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet(title)
    for at, texts in enumerate([heads, *rows], start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(at, column)
            cell.value = text
            cell.data_type, cell.number_format = "s", "@"
            if at == 1:
                cell.font = Font(bold=True)
    for column, head in enumerate(heads):
        longest = max((2 * len(line[column]) for line in rows), default=0)
        width = min(max(_NARROWEST, 2 * len(head) + 2, longest), _WIDEST)
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = "B2"
    save_workbook(workbook, path)
    return path
