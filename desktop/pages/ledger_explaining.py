"""Explaining a warning on a ledger page: «写说明» of the problem panel, Shift+F2, the way from a returned report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.pages.explaining import KEY, Asked, Explaining
from desktop.pages.problem_panel import FINDINGS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.models.problems_model import Problem
    from desktop.pages.ledger import LedgerPage


class LedgerExplaining(QObject):
    """Opens the field under the problem panel on the warning one looks at, then on the next that lacks its words."""

    def __init__(self, page: LedgerPage, body: QWidget) -> None:
        super().__init__(body)
        self._page = page
        self._waits_for = ""  # the period whose first warning is asked for once the form was checked
        shortcut = QShortcut(QKeySequence(KEY), body)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.begin)
        page.panel.explainWanted.connect(self.begin)
        page.checks.changed.connect(self._checked)

    @cached_property
    def field(self) -> Explaining:
        """The field under the list, made when it is asked for first: a page stands sooner without it."""
        made = Explaining(self._page.workspace, self._page.panel)
        self._page.panel.put_below(made)
        made.kept.connect(self._page.checks.relist)
        made.onward.connect(self._go_on)
        made.left.connect(self._leave)
        return made

    def begin(self) -> None:
        """Ask for the words on the warning one stands at, else on the first that lacks them."""
        page = self._page
        page.typing.leave()
        page.checks.settle()
        if page.workspace.book.readonly:
            return
        found = self._here() or self._first()
        if found is None:
            page.toast.say(self.tr("这里没有可以写说明的核实项；错误须修改，不能用说明代替"))
            return
        self._ask(found)

    def begin_with(self, period: str) -> None:
        """Ask for the words on the first warning of a period, as soon as it is known."""
        self._waits_for = period
        self._checked()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _warnings(self, period: str = "") -> list[Problem]:
        listed = self._page.panel.models[FINDINGS].problems
        return [one for one in listed if one.severity == "warning" and one.period and period in ("", one.period)]

    def _here(self) -> Problem | None:
        """Give the warning of the line marked, of the current cell, of its row, or of the period a comment is on."""
        page, found, marked = self._page, self._warnings(), self._page.panel.marked
        if marked is not None and marked in found:
            return marked
        index = page.view.currentIndex()
        uid = page.model.row_at(index.row()).uid if index.isValid() else ""
        field = page.model.columns[index.column()].id if index.isValid() else ""
        near = sorted((one for one in found if one.uid == uid), key=lambda one: one.field != field)
        if near or marked is None or marked.severity != "comment":
            return near[0] if near else None
        return next((one for one in found if one.period == marked.period), None)

    def _first(self, period: str = "") -> Problem | None:
        """Give the first warning that lacks its words; of those that have them the first."""
        return min(self._warnings(period), key=lambda one: one.explained, default=None)

    def _ask(self, problem: Problem) -> None:
        page, alike = self._page, (problem.period, problem.rule)
        count = sum((one.period, one.rule) == alike for one in self._warnings())
        page.go_to(problem)
        self.field.ask(Asked(page.form, problem.period, problem.rule, problem.text, count))
        QTimer.singleShot(0, self, lambda: page.panel.mark(problem))  # the list is lower now

    def _checked(self) -> None:
        period = self._waits_for
        if not period or not self._page.checks.checked_at:
            return
        self._waits_for = ""
        found = self._first(period)
        if found is not None:
            self._ask(found)
        else:
            self._page.toast.say(self.tr("本期没有核实项，不用写说明；请按批注修改后再报"))

    def _go_on(self) -> None:
        """After Enter: the next warning that lacks its words, or back to the grid."""
        following = self._first()
        if following is not None and not following.explained:
            self._ask(following)
        else:
            self.field.put_away()
            self._page.toast.say(self.tr("填报说明已保存，随报表上报；核实项都已说明"))

    def _leave(self) -> None:
        self._page.view.setFocus()
