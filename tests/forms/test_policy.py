"""The policy self-check: every case of P-001 to P-005 by its examples; accepted filings only; the figures behind it."""

from __future__ import annotations

import dataclasses
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from forms import policy
from forms.book import Book
from forms.catalogue import FOLDER, load_catalogue
from forms.errors import DefinitionProblem
from forms.policy_terms import rules_of
from forms.sandbox import RuleBroken
from forms.scheme.changes import changes
from tests.forms.policy_examples import CASES, RULES, accepted, checked_on, comes_out, new_book
from tests.forms.rule_examples import CATALOGUE, USCC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forms.definition import RuleCase
    from forms.policy_terms import PolicyRule

EXAMPLES = [
    pytest.param(rule, case, example, id=f"{rule.rule.id}-{case.name}-{number}")
    for rule, case in CASES
    for number, example in enumerate(case.examples)
]
KEYS = {"form", "fires", "rows", "says", "figures", "pending", "accepted_on", "as_of"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with new_book(tmp_path_factory.mktemp("policy")) as made:
        yield made


def test_the_rules_are_those_of_the_scheme() -> None:
    assert [rule.rule.id for rule in RULES] == [f"P-00{number}" for number in range(1, 6)]
    assert {rule.rule.owner for rule in RULES} == {"forms.policy"}
    assert {case.severity for _rule, case in CASES} == {"info"}
    assert all(rule.year and rule.source for rule in RULES)


@pytest.mark.parametrize(("rule", "case"), CASES, ids=lambda one: getattr(one, "name", ""))
def test_every_case_has_an_example_that_fires_and_one_that_does_not(rule: PolicyRule, case: RuleCase) -> None:
    assert {example["fires"] for example in case.examples} == {True, False}, (rule.rule.id, case.name)
    assert all(example.keys() <= KEYS for example in case.examples)
    assert len({repr(example) for example in case.examples}) == len(case.examples)


@pytest.mark.parametrize(("rule", "case", "example"), EXAMPLES)
def test_example(book: Book, rule: PolicyRule, case: RuleCase, example: Mapping[str, Any]) -> None:
    found = policy.evaluate(CATALOGUE, accepted(book, example), "2026", as_of=checked_on(example))
    result = next(one for one in found.results if one.rule.rule.id == rule.rule.id)
    assert comes_out(result, case, example), (
        result.case,
        result.message,
        [(one.figure.id, one.value) for one in result.figures],
    )
    assert "{" not in result.message


def test_a_line_is_neither_missed_nor_met_by_a_rounding(book: Book) -> None:
    rows = {"staff": [{"emp_total": 10_000, "emp_total_college": 6_999}]}
    found = policy.evaluate(CATALOGUE, accepted(book, {"form": "JLFW-06", "rows": rows}), "2026", as_of="2026-12-31")
    college = next(one for one in found.results if one.rule.rule.id == "P-003")
    ((condition,),) = college.ways
    assert (condition.value.shown, condition.line, condition.holds) == ("69.99%", "70.00%", False)
    assert condition.short == "大专及以上占从业人员总数69.99%，还差0.01个百分点"


def test_the_same_row_in_two_months_is_counted_once(book: Book) -> None:
    """A row that was dated anew stands in the filing of its old month until that is corrected, too."""
    first = accepted(book, {"form": "JLFW-03", "rows": {"executions": [{}]}})
    moved = next(one for one in first if one.form == "JLFW-03")
    row = {**moved.document["rows"][0], "exec_on": "2026-10-08"}
    series = {**moved.document["series"], "period": "2026-10"}
    later = dataclasses.replace(moved, document={**moved.document, "id": "later", "series": series, "rows": [row]})
    found = policy.evaluate(CATALOGUE, [*first, later], "2026", as_of="2026-12-31")
    figures = {one.figure.id: one for one in found.results[0].figures}
    assert figures["exec_usd"].shown == "100,000.00美元"
    assert figures["exec_usd"].periods == ("2026-09", "2026-10")


def test_nothing_accepted_is_unknown_and_no_judgement(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.zhibao", uscc=USCC, name="新企业有限公司", division="222401") as new:
        found = policy.check(new, as_of="2026-11-03")
    assert {result.case for result in found.results} == {policy.UNKNOWN}
    assert (found.year, found.years) == ("2026", ())
    assert all(one.value is None for result in found.results for one in result.figures)


def test_months_that_are_over_and_not_accepted_are_named(tmp_path: Path) -> None:
    facts = {"uscc": USCC, "name": "新企业有限公司", "division": "222401", "starts_on": "2026-08-01"}
    with Book.create(tmp_path / "new.zhibao", **facts) as new:
        found = policy.check(new, as_of="2026-11-03")
    staff = next(one for one in found.results if one.rule.rule.id == "P-003").figures[0]
    assert staff.lacks == ("2026-08", "2026-09", "2026-10")


def _folder(tmp_path: Path, old: str, new: str) -> Path:
    folder = tmp_path / "definitions"
    shutil.copytree(FOLDER, folder)
    path = folder / "policy.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('unit = "USD"', 'unit = "EUR"'),
        ('of = "JLFW-03"', 'of = "JLFW-99"'),
        ('takes = "year"', 'takes = "week"'),
        ('terms = "policy.funds"', 'terms = "policy.nothing"'),
        ('at_least = "a_execution_usd"', 'at_least = "year"'),
        ('figure = "exec_usd"', 'figure = "nothing"'),
        ('name = "met"', 'name = "perhaps"'),
        ("[[figure]]", "[[figure"),
    ],
)
def test_broken_conditions_are_refused_in_a_sentence(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(DefinitionProblem, match="政策自查条件"):
        rules_of(load_catalogue(_folder(tmp_path, old, new)))


def test_a_pack_says_which_conditions_it_changes(tmp_path: Path) -> None:
    after = load_catalogue(_folder(tmp_path, "s.off * 10000 / s.total", "s.off * 9999 / s.total"))
    assert [(one.place, one.text) for one in changes(CATALOGUE, after)] == [
        ("政策自查 P-001", "审核关系有改动：承接国际服务外包资金的规模条件")
    ]


def test_a_scheme_without_conditions_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "definitions"
    shutil.copytree(FOLDER, folder)
    (folder / "policy.toml").unlink()
    assert policy.evaluate(load_catalogue(folder), [], "2026", as_of="2026-12-31").results == ()


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM executions",
        "SELECT load_extension('x')",
        "SELECT count(*) FROM sqlite_master",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE :year <> ''",
    ],
)
def test_a_hostile_query_is_stopped(tmp_path: Path, query: str) -> None:
    old = "SELECT sum(e.amount_usd) FROM executions AS e WHERE substr(e.period, 1, 4) = :year"
    catalogue = load_catalogue(_folder(tmp_path, old, query))
    with pytest.raises(RuleBroken):
        policy.evaluate(catalogue, [], "2026", as_of="2026-12-31", seconds=0.2)
