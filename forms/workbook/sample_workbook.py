"""The sample as the workbook an accountant keeps: her own column names, titles, totals and notes, not our template."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from forms.catalogue import load_catalogue
from forms.kinds import Coded, IdText, Money
from forms.workbook.addresses import column_letters
from forms.workbook.saving import save_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from forms.definition import Edition
    from forms.sample import Sample
    from forms.sample_ledgers import Values

SERIAL, CLERK = "#serial", "#clerk"


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """How the accountant keeps a ledger: title, row and first column of the header, her names of the columns."""

    form: str
    name: str
    title: str
    header: int
    left: int
    columns: tuple[tuple[str, str], ...]


CONTRACT_COLUMNS = (
    ("序号", SERIAL), ("合同编号", "contract_no"), ("项目名称", "contract_name"),
    ("登记证书号", "software_reg_no"), ("合同类型", "contract_kind"), ("客户名称", "client_name"),
    ("客户中文名", "client_name_cn"), ("客户国别", "client_country"), ("客户类型", "client_type"),
    ("客户税号", "client_uscc"), ("客户行业", "client_industry"), ("最终客户国别", "end_client_country"),
    ("关联方", "is_related_party"), ("是否转包", "is_subcontract"), ("业务类别", "biz_l1"), ("业务小类", "biz_code"),
    ("签约日期", "signed_on"), ("合同生效日期", "effective_on"), ("合同到期日", "expires_on"), ("币种", "ccy"),
    ("合同金额", "amount_orig"), ("是否含税", "is_tax_included"), ("交付方式", "delivery_mode"),
    ("项目人数", "staff_involved"), ("合同状态", "status_biz"), ("经办人", CLERK), ("备注", "remarks"),
)  # fmt: skip
_SHEETS = (
    OwnSheet("JLFW-02", "合同台账", "服务外包合同台账", 3, 1, CONTRACT_COLUMNS),
    OwnSheet(
        "JLFW-03",
        "执行台账",
        "收汇、收款明细",
        2,
        0,
        (
            ("收款编号", "exec_no"), ("合同编号", "contract_no"), ("收款日期", "exec_on"), ("收款方式", "exec_basis"),
            ("币种", "ccy"), ("收款金额", "amount_orig"), ("付款人", "payer_name"), ("付款国别", "payer_country"),
            ("发票号码", "invoice_no"), ("凭证号", "voucher_no"), ("收汇凭证", "receipt_links"), ("经办人", CLERK),
            ("备注", "remarks"),
        ),
    ),
    OwnSheet(
        "JLFW-03A",
        "收汇凭证",
        "银行收汇凭证",
        1,
        0,
        (
            ("单据种类", "receipt_kind"), ("申报号码", "bop_no"), ("收款银行", "bank_name"),
            ("收汇日期", "received_on"), ("付款人名称", "payer_name"), ("付款国别", "payer_country"), ("币种", "ccy"),
            ("收入款金额", "amount_orig"), ("国外扣费", "fee_foreign"), ("是否预收", "is_advance"),
        ),
    ),
    OwnSheet(
        "JLFW-02B",
        "合同变更",
        "合同变更",
        1,
        0,
        (
            ("合同编号", "contract_no"), ("变更日期", "change_on"), ("变更类型", "change_types"),
            ("变更后金额", "new_amount_orig"), ("变更后到期日", "new_expires_on"), ("变更原因", "reason"),
        ),
    ),
    OwnSheet(
        "JLFW-05",
        "资质认证",
        "国际资质认证",
        1,
        0,
        (
            ("认证名称", "cert_type"), ("标准版本", "cert_standard"), ("认证等级", "cert_level"), ("证书号", "cert_no"),
            ("持证单位", "holder_name"), ("认证范围", "scope_text"), ("发证机构", "issuer"),
            ("机构国别", "issuer_country"), ("认可机构", "accreditation"), ("主任评估师", "lead_appraiser"),
            ("事项", "action_type"), ("初次获证日期", "first_issued_on"), ("本次颁证日期", "issued_on"),
            ("有效期至", "valid_to"), ("下次监督审核日", "next_surveillance_on"), ("认证费用", "cost_cny"),
            ("是否已申请资助", "subsidy_applied"),
        ),
    ),
    OwnSheet(
        "JLFW-07",
        "新员工",
        "新录用员工花名册",
        2,
        0,
        (
            ("序号", SERIAL), ("员工姓名", "person_name"), ("证件种类", "id_type"), ("身份证号", "id_no"),
            ("最高学历", "education"), ("毕业学校", "school"), ("所学专业", "major"), ("毕业时间", "grad_on"),
            ("入职时间", "hired_on"), ("劳动合同起", "labor_contract_from"), ("劳动合同止", "labor_contract_to"),
            ("职位", "position"), ("外包类别", "biz_l1"), ("培训课时", "training_hours"),
        ),
    ),
)  # fmt: skip
_HEAD_FILL = PatternFill("solid", fgColor="D9E7F7")
_LINE = Side("thin", color="B7C3D3")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def write_sample_workbook(sample: Sample, path: Path) -> Path:
    """Write the sample's ledgers into one workbook: the contracts begin at B3 under a title, totals stand at the end.

    Raises:
        InputRefused: the file cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.active or workbook.create_sheet())
    for own in _SHEETS:
        _write_sheet(workbook.create_sheet(own.name), own, sample)
    save_workbook(workbook, path)
    return path


def _write_sheet(sheet: Any, own: OwnSheet, sample: Sample) -> None:  # noqa: ANN401 - the stubs know no common sheet
    edition = load_catalogue().edition(own.form)
    header = own.header
    if header > 1:
        title = sheet.cell(header - 1, own.left + 1, f"{sample.firm_name}{sample.period[:4]}年{own.title}")
        title.font = Font(bold=True, size=14)
    for place, (name, _) in enumerate(own.columns, own.left + 1):
        cell = sheet.cell(header, place, name)
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD_FILL, _BOX
        cell.alignment = Alignment(horizontal="center")
        sheet.column_dimensions[column_letters(place - 1)].width = 6 if name == "序号" else 16
    rows = sample.ledgers[own.form]
    for number, row in enumerate(rows, 1):
        for place, (_, field) in enumerate(own.columns, own.left + 1):
            _write_cell(sheet.cell(header + number, place), edition, field, row, number)
    sheet.freeze_panes = sheet.cell(header + 1, own.left + 1)
    _write_end(sheet, own, header + len(rows) + 1, rows)


def _write_cell(cell: Any, edition: Edition, field: str, row: Values, number: int) -> None:  # noqa: ANN401 - as above
    cell.border = _BOX
    if field == SERIAL:
        cell.value = number
        return
    if field == CLERK:
        cell.value = ("李春花", "朴英姬")[number % 2]
        return
    cell.value = cell_value(edition, field, row.get(field))
    if isinstance(cell.value, str) and isinstance(edition.by_id[field].kind, IdText):
        cell.number_format = "@"
    elif isinstance(cell.value, dt.date):
        cell.number_format = "yyyy/m/d"
    elif isinstance(edition.by_id[field].kind, Money):
        cell.number_format = "#,##0.##"


def cell_value(edition: Edition, field: str, typed: object) -> Any:  # noqa: ANN401 - what a cell may hold
    """Give what the accountant's cell holds for a typed value: the label of a code, anything else as typed."""
    kind = edition.by_id[field].kind
    return kind.cell(typed) if isinstance(kind, Coded) and isinstance(typed, str) and typed in kind.codelist else typed


def _write_end(sheet: Any, own: OwnSheet, row: int, rows: list[Values]) -> None:  # noqa: ANN401 - as above
    """Write the total row of the contracts and the payments, and the line below them that says who made the table."""
    money = next((place for place, (_, field) in enumerate(own.columns) if field == "amount_orig"), None)
    if money is None:
        return
    sheet.cell(row, own.left + 1, "合计")
    sheet.cell(row, own.left + 1 + money, sum(float(v) for r in rows if isinstance(v := r["amount_orig"], int | float)))
    sheet.cell(row + 2, own.left + 1, "制表人：李春花")
    sheet.cell(row + 2, own.left + 1).font = Font(italic=True)
