"""What the bytes of one cell say: its format and its value, or that it is empty.

A raw cell is what a sheet's XML has after the cell's place, up to its end: `" t="s"><v>7</v></c>`, `" s="3"/>`; where
the sheet has no cell, it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from forms.workbook.date_formats import DateStyles, Serials
from forms.workbook.package import damaged
from forms.workbook.strings import unescaped

Convert = Callable[[bytes], object]

_OPENING = rb"(?:<f[^<]*+</f>|<f[^>]*+/>)<v>|<is><t(?: xml:space=\"preserve\")?>"
RAW_CELL = rb'"[^>]*+>(?:<v>[^<]++</v></c>|</c>|(?:' + _OPENING + rb")[^<]++</(?:v|t></is)></c>)?"
"""The expression of a raw cell; the usual one stands first, for it is tried millions of times."""
_PARTS = re.compile(rb'"([^>]*+)>(?:(?:<v>|' + _OPENING + rb")([^<]++).*)?", re.DOTALL)
_ATTRIBUTES = re.compile(rb'(\w+)="([^"]*)"')
_VALUE, _END = b"><v>", b"</v></c>"


class Shared:
    """Converts the index of a shared string."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Take the strings in their order."""
        self._strings = strings

    def __call__(self, index: bytes) -> str:
        """Give one string."""
        return self._strings[int(index)]

    def many(self, indexes: Sequence[bytes]) -> list[object]:
        """Give many, without a Python call for each."""
        return list(map(self._strings.__getitem__, map(int, indexes)))


class RawCells:
    """Reads the raw cells of one sheet."""

    def __init__(self, strings: Sequence[str], dates: DateStyles) -> None:
        """Take what cells refer to: the shared strings, and which styles are dates."""
        self._dates = dates
        self._serials = Serials()
        self._by_type: dict[bytes, Convert] = {
            b"s": Shared(strings), b"b": _truth, b"e": _error, b"str": unescaped, b"inlineStr": unescaped,
        }  # fmt: skip
        self._plain: dict[bytes, Convert] = {}

    def value(self, raw: bytes) -> object:
        """Give the value of a cell, "" for an empty one.

        Raises:
            WorkbookRefused: the cell is of a type there is not.
        """
        start, found, value = raw.partition(_VALUE)
        convert = self._plain.get(start) if found else None
        if convert is not None:
            return convert(value[: -len(_END)])
        return self._unusual(raw)

    def values(self, raws: Sequence[bytes]) -> list[object]:
        """Give the values of many cells, quickly where those that are not empty are all written alike."""
        some = raws if b"" not in raws else list(filter(None, raws))
        values = self._alike(some)
        if values is None:
            return self._each(raws)
        if len(values) == len(raws):
            return values
        following = iter(values)
        return [next(following) if raw else "" for raw in raws]

    def error(self, raw: bytes) -> str | None:
        """Give what stands in an error cell, None where it is none."""
        found = _PARTS.fullmatch(raw)
        if found is None or found[2] is None or dict(_ATTRIBUTES.findall(found[1])).get(b"t") != b"e":
            return None
        return unescaped(found[2])

    def _each(self, raws: Sequence[bytes]) -> list[object]:
        """Give the values of cells of several formats, as `value` does, without a call for each."""
        plain, end = self._plain, -len(_END)
        values: list[object] = []
        for raw in raws:
            start, found, value = raw.partition(_VALUE)
            convert = plain.get(start) if found else None
            values.append(self._unusual(raw) if convert is None else convert(value[:end]))
        return values

    def _alike(self, raws: Sequence[bytes]) -> list[object] | None:
        """Cut the values out of all cells at once; None where not all have the same format."""
        start, found, _rest = raws[0].partition(_VALUE) if raws else (b"", b"", b"")
        if not found or not raws[-1].endswith(_END):
            return None
        convert = self._plain.get(start)
        if convert is None:
            self._unusual(raws[0])
            convert = self._plain.get(start)
        before = start + _VALUE
        # A cell has but one end, at its end: as many parts as cells means that every cell begins and ends like this.
        values = b"".join(raws)[len(before) : -len(_END)].split(_END + before)
        if convert is None or len(values) != len(raws):
            return None
        return convert.many(values) if isinstance(convert, Shared) else list(map(convert, values))

    def _unusual(self, raw: bytes) -> object:
        found = _PARTS.fullmatch(raw)
        if found is None or found[2] is None:
            return ""
        attributes, value = found.groups()
        convert = self._convert(attributes)
        if raw.startswith(_VALUE, len(attributes) + 1):
            self._plain[raw[: len(attributes) + 1]] = convert
        return convert(value)

    def _convert(self, attributes: bytes) -> Convert:
        """Give what turns the bytes of a value into the value."""
        named = dict(_ATTRIBUTES.findall(attributes))
        kind = named.get(b"t", b"n")
        if kind == b"n":
            return self._serials.__getitem__ if int(named.get(b"s", b"0")) in self._dates.dates else float
        if kind not in self._by_type:
            raise damaged()
        return self._by_type[kind]


def _truth(value: bytes) -> bool:
    return value == b"1"


def _error(_value: bytes) -> str:
    return ""
