"""Figures of a year so far are made of what was filed: which months of it nobody has filed yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.languages import translate
from desktop.languages.words import list_of, month_word
from forms import periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.book import Book
    from forms.definition import Edition, Field

MOST_NAMED = 2
_FILED: Final = re.compile(r"\bfiled_(\w+)")
_SHARE: Final = "%"


def filed_table(one: Field) -> str:
    """Return the ledger or card whose filed months a figure adds up, "" for other figures; rates of change add none."""
    found = _FILED.search(one.computed or "") if one.unit != _SHARE else None
    return found.group(1) if found else ""


def unfiled_months(book: Book, edition: Edition, period: str, as_of: str) -> tuple[str, ...]:
    """List the months before a month, or of a year, that its figures of the year lack because nobody filed them."""
    tables = {table for one in edition.fields if (table := filed_table(one))}
    if not tables:
        return ()
    year = periods.year_of(period)
    first = max(f"{year}-01", periods.month_of(book.firm.starts_on))
    last = min(periods.previous(period if periods.is_month(period) else as_of[:7]), f"{year}-12")
    filed = {row[0] for table in tables for row in book.db.execute(f"SELECT period FROM filed_{table}")}
    return tuple(one for one in periods.months_between(first, last) if one not in filed)


def months_said(months: Sequence[str]) -> str:
    """Name months: «3月、4月»."""
    return list_of([month_word(int(one[5:])) for one in months])


def months_in_short(months: Sequence[str]) -> str:
    """Name one month or two, count more: «9 个月»."""
    many = translate("Card", "%1 个月").replace("%1", str(len(months)))
    return months_said(months) if len(months) <= MOST_NAMED else many
