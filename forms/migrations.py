"""The versions of a Book's file. A migration is a numbered function; the file is backed up before the first runs."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from forms import backups, disk, kept_editions
from forms.errors import BookProblem
from forms.schema import APPLICATION_ID, create_contents, create_form_tables, create_kept_tables, extend_imports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forms.book import Book
    from forms.catalogue import Catalogue

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (create_contents, extend_imports)
"""Version n+1 is reached from version n by `MIGRATIONS[n - 1]`; `create` makes version 1 and runs them all."""

VERSION = 1 + len(MIGRATIONS)


def create(db: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Create every table of a new Book, inside the caller's transaction."""
    create_kept_tables(db)
    for migrate in MIGRATIONS:
        migrate(db)
    create_form_tables(db, catalogue)
    db.execute("INSERT INTO meta VALUES ('definitions', ?)", (_digest(catalogue),))
    db.execute(f"PRAGMA user_version={VERSION}")


def refuse_other_files(path: Path) -> None:
    """Look at the first bytes of a file without opening it as a database.

    Raises:
        BookProblem: the file is no Book.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise BookProblem(
            "book-not-readable", f"账套文件“{path.name}”打不开（{disk.reason_of(error)}），请检查文件权限。"
        ) from error
    if head[:16] != b"SQLite format 3\0" or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise BookProblem("not-a-book", f"“{path.name}”不是外包直报的账套文件，请选择以 .zhibao 结尾的账套。")


def stored_version(db: sqlite3.Connection) -> int:
    """Read the version of an open file."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def refuse_unfinished(book: Book) -> None:
    """Refuse a file whose making was cut short.

    Raises:
        BookProblem: it has no version or no firm.
    """
    if stored_version(book.db) == 0 or book.get("firm.uscc") is None:
        raise BookProblem("not-a-book", f"账套“{book.path.name}”没有建完，请删除后重新建立，或从备份恢复。")


def is_behind(book: Book) -> bool:
    """Tell whether the file lacks a migration, or what a new edition needs."""
    return stored_version(book.db) < VERSION or book.get("definitions") != _digest(book.catalogue)


def bring_up_to_date(book: Book) -> None:
    """Run the migrations that are missing, and add the columns of new editions."""
    version = stored_version(book.db)
    digest = _digest(book.catalogue)
    if not is_behind(book):
        return
    if version < VERSION:
        backups.back_up(book)
    with book.transaction() as db:
        for migrate in MIGRATIONS[version - 1 :]:
            migrate(db)
        create_form_tables(db, book.catalogue)
        if book.get("definitions") != digest:
            kept_editions.keep(book, book.catalogue)
        book.put("definitions", digest)
        db.execute(f"PRAGMA user_version={VERSION}")


def _digest(catalogue: Catalogue) -> str:
    """Name the set of editions a file has columns for."""
    return "\n".join(edition.sha256 for form in catalogue.forms for edition in catalogue.editions(form))
