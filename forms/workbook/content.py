"""Columns known by what stands in them: a credit code proves itself by its check character, a currency by its codes.

Only where a column's header means nothing, or is blank, all its cells looked at are of the kind, no other such column
is there and no other such field is open. A date proves nothing of which date it is: its header must say no more than
that it is one.
What could be, but is not taken, is told to who looks at the mapping.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from forms.codelists import folded
from forms.creditcode import credit_code_valid
from forms.kinds import Coded, CreditCode, Date, Unparsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from forms.definition import Edition, Field

CREDIT_CODE, CURRENCY, COUNTRY, DATE = "credit-code", "currency", "country", "date"
_LISTS: Final = {"currencies": CURRENCY, "countries": COUNTRY}
_ANY_DATE: Final = {"", "日期", "时间", "date", "day"}
_ENOUGH: Final = {CREDIT_CODE: 2, CURRENCY: 3, COUNTRY: 3, DATE: 3}
"""How many cells it takes: of texts made up at random one in 31 passes as a credit code."""


def what_of(field: Field) -> str | None:
    """Tell which proof a field's cells would give; None where they give none."""
    if isinstance(field.kind, CreditCode):
        return CREDIT_CODE
    if isinstance(field.kind, Coded):
        return _LISTS.get(field.kind.codelist.name)
    return DATE if isinstance(field.kind, Date) else None


def possible(cells: Iterable[object], fields: Collection[Field]) -> list[Field]:
    """List the fields whose proof all the cells give that are not empty, where there are enough of them."""
    filled = [cell for cell in cells if not (cell is None or (isinstance(cell, str) and not cell.strip()))]
    proofs = {what: field for field in fields if (what := what_of(field)) is not None}
    given = {what for what, field in proofs.items() if len(filled) >= _ENOUGH[what] and _prove(filled, what, field)}
    return [field for field in fields if what_of(field) in given]


def _prove(cells: Sequence[object], what: str, field: Field) -> bool:
    if what == DATE:
        return all(_is_date(cell, field) for cell in cells)
    if not all(isinstance(cell, str) for cell in cells):
        return False
    values = [field.kind.parse(cell) for cell in cells]
    if what == CREDIT_CODE:
        # One code in all rows is most likely the firm's own.
        return len(set(values)) > 1 and all(isinstance(value, str) and credit_code_valid(value) for value in values)
    return not any(isinstance(value, Unparsed) for value in values)


def _is_date(cell: object, field: Field) -> bool:
    """Tell a date from what could be one: a bare number may be anything."""
    if isinstance(cell, dt.date):
        return True
    return isinstance(cell, str) and not cell.strip().isdigit() and not isinstance(field.kind.parse(cell), Unparsed)


def by_content(
    heads: Sequence[object],
    rows: Sequence[Sequence[object]],
    unknown: Collection[int],
    edition: Edition,
    taken: Collection[str],
) -> dict[str, int]:
    """Give the column, from 0, of each open field that one unknown column alone can be; `rows` are those of data."""
    if not unknown or not rows:
        return {}
    open_fields = [field for field in edition.fields if field.in_sheets and field.id not in taken]
    by_proof: dict[str, list[int]] = {}
    for column in unknown:
        for what in {what_of(field) for field in possible(cells_of(rows, column), open_fields)}:
            head = heads[column] if column < len(heads) else None
            if what != DATE or folded(str(head or "")) in _ANY_DATE:
                by_proof.setdefault(what or "", []).append(column)
    found: dict[str, int] = {}
    for what, columns in by_proof.items():
        field = _only([one for one in open_fields if what_of(one) == what], any_proves=what != DATE)
        if field is not None and len(columns) == 1:
            found[field.id] = columns[0]
    return found


def cells_of(rows: Sequence[Sequence[object]], column: int) -> list[object]:
    """Give the cells of a column; a row may be shorter."""
    return [row[column] for row in rows if column < len(row)]


def _only(fields: list[Field], *, any_proves: bool) -> Field | None:
    """Give the one field it can be: the only one a person must fill in, else the only one there is."""
    needed = [field for field in fields if field.required is True and field.auto is None]
    if len(needed) == 1:
        return needed[0]
    return fields[0] if any_proves and not needed and len(fields) == 1 else None
