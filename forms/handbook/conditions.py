"""The conditions of the policy self-check: year, source, lines, and how each figure is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.handbook.markup import Markup, joined, tag
from forms.policy_figures import said

if TYPE_CHECKING:
    from forms.handbook.speech import Speech
    from forms.policy_terms import Condition, PolicyRule


class Conditions:
    """Writes the rules P-… with their lines and figures."""

    def __init__(self, rules: tuple[PolicyRule, ...], speech: Speech) -> None:
        """Write in the words of `speech`."""
        self._rules = rules
        self._speech = speech

    def written(self) -> Markup:
        """Write them all."""
        return joined([tag("p", self._speech.plain("local", "text")), *map(self._rule, self._rules)])

    def _rule(self, one: PolicyRule) -> Markup:
        rows = [self._row("year", one.year), self._row("origin", one.source)]
        rows += [self._row("condition", "，且".join(map(_said, way))) for way in one.ways]
        for figure in one.figures:
            link = tag("a", figure.of, to=figure.of)
            cell = tag("td", f"{figure.label}（", link, "）", tag("pre", figure.select.strip("\n")))
            rows.append(tag("tr", tag("th", self._speech.say("formula")), cell))
        head = tag("h3", tag("a", one.rule.id, to=one.rule.id), f"　{one.rule.title}", id=f"policy.{one.rule.id}")
        return tag("div", head, tag("table", *rows, cls="told"), cls="rule")

    def _row(self, word: str, text: str) -> Markup:
        return tag("tr", tag("th", self._speech.say(word)), tag("td", text))


def _said(condition: Condition) -> str:
    figure = condition.figure
    return f"{figure.label}不低于{said(condition.at_least, figure.unit)}"
