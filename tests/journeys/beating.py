"""The window as a person starts it, with a beat in its event loop: how long did it stand still, how long did it work?

    python tests/journeys/beating.py FILE [arguments of the window]

Writes {"gap_ms": …, "work_ms": …} to FILE at the end: the longest time without a beat since the last, and the longest
the window's own thread was busy in it. A machine that has other things to do lengthens the first, not the second.
Until the first second has gone, nothing counts: that is the start, and is measured elsewhere.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app, theme

BEAT_MS = 5
START_S = 1.0


class Beat:
    """A timer that counts how late it comes."""

    def __init__(self, application: QApplication) -> None:
        self.gap = self.work = 0.0
        self._began = time.perf_counter()
        self._last = self._began, time.thread_time()
        self._timer = QTimer(application)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if now - self._began > START_S:
            self.gap = max(self.gap, now - self._last[0] - BEAT_MS / 1000)
            self.work = max(self.work, worked - self._last[1])
        self._last = now, worked


class Beating(QApplication):
    """The program's application, beating."""

    def exec(self) -> int:
        beat = Beat(self)
        status = super().exec()
        found = {"gap_ms": round(1000 * beat.gap), "work_ms": round(1000 * beat.work)}
        Path(sys.argv[1]).write_text(json.dumps(found), encoding="utf-8")
        return status


if __name__ == "__main__":
    theme.QApplication = Beating
    sys.exit(app.main(sys.argv[2:]))
