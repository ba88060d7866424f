"""A column of a sheet as its XML has it: turned into cells where somebody asks, into stored values without them.

Codes, dates, names of clients repeat thousands of times in a column. The bytes of a cell then say what is stored as
surely as its value does, so each different cell is read once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from forms.kinds import Kind, Stored, Unparsed

Convert = Callable[[bytes], object]

_REPEATED = 4
_TELLING = 50
_MOST_REMEMBERED = 50_000


class Remembered(dict[bytes, "Stored | Unparsed"]):
    """What the cells of one column and one format mean as values of a kind."""

    def __init__(self, kind: Kind, convert: Convert) -> None:
        """Remember nothing but that an empty cell is nothing."""
        super().__init__({b"": None})
        self._kind, self._convert = kind, convert

    def __missing__(self, cell: bytes) -> Stored | Unparsed:
        """Read a cell not met before."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
            self[b""] = None
        value = self._kind.parse_column([self._convert(cell)])[0]
        self[cell] = value
        return value


class Memory:
    """What is known of one column of a sheet: whether its cells repeat, and what those of each format mean."""

    def __init__(self) -> None:
        """Know nothing."""
        self._repeats: bool | None = None
        self._by_attribute: dict[bytes, Remembered] = {}

    def repeats(self, values: Sequence[bytes]) -> bool:
        """Tell whether remembering pays, from the first run that is long enough to tell."""
        if self._repeats is None:
            repeats = len(set(values)) * _REPEATED <= len(values)
            if len(values) < _TELLING:
                return repeats
            self._repeats = repeats
        return self._repeats

    def of(self, kind: Kind, converts: Mapping[bytes, Convert]) -> dict[bytes, Remembered]:
        """Give what is remembered by attribute, of these formats at least."""
        for attribute, convert in converts.items():
            if attribute not in self._by_attribute:
                self._by_attribute[attribute] = Remembered(kind, convert)
        return self._by_attribute


class Shared:
    """Converts the index of a shared string."""

    def __init__(self, strings: Sequence[str]) -> None:
        """Take the strings in their order."""
        self._strings = strings

    def __call__(self, index: bytes) -> str:
        """Give one string."""
        return self._strings[int(index)]

    def many(self, indexes: Sequence[bytes]) -> list[object]:
        """Give many, without a Python call for each."""
        return list(map(self._strings.__getitem__, map(int, indexes)))


class RawColumn(Sequence[object]):
    """The cells of one column in a run of rows: the attributes and the bytes of each, and how formats are converted."""

    def __init__(
        self,
        attributes: Sequence[bytes],
        values: Sequence[bytes],
        converts: Mapping[bytes, Convert],
        memory: Memory,
    ) -> None:
        """Keep the bytes; `converts` knows every attribute of a cell that is not empty; `memory` is the column's."""
        self._attributes, self._values = attributes, values
        self._converts, self._memory = converts, memory
        self._cells: list[object] | None = None

    def parsed(self, kind: Kind) -> list[Stored | Unparsed]:
        """Give the values as a kind reads them."""
        if not self._memory.repeats(self._values):
            return kind.parse_column(self._made())
        remembered = self._memory.of(kind, self._converts)
        if len(self._converts) == 1:
            return list(map(remembered[next(iter(self._converts))].__getitem__, self._values))
        pairs = zip(self._attributes, self._values, strict=True)
        return [remembered[attribute][value] if value else None for attribute, value in pairs]

    def _made(self) -> list[object]:
        if self._cells is None:
            self._cells = self._convert_all()
        return self._cells

    def _convert_all(self) -> list[object]:
        converts, values = self._converts, self._values
        if len(converts) > 1:
            pairs = zip(self._attributes, values, strict=True)
            return [converts[attribute](value) if value else "" for attribute, value in pairs]
        (convert,) = converts.values()
        if b"" in values:
            return [convert(value) if value else "" for value in values]
        return convert.many(values) if isinstance(convert, Shared) else list(map(convert, values))

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._values)

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
