"""Lists of exchange rates as people have them: CSV files of month or date, currency, rate and source, into a Book."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from forms import disk, kinds
from forms.codelists import folded
from forms.errors import InputRefused
from forms.periods import is_month, parse_period
from forms.rates import DAY, ONE, Rate, Rates, book_rates, hundred_millionths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from forms.book import Book
    from forms.codelists import CodeList

_APART: Final = 3  # a rate this many times off the last known one is upside down, or of another currency
_LARGEST_FILE: Final = 4_000_000
_DATE: Final = kinds.Date()
_A_DAY: Final = r"\d+\D+\d+\D+\d|\d{8}"
_HEADERS: Final = {
    "month": ("month", "月份", "年月", "所属月份", "期间"),
    "ccy": ("ccy", "currency", "币种", "货币", "币别", "货币代码"),
    "rate": ("rate", "汇率", "折美元汇率", "折算率", "对美元折算率", "美元折算率"),
    "source": ("source", "来源", "汇率来源"),
    "date": ("date", "日期", "生效日期", "公布日期"),
}
_NEEDED: Final = {"month": "月份", "ccy": "币种", "rate": "汇率"}


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
    """Read CSV text of month or date, currency and rate (a source may stand beside); without a month the date counts.

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
            sentence = f"“{name}”第{number}行：{error}。全部汇率均未导入，请改正后重试。"
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
    if "month" not in columns and "date" in columns:
        columns["month"] = columns.pop("date")
    missing = [title for column, title in _NEEDED.items() if column not in columns]
    if missing:
        sentence = f"“{name}”缺少列：{'、'.join(missing)}。表头应为：月份（或日期）、币种、汇率、来源。"
        raise InputRefused("no-rate-columns", sentence)
    return columns


def _read_when(text: str) -> str:
    """Read a month, or a day; ValueError with the reason in Chinese."""
    day = _DATE.parse(text)
    if isinstance(day, str) and re.search(_A_DAY, text):
        return day
    try:
        month = parse_period(text)
    except InputRefused as error:
        raise ValueError(f"月份“{text}”应写成 2026-09 或 2026-09-15") from error
    if not is_month(month):
        raise ValueError(f"月份“{text}”应写成 2026-09 或 2026-09-15")
    return month


def _read_line(given: Mapping[str, str], known: Rates, currencies: CodeList) -> Rate:
    month = _read_when(given["month"])
    ccy = currencies.find(given["ccy"]) if given["ccy"] else None
    if ccy is None:
        raise ValueError(f"币种“{given['ccy']}”不在币种表中")
    rate = hundred_millionths(given["rate"])
    last = known.rate(ccy, month)
    if ccy == "USD" and rate != ONE:
        raise ValueError("美元的汇率只能是 1")
    if last is not None and not last < rate * _APART < last * _APART**2:
        reference = f"与参考汇率 {Decimal(last) / ONE:.8f} 相差过大"
        raise ValueError(f"{ccy} 的汇率 {given['rate']} {reference}，应填 1 单位该币种折合多少美元")
    date = month if len(month) == DAY else _DATE.parse(given.get("date") or f"{month}-01")
    if not isinstance(date, str):
        raise ValueError(f"日期“{given['date']}”应写成 2026-09-01")
    return Rate(month, ccy, rate, given.get("source") or "导入", date)
