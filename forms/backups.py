"""Backups of a Book: a consistent copy, verified after it is written; the last ten and one a month are kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from forms import migrations
from forms.errors import BookProblem

if TYPE_CHECKING:
    from forms.book import Book

KEEP = 10


def folder_of(path: Path) -> Path:
    """Give the default folder for the backups of a Book."""
    return path.parent / "备份"


def back_up(book: Book, folder: Path | None = None) -> Path:
    """Copy the Book into the folder and prove the copy: temporary file, flush, rename, open and check.

    Raises:
        BookProblem: the copy could not be written or did not pass the check; the Book itself is untouched.
    """
    from forms.book import now

    folder = folder or folder_of(book.path)
    stamp = now().replace(":", "").replace("-", "").rstrip("Z").replace("T", "-")
    target = folder / f"{book.path.stem}-{stamp}{book.path.suffix}"
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        book.db.execute("VACUUM INTO ?", (str(partial),))
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        verify(partial)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise BookProblem(
            "backup-failed", f"备份没有写成（{error}），请检查备份文件夹“{folder}”的空间和权限。"
        ) from error
    _thin_out(folder, book.path.stem)
    return target


def verify(path: Path) -> None:
    """Open a backup and check every page.

    Raises:
        BookProblem: it is no Book or is damaged.
    """
    migrations.refuse_other_files(path)
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except sqlite3.DatabaseError:
        sound = False
    finally:
        db.close()
    if not sound:
        raise BookProblem("damaged-backup", f"备份“{path.name}”已损坏，请改用更早的备份。")


def restore(backup: Path, path: Path) -> None:
    """Put a verified backup in place of a Book that does not exist yet.

    Raises:
        BookProblem: the backup is damaged, or a Book of that name is there already.
    """
    if path.exists():
        raise BookProblem("book-exists", f"账套“{path.name}”已存在，恢复时请换一个名字。")
    if not backup.exists():
        raise BookProblem("no-backup", f"找不到备份文件“{backup}”。")
    verify(backup)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    shutil.copyfile(backup, partial)
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(path)


def list_backups(folder: Path, stem: str) -> list[Path]:
    """List the backups of a Book, the newest first."""
    return sorted(folder.glob(f"{stem}-????????-??????.*"), reverse=True)


def _thin_out(folder: Path, stem: str) -> None:
    """Keep the newest ten and the first of each month."""
    months: set[str] = set()
    for number, path in reversed(list(enumerate(list_backups(folder, stem)))):
        month = path.stem[len(stem) + 1 :][:6]
        if number >= KEEP and month in months:
            path.unlink(missing_ok=True)
        months.add(month)
