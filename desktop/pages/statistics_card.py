"""One card of 统计分析: a chart, the table it is drawn from, and a button that copies it as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pages.statistics_bars import BarChart
from desktop.pages.statistics_columns import ColumnChart, ShareChart
from desktop.pages.statistics_section import BARS, MONTHS
from desktop.pieces import ElidedLabel, button, row, tip
from forms.tables import TEXT

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.pages.statistics_chart import Chart
    from desktop.pages.statistics_section import Section

LEAST_CHART, LEAST_SHORT = 360, 240  # a chart with less room than this has its table below it
LEAST_NAME, MOST_NAME = 76, 220  # what the first column of a table asks for
MOST_ROWS = 14  # a longer table scrolls, unless its chart is as long
_MARGIN, _GAP = 16, 16
_LIST = "certificates"  # a list of many words: its table is wider than its chart


class StatisticsCard(QFrame):
    """Shows a section. ``placeWanted`` carries where a number leads, ``copied`` tells that the clipboard has it."""

    placeWanted = Signal(object)
    copied = Signal(str)

    def __init__(self, section: Section, extra: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self._extra = extra
        self._hints = bool(extra)  # the first card says how charts are used
        self.setProperty("role", "card")
        self.section = section
        self._about = ""
        self._wanted = 0  # how wide the table must be to show its numbers whole
        self._title = ElidedLabel(role="h3")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.copy = button(self.tr("复制图片"), "copy", "link", self.copy_picture)
        self.chart = _chart(section.chart)
        self.chart.opened.connect(self.placeWanted)
        self.readout = ElidedLabel(role="caption")
        self.chart.pointed.connect(self.readout.setText)
        self.model = TextModel(())
        self.table = plain_table(self.model, "", stretch=0)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of one group differ at their ends
        self.table.activated.connect(self._open_row)
        self._lay_out(extra)
        for widget, copy in ((self.chart, self.copy_picture), (self.table, self.copy_table)):
            shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(copy)
        self.show_section(section, "")

    def _lay_out(self, extra: tuple[QWidget, ...]) -> None:
        drawn = QVBoxLayout()
        drawn.setSpacing(2)
        drawn.addWidget(self.chart, 1)
        drawn.addWidget(self.readout)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(_GAP)
        listed = self.section.name == _LIST
        self._body.addLayout(drawn, 2 if listed else 3)
        self._body.addWidget(self.table, 3 if listed else 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 10, _MARGIN, _MARGIN)
        column.setSpacing(6)
        column.addLayout(row(self._title, 8, *extra, 0, self.copy))
        column.addLayout(self._body)

    # -- content

    def show_section(self, section: Section, about: str) -> None:
        """Show a section; ``about`` (the firm and the span) stands on a copied picture."""
        self.section, self._about = section, about
        self._title.setText(section.title)
        self.copy.setAccessibleName(self.tr("复制图片：%1").replace("%1", section.title))
        self.chart.show_marks(section.title, section.unit, section.marks, section.keys, section.nothing)
        self.copy.setEnabled(self.chart.has_data())
        hint = self.tr("点一下图，可用方向键逐项看；双击或按 Enter 打开对应的行。")
        self.readout.setText(hint if self._hints else "")
        numeric = [number for number, kind in enumerate(section.kinds) if kind != TEXT]
        self.model.set_heads(section.heads, numeric)
        self.model.fill(list(section.shown()))
        self.table.setAccessibleName(self.tr("%1（表）").replace("%1", f"{section.title}（{section.unit}）"))
        self._fit_table()

    def _fit_table(self) -> None:
        high, head = theme.px("row"), self.table.horizontalHeader()
        self.table.verticalHeader().setDefaultSectionSize(high)
        wide = [
            max(self.table.sizeHintForColumn(column), head.sectionSizeHint(column))
            for column in range(len(self.section.heads))
        ]
        for column in range(1, len(wide)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, wide[column])
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        bar = self.table.verticalScrollBar().sizeHint().width() if len(self.section.rows) > MOST_ROWS else 0
        self._wanted = sum(wide[1:]) + max(LEAST_NAME, min(wide[0], MOST_NAME)) + bar + 4
        rows = min(len(self.section.rows), max(MOST_ROWS, len(self.section.marks) + 2))
        self.table.setFixedHeight(theme.px("header") + high * max(rows, 1) + 2)
        self.table.setVisible(bool(self.section.rows))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Put the table beside the chart, or under it where it would leave the chart too little room."""
        wanted, room = self._wanted, self.contentsRect().width() - 2 * _MARGIN
        beside = room - _GAP - wanted >= (LEAST_SHORT if self.section.name == _LIST else LEAST_CHART)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.table.setMinimumWidth(wanted if beside else min(wanted, 240))
        words = self.tr("复制图片")
        self.copy.setText(words)  # the title goes before the word of a button that has an icon
        parts = [self._title.sizeHint().width(), self.copy.sizeHint().width()]
        parts += [each.sizeHint().width() + _GAP // 2 for each in self._extra]
        self.copy.setText(words if sum(parts) + _GAP <= room else "")
        tip(self.copy, words)

    # -- what one does

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.chart.as_picture(self.section.title, self._about))
        self.copied.emit(self.tr("图片已复制，可以粘贴到 Word、Excel 或聊天窗口"))

    def copy_table(self) -> None:
        """Put the table on the clipboard as text that a spreadsheet takes apart."""
        lines = [self.section.heads, *self.section.shown()]
        QGuiApplication.clipboard().setText(
            "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines)
        )
        self.copied.emit(self.tr("表格已复制，可以粘贴到 Excel"))

    def _open_row(self, index: QModelIndex) -> None:
        place = self.section.places[index.row()]
        if place is not None:
            self.placeWanted.emit(place)


def _chart(kind: str) -> Chart:
    if kind == BARS:
        return BarChart()
    return ColumnChart() if kind == MONTHS else ShareChart()
