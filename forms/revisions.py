"""Which filing of a series counts: its last one, and the one a new revision is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.filing_states import PASSED_OVER, in_sql

if TYPE_CHECKING:
    import sqlite3

    from forms.book import Book

LAST = (
    "(SELECT g.id FROM filings g JOIN standing t ON t.filing_id = g.id WHERE g.form = f.form AND g.period = f.period"
    f" ORDER BY t.state IN {in_sql(PASSED_OVER)}, g.revision DESC LIMIT 1)"
)
"""SQL: the id of the last filing of the series of `f`; one taken back leaves the place to the one before it."""


def base_of(book: Book, form: str, period: str) -> sqlite3.Row | None:
    """Give the newest filing of the series the province has received and the firm has not withdrawn."""
    found: sqlite3.Row | None = book.db.execute(
        "SELECT f.*, s.state FROM filings f JOIN standing s ON s.filing_id = f.id "
        "JOIN receipts r ON r.filing_id = f.id WHERE f.form = ? AND f.period = ? AND s.state <> 'WITHDRAWN' "
        "ORDER BY f.revision DESC LIMIT 1",
        (form, period),
    ).fetchone()
    return found


def last_of(book: Book, form: str, period: str) -> sqlite3.Row | None:
    """Give the last filing of a series with its state: the newest one that was not taken back, if there is any."""
    found: sqlite3.Row | None = book.db.execute(
        "SELECT f.id, f.form, f.period, f.revision, f.seq, f.edition, s.state FROM filings f"
        f" JOIN standing s ON s.filing_id = f.id WHERE f.form = ? AND f.period = ? AND f.id = {LAST}",
        (form, period),
    ).fetchone()
    return found
