"""Exchange rates to the US dollar: those of the scheme, overlaid by the firm's own; which one holds, a policy says.

A rate is USD for one unit of a currency, a whole number of 1e-8, of a month («2026-09») or of a day («2026-09-15»).

| policy | the rate of a date is |
|---|---|
| SAFE_MONTHLY | that of its month |
| PBOC_MID_ON_DATE | that of the day, or of the last day before it that has one (weekends, holidays) |
| PBOC_MID_MONTH_AVG | that of its month, or the mean of the month's days |
| BANK_ACTUAL | what the bank gave: nothing is filled in, the month's rate is for comparison |

What has no rate takes the last known one before it (the earliest known one where there is none before), marked stale: a
lacking table warns, and never blocks a duty.
"""

from __future__ import annotations

import bisect
import csv
import functools
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation, Overflow
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from forms.deadlines import add_days
from forms.errors import DefinitionProblem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from forms.catalogue import Catalogue

SHIPPED: Final = Path(__file__).parent / "definitions" / "scheme" / "rates.csv"
ONE: Final = 10**8
_LIMIT: Final = 100 * ONE  # no currency in use is worth a hundred dollars
MONTH: Final = len("2026-09")
DAY: Final = len("2026-09-15")


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate found for a date: `month` is its month, or its day; `stale` where that is not the one asked for."""

    month: str
    ccy: str
    rate: int
    source: str
    date: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """How a rate is chosen: `by` month, date or average; `fills` whether one that was not typed comes of the table.

    A rate of a day is stale after `stale_days`: longer than any run of days without a rate.
    """

    by: str = "month"
    fills: bool = True
    stale_days: int = 10

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> Policy:
        """Read it from the scheme's `[rates]`."""
        table = parameters.get("rates", {})
        return cls(table.get("by", "month"), table.get("table", "SAFE") != "", table.get("stale_days", 10))


class Rates:
    """Rates by currency and month or day, asked by a policy."""

    def __init__(self, known: Iterable[Rate], policy: Policy = Policy()) -> None:
        """Index the rates; of two for one month (or day) and currency the later one holds."""
        self.policy = policy
        self._by_ccy: dict[str, dict[str, Rate]] = {}
        for rate in known:
            self._by_ccy.setdefault(rate.ccy, {})[rate.month] = rate
        self._months: dict[str, list[str]] = {}
        self._days: dict[str, list[str]] = {}
        for ccy, rates in self._by_ccy.items():
            if policy.by == "average":
                rates.update(_averages(rates))
            self._days[ccy] = sorted(when for when in rates if len(when) == DAY)
            self._months[ccy] = sorted(when for when in rates if len(when) == MONTH)

    def __iter__(self) -> Iterator[Rate]:
        """Iterate over every rate, by currency, months before days."""
        return (self._by_ccy[ccy][when] for ccy, months in self._months.items() for when in (*months, *self._days[ccy]))

    def rate_for(self, ccy: str, date: str) -> Rate | None:
        """Find the rate for a date or month; None where the currency has none at all."""
        month = date[:MONTH]
        if ccy == "USD":
            return Rate(month, ccy, ONE, "", date if len(date) == DAY else f"{month}-01")
        if self.policy.by == "date" and (found := self._of_day(ccy, date)):
            return found
        months = self._months.get(ccy) or self._days.get(ccy)
        if not months:
            return None
        found = self._by_ccy[ccy][months[max(0, bisect.bisect_right(months, month) - 1)]]
        return found if found.month == month else replace(found, stale=True)

    def _of_day(self, ccy: str, date: str) -> Rate | None:
        """Find the day's rate; of a month, that of its last day. None where only months are known so far back."""
        day = date if len(date) == DAY else f"{date}-31"
        days = self._days.get(ccy, [])
        at = bisect.bisect_right(days, day) - 1
        if at < 0:
            return None
        found = self._by_ccy[ccy][days[at]]
        return found if is_fresh(found.date, day, self.policy) else replace(found, stale=True)

    def rate(self, ccy: str, date: str) -> int | None:
        """Give the rate in 1e-8 USD for a date or month."""
        found = self.rate_for(ccy, date)
        return None if found is None else found.rate

    def filled(self, ccy: str, date: str) -> int | None:
        """Give the rate that is filled in where nobody typed one."""
        return self.rate(ccy, date) if self.policy.fills or ccy == "USD" else None

    def month(self, ccy: str, date: str) -> str | None:
        """Give the month that rate is of."""
        found = self.rate_for(ccy, date)
        return None if found is None else found.month[:MONTH]

    def day(self, ccy: str, date: str) -> str | None:
        """Give the date that rate holds from: its day, or the first of its month."""
        found = self.rate_for(ccy, date)
        return None if found is None else (found.month if len(found.month) == DAY else f"{found.month}-01")


def is_fresh(rate_date: str, date: str, policy: Policy) -> bool:
    """Tell whether the rate of a day is good for a date: of its month or, by the day, not too many days old."""
    if policy.by != "date" or len(date) != DAY:
        return rate_date[:MONTH] == date[:MONTH]
    return rate_date <= date <= add_days(rate_date, policy.stale_days)


def _averages(rates: Mapping[str, Rate]) -> dict[str, Rate]:
    """Give the mean of the days of each month that has no rate of its own, half up."""
    days: dict[str, list[Rate]] = {}
    for when, rate in rates.items():
        if len(when) == DAY and when[:MONTH] not in rates:
            days.setdefault(when[:MONTH], []).append(rate)
    return {
        month: Rate(
            month,
            some[0].ccy,
            (2 * sum(rate.rate for rate in some) + len(some)) // (2 * len(some)),
            f"{some[0].source}月均",
            f"{month}-01",
        )
        for month, some in days.items()
    }


@functools.cache
def load_rates(path: Path = SHIPPED, policy: Policy = Policy()) -> Rates:
    """Read the rates of a scheme.

    Raises:
        DefinitionProblem: a line is no rate.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            known = [
                Rate(line["month"], line["ccy"], hundred_millionths(line["rate"]), line["source"], line["date"])
                for line in csv.DictReader(file)
            ]
            return Rates(known, policy)
        except (KeyError, ValueError) as error:
            raise DefinitionProblem("bad-rates", f"汇率表 {path.name} 有误：{error}。") from error


def scheme_rates(catalogue: Catalogue) -> Rates:
    """Give the scheme's own rates, asked as the scheme says."""
    return load_rates(catalogue.scheme.folder / "rates.csv", Policy.of(catalogue.scheme.parameters))


def book_rates(db: sqlite3.Connection, catalogue: Catalogue) -> Rates:
    """Give the scheme's rates overlaid by those the Book's firm imported."""
    shipped = scheme_rates(catalogue)
    own = [Rate(*line) for line in db.execute("SELECT month, ccy, rate, source, date FROM rates")]
    return Rates([*shipped, *own], shipped.policy) if own else shipped


def hundred_millionths(text: str) -> int:
    """Read a rate exactly; ValueError with the reason in Chinese."""
    try:
        scaled = Decimal(text.replace(",", "")) * ONE
    except (InvalidOperation, Overflow) as error:
        raise ValueError(f"汇率“{text}”不是数字") from error
    if not scaled.is_finite() or not 0 < scaled < _LIMIT:
        raise ValueError(f"汇率“{text}”应大于 0，且小于 100")
    if scaled != int(scaled):
        raise ValueError(f"汇率“{text}”的小数超过 8 位")
    return int(scaled)
