"""Cells of a sheet that are merged: only the first of an area is seen, so a mark on another has to stand there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import IO

from forms.workbook.addresses import column_index

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0."""

_BLOCK = 1 << 20
_LONGEST_TAG = 256
_NAME = b"mergeCell"
_AREA = re.compile(rb"mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']")


def merged_areas(stream: IO[bytes]) -> list[Area]:
    """Look through a sheet's part for its merged areas, which stand behind all cells."""
    areas: list[Area] = []
    rest = b""
    while block := stream.read(_BLOCK):
        xml = rest + block
        if _NAME not in xml:
            rest = xml[-len(_NAME) :]
            continue
        cut = max(xml.rfind(b"<"), len(xml) - _LONGEST_TAG)  # a tag that is not whole waits for its end
        for left, top, right, bottom in _AREA.findall(xml[:cut]):
            first, last = column_index(left.decode("ascii")), column_index(right.decode("ascii"))
            areas.append((int(top), first, int(bottom), last))
        rest = xml[cut:]
    return areas


def shown_cells(cells: set[tuple[int, int]], areas: list[Area]) -> dict[tuple[int, int], tuple[int, int]]:
    """Give, for those of some cells that are hidden in an area, the cell that is seen."""
    shown: dict[tuple[int, int], tuple[int, int]] = {}
    ordered = sorted(cells)
    for top, left, bottom, right in areas:
        inside = slice(bisect_left(ordered, (top, 0)), bisect_right(ordered, (bottom, right)))
        shown |= {cell: (top, left) for cell in ordered[inside] if left <= cell[1] <= right}
    return shown
