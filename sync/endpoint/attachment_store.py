"""Where the contents of attached files lie at the province: a folder a firm, a file a content, named by its SHA-256.

`AttachmentStore` is all the endpoint asks; a province that keeps them elsewhere writes another with these five methods.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from pathlib import Path
from typing import Protocol

FOLDER = "attachments"
"""Beside the database: a backup of the province copies both."""

_FIRM = re.compile(r"[0-9A-Z]{18}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def is_sha256(text: str) -> bool:
    """Tell whether a text is a SHA-256 as the protocol writes it."""
    return _SHA256.fullmatch(text) is not None


class AttachmentStore(Protocol):
    """The contents of all firms, each firm's by itself: what one has sent says nothing about another."""

    def has(self, firm: str, sha256: str) -> bool:
        """Tell whether the firm has sent the content."""

    def put(self, firm: str, sha256: str, content: bytes) -> None:
        """Keep the content so that it is on disk when this returns; again is harmless."""

    def get(self, firm: str, sha256: str) -> bytes | None:
        """Give the content, None where the firm has not sent it."""

    def facts(self, firm: str, sha256: str, head: int) -> tuple[int, bytes]:
        """Give size and first bytes of a content that is there."""

    def used(self, firm: str) -> int:
        """Give how many bytes the firm's contents have."""


class FolderStore:
    """Contents as files below a folder."""

    def __init__(self, folder: Path) -> None:
        """Keep them here; the folder is made with the first one."""
        self._folder = folder

    def has(self, firm: str, sha256: str) -> bool:
        """Tell whether the file is there: it only ever appears whole."""
        path = self._path(firm, sha256)
        return path is not None and path.is_file()

    def put(self, firm: str, sha256: str, content: bytes) -> None:
        """Write under a temporary name, flush, rename, flush the folder: a crash leaves all of it or nothing.

        Raises:
            ValueError: the names are none of the protocol, or the content is another.
            OSError: the disk is full or broken.
        """
        path = self._path(firm, sha256)
        if path is None or hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(sha256)
        if path.is_file():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{sha256}.{os.getpid()}-{threading.get_ident()}.partial")
        try:
            with partial.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        for folder in (path.parent, path.parent.parent, self._folder):
            _flush(folder)

    def get(self, firm: str, sha256: str) -> bytes | None:
        """Read the file."""
        path = self._path(firm, sha256)
        return path.read_bytes() if path is not None and path.is_file() else None

    def facts(self, firm: str, sha256: str, head: int) -> tuple[int, bytes]:
        """Read its length and its first bytes."""
        path = self._path(firm, sha256)
        if path is None:
            raise FileNotFoundError(sha256)
        with path.open("rb") as file:
            return path.stat().st_size, file.read(head)

    def used(self, firm: str) -> int:
        """Add up the lengths of the firm's files; what is still being written is none yet."""
        if _FIRM.fullmatch(firm) is None:
            return 0
        whole = (path for path in (self._folder / firm).glob("*/*") if is_sha256(path.name))
        return sum(path.stat().st_size for path in whole)

    def _path(self, firm: str, sha256: str) -> Path | None:
        """Give the path, None where a name is not what the protocol has: nothing else ever becomes a path."""
        if _FIRM.fullmatch(firm) is None or not is_sha256(sha256):
            return None
        return self._folder / firm / sha256[:2] / sha256


def _flush(folder: Path) -> None:
    """Let a folder's new entry reach the disk; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
