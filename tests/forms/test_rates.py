"""Exchange rates: the last known one holds, the firm's own come first, a bad file changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms.catalogue import load_catalogue
from forms.errors import InputRefused
from forms.functions import usd
from forms.rate_lists import import_rates
from forms.rates import ONE, Rate, Rates, load_rates

if TYPE_CHECKING:
    from pathlib import Path

    from forms.book import Book

JPY = [Rate("2026-07", "JPY", 650_000, "", "2026-07-01"), Rate("2026-09", "JPY", 660_000, "", "2026-09-01")]


@pytest.mark.parametrize(
    ("date", "rate", "month", "stale"),
    [
        ("2026-07-31", 650_000, "2026-07", False),
        ("2026-08-01", 650_000, "2026-07", True),
        ("2026-09-30", 660_000, "2026-09", False),
        ("2027-03-01", 660_000, "2026-09", True),
        ("2020-01-15", 650_000, "2026-07", True),
    ],
)
def test_a_month_without_a_rate_takes_the_last_known(date: str, rate: int, month: str, *, stale: bool) -> None:
    found = Rates(JPY).rate_for("JPY", date)
    assert found is not None
    assert (found.rate, found.month, found.stale) == (rate, month, stale)


def test_a_currency_without_any_rate_has_none() -> None:
    assert Rates(JPY).rate_for("KRW", "2026-09-01") is None
    assert Rates([]).rate("USD", "2026-09") == ONE


def test_the_shipped_table_has_every_month_of_every_currency() -> None:
    rates = load_rates()
    for currency in load_catalogue().codelist("currencies"):
        for year in (2024, 2025, 2026):
            for month in range(1, 13):
                found = rates.rate_for(currency.code, f"{year}-{month:02d}-15")
                assert found is not None
                assert not found.stale
                assert 0 < found.rate < 2 * ONE
    assert {rate.source for rate in rates} == {"演示"}


def test_a_conversion_reckoned_by_hand() -> None:
    # 1 JPY = 1/156 USD = 0.00641026 in 2026-01: 5,000,000 × 0.00641026 = 32,051.30
    assert usd(500_000_000, "JPY", load_rates().rate("JPY", "2026-01")) == 3_205_130


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "折算率.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_imported_rates_come_before_the_shipped(book: Book, tmp_path: Path, encoding: str) -> None:
    file = write(tmp_path, "月份,币种,汇率\n2026年9月,日元,0.0068\n2026-09,KRW,0.0007\n", encoding)
    assert import_rates(book, file) == 2
    assert book.db.execute("SELECT fx_rate('JPY', '2026-09-30')").fetchone()[0] == 680_000
    assert book.db.execute("SELECT fx_rate('JPY', '2026-08-30')").fetchone()[0] == load_rates().rate("JPY", "2026-08")
    again = write(tmp_path, "month,ccy,rate,source,date\n2026-09,JPY,0.0067,外汇局,2026-09-01\n")
    assert import_rates(book, again) == 1
    assert book.db.execute("SELECT fx_rate('JPY', '2026-09-30')").fetchone()[0] == 670_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有汇率"),
        ("month,ccy,rate\n", "没有汇率"),
        ("month,ccy\n2026-09,JPY\n", "缺少列：汇率"),
        ("month,ccy,rate\n2026-09,JPY,0.0066\n\n2026-13,JPY,0.0066\n", "第4行：月份“2026-13”"),
        ("month,ccy,rate\n2026,JPY,0.0066\n", "第2行：月份“2026”"),
        ("month,ccy,rate\n2026-09,瑞郎克,1\n", "第2行：币种“瑞郎克”"),
        ("month,ccy,rate\n2026-09,JPY,一\n", "第2行：汇率“一”不是数字"),
        ("month,ccy,rate\n2026-09,JPY,0\n", "应大于 0"),
        ("month,ccy,rate\n2026-09,JPY,NaN\n", "应大于 0"),
        ("month,ccy,rate\n2026-09,JPY,0.006613761\n", "超过 8 位"),
        ("month,ccy,rate\n2026-09,JPY,151.2\n", "应大于 0，且小于 100"),
        ("month,ccy,rate\n2026-09,CNY,6.94\n", "相差过大"),
        ("month,ccy,rate\n2026-09,USD,7.1\n", "美元的汇率只能是 1"),
        ("month,ccy,rate,date\n2026-09,JPY,0.0066,九月\n", "日期“九月”"),
        ("month,ccy,rate\n2026-09,JPY,0.0066\n2026-09,JPY,0.0067\n", "出现两次"),
        ("PK\0\0", "不是 CSV"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_changes(book: Book, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        import_rates(book, write(tmp_path, text))
    assert book.db.execute("SELECT count(*) FROM rates").fetchone()[0] == 0
