"""The benchmark's workbook: the sample's contracts grown to any size, one cell in a hundred bad.

Written as plain XML with shared strings and serial dates, as Excel writes it: a writing library would take longer than
what is measured.
"""

from __future__ import annotations

import datetime as dt
import random
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from forms.catalogue import load_catalogue
from forms.sample import contract_rows
from forms.workbook.addresses import column_letters
from forms.workbook.sample_workbook import CLERK, CONTRACT_COLUMNS, SERIAL, cell_value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORM, SHEET, PERIOD, AS_OF = "JLFW-02", "合同台账", "2026-10", "2026-11-03"
COLUMNS = tuple((name, field) for name, field in CONTRACT_COLUMNS if not field.startswith("#"))


@dataclass(frozen=True, slots=True)
class Shape:
    """How a ledger is kept: the rows above its header, its columns by name and field, names only a person can place."""

    above: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, str], ...]
    placed: tuple[str, ...] = ()

    @property
    def header_row(self) -> int:
        """Give the row of the header, from 1."""
        return len(self.above) + 1


PLAIN = Shape((), COLUMNS)
"""Twenty-five columns, all under names that are known, from the first row on."""
OWN = Shape(
    (("延吉海兰江软件有限公司2026年服务外包合同台账",), ("制表：财务部",)),
    tuple(
        ("档案编号" if field == "contract_no" else name, field)
        for name, field in CONTRACT_COLUMNS
        if field not in ("client_name_cn", "delivery_mode")
    ),
    placed=("contract_no",),
)
"""Twenty-five columns under a title, as an accountant keeps them: two are none of ours, one only she can place."""
BAD = {
    "client_country": "高丽国", "client_type": "不详", "client_uscc": 912201011234567884.0, "client_industry": "软件类",
    "end_client_country": "境外某地", "is_related_party": "也许", "is_subcontract": "待查", "biz_l1": "外包",
    "biz_code": "编程", "signed_on": "2026-02-30", "effective_on": "待定", "expires_on": "13/14/26", "ccy": "美刀",
    "amount_orig": "约10万元", "staff_involved": "八人", "status_biz": "还行",
}  # fmt: skip
_DAY_ZERO = dt.date(1899, 12, 30)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/'
    'xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName='
    '"/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings'
    '+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{SHEET}" sheetId="1" '
    'r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" '
    f'Target="styles.xml"/><Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill>'
    '<patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def write_ledger(path: Path, count: int, seed: int = 1, shape: Shape = PLAIN) -> Path:
    """Write `count` contracts of one month under the accountant's own column names."""
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in _PARTS.items():
            package.writestr(name, xml)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, above in enumerate((*shape.above, [name for name, _ in shape.columns]), 1):
                sheet.write(_row(number, list(above), strings))
            for number, row in enumerate(_rows(count, seed, shape.columns), shape.header_row + 1):
                sheet.write(_row(number, row, strings))
            sheet.write(b"</sheetData></worksheet>")
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'<sst xmlns="{_MAIN}">'.encode())
            part.writelines(f'<si><t xml:space="preserve">{escape(text)}</t></si>'.encode() for text in strings)
            part.write(b"</sst>")
    return path


def _rows(count: int, seed: int, columns: tuple[tuple[str, str], ...]) -> Iterator[list[object]]:
    edition = load_catalogue().edition(FORM)
    rnd = random.Random(seed)
    spoilt = sorted(BAD)
    for number, row in enumerate(contract_rows(rnd, [PERIOD], count), 1):
        cells: dict[str, object] = {SERIAL: number, CLERK: ("李春花", "朴英姬")[number % 2]}
        cells |= {field: cell_value(edition, field, row[field]) for _, field in columns if field in edition.by_id}
        cells["remarks"] = "按月结算"
        if rnd.random() < len(columns) / 100:
            field = rnd.choice(spoilt)
            cells[field] = BAD[field]
        yield [cells[field] for _, field in columns]


def _row(number: int, cells: list[object], strings: dict[str, int]) -> bytes:
    xml = [f'<row r="{number}">']
    for index, value in enumerate(cells):
        place = f"{column_letters(index)}{number}"
        if isinstance(value, str):
            xml.append(f'<c r="{place}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>')
        elif isinstance(value, dt.date):
            xml.append(f'<c r="{place}" s="1"><v>{(value - _DAY_ZERO).days}</v></c>')
        elif value is not None:
            xml.append(f'<c r="{place}"><v>{value}</v></c>')
    xml.append("</row>")
    return "".join(xml).encode()
