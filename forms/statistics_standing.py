"""How the figures of a period stand with the province, told in one query for all periods of a form."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from forms.filing_states import SETTLED, TO_FILE

if TYPE_CHECKING:
    from forms.book import Book


class Standing(enum.StrEnum):
    """How a month's figure stands with the province."""

    FILED = "filed"
    CHANGED = "changed"  # filed, but the ledger was changed since and adds up to something else
    RETURNED = "returned"
    DRAFT = "draft"
    NOTHING = ""  # nothing there to file

    @property
    def is_open(self) -> bool:
        """Whether the figure may still become another before the province has it."""
        return self in (Standing.RETURNED, Standing.DRAFT)


def standings(book: Book, form: str) -> dict[str, Standing]:
    """Give how each period of a form stands that was ever filed, by its newest revision: filed, returned or draft."""
    query = (
        "SELECT f.period, s.state, c.period IS NOT NULL AS corrected FROM filings f"
        " JOIN standing s ON s.filing_id = f.id"
        " LEFT JOIN corrections c ON c.form = f.form AND c.period = f.period WHERE f.form = ? ORDER BY f.revision"
    )
    return {
        row["period"]: _standing(row["state"], corrected=row["corrected"]) for row in book.db.execute(query, (form,))
    }


def _standing(state: str, *, corrected: bool) -> Standing:
    if state == "RETURNED":
        return Standing.RETURNED
    reopened = corrected and state in SETTLED
    return Standing.DRAFT if reopened or state in TO_FILE else Standing.FILED
