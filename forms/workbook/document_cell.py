"""A cell of an OpenDocument workbook: the value it says it has, the paragraphs in it, how often it counts."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from forms.workbook.package import damaged
from forms.workbook.translation import MOST_COLUMNS, MOST_ROWS, ErrorCell, Value

NAMES: Final = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT = (f"{NAMES}{one}:1.0 " for one in ("table", "office", "text"))
"""The name spaces, with the blank that stands before a name."""
_ERROR_TYPE: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_PARAGRAPHS: Final = frozenset((f"{TEXT}p", f"{TEXT}h"))
_CHARACTERS: Final = {f"{TEXT}tab": "\1", f"{TEXT}line-break": "\2"}
_ERRORS: Final = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|Err:[0-9]{3}|#错误.*")
_BLANKS: Final = re.compile("[ \t\r\n]+")
_DAY_ZERO: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no time zone
_DAY_ZERO_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001
_FIRST_SURE: Final = dt.datetime(1900, 3, 1)  # noqa: DTZ001
_NO_DIGITS: Final = re.compile(r"[^0-9.]")
_NUMBER: Final = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,10})?")
_THOUSAND: Final = 1_000
_HUNDRED: Final = 100  # less than any format divides by
_DAY_SECONDS: Final = 86_400


class DocumentCell:
    """A cell on its way: what it says it is, and the paragraphs in it."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self.style = attributes.get(f"{TABLE}style-name", "")
        self.repeated = count_of(attributes, f"{TABLE}number-columns-repeated", MOST_COLUMNS)
        self.spanned = (
            count_of(attributes, f"{TABLE}number-rows-spanned", MOST_ROWS),
            count_of(attributes, f"{TABLE}number-columns-spanned", MOST_COLUMNS),
        )
        self._paragraphs: list[str] = []
        self._open: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element in the cell begins."""
        if name in _PARAGRAPHS:
            self._open = []
        elif self._open is not None:
            if name == f"{TEXT}s":
                self._open.append("\0" * count_of(attributes, f"{TEXT}c", MOST_COLUMNS))
            elif name in _CHARACTERS:
                self._open.append(_CHARACTERS[name])

    def text(self, text: str) -> None:
        """Hear some of its text."""
        if self._open is not None:
            self._open.append(text)

    def end(self, name: str) -> None:
        """Hear that an element in the cell ends."""
        if name in _PARAGRAPHS and self._open is not None:
            # Blanks of the XML's own count as one; those that were typed have elements, marked here till then.
            text = _BLANKS.sub(" ", "".join(self._open))
            self._paragraphs.append(text.replace("\0", " ").replace("\1", "\t").replace("\2", "\n"))
            self._open = None

    def value(self, *, dates_from_1904: bool) -> tuple[Value, str | int]:
        """Give the value and the number format it needs.

        Raises:
            WorkbookRefused: it is not what it says.
        """
        said, shown = self._attributes, "\n".join(self._paragraphs)
        kind = said.get(f"{OFFICE}value-type", "")
        is_formula = f"{TABLE}formula" in said
        if said.get(_ERROR_TYPE) == "error" or (is_formula and _ERRORS.fullmatch(shown.strip())):
            return ErrorCell(shown.strip() or "#VALUE!"), 0
        if not kind:
            return (ErrorCell("#VALUE!"), 0) if is_formula and not shown else (shown, 0)
        try:
            return self._typed(kind, shown, _DAY_ZERO_1904 if dates_from_1904 else _DAY_ZERO)
        except ValueError as problem:
            raise damaged() from problem

    def is_shown_smaller(self, value: Value) -> bool:
        """Tell whether its number is shown with 万 behind it or divided: what is seen is then another amount."""
        if not isinstance(value, float):
            return False
        shown = "".join(self._paragraphs)
        if "万" in shown:
            return True
        digits = _NO_DIGITS.sub("", shown)
        told = float(digits) if _NUMBER.fullmatch(digits) and "E" not in shown.upper() else abs(value)
        return abs(value) >= _THOUSAND and told * _HUNDRED < abs(value)

    def _typed(self, kind: str, shown: str, day_zero: dt.datetime) -> tuple[Value, str | int]:
        said = self._attributes
        if kind in ("float", "percentage", "currency") and f"{OFFICE}value" in said:
            return float(said[f"{OFFICE}value"]), "0.00%" if kind == "percentage" else 0
        if kind == "date" and f"{OFFICE}date-value" in said:
            return _date(said[f"{OFFICE}date-value"], day_zero)
        if kind == "boolean" and f"{OFFICE}boolean-value" in said:
            return said[f"{OFFICE}boolean-value"] == "true", 0
        if kind == "string" and f"{OFFICE}string-value" in said:
            return said[f"{OFFICE}string-value"], 0
        return shown, 0


def _date(text: str, day_zero: dt.datetime) -> tuple[Value, str | int]:
    """Give a day's serial number; one before Excel's calendar is sure of itself stays the text it is."""
    try:
        moment = dt.datetime.fromisoformat(text[:19])
    except ValueError:
        return text, 0
    if moment.tzinfo is not None or moment < max(_FIRST_SURE, day_zero):
        return text, 0
    whole = moment.time() == dt.time()
    return (moment - day_zero).total_seconds() / _DAY_SECONDS, "yyyy-mm-dd" if whole else "yyyy-mm-dd hh:mm:ss"


def count_of(attributes: dict[str, str], name: str, most: int) -> int:
    """Give how often something counts, from 1 up to `most`.

    Raises:
        WorkbookRefused: what it says is no number.
    """
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit()):
        raise damaged()
    return max(1, min(int(text[:9]), most))
