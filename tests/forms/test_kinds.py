"""A value has three faces: what was typed, what is stored, what is shown and sent."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forms import kinds
from forms.catalogue import load_catalogue
from forms.kinds import Unparsed

CODELISTS = load_catalogue().codelists


@pytest.mark.parametrize(
    ("typed", "hundredths"),
    [
        ("1,234.5", 123450),
        ("１２３４．５", 123450),
        ("￥1,234", 123400),
        ("12.5万", 12_500_000),
        ("(1,234)", -123400),
        ("=1200*3", 360000),
        ("=0.1+0.2", 30),
        ("=100/3", 3333),
        (1234.56, 123456),
        (Decimal("0.01"), 1),
        ("", None),
        ("  ", None),
        (None, None),
    ],
)
def test_money_is_read_as_accountants_type_it(typed: object, hundredths: int | None) -> None:
    assert kinds.Money().parse(typed) == hundredths


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("十二万", "not-a-number"),
        ("12,34", "not-a-number"),
        ("1e5", "not-a-number"),
        ("=1200*", "not-a-number"),
        ("=1/0", "not-a-number"),
        ("=2**99", "not-a-number"),
        ("1.234", "too-precise"),
        (1.005, "too-precise"),
        ("99999999999999999", "too-large"),
        (float("nan"), "not-a-number"),
    ],
)
def test_what_is_no_amount_is_kept_as_typed_with_its_reason(typed: object, reason: str) -> None:
    value = kinds.Money().parse(typed)
    assert isinstance(value, Unparsed)
    assert value.reason == reason


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_money_survives_showing_editing_sending_and_a_cell(hundredths: int) -> None:
    money = kinds.Money()
    assert money.parse(money.show(hundredths)) == hundredths
    assert money.parse(money.edit(hundredths)) == hundredths
    assert money.parse(money.cell(hundredths)) == hundredths
    assert money.unwire(money.wire(hundredths)) == hundredths


@given(st.lists(st.one_of(st.floats(), st.text(), st.none(), st.integers(), st.booleans(), st.dates())))
def test_a_column_reads_as_its_cells_do_one_by_one(cells: list[object]) -> None:
    for kind in (kinds.Money(), kinds.Text(20), kinds.IdText(20), kinds.Int(), kinds.CreditCode()):
        assert kind.parse_column(cells) == [kind.parse(cell) for cell in cells]


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2026-09-30", "2026-09-30"),
        ("2026/3/5", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        ("２０２６－０３－０５", "2026-03-05"),
        ("20260305", "2026-03-05"),
        (" 长期有效 ", "9999-12-31"),
        (20260305.0, "2026-03-05"),
        (46086.0, "2026-03-05"),
        (dt.datetime(2026, 3, 5, tzinfo=dt.UTC), "2026-03-05"),
    ],
)
def test_dates_are_read_in_every_form_in_use(typed: object, date: str) -> None:
    assert kinds.Date().parse(typed) == date


@pytest.mark.parametrize(("typed", "reason"), [("2026-02-30", "not-a-date"), ("3/5/2026", "ambiguous-date")])
def test_a_date_is_never_guessed(typed: str, reason: str) -> None:
    assert kinds.Date().parse(typed) == Unparsed(typed, reason)


def test_a_date_that_cannot_be_read_is_told_a_form_and_not_which_day_to_write() -> None:
    assert "格式如 2026-09-30" in kinds.Date().why("2026-02-30", "not-a-date")
    assert "格式如 2026-09-30" in kinds.Date().why("3/5/2026", "ambiguous-date")


def test_excel_has_cut_the_digits_of_a_code_kept_as_a_number() -> None:
    assert kinds.CreditCode().parse(912224011234567000.0) == Unparsed("912224011234567040", "digits-lost")
    assert kinds.CreditCode().parse("9.12E+17") == Unparsed("9.12E+17", "digits-lost")
    assert kinds.IdText().parse(20260001.0) == "20260001"


@pytest.mark.parametrize("kind", [kinds.CreditCode(), kinds.OrganisationCode(), kinds.IdCard()])
@given(typed=st.text(max_size=12))
@example(typed="ö¯u")  # without the blank in ¯ the accent stands on the ö
def test_a_number_once_folded_stays_as_it_is(kind: kinds.Kind, typed: str) -> None:
    stored = kind.parse(typed)
    if isinstance(stored, str):
        assert kind.parse(stored) == stored


def test_a_code_is_found_by_code_label_and_what_people_call_it() -> None:
    country = kinds.Coded(CODELISTS["countries"])
    assert country.parse("KOR") == country.parse("韩国") == country.parse(" kor ") == "KOR"
    assert country.show("KOR") == "韩国"
    assert country.parse("火星") == Unparsed("火星", "unknown-code")


def test_several_codes_are_stored_sorted() -> None:
    classes = kinds.Choices(CODELISTS["biz_l1"])
    assert classes.parse("KPO、ITO") == '["ITO","KPO"]'
    assert classes.unwire(classes.wire('["ITO","KPO"]')) == '["ITO","KPO"]'
    assert isinstance(classes.parse("ITO、云"), Unparsed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("220000123426100900N001", "220000123426100900N001"),
        ("B=3,000、A=5000.5", "A=5,000.50、B=3,000.00"),
        ("A：1万；B：2万", "A=10,000.00、B=20,000.00"),
        ("A=1,234,567.00", "A=1,234,567.00"),
        (" A ", "A"),
    ],
)
def test_links_are_read_as_numbers_with_amounts(typed: str, shown: str) -> None:
    links = kinds.Links("JLFW-03A.receipt_no")
    stored = links.parse(typed)
    assert not isinstance(stored, Unparsed)
    assert links.show(stored) == shown
    assert links.parse(shown) == stored
    assert links.unwire(links.wire(stored)) == stored


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("A、B", "not-links"),
        ("A,B", "not-links"),
        ("A=1、A=2", "not-links"),
        ("A=一百", "not-a-number"),
        (2.2000012342610e21, "digits-lost"),
    ],
)
def test_links_that_do_not_say_how_much_of_which_are_kept_as_typed(typed: object, reason: str) -> None:
    stored = kinds.Links("JLFW-03A.receipt_no").parse(typed)
    assert isinstance(stored, Unparsed)
    assert stored.reason == reason


@pytest.mark.parametrize("name", sorted(kinds.KINDS))
@given(value=st.one_of(st.text(), st.integers(), st.booleans(), st.lists(st.text()), st.none()))
def test_a_wrong_value_of_a_document_is_a_value_error(name: str, value: kinds.Json) -> None:
    kind = _kind(name)
    try:
        stored = kind.unwire(value)
    except ValueError:
        return
    assert kind.unwire(kind.wire(stored)) == stored


def _kind(name: str) -> kinds.Kind:
    made = kinds.KINDS[name]
    if name in ("code", "choices", "breakdown", "ranking"):
        return made(CODELISTS["countries"])  # type: ignore[call-arg]
    return made("JLFW-02.contract_no") if name in ("ref", "links") else made()  # type: ignore[call-arg]
