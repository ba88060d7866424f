"""Many rows at once: an import as one transaction and one journal entry.

A row of the file is matched with a row of the Book by its key, the n-th occurrence with the n-th. What the file said
last time and a person has changed since stays changed; a blank cell clears nothing a person typed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Protocol

import msgspec

from forms import autos, followers, journal, ledger, locks, rows, unparsed
from forms.column_autos import ColumnAutos
from forms.schema import index_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored

Kept = dict[int, unparsed.Kept]


class Chunk(Protocol):
    """A run of rows read from a file: their row numbers there, the values column by column, what did not parse.

    `unparsed` lists (index into the run, field id, text as typed, reason); those values are None in `columns`.
    """

    @property
    def numbers(self) -> Sequence[int]:
        """Give the rows' numbers in the file."""

    @property
    def columns(self) -> Sequence[Sequence[Stored]]:
        """Give the values, column by column."""

    @property
    def unparsed(self) -> Sequence[tuple[int, str, str, str]]:
        """Give what did not parse."""


@dataclass(slots=True)
class AppliedRows:
    """What became of the rows: counts, and (row number, reason) of those refused because they are locked."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    images: list[tuple[str, rows.Image, rows.Image]] = field(default_factory=list)


def apply(
    book: Book, form: str, fields: Sequence[str], chunks: Iterable[Chunk], *, import_id: str, label: str, as_of: str
) -> AppliedRows:
    """Bring rows in, inside the caller's transaction; `fields` name the columns of the chunks."""
    edition = book.catalogue.edition(form)
    outcome = AppliedRows()
    fresh = ledger.row_count(book, form) == 0
    if fresh:
        _drop_indexes(book, form)
    incoming = _Incoming(book, edition, fields, import_id, as_of, outcome)
    for chunk in chunks:
        incoming.take(chunk)
    if fresh:
        for _name, statement in index_statements(book.catalogue, form):
            book.db.execute(statement)
    if outcome.images:
        images = journal.Images(bulk=True, rows=outcome.images, others=incoming.follow())
        journal.record(book, form, images, source="import", label=label)
    return outcome


def _drop_indexes(book: Book, form: str) -> None:
    for name, _statement in index_statements(book.catalogue, form):
        book.db.execute(f"DROP INDEX IF EXISTS {name}")


class _Incoming:
    """Takes the chunks of one import one after the other."""

    def __init__(
        self, book: Book, edition: Edition, fields: Sequence[str], import_id: str, as_of: str, outcome: AppliedRows
    ) -> None:
        self._book, self._edition, self._fields = book, edition, list(fields)
        self._import_id, self._as_of, self._outcome = import_id, as_of, outcome
        self._pos = ledger.row_count(book, edition.form)
        self._space = rows.namespace(book.firm.uscc, edition.form)
        self._met: dict[str, int] = {}
        self._known: dict[str, list[str]] = {}
        self._uids: set[str] = set()
        if self._pos:
            for key, uid in book.db.execute(f"SELECT k, uid FROM {edition.table} ORDER BY pos"):
                self._uids.add(uid)
                if key is not None:
                    self._known.setdefault(key, []).append(uid)
        # Only where rows of other forms are there to follow do the rows brought in have to be remembered.
        self._targets = {link.target for link in followers.links_to(book, edition.form) if link.has_rows(book)}
        self._added: list[dict[str, Stored]] = []
        self._watches: list[followers.Watch] = []
        self._autos = ColumnAutos(book, edition, fields, as_of=as_of)
        self._constants = list(self._autos.constants.values())
        self._left = self._autos.in_insert(1).keys()
        self._insert = self._insert_statement()

    def _insert_statement(self) -> str:
        fixed = ("pos", "uid", "k", "unparsed", "import_row")
        values = {name: f"?{number}" for number, name in enumerate(fixed, 1)}
        # What is the same for every row is not bound for every row.
        same = self._book.db.execute("SELECT quote(?), quote(?)", (self._edition.first, self._import_id)).fetchone()
        values |= zip(("edition", "import_id"), same, strict=True)
        first = len(fixed) + 1
        values |= {name: f"?{number}" for number, name in enumerate(self._autos.columns, first + len(self._constants))}
        values |= self._autos.in_insert(first)
        return f"INSERT INTO {self._edition.table}({', '.join(values)}) VALUES ({', '.join(values.values())})"

    def take(self, chunk: Chunk) -> None:
        """Sort a chunk into new rows and rows the Book knows, and write both."""
        kept = _by_index(chunk)
        columns = self._autos.fill(chunk.columns, len(chunk.numbers), kept)
        keys = self._keys(columns, len(chunk.numbers))
        matched: list[tuple[str, int]] = []
        new: list[int] = []
        uids: list[str] = []
        if not self._known and len(set(keys)) == len(keys) and self._met.keys().isdisjoint(keys):
            # Nothing was met before: no occurrence to count.
            self._met.update(dict.fromkeys(keys, 1))
            uids = rows.uids_of(self._space, keys)
            self._add(chunk.numbers, columns, keys, list(range(len(keys))), uids, kept)
            return
        for index, key in enumerate(keys):
            occurrence = self._met[key] = self._met.get(key, 0) + 1
            known = self._known.get(key)
            if known is not None and occurrence <= len(known):
                matched.append((known[occurrence - 1], index))
                continue
            uids.append(self._mint(key, occurrence))
            new.append(index)
        if new:
            self._add(chunk.numbers, columns, keys, new, uids, kept)
        if matched:
            self._merge(chunk, matched, kept)

    def _mint(self, key: str, occurrence: int) -> str:
        uid = rows.uid_of(self._space, key, occurrence)
        while self._uids and uid in self._uids:
            # The row first seen under this key has another key now; count on until an id is free.
            occurrence += 1
            uid = rows.uid_of(self._space, key, occurrence)
        if self._uids:
            self._uids.add(uid)
        return uid

    def _keys(self, columns: Sequence[Sequence[Stored]], count: int) -> list[str]:
        edition = self._edition
        named = dict(zip(self._autos.columns, columns, strict=True))
        blank: Sequence[Stored] = [None] * count
        if len(edition.key) == 1 and not edition.key_own:
            return rows.folds_of(named[edition.key[0]])
        parts = [named.get(name, blank) for name in edition.key]
        own = named.get(edition.key_own or "", blank)
        return [
            rows.SEPARATOR.join(map(rows.fold_of, values))
            if number is None
            else f"{rows.SEPARATOR}{rows.fold_of(number)}"
            for number, *values in zip(own, *parts, strict=True)
        ]

    def _add(
        self,
        numbers: Sequence[int],
        columns: list[Sequence[Stored]],
        keys: list[str],
        new: list[int],
        uids: list[str],
        kept: Kept,
    ) -> None:
        first = self._pos + 1
        packed = [unparsed.write(kept[index]) if index in kept else None for index in new] if kept else repeat(None)
        if len(new) < len(keys):
            numbers, keys = [numbers[index] for index in new], [keys[index] for index in new]
            columns = [[column[index] for index in new] for column in columns]
        self._book.db.executemany(
            self._insert,
            # Iterators of C alone: nothing of this is Python code that runs once a row.
            zip(
                range(first, first + len(new)),
                uids,
                [key or None for key in keys],
                packed,
                numbers,
                *map(repeat, self._constants),
                *columns,
                strict=False,
            ),
        )
        self._clear_kept(first, new, kept)
        named = dict(zip(self._autos.columns, columns, strict=True))
        for target in self._targets & named.keys():
            self._added.extend({target: value} for value in named[target])
        self._pos += len(new)
        self._outcome.new += len(new)
        self._outcome.images.extend(zip(uids, repeat(None), repeat(None), strict=False))

    def follow(self) -> dict[str, list[rows.Entry]]:
        """Refresh the rows of other forms that follow the rows brought in; give their images by form."""
        if self._added:
            watch = followers.watch(self._book, self._edition.form, self._added, as_of=self._as_of)
            self._watches.append(watch)
        images: dict[str, list[rows.Entry]] = {}
        for watch in self._watches:
            for form, entries in watch.refresh().items():
                images.setdefault(form, []).extend(entries)
        return images

    def _clear_kept(self, first: int, new: list[int], kept: Kept) -> None:
        """Take back what the INSERT filled in where a cell is kept as typed."""
        held = {index: names for index, fields in kept.items() if (names := self._left & fields.keys())}
        for pos, index in enumerate(new, first) if held else ():
            for name in held.get(index, ()):
                self._book.db.execute(f"UPDATE {self._edition.table} SET {name} = NULL WHERE pos = ?", (pos,))

    def _merge(self, chunk: Chunk, matched: list[tuple[str, int]], kept: Kept) -> None:
        stored = rows.read_images(self._book, self._edition.form, [uid for uid, _index in matched])
        for uid, index in matched:
            before = stored[uid]
            said = {name: column[index] for name, column in zip(self._fields, chunk.columns, strict=True)}
            after, changed = _merged(self._edition, before, said, kept.get(index, {}))
            if changed and locks.is_locked(self._book, self._edition, before):
                self._outcome.refused.append((chunk.numbers[index], "该行已受理，不能由导入修改；请先办理更正。"))
                continue
            if changed:
                autos.fill(self._book, self._edition, after, changed, as_of=self._as_of)
                after["k"] = rows.key_of(self._edition, after)
                after["settled"] = 0
                self._outcome.images.append((uid, before, None))
                self._outcome.updated += 1
                if self._targets:
                    watch = followers.watch(self._book, self._edition.form, (before, after), as_of=self._as_of)
                    self._watches.append(watch)
            else:
                self._outcome.unchanged += 1
            after["import_id"], after["import_row"] = self._import_id, chunk.numbers[index]
            rows.write(self._book, self._edition.form, after)


def _merged(
    edition: Edition, before: dict[str, Stored], said: dict[str, Stored], kept: unparsed.Kept
) -> tuple[dict[str, Stored], set[str]]:
    """Lay what the file says over a row; give the row and the fields that changed."""
    after = dict(before)
    unread = unparsed.of(before)
    touched = json.loads(str(before["touched"] or "{}"))
    changed: set[str] = set()
    for name, value in said.items():
        text = unparsed.text_of(kept, name)
        was = [before[name], unparsed.text_of(unread, name)]
        if [value, text] == was or touched.get(name) == [value, text]:
            continue
        if (
            value is None
            and text is None
            and (before["import_id"] is None or name in touched or edition.by_id[name].auto)
        ):
            continue
        after[name] = value
        unread.pop(name, None)
        touched.pop(name, None)
        if name in kept:
            unread[name] = kept[name]
        changed.add(name)
    if changed:
        after["unparsed"] = unparsed.write(unread)
        after["touched"] = _packed(touched) if touched else None
    return after, changed


def _by_index(chunk: Chunk) -> Kept:
    found: Kept = {}
    for index, name, text, reason in chunk.unparsed:
        found.setdefault(index, {})[name] = (text, reason)
    return found


def _packed(found: object) -> str:
    return msgspec.json.encode(found, order="sorted").decode()
