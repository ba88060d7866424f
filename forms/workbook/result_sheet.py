"""The sheet 审核结果 of a workbook given back: how many findings of which kind, and each with a link to its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from forms.findings import SEVERITY_WORDS
from forms.workbook.annotated_parts import reference_to
from forms.workbook.annotated_styles import COLOURS, REFUSED
from forms.workbook.markup import plain

if TYPE_CHECKING:
    from forms.workbook.frames import Remark

WORDS: Final = {**SEVERITY_WORDS, REFUSED: "未导入"}
HEADS: Final = ("序号", "程度", "审核关系", "位置", "行的编号", "栏目", "问题和改法")
_WIDTHS: Final = (6, 8, 12, 18, 22, 22, 90)
_MOST_LINKS: Final = 65_000  # Excel shows no more in one sheet
_GUIDE: Final = "在原表上改正标色的单元格，保存后把本文件再导入一次：只有改过的内容会更新。本表和批注不导入。"
_ROWS_A_PIECE: Final = 500


def result_sheet(
    remarks: Sequence[Remark], sheet: str, counted: str, main: bytes, styles: dict[str, int]
) -> Iterator[bytes]:
    """Give the part of the sheet; `counted` is a sentence on what was read, `sheet` where the cells stand."""
    yield (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="%s"><sheetPr>'
        b'<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        b'<sheetView workbookViewId="0" showGridLines="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" '
        b'state="frozen"/></sheetView></sheetViews><cols>' % (main, _head_row(), _head_row() + 1)
    )
    for at, width in enumerate(_WIDTHS, 1):
        yield b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (at, at, width)
    yield b"</cols><sheetData>"
    yield from _top(remarks, counted, styles)
    pieces: list[bytes] = []
    first = _head_row() + 1
    for row, remark in enumerate(remarks, first):
        pieces.append(_row(row, row - first + 1, remark, sheet, styles))
        if len(pieces) >= _ROWS_A_PIECE:
            yield b"".join(pieces)
            pieces.clear()
    yield b"".join(pieces) + b"</sheetData>"
    linked = [(row, one.link) for row, one in enumerate(remarks, first) if one.link][:_MOST_LINKS]
    if linked:
        yield b"<hyperlinks>"
        for row, cell in linked:
            place = plain(reference_to(sheet, cell))
            yield b'<hyperlink ref="D%d" location="%s" display="%s"/>' % (row, place, plain(f"{sheet}!{cell}"))
        yield b"</hyperlinks>"
    yield b'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    yield b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'


def _head_row() -> int:
    return len(WORDS) + 5  # title, guide, what was read, a line for each kind, a blank one


def _top(remarks: Sequence[Remark], counted: str, styles: dict[str, int]) -> Iterator[bytes]:
    counts = Counter(one.severity for one in remarks)
    lines = [(("审核结果", "title"),), ((_GUIDE, "plain"),), ((counted, "plain"),)]
    for row, cells in enumerate(lines, 1):
        yield _line(row, cells, styles)
    for row, severity in enumerate(COLOURS, len(lines) + 1):
        yield _line(row, ((WORDS[severity], severity), (counts[severity], "text")), styles)
    yield _line(_head_row(), tuple((head, "head") for head in HEADS), styles)


def _row(row: int, number: int, remark: Remark, sheet: str, styles: dict[str, int]) -> bytes:
    place = (remark.place or f"{sheet}!{remark.cell}", "link" if remark.link else "text")
    cells = (
        (number, "text"),
        (WORDS[remark.severity], remark.severity),
        (remark.rule, "text"),
        place,
        (remark.key, "text"),
        (remark.label, "text"),
        (remark.message, "text"),
    )
    return _line(row, cells, styles)


def _line(row: int, cells: Sequence[tuple[str | int, str]], styles: dict[str, int]) -> bytes:
    """Give a row; a text is written as a text, whatever it begins with."""
    xml = [b'<row r="%d">' % row]
    for letter, (value, style) in zip("ABCDEFG", cells, strict=False):
        head = b'<c r="%s%d" s="%d"' % (letter.encode(), row, styles.get(style, 0))
        if isinstance(value, int):
            xml.append(b"%s><v>%d</v></c>" % (head, value))
        elif value:
            xml.append(b'%s t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (head, plain(value)))
    return b"".join((*xml, b"</row>"))
