"""What the province answered, as the Book keeps it: receipts, decisions with their comments, refusals.

The one reader of those tables; `sync.feed` and `sync.exchange` write them. A receipt is verified anew whenever it is
read, decisions were verified before they were kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from forms.filing_states import SETTLED
from forms.revisions import LAST
from sync.errors import NotOurServer
from sync.problems import Problem
from sync.protocol import sha256_hex
from sync.province import keys_of, said
from sync.signed import Comment, ReceiptBody, Signed
from sync.ways import State

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from forms.book import Book

_COMMENTS = msgspec.json.Decoder(list[Comment])


@dataclass(frozen=True, slots=True)
class Receipt:
    """A filing's receipt: when it was received (UTC), the digest the province states, and by which key.

    ``verified``: a pinned key signed it, over the very bytes that were filed. ``same_bytes``: the digest alone fits.
    """

    filing_id: str
    received_at: str
    sha256: str
    key_id: str
    verified: bool
    same_bytes: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """One office's verdict on a filing: «accepted» or «returned», when (UTC), with its comments.

    ``office`` is "" where the decision names none; ``state`` is where the filing stands now.
    """

    id: str
    filing_id: str
    form: str
    period: str
    revision: int
    state: State
    level: str
    office: str
    verdict: str
    decided_at: str
    key_id: str
    comments: tuple[Comment, ...]

    @property
    def returned(self) -> bool:
        """Tell whether the filing came back by it."""
        return self.verdict == "returned"

    @property
    def owed(self) -> bool:
        """Tell whether the firm still has to answer it."""
        return self.returned and self.state is State.RETURNED


@dataclass(frozen=True, slots=True)
class Refusal:
    """A filing the platform did not take: when it said so (UTC), and what it found."""

    filing_id: str
    form: str
    period: str
    at: str
    problem: Problem


def receipt_of(book: Book, filing_id: str) -> Receipt | None:
    """Give a filing's receipt, verified again: by the pinned key, and against the very bytes that were filed."""
    query = "SELECT r.*, f.body AS document FROM receipts r JOIN filings f ON f.id = r.filing_id WHERE r.filing_id = ?"
    row = book.db.execute(query, (filing_id,)).fetchone()
    if row is None:
        return None
    digest = str(json.loads(row["body"]).get("sha256") or "")
    same = sha256_hex(row["document"]) == digest
    try:
        body = said(Signed(row["body"], row["signature"], row["key_id"]), keys_of(book), ReceiptBody)
        verified = same and body.filing_id == filing_id
    except NotOurServer:
        verified = False
    return Receipt(filing_id, row["received_at"], digest, row["key_id"], verified, same)


def receipted(book: Book) -> dict[str, str]:
    """Give the filings that have a receipt, with the moment the province received each (UTC)."""
    return dict(book.db.execute("SELECT filing_id, received_at FROM receipts").fetchall())


def received_at(book: Book, filing_id: str) -> str | None:
    """Give when the province received a filing (UTC), or None where no receipt has come."""
    row = book.db.execute("SELECT received_at FROM receipts WHERE filing_id = ?", (filing_id,)).fetchone()
    return row["received_at"] if row else None


_DECISIONS = (
    "SELECT d.*, f.form, f.period, f.revision, coalesce(s.state, 'CHECKED') AS state FROM decisions d"
    " JOIN filings f ON f.id = d.filing_id LEFT JOIN standing s ON s.filing_id = f.id"
)


def decisions_on(book: Book, filing_id: str) -> list[Decision]:
    """Give the decisions on one filing, oldest first."""
    return _decisions(book.db.execute(f"{_DECISIONS} WHERE f.id = ? ORDER BY d.decided_at, d.id", (filing_id,)))


def decisions_about(book: Book, form: str, period: str) -> list[Decision]:
    """Give the decisions on all filings of a series, oldest first."""
    query = f"{_DECISIONS} WHERE f.form = ? AND f.period = ? ORDER BY d.decided_at, f.revision"
    return _decisions(book.db.execute(query, (form, period)))


def newest_decisions(book: Book, limit: int) -> list[Decision]:
    """Give at most `limit` decisions, newest first, those the firm still has to answer before all others."""
    owed = "d.verdict = 'returned' AND s.state = 'RETURNED'"
    return _decisions(book.db.execute(f"{_DECISIONS} ORDER BY {owed} DESC, d.decided_at DESC LIMIT ?", (limit,)))


def open_returns(book: Book, form: str) -> list[Decision]:
    """Give of each period of a form its newest decision, where that is a return nothing was accepted after."""
    query = f"{_DECISIONS} WHERE f.form = ? ORDER BY d.decided_at"
    newest = {one.period: one for one in _decisions(book.db.execute(query, (form,)))}
    last = "SELECT f.period, s.state FROM filings f JOIN standing s ON s.filing_id = f.id WHERE f.form = ? AND f.id = "
    states = dict(book.db.execute(last + LAST, (form,)).fetchall())
    found = [one for one in newest.values() if one.returned and states.get(one.period) not in SETTLED]
    return sorted(found, key=lambda one: one.decided_at)


def _decisions(rows: Iterable[sqlite3.Row]) -> list[Decision]:
    return [
        Decision(
            id=row["id"],
            filing_id=row["filing_id"],
            form=row["form"],
            period=row["period"],
            revision=row["revision"],
            state=State(row["state"]),
            level=row["level"],
            office=str(json.loads(row["body"]).get("office") or ""),
            verdict=row["verdict"],
            decided_at=row["decided_at"],
            key_id=row["key_id"],
            comments=tuple(_COMMENTS.decode(row["comments"] or "[]")),
        )
        for row in rows
    ]


def refusal_of(book: Book, filing_id: str) -> Problem | None:
    """Give what the province said when it refused the filing, with its cells."""
    row = book.db.execute("SELECT problem FROM refusals WHERE filing_id = ?", (filing_id,)).fetchone()
    return msgspec.json.decode(row["problem"], type=Problem) if row else None


def newest_refusals(book: Book, limit: int) -> list[Refusal]:
    """Give at most `limit` refusals, newest first."""
    query = (
        "SELECT r.*, f.form, f.period FROM refusals r JOIN filings f ON f.id = r.filing_id ORDER BY r.at DESC LIMIT ?"
    )
    return [
        Refusal(
            row["filing_id"], row["form"], row["period"], row["at"], msgspec.json.decode(row["problem"], type=Problem)
        )
        for row in book.db.execute(query, (limit,))
    ]
