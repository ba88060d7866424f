"""Automatic fields of many new rows at once: the same expressions as `forms.autos`, worked out column by column.

An expression over codes, dates and rates has few different arguments in a hundred thousand rows, so it is asked once
for each. One over names or amounts, or that looks into tables, has as many as there are rows: it stays an expression
of the INSERT. The automatic parts of a ledger's key are always worked out here: the key must be known beforehand.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from forms.definition import PARAMETER
from forms.inlining import inlined
from forms.kinds import Bool, Coded, Date, Month, Rate

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.kinds import Stored

_FEW_VALUES = Bool | Coded | Date | Month | Rate
_MOST_REMEMBERED = 50_000


class ColumnAutos:
    """The automatic fields of an edition for rows of which a file gives some fields.

    `columns` names the columns that have values once `fill` has run, in its order; `in_insert` the fields that are left
    to the INSERT, with their expressions over those columns as numbered parameters.
    """

    def __init__(self, book: Book, edition: Edition, given: Sequence[str], *, as_of: str) -> None:
        """Sort the automatic fields into those worked out here and those left to the INSERT."""
        self._given = list(given)
        self._catalogue = book.catalogue
        self._constants: dict[str, Stored] = {"as_of": as_of, "firm": book.firm.uscc}
        self._here: list[_Auto] = []
        self._left: list[tuple[Field, str]] = []
        left: set[str] = set()
        known = set(given)
        for field, expression, names in edition.autos:
            if field.id in (*edition.key, edition.key_own) or self._has_few(edition, expression, names & known, left):
                self._here.append(_Auto(book, field.id, expression, self._constants))
                known.add(field.id)
            else:
                self._left.append((field, expression))
                left.add(field.id)
        self.columns = [*given, *(auto.name for auto in self._here if auto.name not in given)]

    @staticmethod
    def _has_few(edition: Edition, expression: str, names: frozenset[str], left: set[str]) -> bool:
        if "select" in expression.lower() or left & set(PARAMETER.findall(expression)):
            return False
        return all(isinstance(edition.by_id[name].kind, _FEW_VALUES) for name in names)

    def fill(
        self, columns: Sequence[Sequence[Stored]], count: int, kept: Mapping[int, Mapping[str, object]]
    ) -> list[Sequence[Stored]]:
        """Give all columns of `count` rows; what is blank is filled, but a cell that is kept as typed stays so."""
        filled: dict[str, Sequence[Stored]] = dict(zip(self._given, columns, strict=True))
        blank: Sequence[Stored] = [None] * count
        held: dict[str, list[int]] = {}
        for index, fields in kept.items():
            for name in fields:
                held.setdefault(name, []).append(index)
        for auto in self._here:
            values = auto.fill([filled.get(name, blank) for name in auto.arguments], filled.get(auto.name), count)
            for index in held.get(auto.name, ()):
                values[index] = None
            filled[auto.name] = values
        return [filled[name] for name in self.columns]

    @property
    def constants(self) -> dict[str, Stored]:
        """Give what an INSERT has to bind before the values of `columns`: what its expressions name of day and firm."""
        named = {name for _field, expression in self._left for name in PARAMETER.findall(expression)}
        return {name: value for name, value in self._constants.items() if name in named}

    def in_insert(self, first_parameter: int) -> dict[str, str]:
        """Give the expression of each field left to the INSERT.

        From the parameter `first_parameter` on stand the values of `constants`, then those of `columns`.
        """
        places = {name: f"?{number}" for number, name in enumerate((*self.constants, *self.columns), first_parameter)}
        expressions: dict[str, str] = {}

        def place(found: re.Match[str]) -> str:
            return f"({places.get(found.group(1), 'NULL')})"

        for field, expression in self._left:
            value = PARAMETER.sub(place, inlined(expression, self._catalogue))
            expressions[field.id] = f"coalesce({places[field.id]}, {value})" if field.id in places else value
            places[field.id] = expressions[field.id]
        return expressions


class _Auto(dict[tuple["Stored", ...], "Stored"]):
    """One automatic field; a dictionary from arguments to value that asks the Book for those it has not met."""

    def __init__(self, book: Book, name: str, expression: str, constants: Mapping[str, Stored]) -> None:
        super().__init__()
        self.name = name
        self.arguments = sorted({found for found in PARAMETER.findall(expression) if found not in constants})
        self._db = book.db
        self._constants = {found: constants[found] for found in PARAMETER.findall(expression) if found in constants}
        self._query = f"SELECT ({expression})"

    def __missing__(self, arguments: tuple[Stored, ...]) -> Stored:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        bound = dict(zip(self.arguments, arguments, strict=True)) | self._constants
        value: Stored = self._db.execute(self._query, bound).fetchone()[0]
        self[arguments] = value
        return value

    def fill(self, columns: list[Sequence[Stored]], own: Sequence[Stored] | None, count: int) -> list[Stored]:
        """Give the field's column: its own values where it has some, worked out ones elsewhere."""
        rows = zip(*columns, strict=True) if columns else repeat((), count)
        blank = count if own is None else own.count(None)
        if own is None or blank == count:
            return list(map(self.__getitem__, rows))
        if not blank:
            return list(own)
        return [self[row] if value is None else value for value, row in zip(own, rows, strict=True)]
