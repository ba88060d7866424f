"""Choosing among the sheets of a workbook, and recognising our own template by its hidden sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import python_calamine as calamine

from forms.codelists import folded
from forms.errors import WorkbookRefused

if TYPE_CHECKING:
    from forms.definition import Edition

META_SHEET = "_meta"
FILL_SHEET = "填报"
OTHER_SHEETS = frozenset((META_SHEET, "代码表", "说明"))
_META_ROWS = 30


def sheet_order(workbook: calamine.CalamineWorkbook, edition: Edition, wanted: str | None) -> list[tuple[str, bool]]:
    """List the sheets to try, each with whether its name alone settles the choice.

    Raises:
        WorkbookRefused: the sheet asked for does not exist, or the workbook has no sheet of cells.
    """
    usable = [
        sheet
        for sheet in workbook.sheets_metadata
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.name not in OTHER_SHEETS
    ]
    if wanted is not None:
        found = [sheet.name for sheet in usable if folded(sheet.name) == folded(wanted)]
        if not found:
            names = "、".join(f"“{sheet.name}”" for sheet in usable[:10])
            raise WorkbookRefused("no-sheet", f"工作簿里没有工作表“{wanted}”，现有：{names or '无'}。")
        return [(found[0], True)]
    if not usable:
        raise WorkbookRefused("workbook-empty", "工作簿里没有可导入的工作表。")
    ours = {folded(text) for text in (FILL_SHEET, edition.short, edition.title, edition.form)}
    named = [sheet.name for sheet in usable if folded(sheet.name) in ours]
    visible = [
        sheet.name for sheet in usable if sheet.name not in named and sheet.visible == calamine.SheetVisibleEnum.Visible
    ]
    return [(name, True) for name in named] + [(name, False) for name in visible]


def check_template(workbook: calamine.CalamineWorkbook, edition: Edition) -> None:
    """Refuse the template of another form; anything else may be read.

    Raises:
        WorkbookRefused: the hidden sheet names another form.
    """
    form = read_meta(workbook).get("form", edition.form)
    if form != edition.form:
        raise WorkbookRefused(
            "wrong-template", f"这是报表 {form} 的模板，不能导入“{edition.short}”；请到对应的台账中导入。"
        )


def read_meta(workbook: calamine.CalamineWorkbook) -> dict[str, str]:
    """Read the hidden sheet of a template: names in the first column, values in the second; empty without one."""
    if META_SHEET not in workbook.sheet_names:
        return {}
    rows = workbook.get_sheet_by_name(META_SHEET).to_python(nrows=_META_ROWS)
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1}
