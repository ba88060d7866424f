"""Reading an OpenDocument workbook (.ods) as a stream: values, errors, dates, what is hidden, merged or repeated.

The native reader gives errors as empty cells and unfolds a row that is repeated a million times; this does neither.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from typing import IO, TYPE_CHECKING, Final
from xml.parsers import expat

from forms.workbook.package import BLOCK, damaged, encrypted, too_large, unsafe
from forms.workbook.translation import (
    MOST_COLUMNS,
    MOST_ROWS,
    Area,
    ColumnLook,
    ErrorCell,
    SheetPen,
    TranslatedCell,
    Translation,
    Value,
)

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_SMALL: Final = 1 << 22
_NAMES: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_NAMES}{one}:1.0 " for one in ("table", "office", "text", "style"))
_ERROR_TYPE: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_ROW, _CELL, _COVERED = f"{_TABLE}table-row", f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
_SHEET, _COLUMN = f"{_TABLE}table", f"{_TABLE}table-column"
_PARAGRAPHS: Final = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_CHARACTERS: Final = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# Comments, drawings, former states and links hold paragraphs and tables of their own.
_PASSED_OVER: Final = frozenset(
    f"{_TABLE}{one}"
    for one in (
        "tracked-changes",
        "dde-links",
        "shapes",
        "content-validations",
        "data-pilot-tables",
        "named-expressions",
    )
) | {f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TEXT}ruby-text"}
_DRAWING: Final = f"{_NAMES}drawing:1.0 "
_ERRORS: Final = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|Err:[0-9]{3}|#错误.*")
_BLANKS: Final = re.compile("[ \t\r\n]+")
_DAY_ZERO: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no time zone
_DAY_ZERO_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001
_FIRST_SURE: Final = dt.datetime(1900, 3, 1)  # noqa: DTZ001
_DAY_SECONDS: Final = 86_400
_MOST_UNFOLDED: Final = 1_000_000  # cells that stand in the file once and count many times
_NOTHING: Final[Value] = ""


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
    with archive.open(CONTENT) as stream:
        _Document(translation).read(stream)
    return translation


class _Document:
    """Hears the elements of a document as they come."""

    def __init__(self, translation: Translation) -> None:
        self._translation = translation
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._passed = 0
        self._sheet: _Sheet | None = None
        self._cell: _Cell | None = None

    def read(self, stream: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            while block := stream.read(BLOCK):
                parser.Parse(block)
            parser.Parse(b"", True)  # noqa: FBT003 - the parser takes no name
        except expat.ExpatError as problem:
            raise damaged() from problem

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._passed or name in _PASSED_OVER or (self._cell and (name.startswith(_DRAWING) or name == _SHEET)):
            self._passed += 1
        elif self._cell is not None:
            self._cell.start(name, attributes)
        elif name in (_CELL, _COVERED) and self._sheet is not None:
            self._cell = _Cell(attributes)
        elif name == _ROW and self._sheet is not None:
            self._sheet.start_row(attributes)
        elif name == _COLUMN and self._sheet is not None:
            self._sheet.add_columns(attributes)
        elif name == _SHEET:
            title = attributes.get(f"{_TABLE}name", "")
            self._sheet = _Sheet(title, attributes.get(f"{_TABLE}style-name", "") not in self._hidden_styles)
        elif name == f"{_TABLE}null-date":
            self._translation.dates_from_1904 = attributes.get(f"{_TABLE}date-value") == "1904-01-01"
        elif name == f"{_STYLE}style":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties" and attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)

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

    def _text(self, text: str) -> None:
        if self._cell is not None and not self._passed:
            self._cell.text(text)


class _Sheet:
    """A sheet on its way; it is begun with its first row, for what is said of its columns stands before."""

    def __init__(self, title: str, visible: bool) -> None:  # noqa: FBT001 - what it is, not what is to be done
        self._title, self._visible = title, visible
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
        count = _count(attributes, f"{_TABLE}number-columns-repeated", MOST_COLUMNS)
        last = min(self._column_count + count, MOST_COLUMNS) - 1
        if attributes.get(f"{_TABLE}visibility") == "collapse" and last >= self._column_count:
            self._columns.append(ColumnLook(self._column_count, last, hidden=True))
        self._column_count = last + 1

    def start_row(self, attributes: dict[str, str]) -> None:
        self._repeated = _count(attributes, f"{_TABLE}number-rows-repeated", MOST_ROWS)
        self._hidden = attributes.get(f"{_TABLE}visibility") in ("collapse", "filter")
        self._cells, self._column = [], 0

    def add(self, cell: _Cell, translation: Translation) -> None:
        value, code = cell.value(dates_from_1904=translation.dates_from_1904)
        if value != _NOTHING or not isinstance(value, str):
            style = translation.style(code)
            columns = range(self._column, min(self._column + cell.repeated, MOST_COLUMNS))
            self._cells += [(column, value, style) for column in columns]
        if cell.spanned != (1, 1) and self._column < MOST_COLUMNS:
            rows, columns_spanned = cell.spanned
            last = min(self._column + columns_spanned, MOST_COLUMNS) - 1
            self._areas.append((self._next, self._column, min(self._next + rows - 1, MOST_ROWS), last))
        self._column += cell.repeated

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


class _Cell:
    """A cell on its way: what it says it is, and the paragraphs in it."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self.repeated = _count(attributes, f"{_TABLE}number-columns-repeated", MOST_COLUMNS)
        self.spanned = (
            _count(attributes, f"{_TABLE}number-rows-spanned", MOST_ROWS),
            _count(attributes, f"{_TABLE}number-columns-spanned", MOST_COLUMNS),
        )
        self._paragraphs: list[str] = []
        self._open: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _PARAGRAPHS:
            self._open = []
        elif self._open is not None:
            if name == f"{_TEXT}s":
                self._open.append("\0" * _count(attributes, f"{_TEXT}c", MOST_COLUMNS))
            elif name in _CHARACTERS:
                self._open.append("\1" if name.endswith("tab") else "\2")

    def text(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)

    def end(self, name: str) -> None:
        if name in _PARAGRAPHS and self._open is not None:
            # Blanks of the XML's own count as one; those that were typed have elements, marked here till then.
            text = _BLANKS.sub(" ", "".join(self._open))
            self._paragraphs.append(text.replace("\0", " ").replace("\1", "\t").replace("\2", "\n"))
            self._open = None

    def value(self, *, dates_from_1904: bool) -> tuple[Value, str | int]:
        """Give the value and the number format it needs.

        Raises:
            WorkbookRefused: it is not what it says.
        """
        said, shown = self._attributes, "\n".join(self._paragraphs)
        kind = said.get(f"{_OFFICE}value-type", "")
        is_formula = f"{_TABLE}formula" in said
        if said.get(_ERROR_TYPE) == "error" or (is_formula and _ERRORS.fullmatch(shown.strip())):
            return ErrorCell(shown.strip() or "#VALUE!"), 0
        if not kind:
            return (ErrorCell("#VALUE!"), 0) if is_formula and not shown else (shown, 0)
        try:
            return self._typed(kind, shown, _DAY_ZERO_1904 if dates_from_1904 else _DAY_ZERO)
        except ValueError as problem:
            raise damaged() from problem

    def _typed(self, kind: str, shown: str, day_zero: dt.datetime) -> tuple[Value, str | int]:
        said = self._attributes
        if kind in ("float", "percentage", "currency") and f"{_OFFICE}value" in said:
            return float(said[f"{_OFFICE}value"]), "0.00%" if kind == "percentage" else 0
        if kind == "date" and f"{_OFFICE}date-value" in said:
            return _date(said[f"{_OFFICE}date-value"], day_zero)
        if kind == "boolean" and f"{_OFFICE}boolean-value" in said:
            return said[f"{_OFFICE}boolean-value"] == "true", 0
        if kind == "string" and f"{_OFFICE}string-value" in said:
            return said[f"{_OFFICE}string-value"], 0
        return shown, 0


def _date(text: str, day_zero: dt.datetime) -> tuple[Value, str | int]:
    """Give a day's serial number; one before Excel's calendar is sure of itself stays the text it is."""
    try:
        moment = dt.datetime.fromisoformat(text[:19])
    except ValueError:
        return text, 0
    if moment.tzinfo is not None or moment < max(_FIRST_SURE, day_zero):
        return text, 0
    whole = moment.time() == dt.time()
    return (moment - day_zero).total_seconds() / _DAY_SECONDS, "yyyy-mm-dd" if whole else "yyyy-mm-dd hh:mm:ss"


def _count(attributes: dict[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit()):
        raise damaged()
    return max(1, min(int(text[:9]), most))


def _refuse_doctype(*_declared: object) -> None:
    raise unsafe()
