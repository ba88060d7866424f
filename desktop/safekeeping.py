"""When a Book is backed up by itself, and where to: at the end of a day's work, and after a start that finds none.

The folder is the one chosen in the settings; where that cannot be reached (a stick that was pulled out), the one beside
the Book takes its place, so that there always is a backup.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.settings import Settings
    from desktop.workspace import Workspace
    from forms.book import Book

SOON_MS = 20_000
LARGE = 200 * 2**20
"""Bytes from which a Book is not copied while a person waits for the window to close, but after the next start."""


def folder_for(settings: Settings, book: Path) -> Path:
    """Return the folder of a Book's backups."""
    from forms import backups

    return Path(settings.backup_folder) if settings.backup_folder else backups.folder_of(book)


def back_up(book: Book, settings: Settings) -> Path:
    """Write a verified backup into the chosen folder, or beside the Book where that fails. Raises BookProblem."""
    from forms import backups
    from forms.errors import BookProblem

    chosen, usual = folder_for(settings, book.path), backups.folder_of(book.path)
    try:
        return backups.back_up(book, chosen)
    except BookProblem as problem:
        if chosen == usual or problem.code == "damaged-book":
            raise
        return backups.back_up(book, usual)


def at_the_end(book: Book, settings: Settings) -> Path | None:
    """Back a Book up that is about to be closed, if it changed; a failure must not keep the window open."""
    from forms import backups
    from forms.errors import BookProblem

    if book.readonly or not book.path.exists() or book.path.stat().st_size > LARGE:
        return None
    try:
        return back_up(book, settings) if backups.is_due(book, folder_for(settings, book.path)) else None
    except BookProblem:
        return None


def catch_up(workspace: Workspace) -> None:
    """Back the Book that was just opened up, soon and in the background, if that was missed."""
    from forms import backups

    opened = workspace.book.path

    def backing_up(book: Book, job: Job) -> None:
        del job
        if backups.is_due(book, folder_for(workspace.settings, book.path)):
            back_up(book, workspace.settings)

    def begin() -> None:
        if workspace.is_open and workspace.book.path == opened and not workspace.book.readonly:
            workspace.work(backing_up)

    QTimer.singleShot(SOON_MS, workspace, begin)
