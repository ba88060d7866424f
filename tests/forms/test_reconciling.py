"""Reconciliation: bank receipts find the executions they paid, and what has no partner is told on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import journal, ledger, reconciling
from forms.errors import InputRefused
from forms.sample import make_sample

if TYPE_CHECKING:
    from forms.book import Book

AS_OF = "2026-10-20"
RECEIPT = {
    "bop_no": "220000123426091000N001",
    "bank_name": "中国银行延吉支行",
    "received_on": "2026-09-10",
    "payer_name": "한빛소프트웨어",
    "payer_country": "KOR",
    "ccy": "USD",
    "amount_orig": "1000",
}
EXECUTION = {
    "contract_no": "YJ-1",
    "exec_on": "2026-09-10",
    "exec_basis": "FX_RECEIPT",
    "ccy": "USD",
    "amount_orig": "1000",
    "payer_name": "한빛소프트웨어",
    "payer_country": "KOR",
}


def receive(book: Book, number: int = 1, **changed: object) -> str:
    no = f"220000123426091000N{number:03d}"
    ledger.add_row(book, "JLFW-03A", RECEIPT | {"bop_no": no} | changed, as_of=AS_OF)
    return no


def execute(book: Book, **changed: object) -> str:
    return ledger.add_row(book, "JLFW-03", EXECUTION | changed, as_of=AS_OF)


def links(book: Book) -> list[tuple[str, int]]:
    query = "SELECT l.key, l.amount FROM executions_receipt_links l JOIN executions e USING (uid) ORDER BY e.pos, l.key"
    return [tuple(row) for row in book.db.execute(query)]


def test_the_receipts_of_a_month_find_their_executions_again(book: Book) -> None:
    sample = make_sample(3, mistakes=False)
    right = {row["exec_no"]: row["receipt_links"] for row in sample.executions if row.get("receipt_links")}
    ledger.add_rows(book, "JLFW-02", sample.contracts, as_of=AS_OF)
    ledger.add_rows(book, "JLFW-03A", sample.receipts, as_of=AS_OF)
    ledger.add_rows(book, "JLFW-03", [{**row, "receipt_links": None} for row in sample.executions], as_of=AS_OF)
    alone = 0
    for month in sample.months:
        found = reconciling.reconcile(book, month)
        assert reconciling.take_over(book, found, month, as_of=AS_OF)
        alone += len(found.unpaid)
    kind = book.catalogue.edition("JLFW-03").by_id["receipt_links"].kind
    rows = ledger.read_rows(book, "JLFW-03", where="receipt_links IS NOT NULL")
    same = sum(row["receipt_links"] == kind.parse(right[row["exec_no"]]) for row in rows)
    assert len(rows) + alone == len(right)
    # A client who pays one amount twice within days can be told apart by people only.
    assert same >= 0.98 * len(right)


def test_a_reconciliation_is_one_step_and_can_be_taken_back(book: Book) -> None:
    no = receive(book)
    execute(book)
    found = reconciling.reconcile(book, "2026-09")
    assert links(book) == []
    before = journal.last_seq(book)
    assert reconciling.take_over(book, found, "2026-09") == before + 1
    assert links(book) == [(no, 100_000)]
    journal.undo(book)
    assert links(book) == []
    assert reconciling.take_over(book, reconciling.Reconciliation(), "2026-09") == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"ccy": "JPY"},
        {"payer_name": "株式会社北斗"},
        {"received_on": "2026-09-16"},
        {"amount_orig": "999.99"},
        {"is_refund": "是"},
        {"receipt_kind": "DOMESTIC"},
    ],
)
def test_what_does_not_fit_is_told_on_both_sides(book: Book, changed: dict[str, object]) -> None:
    receive(book, **changed)
    execute(book)
    found = reconciling.reconcile(book, "2026-09")
    assert found.proposals == []
    assert [one.contract_no for one in found.unpaid] == ["YJ-1"]
    left_out = "is_refund" in changed or "receipt_kind" in changed
    assert len(found.unused) == (0 if left_out else 1)


def test_an_advance_may_be_older_and_a_foreign_fee_is_part_of_the_payment(book: Book) -> None:
    old = receive(book, received_on="2026-06-10", is_advance="是")
    cut = receive(book, 2, amount_orig="480", fee_foreign="20")
    execute(book)
    execute(book, amount_orig="500")
    found = reconciling.reconcile(book, "2026-09")
    assert [one.links for one in found.proposals] == [((old, None),), ((cut, None),)]


def test_the_nearest_day_is_taken_and_a_receipt_only_once(book: Book) -> None:
    receive(book, received_on="2026-09-08")
    near = receive(book, 2, received_on="2026-09-11")
    execute(book)
    found = reconciling.reconcile(book, "2026-09")
    assert [one.links for one in found.proposals] == [((near, None),)]
    assert [one.left for one in found.unused] == [100_000]


def test_several_receipts_for_one_execution_and_one_receipt_for_several(book: Book) -> None:
    first, second = receive(book, amount_orig="600"), receive(book, 2, amount_orig="400")
    shared = receive(book, 3, payer_name="株式会社北斗", amount_orig="3000")
    execute(book)
    execute(book, payer_name="株式会社北斗", amount_orig="1000")
    execute(book, payer_name="株式会社北斗", amount_orig="2000")
    found = reconciling.reconcile(book, "2026-09")
    assert [one.links for one in found.proposals] == [
        ((first, 60_000), (second, 40_000)),
        ((shared, None),),
        ((shared, None),),
    ]
    reconciling.take_over(book, found, "2026-09", as_of=AS_OF)
    again = reconciling.reconcile(book, "2026-09")
    assert (again.proposals, again.unpaid, again.unused) == ([], [], [])


def test_a_year_is_not_reconciled(book: Book) -> None:
    with pytest.raises(InputRefused, match="按月"):
        reconciling.reconcile(book, "2026")
