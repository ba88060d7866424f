"""The parent's side of reading a workbook: starts the child, takes its frames, survives whatever becomes of it.

    with reading(path, edition) as sheet:
        sheet.opened                   which sheet, which columns
        for rows in sheet.runs(): …    rows as they come
        sheet.done                     counts and sums

Every fault of the file, and every end of the child, is one `WorkbookRefused`. The child gets no more of this process's
environment than it needs to start, and the clock: silent for too long, it is ended.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from forms import in_use
from forms.children.limits import Limits, limits_for
from forms.errors import InputRefused, WorkbookRefused
from forms.workbook.frames import Decoding, Done, Frame, Opened, Refused, Request, Rows, read_frame, write_frame
from forms.workbook.mapping import NO_GUIDE, Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    import msgspec

    from forms.definition import Edition
    from forms.workbook.frames import CellValue

_KEPT_ENVIRONMENT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LD_LIBRARY_PATH", "PYTHONPYCACHEPREFIX")
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW
_TAIL = 4000
_WATCHED_EVERY = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class ReadRows:
    """A run of rows as `forms.workbook.frames.Rows` gives them, each column a list of its values."""

    numbers: list[int]
    columns: list[list[CellValue]]
    unparsed: list[tuple[int, str, str, str]]


class Reading:
    """A sheet on its way from the child; `opened` at once, `done` after the last run of rows."""

    def __init__(self, child: Child, opened: Opened, cancelled: Callable[[], bool] | None) -> None:
        """Continue the conversation after the child has opened the sheet."""
        self.opened = opened
        self._child = child
        self._cancelled = cancelled
        self._done: Done | None = None

    @property
    def done(self) -> Done:
        """Give the counts and sums; only after all runs were taken."""
        if self._done is None:
            raise RuntimeError
        return self._done

    def runs(self) -> Iterator[ReadRows]:
        """Give the rows, run by run.

        Raises:
            WorkbookRefused: the child ended before the sheet did.
            InputRefused: cancelled.
        """
        decoding = Decoding()
        while True:
            if self._cancelled is not None and self._cancelled():
                raise InputRefused("cancelled", "已取消导入，账套没有任何改动。")
            frame = self._child.take()
            if isinstance(frame, Rows):
                try:
                    columns = decoding.columns(frame)
                except ValueError as error:
                    raise self._child.broken() from error
                yield ReadRows(frame.numbers, columns, frame.unparsed)
            elif isinstance(frame, Done):
                self._done = frame
                return
            else:
                raise self._child.broken()


@contextmanager
def reading(
    path: Path,
    edition: Edition,
    *,
    sheet: str | None = None,
    guide: Guide = NO_GUIDE,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Reading]:
    """Read a workbook as rows of an edition, in a child process that ends with the block.

    Raises:
        WorkbookRefused: the file cannot be read; one sentence says why and what to do.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise WorkbookRefused("no-file", f"找不到文件“{path.name}”，请重新选择。") from error
    if not path.is_file():
        raise WorkbookRefused("no-workbook", f"“{path.name}”不是文件，请选择工作簿。")
    child = Child(limits_for(size))
    try:
        child.ask(Request(str(path.resolve()), pickle.dumps(edition), sheet, guide))
        frame = child.take()
        if not isinstance(frame, Opened):
            raise child.broken()
        yield Reading(child, frame, cancelled)
    finally:
        child.end()


Module = Literal["forms.workbook.child", "forms.workbook.looking_child", "forms.workbook.annotating_child"]


class Child:
    """The child process: its pipes, its clock, its end."""

    def __init__(self, limits: Limits, module: Module = "forms.workbook.child") -> None:
        """Start a module that answers one request with frames."""
        self._limits = limits
        self._too_long = False
        self._asked_at: float | None = None
        self._over = threading.Event()
        self._process = subprocess.Popen(  # noqa: S603 - a module of ours
            [sys.executable, "-P", "-X", "utf8", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=child_environment(),
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            close_fds=True,
        )
        threading.Thread(target=self._watch, name="workbook-clock", daemon=True).start()

    def ask(self, request: msgspec.Struct) -> None:
        """Send the request."""
        stream = _stream(self._process.stdin)
        try:
            write_frame(stream, request)  # type: ignore[arg-type]
            stream.close()
        except OSError as error:
            raise self.broken() from error

    def take(self) -> Frame:
        """Wait for the next frame, not longer than the limits allow."""
        self._asked_at = time.monotonic()
        try:
            frame = read_frame(_stream(self._process.stdout))  # type: ignore[arg-type]
        except ValueError as error:
            raise self.broken() from error
        finally:
            self._asked_at = None
        if frame is None:
            raise self.broken()
        if isinstance(frame, Refused):
            raise WorkbookRefused(frame.code, frame.message)
        return frame

    def broken(self) -> WorkbookRefused:
        """Say what became of the child; what it wrote last goes along as a note for whoever looks into it."""
        self._process.kill()
        errors = _stream(self._process.stderr).read()
        self._process.wait()
        if self._too_long:
            refusal = WorkbookRefused(
                "workbook-timeout", "读取工作簿用时过长，已停止；请只保留要导入的工作表，另存后再导入。"
            )
        else:
            refusal = WorkbookRefused(
                "workbook-unreadable",
                "读取工作簿的进程意外结束，文件可能已损坏或过大；请在 Excel 或 WPS 中另存为 .xlsx 后再导入。",
            )
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
        """End the child when it has left the parent waiting for too long; the parent's own work does not count."""
        while not self._over.wait(_WATCHED_EVERY):
            asked = self._asked_at
            if asked is not None and time.monotonic() - asked > self._limits.silent_seconds:
                self._too_long = True
                self._process.kill()
                return


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError
    return stream


def child_environment() -> dict[str, str]:
    """Give what a reading child gets of this process's environment: enough to start and to find our own packages."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    # The child must find the very packages of this process, wherever they were started from.
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join([root, *filter(None, sys.path)])
    return {**kept, "PYTHONPATH": paths, in_use.VARIABLE: str(in_use.folder())}
