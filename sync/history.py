"""The sync history (同步记录): one readable line an attempt, for the accountant and for whoever helps her by telephone.

Lines hold ids, counts, durations and what went wrong; never a figure or a name out of a form.
"""

from __future__ import annotations

from dataclasses import dataclass

from forms import periods
from forms.book import Book
from sync.errors import EndpointUnreachable
from sync.report import SyncReport
from sync.states import stamp

KEPT_LINES = 500
LAST_GOOD = "sync.last_good"
LAST_PROBLEM = "sync.last_problem"


@dataclass(frozen=True, slots=True)
class Line:
    """What happened at `at` (UTC), about one filing or about the whole attempt."""

    at: str
    text: str
    filing_id: str | None


def note(book: Book, text: str, filing_id: str | None = None) -> None:
    """Add a line, and let go of the oldest."""
    with book.transaction() as db:
        db.execute("INSERT INTO sync_log(at, filing_id, text) VALUES (?, ?, ?)", (stamp(), filing_id, text))
        db.execute("DELETE FROM sync_log WHERE seq <= (SELECT MAX(seq) FROM sync_log) - ?", (KEPT_LINES,))


def name_of(book: Book, form: str, period: str) -> str:
    """Name a series as people do: «合同台账（2026年9月）»."""
    return f"{book.catalogue.edition(form, period).short}（{periods.label(period)}）"


def sent(book: Book, filing_id: str, form: str, period: str, attempt: int, came_of_it: str) -> None:
    """Tell one attempt to send a filing: which one, the how manieth, what came of it."""
    which = f"，第{attempt}次尝试" if attempt > 1 else ""
    note(book, f"上传{name_of(book, form, period)}{which}，{came_of_it}", filing_id)


def recent(book: Book, limit: int = 50) -> list[Line]:
    """Give the newest lines, newest first."""
    rows = book.db.execute("SELECT at, text, filing_id FROM sync_log ORDER BY seq DESC LIMIT ?", (limit,))
    return [Line(row["at"], row["text"], row["filing_id"]) for row in rows]


def remember(book: Book, report: SyncReport) -> None:
    """Keep when the province was last reached, and why it was not the last time; a refusal is an answer."""
    unreached = isinstance(report.problem, EndpointUnreachable)
    if not unreached:
        book.put(LAST_GOOD, stamp())
    book.put(LAST_PROBLEM, report.problem.message if report.problem and unreached else None)
