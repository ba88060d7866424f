"""Review: a decision at each level of the chain; only the administrator decides, and only on what he has seen.

If-Match names the document and the round he looked at. A decision has an id of its own, so asking twice decides once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from forms.catalogue import Catalogue
from sync.endpoint.clock import Clock
from sync.endpoint.documents import read_document
from sync.endpoint.keys import Province
from sync.endpoint.offices import Stage, office_of
from sync.endpoint.records import FilingRow, FirmRecords
from sync.endpoint.refusal import Refusal, not_found
from sync.endpoint.store import ALL_FIRMS, Store
from sync.problems import ProblemType
from sync.protocol import DecisionRequest, ReviewQueue, sha256_hex
from sync.signed import DecisionBody, Signed
from sync.ways import after

_PAGE = 500
_LONGEST_COMMENT = 1000


def asked_of(filing_id: str, request: DecisionRequest) -> str:
    """Return the SHA-256 by which the same request again is known."""
    return sha256_hex(msgspec.json.encode([filing_id, request]))


class Review:
    """The queue and the decisions."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        province: Province,
        catalogue: Catalogue,
        chain: Sequence[Stage],
    ) -> None:
        """Take the chain of levels, lowest first."""
        self._store = store
        self._clock = clock
        self._province = province
        self._catalogue = catalogue
        self.chain = tuple(chain)

    def queue(self) -> ReviewQueue:
        """Return what waits for a decision, oldest first."""
        with self._store.reading(ALL_FIRMS) as transaction:
            return ReviewQueue(items=[row.status() for row in transaction.review().waiting(_PAGE)])

    def decide(
        self, filing_id: str, decision_id: str, request: DecisionRequest, if_match: str | None
    ) -> tuple[Signed, bool]:
        """Sign a decision; True where it is new.

        Raises:
            Refusal: not-found, id-reused-different-body, review-moved, comment-missing, bad-request.

        """
        asked = asked_of(filing_id, request)
        with self._store.writing(ALL_FIRMS) as transaction:
            found = transaction.review().filing(filing_id)
            if found is None:
                raise not_found()
            records = transaction.firm(found.firm)
            records.lock()
            row = records.filing(filing_id) or found
            known = records.decision(decision_id)
            if known is not None:
                if known[1] != asked:
                    raise Refusal(ProblemType.ID_REUSED, "这个审核编号已用于另一项结论。")
                return records.event(known[2]), False
            if row.etag != if_match or after(row.standing, "accept") is None:
                raise Refusal(ProblemType.REVIEW_MOVED, "这份申报的审核状态已变化，请重新查看后再作结论。")
            self._test_comments(records, row, request)
            return self._sign(records, row, decision_id, request, asked), True

    def _sign(
        self, records: FirmRecords, row: FilingRow, decision_id: str, request: DecisionRequest, asked: str
    ) -> Signed:
        stage = self.chain[min(row.round, len(self.chain) - 1)]
        state: Literal["IN_REVIEW", "ACCEPTED", "RETURNED"] = "IN_REVIEW"
        if request.verdict == "returned":
            state = "RETURNED"
        elif row.round + 1 >= len(self.chain):
            state = "ACCEPTED"
        body = DecisionBody(
            id=decision_id,
            filing_id=row.id,
            series=row.series,
            level=stage.level,
            office=office_of(self._catalogue, row.firm, stage),
            verdict=request.verdict,
            state=state,
            comments=request.comments,
            decided_at=self._clock.stamp(),
            epoch=self._province.epoch,
            feed_seq=records.next_seq(),
            demo=self._province.demo,
            key_id=self._province.key.key_id,
        )
        signed = self._province.sign(body)
        records.decide_filing(row, state)
        records.add_decision(decision_id, row.id, asked, body.feed_seq)
        records.add_event(body.feed_seq, "decision", row.id, signed)
        return signed

    def _test_comments(self, records: FirmRecords, row: FilingRow, request: DecisionRequest) -> None:
        """Refuse a return without a remark, and a remark on a cell the document does not have."""
        if any(not comment.text.strip() or len(comment.text) > _LONGEST_COMMENT for comment in request.comments):
            raise Refusal(ProblemType.BAD_REQUEST, "意见不能为空，也不能超过1000字。")
        if request.verdict == "returned" and not request.comments:
            raise Refusal(ProblemType.COMMENT_MISSING, "退回须至少附一条意见，请说明需要修改的地方。")
        filing = records.signed_filing(row.id) if request.comments else None
        if filing is None:
            return
        document, plain = read_document(filing.document)
        uids = {line["uid"] for line in plain["rows"]}
        fields = self._catalogue.edition(document.series.form, document.series.period).by_id
        for comment in request.comments:
            if (comment.uid is not None and comment.uid not in uids) or (
                comment.field is not None and comment.field not in fields
            ):
                raise Refusal(ProblemType.BAD_REQUEST, "意见所指的行或指标不在这份申报中。")
