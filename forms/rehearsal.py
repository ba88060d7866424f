"""Rehearsing a restore (恢复演练): the newest backup is brought back to a scratch place, opened, and compared.

What a firm has of its backups is known only when one came back. The copy is compared with what was written down when
it was made (bytes, rows of each form) and, row by row, with the Book: with all of it where nothing changed since,
else with what never changes, the filings, receipts, decisions and the audit trail.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from forms import backups
from forms.book import Book, now
from forms.errors import BookProblem

if TYPE_CHECKING:
    import sqlite3

REHEARSED = "backup.rehearsed"
"""The setting of a Book that keeps how its last rehearsal went."""
_LASTING = {"filings": "id", "receipts": "filing_id", "decisions": "id", "audit": "seq"}
_BESIDE = ("explanations", "corrections", "rates", "imports", "journal", "attachments")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How a rehearsal went: `fault` is empty where the backup came back whole, else a Chinese sentence.

    `at` is in UTC; `rows` counts the rows of each form that came back; `same` tells that the Book is still as it was.
    """

    at: str
    backup: str
    fault: str = ""
    same: bool = False
    rows: dict[str, int] = field(default_factory=dict)


def last(book: Book) -> Rehearsal | None:
    """Give the last rehearsal of a Book, None where there was none."""
    kept = book.get(REHEARSED)
    return None if kept is None else Rehearsal(**json.loads(kept))


def rehearse(book: Book, folder: Path) -> Rehearsal:
    """Restore the newest backup of the folder to a scratch place, compare it, and keep the result in the Book.

    Raises:
        BookProblem: there is no backup yet, or no room to restore one.
    """
    newest = next(iter(backups.list_backups(folder, book.path.stem)), None)
    if newest is None:
        raise BookProblem("no-backup", "还没有备份，请先点“立即备份”，再做恢复演练。")
    with tempfile.TemporaryDirectory(prefix="zhibao-") as scratch:
        copy = Path(scratch) / newest.name
        try:
            backups.restore(newest, copy)
            with Book.open(copy) as restored:
                found = _compared(book, restored, newest)
        except BookProblem as problem:
            if problem.code == "restore-failed":
                raise
            found = Rehearsal(now(), newest.name, fault=problem.message)
    if not book.readonly:
        book.put(REHEARSED, json.dumps(asdict(found), ensure_ascii=False))
    return found


def _compared(book: Book, restored: Book, newest: Path) -> Rehearsal:
    rows = backups.rows_of(restored.db, restored)
    made = backups.remembered(book).get(newest.name)
    book.db.execute("BEGIN")  # the Book as it is at one moment, whatever is typed meanwhile
    try:
        same = not _differing(book, restored)
        lost = [] if same else _lost(book, restored)
    finally:
        book.db.execute("ROLLBACK")
    fault = ""
    if made is not None and made.sha256 != backups.sha256_of(newest):
        fault = f"备份“{newest.name}”写成以后被改动过，请重新备份，并检查备份所在的磁盘。"
    elif made is not None and made.rows != {form: rows.get(form) for form in made.rows}:  # forms that came since: none
        fault = f"备份“{newest.name}”恢复出来的行数与备份时不一致，请重新备份。"
    elif lost:
        fault = f"备份“{newest.name}”里的报送记录与账套不一致，请重新备份，并保留这份备份备查。"
    return Rehearsal(now(), newest.name, fault, same, rows)


def _differing(book: Book, restored: Book) -> list[str]:
    """List the tables that do not hold the same rows."""
    tables = [*(book.catalogue.table(form) for form in book.catalogue.forms), *_LASTING, *_BESIDE]
    return [table for table in tables if _digest(book.db, table) != _digest(restored.db, table)]


def _lost(book: Book, restored: Book) -> list[str]:
    """List the tables in which the copy holds a lasting row that the Book does not."""
    found = []
    for table, key in _LASTING.items():
        query = f"SELECT {key} AS k, * FROM {table}"
        there = {row[0]: tuple(row) for row in book.db.execute(query)}
        if any(there.get(row[0]) != tuple(row) for row in restored.db.execute(query)):
            found.append(table)
    return found


def _digest(db: sqlite3.Connection, table: str) -> str:
    """Digest the rows of a table in their order."""
    digest = hashlib.sha256()
    for row in db.execute(f"SELECT * FROM {table} ORDER BY rowid"):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
