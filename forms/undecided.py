"""What cannot be decided: a rule or computed figure over a value that did not parse.

A value that did not parse is NULL in its column and kept as typed beside it, so a sum over it would be wrong without
saying so. A statement's columns (as the sandbox reports them) are compared with the rows that hold such values: what it
says of those rows, or of the contract or the period they belong to, is undecided and told to nobody.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from forms.catalogue import Catalogue
    from forms.sandbox import Read

Values = frozenset[str]
NOTHING: Final[Values] = frozenset()


class Doubt:
    """The unparsed values of a Book, and what they make undecided."""

    def __init__(self, db: sqlite3.Connection, catalogue: Catalogue) -> None:
        """Look into a Book, at the province into the filed rows."""
        self._db = db
        self._tables = {catalogue.table(form) for form in catalogue.forms}
        self._rows: dict[str, list[tuple[frozenset[str], Mapping[str, object]]]] = {}

    def over(self, reads: Iterable[Read], per: str) -> Values | None:
        """Give the values of the column `per` that are in doubt for a statement; None where all are.

        A row without a value in `per` may belong anywhere, and a table without that column, too.
        """
        columns: dict[str, set[str]] = {}
        for table, column in reads:
            columns.setdefault(table, set()).add(column)
        values: set[str] = set()
        for table, read in columns.items():
            for unparsed, row in self._unparsed(table):
                if unparsed & read:
                    value = row.get(per) if per else None
                    if value is None:
                        return None
                    values.add(str(value))
        return frozenset(values)

    def _unparsed(self, table: str) -> list[tuple[frozenset[str], Mapping[str, object]]]:
        """Read the rows that hold unparsed values, once; there are few, and an index knows them."""
        if table not in self._tables:
            return []
        if table not in self._rows:
            found = self._db.execute(f"SELECT * FROM main.{table} WHERE unparsed IS NOT NULL")
            self._rows[table] = [(frozenset(json.loads(row["unparsed"])), dict(row)) for row in found]
        return self._rows[table]
