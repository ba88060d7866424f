"""The connection under a Book: how SQLite is set, and the lock that lets one process write.

The lock is a file beside the Book, taken through the operating system: closing any handle of the database file itself
would drop SQLite's own locks.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from forms import backups, disk
from forms.errors import BookProblem
from forms.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUSY_SECONDS = 10.0
_PAGE_BYTES = 8192  # of a new Book: a row takes half a kilobyte, and every page costs a call of the system or three

# Python's module looks for an adapter of every value bound that is no text and no number. A NULL has none and so goes
# the whole way, at five times the price of a number; this is the shortest way from None to None.
_NOTHING: dict[None, None] = {}
sqlite3.register_adapter(type(None), _NOTHING.get)


def connect(path: Path, *, readonly: bool = False) -> sqlite3.Connection:
    """Open a Book's file so that a commit acknowledged is a commit kept."""
    db = sqlite3.connect(
        disk.uri_to_read(path) if readonly else f"{path.resolve().as_uri()}?mode=rwc",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    db.row_factory = sqlite3.Row
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY"):
        db.execute(f"PRAGMA {pragma}")
    if not readonly:
        if db.execute("PRAGMA application_id").fetchone()[0] == 0:
            db.execute(f"PRAGMA page_size={_PAGE_BYTES}")
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=FULL")
    return db


@contextlib.contextmanager
def roomy(db: sqlite3.Connection) -> Iterator[None]:
    """Keep the pages of many rows in memory, 16 MB of them, until the block ends: with more an import takes as long."""
    (usual,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute("PRAGMA cache_size=-16384")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size={usual}")


def locked(path: Path) -> filelock.BaseFileLock:
    """Take the Book for this process; the operating system gives it back when the process ends, however it ends."""
    lock = filelock.FileLock(f"{path}.lock", timeout=0, thread_local=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except filelock.Timeout as error:
        raise BookProblem(
            "book-in-use", f"账套“{path.name}”正在另一个窗口或命令中使用，请等它结束或关闭后再试。"
        ) from error
    except OSError as error:
        raise BookProblem(
            "book-not-writable", f"账套所在文件夹不能写入（{disk.reason_of(error)}），请换一个文件夹。"
        ) from error
    return lock


def release(lock: filelock.BaseFileLock | None) -> None:
    """Let others open the Book."""
    if lock is not None:
        lock.release()


def discard(path: Path, lock: filelock.BaseFileLock) -> None:
    """Take away what a Book that could not be made left behind."""
    for left in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        left.unlink(missing_ok=True)
    release(lock)


def problem_of(error: BaseException | None, path: Path) -> BookProblem | None:
    """Say what failed under the Book of a path; None where the fault is the program's own. All failures end here.

    Of two failures is more to say than `forms.disk` knows: which backup of a damaged Book is sound, and that an error
    of writing comes of a disk without room for the index of SQLite's log.
    """
    if not isinstance(error, sqlite3.Error):
        return None
    if disk.is_damage(error):
        return damaged(path)
    found = disk.book_problem(error)
    if found is not None and found.code == "book-not-writable" and disk.is_full(path.parent):
        return BookProblem("disk-full", "磁盘已满，账套文件写不进去。请清理磁盘后重试。")
    return found


def damaged(path: Path, *folders: Path) -> BookProblem:
    """Say that a Book cannot be read, and which backup to go back to; `folders` are looked into besides the usual."""
    sound = backups.newest_sound(path, *folders)
    remedy = (
        f"请用“{sound.parent.name}”文件夹里的备份“{sound.name}”恢复成新的账套，再补上备份以后的修改"
        if sound
        else "没有找到完好的备份，请保留该文件不再填写，改用存在别处的备份恢复"
    )
    return BookProblem("damaged-book", f"账套“{path.name}”已损坏，其中的内容读不完整；{remedy}。")
