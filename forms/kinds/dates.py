"""Kinds of time: a date «2026-09-30» and a month «2026-09», stored as ISO text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar

from forms import periods
from forms.errors import InputRefused
from forms.kinds.kind import Kind, Memo, Stored, Unparsed, typed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR_FIRST = re.compile(r"(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?(?:[ T]0?0:00(?::00)?)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})")
_SERIAL_ZERO = dt.date(1899, 12, 30)  # Excel's 1900 calendar for every date after 1900-02-28
_FOREVER = {"长期", "长期有效", "永久", "永久有效", "无固定期限"}
_LAST_DAY = "9999-12-31"
_SERIALS = (61, 73050)  # 1900-03-01 to 2099-12-31


class Date(Kind):
    """A calendar date."""

    name: ClassVar[str] = "date"

    def __init__(self) -> None:
        """Remember the cells met."""
        self._memo = Memo(self)

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read text, a date cell, or the serial number Excel keeps for a date."""
        if isinstance(typed, dt.datetime):
            return typed.date().isoformat()
        if isinstance(typed, dt.date):
            return typed.isoformat()
        if isinstance(typed, float | int) and not isinstance(typed, bool):
            if _SERIALS[0] <= typed <= _SERIALS[1]:
                return (_SERIAL_ZERO + dt.timedelta(days=int(typed))).isoformat()
            return self.read(typed_text(typed))
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Read the forms in use: 2026-09-30, 2026/9/30, 2026.9.30, 2026年9月30日, 20260930; 长期 is the last day."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if plain in _FOREVER:
            return _LAST_DAY
        found = _YEAR_FIRST.fullmatch(plain) or _COMPACT.fullmatch(plain)
        if not found:
            return Unparsed(text, "ambiguous-date" if _YEAR_LAST.fullmatch(plain) else "not-a-date")
        try:
            return dt.date(*map(int, found.groups())).isoformat()
        except ValueError:
            return Unparsed(text, "not-a-date")

    def parse_column(self, cells: Sequence[object]) -> list[Stored | Unparsed]:
        """Look every different date up once."""
        memo = self._memo
        return [memo[cell] for cell in cells]

    def cell(self, value: Stored) -> object:
        """Put a true date into a workbook."""
        return None if value is None else dt.date.fromisoformat(str(value))


class Month(Kind):
    """A calendar month."""

    name: ClassVar[str] = "month"

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read text, or the month of a date cell."""
        if isinstance(typed, dt.date):
            return typed.isoformat()[:7]
        return super().parse(typed)

    def read(self, text: str) -> Stored | Unparsed:
        """Read the forms in use: 2026-09, 2026年9月, 202609."""
        try:
            period = periods.parse_period(unicodedata.normalize("NFKC", text))
        except InputRefused:
            return Unparsed(text, "not-a-month")
        return period if periods.is_month(period) else Unparsed(text, "not-a-month")
