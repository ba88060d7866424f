"""The endpoint's database, whichever it is: transactions with a scope, every commit on disk before it is answered.

What a firm owns is reached through `Transaction.firm(...)` alone (sync.endpoint.records), which puts the firm into
every statement. The scope a transaction is opened with says the same a second time, to a database that can hold to it
by itself (sync.endpoint.postgres_store).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, make_url, select
from sqlalchemy.exc import ArgumentError

from sync.endpoint.dialects import insert_or_keep
from sync.endpoint.records import FirmRecords, ReviewRecords
from sync.endpoint.refusal import Refusal
from sync.endpoint.tables import PROVINCE
from sync.problems import ProblemType

NO_FIRM: Final = ""
"""The scope of who is not known yet: devices, codes and tokens, no filing of anybody."""
ALL_FIRMS: Final = "*"
"""The scope of the administrator and of the province's own script."""


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


class Store(ABC):
    """The database of a province and the folder beside it (keys, scheme packs, attached files)."""

    folder: Path
    one_process: bool
    """Whether only one endpoint process may use the database."""

    @abstractmethod
    def writing(self, scope: str = NO_FIRM) -> AbstractContextManager[Transaction]:
        """Open a transaction that writes; it is committed, and on disk, when the block ends without an exception.

        `scope` is whose call it is: a firm, ALL_FIRMS or NO_FIRM.

        Raises:
            Refusal: busy: the database is held by somebody else, or not there for the moment; nothing was written.

        """

    @abstractmethod
    def reading(self, scope: str = NO_FIRM) -> AbstractContextManager[Transaction]:
        """Open a snapshot for reading, of the same scopes and refusals."""

    @abstractmethod
    def close(self) -> None:
        """Close every connection."""

    def fact(self, name: str, value: str) -> str:
        """Return a fact about this province (epoch, demo …), writing `value` down if there is none yet."""
        with self.writing() as transaction:
            transaction.connection.execute(
                insert_or_keep(transaction.connection, PROVINCE).values(name=name, value=value)
            )
            known = transaction.connection.scalar(select(PROVINCE.c.value).where(PROVINCE.c.name == name))
            return str(known)


def open_store(url: str, folder: Path | None = None) -> Store:
    """Open the database behind an SQLAlchemy address: `sqlite:///file`, or `postgresql://…` with a folder.

    Raises:
        StoreProblem: the address is of another kind, or the database is not fit to be used.

    """
    from sync.endpoint.sqlite_store import SqliteStore

    message = "the database address must be sqlite:///path/to/file.db or postgresql://user@host/database"
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreProblem(message) from error
    backend = address.get_backend_name()
    if backend == "sqlite" and address.database and address.database != ":memory:":
        return SqliteStore(url, Path(address.database), folder)
    if backend != "postgresql":
        raise StoreProblem(message)
    if folder is None:
        raise StoreProblem("a PostgreSQL endpoint needs --folder for its keys, scheme packs and attached files")
    from sync.endpoint.postgres_store import PostgresStore

    return PostgresStore(address, folder)


def busy() -> Refusal:
    """Return the answer while the database is held by somebody else: nothing was written, come again."""
    return Refusal(ProblemType.BUSY, "省平台正忙，没有收下这次内容；内容仍在本机，稍后会自动再试。")
