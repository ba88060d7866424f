"""Rows that other ledgers name and a new revision takes out: an executed contract that is gone (T-013).

Whoever deletes such a row is refused at once (`forms.locks`). Found here, by the firm's gate and by the province's, is
what got round that: a contract that was given another number, and a document made without this program. There is no
row left to point at, so a finding is the period's.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from forms import locks, revisions
from forms.findings import of_period
from forms.rules import Message

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition, RuleCase
    from forms.findings import Finding
    from forms.reading import Reading

_NAMED = (
    "SELECT r.{ref} AS number, count(*) AS times FROM {table} AS r WHERE r.{ref} IN (SELECT value FROM json_each(?))"
    " AND NOT EXISTS (SELECT 1 FROM {own} AS o WHERE o.{key} = r.{ref}) GROUP BY 1 ORDER BY 1"
)


def in_book(book: Book, edition: Edition, periods: Iterable[str]) -> list[Finding]:
    """Tell what the open periods of a form take out of what the province has."""
    if _case(edition) is None:
        return []
    found: list[Finding] = []
    for period in periods:
        base = revisions.base_of(book, edition.form, period)
        if base is not None:
            before = json.loads(base["body"])["rows"]
            found += taken_out(book.db, book.catalogue, edition, period, before)
    return found


def in_document(
    reading: Reading, edition: Edition, heads: Sequence[Mapping[str, Any]], document: Mapping[str, Any]
) -> list[Finding]:
    """Tell what a document takes out of the revision before it; both and the firm's other heads are in the tables."""
    base = next((head for head in heads if head["series"] == document["series"]), None)
    if base is None or _case(edition) is None:
        return []
    with reading.sandbox.trusted() as db:
        return taken_out(db, reading.catalogue, edition, document["series"]["period"], base["rows"])


def taken_out(
    db: sqlite3.Connection,
    catalogue: Catalogue,
    edition: Edition,
    period: str,
    before: Sequence[Mapping[str, Any]],
) -> list[Finding]:
    """Tell the rows filed `before` (as they stand in the document) that are nowhere any more and still named."""
    case = _case(edition)
    if case is None:
        return []
    message, found = Message.of(case.message), []
    for other, ref, key in locks.named_by(catalogue, edition.form):
        query = _NAMED.format(ref=ref, table=other.table, own=edition.table, key=key)
        numbers = json.dumps([row[key] for row in before if row.get(key) is not None])
        for number, times in db.execute(query, (numbers,)):
            values = {key: str(number), "times": str(times), "named_by": other.short}
            found.append(of_period(locks.EXECUTED, case.severity, edition.form, period, message.fill(values)))
    return found


def _case(edition: Edition) -> RuleCase | None:
    """Give the rule's case, None where the form has no such rule."""
    return next((case for rule in edition.rules if rule.id == locks.EXECUTED for case in rule.cases), None)
