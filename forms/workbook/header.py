"""Finding the header: which row names the columns, and which column is which field.

Pure functions over the first rows of a sheet. A name is compared without width, case, white space and stars; what a
person put in brackets may be dropped, except a unit: «合同金额(万元)» is not «合同金额», because its numbers are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from forms.codelists import folded
from forms.workbook.content import by_content
from forms.workbook.mapping import NO_GUIDE, SEARCHED_ROWS
from forms.workbook.unit_lines import TableUnit, is_unit_row, table_unit
from forms.workbook.units import HeaderUnit, is_foreign, ten_thousands

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from forms.definition import Edition
    from forms.workbook.mapping import Guide, Mapping

HEADER_ROWS = 3
"""Rows above the data in a template, and so in what is exported."""
_ENOUGH = 2
_LONGEST_NAME = 200  # characters; a page of brackets must not keep the expressions busy
_BRACKETS = re.compile(r"[(\[【<〈《{].*?[)\]】>〉》}]")
_UNIT = re.compile(r"[万千百亿美$]|usd")
_REQUIREMENT = re.compile(r"^(必填|选填|自动|条件必填|有条件必填)")
_DECORATION = str.maketrans("", "", "*＊★☆:：_'\"“”‘’、/\\-—·.")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and data begin (0-based among the rows looked at), and the column of each field.

    Of `ten_thousands` the column counts in 万; `unfit` columns name an amount, but in a unit that it cannot have.
    `table_unit` is a unit said once for all amounts; what follows from it is in the other two already. `by_content`
    are fields known by their cells alone, `mapping` is what a person settled, which goes before all names, and the
    unit of the fields in `settled` before what the table says.
    """

    row: int
    data_row: int
    columns: dict[str, int]
    unknown: tuple[int, ...]
    ten_thousands: frozenset[str] = frozenset()
    unfit: tuple[int, ...] = ()
    table_unit: TableUnit | None = None
    by_content: frozenset[str] = frozenset()
    mapping: Mapping | None = None
    settled: frozenset[str] = frozenset()


class Naming:
    """What the cells of a header mean for an edition."""

    def __init__(self, edition: Edition) -> None:
        """Collect the names of the edition's fields."""
        self._edition = edition
        self._names = names_of(edition)

    def columns(self, row: Sequence[object]) -> tuple[dict[str, int], frozenset[str]]:
        """Give the column of each field a row names, and the fields whose column counts in 万; units go before 万."""
        plain: dict[str, int] = {}
        counted: dict[str, int] = {}
        for column, cell in enumerate(row):
            if _may_name(cell):
                field_id = field_of(cell, self._names)
                if field_id is not None:
                    if not self._is_foreign(cell, field_id):
                        plain.setdefault(field_id, column)
                else:
                    field_id, unit = self._in_ten_thousands(cell)
                    if field_id is not None and unit is not None and unit.fits(self._edition.by_id[field_id]):
                        counted.setdefault(field_id, column)
        return {**counted, **plain}, frozenset(counted.keys() - plain.keys())

    def counts(self, cell: object, field_id: str) -> bool:
        """Tell whether a header cell, whatever it names, says that the amounts of a field are counted in 万."""
        unit = ten_thousands(plain_name(cell)) if _may_name(cell) else None
        return unit is not None and unit.fits(self._edition.by_id[field_id])

    def is_unfit(self, cell: object) -> bool:
        """Tell whether a header cell names an amount in a unit that it cannot have."""
        if not _may_name(cell):
            return False
        field_id, unit = self._in_ten_thousands(cell)
        if unit is None:
            # Hundreds, thousands, millions, yen: a name but for what stands in brackets.
            field_id = field_of(cell, self._names)
            if field_id is not None:
                return self._is_foreign(cell, field_id)
            field_id = self._names.get(_without_brackets(plain_name(cell)))
            return field_id is not None and self._edition.by_id[field_id].is_money
        return field_id is not None and not unit.fits(self._edition.by_id[field_id])

    def _is_foreign(self, cell: str, field_id: str) -> bool:
        return is_foreign(plain_name(cell), self._edition.by_id[field_id])

    def _in_ten_thousands(self, cell: str) -> tuple[str | None, HeaderUnit | None]:
        unit = ten_thousands(plain_name(cell))
        found = (self._names[name] for name in (unit.names if unit else ()) if name in self._names)
        return next(found, None), unit


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


def _may_name(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and 0 < len(cell.strip()) <= _LONGEST_NAME


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


def find_header(rows: Sequence[Sequence[object]], edition: Edition, guide: Guide = NO_GUIDE) -> Header | None:
    """Find the row that names most fields; None where no row names enough of them.

    A template's second row repeats the columns by id and its third tells what must be filled in: data begin below.
    What a person settled about a file goes before all that.
    """
    naming = Naming(edition)
    guided = guide.row(rows)
    if guided is not None:
        header = _settled(rows, edition, naming, *guided)
    elif guide.given is None:
        found = _named(rows, naming, guide.header_row)
        if found is None:
            return None
        header = found
    else:
        return None
    heads = rows[header.row]
    unknown = _unknown(heads, header.columns)
    header = replace(header, unknown=unknown, unfit=tuple(at for at in unknown if naming.is_unfit(heads[at])))
    return _by_content(_in_unit_of_table(header, rows, edition), rows, edition)


def _named(rows: Sequence[Sequence[object]], naming: Naming, seen: int) -> Header | None:
    """Find the header by its names; `seen` is the row, from 1, that a person says it is, or 0."""
    if 0 < seen <= min(len(rows), SEARCHED_ROWS):
        best_row, (best, counted) = seen - 1, naming.columns(rows[seen - 1])
    else:
        best_row, best, counted = -1, dict[str, int](), frozenset[str]()
        for index, row in enumerate(rows[:SEARCHED_ROWS]):
            columns, in_ten_thousands = naming.columns(row)
            if len(columns) > len(best):
                best_row, best, counted = index, columns, in_ten_thousands
        if len(best) < _ENOUGH:
            return None
    data_row = _first_data_row(rows, best_row, len(best), naming) if len(best) >= _ENOUGH else best_row + 1
    return Header(best_row, data_row, best, (), counted)


def _settled(rows: Sequence[Sequence[object]], edition: Edition, naming: Naming, row: int, mapping: Mapping) -> Header:
    """Take the columns of a mapping, and by their names those it does not speak of."""
    heads = rows[row]
    placed = mapping.place(heads)
    named, counted = naming.columns(heads)
    columns = {name: at for name, at in named.items() if at not in placed}
    in_ten_thousands = {name for name in counted if name in columns}
    settled = set[str]()
    for at, one in placed.items():
        head = heads[at] if at < len(heads) else ""
        if one.field is None or (one.unit is None and naming.is_unfit(head) and edition.by_id[one.field].is_money):
            continue
        columns[one.field] = at
        in_ten_thousands.discard(one.field)
        if naming.counts(head, one.field) if one.unit is None else one.in_ten_thousands:
            in_ten_thousands.add(one.field)
        if one.unit is not None:
            settled.add(one.field)
    data_row = _first_data_row(rows, row, len(named), naming) if len(named) >= _ENOUGH else row + 1
    return Header(row, data_row, columns, (), frozenset(in_ten_thousands), mapping=mapping, settled=frozenset(settled))


def _by_content(header: Header, rows: Sequence[Sequence[object]], edition: Edition) -> Header:
    """Know further columns by what stands in them."""
    spoken = set(header.mapping.place(rows[header.row])) if header.mapping else set()
    heads, data = rows[header.row], rows[header.data_row :]
    nameless = nameless_columns(heads, data, header.columns.values())
    open_columns = [at for at in (*header.unknown, *nameless) if at not in header.unfit and at not in spoken]
    found = by_content(heads, data, open_columns, edition, header.columns.keys())
    if not found:
        return header
    columns = header.columns | found
    unknown = tuple(at for at in header.unknown if at not in found.values())
    return replace(header, columns=columns, unknown=unknown, by_content=frozenset(found))


def nameless_columns(heads: Sequence[object], rows: Sequence[Sequence[object]], known: Collection[int]) -> list[int]:
    """List the columns without a name that hold something, and are no field's."""
    wide = max(map(len, rows), default=0)
    named = {at for at, cell in enumerate(heads) if cell is not None and str(cell).strip()} | set(known)
    filled = {at for row in rows for at, cell in enumerate(row) if cell is not None and str(cell).strip()}
    return [at for at in range(wide) if at in filled and at not in named]


def _unknown(heads: Sequence[object], columns: dict[str, int]) -> tuple[int, ...]:
    known = set(columns.values())
    return tuple(at for at, cell in enumerate(heads) if at not in known and isinstance(cell, str) and cell.strip())


def _in_unit_of_table(header: Header, rows: Sequence[Sequence[object]], edition: Edition) -> Header:
    """Count in 万, or leave out, the amounts whose unit is said for the whole table; a row of units is no data."""
    amounts = {
        name: column
        for name, column in header.columns.items()
        if edition.by_id[name].is_money and name not in header.ten_thousands and name not in header.settled
    }
    units: Sequence[object] = rows[header.data_row] if header.data_row < len(rows) else ()
    if is_unit_row(units, amounts.values()):
        header = replace(header, data_row=header.data_row + 1)
    else:
        units = ()
    heads = rows[header.row]
    table = table_unit(rows[: header.row], heads, units, amounts, edition)
    if table is None:
        return header
    columns = {name: column for name, column in header.columns.items() if name not in table.unfit}
    unfit = (*header.unfit, *sorted(header.columns[name] for name in table.unfit))
    counted = header.ten_thousands | table.converted
    unknown = _unknown(heads, columns)
    return replace(header, columns=columns, unknown=unknown, ten_thousands=counted, unfit=unfit, table_unit=table)


def _first_data_row(rows: Sequence[Sequence[object]], header: int, matched: int, naming: Naming) -> int:
    row = header + 1
    while row < len(rows) and 2 * len(naming.columns(rows[row])[0]) > matched:
        row += 1
    if row < len(rows):
        filled = [cell for cell in rows[row] if isinstance(cell, str) and cell.strip()]
        if len(filled) >= _ENOUGH and all(_REQUIREMENT.match(cell.strip()) for cell in filled):
            row += 1
    return row
