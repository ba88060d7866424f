"""What firms filed and what became of it: the one place where rows of filings, events and decisions are reached.

`FirmRecords` puts the firm into every statement, so another firm's objects do not exist for it. `ReviewRecords` is for
the administrator alone.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sync.endpoint.tables import DECISIONS, EVENTS, FILINGS, FIRMS
from sync.protocol import ChangeEvent, FilingState, FilingStatus
from sync.signed import EventKind, Series, Signed, SignedFiling


class FilingRow(NamedTuple):
    """A received revision, without its document."""

    firm: str
    id: str
    form: str
    period: str
    revision: int
    base: str | None
    sha256: str
    key_id: str
    received_at: str
    late: bool
    seq: int
    state: str
    superseded_by: str | None
    round: int

    @property
    def series(self) -> Series:
        """The series this is a revision of."""
        return Series(firm=self.firm, form=self.form, period=self.period)

    @property
    def etag(self) -> str:
        """The version of its review: which document, and how many decisions it has."""
        return f'"{self.sha256[:16]}.{self.round}.{self.state}"'

    def status(self) -> FilingStatus:
        """Return what is told about it."""
        state = FilingState.SUPERSEDED if self.superseded_by else FilingState(self.state)
        return FilingStatus(
            filing_id=self.id,
            series=self.series,
            revision=self.revision,
            state=state,
            received_at=self.received_at,
            late=self.late,
            etag=self.etag,
        )


_COLUMNS = [FILINGS.c[name] for name in FilingRow._fields]
_EVENT_COLUMNS = [EVENTS.c.seq, EVENTS.c.kind, EVENTS.c.filing_id, EVENTS.c.body, EVENTS.c.signature, EVENTS.c.key_id]
_STANDING = and_(FILINGS.c.state != FilingState.WITHDRAWN.value, FILINGS.c.superseded_by.is_(None))


class FirmRecords:
    """The filings, events and decisions of one firm, inside one transaction."""

    def __init__(self, connection: Connection, firm: str) -> None:
        """Take the transaction's connection and the firm every statement is bound to."""
        self._connection = connection
        self._firm = firm

    # ---- the firm's row: its newest event

    def newest_seq(self) -> int:
        """Return the number of the firm's newest event, 0 before the first."""
        newest: int | None = self._connection.scalar(select(FIRMS.c.feed_seq).where(FIRMS.c.firm == self._firm))
        return newest or 0

    def next_seq(self) -> int:
        """Take the firm's next event number; its row stays locked until the transaction ends."""
        taken = self._connection.scalar(
            upsert(FIRMS)
            .values(firm=self._firm, feed_seq=1)
            .on_conflict_do_update(index_elements=[FIRMS.c.firm], set_={"feed_seq": FIRMS.c.feed_seq + 1})
            .returning(FIRMS.c.feed_seq)
        )
        if taken is None:
            message = "a firm's row gave no number"
            raise RuntimeError(message)
        return int(taken)

    # ---- filings

    def filing(self, filing_id: str) -> FilingRow | None:
        """Return a filing of this firm by its id."""
        return self._one(FILINGS.c.id == filing_id)

    def signed_filing(self, filing_id: str) -> SignedFiling | None:
        """Return a filing's bytes and signature as they came."""
        row = self._connection.execute(
            select(FILINGS.c.document, FILINGS.c.signature, FILINGS.c.key_id).where(
                FILINGS.c.firm == self._firm, FILINGS.c.id == filing_id
            )
        ).one_or_none()
        return None if row is None else SignedFiling(document=row[0], signature=row[1], key_id=row[2])

    def series(self, form: str, period: str) -> list[FilingRow]:
        """Return every received revision of a series, oldest first."""
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(FILINGS.c.firm == self._firm, FILINGS.c.form == form, FILINGS.c.period == period)
            .order_by(FILINGS.c.seq)
        )
        return [FilingRow(*row) for row in rows]

    def standing_documents(self, *, without: Series) -> list[bytes]:
        """Return the documents of the heads of all series but one, in the order they came."""
        rows = self._connection.execute(
            select(FILINGS.c.form, FILINGS.c.period, FILINGS.c.document)
            .where(FILINGS.c.firm == self._firm, _STANDING)
            .order_by(FILINGS.c.seq)
        )
        return [row.document for row in rows if (row.form, row.period) != (without.form, without.period)]

    def accepted_document(self, series: Series) -> bytes | None:
        """Return the newest accepted revision of a series, superseded or not: what late rows are measured against."""
        document: bytes | None = self._connection.scalar(
            select(FILINGS.c.document)
            .where(
                FILINGS.c.firm == self._firm,
                FILINGS.c.form == series.form,
                FILINGS.c.period == series.period,
                FILINGS.c.state == FilingState.ACCEPTED.value,
            )
            .order_by(FILINGS.c.seq.desc())
            .limit(1)
        )
        return document

    def add_filing(self, row: FilingRow, filing: SignedFiling, *, head: str | None) -> None:
        """Store a received revision; the head it replaces is superseded."""
        if row.firm != self._firm:
            message = "a filing of another firm"
            raise RuntimeError(message)
        self._connection.execute(
            insert(FILINGS).values(**row._asdict(), document=filing.document, signature=filing.signature)
        )
        if head is not None:
            self._set(head, superseded_by=row.id)

    def withdraw_filing(self, row: FilingRow) -> None:
        """Mark a revision withdrawn; the one it had replaced stands again."""
        self._set(row.id, state=FilingState.WITHDRAWN.value)
        self._connection.execute(
            update(FILINGS)
            .where(FILINGS.c.firm == self._firm, FILINGS.c.superseded_by == row.id)
            .values(superseded_by=None)
        )

    def decide_filing(self, row: FilingRow, state: str) -> None:
        """Write down where a filing stands after one more decision."""
        self._set(row.id, state=state, round=row.round + 1)

    # ---- events

    def add_event(self, seq: int, kind: EventKind, filing_id: str, signed: Signed) -> None:
        """Append what the province signed to the firm's feed."""
        self._connection.execute(
            insert(EVENTS).values(
                firm=self._firm,
                seq=seq,
                kind=kind,
                filing_id=filing_id,
                body=signed.body,
                signature=signed.signature,
                key_id=signed.key_id,
            )
        )

    def event(self, seq: int) -> Signed:
        """Return one event of the feed."""
        return _event(self._events(EVENTS.c.seq == seq, limit=1)[0]).signed

    def events_since(self, seq: int, limit: int) -> list[ChangeEvent]:
        """Return the events after `seq`, in order."""
        return [_event(row) for row in self._events(EVENTS.c.seq > seq, limit=limit)]

    def events_of(self, filing_id: str) -> list[ChangeEvent]:
        """Return what happened to one filing, its receipt first."""
        return [_event(row) for row in self._events(EVENTS.c.filing_id == filing_id, limit=None)]

    # ---- decisions

    def decision(self, decision_id: str) -> tuple[str, str, int] | None:
        """Return (filing id, SHA-256 of the request, event number) of a decision made before under this id."""
        row = self._connection.execute(
            select(DECISIONS.c.filing_id, DECISIONS.c.request_sha256, DECISIONS.c.seq).where(
                DECISIONS.c.firm == self._firm, DECISIONS.c.id == decision_id
            )
        ).one_or_none()
        return None if row is None else (row[0], row[1], row[2])

    def add_decision(self, decision_id: str, filing_id: str, request_sha256: str, seq: int) -> None:
        """Remember a decision's id, so that the same request again gets the same answer."""
        self._connection.execute(
            insert(DECISIONS).values(
                firm=self._firm, id=decision_id, filing_id=filing_id, request_sha256=request_sha256, seq=seq
            )
        )

    # ---- inside

    def _one(self, condition: ColumnElement[bool]) -> FilingRow | None:
        row = self._connection.execute(select(*_COLUMNS).where(FILINGS.c.firm == self._firm, condition)).one_or_none()
        return None if row is None else FilingRow(*row)

    def _set(self, filing_id: str, **values: str | int | None) -> None:
        self._connection.execute(
            update(FILINGS).where(FILINGS.c.firm == self._firm, FILINGS.c.id == filing_id).values(**values)
        )

    def _events(self, condition: ColumnElement[bool], *, limit: int | None) -> list[Row[tuple[object, ...]]]:
        query = select(*_EVENT_COLUMNS).where(EVENTS.c.firm == self._firm, condition).order_by(EVENTS.c.seq)
        return list(self._connection.execute(query.limit(limit)).all())


class ReviewRecords:
    """Filings of all firms, as a reviewer sees them."""

    def __init__(self, connection: Connection) -> None:
        """Take the transaction's connection."""
        self._connection = connection

    def waiting(self, limit: int) -> list[FilingRow]:
        """Return filings that wait for a decision, oldest first."""
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(FILINGS.c.state.in_(["RECEIVED", "IN_REVIEW"]), FILINGS.c.superseded_by.is_(None))
            .order_by(FILINGS.c.received_at, FILINGS.c.firm, FILINGS.c.seq)
            .limit(limit)
        )
        return [FilingRow(*row) for row in rows]

    def filing(self, filing_id: str) -> FilingRow | None:
        """Return a filing by its id alone; None too where two firms used one id, which no honest client does."""
        rows = self._connection.execute(select(*_COLUMNS).where(FILINGS.c.id == filing_id).limit(2)).all()
        return FilingRow(*rows[0]) if len(rows) == 1 else None


def _event(row: Row[tuple[object, ...]]) -> ChangeEvent:
    signed = Signed(body=row.body, signature=row.signature, key_id=row.key_id)
    return ChangeEvent(seq=row.seq, kind=row.kind, filing_id=row.filing_id, signed=signed)
