"""From raw cells to stored values, column by column: the fast way through a sheet of a hundred thousand rows.

Rows without a key and total rows are refused with a reason; blank rows do not count; everything else becomes a row, and
a cell that does not parse is kept as it stands. Nothing is dropped: rows read = rows accepted + rows refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, cast

from forms.kinds import Coded, Date, Money, Scaled, Stored, Unparsed, typed_text
from forms.workbook.frames import Done, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Edition, Field
    from forms.workbook.archive import Faults

ERROR_CELL = "error-cell"
_TOTALS = re.compile(r"(本页|本月|本年|累计|以上)?(合计|总计|小计|共计|总额|total|sum)([((:：].*)?")
_FOOTER = re.compile(r"(填表|制表|审核|复核|单位负责|统计负责|填报|联系|备注[:：]|注[:：]|说明)")
_SUSPECT = re.compile("[计:：]")
_FOOTER_CELLS = 3
_NOTHING: list[Stored | Unparsed] = [None]

Cells = list[object]


class SheetParser:
    """Reads the rows of one sheet for one edition; keeps count and sums as it goes."""

    def __init__(self, edition: Edition, columns: dict[str, int], faults: Faults) -> None:
        """Take the column of each field as its index in the reader's rows, and the faulty cells by the same indexes."""
        self._fields: list[tuple[Field, int]] = [(edition.by_id[name], column) for name, column in columns.items()]
        self._identities = [[columns[name] for name in names if name in columns] for names in identities(edition)]
        self._key_label = edition.by_id[edition.key[0]].label
        self._money = [place for place, (field, _) in enumerate(self._fields) if isinstance(field.kind, Money)]
        self._places = {field.id: place for place, (field, _) in enumerate(self._fields)}
        self._faults = faults
        self._refused: list[tuple[int, str]] = []
        self._totals: dict[str, dict[str, list[int]]] = {}
        self._read = 0

    def parse(self, first: int, rows: list[Cells]) -> Rows:
        """Read a run of rows that begins at the 1-based row `first`."""
        numbers = list(range(first, first + len(rows)))
        columns: list[tuple[object, ...]] = list(zip(*rows, strict=True))
        odd = self._odd_rows(first, rows, columns)
        if odd:
            keep = [index for index in range(len(rows)) if index not in odd]
            rows = [rows[index] for index in keep]
            numbers = [numbers[index] for index in keep]
            columns = list(zip(*rows, strict=True))
        self._read += len(rows)
        parsed = self._columns(columns, len(rows), numbers)
        self._add_up(parsed)
        return parsed

    def done(self) -> Done:
        """Give the counts and sums of all rows read."""
        totals = {
            field: {currency: (amount, unread) for currency, (amount, unread) in sums.items()}
            for field, sums in self._totals.items()
            if sums
        }
        return Done(self._read, self._refused, totals)

    def _odd_rows(self, first: int, rows: list[Cells], columns: Sequence[Sequence[object]]) -> set[int]:
        """Find the rows that are no rows of data; note the refused among them."""
        if not rows:
            return set()
        names = {column for group in self._identities for column in group}
        blanks = [{index for index, cell in enumerate(columns[name]) if _is_blank(cell)} for name in names]
        keyless = set.intersection(*blanks)
        suspects = keyless.union(*(_suspects(columns[name]) for name in names))
        return {
            index for index in sorted(suspects) if self._is_odd(first + index, rows[index], keyless=index in keyless)
        }

    def _is_odd(self, number: int, row: Cells, *, keyless: bool) -> bool:
        faults = self._faults.get(number - 1, {})
        if all(_is_blank(row[column]) and column not in faults for _, column in self._fields):
            return True
        names = {column for group in self._identities for column in group}
        cells = row if keyless else [row[column] for column in names]
        texts = [unicodedata.normalize("NFKC", "".join(cell.split())) for cell in cells if isinstance(cell, str)]
        if any(_TOTALS.fullmatch(text.casefold()) for text in texts):
            reason = "合计行，不作为一行数据导入；请核对合计数后删除该行。"
        elif sum(not _is_blank(cell) for cell in row) <= _FOOTER_CELLS and any(map(_FOOTER.match, texts)):
            reason = "表尾说明，不是一行数据。"
        elif not keyless:
            return False
        else:
            reason = f"没有“{self._key_label}”，无法作为一行导入；请补填后重新导入。"
            self._add_refused(row)
        self._read += 1
        self._refused.append((number, reason))
        return True

    def _columns(self, columns: Sequence[Sequence[object]], count: int, numbers: list[int]) -> Rows:
        unparsed: list[tuple[int, str, str, str]] = []
        stored: list[list[Stored]] = []
        for field, column in self._fields:
            cells = columns[column] if count else ()
            values = _NOTHING * count if cells.count("") == count else field.kind.parse_column(cells)
            if Unparsed in set(map(type, values)):
                for index, value in enumerate(values):
                    if isinstance(value, Unparsed):
                        unparsed.append((index, field.id, value.text, value.reason))
                        values[index] = None
            stored.append(cast("list[Stored]", values))
        if self._faults:
            self._mark_faults(numbers, stored, unparsed)
        return Rows(numbers, stored, unparsed)

    def _mark_faults(
        self, numbers: list[int], stored: list[list[Stored]], unparsed: list[tuple[int, str, str, str]]
    ) -> None:
        for index, number in enumerate(numbers):
            faults = self._faults.get(number - 1)
            if faults is None:
                continue
            for place, (field, column) in enumerate(self._fields):
                if column in faults:
                    stored[place][index] = None
                    unparsed.append((index, field.id, faults[column], ERROR_CELL))

    def _add_up(self, parsed: Rows) -> None:
        for place in self._money:
            field = self._fields[place][0]
            sums = self._totals.setdefault(field.id, {})
            amounts = parsed.columns[place]
            ccy = self._places.get(field.ccy_field) if field.unit == "ccy" else None
            if ccy is None:
                said = [amount for amount in amounts if isinstance(amount, int)]
                if said:
                    sums.setdefault("" if field.unit == "ccy" else field.unit, [0, 0])[0] += sum(said)
                continue
            for amount, currency in zip(amounts, parsed.columns[ccy], strict=True):
                if amount is not None:
                    try:
                        sums[currency][0] += amount  # type: ignore[index,operator]
                    except KeyError:
                        sums.setdefault(str(currency or ""), [0, 0])[0] += amount  # type: ignore[operator]
        for index, name, _, _ in parsed.unparsed:
            place = self._places[name]
            if place in self._money:
                self._count_unread(place, parsed, index)

    def _count_unread(self, place: int, parsed: Rows, index: int) -> None:
        field = self._fields[place][0]
        currency: Stored = field.unit
        if field.unit == "ccy":
            ccy = self._places.get(field.ccy_field)
            currency = None if ccy is None else parsed.columns[ccy][index]
        self._totals.setdefault(field.id, {}).setdefault(str(currency or ""), [0, 0])[1] += 1

    def _add_refused(self, row: Cells) -> None:
        """Count the money of a refused row: the file says it, the Book will not have it."""
        columns: list[list[Stored]] = []
        unparsed: list[tuple[int, str, str, str]] = []
        for field, column in self._fields:
            value = field.kind.parse(row[column]) if isinstance(field.kind, Coded | Money) else None
            if isinstance(value, Unparsed):
                unparsed.append((0, field.id, value.text, value.reason))
                value = None
            columns.append([value])
        self._add_up(Rows([0], columns, unparsed))


def identities(edition: Edition) -> list[tuple[str, ...]]:
    """Give the groups of fields by which a row can be known; a row with every group blank cannot be one.

    A date, an amount or a code alone names no row: only texts do, unless the key has none.
    """
    texts = tuple(name for name in edition.key if not isinstance(edition.by_id[name].kind, Date | Scaled | Coded))
    group = texts or edition.key
    return [(edition.key_own,), group] if edition.key_own else [group]


def _suspects(cells: Sequence[object]) -> set[int]:
    """Find the cells of a key column that may be a total's label or a note."""
    if not _SUSPECT.search("\n".join(cell for cell in cells if isinstance(cell, str))):
        return set()
    return {index for index, cell in enumerate(cells) if isinstance(cell, str) and _SUSPECT.search(cell)}


def _is_blank(cell: object) -> bool:
    return not cell.strip() if isinstance(cell, str) else cell is None


def header_text(cell: object) -> str:
    """Give the text of a header cell to show."""
    return " ".join(typed_text(cell).split())
