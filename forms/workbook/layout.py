"""How a ledger stands in a workbook: which fields are columns, how each column and its header look.

Template and export share this: what is exported is a filled template, and comes back as the same rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from forms.kinds import Bool, Choices, Coded, Date, IdText, Int, Money, Month, Rate, Scaled, Text
from forms.workbook.header import HEADER_ROWS

if TYPE_CHECKING:
    from forms.definition import Edition, Field

FIRST_DATA_ROW = HEADER_ROWS + 1
TEXT_FORMAT = "@"

_PIXELS_A_CHARACTER = 7
_DEFAULT_WIDTH = 110
_CURRENCY_NAMES = {"ccy": "原币", "USD": "美元", "CNY": "元"}


@dataclass(frozen=True, slots=True)
class HeaderLook:
    """Fonts and fills of the three header rows."""

    title = Font(name="微软雅黑", size=10, bold=True, color="1F2937")
    id_row = Font(name="Consolas", size=8, color="9CA3AF")
    note = Font(name="微软雅黑", size=8, color="6B7280")
    required = PatternFill("solid", fgColor="FDE2E1")
    conditional = PatternFill("solid", fgColor="FFF3D6")
    optional = PatternFill("solid", fgColor="EAF1FB")
    automatic = PatternFill("solid", fgColor="EEEEEE")
    missing = PatternFill("solid", bgColor="FAD4D2")  # of a conditional format, where bgColor is what fills
    edge = Border(bottom=Side("thin", color="C7CDD6"), right=Side("thin", color="E3E7ED"))
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)

    def fill(self, field: Field) -> PatternFill:
        """Give the colour that says whether the column must be filled."""
        if field.auto is not None:
            return self.automatic
        if field.required is True:
            return self.required
        return self.conditional if field.required else self.optional


def columns_of(edition: Edition) -> tuple[Field, ...]:
    """Give the fields that are columns of the template: all that people may fill in."""
    return tuple(field for field in edition.stored_fields if field.template and field.in_sheets)


def number_format(field: Field) -> str:  # noqa: PLR0911 - one line a kind
    """Give the format of a field's cells; text stays text, so that no digit of a number that is a name is lost."""
    kind = field.kind
    if isinstance(kind, Date):
        return "yyyy-mm-dd"
    if isinstance(kind, Money):
        return "#,##0.00"
    if isinstance(kind, Rate):
        return "0.00######"
    if isinstance(kind, Int):
        return "0"
    if isinstance(kind, Scaled):
        return "0." + "0" * kind.scale if kind.scale else "0"
    if isinstance(kind, IdText | Month | Text):
        return TEXT_FORMAT
    return "General"


def width_of(field: Field) -> float:
    """Give a column's width in characters."""
    return round((field.width or _DEFAULT_WIDTH) / _PIXELS_A_CHARACTER + 2, 1)


def note_of(field: Field) -> str:
    """Give the third header row: must it be filled, and in which unit or form."""
    if field.auto is not None:
        duty = "自动，可不填" if field.required is True else "自动"
    elif field.required is True:
        duty = "必填"
    else:
        duty = "条件必填" if field.required else "选填"
    return f"{duty}（{form_of(field)}）" if form_of(field) else duty


def form_of(field: Field) -> str:
    """Say how the field is written: its unit, or 下拉选择, or the form of a date."""
    if field.is_money:
        return _CURRENCY_NAMES.get(field.unit, field.unit)
    if field.unit:
        return field.unit
    if isinstance(field.kind, Coded | Bool):
        return "下拉选择"
    if isinstance(field.kind, Choices):
        return "多选，用“、”隔开"
    if isinstance(field.kind, Date):
        return "如 2026-09-30"
    return "文本" if isinstance(field.kind, IdText) else ""


def frozen_columns(edition: Edition) -> int:
    """Count the leading columns that stay in place when the sheet is scrolled."""
    count = 0
    for field in columns_of(edition):
        if not field.frozen:
            break
        count += 1
    return count
