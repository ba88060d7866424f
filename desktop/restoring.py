"""Bringing a backup back: as a Book beside the others, or in the place of one that is damaged."""

from __future__ import annotations

from pathlib import Path

from desktop.settings import books_folder
from forms.errors import BookProblem


def restore(backup: Path) -> Path:
    """Copy a backup into the user's Books and return where. Raises BookProblem."""
    from forms import backups, cabinet, connection

    found = cabinet.read(backup, fit=True)  # a backup may lie where no Book may: on a network drive
    if found.firm is None:
        raise found.problem or connection.damaged(backup)
    target = _free(books_folder(), found.firm.uscc, ".zhibao")
    backups.restore(backup, target)
    return target


def put_back(backup: Path, path: Path) -> Path:
    """Put a backup in the place of a damaged Book and return where the damaged one is kept, log and all.

    Raises:
        BookProblem: the damaged file cannot be renamed, or the backup is no good; then nothing has changed.
    """
    from forms import backups

    aside = _free(path.parent, path.stem, ".damaged")
    moved: list[tuple[Path, Path]] = []
    try:
        for left in ("", "-wal", "-shm"):
            source, target = Path(f"{path}{left}"), Path(f"{aside}{left}")
            if source.exists():
                source.replace(target)
                moved.append((source, target))
        backups.restore(backup, path)
    except (OSError, BookProblem) as error:
        for source, target in moved:
            target.replace(source)
        if isinstance(error, BookProblem):
            raise
        raise BookProblem("book-not-writable", f"“{path.name}”不能改名，可能正被其他程序占用，请稍后再试。") from error
    return aside


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """Return a name that nobody has yet."""
    target = folder / f"{stem}{suffix}"
    number = 2
    while target.exists():
        target = folder / f"{stem}-{number}{suffix}"
        number += 1
    return target
