"""The glossary (术语) of the manual: every field of every form, every rule by number, out of the definitions. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.manual import Topic
from forms.findings import SEVERITY_WORDS
from forms.policy_terms import rules_of
from forms.rules import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from forms.catalogue import Catalogue
    from forms.definition import Field, Rule

GROUP = "术语：各表指标"
RULES = "术语：审核关系"
_PARTS = (("scope", "口径"), ("source", "取数"), ("example", "示例"), ("error", "常见错误"))
_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_{}[]<>#|~"})


def topics(catalogue: Catalogue) -> list[Topic]:
    """Return a topic for each form, its fields in their order."""
    return [_of_form(catalogue, form) for form in catalogue.forms]


def rule_topics(catalogue: Catalogue) -> list[Topic]:
    """Return the rules by number: the general ones, those of each form, those of the policy self-check."""
    policy = [one.rule for one in rules_of(catalogue)]
    made = [_of_rules("rules:general", "通用审核关系", catalogue.general_rules, {})]
    for form in sorted(catalogue.forms):
        edition = catalogue.edition(form)
        labels = {field.id: field.label for field in edition.fields}
        made.append(_of_rules(f"rules:{form}", f"{edition.short}的审核关系", edition.rules, labels))
    return [*made, _of_rules("rules:policy", "政策自查的条件", policy, {})] if policy else made


def _of_rules(name: str, title: str, rules: Iterable[Rule], labels: Mapping[str, str]) -> Topic:
    lines = [f"# {escaped(title)}", "", "按编号排列；SQL 和所指的指标见[指标手册](topic:handbook)。", ""]
    for rule in sorted(rules, key=lambda one: one.id):
        lines += [f"## {escaped(rule.id)} {escaped(rule.title)}", ""]
        lines += [
            f"- **{SEVERITY_WORDS[case.severity]}**：{escaped(_filled(case.message, labels))}" for case in rule.cases
        ]
        lines += [] if rule.cases else ["由程序判断，不满足时不能继续，当时说明原因。"]
        lines.append("")
    return Topic(name, RULES, "\n".join(lines))


def _filled(message: str, labels: Mapping[str, str]) -> str:
    """Put the names of fields, or dots, where a message has values."""
    parts = list(Message.of(message).parts)
    parts[1::2] = [f"〔{labels.get(name, '…')}〕" for name in parts[1::2]]
    return "".join(parts)


def _of_form(catalogue: Catalogue, form: str) -> Topic:
    edition = catalogue.edition(form)
    lines = [f"# {escaped(edition.short)}", "", f"{escaped(edition.title)}（{escaped(form)}）各项的含义和填法。", ""]
    lines += [f"[本表的审核关系](topic:rules:{form})，[指标手册](topic:handbook)", ""]
    for field in edition.fields:
        if not field.hidden:
            lines += _of_field(field)
    return Topic(f"terms:{form}", GROUP, "\n".join(lines))


def _of_field(field: Field) -> list[str]:
    told = field.help
    lines = [f"## {heading_of(field)}", "", escaped(told.means), ""]
    for part, word in _PARTS:
        text = getattr(told, part)
        if text:
            lines += [f"- **{word}**：{escaped(text)}"]
    return [*lines, ""]


def heading_of(field: Field) -> str:
    """Return the heading under which a field stands, as Markdown."""
    return escaped(" ".join(filter(None, (field.line, field.label))))


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it as it is."""
    return " ".join(text.split()).translate(_SPECIAL)
