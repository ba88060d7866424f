"""What the children that meet workbooks are asked and may answer.

A child's bytes are as little trusted as the workbook it reads: they are decoded into these types and nothing else.
"""

from __future__ import annotations

from typing import Final

import msgspec

from forms.workbook.addresses import column_index
from forms.workbook.mapping import NO_GUIDE, Guide

LOST: Final = "#"
"""What begins the text of a number in `Listed` whose last digits Excel lost."""
MOST_LISTED: Final = 2_000
"""Rows of a list that are read; one more is given where there are more."""

CellValue = int | str | None


class Request(msgspec.Struct):
    """What the parent asks: read this file as rows of this form, from this sheet or from the one that fits.

    `edition` is the parent's own, pickled: reading all definitions takes twenty times as long. The child trusts its
    parent; never the other way round. `guide` is what is known of the file's columns beforehand.
    """

    path: str
    edition: bytes
    sheet: str | None = None
    guide: Guide = NO_GUIDE


class Opened(msgspec.Struct, tag="opened", array_like=True):
    """What the child found: the sheet, its first data row, each field's column letters, columns nobody knows.

    `notices` are sentences on what was decided about the file: which of two sheets is read, which column is converted.
    `sheets` are the names of all that could be asked for, `shape` names what the file's header looks like.
    """

    sheet: str
    first_row: int
    last_row: int
    columns: dict[str, str]
    unknown: dict[str, str]
    notices: list[str]
    sheets: list[str]
    shape: str = ""


class Repeated(msgspec.Struct):
    """A column whose cells repeat: its values not met in earlier runs, and by row the number of its value, in a byte.

    Numbers count the values of the column from 0, in all runs that are coded, in the order they were met.
    """

    new: list[CellValue]
    numbers: bytes


class Rows(msgspec.Struct, tag="rows", array_like=True):
    """A run of rows: their numbers in the sheet, the stored values column by column in the order of `Opened.columns`.

    `unparsed` lists (index of the row in this run, field, text as it stands, reason); its value is None in the column.
    """

    numbers: list[int]
    columns: list[list[CellValue] | Repeated]
    unparsed: list[tuple[int, str, str, str]]


class Done(msgspec.Struct, tag="done", array_like=True):
    """The end of a sheet: rows counted, rows refused with reason, what the file's money adds up to.

    `totals` is {field: {currency: [hundredths, cells that are no number]}}; a currency the file does not give is "".
    """

    rows_read: int
    refused: list[tuple[int, str]]
    totals: dict[str, dict[str, tuple[int, int]]]


class LookRequest(msgspec.Struct):
    """What the parent asks: what is odd about this file, and what its columns are, as rows of the form it fits best.

    `editions` are the pickled editions that come into question; `survey`: look through all of the sheet.
    """

    path: str
    editions: bytes
    sheet: str | None = None
    guide: Guide = NO_GUIDE
    survey: bool = True


class Fact(msgspec.Struct, array_like=True):
    """Something odd: its name in `doctor.toml`, what is to be filled in there, the first cell, how many there are."""

    code: str
    values: dict[str, str] = {}
    cell: str = ""
    count: int = 0


class Looked(msgspec.Struct, tag="looked", array_like=True):
    """What a file looks like: the form and sheet it fits, its first rows as texts, which column is which field.

    Rows count from 1; `header_row` is 0 where none was found. `columns` and `possible` (what columns nobody knows could
    be) give letters and ids of fields. `in_ten_thousands` and `unit_said` are fields; `typical` is the middle amount,
    in hundredths, of the first rows of each field by currency, `largest` the largest. `mapped`: a mapping was followed.
    """

    form: str
    sheet: str
    sheets: list[str]
    header_row: int
    first_row: int
    last_row: int
    rows: list[list[str]]
    columns: dict[str, str]
    unknown: dict[str, str]
    possible: dict[str, list[str]]
    by_content: list[str]
    in_ten_thousands: list[str]
    unit_said: list[str]
    typical: dict[str, dict[str, int]]
    largest: dict[str, dict[str, int]]
    shape: str
    mapped: bool
    facts: list[Fact]


def head_of(looked: Looked, letters: str) -> str:
    """Give the text of a column's header."""
    heads = looked.rows[looked.header_row - 1] if 0 < looked.header_row <= len(looked.rows) else []
    at = column_index(letters)
    return heads[at] if at < len(heads) else ""


class Remark(msgspec.Struct, array_like=True):
    """What is said of a cell, or of something that has none (`cell` empty; `place` says what in words).

    `link` is the cell to go to, the same or another of the row; empty where there is none.
    `severity` is that of a finding, or «refused» for a row that is not in the Book.
    """

    severity: str
    rule: str
    cell: str
    link: str
    place: str
    key: str
    label: str
    message: str


class AnnotationRequest(msgspec.Struct):
    """What the parent asks: a copy of this file with remarks on the cells of a sheet; `counted` goes on top."""

    path: str
    sheet: str
    remarks: list[Remark]
    counted: str


class Piece(msgspec.Struct, tag="piece", array_like=True):
    """A piece of the file that is being written."""

    data: bytes


class Passed(msgspec.Struct, tag="passed", array_like=True):
    """The rows of the sheet are marked up to this one, counted from 1."""

    row: int


class Written(msgspec.Struct, tag="written", array_like=True):
    """The file is whole: cells marked, and how many of them could get no comment."""

    marked: int
    silent: int


class ListRequest(msgspec.Struct):
    """What the parent asks: the cells of the named sheet, or of the first that is visible, as text."""

    path: str
    sheet: str | None = None


class Listed(msgspec.Struct, tag="listed", array_like=True):
    """The sheet's name and its rows, at most `MOST_LISTED` and one, each as long as the sheet is wide."""

    sheet: str
    rows: list[list[str]]


class Decoding:
    """What coded columns of a sheet say: each different value is one object, however many rows have it."""

    def __init__(self) -> None:
        """Know no value yet."""
        self._values: dict[int, list[CellValue]] = {}

    def columns(self, rows: Rows) -> list[list[CellValue]]:
        """Give the values of a run, column by column.

        Raises:
            ValueError: a row has the number of no value.
        """
        return [
            self._values_of(place, column) if isinstance(column, Repeated) else column
            for place, column in enumerate(rows.columns)
        ]

    def _values_of(self, place: int, column: Repeated) -> list[CellValue]:
        values = self._values.setdefault(place, [])
        values += column.new
        if column.numbers and max(column.numbers) >= len(values):
            raise ValueError(place)
        return list(map(values.__getitem__, column.numbers))
