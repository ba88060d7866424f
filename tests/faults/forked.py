"""Children that are forked instead of started: each input still has a process, limits and pipes of its own.

Starting Python and importing the readers takes ten times as long as reading a small workbook, so a run of thousands
forks a process that has them. What the parent does with it is the program's own code (`forms.children.child`).
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import msgspec

from forms.children import annotating, listing, looking, packs, reading
from forms.children.answering import serve
from forms.scheme.asking import Compare, Read, Try
from forms.workbook import old_workbook, open_document, plain_text  # noqa: F401 - loaded before the forks
from forms.workbook.frames import AnnotationRequest, ListRequest, LookRequest, Request

if TYPE_CHECKING:
    from collections.abc import Callable

WORKS: dict[str, Callable[[], int]] = {
    "reading": lambda: serve(msgspec.msgpack.Decoder(Request), reading.read),
    "looking": lambda: serve(msgspec.msgpack.Decoder(LookRequest), looking.look_at),
    "annotating": lambda: serve(msgspec.msgpack.Decoder(AnnotationRequest), annotating.annotate),
    "listing": lambda: serve(msgspec.msgpack.Decoder(ListRequest), listing.list_cells),
    "packs": lambda: serve(msgspec.msgpack.Decoder(Read | Try | Compare), packs.work_on),
}


class Forked:
    """A forked child as `subprocess.Popen` would give it; `peak_bytes` and `returncode` are known once it ended."""

    last: Forked | None = None

    def __init__(self, module: str) -> None:
        """Fork it; threads of an earlier child must have ended, or their locks would be copied as they are."""
        for thread in threading.enumerate():
            if thread is not threading.current_thread():
                thread.join()
        asked, told, complained = os.pipe(), os.pipe(), os.pipe()
        self.returncode: int | None = None
        self.peak_bytes = 0
        self.pid = os.fork()
        if self.pid == 0:
            for end in (asked[1], told[0], complained[0]):
                os.close(end)
            _work(module, asked[0], told[1], complained[1])
        for end in (asked[0], told[1], complained[1]):
            os.close(end)
        self.stdin = os.fdopen(asked[1], "wb")
        self.stdout = os.fdopen(told[0], "rb")
        self.stderr = os.fdopen(complained[0], "rb")
        Forked.last = self

    def kill(self) -> None:
        """End it."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def poll(self) -> int | None:
        """Tell how it ended, if it has."""
        return self.returncode

    def wait(self, _seconds: float | None = None) -> int:
        """Wait for its end; its pipe is closed by then, or it was killed."""
        if self.returncode is None:
            _, status, used = os.wait4(self.pid, 0)
            self.peak_bytes = used.ru_maxrss * 1024
            self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def _work(module: str, asked: int, told: int, complained: int) -> NoReturn:
    status = 1
    try:
        for at, end in enumerate((asked, told, complained)):
            os.dup2(end, at)
        sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
        status = WORKS[module]()
    finally:
        if status:
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
        os._exit(status)
