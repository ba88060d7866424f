"""The money of an import, field by field and currency by currency: what the file says beside what the Book has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.book import Book
    from forms.definition import Edition


@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """One field's money in one currency, in hundredths: what the file says, what the Book has of it, cells unread."""

    file: int
    book: int
    unread: int


Totals = dict[str, dict[str, MoneyTotal]]


def totals_of(book: Book, edition: Edition, import_id: str, file: dict[str, dict[str, tuple[int, int]]]) -> Totals:
    """Put what the rows of an import have in the Book beside the sums of the file."""
    totals: Totals = {}
    for name, sums in file.items():
        money = edition.by_id[name]
        currency = money.ccy_field if money.unit == "ccy" and money.ccy_field in edition.by_id else f"'{money.unit}'"
        kept = {
            row[0] or "": int(row[1])
            for row in book.db.execute(
                f"SELECT {currency}, sum({name}) FROM {edition.table} "
                f"WHERE import_id = ? AND {name} IS NOT NULL GROUP BY 1",
                (import_id,),
            )
        }
        totals[name] = {}
        for code in sorted(sums.keys() | kept.keys()):
            amount, unread = sums.get(code, (0, 0))
            totals[name][code] = MoneyTotal(amount, kept.get(code, 0), unread)
    return totals
