"""The grid's filter box, chips and sort as SQL. Values are always bound; names come from the edition."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.models.column_filter import clause_of
from desktop.models.row_pages import Narrowing
from forms.kinds import Coded, Text, Unparsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.column_filter import ColumnFilter
    from desktop.models.columns import Column
    from forms.statistics_rows import Rows

ALL, PROBLEMS, UNFILED, RETURNED, COUNTED = "all", "problems", "unfiled", "returned", "counted"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked of the grid: `text` of the box, the chip, a sort column and direction, column filters."""

    text: str = ""
    chip: str = ALL
    sort: str = ""
    descending: bool = False
    filters: tuple[ColumnFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class ChipRows:
    """What the chips refer to: uids with findings or comments, and periods whose filing stands open or came back.

    `counted` are the rows behind a figure of the statistics that somebody opened.
    """

    problems: Sequence[str] = ()
    returned: Sequence[str] = ()
    filed_periods: Sequence[str] = ()
    returned_periods: Sequence[str] = ()
    counted: Rows | None = None


def narrowing_of(columns: Sequence[Column], wanted: Wanted, chips: ChipRows) -> Narrowing:
    """Build WHERE and ORDER BY for what is wanted."""
    clauses: list[str] = []
    params: list[Any] = []
    by_id = {column.id: column for column in columns}
    filtered = [clause_of(by_id[one.field], one) for one in wanted.filters if one.field in by_id]
    for clause, values in (_chip(wanted.chip, chips), *filtered, _text(columns, wanted.text)):
        if clause:
            clauses.append(clause)
            params.extend(values)
    return Narrowing(" AND ".join(clauses), tuple(params), _order(columns, wanted))


def _chip(chip: str, rows: ChipRows) -> tuple[str, list[Any]]:
    if chip == PROBLEMS:
        return "uid IN (SELECT value FROM json_each(?))", [json.dumps(list(rows.problems))]
    if chip == UNFILED:
        filed = json.dumps(list(rows.filed_periods))
        return "(period IS NULL OR period NOT IN (SELECT value FROM json_each(?)))", [filed]
    if chip == RETURNED:
        return (
            "(uid IN (SELECT value FROM json_each(?)) OR period IN (SELECT value FROM json_each(?)))",
            [json.dumps(list(rows.returned)), json.dumps(list(rows.returned_periods))],
        )
    if chip == COUNTED and rows.counted is not None:
        return rows.counted.where, list(rows.counted.params)
    return "", []


def _text(columns: Sequence[Column], text: str) -> tuple[str, list[Any]]:
    """Each word must stand somewhere in the row; a word that reads as a number also finds that amount."""
    clauses: list[str] = []
    params: list[Any] = []
    for word in text.split():
        tests, values = _word(columns, word)
        clauses.append(f"({' OR '.join(tests)})")
        params.extend(values)
    return " AND ".join(clauses), params


def _word(columns: Sequence[Column], word: str) -> tuple[list[str], list[Any]]:
    test, value = _contains(word)
    tests, values = [test.format("unparsed")], [value]
    for column in columns:
        kind = column.kind
        if isinstance(kind, Coded):
            codes = [code.code for code in kind.codelist.search(word)]
            if len(codes) == 1:
                tests.append(f"{column.id} = ?")
                values.append(codes[0])
            elif codes:
                tests.append(f"{column.id} IN (SELECT value FROM json_each(?))")
                values.append(json.dumps(codes))
        elif isinstance(kind, Text) or (kind.name == "date" and any(c.isdigit() for c in word)):
            tests.append(test.format(column.id))
            values.append(value)
        elif column.is_money and not isinstance(amount := kind.parse(word), Unparsed):
            tests.append(f"{column.id} = ?")
            values.append(amount)  # type: ignore[arg-type]
    return tests, values


def _contains(word: str) -> tuple[str, str]:
    """A test for text in a column; what has no upper and lower case is searched without folding, which is quicker."""
    if word.upper() == word.lower():
        return "instr({}, ?) > 0", word
    return "{} LIKE ? ESCAPE '\\'", "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _order(columns: Sequence[Column], wanted: Wanted) -> str:
    if not any(column.id == wanted.sort for column in columns):
        return ""
    return f"{wanted.sort} {'DESC' if wanted.descending else 'ASC'}"
