"""What is odd about a sheet as its XML has it: hidden rows, errors, formulas without results, texts for numbers.

One pass over the part, in pieces of whole rows; marks are first looked for as bytes, which costs next to nothing where
there are none. Runs in the child only.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Final

from forms.kinds import read_number
from forms.workbook.faults import ERROR_CELL_XML, UNCALCULATED_CELL_XML
from forms.workbook.merged_cells import Area, merged_areas
from forms.workbook.odd_rows import is_total
from forms.workbook.package import BLOCK, refuse_doctype
from forms.workbook.strings import read_strings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from forms.workbook.package import Package, SheetPart

_LONGEST: Final = 1 << 20  # bytes without the end of a row
_TAIL: Final = 1 << 24
_START, _END, _ROW, _ROW_END = b"<sheetData", b"</sheetData>", b"<row", b"</row>"
_HIDDEN_ROW: Final = re.compile(rb'<row\s(?=[^>]{0,500}\bhidden="(?:1|true)")[^>]{0,500}?\br="([0-9]{1,7})"')
_ROW_NUMBER: Final = re.compile(rb'<row\s[^>]{0,500}?\br="([0-9]{1,7})"')
_HIDDEN_COLUMNS: Final = re.compile(rb'<col\s(?=[^>]{0,500}\bhidden="(?:1|true)")([^>]*)>')
_BOUND: Final = re.compile(rb'\b(min|max)="([0-9]{1,5})"')
_FILTER: Final = re.compile(rb'<autoFilter\s[^>]*?\bref="([A-Z0-9:$]{1,40})"')
_VALUES: Final = (b"</v>", b"</is>")
_TOTAL_WORDS: Final = tuple(word.encode() for word in ("计", "总额", "otal", "OTAL", "sum", "Sum", "SUM"))
_CELL: Final = rb'<c\s[^>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"'
_INLINE: Final = re.compile(
    _CELL
    + rb'[^>]{0,200}\bt="inlineStr"[^>]{0,200}><is><t[^>]{0,40}>([^<]{0,40}(?:%s)[^<]{0,40})</t>'
    % b"|".join(_TOTAL_WORDS)
)


@dataclass(slots=True)
class Met:
    """Something met once or more: how often, where first, and what stands there."""

    count: int = 0
    cell: str = ""
    text: str = ""

    def add(self, cell: str, text: str = "") -> None:
        """Count one more."""
        if not self.count:
            self.cell, self.text = cell, text
        self.count += 1


@dataclass(slots=True)
class Marks:
    """What was met on a sheet. Rows count from 1, columns from 0; by column where the column matters."""

    errors: Met = field(default_factory=Met)
    uncalculated: Met = field(default_factory=Met)
    hidden_rows: Met = field(default_factory=Met)
    totals: Met = field(default_factory=Met)
    lost: dict[str, Met] = field(default_factory=dict)
    text_numbers: dict[str, Met] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    filtered: str = ""
    protected: bool = False
    last_filled: int = 0
    last_row: int = 0
    whole: bool = True


class SheetMarks:
    """Looks through one sheet; `money` and `codes` are the letters of columns of amounts and of long numbers."""

    def __init__(self, package: Package, sheet: SheetPart, money: Collection[str], codes: Collection[str]) -> None:
        """Take what cells refer to, and make the expressions of the columns that matter."""
        self._package, self._part = package, sheet.part
        self._strings = read_strings(package)
        self._totals = [b"<v>%d</v>" % index for index, text in enumerate(self._strings) if is_total(text)]
        self._total_cell = re.compile(
            _CELL + rb'[^>]{0,200}\bt="s"[^>]{0,200}>(?:%s)' % (b"|".join(self._totals) or b"(?!)")
        )
        self._text_number = _of_columns(
            money,
            rb'([^>]{0,200}\bt="(?:s|str|inlineStr)"[^>]{0,200})>(?:<f[^<]*</f>)?(?:<v>|<is><t[^>]{0,40}>)([^<]*)',
        )
        self._lost = _of_columns(
            codes, rb'((?![^>]{0,200}\bt="[^n])[^>]{0,200})><v>([0-9.]+[eE]\+?[0-9]+|[0-9]{16,}(?:\.0*)?)</v>'
        )
        self.marks = Marks()

    def look(self) -> Marks:
        """Look through the sheet."""
        for rows in self._pieces():
            self._take(rows)
        return self.marks

    def _pieces(self) -> Iterator[bytes]:
        with self._package.stream(self._part) as stream:
            xml = stream.read(BLOCK)
            refuse_doctype(xml[:65536])
            start = xml.find(_START)
            if start < 0:
                self.marks.whole = False
                return
            self._above(xml[:start])
            xml = xml[start:]
            while (end := xml.find(_END)) < 0:
                cut = xml.rfind(_ROW_END) + len(_ROW_END)
                if cut >= len(_ROW_END):
                    yield xml[:cut]
                    xml = xml[cut:]
                more = stream.read(BLOCK)
                if not more or len(xml) > _LONGEST:
                    self.marks.whole = False
                    return
                xml += more
            yield xml[:end]
            self._below(xml[end:] + stream.read(_TAIL))

    def _above(self, xml: bytes) -> None:
        for attributes in _HIDDEN_COLUMNS.findall(xml):
            bounds = {name: int(number) for name, number in _BOUND.findall(attributes)}
            first, last = bounds.get(b"min", 1), bounds.get(b"max", 0)
            self.marks.hidden_columns.update(range(first - 1, min(last, first + 400)))

    def _below(self, xml: bytes) -> None:
        self.marks.protected = b"<sheetProtection" in xml
        filtered = _FILTER.search(xml)
        self.marks.filtered = filtered[1].decode("ascii").replace("$", "") if filtered else ""
        self.marks.merged = merged_areas(io.BytesIO(xml))

    def _take(self, xml: bytes) -> None:
        marks = self.marks
        if b"hidden=" in xml:
            for row in _HIDDEN_ROW.findall(xml):
                marks.hidden_rows.add(row.decode("ascii"))
        if b't="e"' in xml:
            _count(marks.errors, ERROR_CELL_XML, xml)
        if b"<f" in xml:
            _count(marks.uncalculated, UNCALCULATED_CELL_XML, xml, "=")
        for row in sorted(self._total_rows(xml)):
            marks.totals.add(str(row))
        self._columns(xml)
        self._ends(xml)

    def _total_rows(self, xml: bytes) -> set[int]:
        """Give the rows that bear the label of a total."""
        rows: set[int] = set()
        if any(mark in xml for mark in self._totals):
            rows.update(int(row) for _, row in self._total_cell.findall(xml))
        if b"inlineStr" in xml and any(word in xml for word in _TOTAL_WORDS):
            inline = ((row, unescape(text.decode("utf-8", "replace"))) for _, row, text in _INLINE.findall(xml))
            rows.update(int(row) for row, text in inline if is_total(text))
        return rows

    def _columns(self, xml: bytes) -> None:
        if self._lost is not None:
            for letters, row, _, text in self._lost.findall(xml):
                _met(self.marks.lost, letters).add((letters + row).decode("ascii"), text.decode("ascii"))
        if self._text_number is not None and b' t="' in xml:
            for letters, row, attributes, raw in self._text_number.findall(xml):
                text = self._text(attributes, raw)
                if read_number(text) is not None:
                    _met(self.marks.text_numbers, letters).add((letters + row).decode("ascii"), text)

    def _text(self, attributes: bytes, raw: bytes) -> str:
        if b't="s"' in attributes:
            index = int(raw) if raw.isdigit() else len(self._strings)
            return self._strings[index] if index < len(self._strings) else ""
        return unescape(raw.decode("utf-8", "replace"))

    def _ends(self, xml: bytes) -> None:
        """Note the last row there is, and the last with anything in it."""
        marks = self.marks
        at = max(map(xml.rfind, _VALUES))
        if at >= 0:
            marks.last_filled = self._row_before(xml, at) or marks.last_filled
        marks.last_row = self._row_before(xml, len(xml)) or marks.last_row

    @staticmethod
    def _row_before(xml: bytes, at: int) -> int:
        start = xml.rfind(_ROW + b" ", 0, at)
        found = _ROW_NUMBER.match(xml, start) if start >= 0 else None
        return int(found[1]) if found else 0


def _of_columns(letters: Collection[str], rest: bytes) -> re.Pattern[bytes] | None:
    if not letters:
        return None
    some: Sequence[str] = sorted(letters)
    return re.compile(rb'<c r="(%s)([0-9]{1,7})"' % "|".join(some).encode("ascii") + rest)


def _met(found: dict[str, Met], letters: bytes) -> Met:
    return found.setdefault(letters.decode("ascii"), Met())


def _count(met: Met, pattern: re.Pattern[bytes], xml: bytes, prefix: str = "") -> None:
    for letters, row, text in pattern.findall(xml):
        met.add((letters + row).decode("ascii"), prefix + unescape(text.decode("utf-8", "replace")))
