"""A fenced reading of the forms' tables: the connection rules run on, over a Book or over filed documents in memory.

The computed columns of card forms are no columns of a Book. At the firm a temporary view of the table's own name adds
them live; the province puts the figures of the document there as they were filed. A figure that several rules ask for
is worked out once a check: each is a sum over the ledgers.
"""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from collections import Counter
from typing import TYPE_CHECKING, Final

from forms import child_tables, disk, functions
from forms.rates import book_rates
from forms.rules import FIRM, Compiler, Pack
from forms.sandbox import RuleBroken, Sandbox
from forms.schema import META_COLUMNS, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field

_STATEMENTS: Final = 512


class Reading:
    """A sandboxed connection with the rules compiled for it."""

    def __init__(
        self,
        db: sqlite3.Connection,
        catalogue: Catalogue,
        side: str,
        beside: Sequence[str] = (),
        computed: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Fence the connection in; its tables, views (and tables `beside`, which they read) and functions are there.

        `computed` names by table the columns that `remember` has a place for.
        """
        self.db = db
        self.catalogue = catalogue
        self.side = side
        self.sandbox = Sandbox(db, [*tables(catalogue), *beside])
        self._compiler: Compiler | None = None
        self._packs: dict[tuple[str, str], Pack] = {}
        self._computed = computed or {}

    def pack(self, edition: Edition) -> Pack:
        """Give an edition's rules, compiled the first time they are asked for.

        Raises:
            RuleBroken: a rule is wrong.
        """
        key = edition.form, edition.first
        if key not in self._packs:
            self._compiler = self._compiler or Compiler(self.catalogue, self.sandbox, self.side)
            self._packs[key] = self._compiler.pack(edition)
        return self._packs[key]

    def remember(self, packs: Iterable[Pack]) -> None:
        """Work out once what several set rules read of computed columns; forgotten when the snapshot ends.

        Raises:
            RuleBroken: a figure cannot be worked out, or not in time.
        """
        asked = Counter(read for pack in packs for case in pack.sets for read in case.reads)
        for table, computed in self._computed.items():
            names = ["uid", *(name for name in computed if asked[table, name] > 1)]
            if len(names) > 1:
                columns, places = ", ".join(names), ", ".join("?" * len(names))
                rows = self.sandbox.run(f"SELECT {columns} FROM {table}", {}, "报表的计算指标")
                with self.sandbox.trusted() as db:
                    db.executemany(f"INSERT INTO {_remembered(table)}({columns}) VALUES ({places})", rows)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Hold one state of the data, so that two statements cannot see an edit between them."""
        with self.sandbox.trusted() as db:
            db.execute("BEGIN")
        try:
            yield db
        finally:
            with self.sandbox.trusted():
                db.execute("ROLLBACK")


def tables(catalogue: Catalogue) -> list[str]:
    """Name the tables rules may read: the forms', what was filed of the card forms, and the links of rows."""
    names = [catalogue.table(form) for form in catalogue.forms]
    cards = [catalogue.table(form) for form in catalogue.forms if not catalogue.edition(form).is_ledger]
    return [*names, *(f"filed_{name}" for name in cards), *child_tables.names(catalogue)]


def connect(target: str, *, uri: bool = False) -> sqlite3.Connection:
    """Open a connection as readings need it."""
    db = sqlite3.connect(
        target, uri=uri, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS, timeout=10.0
    )
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA trusted_schema=OFF")
    db.execute("PRAGMA cache_size=-16384")  # rules scan: with four times as much they take as long
    return db


def _remembered(table: str) -> str:
    return f"remembered_{table}"


def _computed(catalogue: Catalogue, form: str) -> dict[str, Field]:
    editions = catalogue.editions(form)
    return {field.id: field for edition in editions for field in edition.fields if field.computed is not None}


def computed_view(catalogue: Catalogue, form: str, source: str = "", remembered: str = "") -> str | None:
    """Write the view that adds a card form's computed columns to its table; None where it has none.

    `source` stands for the table where given; then there is always a view. What the table `remembered` has of a row
    is not worked out again.
    """
    editions, computed = catalogue.editions(form), _computed(catalogue, form)
    if not computed and not source:
        return None
    columns = [f"card_.{name}" for name in (*META_COLUMNS, "period", *(field.id for field in fields_of(editions)))]
    for name, field in computed.items():
        expression = str(field.computed).replace(":period", "card_.period")
        if ":" in expression.replace("::", ""):
            raise RuleBroken(f"指标“{field.label}”", "计算式只能使用参数 :period")
        known = f"(SELECT known_.{name} FROM {remembered} AS known_ WHERE known_.uid = card_.uid)" if remembered else ""
        columns.append(f"coalesce({known}, ({expression}\n)) AS {name}" if known else f"({expression}\n) AS {name}")
    table = editions[-1].table
    return f"CREATE TEMP VIEW {table} AS SELECT {', '.join(columns)} FROM {source or f'main.{table}'} AS card_"


_READINGS: weakref.WeakKeyDictionary[Book, Reading] = weakref.WeakKeyDictionary()


def reading_of(book: Book) -> Reading:
    """Give the reading of an open Book: a second, read-only connection kept until the Book closes.

    It sees what was committed, so also the edit that was acknowledged a moment ago.
    """
    reading = _READINGS.get(book)
    if reading is None:
        db = connect(disk.uri_to_read(book.path), uri=True)
        functions.register(db, book.catalogue, book_rates(book.db, book.catalogue))
        reading = _READINGS[book] = _with_computed(db, book.catalogue)
        book.on_close(lambda: _forget(book, db))
    return reading


def _with_computed(db: sqlite3.Connection, catalogue: Catalogue) -> Reading:
    """Fence a Book's connection in, the computed columns of its card forms added."""
    found = {catalogue.table(form): (form, tuple(_computed(catalogue, form))) for form in catalogue.forms}
    computed = {table: (form, names) for table, (form, names) in found.items() if names}
    for table, (form, names) in computed.items():
        db.execute(f"CREATE TEMP TABLE {_remembered(table)}(uid PRIMARY KEY, {', '.join(names)})")
        db.execute(str(computed_view(catalogue, form, remembered=_remembered(table))))
    beside = [_remembered(table) for table in computed]
    return Reading(db, catalogue, FIRM, beside, {table: names for table, (_form, names) in computed.items()})


def _forget(book: Book, db: sqlite3.Connection) -> None:
    _READINGS.pop(book, None)
    db.close()
