"""Rows that follow a row of another form: an execution takes currency and class from its contract.

An automatic field that reads another form's table follows it: when the contract changes, the executions that had the
old answer, or none, get the new one. What a person typed differently stays.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from forms import autos, locks, rows, unparsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.kinds import Stored


@dataclass(frozen=True, slots=True)
class Link:
    """The field `ref` of `edition` names the `target` field of the rows that are followed; `fields` follow."""

    edition: Edition
    ref: str
    target: str
    fields: frozenset[str]

    def has_rows(self, book: Book) -> bool:
        """Tell whether there is any row that could follow."""
        return book.db.execute(f"SELECT 1 FROM {self.edition.table} LIMIT 1").fetchone() is not None


@dataclass(slots=True)
class Watch:
    """What the followers of some rows would have been given before those rows changed."""

    book: Book
    as_of: str
    seen: list[tuple[Link, dict[str, Stored], dict[str, Stored]]] = field(default_factory=list)

    def refresh(self) -> dict[str, list[rows.Entry]]:
        """Write the followers that had the old answer, or none; give their images by form."""
        images: dict[str, list[rows.Entry]] = {}
        for link, before, old in self.seen:
            after = dict(before)
            answers = autos.answers(self.book, link.edition, before, link.fields, as_of=self.as_of)
            changed = {
                name
                for name, value in answers.items()
                if value != before[name] and before[name] in (None, old[name]) and not unparsed.holds(before, name)
            }
            if not changed:
                continue
            after |= {name: answers[name] for name in changed}
            autos.fill(self.book, link.edition, after, changed, as_of=self.as_of)
            rows.write(self.book, link.edition.form, after)
            images.setdefault(link.edition.form, []).append((str(before["uid"]), before, after))
        return images


def links_to(book: Book, form: str) -> tuple[Link, ...]:
    """Find the fields of other forms that refer to this form and the automatic fields that read its table."""
    return _links_to(book.catalogue, form)


@lru_cache(maxsize=64)  # asked for each cell a person types, and always the same
def _links_to(catalogue: Catalogue, form: str) -> tuple[Link, ...]:
    return tuple(_found(catalogue, form))


def _found(catalogue: Catalogue, form: str) -> Iterator[Link]:
    table = re.compile(rf"\bFROM {catalogue.table(form)}\b")
    for other in catalogue.forms:
        edition = catalogue.edition(other)
        for ref in edition.fields:
            target_form, _dot, target = (ref.target or "").partition(".")
            fields = {one.id for one, sql, names in edition.autos if ref.id in names and table.search(sql)}
            if other != form and target_form == form and fields:
                yield Link(edition, ref.id, target, frozenset(fields))


def watch(book: Book, form: str, changing: Iterable[Mapping[str, Stored]], *, as_of: str) -> Watch:
    """Look at the followers of rows about to change, given as they are before and after."""
    found = Watch(book, as_of)
    listed = list(changing)
    for link in links_to(book, form):
        keys = {row[link.target] for row in listed if row.get(link.target) is not None}
        if not keys:
            continue
        query = f"SELECT uid FROM {link.edition.table} WHERE {link.ref} IN (SELECT value FROM json_each(?))"
        uids = [row["uid"] for row in book.db.execute(query, (json.dumps(sorted(map(str, keys))),))]
        for row in rows.read_images(book, link.edition.form, uids).values():
            if not locks.is_locked(book, link.edition, row):
                old = autos.answers(book, link.edition, row, link.fields, as_of=as_of)
                found.seen.append((link, row, old))
    return found
