"""Children that are forked instead of started, and kept for the next input while they end well.

Starting Python and importing the readers takes ten times as long as reading a small workbook, and forking as long as
reading one. So a run of thousands forks a process that has the readers, and lets it answer up to two hundred requests.
Each input is still held to its own limits: memory and processor time are limited anew for each, from what was used
before on, and a child that ended, was silent or left something in its pipes is replaced. What the parent does is the
program's own code (`forms.children.child`).
"""

from __future__ import annotations

import os
import resource
import select
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec

from forms.children import annotating, listing, looking, pipe, reading
from forms.children.answering import answer
from forms.children.limits import Limits, confine
from forms.workbook import old_workbook, open_document, plain_text  # noqa: F401 - loaded before the forks
from forms.workbook.frames import AnnotationRequest, ListRequest, LookRequest, Request
from forms.workbook.strings import read_strings

if TYPE_CHECKING:
    from typing import BinaryIO

WORKS: dict[str, tuple[type[Any], Any]] = {
    "reading": (Request, reading.read),
    "looking": (LookRequest, looking.look_at),
    "annotating": (AnnotationRequest, annotating.annotate),
    "listing": (ListRequest, listing.list_cells),
}
_MOST_REQUESTS = 200
_SECONDS = 10
_DONE = b"."


class _Sending:
    """The pipe of a child's request, which is not closed behind it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, content: bytes) -> int:
        return self._stream.write(content)

    def flush(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        self._stream.flush()


class Forked:
    """A forked child as `subprocess.Popen` would give it, for one request; `returncode` is known once it ended."""

    last: Forked | None = None
    _kept: dict[str, _Process] = {}  # noqa: RUF012 - of this process

    def __init__(self, module: str) -> None:
        """Take the one that is kept, or fork one."""
        process = self._kept.pop(module, None)
        self._process = process if process is not None else _Process(module)
        self._process.requests += 1
        self.stdin, self.stdout, self.stderr = _Sending(self._process.asked), self._process, self._process.complained
        Forked.last = self

    @classmethod
    def end_all(cls) -> None:
        """End those that are kept."""
        kept, cls._kept = cls._kept, {}
        for process in kept.values():
            process.kill()
            process.wait()

    @property
    def returncode(self) -> int | None:
        """Tell how it ended, if it has."""
        return self._process.returncode

    @property
    def peak_bytes(self) -> int:
        """Give the most memory it ever held."""
        return self._process.peak_bytes

    def kill(self) -> None:
        """End it."""
        self._process.kill()

    def poll(self) -> int | None:
        """Keep it for the next request where it is done with this one, and say it ended."""
        process = self._process
        if process.returncode is None and process.is_done():
            process.peak_bytes = _most_held(process.pid)
            if process.requests < _MOST_REQUESTS:
                self._kept[process.module] = process
                return 0
        return process.returncode

    def wait(self, _seconds: float | None = None) -> int:
        """Wait for its end, or that of its work."""
        if self._kept.get(self._process.module) is self._process:
            return 0
        return self._process.wait()


class _Process:
    """The process, and its pipes; read from as its standard output."""

    def __init__(self, module: str) -> None:
        for thread in threading.enumerate():  # or their locks would be copied as they are
            if thread is not threading.current_thread():
                thread.join()
        asked, told, complained, done = os.pipe(), os.pipe(), os.pipe(), os.pipe()
        self.module, self.requests = module, 0
        self.returncode: int | None = None
        self.peak_bytes = 0
        others = [end for one in Forked._kept.values() for end in one.ends]
        self.pid = os.fork()
        if self.pid == 0:
            for end in (asked[1], told[0], complained[0], done[0], *others):
                os.close(end)
            _work(module, asked[0], told[1], complained[1], done[1])
        for end in (asked[0], told[1], complained[1], done[1]):
            os.close(end)
        self.ends = (asked[1], told[0], complained[0], done[0])
        self.asked, self.complained = os.fdopen(asked[1], "wb"), _Complaints(complained[0])
        self._told, self._done = os.fdopen(told[0], "rb"), done[0]

    def read(self, size: int) -> bytes:
        return self._told.read(size)

    def close(self) -> None:
        """Nothing: it may be asked again."""

    def is_done(self) -> bool:
        """Wait for the end of its work; not, where it left something in the pipe."""
        return (
            bool(select.select([self._done], [], [], _SECONDS)[0])
            and os.read(self._done, 1) == _DONE
            and not select.select([self._told], [], [], 0)[0]
        )

    def kill(self) -> None:
        if self.returncode is None and Forked._kept.get(self.module) is not self:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        if self.returncode is None:
            _, status, used = os.wait4(self.pid, 0)
            self.peak_bytes = used.ru_maxrss * 1024
            self.returncode = os.waitstatus_to_exitcode(status)
            self._told.close()
            os.close(self._done)
        return self.returncode


class _Complaints:
    """What a child wrote of its own crash; read, if at all, once it is dead."""

    def __init__(self, end: int) -> None:
        self._stream = os.fdopen(end, "rb")

    def read(self) -> bytes:
        return self._stream.read()

    def close(self) -> None:
        """Nothing: the child may be asked again."""


def _most_held(pid: int) -> int:
    with open(f"/proc/{pid}/status", encoding="ascii") as status:  # noqa: PTH123 - a file of the system
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def _work(module: str, asked: int, told: int, complained: int, done: int) -> NoReturn:
    status = 1
    try:
        os.dup2(complained, 2)
        sys.stderr = os.fdopen(2, "w")
        kind, work = WORKS[module]
        limits, requests = msgspec.msgpack.Decoder(Limits), msgspec.msgpack.Decoder(kind)
        with os.fdopen(asked, "rb") as stdin, os.fdopen(told, "wb") as stdout:
            confine(Limits(1 << 40, 1 << 20, 0))
            while (one := pipe.read(stdin, limits)) is not None:
                request = pipe.read(stdin, requests)
                used = resource.getrusage(resource.RUSAGE_SELF)
                spent = int(used.ru_utime + used.ru_stime) + 1
                resource.setrlimit(resource.RLIMIT_CPU, (spent + one.cpu_seconds, 1 << 20))
                resource.setrlimit(resource.RLIMIT_AS, (one.memory_bytes, 1 << 40))
                answer(request, work, stdout)
                read_strings.cache_clear()
                os.write(done, _DONE)
        status = 0
    finally:
        if status:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        os._exit(status)
