"""A list of firms in Excel, of which an agency makes many Books at once: its template, and how it is read.

One firm a line: name, credit code, division (code or name), and from which month it reports here. A line that cannot
be a firm is refused with its cell and the reason; the others are not held up.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from forms import periods
from forms.catalogue import load_catalogue
from forms.children.child import Child, Work
from forms.children.endings import Ending, Endings, Failed, Refused
from forms.children.limits import limits_for
from forms.creditcode import check_credit_code
from forms.errors import InputRefused, WorkbookRefused
from forms.founding import cleaned_code
from forms.workbook.addresses import column_letters
from forms.workbook.chosen import ENDINGS, size_of
from forms.workbook.frames import LOST, MOST_LISTED, Listed, ListRequest
from forms.workbook.layout import TEXT_FORMAT
from forms.workbook.saving import save_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_AGAIN: Final = "这份名单读不出来，可能已损坏或过大；请用模板重新填写后再导入。"
_ENDINGS: Final = Endings(
    ENDINGS.refusal,
    {
        **ENDINGS.told,
        **dict.fromkeys((Ending.TOO_LARGE, Ending.TOO_LONG, Ending.BROKEN), ("workbook-unreadable", _AGAIN)),
    },
)
_LISTING: Final[Work[Listed]] = Work("listing", msgspec.msgpack.Decoder(Listed | Refused | Failed), _ENDINGS)
_HEADS: Final = {
    "name": ("企业名称", "单位名称", "公司名称", "名称"),
    "uscc": ("统一社会信用代码", "社会信用代码", "信用代码", "税号"),
    "division": ("属地", "行政区划", "行政区划代码", "注册地", "所在地"),
    "starts_on": ("起报月份", "起报月", "开始报送月份"),
}
_REQUIRED: Final = ("name", "uscc", "division")
_LONGEST_NAME: Final = 100
_HEADER_WITHIN: Final = 20  # rows searched for the header
_GUIDE: Final = (
    "每行一家企业；从第2行起填写，列的次序可以调整。",
    "统一社会信用代码请按文本填写18位，粘贴时选“只粘贴值”。",
    "属地填行政区划名称或6位代码，如“延吉市”或 222401。",
    "起报月份可以不填（从当年1月起），或写成 2026-01。",
)


@dataclass(frozen=True, slots=True)
class ListedFirm:
    """A firm of the list, ready to get its Book; `row` is its line in the file."""

    row: int
    uscc: str
    name: str
    division: str
    starts_on: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that cannot be a firm: its row, the cell at fault («B7»), what stands there, and why it is refused."""

    row: int
    cell: str
    text: str
    reason: str


@dataclass(slots=True)
class FirmList:
    """What a list holds: firms, and refused lines with their reasons."""

    sheet: str
    firms: list[ListedFirm] = field(default_factory=list)
    refused: list[RefusedLine] = field(default_factory=list)


def write_firm_template(path: Path) -> Path:
    """Write the empty list to fill in.

    Raises:
        InputRefused: the file cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet("企业名单")
    for at, (names, width) in enumerate(zip(_HEADS.values(), (36, 24, 18, 14), strict=True), start=1):
        cell = sheet.cell(1, at, names[0])
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", vertical="center")
        cell.fill = PatternFill("solid", fgColor="FFF1DCDB" if at <= len(_REQUIRED) else "FFEAEDF2")
        letters = column_letters(at - 1)
        sheet.column_dimensions[letters].width = width
        sheet.column_dimensions[letters].number_format = TEXT_FORMAT
    sheet.row_dimensions[1].height = 24
    sheet.freeze_panes = "A2"
    guide = workbook.create_sheet("说明")
    guide.column_dimensions["A"].width = 70
    for line in _GUIDE:
        guide.append([line])
    save_workbook(workbook, path)
    return path


def read_firm_list(path: Path, taken: Mapping[str, str]) -> FirmList:
    """Read a list in a limited child process; `taken` maps the credit codes that have a Book to their firm's name.

    Raises:
        WorkbookRefused: the file cannot be read, or has no header with name, credit code and division.
    """
    sheet, rows = _cells(path)
    at, columns = _header(rows)
    found = FirmList(sheet)
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows[at + 1 :], start=at + 2):
        if not any(cells):
            continue
        line = {name: cells[column] if column < len(cells) else "" for name, column in columns.items()}
        judged = _judged(number, line, columns, taken, seen)
        if isinstance(judged, ListedFirm):
            seen[judged.uscc] = number
            found.firms.append(judged)
        else:
            found.refused.append(judged)
    if len(rows) > MOST_LISTED:
        found.refused.append(RefusedLine(MOST_LISTED + 1, "A", "", f"一次最多读 {MOST_LISTED} 行，其余请分次导入。"))
    return found


def plain_cells(path: Path, sheet: str) -> list[list[str]]:
    """Read the cells of a named sheet as text, row by row, in the same limited child.

    Raises:
        WorkbookRefused: the file cannot be read, or has no such sheet.
    """
    return _cells(path, sheet)[1]


def _cells(path: Path, sheet: str | None = None) -> tuple[str, list[list[str]]]:
    with Child(_LISTING, limits_for(size_of(path))) as child:
        child.ask(ListRequest(str(path.resolve()), sheet))
        listed = child.take()
    return listed.sheet, listed.rows


def _header(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    """Find the header among the first rows: the row (from 0) and the column of each head."""
    for at, cells in enumerate(rows[:_HEADER_WITHIN]):
        folded = [_folded(text) for text in cells]
        columns = {
            name: next((folded.index(word) for word in words if word in folded), -1) for name, words in _HEADS.items()
        }
        if all(columns[name] >= 0 for name in _REQUIRED):
            return at, {name: column for name, column in columns.items() if column >= 0}
    needed = "、".join(_HEADS[name][0] for name in _REQUIRED)
    raise WorkbookRefused("no-header", f"没有找到表头：需要“{needed}”三列，请下载模板对照。")


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("*＊:：").partition("(")[0]


def _judged(
    row: int, line: dict[str, str], columns: dict[str, int], taken: Mapping[str, str], seen: dict[str, int]
) -> ListedFirm | RefusedLine:
    """Make a firm of a line, or say in which cell it fails and why; the first fault counts."""
    code = cleaned_code(line["uscc"])
    name = " ".join(line["name"].split())
    division = load_catalogue().codelist("divisions").find(line["division"])
    faults = (
        ("name", "没有企业名称。" if not name else None),
        ("name", f"企业名称超过{_LONGEST_NAME}个字，请核对。" if len(name) > _LONGEST_NAME else None),
        ("uscc", _fault_of_code(code, taken, seen)),
        ("division", None if division else "不是行政区划名称或6位代码，请填注册地，如“延吉市”或 222401。"),
    )
    for column, reason in faults:
        if reason is not None:
            return RefusedLine(row, f"{column_letters(columns[column])}{row}", line[column].removeprefix(LOST), reason)
    return _with_start(ListedFirm(row, code, name, division or ""), line.get("starts_on", ""), columns)


def _fault_of_code(code: str, taken: Mapping[str, str], seen: Mapping[str, int]) -> str | None:
    """Say why a credit code cannot get a Book; None where it can."""
    if not code:
        return "没有统一社会信用代码。"
    if code.startswith(LOST):
        return "信用代码被 Excel 当成数字，末几位已丢失，请把该列设为文本后重新填写。"
    fault = check_credit_code(code)
    if fault is not None:
        return fault.sentence
    if code in seen:
        return f"与第{seen[code]}行是同一家企业。"
    return f"这家企业已有账套（{taken[code]}）。" if code in taken else None


def _with_start(firm: ListedFirm, text: str, columns: dict[str, int]) -> ListedFirm | RefusedLine:
    if not text:
        return firm
    try:
        starts_on = periods.first_day(periods.parse_period(text[:7]))
    except InputRefused as fault:
        return RefusedLine(firm.row, f"{column_letters(columns['starts_on'])}{firm.row}", text, fault.message)
    return ListedFirm(firm.row, firm.uscc, firm.name, firm.division, starts_on)
