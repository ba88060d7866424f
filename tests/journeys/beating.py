"""The window as a person starts it, with a beat in its event loop: how long did it stand still, how long did it work?

    python tests/journeys/beating.py FILE [arguments of the window]

Adds a line of JSON to FILE for each piece of the event loop that took long: `work_ms` is how long the window's own
thread was busy in it, `gap_ms` how long the loop stood still. A machine that has other things to do lengthens the
second, not the first. `page` is the title of the window then, `what` where the thread stood each time somebody looked,
innermost first. The lines are there at once, whatever becomes of the program. A first line tells that it began.
Until the window has once had nothing to do for a moment nothing counts: that is the start, and is measured elsewhere.

Every journey starts the program in this way where ZHIBAO_BEATS names a file.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = str(Path(__file__).resolve().parents[2])
BEAT_MS = 5
REST = 40  # beats without work, after which the start is over
TOLD_MS = 20  # shorter pieces are not worth a line
LOOK_S = 0.008
DEEP = 6  # frames of the program that are told


def words(*more: object) -> list[str]:
    """Give the words that start the window: with a beat where ZHIBAO_BEATS names a file, else as always."""
    beats = os.environ.get("ZHIBAO_BEATS")
    start = [__file__, beats] if beats else ["-m", "desktop"]
    return [sys.executable, *start, *map(str, more)]


def note(told: str) -> None:
    """Add a sentence about the journey to the file of its beats, if there is one."""
    beats = os.environ.get("ZHIBAO_BEATS")
    if beats:
        _add(Path(beats), told=told)


def _add(
    file: Path, *, work: float = 0, gap: float = 0, page: str = "", what: Sequence[str] = (), told: str = ""
) -> None:
    line = {
        "journey": os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[2].partition(" ")[0],
        "work_ms": round(1000 * work, 1),
        "gap_ms": round(1000 * gap, 1),
        "page": page,
        "what": what,
        "told": told,
    }
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")


class Watch(threading.Thread):
    """Looks where the window's thread stands while a beat is late."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._thread = threading.get_ident()
        self._seen: list[str] = []
        self.last = time.perf_counter()

    def run(self) -> None:
        with tempfile.TemporaryFile("w+") as file:
            while True:
                time.sleep(LOOK_S)
                if time.perf_counter() - self.last > TOLD_MS / 1000:
                    file.seek(0)
                    file.truncate()
                    faulthandler.dump_traceback(file)  # never a frame itself: who holds one keeps its painters alive
                    file.seek(0)
                    self._seen.append(_place(file.read(), self._thread))

    def take(self) -> list[str]:
        """Give what was seen since the last time, the most frequent first."""
        seen, self._seen = self._seen, []
        return [f"{count}× {what}" for what, count in Counter(seen).most_common(3)]


def _place(told: str, thread: int) -> str:
    """Say where a thread stood, by what `faulthandler` tells of all."""
    mine = told.partition(f"hread 0x{thread:016x} ")[2].partition("\n\n")[0]
    found = re.findall(rf'File "{re.escape(ROOT)}/([^"]+)", line (\d+) in (\S+)', mine)
    names = [f"{path}:{line} {name}" for path, line, name in found if ".venv/" not in path and "beating" not in path]
    return " < ".join(names[:DEEP]) or "Qt"


def beat_in(file: Path) -> type:
    """Give the program's application, beating."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    class Beating(QApplication):
        def exec(self) -> int:
            self.rested = 0
            self.before = time.perf_counter(), time.thread_time()
            self.watch = Watch()
            self.watch.start()
            self.timer = QTimer(self)
            self.timer.setInterval(BEAT_MS)
            self.timer.timeout.connect(self.beat)
            self.timer.start()
            self.tell(0, 0, [])
            return super().exec()

        def beat(self) -> None:
            now, worked = time.perf_counter(), time.thread_time()
            gap, work = now - self.before[0] - BEAT_MS / 1000, worked - self.before[1]
            if 1000 * max(gap, work) > TOLD_MS:
                seen = self.watch.take()
                if self.rested >= REST:
                    self.tell(work, gap, seen)
            if self.rested < REST:
                self.rested = self.rested + 1 if work < BEAT_MS / 1000 else 0
            self.watch.last = time.perf_counter()
            self.before = self.watch.last, time.thread_time()

        def tell(self, work: float, gap: float, seen: list[str]) -> None:
            titles = [one.windowTitle() for one in self.topLevelWidgets() if one.isVisible() and one.windowTitle()]
            _add(file, work=work, gap=gap, page=" + ".join(titles), what=seen)

    return Beating


def main(file: Path, arguments: list[str]) -> int:
    """Run the window, as `desktop.__main__` does."""
    gc.disable()
    from desktop import app, theme

    theme.QApplication = beat_in(file)
    return app.main(arguments)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
