"""Blocks of cells as spreadsheets put them on the clipboard.

Tabs stand between cells, line ends between rows, quotes around text with either; Excel, WPS and LibreOffice agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Block = list[list[str]]


def write_block(cells: Sequence[Sequence[str]]) -> str:
    """The clipboard text of a block."""
    return "\n".join("\t".join(_quoted(text) for text in line) for line in cells)


def read_block(text: str) -> Block:
    """The rows of a clipboard text; short rows are not filled up, a line end at the very end is no row."""
    rows: Block = [[]]
    place = 0
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n")
    if '"' not in text:
        return [line.split("\t") for line in text.split("\n")]
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            return rows
        if text[place] == "\n":
            rows.append([])
        place += 1
        if place == len(text):
            rows[-1].append("")
            return rows


def spread(block: Block, rows: int, columns: int) -> Block:
    """Repeat a block over a selection of `rows` × `columns` where it fits a whole number of times, as Excel does."""
    high, wide = len(block), max(map(len, block))
    down = rows // high if rows % high == 0 and rows >= high else 1
    across = columns // wide if columns % wide == 0 and columns >= wide else 1
    return [list(line) * across for line in block] * down


def columns_of(block: Block) -> int:
    """The width of the widest row."""
    return max(map(len, block))


def placed(block: Block, row: int, column: int) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) of each cell of a block put at a place."""
    for down, line in enumerate(block):
        for across, text in enumerate(line):
            yield row + down, column + across, text


def _quoted(text: str) -> str:
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _cell(text: str, place: int) -> tuple[str, int]:
    """Read one cell from `place`; returns it and the place of the separator after it."""
    if text[place : place + 1] == '"':
        found = _quoted_cell(text, place + 1)
        if found is not None:
            return found
    end = place
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[place:end], end


def _quoted_cell(text: str, place: int) -> tuple[str, int] | None:
    """A quoted cell, or None where the quote is only a character of plain text."""
    parts: list[str] = []
    while True:
        end = text.find('"', place)
        if end < 0:
            return None
        parts.append(text[place:end])
        if text[end + 1 : end + 2] == '"':
            parts.append('"')
            place = end + 2
        elif text[end + 1 : end + 2] in ("", "\t", "\n"):
            return "".join(parts), end + 1
        else:
            return None
