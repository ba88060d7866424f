"""The editions are sound: what a field says of itself holds, and every expression runs in a Book."""

from __future__ import annotations

import re
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from forms import cards, kinds, ledger
from forms.catalogue import FOLDER, load_catalogue
from forms.definition import FIELD_ID, PARAMETER, Edition, Field
from forms.errors import DefinitionProblem
from forms.workbook.header import plain_name

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book

CATALOGUE = load_catalogue()
EDITIONS = [edition for form in CATALOGUE.forms for edition in CATALOGUE.editions(form)]
FIELDS = [
    pytest.param(edition, field, id=f"{edition.form}.{field.id}") for edition in EDITIONS for field in edition.fields
]
BUILT_IN = {"pos", "uid", "edition", "k", "period", "unparsed", "import_id", "import_row", "touched", "settled"}
each_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.form)
each_field = pytest.mark.parametrize(("edition", "field"), FIELDS)


def test_forms_are_sent_in_the_order_they_need_each_other() -> None:
    numbers = ("01", "02", "02B", "03A", "03", "05", "06", "07", "04", "09", "08", "10", "11")
    assert CATALOGUE.forms == tuple(f"JLFW-{one}" for one in numbers if f"JLFW-{one}" in CATALOGUE.forms)
    for edition in EDITIONS:
        assert all(CATALOGUE.edition(form).order < edition.order for form in edition.needs)


def test_only_cards_are_owed_when_empty() -> None:
    owed = [edition.form for edition in EDITIONS if edition.when_empty == "due"]
    assert owed == [edition.form for edition in EDITIONS if not edition.is_ledger]
    assert owed[:3] == ["JLFW-01", "JLFW-06", "JLFW-04"]


@pytest.mark.parametrize("name", ["general.rules.toml", "JLFW-02/2026-01.rules.toml", "JLFW-02/2026-01.toml"])
@pytest.mark.parametrize("spoilt", ["[[rule]\nid = 1", '[[rule]]\nid = "X"\n[[field]]\nid = "x"'])
def test_a_spoilt_rule_pack_is_the_rule_packs_fault(tmp_path: Path, name: str, spoilt: str) -> None:
    folder = tmp_path / "definitions"
    shutil.copytree(FOLDER, folder)
    (folder / name).write_text(spoilt, "utf-8")
    with pytest.raises(DefinitionProblem, match=name.rpartition("/")[2].replace(".rules", "(.rules)?")):
        load_catalogue(folder).rules_of("JLFW-02")


@each_edition
def test_an_edition_names_only_fields_it_has(edition: Edition) -> None:
    named = {*edition.key, *filter(None, (edition.key_own, edition.period_of))}
    named |= {field.ccy_field for field in edition.fields if field.unit == "ccy"}
    for field in edition.fields:
        named |= set(PARAMETER.findall(field.auto or "")) - {"as_of", "firm"}
    assert named <= set(edition.by_id)


@each_edition
def test_every_section_has_fields_and_every_field_a_section_in_order(edition: Edition) -> None:
    sections = list(dict.fromkeys(field.section for field in edition.fields))
    assert sections == [section.id for section in edition.sections]


@each_edition
def test_labels_and_synonyms_mean_one_field(edition: Edition) -> None:
    meant: dict[str, str] = {}
    for field in edition.fields:
        for text in {plain_name(name) for name in (field.id, field.label, *field.synonyms)}:
            assert meant.setdefault(text, field.id) == field.id, text


@each_edition
def test_lines_of_a_card_run_from_one(edition: Edition) -> None:
    lines = [field.line for field in edition.fields if field.line]
    assert lines == [f"{number:02d}" for number in range(1, len(lines) + 1)]


@each_field
def test_a_field_says_what_it_is(edition: Edition, field: Field) -> None:
    assert FIELD_ID.fullmatch(field.id)
    assert field.id not in BUILT_IN
    assert field.help.means.endswith("。"), "what a field means is a sentence"
    assert not edition.is_ledger or field.width
    assert not edition.is_ledger or field.readonly or field.synonyms, "people's own headers are known"


@each_field
def test_a_field_has_what_its_kind_needs(edition: Edition, field: Field) -> None:
    assert (field.codelist is not None) == isinstance(field.kind, kinds.Coded | kinds.Choices | kinds.Breakdown)
    if isinstance(field.kind, kinds.Money | kinds.Breakdown):
        assert field.unit in ("ccy", "USD", "CNY")
        assert field.view in ("", "万元", "万美元")
    if isinstance(field.kind, kinds.Ref):
        form, _, target = (field.target or "").partition(".")
        assert isinstance(CATALOGUE.edition(form).field(target).kind, kinds.IdText)
    if field.computed is not None:
        assert not edition.is_ledger
        assert field.readonly
        assert field.required is False
        assert ":period" in field.computed


@each_edition
def test_conditions_and_automatic_values_run_in_a_book(edition: Edition, book: Book) -> None:
    for field in edition.fields:
        if isinstance(field.required, str):
            book.db.execute(f"SELECT 1 FROM {edition.table} WHERE {field.required}")
        if field.auto:
            book.db.execute(f"SELECT ({field.auto})", dict.fromkeys(PARAMETER.findall(field.auto)))


def expressions(edition: Edition) -> str:
    """Join every expression of an edition and its rules."""
    found = [text for field in edition.fields for text in (field.auto, field.computed, field.required)]
    for case in (case for rule in edition.rules for case in rule.cases):
        found += [case.holds, case.when, case.select, *(expression for _name, expression in case.let)]
    return "\n".join(text for text in found if isinstance(text, str))


@each_edition
def test_expressions_name_lists_attributes_and_parameters_that_exist(edition: Edition) -> None:
    text = expressions(edition)
    attributes = re.findall(r"code_attr\(\s*'(\w+)',.*?, '(\w+)'\)", text)
    assert len(attributes) == text.count("code_attr(")
    for name, attribute in attributes:
        assert all(attribute in code.attrs for code in CATALOGUE.codelist(name)), (name, attribute)
    for path in re.findall(r"scheme\('([\w.]+)'\)", text):
        found: object = CATALOGUE.scheme.parameters
        for part in path.split("."):
            assert isinstance(found, dict)
            found = found[part]
        assert isinstance(found, str | int), path


def test_the_scheme_of_business_codes_follows_the_signing_date(book: Book) -> None:
    auto = CATALOGUE.edition("JLFW-02").by_id["biz_scheme"].auto
    for code in CATALOGUE.codelist("biz_schemes"):
        for date in filter(None, (code.valid_from, code.valid_to)):
            assert book.db.execute(f"SELECT ({auto})", {"signed_on": date}).fetchone()[0] == code.code


CONTRACT = {
    "contract_no": "YJ-JP-001",
    "contract_name": "车载软件测试服务合同",
    "client_name": "株式会社青空システム",
    "client_country": "日本",
    "client_industry": "制造业",
    "biz_l1": "ITO",
    "biz_code": "软件测试",
    "signed_on": "2026-09-08",
    "expires_on": "2027-09-07",
    "ccy": "日元",
    "amount_orig": "500万",
}
AS_OF = "2026-10-08"


def add_contract(book: Book, **changed: object) -> str:
    return ledger.add_row(book, "JLFW-02", CONTRACT | changed, as_of=AS_OF)


def set_contract(book: Book, uid: str, **typed: object) -> sqlite3.Row:
    edits = [ledger.CellEdit(uid, field, value) for field, value in typed.items()]
    ledger.set_cells(book, "JLFW-02", edits, label="改", as_of=AS_OF)
    row = ledger.read_row(book, "JLFW-02", uid)
    assert row is not None
    return row


def rate_of(row: sqlite3.Row) -> tuple[object, ...]:
    return row["fx_rate_usd"], row["fx_source"], row["fx_date"], row["amount_usd"]


def test_a_contract_is_converted_at_the_rate_of_its_month(book: Book) -> None:
    row = set_contract(book, add_contract(book), remarks="无误")
    # 5,000,000 JPY × 0.00661376 = 33,068.80 USD
    assert rate_of(row) == (661_376, "SAFE", "2026-09-01", 3_306_880)
    assert (row["shore_type"], row["end_client_country"], row["biz_scheme"]) == ("OFF", "JPN", "C")
    assert (row["contract_kind"], row["status_biz"], row["effective_on"]) == ("SINGLE", "PENDING", "2026-09-08")


def test_a_rate_typed_by_hand_stays_until_it_is_cleared(book: Book) -> None:
    uid = add_contract(book)
    assert rate_of(set_contract(book, uid, fx_rate_usd="0.0067")) == (670_000, "MANUAL", "2026-09-08", 3_350_000)
    assert rate_of(set_contract(book, uid, amount_orig="600万")) == (670_000, "MANUAL", "2026-09-08", 4_020_000)
    assert rate_of(set_contract(book, uid, fx_source="银行")) == (670_000, "BANK", "2026-09-08", 4_020_000)
    assert rate_of(set_contract(book, uid, fx_rate_usd="")) == (661_376, "SAFE", "2026-09-01", 3_968_256)


def test_a_converted_amount_that_was_given_is_kept(book: Book) -> None:
    uid = add_contract(book, amount_usd="33,068.81")
    assert rate_of(set_contract(book, uid, remarks="银行水单"))[-1] == 3_306_881
    assert rate_of(set_contract(book, uid, amount_usd=""))[-1] == 3_306_880


def test_an_execution_inherits_from_its_contract(book: Book) -> None:
    add_contract(book)
    received = {"contract_no": "YJ-JP-001", "exec_on": "2026-09-25", "amount_orig": "850,000"}
    row = ledger.read_row(book, "JLFW-03", ledger.add_row(book, "JLFW-03", received, as_of="2026-10-08"))
    assert row is not None
    assert (row["shore_type"], row["biz_code"], row["ccy"], row["exec_basis"]) == ("OFF", "C1103", "JPY", "FX_RECEIPT")
    assert (row["exec_period"], row["amount_usd"], row["is_makeup"]) == ("2026-09", 562_170, 0)  # due 2026-10-08
    late = ledger.read_row(book, "JLFW-03", ledger.add_row(book, "JLFW-03", received, as_of="2026-10-09"))
    assert late is not None
    assert late["is_makeup"] == 1


def test_the_monthly_report_adds_up_the_ledgers_and_what_was_filed(book: Book) -> None:
    add_contract(book)
    add_contract(
        book,
        contract_no="YJ-CN-001",
        client_country="中国",
        ccy="人民币",
        amount_orig="10万",
        biz_l1="BPO",
        biz_code="呼叫中心",
    )
    for number, amount in (("YJ-JP-001", "1,000,000"), ("YJ-JP-001", "-100,000"), ("YJ-CN-001", "20,000")):
        typed = {"contract_no": number, "exec_on": "2026-09-20", "amount_orig": amount}
        ledger.add_row(book, "JLFW-03", typed, as_of=AS_OF)
    for period, hundredths in (("2025-09", 1_000_000), ("2025-12", 9), ("2026-01", 100), ("2026-08", 200)):
        book.db.execute(
            "INSERT INTO filed_monthly(period, filing_id, exec_usd) VALUES (?, ?, ?)", (period, period, hundredths)
        )
    edition = CATALOGUE.edition("JLFW-04")
    values = cards.card_values(book, "JLFW-04", "2026-09", as_of=AS_OF)
    figures = {field: edition.by_id[field].kind.show(value) for field, value in values.items()}
    # 900,000 JPY × 0.00661376 = 6,613.76 − 661.38 (each row rounded); 20,000 CNY × 0.14413376 = 2,882.68
    assert figures["new_contracts_cnt"] == "2"
    assert figures["exec_usd_off"] == figures["exec_usd_ito"] == "5,952.38"
    assert figures["exec_usd_on"] == figures["exec_usd_bpo_on"] == "2,882.68"
    assert figures["exec_usd"] == "8,835.06"
    assert figures["exec_usd_kpo"] == "0.00"
    assert "日本" in figures["exec_by_country"]
    assert "中国" not in figures["exec_by_country"]
    assert figures["exec_usd_ytd"] == "8,838.06"
    assert figures["yoy_exec_usd"] == "-11.65"
    assert figures["yoy_exec_usd_off"] == ""


def test_the_monthly_report_adds_up_what_came_in_from_abroad(book: Book) -> None:
    """An advance counts where it came in, money paid back is taken off, a payment from home is none from abroad."""
    for kind, date, amount, typed in (
        ("境内回单", "2026-09-02", "7,000", {"ccy": "人民币", "payer_country": "中国"}),
        ("银行水单", "2026-09-05", "10,000", {"is_advance": "是"}),
        ("银行水单", "2026-09-28", "1,000.50", {"is_refund": "是"}),
        ("跨境人民币", "2026-09-30", "10,000", {"ccy": "人民币"}),
        ("银行水单", "2026-08-31", "50,000", {}),
    ):
        known = {"receipt_no": f"SH-{date}", "receipt_kind": kind, "received_on": date, "amount_orig": amount}
        payer = {"payer_name": "Hansol Logistics Co., Ltd.", "payer_country": "KOR", "ccy": "USD"}
        ledger.add_row(book, "JLFW-03A", {"bank_name": "吉林银行", **known, **payer, **typed}, as_of=AS_OF)
    edition = CATALOGUE.edition("JLFW-04")
    value = cards.card_values(book, "JLFW-04", "2026-09", as_of=AS_OF)["receipt_usd"]
    # 10,000 − 1,000.50 + 10,000 CNY × 0.14413376
    assert edition.by_id["receipt_usd"].kind.show(value) == "10,440.84"
    for month, hundredths in (("2025-12", 7), ("2026-08", 5_000_000), ("2026-09", 1_044_084), ("2027-01", 9)):
        book.db.execute(
            "INSERT INTO filed_monthly(period, filing_id, receipt_usd) VALUES (?, ?, ?)", (month, month, hundredths)
        )
    assert cards.card_values(book, "JLFW-09", "2026", as_of="2027-01-10")["year_receipt_usd"] == 6_044_084
