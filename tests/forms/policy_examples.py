"""The examples that stand beside the policy self-check's rules: what an example's Book holds, filed and accepted.

An example is one of `rule_examples`; `pending` names forms the province has not accepted, `accepted_on` is the day it
accepted the others, `figures` says what figures come to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forms import filing
from forms.book import Book
from forms.policy_figures import Accepted
from forms.policy_terms import rules_of
from tests.forms.rule_examples import BASE, CATALOGUE, USCC, day_of, fill, says

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from forms.definition import RuleCase
    from forms.policy import Result

RULES = rules_of(CATALOGUE)
CASES = [(rule, case) for rule in RULES for case in rule.rule.cases]
ACCEPTED_ON = "2026-10-12"


def new_book(folder: Path) -> Book:
    """Make the Book of the firm the examples are about; it reports since the year before."""
    facts = {"uscc": USCC, "name": BASE["profile"]["ent_name"], "division": "222401", "starts_on": "2025-01-01"}
    return Book.create(folder / "policy.zhibao", **facts)


def accepted(book: Book, example: Mapping[str, Any]) -> list[Accepted]:
    """File all the Book has and let the province accept it, but what is still pending."""
    fill(book, example["form"], example)
    found = []
    for form in CATALOGUE.forms:
        table = CATALOGUE.table(form)
        for (period,) in book.db.execute(f"SELECT DISTINCT period FROM {table} WHERE period IS NOT NULL ORDER BY 1"):
            if form not in example.get("pending", ()):
                document = filing.compose(book, form, period, as_of=day_of(example), key_id="key").document
                found.append(Accepted(document, example.get("accepted_on", ACCEPTED_ON)))
    return found


def checked_on(example: Mapping[str, Any]) -> str:
    """Give the day an example's self-check is made on."""
    return str(example.get("as_of", "2026-12-31"))


def comes_out(result: Result, case: RuleCase, example: Mapping[str, Any]) -> bool:
    """Tell whether a result is what the example of a case says."""
    values = {one.figure.id: one.value for one in result.figures}
    return (
        (result.case == case.name) == example["fires"]
        and (says(case, result.message) or not example["fires"])
        and all(text in result.message for text in example.get("says", ()))
        and example.get("figures", {}).items() <= values.items()
    )
