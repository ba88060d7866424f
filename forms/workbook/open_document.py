"""Reading an OpenDocument workbook (.ods) as a stream: values, errors, dates, what is hidden, merged or repeated.

The native reader gives errors as empty cells and unfolds a row that is repeated a million times; this does neither.
"""

from __future__ import annotations

import zipfile
from typing import IO, TYPE_CHECKING, Final
from xml.parsers import expat

from forms.workbook.document_cell import NAMES, OFFICE, TABLE, TEXT, DocumentCell, count_of
from forms.workbook.document_formats import Formats, fitting
from forms.workbook.package import BLOCK, damaged, encrypted, too_large, unsafe
from forms.workbook.shown_units import shows_smaller
from forms.workbook.translation import (
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    ColumnLook,
    SheetPen,
    TranslatedCell,
    Translation,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_STYLE: Final = f"{NAMES}style:1.0 "
_MANIFEST: Final = "META-INF/manifest.xml"
_SMALL: Final = 1 << 22
_ROW, _CELL, _COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_SHEET, _COLUMN = f"{TABLE}table", f"{TABLE}table-column"
# Comments, drawings, former states and links hold paragraphs and tables of their own.
_PASSED_OVER: Final = frozenset(
    f"{TABLE}{one}"
    for one in (
        "tracked-changes",
        "dde-links",
        "shapes",
        "content-validations",
        "data-pilot-tables",
        "named-expressions",
    )
) | {f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}ruby-text"}
_DRAWING: Final = f"{NAMES}drawing:1.0 "
_MOST_UNFOLDED: Final = 1_000_000  # cells that stand in the file once and count many times
_NOTHING: Final[Value] = ""
_SHOWN_OTHERWISE: Final = "有的格子按数字格式加“万”或缩小显示，显示的和存的不同；已按存的数读入，请核对金额。"


def translate(archive: zipfile.ZipFile) -> Translation:
    """Read a workbook whole.

    Raises:
        WorkbookRefused: it is damaged, encrypted, or defines entities.
    """
    if _MANIFEST in archive.namelist():
        with archive.open(_MANIFEST) as stream:
            if b"encryption-data" in stream.read(_SMALL):
                raise encrypted()
    translation = Translation()
    formats = Formats()
    if _STYLES in archive.namelist():
        with archive.open(_STYLES) as stream:
            _hear(stream, formats.start, formats.end, formats.text)
    with archive.open(CONTENT) as stream:
        _Document(translation, formats).read(stream)
    return translation


def _hear(
    stream: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Read a part from end to end."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        while block := stream.read(BLOCK):
            parser.Parse(block)
        parser.Parse(b"", True)  # noqa: FBT003 - the parser takes no name
    except expat.ExpatError as problem:
        raise damaged() from problem


class _Document:
    """Hears the elements of a document as they come."""

    def __init__(self, translation: Translation, formats: Formats) -> None:
        self._translation, self._formats = translation, formats
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._passed = 0
        self._sheet: _Sheet | None = None
        self._cell: DocumentCell | None = None

    def read(self, stream: IO[bytes]) -> None:
        _hear(stream, self._start, self._end, self._text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passed or name in _PASSED_OVER or (self._cell and (name.startswith(_DRAWING) or name == _SHEET)):
            self._passed += 1
        elif self._cell is not None:
            self._cell.start(name, attributes)
        elif name in (_CELL, _COVERED) and self._sheet is not None:
            self._cell = DocumentCell(attributes)
        elif name == _ROW and self._sheet is not None:
            self._sheet.start_row(attributes)
        elif name == _COLUMN and self._sheet is not None:
            self._sheet.add_columns(attributes)
        elif name == _SHEET:
            title = attributes.get(f"{TABLE}name", "")
            is_visible = attributes.get(f"{TABLE}style-name", "") not in self._hidden_styles
            self._sheet = _Sheet(title, is_visible, self._formats)
        else:
            self._start_style(name, attributes)

    def _start_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{TABLE}null-date":
            self._translation.dates_from_1904 = attributes.get(f"{TABLE}date-value") == "1904-01-01"
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
            self._formats.start(name, attributes)
        elif name == f"{_STYLE}table-properties" and attributes.get(f"{TABLE}display") == "false":
            self._hidden_styles.add(self._style)
        else:
            self._formats.start(name, attributes)

    def _end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
        elif self._cell is not None and name in (_CELL, _COVERED) and self._sheet is not None:
            self._sheet.add(self._cell, self._translation)
            self._cell = None
        elif self._cell is not None:
            self._cell.end(name)
        elif name == _ROW and self._sheet is not None:
            self._sheet.end_row(self._translation)
        elif name == _SHEET and self._sheet is not None:
            self._sheet.close(self._translation)
            self._sheet = None
        elif self._sheet is None:
            self._formats.end(name)

    def _text(self, text: str) -> None:
        if self._cell is not None and not self._passed:
            self._cell.text(text)
        elif self._sheet is None:
            self._formats.text(text)


class _Sheet:
    """A sheet on its way; it is begun with its first row, for what is said of its columns stands before."""

    def __init__(self, title: str, visible: bool, formats: Formats) -> None:  # noqa: FBT001 - what it is, no order
        self._title, self._visible, self._formats = title, visible, formats
        self._usual: list[tuple[int, str]] = []  # up to which column cells have which style, where they name none
        self._columns: list[ColumnLook] = []
        self._column_count = 0
        self._areas: list[Area] = []
        self._context: AbstractContextManager[SheetPen] | None = None
        self._pen: SheetPen | None = None
        self._next, self._repeated, self._hidden = 1, 1, False
        self._cells: list[TranslatedCell] = []
        self._column = 0
        self._unfolded = 0

    def add_columns(self, attributes: dict[str, str]) -> None:
        count = count_of(attributes, f"{TABLE}number-columns-repeated", MOST_COLUMNS)
        last = min(self._column_count + count, MOST_COLUMNS) - 1
        if attributes.get(f"{TABLE}visibility") == "collapse" and last >= self._column_count:
            self._columns.append(ColumnLook(self._column_count, last, hidden=True))
        self._usual.append((last, attributes.get(f"{TABLE}default-cell-style-name", "")))
        self._column_count = last + 1

    def start_row(self, attributes: dict[str, str]) -> None:
        self._repeated = count_of(attributes, f"{TABLE}number-rows-repeated", MOST_ROWS)
        self._hidden = attributes.get(f"{TABLE}visibility") in ("collapse", "filter")
        self._cells, self._column = [], 0

    def add(self, cell: DocumentCell, translation: Translation) -> None:
        value, code = cell.value(dates_from_1904=translation.dates_from_1904)
        if value != _NOTHING or not isinstance(value, str):
            shown = fitting(self._formats.code(self._style_of(cell)), code)
            style = translation.style(shown)
            columns = range(self._column, min(self._column + cell.repeated, MOST_COLUMNS))
            # A format that was kept says for itself what it shows.
            kept = isinstance(shown, str) and shows_smaller(shown) is not None
            if not kept and _SHOWN_OTHERWISE not in translation.told and cell.is_shown_smaller(value):
                translation.told.append(_SHOWN_OTHERWISE)
            self._cells += [(column, value, style) for column in columns]
        if cell.spanned != (1, 1) and self._column < MOST_COLUMNS:
            rows, columns_spanned = cell.spanned
            last = min(self._column + columns_spanned, MOST_COLUMNS) - 1
            self._areas.append((self._next, self._column, min(self._next + rows - 1, MOST_ROWS), last))
        self._column += cell.repeated

    def _style_of(self, cell: DocumentCell) -> str:
        return cell.style or next((style for last, style in self._usual if self._column <= last), "")

    def end_row(self, translation: Translation) -> None:
        if self._cells:
            pen = self._begun(translation)
            self._unfolded += len(self._cells) * (self._repeated - 1)
            if self._unfolded > _MOST_UNFOLDED:
                raise too_large()
            for number in range(self._next, self._next + self._repeated):
                pen.row(number, self._cells, hidden=self._hidden)
        self._next += self._repeated

    def close(self, translation: Translation) -> None:
        self._begun(translation)
        if self._context is not None:
            self._context.__exit__(None, None, None)

    def _begun(self, translation: Translation) -> SheetPen:
        if self._pen is None:
            self._context = translation.sheet(
                self._title, visible=self._visible, columns=self._columns, areas=self._areas
            )
            self._pen = self._context.__enter__()
        return self._pen


def _refuse_doctype(*_declared: object) -> None:
    raise unsafe()
