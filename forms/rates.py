"""Exchange rates to the US dollar by month: those shipped with the scheme, overlaid by those the firm imported.

A rate is USD for one unit of a currency, a whole number of 1e-8. A month without a rate takes the last known one before
it (the earliest known one where there is none before), marked stale: a lacking table warns, and never blocks a duty.
"""

from __future__ import annotations

import bisect
import csv
import functools
import io
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation, Overflow
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forms import disk, kinds
from forms.codelists import folded
from forms.errors import DefinitionProblem, InputRefused
from forms.periods import is_month, parse_period

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.codelists import CodeList

SHIPPED: Final = Path(__file__).parent / "definitions" / "scheme" / "rates.csv"
ONE: Final = 10**8
_LIMIT: Final = 100 * ONE  # no currency in use is worth a hundred dollars
_APART: Final = 3  # a rate this many times off the last known one is upside down, or of another currency
_LARGEST_FILE: Final = 4_000_000
_DATE: Final = kinds.Date()
_HEADERS: Final = {
    "month": ("month", "月份", "年月", "所属月份", "期间"),
    "ccy": ("ccy", "currency", "币种", "货币", "币别", "货币代码"),
    "rate": ("rate", "汇率", "折美元汇率", "折算率", "对美元折算率", "美元折算率"),
    "source": ("source", "来源", "汇率来源"),
    "date": ("date", "日期", "生效日期", "公布日期"),
}
_NEEDED: Final = {"month": "月份", "ccy": "币种", "rate": "汇率"}


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate found for a date: `stale` where its month is not the one asked for."""

    month: str
    ccy: str
    rate: int
    source: str
    date: str
    stale: bool = False


class Rates:
    """Rates by currency and month."""

    def __init__(self, known: Iterable[Rate]) -> None:
        """Index the rates; of two for one month and currency the later one holds."""
        self._by_ccy: dict[str, dict[str, Rate]] = {}
        for rate in known:
            self._by_ccy.setdefault(rate.ccy, {})[rate.month] = rate
        self._months = {ccy: sorted(months) for ccy, months in self._by_ccy.items()}

    def __iter__(self) -> Iterator[Rate]:
        """Iterate over every rate, by currency and month."""
        return (self._by_ccy[ccy][month] for ccy, months in self._months.items() for month in months)

    def rate_for(self, ccy: str, date: str) -> Rate | None:
        """Find the rate for a date or month; None where the currency has none at all."""
        month = date[:7]
        if ccy == "USD":
            return Rate(month, ccy, ONE, "", f"{month}-01")
        months = self._months.get(ccy)
        if not months:
            return None
        found = self._by_ccy[ccy][months[max(0, bisect.bisect_right(months, month) - 1)]]
        return found if found.month == month else replace(found, stale=True)

    def rate(self, ccy: str, month: str) -> int | None:
        """Give the rate in 1e-8 USD for the month."""
        found = self.rate_for(ccy, month)
        return None if found is None else found.rate

    def month(self, ccy: str, month: str) -> str | None:
        """Give the month that rate is of."""
        found = self.rate_for(ccy, month)
        return None if found is None else found.month


@functools.cache
def load_rates(path: Path = SHIPPED) -> Rates:
    """Read the rates shipped with the scheme.

    Raises:
        DefinitionProblem: a line is no rate.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            return Rates(
                Rate(line["month"], line["ccy"], _hundred_millionths(line["rate"]), line["source"], line["date"])
                for line in csv.DictReader(file)
            )
        except (KeyError, ValueError) as error:
            raise DefinitionProblem("bad-rates", f"汇率表 {path.name} 有误：{error}。") from error


def book_rates(db: sqlite3.Connection, catalogue: Catalogue) -> Rates:
    """Give the scheme's rates overlaid by those the Book's firm imported."""
    shipped = load_rates(catalogue.scheme.folder / "rates.csv")
    own = [Rate(*line) for line in db.execute("SELECT month, ccy, rate, source, date FROM rates")]
    return Rates([*shipped, *own]) if own else shipped


def import_rates(book: Book, file: Path) -> int:
    """Take the rates of a CSV file into the Book; a rate already there is replaced. Returns how many rates were read.

    Raises:
        InputRefused: the file or one of its lines is no good; nothing has changed.
    """
    known, currencies = book_rates(book.db, book.catalogue), book.catalogue.codelist("currencies")
    rates = read_rates(_text(file), known, currencies, file.name)
    with book.transaction():
        book.db.executemany(
            "INSERT OR REPLACE INTO rates(month, ccy, rate, source, date) VALUES (?, ?, ?, ?, ?)",
            [(rate.month, rate.ccy, rate.rate, rate.source, rate.date) for rate in rates],
        )
    book.rates_changed()
    return len(rates)


def read_rates(text: str, known: Rates, currencies: CodeList, name: str) -> list[Rate]:
    """Read CSV text of month, currency and rate (source and date may lack).

    Raises:
        InputRefused: the header or a line is no good; the sentence names the line.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    lines = [(reader.line_num, cells) for cells in _cells(reader, name) if any(cell.strip() for cell in cells)]
    if len(lines) < 2:  # noqa: PLR2004 -- a header and one rate
        raise InputRefused("no-rates", f"文件“{name}”里没有汇率，请核对文件。")
    columns = _columns(lines[0][1], name)
    read: dict[tuple[str, str], Rate] = {}
    for number, cells in lines[1:]:
        given = {column: cells[at].strip() if at < len(cells) else "" for column, at in columns.items()}
        try:
            rate = _read_line(given, known, currencies)
            if read.setdefault((rate.month, rate.ccy), rate) != rate:
                raise ValueError(f"{rate.month} {rate.ccy} 的汇率出现两次，数值不同")  # noqa: TRY301 -- named below
        except ValueError as error:
            sentence = f"“{name}”第 {number} 行：{error}。全部汇率均未导入，请改正后重试。"
            raise InputRefused("bad-rate", sentence) from error
    return list(read.values())


def _cells(reader: Iterable[list[str]], name: str) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise InputRefused("no-csv", f"“{name}”不是 CSV 汇率表，请另存为 CSV 后再导入。") from error


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            raw = opened.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise InputRefused("no-file", f"找不到文件“{file.name}”，请核对路径。") from error
    except OSError as error:
        raise InputRefused("no-file", f"打不开文件“{file.name}”：{disk.reason_of(error)}。") from error
    if len(raw) > _LARGEST_FILE or b"\0" in raw:
        raise InputRefused("no-csv", f"“{file.name}”不是 CSV 汇率表，请另存为 CSV 后再导入。")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputRefused("no-csv", f"“{file.name}”的文字编码认不出来，请另存为 UTF-8 的 CSV 后再导入。")


def _columns(header: list[str], name: str) -> dict[str, int]:
    places = {folded(cell): at for at, cell in reversed(list(enumerate(header)))}
    columns = {
        column: next(places[folded(title)] for title in titles if folded(title) in places)
        for column, titles in _HEADERS.items()
        if any(folded(title) in places for title in titles)
    }
    missing = [title for column, title in _NEEDED.items() if column not in columns]
    if missing:
        sentence = f"“{name}”缺少列：{'、'.join(missing)}。表头应为：月份、币种、汇率、来源、日期。"
        raise InputRefused("no-rate-columns", sentence)
    return columns


def _read_line(given: Mapping[str, str], known: Rates, currencies: CodeList) -> Rate:
    try:
        month = parse_period(given["month"])
    except InputRefused as error:
        raise ValueError(f"月份“{given['month']}”应写成 2026-09") from error
    if not is_month(month):
        raise ValueError(f"月份“{given['month']}”应写成 2026-09")
    ccy = currencies.find(given["ccy"]) if given["ccy"] else None
    if ccy is None:
        raise ValueError(f"币种“{given['ccy']}”不在币种表中")
    rate = _hundred_millionths(given["rate"])
    last = known.rate(ccy, month)
    if ccy == "USD" and rate != ONE:
        raise ValueError("美元的汇率只能是 1")
    if last is not None and not last < rate * _APART < last * _APART**2:
        reference = f"与参考汇率 {Decimal(last) / ONE:.8f} 相差过大"
        raise ValueError(f"{ccy} 的汇率 {given['rate']} {reference}，应填 1 单位该币种折合多少美元")
    date = _DATE.parse(given.get("date") or f"{month}-01")
    if not isinstance(date, str):
        raise ValueError(f"日期“{given['date']}”应写成 2026-09-01")
    return Rate(month, ccy, rate, given.get("source") or "导入", date)


def _hundred_millionths(text: str) -> int:
    """Read a rate exactly; ValueError with the reason in Chinese."""
    try:
        scaled = Decimal(text.replace(",", "")) * ONE
    except (InvalidOperation, Overflow) as error:
        raise ValueError(f"汇率“{text}”不是数字") from error
    if not scaled.is_finite() or not 0 < scaled < _LIMIT:
        raise ValueError(f"汇率“{text}”应大于 0，且小于 100")
    if scaled != int(scaled):
        raise ValueError(f"汇率“{text}”的小数超过 8 位")
    return int(scaled)
