"""SQLite: the database of a demonstration, a trial, or a province on one machine.

It is written by exactly one process and, in it, by one thread at a time: two SQLite writers only wait for each other.
Writes that wait share a commit (sync.endpoint.group_commit). It knows no scopes; the predicates of
sync.endpoint.records are its only fence.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from sync.endpoint import migrating
from sync.endpoint.group_commit import GroupCommit, Waited
from sync.endpoint.store import NO_FIRM, Store, StoreProblem, Transaction, busy
from sync.endpoint.tables import PROVINCE

_READERS = 16
_WAIT_SECONDS = 5  # for the database; a longer wait is the client's, who may do something else meanwhile


class SqliteStore(Store):
    """The database file and its folder, which is its own unless another is named."""

    one_process = True

    def __init__(self, url: str, file: Path, folder: Path | None) -> None:
        """Open or create the database, and bring it to today's tables.

        Raises:
            StoreProblem: the file is something else, or of a newer program.

        """
        _refuse_foreign(file)
        self.folder = folder or file.resolve().parent
        for one in (self.folder, file.resolve().parent):
            one.mkdir(parents=True, exist_ok=True)
        self._engine = _engine(url)
        try:
            migrating.bring_up(self._engine)
        except migrating.UnknownVersion as newer:
            message = f"{file} was made by a newer program (step {newer}): update this one"
            raise StoreProblem(message) from newer
        writing = self._engine.execution_options(writing=True)
        self._commits = GroupCommit(writing.connect, _WAIT_SECONDS)

    @contextmanager
    def writing(self, scope: str = NO_FIRM) -> Iterator[Transaction]:
        """Open the write transaction; see Store."""
        del scope
        try:
            with _refusing_while_locked(), self._commits.write() as connection:
                yield Transaction(connection)
        except Waited as error:
            raise busy() from error

    @contextmanager
    def reading(self, scope: str = NO_FIRM) -> Iterator[Transaction]:
        """Open a snapshot for reading; see Store."""
        del scope
        with _refusing_while_locked(), self._engine.begin() as connection:
            yield Transaction(connection)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _refuse_foreign(path: Path) -> None:
    """Refuse a file that is no province's database: a firm's Book named by mistake would be written into."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        message = f"{path} is no database ({error})"
        raise StoreProblem(message) from error
    if tables and PROVINCE.name not in tables:
        message = f"{path} is a database of something else"
        raise StoreProblem(message)


@contextmanager
def _refusing_while_locked() -> Iterator[None]:
    """Turn «somebody else holds the database» (a backup, a look inside) into «come again»: nothing was written."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        raise busy() from error


def _engine(url: str) -> Engine:
    engine = create_engine(url, pool_size=_READERS, max_overflow=_READERS, connect_args={"timeout": _WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
        connection.isolation_level = None  # transactions begin below, not behind our back
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
