"""From raw cells to stored values, column by column: the fast way through a sheet of a hundred thousand rows.

Rows without a key and total rows are refused with a reason; blank rows do not count; everything else becomes a row, and
a cell that does not parse is kept as it stands. Nothing is dropped: rows read = rows accepted + rows refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, cast

from forms.kinds import Coded, Date, Money, Scaled, Stored, Unparsed, typed_text
from forms.workbook.columns import RawColumn
from forms.workbook.faults import Faults
from forms.workbook.frames import Done, Rows
from forms.workbook.runs import Cells, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Edition, Field

ERROR_CELL = "error-cell"
_TOTALS = re.compile(r"(本页|本月|本年|累计|以上)?(合计|总计|小计|共计|总额|total|sum)([((:：].*)?")
_FOOTER = re.compile(r"(填表|制表|审核|复核|单位负责|统计负责|填报|联系|备注[:：]|注[:：]|说明)")
_SUSPECT = re.compile("[计:：]")
_FOOTER_CELLS = 3
_NOTHING: list[Stored | Unparsed] = [None]


class SheetParser:
    """Reads the rows of one sheet for one edition; keeps count and sums as it goes."""

    def __init__(self, edition: Edition, columns: dict[str, int]) -> None:
        """Take the column of each field, counted from A as 0."""
        self._fields: list[tuple[Field, int]] = [(edition.by_id[name], column) for name, column in columns.items()]
        self._identities = {columns[name] for names in identities(edition) for name in names if name in columns}
        self._key_label = edition.by_id[edition.key[0]].label
        self._money = [place for place, (field, _) in enumerate(self._fields) if isinstance(field.kind, Money)]
        self._places = {field.id: place for place, (field, _) in enumerate(self._fields)}
        self._width = 1 + max(columns.values())
        self._refused: list[tuple[int, str]] = []
        self._totals: dict[str, dict[str, list[int]]] = {}
        self._read = 0

    def parse(self, run: Run) -> Rows:
        """Read a run of rows."""
        numbers, columns = run.numbers, run.columns
        if len(columns) < self._width:
            columns = [*columns, *[("",) * len(numbers)] * (self._width - len(columns))]
        odd = self._odd_rows(numbers, columns, run.faults)
        if odd:
            keep = [index for index in range(len(numbers)) if index not in odd]
            numbers = [numbers[index] for index in keep]
            columns = [[column[index] for index in keep] for column in columns]
        self._read += len(numbers)
        parsed = self._columns(columns, numbers, run.faults)
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

    def _odd_rows(self, numbers: list[int], columns: Sequence[Cells], faults: Faults) -> set[int]:
        """Find the rows that are no rows of data; note the refused among them."""
        names = self._identities
        blanks = [{index for index, cell in enumerate(columns[name]) if _is_blank(cell)} for name in names]
        keyless = set.intersection(*blanks)
        suspects = keyless.union(*(_suspects(columns[name]) for name in names))
        return {
            index
            for index in sorted(suspects)
            if self._is_odd(
                numbers[index],
                [column[index] for column in columns],
                faults.get(numbers[index] - 1, {}),
                keyless=index in keyless,
            )
        }

    def _is_odd(self, number: int, row: Cells, faults: dict[int, str], *, keyless: bool) -> bool:
        if all(_is_blank(row[column]) and column not in faults for _, column in self._fields):
            return True
        cells = row if keyless else [row[column] for column in self._identities]
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

    def _columns(self, columns: Sequence[Cells], numbers: list[int], faults: Faults) -> Rows:
        unparsed: list[tuple[int, str, str, str]] = []
        stored: list[list[Stored]] = []
        for field, column in self._fields:
            cells = columns[column]
            if isinstance(cells, RawColumn):
                values = cells.parsed(field.kind)
            else:
                values = _NOTHING * len(cells) if cells.count("") == len(cells) else field.kind.parse_column(cells)
            types = list(map(type, values))
            index = -1
            for _ in range(types.count(Unparsed)):
                index = types.index(Unparsed, index + 1)
                left = cast("Unparsed", values[index])
                unparsed.append((index, field.id, left.text, left.reason))
                values[index] = None
            stored.append(cast("list[Stored]", values))
        if faults:
            self._mark_faults(numbers, stored, unparsed, faults)
        return Rows(numbers, stored, unparsed)

    def _mark_faults(
        self,
        numbers: list[int],
        stored: list[list[Stored]],
        unparsed: list[tuple[int, str, str, str]],
        faults: Faults,
    ) -> None:
        for index, number in enumerate(numbers):
            faulty = faults.get(number - 1)
            if faulty is None:
                continue
            for place, (field, column) in enumerate(self._fields):
                if column in faulty:
                    stored[place][index] = None
                    unparsed.append((index, field.id, faulty[column], ERROR_CELL))

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
