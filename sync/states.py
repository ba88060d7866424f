"""Where each filing revision of a Book stands, and its moves along `sync.ways`, each appended to the audit chain.

A filing is born CHECKED (it exists only once its period was checked), is signed and queued in the transaction that
freezes it, and from RECEIVED on moves only by what the province signed. What the table does not list is a bug.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3

from forms import filing
from forms.book import Book
from forms.filing_states import NO_HEAD, UNCOUNTED
from sync.errors import IllegalTransition
from sync.ways import State, after

LABELS: dict[str, str] = {
    State.DRAFT: "填报中",
    State.CHECKED: "待报送",
    State.SIGNED: "待发送",
    State.QUEUED: "待发送",
    State.SENDING: "报送中",
    State.HANDED_OVER: "已交盘",
    State.RELAYED: "代报点已收",
    State.RECEIVED: "待反馈",
    State.IN_REVIEW: "待反馈",
    State.ACCEPTED: "已受理",
    State.LOCKED: "已归档",
    State.RETURNED: "已退回",
    State.REFUSED: "平台拒收",
    State.CONFLICT: "有冲突",
    State.SUPERSEDED: "已更正",
    State.WITHDRAWN: "已撤回",
    State.ABANDONED: "已取消",
}
"""State → the word people see. A draft with errors shows «有错误», which is a finding, not a state."""

OFFICES: dict[str, str] = {
    "county": "县级主管部门",
    "city": "州市主管部门",
    "local": "开发区主管部门",
    "province": "省级主管部门",
}
"""Level of review → how its office is called where a decision names none."""


def stamp() -> str:
    """Give this PC's clock in UTC, «2026-10-08T01:02:03.456Z»; it decides nothing, it only tells people when."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def state_of(book: Book, filing_id: str) -> State:
    """Give where the filing stands; one that was just prepared is CHECKED."""
    row = book.db.execute("SELECT state FROM standing WHERE filing_id = ?", (filing_id,)).fetchone()
    return State(row["state"]) if row else State.CHECKED


def move(book: Book, filing_id: str, event: str, detail: str = "") -> State:
    """Move the filing by one event and append that to the audit chain, in one transaction.

    Raises `IllegalTransition` where the table has no way; then nothing has changed.
    """
    with book.transaction():
        here = state_of(book, filing_id)
        there = after(here, event)
        if there is None:
            raise IllegalTransition(filing_id, here, event)
        at = stamp()
        book.db.execute(
            "INSERT INTO standing(filing_id, state, at) VALUES (?, ?, ?)"
            " ON CONFLICT(filing_id) DO UPDATE SET state = excluded.state, at = excluded.at",
            (filing_id, there, at),
        )
        _append(book, at, filing_id, event, here, there, detail)
        if there in UNCOUNTED or here in NO_HEAD:  # the year-to-date figures count what the province counts
            filing.restore_filed_head(book, filing_id)
    return there


def _append(book: Book, at: str, filing_id: str, event: str, here: str, there: str, detail: str) -> None:
    last = book.db.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    seq, prev = (last["seq"] + 1, last["hash"]) if last else (1, "")
    link = _link(seq, at, filing_id, event, here, there, detail, prev)
    book.db.execute(
        "INSERT INTO audit(seq, at, filing_id, event, from_state, to_state, detail, prev, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, at, filing_id, event, here, there, detail, prev, link),
    )


def _link(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def broken_link(book: Book) -> int | None:
    """Walk the audit chain and give the first seq that does not follow from the one before, or None."""
    prev = ""
    for expected, row in enumerate(book.db.execute("SELECT * FROM audit ORDER BY seq"), start=1):
        link = _link(
            row["seq"],
            row["at"],
            row["filing_id"],
            row["event"],
            row["from_state"],
            row["to_state"],
            row["detail"],
            row["prev"],
        )
        if (row["seq"], row["prev"], row["hash"]) != (expected, prev, link):
            return expected
        prev = link
    return None


def chain(book: Book) -> list[sqlite3.Row]:
    """Give the steps of the audit chain in order: `seq`, `at`, form, period and revision, and the two states."""
    return book.db.execute(
        "SELECT a.seq, a.at, a.filing_id, f.form, f.period, f.revision, a.event, a.from_state, a.to_state, a.detail"
        " FROM audit a LEFT JOIN filings f ON f.id = a.filing_id ORDER BY a.seq"
    ).fetchall()


def unaccounted(book: Book) -> list[sqlite3.Row]:
    """Give the filings that stand where the audit chain has not led them: its end was cut off."""
    return book.db.execute(
        "SELECT f.id, f.form, f.period, f.revision, s.state FROM standing s JOIN filings f ON f.id = s.filing_id"
        " WHERE s.state IS NOT (SELECT a.to_state FROM audit a WHERE a.filing_id = f.id ORDER BY a.seq DESC LIMIT 1)"
        " ORDER BY f.period, f.form, f.revision"
    ).fetchall()
