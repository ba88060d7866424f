"""Rows entered after their month was received (补登): their month is filed anew, as a correction of it.

Such a row belongs to its own month, whatever day it was typed on. It needs no correction to be opened, for nothing that
was received changes; the new revision does, and with it the report of that month whose figures add the row up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from forms import cards, filing, periods, revisions, series
from forms.filing_states import SETTLED, FilingState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.book import Book
    from forms.definition import Edition

_RECEIVED: Final = SETTLED | {FilingState.RECEIVED, FilingState.IN_REVIEW}
_FILED: Final = "filed_"  # what a figure reads that other months have a say in


def places(book: Book, period: str, *, as_of: str) -> list[tuple[str, str]]:
    """List the series up to the period that hold rows the province has not, and the reports that add these up.

    By month, each in send order.
    """
    order = {form: number for number, form in enumerate(book.catalogue.forms)}
    found = set(_ledgers(book, period))
    found |= {one for place in found for one in _reports(book, *place, as_of=as_of)}
    return sorted(found, key=lambda one: (one[1], order[one[0]]))


def _ledgers(book: Book, period: str) -> Iterator[tuple[str, str]]:
    """Give the ledgers' months that are received and have rows besides."""
    last, first = period if periods.is_month(period) else f"{period}-12", periods.month_of(book.firm.starts_on)
    for form in book.forms:
        edition = book.catalogue.edition(form)
        if not edition.is_ledger:
            continue
        # What was filed first: of a hundred thousand rows nobody filed, none need be read.
        filed = "SELECT DISTINCT period FROM filings WHERE form = ? AND period BETWEEN ? AND ?"
        for (month,) in book.db.execute(filed, (form, first, last)).fetchall():
            known = revisions.last_of(book, form, month)
            if known is None or known["state"] not in _RECEIVED or not _has_new_rows(book, edition, month):
                continue
            if series.has_changed(book, known):
                yield form, month


def _has_new_rows(book: Book, edition: Edition, month: str) -> bool:
    query = f"SELECT EXISTS (SELECT 1 FROM {edition.table} WHERE period = ? AND settled = 0)"
    return bool(book.db.execute(query, (month,)).fetchone()[0])


def _reports(book: Book, form: str, month: str, *, as_of: str) -> Iterator[tuple[str, str]]:
    """Give the month's reports that add the ledger up and were received with other figures."""
    for other in book.forms:
        edition = book.catalogue.edition(other, month)
        if edition.is_ledger or edition.cadence != "month" or form not in edition.needs:
            continue
        known = revisions.last_of(book, other, month)
        if (
            known is not None
            and known["state"] in _RECEIVED
            and _says_otherwise(book, edition, month, known["id"], as_of)
        ):
            yield other, month


def _says_otherwise(book: Book, edition: Edition, month: str, filing_id: str, as_of: str) -> bool:
    """Tell whether figures of the month itself differ from what was filed; those of other months are not its own."""
    filed = filing.document_of(book, filing_id)["cells"]
    own = [one.id for one in edition.fields if one.computed is not None and _FILED not in one.computed]
    now = filing.wired(edition, cards.computed_values(book, edition, month, as_of=as_of))
    return any(now.get(name) != filed.get(name) for name in own)
