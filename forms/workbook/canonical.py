"""Reading a sheet whose XML is written the way spreadsheet programs write it: as a stream, several times as fast.

Excel, WPS, LibreOffice and the libraries all write `<row r="2"><c r="A2" t="s"><v>7</v></c>…</row>`: cells in order,
no blanks between the elements. One regular expression per sheet then takes a whole row apart. Every block must be taken
apart without a rest, row for row; where it is not (`NotCanonical`), the native reader goes on from that row. So this is
never a second opinion on what a sheet means, only the short way to the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from forms.workbook.addresses import column_index
from forms.workbook.columns import Convert, Memory, RawColumn, Shared
from forms.workbook.faults import Faults
from forms.workbook.formats import Serials, date_styles
from forms.workbook.package import BLOCK, Package, SheetPart, refuse_doctype
from forms.workbook.runs import Cells, Run
from forms.workbook.strings import read_strings, unescaped

_LONGEST_ROW = 8 << 20
_MOST_COLUMNS = 400
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})[0-9]')
_ATTRIBUTES = re.compile(rb'(\w+)="([^"]*)"')
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+[0-9]+:[A-Z]+([0-9]+)"')
_START, _END, _ROW, _ROW_END = b"<sheetData>", b"</sheetData>", b"<row", b"</row>"
_VALUE = rb'(?:<v>|(?:<f[^<]*+</f>|<f[^>]*+/>)<v>|<is><t(?: xml:space="preserve")?>)([^<]++)</(?:v|t></is)></c>|</c>'


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
        self._shared = Shared(read_strings(package))
        self._dates = date_styles(package)
        self._converts: dict[bytes, Convert] = {}
        self._memories: dict[int, Memory] = {}
        self._serials = Serials()
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
            while (end := xml.find(_END)) < 0:
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
        if len(rows) != xml.count(_ROW):
            # A column not met before: learn it once and try again.
            known = {*self._letters, *_LETTERS.findall(xml)}
            self._letters = sorted(known, key=lambda letters: column_index(letters.decode("ascii")))
            if len(self._letters) > _MOST_COLUMNS:
                raise NotCanonical(self._next)
            self._pattern = _row_pattern(self._letters)
            rows = self._pattern.findall(xml)
            if len(rows) != xml.count(_ROW):
                raise NotCanonical(self._next)
        if not rows:
            return Run([], [])
        parts: list[tuple[bytes, ...]] = list(zip(*rows, strict=True))
        numbers = list(map(int, parts[0]))
        if any(later <= earlier for earlier, later in pairwise(numbers)):
            raise NotCanonical(self._next)
        faults: Faults = {}
        blank: Cells = ("",) * len(numbers)
        columns: list[Cells] = []
        for place, letters in enumerate(self._letters):
            index = column_index(letters.decode("ascii"))
            columns.extend([blank] * (index - len(columns)))
            columns.append(self._cells(parts[2 * place + 1], parts[2 * place + 2], numbers, index, faults))
        return Run(numbers, columns, faults)

    def _cells(
        self, attributes: Sequence[bytes], values: Sequence[bytes], numbers: list[int], column: int, faults: Faults
    ) -> Cells:
        kinds = set(attributes)
        if b"" in values:
            if len(kinds) > 1:
                kinds = {attribute for attribute, value in zip(attributes, values, strict=True) if value}
            if not kinds:
                return ("",) * len(values)
        converts = {attribute: self._convert(attribute) for attribute in kinds}
        if _error in converts.values():
            for number, attribute, value in zip(numbers, attributes, values, strict=True):
                if value and converts[attribute] is _error:
                    faults.setdefault(number - 1, {})[column] = unescaped(value)
        return RawColumn(attributes, values, converts, self._memories.setdefault(column, Memory()))

    def _convert(self, attribute: bytes) -> Convert:
        """Give what turns a cell's bytes into its value."""
        if attribute not in self._converts:
            named = dict(_ATTRIBUTES.findall(attribute))
            kind = named.get(b"t", b"n")
            if kind == b"n":
                style = int(named.get(b"s", b"0"))
                if style in self._dates.elapsed:
                    raise NotCanonical(self._next)
                convert: Convert = self._serials.__getitem__ if style in self._dates.dates else float
            elif kind in _BY_TYPE:
                convert = _BY_TYPE[kind]
            elif kind == b"s":
                convert = self._shared
            else:
                raise NotCanonical(self._next)
            self._converts[attribute] = convert
        return self._converts[attribute]


def _from(run: Run, first_row: int) -> Run:
    start = next((index for index, number in enumerate(run.numbers) if number >= first_row), len(run.numbers))
    return Run(run.numbers[start:], [column[start:] for column in run.columns], run.faults)


def _row_pattern(letters: Sequence[bytes]) -> re.Pattern[bytes]:
    """Write the expression of a row: for each column, its cell's attributes and value where it has one."""
    # Possessive only single characters: Python before 3.11.5 goes wrong on possessive groups (python/cpython#106052).
    cells = b"".join(rb'(?:<c r="%s[0-9]++"([^>]*+)>(?:%s)?)?' % (letter, _VALUE) for letter in letters)
    return re.compile(rb'<row r="([0-9]++)"[^>]*+(?:(?<=/)>|>%s</row>)' % cells)


def _truth(value: bytes) -> bool:
    return value == b"1"


def _error(_value: bytes) -> str:
    return ""


_BY_TYPE: dict[bytes, Convert] = {b"b": _truth, b"e": _error, b"str": unescaped, b"inlineStr": unescaped}
