"""What a process and all it starts hold in memory at once, at most.

Ten milliseconds apart, `/proc` is asked for the whole tree: what each process holds alone, added up, and once what
they share with others (the largest share of one of them: they map the same libraries). Adding up the peaks of the
processes would count the libraries twice, and peaks they reach at different times as if they were one. A peak between
two looks is not missed where it is one process's own: the kernel remembers it. Linux only.
"""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

_EVERY = 0.01  # seconds
_PROC = Path("/proc")


class Watched:
    """A process under observation from its start; `peak_mb` after its first line was read, or its end.

    `first_line` is what it says when what is measured is over; whatever it does afterwards does not count.
    """

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self._over = threading.Event()
        self._peak = 0
        watching = threading.Thread(target=self._watch, daemon=True)
        watching.start()
        if self._process.stdout is None:
            raise RuntimeError
        self.first_line = self._process.stdout.readline()
        self._over.set()
        watching.join()
        self._process.stdout.read()
        if self._process.wait():
            raise subprocess.CalledProcessError(self._process.returncode, command)

    @property
    def peak_mb(self) -> float:
        """Give the most that was held at once."""
        return self._peak / 1024

    def _watch(self) -> None:
        while not self._over.is_set():
            self._peak = max(self._peak, held_kb(self._process.pid))
            self._over.wait(_EVERY)
        self._peak = max(self._peak, held_kb(self._process.pid))


def held_kb(pid: int) -> int:
    """Give what a process and its descendants hold now, or what one of them held at most, if that is more."""
    alone = shared = highest = 0
    for one in _tree(pid):
        figures = _figures(one)
        alone += sum(figures.get(name, 0) for name in ("Private_Clean", "Private_Dirty", "Swap"))
        shared = max(shared, sum(figures.get(name, 0) for name in ("Shared_Clean", "Shared_Dirty")))
        highest = max(highest, figures.get("VmHWM", 0))
    return max(alone + shared, highest)


def _tree(pid: int) -> list[int]:
    found, open_ones = [], [pid]
    while open_ones:
        one = open_ones.pop()
        found.append(one)
        try:
            for children in (_PROC / str(one) / "task").glob("*/children"):
                open_ones += map(int, children.read_text().split())
        except OSError:
            continue  # it has just ended
    return found


def _figures(pid: int) -> dict[str, int]:
    figures: dict[str, int] = {}
    try:
        for name in ("smaps_rollup", "status"):
            for line in (_PROC / str(pid) / name).read_text().splitlines():
                words = line.split()
                if words[-1] == "kB":
                    figures[words[0].rstrip(":")] = int(words[1])
    except OSError:
        pass  # it has just ended
    return figures
