"""The cells of one sheet, streamed: the marked ones get another style, missing ones come in, all else passes through.

Rows without a mark are not looked into, so the cost is that of finding where rows begin.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import IO, TYPE_CHECKING

from forms.workbook.addresses import column_index, column_letters
from forms.workbook.markup import ATTRIBUTES, attribute, elements, refuse_other_encodings, unusual, with_attribute
from forms.workbook.package import damaged, refuse_doctype

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.workbook.annotated_styles import Styles

Marks = dict[int, dict[int, str]]
"""The severity of each marked cell by row (from 1) and column (from 0)."""

_BLOCK = 1 << 20
_LONGEST = 64 << 20  # what may stand before or behind the rows, and one row
_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData\s*(/?)>")
_AFTER_LEGACY = frozenset(
    (b"legacyDrawingHF", b"drawingHF", b"picture", b"oleObjects", b"controls", b"AlternateContent", b"webPublishItems",
     b"tableParts", b"extLst")
)  # fmt: skip


class AnnotatedSheet:
    """Rewrites one sheet's part; `legacy` tells afterwards which drawing of comments the sheet refers to."""

    def __init__(
        self, marks: Marks, styles: Styles, legacy_element: bytes, passed: Callable[[int], None] | None = None
    ) -> None:
        """Take the marks, and the element that names the drawing of comments where the sheet has none yet.

        `passed` hears the number of the last row that is done with.
        """
        self._passed = passed
        self._marks, self._styles, self._element = marks, styles, legacy_element
        self._left = sorted(marks, reverse=True)
        self._prefix = b""
        self._row = self._cell = re.compile(b"")
        self._row_name = b""
        self._before = re.compile(
            rb"\ss\s*=\s*[\"'](?:%s)[\"']" % b"|".join(b"%d" % one for one in sorted(styles.ours))
        )
        self._columns: list[tuple[int, int, int]] = []
        self._number = 0
        self.legacy: bytes | None = None
        """The id of the relationship to a drawing that was there before."""

    def pieces(self, stream: IO[bytes]) -> Iterator[bytes]:
        """Give the part anew.

        Raises:
            WorkbookRefused: it is damaged, or written so that nothing can be put in.
        """
        rest = yield from self._start(stream)
        end = b"</%ssheetData" % self._prefix
        while (found := rest.find(end)) < 0:
            cut = max(rest.rfind(self._row_name + blank) for blank in (b" ", b">", b"\n", b"\r", b"\t"))
            if cut > 0:
                yield from self._batch(rest[:cut])
                rest = rest[cut:]
            more = stream.read(_BLOCK)
            if not more or len(rest) > _LONGEST:
                raise damaged()
            rest += more
        yield from self._batch(rest[:found])
        yield from self._missing_rows(None)
        yield self._tail(rest[found:] + _whole(stream))

    def _start(self, stream: IO[bytes]) -> Generator[bytes, None, bytes]:
        xml = stream.read(_BLOCK)
        refuse_other_encodings(xml)
        while (found := _DATA.search(xml)) is None:
            more = stream.read(_BLOCK)
            if not more or len(xml) > _LONGEST:
                raise damaged()
            xml += more
        refuse_doctype(xml[: found.start()])
        if found[2]:
            raise damaged()
        self._prefix = prefix = found[1]
        self._row_name = b"<" + prefix + b"row"
        self._row = re.compile(rb"<%srow(?=[\s/>])%s>" % (re.escape(prefix), ATTRIBUTES))
        self._cell = re.compile(rb"<%sc(?=[\s/>])%s>" % (re.escape(prefix), ATTRIBUTES))
        for tag in re.findall(rb"<%scol(?=\s)%s>" % (re.escape(prefix), ATTRIBUTES), xml[: found.start()]):
            self._columns.append(tuple(_number(tag, name) for name in (b"min", b"max", b"style")))  # type: ignore[arg-type]
        yield xml[: found.end()]
        return xml[found.end() :]

    def _batch(self, xml: bytes) -> Iterator[bytes]:
        """Pass on rows that end within the batch."""
        if b"<!" in xml or b"<?" in xml:
            raise unusual()  # a row's name might stand in there and be none
        done = 0
        rows = list(self._row.finditer(xml))
        mended = bool(self._styles.ours) and self._before.search(xml) is not None
        for at, row in enumerate(rows):
            number = _number(row[0], b"r") or self._number + 1
            if number <= self._number:
                raise unusual()
            if self._left and self._left[-1] < number:
                yield xml[done : row.start()]
                done = row.start()
                yield from self._missing_rows(number)
            self._number = number
            wanted = bool(self._left) and self._left[-1] == number
            if wanted or mended:
                end = rows[at + 1].start() if at + 1 < len(rows) else len(xml)
                if wanted:
                    self._left.pop()
                elif self._before.search(xml, row.start(), end) is None:
                    continue
                yield xml[done : row.start()]
                yield self._rewritten(xml[row.start() : end], row[0], number)
                done = end
        yield xml[done:]
        if self._passed is not None:
            self._passed(self._number)

    def _missing_rows(self, before: int | None) -> Iterator[bytes]:
        while self._left and (before is None or self._left[-1] < before):
            number = self._left.pop()
            cells = [self._new_cell(number, column, {}) for column in sorted(self._marks[number])]
            yield b'<%srow r="%d">%s</%srow>' % (self._prefix, number, b"".join(cells), self._prefix)

    def _rewritten(self, xml: bytes, tag: bytes, number: int) -> bytes:
        """Give one row with its marks; what is behind its end tag stays there."""
        marks = self._marks.get(number, {})
        row_style = {"s": _number(tag, b"s")} if attribute(tag, b"customFormat") in (b"1", b"true") else {}
        if tag.endswith(b"/>"):
            cells = b"".join(self._new_cell(number, column, row_style) for column in sorted(marks))
            return self._spanned(tag[:-2].rstrip() + b">", marks) + cells + b"</%srow>" % self._prefix + xml[len(tag) :]
        pieces = [self._spanned(tag, marks)]
        left, done, column = sorted(marks, reverse=True), len(tag), -1
        end = len(tag)
        for found in self._cell.finditer(xml, len(tag)):
            place = _column(found[0], column)
            if place <= column:
                raise unusual()
            column = place
            while left and left[-1] < column:
                pieces += (xml[done : found.start()], self._new_cell(number, left.pop(), row_style))
                done = found.start()
            end = found.end() if found[0].endswith(b"/>") else self._end_of_cell(xml, found.end())
            style = _number(found[0], b"s")
            if left and left[-1] == column:
                new = self._styles.marked(style, marks[left.pop()])
            elif style in self._styles.ours:
                new = self._styles.marked(style, "")
            else:
                continue
            pieces += (xml[done : found.start()], with_attribute(found[0], b"s", b"%d" % new))
            done = found.end()
        if left:
            pieces += (xml[done:end], *(self._new_cell(number, one, row_style) for one in reversed(left)))
            done = end
        return b"".join((*pieces, xml[done:]))

    def _end_of_cell(self, xml: bytes, start: int) -> int:
        closing = b"</%sc>" % self._prefix
        end = xml.find(closing, start)
        if end < 0:
            raise unusual()
        return end + len(closing)

    def _new_cell(self, row: int, column: int, row_style: dict[str, int]) -> bytes:
        """Give an empty cell; it looks as its row or its column does."""
        style = row_style.get("s")
        if style is None:
            style = next((s for first, last, s in self._columns if first <= column + 1 <= last), 0)
        marked = self._styles.marked(style, self._marks[row][column])
        return b'<%sc r="%s%d" s="%d"/>' % (self._prefix, column_letters(column).encode(), row, marked)

    @staticmethod
    def _spanned(tag: bytes, marks: dict[int, str]) -> bytes:
        """Widen the columns a row says it has, where it says so and a mark stands outside of them."""
        spans = attribute(tag, b"spans")
        if not spans or not marks or not re.fullmatch(rb"\d{1,5}:\d{1,5}", spans):
            return tag
        first, last = map(int, spans.split(b":"))
        wide = (min(first, min(marks) + 1), max(last, max(marks) + 1))
        return tag if wide == (first, last) else with_attribute(tag, b"spans", b"%d:%d" % wide)

    def _tail(self, xml: bytes) -> bytes:
        """Give what is behind the rows, with the drawing of comments named in its place."""
        start = xml.index(b">") + 1
        end = xml.rfind(b"</")
        children = elements(xml, start, end)
        there = next((one for one in children if one.name == b"legacyDrawing"), None)
        if there is not None:
            found = re.search(rb"\s[\w.-]+:id\s*=\s*[\"']([^\"']*)", xml[there.start : there.inner])
            if found is None:
                raise damaged()
            self.legacy = found[1]
            return xml
        drawing = next((one.end for one in children if one.name == b"drawing"), None)
        at = drawing or next((one.start for one in children if one.name in _AFTER_LEGACY), end)
        element = self._element and b"<" + self._prefix + self._element
        return xml[:at] + element + xml[at:]


def _whole(stream: IO[bytes]) -> bytes:
    xml = stream.read(_LONGEST)
    if stream.read(1):
        raise damaged()
    return xml


def _number(tag: bytes, name: bytes) -> int:
    value = attribute(tag, name)
    return int(value) if value and value.isdigit() else 0


def _column(tag: bytes, before: int) -> int:
    place = attribute(tag, b"r")
    if place is None:
        return before + 1
    letters = place.rstrip(b"0123456789")
    if not letters.isalpha() or not letters.isupper():
        raise unusual()
    return column_index(letters.decode("ascii"))
