"""The examples that stand beside the rules: a small Book that breaks no rule, changed as an example says.

An example says what differs from a Book of `[base]` rows: one in each of the `STANDING` tables, and in its own form's.
`rows` replaces the rows of a table, `clear` empties automatic fields, `header` changes the header, `as_of` the day;
`period` has all of one month checked, with every card that is owed. `heads` are cards filed before, by table: what they
do not say is as in `[base]`, computed figures are 0. `filed` changes the filed document of the form, which is then
checked as the province does; `missing` names forms the province has not got; `before` says how the rows of that
document stood in the revision before it, each as a change of its first row.

`fires` says whether the case finds something, `at` in which rows, `says` what its sentence contains. `also` names the
other rules that find something; any error or warning that is not named fails the example, and any name that is idle.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from forms import filing, ledger, sample_papers
from forms.catalogue import FOLDER, load_catalogue
from forms.checks import check
from forms.province import check_document
from forms.rules import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.book import Book
    from forms.definition import Edition, Rule, RuleCase
    from forms.findings import Finding

CATALOGUE = load_catalogue()
AS_OF = "2026-09-20"
USCC = "912201011234567884"
HEADER = {"unit_head": "金成浩", "stat_head": "李红", "filler": "金英姬", "filler_tel": "0433-2550001"}
BASE: dict[str, dict[str, Any]] = {
    CATALOGUE.table(form): tomllib.loads((FOLDER / form / "2026-01.rules.toml").read_text("utf-8"))["base"]
    for form in CATALOGUE.forms
}
META = ("settled",)
STANDING = ("profile", "contracts", "executions", "certificates")
"""Tables that hold their base row whatever the example is about."""


def all_cases() -> list[tuple[str, Rule, RuleCase]]:
    """List the cases of the general rules (of no form), then of each form."""
    general = [("", rule, case) for rule in CATALOGUE.general_rules for case in rule.cases]
    own = [(form, rule, case) for form in CATALOGUE.forms for rule in CATALOGUE.rules_of(form) for case in rule.cases]
    return general + own


def all_examples() -> Iterator[tuple[str, str, Rule, RuleCase, Mapping[str, Any]]]:
    """Give every example with its name, its form, its rule and its case."""
    for form, rule, case in all_cases():
        for number, example in enumerate(case.examples):
            name = f"{form or 'general'}-{rule.id}-{case.name}-{number}"
            yield name, form or example["form"], rule, case, example


def day_of(example: Mapping[str, Any]) -> str:
    """Give the day an example happens on."""
    return str(example.get("as_of", AS_OF))


def findings_of(book: Book, form: str, example: Mapping[str, Any]) -> list[Finding]:
    """Make the example's Book and check it; where the example is about a filed document, as the province does."""
    fill(book, form, example)
    if "filed" not in example:
        return check(book, period=example.get("period"), as_of=day_of(example)).findings
    heads, document = documents(book, form, example)
    return check_document(CATALOGUE, heads, document, day_of(example))


def told_by(case: RuleCase, rule: Rule, findings: list[Finding]) -> list[Finding]:
    """Pick the findings of one case."""
    return [finding for finding in findings if finding.rule == rule.id and says(case, finding.message)]


def says(case: RuleCase, message: str) -> bool:
    """Tell whether a sentence is one of this case, whatever its values are."""
    parts = Message.of(case.message).parts
    pattern = "".join(".*" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return re.fullmatch(pattern, message, re.DOTALL) is not None


def fill(book: Book, form: str, example: Mapping[str, Any]) -> None:
    """Fill the Book with the base rows, changed as the example says; of the other forms only the one it is about."""
    as_of = day_of(example)
    owed = [one for one in CATALOGUE.forms if "period" in example and not CATALOGUE.edition(one).is_ledger]
    standing = [*STANDING, *(CATALOGUE.table(one) for one in (form, *owed))]
    given = {**{table: [{}] for table in standing}, **example.get("rows", {})}
    book.set_header(**{**HEADER, **example.get("header", {})})
    sample_papers.keep(book)
    with book.transaction() as db:
        for one in CATALOGUE.forms:
            table = CATALOGUE.table(one)
            db.execute(f"DELETE FROM {table}")
            for changes in given.get(table, []):
                _add(book, one, {**BASE[table], **changes}, as_of)
            for field in example.get("clear", {}).get(table, ()):
                db.execute(f"UPDATE {table} SET {field} = NULL")
            if not CATALOGUE.edition(one).is_ledger:
                db.execute(f"DELETE FROM filed_{table}")
        for head in filed_heads(example):
            edition = CATALOGUE.edition(head["series"]["form"])
            filing.store_filed_head(
                db, edition, head["series"]["period"], head["id"], filing.unwired(edition, head["cells"])
            )


def _add(book: Book, form: str, typed: dict[str, Any], as_of: str) -> None:
    edition = CATALOGUE.edition(form)
    period = typed.pop("period", None)
    stored = {name: typed.pop(name) for name in list(typed) if name in META or not edition.field(name).editable}
    if edition.is_ledger:
        uid = ledger.add_row(book, form, typed, as_of=as_of)
    else:
        ledger.set_card(book, form, str(period), typed, as_of=as_of)
        uid = ledger.ensure_card(book, form, str(period))
    for name, value in stored.items():
        book.db.execute(f"UPDATE {edition.table} SET {name} = ? WHERE uid = ?", (value, uid))


def filed_heads(example: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Write the documents of the cards an example says were filed before."""
    found = []
    for table, cards in example.get("heads", {}).items():
        edition = next(CATALOGUE.edition(form) for form in CATALOGUE.forms if CATALOGUE.table(form) == table)
        for card in cards:
            cells = {**_wired_base(edition), **{name: card[name] for name in card if name != "period"}}
            series = {"firm": USCC, "form": edition.form, "period": card["period"]}
            name = f"head-{edition.form}-{card['period']}-{hash(repr(card))}"
            in_force = {"form": edition.form, "from": edition.first, "sha256": edition.sha256}
            found.append({"id": name, "series": series, "edition": in_force, "rows": [], "cells": cells})
    return found


def _wired_base(edition: Edition) -> dict[str, Any]:
    """Give the base card as it stands in a document; of the computed figures the amounts and counts, as 0."""
    cells: dict[str, Any] = {}
    for field in edition.fields:
        typed = BASE[edition.table].get(field.id)
        if typed is not None:
            cells[field.id] = field.kind.wire(field.kind.parse(str(typed)))
        elif field.computed is not None and (field.is_money or field.kind.name == "int"):
            cells[field.id] = field.kind.wire(0)
    return cells


def documents(book: Book, form: str, example: Mapping[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Compose every document of the Book; give the heads, and the form's own changed as the example says."""
    composed = {
        (one, period): filing.compose(book, one, period, as_of=day_of(example), key_id="key").document
        for one in CATALOGUE.forms
        if one not in example.get("missing", ())
        for period in _periods(book, one)
    }
    document = composed.pop((form, _periods(book, form)[0]))
    changed = document["rows"][0] if document["rows"] else document["cells"]
    rows = [{**changed, **one} for one in example.get("before", ())]
    before = [{**document, "id": "before", "rows": rows}] if rows else []
    changed.update(example["filed"])
    return [*composed.values(), *filed_heads(example), *before], document


def _periods(book: Book, form: str) -> list[str]:
    """List the periods of a form's rows in their order: the first is the one an example is about."""
    found = book.db.execute(f"SELECT period FROM {CATALOGUE.table(form)} WHERE period IS NOT NULL ORDER BY pos")
    return list(dict.fromkeys(str(period) for (period,) in found))
