"""What cannot be decided: a rule or computed figure over a value that did not parse.

A value that did not parse is NULL in its column and kept as typed beside it, so a sum over it would be wrong without
saying so. A statement's columns (as the sandbox reports them) are compared with the rows that hold such values: what it
says of those rows, or of the contract or the period they belong to, is undecided and told to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from forms.unparsed import read as read_unparsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.sandbox import Read

Values = frozenset[str]
NOTHING: Final[Values] = frozenset()


class Doubt:
    """The unparsed values of a Book, and what they make undecided."""

    def __init__(self, db: sqlite3.Connection, catalogue: Catalogue) -> None:
        """Look into a Book, at the province into the filed rows."""
        self._db = db
        self._editions = {catalogue.table(form): catalogue.edition(form) for form in catalogue.forms}
        self._fields: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self._rows: dict[tuple[str, str], dict[frozenset[str], set[str | None]]] = {}

    def over(self, reads: Iterable[Read], per: str) -> Values | None:
        """Give the values of the column `per` that are in doubt for a statement; None where all are.

        A row without a value in `per` may belong anywhere, and a table without that column, too.
        """
        columns: dict[str, set[str]] = {}
        for table, column in reads:
            columns.setdefault(table, set()).add(column)
        values: set[str] = set()
        for table, read in columns.items():
            for unparsed, doubted in self._unparsed(table, per).items():
                if not unparsed.isdisjoint(read):
                    if None in doubted:
                        return None
                    values |= cast("set[str]", doubted)
        return frozenset(values)

    def _unparsed(self, table: str, per: str) -> dict[frozenset[str], set[str | None]]:
        """Give, by what is in doubt of rows that hold unparsed values, their values of `per`; found by an index."""
        if table not in self._editions:
            return {}
        if (table, per) not in self._rows:
            known = {column[0] for column in self._db.execute(f"SELECT * FROM main.{table} LIMIT 0").description}
            looked_at = next((rows for (one, _per), rows in self._rows.items() if one == table), None)
            if per not in known and looked_at is not None:
                return self._rows.setdefault((table, per), {in_doubt: {None} for in_doubt in looked_at})
            value = f"CAST({per} AS TEXT)" if per in known else "NULL"
            # Few different texts stand in thousands of rows, so each is read once.
            told: dict[str, set[str | None]] = {}
            for text, one in self._db.execute(
                f"SELECT unparsed, {value} FROM main.{table} WHERE unparsed IS NOT NULL ORDER BY pos"
            ):
                told.setdefault(text, set()).add(one)
            found = self._rows[table, per] = {}
            for text, some in told.items():
                found.setdefault(self._in_doubt(table, text), set()).update(some)
        return self._rows[table, per]

    def _in_doubt(self, table: str, text: str) -> frozenset[str]:
        """Give what is in doubt of a row that holds these unparsed values."""
        fields = tuple(read_unparsed(text))
        if (table, fields) not in self._fields:
            self._fields[table, fields] = with_dependents(self._editions[table], fields)
        return self._fields[table, fields]


def with_dependents(edition: Edition, unparsed: tuple[str, ...]) -> frozenset[str]:
    """Give the fields in doubt: those that did not parse, what the program fills in from them, and the period."""
    found = set(unparsed)
    waiting = [(field.id, names) for field, _expression, names in edition.autos]
    for _round in waiting:
        found |= {name for name, sources in waiting if not sources.isdisjoint(found)}
    return frozenset(found | {"period"} if edition.period_of in found else found)
