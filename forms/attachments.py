"""The contents of attached files (附件) in a Book: kept once each, under their SHA-256, in pieces, and never changed.

A row of a form only names its files (`forms.kinds.files`); `forms.attaching` puts names into rows. What a content says
is never read by this program beyond its first bytes: it is digested, kept, sent and given back.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import disk, media
from forms.book import now
from forms.errors import InputRefused
from forms.kinds import Files
from forms.kinds.files import File, files_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Field

_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """A file as it was read from disk: the name it will have, its bytes, their SHA-256 and type."""

    file: File
    data: bytes


def read_content(book: Book, field: Field, path: Path) -> Content:
    """Read a file that shall be attached to a field.

    Raises:
        InputRefused: it cannot be read, is empty or too large, or is of a type the field does not take.
    """
    limit = media.largest(book.catalogue)
    try:
        with path.open("rb") as opened:
            data = opened.read(limit + 1)
    except OSError as error:
        raise InputRefused(
            "file-unreadable", f"附件“{path.name}”打不开（{disk.reason_of(error)}），请检查文件是否存在、有没有权限。"
        ) from error
    if not data:
        raise InputRefused("file-empty", f"附件“{path.name}”是空的，请重新扫描或另选文件。")
    if len(data) > limit:
        at_most = media.size_text(limit)
        raise InputRefused("file-too-large", f"附件“{path.name}”超过{at_most}，请降低扫描分辨率，或拆成几个文件。")
    return content_of(book, field, path.name, data)


def content_of(book: Book, field: Field, name: str, data: bytes) -> Content:
    """Name and digest bytes that shall be attached to a field.

    Raises:
        InputRefused: they are of a type the field does not take.
    """
    accept = field.kind.accept if isinstance(field.kind, Files) else ()
    found = media.of_head(book.catalogue, data[: media.HEAD])
    if found is None or found.word not in accept:
        wanted = media.named(accept)
        raise InputRefused(
            "file-type",
            f"附件“{name}”的内容不是{wanted}（按内容辨认，不看扩展名），“{field.label}”只收{wanted}，请转换后再添加。",
        )
    return Content(File(found.fitted(name), hashlib.sha256(data).hexdigest(), len(data), found.type), data)


def keep(book: Book, content: Content) -> None:
    """Keep a content, once; joins the caller's transaction."""
    one, data = content.file, content.data
    with book.transaction() as db:
        fresh = db.execute(
            "INSERT INTO attachments VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1",
            (one.sha256, one.bytes, one.media, now()),
        ).fetchone()
        if fresh:
            pieces = (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))
            db.executemany(
                "INSERT INTO attachment_chunks VALUES (?, ?, ?)",
                ((one.sha256, number, piece) for number, piece in enumerate(pieces)),
            )


def pieces_of(book: Book, sha256: str) -> Iterator[bytes]:
    """Give a content piece by piece.

    Raises:
        InputRefused: the Book does not have it.
    """
    found = book.db.execute("SELECT 1 FROM attachments WHERE sha256 = ?", (sha256,)).fetchone()
    if found is None:
        raise InputRefused("no-attachment", "账套里没有这个附件的内容，请重新添加；或从备份恢复。")
    for row in book.db.execute("SELECT data FROM attachment_chunks WHERE sha256 = ? ORDER BY number", (sha256,)):
        yield row["data"]


def missing(book: Book, wanted: Iterable[str]) -> set[str]:
    """Give which of these contents the Book does not have."""
    asked = set(wanted)
    have = book.db.execute("SELECT sha256 FROM attachments")
    return asked - {row["sha256"] for row in have} if asked else asked


def save(book: Book, file: File, folder: Path) -> Path:
    """Write a content into a folder under its name (another where that is taken), and prove it; give the path.

    Raises:
        InputRefused: the Book does not have it, it is damaged, or the folder cannot be written.
    """
    return write_into(folder, file.name, file.sha256, pieces_of(book, file.sha256))


def write_into(folder: Path, name: str, sha256: str, pieces: Iterable[bytes]) -> Path:
    """Write pieces into a folder under a (clean) name, or another where that is taken by something else.

    Raises:
        InputRefused: they are not what the digest says, or the folder cannot be written.
    """
    partial = folder / f".{sha256[:16]}.partial"
    digest = hashlib.sha256()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as out:
            for piece in pieces:
                digest.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        if digest.hexdigest() != sha256:
            raise InputRefused("damaged-attachment", f"附件“{name}”的内容已损坏，请从备份恢复账套。")
        target = _free(folder, name, sha256)
        partial.replace(target)
    except OSError as error:
        raise InputRefused(
            "folder-unusable", f"附件没有写到“{folder}”（{disk.reason_of(error)}），请检查空间和权限。"
        ) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return target


def _free(folder: Path, name: str, sha256: str) -> Path:
    """Give a path that is free, or already holds the same content."""
    stem, dot, suffix = name.rpartition(".")
    number, target = 1, folder / name
    while target.exists() and not _holds(target, sha256):
        number += 1
        target = folder / (f"{stem}({number}){dot}{suffix}" if dot else f"{name}({number})")
    return target


def _holds(path: Path, sha256: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == sha256


@dataclass(frozen=True, slots=True)
class Held:
    """A file where a row names it."""

    form: str
    period: str
    row: int
    uid: str
    key: str
    field: str
    file: File


def listed(book: Book, form: str, *, where: str = "1", params: tuple[str, ...] = ()) -> Iterator[Held]:
    """Give the files of a form's rows, in the order of the rows; `where` is SQL of the program."""
    edition = book.catalogue.edition(form)
    fields = [field for field in edition.stored_fields if isinstance(field.kind, Files)]
    if not fields:
        return
    key = edition.key[-1] if edition.is_ledger else "period"
    any_file = " OR ".join(f"{field.id} IS NOT NULL" for field in fields)
    query = f"SELECT * FROM {edition.table} WHERE ({any_file}) AND ({where}) ORDER BY pos"
    for row in book.db.execute(query, params):
        for field in fields:
            for one in files_of(row[field.id]):
                yield Held(form, row["period"] or "", row["pos"], row["uid"], str(row[key] or ""), field.id, one)


def sweep(book: Book) -> int:
    """Let go of the contents nothing names any more: no row, no filing, no step that can be undone or done again.

    Gives how many went.
    """
    with book.transaction() as db:
        named = {one.file.sha256 for form in book.catalogue.forms for one in listed(book, form)}
        rest = [row["sha256"] for row in db.execute("SELECT sha256 FROM attachments") if row["sha256"] not in named]
        found = (
            "SELECT 1 FROM filings WHERE instr(body, CAST(?1 AS BLOB)) "
            "UNION ALL SELECT 1 FROM journal WHERE state <> 'dropped' AND instr(images, CAST(?1 AS BLOB)) LIMIT 1"
        )
        gone = [(sha256,) for sha256 in rest if db.execute(found, (sha256,)).fetchone() is None]
        db.executemany("DELETE FROM attachments WHERE sha256 = ?", gone)
    return len(gone)
