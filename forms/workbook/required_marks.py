"""Cells that must still be filled in, marked by the workbook itself: conditional formats over the empty ones.

A field that is required always is marked as soon as its row has anything. One that is required under a condition is
marked where that condition holds, as far as a formula can say it: comparisons of the row's own cells, joined by AND.
What a formula cannot say (what another ledger holds) is left to the check.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from forms.kinds import Bool, Coded
from forms.workbook.addresses import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Field

_AND: Final = re.compile(r"\s+AND\s+", re.IGNORECASE)
_NULL: Final = re.compile(r"(\w+) IS (NOT )?NULL")
_COMPARED: Final = re.compile(r"(\w+) (=|<>) ('[^']*'|\d+)")
_LISTED: Final = re.compile(r"(\w+) (NOT )?IN \(([^()]*)\)")


def formula_of(field: Field, fields: Sequence[Field], row: int) -> str | None:
    """Write the formula, for the first data row, that is true where the field's cell must still be filled in.

    None where the field need not be filled in by people, or where no formula can tell.
    """
    if field.auto is not None or not field.required:
        return None
    columns = {one.id: (one, f"${column_letters(index)}{row}") for index, one in enumerate(fields)}
    blank = f"LEN(TRIM({columns[field.id][1]}))=0"
    if field.required is True:
        return f"AND(COUNTA($A{row}:${column_letters(len(fields) - 1)}{row})>0,{blank})"
    parts = [_part(text.strip(), columns) for text in _AND.split(str(field.required))]
    return None if None in parts else f"AND({','.join(part for part in parts if part)},{blank})"


def _part(text: str, columns: dict[str, tuple[Field, str]]) -> str | None:
    """Write one comparison; an empty cell decides nothing, as NULL does not."""
    if (found := _NULL.fullmatch(text)) and found[1] in columns:
        return f"LEN({columns[found[1]][1]}){'>' if found[2] else '='}0"
    if (found := _COMPARED.fullmatch(text)) and found[1] in columns:
        return _among(*columns[found[1]], [found[3]], wanted=found[2] == "=")
    if (found := _LISTED.fullmatch(text)) and found[1] in columns:
        return _among(*columns[found[1]], re.findall(r"'[^']*'|\d+", found[3]), wanted=not found[2])
    return None


def _among(field: Field, cell: str, values: Sequence[str], *, wanted: bool) -> str:
    said = [text for value in values for text in _said(field, value)]
    among = f"OR({','.join(f'{cell}={text}' for text in said)})"
    return among if wanted else f"LEN({cell})>0,NOT({among})"


def _said(field: Field, value: str) -> list[str]:
    """Give what may stand in a cell for a value: of a code its label, as the drop-down writes it, and itself."""
    if not value.startswith("'"):
        return [_quoted(str(field.kind.cell(int(value))))] if isinstance(field.kind, Bool) else [value]
    code = value.strip("'")
    label = field.kind.cell(code) if isinstance(field.kind, Coded) else code
    return [_quoted(text) for text in dict.fromkeys((str(label), code))]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
