"""The endpoint's database: one writer, many readers, every commit on disk before it is answered.

SQLite is written by exactly one process and, in it, by one thread at a time: two SQLite writers only wait for each
other. What a firm owns is reached through `Transaction.firm(...)` alone (sync.endpoint.records).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, make_url, select
from sqlalchemy.exc import ArgumentError, OperationalError

from sync.endpoint.records import FirmRecords, ReviewRecords
from sync.endpoint.refusal import Refusal
from sync.endpoint.tables import METADATA, PROVINCE
from sync.problems import ProblemType

_READERS = 16
_WAIT_SECONDS = 5  # for the database; a longer wait is the client's, who may do something else meanwhile


class StoreProblem(Exception):
    """The database cannot be used as asked; the text says why, in one English sentence for the operator."""


class Transaction:
    """One transaction: the bare connection for the nouns without a firm, and the records of a firm."""

    def __init__(self, connection: Connection) -> None:
        """Wrap a connection inside its transaction."""
        self.connection = connection

    def firm(self, firm: str) -> FirmRecords:
        """Return the records of one firm; nothing of another firm can be reached through them."""
        return FirmRecords(self.connection, firm)

    def review(self) -> ReviewRecords:
        """Return what a reviewer sees: filings of all firms."""
        return ReviewRecords(self.connection)


class Store:
    """The database behind an SQLAlchemy address; only `sqlite:///file` for now."""

    def __init__(self, url: str) -> None:
        """Open or create the database.

        Raises:
            StoreProblem: the address is of another kind or names no file, or a file that is something else.

        """
        message = "the database address must be sqlite:///path/to/file.db"
        try:
            address = make_url(url)
        except ArgumentError as error:
            raise StoreProblem(message) from error
        if address.get_backend_name() != "sqlite" or not address.database or address.database == ":memory:":
            raise StoreProblem(message)
        _refuse_foreign(Path(address.database))
        self.folder = Path(address.database).resolve().parent
        self.folder.mkdir(parents=True, exist_ok=True)
        self._engine = _sqlite_engine(url)
        self._writer = self._engine.execution_options(writing=True)
        self._one_writer = threading.Lock()
        METADATA.create_all(self._engine)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Open the write transaction; it is committed, and on disk, when the block ends without an exception."""
        if not self._one_writer.acquire(timeout=_WAIT_SECONDS):
            raise _busy()
        try:
            with _refusing_while_locked(), self._writer.begin() as connection:
                yield Transaction(connection)
        finally:
            self._one_writer.release()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Open a snapshot for reading."""
        with _refusing_while_locked(), self._engine.begin() as connection:
            yield Transaction(connection)

    def fact(self, name: str, value: str) -> str:
        """Return a fact about this province (epoch, demo …), writing `value` down if there is none yet."""
        with self.writing() as transaction:
            known = transaction.connection.scalar(select(PROVINCE.c.value).where(PROVINCE.c.name == name))
            if known is not None:
                return str(known)
            transaction.connection.execute(insert(PROVINCE).values(name=name, value=value))
            return value

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


def _busy() -> Refusal:
    return Refusal(ProblemType.BUSY, "省平台正忙，没有收下这次内容；内容仍在本机，稍后会自动再试。")


@contextmanager
def _refusing_while_locked() -> Iterator[None]:
    """Turn «somebody else holds the database» (a backup, a look inside) into «come again»: nothing was written."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        raise _busy() from error


def _sqlite_engine(url: str) -> Engine:
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
