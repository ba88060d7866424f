"""Rules as their files have them: the `[[rule]]` entries of a `.rules.toml`, read into values."""

from __future__ import annotations

from typing import Any

from forms.definition import Rule, RuleCase

SEVERITIES = ("error", "warning", "info")


def load_rules(data: dict[str, Any]) -> tuple[Rule, ...]:
    """Read the `[[rule]]` entries of a rules file."""
    return tuple(
        Rule(
            id=entry["id"],
            title=entry["title"],
            owner=entry.get("owner"),
            cases=tuple(_case(case) for case in entry.get("case", ())),
        )
        for entry in data.get("rule", ())
    )


def _case(entry: dict[str, Any]) -> RuleCase:
    if entry["severity"] not in SEVERITIES:
        raise KeyError(entry["severity"])
    return RuleCase(
        name=entry.get("name", ""),
        severity=entry["severity"],
        side=entry.get("side", "both"),
        fields=tuple(entry.get("fields", ())),
        message=entry["message"],
        holds=entry.get("holds"),
        when=entry.get("when"),
        select=entry.get("select"),
        per=entry.get("per", ""),
        instead_of=entry.get("instead_of", ""),
        let=tuple(entry.get("let", {}).items()),
        examples=tuple(entry.get("example", ())),
    )
