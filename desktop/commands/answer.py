"""What a command answers: one JSON object for programs, lines for people, an exit status. Also how tables look."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DONE = 0
ERRORS_STAND = 1
USAGE = 2
REFUSED = 3
UNREACHABLE = 4
PROVINCE_REFUSED = 5
BUG = 70
INTERRUPTED = 130

_WIDE = "WF"
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of one command. `data` is printed with --json, `lines` otherwise; `warning` goes to stderr.

    `quiet`: the command has printed for itself.
    """

    data: Mapping[str, Any]
    lines: Sequence[str] = ()
    status: int = DONE
    warning: str = ""
    quiet: bool = False


def ok(line: str, **made: object) -> Answer:
    """Answer `{"ok": true, …}` with what was made, and one line for people."""
    return Answer({"ok": True, **made}, [line])


def width(text: str) -> int:
    """The columns a text takes in a terminal; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a plain table, columns aligned, nothing cut off."""
    cells = [list(heads), *([str(cell) for cell in row] for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(heads))]
    return [_GAP.join(_padded(cell, wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in cells]


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))
