"""Binding this PC to the province: the field for the code that the authority gave out, in a dialog of its own too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import theme
from desktop.pieces import button, label, row, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError


class CodeLine(QPlainTextEdit):
    """Room for a long code; Enter gives it in."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end of the code."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CodeBox(QFrame):
    """Takes the code and enrols with it; `enrolled` once the province knows this PC, `later` to do without for now."""

    enrolled = Signal()
    later = Signal()

    def __init__(self, workspace: Workspace, head: str, action: str) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("role", "inset")
        self.code = CodeLine()
        self.enrol = button(action, "key", "primary", self._enrol)
        self.wait = button(self.tr("先签名排队，以后开通"), "", "", self.later.emit)
        self.refusal = label(role="error", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(label(head, "strong"))
        hint = self.tr("报送码由主管部门发放，以 ZB1. 开头，只能使用一次；用它为这台电脑开通报送，以后不再需要。")
        column.addWidget(label(hint, "caption", wrap=True))
        self.code.setFixedHeight(64)
        self.code.setAccessibleName(self.tr("报送码，必填"))
        self.code.setTabChangesFocus(True)
        self.code.textChanged.connect(lambda: self.enrol.setEnabled(bool(self.code.toPlainText().strip())))
        self.enrol.setEnabled(False)
        self.code.entered.connect(self.enrol.click)
        column.addWidget(self.code)
        column.addWidget(self.refusal)
        self.no_code = label(
            self.tr("没有网络，或还没有报送码？可以先签名排队：内容就此定稿，开通以后自动发送。"), "caption", wrap=True
        )
        column.addWidget(self.no_code)
        column.addLayout(row(0, self.wait, self.enrol))

    def ask(self, *, may_wait: bool) -> None:
        """Be ready for a code; `may_wait` offers to go on without one."""
        self.wait.setVisible(may_wait)
        self.no_code.setVisible(may_wait)
        self.code.setFocus()

    def refuse(self, why: str) -> None:
        """Say why the code did not do; it may be corrected."""
        set_role(self.refusal, "error")
        self.refusal.setText(why)
        self.enrol.setEnabled(bool(self.code.toPlainText().strip()))

    def _enrol(self) -> None:
        """Bind this PC to the province."""
        text = self.code.toPlainText().strip()

        def enrolling(book: Book, job: Job) -> None:
            from sync.enrolment import enroll

            del job
            enroll(book, text)

        self.enrol.setEnabled(False)
        self.refusal.setText(self.tr("正在与省级平台建立联系…"))
        set_role(self.refusal, "second")
        self._workspace.work(enrolling, owner=self, done=lambda _none: self.enrolled.emit(), failed=self._failed)

    def _failed(self, problem: ZhibaoError) -> None:
        self.refuse(problem.message)


class EnrolDialog(QDialog):
    """Asks for the code where signed filings wait for nothing else; once bound, they are sent."""

    def __init__(self, workspace: Workspace, waiting: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("开通报送"))
        self.setMinimumWidth(theme.px("nav") * 3)
        head = self.tr("%n 张已签名的报表在等开通报送", "", waiting)
        self.box = CodeBox(workspace, head, self.tr("开通并发送"))
        self.box.ask(may_wait=False)
        self.box.enrolled.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.box)
        column.addLayout(row(0, button(self.tr("以后再说"), "", "", self.reject)))

    def _go_on(self) -> None:
        """Send what waited."""
        self._workspace.news.emit(self.tr("已开通报送，正在发送排队的报表。"))
        self.accept()
        self._workspace.sync()


def ask_to_enrol(workspace: Workspace, parent: QWidget) -> EnrolDialog:
    """Show the dialog over the window."""
    from sync import outbox

    dialog = EnrolDialog(workspace, len(outbox.queued(workspace.book)), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog
