"""When reports are due, and which execution dates may be filled: pure functions over ISO dates.

The days come from the scheme's parameters, so that a province can move them without a new program.
"""

from __future__ import annotations

import csv
import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import tomli

from forms.periods import Period, is_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from forms.catalogue import Catalogue

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days of a scheme.

    A month is due on day `month_day` of the next month, a year on `year_day` («01-15») of the next year; a day off
    moves to the next working day. `holidays` are days off on weekdays, `workdays` weekend days that are worked (调休).
    Until `window_day` («03-31») executions from `window_from` («07-01») of last year are taken; later this year's only.
    """

    month_day: int = 5
    year_day: str = "01-15"
    window_day: str = "03-31"
    window_from: str = "07-01"
    holidays: frozenset[str] = frozenset()
    workdays: frozenset[str] = frozenset()
    postpone: bool = True

    @classmethod
    def of(cls, parameters: Mapping[str, object]) -> Self:
        """Read the scheme's `[deadlines]` parameters; what is absent keeps its default."""
        given = parameters.get("deadlines")
        table = given if isinstance(given, dict) else {}
        kept = {name: value for name, value in table.items() if name in cls.__dataclass_fields__}
        for name in ("holidays", "workdays"):
            if name in kept:
                kept[name] = frozenset(str(day) for day in kept[name])
        return cls(**kept)

    def due_on(self, period: Period) -> str:
        """Give the last day on which the period's report is in time (ISO date)."""
        if is_year(period):
            day = dt.date.fromisoformat(f"{int(period) + 1:04d}-{self.year_day}")
        else:
            year, month = divmod(int(period[:4]) * 12 + int(period[5:7]), 12)
            day = dt.date(year, month + 1, self.month_day)
        while self.postpone and self._is_off(day):
            day += dt.timedelta(days=1)
        return day.isoformat()

    def first_open_day(self, as_of: str) -> str:
        """Give the earliest execution date that may be filled on the day `as_of` (rules W-001 and W-002)."""
        year = int(as_of[:4])
        return f"{year - 1}-{self.window_from}" if as_of[5:] <= self.window_day else f"{year}-01-01"

    def knows(self, year: str) -> bool:
        """Tell whether the calendar has the days off of a year."""
        return any(day.startswith(year) for day in self.holidays)

    def _is_off(self, day: dt.date) -> bool:
        text = day.isoformat()
        return text in self.holidays or (day.weekday() >= _SATURDAY and text not in self.workdays)


def load_parameters(folder: Path) -> dict[str, object]:
    """Read the scheme's parameters; put the days of its calendar into `[deadlines]`, its rate policy's into `[rates]`.

    The calendar is `calendar.csv`: date, kind (holiday, workday), name, source. Outside its years, weekends.

    Raises:
        KeyError: the rate policy is none of `[rates.policies]`.
    """
    parameters = tomli.loads((folder / "parameters.toml").read_text("utf-8"))
    rates = parameters.get("rates", {})
    if "policy" in rates:
        rates |= rates["policies"][rates["policy"]]
    days = parameters.setdefault("deadlines", {})
    with (folder / "calendar.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    days["holidays"] = [line["date"] for line in lines if line["kind"] == "holiday"]
    days["workdays"] = [line["date"] for line in lines if line["kind"] == "workday"]
    return parameters


def add_days(date: str, days: int) -> str:
    """Give the date `days` later."""
    return (dt.date.fromisoformat(date) + dt.timedelta(days=days)).isoformat()


def days_between(first: str, last: str) -> int:
    """Count the days from `first` to `last`; negative where `last` is earlier."""
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def add_months(date: str, months: int) -> str:
    """Give the same day `months` later, or the last day of a shorter month."""
    start = dt.date.fromisoformat(date)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in range(start.day, 0, -1):
        try:
            return dt.date(year, month + 1, day).isoformat()
        except ValueError:
            continue
    raise ValueError(date)


def is_late(catalogue: Catalogue, period: Period, as_of: str) -> bool:
    """Tell whether the deadline of a period's reports has passed (补报)."""
    return due_on(catalogue, period) < as_of


@functools.lru_cache(maxsize=4096)
def due_on(catalogue: Catalogue, period: Period) -> str:
    """Give the date a period's reports are due, as the scheme says; asked for every series of every firm, so kept."""
    return Deadlines.of(catalogue.scheme.parameters).due_on(period)


@functools.lru_cache(maxsize=4096)
def unplanned(catalogue: Catalogue, period: Period) -> str:
    """Say that the calendar lacks the year a period's reports are due in, so weekends alone count; else nothing."""
    days = Deadlines.of(catalogue.scheme.parameters)
    year = days.due_on(period)[:4]
    if not days.postpone or days.knows(year):
        return ""
    return f"制度里还没有{year}年的节假日安排，期限只按周末顺延，请以省平台的通知为准。"


def unplanned_among(catalogue: Catalogue, periods: Iterable[Period]) -> list[str]:
    """Give those sentences for many periods, each once."""
    return sorted({said for period in periods if (said := unplanned(catalogue, period))})
