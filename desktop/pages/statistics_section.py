"""A section of 统计分析 as data: what its chart draws, what its table says, where each number leads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.languages.words import period_word, span_word
from desktop.models.shown import rounded_wan
from forms.statistics import Measure
from forms.statistics_standing import Standing
from forms.tables import PERCENT, WAN

if TYPE_CHECKING:
    from desktop.own_figures import Report
    from desktop.pages.statistics_chart import Key, Mark
    from desktop.place import Place
    from forms.tables import Value

MONTHS, SHARE, BARS = "months", "share", "bars"  # kinds of chart


@dataclass(frozen=True, slots=True)
class Section:
    """One chart with its table. Rows hold exact values (hundredths), shown by the kind of their column."""

    name: str
    tab: str  # the short name of its sheet in a workbook
    chart: str
    title: str
    unit: str
    marks: list[Mark]
    heads: list[str]
    kinds: list[str]
    rows: list[list[Value]]
    places: list[Place | None]
    nothing: str
    keys: list[Key] = field(default_factory=list)

    def shown(self) -> list[list[str]]:
        """Give the rows as text."""
        return [[shown(value, kind) for value, kind in zip(row, self.kinds, strict=True)] for row in self.rows]


def shown(value: Value, kind: str) -> str:
    """Say a value as its column does; «—» where nothing is known."""
    if value is None:
        return "—"
    if isinstance(value, str):
        return value
    if kind == WAN:
        return rounded_wan(value)
    return percent(value) if kind == PERCENT else f"{value:,}"


def percent(hundredths: int) -> str:
    """Say hundredths of a percent: «-3.05%»."""
    return f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100:,}.{abs(hundredths) % 100:02d}%"


def part(amount: int, whole: int) -> int | None:
    """Give a part of a whole in hundredths of a percent, half up; None where the whole is nothing or less."""
    return None if whole <= 0 else _ratio(amount, whole)


def growth(now: int | None, before: int | None) -> int | None:
    """Give the change on the year before in hundredths of a percent; None where there is nothing to compare with."""
    return None if now is None or before is None or before <= 0 else _ratio(now - before, before)


def _ratio(above: int, below: int) -> int:
    whole = (2 * abs(above) * 10_000 + below) // (2 * below)
    return -whole if above < 0 else whole


class Words(QObject):
    """The words sections share, in the language of the window."""

    def measure(self, measure: Measure) -> str:
        """Name a measure."""
        return {
            Measure.EXECUTED: self.tr("执行额"),
            Measure.CONTRACTED: self.tr("新签合同额"),
            Measure.OUTSOURCING: self.tr("服务外包收入"),
            Measure.REVENUE: self.tr("企业营业收入"),
        }[measure]

    def unit(self, measure: Measure) -> str:
        """Name the unit a measure is shown in."""
        return self.tr("万美元") if measure.is_dollars else self.tr("万元人民币")

    def standing(self, standing: Standing) -> str:
        """Say how a figure stands with the province."""
        return {
            Standing.FILED: self.tr("已报送"),
            Standing.CHANGED: self.tr("报送后有改动"),
            Standing.RETURNED: self.tr("已退回"),
            Standing.DRAFT: self.tr("未报送"),
            Standing.NOTHING: "—",
        }[standing]

    def nothing(self, report: Report, measure: Measure) -> str:
        """Say that there is nothing to draw, and what to do."""
        words = self.tr("%1没有%2数据，可在上面换一个年度或期间。")
        return words.replace("%1", span_word(report.span)).replace("%2", self.measure(measure))


def month_name(period: str) -> str:
    """Say a month: «2026年9月»."""
    return period_word(period)
