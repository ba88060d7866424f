"""Which rate a date takes is the scheme's to say: by month, by day, by the month's mean, or the bank's own."""

from __future__ import annotations

import decimal
import shutil
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forms import catalogue as catalogues
from forms import checks, in_use, ledger
from forms.book import Book
from forms.errors import DefinitionProblem
from forms.functions import usd
from forms.rate_lists import import_rates
from forms.rates import ONE, Policy, Rate, Rates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

AS_OF = "2026-10-20"
POLICIES = tomllib.loads((in_use.SHIPPED / "scheme" / "parameters.toml").read_text("utf-8"))["rates"]["policies"]
DAILY = (
    "日期,币种,汇率,来源\n2026-09-29,JPY,0.0066,中间价\n2026-09-30,JPY,0.0068,中间价\n2026-10-09,JPY,0.0067,中间价\n"
)


@pytest.fixture
def book_under(tmp_path: Path) -> Iterator[Callable[[str], Book]]:
    """Make a Book of a province with another policy."""
    made: list[Book] = []

    def under(policy: str) -> Book:
        folder = tmp_path / policy / "definitions"
        shutil.copytree(in_use.SHIPPED, folder)
        parameters = folder / "scheme" / "parameters.toml"
        text = parameters.read_text("utf-8")
        parameters.write_text(text.replace('policy = "SAFE_MONTHLY"', f'policy = "{policy}"'), "utf-8")
        catalogues.adopt(folder)
        where = tmp_path / f"{policy}.zhibao"
        made.append(Book.create(where, uscc="91222401MA1DEM1235", name="延吉软件有限公司", division="222401"))
        return made[-1]

    yield under
    for book in made:
        book.close()
    in_use.refresh()


def daily(tmp_path: Path, book: Book) -> None:
    file = tmp_path / "中间价.csv"
    file.write_text(DAILY, "utf-8")
    assert import_rates(book, file) == 3


def contract(book: Book, **typed: str) -> str:
    row = {"contract_no": "YJ-1", "ccy": "JPY", "amount_orig": "1000000", "signed_on": "2026-10-04", **typed}
    return ledger.add_row(book, "JLFW-02", row, as_of=AS_OF)


def told(book: Book, uid: str) -> tuple[object, ...]:
    row = ledger.read_row(book, "JLFW-02", uid)
    assert row is not None
    return row["fx_rate_usd"], row["fx_source"], row["fx_date"], row["amount_usd"]


def rate_rules(book: Book) -> set[tuple[str, str]]:
    found = checks.check(book, forms=["JLFW-02"], as_of=AS_OF).findings
    return {(one.rule, one.severity) for one in found if one.field in ("fx_rate_usd", "fx_source", "fx_date")}


def test_by_the_month_is_what_the_province_begins_with(book_under: Callable[[str], Book]) -> None:
    book = book_under("SAFE_MONTHLY")
    rate = book.db.execute("SELECT fx_rate('JPY', '2026-10-04')").fetchone()[0]
    assert told(book, contract(book))[:3] == (rate, "SAFE", "2026-10-01")


def test_on_the_date_takes_the_last_day_that_has_one(book_under: Callable[[str], Book], tmp_path: Path) -> None:
    book = book_under("PBOC_MID_ON_DATE")
    daily(tmp_path, book)
    uid = contract(book)  # a Sunday in the holidays of 国庆节
    assert told(book, uid) == (680_000, "PBOC", "2026-09-30", 680_000)
    assert rate_rules(book) == set()
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "signed_on", "2026-10-09")], label="", as_of=AS_OF)
    assert told(book, uid) == (670_000, "PBOC", "2026-10-09", 670_000)
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "fx_rate_usd", "0.0069")], label="", as_of=AS_OF)
    assert told(book, uid)[:3] == (690_000, "MANUAL", "2026-10-09")


def test_a_day_too_old_is_said(book_under: Callable[[str], Book], tmp_path: Path) -> None:
    book = book_under("PBOC_MID_ON_DATE")
    daily(tmp_path, book)
    contract(book, signed_on="2026-10-20")
    assert ("F02-012", "warning") in rate_rules(book)


def test_the_mean_of_the_month_is_reckoned_of_its_days(book_under: Callable[[str], Book], tmp_path: Path) -> None:
    book = book_under("PBOC_MID_MONTH_AVG")
    rates = [Rate(f"2026-09-{day:02d}", "JPY", 660_000 + day, "", f"2026-09-{day:02d}") for day in (1, 2, 3, 4)]
    found = Rates(rates, Policy("average")).rate_for("JPY", "2026-09-20")
    assert found is not None
    assert (found.rate, found.month, found.stale) == (660_003, "2026-09", False)  # 660,002.5, half up
    daily(tmp_path, book)
    # the scheme's table has a rate of the month itself, which comes first
    rate = book.db.execute("SELECT fx_rate('JPY', '2026-09')").fetchone()[0]
    assert told(book, contract(book, signed_on="2026-09-15"))[:3] == (rate, "PBOC", "2026-09-01")


def test_the_banks_own_rate_is_for_the_firm_to_give(book_under: Callable[[str], Book]) -> None:
    book = book_under("BANK_ACTUAL")
    uid = contract(book)
    assert told(book, uid) == (None, "BANK", "2026-10-04", None)
    assert ("F02-012", "error") in rate_rules(book)
    reference = book.db.execute("SELECT fx_rate('JPY', '2026-10-04')").fetchone()[0]
    typed = f"{(reference + 7) / ONE:.8f}"
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "fx_rate_usd", typed)], label="", as_of=AS_OF)
    assert told(book, uid)[:3] == (reference + 7, "BANK", "2026-10-04")
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "signed_on", "2026-10-05")], label="", as_of=AS_OF)
    assert told(book, uid)[:3] == (reference + 7, "BANK", "2026-10-05")  # kept: it is no table's
    assert rate_rules(book) == set()
    assert told(book, contract(book, contract_no="YJ-2", ccy="USD"))[0] == ONE


def changed_into_euro(book: Book, **typed: str) -> str:
    """Register that a contract is reckoned in euros from now on."""
    row = {"contract_no": "YJ-1", "change_on": "2026-10-12", "change_types": "币种变更", "new_ccy": "EUR"}
    return ledger.add_row(book, "JLFW-02B", {**row, "new_amount_orig": "6000", **typed}, as_of=AS_OF)


def rate_of_change(book: Book, uid: str) -> tuple[object, object]:
    row = ledger.read_row(book, "JLFW-02B", uid)
    assert row is not None
    return row["fx_rate_usd"], row["delta_amount_usd"]


def change_rules(book: Book) -> set[tuple[str, str]]:
    found = checks.check(book, forms=["JLFW-02B"], as_of=AS_OF).findings
    return {(one.rule, one.severity) for one in found if one.field == "fx_rate_usd"}


def test_a_change_of_currency_takes_the_banks_own_rate_too(book_under: Callable[[str], Book]) -> None:
    book = book_under("BANK_ACTUAL")
    contract(book, fx_rate_usd="0.0068")  # 6,800 dollars
    uid = changed_into_euro(book)
    assert rate_of_change(book, uid) == (None, None)
    assert change_rules(book) == {("F02-012", "error")}
    reference = book.db.execute("SELECT fx_rate('EUR', '2026-10-12')").fetchone()[0]
    typed = [ledger.CellEdit(uid, "fx_rate_usd", f"{(reference + 7) / ONE:.8f}")]
    ledger.set_cells(book, "JLFW-02B", typed, label="", as_of=AS_OF)
    given = usd(600_000, "EUR", reference + 7)
    assert given is not None
    assert rate_of_change(book, uid) == (reference + 7, given - 680_000)
    assert change_rules(book) == set()
    ledger.set_cells(book, "JLFW-02B", [ledger.CellEdit(uid, "change_on", "2026-10-13")], label="", as_of=AS_OF)
    assert rate_of_change(book, uid)[0] == reference + 7  # kept: it is no table's
    ledger.set_cells(book, "JLFW-02B", [ledger.CellEdit(uid, "new_ccy", "")], label="", as_of=AS_OF)
    assert rate_of_change(book, uid)[0] == 680_000  # the contract's: its currency stays


def test_by_the_month_a_change_of_currency_takes_the_table(book_under: Callable[[str], Book]) -> None:
    book = book_under("SAFE_MONTHLY")
    contract(book)
    uid = changed_into_euro(book)
    known = book.db.execute("SELECT fx_rate('EUR', '2026-10')").fetchone()[0]
    assert rate_of_change(book, uid)[0] == known
    assert ("F02-012", "warning") not in change_rules(book)
    typed = [ledger.CellEdit(uid, "fx_rate_usd", "1.5")]
    ledger.set_cells(book, "JLFW-02B", typed, label="", as_of=AS_OF)
    assert ("F02-012", "warning") in change_rules(book)


def test_a_policy_nobody_knows_is_the_schemes_fault(book_under: Callable[[str], Book]) -> None:
    with pytest.raises(DefinitionProblem, match="MOON"):
        book_under("MOON")


@pytest.mark.parametrize("policy", POLICIES)
def test_a_currency_without_a_rate_of_its_month_takes_the_last_known(policy: str) -> None:
    rates = Rates([Rate("2026-07", "EUR", 118_000_000, "", "")], Policy.of({"rates": POLICIES[policy]}))
    found = rates.rate_for("EUR", "2026-09-15")
    assert found is not None
    assert (found.rate, found.stale) == (118_000_000, True)
    assert rates.filled("EUR", "2026-09-15") == (None if policy == "BANK_ACTUAL" else 118_000_000)


@given(amount=st.integers(-(10**15), 10**15), rate=st.integers(0, 100 * ONE))
@example(amount=1, rate=ONE // 2)
@example(amount=-1, rate=ONE // 2)
@example(amount=10**15, rate=100 * ONE - 1)
def test_money_is_converted_as_decimals_are_rounded_half_up(amount: int, rate: int) -> None:
    with decimal.localcontext(prec=60):
        exact = Decimal(amount) * Decimal(rate) / Decimal(ONE)
        expected = int(exact.quantize(Decimal(1), rounding=decimal.ROUND_HALF_UP))
    assert usd(amount, "JPY", rate) == expected
    assert usd(-amount, "JPY", rate) == -expected
    assert usd(amount, "USD", rate) == amount


@given(amounts=st.lists(st.integers(0, 10**12), min_size=1, max_size=20), rate=st.integers(1, 2 * ONE))
def test_parts_converted_one_by_one_stay_within_a_cent_each_of_the_whole(amounts: list[int], rate: int) -> None:
    parts = [usd(one, "EUR", rate) for one in amounts]
    whole = usd(sum(amounts), "EUR", rate)
    assert whole is not None
    assert abs(sum(part or 0 for part in parts) - whole) <= (len(amounts) + 1) // 2


@given(rate=st.integers(1, 100 * ONE - 1))
def test_a_rate_is_written_and_read_without_loss(rate: int) -> None:
    from forms.functions import rate_text
    from forms.rates import hundred_millionths

    assert hundred_millionths(rate_text(rate) or "") == rate


@pytest.mark.parametrize("ccy", ["JPY", "KRW", "VND"])
def test_yen_and_won_are_whole(book: Book, ccy: str) -> None:
    for number, amount in (("YJ-1", "1000000.50"), ("YJ-2", "1000000")):
        ledger.add_row(book, "JLFW-02", {"contract_no": number, "ccy": ccy, "amount_orig": amount}, as_of=AS_OF)
    found = checks.check(book, forms=["JLFW-02"], as_of=AS_OF).findings
    assert [one.row for one in found if one.field == "amount_orig" and "小数" in one.message] == [1]
