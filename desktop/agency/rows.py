"""What the matrix of all firms shows of each: pills by form and period, filters, search, order. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.languages import translate
from desktop.languages.words import month_word, period_word
from desktop.todo import OTHER_DRAFTS, pill_of
from forms import periods
from forms.initials import initials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from forms.cabinet import FirmStand
    from forms.catalogue import Catalogue


class Narrow(StrEnum):
    """The filters above the matrix."""

    ALL = "all"
    UNFILED = "unfiled"
    RETURNED = "returned"
    OVERDUE = "overdue"
    UNREADABLE = "unreadable"


def filter_word(narrow: Narrow) -> str:
    """Return the word on a filter."""
    return {
        Narrow.ALL: translate("Agency", "全部"),
        Narrow.UNFILED: translate("Agency", "未报"),
        Narrow.RETURNED: translate("Agency", "退回"),
        Narrow.OVERDUE: translate("Agency", "逾期"),
        Narrow.UNREADABLE: translate("Agency", "打不开"),
    }[narrow]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of pills: a form in a period, and what stands above it."""

    form: str
    period: str
    head: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A pill: its state key and word (empty: nothing owed), and what to say of it in a tooltip."""

    state: str
    word: str
    tip: str


_URGENCY = ("RETURNED", "REFUSED", "CONFLICT", "OVERDUE", "ERRORS", "DRAFT", "WITHDRAWN", "ABANDONED", "CHECKED")


def by_form(catalogue: Catalogue, period: str, stands: Iterable[FirmStand] = ()) -> list[Column]:
    """Give a column for every form in a month; the annual ones in its year.

    What not every firm owes every month has one where some firm has it: forms used as needed, the year's end, a park's.
    """
    found_in = {(one.form, one.period) for stand in stands for one in stand.series}
    found = []
    for form in catalogue.forms:
        edition = catalogue.edition(form, period)
        own = periods.year_of(period) if edition.cadence == "year" else period
        if (form, own) in found_in or not (edition.optional or edition.opens == "end"):
            found.append(Column(form, own, edition.short))
    return found


def by_month(form: str, period: str) -> list[Column]:
    """Give a column for every month of the period's year, of one form."""
    year = periods.year_of(period)
    return [Column(form, f"{year}-{number:02d}", month_word(number)) for number in range(1, 13)]


def cell_of(stand: FirmStand, column: Column) -> Cell:
    """Give the pill of a firm in a column, in the words used everywhere."""
    state = stand.find(column.form, column.period)
    if state is None:
        return Cell("", "—", translate("Todo", "本期没有记录，不用报送"))
    pill, word = pill_of(state.state, state.errors if state.is_open else 0)
    if state.late and pill in OTHER_DRAFTS:
        pill, word = "OVERDUE", translate("Year", "逾期未报")
    due = translate("Agency", "截止 %1").replace("%1", state.due)
    said = [f"{period_word(column.period)} {word}", due]
    if state.is_open and state.errors:
        said.append(translate("Todo", "%n 处错误", "", state.errors))
    if state.is_open and state.unexplained:
        said.append(translate("Todo", "%n 处核实项待说明", "", state.unexplained))
    if state.is_open and state.late:
        said.append(translate("Agency", "已逾期"))
    if state.changed_since:
        said.append(translate("Agency", "已报后有改动"))
        word = f"{word}*"
    return Cell(pill, word, translate("Agency", "，").join(said))


def note_of(stand: FirmStand, period: str) -> str:
    """Say in a few words what waits in other periods, or why only looking is possible."""
    own = {period, periods.year_of(period)}
    counts = (
        (translate("Agency", "退回"), sum(one.period not in own for one in stand.returned())),
        (translate("Agency", "逾期"), sum(one.period not in own for one in stand.overdue())),
    )
    said = [f"{what} {number}" for what, number in counts if number]
    if stand.newer:
        said.append(translate("Agency", "只能查看（新版账套）"))
    return translate("Agency", "，").join(said)


# -- narrowing and order


def keeps(stand: FirmStand, narrow: Narrow, period: str) -> bool:
    """Tell whether a filter keeps a firm."""
    if narrow is Narrow.UNFILED:
        return bool(stand.unfiled(period))
    if narrow is Narrow.RETURNED:
        return bool(stand.returned())
    if narrow is Narrow.OVERDUE:
        return bool(stand.overdue())
    if narrow is Narrow.UNREADABLE:
        return stand.problem is not None
    return True


def matches(stand: FirmStand, text: str) -> bool:
    """Tell whether a firm is meant by a text: part of its name or code, or its pinyin initials."""
    wanted = "".join(text.split()).casefold()
    if not wanted:
        return True
    return wanted in stand.name.casefold() or wanted in stand.uscc.casefold() or wanted in initials(stand.name)


def order_by_name(stand: FirmStand) -> bytes:
    """Sort names as Chinese people do: by pinyin."""
    return stand.name.encode("gb18030", "replace")


def order_by_cell(column: Column) -> Callable[[FirmStand], tuple[int, bytes]]:
    """Sort by a column of pills, the most urgent first."""

    def key(stand: FirmStand) -> tuple[int, bytes]:
        state = cell_of(stand, column).state
        urgency = _URGENCY.index(state) if state in _URGENCY else len(_URGENCY) + (not state)
        return urgency, order_by_name(stand)

    return key
