"""The examples of some rules notice every change of their SQL; the whole is tried by hand with rules.py."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from forms.book import Book
from tests.forms.rule_examples import BASE, USCC
from tests.mutation import policy
from tests.mutation.mutants import mutants
from tests.mutation.rules import equivalents, sql_cases, tried

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOME = ("F01-007", "F02-013", "F05-009", "F05-011", "T-004", "T-010")


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path = tmp_path_factory.mktemp("mutation") / "firm.zhibao"
    with Book.create(path, uscc=USCC, name=BASE["profile"]["ent_name"], division="222401") as made:
        yield made


@pytest.mark.parametrize("rule_id", SOME)
def test_no_change_of_a_rule_goes_unnoticed(firm: Book, rule_id: str) -> None:
    known = equivalents()
    for form, rule, case in sql_cases(rule_id=rule_id):
        made, alive = tried(firm, form, rule, case)
        assert made >= 2
        assert [one for one in (f"{form} {rule.id} {case.name} {m.name}" for m in alive) if one not in known] == []


def test_a_rule_without_the_example_at_its_limit_lets_a_change_through(firm: Book) -> None:
    form, rule, case = next(one for one in sql_cases(rule_id="F05-009") if one[2].name == "cap")
    far = next(example for example in case.examples if example["fires"]) | {
        "rows": {"certificates": [{"cost_cny": "9000000", "subsidy_cny": "8000000"}]}
    }
    few = replace(case, examples=(far, *(example for example in case.examples if not example["fires"])))
    _made, alive = tried(firm, form, rule, few)
    assert any("+ 1" in mutant.now for mutant in alive)


def test_no_change_of_the_policy_self_check_goes_unnoticed(tmp_path: Path) -> None:
    known = equivalents()
    made, alive = policy.tried(tmp_path)
    assert made >= 280
    assert [name for name in alive if name not in known] == []


def test_a_condition_is_negated_turned_cut_and_moved() -> None:
    case = next(case for _form, rule, case in sql_cases(rule_id="F02-011") if case.name == "unit")
    changes = {mutant.now for mutant in mutants(case)}
    assert {
        "amount_orig > 100000",
        "(amount_orig >= 100000)",
        "(100000 + 1)",
        "NOT (amount_orig >= 100000 OR amount_orig % 100 <> 0)",
    } <= changes
