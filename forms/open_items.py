"""Open items (未核销): the payments from abroad of a month beside the bank receipts that can prove them.

`look` reads both sides with what is open of each and what `forms.reconciling` proposes; `link` says what one execution
takes of which receipts, as one step of the journal; `differences` and `totals` add up what does not come out even.
Amounts are hundredths of the currency; currencies are never added up together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import deadlines, ledger, locks, reconciling
from forms.codelists import folded
from forms.kinds import Links, Money
from forms.reconciling import EXECUTIONS, LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.book import Book
    from forms.reconciling import Received, Reconciliation

Link = tuple[str, int]
"""The number of a receipt, and what is taken of it."""


@dataclass(frozen=True, slots=True)
class Execution:
    """A payment from abroad with what it takes of which receipts; `proposed` is what it could take."""

    uid: str
    row: int
    contract_no: str
    paid_on: str
    payer: str
    ccy: str
    amount: int
    links: tuple[Link, ...]
    proposed: tuple[Link, ...]
    is_locked: bool

    @property
    def open(self) -> int:
        """What no receipt proves yet; negative where more was taken than was paid."""
        return self.amount - sum(amount for _number, amount in self.links)

    def nearness(self, receipt: Received) -> tuple[bool, bool, bool, int]:
        """Order receipts by how well they fit: currency, payer, amount, days apart."""
        same = folded(receipt.payer) == folded(self.payer)
        even = receipt.covers(self.open or self.amount)
        return receipt.ccy != self.ccy, not same, not even, abs(self.days_after(receipt))

    def days_after(self, receipt: Received) -> int:
        """How many days the execution is later than the receipt."""
        return deadlines.days_between(receipt.received_on, self.paid_on)


@dataclass(frozen=True, slots=True)
class OpenItems:
    """Both sides of a month, and how many executions lack what a receipt could be found by (payer, date, amount)."""

    period: str
    executions: list[Execution]
    receipts: list[Received]
    found: Reconciliation
    incomplete: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What was paid on a contract in one currency, and what of it receipts prove; `count` executions are not even."""

    contract_no: str
    ccy: str
    paid: int
    linked: int
    count: int

    @property
    def open(self) -> int:
        """What no receipt proves."""
        return self.paid - self.linked


@dataclass(frozen=True, slots=True)
class Total:
    """The month in one currency: executions and what of them is proved, and what is left of the receipts listed."""

    ccy: str
    paid: int
    linked: int
    left: int


def look(book: Book, period: str) -> OpenItems:
    """Read both sides of a month with what is proposed; nothing is written.

    Raises:
        InputRefused: the period is no month.
    """
    found = reconciling.reconcile(book, period)
    proposed = {one.paid.uid: one for one in found.proposals}
    edition = book.catalogue.edition(EXECUTIONS, period)
    kind = _kind(book, period)
    lacking = "ccy IS NULL OR amount_orig IS NULL OR amount_orig <= 0"
    where = "period = ? AND exec_basis = 'FX_RECEIPT'"
    rows = ledger.read_rows(book, EXECUTIONS, where=f"{where} AND NOT ({lacking})", params=(period,))
    executions = [
        Execution(
            uid=row["uid"],
            row=row["pos"],
            contract_no=row["contract_no"] or "",
            paid_on=row["exec_on"],
            payer=row["payer_name"] or "",
            ccy=row["ccy"],
            amount=row["amount_orig"],
            links=_whole(kind.parts(row[LINKS]), row["amount_orig"]),
            proposed=_whole(proposed[row["uid"]].links, row["amount_orig"]) if row["uid"] in proposed else (),
            is_locked=locks.is_locked(book, edition, row),
        )
        for row in rows
    ]
    query = f"SELECT count(*) FROM {edition.table} WHERE {where} AND ({lacking} OR payer_name IS NULL)"
    (incomplete,) = book.db.execute(query, (period,)).fetchone()
    return OpenItems(period, executions, reconciling.receipts_near(book, period, spent=True), found, incomplete)


def link(book: Book, one: Execution, links: Iterable[Link], *, as_of: str | None = None) -> int:
    """Say what an execution takes of which receipts, as one step; give the journal number, 0 where nothing changed.

    One receipt that proves the whole amount is written as its number alone.

    Raises:
        EditRefused: the row is locked or gone.
    """
    wanted = list(links)
    whole = len(wanted) == 1 and wanted[0][1] == one.amount
    kind = _kind(book, one.paid_on[:7])
    text = kind.show(kind.pack([(number, None if whole else amount) for number, amount in wanted]))
    verb = "核销" if wanted else "取消核销"
    label = f"{verb}{one.contract_no or f'执行台账第{one.row}行'} {one.ccy} {Money().show(one.amount)}"
    return ledger.set_cells(
        book, EXECUTIONS, [ledger.CellEdit(one.uid, LINKS, text)], label=label, source="reconciled", as_of=as_of
    )


def differences(items: OpenItems) -> list[Difference]:
    """List, by contract and currency, where executions and their receipts do not come out even."""
    sums: dict[tuple[str, str], list[int]] = {}
    for one in items.executions:
        found = sums.setdefault((one.contract_no, one.ccy), [0, 0, 0])
        found[0] += one.amount
        found[1] += one.amount - one.open
        found[2] += one.open != 0
    return [Difference(*key, *added) for key, added in sorted(sums.items()) if added[2]]


def totals(items: OpenItems) -> list[Total]:
    """Add the month up by currency."""
    sums: dict[str, list[int]] = {}
    for one in items.executions:
        found = sums.setdefault(one.ccy, [0, 0, 0])
        found[0] += one.amount
        found[1] += one.amount - one.open
    for receipt in items.receipts:
        sums.setdefault(receipt.ccy, [0, 0, 0])[2] += max(receipt.left, 0)
    return [Total(ccy, *added) for ccy, added in sorted(sums.items())]


def _kind(book: Book, period: str) -> Links:
    kind = book.catalogue.edition(EXECUTIONS, period).by_id[LINKS].kind
    if not isinstance(kind, Links):
        raise TypeError(kind)
    return kind


def _whole(links: Iterable[tuple[str, int | None]], amount: int) -> tuple[Link, ...]:
    return tuple((number, amount if part is None else part) for number, part in links)
