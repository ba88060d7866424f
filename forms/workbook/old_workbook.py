"""Reading an old workbook (.xls, .et; BIFF in an OLE container): values, errors, formats, what is hidden or merged.

xlrd gives what the native reader does not: which cells are errors, and the number format of each.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDoc, CompDocError
from xlrd.formatting import std_format_strings

from forms.errors import WorkbookRefused
from forms.workbook.package import MACROS_TOLD, damaged, encrypted, no_workbook
from forms.workbook.translation import Area, ColumnLook, ErrorCell, TranslatedCell, Translation, Value

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_OWN_FORMATS: Final = 164  # numbers below are known to every program
_WIDTH_UNITS: Final = 256  # of a character
_NORMAL_SHEET: Final = 0
_STREAM: Final = 2
_MOST_MERGED: Final = 100_000
# What the library raises on a file that is broken: it looks things up before it asks whether they can be there.
_DAMAGE: Final = (
    XLRDError,
    CompDocError,
    struct.error,
    LookupError,
    ValueError,
    ArithmeticError,
    AssertionError,
    TypeError,
    AttributeError,
    RecursionError,
    NotImplementedError,
    UnboundLocalError,
)


def translate(path: Path) -> Translation:
    """Read a workbook whole.

    Raises:
        WorkbookRefused: it is damaged, encrypted, or no workbook at all.
    """
    content = path.read_bytes()
    if _ENCRYPTED_PACKAGE in content:
        raise encrypted()
    if not any(name in content for name in _WORKBOOKS):
        raise no_workbook()
    try:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - no file; the library prints
            _refuse_endless(CompDoc(content, logfile=nowhere))
            book = xlrd.open_workbook(
                file_contents=content, logfile=nowhere, formatting_info=True, on_demand=True, ragged_rows=True
            )
            translation = _translated(book)
    except _DAMAGE as problem:
        if "encrypted" in str(problem):
            raise encrypted() from problem
        raise damaged() from problem
    if _MACROS in content:
        translation.told.append(MACROS_TOLD)
    return translation


def _refuse_endless(container: CompDoc) -> None:
    """Refuse a container with a short stream whose pieces follow one another in a circle: the library would follow.

    Raises:
        WorkbookRefused: it has one.
    """
    pieces = container.SSAT
    for stream in container.dirlist:
        at, left = stream.first_SID, len(pieces)
        while 0 <= at < len(pieces) and left >= 0 and stream.etype == _STREAM:
            at, left = pieces[at], left - 1
        if left < 0:
            raise damaged()


def _translated(book: Book) -> Translation:
    translation = Translation()
    translation.dates_from_1904 = book.datemode == 1
    styles = _styles(book, translation)
    for index, name in enumerate(book.sheet_names()):
        sheet = book.sheet_by_index(index)
        _write(sheet, name, styles, translation)
        book.unload_sheet(index)
    if not book.nsheets:
        raise WorkbookRefused("workbook-empty", "工作簿里没有可导入的工作表。")
    return translation


def _styles(book: Book, translation: Translation) -> list[int]:
    """Give the style of each of the workbook's cell formats."""
    styles: list[int] = []
    for look in book.xf_list:
        number = int(look.format_key)
        known = book.format_map.get(number)
        code = known.format_str if known is not None else ""
        if number < _OWN_FORMATS and (not code or std_format_strings.get(number) == code):
            styles.append(translation.style(number))
        else:
            styles.append(translation.style(code or 0))
    return styles


def _write(sheet: Sheet, name: str, styles: list[int], translation: Translation) -> None:
    columns = [
        ColumnLook(at, at, look.width / _WIDTH_UNITS, bool(look.hidden))
        for at, look in sorted(sheet.colinfo_map.items())
        if look.width
    ]
    # The library counts to one behind the end; lines and columns there from 0.
    areas: list[Area] = [
        (top + 1, left, bottom, right - 1) for top, bottom, left, right in sheet.merged_cells[:_MOST_MERGED]
    ]
    visible = sheet.visibility == _NORMAL_SHEET
    with translation.sheet(name, visible=visible, columns=columns, areas=areas) as pen:
        for row in range(sheet.nrows):
            look = sheet.rowinfo_map.get(row)
            pen.row(row + 1, _cells(sheet, row, styles), hidden=bool(look and look.hidden))


def _cells(sheet: Sheet, row: int, styles: list[int]) -> Iterator[TranslatedCell]:
    for column, (kind, value) in enumerate(zip(sheet.row_types(row), sheet.row_values(row), strict=True)):
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
            continue
        made: Value = value  # the stubs know no cell but a text
        if kind == xlrd.XL_CELL_BOOLEAN:
            made = bool(value)
        elif kind == xlrd.XL_CELL_ERROR:
            made = ErrorCell(xlrd.error_text_from_code.get(int(value), "#N/A"))
        look = sheet.cell_xf_index(row, column)
        yield column, made, styles[look] if 0 <= look < len(styles) else 0
