"""政策自查: published conditions of support over what the province accepted, each with its numbers. Nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.pages.page import Page
from desktop.pages.policy_card import PolicyCard
from desktop.pieces import Banner, button, empty, label, row, scrolled
from forms import policy

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.policy import SelfCheck


class PolicyPage(Page):
    """Look where the firm stands against each condition, in a year; open the filings a number is made of."""

    icon_name = "verified"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.found: SelfCheck | None = None
        self.cards: list[PolicyCard] = []
        self._job: Job | None = None
        self._again = False
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("年度"))
        self.year.activated.connect(self._ask_again)
        self.back = button(self.tr("统计分析"), "chevron-left", "link", lambda: workspace.pageWanted.emit("statistics"))
        self.nothing = label(self.tr("现行制度没有政策自查的条件。"), "second", wrap=True)
        self._build()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("政策自查")

    def _build(self) -> None:
        note = Banner("info", "info")
        note.words.setText(
            self.tr(
                "按平台已受理的申报计算，只在本机显示，不上报。条件是往年公开的口径，不是现行规定；申报以当年通知为准。"
            )
        )
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 4, 16)  # the scroll bar takes the rest
        self._column.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 0, 0)
        column.setSpacing(10)
        head = row(label(self.tr("政策自查"), "h2"), 4, self.year, 0, self.back)
        head.setContentsMargins(0, 0, 16, 0)
        column.addLayout(head)
        noted = row(note)
        noted.setContentsMargins(0, 0, 16, 0)
        column.addLayout(noted)
        column.addWidget(self.nothing)
        self.nothing.hide()
        column.addWidget(scrolled(inner), 1)

    # -- content

    def _ask_again(self) -> None:
        self.stale = True
        self.bring_up_to_date()

    def refresh(self) -> None:
        """Work everything out again, in the background; asked while that runs, once more afterwards."""
        if self._job is not None:
            self._again = True
            return
        year, as_of = self.year.currentData(), self.workspace.as_of

        def reading(book: Book, job: Job) -> SelfCheck:
            del job
            return policy.check(book, year, as_of=as_of)

        self._job = self.workspace.work(reading, owner=self, done=self._show, ended=self._ended)

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self.refresh()

    def _show(self, found: SelfCheck) -> None:
        self.found = found
        self._show_years(found)
        self.nothing.setVisible(not found.results)
        empty(self._column)
        self.cards = [PolicyCard(one, self.workspace) for one in found.results]
        for card in self.cards:
            card.placeWanted.connect(self.workspace.go)
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _show_years(self, found: SelfCheck) -> None:
        """Offer the years with anything accepted, and the one that is shown."""
        self.year.clear()
        for year in sorted({*found.years, found.year, self.workspace.period[:4]}, reverse=True):
            self.year.addItem(self.tr("%1年").replace("%1", year), year)
        self.year.setCurrentIndex(self.year.findData(found.year))
