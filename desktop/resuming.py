"""What was signed and not yet sent: by a window before this one, which is said, and in this one, which tries again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from forms.filing_states import FilingState
from sync import answers, outbox
from sync.states import state_of

if TYPE_CHECKING:
    from desktop.window import Window
    from forms.book import Book
    from sync.report import SyncReport

BAR = "unsent"
RESEND_MS = 60_000


class Resuming(QObject):
    """Watches over the outbox of the Book that was opened until it is empty."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._owed: list[str] = []
        window.workspace.bookChanged.connect(self.begin)
        window.workspace.synced.connect(self._tell)
        self._resend = QTimer(self, interval=RESEND_MS)
        self._resend.timeout.connect(self.send_what_waits)
        self._resend.start()

    def send_what_waits(self) -> None:
        """Try again, quietly, to send what could not be sent; when a try is due the outbox says."""
        space = self._window.workspace
        if space.is_open and outbox.queued(space.book):
            space.sync(due_only=True)

    def begin(self) -> None:
        """Say what still waits to be sent, and send it."""
        from sync.province import is_enrolled

        self._window.notices.drop(BAR)
        book = self._window.workspace.book
        self._owed = [] if book.readonly else [one.filing_id for one in outbox.queued(book)]
        if not self._owed:
            return
        count = str(len(self._owed))
        enrolled = is_enrolled(book)
        if not enrolled and not book.firm.demo:
            text = self.tr("有 %1 张已签名的报表还没有发出：请到“审核与报送”输入报送码，开通后自动发送。").replace(
                "%1", count
            )
            self._window.notices.tell(BAR, "warning", text, (self.tr("去开通"), self._to_submit))
            return
        text = self.tr("上次关闭时有 %1 张已签名的报表还没有拿到回执，正在接着发送，不用重报。").replace("%1", count)
        self._window.notices.tell(BAR, "info", text)
        space = self._window.workspace
        if enrolled:
            space.sync()
        else:
            as_of = space.as_of
            space.work(lambda book, _job: enrol_demo(book, as_of), owner=self, done=lambda _none: space.sync())

    def _to_submit(self) -> None:
        self._window.show_page("submit")

    def _tell(self, report: SyncReport) -> None:
        """Say how it went on; a receipt for each ends it."""
        if not self._owed:
            return
        book = self._window.workspace.book
        come = len(answers.receipted(book).keys() & self._owed)
        if come == len(self._owed):
            text = self.tr("上次没有发完的 %1 张报表已全部送达，回执已收到并验证。").replace("%1", str(come))
            self._window.notices.tell(BAR, "info", text, (self.tr("看回执"), self._to_records))
            self._owed = []
            return
        refused = sum(state_of(book, one) is FilingState.REFUSED for one in self._owed)
        left = len(self._owed) - come - refused
        parts = []
        if refused:
            parts.append(self.tr("%1 张被平台拒收，请到“报送记录”看原因，改好再报").replace("%1", str(refused)))
        if left:
            parts.append(self.tr("%1 张还没有回执，联网后自动接着发送").replace("%1", str(left)))
        said = self.tr("上次没有发完的 %1 张报表里：%2。").replace("%1", str(len(self._owed)))
        said = said.replace("%2", self.tr("；").join(parts))
        why = report.problem.message if report.problem is not None and left else ""
        again = (self.tr("立即重试"), self._window.workspace.sync) if left else (self.tr("看原因"), self._to_records)
        self._window.notices.tell(BAR, "warning", said + why, again)

    def _to_records(self) -> None:
        self._window.show_page("records")


def enrol_demo(book: Book, as_of: str) -> None:
    """Bind the demo firm, which gets its code by itself, to its province."""
    from desktop.demo import code_for, keep_province
    from sync.enrolment import enroll

    keep_province(book, as_of)
    code = code_for(book)
    if code:
        enroll(book, code)
