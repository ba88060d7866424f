"""What a child may use: memory, processor time, wall clock; no network, no core file, no process of its own.

Two implementations of one function: resource limits on POSIX, a Job Object on Windows. Whoever opens untrusted bytes
calls `confine` first thing in a process of its own; the parent keeps the wall clock (see `forms.children.child`). What
no system forbids alike, the network and processes, the interpreter refuses, for good, by an audit hook.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system")


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings of one child: bytes of memory, seconds of processor, seconds without a sign of life.

    `written_bytes` is the largest file it may write, where it may at all (POSIX).
    """

    memory_bytes: int
    cpu_seconds: int
    silent_seconds: int
    written_bytes: int = 0


def limits_for(packed_bytes: int) -> Limits:
    """Give the limits for a file of a size on disk: enough for an honest workbook, far too little for a bomb.

    An honest sheet takes 20 to 30 times its packed size in the reader; one of a million rows packs to about 100 MB.
    """
    mebibytes = packed_bytes // _MEBIBYTE + 1
    return Limits(
        memory_bytes=min(768 + 40 * mebibytes, 6144) * _MEBIBYTE,
        cpu_seconds=min(5 + 4 * mebibytes, 600),
        silent_seconds=min(20 + 6 * mebibytes, 900),
    )


class NotAllowed(RuntimeError):
    """Something in a child reached for the network or for another process: a bug, or an attack that got far."""


def confine(limits: Limits) -> None:
    """Limit this process, for good.

    Raises:
        OSError: the system refused; the caller must not go on to open the file.
    """
    _limit(limits)
    sys.addaudithook(_refuse)


def _refuse(event: str, _details: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise NotAllowed(event)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMIT_INFORMATION = 9
    _PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
    _DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x400, 0x2000
    _TICKS_PER_SECOND = 10_000_000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit(limits: Limits) -> None:
        """Put this process into a job with the limits; the job ends with the process."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        info = _ExtendedLimits()
        info.BasicLimitInformation.LimitFlags = (
            _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
        )
        info.BasicLimitInformation.PerProcessUserTimeLimit = limits.cpu_seconds * _TICKS_PER_SECOND
        info.BasicLimitInformation.ActiveProcessLimit = 1
        info.ProcessMemoryLimit = limits.memory_bytes
        job = kernel.CreateJobObjectW(None, None)
        if (
            not job
            or not kernel.SetInformationJobObject(
                job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(info), ctypes.sizeof(info)
            )
            or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def _limit(limits: Limits) -> None:
        """Lower this process's own resource limits."""
        for what, ceiling, end in (
            (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
            (resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1),  # ended by SIGXCPU, which says why
            (resource.RLIMIT_CORE, 0, 0),
            (resource.RLIMIT_FSIZE, limits.written_bytes, limits.written_bytes),
        ):
            _, hard = resource.getrlimit(what)
            most = sys.maxsize if hard == resource.RLIM_INFINITY else hard
            resource.setrlimit(what, (min(ceiling, most), min(end, most)))
