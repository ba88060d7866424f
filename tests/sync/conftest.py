"""A firm with a month ready to be filed, a fake network made of functions, and stories told in few words."""

from __future__ import annotations

import pytest

PERIOD, AS_OF = "2026-02", "2026-03-05"
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"


def fill(book, contracts=3):
    """Type in a small firm's year so far: a profile, a few contracts, their executions, certificates, two months."""
    from forms import checks, ledger
    from forms.sample import make_sample

    sample = make_sample(7, book.firm.name, book.firm.uscc, PERIOD, mistakes=False)
    book.set_header(**sample.header)
    some = [*sample.contracts[:contracts], *sample.contracts[-contracts:]]
    numbers = {row["contract_no"] for row in some}
    ledger.add_rows(book, "JLFW-02", some, as_of=AS_OF)
    executions = [row for row in sample.executions if row["contract_no"] in numbers]
    ledger.add_rows(book, "JLFW-03", executions, as_of=AS_OF)
    ledger.add_rows(book, "JLFW-05", sample.certificates, as_of=AS_OF)
    ledger.set_card(book, "JLFW-01", "2026", sample.profile, as_of=AS_OF)
    for month, typed in sample.months.items():
        ledger.set_card(book, "JLFW-04", month, typed, as_of=AS_OF)
    for one in checks.unexplained(book, checks.check(book, as_of=AS_OF).findings):
        checks.explain(book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)
    return sample


@pytest.fixture
def ready(book):
    """A Book whose months up to PERIOD are filled in without errors."""
    fill(book)
    return book
