"""Reading a sheet whose XML is written the way spreadsheet programs write it: as a stream, several times as fast.

Excel, WPS, LibreOffice and the libraries all write `<row r="2"><c r="A2" t="s"><v>7</v></c>…</row>`: cells in order,
no blanks between the elements. One regular expression per sheet then takes a whole row apart. Every block must be taken
apart without a rest, row for row; where it is not (`NotCanonical`), the native reader goes on from that row. So this is
never a second opinion on what a sheet means, only the short way to the same answer.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from forms.workbook.addresses import column_index
from forms.workbook.columns import Memory, RawColumn
from forms.workbook.date_formats import date_styles
from forms.workbook.faults import Faults
from forms.workbook.package import BLOCK, Package, SheetPart, refuse_doctype
from forms.workbook.raw_cells import RAW_CELL, RawCells
from forms.workbook.runs import Cells, Run
from forms.workbook.strings import read_strings

_LONGEST_ROW = 8 << 20
_MOST_COLUMNS = 400
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:[A-Z]+([0-9]+)"')
_START, _END, _ROW, _ROW_END = b"<sheetData>", b"</sheetData>", b"<row", b"</row>"
_ERROR, _DATE_TEXT = b't="e"', b' t="d"'
_BEGINNING = rb'<c r="%s[0-9]++("[^>]*+><v>)'
_NUMBER_CELL = re.compile(rb'<c r="[A-Z]++[0-9]++"((?: (?!t=)\w+="[^"]*"| t="n")*)><')
# WORKAROUND: Python before 3.11.5 goes wrong on possessive groups, https://github.com/python/cpython/issues/106052;
# there a row takes twice as long.
_ONCE = b"+" if sys.version_info >= (3, 11, 5) else b""


class NotCanonical(Exception):
    """The sheet is written in another way from the row `row` (1-based) on."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class CanonicalReader:
    """Reads a sheet block by block; nothing but the shared strings is kept."""

    def __init__(self, package: Package, sheet: SheetPart) -> None:
        """Read what the cells refer to: shared strings and the styles that are dates.

        Raises:
            NotCanonical: the workbook counts its dates from 1904.
        """
        if package.dates_from_1904:
            raise NotCanonical(1)
        self._package, self._part = package, sheet.part
        dates = date_styles(package)
        self._cells = RawCells(read_strings(package), dates)
        self._elapsed = [b' s="%d"' % style for style in dates.elapsed]
        self._memories: dict[int, Memory] = {}
        self._letters: list[bytes] = []
        self._pattern = re.compile(b"")
        self._next = 1
        self.last_row = 0

    def runs(self, first_row: int = 1) -> Iterator[Run]:
        """Give the rows from a 1-based row on.

        Raises:
            NotCanonical: from a row on the sheet must be read by other means; the runs given until then are good.
        """
        self._next = first_row
        for block in self._blocks():
            run = self._take_apart(block)
            if run.numbers and run.numbers[0] < first_row:
                run = _from(run, first_row)
            if run.numbers:
                yield run
                self._next = run.numbers[-1] + 1

    def _blocks(self) -> Iterator[bytes]:
        """Give the rows' XML in pieces that end with a row."""
        with self._package.stream(self._part) as stream:
            xml = stream.read(BLOCK)
            refuse_doctype(xml[:65536])
            start = xml.find(_START)
            if start < 0:
                raise NotCanonical(self._next)
            found = _DIMENSION.search(xml[:start])
            self.last_row = int(found[1]) if found else 0
            xml = xml[start + len(_START) :]
            # A letter is found ten times as fast as a word, and most rows have none of this one.
            while (end := xml.find(_END) if b"h" in xml else -1) < 0:
                cut = xml.rfind(_ROW_END) + len(_ROW_END)
                if cut >= len(_ROW_END):
                    yield xml[:cut]
                    xml = xml[cut:]
                more = stream.read(BLOCK)
                if not more or len(xml) > _LONGEST_ROW:
                    raise NotCanonical(self._next)
                xml += more
            yield xml[:end]

    def _take_apart(self, xml: bytes) -> Run:
        rows = self._pattern.findall(xml) if self._letters else []
        if not self._are_all(rows, xml):
            # A column not met before: learn it once and try again.
            known = {*self._letters, *_LETTERS.findall(xml)}
            self._letters = sorted(known, key=lambda letters: column_index(letters.decode("ascii")))
            if len(self._letters) > _MOST_COLUMNS:
                raise NotCanonical(self._next)
            self._pattern = _row_pattern(self._letters, xml)
            rows = self._pattern.findall(xml)
            if not self._are_all(rows, xml):
                raise NotCanonical(self._next)
        if not rows:
            return Run([], [])
        self._refuse_other_formats(xml)
        parts: list[tuple[bytes, ...]] = list(zip(*rows, strict=True))
        numbers = list(map(int, parts[0]))
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            raise NotCanonical(self._next)
        blank: Cells = ("",) * len(numbers)
        columns: list[Cells] = []
        for place, letters in enumerate(self._letters):
            index = column_index(letters.decode("ascii"))
            columns.extend([blank] * (index - len(columns)))
            columns.append(self._column(parts[place + 1], index))
        return Run(numbers, columns, self._faults(xml, parts, numbers))

    @staticmethod
    def _are_all(rows: Sequence[object], xml: bytes) -> bool:
        """Tell whether no row was left out; each has the letter w twice, which is counted in half the time."""
        return xml.count(b"w") == 2 * len(rows) or xml.count(_ROW) == len(rows)

    def _column(self, raws: Sequence[bytes], index: int) -> Cells:
        if not any(raws):
            return ("",) * len(raws)
        if index not in self._memories:
            self._memories[index] = Memory(self._cells)
        return RawColumn(raws, self._memories[index])

    def _faults(self, xml: bytes, parts: Sequence[Sequence[bytes]], numbers: list[int]) -> Faults:
        """Find the error cells; a letter most sheets lack is found ten times as fast as the mark of an error."""
        faults: Faults = {}
        if b"e" not in xml or _ERROR not in xml:
            return faults
        for letters, raws in zip(self._letters, parts[1:], strict=True):
            for number, raw in zip(numbers, raws, strict=True):
                text = self._cells.error(raw) if _ERROR in raw else None
                if text is not None:
                    faults.setdefault(number - 1, {})[column_index(letters.decode("ascii"))] = text
        return faults

    def _refuse_other_formats(self, xml: bytes) -> None:
        """Step aside where a cell holds a date as text or how much time went by: both are read natively.

        Raises:
            NotCanonical: one does.
        """
        if b"d" in xml and _DATE_TEXT in xml:
            raise NotCanonical(self._next)
        if any(style in xml for style in self._elapsed):
            for opening in _NUMBER_CELL.findall(xml):
                if any(style in opening for style in self._elapsed):
                    raise NotCanonical(self._next)


def _from(run: Run, first_row: int) -> Run:
    start = next((index for index, number in enumerate(run.numbers) if number >= first_row), len(run.numbers))
    return Run(run.numbers[start:], [column[start:] for column in run.columns], run.faults)


def _row_pattern(letters: Sequence[bytes], xml: bytes) -> re.Pattern[bytes]:
    """Write the expression of a row: for each column, its raw cell where it has one.

    Nearly all cells of a column begin alike, as those of `xml` show, and are first tried for that. A cell bears the
    number of its row.
    """
    beginnings = {letter: Counter(re.findall(_BEGINNING % letter, xml)).most_common(1) for letter in letters}
    raws = {
        letter: rb"%s[^<]++</v></c>|%s" % (re.escape(found[0][0]), RAW_CELL) if found else RAW_CELL
        for letter, found in beginnings.items()
    }
    cells = b"".join(rb'(?:<c r="%s\1(%s))?%s' % (letter, raw, _ONCE) for letter, raw in raws.items())
    return re.compile(rb'<row r="([0-9]++)"[^>]*+(?:(?<=/)>|>%s</row>)' % cells)
