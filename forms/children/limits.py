"""What a reading child may use: memory, processor time, wall clock; no core file, no file written, no child of its own.

Two implementations of one function: resource limits on POSIX, a Job Object on Windows. Whoever opens untrusted bytes
calls `confine` first thing in a process of its own; the parent keeps the wall clock (see `forms.children.child`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings of one reading child: bytes of memory, seconds of processor, seconds without a sign of life.

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

    def confine(limits: Limits) -> None:
        """Put this process into a job with the limits; the job ends with the process.

        Raises:
            OSError: the system refused; the caller must not go on to open the file.
        """
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

    def confine(limits: Limits) -> None:
        """Lower this process's own resource limits, for good.

        Raises:
            OSError: the system refused; the caller must not go on to open the file.
        """
        for what, ceiling in (
            (resource.RLIMIT_AS, limits.memory_bytes),
            (resource.RLIMIT_CPU, limits.cpu_seconds),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, limits.written_bytes),
        ):
            _, hard = resource.getrlimit(what)
            allowed = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
            resource.setrlimit(what, (allowed, allowed))
