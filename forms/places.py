"""Where a Book may lie: not on a network drive, whose locks and write-ahead log SQLite cannot trust."""

from __future__ import annotations

import sys
from pathlib import Path

from forms.errors import BookProblem

_NETWORK_FILESYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs"}
_DRIVE_REMOTE = 4  # GetDriveTypeW


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
