"""The template of a ledger form: a workbook to fill in, that the import recognises and reads without asking.

Four sheets: 填报 (three header rows: name, field id, duty and unit), 代码表 (the code lists of the drop-downs), 说明
(what each field means) and the hidden `_meta` (which form, edition and firm).
"""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.protection import SheetProtection

from forms.errors import InputRefused
from forms.kinds import Bool, Choices, Coded
from forms.workbook.addresses import column_letters
from forms.workbook.cell_xml import Styles
from forms.workbook.filling import Rows, fill
from forms.workbook.header import HEADER_ROWS
from forms.workbook.layout import (
    FIRST_DATA_ROW,
    TEXT_FORMAT,
    HeaderLook,
    columns_of,
    form_of,
    frozen_columns,
    note_of,
    number_format,
    width_of,
)
from forms.workbook.required_marks import formula_of
from forms.workbook.saving import placing
from forms.workbook.sheets import FILL_SHEET, META_SHEET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.catalogue import Catalogue
    from forms.definition import Edition, Field

# The stubs of openpyxl lack what a write-only sheet has of an ordinary one, and its cells are of no named type.
Sheet = Any
Cell = Any

_PREPARED_ROWS = 5_000
_OPEN = Protection(locked=False)
_ALLOWED = (  # in the protected sheet, as SheetProtection names what is not locked
    *("formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks"),
    *("deleteColumns", "deleteRows", "sort", "autoFilter"),
)
_PROMPT_LENGTH, _PROMPT_TITLE_LENGTH = 250, 32
_GUIDE = (
    "1. 从第4行起逐行填写，前三行表头已锁定；要调整列的次序，先在“审阅”里撤销工作表保护（没有密码）。",
    "2. 红色列必填，黄色列按条件必填，灰色列可以不填，由程序自动带出；一行里还缺的必填格会涂成红色，填上就消失。",
    "3. 合同号、信用代码等列已设为文本格式；从别处粘贴时请选“只粘贴值”，以免末位数字丢失。",
    "4. 金额按列头所注单位填写；日期写成 2026-09-30。填好后在程序里导入，有问题的格子会逐格列出，不会丢行。",
)


def write_template(
    catalogue: Catalogue, form: str, path: Path, *, period: str | None = None, uscc: str | None = None
) -> Path:
    """Write the empty template of a ledger form.

    Raises:
        InputRefused: the form is no ledger, or the file cannot be written.
    """
    write_filled(catalogue, form, path, Rows(0, lambda _fields: iter(())), period=period, uscc=uscc)
    return path


def write_filled(
    catalogue: Catalogue, form: str, path: Path, rows: Rows, *, period: str | None = None, uscc: str | None = None
) -> int:
    """Write a template with rows; give their number.

    Raises:
        InputRefused: the form is no ledger, the file cannot be written, or it was cancelled; then no file is left.
    """
    edition = catalogue.edition(form, period)
    if not edition.is_ledger:
        raise InputRefused("no-template", f"“{edition.title}”是单表，不用 Excel 模板；请在程序里直接填报。")
    workbook = Workbook(write_only=True)
    with placing(path) as unfinished:  # the sheets go to temporary files at once
        styles = write_fill_sheet(workbook, edition, rows.total)
        write_codes(workbook, catalogue, edition)
        _write_guide(workbook, edition)
        _write_meta(workbook, catalogue, edition, period, uscc)
        package = io.BytesIO()
        workbook.save(package)
        return fill(package, unfinished, columns_of(edition), styles, rows)


def write_fill_sheet(workbook: Workbook, edition: Edition, count: int = 0, title: str = FILL_SHEET) -> list[Styles]:
    """Write the sheet that is filled in, with its drop-downs, for `count` rows or more; give its columns' styles.

    The lists the drop-downs name are those of `write_codes`. The header is protected, without a password.
    """
    fields = columns_of(edition)
    with closing(_new_sheet(workbook, title)) as sheet:
        for index, field in enumerate(fields):
            dimension = sheet.column_dimensions[column_letters(index)]
            dimension.width, dimension.hidden = width_of(field), field.hidden
            dimension.number_format, dimension.protection = number_format(field), _OPEN
        sheet.freeze_panes = f"{column_letters(frozen_columns(edition))}{FIRST_DATA_ROW}"
        sheet.row_dimensions[1].height, sheet.row_dimensions[HEADER_ROWS].height = 30, 26
        for heads in _header_cells(sheet, fields):
            sheet.append(heads)
        last = FIRST_DATA_ROW + max(count, _PREPARED_ROWS) - 1
        for index, field in enumerate(fields):
            area = f"{column_letters(index)}{FIRST_DATA_ROW}:{column_letters(index)}{last}"
            validation = _validation(field)
            validation.add(area)
            sheet.data_validations.append(validation)
            formula = formula_of(field, fields, FIRST_DATA_ROW)
            if formula is not None:
                sheet.conditional_formatting.add(area, _marked(formula))
        sheet.protection = _protection()
        own = [cell_style(sheet, number_format(field)) for field in fields]
        text, whole = cell_style(sheet, TEXT_FORMAT), cell_style(sheet, "0")
    return [Styles(one, text, whole) for one in own]


def _marked(formula: str) -> Any:  # noqa: ANN401 - openpyxl's rules are of no named type
    rule: Any = FormulaRule
    return rule([formula], fill=HeaderLook.missing)


def _protection() -> SheetProtection:
    made = SheetProtection(sheet=True)
    for name in _ALLOWED:
        setattr(made, name, False)
    return made


def cell_style(sheet: Sheet, style: str) -> int:
    """Give the number of a cell's style in the workbook."""
    cell = WriteOnlyCell(sheet)
    cell.number_format, cell.protection = style, _OPEN
    return int(cell.style_id)


def _new_sheet(workbook: Workbook, title: str) -> Sheet:
    return workbook.create_sheet(title)


def _header_cells(sheet: Sheet, fields: Sequence[Field]) -> list[list[Cell]]:
    look = HeaderLook()
    texts = ([field.label for field in fields], [field.id for field in fields], [note_of(field) for field in fields])
    rows = []
    for row, font in zip(texts, (look.title, look.id_row, look.note), strict=True):
        cells = []
        for text, field in zip(row, fields, strict=True):
            cell = WriteOnlyCell(sheet, text)
            cell.font, cell.fill, cell.border, cell.alignment = font, look.fill(field), look.edge, look.centred
            cell.number_format = TEXT_FORMAT
            cells.append(cell)
        rows.append(cells)
    return rows


def _validation(field: Field) -> DataValidation:
    """Give the drop-down and the message of a column's cells; a value outside the list is questioned, not barred."""
    validation = DataValidation(allow_blank=True, showInputMessage=True)
    if isinstance(field.kind, Coded):
        validation.type, validation.formula1 = "list", list_name(field.kind.codelist.name)
    elif isinstance(field.kind, Bool):
        validation.type, validation.formula1 = "list", '"是,否"'
    if validation.type == "list":
        validation.showErrorMessage, validation.errorStyle = True, "warning"
        validation.errorTitle, validation.error = field.label[:_PROMPT_TITLE_LENGTH], "请从下拉列表中选择。"
    validation.promptTitle = field.label[:_PROMPT_TITLE_LENGTH]
    example = f"例：{field.help.example}" if field.help.example else ""
    validation.prompt = "\n".join(filter(None, (field.help.means, field.help.error, example)))[:_PROMPT_LENGTH] or None
    return validation


def list_name(codelist: str) -> str:
    """Give the defined name of a code list's drop-down."""
    return f"list_{codelist}"


def write_codes(workbook: Workbook, catalogue: Catalogue, *editions: Edition) -> None:
    """Write the code lists of the editions' columns, each once, with a name for each drop-down."""
    sheet = _new_sheet(workbook, "代码表")
    fields: dict[str, Field] = {}
    for field in (one for edition in editions for one in columns_of(edition)):
        if isinstance(field.kind, Coded | Choices):
            fields.setdefault(field.kind.codelist.name, field)
    blocks: list[list[tuple[str, str]]] = []
    for place, (name, field) in enumerate(fields.items()):
        codes = [code for code in catalogue.codelist(name) if not code.valid_to]
        block = [
            (field.label, ""),
            ("代码", "填报内容"),
            *((code.code, str(_choice(field, code.code))) for code in codes),
        ]
        blocks.append(block)
        column = column_letters(2 * place + 1)
        workbook.defined_names[list_name(name)] = DefinedName(
            list_name(name), attr_text=f"'代码表'!${column}$3:${column}${len(block)}"
        )
        sheet.column_dimensions[column].width = 24
    sheet.freeze_panes = "A3"
    bold = Font(bold=True)
    for line in range(max((len(block) for block in blocks), default=0)):
        cells = []
        for block in blocks:
            for text in block[line] if line < len(block) else ("", ""):
                cell = WriteOnlyCell(sheet, text or None)
                cell.number_format = TEXT_FORMAT
                if line < 2:  # noqa: PLR2004 - the list's name and its two column heads
                    cell.font = bold
                cells.append(cell)
        sheet.append(cells)
    sheet.close()


def _choice(field: Field, code: str) -> object:
    """Give what a cell holds for a code: its label, or the code where the label is another's too."""
    return field.kind.cell(code) if isinstance(field.kind, Coded) else field.kind.show(f'["{code}"]')


def _write_guide(workbook: Workbook, edition: Edition) -> None:
    sheet = _new_sheet(workbook, "说明")
    for letters, width in zip("ABCDEFGHI", (22, 18, 14, 14, 44, 44, 34, 22, 34), strict=True):
        sheet.column_dimensions[letters].width = width
    title = WriteOnlyCell(sheet, f"{edition.title}（{edition.form}）填表说明")
    title.font = Font(bold=True, size=14)
    sheet.append([title])
    for line in _GUIDE:
        sheet.append([line])
    sheet.append([])
    heads = ("指标", "字段", "填写形式", "要求", "定义", "口径", "取数", "示例", "常见错误")
    sheet.append([_styled(sheet, head, Font(bold=True)) for head in heads])
    for field in columns_of(edition):
        told = field.help
        texts = (
            field.label, field.id, form_of(field), note_of(field).partition("（")[0],
            told.means, told.scope, told.source, told.example, told.error,
        )  # fmt: skip
        sheet.append([_styled(sheet, text, Font()) for text in texts])
    sheet.close()


def _styled(sheet: Sheet, text: str, font: Font) -> Cell:
    cell = WriteOnlyCell(sheet, text or None)
    if text:
        cell.data_type = "s"
    cell.font, cell.alignment = font, Alignment(wrap_text=True, vertical="top")
    return cell


def _write_meta(
    workbook: Workbook, catalogue: Catalogue, edition: Edition, period: str | None, uscc: str | None
) -> None:
    sheet = _new_sheet(workbook, META_SHEET)
    sheet.sheet_state = "veryHidden"
    for name, value in (
        ("form", edition.form),
        ("edition", edition.first),
        ("sha256", edition.sha256),
        ("scheme", catalogue.scheme.version),
        ("period", period or ""),
        ("uscc", uscc or ""),
    ):
        sheet.append([name, _styled(sheet, value, Font())])
    sheet.close()
