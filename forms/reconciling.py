"""Reconciliation (核销): which bank receipts prove which payments from abroad, proposed by program.

A proposal needs the same currency and payer, dates at most `tolerances.receipt_days` apart (advances may be older) and
amounts that come out even: one receipt for one execution, up to three for one, or one for up to three. What more than
one receipt would fit as well is proposed to the one nearest in date. Nothing is guessed where amounts differ: such
executions and receipts are listed as differences.
"""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from forms import ledger, locks, periods
from forms.codelists import folded
from forms.errors import InputRefused
from forms.kinds import Links

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from forms.book import Book

EXECUTIONS, RECEIPTS, LINKS = "JLFW-03", "JLFW-03A", "receipt_links"
_MOST_TOGETHER: Final = 3
_WIDEST_CHOICE: Final = 12  # of so many receipts or executions combinations are tried
_LINKED = "executions_receipt_links"


_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Paid:
    """An execution that has no receipt yet: `row` is its row number, `amount` in hundredths of `ccy`."""

    uid: str
    row: int
    contract_no: str
    paid_on: str
    payer: str
    ccy: str
    amount: int


@dataclass(slots=True)
class Received:
    """A bank receipt with what executions have not taken of it yet; `fee` may be taken beyond its amount."""

    number: str
    received_on: str
    payer: str
    ccy: str
    amount: int
    left: int
    fee: int
    is_advance: bool

    def covers(self, amount: int) -> bool:
        """Tell whether exactly this amount is left, up to what a bank abroad kept."""
        return self.left <= amount <= self.left + self.fee


@dataclass(frozen=True, slots=True)
class Proposal:
    """The receipts an execution is paid by: pairs (number, hundredths), None for the whole of the execution."""

    paid: Paid
    links: tuple[tuple[str, int | None], ...]


@dataclass(slots=True)
class Reconciliation:
    """What is proposed for a period, and what stays without a partner on either side."""

    proposals: list[Proposal] = field(default_factory=list)
    unpaid: list[Paid] = field(default_factory=list)
    unused: list[Received] = field(default_factory=list)


def reconcile(book: Book, period: str) -> Reconciliation:
    """Propose receipts for the executions of a month that have none; nothing is written.

    Raises:
        InputRefused: the period is no month.
    """
    if not periods.is_month(period):
        raise InputRefused("bad-period", f"核销按月办理，报告期应如 2026-10，而不是“{period}”。")
    waiting = _waiting(book, period)
    days = int(book.catalogue.scheme.parameters["tolerances"]["receipt_days"])
    receipts = receipts_near(book, period)
    found = Reconciliation()
    for (ccy, payer), some in _by(waiting, lambda one: (one.ccy, folded(one.payer))).items():
        own = [one for one in receipts if one.ccy == ccy and folded(one.payer) == payer]
        found.proposals += _Matching(some, own, days).proposals()
    done = {one.paid.uid for one in found.proposals}
    found.proposals.sort(key=lambda one: one.paid.row)
    found.unpaid = [one for one in waiting if one.uid not in done]
    found.unused = [one for one in receipts if one.left > 0 and one.received_on[:7] == period and not one.is_advance]
    return found


def take_over(book: Book, found: Reconciliation, period: str, *, as_of: str | None = None) -> int:
    """Write the proposals into the executions as one step; give the journal number, or 0 where there were none."""
    if not found.proposals:
        return 0
    kind = book.catalogue.edition(EXECUTIONS, period).by_id[LINKS].kind
    if not isinstance(kind, Links):
        raise TypeError(kind)
    edits = [ledger.CellEdit(one.paid.uid, LINKS, kind.show(kind.pack(list(one.links)))) for one in found.proposals]
    label = f"{periods.label(period)}收汇核销{len(edits)}笔"
    return ledger.set_cells(book, EXECUTIONS, edits, label=label, source="reconciled", as_of=as_of)


def as_json(found: Reconciliation) -> dict[str, Any]:
    """Give the object of the command line; amounts as decimal text."""
    return {
        "proposals": [
            {**_paid(one.paid), "links": [{"receipt": key, "amount": _text(sum_)} for key, sum_ in one.links]}
            for one in found.proposals
        ],
        "executions_without_receipt": [_paid(one) for one in found.unpaid],
        "receipts_not_used": [
            {
                "receipt": one.number,
                "received_on": one.received_on,
                "payer": one.payer,
                "ccy": one.ccy,
                "left": _text(one.left),
            }
            for one in found.unused
        ],
    }


def _paid(one: Paid) -> dict[str, Any]:
    return {
        "row": one.row,
        "contract_no": one.contract_no,
        "exec_on": one.paid_on,
        "payer": one.payer,
        "ccy": one.ccy,
        "amount": _text(one.amount),
    }


def _text(hundredths: int | None) -> str | None:
    return None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}"


# -- what there is


def _waiting(book: Book, period: str) -> list[Paid]:
    edition = book.catalogue.edition(EXECUTIONS, period)
    where = (
        f"period = ? AND exec_basis = 'FX_RECEIPT' AND {LINKS} IS NULL AND amount_orig > 0 AND ccy IS NOT NULL "
        "AND payer_name IS NOT NULL AND exec_on IS NOT NULL"
    )
    rows = ledger.read_rows(book, EXECUTIONS, where=where, params=(period,))
    return [
        Paid(
            row["uid"],
            row["pos"],
            row["contract_no"] or "",
            row["exec_on"],
            row["payer_name"],
            row["ccy"],
            row["amount_orig"],
        )
        for row in rows
        if not locks.is_locked(book, edition, row)
    ]


def receipts_near(book: Book, period: str, *, spent: bool = False) -> list[Received]:
    """Read the receipts near a month, and older advances, that have something left; `spent` ones too if wanted."""
    days = int(book.catalogue.scheme.parameters["tolerances"]["receipt_days"])
    first = dt.date.fromisoformat(periods.first_day(period)) - dt.timedelta(days)
    last = dt.date.fromisoformat(periods.last_day(period)) + dt.timedelta(days)
    rows: Iterable[sqlite3.Row] = book.db.execute(
        f"SELECT r.receipt_no, r.received_on, r.payer_name, r.ccy, r.amount_orig, coalesce(r.fee_foreign, 0) AS fee, "
        f"r.is_advance, coalesce((SELECT sum(l.amount) FROM {_LINKED} AS l WHERE l.key = r.receipt_no), 0) AS taken "
        "FROM bank_receipts AS r WHERE r.receipt_no IS NOT NULL AND r.amount_orig > 0 AND r.payer_name IS NOT NULL "
        "AND r.ccy IS NOT NULL AND r.is_refund IS NOT 1 AND r.receipt_kind IS NOT 'DOMESTIC' "
        "AND r.received_on <= ? AND (r.received_on >= ? OR r.is_advance = 1) ORDER BY r.received_on, r.pos",
        (last.isoformat(), first.isoformat()),
    )
    return [
        Received(
            row["receipt_no"],
            row["received_on"],
            row["payer_name"],
            row["ccy"],
            row["amount_orig"],
            row["amount_orig"] - row["taken"],
            row["fee"],
            bool(row["is_advance"]),
        )
        for row in rows
        if spent or row["taken"] < row["amount_orig"]
    ]


def _by(some: Iterable[Paid], key: Any) -> dict[Any, list[Paid]]:  # noqa: ANN401  any key that sorts
    found: dict[Any, list[Paid]] = {}
    for one in some:
        found.setdefault(key(one), []).append(one)
    return found


# -- who belongs to whom


class _Matching:
    """Executions and receipts of one payer in one currency."""

    def __init__(self, waiting: list[Paid], receipts: list[Received], days: int) -> None:
        self._waiting = waiting
        self._receipts = receipts
        self._days = days

    def proposals(self) -> list[Proposal]:
        """Match one with one, then several receipts with one execution, then one receipt with several."""
        return [*self._one_to_one(), *self._several_receipts(), *self._several_executions()]

    def _near(self, paid: Paid, received: Received) -> bool:
        apart = self._apart(paid, received)
        return abs(apart) <= self._days or (received.is_advance and apart >= 0)

    def _apart(self, paid: Paid, received: Received) -> int:
        """Give how many days the execution is later than the receipt."""
        return (dt.date.fromisoformat(paid.paid_on) - dt.date.fromisoformat(received.received_on)).days

    def _one_to_one(self) -> Iterator[Proposal]:
        pairs = [
            (abs(self._apart(paid, one)), paid.row, number)
            for paid in self._waiting
            for number, one in enumerate(self._receipts)
            if one.covers(paid.amount) and self._near(paid, one)
        ]
        by_row = {paid.row: paid for paid in self._waiting}
        for _apart, row, number in sorted(pairs):
            if row in by_row and self._receipts[number].left > 0:
                self._receipts[number].left = 0
                yield self._done(by_row.pop(row), ((self._receipts[number].number, None),))

    def _several_receipts(self) -> Iterator[Proposal]:
        for paid in list(self._waiting):
            fit = [one for one in self._receipts if 0 < one.left < paid.amount and self._near(paid, one)]
            for some in _combinations(fit):
                if sum(one.left for one in some) == paid.amount:
                    links = tuple((one.number, one.left) for one in some)
                    for one in some:
                        one.left = 0
                    yield self._done(paid, links)
                    break

    def _several_executions(self) -> Iterator[Proposal]:
        for received in self._receipts:
            fit = [paid for paid in self._waiting if paid.amount < received.left and self._near(paid, received)]
            for some in _combinations(fit):
                if received.covers(sum(paid.amount for paid in some)):
                    received.left = 0
                    for paid in some:
                        yield self._done(paid, ((received.number, None),))
                    break

    def _done(self, paid: Paid, links: tuple[tuple[str, int | None], ...]) -> Proposal:
        self._waiting = [one for one in self._waiting if one.uid != paid.uid]
        return Proposal(paid, links)


def _combinations(some: list[_Item]) -> Iterator[tuple[_Item, ...]]:
    for count in range(2, _MOST_TOGETHER + 1):
        yield from itertools.combinations(some[:_WIDEST_CHOICE], count)
