"""The sections by month: a measure against the year before, and the offshore share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.shown import rounded_wan
from desktop.pages.statistics_chart import DRAFT, LINE, SOFT, SOLID, Key, Mark
from desktop.pages.statistics_section import MONTHS, SHARE, Section, Words, growth, month_name, percent, shown
from desktop.place import Place
from forms import statistics_rows
from forms.statistics import Measure
from forms.statistics_standing import Standing
from forms.tables import PERCENT, TEXT, WAN

if TYPE_CHECKING:
    from desktop.own_figures import Report
    from forms.statistics import Month, Shore
    from forms.tables import Value


class ByMonthSections(Words):
    """Makes the sections by month of a report."""

    def trend(self, report: Report, measure: Measure) -> Section:
        """Give a measure by month against the year before."""
        months, name, unit = report.months[measure], self.measure(measure), self.unit(measure)
        places = [self._month(measure, one.period) for one in months]
        marks = [self._month_mark(one, name, unit, place) for one, place in zip(months, places, strict=True)]
        rows: list[list[Value]] = [
            [
                self._short(one.period),
                one.value,
                one.before,
                growth(one.value, one.before),
                self.standing(one.standing),
            ]
            for one in months
        ]
        now, before = _sum([one.value for one in months]), _sum([one.before for one in months])
        rows.append([self.tr("合计"), now, before, growth(now, before), ""])
        keys = [Key(SOLID, self.tr("本年"))]
        if any(_unsure(one) for one in months):
            keys.append(Key(DRAFT, self.tr("未报送或有改动")))
        if any(one.before is not None for one in months):
            keys.append(Key(LINE, self.tr("上年同期"), "warning"))
        return Section(
            name=f"trend-{measure}",
            tab=name,
            chart=MONTHS,
            title=self.tr("%1按月").replace("%1", name),
            unit=unit,
            marks=marks,
            heads=[self.tr("月份"), self.tr("本年"), self.tr("上年同期"), self.tr("同比"), self.tr("状态")],
            kinds=[TEXT, WAN, WAN, PERCENT, TEXT],
            rows=rows,
            places=[*places, None],
            nothing=self.nothing(report, measure),
            keys=keys,
        )

    def _month_mark(self, one: Month, name: str, unit: str, place: Place) -> Mark:
        said = f"{month_name(one.period)}：{name} {shown(one.value, WAN)} {unit}"
        if one.before is not None:
            said += self.tr("，上年同期 %1").replace("%1", rounded_wan(one.before))
        rise = growth(one.value, one.before)
        if rise is not None:
            said += self.tr("，同比 %1").replace("%1", percent(rise))
        if one.standing != Standing.NOTHING:
            said += f"，{self.standing(one.standing)}"
        look = DRAFT if _unsure(one) else SOLID
        label = self._short(one.period)
        return Mark(label, one.value, one.before, look, said=said, place=place)

    def shore(self, report: Report) -> Section:
        """Give the offshore share by month."""
        *months, whole = report.shores
        unclear = any(one.unclear for one in report.shores)
        heads, kinds = [self.tr("月份"), self.tr("离岸"), self.tr("在岸")], [TEXT, WAN, WAN]
        rows: list[list[Value]] = [
            [self._short(one.period) if one.period else self.tr("合计"), one.offshore, one.onshore]
            for one in (*months, whole)
        ]
        if unclear:
            heads, kinds = [*heads, self.tr("未注明")], [*kinds, WAN]
            rows = [[*row, one.unclear] for row, one in zip(rows, report.shores, strict=True)]
        rows = [[*row, one.total, one.share] for row, one in zip(rows, report.shores, strict=True)]
        return Section(
            name="shore",
            tab=self.tr("离岸占比"),
            chart=SHARE,
            title=self.tr("离岸占比（%1）").replace("%1", self.measure(report.measure)),
            unit="%",
            marks=[self._share_mark(report.measure, one) for one in months],
            heads=[*heads, self.tr("合计"), self.tr("离岸占比")],
            kinds=[*kinds, WAN, PERCENT],
            rows=rows,
            places=[*(self._month(report.measure, one.period) for one in months), None],
            nothing=self.nothing(report, report.measure),
            keys=[Key(SOLID, self.tr("离岸")), Key(SOFT, self.tr("在岸和未注明") if unclear else self.tr("在岸"))],
        )

    def _share_mark(self, measure: Measure, one: Shore) -> Mark:
        share = self.tr("不计算") if one.share is None else percent(one.share)
        said = self.tr("%1：离岸 %2，在岸 %3，离岸占比 %4").replace("%1", month_name(one.period))
        said = said.replace("%2", rounded_wan(one.offshore)).replace("%3", rounded_wan(one.onshore))
        return Mark(
            self._short(one.period),
            one.share,
            one.total,
            text="" if one.share is None else percent(one.share),
            said=said.replace("%4", share),
            place=self._month(measure, one.period),
        )

    def _short(self, period: str) -> str:
        return self.tr("%1月").replace("%1", str(int(period[5:])))

    def _month(self, measure: Measure, period: str) -> Place:
        if not measure.is_dollars:
            return Place(measure.form, period, None, str(measure))
        words = f"{month_name(period)}"
        return Place(measure.form, "", rows=statistics_rows.of_month(measure, period), words=words)


def _unsure(one: Month) -> bool:
    return one.standing.is_open or one.standing == Standing.CHANGED


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
