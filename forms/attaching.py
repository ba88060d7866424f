"""Putting files into the rows of a form and taking them out again, each time as one step that can be undone.

A whole folder is matched by name: a file belongs to the row whose key its name begins with. What fits no row, or more
than one, is listed and left alone: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from forms import attachments, ledger, locks, media, periods, rows
from forms.attachments import Content, read_content
from forms.codelists import folded
from forms.errors import EditRefused, InputRefused
from forms.kinds import Files
from forms.kinds.files import MOST_FILES, File, clean_name, files_of, packed
from forms.ledger import CellEdit

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition, Field

ATTACHED = "attached"
"""The `source` of a step that put files in or took them out."""
_Read = Callable[[], Content]
_BETWEEN = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[0-9a-z]")


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A file that was not attached, and why (a Chinese clause); `fits` names the rows it might belong to."""

    path: Path
    why: str
    fits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What becomes of the files of a folder: by row (uid) those that fit it alone, and the others."""

    by_row: dict[str, list[Path]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    ambiguous: list[Unmatched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attached:
    """What one step did: the files by row, and those a row had already."""

    added: dict[str, list[File]]
    known: dict[str, list[File]]


def files_field(edition: Edition, name: str) -> Field:
    """Give a field of files by id or label.

    Raises:
        EditRefused: the form has no such field, or it holds something else.
    """
    try:
        found = edition.field(name)
    except KeyError as error:
        raise EditRefused("unknown-field", f"{edition.title}没有“{name}”这一项。") from error
    if not isinstance(found.kind, Files):
        having = "、".join(f"{one.id} {one.label}" for one in edition.fields if isinstance(one.kind, Files))
        raise EditRefused(
            "no-files-field", f"“{found.label}”不是附件栏，{edition.short}的附件栏有：{having or '（没有）'}。"
        )
    return found


def add(book: Book, form: str, name: str, paths: Mapping[str, Sequence[Path]], *, as_of: str | None = None) -> Attached:
    """Attach files to rows (by uid) as one step; one that cannot be taken leaves everything as it was.

    Raises:
        InputRefused: a file cannot be taken; EditRefused: a row is locked or gone, the field holds no files.
    """
    edition = book.catalogue.edition(form)
    taken = files_field(edition, name)
    asked = {uid: [partial(read_content, book, taken, path) for path in listed] for uid, listed in paths.items()}
    return _put(book, edition, taken, asked, as_of)


def add_contents(
    book: Book, form: str, name: str, contents: Mapping[str, Sequence[Content]], *, as_of: str | None = None
) -> Attached:
    """Attach contents that are in memory; as `add` does."""
    edition = book.catalogue.edition(form)
    asked = {uid: [partial(_itself, one) for one in listed] for uid, listed in contents.items()}
    return _put(book, edition, files_field(edition, name), asked, as_of)


def _itself(content: Content) -> Content:
    return content


def _put(
    book: Book, edition: Edition, taken: Field, asked: Mapping[str, Sequence[_Read]], as_of: str | None
) -> Attached:
    done = Attached({}, {})
    edits = []
    with book.transaction():
        stored = rows.read_images(book, edition.form, list(asked))
        for uid, listed in asked.items():
            if uid not in stored:
                raise EditRefused("no-row", "这一行已不存在，请刷新后重试。")
            there = files_of(stored[uid][taken.id])
            for read in listed:  # one content in memory at a time
                content = read()
                if content.file.sha256 in {one.sha256 for one in there}:
                    done.known.setdefault(uid, []).append(content.file)
                    continue
                attachments.keep(book, content)
                fresh = _named_apart(content.file, there)
                there.append(fresh)
                done.added.setdefault(uid, []).append(fresh)
            if len(there) > MOST_FILES:
                raise EditRefused("too-many-files", f"“{taken.label}”一行最多{MOST_FILES}个附件，请合并后再添加。")
            if uid in done.added:
                edits.append(CellEdit(uid, taken.id, packed(there)))
        if edits:
            count = sum(map(len, done.added.values()))
            label = f"{edition.short}添加{taken.label}{count}个"
            ledger.set_cells(book, edition.form, edits, label=label, source=ATTACHED, as_of=as_of or periods.today())
    return done


def remove(book: Book, form: str, name: str, uid: str, gone: Iterable[File], *, as_of: str | None = None) -> int:
    """Take files out of a row as one step; give the journal number, or 0 where the row has none of them."""
    edition = book.catalogue.edition(form)
    taken = files_field(edition, name)
    with book.transaction():
        stored = rows.read_images(book, form, [uid])
        if uid not in stored:
            raise EditRefused("no-row", "这一行已不存在，请刷新后重试。")
        there = files_of(stored[uid][taken.id])
        out = set(gone)
        left = [one for one in there if one not in out]
        if len(left) == len(there):
            return 0
        label = f"{edition.short}移除{taken.label}{len(there) - len(left)}个"
        edit = CellEdit(uid, taken.id, packed(left))
        return ledger.set_cells(book, form, [edit], label=label, source=ATTACHED, as_of=as_of or periods.today())


def _named_apart(file: File, there: Sequence[File]) -> File:
    """Give the file a name that no other of the row has."""
    taken = {one.name for one in there}
    stem, dot, suffix = file.name.rpartition(".")
    number, name = 1, file.name
    while name in taken:
        number += 1
        name = f"{stem}({number}){dot}{suffix}"
    return replace(file, name=clean_name(name))


# -- a folder


def files_in(folder: Path) -> list[Path]:
    """List the files of a folder, without the hidden ones and without looking into its folders.

    Raises:
        InputRefused: it is no folder, or cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    except OSError as error:
        raise InputRefused("no-folder", f"“{folder}”不是文件夹，或者打不开，请重新选择。") from error


def match(book: Book, form: str, paths: Iterable[Path], *, period: str | None = None) -> Match:
    """Say which row each file belongs to: that whose key its name begins with, folded, up to a mark or a Chinese word.

    A name that is a key exactly belongs to that row. One that begins with the keys of several rows belongs to none.
    """
    edition = book.catalogue.edition(form)
    where, params = ("WHERE period = ?", (period,)) if period else ("", ())
    keys = [one for one in (edition.key_own, *reversed(edition.key[-1:])) if one]
    columns = ", ".join(["uid", "pos", *keys])
    by_key: dict[str, dict[str, str]] = {}
    for row in book.db.execute(f"SELECT {columns} FROM {edition.table} {where}", params):
        text = next((str(row[key]) for key in keys if row[key] is not None), "")
        if _plain(text):
            by_key.setdefault(_plain(text), {})[row["uid"]] = text
    found = Match()
    for path in paths:
        _place(path, by_key, found, edition)
    return found


def _place(path: Path, by_key: Mapping[str, Mapping[str, str]], found: Match, edition: Edition) -> None:
    name = _plain(path.stem)
    fits = by_key.get(name) or {uid: key for part in _beginnings(name) for uid, key in by_key.get(part, {}).items()}
    if len(fits) == 1:
        ((uid, key),) = fits.items()
        found.by_row.setdefault(uid, []).append(path)
        found.keys[uid] = key
    elif fits:
        named = tuple(sorted(set(fits.values())))
        found.ambiguous.append(Unmatched(path, f"与{len(fits)}行相符（{'、'.join(named)}）", named))
    else:
        key = edition.by_id[edition.key_own or edition.key[-1]].label
        found.unmatched.append(Unmatched(path, f"文件名开头没有{edition.short}里的{key}"))


def _beginnings(name: str) -> list[str]:
    """Give the beginnings of a folded name that may be a key: up to a mark, or to where no letter or digit follows."""
    ends = [at for at in range(1, len(name)) if not (_LETTER.match(name[at]) and _LETTER.match(name[at - 1]))]
    return [name[:at].rstrip("-") for at in ends if name[at - 1] != "-"]


def _plain(text: str) -> str:
    """Fold a key or a file's name: what a file name cannot hold, and what people vary, becomes one mark."""
    return _BETWEEN.sub("-", folded(text)).strip("-")


def sifted(
    book: Book, edition: Edition, taken: Field, by_row: Mapping[str, Sequence[Path]]
) -> tuple[list[Unmatched], dict[str, list[Path]]]:
    """Part the files that cannot be attached, with the reason, from those that can: one bad scan stops no folder."""
    refused: list[Unmatched] = []
    fit: dict[str, list[Path]] = {}
    stored = rows.read_images(book, edition.form, list(by_row))
    for uid, paths in by_row.items():
        for path in paths:
            try:
                locks.refuse_locked(book, edition, stored[uid])
                read_content(book, taken, path)
            except InputRefused as refusal:
                refused.append(Unmatched(path, refusal.message))
            else:
                fit.setdefault(uid, []).append(path)
    return refused, fit


def sizes(files: Iterable[File]) -> str:
    """Say how many files there are and how large they are together: «3 个（2.4 MB）»."""
    listed = list(files)
    return f"{len(listed)} 个（{media.size_text(sum(one.bytes for one in listed))}）"
