"""The kind whose value is a list of files: what each is called, and which content it has. The contents lie elsewhere.

Stored as sorted JSON text `[{"bytes": 81233, "media": "application/pdf", "name": "合同.pdf", "sha256": "…"}, …]`; a
document carries the same list. What is in the contents is never looked at here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, ClassVar

from forms.kinds.kind import Json, Kind, Stored, Unparsed

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NAME = 120  # characters: far below what any file system takes, in UTF-8 too
MOST_FILES = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]{1,60}")
_UNFIT = re.compile(r'[<>:"|?*]')
_LONGEST_SUFFIX = 10
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})


@dataclass(frozen=True, slots=True, order=True)
class File:
    """One file of a value: its cleaned name, its content's SHA-256 (hex), its size in bytes, its media type."""

    name: str
    sha256: str
    bytes: int
    media: str


class Files(Kind):
    """Files; `accept` names the types that may be given, as the scheme's `[media]` does (pdf, jpg, png)."""

    name: ClassVar[str] = "files"

    def __init__(self, accept: tuple[str, ...] = (), words: str = "{} 个附件") -> None:
        """Take these types; `words` says how many there are in some language."""
        self.accept = accept
        self.words = words

    def read(self, text: str) -> Stored | Unparsed:
        """Read the stored form; anything else is no file: files are added, not typed."""
        try:
            return self.unwire(json.loads(text))
        except (ValueError, RecursionError):
            return Unparsed(text, "not-files")

    def show(self, value: Stored) -> str:
        """Show how many there are."""
        return "" if value is None else self.words.format(len(files_of(value)))

    def edit(self, value: Stored) -> str:
        """Give the stored form."""
        return "" if value is None else str(value)

    def wire(self, value: Stored) -> Json:
        """Send the list."""
        return None if value is None else json.loads(str(value))

    def unwire(self, value: Json) -> Stored:
        """Take such a list; no two files of it are the same."""
        if value is None or value == []:
            return None
        if not isinstance(value, list) or len(value) > MOST_FILES:
            raise ValueError(self.name)
        found = [_file(one) for one in value]
        if len(set(found)) != len(found):
            raise ValueError(self.name)
        return packed(found)


def files_of(value: Stored) -> list[File]:
    """Give the files of a stored value, sorted by name."""
    return [] if value is None else [File(**one) for one in json.loads(str(value))]


def packed(files: Iterable[File]) -> str | None:
    """Give the stored form of files; None where there is none."""
    listed = [asdict(one) for one in sorted(set(files))]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if listed else None


def clean_name(name: str) -> str:
    """Give the name a file is kept under: no path, nothing invisible, nothing a file system refuses, not too long.

    Marks that turn the direction of writing are taken out: they let «fdp.exe» look like «exe.pdf».
    """
    plain = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    plain = re.split(r"[/\\]", plain)[-1]
    plain = "".join(" " if char.isspace() else char for char in plain if char.isspace() or char.isprintable())
    plain = " ".join(_UNFIT.sub("_", plain).split()).strip(" .")
    if PurePosixPath(plain).stem.split(".")[0].rstrip().upper() in _DEVICES:
        plain = f"_{plain}"
    suffix = PurePosixPath(plain).suffix
    if len(suffix) > _LONGEST_SUFFIX:
        suffix = ""
    return (plain[: LONGEST_NAME - len(suffix)].rstrip(" .") + suffix if len(plain) > LONGEST_NAME else plain) or "附件"


def _file(one: Json) -> File:
    if not isinstance(one, dict) or one.keys() != {"name", "sha256", "bytes", "media"}:
        raise ValueError(Files.name)
    name, sha256, size, media = one["name"], one["sha256"], one["bytes"], one["media"]
    if not isinstance(name, str) or not isinstance(sha256, str) or not isinstance(media, str):
        raise ValueError(Files.name)
    if isinstance(size, bool) or not isinstance(size, int) or not 0 < size < 2**53:
        raise ValueError(Files.name)
    if clean_name(name) != name or not _SHA256.fullmatch(sha256) or not _MEDIA.fullmatch(media):
        raise ValueError(Files.name)
    return File(name, sha256, size, media)
