"""The Book (账套): one firm's SQLite file with its drafts, ledgers, filings, receipts and history.

A Book is opened by one writing process at a time; threads of that process use `sibling()` connections. Every edit is
one transaction in WAL with synchronous=FULL, so what was acknowledged survives a crash and a power cut.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import filelock

from forms import connection, disk, functions, kept_editions, migrations, places
from forms.catalogue import Catalogue, load_catalogue
from forms.creditcode import check_credit_code
from forms.errors import BookProblem, InputRefused
from forms.rates import book_rates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIX = ".zhibao"
HEADER = ("unit_head", "stat_head", "filler", "filler_tel")


def now() -> str:
    """Give the present moment in UTC, «2026-11-23T08:15:30Z»."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Firm:
    """Who the Book belongs to. `starts_on` is the first date it reports for here, `owner` tells a park from a firm."""

    uscc: str
    name: str
    division: str
    starts_on: str
    demo: bool
    owner: str = "firm"


class Book:
    """An open Book. Make one with `create` or `open`; close it, or use it as a context manager."""

    def __init__(
        self, path: Path, db: sqlite3.Connection, lock: filelock.BaseFileLock | None, *, newer: bool = False
    ) -> None:
        """Wrap an open connection; `create`, `open` and `sibling` call this."""
        self.path = path
        self.db = db
        self.catalogue: Catalogue = load_catalogue()
        self.newer = newer
        self._lock = lock
        self._owner = True
        self._depth = 0
        self._closers: list[Callable[[], None]] = []

    # -- opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        uscc: str,
        name: str,
        division: str,
        starts_on: str | None = None,
        demo: bool = False,
        owner: str = "firm",
    ) -> Book:
        """Create the Book of a firm, or (`owner`) of a «park».

        Raises:
            InputRefused: the credit code or the division does not exist.
            BookProblem: the file exists, or lies where a Book cannot be kept.
        """
        facts = {**_identity(uscc, name, division), "starts_on": starts_on or f"{now()[:4]}-01-01"}
        places.refuse_taken(path)
        places.refuse_unfit(path)
        lock = connection.locked(path)
        try:
            book = cls(path, connection.connect(path), lock)
            with book.transaction():
                migrations.create(book.db, book.catalogue)
                for key, value in {**facts, "demo": "1" if demo else "0", "owner": owner}.items():
                    book.put(f"firm.{key}", value)
                book.put("created_at", now())
            book._ready()
        except BaseException as error:
            connection.discard(path, lock)
            problem = disk.problem_of(error)
            if problem is not None:
                raise problem from error
            raise
        return book

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Book:
        """Open a Book; one from a newer version of the program opens read-only.

        Raises:
            BookProblem: it is missing, no Book, damaged, or open in another process.
        """
        places.refuse_missing(path)
        places.refuse_unfit(path)
        migrations.refuse_other_files(path)
        lock = None if readonly else connection.locked(path)
        try:
            db = connection.connect(path, readonly=readonly)
            book = cls(path, db, lock, newer=migrations.stored_version(db) > migrations.VERSION)
            migrations.refuse_unfinished(book)
            if not book.readonly:
                migrations.bring_up_to_date(book)
            elif not book.newer and migrations.is_behind(book):
                db.close()
                cls.open(path).close()
                return cls.open(path, readonly=True)
            book._ready()
        except sqlite3.DatabaseError as error:
            connection.release(lock)
            raise connection.problem_of(error, path) or connection.damaged(path) from error
        except BaseException:
            connection.release(lock)
            raise
        return book

    def sibling(self) -> Book:
        """Open another connection to the same Book for a background thread; close it there."""
        other = Book(self.path, connection.connect(self.path, readonly=self.readonly), self._lock, newer=self.newer)
        other._owner = False
        other._ready()
        return other

    def editions_changed(self) -> None:
        """Take up which periods keep an older edition."""
        self.catalogue = load_catalogue().keeping(kept_editions.kept(self.db))

    def _ready(self) -> None:
        self.editions_changed()
        functions.register(self.db, self.catalogue, book_rates(self.db, self.catalogue))

    def rates_changed(self) -> None:
        """Take up exchange rates that were just imported."""
        self._ready()

    @property
    def readonly(self) -> bool:
        """Tell whether nothing can be written: opened so, or made by a newer version."""
        return self._lock is None or self.newer

    def on_close(self, callback: Callable[[], None]) -> None:
        """Call back before the connection closes."""
        self._closers.append(callback)

    def close(self) -> None:
        """Close the connection and let others open the Book."""
        for callback in self._closers:
            callback()
        self._closers.clear()
        self.db.close()
        if self._owner:
            connection.release(self._lock)

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Close at the end; what failed under the Book meanwhile is said to be so.

        Raises:
            BookProblem: the file is damaged, or the disk failed.
        """
        self.close()
        problem = connection.problem_of(error, self.path)
        if problem is not None:
            raise problem from error

    # -- transactions and settings

    def refuse_readonly(self) -> None:
        """Refuse what would write, before anything outside the Book has happened.

        Raises:
            BookProblem: the Book was made by a newer version, or is open to read only.
        """
        if self.newer:
            raise BookProblem("read-only", "账套由更新版本的程序建立，本程序只能查看；请更新程序后再修改。")
        if self.readonly:
            raise BookProblem("read-only", "账套以只读方式打开，不能修改；请关闭其他窗口后重试。")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run a block as one transaction; inside another it joins the outer one.

        Raises:
            BookProblem: the Book is read-only, the disk is full, or another process holds it.
        """
        self.refuse_readonly()
        if self._depth:
            yield self.db
            return
        try:
            self.db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield self.db
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            problem = connection.problem_of(error, self.path)
            if problem is None:
                raise
            raise problem from error
        finally:
            self._depth = 0

    def get(self, key: str, default: str | None = None) -> str | None:
        """Read a setting of the Book."""
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else default

    def put(self, key: str, value: str | None) -> None:
        """Write a setting of the Book; None removes it."""
        with self.transaction() as db:
            if value is None:
                db.execute("DELETE FROM meta WHERE key = ?", (key,))
            else:
                db.execute(
                    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (key, value),
                )

    @property
    def firm(self) -> Firm:
        """Give the firm the Book belongs to."""
        found = {
            key: value or "" for key, value in self.db.execute("SELECT key, value FROM meta WHERE key LIKE 'firm.%'")
        }
        return Firm(
            uscc=found["firm.uscc"],
            name=found["firm.name"],
            division=found["firm.division"],
            starts_on=found["firm.starts_on"],
            demo=found.get("firm.demo") == "1",
            owner=found.get("firm.owner", "firm"),
        )

    @property
    def forms(self) -> tuple[str, ...]:
        """List the forms its owner reports, in send order."""
        owner = self.firm.owner
        return tuple(form for form in self.catalogue.forms if self.catalogue.edition(form).owner == owner)

    @property
    def header(self) -> dict[str, str]:
        """Give the report header: firm, division and the people who answer for the figures."""
        firm = self.firm
        people = {key: self.get(f"header.{key}", "") or "" for key in HEADER}
        return {"ent_name": firm.name, "division": firm.division, **people}

    def set_header(self, **people: str) -> None:
        """Set 单位负责人 unit_head, 统计负责人 stat_head, 填表人 filler, 联系电话 filler_tel."""
        with self.transaction():
            for key, value in people.items():
                if key not in HEADER:
                    raise InputRefused("unknown-header", f"表头没有“{key}”这一项。")
                self.put(f"header.{key}", value.strip())


def _identity(uscc: str, name: str, division: str) -> dict[str, str]:
    """Give whom a new Book is for, as it is kept: the code in capitals without blanks, the name on one line."""
    code = "".join(unicodedata.normalize("NFKC", uscc).split()).upper()
    fault = check_credit_code(code)
    if fault:
        raise InputRefused("bad-uscc", fault.sentence)
    if division not in load_catalogue().codelist("divisions"):
        raise InputRefused("bad-division", f"“{division}”不是行政区划代码，请填注册地的6位代码，如延吉市是 222401。")
    if not name.strip():
        raise InputRefused("no-name", "请填写企业名称。")
    return {"uscc": code, "name": " ".join(name.split()), "division": division}
