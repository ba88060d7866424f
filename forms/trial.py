"""What the row rules would find in a card form's record with what is being typed in it. Nothing is written.

A reading of its own, in which a temporary view puts the record as it would be in the place of the one in the Book.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Final

from forms import cells, disk, functions, ledger, rows
from forms.evaluation import Evaluation, Scope
from forms.findings import Finding, Reporter
from forms.rates import book_rates
from forms.reading import Reading, computed_view, connect
from forms.rules import FIRM
from forms.undecided import Doubt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.book import Book
    from forms.kinds import Stored
    from forms.sandbox import Bound

_TRIED: Final = "tried_"
_TRIALS: weakref.WeakKeyDictionary[Book, dict[str, Reading]] = weakref.WeakKeyDictionary()


def try_card(book: Book, form: str, period: str, typed: Mapping[str, object], *, as_of: str) -> list[Finding]:
    """Give what the row rules would find if `typed` were committed to the record of the period.

    Raises:
        EditRefused: a field is not for typing, or the period takes no record.
    """
    edition = book.catalogue.edition(form, period)
    row = _as_typed(book, form, period, typed, as_of)
    reading = _reading(book, form)
    names = list(row)
    with reading.sandbox.trusted() as db:
        db.execute(f"DELETE FROM {_TRIED}")
        db.execute(f"INSERT INTO {_TRIED}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", [*row.values()])
        doubt = Doubt(db, book.catalogue)
    bound: Bound = {"as_of": as_of, "firm": book.firm.uscc}
    run = Evaluation(reading, reading.pack(edition), Reporter(edition, {}), doubt, bound)
    scope = Scope.of_row(str(row["uid"]))
    with reading.snapshot():
        return [*run.unparsed(scope), *run.rows(scope)]


def _as_typed(book: Book, form: str, period: str, typed: Mapping[str, object], as_of: str) -> dict[str, Stored]:
    """Give the record as it would be."""
    edition = book.catalogue.edition(form, period)
    stored = ledger.card_row(book, form, period)
    if stored is None:
        row = cells.new_row(
            book, edition, {"period": period, **typed}, pos=ledger.row_count(book, form) + 1, as_of=as_of
        )
        return row | {"uid": "-"}
    before = rows.read_images(book, form, [stored["uid"]])[stored["uid"]]
    return cells.edited(book, edition, before, list(typed.items()), as_of=as_of)


def _reading(book: Book, form: str) -> Reading:
    """Give the reading of a form in which one record can be replaced; kept until the Book closes."""
    known = _TRIALS.setdefault(book, {})
    if form not in known:
        catalogue, table = book.catalogue, book.catalogue.table(form)
        db = connect(disk.uri_to_read(book.path), uri=True)
        functions.register(db, catalogue, book_rates(book.db, catalogue))
        db.execute(f"CREATE TEMP TABLE {_TRIED} AS SELECT * FROM main.{table} WHERE 0")
        others = f"SELECT * FROM main.{table} WHERE uid NOT IN (SELECT uid FROM {_TRIED})"
        for each in catalogue.forms:
            source = f"({others} UNION ALL SELECT * FROM {_TRIED})" if each == form else ""
            view = computed_view(catalogue, each, source)
            if view:
                db.execute(view)
        known[form] = Reading(db, catalogue, FIRM, [_TRIED])
        book.on_close(db.close)
    return known[form]
