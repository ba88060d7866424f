"""Receiving filings: idempotent by id, in the order of their series, checked by the rules, answered by a receipt.

The receipt is signed and stored in the transaction that stores the filing: there is no receipt without its filing on
disk, and no filing without its receipt. The same bytes under the same id get the same receipt for ever.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import select

from forms.deadlines import Deadlines
from forms.filing_states import FilingState
from sync.endpoint.attachments import Attachments
from sync.endpoint.clock import Clock
from sync.endpoint.documents import Check, Examined, examine
from sync.endpoint.keys import Province
from sync.endpoint.records import FilingRow, FirmRecords
from sync.endpoint.refusal import Refusal, not_found
from sync.endpoint.schemes import Schemes
from sync.endpoint.sessions import Caller
from sync.endpoint.store import Store, Transaction
from sync.endpoint.tables import DEVICES
from sync.keys import verify
from sync.problems import CellProblem, ProblemType
from sync.protocol import FilingView, SeriesView, sha256_hex
from sync.signed import ReceiptBody, Series, Signed, SignedFiling, WithdrawalBody
from sync.ways import after

LOG = logging.getLogger("zhibao.endpoint")
_LOCKS = 64
_LONGEST_MESSAGE = 500  # characters
_MOST_CELLS = 500  # findings told in one answer; mending these comes first anyway


class Filings:
    """The filings of all firms, each firm seeing its own."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        province: Province,
        schemes: Schemes,
        check: Check,
        attachments: Attachments,
    ) -> None:
        """Take the rule pack as a function, so that the endpoint knows nothing of how rules run."""
        self._store = store
        self._clock = clock
        self._province = province
        self._schemes = schemes
        self._check = check
        self._attachments = attachments
        self._deadlines = Deadlines.of(schemes.catalogue.scheme.parameters)
        self._one_at_a_time = [threading.Lock() for _ in range(_LOCKS)]
        self.on_receipt: Callable[[str, str], None] | None = None  # (firm, filing id), once a receipt is on disk

    # ---- receiving

    def receive(self, caller: Caller, filing_id: str, filing: SignedFiling) -> tuple[Signed, bool]:
        """Store a filing and return its receipt; True where it is new.

        Raises:
            Refusal: for every reason a filing can have; nothing was stored.

        """
        firm = caller.as_firm()
        replay = self._receipt_of(firm, filing_id, filing)
        if replay is not None:
            return replay, False
        judged = self._schemes.catalogue_of
        examined = examine(filing_id, filing, judged, today=self._clock.today(), demo=self._province.demo)
        if examined.document.series.firm != firm:
            raise Refusal(ProblemType.WRONG_FIRM, "申报内容不是本企业的，请检查账套。")
        self._verify(firm, filing)
        self._attachments.test(firm, examined.plain["blobs"], examined.types)
        with self._one_at_a_time[hash(firm) % _LOCKS]:  # one firm's filings one after another, firms side by side
            receipt, created = self._take(firm, filing, examined)
        if created and self.on_receipt is not None:
            self.on_receipt(firm, filing_id)
        return receipt, created

    def _take(self, firm: str, filing: SignedFiling, examined: Examined) -> tuple[Signed, bool]:
        series = examined.document.series
        while True:
            with self._store.reading(firm) as transaction:
                records = transaction.firm(firm)
                version = records.newest_seq()
                known = self._replay(records, examined.document.id, examined.sha256)
                if known is not None:
                    return known, False
                head = self._head(records, examined)
                accepted = records.accepted_document(series)
                heads = [*records.head_documents(without=series), *([accepted] if accepted else [])]
            self._run_rules(heads, examined)
            with self._store.writing(firm) as transaction:
                records = transaction.firm(firm)
                if records.lock() == version:
                    return self._insert(records, filing, examined, head), True
            # another replica took a filing of this firm while the rules ran: look again

    def _insert(self, records: FirmRecords, filing: SignedFiling, examined: Examined, head: FilingRow | None) -> Signed:
        document = examined.document
        supersedes = None if head is None else head.id
        row = FilingRow(
            firm=document.series.firm,
            id=document.id,
            form=document.series.form,
            period=document.series.period,
            revision=document.revision,
            base=document.base,
            sha256=examined.sha256,
            key_id=filing.key_id,
            received_at=self._clock.stamp(),
            late=self._clock.today() > self._deadlines.due_on(document.series.period),
            seq=records.next_seq(),
            state=FilingState.RECEIVED.value,
            superseded_by=None,
            round=0,
        )
        receipt = self._province.sign(self._receipt_body(row, supersedes))
        records.add_filing(row, filing, head=supersedes)
        records.add_event(row.seq, "receipt", row.id, receipt)
        return receipt

    def _receipt_body(self, row: FilingRow, supersedes: str | None) -> ReceiptBody:
        return ReceiptBody(
            filing_id=row.id,
            series=row.series,
            revision=row.revision,
            sha256=row.sha256,
            supersedes=supersedes,
            device=row.key_id,
            received_at=row.received_at,
            late=row.late,
            epoch=self._province.epoch,
            feed_seq=row.seq,
            demo=self._province.demo,
            key_id=self._province.key.key_id,
        )

    def _receipt_of(self, firm: str, filing_id: str, filing: SignedFiling) -> Signed | None:
        with self._store.reading(firm) as transaction:
            return self._replay(transaction.firm(firm), filing_id, sha256_hex(filing.document))

    @staticmethod
    def _replay(records: FirmRecords, filing_id: str, sha256: str) -> Signed | None:
        known = records.filing(filing_id)
        if known is None:
            return None
        if known.sha256 != sha256:
            raise Refusal(ProblemType.ID_REUSED, "这个申报编号已用于另一份内容，请重新生成申报。")
        return records.event(known.seq)

    @staticmethod
    def _head(records: FirmRecords, examined: Examined) -> FilingRow | None:
        """Return the revision the document replaces, after testing that its base is the head of the series."""
        document = examined.document
        revisions = records.open_revisions(document.series)
        head = next((row for row in revisions if row.state != FilingState.WITHDRAWN), None)
        base = next((row for row in revisions if row.id == document.base), None)
        if base is None and (document.base is not None or head is not None):
            detail = "平台上这一期已有另一版申报，请先取回并核对差异，再在其基础上更正。"
            raise Refusal(ProblemType.HEAD_MOVED, detail, head=None if head is None else head.id)
        if base is not None and document.revision <= base.revision:
            raise Refusal(ProblemType.INVALID_DOCUMENT, "版次没有大于所更正的一版，请重新生成申报。")
        return head

    def _verify(self, firm: str, filing: SignedFiling) -> None:
        with self._store.reading() as transaction:
            public_key = _device_key(transaction, firm, filing.key_id)
        if public_key is None or not verify(public_key, filing.signature, filing.document):
            raise Refusal(ProblemType.INVALID_SIGNATURE, "签名不正确或设备已停用，请重新登记本机后再报送。")

    def _run_rules(self, heads: Sequence[bytes], examined: Examined) -> None:
        started = time.perf_counter()
        known: list[dict[str, Any]] = [msgspec.json.decode(raw) for raw in heads]
        try:
            cells = self._check(known, examined.plain, self._clock.today())
        except ValueError as error:  # its message may hold a value of the firm's: it is not passed on
            detail = "有指标的值不是规定的格式，请重新生成申报；若仍不行，请更新程序。"
            raise Refusal(ProblemType.INVALID_DOCUMENT, detail) from error
        LOG.info("checked heads=%d errors=%d ms=%.1f", len(heads), len(cells), (time.perf_counter() - started) * 1000)
        if cells:
            raise _checks_failed(cells)

    # ---- reading and withdrawing

    def view(self, caller: Caller, filing_id: str) -> FilingView:
        """Return a filing with its receipt and what was decided; the administrator sees those of all firms.

        Raises:
            Refusal: not-found, also for another firm's filing.

        """
        with self._store.reading(caller.scope) as transaction:
            if caller.firm is None:
                row = transaction.review().filing(filing_id)
            else:
                row = transaction.firm(caller.firm).filing(filing_id)
            if row is None:
                raise not_found()
            records = transaction.firm(row.firm)
            filing = records.signed_filing(filing_id)
            if filing is None:
                raise not_found()
            events = records.events_of(filing_id)
        return FilingView(
            filing=filing, status=row.status(), receipt=events[0].signed, events=[event.signed for event in events[1:]]
        )

    def series(self, caller: Caller, series: Series) -> SeriesView:
        """Return the revisions of a series and its head.

        Raises:
            Refusal: not-found, where the firm is another one.

        """
        if caller.firm not in {None, series.firm}:
            raise not_found()
        with self._store.reading(caller.scope) as transaction:
            rows = transaction.firm(series.firm).series(series)
        standing = [row.id for row in rows if row.state != FilingState.WITHDRAWN]
        head = standing[-1] if standing else None
        return SeriesView(series=series, head=head, revisions=[row.status() for row in rows])

    def withdraw(self, caller: Caller, filing_id: str) -> Signed:
        """Take a filing back before any decision; again, it gets the same answer.

        Raises:
            Refusal: not-found, already-decided.

        """
        with self._store.writing(caller.scope) as transaction:
            records = transaction.firm(caller.as_firm())
            records.lock()
            row = records.filing(filing_id)
            if row is None:
                raise not_found()
            if row.state == FilingState.WITHDRAWN:
                return records.events_of(filing_id)[-1].signed
            if after(row.standing, "withdraw") is None:
                raise Refusal(
                    ProblemType.ALREADY_DECIDED, "这份申报已有审核结论或已被更正，不能撤回；如需修改请作更正。"
                )
            body = WithdrawalBody(
                filing_id=filing_id,
                series=row.series,
                withdrawn_at=self._clock.stamp(),
                epoch=self._province.epoch,
                feed_seq=records.next_seq(),
                demo=self._province.demo,
                key_id=self._province.key.key_id,
                stands_again=records.withdraw_filing(row),
            )
            signed = self._province.sign(body)
            records.add_event(body.feed_seq, "withdrawal", filing_id, signed)
            return signed


def _device_key(transaction: Transaction, firm: str, key_id: str) -> bytes | None:
    key: bytes | None = transaction.connection.scalar(
        select(DEVICES.c.public_key).where(DEVICES.c.key_id == key_id, DEVICES.c.firm == firm, ~DEVICES.c.revoked)
    )
    return key


def _checks_failed(cells: Sequence[CellProblem]) -> Refusal:
    detail = f"省平台审核发现{len(cells)}处错误，请按所列位置修改后重新报送。"
    told = [msgspec.structs.replace(cell, message=_clipped(cell.message)) for cell in cells[:_MOST_CELLS]]
    return Refusal(ProblemType.CHECKS_FAILED, detail, cells=told)


def _clipped(message: str) -> str:
    """A message may quote the cell, and a cell may hold a whole book."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[: _LONGEST_MESSAGE - 1]}…"
