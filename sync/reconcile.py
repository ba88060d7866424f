"""After the province was restored from a backup, and once a month: the Book offers what the province lost of its word.

The Book's own receipts and decisions stay as they are. Where it ends the Book is in the new epoch, and hears its feed
from the beginning: what it knows already changes nothing. A crash in between only repeats what is harmless.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from forms.book import Book
from sync import history, uploads
from sync.errors import EndpointRefused
from sync.holdings import MOST_HELD, Holding, Offering
from sync.problems import Problem, ProblemType
from sync.protocol import Capabilities
from sync.province import CERTIFICATE, CURSOR, EPOCH, moment
from sync.session import Session
from sync.signed import Signed, SignedFiling
from sync.ways import State

NOT_DONE = Problem(
    type=ProblemType.EPOCH_CHANGED,
    title="省平台已从备份恢复",
    status=410,
    detail="省平台已从备份恢复，还没有核对完；待发的申报仍在队列中，请再同步一次。",
)
_RECONCILED_AT = "province.reconciled_at"  # the province's clock
_DAYS_BETWEEN = 30


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What came of it: filings compared, and of them offered again; filings only the province has."""

    compared: int
    offered: int
    elsewhere: int


def catch_up(book: Book, session: Session, capabilities: Capabilities, cancelled: Callable[[], bool]) -> list[str]:
    """Compare where the epoch is another, and once a month; return what a person should know of it.

    Raises `EndpointUnreachable` or `EndpointRefused`: then the Book is still in its old epoch, and begins again.
    """
    restored = capabilities.epoch != book.get(EPOCH)
    if not (restored or _is_due(book, capabilities.server_time)):
        return []
    if restored:
        _present(book, session)
    done = reconcile(book, session, capabilities, cancelled)
    if done is None:
        raise EndpointRefused(NOT_DONE)
    notes = []
    if restored:
        notes.append(f"省平台已从备份恢复：已核对{done.compared}份申报，补送{done.offered}份，收到时间不变。")
    elif done.offered:
        notes.append(f"每月核对：省平台缺少{done.offered}份本企业的申报，已补送，收到时间不变。")
    if done.elsewhere:
        notes.append(f"省平台上有{done.elsewhere}份本企业的申报不在本账套中，可能是另一台电脑报送的。")
    return notes


def reconcile(
    book: Book, session: Session, capabilities: Capabilities, cancelled: Callable[[], bool]
) -> Reconciled | None:
    """Compare, offer what is missing, and enter the epoch; None where it was cancelled, and nothing has changed here.

    Raises `EndpointUnreachable` or `EndpointRefused`; what was offered before stays at the province.
    """
    holdings = _holdings(book)
    compared = session.reconcile(holdings)
    wanted = set(compared.missing)
    offered = 0
    for one in holdings:
        if one.filing_id not in wanted:
            continue
        if cancelled() or not uploads.upload(book, session, one.filing_id, cancelled).whole:
            return None
        session.offer(one.filing_id, _offering(book, one.filing_id))
        if one.withdrawn:
            _withdraw_again(session, one.filing_id)
        offered += 1
    with book.transaction():
        if capabilities.epoch != book.get(EPOCH):
            book.put(EPOCH, capabilities.epoch)
            book.put(CURSOR, "0")
            history.note(book, f"省平台已从备份恢复：核对了{len(holdings)}份已报送的申报，补送了{offered}份")
        book.put(_RECONCILED_AT, capabilities.server_time)
    return Reconciled(len(holdings), offered, len(compared.unknown))


def _is_due(book: Book, server_time: str) -> bool:
    """Tell whether the last comparison is a month old; one that never compared begins to count now."""
    last = book.get(_RECONCILED_AT)
    if last is None:
        with book.transaction():
            book.put(_RECONCILED_AT, server_time)
        return False
    return (moment(server_time) - moment(last)).days >= _DAYS_BETWEEN


def _present(book: Book, session: Session) -> None:
    """Show the province the certificate it once gave this PC. Raises `EndpointRefused` if it was revoked."""
    certificate = msgspec.json.decode(book.get(CERTIFICATE) or "null", type=Signed | None)
    if certificate is not None:
        session.present(certificate)


def _holdings(book: Book) -> list[Holding]:
    """List what has a receipt, each series from its first revision on: a revision comes after its base."""
    decided: dict[str, list[str]] = {}
    for row in book.db.execute("SELECT id, filing_id FROM decisions ORDER BY rowid"):
        decided.setdefault(row["filing_id"], []).append(row["id"])
    rows = book.db.execute(
        "SELECT f.id, f.sha256, s.state FROM filings f JOIN receipts r ON r.filing_id = f.id"
        " JOIN standing s ON s.filing_id = f.id ORDER BY f.period DESC, f.form, f.revision LIMIT ?",
        (MOST_HELD,),
    )
    return [
        Holding(row["id"], row["sha256"], decided.get(row["id"], []), row["state"] == State.WITHDRAWN) for row in rows
    ]


def _offering(book: Book, filing_id: str) -> Offering:
    sent = book.db.execute("SELECT body, signature, key_id FROM filings WHERE id = ?", (filing_id,)).fetchone()
    receipt = book.db.execute(
        "SELECT body, signature, key_id FROM receipts WHERE filing_id = ?", (filing_id,)
    ).fetchone()
    decisions = book.db.execute(
        "SELECT body, signature, key_id FROM decisions WHERE filing_id = ? ORDER BY rowid", (filing_id,)
    )
    return Offering(SignedFiling(*sent), Signed(*receipt), [Signed(*row) for row in decisions])


def _withdraw_again(session: Session, filing_id: str) -> None:
    """Repeat what the firm had done; if the province decided meanwhile, its feed tells so."""
    try:
        session.withdraw(filing_id)
    except EndpointRefused as refusal:
        if refusal.problem.type != ProblemType.ALREADY_DECIDED:
            raise
