"""Rows of one ledger read page by page: the part of the grid's model that knows SQL and nothing of Qt.

A ledger table numbers its rows densely (`pos` 1..n), so an unfiltered grid needs no list of rows at all: row r is
`pos = r + 1`. A filter or a sort makes one list of positions, by SQL; pages of rows are then read by position.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Sequence

RowT = TypeVar("RowT")
PAGE_ROWS = 128
PAGES_KEPT = 24
FEW = 3  # row numbers looked for one by one
AGAIN = 16  # rows that are read again one by one


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter and a sort as SQL: `where` ("" = all) with its parameters, and `order` ("" = by pos)."""

    where: str = ""
    params: tuple[Any, ...] = ()
    order: str = ""

    @property
    def is_plain(self) -> bool:
        """True when every row is shown in its natural order."""
        return not self.where and not self.order


def select_positions(
    db: sqlite3.Connection, table: str, narrowing: Narrowing, first: int = 1, last: int | None = None
) -> array[int]:
    """Give the row numbers of a narrowing (from `first` to `last`) in its order, on whichever connection and thread.

    SQLite gathers them into one value: fetched one by one they cost as much again, and hold up other threads.
    """
    parts = [f"pos >= {first}"] if first > 1 else []
    parts += [f"pos <= {last}"] if last is not None else []
    where = " AND ".join([*parts, narrowing.where] if narrowing.where else parts) or "1"
    order = f"{narrowing.order}, pos" if narrowing.order else "pos"
    ordered = f"SELECT pos FROM {table} WHERE {where} ORDER BY {order}"  # an aggregate over it keeps this order
    found = db.execute(f"SELECT json_group_array(pos) FROM ({ordered})", narrowing.params).fetchone()[0]
    return array("q", msgspec.json.decode(found, type=list[int]))


class RowPages(Generic[RowT]):
    """Pages of rows kept in a least-recently-used cache.

    `make` turns a `sqlite3.Row` of `SELECT *` into the row object the grid paints from; it runs once a row and page.
    Row indexes are 0-based places in the grid, positions are the 1-based row numbers people see.
    """

    def __init__(self, db: sqlite3.Connection, table: str, make: Callable[[sqlite3.Row], RowT]) -> None:
        self._db = db
        self._table = table
        self._make = make
        self._pages: OrderedDict[int, list[RowT]] = OrderedDict()
        self._latest: tuple[int, list[RowT]] = (-1, [])  # painting asks for rows of one page hundreds of times
        self._positions: array[int] | None = None
        self._included = False  # a row was added at the end, out of the order of row numbers
        self.narrowing = Narrowing()
        self.total = 0
        self.pages_read = 0
        self.recount()

    def __len__(self) -> int:
        return self.total if self._positions is None else len(self._positions)

    def recount(self) -> None:
        """Read the number of rows and the filtered positions anew, and forget every page."""
        self._take(None if self.narrowing.is_plain else select_positions(self._db, self._table, self.narrowing))

    def narrow(self, narrowing: Narrowing, positions: array[int] | None = None) -> None:
        """Show only the rows of `narrowing`, in its order; `positions` if `select_positions` gave them already."""
        self.narrowing = narrowing
        if positions is None:
            self.recount()
        else:
            self._take(positions)

    def _take(self, positions: array[int] | None) -> None:
        self.forget()
        self.total = self._db.execute(f"SELECT coalesce(max(pos), 0) FROM {self._table}").fetchone()[0]
        self._positions = positions
        self._included = False

    def include(self, pos: int) -> None:
        """Take in the row just added as number `pos`; a filtered grid shows it at its end until filtered again."""
        self.forget()
        self.total += 1
        if self._positions is not None:
            self._positions = array("q", [kept + (kept >= pos) for kept in self._positions])
            self._positions.append(pos)
            self._included = True

    def forget(self, row: int | None = None) -> None:
        """Forget the page that holds `row`, or all pages, so that the next look reads the Book."""
        self._latest = (-1, [])
        if row is None:
            self._pages.clear()
        else:
            self._pages.pop(row // PAGE_ROWS, None)

    def renew(self, rows: Collection[int]) -> None:
        """Let the next look at some rows find them as the Book has them: a few are read again, of many the pages go."""
        for row in rows:
            if len(rows) <= AGAIN:
                self.read_again(row)
            else:
                self.forget(row)

    def read_again(self, row: int) -> None:
        """Read one row anew, where its page is kept."""
        page = self._pages.get(row // PAGE_ROWS)
        if page is not None:
            query = f"SELECT * FROM {self._table} WHERE pos = ?"
            found = self._db.execute(query, (self.position(row),)).fetchone()
            if found is not None:
                page[row % PAGE_ROWS] = self._make(found)

    def row(self, row: int) -> RowT:
        """The row at grid place `row`; reads its page when it is not kept."""
        number, offset = divmod(row, PAGE_ROWS)
        if number == self._latest[0]:
            return self._latest[1][offset]
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        self._latest = (number, page)
        return page[offset]

    def position(self, row: int) -> int:
        """The row number people see (pos) of grid place `row`."""
        return row + 1 if self._positions is None else self._positions[row]

    def positions(self, first: int, last: int) -> Sequence[int]:
        """The row numbers of grid places `first`..`last`."""
        if self._positions is None:
            return range(first + 1, last + 2)
        return self._positions[first : last + 1]

    def place(self, pos: int) -> int:
        """The grid place of row number `pos`, or -1 while a filter hides it."""
        return self.places([pos])[0]

    def places(self, wanted: Sequence[int]) -> list[int]:
        """The grid places of row numbers, -1 for those a filter hides; no index of all rows is kept for it."""
        kept = self._positions
        if kept is None:
            return [pos - 1 if 1 <= pos <= self.total else -1 for pos in wanted]
        if not self.narrowing.order and not self._included:
            found = [bisect_left(kept, pos) for pos in wanted]
            return [
                place if place < len(kept) and kept[place] == pos else -1
                for pos, place in zip(wanted, found, strict=True)
            ]
        if len(wanted) <= FEW:
            return [kept.index(pos) if pos in kept else -1 for pos in wanted]
        rest = set(wanted)
        at = {pos: place for place, pos in enumerate(kept) if pos in rest}
        return [at.get(pos, -1) for pos in wanted]

    def kept(self) -> list[RowT]:
        """Every row that is in the cache now (to mark or repaint without reading)."""
        return [row for page in self._pages.values() for row in page]

    def kept_places(self) -> list[tuple[int, RowT]]:
        """Every row that is in the cache now, with its grid place."""
        return [
            (number * PAGE_ROWS + offset, row)
            for number, page in self._pages.items()
            for offset, row in enumerate(page)
        ]

    def _read(self, number: int) -> list[RowT]:
        first = number * PAGE_ROWS
        last = min(first + PAGE_ROWS, len(self)) - 1
        wanted = self.positions(first, last)
        if self._positions is None:
            found = self._db.execute(
                f"SELECT * FROM {self._table} WHERE pos BETWEEN ? AND ? ORDER BY pos", (first + 1, last + 1)
            ).fetchall()
        else:
            marks = ",".join("?" * len(wanted))
            rows = self._db.execute(f"SELECT * FROM {self._table} WHERE pos IN ({marks})", tuple(wanted)).fetchall()
            by_pos = {row["pos"]: row for row in rows}
            found = [by_pos[pos] for pos in wanted if pos in by_pos]
        self.pages_read += 1
        page = self._pages[number] = [self._make(row) for row in found]
        return page
