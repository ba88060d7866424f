"""Where mappings are kept: in the Book, by form and shape of file, and as small JSON files to pass on."""

from __future__ import annotations

import contextlib
import os
import uuid
from typing import TYPE_CHECKING, Final

from forms.errors import InputRefused
from forms.workbook.mapping import Guide, Mapping, decode, encode
from forms.workbook.saving import refusing

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition

LONGEST_FILE: Final = 256 * 1024  # bytes
_MOST: Final = 50  # shapes a form is remembered under; the oldest make room
_PREFIX: Final = "mapping."


def remember(book: Book, mapping: Mapping, shape: str) -> None:
    """Keep a mapping for the next file of this shape."""
    key = f"{_PREFIX}{mapping.form}."
    with book.transaction() as db:
        book.put(f"{key}{shape}", None)  # the newest stands last
        book.put(f"{key}{shape}", encode(mapping).decode())
        db.execute(
            "DELETE FROM meta WHERE substr(key, 1, ?1) = ?2 AND rowid NOT IN "
            "(SELECT rowid FROM meta WHERE substr(key, 1, ?1) = ?2 ORDER BY rowid DESC LIMIT ?3)",
            (len(key), key, _MOST),
        )


def forget(book: Book, form: str, shape: str) -> None:
    """Let files of this shape go by their own headers again."""
    book.put(f"{_PREFIX}{form}.{shape}", None)


def remembered(book: Book, edition: Edition) -> dict[str, Mapping]:
    """Give the mappings of a form by shape; one that no longer fits the form is passed over."""
    key = f"{_PREFIX}{edition.form}."
    found: dict[str, Mapping] = {}
    rows = book.db.execute("SELECT key, value FROM meta WHERE substr(key, 1, ?) = ?", (len(key), key))
    for name, text in rows.fetchall():
        with contextlib.suppress(InputRefused):
            found[name[len(key) :]] = decode((text or "").encode(), edition)
    return found


def guide_for(book: Book, edition: Edition, mapping: Mapping | None = None) -> Guide:
    """Give what is known of a file to come: the mapping given for it, else all that the Book remembers."""
    return Guide(mapping) if mapping is not None else Guide(None, remembered(book, edition))


def read_mapping(path: Path, edition: Edition) -> Mapping:
    """Read a mapping file.

    Raises:
        InputRefused: it cannot be read, or is no mapping of the form.
    """
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise InputRefused("no-mapping", f"列对应关系文件“{path.name}”打不开，请重新选择。") from error
    if len(text) > LONGEST_FILE:
        raise InputRefused("bad-mapping", f"“{path.name}”过大，不是列对应关系文件。")
    return decode(text.removeprefix(b"\xef\xbb\xbf"), edition)


def write_mapping(mapping: Mapping, path: Path) -> None:
    """Write a mapping file whole or not at all.

    Raises:
        InputRefused: the name is not that of a .json file, or it cannot be written.
    """
    if path.suffix.lower() != ".json":
        # A slip of the hand must never put a mapping in the place of a Book or a workbook.
        raise InputRefused("not-json", f"“{path.name}”不是 .json 文件名，请换成以 .json 结尾的文件名。")
    unfinished = path.with_name(f".{path.stem}-{uuid.uuid4().hex[:8]}.tmp")
    try:
        with refusing(path):
            unfinished.write_bytes(encode(mapping))
            os.replace(unfinished, path)  # noqa: PTH105 - one word for both systems
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
