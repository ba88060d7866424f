"""The traps of workbooks: for each what stands in the sheet, and what of it must come out, in whatever format it is.

A trap is written here once. `save` makes an .xlsx of it; `libreoffice_fixtures.py` makes the .xls and .ods that lie in
`fixtures/`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

FIXTURES = Path(__file__).parent / "fixtures"
HEADER = (
    "合同编号", "项目名称", "客户名称", "客户国别", "客户行业", "业务类别", "业务小类",
    "签约日期", "到期日", "币种", "合同金额",
)  # fmt: skip
DAY, END = dt.date(2026, 10, 8), dt.date(2027, 10, 7)
GOOD = {
    "合同编号": "YJ-1", "项目名称": "测试服务合同", "客户名称": "株式会社北斗", "客户国别": "日本", "客户行业": "I",
    "业务类别": "ITO", "业务小类": "软件研发服务", "签约日期": DAY, "到期日": END, "币种": "日元",
    "合同金额": 1_250_000,
}  # fmt: skip


def row(**changes: object) -> list[object]:
    """Give a contract as a row of the sheet, some of its cells changed."""
    return [{**GOOD, **changes}[head] for head in HEADER]


@dataclass(frozen=True)
class Trap:
    """What stands in the sheet from A1 on, and what must become of it.

    `kept` are stored values by row of the file; `unread` the cells kept as they stand, marked; `refused` words of the
    reasons by row; `told` words of the notices.
    """

    rows: Sequence[Sequence[object]]
    kept: dict[int, dict[str, object]] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    dress: Callable[[Workbook], None] | None = None
    sheet: str = "合同台账"


def _counts_from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def _merge(book: Workbook) -> None:
    book.active.merge_cells("A1:K1")
    book.active.merge_cells("C3:C4")


def _hide(book: Workbook) -> None:
    page = book.active
    page.row_dimensions[3].hidden = True
    page.column_dimensions["H"].hidden = True
    page.auto_filter.ref = "A1:K4"


def _blank_tail(book: Workbook) -> None:
    for number in range(4, 10_004):
        book.active.cell(number, 1).font = Font(bold=True)


def _show_ten_thousands(book: Workbook) -> None:
    book.active["K2"].number_format = '#,##0.00"万"'


def _other_sheets(book: Workbook) -> None:
    for name, hidden in (("上年", False), ("底稿", True)):
        page = book.create_sheet(name)
        page.append(HEADER)
        page.append(row(合同编号=f"YJ-{name}"))
        page.sheet_state = "hidden" if hidden else "visible"


TRAPS = {
    "errors": Trap(
        [HEADER, row(合同金额="#REF!"), row(合同编号="YJ-2", 客户名称="#N/A"), row(合同编号="#DIV/0!")],
        kept={2: {"client_name": "株式会社北斗", "amount_orig": None}, 3: {"client_name": None}},
        unread={"K2": "#REF!", "C3": "#N/A"},
        refused={4: "#DIV/0!"},
    ),
    "dates": Trap(
        [
            HEADER,
            row(签约日期="2026年10月8日", 到期日="2027/10/7"),
            row(合同编号="YJ-2", 签约日期="20261008", 到期日=20271007),
            row(合同编号="YJ-3", 签约日期=46303, 到期日="2027.10.07"),
            row(合同编号="YJ-4", 签约日期="10/8/2026", 到期日="2026-02-30"),
            row(合同编号="YJ-5", 签约日期=dt.datetime(2026, 10, 8, 12, 30)),  # noqa: DTZ001 - a cell
        ],
        kept={number: {"signed_on": "2026-10-08", "expires_on": "2027-10-07"} for number in (2, 3, 4, 6)}
        | {5: {"signed_on": None, "expires_on": None}},
        unread={"H5": "10/8/2026", "I5": "2026-02-30"},
    ),
    "from 1904": Trap(
        [HEADER, row(), row(合同编号="YJ-2", 签约日期=46303 - 1462)],
        kept={2: {"signed_on": "2026-10-08", "expires_on": "2027-10-07"}, 3: {"signed_on": "2026-10-08"}},
        dress=_counts_from_1904,
    ),
    "text numbers": Trap(
        [
            HEADER,
            row(合同金额="1,250,000.00"),
            row(合同编号="YJ-2", 合同金额="１２３４．５０"),
            row(合同编号="YJ-3", 合同金额=" 1250 "),
            row(合同编号="YJ-4", 合同金额="约10万"),
            row(合同编号="YJ-5", 合同金额="12.5万"),
        ],
        kept={
            2: {"amount_orig": 125_000_000},
            3: {"amount_orig": 123_450},
            4: {"amount_orig": 125_000},
            5: {"amount_orig": None},
            6: {"amount_orig": 12_500_000},
        },
        unread={"K5": "约10万"},
    ),
    "lost digits": Trap(
        [
            [*HEADER, "客户税号"],
            [*row(), 912201011234567884],
            [*row(合同编号="YJ-2"), "9.12201E+17"],
            [*row(合同编号=20261008), "912201011234567884"],
        ],
        kept={4: {"contract_no": "20261008"}},
        unread={"L2": "912201011234567936", "L3": "9.12201E+17"},
    ),
    "invisible characters": Trap(
        [
            HEADER,
            row(合同编号="YJ-1_x000D_", 客户名称="\u00a0株式会社\u00a0北斗\u00a0"),
            row(合同编号=" YJ-2\u3000", 项目名称='第一行\n第二行 & <其他> "引号"'),
            row(合同编号="ＹＪ－３", 客户国别="日本\u00a0"),
        ],
        kept={2: {"contract_no": "YJ-1"}, 3: {"contract_no": "YJ-2"}, 4: {"client_country": "JPN"}},
    ),
    "merged": Trap(
        [["吉林省服务外包合同台账"], HEADER, row(), row(合同编号="YJ-2", 客户名称=None)],
        kept={3: {"client_name": "株式会社北斗"}, 4: {"client_name": None, "contract_no": "YJ-2"}},
        dress=_merge,
    ),
    "hidden rows and columns": Trap(
        [HEADER, row(), row(合同编号="YJ-2"), row(合同编号="YJ-3")],
        kept={number: {"signed_on": "2026-10-08"} for number in (2, 3, 4)},
        dress=_hide,
    ),
    "header far down": Trap(
        [
            ["企业名称：延吉海兰江软件有限公司"],
            [],
            ["2026年10月", "单位：元"],
            [],
            [None, *HEADER],
            [None, *row(合同金额="待定")],
        ],
        kept={6: {"contract_no": "YJ-1", "amount_orig": None}},
        unread={"L6": "待定"},
    ),
    "two header rows": Trap(
        [["合同", None, "客户", None, None, "业务", None, "期限", None, "金额", None], HEADER, row()],
        kept={3: {"contract_no": "YJ-1", "amount_orig": 125_000_000}},
    ),
    "totals": Trap(
        [
            HEADER,
            row(),
            row(合同编号="YJ-2"),
            ["合计", *[None] * 9, 2_500_000],
            [],
            ["填表人：金明哲"],
            row(合同编号=None),
        ],
        kept={2: {"contract_no": "YJ-1"}, 3: {"contract_no": "YJ-2"}},
        refused={4: "合计行", 6: "表尾说明", 7: "没有“合同号”"},
    ),
    "blank tail": Trap([HEADER, row(), row(合同编号="YJ-2")], kept={3: {"contract_no": "YJ-2"}}, dress=_blank_tail),
    "shown in ten thousands": Trap(
        [HEADER, row(合同金额=125)],
        kept={2: {"amount_orig": 12_500}},
        told=("万",),
        dress=_show_ten_thousands,
    ),
    "several sheets": Trap(
        [HEADER, row()],
        kept={2: {"contract_no": "YJ-1"}},
        told=("“上年”",),
        dress=_other_sheets,
    ),
}


def save(trap: Trap, path: Path) -> Path:
    """Write a trap as an .xlsx."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = trap.sheet
    for number, cells in enumerate(trap.rows, 1):
        for column, value in enumerate(cells, 1):
            page.cell(number, column).value = value
    if trap.dress:
        trap.dress(book)
    book.save(path)
    return path


def fixture(name: str, suffix: str) -> Path:
    """Give the file LibreOffice made of a trap."""
    return FIXTURES / f"{name.replace(' ', '-')}{suffix}"
