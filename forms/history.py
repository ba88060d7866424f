"""What the journal tells people: the steps that can be taken back or done again, and what happened to one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from forms import unparsed
from forms.journal import LAST_DONE, Images

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from forms.book import Book
    from forms.kinds import Stored
    from forms.rows import Image

PROGRAM = frozenset({"pos", "uid", "edition", "k", "import_id", "import_row", "touched", "settled"})
"""Columns the program keeps for itself: their changes are nothing a person did."""
UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class JournalStep:
    """A step by its name: its number, its form, when it was made (local ISO time)."""

    seq: int
    form: str
    label: str
    at: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row before and after; a text that nobody can read stands as it was typed."""

    field: str
    old: Stored
    new: Stored


@dataclass(frozen=True, slots=True)
class Event:
    """What one step did to a row.

    `source` is how the step was made (typed, pasted, import, …), or undo or redo; `made` and `gone` say that the row
    came or went; `changes` are empty where the step is an import that put the row in.
    """

    seq: int
    at: str
    source: str
    label: str
    made: bool
    gone: bool
    changes: tuple[Change, ...]


def undoable(book: Book, limit: int) -> list[JournalStep]:
    """List the newest steps that can be taken back, the newest first."""
    return _steps(book, "state = 'done' AND source <> 'step' ORDER BY seq DESC", limit)


def redoable(book: Book, limit: int) -> list[JournalStep]:
    """List the steps that can be done again, the next one first."""
    return _steps(book, f"state = 'undone' AND seq > coalesce(({LAST_DONE}), 0) ORDER BY seq", limit)


def of_row(book: Book, form: str, uid: str, limit: int) -> list[Event]:
    """Tell what happened to a row, the newest first, at most `limit` events."""
    # The uid is looked for in the packed images by SQLite: only entries of this row are unpacked.
    query = (
        "SELECT seq, at, source, label, form, images FROM journal"
        " WHERE source <> 'step' AND instr(images, CAST(? AS BLOB)) > 0 ORDER BY seq DESC LIMIT ?"
    )
    entries = book.db.execute(query, (uid, limit)).fetchall()
    notes = _notes(book)
    events: list[Event] = []
    for entry in entries:
        event = _event(entry, form, uid)
        if event is not None:
            events.append(event)
            events += _turns(event, notes.get(event.seq, []))
    return sorted(events, key=lambda one: (one.at, one.seq), reverse=True)[:limit]


def _steps(book: Book, condition: str, limit: int) -> list[JournalStep]:
    query = f"SELECT seq, form, label, at FROM journal WHERE {condition} LIMIT ?"
    return [JournalStep(*row) for row in book.db.execute(query, (limit,))]


def _notes(book: Book) -> dict[int, list[tuple[int, str, str]]]:
    """Find when steps were taken back and done again: step → [(number of the note, verb, time)]."""
    found: dict[int, list[tuple[int, str, str]]] = {}
    for seq, label, at in book.db.execute("SELECT seq, label, at FROM journal WHERE source = 'step'"):
        verb, _, number = label.partition(" ")
        found.setdefault(int(number), []).append((seq, verb, at))
    return found


def _event(entry: sqlite3.Row, form: str, uid: str) -> Event | None:
    images = msgspec.msgpack.decode(entry["images"], type=Images)
    own = entry["form"] == form
    for touched, before, after in images.rows if own else images.others.get(form, ()):
        if touched == uid:
            unknown = images.bulk and own and after is None  # an import says only what there was before
            made, gone = before is None, after is None and not unknown
            changes = () if unknown else tuple(_changes(before, after))
            return Event(entry["seq"], entry["at"], entry["source"], entry["label"], made, gone, changes)
    return None


def _turns(event: Event, notes: list[tuple[int, str, str]]) -> Iterator[Event]:
    for seq, verb, at in notes:
        back = verb == UNDO
        changes = tuple(Change(one.field, one.new, one.old) if back else one for one in event.changes)
        made, gone = (event.gone, event.made) if back else (event.made, event.gone)
        yield Event(seq, at, UNDO if back else REDO, event.label, made, gone, changes)


def _changes(before: Image, after: Image) -> Iterator[Change]:
    old, new = before or {}, after or {}
    unread_old, unread_new = _unread(old), _unread(new)
    for name in dict.fromkeys((*old, *new)):
        if name in PROGRAM or name == "unparsed":
            continue
        was = unread_old.get(name, old.get(name))
        now = unread_new.get(name, new.get(name))
        if was != now or (name in unread_old) != (name in unread_new):
            yield Change(name, was, now)


def _unread(image: dict[str, Stored]) -> dict[str, Stored]:
    return {name: text for name, (text, _reason) in unparsed.read(image.get("unparsed")).items()}
