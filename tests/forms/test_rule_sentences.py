"""Sentences of rules name the facts that broke the rule, not others that look like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import ledger
from forms.checks import check

if TYPE_CHECKING:
    from forms.book import Book

TODAY = "2026-11-03"


def test_an_execution_is_held_against_the_contract_that_was_signed_later(book: Book) -> None:
    for signed in ("2026-05-04", "2026-06-08"):  # one number typed twice
        dates = {"signed_on": signed, "effective_on": signed, "expires_on": "2027-05-03"}
        ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-1", "ccy": "USD", **dates}, as_of=TODAY)
    paid = {"contract_no": "YJ-1", "exec_on": "2026-05-24", "amount_orig": "1000", "ccy": "USD"}
    ledger.add_row(book, "JLFW-03", paid, as_of=TODAY)
    found = check(book, forms=["JLFW-03"], as_of=TODAY).findings
    said = [one.message for one in found if "早于合同" in one.message]
    assert len(said) == 1
    assert "执行日期2026-05-24早于合同YJ-1的签订日期2026-06-08" in said[0]
