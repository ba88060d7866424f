"""审核与报送: what is ready, what still needs a word of explanation, what is wrong; and the one button that files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop import todo
from desktop.catalogue_of_pages import fetch
from desktop.error_counts import Places, must_be_explained, must_be_mended
from desktop.languages.words import period_word
from desktop.pages import submit_along
from desktop.pages.demo_day import demo_day
from desktop.pages.page import Page
from desktop.pages.submit_errors import ErrorGroup
from desktop.pages.submit_groups import ExplainGroup
from desktop.pages.submit_place import standing_still
from desktop.pages.submit_ready import ReadyGroup
from desktop.pages.submit_returned import ReturnedGroup
from desktop.pages.submit_signed import SentGroup, UnsentGroup
from desktop.pages.submit_walk import SubmitWalk
from desktop.pages.submit_why import State, why_not
from desktop.pieces import button, label, row, scrolled, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pages.submit_dialog import SubmitDialog
    from desktop.workspace import Workspace
    from forms.check_result import CheckResult
    from forms.findings import Finding


class SubmitPage(Page):
    """The last look before a period is filed."""

    icon_name = "send"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._lines: list[todo.Line] = []
        self._before: list[todo.Line] = []
        self._dialog: SubmitDialog | None = None
        self._waits_to_begin = False
        self._check_again = self._keeps_order = False
        self._as_it_is: set[tuple[str, str]] = set()  # came back, and she says that it is right
        self._errors: dict[tuple[str, str], list[Finding]] = {}  # by series
        self.needs = submit_along.Needs(workspace)
        self.head = label(self.tr("审核与报送"), "h2")
        self.verdict = label(self.tr("尚未审核"), "second")
        self.earlier = QCheckBox()
        self.needed = QCheckBox()
        self.needed.setChecked(True)
        self.lacking = label(role="warning", wrap=True)
        self.why = label(role="second", wrap=True)
        self.check = button(self.tr("审核  F9"), "check", "", workspace.check)
        self.submit = button(self.tr("报送  Ctrl+Shift+Enter"), "send", "primary", self.begin)
        self.day = demo_day(workspace)
        self.ready = ReadyGroup()
        self.returned = ReturnedGroup()
        self.explain = ExplainGroup()
        self.errors = ErrorGroup()
        self.walk = SubmitWalk(self.errors, self.explain)
        self.unsent = UnsentGroup(workspace)
        self.sent = SentGroup()
        self._groups = (self.unsent, self.ready, self.returned, self.errors, self.explain, self.sent)
        self._build()
        self.ready.changed.connect(self._enable)
        self.earlier.clicked.connect(self._take_earlier)
        self.needed.clicked.connect(self._take_earlier)
        self.explain.explained.connect(self._explain)
        self.returned.asItIs.connect(self._take_as_it_is)
        for group in (self.ready, self.returned, self.explain, self.errors):
            group.placeChosen.connect(workspace.go)
        self.sent.opened.connect(lambda: workspace.pageWanted.emit("records"))
        workspace.checking.connect(self._checking)

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("审核与报送")

    def _build(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(12)
        self._column.addLayout(row(self.head, self.day, 8, self.verdict, 0, self.check, self.submit))
        for widget in (self.why, self.earlier, self.lacking, self.needed):
            self._column.addWidget(widget)
        for group in self._groups:
            self._column.addWidget(group)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inner)
        whole.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the keys on the buttons where there is no room."""
        super().resizeEvent(event)
        wide = self.width() > 900  # noqa: PLR2004  head, verdict and both buttons with their keys
        self.day.setVisible(wide and self.workspace.book.firm.demo)
        self.submit.setText(self.tr("报送  Ctrl+Shift+Enter") if wide else self.tr("报送"))

    def refresh(self) -> None:
        """Sort the period's forms into the groups; what was edited since the last check is checked first."""
        with standing_still(self._area, self.explain, self.check):
            self._fill()
        if not self.workspace.is_checked:
            self.workspace.check()
        elif self._waits_to_begin:
            self.begin()

    def _fill(self) -> None:
        from sync.earlier import earlier

        space = self.workspace
        self.needs.forget()
        self.head.setText(self.tr("审核与报送　%1").replace("%1", period_word(space.period)))
        self._lines = todo.lines(space)
        missing = earlier(space.book, space.period, space.as_of)
        open_lines = [one for one in self._lines if one.owed and not one.counts_as_done]
        returned = [one for one in open_lines if one.unanswered and (one.form, one.period) not in self._as_it_is]
        ready = [one for one in open_lines if one.ready and one not in returned]
        self._before = todo.lines_of(space, self._along(ready, missing))
        self.ready.show_lines(ready, self._before, space)
        self.returned.show_lines(returned, space)
        still = {(one.form, one.period) for one in (*open_lines, *self._before)}
        self.explain.show_findings(space.result, still, space)
        shown = {(one.form, one.period) for one in (*self._lines, *self._before)}
        found = dict(space.result.of("error")) if space.result is not None else {}
        self._errors = {one: found[one] for one in found if space.with_earlier or not one[1] or one in shown}
        self.errors.show_findings(self._errors, {one.period for one in self._lines}, space)
        self.unsent.show_lines([one for one in self._lines if one.is_unsent])
        self.sent.show_lines([one for one in self._lines if one.is_sent])
        for group in self._groups:
            group.finish()
        submit_along.offer(self, missing)
        self._show_verdict(space.result)
        self._enable()

    def _along(self, ready: list[todo.Line], missing: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return the earlier series that go along; months nobody has looked at yet are checked anew."""
        space = self.workspace
        along = submit_along.along(self, ready, missing)
        if along and not (space.needs_earlier or space.with_earlier):
            space.result = None
            self._check_again = space.is_checking
        space.needs_earlier = bool(along)
        return along

    def _show_verdict(self, result: CheckResult | None) -> None:
        at = self.workspace.result_at
        if result is None:
            self._say(self.tr("尚未审核"), "second")
            return
        waiting = self._to_explain()
        if self._errors or waiting:
            text = must_be_mended(self.errors.places) if self._errors else must_be_explained(waiting)
            text = self.tr("%1，%2 审核").replace("%1", text).replace("%2", at)
            self._say(text, "error" if self._errors else "warning")
        else:
            self._say(self.tr("✓ 审核通过，0 个问题，%1").replace("%1", at), "ok")

    def _to_explain(self) -> Places:
        return Places(*(sum(one.unexplained for one in lines) for lines in (self._lines, self._before)))

    def _say(self, text: str, role: str) -> None:
        self.verdict.setText(text)
        set_role(self.verdict, role)

    def _checking(self, checking: bool) -> None:  # noqa: FBT001  a signal's argument
        self.check.setEnabled(not checking)
        self.check.setText(self.tr("正在审核…") if checking else self.tr("审核  F9"))
        if checking and not self._keeps_order:
            self.explain.forget_order()
        if checking or not self.workspace.is_open:
            return
        if self._check_again:
            self._check_again = False
            self._look_again()
        elif self._waits_to_begin:
            self._waits_to_begin = False
            if self.workspace.result is not None:
                self.begin()

    def _enable(self) -> None:
        """Enable the button where something is chosen and nothing holds it; say beside it why not."""
        held = any(not one.ready for one in self._before) or bool(self._unmet())
        wanted = bool(self.ready.chosen()) or bool(self._before)
        self.submit.setEnabled(wanted and not held and not self.workspace.book.readonly)
        shown = not self.submit.isEnabled() and self.workspace.result is not None
        self.why.setVisible(shown)
        self.why.setText(self._why_not() if shown else "")

    def _unmet(self) -> list[str]:
        """Say which chosen forms use rows of series that do not go along."""
        from sync import referred

        places = [(one.form, one.period) for one in (*self.ready.chosen(), *self._before)]
        return referred.sentences(self.workspace.book, self.needs.of(places))

    def _explain(self, group: list[Finding], text: str) -> None:
        """Keep an explanation typed in place and look again at what it clears."""
        from forms.errors import InputRefused
        from forms.explanations import explain

        book = self.workspace.book
        try:
            with book.transaction():
                for form, period in dict.fromkeys((one.form, one.period) for one in group):
                    explain(book, form, period, group[0].rule, text)
        except InputRefused as refused:
            self.explain.refuse(group[0], refused.message)
            return
        self._check_again = self.workspace.is_checking  # what runs may have read the Book before
        self._look_again()

    def _look_again(self) -> None:
        """Check after an explanation: what was listed stays where it is, for a hand that types on."""
        self._keeps_order = True
        self.workspace.check()
        self._keeps_order = False

    def _take_as_it_is(self, series: tuple[str, str]) -> None:
        self._as_it_is.add(series)
        self.outdate()

    def _take_earlier(self) -> None:
        """Look at earlier unfiled periods too, or no longer; a running check looks at the wrong ones."""
        self._check_again = self.workspace.is_checking
        self.workspace.with_earlier = self.earlier.isChecked()
        self.workspace.result = None
        self.outdate()

    # -- filing

    def begin(self) -> None:
        """File what is ready and chosen (one key)."""
        if self._dialog is not None:
            self._dialog.show()
            self._dialog.raise_()
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.clearFocus()
        if not self.workspace.is_checked or self.workspace.is_checking:
            self._waits_to_begin = True
            self.workspace.check()
            return
        self._waits_to_begin = False
        if self.submit.isEnabled():
            fetch("desktop.submission", self, self._file)
        else:
            self._say_why_not()

    def _file(self) -> None:
        from desktop.pages.submit_dialog import open_submit_dialog
        from desktop.submission import Wanted

        if self._dialog is not None:
            return
        space, chosen = self.workspace, self.ready.chosen()
        wanted = Wanted(
            space.period,
            space.as_of,
            forms=list(dict.fromkeys(one.form for one in chosen)),
            along=[(one.form, one.period) for one in self._before],
        )
        contents = self.tr("、").join(dict.fromkeys(one.short for one in chosen or self._before))
        if chosen and self._before:
            contents = self.tr("%1，以及以前未报的报表").replace("%1", contents)
        self._dialog = open_submit_dialog(space, wanted, contents, self.window())
        self._dialog.over.connect(space.news.emit)
        self._dialog.destroyed.connect(self._dialog_gone)

    def _say_why_not(self) -> None:
        """Answer the key where nothing can be filed: say what stands in the way, and go to the first of it."""
        self.workspace.news.emit(self._why_not())
        if self._errors or self._to_explain():
            self.step_problem(forward=True)

    def _why_not(self) -> str:
        """Say why nothing can be filed now."""
        offered, unsent = not self.ready.isHidden(), not self.unsent.isHidden()
        readonly, errors, returned = self.workspace.book.readonly, self.errors.places, self.returned.lines
        return why_not(State(readonly, self._unmet(), errors, self._to_explain(), returned, offered, unsent))

    def _dialog_gone(self) -> None:
        self._dialog = None

    def step_problem(self, *, forward: bool) -> bool:
        """Go to the next error, and where none is left to the next warning that lacks its explanation.

        What is listed may be mended already where nobody has checked since: then the check comes first (Keys).
        """
        return self.workspace.is_checked and self.walk.step(forward=forward)
