"""Ledgers made at random go out and come in again equal; broken at random, none loses a row."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from forms import ledger
from forms.book import Book
from forms.errors import WorkbookRefused
from forms.workbook.export import export_ledger
from forms.workbook.importing import import_workbook
from tests.conftest import USCC
from tests.forms.workbook.traps import HEADER

AS_OF = "2026-11-03"
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
NAMES = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: text.strip().lstrip("=")).filter(str.strip)
DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31))
CONTRACTS = st.tuples(
    st.text("ABCXYZ0123456789-/", min_size=3, max_size=20).map(lambda text: f"合{text}"),
    NAMES,
    NAMES,
    st.sampled_from(["日本", "JPN", "美国", "韩国"]),
    st.sampled_from(["I", "C"]),
    st.just("ITO"),
    st.just("软件研发服务"),
    DAYS,
    DAYS,
    st.sampled_from(["日元", "USD", "KRW"]),
    st.integers(1, 10**13).map(lambda hundredths: hundredths / 100),
)
LEDGERS = st.lists(CONTRACTS, min_size=1, max_size=25, unique_by=lambda one: one[0].upper())
ODD = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "",
            " ",
            "#REF!",
            "#N/A",
            "合计",
            "小计：",
            "填表人：",
            "约10万",
            "9.12E+17",
            "_x000D_",
            "\u00a0",
            "１２",
            "=1+1",
            "-",
        ]
    ),
    st.sampled_from([*HEADER]),
    st.text(LETTERS, max_size=40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    DAYS,
)
DAMAGE = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 10), ODD), max_size=20)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])
settings.register_profile("ledgers", max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
STORED = (
    "contract_no",
    "contract_name",
    "client_name",
    "client_country",
    "signed_on",
    "expires_on",
    "ccy",
    "amount_orig",
)


def empty_book(folder, name):
    return Book.create(
        folder / f"{name}.zhibao", uscc=USCC, name="延吉海兰江软件有限公司", division="222401", demo=True
    )


def write(rows, path, encoding=None):
    """Write rows as a workbook, or as text in an encoding."""
    if encoding:
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return path
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("合同台账")
    for cells in (HEADER, *rows):
        page.append(cells)
    book.save(path)
    return path


def stored(book):
    return sorted(tuple(one[name] for name in STORED) for one in ledger.read_rows(book, "JLFW-02"))


@settings(settings.get_profile("ledgers"))
@given(rows=LEDGERS, encoding=st.none() | ENCODINGS)
def test_a_ledger_that_goes_out_comes_in_again_equal(rows, encoding):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with empty_book(folder, "甲") as first, empty_book(folder, "乙") as second:
            path = write(rows, folder / ("台账.csv" if encoding else "台账.xlsx"), encoding)
            result = import_workbook(first, "JLFW-02", path, as_of=AS_OF)
            assert (result.new, result.rows_refused) == (len(rows), 0)
            assert [one for one in result.findings if one.rule == "F00-004"] == []
            assert sorted(one[-1] for one in stored(first)) == sorted(round(one[-1] * 100) for one in rows)
            export_ledger(first, "JLFW-02", folder / "导出.xlsx")
            again = import_workbook(second, "JLFW-02", folder / "导出.xlsx", as_of=AS_OF)
            assert (again.new, again.rows_refused) == (len(rows), 0)
            assert stored(first) == stored(second)


@settings(settings.get_profile("ledgers"))
@given(rows=LEDGERS, damage=DAMAGE, encoding=st.none() | ENCODINGS)
def test_a_ledger_broken_at_random_loses_no_row(rows, damage, encoding):
    cells = [list(one) for one in rows]
    for row, column, odd in damage:
        cells[row % len(cells)][column] = odd
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with empty_book(folder, "甲") as book:
            try:
                path = write(cells, folder / ("台账.csv" if encoding else "台账.xlsx"), encoding)
                result = import_workbook(book, "JLFW-02", path, as_of=AS_OF)
            except (WorkbookRefused, IllegalCharacterError):
                assert ledger.row_count(book, "JLFW-02") == 0
                return
            filled = sum(any(str("" if cell is None else cell).strip() for cell in one) for one in cells)
            assert result.rows_read == result.rows_accepted + result.rows_refused
            assert result.rows_read == filled
            assert result.rows_accepted == result.new + result.updated + result.unchanged
            assert ledger.row_count(book, "JLFW-02") == result.new
            if not result.rows_refused and not result.updated:
                for currencies in result.totals.values():
                    assert all(sums.file == sums.book for sums in currencies.values())
