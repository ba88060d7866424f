"""The edit journal: every change of a form's rows as one entry with the rows before and after it.

Undo and redo move over the entries, in their own transactions, so they survive a crash and a restart. An entry is never
deleted: a new edit after an undo marks the undone entries «dropped».

The images of an entry are a list of (uid, before, after), each side a row as {column: value} or None where the row did
not exist. A bulk entry leaves `after` out: when it is undone, the rows it then takes away are kept in its place.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from forms import locks, rows
from forms.book import now
from forms.errors import EditRefused
from forms.rows import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.book import Book

LAST_DONE = "SELECT seq FROM journal WHERE state = 'done' AND source <> 'step' ORDER BY seq DESC LIMIT 1"
"""SQL: the number of the last step that holds. What is undone came after it; the images of all others stay unread."""


class Images(msgspec.Struct, array_like=True):
    """The rows an entry touched; `bulk` where `after` is filled in only when the entry is undone.

    `others` are rows of other forms that followed, by form; theirs are always complete.
    """

    bulk: bool
    rows: list[Entry]
    others: dict[str, list[Entry]] = {}


def record(book: Book, form: str, images: Images, *, source: str, label: str, at: str | None = None) -> int:
    """Append an entry inside the caller's transaction; give its number. It was made at the UTC moment `at`, or now."""
    book.db.execute(f"UPDATE journal SET state = 'dropped' WHERE state = 'undone' AND seq > coalesce(({LAST_DONE}), 0)")
    found = book.db.execute(
        "INSERT INTO journal(at, source, label, form, images) VALUES (?, ?, ?, ?, ?) RETURNING seq",
        (at or now(), source, label, form, msgspec.msgpack.encode(images)),
    ).fetchone()
    return int(found[0])


def last_seq(book: Book, form: str | None = None) -> int:
    """Give the number of the last entry (of a form) that was made or undone: what was checked before it is stale."""
    where, params = ("WHERE form = ?", (form,)) if form else ("", ())
    found = book.db.execute(f"SELECT max(seq) FROM journal {where}", params).fetchone()[0]
    return int(found or 0)


def undo(book: Book) -> tuple[str, str] | None:
    """Take the last step back; give its (form, label), or None where there is none.

    Raises:
        EditRefused: a row of the step has been accepted by the province since.
    """
    with book.transaction():
        entry = _next_undo(book)
        if entry is None:
            return None
        images = _decoded(entry)
        if images.bulk:
            now_there = rows.read_images(book, entry["form"], [uid for uid, _before, _after in images.rows])
            images.rows = [(uid, before, now_there.get(uid)) for uid, before, _after in images.rows]
            packed = msgspec.msgpack.encode(images)
            book.db.execute("UPDATE journal SET images = ? WHERE seq = ?", (packed, entry["seq"]))
        return _step(book, entry, images, "undo")


def redo(book: Book) -> tuple[str, str] | None:
    """Do the step that was undone last again; give its (form, label), or None where there is none.

    Raises:
        EditRefused: a row of the step has been accepted by the province since.
    """
    with book.transaction():
        entry = _next_redo(book)
        if entry is None:
            return None
        return _step(book, entry, _decoded(entry), "redo")


def withdraw(book: Book, seq: int) -> int:
    """Take a step that holds back out of its turn; give its number then. `redo` does it again next.

    The step moves to the end of the journal, and is undone there. That comes to the same only where no later step
    touched its rows, which the caller has seen to. What was undone before is dropped, as by any new step.

    Raises:
        EditRefused: a row of the step has been accepted by the province since.
    """
    with book.transaction():
        if _next_undo(book)["seq"] != seq:
            entry = book.db.execute("SELECT * FROM journal WHERE seq = ?", (seq,)).fetchone()
            images, nothing = _decoded(entry), msgspec.msgpack.encode(single([]))
            book.db.execute("UPDATE journal SET state = 'dropped', images = ? WHERE seq = ?", (nothing, seq))
            seq = record(book, entry["form"], images, source=entry["source"], label=entry["label"], at=entry["at"])
        undo(book)
    return seq


def later(book: Book, seq: int) -> Iterator[tuple[str, dict[str, list[Entry]]]]:
    """Yield what the steps after a number did that still hold: (label, images by form), the oldest first."""
    query = "SELECT * FROM journal WHERE seq > ? AND state = 'done' AND source <> 'step' ORDER BY seq"
    for entry in book.db.execute(query, (seq,)):
        found: dict[str, list[Entry]] = {}
        for form, entries in _by_form(entry, _decoded(entry)):
            found.setdefault(form, []).extend(entries)
        yield entry["label"], found


def images_of(book: Book, seq: int) -> dict[str, list[Entry]]:
    """Give the images of a step by form."""
    entry = book.db.execute("SELECT * FROM journal WHERE seq = ?", (seq,)).fetchone()
    return dict(_by_form(entry, _decoded(entry)))


class Step(msgspec.Struct, frozen=True):
    """An entry as people read it: its name, and the rows of its form it touched."""

    label: str
    uids: list[str]


def step_of(book: Book, seq: int) -> Step:
    """Give an entry by its number."""
    entry = book.db.execute("SELECT * FROM journal WHERE seq = ?", (seq,)).fetchone()
    if entry["source"] == "step":
        verb, _, number = entry["label"].partition(" ")
        undone = step_of(book, int(number))
        return Step(f"{'撤销' if verb == 'undo' else '重做'} {undone.label}", undone.uids)
    return Step(entry["label"], [uid for uid, _before, _after in _decoded(entry).rows])


def _next_undo(book: Book) -> Any:  # noqa: ANN401 - a sqlite3.Row or None
    return book.db.execute(f"SELECT * FROM journal WHERE seq = ({LAST_DONE})").fetchone()


def _next_redo(book: Book) -> Any:  # noqa: ANN401 - a sqlite3.Row or None
    query = f"SELECT * FROM journal WHERE state = 'undone' AND seq > coalesce(({LAST_DONE}), 0) ORDER BY seq LIMIT 1"
    return book.db.execute(query).fetchone()


def _decoded(entry: Any) -> Images:  # noqa: ANN401 - a sqlite3.Row
    return msgspec.msgpack.decode(entry["images"], type=Images)


def _by_form(entry: Any, images: Images) -> list[tuple[str, list[Entry]]]:  # noqa: ANN401 - a sqlite3.Row
    return [(entry["form"], images.rows), *images.others.items()]


def _refuse_accepted(book: Book, entry: Any, images: Images, verb: str) -> None:  # noqa: ANN401 - a sqlite3.Row
    """Refuse a step over rows that are locked now; their images are from before the province accepted them.

    It is not stepped over either: what came before may be about the same rows.
    """
    for form, entries in _by_form(entry, images):
        edition = book.catalogue.edition(form)
        uids = json.dumps([uid for uid, _before, _after in entries])
        query = f"SELECT * FROM {edition.table} WHERE settled = 1 AND uid IN (SELECT value FROM json_each(?))"
        for row in book.db.execute(query, (uids,)).fetchall():
            try:
                locks.refuse_locked(book, edition, dict(row))
            except EditRefused as refused:
                step = f"{'撤销' if verb == 'undo' else '重做'}“{entry['label']}”"
                raise EditRefused(refused.code, f"不能{step}：{refused.message}") from refused


def _step(book: Book, entry: Any, images: Images, verb: str) -> tuple[str, str]:  # noqa: ANN401 - a sqlite3.Row
    """Put the rows back («undo») or forth («redo»), and append that it was done, so that the last number changes."""
    _refuse_accepted(book, entry, images, verb)
    back = verb == "undo"
    for form, entries in _by_form(entry, images):
        rows.put_images(book, form, [(uid, before if back else after) for uid, before, after in entries])
    book.db.execute("UPDATE journal SET state = ? WHERE seq = ?", ("undone" if back else "done", entry["seq"]))
    book.db.execute(
        "INSERT INTO journal(at, source, label, form, images) VALUES (?, 'step', ?, ?, ?)",
        (now(), f"{verb} {entry['seq']}", entry["form"], msgspec.msgpack.encode(Images(bulk=False, rows=[]))),
    )
    return entry["form"], entry["label"]


def single(images: Sequence[Entry], others: dict[str, list[Entry]] | None = None) -> Images:
    """Wrap complete images."""
    return Images(bulk=False, rows=list(images), others=others or {})
