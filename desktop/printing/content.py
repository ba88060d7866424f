"""What a printed form says, as text and without Qt: its head, its foot, and its body as a grid, lines or pairs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Align(Enum):
    """Where text stands in its cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What ties a sheet to the filing it shows: ids, digest (SHA-256 in hex), and when the province received it."""

    filing_id: str
    revision: int
    sha256: str
    signed_at: str
    received_at: str
    word: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over and under every page. `marks` are the watermarks; `stamp` is None on a draft."""

    form: str
    title: str
    period: str
    firm: str
    uscc: str
    units: str
    legal: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    edition: str
    marks: tuple[str, ...] = ()
    stamp: Stamp | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ledger. `width` in mm is what it wants; text that must not break has `whole`."""

    id: str
    label: str
    section: str
    unit: str
    align: Align
    width: float
    whole: bool
    number: int
    breaks: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ledger: a text for every row and column, and under the last row the totals (lines by column id)."""

    columns: tuple[Column, ...]
    rows: list[list[str]]
    totals: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card of indicators; a `heading` has a name only."""

    name: str
    unit: str = ""
    number: str = ""
    value: str = ""
    indent: int = 0
    heading: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A card of indicators."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A card of particulars: sections of (label, value)."""

    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A form that can be printed; `name` is the file name proposed for it, `annex` what was explained (填报说明)."""

    head: Head
    body: Grid | Lines | Pairs
    name: str
    annex: Grid | None = None
