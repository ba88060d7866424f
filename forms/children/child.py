"""The parent's side of a child: starts, feeds, hears, cancels and ends it, and survives whatever becomes of it.

    with Child(READING, limits_for(size), cancelled) as child:
        child.ask(request)
        opened = child.take_only(Opened)

Every fault of what it reads, and every end of the child, is one typed refusal (`endings.py`). The child gets no more of
this process's environment than it needs to start, and the clock: silent for too long, it is ended. Its bytes are as
little trusted as the file it reads: frames are decoded into the types its work may answer with, and nothing else.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from forms import in_use
from forms.children import pipe
from forms.children.endings import Ending, Endings, Failed, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    import msgspec

    from forms.children.limits import Limits
    from forms.errors import InputRefused

_KEPT_ENVIRONMENT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LD_LIBRARY_PATH", "PYTHONPYCACHEPREFIX")
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW
_TAIL = 4000
_WATCHED_EVERY = 0.5  # seconds
_LAST_BREATH = 1.0  # seconds, for a child that fell silent to end by itself and say how
# How the system ends a child that used up its processor's time: SIGXCPU, on Windows ERROR_NOT_ENOUGH_QUOTA.
_OUT_OF_TIME = (1816, -getattr(signal, "SIGXCPU", 0) or 1816)

Answer = TypeVar("Answer")
Wanted = TypeVar("Wanted")


@dataclass(frozen=True, slots=True)
class Work(Generic[Answer]):
    """What a child is for: its module of `forms.children`, what it may answer, how its endings are told."""

    module: str
    answers: msgspec.msgpack.Decoder[Answer | Refused | Failed]
    endings: Endings


class Child(Generic[Answer]):
    """The child process: its pipes, its clock, its end."""

    def __init__(self, work: Work[Answer], limits: Limits, cancelled: Callable[[], bool] | None = None) -> None:
        """Start it; it waits for its request. `cancelled` is asked now and then, from any thread."""
        self._work, self._limits, self._cancelled = work, limits, cancelled
        self._ended_for: Ending | None = None
        self._asked_at: float | None = None
        self._over = threading.Event()
        self._process = started(work.module)
        threading.Thread(target=self._watch, name="child-clock", daemon=True).start()

    def __enter__(self) -> Self:
        """Give it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.end()

    def ask(self, request: msgspec.Struct) -> None:
        """Send it its limits and its one request."""
        stream = _stream(self._process.stdin)
        try:
            pipe.write(stream, self._limits)  # type: ignore[arg-type]
            pipe.write(stream, request)  # type: ignore[arg-type]
            stream.close()
        except OSError as error:
            raise self.broken() from error

    def take(self) -> Answer:
        """Wait for the next answer, not longer than the limits allow.

        Raises:
            InputRefused: there is none, by the words of its work; or cancelled.
        """
        if self._cancelled is not None and self._cancelled():
            raise self._work.endings.refused(Ending.CANCELLED)
        self._asked_at = time.monotonic()
        try:
            answer = pipe.read(_stream(self._process.stdout), self._work.answers)  # type: ignore[arg-type]
        except ValueError as error:
            raise self.broken() from error
        finally:
            self._asked_at = None
        if answer is None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_LAST_BREATH)
            raise self.broken()
        if isinstance(answer, Refused):
            raise self._work.endings.refusal(answer.code, answer.message)
        if isinstance(answer, Failed):
            raise self._work.endings.refused(answer.ending, answer.errno)
        return answer

    def take_only(self, kind: type[Wanted]) -> Wanted:
        """Wait for the next answer, which must be of a kind.

        Raises:
            InputRefused: as `take`, or it is of another.
        """
        answer = self.take()
        if not isinstance(answer, kind):
            raise self.broken()
        return answer

    def broken(self) -> InputRefused:
        """Say what became of the child; what it wrote last goes along as a note for whoever looks into it."""
        self._process.kill()
        errors = _stream(self._process.stderr).read()
        status = self._process.wait()
        ending = self._ended_for or (Ending.TOO_LONG if status in _OUT_OF_TIME else Ending.BROKEN)
        refusal = self._work.endings.refused(ending)
        refusal.add_note(errors[-_TAIL:].decode("utf-8", "replace"))
        return refusal

    def end(self) -> None:
        """End the child, whatever it is doing."""
        self._over.set()
        if self._process.poll() is None:
            self._process.kill()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._process.wait()

    def _watch(self) -> None:
        """End the child when the parent waits too long for it, or for nothing; the parent's own work is no wait."""
        while not self._over.wait(_WATCHED_EVERY):
            asked = self._asked_at
            if asked is None:
                continue
            if time.monotonic() - asked > self._limits.silent_seconds:
                self._ended_for = Ending.TOO_LONG
            elif self._cancelled is not None and self._cancelled():
                self._ended_for = Ending.CANCELLED
            if self._ended_for is not None:
                self._process.kill()
                return


def started(module: str) -> subprocess.Popen[bytes]:
    """Start a module of `forms.children` as a process of its own."""
    return subprocess.Popen(  # noqa: S603 - a module of ours
        [sys.executable, "-P", "-X", "utf8", "-m", f"forms.children.{module}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environment(),
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        close_fds=True,
    )


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError
    return stream


def child_environment() -> dict[str, str]:
    """Give what a child gets of this process's environment: enough to start and to find our own packages."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    # The child must find the very packages of this process, wherever they were started from.
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join([root, *filter(None, sys.path)])
    return {**kept, "PYTHONPATH": paths, in_use.VARIABLE: str(in_use.folder())}
