"""Filings (申报): composing the document of one form and period, and keeping it and the figures it filed.

A filing is an immutable document in canonical JSON (RFC 8785). What is signed and sent are these bytes; they are never
made again from the data. A ledger's filing of a month is the full snapshot of that month's rows.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import rfc8785

from forms import cards, corrections, deadlines, explanations, journal, ledger, revisions
from forms.book import now
from forms.errors import InputRefused
from forms.filing_states import NO_HEAD, SETTLED, in_sql
from forms.kinds import Files
from forms.kinds.files import File, files_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored

VERSION = 1
_CHINA = dt.timezone(dt.timedelta(hours=8))
_ADDED = "补登本月漏报的记录，已受理的内容没有改动。"  # the only way to another revision without an opened correction


@dataclass(frozen=True, slots=True)
class Draft:
    """A document ready to be signed: `rows` counts the rows of a ledger, `late` tells 补报."""

    form: str
    period: str
    document: dict[str, Any]
    rows: int
    late: bool


def canonical(document: Mapping[str, Any]) -> bytes:
    """Give the bytes that are signed, sent and kept."""
    return rfc8785.dumps(dict(document))


def new_id() -> str:
    """Mint a UUIDv7 (RFC 9562 §5.7): it sorts by time and is the idempotency key of the filing."""
    value = int(time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62))


# -- composing


def compose(book: Book, form: str, period: str, *, as_of: str, key_id: str) -> Draft:
    """Freeze what the Book holds for a form and period into a document; nothing is written.

    The caller has checked it: what is unparsed is not in the document, and must have been a finding.
    """
    edition = book.catalogue.edition(form, period)
    rows = _ledger_rows(book, edition, period) if edition.is_ledger else []
    values = {} if edition.is_ledger else cards.card_values(book, form, period, as_of=as_of)
    cells = wired(edition, values)
    late = deadlines.is_late(book.catalogue, period, as_of)
    base = revisions.base_of(book, form, period)
    revision = book.db.execute(
        "SELECT coalesce(max(revision), 0) + 1 FROM filings WHERE form = ? AND period = ?", (form, period)
    ).fetchone()[0]
    document = {
        "v": VERSION,
        "id": new_id(),
        "series": {"firm": book.firm.uscc, "form": form, "period": period},
        "base": base["id"] if base else None,
        "edition": {"form": form, "from": edition.first, "sha256": edition.sha256},
        "cells": cells,
        "rows": rows,
        "header": book.header,
        "revision": revision,
        "zero_report": bool(values.get("is_zero_report")),
        "demo": book.firm.demo,
        "explanations": explanations.of_series(book, form, period),
        "blobs": blobs_of(edition, [*rows, cells]),
        "reason": _reason(book, form, period, base),
        "late": late,
        "sealed_at": stamp_on(as_of, dt.datetime.now(dt.UTC)) if book.firm.demo else now(),
        "device": key_id,
    }
    if document["reason"] == "correction":
        document["reason_text"] = corrections.reason_of(book, form, period) or _ADDED
    if book.catalogue.scheme.pack is not None:
        document["scheme"] = book.catalogue.scheme.pack
    return Draft(form, period, document, len(rows), late)


def stamp_on(day: str, moment: dt.datetime) -> str:
    """Give the time of day of a moment on a demonstration's day, which is one of China's calendar, in UTC."""
    pinned = dt.datetime.combine(dt.date.fromisoformat(day), moment.astimezone(_CHINA).timetz())
    return pinned.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def wired(edition: Edition, values: Mapping[str, Any] | sqlite3.Row) -> dict[str, Any]:
    """Give the fields that have a value as they stand in a document."""
    names = values.keys()
    return {
        field.id: field.kind.wire(values[field.id])
        for field in edition.fields
        if field.id in names and values[field.id] is not None
    }


def unwired(edition: Edition, cells: Mapping[str, Any]) -> dict[str, Stored]:
    """Read the fields of a document back to stored values.

    Raises:
        ValueError: a field is unknown or its value is not of its kind.
    """
    unknown = cells.keys() - edition.by_id.keys()
    if unknown:
        raise ValueError("、".join(sorted(unknown)))
    return {name: edition.by_id[name].kind.unwire(value) for name, value in cells.items()}


def blobs_of(edition: Edition, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """List the files that rows of a document name, each once: {name, sha256, size}, by name.

    A value that is no list of files is left out: the rules tell it.
    """
    found = {(one.name, one.sha256, one.bytes) for one in _files_of(edition, rows)}
    return [{"name": name, "sha256": sha256, "size": size} for name, sha256, size in sorted(found)]


def media_types(edition: Edition, rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Give the media type that rows of a document say of each content."""
    return {one.sha256: one.media for one in _files_of(edition, rows)}


def _files_of(edition: Edition, rows: Iterable[Mapping[str, Any]]) -> Iterator[File]:
    fields = [field for field in edition.fields if isinstance(field.kind, Files)]
    for row in rows if fields else ():
        for field in fields:
            with contextlib.suppress(ValueError):
                yield from files_of(field.kind.unwire(row.get(field.id)))


def _ledger_rows(book: Book, edition: Edition, period: str) -> list[dict[str, Any]]:
    found = ledger.read_rows(book, edition.form, where="period = ?", params=(period,))
    return [{"uid": row["uid"], **wired(edition, row)} for row in found]


def _reason(book: Book, form: str, period: str, base: sqlite3.Row | None) -> str:
    if base is None:
        return "initial"
    if corrections.reason_of(book, form, period) is not None or base["state"] in SETTLED:
        return "correction"
    return "returned"


# -- keeping


def store(book: Book, draft: Draft, body: bytes, signature: bytes, key_id: str) -> str:
    """Keep a signed document inside the caller's transaction; give its id. A card's figures become its filed head."""
    document = draft.document
    edition = book.catalogue.edition(draft.form, draft.period)
    book.db.execute(
        "INSERT INTO filings(id, form, period, revision, base, edition, body, sha256, signature, key_id, reason, "
        "sealed_at, rows, late, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document["id"],
            draft.form,
            draft.period,
            document["revision"],
            document["base"],
            edition.first,
            body,
            hashlib.sha256(body).hexdigest(),
            signature,
            key_id,
            document["reason"],
            document["sealed_at"],
            draft.rows,
            int(draft.late),
            journal.last_seq(book, draft.form),
        ),
    )
    if not edition.is_ledger:
        store_filed_head(book.db, edition, draft.period, document["id"], unwired(edition, document["cells"]))
    return str(document["id"])


def store_filed_head(
    db: sqlite3.Connection, edition: Edition, period: str, filing_id: str, values: Mapping[str, Stored]
) -> None:
    """Keep a card's figures as last filed, for year-to-date and year-on-year."""
    names = ["period", "filing_id", *values]
    db.execute(
        f"INSERT OR REPLACE INTO filed_{edition.table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        (period, filing_id, *values.values()),
    )


def restore_filed_head(book: Book, filing_id: str) -> None:
    """Let the filed head of a card be the newest revision that counts, because this one began or ceased to."""
    form, period = book.db.execute("SELECT form, period FROM filings WHERE id = ?", (filing_id,)).fetchone()
    edition = book.catalogue.edition(form, period)
    if edition.is_ledger:
        return
    book.db.execute(f"DELETE FROM filed_{edition.table} WHERE period = ?", (period,))
    row = book.db.execute(
        "SELECT f.id FROM filings f JOIN standing s ON s.filing_id = f.id WHERE f.form = ? AND f.period = ?"
        f" AND s.state NOT IN {in_sql(NO_HEAD)}"
        " ORDER BY f.revision DESC LIMIT 1",
        (form, period),
    ).fetchone()
    if row is not None:
        store_filed_head(book.db, edition, period, row["id"], unwired(edition, document_of(book, row["id"])["cells"]))


def document_of(book: Book, filing_id: str) -> dict[str, Any]:
    """Read a kept document."""
    row = book.db.execute("SELECT body FROM filings WHERE id = ?", (filing_id,)).fetchone()
    if row is None:
        raise InputRefused("no-filing", f"没有编号为{filing_id}的申报。")
    document: dict[str, Any] = json.loads(row["body"])
    return document


def settle(book: Book, filing_id: str) -> int:
    """Mark the rows of an accepted filing that still equal what was filed; close its correction. Gives their count."""
    document = document_of(book, filing_id)
    form, period = document["series"]["form"], document["series"]["period"]
    edition = book.catalogue.edition(form, period)
    with book.transaction() as db:
        corrections.end(book, form, period)
        if edition.is_ledger:
            stored = {row["uid"]: row for row in ledger.read_rows(book, form, where="period = ?", params=(period,))}
            equal = [
                row["uid"]
                for row in document["rows"]
                if row["uid"] in stored
                and wired(edition, stored[row["uid"]]) == {k: v for k, v in row.items() if k != "uid"}
            ]
        else:
            card = ledger.card_row(book, form, period)
            typed = {field.id for field in edition.stored_fields}
            filed = {name: value for name, value in document["cells"].items() if name in typed}
            equal = [card["uid"]] if card and wired(edition, card) == filed else []
        db.executemany(f"UPDATE {edition.table} SET settled = 1 WHERE uid = ?", [(uid,) for uid in equal])
    return len(equal)
