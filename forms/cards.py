"""The figures of a card form for a period: what was typed, and the computed fields as a live view over the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import ledger, undecided
from forms.reading import reading_of

if TYPE_CHECKING:
    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored


def card_values(book: Book, form: str, period: str, *, as_of: str) -> dict[str, Stored]:
    """Give field → stored value; a computed field that depends on an unparsed value is None (shown «—»)."""
    edition = book.catalogue.edition(form, period)
    row = ledger.card_row(book, form, period)
    values: dict[str, Stored] = {field.id: row[field.id] if row else None for field in edition.stored_fields}
    values |= computed_values(book, edition, period, as_of=as_of)
    return {field.id: values[field.id] for field in edition.fields}


def computed_values(book: Book, edition: Edition, period: str, *, as_of: str) -> dict[str, Stored]:
    """Work out the computed fields of a card form."""
    computed = [field for field in edition.fields if field.computed is not None]
    if not computed:
        return {}
    sandbox, doubt = reading_of(book).sandbox, undecided.Doubt(book.db, book.catalogue)
    bound: dict[str, Stored] = {"period": period, "as_of": as_of, "firm": book.firm.uscc}
    found: dict[str, Stored] = {}
    for field in computed:
        query = f"SELECT ({field.computed})"
        what = f"{edition.title}“{field.label}”"
        doubted = doubt.over(sandbox.reads(query, bound, what), "period")
        known = doubted is not None and period not in doubted
        found[field.id] = sandbox.run(query, bound, what)[0][0] if known else None
    return found
