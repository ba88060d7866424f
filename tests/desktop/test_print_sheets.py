"""Forms as they print, in the cells of a workbook: `zhibao print … OUT.xlsx`."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest

from desktop.printing import drafting
from desktop.printing.content import Grid
from forms.book import Book

PERIOD = "2026-10"


@pytest.mark.parametrize("form", ["02", "04"])
def test_a_filing_goes_into_a_sheet_word_for_word(zhibao, filed_path, tmp_path, form):
    out = tmp_path / "申报.xlsx"
    ran = zhibao("print", filed_path, form, PERIOD, out)
    assert (ran.status, ran.data["xlsx"]) == (0, str(out))
    with Book.open(filed_path, readonly=True) as book:
        number = book.catalogue.find_form(form)
        paper = drafting.filed_paper(book, drafting.newest_filing(book, number, PERIOD))
    page = openpyxl.load_workbook(out).active
    assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", "9")
    assert page["A1"].value == paper.head.title
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    told = " ".join(str(cell.value) for cell in cells)
    assert paper.head.firm in told
    assert paper.head.stamp.sha256 in told
    assert all(cell.data_type in ("s", "n") for cell in cells)
    if isinstance(paper.body, Grid):
        texts = {str(cell.value) for cell in cells if cell.data_type == "s"}
        amounts = {Decimal(str(cell.value)) for cell in cells if cell.data_type == "n"}
        at = [one.id for one in paper.body.columns].index("contract_no")
        assert {row[at] for row in paper.body.rows} <= texts
        money = [one.id for one in paper.body.columns].index("amount_orig")
        assert {Decimal(row[money].replace(",", "")) for row in paper.body.rows} <= amounts


def test_a_draft_says_that_it_is_one(zhibao, filed_path, tmp_path):
    assert zhibao("print", filed_path, "04", PERIOD, tmp_path / "草稿.xlsx", "--draft").status == 0
    page = openpyxl.load_workbook(tmp_path / "草稿.xlsx").active
    assert any("草稿" in str(row[0]) for row in page.iter_rows(values_only=True))


def test_what_was_not_filed_leaves_no_file(zhibao, filed_path, tmp_path):
    assert zhibao("print", filed_path, "04", "2026-11", tmp_path / "没有.xlsx").status == 3
    assert not (tmp_path / "没有.xlsx").exists()
