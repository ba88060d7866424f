"""policy: the self-check over what the province accepted of the demo firm, with the numbers behind each condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.commands import main
from forms.book import Book
from forms.filing_states import SETTLED, in_sql

if TYPE_CHECKING:
    from pathlib import Path


def result(ran, rule: str) -> dict:
    return next(one for one in ran.data["results"] if one["rule"] == rule)


def test_the_demo_firm_sees_each_condition_with_its_numbers(zhibao, filed_path: Path) -> None:
    ran = zhibao("policy", filed_path)
    assert ran.status == 0
    assert [one["rule"] for one in ran.data["results"]] == [f"P-00{number}" for number in range(1, 6)]
    with Book.open(filed_path, readonly=True) as book:
        (accepted,) = book.db.execute(
            "SELECT sum(e.value ->> 'amount_usd') FROM filings AS f JOIN standing AS s ON s.filing_id = f.id,"
            " json_each(CAST(f.body AS TEXT), '$.rows') AS e WHERE f.form = 'JLFW-03' AND f.period LIKE '2026%'"
            f" AND s.state IN {in_sql(SETTLED)}"
        ).fetchone()
    figures = {one["id"]: one for one in result(ran, "P-001")["figures"]}
    assert float(figures["exec_usd"]["value"]) == pytest.approx(accepted)
    assert figures["exec_usd"]["form"] == "JLFW-03"
    assert figures["exec_usd"]["periods"]
    (first, second) = result(ran, "P-001")["ways"]
    assert [one["at_least"] for one in (*first, *second)] == ["500000.00", "50.00", "5000000.00", "35.00"]
    assert all(one["year"] and one["source"] for one in ran.data["results"])


def test_what_was_typed_since_and_what_is_not_accepted_count_nothing(zhibao, filed_path: Path) -> None:
    before = zhibao("policy", filed_path).data
    typed = ("contract_no=X-1", "exec_on=2026-11-02", "ccy=USD", "amount_orig=9000000")
    assert zhibao("set", filed_path, "03", "2026-11", *typed, "--row", "Z-NEW").status == 0
    assert zhibao("policy", filed_path).data == before
    with Book.open(filed_path) as book:
        book.db.execute(
            "UPDATE standing SET state = 'RECEIVED' WHERE filing_id IN (SELECT id FROM filings WHERE form = 'JLFW-03')"
        )
    assert result(zhibao("policy", filed_path), "P-001")["case"] == "unknown"


def test_a_year_without_anything_accepted_is_told_as_unknown(zhibao, filed_path: Path) -> None:
    ran = zhibao("policy", filed_path, "--year", "2019")
    assert ran.status == 0
    assert result(ran, "P-001")["case"] == "unknown"
    assert result(ran, "P-001")["figures"][0]["value"] is None


def test_for_people_it_says_what_lacks_and_that_nothing_is_sent(
    filed_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["policy", str(filed_path)]) == 0
    text = capsys.readouterr().out
    for words in (
        "P-001",
        "P-005",
        "接包合同执行额",
        "口径：2015—2016年",
        "离岸执行额占比不低于35.00%",
        "只在本机计算，不上报",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (["--year", "去年"], 3, "bad-period"),
        (["--year", "2026-09"], 3, "bad-year"),
        (["--as-of", "昨天"], 3, "bad-date"),
        (["--form", "02"], 2, "usage"),
    ],
)
def test_it_refuses_in_one_sentence(zhibao, filed_path: Path, words: list[str], status: int, code: str) -> None:
    ran = zhibao("policy", filed_path, *words)
    assert (ran.status, ran.data["error"]["code"]) == (status, code)
    assert zhibao("policy", filed_path.with_name("没有.zhibao")).status == 3
