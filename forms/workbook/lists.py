"""A list of texts as a file people open in a spreadsheet: what the check found, as .xlsx or .csv.

A spreadsheet takes text that begins like a formula for one: in a workbook it stands as typed text, in a CSV behind an
apostrophe.
"""

from __future__ import annotations

import csv
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from forms.workbook.addresses import column_letters
from forms.workbook.cell_xml import writable
from forms.workbook.layout import HeaderLook
from forms.workbook.saving import landscape, placing, save_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_BEGINS_A_FORMULA: Final = ("=", "+", "-", "@")
_NARROWEST, _WIDEST = 8, 80  # characters
_WIDE_FROM: Final = 0x2E80  # from here on a character takes two places
CSV: Final = ".csv"


def harmless(text: str) -> str:
    """Give text as a CSV may hold it: nothing a spreadsheet would compute, no control character at its beginning."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) or (text and text[0] < " ") else text


def write_list(path: Path, name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write texts under their heads; the name's ending tells the format. Gives the number of rows.

    Raises:
        InputRefused: the name ends neither with .xlsx nor .csv, or the file cannot be written.
    """
    listed = list(rows)
    if path.suffix.lower() == CSV:
        _write_csv(path, heads, listed)
    else:
        _write_sheet(path, name, heads, listed)
    return len(listed)


def _write_csv(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    # With a byte order mark Excel takes the file for what it is, UTF-8.
    with placing(path, CSV) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows([harmless(text) for text in row] for row in rows)


def _write_sheet(path: Path, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(name)  # the stubs lack what a write-only sheet has of an ordinary one
    look, wrapped = HeaderLook(), Alignment(wrap_text=True, vertical="top")
    with closing(sheet):
        sheet.freeze_panes = "A2"
        landscape(sheet)
        for index, texts in enumerate(zip(heads, *rows, strict=True)):
            widest = max(sum(2 if ord(letter) >= _WIDE_FROM else 1 for letter in text) for text in texts)
            sheet.column_dimensions[column_letters(index)].width = min(max(widest + 2, _NARROWEST), _WIDEST)
        cells = [WriteOnlyCell(sheet, head) for head in heads]
        for cell in cells:
            cell.font, cell.fill, cell.border, cell.alignment = look.title, look.optional, look.edge, look.centred
        sheet.append(cells)
        for row in rows:
            cells = [WriteOnlyCell(sheet, writable(text)) for text in row]
            for cell in cells:
                cell.data_type, cell.alignment = "s", wrapped
            sheet.append(cells)
    save_workbook(workbook, path)
