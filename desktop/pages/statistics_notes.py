"""What stands beside the figures: whose they are, which are filed, which rows they miss; and all of it as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.languages import translate
from desktop.languages.words import list_of, month_word, span_word
from desktop.place import Place
from forms import statistics_rows
from forms.statistics import Measure
from forms.statistics_standing import Standing
from forms.tables import Table

if TYPE_CHECKING:
    from desktop.own_figures import Report
    from desktop.pages.statistics_section import Section
    from desktop.workspace import Workspace


class Notes(QObject):
    """Words about a report of the open Book."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def about(self, report: Report) -> str:
        """Say whose figures these are, of when, and whether drafts are among them."""
        drafts = self.tr("　含未报送数据") if report.months_with(Standing.DRAFT, Standing.RETURNED) else ""
        return f"{self.workspace.book.firm.name}　{span_word(report.span)}{drafts}"

    def sentences(self, report: Report) -> list[str]:
        """Say which months are filed, changed since or still drafts, and which rows no figure contains."""
        said = []
        drafts = report.months_with(Standing.DRAFT, Standing.RETURNED)
        changed = report.months_with(Standing.CHANGED)
        if drafts:
            said.append(self.tr("含未报送数据：%1。").replace("%1", self._where(drafts)))
        if changed:
            text = self.tr("%1报送后又有改动，这里按现在的台账计算，与已报数不同。")
            said.append(text.replace("%1", self._where(changed)))
        if not drafts and not changed:
            said.append(self.tr("所列数据均已报送。"))
        for measure, missed in report.left_out.items():
            short = self.workspace.catalogue.edition(measure.form).short
            parts = []
            if missed.undated:
                parts.append(self.tr("%1 行没有日期").replace("%1", f"{missed.undated:,}"))
            if missed.unpriced:
                parts.append(self.tr("%1 行没有美元金额").replace("%1", f"{missed.unpriced:,}"))
            if parts:
                said.append(self.tr("%1有 %2，没有计入。").replace("%1", short).replace("%2", list_of(parts)))
        return said

    def _where(self, found: dict[str, list[str]]) -> str:
        """Say months, and of which reports where they are not those of all three."""
        told = {form: _months(months) for form, months in found.items()}
        if len(told) == len({measure.form for measure in Measure}) and len(set(told.values())) == 1:
            return next(iter(told.values()))
        short, text = self.workspace.catalogue.edition, translate("Todo", "%1%2")
        return "；".join(text.replace("%1", short(form).short).replace("%2", months) for form, months in told.items())

    def missed(self, report: Report) -> Place | None:
        """Give the way to the rows that no figure contains."""
        for measure, missed in report.left_out.items():
            if missed.undated or missed.unpriced:
                rows = statistics_rows.missed(measure, report.span)
                return Place(measure.form, "", rows=rows, words=self.tr("统计未计入的行"))
        return None

    def tables(self, report: Report, sections: list[Section]) -> list[Table]:
        """Give all sections as a workbook has them."""
        about = [self.about(report), *self.sentences(report)]
        return [
            Table(
                name=one.tab,
                title=f"{one.title}（{one.unit}）",
                heads=one.heads,
                kinds=one.kinds,
                rows=one.rows,
                notes=about,
            )
            for one in sections
        ]


def _months(found: list[str]) -> str:
    """Say months of one year, neighbours together: «3月、5月至10月»."""
    runs: list[list[int]] = []
    for month in (int(one[5:]) for one in found):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    to = translate("Period", "%1至%2")
    return list_of(
        [
            month_word(run[0])
            if len(run) == 1
            else to.replace("%1", month_word(run[0])).replace("%2", month_word(run[-1]))
            for run in runs
        ]
    )
