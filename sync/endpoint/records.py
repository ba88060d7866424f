"""What firms filed and what became of it: the one place where rows of filings, events and decisions are reached.

`FirmRecords` puts the firm into every statement, so another firm's objects do not exist for it. `ReviewRecords` is for
the administrator alone.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, CursorResult, Executable, Row, and_, bindparam, insert, select, update

from forms.filing_states import FilingState
from sync.endpoint.dialects import upsert
from sync.endpoint.tables import DECISIONS, EVENTS, FILINGS, FIRMS
from sync.protocol import ChangeEvent, FilingStatus
from sync.signed import EventKind, Series, Signed, SignedFiling


class Known(NamedTuple):
    """What a comparison with a firm's Book needs of a filing."""

    sha256: str
    withdrawn: bool
    decisions: frozenset[str]


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
    def standing(self) -> FilingState:
        """Where it stands (sync.ways): where reviews have brought it, or SUPERSEDED while another has replaced it."""
        return FilingState.SUPERSEDED if self.superseded_by else FilingState(self.state)

    @property
    def etag(self) -> str:
        """The version of its review: which document, and how many decisions it has."""
        return f'"{self.sha256[:16]}.{self.round}.{self.state}"'

    def status(self) -> FilingStatus:
        """Return what is told about it."""
        return FilingStatus(
            filing_id=self.id,
            series=self.series,
            revision=self.revision,
            state=self.standing,
            received_at=self.received_at,
            late=self.late,
            etag=self.etag,
        )


_COLUMNS = [FILINGS.c[name] for name in FilingRow._fields]
_EVENT_COLUMNS = [EVENTS.c.seq, EVENTS.c.kind, EVENTS.c.filing_id, EVENTS.c.body, EVENTS.c.signature, EVENTS.c.key_id]

# Statements are built once: building one takes longer than SQLite takes to answer it. Every one names the firm.
_OF_FIRM = FILINGS.c.firm == bindparam("firm_")
_OF_SERIES = and_(_OF_FIRM, FILINGS.c.form == bindparam("form_"), FILINGS.c.period == bindparam("period_"))
_EVENT_OF_FIRM = EVENTS.c.firm == bindparam("firm_")
_NEWEST_SEQ = select(FIRMS.c.feed_seq).where(FIRMS.c.firm == bindparam("firm_"))


def _step_seq(dialect: str, step: int) -> Executable:
    """Add to the firm's newest event number and return it; even by 0 this locks the firm's row."""
    return (
        upsert(dialect, FIRMS)
        .values(firm=bindparam("firm_"), feed_seq=step)
        .on_conflict_do_update(index_elements=[FIRMS.c.firm], set_={"feed_seq": FIRMS.c.feed_seq + step})
        .returning(FIRMS.c.feed_seq)
    )


_NEXT_SEQ = {dialect: _step_seq(dialect, 1) for dialect in ("sqlite", "postgresql")}
_LOCK = {dialect: _step_seq(dialect, 0) for dialect in ("sqlite", "postgresql")}
_FILING = select(*_COLUMNS).where(_OF_FIRM, FILINGS.c.id == bindparam("id_"))
_SIGNED = select(FILINGS.c.document, FILINGS.c.signature, FILINGS.c.key_id).where(
    _OF_FIRM, FILINGS.c.id == bindparam("id_")
)
_SERIES = select(*_COLUMNS).where(_OF_SERIES).order_by(FILINGS.c.seq)
_OPEN_REVISIONS = select(*_COLUMNS).where(_OF_SERIES, FILINGS.c.superseded_by.is_(None)).order_by(FILINGS.c.seq)
_HEADS = (
    select(FILINGS.c.form, FILINGS.c.period, FILINGS.c.document)
    .where(_OF_FIRM, FILINGS.c.state != FilingState.WITHDRAWN.value, FILINGS.c.superseded_by.is_(None))
    .order_by(FILINGS.c.seq)
)
_ACCEPTED = (
    select(FILINGS.c.document)
    .where(_OF_SERIES, FILINGS.c.state == FilingState.ACCEPTED.value)
    .order_by(FILINGS.c.seq.desc())
    .limit(1)
)
_KNOWN = select(FILINGS.c.id, FILINGS.c.sha256, FILINGS.c.state).where(_OF_FIRM).order_by(FILINGS.c.seq)
_DECIDED = select(DECISIONS.c.filing_id, DECISIONS.c.id).where(DECISIONS.c.firm == bindparam("firm_"))
_ADD_FILING = insert(FILINGS)
_CHANGE_FILING = update(FILINGS).where(_OF_FIRM, FILINGS.c.id == bindparam("id_"))
_STAND_AGAIN = (
    update(FILINGS)
    .where(_OF_FIRM, FILINGS.c.superseded_by == bindparam("id_"))
    .values(superseded_by=None)
    .returning(FILINGS.c.id)
)
_ADD_EVENT = insert(EVENTS)
_EVENTS_SINCE = (
    select(*_EVENT_COLUMNS)
    .where(_EVENT_OF_FIRM, EVENTS.c.seq > bindparam("seq_"))
    .order_by(EVENTS.c.seq)
    .limit(bindparam("limit_"))
)
_EVENT = select(*_EVENT_COLUMNS).where(_EVENT_OF_FIRM, EVENTS.c.seq == bindparam("seq_"))
_EVENTS_OF = (
    select(*_EVENT_COLUMNS).where(_EVENT_OF_FIRM, EVENTS.c.filing_id == bindparam("id_")).order_by(EVENTS.c.seq)
)
_DECISION = select(DECISIONS.c.filing_id, DECISIONS.c.request_sha256, DECISIONS.c.seq).where(
    DECISIONS.c.firm == bindparam("firm_"), DECISIONS.c.id == bindparam("id_")
)


class FirmRecords:
    """The filings, events and decisions of one firm, inside one transaction."""

    def __init__(self, connection: Connection, firm: str) -> None:
        """Take the transaction's connection and the firm every statement is bound to."""
        self._connection = connection
        self._firm = firm

    # ---- the firm's row: its newest event

    def newest_seq(self) -> int:
        """Return the number of the firm's newest event, 0 before the first."""
        return self._run(_NEWEST_SEQ).scalar() or 0

    def next_seq(self) -> int:
        """Take the firm's next event number; its row stays locked until the transaction ends."""
        return int(self._run(_NEXT_SEQ[self._connection.dialect.name]).scalar_one())

    def lock(self) -> int:
        """Keep every other write of this firm waiting until the transaction ends; return the newest event's number."""
        return int(self._run(_LOCK[self._connection.dialect.name]).scalar_one())

    # ---- filings

    def filing(self, filing_id: str) -> FilingRow | None:
        """Return a filing of this firm by its id."""
        row = self._run(_FILING, id_=filing_id).one_or_none()
        return None if row is None else FilingRow._make(row)

    def signed_filing(self, filing_id: str) -> SignedFiling | None:
        """Return a filing's bytes and signature as they came."""
        row = self._run(_SIGNED, id_=filing_id).one_or_none()
        return None if row is None else SignedFiling(row.document, row.signature, row.key_id)

    def series(self, series: Series) -> list[FilingRow]:
        """Return every received revision of a series, oldest first."""
        return [FilingRow._make(row) for row in self._run(_SERIES, form_=series.form, period_=series.period)]

    def open_revisions(self, series: Series) -> list[FilingRow]:
        """Return the revisions no other has replaced, oldest first: the head and those withdrawn."""
        return [FilingRow._make(row) for row in self._run(_OPEN_REVISIONS, form_=series.form, period_=series.period)]

    def head_documents(self, *, without: Series) -> list[bytes]:
        """Return the documents of the heads of all series but one, in the order they came."""
        heads = self._run(_HEADS)
        return [row.document for row in heads if (row.form, row.period) != (without.form, without.period)]

    def accepted_document(self, series: Series) -> bytes | None:
        """Return the newest accepted revision of a series, superseded or not: what late rows are measured against."""
        document: bytes | None = self._run(_ACCEPTED, form_=series.form, period_=series.period).scalar()
        return document

    def add_filing(self, row: FilingRow, filing: SignedFiling, *, head: str | None) -> None:
        """Store a received revision; the head it replaces is superseded."""
        if row.firm != self._firm:
            message = "a filing of another firm"
            raise RuntimeError(message)
        values = {**row._asdict(), "document": filing.document, "signature": filing.signature}
        self._connection.execute(_ADD_FILING, values)
        if head is not None:
            self._run(_CHANGE_FILING, id_=head, superseded_by=row.id)

    def withdraw_filing(self, row: FilingRow) -> str | None:
        """Mark a revision withdrawn; the one it had replaced stands again, and its id is returned."""
        self._run(_CHANGE_FILING, id_=row.id, state=FilingState.WITHDRAWN.value)
        again: str | None = self._run(_STAND_AGAIN, id_=row.id).scalar()
        return again

    def decide_filing(self, row: FilingRow, state: str, *, rounds: int = 1) -> None:
        """Write down where a filing stands after one more decision, or some."""
        self._run(_CHANGE_FILING, id_=row.id, state=state, round=row.round + rounds)

    def known(self) -> dict[str, Known]:
        """Return every filing of the firm by its id, in the order of the feed."""
        decided: dict[str, set[str]] = {}
        for row in self._run(_DECIDED):
            decided.setdefault(row.filing_id, set()).add(row.id)
        return {
            row.id: Known(row.sha256, row.state == FilingState.WITHDRAWN, frozenset(decided.get(row.id, ())))
            for row in self._run(_KNOWN)
        }

    # ---- events

    def add_event(self, seq: int, kind: EventKind, filing_id: str, signed: Signed) -> None:
        """Append what the province signed to the firm's feed."""
        values = {
            "firm": self._firm,
            "seq": seq,
            "kind": kind,
            "filing_id": filing_id,
            **msgspec.structs.asdict(signed),
        }
        self._connection.execute(_ADD_EVENT, values)

    def event(self, seq: int) -> Signed:
        """Return one event of the feed."""
        return _event(self._run(_EVENT, seq_=seq).one()).signed

    def events_since(self, seq: int, limit: int) -> list[ChangeEvent]:
        """Return the events after `seq`, in order."""
        return [_event(row) for row in self._run(_EVENTS_SINCE, seq_=seq, limit_=limit)]

    def events_of(self, filing_id: str) -> list[ChangeEvent]:
        """Return what happened to one filing, its receipt first."""
        return [_event(row) for row in self._run(_EVENTS_OF, id_=filing_id)]

    # ---- decisions

    def decision(self, decision_id: str) -> tuple[str, str, int] | None:
        """Return (filing id, SHA-256 of the request, event number) of a decision made before under this id."""
        row = self._run(_DECISION, id_=decision_id).one_or_none()
        return None if row is None else (row.filing_id, row.request_sha256, row.seq)

    def add_decision(self, decision_id: str, filing_id: str, request_sha256: str, seq: int) -> None:
        """Remember a decision's id, so that the same request again gets the same answer."""
        values = {"firm": self._firm, "id": decision_id, "filing_id": filing_id}
        self._connection.execute(insert(DECISIONS), {**values, "request_sha256": request_sha256, "seq": seq})

    def _run(self, statement: Executable, **values: str | int | None) -> CursorResult[Any]:
        return self._connection.execute(statement, {"firm_": self._firm, **values})


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
        return [FilingRow._make(row) for row in rows]

    def filing(self, filing_id: str) -> FilingRow | None:
        """Return a filing by its id alone; None too where two firms used one id, which no honest client does."""
        rows = self._connection.execute(select(*_COLUMNS).where(FILINGS.c.id == filing_id).limit(2)).all()
        return FilingRow._make(rows[0]) if len(rows) == 1 else None


def _event(row: Row[Any]) -> ChangeEvent:
    signed = Signed(body=row.body, signature=row.signature, key_id=row.key_id)
    return ChangeEvent(seq=row.seq, kind=row.kind, filing_id=row.filing_id, signed=signed)
