"""The line under the preview that says what is going on, how far it is, and stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.pieces import ElidedLabel, button, row

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError

Call = Callable[..., Any]


class BusyLine(QWidget):
    """Runs one piece of work at a time; a newer one takes the place of the one before."""

    stopWanted = Signal()
    rested = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._job: Job | None = None
        self.words = ElidedLabel("", "second")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(self.tr("进度"))
        self.stop = button(self.tr("取消"), "", "", self.cancel)
        self.stop.setAutoDefault(False)
        line = row(self.words, self.bar, self.stop)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.rest()

    @property
    def is_busy(self) -> bool:
        """Whether work runs."""
        return self._job is not None

    def say(self, words: str) -> None:
        """Say a sentence."""
        self.words.setText(words)

    def run(self, words: str, work: Callable[[Book, Job], Any], done: Call) -> None:
        """Run `work` in the background; `done` gets its result unless newer work has begun meanwhile."""
        if self._job is not None:
            self._job.cancel()

        def ours(call: Call) -> Call:
            return lambda *values: call(*values) if self._job is job else None

        self.show_work(words)
        job = self._workspace.work(
            work,
            owner=self,
            done=ours(done),
            failed=ours(self._failed),
            progress=ours(self.progress),
            ended=ours(self._ended),
        )
        self._job = job

    def show_work(self, words: str) -> None:
        """Show that something runs."""
        self.say(words)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop.show()

    def progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def rest(self) -> None:
        """Show that nothing runs."""
        self.bar.hide()
        self.stop.hide()
        self.rested.emit()

    def cancel(self) -> None:
        """Stop what runs."""
        if self._job is not None:
            self._job.cancel()
        self.stopWanted.emit()

    def _failed(self, problem: ZhibaoError) -> None:
        self.say(problem.message)

    def _ended(self) -> None:
        self._job = None
        self.rest()
