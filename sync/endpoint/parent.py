"""Ending with the process that started us, however it ended: a demonstration must leave nothing behind."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

_LOOK_SECONDS = 0.5
_SYNCHRONIZE = 0x00100000
_FOREVER = 0xFFFFFFFF


def watch(stop: Callable[[], None], *, pid: int | None, until_eof: bool) -> None:
    """Call `stop` from a thread of our own once process `pid` has ended, or standard input has."""
    if pid is not None:
        threading.Thread(target=_after, args=(lambda: _wait_for(pid), stop), name="parent", daemon=True).start()
    if until_eof:
        threading.Thread(target=_after, args=(sys.stdin.buffer.read, stop), name="stdin", daemon=True).start()


def _after(wait: Callable[[], object], stop: Callable[[], None]) -> None:
    wait()
    stop()


def _wait_for(pid: int) -> None:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SYNCHRONIZE, False, pid)  # noqa: FBT003 - the Windows API has it so
        if handle:
            kernel.WaitForSingleObject(handle, _FOREVER)
            kernel.CloseHandle(handle)
        return
    while _runs(pid):
        time.sleep(_LOOK_SECONDS)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return os.getppid() == pid or not _was_parent(pid)


_PARENT = os.getppid()


def _was_parent(pid: int) -> bool:
    """Tell whether `pid` had started us: then a new parent means it is gone, though its number may live on."""
    return pid == _PARENT
