"""统计分析: the firm's own figures by month, country, business class and client, its certificates; drawn and listed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import own_figures
from desktop.languages.words import report_in_words, span_word
from desktop.pages.page import Page
from desktop.pages.statistics_bar import StatisticsBar
from desktop.pages.statistics_card import StatisticsCard
from desktop.pages.statistics_notes import Notes
from desktop.pages.statistics_sections import Sections
from desktop.pages.toast import Toast
from desktop.pieces import Banner, ElidedLabel, button, label, row, scrolled
from forms.statistics import Measure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from desktop.background import Job
    from desktop.own_figures import Report
    from desktop.pages.statistics_section import Section
    from desktop.place import Place
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError

_TWO_COLUMNS = 1500
_LEFT = (0, 2)  # the cards of the left column, where there are two


class StatisticsPage(Page):
    """Look at one's own year; open the rows behind a number; take it along as picture or workbook."""

    icon_name = "trend"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.report: Report | None = None
        self.sections = Sections(self)
        self.notes = Notes(workspace)
        self.cards: list[StatisticsCard] = []
        self._job: Job | None = None
        self._again = False
        self._two: bool | None = None
        self._missed: Place | None = None
        self._pending: list[tuple[int, Section]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show_next)
        self.bar = StatisticsBar(self.title())
        self.note = Banner("info", "info")
        self.open_missed = button(self.tr("查看"), "", "link", self._open_missed)
        self.open_missed.setAccessibleName(self.tr("查看未计入的行"))
        self.note.add(self.open_missed)
        self.note.hide()
        self.chips = self._measure_chips()
        self.stack = QStackedWidget()
        self._build()
        self.toast = Toast(self)
        self._followed = ""
        self.bar.changed.connect(self._ask_again)
        self.bar.exportWanted.connect(self.ask_export)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("统计分析")

    # -- layout

    def _measure_chips(self) -> list[QPushButton]:
        group = QButtonGroup(self)
        chips = []
        for one in Measure:
            chip = button(self.sections.measure(one), "", "chip")
            chip.setCheckable(True)
            chip.setChecked(one is Measure.EXECUTED)
            chip.setProperty("measure", str(one))
            group.addButton(chip)
            chips.append(chip)
        group.buttonClicked.connect(self._show_trend)
        return chips

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        noted = row(self.note)
        noted.setContentsMargins(0, 0, 16, 0)
        column.addLayout(noted)
        self.to_policy = button(
            self.tr("政策自查"), "verified", "link", lambda: self.workspace.pageWanted.emit("policy")
        )
        self.to_policy.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        asked = ElidedLabel(self.tr("对照公开的支持条件，看本企业达到了哪些、还差多少"), "second")
        asked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        leads = row(self.to_policy, asked)
        leads.setContentsMargins(0, 0, 16, 0)
        column.addLayout(leads)
        inner = QWidget()
        self._across = QHBoxLayout(inner)
        self._across.setContentsMargins(0, 0, 4, 16)  # the scroll bar takes the rest
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for one in self._columns:
            one.setSpacing(12)
            one.addStretch(1)
            self._across.addLayout(one, 1)
        waiting = label(self.tr("正在统计…"), "second")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing = self._empty_state()
        self.charts = scrolled(inner)
        for shown in (waiting, self.nothing, self.charts):
            self.stack.addWidget(shown)
        column.addWidget(self.stack, 1)

    def _empty_state(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        text = self.tr("还没有可以统计的数据。先导入或填写合同台账和执行台账，图表会自动画出来。")
        words = label(text, "second", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        go = self.workspace.pageWanted.emit
        contracts = button(self.tr("去合同台账"), "contract", "primary", lambda: go("form:JLFW-02"))
        executions = button(self.tr("去执行台账"), "execution", "", lambda: go("form:JLFW-03"))
        column.addStretch(2)
        column.addWidget(words)
        column.addSpacing(8)
        column.addLayout(row(0, contracts, executions, 0))
        column.addStretch(3)
        around = QWidget()
        outer = QVBoxLayout(around)
        outer.setContentsMargins(0, 0, 16, 16)
        outer.addWidget(frame)
        return around

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out in two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Fill one column, or two from the top, the long card of the classes alone under the trend."""
        two = self.width() >= _TWO_COLUMNS
        if two == self._two:
            return
        self._two = two
        for column in self._columns:
            while column.count():
                column.takeAt(0)
            column.addStretch(1)
        for number in range(len(self.cards)):
            self._put(number)
        self._across.setStretch(1, 1 if two else 0)
        self._across.setSpacing(12 if two else 0)

    def _put(self, number: int) -> None:
        column = self._columns[bool(self._two) and number not in _LEFT]
        column.insertWidget(column.count() - 1, self.cards[number])

    # -- content

    def _ask_again(self) -> None:
        self.stale = True
        self.bring_up_to_date()

    def refresh(self) -> None:
        """Add everything up again, in the background; asked while that runs, once more afterwards.

        Another month of the window means its year, up to that month.
        """
        if self._followed != self.workspace.period:
            self._followed = self.workspace.period
            self.bar.follow(self._followed)
        if self._job is not None:
            self._again = True
            return
        span, measure, as_of = self.bar.span(), self.bar.chosen_measure(), self.workspace.as_of

        def reading(book: Book, job: Job) -> Report:
            del job
            return own_figures.read(book, span, measure, as_of)

        self._job = self.workspace.work(reading, owner=self, done=self._show, ended=self._ended)

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self.refresh()

    def _show(self, report: Report) -> None:
        if self._again:
            return  # what was asked for since is on its way
        self.report = report = report_in_words(report, self.workspace.catalogue)
        self.bar.show_years([*report.years, self.workspace.period[:4]])
        self.bar.export.setEnabled(not report.is_empty)
        self.note.setVisible(not report.is_empty)
        if report.is_empty:
            self.stack.setCurrentWidget(self.nothing)
            return
        self.note.words.setText("".join(self.notes.sentences(report)))
        self._missed = self.notes.missed(report)
        self.open_missed.setVisible(self._missed is not None)
        found = [self.sections.trend(report, self._trend_measure()), *self.sections.others(report)]
        self._pending = list(enumerate(found))
        self._show_next()
        self.stack.setCurrentWidget(self.charts)

    def _show_next(self) -> None:
        """Show one card, and the next when the window has had its turn."""
        if not self._pending or self.report is None:
            return
        number, section = self._pending.pop(0)
        if number == len(self.cards):
            card = StatisticsCard(section, () if number else tuple(self.chips))
            card.placeWanted.connect(self.workspace.go)
            card.copied.connect(self.toast.say)
            self.cards.append(card)
            self._put(number)
        self.cards[number].show_section(section, self.notes.about(self.report))
        self._turn.start()

    @property
    def is_settled(self) -> bool:
        """Whether what was asked for last is on the screen."""
        return self._job is None and not self._pending

    def _trend_measure(self) -> Measure:
        return next(Measure(chip.property("measure")) for chip in self.chips if chip.isChecked())

    def _show_trend(self) -> None:
        if self.report is not None and self.cards:
            section = self.sections.trend(self.report, self._trend_measure())
            self.cards[0].show_section(section, self.notes.about(self.report))

    def _open_missed(self) -> None:
        if self._missed is not None:
            self.workspace.go(self._missed)

    # -- a workbook

    def ask_export(self) -> None:
        """Write all tables to a workbook that the user names."""
        if self.report is None:
            return
        name = self.tr("统计分析 %1.xlsx").replace("%1", span_word(self.report.span))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("导出 Excel"), name, "Excel (*.xlsx)")
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write all tables to a workbook, in the background."""
        if self.report is None:
            return
        tables = self.notes.tables(self.report, self.sections.every(self.report))

        def writing(book: Book, job: Job) -> None:
            from forms.workbook.tables import write_tables

            del book, job
            write_tables(tables, path)

        done = self.tr("已导出 %1 张表：%2").replace("%1", str(len(tables))).replace("%2", path.name)
        self.workspace.work(writing, owner=self, done=lambda _: self.toast.say(done), failed=self._failed)

    def _failed(self, problem: ZhibaoError) -> None:
        self.toast.say(problem.message, "error")
