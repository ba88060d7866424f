"""In which group of the navigation a form stands, and whether the firm uses it. No Qt.

A form that is reported only where there is something to report (`optional`) stays folded away until it was used once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition

LEDGERS, CARDS, ANNUAL, OPTIONAL = "ledger", "card", "year", "optional"
USED = "used"


def listed(book: Book, catalogue: Catalogue) -> list[list[str]]:
    """List the forms of a Book's owner: number, short name, group, and `USED` or nothing."""
    found = []
    for form in book.forms:
        edition = catalogue.edition(form)
        found.append([form, edition.short, group_of(edition), USED if is_used(book, edition) else ""])
    return found


def group_of(edition: Edition) -> str:
    """Tell the group of a form."""
    if edition.optional:
        return OPTIONAL
    if edition.cadence == "year":
        return ANNUAL
    return LEDGERS if edition.is_ledger else CARDS


def is_unused(book: Book, form: str) -> bool:
    """Tell an optional form the firm never wrote into: nobody needs to hear of it."""
    edition = book.catalogue.edition(form)
    return edition.optional and not is_used(book, edition)


def is_used(book: Book, edition: Edition) -> bool:
    """Tell whether the firm ever wrote a row of the form, or filed it."""
    written = book.db.execute(f"SELECT 1 FROM {edition.table} LIMIT 1").fetchone()
    filed = written or book.db.execute("SELECT 1 FROM filings WHERE form = ? LIMIT 1", (edition.form,)).fetchone()
    return filed is not None
