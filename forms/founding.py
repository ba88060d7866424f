"""Making the Books of many firms at once: each whole or not at all, and one that fails holds up no other."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from forms.book import SUFFIX, Book
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class Founder(Protocol):
    """Whom a Book is made for."""

    @property
    def uscc(self) -> str:
        """The credit code."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def division(self) -> str:
        """The division of its seat."""

    @property
    def starts_on(self) -> str | None:
        """From which date it reports here; None: the year's first."""


@dataclass(slots=True)
class Founded:
    """What came of it: the Books made, and the firms refused with the sentence why."""

    made: list[Path] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def cleaned_code(text: str) -> str:
    """Fold what people paste with a credit code: blanks, full width, small letters."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def found(folder: Path, firm: Founder) -> Path:
    """Make the Book of one firm in the folder; give its path.

    Raises:
        InputRefused: the firm's facts cannot be right, or the folder cannot hold it; then there is no file.
    """
    path = folder / f"{cleaned_code(firm.uscc)}{SUFFIX}"
    Book.create(path, uscc=firm.uscc, name=firm.name, division=firm.division, starts_on=firm.starts_on).close()
    return path


def found_all(
    folder: Path, firms: Iterable[Founder], told: Callable[[int], None], cancelled: Callable[[], bool]
) -> Founded:
    """Make a Book for every firm of a list; `told` hears how many are done."""
    result = Founded()
    for number, firm in enumerate(firms):
        if cancelled():
            break
        told(number)
        try:
            result.made.append(found(folder, firm))
        except InputRefused as refusal:
            result.refused.append((firm.name, refusal.message))
    return result
