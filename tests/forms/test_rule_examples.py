"""Every case of every rule, by the examples that stand beside it in the rule files: one that fires, one that does not.

An example says what differs from a small Book that breaks no rule (`[base]` of each form). `rows` replaces the rows of
a table, `clear` empties automatic fields, `header` changes the header, `as_of` the day; `period`: one only.
`filed` changes the filed document of the form, which is then checked as the province does. `also` names the other rules
that may fire; any error or warning that is not named fails the example.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from forms import filing, ledger, sample_papers
from forms.book import Book
from forms.catalogue import FOLDER, load_catalogue
from forms.checks import check
from forms.province import check_document
from forms.rules import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from forms.definition import Rule, RuleCase
    from forms.findings import Finding

CATALOGUE = load_catalogue()
AS_OF = "2026-09-20"
HEADER = {"unit_head": "金成浩", "stat_head": "李红", "filler": "金英姬", "filler_tel": "0433-2550001"}
BASE: dict[str, dict[str, Any]] = {
    CATALOGUE.table(form): tomllib.loads((FOLDER / form / "2026-01.rules.toml").read_text("utf-8"))["base"]
    for form in CATALOGUE.forms
}
META = ("settled",)
SELDOM = ("contract_changes",)


def all_cases() -> list[tuple[str, Rule, RuleCase]]:
    general = [("", rule, case) for rule in CATALOGUE.general_rules for case in rule.cases]
    own = [(form, rule, case) for form in CATALOGUE.forms for rule in CATALOGUE.rules_of(form) for case in rule.cases]
    return general + own


def examples() -> Iterator[Any]:
    for form, rule, case in all_cases():
        for number, example in enumerate(case.examples):
            name = f"{form or 'general'}-{rule.id}-{case.name}-{number}"
            yield pytest.param(form or example["form"], rule, case, example, id=name)


@pytest.mark.parametrize(("form", "rule", "case"), all_cases(), ids=lambda one: getattr(one, "id", None))
def test_every_case_has_an_example_that_fires_and_one_that_does_not(form: str, rule: Rule, case: RuleCase) -> None:
    assert {bool(example["fires"]) for example in case.examples} == {True, False}, (form, rule.id, case.name)


@pytest.mark.parametrize("form", CATALOGUE.forms)
def test_every_rule_is_sql_or_names_its_owner(form: str) -> None:
    assert [rule.id for rule in CATALOGUE.rules_of(form) if not rule.cases and not rule.owner] == []


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    path: Path = tmp_path_factory.mktemp("rules") / "firm.zhibao"
    with Book.create(path, uscc="912201011234567884", name=BASE["profile"]["ent_name"], division="222401") as made:
        sample_papers.keep(made)
        yield made


@pytest.mark.parametrize(("form", "rule", "case", "example"), list(examples()))
def test_example(book: Book, form: str, rule: Rule, case: RuleCase, example: Mapping[str, Any]) -> None:
    as_of = example.get("as_of", AS_OF)
    fill(book, form, example, as_of)
    findings = file_and_check(book, form, example, as_of) if "filed" in example else checked(book, example, as_of)
    fired = [finding for finding in findings if finding.rule == rule.id and says(case, finding.message)]
    assert bool(fired) == example["fires"], [finding.message for finding in findings]
    assert {finding.form for finding in fired} <= {form}
    assert {finding.severity for finding in fired} <= {case.severity}
    named = {*example.get("also", ()), *([rule.id] if example["fires"] else [])}
    others = [f"{one.rule} {one.message}" for one in findings if one.severity != "info" and one.rule not in named]
    assert others == []
    assert [finding.message for finding in findings if "{" in finding.message] == []


def says(case: RuleCase, message: str) -> bool:
    """Tell whether a sentence is one of this case, whatever its values are."""
    parts = Message.of(case.message).parts
    pattern = "".join(".*" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return re.fullmatch(pattern, message, re.DOTALL) is not None


def fill(book: Book, form: str, example: Mapping[str, Any], as_of: str) -> None:
    """Fill the Book with the base rows, changed as the example says; the month's card only where it is what matters."""
    card: dict[str, Any] = {"monthly": [{}] if form == "JLFW-04" or "filed" in example else []}
    card |= dict.fromkeys(SELDOM, [])
    given = {**card, **example.get("rows", {})}
    book.set_header(**{**HEADER, **example.get("header", {})})
    with book.transaction() as db:
        for one in CATALOGUE.forms:
            table = CATALOGUE.table(one)
            db.execute(f"DELETE FROM {table}")
            for changes in given.get(table, [{}]):
                add(book, one, {**BASE[table], **changes}, as_of)
            for field in example.get("clear", {}).get(table, ()):
                db.execute(f"UPDATE {table} SET {field} = NULL")


def add(book: Book, form: str, typed: dict[str, Any], as_of: str) -> None:
    edition = CATALOGUE.edition(form)
    period = typed.pop("period", None)
    stored = {name: typed.pop(name) for name in list(typed) if name in META or not editable(form, name)}
    if edition.is_ledger:
        uid = ledger.add_row(book, form, typed, as_of=as_of)
    else:
        ledger.set_card(book, form, str(period), typed, as_of=as_of)
        uid = ledger.ensure_card(book, form, str(period))
    for name, value in stored.items():
        book.db.execute(f"UPDATE {edition.table} SET {name} = ? WHERE uid = ?", (value, uid))


def editable(form: str, name: str) -> bool:
    return CATALOGUE.edition(form).field(name).editable


def checked(book: Book, example: Mapping[str, Any], as_of: str) -> list[Finding]:
    return check(book, period=example.get("period"), as_of=as_of).findings


def file_and_check(book: Book, form: str, example: Mapping[str, Any], as_of: str) -> list[Finding]:
    """Compose every document of the Book, change the form's own, and check it as the province does."""
    documents = {
        one: filing.compose(book, one, period_of(book, one), as_of=as_of, key_id="key").document
        for one in CATALOGUE.forms
        if ledger.row_count(book, one)
    }
    document = documents.pop(form)
    changed = document["rows"][0] if document["rows"] else document["cells"]
    changed.update(example["filed"])
    return check_document(CATALOGUE, list(documents.values()), document, as_of)


def period_of(book: Book, form: str) -> str:
    row = book.db.execute(f"SELECT period FROM {CATALOGUE.table(form)} LIMIT 1").fetchone()
    return str(row[0])
