"""The submit dialog: 审核 → 生成 → 签名 → 上传 → 回执, in the background; it may be put away, the network may go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.enrolling import CodeBox
from desktop.pages.submit_steps import (
    DONE,
    FAILED,
    RUNNING,
    WAITING,
    StepLine,
    answered_words,
    blocked_words,
    list_held,
)
from desktop.pieces import ElidedLabel, button, card, label, row, set_role

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.submission import Submission, Wanted
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from sync.progress import Step


class SubmitDialog(QDialog):
    """Runs one submission and tells how it goes."""

    over = Signal(str)  # a sentence for the status strip

    def __init__(self, workspace: Workspace, wanted: Wanted, contents: str, parent: QWidget) -> None:
        super().__init__(parent)
        from sync.progress import Step

        self._workspace = workspace
        self._wanted = wanted
        self._job: Job | None = None
        self._steps = {step: StepLine(str(step)) for step in Step}
        self.outcome: Submission | None = None
        self.setWindowTitle(self.tr("报送"))
        self.setMinimumWidth(560)
        self.head = label(self.tr("报送到省级平台"), "h2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, len(self._steps) * 100)
        self.bar.setAccessibleName(self.tr("报送进度"))
        self.words = label(role="second", wrap=True)
        self.words.setMinimumHeight(self.words.fontMetrics().height() * 2 + 4)
        self.behind = button(self.tr("后台运行"), "", "", self.hide)
        self.stop = button(self.tr("取消报送"), "", "", self._cancel)
        self.done_button = button(self.tr("完成"), "", "primary", self.accept)
        self.code_box = CodeBox(workspace, self.tr("首次报送：请粘贴平台发放的报送码"), self.tr("开通并报送"))
        self.code_box.enrolled.connect(self._ask_or_run)
        self.code_box.later.connect(self._go_on_without)
        self._lay_out(contents)
        self._ask_or_run()

    # -- layout

    def _lay_out(self, contents: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        firm = self._workspace.book.firm
        frame, inner = card("inset", margin=12, spacing=4)
        name = self.tr("（演示）%1").replace("%1", firm.name) if firm.demo else firm.name
        inner.addLayout(row(label(self.tr("企业"), "caption"), label(name), 0, label(firm.uscc, "caption"), spacing=10))
        what = ElidedLabel(contents)
        line = row(label(self.tr("内容"), "caption"), what, spacing=10)
        line.setStretch(1, 1)
        inner.addLayout(line)
        self._held_box = QVBoxLayout()
        self._step_box = QWidget()
        steps = QVBoxLayout(self._step_box)
        steps.setContentsMargins(0, 4, 0, 4)
        steps.setSpacing(0)
        for one in self._steps.values():
            steps.addWidget(one)
        steps.addSpacing(6)
        steps.addWidget(self.bar)
        steps.addLayout(self._held_box)
        for widget in (self.head, frame, self.code_box, self._step_box):
            column.addWidget(widget)
        foot = row(self.words, self.behind, self.stop, self.done_button)
        foot.setStretch(0, 1)
        column.addLayout(foot)

    # -- running

    def _ask_or_run(self) -> None:
        """Ask for the enrolment code where the firm has none yet; the demo firm gets its own."""
        from sync.province import is_enrolled

        book = self._workspace.book
        self._show_code(asks=not book.firm.demo and not is_enrolled(book))

    def _ask_code(self, why: str) -> None:
        """Ask for a code although the Book once had a province; what is signed by now waits."""
        self._job = None
        self._show_code(asks=True, may_wait=False)
        self.code_box.refuse(why)

    def _go_on_without(self) -> None:
        """Sign and queue all the same: what waits goes by itself once this PC is bound."""
        self._wanted = replace(self._wanted, send=False)
        self._show_code(asks=False)

    def _show_code(self, *, asks: bool, may_wait: bool = True) -> None:
        self.code_box.setVisible(asks)
        self._step_box.setVisible(not asks)
        self.behind.setVisible(not asks)
        self.done_button.hide()
        self.words.setText("")
        self.adjustSize()
        if asks:
            self.code_box.ask(may_wait=may_wait)
        else:
            self.run()

    def run(self) -> None:
        """Start the work; the dialog only listens."""
        from desktop.demo import code_for, keep_province
        from desktop.submission import submit_and_send

        wanted, workspace = self._wanted, self._workspace
        demo = workspace.book.firm.demo

        def submitting(book: Book, job: Job) -> Submission:
            code = ""
            if demo:
                keep_province(book, wanted.as_of)
                code = code_for(book)
            return submit_and_send(book, replace(wanted, code=code), job.report, job.cancelled)

        self.words.setText(self.tr("可以放到后台运行，完成后会提示；断网也不会丢，联网后自动续传。"))
        self._job = workspace.work(
            submitting, owner=self, done=self._ended, failed=self._failed, progress=self._progressed
        )
        first = next(iter(self._steps.values()))
        first.show_state(RUNNING)

    def _progressed(self, step: Step, done: int, total: int) -> None:
        order = list(self._steps)
        here = order.index(step)
        for number, line in enumerate(self._steps.values()):
            if number < here and line.state in (WAITING, RUNNING):
                line.show_state(DONE)
        finished = total > 0 and done >= total
        self._steps[step].show_state(DONE if finished else RUNNING, f"{done} / {total}" if total > 1 else "")
        self.bar.setValue(here * 100 + (100 * done // total if total else 0))

    def _cancel(self) -> None:
        if self._job is None:
            self.reject()
            return
        self._job.cancel()
        self.stop.setEnabled(False)
        self.words.setText(self.tr("正在停下：已签名的报表留在待发队列，不会丢失。"))

    # -- the end

    def _failed(self, problem: ZhibaoError) -> None:
        if problem.code == "not-enrolled":  # the Book came from another PC: its key stayed there
            self._ask_code(problem.message)
            return
        self._mark_running(FAILED)
        self._finish(problem.message, "error", self.tr("没有报送成功"))

    def _mark_running(self, state: tuple[str, str]) -> None:
        for line in self._steps.values():
            if line.state == RUNNING:
                line.show_state(state)

    def _ended(self, outcome: Submission) -> None:
        self.outcome = outcome
        if outcome.report is not None:
            self._workspace.take_report(outcome.report)
        self._workspace.touched()
        filed = outcome.filed
        if filed.blocked:
            self._mark_running(FAILED)
            self._tell_blocked()
        elif not filed.filed and outcome.report is None and self._wanted.send:
            self._finish(self.tr("已取消，没有报送任何报表。"), "second", self.tr("已取消"))
        else:
            self._tell_sent(outcome)

    def _tell_blocked(self) -> None:
        from sync.progress import Step

        blocked = self.outcome.filed.blocked if self.outcome else []
        counts, text = blocked_words(blocked, self._workspace.catalogue)
        self._steps[Step.CHECK].show_state(FAILED, counts)
        self._finish(text, "error", self.tr("还不能报送"))

    def _tell_sent(self, outcome: Submission) -> None:
        from sync.progress import Step

        filed, report = outcome.filed.filed, outcome.report
        for step in (Step.CHECK, Step.PREPARE, Step.SIGN):
            self._steps[step].show_state(DONE)
        self._steps[Step.CHECK].show_state(DONE, self.tr("%1 张，0 处错误").replace("%1", str(len(filed))))
        rows = sum(one.rows for one in filed)
        self._steps[Step.PREPARE].show_state(DONE, self.tr("%1 行").replace("%1", f"{rows:,}") if rows else "")
        if report is None and not self._wanted.send:
            self._steps[Step.UPLOAD].show_state(WAITING, self.tr("待发 %1 份").replace("%1", str(len(filed))))
            text = self.tr("报表已签名并排队。取得报送码后到“审核与报送”开通，开通后自动发送，不用重报。")
            self._finish(text, "warning", self.tr("已签名，等待开通"))
            return
        if report is None:
            self._finish(self.tr("已签名，留在待发队列。"), "second", self.tr("已取消发送"))
            return
        if outcome.held:
            list_held(self._held_box, outcome.held, self._workspace, self.accept)
        if report.problem is not None and outcome.receipts < len(filed):
            self._steps[Step.UPLOAD].show_state(FAILED, self.tr("待发 %1 份").replace("%1", str(report.queued)))
            refused = bool(report.refused)
            head = self.tr("平台没有接收") if refused else self.tr("暂时没有送达")
            tail = "" if refused else self.tr("报表已签名并排队，联网后自动发送，不用重报。")
            self._finish(f"{report.problem.message} {tail}".strip(), "error" if refused else "warning", head)
            return
        if outcome.held:
            said = self.tr("收到回执 %1 份，还有 %2 份没有收到，见所列。").replace("%1", str(outcome.receipts))
            self._finish(said.replace("%2", str(len(outcome.held))), "warning", self.tr("没有全部送达"))
            return
        self._steps[Step.UPLOAD].show_state(DONE, self.tr("已发送 %1 份").replace("%1", str(report.sent)))
        text = self.tr("收到回执 %1 份，签名已验证").replace("%1", str(outcome.receipts))
        self._steps[Step.RECEIPT].show_state(DONE, text)
        self.bar.setValue(self.bar.maximum())
        told, role = answered_words(self._workspace.book, [one.id for one in filed])
        if not filed:
            told = self.tr("没有需要报送的报表；已与省级平台同步。")
        self._finish(told, role, self.tr("报送完成"))
        self._workspace.synced.connect(self._tell_answers)

    def _tell_answers(self) -> None:
        """Say what came back meanwhile, while the dialog still stands."""
        filed = self.outcome.filed.filed if self.outcome else []
        if filed and self._job is None:
            told, role = answered_words(self._workspace.book, [one.id for one in filed])
            self.words.setText(told)
            set_role(self.words, role)

    def _finish(self, text: str, role: str, head: str) -> None:
        self._job = None
        self.head.setText(head)
        self.words.setText(text)
        set_role(self.words, role)
        self.behind.hide()
        self.stop.hide()
        self.done_button.setText(self.tr("完成") if head == self.tr("报送完成") else self.tr("关闭"))
        self.done_button.show()
        self.done_button.setFocus()
        self.over.emit(f"{head}：{text}")
        if not self.isVisible():
            self.deleteLater()

    def reject(self) -> None:
        """Escape puts a running submission into the background."""
        if self._job is not None:
            self.hide()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the dialog leaves the work running."""
        if self._job is not None:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)


def open_submit_dialog(workspace: Workspace, wanted: Wanted, contents: str, parent: QWidget) -> SubmitDialog:
    """Show the dialog over the window and start."""
    dialog = SubmitDialog(workspace, wanted, contents, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.resize(theme.px("nav") * 3 + 40, dialog.sizeHint().height())
    dialog.show()
    return dialog
