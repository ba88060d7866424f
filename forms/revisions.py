"""The filings of a Book and where each stands; which one of a series counts, and which one a new one is based on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.filing_states import PASSED_OVER, FilingState, in_sql

if TYPE_CHECKING:
    import sqlite3

    from forms.book import Book

LAST = (
    "(SELECT g.id FROM filings g JOIN standing t ON t.filing_id = g.id WHERE g.form = f.form AND g.period = f.period"
    f" ORDER BY t.state IN {in_sql(PASSED_OVER)}, g.revision DESC LIMIT 1)"
)
"""SQL: the id of the last filing of the series of `f`; one taken back leaves the place to the one before it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One filing as it was frozen, and where it stands; `sealed_at` is UTC, `is_last` as `LAST` says.

    `number` counts from 1 in its series; `sha256` is of the signed bytes; `rows` counts the rows of a ledger.
    """

    id: str
    form: str
    period: str
    number: int
    sealed_at: str
    sha256: str
    key_id: str
    rows: int
    late: bool
    reason: str
    state: FilingState
    is_last: bool


_REVISIONS = (
    "SELECT f.id, f.form, f.period, f.revision, f.sealed_at, f.sha256, f.key_id, f.rows, f.late, f.reason,"
    f" coalesce(s.state, 'CHECKED') AS state, f.id IS {LAST} AS is_last"
    " FROM filings f LEFT JOIN standing s ON s.filing_id = f.id"
)


def newest(book: Book, limit: int) -> list[Revision]:
    """Give at most `limit` filings of all series, the last signed first."""
    return _revisions(book, "ORDER BY f.sealed_at DESC, f.rowid DESC LIMIT ?", limit)


def in_order(book: Book) -> list[Revision]:
    """Give every filing, in the order they were frozen."""
    return _revisions(book, "ORDER BY f.id")


def of_series(book: Book, form: str, period: str) -> list[Revision]:
    """Give the filings of a series, the newest first."""
    return _revisions(book, "WHERE f.form = ? AND f.period = ? ORDER BY f.revision DESC", form, period)


def last_ones(book: Book, form: str | None = None) -> list[Revision]:
    """Give the last filing of each series, of one form or of all, the newest period first."""
    of_form, params = ("f.form = ? AND ", (form,)) if form else ("", ())
    return _revisions(book, f"WHERE {of_form}f.id = {LAST} ORDER BY f.period DESC, f.form", *params)


def revision(book: Book, filing_id: str) -> Revision:
    """Give one filing. Raises `KeyError` where the Book has none of that id."""
    for found in _revisions(book, "WHERE f.id = ?", filing_id):
        return found
    raise KeyError(filing_id)


def _revisions(book: Book, which: str, *params: object) -> list[Revision]:
    return [
        Revision(
            id=row["id"],
            form=row["form"],
            period=row["period"],
            number=row["revision"],
            sealed_at=row["sealed_at"],
            sha256=row["sha256"],
            key_id=row["key_id"],
            rows=row["rows"],
            late=bool(row["late"]),
            reason=row["reason"],
            state=FilingState(row["state"]),
            is_last=bool(row["is_last"]),
        )
        for row in book.db.execute(f"{_REVISIONS} {which}", params)
    ]


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
