"""Bringing a backup back among the user's Books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.settings import books_folder

if TYPE_CHECKING:
    from pathlib import Path


def restore(backup: Path) -> Path:
    """Copy a backup into the user's Books and return where. Raises BookProblem."""
    from forms import backups
    from forms.book import Book

    with Book.open(backup, readonly=True) as book:
        firm = book.firm
    target = books_folder() / f"{firm.uscc}.zhibao"
    number = 2
    while target.exists():
        target = books_folder() / f"{firm.uscc}-{number}.zhibao"
        number += 1
    backups.restore(backup, target)
    return target
