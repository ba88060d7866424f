"""The rows of a form's table as whole images: read, put back, taken away; row numbers stay 1..n without gaps."""

from __future__ import annotations

import hashlib
import json
import uuid
from operator import itemgetter
from typing import TYPE_CHECKING

from forms.codelists import folded
from forms.kinds import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forms.book import Book
    from forms.definition import Edition

Image = dict[str, Stored] | None
Entry = tuple[str, Image, Image]
"""A row as the journal keeps it: uid, the row before, the row after."""
SEPARATOR = "\x1f"
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def columns(book: Book, form: str) -> list[str]:
    """List the stored columns of a form's table; a ledger's generated `period` is none."""
    generated = 2
    table = book.catalogue.table(form)
    return [row["name"] for row in book.db.execute(f"PRAGMA table_xinfo({table})") if row["hidden"] != generated]


def key_of(edition: Edition, row: Mapping[str, Stored]) -> str | None:
    """Give the folded key of a row, None where all of it is empty.

    A ledger's row has its own number (`key_own`) or is known by its `key` fields; a card form by its period.
    """
    own = row.get(edition.key_own) if edition.key_own else None
    if own is not None:
        return f"{SEPARATOR}{folded(str(own))}"
    values = [row.get(name) for name in edition.key] if edition.is_ledger else [row["period"]]
    if all(value is None for value in values):
        return None
    return SEPARATOR.join("" if value is None else folded(str(value)) for value in values)


def fold_of(value: Stored) -> str:
    """Fold one part of a key."""
    if value is None:
        return ""
    text = str(value)
    return text.casefold() if text.isascii() and " " not in text else folded(text)


def folds_of(values: Sequence[Stored]) -> list[str]:
    """Fold a column; at once where nothing in it needs a closer look."""
    if None not in values:
        texts = list(map(str, values))
        together = "".join(texts)
        if together.isascii() and " " not in together:
            return list(map(str.casefold, texts))
    return list(map(fold_of, values))


def namespace(firm: str, form: str) -> uuid.UUID:
    """Give the name space of the row ids of a firm's form."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"zhibao:{firm}:{form}")


def uid_of(space: uuid.UUID, key: str, occurrence: int = 1) -> str:
    """Mint the id of a row from its key at first sight: two PCs that import one file offline mint the same."""
    return uids_of(space, [key if occurrence == 1 else f"{key}{SEPARATOR}#{occurrence}"])[0]


def uids_of(space: uuid.UUID, names: Iterable[str]) -> list[str]:
    """Mint the ids of rows that are each the first of its key."""
    # UUIDv5 by hand (RFC 9562 §5.5): uuid.uuid5 takes three times as long, and an import mints one a row.
    prefix = space.bytes
    digests = [hashlib.sha1(prefix + name.encode(), usedforsecurity=False).hexdigest() for name in names]
    return [
        f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"
        for digest in digests
    ]


def read_images(book: Book, form: str, uids: Sequence[str]) -> dict[str, dict[str, Stored]]:
    """Read whole rows by uid."""
    names = columns(book, form)
    found = book.db.execute(
        f"SELECT {', '.join(names)} FROM {book.catalogue.table(form)} WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(uids)),),
    )
    return {row["uid"]: dict(zip(names, row, strict=True)) for row in found}


def put_images(book: Book, form: str, images: Iterable[tuple[str, Image]]) -> None:
    """Make each row what its image says: None takes it away, an unknown uid is put in at the image's `pos`."""
    table = book.catalogue.table(form)
    wanted = list(images)
    known = _known(book, table, [uid for uid, _image in wanted])
    gone = [uid for uid, image in wanted if image is None and uid in known]
    if gone:
        remove(book, form, gone)
    _write(book, table, [image for uid, image in wanted if image is not None and uid in known])
    fresh = sorted(
        (image for uid, image in wanted if image is not None and uid not in known), key=lambda row: row["pos"] or 0
    )
    if fresh:
        # What stood before a row may have gone since: a row comes back at its place, or at the end.
        (last,) = book.db.execute(f"SELECT coalesce(max(pos), 0) FROM {table}").fetchone()
        places = [min(int(image["pos"] or 0), last + number) for number, image in enumerate(fresh, 1)]
        make_room(book, form, places)
        names = list(fresh[0])
        marks = ", ".join("?" * len(names))
        book.db.executemany(
            f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks})",
            [tuple((image | {"pos": place}).values()) for image, place in zip(fresh, places, strict=True)],
        )


def write(book: Book, form: str, row: Mapping[str, Stored]) -> None:
    """Write every column of an existing row but its place."""
    _write(book, book.catalogue.table(form), [row])


def _write(book: Book, table: str, images: Sequence[Mapping[str, Stored]]) -> None:
    """Write existing rows; those with the same columns, which is nearly all, by one statement."""
    by_columns: dict[tuple[str, ...], list[Mapping[str, Stored]]] = {}
    for image in images:
        by_columns.setdefault(tuple(image), []).append(image)
    for columns_there, same in by_columns.items():
        names = [name for name in columns_there if name not in ("uid", "pos")]
        pick = itemgetter(*names, "uid")
        assignments = ", ".join(f"{name} = ?" for name in names)
        book.db.executemany(f"UPDATE {table} SET {assignments} WHERE uid = ?", map(pick, same))


def _known(book: Book, table: str, uids: Sequence[str]) -> set[str]:
    """Give those of the uids that have a row."""
    query = f"SELECT uid FROM {table} WHERE uid IN (SELECT value FROM json_each(?))"
    return {row[0] for row in book.db.execute(query, (json.dumps(uids),))}


def remove(book: Book, form: str, uids: Sequence[str]) -> None:
    """Take rows away and close the gaps in the row numbers."""
    table = book.catalogue.table(form)
    picked = json.dumps(list(uids))
    first = book.db.execute(
        f"SELECT min(pos) FROM {table} WHERE uid IN (SELECT value FROM json_each(?))", (picked,)
    ).fetchone()[0]
    book.db.execute(f"DELETE FROM {table} WHERE uid IN (SELECT value FROM json_each(?))", (picked,))
    rest = [row[0] for row in book.db.execute(f"SELECT pos FROM {table} WHERE pos > ? ORDER BY pos", (first,))]
    _renumber(book, table, [(number, pos) for number, pos in enumerate(rest, first) if number != pos])


def make_room(book: Book, form: str, places: Sequence[int]) -> None:
    """Move rows down so that the (ascending) places are free."""
    table = book.catalogue.table(form)
    rest = [row[0] for row in book.db.execute(f"SELECT pos FROM {table} WHERE pos >= ? ORDER BY pos", (places[0],))]
    taken = set(places)
    moves = []
    number = places[0]
    for pos in rest:
        while number in taken:
            number += 1
        if number != pos:
            moves.append((number, pos))
        number += 1
    _renumber(book, table, moves)


def _renumber(book: Book, table: str, moves: list[tuple[int, int]]) -> None:
    """Give rows new numbers, by way of negative ones so that no two meet."""
    if moves:
        book.db.executemany(f"UPDATE {table} SET pos = -? WHERE pos = ?", moves)
        book.db.execute(f"UPDATE {table} SET pos = -pos WHERE pos < 0")
