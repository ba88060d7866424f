"""Backups of a Book: a consistent copy, verified after it is written; the last ten and one a month are kept."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import json
import os
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forms import connection, disk, migrations
from forms.errors import BookProblem

if TYPE_CHECKING:
    from forms.book import Book

KEEP = 10
MADE = "backup.made"
"""The setting of a Book that remembers what its newest backups were made from."""
_REMEMBERED = 60
_PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Made:
    """What was written down when a backup was made: its SHA-256, the rows of each form, and how far the Book was.

    `mark` is empty for a backup made before the program kept it.
    """

    file: str
    sha256: str
    size: int
    rows: dict[str, int]
    mark: str = ""


def folder_of(path: Path) -> Path:
    """Give the default folder for the backups of a Book."""
    return path.parent / "备份"


def back_up(book: Book, folder: Path | None = None) -> Path:
    """Copy the Book into the folder and prove the copy: temporary file, flush, rename, open and check.

    Raises:
        BookProblem: the Book is damaged, the copy could not be written or did not pass the check; nothing has changed.
    """
    from forms.book import now

    folder = folder or folder_of(book.path)
    stamp = now().replace(":", "").replace("-", "").rstrip("Z").replace("T", "-")
    target = folder / f"{book.path.stem}-{stamp}{book.path.suffix}"
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark = mark_of(book)  # before the copy: an edit that comes meanwhile is one that is not in it
        _copy(book.db, partial)
        if not is_sound(partial):
            raise BookProblem(
                "backup-failed", f"备份写完后核对不一致，没有保留；请检查“{folder}”所在的磁盘，或换一个文件夹再备份。"
            )
        made = Made(target.name, sha256_of(partial), partial.stat().st_size, rows_of(book.db, book), mark)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        if disk.is_damage(error):
            raise connection.damaged(book.path, folder) from error
        raise BookProblem(
            "backup-failed", f"备份没有写成（{_reason_of(error)}），请检查备份文件夹“{folder}”的空间和权限。"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    _thin_out(folder, book.path.stem)
    if not book.readonly:
        kept = [one for one in remembered(book).values() if one.file != made.file][1 - _REMEMBERED :]
        book.put(MADE, json.dumps([asdict(one) for one in (*kept, made)]))
    return target


def remembered(book: Book) -> dict[str, Made]:
    """Give what was written down about the backups made of a Book, by file name."""
    return {one["file"]: Made(**one) for one in json.loads(book.get(MADE) or "[]")}


def rows_of(db: sqlite3.Connection, book: Book) -> dict[str, int]:
    """Count the rows of each form the Book has; before its migration it has no table of the forms that came since."""
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = {form: book.catalogue.table(form) for form in book.catalogue.forms}
    return {
        form: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for form, table in tables.items()
        if table in there
    }


def sha256_of(path: Path) -> str:
    """Digest a file, piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def made_at(backup: Path) -> str:
    """Read from a backup's name when it was made, in UTC: «2026-11-20T06:03:11Z»."""
    day, _, clock = backup.stem[-15:].partition("-")
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock[:2]}:{clock[2:4]}:{clock[4:]}Z"


def mark_of(book: Book) -> str:
    """Tell how far a Book is: a text that is another one after each edit, undo, explanation or step of a filing.

    It is empty as long as nothing was ever typed.
    """
    found = book.db.execute(
        "SELECT (SELECT max(seq) FROM journal), (SELECT max(seq) FROM journal WHERE state = 'done'),"
        " (SELECT max(seq) FROM audit), (SELECT max(at) FROM explanations), (SELECT count(*) FROM explanations)"
    ).fetchone()
    return "/".join(str(one or "") for one in found) if any(found) else ""


def is_due(book: Book, folder: Path) -> bool:
    """Tell whether the Book changed since its newest backup in the folder was made."""
    newest = next(iter(list_backups(folder, book.path.stem)), None)
    made = remembered(book).get(newest.name) if newest else None
    mark = mark_of(book)
    return bool(mark) and (made is None or made.mark != mark)


def verify(path: Path) -> None:
    """Open a backup and check every page.

    Raises:
        BookProblem: it is no Book or is damaged.
    """
    migrations.refuse_other_files(path)
    if not is_sound(path):
        raise BookProblem("damaged-backup", f"备份“{path.name}”已损坏，请改用更早的备份。")


def is_sound(path: Path) -> bool:
    """Check every page of a backup."""
    db = sqlite3.connect(disk.uri_to_read(path), uri=True)
    try:
        return bool(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


def newest_sound(path: Path, *folders: Path) -> Path | None:
    """Give the newest backup of the Book of a path that passes the check, in the default folder and in others."""
    found = {one for folder in (folder_of(path), *folders) for one in list_backups(folder, path.stem)}
    return next((one for one in sorted(found, key=lambda one: one.name, reverse=True) if is_sound(one)), None)


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
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in ("-wal", "-shm"):  # the log of a Book that was here once would be played into the new one
            Path(f"{path}{left}").unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(disk.uri_to_read(backup), uri=True)) as db:
            _copy(db, partial)
        partial.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise BookProblem(
            "restore-failed", f"恢复没有写成（{_reason_of(error)}），请检查文件夹“{path.parent}”的空间和权限。"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def list_backups(folder: Path, stem: str) -> list[Path]:
    """List the backups of a Book, the newest first."""
    stamp = "-".join("[0-9]" * count for count in (8, 6))
    found = folder.glob(f"{glob.escape(stem)}-{stamp}.*")
    return sorted((path for path in found if path.suffix != ".partial"), reverse=True)


def _copy(db: sqlite3.Connection, partial: Path) -> None:
    """Write a whole Book to a file of its own, down to the disk.

    Not the file's bytes: of a Book that is open the last edits lie beside it.
    """
    partial.unlink(missing_ok=True)
    db.execute("VACUUM INTO ?", (str(partial),))
    with partial.open("rb+") as file:
        os.fsync(file.fileno())


def _reason_of(error: OSError | sqlite3.Error) -> str:
    """Say why a copy could not be written."""
    if isinstance(error, OSError):
        return disk.reason_of(error)
    name = getattr(error, "sqlite_errorname", "")
    reasons = {"SQLITE_FULL": "磁盘已满", "SQLITE_CANTOPEN": "文件夹不能写入", "SQLITE_BUSY": "账套正忙"}
    return next((why for code, why in reasons.items() if name.startswith(code)), "磁盘读写出错")


def _thin_out(folder: Path, stem: str) -> None:
    """Keep the newest ten and the first of each month."""
    months: set[str] = set()
    for number, path in reversed(list(enumerate(list_backups(folder, stem)))):
        month = path.stem[len(stem) + 1 :][:6]
        if number >= KEEP and month in months:
            path.unlink(missing_ok=True)
        months.add(month)
