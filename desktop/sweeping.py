"""Keeps the window responsive beside working threads: who collects garbage, and how often threads change.

Python collects cyclic garbage in whichever thread happens to allocate, and holds every thread up meanwhile: 50 ms with
the definitions of all forms in memory. In a worker thread it would also destroy Qt objects away from the GUI thread,
which Qt forbids. So collecting by itself is switched off, and a timer of the GUI thread collects between two jobs.

What has no cycles goes at once, all of it: a hundred thousand findings of a check that nobody needs any more keep the
window 70 ms. `let_go` sends them away a portion at a time.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desktop import background

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

SWITCH_S = 0.001  # how long a worker may keep the interpreter while the window waits for it (Python's own: 5 ms)
EVERY_MS = 1000
YOUNG = 5000  # new containers since the last time that are worth a look: about 1 ms
PORTION = 4000  # findings let go at once: about 2 ms
FULL_EVERY = 20  # each so many looks go over all that came since the start


class Sweeper(QObject):
    """Collects garbage in the GUI thread while no job runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> int | None:
        """Collect if enough came together; give the objects found, or None where it was not worth it or not the time.

        Jobs make few cycles; what they leave waits for their end.
        """
        if background.busy() or gc.get_count()[0] < YOUNG:
            return None
        self._looks += 1
        return gc.collect(2 if self._looks % FULL_EVERY == 0 else 1)


_leaving: list[list[Any]] = []


def let_go(things: list[Any]) -> None:
    """Take over a list of things nobody needs any more, and let go of them while the event loop has nothing to do."""
    _leaving.append(things)
    if len(_leaving) == 1:
        QTimer.singleShot(0, _let_some_go)


def _let_some_go() -> None:
    del _leaving[0][-PORTION:]
    if not _leaving[0]:
        del _leaving[0]
    if _leaving:
        QTimer.singleShot(0, _let_some_go)


def breathe() -> None:
    """Let the window paint and its timers run amid a piece of work; keys, clicks and closing wait for its end."""
    from PySide6.QtCore import QEventLoop

    application, door = QCoreApplication.instance(), _Door()
    if application is None:
        return  # a model without a window
    application.installEventFilter(door)
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    application.removeEventFilter(door)


class _Door(QObject):
    """Puts closing a window off until what goes on has ended."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        from PySide6.QtCore import QEvent  # its many names cost 2 ms, which the start does not need

        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        QTimer.singleShot(0, watched, watched.close)  # type: ignore[attr-defined]  # only windows are closed
        return True


def settle() -> None:
    """Take what the start made (modules, definitions, Qt's classes) out of every later collection: it stays anyway."""
    gc.freeze()


def stay_responsive(application: QApplication) -> Sweeper:
    """Take collecting over for the life of ``application``, and let threads change often."""
    gc.disable()
    sys.setswitchinterval(SWITCH_S)
    return Sweeper(application)
