"""The number formats of an OpenDocument workbook, as the codes Excel writes: `#,##0.00`, `yyyy"年"m"月"`.

A format is a style of pieces (digits, words, parts of a date), a cell's style names one, may follow another, and both
may stand in either of the document's parts. What has no counterpart is left to the program that opens the copy.
"""

from __future__ import annotations

import re
from typing import Final

from forms.workbook.date_formats import kind_of_code

_NAMES: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_NUMBER, _STYLE = f"{_NAMES}datastyle:1.0 ", f"{_NAMES}style:1.0 "
_FORMATS: Final = frozenset(
    f"{_NUMBER}{one}-style" for one in ("number", "currency", "percentage", "date", "time", "text")
)
_WORDS: Final = frozenset((f"{_NUMBER}text", f"{_NUMBER}currency-symbol"))
_PLAIN: Final = re.compile(r"[-/ :.,()+%]*")
_PARTS: Final = dict(
    zip(("year", "month", "day", "day-of-week", "hours", "minutes", "seconds"), "ymddhms", strict=True)
)
_OTHER_PIECES: Final = {"text-content": "@", "am-pm": "AM/PM"}
_LONGEST_CODE, _MOST_STYLES, _MOST_DIGITS, _MOST_FOLLOWED = 200, 20_000, 20, 10


class Formats:
    """Hears the styles of a document; knows the number format of a cell's style."""

    def __init__(self) -> None:
        """Know none."""
        self._codes: dict[str, str] = {}
        self._styles: dict[str, tuple[str, str]] = {}
        self._name = ""
        self._pieces: list[str] | None = None
        self._in_words = False
        self._others: list[tuple[str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""
        if name in _FORMATS:
            self._name, self._pieces, self._others = attributes.get(f"{_STYLE}name", ""), [], []
        elif name == f"{_STYLE}style" and attributes.get(f"{_STYLE}family") == "table-cell":
            if len(self._styles) < _MOST_STYLES:
                parent = attributes.get(f"{_STYLE}parent-style-name", "")
                format_ = attributes.get(f"{_STYLE}data-style-name", "")
                self._styles[attributes.get(f"{_STYLE}name", "")] = (format_, parent)
        elif self._pieces is not None:
            self._in_words = name in _WORDS
            if name == f"{_STYLE}map":
                condition = attributes.get(f"{_STYLE}condition", "")
                self._others.append((condition, attributes.get(f"{_STYLE}apply-style-name", "")))
            elif name.startswith(_NUMBER) and not self._in_words:
                self._pieces.append(_piece(name.removeprefix(_NUMBER), attributes))

    def text(self, text: str) -> None:
        """Hear words of a format."""
        if self._in_words and self._pieces is not None:
            self._pieces.append(text if _PLAIN.fullmatch(text) else '"{}"'.format(text.replace('"', "")))

    def end(self, name: str) -> None:
        """Hear that an element ends."""
        self._in_words = self._in_words and name not in _WORDS
        if name in _FORMATS and self._pieces is not None:
            code = "".join(self._pieces)
            sections = [self._codes.get(other, "") for _, other in self._others]
            if all(sections) and _in_order([condition for condition, _ in self._others]):
                code = ";".join((*sections, code))
            if len(self._codes) < _MOST_STYLES and len(code) <= _LONGEST_CODE:
                self._codes[self._name] = code
            self._pieces = None

    def code(self, style: str) -> str:
        """Give the format of a cell's style; empty where it has none that could be written."""
        for _ in range(_MOST_FOLLOWED):
            named, parent = self._styles.get(style, ("", ""))
            if named or not parent:
                return self._codes.get(named, "")
            style = parent
        return ""


def fitting(code: str, fallback: str | int) -> str | int:
    """Give a cell's own format where it shows what the value is: a date as one, and a number as none."""
    needed = kind_of_code(fallback) if isinstance(fallback, str) else ""
    return code if code.strip("@") and kind_of_code(code) == needed else fallback


def _in_order(conditions: list[str]) -> bool:
    """Tell whether conditions choose as the sections of a code do: what is not negative (or positive) first."""
    plain = tuple("".join(condition.split()).removeprefix("value()") for condition in conditions)
    return plain in ((), (">=0",), (">0",), (">0", "<0"), (">0", "<0", "=0"))


def _piece(what: str, attributes: dict[str, str]) -> str:
    """Give the part of a code an element is; empty where it has none."""
    if what == "number":
        return _digits(attributes)
    if what == "scientific-number":
        return f"{_digits(attributes)}E+00"
    letter = _PARTS.get(what)
    if letter is None:
        return _OTHER_PIECES.get(what, "")
    is_long = attributes.get(f"{_NUMBER}style") == "long"
    if what == "year":
        return letter * (4 if is_long else 2)
    in_words = what == "day-of-week" or attributes.get(f"{_NUMBER}textual") == "true"
    return letter * (2 * in_words + 1 + is_long)


def _digits(attributes: dict[str, str]) -> str:
    whole = max(_count(attributes, "min-integer-digits", 1), 0)
    places = _count(attributes, "decimal-places", 0)
    sure = min(_count(attributes, "min-decimal-places", places), places)
    before = "0" * whole or "#"
    if attributes.get(f"{_NUMBER}grouping") == "true":
        before = "#,##0" if whole <= 1 else f"#,{before:#>4}"
    behind = f".{'0' * sure}{'#' * (places - sure)}" if places else ""
    factor = attributes.get(f"{_NUMBER}display-factor", "1").partition(".")[0]
    return before + behind + "," * {"1000": 1, "1000000": 2}.get(factor, 0)


def _count(attributes: dict[str, str], name: str, usual: int) -> int:
    text = attributes.get(f"{_NUMBER}{name}", "")
    return min(int(text[:3]), _MOST_DIGITS) if text.isascii() and text.isdigit() else usual
