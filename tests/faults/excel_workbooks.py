"""Workbooks of the traps as Excel writes them: shared and rich texts, dates by format, formulas with their values."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.forms.workbook.traps import Trap


def save_as_excel(trap: Trap, path: Path) -> Path:
    """Write a trap's rows; the last cell of the second row is also a formula, and the first bears a comment."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(trap.sheet)
        day, bold = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True})
        for number, cells in enumerate(trap.rows):
            for column, value in enumerate(cells):
                if isinstance(value, dt.date):
                    page.write_datetime(number, column, value, day)
                elif isinstance(value, str) and len(value) > 4 and number == 1:
                    page.write_rich_string(number, column, value[:2], bold, value[2:])
                elif value is not None:
                    page.write(number, column, value)
        page.write_formula(1, len(trap.rows[0]) - 1, "=1250*1000", None, 1_250_000)
        page.write_formula(len(trap.rows), 1, "=#REF!", None, "#REF!")
        page.write_comment(0, 0, "按合同填写")
        page.data_validation(1, 9, 99, 9, {"validate": "list", "source": ["日元", "美元"]})
        page.set_row(len(trap.rows) + 1, None, None, {"hidden": True})
        book.define_name("币种", f"='{trap.sheet}'!$J$1:$J$9")
    return path
