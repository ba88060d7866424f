"""首页: what must be done now, where every report stands, how long there is, what the province said, the own trend."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from desktop import earlier, messages, theme, todo, todo_cards
from desktop.clock import shown_time
from desktop.exchange_state import exchange_state
from desktop.pages.charts import Legend, TrendChart, YearChart
from desktop.pages.demo_day import demo_day
from desktop.pages.home_cards import ReportTable, TodoCard
from desktop.pages.opening_place import OpeningBar
from desktop.pages.page import Page
from desktop.pieces import Banner, IconView, LinkLine, button, card, empty, label, row, scrolled
from desktop.place import Place
from desktop.trend import execution_by_month
from desktop.year import year_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from desktop.workspace import Workspace

_NARROW = 1000
_TALL = 860


class HomePage(Page):
    """The first page of every day."""

    icon_name = "home"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._lines: list[todo.Line] = []
        self._checked_for: tuple[str, int] | None = None
        self._narrow: bool | None = None
        self.banner = Banner("error", "cloud-error")
        self.retry = button(self.tr("重试"), "sync", "link", workspace.sync)
        self.banner.add(self.retry)
        self.banner.hide()
        self.opening = OpeningBar(workspace)
        self.cards = self._todo_cards()
        self.table = ReportTable()
        self.table.checkWanted.connect(workspace.check)
        self.table.submitWanted.connect(lambda: workspace.pageWanted.emit("submit"))
        self.table.togetherWanted.connect(lambda: earlier.file_together(workspace))
        self.table.lineChosen.connect(self._follow)
        self.due_card = self._due_card()
        self.news_card = self._news_card()
        self.trend_card = self._trend_card()
        self.year_card = self._year_card()
        self._build()
        workspace.checking.connect(self.table.set_checking)
        workspace.syncing.connect(self._show_exchange)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("首页")

    # -- layout

    def _build(self) -> None:
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self._place(narrow=False)

    def _place(self, *, narrow: bool) -> None:
        """Lay the cards out in twelve columns, or in fewer rows of two where the page is narrow."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        grid = self._grid
        parts = [*self.cards, self.table, self.due_card, self.news_card, self.trend_card, self.year_card]
        for part in (self.banner, self.opening, *parts):
            grid.removeWidget(part)
        grid.addWidget(self.banner, 0, 0, 1, 12)
        grid.addWidget(self.opening, 1, 0, 1, 12)
        for number, one in enumerate(self.cards):
            if narrow:
                grid.addWidget(one, 2 + number // 2, 6 * (number % 2), 1, 6)
            else:
                grid.addWidget(one, 2, 3 * number, 1, 3)
        if narrow:
            grid.addWidget(self.table, 4, 0, 1, 12)
            grid.addWidget(self.due_card, 5, 0, 1, 5)
            grid.addWidget(self.news_card, 5, 5, 1, 7)
            grid.addWidget(self.trend_card, 6, 0, 1, 12)
            grid.addWidget(self.year_card, 7, 0, 1, 12)
        else:
            grid.addWidget(self.table, 4, 0, 2, 8)
            grid.addWidget(self.due_card, 4, 8, 1, 4)
            grid.addWidget(self.news_card, 5, 8, 1, 4)
            grid.addWidget(self.trend_card, 6, 0, 1, 7)
            grid.addWidget(self.year_card, 6, 7, 1, 5)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(5, 0 if narrow else 2)
        grid.setRowStretch(6, 0 if narrow else 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < _NARROW)
        self.table.set_roomy(roomy=self.height() > _TALL)

    def _todo_cards(self) -> list[TodoCard]:
        cards = [
            TodoCard("report", "draft", self.tr("张报表未报送"), self.tr("去填报")),
            TodoCard("error", "returned", self.tr("处本期错误"), self.tr("去修改")),
            TodoCard("returned", "returned", self.tr("张被退回"), self.tr("看批注")),
            TodoCard("clock", "waiting", self.tr("张待反馈"), self.tr("查进度")),
        ]
        for one in cards:
            one.chosen.connect(self._open_card)
        return cards

    def _due_card(self) -> QFrame:
        frame, column = card()
        self._due_on = label(role="caption")
        self._due_title = label(self.tr("距本期截止"), "h3")
        self._days = label(role="big")
        self._days_unit = label(self.tr("天"))
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("本期完成进度"))
        self._finished = label(role="second")
        self._check_state = label(role="caption")
        column.addLayout(row(self._due_title, demo_day(self.workspace), 0, self._due_on))
        column.addLayout(row(self._days, self._days_unit, 0, spacing=4))
        column.addWidget(self._progress)
        column.addLayout(row(self._finished, 0, self._check_state))
        return frame

    def _news_card(self) -> QFrame:
        frame, column = card()
        everything = button(self.tr("全部"), "", "link", lambda: self.workspace.pageWanted.emit("messages"))
        column.addLayout(row(label(self.tr("消息"), "h3"), 0, everything))
        self._news = QVBoxLayout()
        self._news.setSpacing(2)
        column.addLayout(self._news)
        column.addStretch(1)
        return frame

    def _trend_card(self) -> QFrame:
        frame, column = card()
        self.trend = TrendChart()
        self.legend = Legend()
        column.addLayout(row(label(self.tr("执行额"), "h3"), label(self.tr("万美元"), "caption"), 0, self.legend))
        column.addWidget(self.trend, 1)
        frame.setMinimumHeight(210)
        return frame

    def _year_card(self) -> QFrame:
        frame, column = card()
        self._year_title = label(role="h3")
        self.year = YearChart()
        self.year.periodChosen.connect(self.workspace.set_period)
        column.addLayout(row(self._year_title, 0, label(self.tr("点月份可切换报告期"), "caption")))
        column.addWidget(self.year, 1)
        return frame

    # -- content

    def refresh(self) -> None:
        """Read where everything stands; check in the background what was edited since the last check."""
        space = self.workspace
        self.opening.refresh()
        self._lines = todo.lines(space)
        counted = todo_cards.todo(space, self._lines)
        shown = (counted.unfiled, counted.errors, counted.returned, counted.waiting)
        for widget, content in zip(self.cards, shown, strict=True):
            widget.show_card(content)
        self.table.show_lines(self._lines)
        self._show_due()
        self._show_news()
        months = execution_by_month(space.book, space.period)
        is_open = any(one.form == "JLFW-03" and not one.counts_as_done for one in self._lines)
        self.trend.show_months(months, space.period if is_open else "")
        self.legend.show_line(line=any(month.year_before is not None for month in months))
        self._year_title.setText(self.tr("%1年报送情况").replace("%1", space.period[:4]))
        self.year.show_year(year_lines(space), space.period)
        self._show_exchange()
        self._check_once()

    def _check_once(self) -> None:
        """Check by itself what nobody checked since the last edit; once for each state of the Book."""
        from forms import journal

        key = (self.workspace.period, journal.last_seq(self.workspace.book))
        stale = any(one.owed and one.unchecked for one in self._lines)
        if key != self._checked_for and (stale or self.workspace.result is None):
            self._checked_for = key
            self.workspace.check()

    def _show_due(self) -> None:
        from forms import deadlines

        monthly = [one for one in self._lines if len(one.period) > len("2026")]
        due = max((one.due for one in monthly if one.owed), default="") or max(one.due for one in monthly)
        owed = [one for one in self._lines if one.owed]
        done = sum(one.is_sent for one in owed)
        left = deadlines.days_between(self.workspace.as_of, due)
        finished = bool(owed) and done == len(owed)
        self._due_on.setText(self.tr("%1 24:00 止").replace("%1", due))
        self._due_title.setText(self.tr("已过本期截止") if left < 0 else self.tr("距本期截止"))
        self._days.setText(str(abs(left)) if left else self.tr("今天"))
        self._days.setStyleSheet(f"color: {theme.current().colors[_urgency(left, finished=finished)]}")
        unit = self.tr("天") if left else self.tr("截止")
        self._days_unit.setText(self.tr("天，报送将标为补报") if left < 0 and not finished else unit)
        self._progress.setMaximum(max(len(owed), 1))
        self._progress.setValue(done)
        self._finished.setText(self.tr("已报送 %1 / %2 张").replace("%1", str(done)).replace("%2", str(len(owed))))
        at = self.workspace.result_at
        self._check_state.setText(self.tr("%1 审核").replace("%1", at) if at else self.tr("尚未审核"))

    def _show_news(self) -> None:
        empty(self._news)
        found = messages.messages(self.workspace.book, 8 if self.height() > _TALL else 4)
        for one in found:
            link = LinkLine(one.text, partial(self._open_message, one.place))
            line = row(IconView(one.icon, one.tone, 16), link, label(shown_time(one.at), "caption"))
            line.setStretch(1, 1)
            self._news.addLayout(line)
        if not found:
            self._news.addWidget(
                label(self.tr("暂无消息。报送后，平台的回执和批注会出现在这里。"), "caption", wrap=True)
            )

    def _show_exchange(self) -> None:
        if not self.workspace.is_open:
            return
        shown = exchange_state(self.workspace)
        self.banner.setVisible(shown.failed)
        self.banner.words.setText(self.tr("同步没有成功：%1").replace("%1", shown.tip))
        self.retry.setEnabled(not self.workspace.is_syncing)
        from desktop.languages.words import period_word
        from forms import series

        missing = series.earlier_unfiled(self.workspace.book, self.workspace.period)
        text = self.tr("%1起还有 %2 张以前的报表没有报送，可与本期一并补报。")
        text = text.replace("%1", period_word(missing[0][1])).replace("%2", str(len(missing))) if missing else ""
        self.table.show_earlier(text)

    # -- where things lead

    def _follow(self, number: int) -> None:
        line = self._lines[number]
        if line.pill == "CHECKED":
            self.workspace.pageWanted.emit("submit")
        elif line.counts_as_done or line.pill in ("WITHDRAWN", "ABANDONED"):
            self.workspace.pageWanted.emit("records")
        else:
            self.workspace.go(earlier.cell_of(self.workspace, line.place) if line.errors else line.place)

    def _open_card(self, content: object) -> None:
        if not isinstance(content, todo_cards.Card):
            return
        if content.page:
            self.workspace.pageWanted.emit(content.page)
        elif content.place is not None:
            self.workspace.go(content.place)

    def _open_message(self, place: Place) -> None:
        self.workspace.go(place)


def _urgency(left: int, *, finished: bool) -> str:
    """Return the colour token for the days left."""
    if finished:
        return "accepted"
    return "error" if left < 0 else "warning" if left <= 5 else "text"  # noqa: PLR2004  a week's last working days
