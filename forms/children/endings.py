"""What can become of a child besides its answer, and how each trade tells it: one ladder from there to a typed error.

The child's own side sends what it met (`told_of`); what it could no longer send, its parent sees (`Child`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from forms.errors import InputRefused, ZhibaoError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ending(StrEnum):
    """How a child ended that gave no answer."""

    MISSING = "missing"
    """The file is not there (any more)."""
    UNREADABLE = "unreadable"
    """The system does not let it be read."""
    TOO_LARGE = "too-large"
    """It wanted more memory than it may have, and could still say so."""
    TOO_LONG = "too-long"
    """It was silent for too long, or used up its time of the processor."""
    BROKEN = "broken"
    """It was ended by a signal, crashed, or said what makes no sense."""
    CANCELLED = "cancelled"
    """Nobody wants its answer any more."""


class Refused(msgspec.Struct, tag="refused", array_like=True):
    """It cannot be done: a code for programs, one Chinese sentence for people."""

    code: str
    message: str


class Failed(msgspec.Struct, tag="failed", array_like=True):
    """It was not done: why, and the system's own number of the error, if there is one."""

    ending: Ending
    errno: int = 0


@dataclass(frozen=True, slots=True)
class Endings:
    """The words of a trade for each ending: its type of refusal, and by ending a code and a sentence.

    «{reason}» in a sentence is what the system said.
    """

    refusal: type[InputRefused]
    told: Mapping[Ending, tuple[str, str]]

    def refused(self, ending: Ending, errno: int = 0) -> InputRefused:
        """Give the error that tells of an ending; what was cancelled is nobody's fault."""
        from forms import disk  # imported late: a child tells no sentences, and starts the faster

        code, sentence = self.told[ending]
        kind = InputRefused if ending is Ending.CANCELLED else self.refusal
        return kind(code, sentence.replace("{reason}", disk.reason_of(OSError(errno, ""))))


def told_of(error: ZhibaoError | OSError | MemoryError | RecursionError) -> Refused | Failed:
    """Say what a child met, in what it can still send."""
    if isinstance(error, ZhibaoError):
        return Refused(error.code, error.message)
    if isinstance(error, FileNotFoundError):
        return Failed(Ending.MISSING, error.errno or 0)
    if isinstance(error, OSError):
        return Failed(Ending.UNREADABLE, error.errno or 0)
    return Failed(Ending.TOO_LARGE)
