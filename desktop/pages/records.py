"""报送记录: what was sent and when, its receipt, what reviewers said about which cell, and how the exchanges went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout

from desktop import filings, messages, theme
from desktop.clock import shown_moment, shown_time
from desktop.languages.words import state_word
from desktop.pages.demo_day import demo_day
from desktop.pages.page import Page
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pages.records_detail import FilingDetail
from desktop.pieces import button, label, row
from desktop.place import Place

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book

_NARROW = 900
_STATES, _AROUND = ("RECEIVED", "ACCEPTED", "RETURNED", "REFUSED", "WITHDRAWN"), 46  # px around a pill's word
_LIST = 464  # the name of every report stands in it whole


class RecordsPage(Page):
    """Filings and their receipts; the sync history beside them."""

    icon_name = "history"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._filings: list[filings.Filing] = []
        heads = (self.tr("报告期"), self.tr("报表"), self.tr("版次"), self.tr("状态"), self.tr("报送时间"))
        self.model = TextModel(heads, pills=3)
        self.list = plain_table(self.model, self.tr("报送记录"), stretch=1)
        self.log_model = TextModel((self.tr("时间"), self.tr("内容")))
        self.log = plain_table(self.log_model, self.tr("同步记录"), stretch=1)
        self.detail = FilingDetail(workspace)
        self.feedback = button(self.tr("获取反馈"), "sync", "", workspace.sync)
        self.stack = QStackedWidget()
        self._build()
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.detail.withdrawWanted.connect(self._withdraw)
        self.detail.correctWanted.connect(self._correct)
        self.detail.cancelWanted.connect(self._cancel)
        workspace.syncing.connect(self._syncing)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("报送记录")

    # -- layout

    def _build(self) -> None:
        chips = QButtonGroup(self)
        self.tabs = [button(self.tr("报送", "list"), "", "chip"), button(self.tr("同步记录"), "", "chip")]
        for number, chip in enumerate(self.tabs):
            chip.setCheckable(True)
            chips.addButton(chip, number)
        self.tabs[0].setChecked(True)
        chips.idClicked.connect(self.stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        head = label(self.tr("报送记录"), "h2")
        column.addLayout(row(head, 12, *self.tabs, 0, demo_day(self.workspace), self.feedback))
        words = QFontMetrics(theme.font())
        pill = max(words.horizontalAdvance(state_word(state)) for state in _STATES) + _AROUND
        for number, width in enumerate((88, 104, 54, pill, 92)):
            self.list.setColumnWidth(number, width)
        self.log.setColumnWidth(0, 160)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        listed = _framed(self.list)
        listed.setMinimumWidth(_LIST)
        self.splitter.addWidget(listed)
        self.splitter.addWidget(self.detail)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        self.splitter.setSizes([520, 640])
        self.splitter.setStretchFactor(1, 1)
        self.nothing = self._nothing()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(_framed(self.log))
        self.stack.addWidget(self.nothing)
        column.addWidget(self.stack, 1)

    def _nothing(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.addStretch(2)
        words = label(self.tr("还没有报送过。审核通过后到“审核与报送”按一下“报送”，回执会保存在这里。"), "second")
        go = button(self.tr("去审核与报送"), "send", "primary", lambda: self.workspace.pageWanted.emit("submit"))
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail under the list in narrow windows."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    # -- content

    def refresh(self) -> None:
        """Read the filings and the history again; the chosen filing stays chosen, or its newer revision is."""
        book = self.workspace.book
        chosen = self._chosen()
        self._filings = filings.filings(book)
        self.model.fill(
            [
                (
                    filings.period_label(one.period),
                    one.short,
                    self.tr("第%1版").replace("%1", str(one.revision)),
                    one.word,
                    shown_time(one.sealed_at),
                )
                for one in self._filings
            ],
            [one.state for one in self._filings],
        )
        from sync import history

        self.log_model.fill([(shown_moment(line.at), line.text) for line in history.recent(book, 200)])
        if self.stack.currentIndex() != 1:
            self.stack.setCurrentIndex(0 if self._filings else 2)
        keep = self._place_of(chosen)
        if self._filings:
            self.list.selectRow(keep)
            self.detail.show_filing(self._filings[keep])
        messages.mark_seen(book, messages.messages(book, 500))
        self._syncing(self.workspace.is_syncing)

    def _chosen(self) -> filings.Filing | None:
        at = self.list.currentIndex().row()
        return self._filings[at] if 0 <= at < len(self._filings) else None

    def _place_of(self, chosen: filings.Filing | None) -> int:
        """Return the line of a filing; one that was the newest of its report when chosen gives way to a newer one."""
        if chosen is None:
            return 0
        series = chosen.form, chosen.period
        for at, one in enumerate(self._filings):  # the last signed first
            if one.id == chosen.id or (chosen.newest and one.newest and (one.form, one.period) == series):
                return at
        return 0

    def _choose(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._filings):
            self.detail.show_filing(self._filings[index.row()])

    def show_place(self, place: Place) -> None:
        """Choose the newest filing of a form and period."""
        for number, one in enumerate(self._filings):
            if (one.form, one.period) == (place.form, place.period):
                self.list.selectRow(number)
                return

    def to_print(self) -> tuple[str, str, str] | None:
        """Print the chosen filing."""
        one = self._chosen()
        return (one.form, one.period, one.id) if one else None

    def _syncing(self, syncing: bool) -> None:  # noqa: FBT001  a signal's argument
        from sync.province import is_enrolled

        known = self.workspace.is_open and is_enrolled(self.workspace.book)
        self.feedback.setEnabled(known and not syncing)
        self.feedback.setText(self.tr("正在获取…") if syncing else self.tr("获取反馈"))

    # -- what may be done with a filing

    def _withdraw(self, one: filings.Filing) -> None:
        demo, as_of = self.workspace.book.firm.demo, self.workspace.as_of

        def withdrawing(book: Book, job: Job) -> None:
            from sync.exchange import withdraw

            del job
            if demo:
                from desktop.demo import keep_province

                keep_province(book, as_of)
            withdraw(book, one.form, one.period)

        self.workspace.work(withdrawing, owner=self, done=lambda _none: self.workspace.touched(one.form))

    def _correct(self, one: filings.Filing, reason: str) -> None:
        from forms import corrections

        corrections.begin(self.workspace.book, one.form, one.period, reason)
        self.workspace.touched(one.form)
        self.workspace.go(Place(one.form, one.period))

    def _cancel(self, one: filings.Filing) -> None:
        from forms import reverting

        reverting.cancel(self.workspace.book, one.form, one.period, as_of=self.workspace.as_of)
        self.workspace.touched(one.form)


def _framed(view: object) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    inner = QHBoxLayout(frame)
    inner.setContentsMargins(1, 6, 1, 6)
    inner.addWidget(view)  # type: ignore[arg-type]
    return frame
