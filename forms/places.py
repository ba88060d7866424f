"""Where a Book may lie: not on a network drive, whose locks and write-ahead log SQLite cannot trust."""

from __future__ import annotations

import sys
from pathlib import Path

from forms import disk
from forms.errors import BookProblem

_NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs"}
_DRIVE_REMOTE = 4  # GetDriveTypeW


def refuse_taken(path: Path) -> None:
    """Refuse to make a Book where a file is already.

    Raises:
        BookProblem: something of that name is there, or the name cannot be one.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise BookProblem(
            "book-not-writable", f"账套不能放在“{path.name}”（{disk.reason_of(error)}），请换一个名字或文件夹。"
        ) from error
    raise BookProblem("book-exists", f"“{path.name}”已存在，请换一个名字，或直接打开已有的账套。")


def refuse_missing(path: Path) -> None:
    """Refuse to open what is not there or is no file.

    Raises:
        BookProblem: there is no such file.
    """
    try:
        found = path.exists()
    except OSError:
        found = False
    if not found:
        raise BookProblem("no-book", f"找不到账套文件“{path}”，请核对路径，或用 zhibao new 新建。")
    if not path.is_file():
        raise BookProblem("not-a-book", f"“{path.name}”是文件夹，请选择其中以 .zhibao 结尾的账套文件。")


def refuse_unfit(path: Path) -> None:
    """Refuse a place where a Book could be damaged.

    Raises:
        BookProblem: the path lies on a network drive.
    """
    if is_network(path):
        raise BookProblem("network-drive", "账套不能放在网络盘上（容易损坏），请改放本机硬盘，用备份功能存到网络盘。")


def is_network(path: Path) -> bool:
    """Tell whether the path lies on a network drive."""
    full = path if path.is_absolute() else Path.cwd() / path
    if sys.platform == "win32":
        import ctypes

        return str(full).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{full.drive}\\") == _DRIVE_REMOTE
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    best, kind = "", ""
    for line in mounts.read_text("utf-8", "replace").splitlines():
        _device, folder, filesystem, *_ = line.split(" ")
        if len(folder) >= len(best) and full.is_relative_to(folder.replace("\\040", " ")):
            best, kind = folder, filesystem
    return kind in _NETWORK_FILESYSTEMS
