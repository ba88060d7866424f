"""What is wrong with a workbook of an opening balance (期初), cell by cell, and its sheet of the months' figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import periods, unparsed
from forms.errors import InputRefused
from forms.kinds import Unparsed
from forms.opened import MONTHLY
from forms.workbook.addresses import column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored
    from forms.workbook.importing import ImportResult

SHEET: Final = "期初数"
MONTH: Final = "月份"
Figures = dict[str, dict[str, "Stored"]]
"""{month: {field of form 04: stored value}}"""


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps an opening balance out: the cell of the workbook («合同台账!F17»), and a sentence about it."""

    cell: str
    text: str

    def __str__(self) -> str:
        """Say both."""
        return f"“{self.cell}”：{self.text}"


def read_figures(book: Book, first: str, lines: Sequence[Sequence[str]]) -> tuple[Figures, list[Fault]]:
    """Read the months' figures, which must lie before the month `first`, with what is wrong with them.

    Raises:
        InputRefused: there is no such sheet.
    """
    start = next((at for at, line in enumerate(lines) if any(line)), None)
    if start is None or MONTH not in lines[start]:
        raise InputRefused("bad-opening", f"文件里没有“{SHEET}”表，或第一行没有“{MONTH}”，请补上后重试。")
    edition, heads = book.catalogue.edition(MONTHLY), lines[start]
    faults = list(_head_faults(edition, start, heads))
    figures: Figures = {}
    for at, line in enumerate(lines[start + 1 :], start + 1):
        if not any(text for head, text in zip(heads, line, strict=False) if head != MONTH):
            continue  # a month of the template that nobody filled in
        cells = dict(zip(heads, line, strict=False))
        month = _month(cells[MONTH])
        if month is None or month >= first or month in figures:
            text = f"“{cells[MONTH]}”不是起报以前的月份，或写了两次，请核对。"
            faults.append(Fault(_address(at, heads.index(MONTH)), text))
            continue
        figures[month] = {}
        for column, (label, text) in enumerate(zip(heads, line, strict=False)):
            field = _field(edition, label)
            if field is None or not text:
                continue
            value = field.kind.parse(text)
            if isinstance(value, Unparsed):
                faults.append(Fault(_address(at, column), f"{label}“{text}”不能识别，请改正。"))
            else:
                figures[month][field.id] = value
    return figures, faults


def row_faults(edition: Edition, result: ImportResult, rows: Iterable[Any], first: str) -> Iterator[Fault]:
    """Yield what keeps rows of a ledger out: refused, unreadable, without a date or dated from the month `first` on."""
    for refused in result.refused:
        yield Fault(f"{result.sheet}!{refused.row}", refused.reason)
    day, since = edition.field(str(edition.period_of)), periods.label(first)
    for row in rows:
        kept = unparsed.of(row)
        for name, (text, _reason) in kept.items():
            field = edition.by_id[name]
            yield Fault(
                f"{result.sheet}!{result.columns.get(name, '')}{row['import_row']}", f"{field.label}“{text}”不能识别。"
            )
        if day.id in kept:
            continue
        at = f"{result.sheet}!{result.columns.get(day.id, '')}{row['import_row']}"
        if row["period"] is None:
            yield Fault(at, f"没有{day.label}。")
        elif row["period"] >= first:
            yield Fault(at, f"{day.label}{row[day.id]}不在{since}以前。")


def _head_faults(edition: Edition, at: int, heads: Sequence[str]) -> Iterator[Fault]:
    for column, label in enumerate(heads):
        if label and label != MONTH and _field(edition, label) is None:
            yield Fault(_address(at, column), f"“{label}”不是{edition.short}的指标，请核对列名。")


def _field(edition: Edition, label: str) -> Any:  # noqa: ANN401  a field, or None
    try:
        return edition.field(label)
    except KeyError:
        return None


def _month(text: str) -> str | None:
    try:
        month = periods.parse_period(text)
    except InputRefused:
        return None
    return month if periods.is_month(month) else None


def _address(row: int, column: int) -> str:
    return f"{SHEET}!{column_letters(column)}{row + 1}"
