"""All sections of 统计分析, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pages.statistics_by_kind import ByKindSections
from desktop.pages.statistics_by_month import ByMonthSections
from forms.statistics import Measure

if TYPE_CHECKING:
    from desktop.own_figures import Report
    from desktop.pages.statistics_section import Section


class Sections(ByMonthSections, ByKindSections):
    """Makes the sections of a report, in the language of the window."""

    def every(self, report: Report) -> list[Section]:
        """Give all sections, as the workbook has them."""
        return [*(self.trend(report, measure) for measure in Measure), *self.others(report)]

    def others(self, report: Report) -> list[Section]:
        """Give the sections below the trend."""
        return [
            self.shore(report),
            self.classes(report),
            self.clients(report),
            self.countries(report),
            self.certificates(report),
        ]
