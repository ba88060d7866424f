"""Dates of a workbook that counts its days from 1904, as Excel on the Macintosh once did."""

from __future__ import annotations

from typing import ClassVar, Final

from forms.kinds import Date, Stored, Unparsed, typed_text

LATER: Final = 1462  # days from 1899-12-30, where serial numbers count from otherwise, to 1904-01-01
_LAST: Final = 73_050 - LATER  # 2099-12-31


class Date1904(Date):
    """A date whose cell may hold a bare serial number: no date's format, so that no reader takes it for a date."""

    name: ClassVar[str] = Date.name

    def parse(self, typed: object) -> Stored | Unparsed:
        """Read a cell; a number too large for a day of this calendar may still be 20260930."""
        if isinstance(typed, float | int) and not isinstance(typed, bool):
            return super().parse(typed + LATER) if 0 <= typed <= _LAST else self.read(typed_text(typed))
        return super().parse(typed)
