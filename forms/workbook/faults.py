"""Cells whose value cannot be trusted: errors (`#REF!`) and formulas that were never calculated.

The native reader gives both as empty, so the sheet's XML is looked through for them. Runs in the child only.
"""

from __future__ import annotations

import re
from html import unescape

from forms.workbook.addresses import column_index
from forms.workbook.package import Package

# What stands in the faulty cells: {row: {column: text}}, both 0-based.
Faults = dict[int, dict[int, str]]

_MAX_FAULTS = 200_000
_BLOCK = 1 << 16  # stays in the processor's cache
_LONGEST_CELL = 1 << 15
_MARKS = (b't="e"', b"</f>", b"<f ")
_CELL = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"'
ERROR_CELL_XML = re.compile(_CELL + rb'[^>]{0,200}\bt="e"[^>]{0,200}>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>')
UNCALCULATED_CELL_XML = re.compile(_CELL + rb"[^>]*><f[^>]*?(?:/>|>([^<]*)</f>)(?:<v ?/>|<v></v>)?</c>")


def find_faults(package: Package, part: str) -> Faults:
    """Look through a sheet's part."""
    faults: Faults = {}
    before = b""
    with package.stream(part) as stream:
        while block := stream.read(_BLOCK):
            if _may_have_faults(before[-8:] + block[:8], block):
                xml = before[-_LONGEST_CELL:] + block
                _keep(ERROR_CELL_XML, xml, faults, "")
                _keep(UNCALCULATED_CELL_XML, xml, faults, "=")
            before = block
    return faults


def _may_have_faults(seam: bytes, block: bytes) -> bool:
    # Plain cells hold neither letter, and one letter is found ten times as fast as a longer mark.
    whole = block if b"f" in block or b"e" in block else b""
    return any(mark in whole or mark in seam for mark in _MARKS)


def _keep(pattern: re.Pattern[bytes], xml: bytes, faults: Faults, prefix: str) -> None:
    for found in pattern.finditer(xml):
        if len(faults) >= _MAX_FAULTS:
            return
        letters, row, text = found.groups()
        shown = prefix + unescape((text or b"").decode("utf-8", "replace"))
        faults.setdefault(int(row) - 1, {})[column_index(letters.decode("ascii"))] = shown
