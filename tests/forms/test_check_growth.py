"""Checking a Book of thousands of rows: what a rule costs grows with its rows, also where every row breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms.checks import check
from forms.reading import reading_of
from tests.forms.rule_examples import AS_OF, fill

if TYPE_CHECKING:
    import sqlite3

    from forms.book import Book

MANY = 4_000
SECONDS = 2.0  # of processor for one rule: fifty times what it needs


def repeat(db: sqlite3.Connection, table: str, **changed: str) -> None:
    """Copy the one row of a table many times; `changed` are SQL expressions over the copy's number `n`."""
    hidden = {row["name"] for row in db.execute(f"PRAGMA table_xinfo({table})") if row["hidden"]}
    names = [row["name"] for row in db.execute(f"PRAGMA table_xinfo({table})") if row["name"] not in hidden]
    values = {**{name: name for name in names}, "pos": "pos + n", "uid": "uid || n", "k": "k || n", **changed}
    db.execute(
        f"WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {MANY - 1}) "
        f"INSERT INTO {table}({', '.join(names)}) SELECT {', '.join(values[name] for name in names)} FROM {table}, copy"
    )


@pytest.mark.parametrize(("amount", "rule"), [("1200000.00", "X-005"), ("1000000.00", "X-006")])
def test_a_month_in_which_every_contract_is_worked_off_is_checked_in_the_time_its_rows_take(
    book: Book, amount: str, rule: str
) -> None:
    fill(book, "JLFW-03", {"rows": {"executions": [{"amount_orig": amount}]}})
    with book.transaction() as db:
        repeat(db, "contracts", contract_no="contract_no || '-' || n")
        repeat(db, "executions", contract_no="contract_no || '-' || n", exec_no="exec_no || '-' || n")
    reading_of(book).sandbox.hurry(SECONDS)

    found = check(book, forms=["JLFW-03"], as_of=AS_OF).findings

    assert sum(finding.rule == rule for finding in found) == MANY
