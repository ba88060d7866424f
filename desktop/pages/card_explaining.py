"""Explaining a warning on a card page: «写说明» of the help panel and of the form's notes, and Shift+F2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.models.marks import ROW
from desktop.pages.explaining import KEY, Asked, Explaining
from desktop.pages.explanation_line import written_and_offered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.pages.card import CardPage
    from forms.findings import Finding


class CardExplaining(QObject):
    """Opens a field under the form on the warning of the line one is in, then on the next that lacks its words."""

    def __init__(self, page: CardPage, holder: QWidget) -> None:
        super().__init__(holder)
        self._page, self._holder = page, holder
        self._waits = False  # for the check, after which the first warning is asked for
        shortcut = QShortcut(QKeySequence(KEY), holder)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.begin)
        page.help.explainWanted.connect(self.begin)
        page.head.explainWanted.connect(self.begin_with_the_form)
        page.checks.changed.connect(self._checked)

    @cached_property
    def field(self) -> Explaining:
        """The field under the form, made when it is asked for first: a page stands sooner without it."""
        made = Explaining(self._page.workspace, self._holder)
        layout = self._holder.layout()
        if layout is not None:
            layout.addWidget(made)
        made.kept.connect(self._page.show_values)
        made.onward.connect(self._go_on)
        made.left.connect(self._leave)
        return made

    def begin(self) -> None:
        """Ask for the words on the warning of the current line, else on the first that lacks them."""
        self._begin(self._of(self._page.entered.field.id if self._page.entered is not None else ROW))

    def begin_with_the_form(self) -> None:
        """Ask for the words on a warning about the whole form."""
        self._begin(self._of(ROW))

    def begin_when_checked(self) -> None:
        """Ask for the words on the first warning once the form was checked."""
        self._waits = True
        self._page.checks.check_soon()

    def written(self, field: str) -> str | None:
        """Return what is written of the warning on a field; None where nothing may be explained there."""
        found = self._of(field)
        return self._text(found[0]) if found and not self._page.model.book.readonly else None

    # -- inside ----------------------------------------------------------------------------------------------------

    def _warnings(self) -> list[Finding]:
        return [one for one in self._page.model.marks.findings() if one.severity == "warning"]

    def _of(self, field: str) -> list[Finding]:
        return [one for one in self._warnings() if (one.field or ROW) == field]

    def _text(self, finding: Finding) -> str:
        book = self._page.model.book
        return written_and_offered(book, (finding.form, finding.rule), {finding.period})[0]

    def _first(self) -> list[Finding]:
        return sorted(self._warnings(), key=lambda one: bool(self._text(one)))

    def _begin(self, here: list[Finding]) -> None:
        if self._page.model.book.readonly:
            return
        found = sorted(here, key=lambda one: bool(self._text(one))) or self._first()
        if found:
            self._ask(found[0])
        else:
            self._page.toast.say(self.tr("本表没有可以写说明的核实项；错误须修改，不能用说明代替"))

    def _ask(self, finding: Finding) -> None:
        count = sum(one.rule == finding.rule for one in self._warnings())
        if finding.field:
            self._page.go_to_field(finding.field)
        self.field.ask(Asked(finding.form, finding.period, finding.rule, finding.message, count))

    def _checked(self) -> None:
        if not self._waits:
            return
        self._waits = False
        found = self._first()
        if found:
            self._ask(found[0])
        else:
            self._page.toast.say(self.tr("本期没有核实项，不用写说明；请按批注修改后再报"))

    def _go_on(self) -> None:
        """After Enter: the next warning that lacks its words, or back to the form."""
        following = self._first()
        if following and not self._text(following[0]):
            self._ask(following[0])
        else:
            self.field.put_away()
            self._page.toast.say(self.tr("填报说明已保存，随报表上报；核实项都已说明"))

    def _leave(self) -> None:
        if self._page.entered is not None:
            self._page.go(self._page.entered)
