"""What the answer to an import says of the file as a whole: decisions an accountant must be able to disagree with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.quoting import quoted
from forms.workbook.addresses import column_letters
from forms.workbook.content import COUNTRY, CREDIT_CODE, CURRENCY, DATE, what_of
from forms.workbook.shown_units import shown_otherwise, units_shown
from forms.workbook.units import FACTOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Edition
    from forms.workbook.package import Package
    from forms.workbook.sheets import Choice

_MOST = 10
_PROOFS = {
    CREDIT_CODE: "都是校验位相符的统一社会信用代码",
    CURRENCY: "都是币种",
    COUNTRY: "都是国家或地区",
    DATE: "都是日期",
}
_UNITS = {"ccy": "原币", "USD": "美元", "CNY": "人民币元"}


def notices(choice: Choice, edition: Edition, package: Package) -> list[str]:
    """Tell which sheet is read where others could be, which columns are converted, cannot be, or look otherwise."""
    return [sentence for _, sentence in coded(choice, edition, package)]


def coded(choice: Choice, edition: Edition, package: Package) -> list[tuple[str, str]]:
    """Give the notices, each with what the doctor calls it (`doctor.toml`)."""
    units = [*_units(choice, edition), *_shown(choice, edition, package)]
    return [*_sheets(choice), *_columns(choice, edition), *(("units", sentence) for sentence in units)]


def _sheets(choice: Choice) -> list[tuple[str, str]]:
    name = choice.sheet.name
    told: list[tuple[str, str]] = []
    if choice.is_hidden:
        told.append(("sheet-hidden", f"读的是隐藏的工作表“{name}”，请核对是否要导入它。"))
    if choice.alike:
        others = _names(choice.alike)
        alike = (
            f"工作表“{name}”和{others}的列相像，这次只读了“{name}”；{others}如也要导入，"
            "请选择该工作表再导入一次（命令行用 --sheet 指定）。"
        )
        told.append(("sheets-alike", alike))
    if choice.hidden:
        hidden = f"隐藏的工作表{_names(choice.hidden)}没有读；如要导入，请先在 Excel 中取消隐藏。"
        told.append(("sheet-hidden", hidden))
    return told


def _columns(choice: Choice, edition: Edition) -> list[tuple[str, str]]:
    """Tell which columns go another way than by their names."""
    header = choice.header
    heads = choice.sheet.head[header.row]
    told: list[tuple[str, str]] = []
    if header.mapping is not None:
        told.append(("by-mapping", "列按保存的对应关系读入；不合适的，请在导入时改“列对应”。"))
        absent = "、".join(f"“{_head(head)}”" for head in header.mapping.absent(heads)[:_MOST])
        if absent:
            lacking = f"保存的对应关系里有的列这份文件没有：{absent}；其余列照样读入，请核对是不是同一种文件。"
            told.append(("by-mapping", lacking))
    for name in sorted(header.by_content, key=header.columns.__getitem__):
        field, at = edition.by_id[name], header.columns[name]
        proof = _PROOFS[what_of(field) or ""]
        where = f"{column_letters(at)}列{_named(heads, at)}"
        sentence = f"{where}的列名认不出来，格子里{proof}，按“{field.label}”导入；不对的，请改“列对应”。"
        told.append(("by-content", sentence))
    return told


def _named(heads: Sequence[object], at: int) -> str:
    text = _head(heads[at]) if at < len(heads) else ""
    return f"“{text}”" if text else ""


def _units(choice: Choice, edition: Edition) -> list[str]:
    header, table = choice.header, choice.header.table_unit
    heads = choice.sheet.head[header.row]
    by_table = table.converted if table else frozenset[str]()
    said = "、".join(f"“{_head(words)}”" for words in table.words) if table else ""
    told: list[str] = []
    for name in header.columns:
        if name in header.ten_thousands:
            field, column = edition.by_id[name], header.columns[name]
            what = f"表头写明{said}，" if name in by_table else ""
            unit = "" if name in by_table else "以万为单位，"
            told.append(
                f"{what}{column_letters(column)}列“{_head(heads[column])}”{unit}已乘以 {FACTOR:,}，"
                f"作为“{field.label}”（{_currency(edition, name)}）导入；请核对金额。"
            )
    if table is not None and table.unclear:
        told.append(f"表中先后写明{said}，不知以哪个为准，金额按元读入；请核对，或在各列列头写明单位后再导入。")
    elif table is not None:
        told += [
            f"表头写明{said}，但{column_letters(column)}列“{_head(heads[column])}”另有单位，按列头的单位读入；请核对金额。"
            for column in table.own
        ]
    unfit = (
        f"{column_letters(column)}列“{_head(heads[column])}”的单位与指标的单位不符，无法换算，没有导入；"
        "请改成指标的单位，列头写明元、万元、美元或万美元后再导入。"
        for column in header.unfit
    )
    return [*told, *unfit]


def _shown(choice: Choice, edition: Edition, package: Package) -> list[str]:
    header = choice.header
    heads = choice.sheet.head[header.row]
    amounts = {name: column for name, column in header.columns.items() if edition.by_id[name].is_money}
    shown = shown_otherwise(package, choice.sheet.part, amounts.values())
    counted = {column for name, column in amounts.items() if name in header.ten_thousands}
    return units_shown(shown, {column: _head(heads[column]) for column in amounts.values()}, counted)


def _currency(edition: Edition, name: str) -> str:
    field = edition.by_id[name]
    if field.unit == "ccy" and field.ccy_field in edition.by_id:
        return f"币种以“{edition.by_id[field.ccy_field].label}”列为准"
    return _UNITS.get(field.unit, field.unit)


def _names(names: tuple[str, ...]) -> str:
    shown = "、".join(f"“{name}”" for name in names[:_MOST])
    return f"{shown}等{len(names)}张" if len(names) > _MOST else shown


def _head(cell: object) -> str:
    return quoted(" ".join(str(cell).split()))
