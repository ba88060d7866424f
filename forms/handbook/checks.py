"""The rules by number: severity, message, the cells they point at, and the very SQL both sides run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import general
from forms.handbook.layouts import field_name
from forms.handbook.markup import Markup, joined, tag
from forms.rules import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Rule, RuleCase
    from forms.handbook.speech import Speech


@dataclass(frozen=True, slots=True)
class Told:
    """A rule as one edition has it; `edition` is None for a general one."""

    rule: Rule
    edition: Edition | None


class Rules:
    """All rules of some editions, in the order of their numbers."""

    def __init__(self, catalogue: Catalogue, editions: list[Edition], speech: Speech, policy: Iterable[Rule]) -> None:
        """Sort the rules by number, those of the policy self-check among them, and find which fields they point at."""
        self._speech = speech
        self.by_id: dict[str, list[Told]] = {}
        self.made: dict[str, list[tuple[Edition, RuleCase]]] = {}
        for rule in (*catalogue.general_rules, *policy):
            self.by_id.setdefault(rule.id, []).append(Told(rule, None))
        for edition in editions:
            for rule in edition.rules:
                self.by_id.setdefault(rule.id, []).append(Told(rule, edition))
            for rule_id, case in general.cases(catalogue, edition):
                self.made.setdefault(rule_id, []).append((edition, case))
        self.by_id = dict(sorted(self.by_id.items()))

    def checked(self) -> dict[str, list[str]]:
        """Name the rules by the fields they point at."""
        found: dict[str, dict[str, None]] = {}
        for rule_id, some in self.by_id.items():
            for told in some:
                for case in told.rule.cases if told.edition else ():
                    for name in case.fields:
                        found.setdefault(f"{told.edition.form}.{name}" if told.edition else "", {})[rule_id] = None
        for rule_id, made in self.made.items():
            for edition, case in made:
                for name in case.fields:
                    found.setdefault(f"{edition.form}.{name}", {})[rule_id] = None
        return {name: sorted(rules) for name, rules in found.items()}

    def of_form(self, edition: Edition) -> Markup:
        """List a form's own rules by number, each with its title."""
        items = [
            tag("li", tag("a", rule_id, to=rule_id), " ", told.rule.title)
            for rule_id, some in self.by_id.items()
            for told in some
            if told.edition is edition
        ]
        return tag("ul", *items, cls="rules")

    def kinds(self) -> dict[str, list[str]]:
        """Give the numbers of the rules by their kind: F00, F01, …, T, W, X."""
        found: dict[str, list[str]] = {}
        for rule_id in self.by_id:
            found.setdefault(rule_id.partition("-")[0], []).append(rule_id)
        return found

    def written(self, rule_ids: Iterable[str]) -> Markup:
        """Write rules."""
        return joined(self._rule(rule_id, self.by_id[rule_id]) for rule_id in rule_ids)

    def _rule(self, rule_id: str, some: list[Told]) -> Markup:
        titles = list(dict.fromkeys(told.rule.title for told in some))
        parts: list[Markup] = [tag("h3", rule_id, "　", "；".join(titles), id=rule_id)]
        for told in some:
            if told.edition is not None:
                name = joined([told.edition.form, " ", told.edition.title])
                parts.append(tag("p", tag("a", name, to=told.edition.form), cls="whose"))
            if told.rule.owner:
                owner = joined([self._speech.say("owner"), " ", tag("code", told.rule.owner)])
                parts.append(tag("p", owner, "：", self._speech.plain("no_sql", "text"), cls="owner"))
            parts += [self._case(told, case) for case in told.rule.cases]
        return tag("div", *parts, cls="rule")

    def _case(self, told: Told, case: RuleCase) -> Markup:
        say = self._speech.say
        rows = [
            self._row("severity", tag("span", say(case.severity, "severity"), cls=f"level {case.severity}")),
            self._row("message", self._message(told, case)),
        ]
        if told.edition is not None and case.fields:
            rows.append(self._row("cells", _cells(told.edition, case)))
        if case.side != "both":
            rows.append(self._row("side", say(case.side, "side")))
        rows += self._sql(case)
        made = [] if told.edition else [one for one in self.made.get(told.rule.id, []) if _is_made_of(one[1], case)]
        if made:
            edition, example = made[0]
            label = edition.by_id[example.fields[-1]].label
            count = self._speech.plain("generated", "text").replace("{count}", f"{len(made):,}")
            where = tag("a", f"{edition.short}“{label}”", to=field_name(edition, edition.by_id[example.fields[-1]]))
            rows.append(self._row("made", joined([count, " ", where])))
            rows += self._sql(example)
        return tag("table", *rows, cls="told case")

    def _message(self, told: Told, case: RuleCase) -> Markup:
        """Write a message; what is filled in stands as the name of its field, or in words."""
        parts: list[str] = list(Message.of(case.message).parts)
        known = told.edition.by_id if told.edition else {}
        for at in range(1, len(parts), 2):
            name = parts[at]
            parts[at] = tag("var", known[name].label if name in known else self._speech.plain(name, "filled"))
        return joined(parts)

    def _sql(self, case: RuleCase) -> list[Markup]:
        found = [(word, getattr(case, name)) for word, name in (("applies", "when"), ("holds", "holds"))]
        found += [("select", case.select), ("let", "\n".join(f"{name} = {text}" for name, text in case.let))]
        return [self._row(word, tag("pre", text.strip("\n"))) for word, text in found if text]

    def _row(self, word: str, said: str) -> Markup:
        return tag("tr", tag("th", self._speech.say(word)), tag("td", said))


def _is_made_of(made: RuleCase, case: RuleCase) -> bool:
    """Tell whether a generated case comes of a general one: «code-biz_l1» of «code», «code-card-…» of «code-card»."""
    return made.name == f"{case.name}-{made.fields[-1]}"


def _cells(edition: Edition, case: RuleCase) -> Markup:
    links = []
    for name in case.fields:
        field = edition.by_id.get(name)
        label = field.label if field else name
        links.append(tag("a", label, to=f"{edition.form}.{name}"))
    return joined(links, "、")
