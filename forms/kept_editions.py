"""The periods of a Book that keep an older edition than the one that applies; one line of `meta`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from forms.book import Book
    from forms.catalogue import Catalogue, Kept

_KEPT: Final = "editions.kept"


def kept(db: sqlite3.Connection) -> Kept:
    """Give the edition of each (form, period) that keeps an older one."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEPT,)).fetchone()
    found: dict[str, dict[str, str]] = json.loads(row[0]) if row else {}
    return {(form, period): first for form, some in found.items() for period, first in some.items()}


def keep(book: Book, catalogue: Catalogue) -> None:
    """Remember, when new editions come, which periods were begun under an older one."""
    found = kept(book.db)
    for form in catalogue.forms:
        known = {edition.first for edition in catalogue.editions(form)}
        for period, first in _begun(book, catalogue, form) if len(known) > 1 else ():
            if first in known and first < catalogue.edition(form, period).first:
                found.setdefault((form, period), first)
    write(book, found)


def _begun(book: Book, catalogue: Catalogue, form: str) -> list[tuple[str, str]]:
    """List (period, edition) of what has rows or was filed."""
    table = catalogue.table(form)
    query = (
        f"SELECT period, min(edition) FROM (SELECT period, edition FROM {table} WHERE period IS NOT NULL "
        "UNION ALL SELECT period, edition FROM filings WHERE form = ?) GROUP BY period"
    )
    return [(row[0], row[1]) for row in book.db.execute(query, (form,))]


def write(book: Book, found: Mapping[tuple[str, str], str]) -> None:
    """Remember these, and no others."""
    table: dict[str, dict[str, str]] = {}
    for (form, period), first in sorted(found.items()):
        table.setdefault(form, {})[period] = first
    said = json.dumps(table) if table else None
    if said != book.get(_KEPT):
        book.put(_KEPT, said)
