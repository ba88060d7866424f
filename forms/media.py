"""The types an attached file may be of, as the scheme says (`[media]`), and how large it may be.

A type is told by the first bytes of the content, never by the name alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.kinds.files import LONGEST_NAME, clean_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.catalogue import Catalogue

_KB = 1024
HEAD = 16
"""Bytes that are enough to tell any type."""


@dataclass(frozen=True, slots=True)
class Media:
    """A type: the word fields use for it (pdf), its media type, the bytes it starts with, its suffixes."""

    word: str
    type: str
    starts: bytes
    suffixes: tuple[str, ...]

    def fitted(self, name: str) -> str:
        """Give a cleaned name that ends as the type does, so that a viewer takes the file for what it is."""
        name = clean_name(name)
        if name.lower().endswith(self.suffixes):
            return name
        stem = name[: LONGEST_NAME - len(self.suffixes[0])].rstrip(" .")
        return f"{stem}{self.suffixes[0]}"


def known(catalogue: Catalogue) -> tuple[Media, ...]:
    """Give the types of the scheme."""
    return tuple(
        Media(word, one["type"], bytes.fromhex(one["starts"]), tuple(one["suffixes"]))
        for word, one in catalogue.scheme.parameters.get("media", {}).items()
    )


def of_head(catalogue: Catalogue, head: bytes) -> Media | None:
    """Tell the type of a content by its first bytes; None where it is none of the scheme's."""
    return next((one for one in known(catalogue) if head.startswith(one.starts)), None)


def types(catalogue: Catalogue, words: Iterable[str]) -> tuple[str, ...]:
    """Give the media types of some words."""
    by_word = {one.word: one.type for one in known(catalogue)}
    return tuple(by_word[word] for word in words if word in by_word)


def suffixes(catalogue: Catalogue, words: Iterable[str]) -> tuple[str, ...]:
    """Give the suffixes of some words, for a dialog that picks files."""
    wanted = set(words)
    return tuple(suffix for one in known(catalogue) if one.word in wanted for suffix in one.suffixes)


def largest(catalogue: Catalogue) -> int:
    """Give how many bytes a file may have at most."""
    return int(catalogue.scheme.parameters["limits"]["attachment_bytes"])


def most_of_a_firm(catalogue: Catalogue) -> int | None:
    """Give how many bytes all files of a firm may have at the province, None where the scheme sets no limit."""
    most = catalogue.scheme.parameters["limits"].get("firm_attachment_bytes")
    return None if most is None else int(most)


def named(words: Iterable[str]) -> str:
    """Name types as people do: «PDF、JPG»."""
    return "、".join(word.upper() for word in words)


def size_text(size: int) -> str:
    """Say a size as people read it: «820 字节», «81 KB», «2.4 MB»."""
    if size < _KB:
        return f"{size} 字节"
    if size < _KB * _KB:
        return f"{-(-size // _KB)} KB"
    return f"{size / _KB / _KB:.1f}".removesuffix(".0") + " MB"
