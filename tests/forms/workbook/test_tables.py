"""Tables of figures as a workbook: exact numbers with their units, nothing that counts as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from forms.errors import InputRefused
from forms.tables import COUNT, PERCENT, TEXT, WAN, Table
from forms.workbook.tables import write_tables

if TYPE_CHECKING:
    from pathlib import Path


def clients() -> Table:
    return Table(
        name="按发包方",
        title="执行额按发包方（万美元）",
        heads=["发包方", "执行额", "占比", "笔数"],
        kinds=[TEXT, WAN, PERCENT, COUNT],
        rows=[
            ['=HYPERLINK("http://x")', 123_456_789, 9_667, 3],
            ["Kim\x07 & <b>Co</b>", -1, None, 1_200],
            ["合计", 999_999_999_999_99, 10_000, 4],
        ],
        notes=["延吉海兰江软件有限公司　2026年", "=1+1"],
    )  # fmt: skip


def test_amounts_are_exact_in_wan_and_shares_are_percentages(tmp_path: Path) -> None:
    path = write_tables([clients()], tmp_path / "统计.xlsx")
    sheet = openpyxl.load_workbook(path)["按发包方"]
    heads = [cell.value for cell in sheet[4]]
    assert heads == ["发包方", "执行额", "占比", "笔数"]
    amount, share, count = sheet["B5"], sheet["C5"], sheet["D5"]
    assert (amount.value, amount.number_format) == (123.456789, "#,##0.00")
    assert (share.value, share.number_format) == (0.9667, "0.00%")
    assert (count.value, count.number_format) == (3, "#,##0")
    assert sheet["B6"].value == -0.000001
    assert sheet["C6"].value is None
    assert sheet["B7"].value == 99_999_999.999999


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = write_tables([clients()], tmp_path / "统计.xlsx")
    sheet = openpyxl.load_workbook(path)["按发包方"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")
    assert (sheet["A5"].value, sheet["A5"].data_type) == ('=HYPERLINK("http://x")', "s")


def test_a_name_that_is_no_workbook_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    book = tmp_path / "企业.zhibao"
    book.write_bytes(b"the Book")
    with pytest.raises(InputRefused, match="xlsx"):
        write_tables([clients()], book)
    assert book.read_bytes() == b"the Book"
    assert [one.name for one in tmp_path.iterdir()] == ["企业.zhibao"]
