"""A filter of one column as SQL: chosen values, a text, a range; and the values to choose from, with counts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from forms.kinds import Choices, Coded, Unparsed

if TYPE_CHECKING:
    import sqlite3

    from desktop.models.columns import Column
    from desktop.models.row_pages import Narrowing
    from forms.kinds import Stored

MOST_VALUES = 500
RANGED = frozenset({"date", "month"})
LAST_LETTER = "\uffff"  # after every day of the month it follows


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What a column's cells must be. `values` None means any; `blank` and `unread` let empty and unread cells through.

    `low` and `high` are stored values; a date may be cut off («2026-10» is the whole month).
    """

    field: str
    values: tuple[Stored, ...] | None = None
    blank: bool = False
    unread: bool = False
    contains: str = ""
    low: Stored = None
    high: Stored = None


class Choice(NamedTuple):
    """One value of a column and in how many rows it stands."""

    value: Stored
    label: str
    rows: int


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """The values of a column, the most frequent first or in their order; `more` says that not all are listed."""

    choices: tuple[Choice, ...]
    blank: int
    unread: int
    more: bool


def is_ranged(column: Column) -> bool:
    """Tell whether a column has an order people ask ranges of: numbers, dates, months."""
    return column.kind.numeric or column.kind.name in RANGED


def clause_of(column: Column, wanted: ColumnFilter) -> tuple[str, list[Any]]:
    """The condition of a filter, with its parameters."""
    clauses: list[str] = []
    params: list[Any] = []
    if wanted.values is not None:
        tests = [f"{column.id} IN (SELECT value FROM json_each(?))"]
        tests += [f"({column.id} IS NULL AND NOT {_unread(column)})"] if wanted.blank else []
        tests += [_unread(column)] if wanted.unread else []
        clauses.append(f"({' OR '.join(tests)})")
        params.append(json.dumps(wanted.values))
    if wanted.contains:
        test, values = _contains(column, wanted.contains)
        clauses.append(test)
        params += values
    if wanted.low is not None:
        clauses.append(f"{column.id} >= ?")
        params.append(wanted.low)
    if wanted.high is not None:
        clauses.append(f"{column.id} <= ?")
        params.append(wanted.high + LAST_LETTER if isinstance(wanted.high, str) else wanted.high)
    return " AND ".join(clauses), params


def bound(column: Column, text: str) -> Stored | Unparsed:
    """Read an end of a range: what the kind reads, or the beginning of a date («2026», «2026-10»)."""
    plain = text.strip()
    if column.kind.name in RANGED and plain and plain.replace("-", "").isdigit() and len(plain) in (4, 7):
        return plain
    return column.kind.parse(text)


def list_choices(db: sqlite3.Connection, table: str, column: Column, rest: Narrowing) -> ChoiceList:
    """The values of a column in the rows that pass the other filters (`rest`); on any connection."""
    where = f" WHERE {rest.where}" if rest.where else ""
    found = db.execute(
        f"SELECT {column.id} AS value, count(*) AS n, count(CASE WHEN {_unread(column)} THEN 1 END) AS unread"
        f" FROM {table}{where} GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?",
        (*rest.params, MOST_VALUES + 2),
    ).fetchall()
    choices = [Choice(row["value"], column.kind.show(row["value"]), row["n"]) for row in found if row[0] is not None]
    empty = next((row for row in found if row[0] is None), None)
    unread = empty["unread"] if empty else 0
    blank = empty["n"] - unread if empty else 0
    listed = choices[:MOST_VALUES]
    if is_ranged(column):
        listed.sort(key=lambda one: one.value)  # type: ignore[arg-type, return-value]  # all of one type, none None
    return ChoiceList(tuple(listed), blank, unread, len(choices) > MOST_VALUES)


def _unread(column: Column) -> str:
    return f"(unparsed IS NOT NULL AND json_extract(unparsed, '$.{column.id}') IS NOT NULL)"


def _contains(column: Column, text: str) -> tuple[str, list[Any]]:
    """Codes are found by name, alias and initials; amounts and dates by what they begin with; the rest anywhere."""
    kind = column.kind
    if isinstance(kind, Coded | Choices):
        codes = [code.code for code in kind.codelist.search(text)]
        if isinstance(kind, Choices):
            return f"EXISTS (SELECT 1 FROM json_each({column.id}) WHERE value IN (SELECT value FROM json_each(?)))", [
                json.dumps(codes)
            ]
        return f"{column.id} IN (SELECT value FROM json_each(?))", [json.dumps(codes)]
    if kind.numeric:
        value = kind.parse(text)
        return ("0", []) if isinstance(value, Unparsed) else (f"{column.id} = ?", [value])
    return f"instr(lower({column.id}), lower(?)) > 0", [text]
