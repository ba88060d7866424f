"""The line over 统计分析: which year, up to which month, by which amount; and the way to a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.own_figures import LEDGERS
from desktop.pages.statistics_section import Words
from desktop.pieces import button, label
from forms.statistics import DECEMBER, Measure, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class StatisticsBar(QWidget):
    """Choosers and the export button. ``changed`` says that something else is wanted."""

    changed = Signal()
    exportWanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.year, self.through, self.measure = QComboBox(), QComboBox(), QComboBox()
        self._name_choosers()
        self.export = button(self.tr("导出 Excel"), "export", "", self.exportWanted.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 16, 0)
        line.addWidget(label(title, "h2"))
        line.addSpacing(4)
        for box in (self.year, self.through, self.measure):
            box.activated.connect(self.changed)
            line.addWidget(box)
        line.addStretch(1)
        line.addWidget(self.export)

    def _name_choosers(self) -> None:
        self.year.setAccessibleName(self.tr("年度"))
        self.through.setAccessibleName(self.tr("期间"))
        self.measure.setAccessibleName(self.tr("占比和排名的口径"))
        self.measure.setToolTip(self.tr("离岸占比、国别、业务、发包方按哪个金额统计"))
        words = Words(self)
        for month in range(DECEMBER, 0, -1):
            until = self.tr("1月至%1月").replace("%1", str(month)) if month > 1 else self.tr("1月")
            self.through.addItem(self.tr("全年") if month == DECEMBER else until, month)
        for one in LEDGERS:
            self.measure.addItem(self.tr("按%1").replace("%1", words.measure(one)), one)

    def span(self) -> Span:
        """Return the span that is chosen."""
        return Span(str(self.year.currentData()), int(self.through.currentData()))

    def chosen_measure(self) -> Measure:
        """Return the amount the shares and ranks are by."""
        return Measure(self.measure.currentData())

    def follow(self, period: str) -> None:
        """Choose the year of a month, up to that month."""
        if self.year.findData(period[:4]) < 0:
            self.year.addItem(self.tr("%1年").replace("%1", period[:4]), period[:4])
        self.year.setCurrentIndex(self.year.findData(period[:4]))
        self.through.setCurrentIndex(self.through.findData(int(period[5:7])))

    def show_years(self, years: Iterable[str]) -> None:
        """Offer these years, the newest first, and the one that is chosen."""
        chosen = self.year.currentData()
        wanted = sorted({*years, chosen}, reverse=True)
        if [self.year.itemData(number) for number in range(self.year.count())] == wanted:
            return
        self.year.clear()
        for year in wanted:
            self.year.addItem(self.tr("%1年").replace("%1", year), year)
        self.year.setCurrentIndex(self.year.findData(chosen))
