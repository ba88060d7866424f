"""From raw cells to stored values, column by column: the fast way through a sheet of a hundred thousand rows.

Rows without a key and total rows are refused with a reason; blank rows do not count; everything else becomes a row, and
a cell that does not parse is kept as it stands. Nothing is dropped: rows read = rows accepted + rows refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from forms.kinds import Coded, Date, Kind, Money, Stored, Unparsed, typed_text
from forms.quoting import quoted
from forms.workbook.columns import RawColumn
from forms.workbook.epochs import Date1904
from forms.workbook.faults import Faults
from forms.workbook.frames import Done, Repeated, Rows
from forms.workbook.odd_rows import OddRows
from forms.workbook.runs import Cells, Run
from forms.workbook.units import TenThousands

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from forms.definition import Edition, Field

ERROR_CELL = "error-cell"
_NOTHING: list[Stored | Unparsed] = [None]


class SheetParser:
    """Reads the rows of one sheet for one edition; keeps count and sums as it goes."""

    def __init__(
        self,
        edition: Edition,
        columns: dict[str, int],
        *,
        headings: Sequence[Sequence[object]] = (),
        ten_thousands: Collection[str] = (),
        dates_from_1904: bool = False,
    ) -> None:
        """Take the column of each field, counted from A as 0.

        `headings` are the header's rows and titles, `ten_thousands` the fields whose column counts in 万.
        """

        def kind_of(field: Field) -> Kind:
            if field.id in ten_thousands:
                return TenThousands()
            return Date1904() if dates_from_1904 and isinstance(field.kind, Date) else field.kind

        fields = [edition.by_id[name] for name in columns]
        self._fields: list[tuple[Field, int]] = [
            (replace(field, kind=kind_of(field)), columns[field.id]) for field in fields
        ]
        self._odd = OddRows(edition, columns, headings)
        self._money = [place for place, (field, _) in enumerate(self._fields) if isinstance(field.kind, Money)]
        self._places = {field.id: place for place, (field, _) in enumerate(self._fields)}
        # What sums are made of is read value by value.
        self._summed = {self._fields[place][0].id for place in self._money}
        self._summed |= {self._fields[place][0].ccy_field for place in self._money}
        self._width = 1 + max(columns.values())
        self._refused: list[tuple[int, str]] = []
        self._totals: dict[str, dict[str, list[int]]] = {}
        self._read = 0

    def parse(self, run: Run) -> Rows:
        """Read a run of rows."""
        numbers, columns = run.numbers, run.columns
        if len(columns) < self._width:
            columns = [*columns, *[("",) * len(numbers)] * (self._width - len(columns))]
        odd = {row.at: row for row in self._odd.find(numbers, columns, run.faults)}
        if odd:
            for index, row in odd.items():
                if row.reason:
                    self._read += 1
                    self._refused.append((numbers[index], row.reason))
                if row.has_money:
                    self._add_refused([column[index] for column in columns])
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

    def _columns(self, columns: Sequence[Cells], numbers: list[int], faults: Faults) -> Rows:
        unparsed: list[tuple[int, str, str, str]] = []
        stored: list[list[Stored] | Repeated] = []
        for field, column in self._fields:
            cells = columns[column]
            if isinstance(cells, RawColumn) and not faults and field.id not in self._summed:
                coded = cells.coded(field.kind)
                if coded is not None:
                    stored.append(coded[0])
                    unparsed += _unparsed(field.id, *coded)
                    continue
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
        stored: list[list[Stored] | Repeated],
        unparsed: list[tuple[int, str, str, str]],
        faults: Faults,
    ) -> None:
        for index, number in enumerate(numbers):
            faulty = faults.get(number - 1)
            if faulty is None:
                continue
            for place, (field, column) in enumerate(self._fields):
                if column in faulty:
                    cast("list[Stored]", stored[place])[index] = None
                    unparsed.append((index, field.id, faulty[column], ERROR_CELL))

    def _add_up(self, parsed: Rows) -> None:
        for place in self._money:
            field = self._fields[place][0]
            sums = self._totals.setdefault(field.id, {})
            amounts = _listed(parsed, place)
            ccy = self._places.get(field.ccy_field) if field.unit == "ccy" else None
            if ccy is None:
                said = [amount for amount in amounts if isinstance(amount, int)]
                if said:
                    sums.setdefault("" if field.unit == "ccy" else field.unit, [0, 0])[0] += sum(said)
                continue
            for amount, currency in zip(amounts, _listed(parsed, ccy), strict=True):
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
            currency = None if ccy is None else _listed(parsed, ccy)[index]
        self._totals.setdefault(field.id, {}).setdefault(str(currency or ""), [0, 0])[1] += 1

    def _add_refused(self, row: Cells) -> None:
        """Count the money of a refused row: the file says it, the Book will not have it."""
        columns: list[list[Stored] | Repeated] = []
        unparsed: list[tuple[int, str, str, str]] = []
        for field, column in self._fields:
            value = field.kind.parse(row[column]) if isinstance(field.kind, Coded | Money) else None
            if isinstance(value, Unparsed):
                unparsed.append((0, field.id, value.text, value.reason))
                value = None
            columns.append([value])
        self._add_up(Rows([0], columns, unparsed))


def _unparsed(name: str, coded: Repeated, found: dict[int, Unparsed]) -> list[tuple[int, str, str, str]]:
    """List what did not parse of a coded column."""
    return [
        (index, name, found[number].text, found[number].reason)
        for number in found
        if number in coded.numbers
        for index in _places_of(number, coded.numbers)
    ]


def _places_of(number: int, numbers: bytes) -> Iterator[int]:
    at = numbers.find(number)
    while at >= 0:
        yield at
        at = numbers.find(number, at + 1)


def _listed(parsed: Rows, place: int) -> list[Stored]:
    return cast("list[Stored]", parsed.columns[place])


def header_text(cell: object) -> str:
    """Give the text of a header cell to show."""
    return quoted(" ".join(typed_text(cell).split()))
