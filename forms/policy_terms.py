"""The conditions of the policy self-check as data: `policy.toml`; their lines, years and sources are parameters.

How a figure, a rule and its ways are written stands at the head of that file. A scheme without the file has none.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import tomli

from forms.errors import DefinitionProblem
from forms.rule_files import load_rules

if TYPE_CHECKING:
    from pathlib import Path

    from forms.catalogue import Catalogue
    from forms.definition import Rule, RuleCase

FILE: Final = "policy.toml"
OWNER: Final = "forms.policy"
UNITS: Final = {"USD": "美元", "pct": "%", "people": "人", "items": "项"}
TAKES: Final = ("year", "last", "all")
CASES: Final = ("met", "unmet", "unknown", "told")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the query that gives it, its unit (a key of `UNITS`), of which form's accepted filings it is made."""

    id: str
    label: str
    unit: str
    of: str
    takes: str
    select: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A figure that must reach a line; the line is in the figure's own hundredths."""

    figure: Figure
    at_least: int


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """A rule P-…: the year and the source of its condition, its figures, the ways to meet it, what it says."""

    rule: Rule
    year: str
    source: str
    figures: tuple[Figure, ...]
    ways: tuple[tuple[Condition, ...], ...]

    @property
    def id(self) -> str:
        """Give the number, P-001."""
        return self.rule.id

    @property
    def title(self) -> str:
        """Give what it is about."""
        return self.rule.title

    def reads(self, form: str) -> bool:
        """Tell whether one of its figures is made of a form's filings."""
        return any(figure.of == form for figure in self.figures)

    def case(self, name: str) -> RuleCase | None:
        """Give the case of a name, one of `CASES`."""
        return next((case for case in self.rule.cases if case.name == name), None)


def rules_of(catalogue: Catalogue) -> tuple[PolicyRule, ...]:
    """Give the rules of the self-check of a catalogue's scheme.

    Raises:
        DefinitionProblem: the file is no TOML, or names a figure, parameter or form that is not there.
    """
    path = catalogue.scheme.folder.parent / FILE
    if not path.exists():
        return ()
    data = _read(path)
    try:
        figures = {one["id"]: _figure(one, catalogue) for one in data["figure"]}
        loaded = load_rules({"rule": [{**one, "owner": OWNER} for one in data["rule"]]})
        return tuple(_rule(rule, entry, figures, catalogue) for rule, entry in zip(loaded, data["rule"], strict=True))
    except (KeyError, TypeError, ValueError) as error:
        raise DefinitionProblem("bad-policy", f"政策自查条件 {FILE} 有误：{error}。") from error


@functools.cache
def _read(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(path.read_text("utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DefinitionProblem("bad-policy", f"政策自查条件 {FILE} 有误：{error}。") from error


def _figure(entry: dict[str, Any], catalogue: Catalogue) -> Figure:
    figure = Figure(**entry)
    for value, known in ((figure.unit, UNITS), (figure.takes, TAKES), (figure.of, catalogue.forms)):
        if value not in known:
            raise KeyError(value)
    return figure


def _rule(rule: Rule, entry: dict[str, Any], figures: dict[str, Figure], catalogue: Catalogue) -> PolicyRule:
    terms = _parameter(catalogue, entry["terms"])
    ways = tuple(
        tuple(_condition(figures[one["figure"]], terms[one["at_least"]]) for one in way["conditions"])
        for way in entry.get("way", ())
    )
    for case in rule.cases:
        if case.name not in CASES:
            raise KeyError(case.name)
    return PolicyRule(
        rule, str(terms["year"]), str(terms["source"]), tuple(figures[name] for name in entry["figures"]), ways
    )


def _condition(figure: Figure, line: int) -> Condition:
    """Percentages are parameters in percent and figures in hundredths of one."""
    return Condition(figure, int(line) * 100 if figure.unit == "pct" else int(line))


def _parameter(catalogue: Catalogue, path: str) -> dict[str, Any]:
    found: Any = catalogue.scheme.parameters
    for part in path.split("."):
        found = found[part]
    if not isinstance(found, dict):
        raise KeyError(path)
    return found
