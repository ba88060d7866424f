"""One writer, many writes: those that wait for each other share a commit.

A commit costs a flush of the disk whatever it holds. So a write that finds others waiting leaves the transaction open
for them; whoever finds nobody waiting commits for all. Each write stands in a savepoint of its own, so a refused one
takes nothing of the others away, and nobody goes on before the commit that holds his write is on disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

_MOST_TOGETHER = 64
"""Bounds how long the first of a batch waits."""


class Waited(Exception):
    """The turn did not come in time; nothing was begun."""


class NotCommitted(Exception):
    """The commit that held this write ended without one: nothing of the batch is on disk."""


class _Batch:
    """The writes of one transaction; `over` is set once it is committed, or will never be."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.writes = 0
        self.over = threading.Event()
        self.committed = False
        self.fault: SQLAlchemyError | None = None


class GroupCommit:
    """The write transactions of one database."""

    def __init__(self, connect: Callable[[], Connection], patience: float) -> None:
        """Take how a connection is opened whose transactions write, and the seconds to wait for a turn."""
        self._connect = connect
        self._patience = patience
        self._turn = threading.Condition()
        self._taken = False
        self._waiting = 0
        self._open: _Batch | None = None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the connection for one write; when the block ends well, the write is on disk.

        Raises:
            Waited: the turn did not come.
            SQLAlchemyError: the commit failed, with it this write; so it did for every write it held.

        """
        self._take_turn()
        try:
            batch = self._open or self._begin()
            with batch.connection.begin_nested():
                yield batch.connection
        finally:
            self._pass_turn()
        batch.over.wait()
        if not batch.committed:
            raise batch.fault or NotCommitted

    def _take_turn(self) -> None:
        with self._turn:
            self._waiting += 1
            came = self._turn.wait_for(lambda: not self._taken, self._patience)
            self._waiting -= 1
            if not came:
                raise Waited
            self._taken = True

    def _begin(self) -> _Batch:
        connection = self._connect()
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        self._open = _Batch(connection)
        return self._open

    def _pass_turn(self) -> None:
        """Hand the open transaction to the next, or commit it where nobody waits or enough have come together."""
        batch = self._open
        with self._turn:
            if batch is not None:
                batch.writes += 1
            ends = batch is not None and (not self._waiting or batch.writes >= _MOST_TOGETHER)
            if not ends:
                self._taken = False
                self._turn.notify()
                return
        try:
            self._end()
        finally:
            with self._turn:
                self._taken = False
                self._turn.notify()

    def _end(self) -> None:
        batch, self._open = self._open, None
        if batch is None:
            return
        try:
            batch.connection.commit()
            batch.committed = True
        except SQLAlchemyError as fault:  # told to every write of the batch, each in its own thread
            batch.fault = fault
            batch.connection.invalidate()  # what it had begun must not meet the next
        finally:
            batch.connection.close()
            batch.over.set()
