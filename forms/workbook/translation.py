"""A workbook of another format, written anew in memory as an .xlsx package: the same cells at the same addresses.

So whatever is read, checked, explained or given back with marks goes one way, whoever wrote the file. Runs in the child
only, which may write no file.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Final
from xml.sax.saxutils import escape

from forms.errors import WorkbookRefused
from forms.workbook.addresses import column_letters

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
_LONGEST_TEXT: Final = 32_767
_MOST_CELLS: Final = 30_000_000
_FIRST_FORMAT: Final = 164  # below stand the formats every program knows
_ROWS_A_PIECE: Final = 500
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What looks like Excel's way of writing a control character is the text it is, but for the one programs leave behind.
_LOOKS_ESCAPED: Final = re.compile("_(?=x(?!000D)[0-9A-Fa-f]{4}_)")
_UNFIT_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f]")
_LONGEST_NAME: Final = 31


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error, as it stands there: `#REF!`."""

    text: str


Value = str | float | bool | ErrorCell
TranslatedCell = tuple[int, Value, int]
"""Column from 0, value, style (see `Translation.style`); a number with a date's style is a date."""
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0."""


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Columns from `first` to `last`, counted from 0: how wide in characters (None: as usual), and whether hidden."""

    first: int
    last: int
    width: float | None = None
    hidden: bool = False


class SheetPen:
    """Writes the rows of one sheet."""

    def __init__(self, stream: IO[bytes], book: Translation) -> None:
        """Take the part that is being written."""
        self._stream, self._book = stream, book
        self._rows: list[str] = []
        self.last_row = 0

    def row(self, number: int, cells: Iterable[TranslatedCell], *, hidden: bool = False) -> None:
        """Write a row; numbers, from 1, and columns go up.

        Raises:
            WorkbookRefused: the row is beyond the edge of a sheet, a text longer than a cell, or the file too large.
        """
        made = [_cell(f"{column_letters(column)}{number}", value, style) for column, value, style in cells]
        if not made and not hidden:
            return
        self._book.count(number, len(made))
        self._rows.append(f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>')
        self._rows += made
        self._rows.append("</row>")
        self.last_row = number
        if len(self._rows) > _ROWS_A_PIECE * 8:
            self.flush()

    def flush(self) -> None:
        """Let go what was written."""
        self._stream.write("".join(self._rows).encode("utf-8"))
        self._rows.clear()


class Translation:
    """The workbook that is being written; `told` are sentences on how it was read.

    One whose days count from 1904 (`dates_from_1904`) goes on counting so.
    """

    def __init__(self) -> None:
        """Begin."""
        self.file = io.BytesIO()
        self.told: list[str] = []
        self._archive = zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self.dates_from_1904 = False
        self._sheets: list[tuple[str, bool]] = []
        self._formats: dict[str, int] = {}
        self._styles: dict[int, int] = {0: 0}
        self._cells = 0
        self.last_rows: dict[str, int] = {}

    def style(self, code: str | int) -> int:
        """Give the style of a number format: its code, or the number of one that every program knows."""
        number = code if isinstance(code, int) else self._formats.setdefault(code, _FIRST_FORMAT + len(self._formats))
        return self._styles.setdefault(number, len(self._styles))

    def count(self, row: int, cells: int) -> None:
        """Keep count of what is written.

        Raises:
            WorkbookRefused: it is too much.
        """
        self._cells += cells
        if row > MOST_ROWS or self._cells > _MOST_CELLS:
            raise WorkbookRefused("workbook-too-large", f"文件超过 {MOST_ROWS:,} 行或内容过多，请分成几个文件再导入。")

    @contextmanager
    def sheet(
        self, name: str, *, visible: bool = True, columns: Sequence[ColumnLook] = (), areas: Sequence[Area] = ()
    ) -> Iterator[SheetPen]:
        """Write a sheet; `areas` may be filled until its end."""
        self._sheets.append((_free_name(name, {one.casefold() for one, _ in self._sheets}), visible))
        part = f"xl/worksheets/sheet{len(self._sheets)}.xml"
        with self._archive.open(part, "w", force_zip64=True) as stream:
            stream.write(f'{_DECLARED}<worksheet xmlns="{_MAIN}">{_columns(columns)}<sheetData>'.encode())
            pen = SheetPen(stream, self)
            yield pen
            pen.flush()
            stream.write(f"</sheetData>{_merged(areas)}</worksheet>".encode())
        self.last_rows[part] = pen.last_row

    def finish(self) -> None:
        """Write what belongs to a workbook beside its sheets ."""
        count = len(self._sheets)
        sheets = "".join(
            f'<sheet name="{_attribute(name)}" sheetId="{at}"{"" if visible else _HIDDEN} r:id="rId{at}"/>'
            for at, (name, visible) in enumerate(self._sheets, 1)
        )
        links = "".join(
            f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, count + 1)
        )
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
            for at in range(1, count + 1)
        )
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
            f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr'
            f"{_DATES_FROM_1904 if self.dates_from_1904 else ''}/><sheets>{sheets}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}<Relationship '
            f'Id="rId{count + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": self._style_sheet(),
        }
        for part, xml in parts.items():
            self._archive.writestr(part, _DECLARED + xml)
        self._archive.close()
        self.file.seek(0)

    def _style_sheet(self) -> str:
        formats = "".join(
            f'<numFmt numFmtId="{number}" formatCode="{_attribute(code)}"/>' for code, number in self._formats.items()
        )
        listed = f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else ""
        looks = "".join(
            f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for number in self._styles
        )
        return (
            f'<styleSheet xmlns="{_MAIN}">{listed}<fonts count="1"><font><sz val="11"/>'
            '<name val="宋体"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
            '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._styles)}">{looks}</cellXfs><cellStyles count="1">'
            '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


EXCEL_ERRORS: Final = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"))
_HIDDEN: Final = ' state="hidden"'
_DATES_FROM_1904: Final = ' date1904="1"'


def _cell(place: str, value: Value, style: int) -> str:
    styled = f' s="{style}"' if style else ""
    if isinstance(value, str):
        if len(value) > _LONGEST_TEXT:
            raise WorkbookRefused("cell-too-long", f"{place} 格的文字超过 {_LONGEST_TEXT:,} 个字，请改短后再导入。")
        return f'<c r="{place}"{styled} t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
    if isinstance(value, bool):
        return f'<c r="{place}"{styled} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, ErrorCell) or not math.isfinite(value):
        error = value.text if isinstance(value, ErrorCell) else "#NUM!"
        return f'<c r="{place}"{styled} t="e"><v>{_text(error)}</v></c>'
    return f'<c r="{place}"{styled}><v>{repr(float(value)).removesuffix(".0")}</v></c>'


def _text(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    if not text.isprintable():
        text = _UNWRITABLE.sub(_coded, text)
    return escape(text) if "&" in text or "<" in text or ">" in text else text


def _coded(found: re.Match[str]) -> str:
    """Write a character that XML does not know as Excel does; half a character is none."""
    return f"_x{ord(found[0]):04X}_" if found[0] < " " else "�"


def _attribute(text: str) -> str:
    return escape(_UNWRITABLE.sub(" ", text), {'"': "&quot;", "\n": " ", "\t": " ", "\r": " "})


def _columns(columns: Sequence[ColumnLook]) -> str:
    if not columns:
        return ""
    looks = "".join(
        f'<col min="{one.first + 1}" max="{one.last + 1}" width="{9 if one.width is None else round(one.width, 2)}"'
        f"{'' if one.width is None else _CUSTOM}{_HIDDEN_COLUMN if one.hidden else ''}/>"
        for one in columns
    )
    return f"<cols>{looks}</cols>"


_CUSTOM: Final = ' customWidth="1"'
_HIDDEN_COLUMN: Final = ' hidden="1"'


def _merged(areas: Sequence[Area]) -> str:
    if not areas:
        return ""
    listed = "".join(
        f'<mergeCell ref="{column_letters(left)}{top}:{column_letters(right)}{bottom}"/>'
        for top, left, bottom, right in areas
    )
    return f'<mergeCells count="{len(areas)}">{listed}</mergeCells>'


def _free_name(name: str, taken: set[str]) -> str:
    """Give a sheet a name that Excel takes and no other has."""
    plain = _UNFIT_NAME.sub("_", name)[:_LONGEST_NAME].strip("' ") or "Sheet"
    free, number = plain, 1
    while free.casefold() in taken:
        number += 1
        mark = f" ({number})"
        free = plain[: _LONGEST_NAME - len(mark)] + mark
    return free
