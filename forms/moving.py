"""Moving one firm's Book to another PC without the others: a verified copy named by the firm goes, another comes.

The device key stays behind: it belongs to one Book on one PC, so the Book enrols again where it arrives.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from forms import backups, connection, disk
from forms.book import SUFFIX
from forms.cabinet import read
from forms.errors import BookProblem

if TYPE_CHECKING:
    from forms.book import Book, Firm
    from forms.cabinet import Cabinet

GONE = "已移出"
"""The folder beside the Books that keeps what was moved to another PC, out of the list but not lost."""
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def file_name(firm: Firm) -> str:
    """Name a firm's file so that a person finds it and every system takes it."""
    return f"{_UNFIT.sub('_', firm.name).rstrip(' .')}-{firm.uscc}{SUFFIX}"


def move_out(book: Book, folder: Path) -> Path:
    """Copy a Book into a folder (a stick, a share) and prove the copy; give its path. The Book itself is untouched.

    Raises:
        BookProblem: the copy could not be written or proved, or a file of that name is there already.
    """
    target = folder / file_name(book.firm)
    if target.exists():
        raise BookProblem("file-exists", f"“{folder}”里已有“{target.name}”，请换一个文件夹，或先把旧文件移走。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".zhibao-", dir=folder) as aside:
            backups.back_up(book, Path(aside)).replace(target)
    except OSError as error:
        raise BookProblem(
            "not-moved", f"没有写到“{folder}”（{disk.reason_of(error)}），请检查空间和权限；本机账套没有变化。"
        ) from error
    return target


def put_away(path: Path) -> Path:
    """Take a Book that was moved to another PC out of the list, into the folder «已移出»; give where it lies now.

    Raises:
        BookProblem: another window or command has it open, or the folder cannot be written.
    """
    lock = connection.locked(path)
    try:
        aside = path.parent / GONE
        aside.mkdir(exist_ok=True)
        target = aside / path.name
        number = 2
        while target.exists():
            target = aside / f"{path.stem}-{number}{path.suffix}"
            number += 1
        path.replace(target)
    except OSError as error:
        raise BookProblem(
            "not-moved", f"“{path.name}”没有移到“{GONE}”（{disk.reason_of(error)}），账套没有变化。"
        ) from error
    finally:
        connection.release(lock)
    with contextlib.suppress(OSError):
        Path(f"{path}.lock").unlink(missing_ok=True)
    return target


def move_in(source: Path, cabinet: Cabinet) -> Path:
    """Bring a Book from another PC into the cabinet's folder and prove it; give its path.

    Raises:
        BookProblem: it is damaged or no Book, or the cabinet holds a Book of that firm already.
    """
    found = read(source, fit=True)  # it may come from a share, where no Book may stay
    if found.firm is None:
        raise found.problem or connection.damaged(source)
    held = cabinet.holder_of(found.uscc)
    if held is not None:
        raise BookProblem(
            "firm-exists",
            f"{found.name}已在列表中（{held.path.name}），没有移入；要换成新的，请先把原来的移出。",
        )
    target = cabinet.folder / f"{found.uscc}{SUFFIX}"
    backups.restore(source, target)
    return target
