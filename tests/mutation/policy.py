"""Try the policy self-check's own examples: change each figure's query, and each line by one, and see who notices.

`rules.py` runs it beside the rules, as form `policy`. A mutant is killed when an example of a rule that shows the
figure comes out otherwise than it says, or when the changed query cannot run.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forms import policy
from forms.policy_figures import Accepted, Value, values
from forms.sandbox import SECONDS, RuleBroken
from tests.forms.policy_examples import CASES, RULES, accepted, checked_on, comes_out, new_book
from tests.forms.rule_examples import CATALOGUE
from tests.mutation.mutants import mutants_of_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forms.book import Book
    from forms.definition import RuleCase
    from forms.policy_terms import Figure, PolicyRule

FORM = "policy"
YEAR = "2026"


@dataclass(frozen=True)
class _Trial:
    """An example with what was accepted of its Book, and its rule's figures as they are."""

    rule: PolicyRule
    case: RuleCase
    example: Mapping[str, Any]
    accepted: list[Accepted]
    found: dict[str, Value]

    def agrees(self, rule: PolicyRule, found: Mapping[str, Value]) -> bool:
        """Tell whether the example is right with this rule over these figures."""
        return comes_out(policy._result(rule, {**self.found, **found}), self.case, self.example)


def tried(folder: Path) -> tuple[int, list[str]]:
    """Try every mutant on the examples; give how many were made and the names of those that survived.

    Raises AssertionError where an example does not come out as it says before anything is changed.
    """
    with new_book(folder) as book:
        trials = [_trial(book, rule, case, example) for rule, case in CASES for example in case.examples]
    figures = {figure.id: figure for rule in RULES for figure in rule.figures}
    fates = [fate for figure in figures.values() for fate in _figure_tried(figure, trials)]
    fates += [fate for rule in RULES for fate in _lines_tried(rule, trials)]
    return len(fates), [name for name, survived in fates if survived]


def _trial(book: Book, rule: PolicyRule, case: RuleCase, example: Mapping[str, Any]) -> _Trial:
    documents = accepted(book, example)
    trial = _Trial(rule, case, example, documents, _values(documents, rule.figures, example))
    assert trial.agrees(rule, {}), (rule.id, case.name, example)
    return trial


def _values(documents: list[Accepted], figures: tuple[Figure, ...], example: Mapping[str, Any]) -> dict[str, Value]:
    bound = {"year": YEAR, "as_of": checked_on(example)}
    return values(CATALOGUE, documents, list(figures), bound, {}, SECONDS)


def _figure_tried(figure: Figure, trials: list[_Trial]) -> Iterator[tuple[str, bool]]:
    """Give each mutant of a figure's query with whether no example noticed it."""
    mine = [trial for trial in trials if figure in trial.rule.figures]
    mine.sort(key=lambda trial: figure.id not in trial.example.get("figures", {}))  # who notices most is asked first
    for mutant in mutants_of_figure(figure.select):
        changed = replace(figure, select=mutant.sql)
        yield f"{FORM} {figure.id} {mutant.name}", all(_survives(changed, trial) for trial in mine)


def _survives(figure: Figure, trial: _Trial) -> bool:
    try:
        return trial.agrees(trial.rule, _values(trial.accepted, (figure,), trial.example))
    except RuleBroken:
        return False


def _lines_tried(rule: PolicyRule, trials: list[_Trial]) -> Iterator[tuple[str, bool]]:
    """Give each line of a rule a hundredth higher and lower, with whether no example noticed it."""
    mine = [trial for trial in trials if trial.rule is rule]
    for number, way in enumerate(rule.ways):
        for place, condition in enumerate(way):
            for step in (1, -1):
                moved = replace(condition, at_least=condition.at_least + step)
                ways = list(rule.ways)
                ways[number] = (*way[:place], moved, *way[place + 1 :])
                changed = replace(rule, ways=tuple(ways))
                name = f"{FORM} {rule.id} way {number + 1}: {condition.figure.id} at least {step:+}"
                yield name, all(trial.agrees(changed, {}) for trial in mine)
