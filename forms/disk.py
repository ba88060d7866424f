"""What the file system or SQLite says when a file fails, turned into one sentence for the person at the keyboard.

The world's failures (a full disk, a read-only folder, a damaged file) are expected; everything else stays a bug.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms.errors import BookProblem, InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

_REASONS: Final = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EFBIG: "文件过大",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "同名的文件已存在",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EINVAL: "文件名不合法",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "文件正被其他程序占用",
}

_PAGE: Final = 4096
_DAMAGE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_CORRUPTFS", "SQLITE_IOERR_DATA")

# What SQLite calls a failure, by the beginning of its name; the first that fits.
_FAILURES: Final[tuple[tuple[str | tuple[str, ...], str, str], ...]] = (
    (_DAMAGE, "damaged-book", "账套已损坏，其中的内容读不完整，请用“备份”文件夹里最近的备份恢复。"),
    ("SQLITE_FULL", "disk-full", "磁盘已满，刚才的修改没有保存。请清理磁盘后重试。"),
    ("SQLITE_BUSY", "book-busy", "账套正忙（另一项工作还没写完），请稍后重试。"),
    (
        "SQLITE_CANTOPEN",
        "book-not-readable",
        "账套文件打不开：所在文件夹只读或没有权限，请复制到本机可写的文件夹再打开。",
    ),
    ("SQLITE_IOERR_READ", "book-not-readable", "账套文件读取出错，可能是磁盘故障或已拔出，请检查磁盘后重试。"),
    (
        ("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_PERM"),
        "book-not-writable",
        "账套文件不能写入，刚才的修改没有保存。请检查磁盘和文件权限。",
    ),
)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then into it.

    Raises:
        InputRefused: it is open elsewhere, or its folder cannot be written.
    """
    with _unfinished(path) as unfinished:
        unfinished.write_bytes(content)
        os.replace(unfinished, path)  # noqa: PTH105 - one word for both systems


def refuse_unwritable(path: Path) -> None:
    """Refuse a place whose folder cannot be written, before the work on what would go there.

    Raises:
        InputRefused: the folder is not there or cannot be written.
    """
    with _unfinished(path) as unfinished:
        unfinished.touch()


@contextlib.contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Give a name beside a file's place for what is not finished; nothing is left of it."""
    unfinished = path.with_name(f".{path.stem}-{uuid.uuid4().hex[:8]}.tmp")
    try:
        yield unfinished
    except OSError as error:
        raise InputRefused(
            "not-written",
            f"无法写入“{path.name}”，文件可能正被打开，或文件夹不存在、只读、磁盘已满；请关闭后重试或换个位置。",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def uri_to_read(path: Path) -> str:
    """Give the URI by which SQLite opens a file to read only.

    Beside a Book SQLite keeps an index of its log, which it cannot make in a folder that is read-only, nor on a disk
    that is full. Where there is no log either, nobody can be writing, and the file alone is all of it («immutable»).
    """
    uri, log = f"{path.resolve().as_uri()}?mode=ro", Path(f"{path}-wal")
    if not os.access(path.resolve().parent, os.W_OK):
        alone = not log.exists()
    else:
        alone = not (log.exists() and log.stat().st_size) and _has_no_room_for_index(uri)
    return uri + ("&immutable=1" if alone else "")


def _has_no_room_for_index(uri: str) -> bool:
    """Tell by SQLite's own word; every other failure is left to who opens the Book."""
    db = sqlite3.connect(uri, uri=True)
    try:
        db.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorname", "").startswith("SQLITE_IOERR_SHM")
    finally:
        db.close()
    return False


def reason_of(error: OSError) -> str:
    """Say in Chinese why the system refused a file or folder."""
    return _REASONS.get(error.errno or 0, "系统不允许")


def problem_of(error: BaseException) -> InputRefused | None:
    """Say what of the world failed; None where it is a bug."""
    if isinstance(error, sqlite3.Error):
        return book_problem(error)
    if isinstance(error, OSError) and error.errno in _REASONS and error.filename:
        name = Path(str(error.filename)).name or str(error.filename)
        return InputRefused(
            "file-unusable", f"“{name}”不能使用：{reason_of(error)}，请检查路径、权限和磁盘空间后重试。"
        )
    return None


def book_problem(error: sqlite3.Error) -> BookProblem | None:
    """Say what failed under a Book; None where the fault is the program's own."""
    name = getattr(error, "sqlite_errorname", "")
    return next((BookProblem(code, told) for prefixes, code, told in _FAILURES if name.startswith(prefixes)), None)


def is_full(folder: Path) -> bool:
    """Tell whether not even a page of a Book fits where a folder lies."""
    try:
        return shutil.disk_usage(folder).free < _PAGE
    except OSError:
        return False


def is_damage(error: BaseException) -> bool:
    """Tell whether SQLite met a page that is not what it wrote."""
    return getattr(error, "sqlite_errorname", "").startswith(_DAMAGE)
