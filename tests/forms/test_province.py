"""The province finds in a filed document what the firm finds in its Book, and what nobody could have typed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from forms import filing, ledger, periods, sample_papers
from forms.catalogue import load_catalogue
from forms.checks import check
from forms.errors import InputRefused
from forms.province import check_document
from forms.sample import make_sample

if TYPE_CHECKING:
    from forms.book import Book
    from forms.findings import Finding

CATALOGUE = load_catalogue()
PERIOD = "2026-10"
AS_OF = "2026-11-03"
Documents = dict[tuple[str, str], dict[str, Any]]


def fill(book: Book, seed: int) -> None:
    """Fill a Book with the sample's year, without what would not parse, and with mistakes rules find."""
    rnd = random.Random(seed)
    sample = make_sample(seed, mistakes=False)
    sample_papers.keep(book)
    book.set_header(**{name: sample.header[name] for name in ("unit_head", "stat_head", "filler", "filler_tel")})
    profile = {
        name: value for name, value in sample.profile.items() if CATALOGUE.edition("JLFW-01").field(name).editable
    }
    ledger.set_card(book, "JLFW-01", PERIOD[:4], profile, as_of=AS_OF)
    for form, rows in sample.ledgers.items():
        for row in rows:
            spoil(rnd, form, row)
        ledger.add_rows(book, form, rows, as_of=AS_OF)
    for form, filled in sample.cards.items():
        for month, values in filled.items():
            ledger.set_card(book, form, month, values, as_of=AS_OF)


def spoil(rnd: random.Random, form: str, row: dict[str, object]) -> None:
    """Make a mistake in some rows."""
    if rnd.random() > 0.15:
        return
    if form == "JLFW-02":
        row.update(
            rnd.choice([{"expires_on": "2025-01-01"}, {"biz_l1": "KPO"}, {"amount_orig": "-5"}, {"remarks": "无"}])
        )
    elif form == "JLFW-03":
        wrong = [{"exec_basis": "REFUND"}, {"amount_orig": "99999999999"}, {"payer_name": " 无 "}]
        row.update(rnd.choice([*wrong, {"receipt_links": ""}, {"exec_on": "2026-10-20"}, {"payer_country": "FRA"}]))
    elif form == "JLFW-03A":
        row.update(rnd.choice([{"amount_orig": "-5"}, {"fee_foreign": "90000000"}, {"is_advance": "是"}]))
    elif form == "JLFW-02B":
        row.update(rnd.choice([{"change_on": "2026-11-30"}, {"change_types": "其他"}, {"new_amount_orig": "1"}]))
    elif form == "JLFW-05":
        row.update(rnd.choice([{"cert_level": "5"}, {"valid_to": "2020-01-01"}, {"holder_name": "别的公司"}]))


def documents(book: Book) -> Documents:
    found: Documents = {}
    for form in CATALOGUE.forms:
        query = f"SELECT DISTINCT period FROM {CATALOGUE.table(form)} WHERE period IS NOT NULL"
        for (period,) in book.db.execute(query).fetchall():
            found[form, period] = filing.compose(book, form, period, as_of=AS_OF, key_id="k").document
    return found


ONE_SIDED = {
    (rule.id, case.severity)
    for form in CATALOGUE.forms
    for rule in CATALOGUE.rules_of(form)
    for case in rule.cases
    if case.side != "both"
}
"""What only one side asks, as the rules themselves say."""


def told(findings: list[Finding], form: str, period: str) -> set[tuple[str, str, str | None, str | None]]:
    """Give what is found of a series: rule, severity, row and field; explanations and unread cells aside.

    X-005, X-006, X-008 and F03-008 aside, too: the firm tells them at the last execution of a contract or receipt, the
    province at the one just filed.
    """
    return {
        (one.rule, one.severity, one.uid if CATALOGUE.edition(form).is_ledger else None, one.field)
        for one in findings
        if (one.form, one.period) == (form, period)
        and one.rule not in ("F00-002", "F00-004", "X-005", "X-006", "X-008", "F03-008")
        and (one.rule, one.severity) not in ONE_SIDED
    }


def know_as_filed(book: Book, filed: Documents) -> None:
    """Let the firm know the documents as filed, too: the rules of a series over time read what was filed."""
    for (form, period), document in filed.items():
        edition = CATALOGUE.edition(form, period)
        if not edition.is_ledger:
            filing.store_filed_head(
                book.db, edition, period, document["id"], filing.unwired(edition, document["cells"])
            )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_sides_find_the_same(book: Book, seed: int) -> None:
    fill(book, seed)
    filed = documents(book)
    know_as_filed(book, filed)
    mine = check(book, as_of=AS_OF).findings
    assert len({one.rule for one in mine}) > 5
    for (form, period), document in filed.items():
        heads = [head for place, head in filed.items() if place != (form, period)]
        theirs = check_document(CATALOGUE, heads, document, AS_OF)
        assert told(theirs, form, period) == told(mine, form, period), (form, period)
        over = {one.message for one in mine if one.rule == "X-005"}
        assert {one.message for one in theirs if one.rule == "X-005"} <= over


def one_month(book: Book) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    fill(book, 4)
    filed = documents(book)
    return filed.pop(("JLFW-03", PERIOD)), list(filed.values())


def test_a_value_that_is_not_of_its_field_is_refused(book: Book) -> None:
    document, heads = one_month(book)
    document["rows"][0]["amount_orig"] = 12.5
    document["rows"][0]["loot"] = "x"
    faults = [one for one in check_document(CATALOGUE, heads, document, AS_OF) if one.rule == "F00-004"]
    assert {(one.uid, one.field) for one in faults} == {
        (document["rows"][0]["uid"], "amount_orig"),
        (document["rows"][0]["uid"], "loot"),
    }


def test_a_row_of_another_month_is_refused(book: Book) -> None:
    document, heads = one_month(book)
    document["rows"][0]["exec_on"] = f"{periods.previous(PERIOD)}-05"
    faults = [one for one in check_document(CATALOGUE, heads, document, AS_OF) if one.rule == "F00-004"]
    assert [(one.row, one.field) for one in faults] == [(1, "exec_on")]


def test_a_row_that_is_there_twice_is_refused(book: Book) -> None:
    document, heads = one_month(book)
    document["rows"].append(dict(document["rows"][0]))
    assert "uid" in {one.field for one in check_document(CATALOGUE, heads, document, AS_OF) if one.severity == "error"}


def test_rows_as_accepted_are_not_late_again(book: Book) -> None:
    document, heads = one_month(book)
    late = "2026-12-20"
    assert any(one.rule == "W-003" for one in check_document(CATALOGUE, heads, document, late))
    assert not any(one.rule == "W-003" for one in check_document(CATALOGUE, [*heads, document], document, late))


def test_a_row_that_moved_into_the_month_is_not_counted_twice(book: Book) -> None:
    document, heads = one_month(book)
    before = check_document(CATALOGUE, heads, document, AS_OF)
    old = next(head for head in heads if head["series"]["form"] == "JLFW-03")
    moved = {
        **old,
        "id": "moved",
        "rows": [*old["rows"], {**document["rows"][0], "exec_on": f"{old['series']['period']}-05"}],
    }
    after = check_document(CATALOGUE, [moved if head is old else head for head in heads], document, AS_OF)
    assert [one.message for one in after] == [one.message for one in before]


@pytest.mark.parametrize("change", [{"series": {"form": "JLFW-99"}}, {"edition": {"from": "2031-01"}}])
def test_what_is_of_no_edition_in_force_is_refused_in_a_sentence(book: Book, change: dict[str, dict[str, str]]) -> None:
    document, heads = one_month(book)
    for name, values in change.items():
        document[name] = {**document[name], **values}
    with pytest.raises(InputRefused, match="请更新程序"):
        check_document(CATALOGUE, heads, document, AS_OF)
