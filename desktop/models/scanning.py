"""A long look through a ledger on a connection of its own, given up as soon as nobody wants its answer any more."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.background import Job
    from forms.book import Book

Found = TypeVar("Found")
STEPS = 20_000  # SQLite's steps between two questions whether to go on: a few milliseconds


def scan(book: Book, job: Job, look: Callable[[sqlite3.Connection], Found]) -> Found | None:
    """Give what `look` finds, or None where the job was cancelled meanwhile; in a worker thread."""
    # SQLite sorts a million rows in short runs three times as fast as in one long list in memory.
    book.db.execute("PRAGMA temp_store=FILE")
    book.db.set_progress_handler(job.cancelled, STEPS)
    try:
        return look(book.db)
    except sqlite3.OperationalError:
        if job.cancelled():
            return None
        raise
    finally:
        book.db.set_progress_handler(None, STEPS)


def scan_halves(
    book: Book, job: Job, look: Callable[[sqlite3.Connection, int, int | None], Found], rows: int
) -> tuple[Found, Found] | None:
    """Let two threads `look` through one half of `rows` each (first and last row number), for SQLite keeps to one core.

    None where the job was cancelled meanwhile. What the halves see may differ by an edit: the journal's number tells.
    """
    middle = rows // 2
    other = book.sibling()
    try:
        with ThreadPoolExecutor(max_workers=1) as pool:
            above = pool.submit(scan, other, job, lambda db: look(db, middle + 1, None))
            below = scan(book, job, lambda db: look(db, 1, middle))
            found = above.result()
    finally:
        other.close()
    return None if below is None or found is None else (below, found)
