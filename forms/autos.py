"""Automatic fields: an SQL expression over the row's own fields as `:name`.

A field is filled in when it is empty, and again when a field its expression names changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.definition import PARAMETER

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored


def fill(book: Book, edition: Edition, row: dict[str, Stored], changed: set[str], *, as_of: str) -> None:
    """Fill the automatic fields of one row in place; `changed` names the fields just set and grows by those filled.

    A field that was just given a value keeps it; one that is kept as typed because it did not parse keeps its text.
    """
    given = {name for name in changed if row.get(name) is not None}
    for field, expression, names in edition.autos:
        if field.id in given or is_unparsed(row, field.id):
            continue
        if row.get(field.id) is not None and not names & changed:
            continue
        value = book.db.execute(f"SELECT ({expression})", _parameters(book, row, names, as_of)).fetchone()[0]
        if value != row.get(field.id):
            row[field.id] = value
            changed.add(field.id)


def is_unparsed(row: Mapping[str, Stored], name: str) -> bool:
    """Tell whether a field is kept as typed because it did not parse."""
    return f'"{name}":[' in str(row.get("unparsed") or "")


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


def insert_expressions(edition: Edition, given: Sequence[str], first_parameter: int) -> tuple[list[str], list[str]]:
    """Write the automatic fields as expressions over the parameters of an INSERT.

    The parameter `first_parameter` is as_of, the next the firm, then come the values of the `given` fields.
    Returns the columns that are not among the given, and the value expression of each column: given ones first.
    """
    places = {name: f"?{number}" for number, name in enumerate(given, first_parameter + 2)}
    places["as_of"] = f"?{first_parameter}"
    places["firm"] = f"?{first_parameter + 1}"
    values = {name: places[name] for name in given}
    extra: list[str] = []

    def place(found: re.Match[str]) -> str:
        return f"({places.get(found.group(1), 'NULL')})"

    for field, expression, _names in edition.autos:
        filled = PARAMETER.sub(place, expression)
        if field.id in values:
            filled = f"coalesce({values[field.id]}, {filled})"
        else:
            extra.append(field.id)
        values[field.id] = places[field.id] = filled
    return extra, list(values.values())
