"""Where a warning is explained in place, on the page one mends it: its sentence, a field, what was written before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.access import hear_writing
from desktop.languages.words import period_word
from desktop.pages.explanation_line import ExplanationLine, written_and_offered
from desktop.pieces import ElidedLabel, button, label, row, set_state

if TYPE_CHECKING:
    from desktop.workspace import Workspace

KEY = "Shift+F2"


class Asked(NamedTuple):
    """A warning to explain: its series and rule, its sentence, and how many places of the period it speaks of."""

    form: str
    period: str
    rule: str
    message: str
    places: int


class Explaining(QFrame):
    """One explanation, for all rows of a rule in a period; hidden until asked for.

    `kept` tells that it was written into the Book, `onward` that Enter was pressed on it, `left` that it was put away.
    """

    kept = Signal()
    onward = Signal()
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        self._workspace = workspace
        self._asked: Asked | None = None
        self._kept = self._offered = ""
        self._check_again = False
        self._title = label(role="strong")
        self._message = ElidedLabel("", "second")
        self.box = ExplanationLine("", lambda: False)
        self.box.setMaxLength(500)
        self.take = button(self.tr("沿用上期填报说明  Ctrl+D"), "copy", "link", self._take)
        self.close_button = button(self.tr("收起"), "", "link", self.put_away)
        self.refusal = label(role="error")
        self._scope = label(role="caption")
        self._lay_out()
        self.box.editingFinished.connect(self._write)
        self.box.returnPressed.connect(self._enter)
        self.box.above.connect(self._take)
        hear_writing(self.box, self._write)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.put_away)
        workspace.checking.connect(self._checking)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        head = row(self._title, self._message, self.close_button)
        head.setStretch(1, 1)
        line = row(self.box, self.take)
        line.setStretch(0, 1)
        column.addLayout(head)
        column.addLayout(line)
        column.addLayout(row(self.refusal, self._scope, 0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def ask(self, asked: Asked) -> None:
        """Ask for the explanation of a warning; what was written of it, now or for an earlier period, is there."""
        self._asked = asked
        key = asked.form, asked.rule
        self._kept, self._offered = written_and_offered(self._workspace.book, key, {asked.period})
        self._title.setText(self.tr("填报说明 %1").replace("%1", asked.rule))
        self._message.setText(asked.message)
        self.box.setText(self._kept)
        words = self.tr("写明为什么属实（不少于10个字），随报表上报；有误的请直接修改")
        offered = self.tr("上期说明：%1").replace("%1", self._offered)
        self.box.setPlaceholderText(offered if self._offered else words)
        self.box.setAccessibleName(self.tr("%1 的填报说明").replace("%1", asked.rule))
        self.box.setAccessibleDescription(asked.message)
        scope = self.tr("适用于%1本项核实的全部 %n 处；Enter 保存，Esc 收起", "", asked.places)
        self._scope.setText(scope.replace("%1", period_word(asked.period)))
        self._show_state()
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.selectAll()

    def put_away(self) -> None:
        """Hide it; what was typed since the last Enter is taken back."""
        self.box.setText(self._kept)
        self.left.emit()  # first: what is hidden passes the keys on to whatever comes next
        self.hide()

    def _show_state(self) -> None:
        set_state(self.box, "ok" if self._kept else "warning")
        self.take.setVisible(bool(self._offered) and not self._kept)
        self.refusal.hide()
        self._scope.show()

    def _take(self) -> None:
        if not self.take.isHidden():
            self.box.setText(self._offered)
            self._enter()

    def _enter(self) -> None:
        if self._write() and self._kept:
            self.onward.emit()

    def _write(self) -> bool:
        """Keep what is typed; False where it was refused, and why stands below it."""
        from forms.errors import InputRefused
        from forms.explanations import explain

        text, asked = self.box.text().strip(), self._asked
        if asked is None or text == self._kept or not self._workspace.is_open:
            return True
        try:
            explain(self._workspace.book, asked.form, asked.period, asked.rule, text)
        except InputRefused as refused:
            self.refusal.setText(refused.message)
            self.refusal.show()
            self._scope.hide()
            return False
        self._kept = text
        self._show_state()
        self._check_again = self._workspace.is_checking  # what runs may have read the Book before
        self.kept.emit()
        self._workspace.check()
        return True

    def _checking(self, checking: bool) -> None:  # noqa: FBT001  a signal's argument
        if not checking and self._check_again and self._workspace.is_open:
            self._check_again = False
            self._workspace.check()
