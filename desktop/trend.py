"""The firm's own trend: executed amounts by month. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import periods

if TYPE_CHECKING:
    from forms.book import Book

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One month's executed amounts in hundredths of USD; ``year_before`` is None where nothing is known of it."""

    period: str
    offshore: int
    onshore: int
    year_before: int | None

    @property
    def total(self) -> int:
        """Offshore and onshore together."""
        return self.offshore + self.onshore


def execution_by_month(book: Book, last: str) -> list[Month]:
    """Return the twelve months up to ``last``, zeros where nothing was executed."""
    first = periods.shift(last, 1 - MONTHS)
    query = (
        "SELECT period, coalesce(sum(amount_usd) FILTER (WHERE shore_type = 'OFF'), 0) AS offshore,"
        " coalesce(sum(amount_usd) FILTER (WHERE shore_type <> 'OFF'), 0) AS onshore"
        " FROM executions WHERE period BETWEEN ? AND ? GROUP BY period"
    )
    rows = {row["period"]: row for row in book.db.execute(query, (periods.shift(first, -MONTHS), last))}
    found = []
    for period in periods.months_between(first, last):
        row, before = rows.get(period), rows.get(periods.shift(period, -MONTHS))
        found.append(
            Month(
                period,
                row["offshore"] if row else 0,
                row["onshore"] if row else 0,
                before["offshore"] + before["onshore"] if before else None,
            )
        )
    return found
