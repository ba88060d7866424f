"""A column of a sheet as its XML has it: turned into cells where somebody asks, into stored values without them.

Codes, dates, names of clients repeat thousands of times in a column. The bytes of a cell then say what is stored as
surely as its value does, so each different cell is read once and remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from forms.kinds import Kind, Stored, Unparsed
from forms.workbook.frames import Repeated
from forms.workbook.raw_cells import RawCells

_REPEATED = 4
_TELLING = 50
_MOST_REMEMBERED = 50_000
_BYTE = 256


class Remembered(dict[bytes, "Stored | Unparsed"]):
    """What the raw cells of one column mean as values of a kind."""

    def __init__(self, kind: Kind, cells: RawCells) -> None:
        """Remember nothing but that no cell is nothing."""
        super().__init__({b"": None})
        self._kind, self._cells = kind, cells

    def __missing__(self, raw: bytes) -> Stored | Unparsed:
        """Read a cell not met before."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
            self[b""] = None
        value = self._kind.parse_column([self._cells.value(raw)])[0]
        self[raw] = value
        return value


class Numbered(dict[bytes, int]):
    """The different raw cells of one column, numbered as they are met; a byte holds the number."""

    def __init__(self, remembered: Remembered) -> None:
        """Take who reads a cell not met before."""
        super().__init__()
        self._remembered = remembered
        self._new: list[Stored] = []
        self.unparsed: dict[int, Unparsed] = {}

    def __missing__(self, raw: bytes) -> int:
        """Number a cell not met before.

        Raises:
            OverflowError: the number does not fit a byte.
        """
        number = len(self)
        if number >= _BYTE:
            raise OverflowError
        value = self._remembered[raw]
        if isinstance(value, Unparsed):
            self.unparsed[number] = value
            value = None
        self._new.append(value)
        self[raw] = number
        return number

    def code(self, raws: Sequence[bytes]) -> Repeated:
        """Code the cells of a run.

        Raises:
            OverflowError: the column has more different cells than a byte can number.
        """
        numbers = bytes(map(self.__getitem__, raws))
        new, self._new = self._new, []
        return Repeated(new, numbers)


class Memory:
    """What is known of one column of a sheet: whether its cells repeat, and what they mean."""

    def __init__(self, cells: RawCells) -> None:
        """Know nothing."""
        self.cells = cells
        self._repeats: bool | None = None
        self._remembered: Remembered | None = None
        self._numbered: Numbered | None = None
        self._is_varied = False

    def repeats(self, raws: Sequence[bytes]) -> bool:
        """Tell whether remembering pays, from the first run that is long enough to tell."""
        if self._repeats is None:
            repeats = len(set(raws)) * _REPEATED <= len(raws)
            if len(raws) < _TELLING:
                return repeats
            self._repeats = repeats
        return self._repeats

    def of(self, kind: Kind) -> Remembered:
        """Give what is remembered; a column is read by one kind."""
        if self._remembered is None:
            self._remembered = Remembered(kind, self.cells)
        return self._remembered

    def coded(self, kind: Kind, raws: Sequence[bytes]) -> tuple[Repeated, dict[int, Unparsed]] | None:
        """Code a run, and give by number what did not parse; None from the run on that has too many different cells."""
        if self._is_varied:
            return None
        if self._numbered is None:
            self._numbered = Numbered(self.of(kind))
        try:
            return self._numbered.code(raws), self._numbered.unparsed
        except OverflowError:
            self._is_varied = True
            return None


class RawColumn(Sequence[object]):
    """The cells of one column in a run of rows, raw."""

    def __init__(self, raws: Sequence[bytes], memory: Memory) -> None:
        """Keep the raw cells; `memory` is the column's."""
        self._raws, self._memory = raws, memory
        self._cells: list[object] | None = None

    def parsed(self, kind: Kind) -> list[Stored | Unparsed]:
        """Give the values as a kind reads them."""
        if self._memory.repeats(self._raws):
            return list(map(self._memory.of(kind).__getitem__, self._raws))
        return kind.parse_column(self._made())

    def coded(self, kind: Kind) -> tuple[Repeated, dict[int, Unparsed]] | None:
        """Give the values coded, and by number what did not parse; None where the cells do not repeat enough."""
        return self._memory.coded(kind, self._raws) if self._memory.repeats(self._raws) else None

    def _made(self) -> list[object]:
        if self._cells is None:
            self._cells = self._memory.cells.values(self._raws)
        return self._cells

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._raws)

    def __iter__(self) -> Iterator[object]:
        """Give the cells."""
        return iter(self._made())

    @overload
    def __getitem__(self, index: int) -> object: ...
    @overload
    def __getitem__(self, index: slice) -> list[object]: ...
    def __getitem__(self, index: int | slice) -> object:
        """Give a cell, or some."""
        return self._made()[index]
