"""A fenced reading of the forms' tables: the connection rules run on, over a Book or over filed documents in memory.

The computed columns of card forms are no columns of a Book. At the firm a temporary view of the table's own name adds
them live; the province puts the figures of the document there as they were filed.
"""

from __future__ import annotations

import contextlib
import sqlite3
import weakref
from typing import TYPE_CHECKING, Final

from forms import child_tables, disk, functions
from forms.rates import book_rates
from forms.rules import FIRM, Compiler, Pack
from forms.sandbox import RuleBroken, Sandbox
from forms.schema import META_COLUMNS, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition

_STATEMENTS: Final = 512


class Reading:
    """A sandboxed connection with the rules compiled for it."""

    def __init__(self, db: sqlite3.Connection, catalogue: Catalogue, side: str, beside: Sequence[str] = ()) -> None:
        """Fence the connection in; its tables, views (and tables `beside`, which they read) and functions are there."""
        self.db = db
        self.catalogue = catalogue
        self.side = side
        self.sandbox = Sandbox(db, [*tables(catalogue), *beside])
        self._compiler: Compiler | None = None
        self._packs: dict[tuple[str, str], Pack] = {}

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
    db.execute("PRAGMA cache_size=-65536")
    return db


def computed_view(catalogue: Catalogue, form: str, source: str = "") -> str | None:
    """Write the view that adds a card form's computed columns to its table; None where it has none.

    `source` stands for the table where given; then there is always a view.
    """
    editions = catalogue.editions(form)
    computed = {field.id: field for edition in editions for field in edition.fields if field.computed is not None}
    if not computed and not source:
        return None
    columns = [f"card_.{name}" for name in (*META_COLUMNS, "period", *(field.id for field in fields_of(editions)))]
    for name, field in computed.items():
        expression = str(field.computed).replace(":period", "card_.period")
        if ":" in expression.replace("::", ""):
            raise RuleBroken(f"指标“{field.label}”", "计算式只能使用参数 :period")
        columns.append(f"({expression}\n) AS {name}")
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
        for form in book.catalogue.forms:
            view = computed_view(book.catalogue, form)
            if view:
                db.execute(view)
        reading = _READINGS[book] = Reading(db, book.catalogue, FIRM)
        book.on_close(lambda: _forget(book, db))
    return reading


def _forget(book: Book, db: sqlite3.Connection) -> None:
    _READINGS.pop(book, None)
    db.close()
