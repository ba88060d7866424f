"""An opening balance before it is brought in: its template, what is counted, and every fault at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from forms import ledger, opening
from forms.book import Book
from forms.errors import InputRefused
from forms.opening_sheet import SHEET
from forms.workbook.opening_template import write_opening_template

AS_OF, SINCE = "2026-08-05", "2026-07"
CONTRACT = {"合同号": "YJ-1", "签订日期": "2026-03-01", "合同币种": "USD", "合同金额（原币）": 1000}
EXECUTED = {"合同号": "YJ-1", "执行日期": "2026-06-30", "币种": "USD", "执行金额（原币）": 400}


@pytest.fixture
def workbook(tmp_path: Path, book: Book) -> Path:
    """Fill the template in: one contract, what was executed of it, one month."""
    path = write_opening_template(book.catalogue, tmp_path / "期初.xlsx", since=SINCE)
    put(path, "合同台账", 4, CONTRACT)
    put(path, "执行台账", 4, EXECUTED)
    put(path, SHEET, 2, {"企业营业收入（当月）": "2200000", "执行额": "400"})
    return path


def put(path: Path, sheet: str, row: int, values: dict[str, object]) -> dict[str, str]:
    """Type values into a row; give the address of each."""
    filled = load_workbook(path)
    heads = [one.value for one in filled[sheet][1]]
    cells = {name: filled[sheet].cell(row, heads.index(name) + 1) for name in values}
    for name, value in values.items():
        cells[name].value = value
    filled.save(path)
    return {name: f"{sheet}!{cell.coordinate}" for name, cell in cells.items()}


def test_the_template_filled_in_is_counted_and_brought_in(book: Book, workbook: Path) -> None:
    first = book.firm.starts_on
    would = opening.preview(book, workbook, as_of=AS_OF, since=SINCE)
    assert (would.contracts, would.executions, would.months, would.faults) == (1, 1, 1, ())
    assert would.totals == {"JLFW-02": {"USD": 100_000}, "JLFW-03": {"USD": 40_000}}
    assert (opening.standing(book), book.firm.starts_on, opening.can_begin(book)) == (None, first, True)
    assert opening.bring_in(book, workbook, as_of=AS_OF, since=SINCE) == would
    stands = opening.standing(book)
    assert stands is not None
    assert (stands.brought, stands.filing_id, stands.can_undo) == (would, "", True)
    assert book.firm.starts_on == "2026-07-01"
    assert not opening.can_begin(book)


def test_taken_back_the_firm_reports_from_the_month_it_did_before(book: Book, workbook: Path) -> None:
    first = book.firm.starts_on
    opening.bring_in(book, workbook, as_of=AS_OF, since=SINCE)
    opening.take_back(book)
    assert (opening.standing(book), book.firm.starts_on) == (None, first)
    assert ledger.read_rows(book, "JLFW-02") == []


def test_every_fault_is_told_at_its_cell_and_nothing_comes_in(book: Book, workbook: Path) -> None:
    late = put(workbook, "合同台账", 4, {"签订日期": "2026-07-15"})["签订日期"]
    undated = put(workbook, "合同台账", 5, {"合同号": "YJ-2", "签订日期": None})["签订日期"]
    unread = put(workbook, "执行台账", 4, {"执行金额（原币）": "很多"})["执行金额（原币）"]
    figure = put(workbook, SHEET, 2, {"执行额": "不详"})["执行额"]
    month = put(workbook, SHEET, 3, {"月份": "2026-07", "执行额": "1"})["月份"]
    would = opening.preview(book, workbook, as_of=AS_OF, since=SINCE)
    assert [one.cell for one in would.faults] == [figure, month, late, undated, unread]
    assert "不在2026年7月以前" in str(would.faults[2])
    with pytest.raises(InputRefused, match=r"不能识别.*期初没有带入"):
        opening.bring_in(book, workbook, as_of=AS_OF, since=SINCE)
    assert (opening.standing(book), ledger.read_rows(book, "JLFW-02")) == (None, [])


def test_what_is_cancelled_changes_nothing(book: Book, workbook: Path) -> None:
    with pytest.raises(InputRefused, match="已取消"):
        opening.bring_in(book, workbook, as_of=AS_OF, since=SINCE, watch=(None, lambda: True))
    assert opening.standing(book) is None


def test_rows_of_its_own_before_the_first_month_are_told(book: Book, workbook: Path) -> None:
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-9", "signed_on": "2026-02-02"}, as_of=AS_OF)
    with pytest.raises(InputRefused, match="合同台账第1行"):
        opening.preview(book, workbook, as_of=AS_OF, since=SINCE)
    assert book.firm.starts_on != "2026-07-01"
