"""Try the rules' own examples: change the SQL of each case at each place, and see whether an example notices.

    .venv/bin/python tests/mutation/rules.py [--form JLFW-02 | --form policy] [--rule X-005] [--json]

A mutant is killed when an example of the same case comes out otherwise than it says, or when the changed SQL cannot
run. Printed are the share killed by form and the survivors. Those of `equivalent.toml` say the same as the rule, each
with the reason, and are counted apart; one that is not met any more is told, too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from forms.book import Book
from forms.catalogue import Catalogue
from forms.definition import Rule
from forms.evaluation import Evaluation, Scope
from forms.findings import Reporter
from forms.province import loaded
from forms.reading import reading_of
from forms.rules import Compiler
from forms.sandbox import RuleBroken
from forms.undecided import Doubt
from tests.forms.rule_examples import BASE, CATALOGUE, USCC, all_cases, day_of, documents, fill
from tests.mutation import policy
from tests.mutation.mutants import Mutant, mutants, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.definition import RuleCase
    from forms.findings import Finding
    from forms.reading import Reading
    from forms.sandbox import Bound

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
ALL_EDITIONS = [edition for form in CATALOGUE.forms for edition in CATALOGUE.editions(form)]
NO_GENERAL_RULES = Catalogue(ALL_EDITIONS, CATALOGUE.codelists, CATALOGUE.scheme, ())


@dataclass
class Tally:
    """What became of the mutants of a form."""

    made: int = 0
    equivalent: int = 0
    survivors: list[str] = field(default_factory=list)

    @property
    def killed(self) -> float:
        """Give the share killed of those that say something else, in percent."""
        different = self.made - self.equivalent
        return 100 * (different - len(self.survivors)) / different if different else 100.0


def tried(book: Book, form: str, rule: Rule, case: RuleCase) -> tuple[int, list[Mutant]]:
    """Try the mutants of a case on its examples; give how many were made and which survived.

    Raises AssertionError where the case does not do what its examples say before anything is changed.
    """
    made = list(mutants(case))
    alive = list(made)
    for example in case.examples:
        fill(book, form, example)
        with _reading(book, form, example) as (reading, scope):
            bound: Bound = {"as_of": day_of(example), "firm": USCC}
            trial = _Trial(reading, form, rule, scope, bound)
            assert trial.agrees(unchanged(case), example), (form, rule.id, case.name, example)
            alive = [mutant for mutant in alive if trial.agrees(mutant.of(case), example)]
    return len(made), alive


@contextlib.contextmanager
def _reading(book: Book, form: str, example: Mapping[str, Any]) -> Iterator[tuple[Reading, Scope]]:
    """Hold what the example's rules run over: the Book, or at the province its documents."""
    if "filed" in example:
        heads, document = documents(book, form, example)
        with loaded(CATALOGUE, heads, document) as (reading, _faults):
            yield reading, Scope.of_periods([document["series"]["period"]])
    else:
        reading = reading_of(book)
        with reading.snapshot():
            yield reading, Scope.everything()


class _Trial:
    """One example's data, on which cases are tried."""

    def __init__(self, reading: Reading, form: str, rule: Rule, scope: Scope, bound: Bound) -> None:
        self._reading, self._rule, self._scope, self._bound = reading, rule, scope, bound
        self._edition = CATALOGUE.edition(form)
        self._compiler = Compiler(NO_GENERAL_RULES, reading.sandbox, reading.side)

    def agrees(self, case: RuleCase, example: Mapping[str, Any]) -> bool:
        """Tell whether a case does what the example says: whether it fires, in which rows, with which words."""
        try:
            found = self._found(case)
        except RuleBroken:
            return False
        if bool(found) != example["fires"] or example.get("at", found) not in (found, [one.row for one in found]):
            return False
        return all(text in found[0].message for text in example.get("says", ()))

    def _found(self, case: RuleCase) -> list[Finding]:
        alone = replace(self._edition)
        alone.__dict__["rules"] = (Rule(self._rule.id, self._rule.title, None, (case,)),)  # instead of its file's
        pack = self._compiler.pack(alone)
        doubt = Doubt(self._reading.db, CATALOGUE)
        run = Evaluation(self._reading, pack, Reporter(self._edition, {}), doubt, self._bound)
        return sorted([*run.rows(self._scope), *run.sets(self._scope)], key=lambda one: one.row or 0)


def sql_cases(form: str | None = None, rule_id: str | None = None) -> Iterator[tuple[str, Rule, RuleCase]]:
    """Give the cases whose SQL stands in a rules file; the general ones are made from the fields."""
    for one, rule, case in all_cases():
        if one and form in (None, one) and rule_id in (None, rule.id) and (case.holds or case.select):
            yield one, rule, case


def equivalents() -> dict[str, str]:
    """Give the mutants known to say the same as their rule, with the reason."""
    data = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    return {mutant: one["reason"] for one in data["equivalent"] for mutant in one["mutants"]}


def trials(folder: Path, form: str | None, rule_id: str | None) -> Iterator[tuple[str, int, list[str]]]:
    """Try the rules, and the policy self-check; give a form, how many mutants were made, the names of those alive."""
    facts = {"uscc": USCC, "name": BASE["profile"]["ent_name"], "division": "222401"}
    with Book.create(folder / "firm.zhibao", **facts) as book:
        for one, rule, case in sql_cases(form, rule_id):
            made, alive = tried(book, one, rule, case)
            yield one, made, [f"{one} {rule.id} {case.name} {mutant.name}" for mutant in alive]
    if form in (None, policy.FORM) and rule_id is None:
        yield policy.FORM, *policy.tried(folder)


def main() -> None:
    """Try the rules, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", help=f"a form's number, or «{policy.FORM}» for the policy self-check")
    parser.add_argument("--rule")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    known, met = equivalents(), set()
    tallies: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as folder:
        for form, made, alive in trials(Path(folder), options.form, options.rule):
            tally = tallies.setdefault(form, Tally())
            tally.made += made
            tally.equivalent += sum(name in known for name in alive)
            tally.survivors += [name for name in alive if name not in known]
            met.update(alive)
    print_tallies(tallies, as_json=options.json)
    idle = sorted(known.keys() - met) if options.form is None and options.rule is None else []
    for name in idle:
        print(f"not met: {name}", file=sys.stderr)


def print_tallies(tallies: Mapping[str, Tally], *, as_json: bool) -> None:
    """Print the share killed by form and the survivors."""
    if as_json:
        found = {
            form: {"made": one.made, "equivalent": one.equivalent, "killed_pct": round(one.killed, 2)}
            | {"survivors": one.survivors}
            for form, one in tallies.items()
        }
        print(json.dumps(found, ensure_ascii=False))
        return
    for one in tallies.values():
        print("\n".join(one.survivors))
    print(f"{'form':<10}{'made':>7}{'equivalent':>12}{'survived':>10}{'killed %':>10}")
    whole = Tally()
    for form, one in tallies.items():
        whole.made, whole.equivalent = whole.made + one.made, whole.equivalent + one.equivalent
        whole.survivors += one.survivors
        print(f"{form:<10}{one.made:>7}{one.equivalent:>12}{len(one.survivors):>10}{one.killed:>10.2f}")
    print(f"{'all':<10}{whole.made:>7}{whole.equivalent:>12}{len(whole.survivors):>10}{whole.killed:>10.2f}")


if __name__ == "__main__":
    main()
