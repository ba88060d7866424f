"""Words of the trade that several pages say: the states of a filing, the offices, periods. Data → text, no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.languages import CHINESE, current, translate
from forms import periods
from sync.states import LABELS, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.own_figures import Report
    from forms.catalogue import Catalogue
    from forms.codelists import CodeList
    from forms.statistics import Slice, Span

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def state_word(state: str) -> str:
    """Return the word for a state of a filing."""
    said = {
        "填报中": translate("State", "填报中"),
        "待报送": translate("State", "待报送"),
        "待发送": translate("State", "待发送"),
        "报送中": translate("State", "报送中"),
        "已交盘": translate("State", "已交盘"),
        "代报点已收": translate("State", "代报点已收"),
        "待反馈": translate("State", "待反馈"),
        "已受理": translate("State", "已受理"),
        "已归档": translate("State", "已归档"),
        "已退回": translate("State", "已退回"),
        "平台拒收": translate("State", "平台拒收"),
        "有冲突": translate("State", "有冲突"),
        "已更正": translate("State", "已更正"),
        "已撤回": translate("State", "已撤回"),
        "已取消": translate("State", "已取消"),
    }
    word = LABELS.get(state, state)
    return said.get(word, word)


def office_word(level: str) -> str:
    """Return the office of a level of review, where the decision names none."""
    said = {
        "县级主管部门": translate("State", "县级主管部门"),
        "州市主管部门": translate("State", "州市主管部门"),
        "开发区主管部门": translate("State", "开发区主管部门"),
        "省级主管部门": translate("State", "省级主管部门"),
    }
    word = OFFICES.get(level, level)
    return said.get(word, word)


def period_word(period: str) -> str:
    """Return a month or a year as the language writes it: 2026年10月, 2026년 10월, 2026-10."""
    if current() == CHINESE or not (periods.is_month(period) or period.isdecimal()):
        return periods.label(period)
    if periods.is_month(period):
        text = translate("Period", "%1年%2月").replace("%1", period[:4])
        return text.replace("%2", period[5:] if "-" in text else str(int(period[5:])))
    return translate("Period", "%1年").replace("%1", period)


def unit_word(unit: str) -> str:
    """Return the unit of an amount: of a currency, or of a view of it in ten thousands."""
    return {
        "CNY": translate("Unit", "元"),
        "USD": translate("Unit", "美元"),
        "万元": translate("Unit", "万元"),
        "万美元": translate("Unit", "万美元"),
        "份": translate("Unit", "份"),
        "个": translate("Unit", "个"),
        "人": translate("Unit", "人"),
    }.get(unit, unit)


def month_word(number: int) -> str:
    """Return a month of a year: 10月, 10월, Oct."""
    if current() == "en":
        return _MONTHS[number - 1]
    return translate("Period", "%1月").replace("%1", str(number))


def periods_word(found: Iterable[str]) -> str:
    """Name periods, neighbours together: 2026年1月至10月、12月 reads sooner than eleven months."""
    runs: list[list[str]] = []
    for one in sorted(found):
        last = runs[-1][-1] if runs else ""
        if last[:4] == one[:4] and periods.is_month(one) and last == periods.shift(one, -1):
            runs[-1].append(one)
        else:
            runs.append([one])
    to = translate("Period", "%1至%2")
    return list_of(
        [
            to.replace("%1", period_word(run[0])).replace("%2", month_word(int(run[-1][5:])))
            if len(run) > 1
            else period_word(run[0])
            for run in runs
        ]
    )


def span_word(span: Span) -> str:
    """Return the months of a statistic: 2026年1月至10月, Jan-Oct 2026."""
    if current() == CHINESE or span.through in (1, 12):
        return span.label if current() == CHINESE else period_word(span.year if span.through > 1 else span.first)
    text = translate("Period", "%1至%2")
    return text.replace("%1", period_word(span.first)).replace("%2", month_word(span.through))


def report_in_words(report: Report, lists: Catalogue) -> Report:
    """Return a statistic with its countries and classes named as the window names them."""
    return replace(
        report,
        countries=_named(report.countries, lists.codelist("countries")),
        coarse=_named(report.coarse, lists.codelist("biz_l1")),
        fine=_named(report.fine, lists.codelist("biz_codes")),
    )


def _named(slices: list[Slice], names: CodeList) -> list[Slice]:
    return [replace(one, label=names.label(one.code)) if one.code in names else one for one in slices]


def list_of(words: list[str]) -> str:
    """Join words as the language does: A、B or A, B."""
    return translate("Period", "、").join(words)
