"""Finding the header: which row names the columns, and which column is which field.

Pure functions over the first rows of a sheet. A name is compared without width, case, white space and stars; what a
person put in brackets may be dropped, except a unit: «合同金额(万元)» is not «合同金额», because its numbers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.codelists import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Edition

SEARCHED_ROWS = 30
_ENOUGH = 2
_BRACKETS = re.compile(r"[(\[【<〈《{].*?[)\]】>〉》}]")
_UNIT = re.compile(r"[万千百亿美$]|usd")
_REQUIREMENT = re.compile(r"^(必填|选填|自动|条件必填|有条件必填)")
_DECORATION = str.maketrans("", "", "*＊★☆:：_'\"“”‘’、/\\-—·.")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and data begin (0-based among the rows looked at), and the column of each field."""

    row: int
    data_row: int
    columns: dict[str, int]
    unknown: tuple[int, ...]


def plain_name(text: str) -> str:
    """Fold a column's name to what is compared."""
    return folded(text).translate(_DECORATION)


def names_of(edition: Edition) -> dict[str, str]:
    """Give the field of every name it may stand under: id, label, synonyms; a name of two fields is nobody's."""
    names: dict[str, str] = {}
    for field in edition.stored_fields:
        names[plain_name(field.id)] = field.id
    for field in edition.stored_fields:
        names.setdefault(plain_name(field.label), field.id)
    for field in edition.stored_fields:
        for synonym in field.synonyms:
            names.setdefault(plain_name(synonym), field.id)
    shorter: dict[str, set[str]] = {}
    for name, field_id in names.items():
        shorter.setdefault(_without_brackets(name), set()).add(field_id)
    for name, owners in shorter.items():
        if name and len(owners) == 1:
            names.setdefault(name, next(iter(owners)))
    return names


def _without_brackets(name: str) -> str:
    return _BRACKETS.sub("", name)


def field_of(text: str, names: dict[str, str]) -> str | None:
    """Give the field a header cell names, or None."""
    name = plain_name(text)
    found = names.get(name)
    if found is not None:
        return found
    bracketed = "".join(_BRACKETS.findall(name))
    return None if _UNIT.search(bracketed) else names.get(_without_brackets(name))


def find_header(rows: Sequence[Sequence[object]], edition: Edition) -> Header | None:
    """Find the row that names most fields; None where no row names enough of them.

    A template's second row repeats the columns by id and its third tells what must be filled in: data begin below.
    """
    names = names_of(edition)
    best: dict[str, int] = {}
    best_row = -1
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        columns = _columns(row, names)
        if len(columns) > len(best):
            best, best_row = columns, index
    if len(best) < _ENOUGH or not any(field_id in best for field_id in _identifying(edition)):
        return None
    known = set(best.values())
    unknown = tuple(
        column
        for column, cell in enumerate(rows[best_row])
        if column not in known and isinstance(cell, str) and cell.strip()
    )
    return Header(best_row, _first_data_row(rows, best_row, len(best), names), best, unknown)


def _identifying(edition: Edition) -> tuple[str, ...]:
    return (*edition.key, edition.key_own) if edition.key_own else edition.key


def _columns(row: Sequence[object], names: dict[str, str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, cell in enumerate(row):
        if isinstance(cell, str) and cell.strip():
            field_id = field_of(cell, names)
            if field_id is not None:
                columns.setdefault(field_id, column)
    return columns


def _first_data_row(rows: Sequence[Sequence[object]], header: int, matched: int, names: dict[str, str]) -> int:
    row = header + 1
    while row < len(rows) and 2 * len(_columns(rows[row], names)) > matched:
        row += 1
    if row < len(rows):
        filled = [cell for cell in rows[row] if isinstance(cell, str) and cell.strip()]
        if len(filled) >= _ENOUGH and all(_REQUIREMENT.match(cell.strip()) for cell in filled):
            row += 1
    return row
