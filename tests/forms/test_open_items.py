"""Open items of a month: both sides with what is open, what is linked in one step, what does not come out even."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import journal, ledger, open_items
from forms.errors import EditRefused

if TYPE_CHECKING:
    from forms.book import Book

AS_OF, MONTH = "2026-10-20", "2026-09"
RECEIPT = {
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


def test_an_execution_takes_parts_of_two_receipts_in_one_step_and_what_is_open_is_told(book: Book) -> None:
    first, second = receive(book), receive(book, 2, amount_orig="700")
    execute(book, amount_orig="1500")
    (paid,) = open_items.look(book, MONTH).executions
    assert (paid.open, paid.links, paid.proposed) == (150_000, (), ())
    before = journal.last_seq(book)
    assert open_items.link(book, paid, [(first, 100_000), (second, 40_000)], as_of=AS_OF) == before + 1
    items = open_items.look(book, MONTH)
    assert items.executions[0].open == 10_000
    assert [(one.number, one.left) for one in items.receipts] == [(first, 0), (second, 30_000)]
    (difference,) = open_items.differences(items)
    assert (difference.contract_no, difference.ccy, difference.open, difference.count) == ("YJ-1", "USD", 10_000, 1)
    assert open_items.totals(items) == [open_items.Total("USD", 150_000, 140_000, 30_000)]
    journal.undo(book)
    assert open_items.look(book, MONTH).executions[0].links == ()


def test_one_receipt_for_the_whole_is_written_as_its_number_and_can_be_taken_away(book: Book) -> None:
    number = receive(book)
    uid = execute(book)
    (paid,) = open_items.look(book, MONTH).executions
    assert paid.proposed == ((number, 100_000),)
    open_items.link(book, paid, paid.proposed, as_of=AS_OF)
    row = ledger.read_row(book, "JLFW-03", uid)
    assert row is not None
    assert row["receipt_links"] == f'{{"{number}":null}}'
    items = open_items.look(book, MONTH)
    (paid,) = items.executions
    assert (paid.links, paid.open, open_items.differences(items)) == (((number, 100_000),), 0, [])
    open_items.link(book, paid, [], as_of=AS_OF)
    assert open_items.look(book, MONTH).executions[0].open == 100_000


def test_currencies_stand_apart_and_what_lacks_an_amount_is_counted(book: Book) -> None:
    execute(book)
    execute(book, exec_on="2026-09-11", ccy="JPY", amount_orig="850000")
    execute(book, exec_on="2026-09-12", amount_orig="")
    items = open_items.look(book, MONTH)
    assert [(one.ccy, one.open) for one in open_items.differences(items)] == [("JPY", 85_000_000), ("USD", 100_000)]
    assert items.incomplete == 1


def test_receipts_that_fit_best_stand_first(book: Book) -> None:
    execute(book)
    other = receive(book, 1, payer_name="株式会社北斗")
    late = receive(book, 2, received_on="2026-09-13")
    same_day = receive(book, 3)
    yen = receive(book, 4, ccy="JPY")
    items = open_items.look(book, MONTH)
    order = sorted(items.receipts, key=items.executions[0].nearness)
    assert [one.number for one in order] == [same_day, late, other, yen]


def test_what_the_province_has_is_not_linked_anew(book: Book) -> None:
    number = receive(book)
    execute(book)
    book.db.execute("UPDATE executions SET settled = 1")
    (paid,) = open_items.look(book, MONTH).executions
    assert paid.is_locked
    with pytest.raises(EditRefused, match="已受理"):
        open_items.link(book, paid, [(number, 100_000)], as_of=AS_OF)
