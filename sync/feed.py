"""What the province said, put into the Book: receipts, decisions, withdrawals.

Everything here is verified against a pinned key first, and a receipt against our own bytes as well. A page of the
change feed takes effect and moves the cursor in one transaction: a cursor that runs ahead loses decisions
(https://github.com/apache/pouchdb/issues/1240), one that lags behind only repeats what is applied already.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

import msgspec

from forms import corrections, filing
from forms.book import Book
from sync import history, outbox
from sync.errors import NotOurServer
from sync.protocol import ChangeEvent, ChangesPage, ProvinceKey
from sync.province import CURSOR, said
from sync.signed import DecisionBody, ReceiptBody, Signed, WithdrawalBody
from sync.states import move, state_of
from sync.ways import EVENT_OF_DECISION, State, after, reviewed, stands_again

_VERDICTS = {"accepted": "受理了", "returned": "退回了"}


@dataclass(slots=True)
class Applied:
    """What became of a page: events seen, and filings by what they newly are."""

    events: int = 0
    received: int = 0
    returned: int = 0
    accepted: int = 0
    elsewhere: int = 0  # about filings that another PC of the firm made


def receive(book: Book, filing_id: str, signed: Signed, keys: list[ProvinceKey]) -> bool:
    """Keep a receipt and move its filing to RECEIVED, in one transaction; False if we had it already.

    Raises `NotOurServer` unless a pinned key signed it over exactly the bytes we hold.
    """
    body = said(signed, keys, ReceiptBody)
    with book.transaction() as db:
        ours = db.execute("SELECT * FROM filings WHERE id = ?", (filing_id,)).fetchone()
        _refuse_other_bytes(book, body, filing_id, ours)
        if db.execute("SELECT 1 FROM receipts WHERE filing_id = ?", (filing_id,)).fetchone():
            return False
        db.execute(
            "INSERT INTO receipts(filing_id, body, signature, key_id, received_at) VALUES (?, ?, ?, ?, ?)",
            (filing_id, signed.body, signed.signature, signed.key_id, body.received_at),
        )
        move(book, filing_id, "receipt", body.received_at)
        outbox.leave(book, filing_id)
        db.execute("DELETE FROM refusals WHERE filing_id = ?", (filing_id,))
        _supersede(book, body.supersedes)
    return True


def _refuse_other_bytes(book: Book, body: ReceiptBody, filing_id: str, ours: sqlite3.Row | None) -> None:
    if ours is None:
        raise NotOurServer("回执所指的申报本机没有")
    expected = (filing_id, book.firm.uscc, ours["form"], ours["period"], ours["revision"], ours["sha256"])
    series = body.series
    if (body.filing_id, series.firm, series.form, series.period, body.revision, body.sha256) != expected:
        raise NotOurServer("回执与本机申报的内容不符")


def _supersede(book: Book, filing_id: str | None, detail: str = "") -> None:
    """A newer revision was received: the one it replaced is no longer what counts."""
    if filing_id is not None and after(state_of(book, filing_id), "newer-revision"):
        move(book, filing_id, "newer-revision", detail)


def _stand_again(book: Book, filing_id: str | None) -> None:
    """The revision that had replaced this one was withdrawn: it counts again, unless another has replaced it since."""
    if filing_id is None or state_of(book, filing_id) is not State.SUPERSEDED or _is_replaced(book, filing_id):
        return
    decisions = book.db.execute(
        "SELECT json_extract(CAST(body AS TEXT), '$.state') FROM decisions WHERE filing_id = ? ORDER BY rowid",
        (filing_id,),
    )
    there = reviewed(row[0] for row in decisions)
    move(book, filing_id, stands_again(there))
    row = book.db.execute("SELECT form, period FROM filings WHERE id = ?", (filing_id,)).fetchone()
    if there is State.ACCEPTED and corrections.reason_of(book, row["form"], row["period"]) is None:
        filing.settle(book, filing_id)  # its acceptance may have been heard while it was replaced


def _is_replaced(book: Book, filing_id: str) -> bool:
    query = (
        "SELECT 1 FROM receipts r JOIN standing s ON s.filing_id = r.filing_id"
        " WHERE s.state <> ? AND json_extract(CAST(r.body AS TEXT), '$.supersedes') = ?"
    )
    return book.db.execute(query, (State.WITHDRAWN, filing_id)).fetchone() is not None


def withdrawn(book: Book, filing_id: str, signed: Signed, keys: list[ProvinceKey]) -> None:
    """Move a filing to WITHDRAWN on the province's word."""
    body = said(signed, keys, WithdrawalBody)
    if body.filing_id != filing_id:
        raise NotOurServer("撤回凭证与申报不符")
    with book.transaction():
        if after(state_of(book, filing_id), "withdraw"):
            move(book, filing_id, "withdraw", body.withdrawn_at)
            _stand_again(book, body.stands_again)


def apply_page(book: Book, page: ChangesPage, keys: list[ProvinceKey]) -> Applied:
    """Verify every event of a page, then apply them and move the cursor, all or nothing.

    Raises `NotOurServer` if an event is forged, missing, or of another firm or epoch; then nothing has changed.
    """
    applied = Applied(events=len(page.events))
    with book.transaction():
        cursor = int(book.get(CURSOR) or 0)
        for event in page.events:
            cursor += 1
            if event.seq != cursor:  # a firm's events are numbered without gaps, and the number is signed
                raise NotOurServer("消息缺失或次序不对")
            _apply(book, event, {page.epoch, *page.former}, keys, applied)
        if page.next != cursor:
            raise NotOurServer("消息序号不对")
        book.put(CURSOR, str(page.next))
    return applied


def _apply(book: Book, event: ChangeEvent, epochs: set[str], keys: list[ProvinceKey], applied: Applied) -> None:
    body: ReceiptBody | DecisionBody | WithdrawalBody
    if event.kind == "receipt":
        body = said(event.signed, keys, ReceiptBody)
    elif event.kind == "decision":
        body = said(event.signed, keys, DecisionBody)
    else:
        body = said(event.signed, keys, WithdrawalBody)
    stated = (body.filing_id, body.feed_seq, body.series.firm)
    if stated != (event.filing_id, event.seq, book.firm.uscc) or body.epoch not in epochs:
        raise NotOurServer("消息与签名内容不符")
    if book.db.execute("SELECT 1 FROM filings WHERE id = ?", (event.filing_id,)).fetchone() is None:
        applied.elsewhere += 1
        if isinstance(body, ReceiptBody):
            _supersede(book, body.supersedes, "by another PC")
        elif isinstance(body, WithdrawalBody):
            _stand_again(book, body.stands_again)
        return
    if isinstance(body, ReceiptBody):
        if receive(book, event.filing_id, event.signed, keys):
            applied.received += 1
            name = history.name_of(book, body.series.form, body.series.period)
            history.note(book, f"{name}的回执已取回：平台早先已收到，回执 {body.filing_id}", body.filing_id)
    elif isinstance(body, DecisionBody):
        _decide(book, body, event.signed, applied)
    else:
        withdrawn(book, event.filing_id, event.signed, keys)


def _decide(book: Book, body: DecisionBody, signed: Signed, applied: Applied) -> None:
    """Keep a decision once, and move the filing unless a newer revision has taken its place meanwhile."""
    known = book.db.execute("SELECT 1 FROM decisions WHERE id = ?", (body.id,)).fetchone()
    if known:
        return
    comments = json.dumps(msgspec.to_builtins(body.comments), ensure_ascii=False)
    book.db.execute(
        "INSERT INTO decisions(id, filing_id, level, verdict, comments, decided_at, body, signature, key_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            body.id,
            body.filing_id,
            body.level,
            body.verdict,
            comments,
            body.decided_at,
            signed.body,
            signed.signature,
            signed.key_id,
        ),
    )
    verdict = _VERDICTS.get(body.verdict, body.verdict)
    name = history.name_of(book, body.series.form, body.series.period)
    history.note(book, f"收到审核意见：{body.office or '主管部门'}{verdict}{name}", body.filing_id)
    event = EVENT_OF_DECISION[body.state]
    if after(state_of(book, body.filing_id), event) is None:
        return
    there = move(book, body.filing_id, event, f"{body.level} {body.office} {body.decided_at}")
    applied.returned += there is State.RETURNED
    if there is State.ACCEPTED:
        applied.accepted += 1
        filing.settle(book, body.filing_id)
