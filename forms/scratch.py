"""A copy of a Book to try something on (试导入): what is done to it is as it would be, rules included, and thrown away.

Of the Book itself nothing is locked meanwhile, and a Book that is open elsewhere will do. Left out is what nothing asks
for but its place: the contents of attached files, and the rows the journal keeps of its steps.
"""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms import connection, disk
from forms.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT: Final = frozenset({"attachment_chunks"})
_INSTEAD: Final = {("journal", "images"): "x'93C29080'"}  # MessagePack of an entry without rows
_STORED: Final = 0  # what table_xinfo calls a column that is no generated one


@contextlib.contextmanager
def scratch(book: Book) -> Iterator[Book]:
    """Give a copy of an open Book, to be written to; it is gone when the block ends.

    Raises:
        BookProblem: the Book is damaged, or there is no room for the copy.
    """
    with tempfile.TemporaryDirectory(prefix="zhibao-") as folder:
        path = Path(folder) / book.path.name
        try:
            _copy(book.path, path)
        except sqlite3.DatabaseError as error:
            raise connection.problem_of(error, book.path) or error from error
        with Book.open(path) as copy:
            yield copy


def _copy(source: Path, target: Path) -> None:
    with contextlib.closing(connection.connect(target)) as db:
        db.execute("PRAGMA synchronous=OFF")  # nobody misses it after a power cut
        db.execute("ATTACH ? AS there", (disk.uri_to_read(source),))
        db.execute("BEGIN")
        made = db.execute("SELECT type, name, sql FROM there.sqlite_schema WHERE sql IS NOT NULL").fetchall()
        for kind, name, statement in made:
            if kind == "table" and not name.startswith("sqlite_"):
                db.execute(statement)
                if name not in _LEFT_OUT:
                    _fill(db, name)
        for kind, _name, statement in made:
            if kind != "table":
                db.execute(statement)
        (version,) = db.execute("PRAGMA there.user_version").fetchone()
        db.execute(f"PRAGMA main.user_version={version}")
        db.execute("COMMIT")


def _fill(db: sqlite3.Connection, table: str) -> None:
    columns = [row["name"] for row in db.execute(f"PRAGMA main.table_xinfo({table})") if row["hidden"] == _STORED]
    taken = ", ".join(_INSTEAD.get((table, name), name) for name in columns)
    db.execute(f"INSERT INTO main.{table}({', '.join(columns)}) SELECT {taken} FROM there.{table} ORDER BY rowid")
