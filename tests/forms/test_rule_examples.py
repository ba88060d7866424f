"""Every case of every rule, by the examples that stand beside it in the rule files: one that fires, one that does not.

How an example is written stands in `rule_examples.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from forms.book import Book
from tests.forms.rule_examples import BASE, CATALOGUE, USCC, all_cases, all_examples, findings_of, told_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forms.definition import Rule, RuleCase

KEYS = {
    "form",
    "fires",
    "at",
    "says",
    "also",
    "as_of",
    "period",
    "rows",
    "clear",
    "header",
    "heads",
    "filed",
    "before",
    "missing",
}
EXAMPLES = [pytest.param(*rest, id=name) for name, *rest in all_examples()]


@pytest.mark.parametrize(("form", "rule", "case"), all_cases(), ids=lambda one: getattr(one, "id", None))
def test_every_case_has_an_example_that_fires_and_one_that_does_not(form: str, rule: Rule, case: RuleCase) -> None:
    assert {example["fires"] for example in case.examples} == {True, False}, (form, rule.id, case.name)
    assert all(example.keys() <= KEYS for example in case.examples), (form, rule.id, case.name)


def test_no_example_is_written_twice_in_a_case() -> None:
    for form, rule, case in all_cases():
        assert len({repr(example) for example in case.examples}) == len(case.examples), (form, rule.id, case.name)


@pytest.mark.parametrize("form", CATALOGUE.forms)
def test_every_rule_is_sql_or_names_its_owner(form: str) -> None:
    assert [rule.id for rule in CATALOGUE.rules_of(form) if not rule.cases and not rule.owner] == []


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path: Path = tmp_path_factory.mktemp("rules") / "firm.zhibao"
    with Book.create(path, uscc=USCC, name=BASE["profile"]["ent_name"], division="222401") as made:
        yield made


@pytest.mark.parametrize(("form", "rule", "case", "example"), EXAMPLES)
def test_example(book: Book, form: str, rule: Rule, case: RuleCase, example: Mapping[str, Any]) -> None:
    findings = findings_of(book, form, example)
    fired = told_by(case, rule, findings)
    said = [finding.message for finding in findings]
    assert bool(fired) == example["fires"], said
    assert {finding.form for finding in fired} <= {form}
    assert {finding.severity for finding in fired} <= {case.severity}
    assert example.get("at") in (None, [finding.row for finding in fired])
    assert all(text in fired[0].message for text in example.get("says", ())), said
    others = {one.rule for one in findings if one.severity != "info" and one not in fired}
    named = set(example.get("also", ()))
    told = {one.rule for one in findings}
    unnamed = others - named - ({rule.id} if example["fires"] else set())
    assert (unnamed, named - told) == (set(), set()), said
    assert [message for message in said if "{" in message] == []
