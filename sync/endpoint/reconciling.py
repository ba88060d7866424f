"""A province restored from a backup takes back from the firms what it lost: filings, with its own word about them.

Nothing is believed but the province's own signature. A filing that comes back has its first receive time and its
decisions; the rules do not run again, for it was received once. Its receipt and decisions are signed anew into the feed
of this epoch, so every PC of the firm hears them; those of the old epoch stay good.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import select

from forms.filing_states import FilingState
from sync.endpoint.dialects import insert_or_keep
from sync.endpoint.documents import read_document
from sync.endpoint.keys import Province
from sync.endpoint.records import FilingRow, FirmRecords, Known
from sync.endpoint.refusal import Refusal, not_found
from sync.endpoint.review import asked_of
from sync.endpoint.sessions import Caller
from sync.endpoint.store import Store, Transaction
from sync.endpoint.tables import DEVICES
from sync.holdings import MOST_HELD, Compared, Holding, Holdings, Offering, Presented, Presenting
from sync.keys import verify
from sync.problems import ProblemType
from sync.protocol import DecisionRequest, sha256_hex
from sync.signed import CertificateBody, DecisionBody, Document, ReceiptBody, Signed
from sync.ways import reviewed

Body = TypeVar("Body", CertificateBody, ReceiptBody, DecisionBody)


class Reconciling:
    """Comparing with the firms' Books, and taking back."""

    def __init__(self, store: Store, province: Province) -> None:
        """Take where filings are and whose word it is."""
        self._store = store
        self._province = province

    # ---- devices

    def present(self, presenting: Presenting) -> tuple[Presented, bool]:
        """Know a device again by the certificate it was given; True where it had been forgotten.

        Raises:
            Refusal: invalid-signature, demo-mismatch; unauthorized where the device was revoked.

        """
        signed = presenting.certificate
        body = self._own_word(signed, CertificateBody)
        with self._store.writing() as transaction:
            known = transaction.connection.execute(
                select(DEVICES.c.revoked).where(DEVICES.c.key_id == body.device)
            ).one_or_none()
            if known is None:
                _remember(transaction, body, signed)
        if known is not None and known.revoked:
            raise Refusal(ProblemType.UNAUTHORIZED, "本机已停用，请向主管部门申请新的报送码。")
        return Presented(body.device, self._province.epoch), known is None

    # ---- filings

    def compare(self, caller: Caller, holdings: Holdings) -> Compared:
        """Tell what of a firm's holdings is not here, and what is here beside them.

        Raises:
            Refusal: bad-request where there are too many, forbidden for the administrator.

        """
        if len(holdings.filings) > MOST_HELD:
            raise Refusal(ProblemType.BAD_REQUEST, "一次核对的申报太多，请更新程序。")
        firm = caller.as_firm()
        with self._store.reading(firm) as transaction:
            here = transaction.firm(firm).known()
        held = {one.filing_id: one.sha256 for one in holdings.filings}
        missing = [one.filing_id for one in holdings.filings if not _is_whole(one, here)]
        unknown = [number for number, known in here.items() if held.get(number) != known.sha256]
        ok = held.keys() - set(missing) - set(unknown)
        return Compared(epoch=self._province.epoch, missing=missing, unknown=unknown, ok=sorted(ok))

    def take_back(self, caller: Caller, filing_id: str, offering: Offering) -> tuple[Signed, bool]:
        """Store again what a backup did not have; return the receipt of this epoch, True where the filing was gone.

        Raises:
            Refusal: invalid-signature, invalid-document, wrong-firm, demo-mismatch, id-reused-different-body.

        """
        firm = caller.as_firm()
        receipt = self._own_word(offering.receipt, ReceiptBody)
        decisions = [self._own_word(one, DecisionBody) for one in offering.decisions]
        document = self._test(firm, filing_id, offering, receipt, decisions)
        with self._store.writing(firm) as transaction:
            records = transaction.firm(firm)
            records.lock()
            row = records.filing(filing_id)
            if row is not None and row.sha256 != receipt.sha256:
                raise Refusal(ProblemType.ID_REUSED, "这个申报编号已用于另一份内容，请重新生成申报。")
            created = row is None
            if row is None:
                row = self._restore(records, offering, receipt, document)
            self._restore_decisions(records, row, decisions)
            return records.event(row.seq), created

    def _test(
        self, firm: str, filing_id: str, offering: Offering, receipt: ReceiptBody, decisions: Iterable[DecisionBody]
    ) -> Document:
        """Hold the parts of an offering together: one filing, its very bytes, of the caller's firm."""
        if receipt.series.firm != firm:
            raise not_found()
        document, _plain = read_document(offering.filing.document)
        same = (filing_id, receipt.series, receipt.revision)
        if (document.id, document.series, document.revision) != same or receipt.filing_id != filing_id:
            raise _not_of_one_piece()
        if sha256_hex(offering.filing.document) != receipt.sha256 or offering.filing.key_id != receipt.device:
            raise _not_of_one_piece()
        if any(one.filing_id != filing_id or one.series != receipt.series for one in decisions):
            raise _not_of_one_piece()
        return document

    def _restore(self, records: FirmRecords, offering: Offering, receipt: ReceiptBody, document: Document) -> FilingRow:
        others = records.series(receipt.series)
        base = next((row for row in others if row.id == document.base), None)
        after_it = next((row for row in others if row.base == document.id and _counts(row)), None)
        # Where another PC has meanwhile filed on the same base, its filing keeps standing: this one is history.
        forked = base.superseded_by if base is not None else None
        row = FilingRow(
            firm=receipt.series.firm,
            id=receipt.filing_id,
            form=receipt.series.form,
            period=receipt.series.period,
            revision=receipt.revision,
            base=document.base,
            sha256=receipt.sha256,
            key_id=receipt.device,
            received_at=receipt.received_at,
            late=receipt.late,
            seq=records.next_seq(),
            state=FilingState.RECEIVED.value,
            superseded_by=after_it.id if after_it is not None else forked,
            round=0,
        )
        replaces = base.id if base is not None and forked is None else None
        records.add_filing(row, offering.filing, head=replaces)
        again = msgspec.structs.replace(
            receipt,
            supersedes=replaces,
            epoch=self._province.epoch,
            feed_seq=row.seq,
            key_id=self._province.key.key_id,
        )
        records.add_event(row.seq, "receipt", row.id, self._province.sign(again))
        return row

    def _restore_decisions(self, records: FirmRecords, row: FilingRow, offered: Sequence[DecisionBody]) -> None:
        """Add the decisions that are not here, and let the filing stand where all of them, by their time, lead."""
        here = [
            msgspec.json.decode(event.signed.body, type=DecisionBody)
            for event in records.events_of(row.id)
            if event.kind == "decision"
        ]
        known = {one.id for one in here}
        lost = [one for one in offered if one.id not in known]
        for one in lost:
            seq = records.next_seq()
            again = msgspec.structs.replace(
                one, epoch=self._province.epoch, feed_seq=seq, key_id=self._province.key.key_id
            )
            asked = asked_of(row.id, DecisionRequest(one.verdict, one.comments))
            records.add_decision(one.id, row.id, asked, seq)
            records.add_event(seq, "decision", row.id, self._province.sign(again))
        if lost:
            in_order = sorted([*here, *lost], key=lambda one: (one.decided_at, one.id in known))
            records.decide_filing(row, reviewed(one.state for one in in_order).value, rounds=len(lost))

    def _own_word(self, signed: Signed, body: type[Body]) -> Body:
        """Read what this province signed, in whichever epoch.

        Raises:
            Refusal: invalid-signature, invalid-document, demo-mismatch.

        """
        key = self._province.key
        if signed.key_id != key.key_id or not verify(key.public, signed.signature, signed.body):
            raise Refusal(ProblemType.INVALID_SIGNATURE, "所附凭证不是本平台签发的，请与省平台联系。")
        try:
            found = msgspec.json.decode(signed.body, type=body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise _not_of_one_piece() from error
        if found.demo != self._province.demo:
            raise Refusal(ProblemType.DEMO_MISMATCH, "演示与正式的凭证不能混用，请检查账套和平台地址。")
        return found


def _is_whole(one: Holding, here: Mapping[str, Known]) -> bool:
    """Tell whether nothing of a holding is lost; other bytes under its id are not lost, but another's."""
    known = here.get(one.filing_id)
    if known is None:
        return False
    if known.sha256 != one.sha256:
        return True
    return known.decisions.issuperset(one.decisions) and (known.withdrawn or not one.withdrawn)


def _counts(row: FilingRow) -> bool:
    return row.state != FilingState.WITHDRAWN


def _remember(transaction: Transaction, body: CertificateBody, signed: Signed) -> None:
    transaction.connection.execute(
        insert_or_keep(transaction.connection, DEVICES).values(
            key_id=body.device,
            firm=body.firm,
            public_key=body.public_key,
            certificate=signed.body,
            signature=signed.signature,
            revoked=False,
        )
    )


def _not_of_one_piece() -> Refusal:
    return Refusal(ProblemType.INVALID_DOCUMENT, "所附申报与其凭证不符，请与省平台联系。")
