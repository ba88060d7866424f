"""Automatic fields: an SQL expression over the row's own fields as `:name`.

A field is filled in when it is empty, and again when a field its expression names changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import unparsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored


def fill(book: Book, edition: Edition, row: dict[str, Stored], changed: set[str], *, as_of: str) -> None:
    """Fill the automatic fields of one row in place; `changed` names the fields just set and grows by those filled.

    A field that was just given a value keeps it; one that is kept as typed because it did not parse keeps its text.
    """
    given = {name for name in changed if row.get(name) is not None}
    for field, expression, names in edition.autos:
        if field.id in given or unparsed.holds(row, field.id):
            continue
        if row.get(field.id) is not None and not names & changed:
            continue
        value = book.db.execute(f"SELECT ({expression})", _parameters(book, row, names, as_of)).fetchone()[0]
        if value != row.get(field.id):
            row[field.id] = value
            changed.add(field.id)


def answers(
    book: Book, edition: Edition, row: Mapping[str, Stored], fields: frozenset[str], *, as_of: str
) -> dict[str, Stored]:
    """Give what the automatic fields would be for a row if they were still empty."""
    return {
        field.id: book.db.execute(
            f"SELECT ({sql})", _parameters(book, {**row, field.id: None}, names, as_of)
        ).fetchone()[0]
        for field, sql, names in edition.autos
        if field.id in fields
    }


def _parameters(book: Book, row: Mapping[str, Stored], names: frozenset[str], as_of: str) -> dict[str, Stored]:
    bound: dict[str, Stored] = {name: row.get(name) for name in names}
    bound["as_of"] = as_of
    if "firm" in names:
        bound["firm"] = book.firm.uscc
    return bound
