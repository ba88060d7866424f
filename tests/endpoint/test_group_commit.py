"""Writes that wait for each other share a commit: fewer flushes, and still nobody goes on before his is on disk."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from sync.endpoint.group_commit import GroupCommit, Waited

CROWD = 40


class Database:
    """A file with one table, and a count of its commits."""

    def __init__(self, path):
        self.engine = create_engine(f"sqlite:///{path}")
        self.commits = 0
        self.refuses = threading.Event()
        with self.engine.begin() as connection:
            connection.execute(text("CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT"))
        event.listen(self.engine, "commit", self._count)

        @event.listens_for(self.engine, "connect")
        def _own_transactions(connection, _record):
            connection.isolation_level = None

        @event.listens_for(self.engine, "begin")
        def _begin(connection):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        self.engine.dispose()
        self.group = GroupCommit(self.engine.connect, patience=0.2)

    def _count(self, _connection):
        self.commits += 1
        if self.refuses.is_set():
            raise SQLAlchemyError("the disk is full")

    def add(self, number, meanwhile=None):
        with self.group.write() as connection:
            connection.execute(text("INSERT INTO t VALUES (:n)"), {"n": number})
            if meanwhile:
                meanwhile()
        return number in self.stored()

    def stored(self):
        with create_engine(self.engine.url).connect() as connection:
            return set(connection.scalars(text("SELECT n FROM t")))

    def held(self, crowd, act):
        """Hold the turn until a crowd waits for it, then let all of them write."""
        came, gate = threading.Event(), threading.Event()

        def hold():
            came.set()
            assert gate.wait(30)

        with ThreadPoolExecutor(len(crowd) + 1) as pool:
            first = pool.submit(act, -1, hold)
            assert came.wait(30)
            self.group._patience = 30
            others = [pool.submit(act, number) for number in crowd]
            while self.group._waiting < len(crowd):
                pass
            gate.set()
        return [first, *others]


@pytest.fixture
def database(tmp_path):
    return Database(tmp_path / "one.db")


def test_a_write_alone_is_on_disk_when_it_returns(database):
    assert database.add(1)
    assert database.commits == 1


def test_those_who_wait_share_a_commit_and_each_finds_his_write_on_disk(database):
    written = database.held(range(CROWD), database.add)
    assert all(one.result() for one in written)
    assert database.commits < CROWD / 2


def test_a_refused_write_takes_nothing_of_the_others_away(database):
    database.add(5)
    written = database.held(range(10), database.add)
    faults = [one.exception() for one in written]
    assert [type(fault) for fault in faults if fault] == [IntegrityError]
    assert database.stored() == {-1, *range(10)}


def test_a_commit_that_fails_is_told_to_everyone_it_held(database):
    database.refuses.set()
    written = database.held(range(10), database.add)
    assert all(isinstance(one.exception(), SQLAlchemyError) for one in written)
    assert database.stored() == set()
    database.refuses.clear()
    assert database.add(1)


def test_who_waits_too_long_has_written_nothing(database):
    came, gate = threading.Event(), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(database.add, 1, lambda: (came.set(), gate.wait(30)))
        assert came.wait(30)
        with pytest.raises(Waited):
            database.add(2)
        gate.set()
        assert holding.result()
    assert database.stored() == {1}
