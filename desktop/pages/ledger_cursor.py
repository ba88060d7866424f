"""The current cell of a ledger page: how one gets to another, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from desktop.languages.words import period_word
from desktop.models.problem_walk import NOWHERE, ProblemWalk
from desktop.models.roles import TOOLTIP

if TYPE_CHECKING:
    from desktop.models.problems_model import Problem
    from desktop.pages.ledger import LedgerPage


class LedgerCursor(QObject):
    """Moves the current cell of a page, and shows its problem in the panel."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page.view)
        self._page = page
        self._walk = ProblemWalk(page.model.pages)
        self._month = ""  # that the walk is in
        page.workspace.periodChanged.connect(self._begin_walk)
        page.view.selectionModel().currentChanged.connect(self.follow)

    def go(self, pos: int, field: str) -> None:
        """Go to a field of a row by its number; a filter that hides the row is taken away."""
        page = self._page
        page.columns.ensure(field)
        if pos and page.model.pages.place(pos) < 0:
            page.narrowing.filters.clear()
            page.bar.clear_filter()
            page.narrowing.settle()
        place, column = page.model.pages.place(pos), page.model.place_of.get(field, 0)
        if place >= 0:
            index = page.model.index(place, column)
            near = page.view.viewport().rect().intersects(page.view.visualRect(index))
            page.view.select_cell(place, column)
            if not near:  # far away: with rows before and after it
                page.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def step(self, problems: list[Problem], *, forward: bool) -> Problem:
        """The next (previous) problem of the walk, from the current cell on; says when it is of another month."""
        index, shown = self._page.view.currentIndex(), self._page.workspace.period_of(self._page.form)
        here = (index.row(), index.column()) if index.isValid() else NOWHERE
        found = self._walk.step(problems, here, forward=forward)
        before, self._month = self._month or shown, found.period or shown
        if self._month != before:
            self._page.toast.say(self._crossed(before, shown))
        return found

    def _crossed(self, before: str, shown: str) -> str:
        """Say into which month the walk went."""
        if self._month == shown:
            return self.tr("又回到本期（%1）的问题。").replace("%1", period_word(shown))
        if before == shown:
            text = self.tr("%1的问题到此为止，下面是其他月份的：%2。")
            return text.replace("%1", period_word(shown)).replace("%2", period_word(self._month))
        return self.tr("下面是%1的问题。").replace("%1", period_word(self._month))

    def _begin_walk(self) -> None:
        self._walk.begin()
        self._month = ""

    def go_to_field(self, field: str) -> None:
        """Go to a field of the current row."""
        page = self._page
        if page.columns.ensure(field):
            page.view.select_cell(page.view.currentIndex().row(), page.model.place_of[field])
        page.view.setFocus()

    def follow(self) -> None:
        """Say in the panel what is wrong with the current cell."""
        self._page.panel.follow(self._marked_cell())

    def follow_again(self) -> None:
        """Say it once more, where the panel's lists were made anew."""
        self._page.panel.mark_again(self._marked_cell())

    def _marked_cell(self) -> tuple[str, str] | None:
        """Uid and field of the current cell, where something is said of it."""
        page = self._page
        index = page.view.currentIndex()
        if not index.isValid():
            return None
        row = page.model.row_at(index.row())
        marked = page.model.mark(row, index.column()) is not None
        return (row.uid, page.model.columns[index.column()].id) if marked else None

    def show_tip(self) -> None:
        """Show what hovering over the current cell would show (Shift+F1)."""
        view = self._page.view
        index = view.currentIndex()
        text = str(self._page.model.data(index, TOOLTIP) or "") if index.isValid() else ""
        rect = view.visualRect(index)
        QToolTip.showText(view.viewport().mapToGlobal(rect.bottomLeft()), text, view.viewport(), rect)
