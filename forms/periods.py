"""Statistical periods: calendar months «2026-09» and calendar years «2026», and the ISO dates inside them.

A `Period` is plain text, so that it sorts, compares and travels as itself.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

Period = str
_MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(19|20)\d\d")


def today() -> str:
    """Give the local calendar date: the only clock `forms` reads, and only where no `as_of` was given."""
    return dt.datetime.now().astimezone().date().isoformat()


def is_month(period: Period) -> bool:
    """Tell whether the text is a month, «2026-09»."""
    return _MONTH.fullmatch(period) is not None


def is_year(period: Period) -> bool:
    """Tell whether the text is a year, «2026»."""
    return _YEAR.fullmatch(period) is not None


def parse_period(text: str) -> Period:
    """Read a period as people type it: 2026-09, 2026-9, 202609, 2026年9月, 2026.

    Raises:
        InputRefused: the text is neither a month nor a year.
    """
    found = re.fullmatch(r"\s*(\d{4})\s*(?:年|[-./]?)\s*(\d{1,2})?\s*月?\s*", text)
    if found:
        year, month = found.groups()
        period = f"{year}-{int(month):02d}" if month else year
        if is_month(period) or is_year(period):
            return period
    raise InputRefused("bad-period", f"“{text}”不是报告期，请写成 2026-09（月）或 2026（年）。")


def refuse_other_cadence(period: Period, cadence: str, title: str) -> None:
    """Refuse a year for what is reported by month, and a month for what is reported by year.

    Raises:
        InputRefused: the period is not of the cadence («month» or «year»).
    """
    if is_year(period) == (cadence == "year"):
        return
    way, right = ("按年", year_of(period)) if cadence == "year" else ("按月", f"{period}-09 这样")
    raise InputRefused("wrong-cadence", f"{title}{way}填报，报告期请写成 {right}，而不是“{period}”。")


def month_of(date: str) -> Period:
    """Give the month an ISO date lies in."""
    return date[:7]


def year_of(period: Period) -> Period:
    """Give the year a period lies in."""
    return period[:4]


def shift(period: Period, by: int) -> Period:
    """Give the period `by` months (or years) later."""
    if is_year(period):
        return str(int(period) + by)
    months = int(period[:4]) * 12 + int(period[5:]) - 1 + by
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def previous(period: Period) -> Period:
    """Give the period before."""
    return shift(period, -1)


def following(period: Period) -> Period:
    """Give the period after."""
    return shift(period, 1)


def months_between(first: Period, last: Period) -> Iterator[Period]:
    """Yield the months from `first` to `last`, both included."""
    month = first
    while month <= last:
        yield month
        month = following(month)


def first_day(period: Period) -> str:
    """Give the first date of the period."""
    return f"{period}-01-01" if is_year(period) else f"{period}-01"


def last_day(period: Period) -> str:
    """Give the last date of the period."""
    if is_year(period):
        return f"{period}-12-31"
    return f"{period}-{calendar.monthrange(int(period[:4]), int(period[5:]))[1]:02d}"


def label(period: Period) -> str:
    """Say the period in Chinese: «2026年9月», «2026年»."""
    return f"{period[:4]}年" if is_year(period) else f"{period[:4]}年{int(period[5:])}月"
