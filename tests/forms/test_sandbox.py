"""The fences around rules: what a pack from outside may not do is refused or stopped, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import ledger
from forms.reading import reading_of
from forms.sandbox import MOST_ROWS, RuleBroken, Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.book import Book

WHAT = "审核关系Z-001"
BOUND: dict[str, str | int | None] = {"as_of": "2026-09-20", "firm": "912201011234567884"}
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def sandbox(book: Book) -> Sandbox:
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-1", "signed_on": "2026-09-02"}, as_of="2026-09-20")
    return reading_of(book).sandbox


@pytest.fixture
def hurried(sandbox: Sandbox) -> Sandbox:
    with sandbox.trusted() as db:
        return Sandbox(db, ["contracts"], seconds=0.2)


def refused(do: Callable[[], object]) -> str:
    with pytest.raises(RuleBroken) as problem:
        do()
    assert problem.value.code == "rule-broken"
    assert problem.value.message.startswith(WHAT)
    assert problem.value.message.endswith("。")
    return problem.value.message


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM contracts", "DELETE"),
        ("UPDATE contracts SET ccy = 'USD'", "UPDATE"),
        ("INSERT INTO contracts(uid, edition) VALUES ('x', 'y')", "INSERT"),
        ("DROP TABLE contracts", "不允许的操作"),
        ("CREATE TABLE loot(a)", "不允许的操作"),
        ("CREATE TEMP TABLE loot(a)", "不允许的操作"),
        ("ALTER TABLE contracts ADD COLUMN loot", "ALTER"),
        ("ATTACH 'loot.db' AS loot", "ATTACH"),
        ("DETACH main", "DETACH"),
        ("PRAGMA journal_mode = DELETE", "PRAGMA"),
        ("PRAGMA writable_schema = 1", "PRAGMA"),
        ("BEGIN IMMEDIATE", "TRANSACTION"),
        ("SAVEPOINT a", "SAVEPOINT"),
        ("REINDEX contracts", "REINDEX"),
        ("VACUUM", ""),
        ("SELECT load_extension('loot')", "load_extension"),
        ("SELECT zeroblob(200000000)", "zeroblob"),
        ("SELECT hex(randomblob(100))", "hex"),
        ("SELECT random()", "random"),
        ("SELECT date('now')", "date"),
        ("SELECT strftime('%s', 'now')", "strftime"),
        ("SELECT printf('%.*c', 100000000, 'x')", "printf"),
        ("SELECT writefile('loot', 'x')", ""),
        ("SELECT current_timestamp", "current_timestamp"),
        ("SELECT value FROM meta", "meta"),
        ("SELECT body FROM filings", "filings"),
        ("SELECT count(*) FROM meta", "meta"),
        ("SELECT sql FROM sqlite_master", "sqlite_master"),
        ("SELECT count(*) FROM sqlite_schema", "sqlite_"),
        ("SELECT name FROM pragma_table_info('contracts')", "不允许的操作"),
        ("SELECT 1; DELETE FROM contracts", "一条查询"),
        ("SELECT :password", "规定的参数"),
        ("SELECT no_such_column FROM contracts", "no_such_column"),
        ("这不是 SQL", "SQL 有误"),
    ],
)
def test_what_is_no_query_over_the_forms_is_refused(book: Book, sandbox: Sandbox, statement: str, words: str) -> None:
    before = list(book.db.iterdump())
    assert words in refused(lambda: sandbox.run(statement, BOUND, WHAT))
    assert list(book.db.iterdump()) == before


@pytest.mark.parametrize("statement", ["DELETE FROM contracts", "PRAGMA query_only", "SELECT 1) UNION SELECT (2"])
def test_a_set_rule_must_be_a_query_that_names_rows(sandbox: Sandbox, statement: str) -> None:
    refused(lambda: sandbox.validate_select(statement, BOUND, WHAT))


def test_a_set_rule_without_uid_is_refused(sandbox: Sandbox) -> None:
    assert "uid" in refused(lambda: sandbox.validate_select("SELECT period FROM contracts", BOUND, WHAT))


@pytest.mark.parametrize(
    "expression",
    ["1) , (2", "1) FROM contracts; DELETE FROM contracts; SELECT (1", "random() > 0", "signed_on <= tomorrow", "1 --"],
)
def test_a_condition_must_be_one_expression(sandbox: Sandbox, expression: str) -> None:
    if expression == "1 --":  # a remark ends with its line
        assert sandbox.validate_expression(expression, "contracts", BOUND, WHAT) == {("contracts", "")}
    else:
        refused(lambda: sandbox.validate_expression(expression, "contracts", BOUND, WHAT))


def test_an_endless_query_is_stopped(hurried: Sandbox) -> None:
    assert "已停止" in refused(lambda: hurried.run(ENDLESS, BOUND, WHAT))


def test_an_endless_join_is_stopped(hurried: Sandbox) -> None:
    million = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000)"
    assert "已停止" in refused(lambda: hurried.run(f"{million} SELECT count(*) FROM n a, n b, n c", BOUND, WHAT))


def test_an_endless_result_is_stopped(sandbox: Sandbox) -> None:
    endless = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {MOST_ROWS + 5}) SELECT i FROM n"
    assert "行" in refused(lambda: sandbox.run(endless, BOUND, WHAT))


def test_a_huge_value_is_refused(sandbox: Sandbox) -> None:
    doubled = (
        "WITH RECURSIVE n(t) AS (SELECT 'xxxxxxxxxxxxxxxx' UNION ALL SELECT t || t FROM n) SELECT length(t) FROM n"
    )
    assert "字节" in refused(lambda: sandbox.run(doubled, BOUND, WHAT))


def test_after_a_refusal_rules_go_on(sandbox: Sandbox) -> None:
    refused(lambda: sandbox.run("SELECT random()", BOUND, WHAT))
    assert [tuple(row) for row in sandbox.run("SELECT contract_no FROM contracts", BOUND, WHAT)] == [("YJ-1",)]


def test_the_columns_a_query_reads_are_reported(sandbox: Sandbox) -> None:
    query = (
        "SELECT e.uid FROM executions AS e JOIN contracts AS c ON c.contract_no = e.contract_no WHERE c.ccy <> e.ccy"
    )
    assert sandbox.reads(query, BOUND, WHAT) == {
        ("executions", "uid"),
        ("executions", "contract_no"),
        ("executions", "ccy"),
        ("contracts", "contract_no"),
        ("contracts", "ccy"),
    }


def test_a_computed_column_stands_for_itself(sandbox: Sandbox) -> None:
    assert sandbox.reads("SELECT exec_usd FROM monthly", BOUND, WHAT) == {("monthly", "exec_usd")}


def test_the_second_connection_cannot_write_at_all(sandbox: Sandbox) -> None:
    import sqlite3

    with sandbox.trusted() as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM main.contracts")
