"""The top handler: a bug is written down and told calmly; the window stays open, for what was typed is saved already.

What the log and the dialog show are types and places in the program, never a value or a name out of a form.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.settings import home

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from forms.errors import ZhibaoError


class _Teller(QObject):
    """Carries a report to the GUI thread, from whichever thread the bug struck."""

    happened = Signal(str)
    failed = Signal(object)  # ZhibaoError: no bug, but the world (a full disk, a damaged file)

    def __init__(self) -> None:
        super().__init__()
        self._open: QMessageBox | None = None
        self.happened.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def tell(self, report: str) -> None:
        if self._open is not None:
            return
        translate = QCoreApplication.translate
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Bugs", "外包直报"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translate("Bugs", "这一步没有做成，程序遇到了一个错误。"))
        box.setInformativeText(
            translate("Bugs", "已填的数据都已保存，可以继续使用。如果再次出现，请把下面的详细信息发给技术支持。")
        )
        box.setDetailedText(report)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _closed(self) -> None:
        self._open = None


_teller: list[_Teller] = []


def failure_of(bug: BaseException) -> ZhibaoError | None:
    """Return what of the world failed (a full disk, a damaged page), in a sentence; None where it is a bug."""
    from forms import disk
    from forms.errors import DefinitionProblem, ZhibaoError

    cause: BaseException | None = bug
    while cause is not None:
        if isinstance(cause, ZhibaoError) and not isinstance(cause, DefinitionProblem):
            return cause
        found = disk.problem_of(cause)
        if found is not None:
            return found
        cause = cause.__cause__
    return None


def report_of(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> str:
    """Return the bug as text: the type and the lines of the program, without the message (it may quote data)."""
    del bug
    frames = traceback.extract_tb(trace)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines])


def _handle(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, bug, trace)
        return
    failure = failure_of(bug)
    if failure is not None:
        _teller[0].failed.emit(failure)
        return
    sys.__excepthook__(kind, bug, trace)
    report = report_of(kind, bug, trace)
    with contextlib.suppress(OSError):
        folder = home() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "bugs.log").open("a", encoding="utf-8") as log:
            log.write(f"{dt.datetime.now(dt.UTC).isoformat(timespec='seconds')}\n{report}\n\n")
    _teller[0].happened.emit(report)


def install(tell_failure: Callable[[ZhibaoError], object]) -> None:
    """Take every exception that nobody expected, in the GUI thread and in workers.

    What is no bug but a failing disk goes to ``tell_failure`` (in the GUI thread).
    """
    _teller[:] = [_Teller()]
    _teller[0].failed.connect(tell_failure, Qt.ConnectionType.QueuedConnection)
    sys.excepthook = _handle
