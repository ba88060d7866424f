"""The functions rules may call: exact, and NULL where anything is unknown."""

from __future__ import annotations

import sqlite3
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forms import functions
from forms.catalogue import load_catalogue
from forms.functions import money, percent, usd, wan
from forms.inlining import inlined
from forms.rates import load_rates

if TYPE_CHECKING:
    from forms.kinds import Stored

CATALOGUE = load_catalogue()
AMOUNTS = st.integers(-(10**15) + 1, 10**15 - 1)
RATES = st.integers(1, 100 * 10**8)


@pytest.fixture(scope="module")
def db() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    functions.register(made, CATALOGUE, load_rates())
    return made


def by_decimal(amount: int, rate: int) -> int:
    with localcontext(prec=60):
        return int((Decimal(amount) * Decimal(rate).scaleb(-8)).quantize(Decimal(1), ROUND_HALF_UP))


@given(AMOUNTS, RATES)
@example(1, 50_000_000)  # half a cent goes up
@example(-1, 50_000_000)  # and down below zero
@example(1, 49_999_999)
@example(10**15 - 1, 100 * 10**8)
def test_dollars_are_exact_and_half_a_cent_goes_away_from_zero(amount: int, rate: int) -> None:
    assert usd(amount, "KRW", rate) == by_decimal(amount, rate)


@given(AMOUNTS, RATES)
@example(4_500_000_000, 10**9)
@example(4_499_999_999, 10**9)
@example(-4_500_000_001, 10**9)
def test_dollars_written_out_as_sql_are_the_same(db: sqlite3.Connection, amount: int, rate: int) -> None:
    written = inlined("usd(amount, ccy, rate)", CATALOGUE)
    assert written != "usd(amount, ccy, rate)"
    row = db.execute(f"SELECT {written} FROM (SELECT ? AS amount, 'KRW' AS ccy, ? AS rate)", (amount, rate)).fetchone()
    assert row[0] == by_decimal(amount, rate)


@pytest.mark.parametrize(
    ("amount", "ccy", "rate"), [(None, "KRW", 70000), (100, None, 70000), (100, "KRW", None), (None, None, None)]
)
def test_dollars_of_something_unknown_are_unknown(
    db: sqlite3.Connection, amount: int | None, ccy: str | None, rate: int | None
) -> None:
    assert usd(amount, ccy, rate) is None
    written = inlined("usd(amount, ccy, rate)", CATALOGUE)
    given_values = "(SELECT ? AS amount, ? AS ccy, ? AS rate)"
    assert db.execute(f"SELECT {written} FROM {given_values}", (amount, ccy, rate)).fetchone()[0] is None


def test_dollars_need_no_rate(db: sqlite3.Connection) -> None:
    assert usd(12345, "USD", None) == 12345
    written = inlined("usd(amount, ccy, rate)", CATALOGUE)
    query = f"SELECT {written} FROM (SELECT 12345 AS amount, 'USD' AS ccy, NULL AS rate)"
    assert db.execute(query).fetchone()[0] == 12345


def test_code_attributes_written_out_are_the_same(db: sqlite3.Connection) -> None:
    call = "code_attr('biz_codes', code, 'l1')"
    for code in [*CATALOGUE.codelist("biz_codes").codes, "??", None]:
        query = f"SELECT {call}, {inlined(call, CATALOGUE)} FROM (SELECT ? AS code)"
        called, written = db.execute(query, (code,)).fetchone()
        assert called == written


@pytest.mark.parametrize("path", ["thresholds.contract_years", "tolerances.execution_pct", "rates.table", "no.such"])
def test_what_the_scheme_says_written_out_is_the_same(db: sqlite3.Connection, path: str) -> None:
    call = f"scheme('{path}')"
    written = inlined(call, CATALOGUE)
    assert written.isdigit() == path.startswith(("thresholds", "tolerances")), "a number is written out, no other"
    called, said = db.execute(f"SELECT {call}, {written}").fetchone()
    assert called == said


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("uscc_valid('912201011234567884')", 1),
        ("uscc_valid('912201011234567885')", 0),
        ("uscc_valid(NULL)", None),
        ("orgcode_valid('123456788')", 1),
        ("orgcode_valid('123456780')", 0),
        ("month_of('2026-09-30')", "2026-09"),
        ("month_of('去年')", None),
        ("add_days('2026-02-27', 2)", "2026-03-01"),
        ("add_months('2026-01-31', 1)", "2026-02-28"),
        ("days_between('2026-09-01', '2026-10-01')", 30),
        ("days_between('2026-09-01', '十月')", None),
        ("due_on('JLFW-02', '2026-09')", "2026-10-08"),
        ("due_on('JLFW-01', '2026')", "2027-01-15"),
        ("due_on('JLFW-02', NULL)", None),
        ("window_from('2027-03-31')", "2026-07-01"),
        ("window_from('2027-04-01')", "2027-01-01"),
        ("digits_only('133000')", 1),
        ("digits_only('１３３０００')", 0),
        ("digits_only('')", 0),
        ("decimals_of('KRW')", 0),
        ("decimals_of('USD')", 2),
        ("code_label('countries', 'KOR')", "韩国"),
        ("code_attr('countries', 'KOR', 'offshore')", "1"),
        ("code_attr('countries', 'ZZZ', 'offshore')", None),
        ("code_find('cert_standards', '27001:2013')", "ISO/IEC27001:2013"),
        ("fx_rate('USD', '2026-09-10')", 10**8),
        ("fx_month('KRW', '2026-09-10')", "2026-09"),
        ("fx_apart('USD', '2026-09-10', 103000000)", 300),
        ("fx_rate('XXX', '2026-09-10')", None),
        ("scheme('thresholds.contract_years')", 10),
        ("scheme('nowhere.at_all')", None),
        ("rate_text(70822)", "0.00070822"),
    ],
)
def test_functions(db: sqlite3.Connection, expression: str, value: Stored) -> None:
    assert db.execute(f"SELECT {expression}").fetchone()[0] == value


def test_functions_are_all_known_to_the_sandbox(db: sqlite3.Connection) -> None:
    registered = {row[0] for row in db.execute("SELECT name FROM pragma_function_list WHERE builtin = 0")}
    assert functions.names() <= registered


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0.00"), (-5, "-0.05"), (123456789, "1,234,567.89"), (None, None)]
)
def test_money(hundredths: int | None, text: str | None) -> None:
    assert money(hundredths) == text


@pytest.mark.parametrize(
    ("hundredths", "text"),
    [(0, "0.00"), (125_000_000, "125.00"), (1, "0.000001"), (-123_456_789, "-123.456789"), (1_500_000, "1.50")],
)
def test_ten_thousands(hundredths: int, text: str) -> None:
    assert wan(hundredths) == text


@pytest.mark.parametrize(("part", "whole", "text"), [(1, 3, "33.33"), (2, 3, "66.67"), (-1, 8, "-12.50"), (1, 0, None)])
def test_percent(part: int, whole: int, text: str | None) -> None:
    assert percent(part, whole) == text


@pytest.mark.parametrize("day", ["2026-09-01", "2026-09", "2026-08-31", None])
@pytest.mark.parametrize("date", ["2026-09-10", "2026-10-01", None])
def test_the_age_of_a_rate_written_out_is_the_function(
    db: sqlite3.Connection, day: str | None, date: str | None
) -> None:
    call = "rate_fresh(day, date)"
    written = inlined(call, CATALOGUE)
    assert "rate_fresh" not in written
    plain, said = db.execute(f"SELECT {call}, {written} FROM (SELECT ? AS day, ? AS date)", (day, date)).fetchone()
    assert plain == said
