"""The one helper for slow work: run a plain function off the GUI thread and get its answer in the GUI thread.

    job = run(lambda job: sync(book, progress=job.report, cancelled=job.cancelled), done=…, failed=…, owner=page)

``done(result)``, ``failed(problem)``, ``progress(*values)`` and ``ended()`` are called in the GUI thread, never after
``owner`` is gone. A ZhibaoError (bad input, an unreachable province) goes to ``failed``; anything else is a bug and
goes to ``sys.excepthook`` like a bug anywhere else, after ``ended``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from forms.errors import ZhibaoError

if TYPE_CHECKING:
    from collections.abc import Callable

_running: set[Job] = set()
_PATIENCE_MS = 5000


class _Relay(QObject):
    """Lives in the GUI thread; the worker's signals arrive here, queued."""

    told = Signal(str, object)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self.told.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    def deliver(self, name: str, value: object) -> None:
        self._job.deliver(name, value)


class Job(QRunnable):
    """One running piece of work."""

    def __init__(
        self, function: Callable[[Job], Any], owner: QObject, callbacks: dict[str, Callable[..., Any]]
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._function = function
        self._owner = owner
        self._callbacks = callbacks
        self._cancelled = False
        self._relay = _Relay(self)

    def cancel(self) -> None:
        """Ask the work to stop; it decides where it can."""
        self._cancelled = True

    def cancelled(self) -> bool:
        """Return whether ``cancel`` was called; the work asks this between its steps."""
        return self._cancelled

    def report(self, *values: object) -> None:
        """Tell ``progress`` where the work stands; called from the worker."""
        self._relay.told.emit("progress", values)

    def run(self) -> None:
        """Do the work (in the worker thread). The one place where problems of the work are caught."""
        try:
            result = self._function(self)
        except ZhibaoError as problem:
            self._relay.told.emit("failed", (problem,))
        else:
            self._relay.told.emit("done", (result,))
        finally:
            self._relay.told.emit("ended", ())

    def deliver(self, name: str, value: Any) -> None:  # noqa: ANN401  whatever the work returned
        """Call the callback ``name`` (in the GUI thread)."""
        if name == "ended":
            _running.discard(self)
        callback = self._callbacks.get(name)
        if callback is not None and shiboken6.isValid(self._owner):
            callback(*value)


def run(
    function: Callable[[Job], Any],
    *,
    owner: QObject,
    done: Callable[[Any], Any] | None = None,
    failed: Callable[[ZhibaoError], Any] | None = None,
    progress: Callable[..., Any] | None = None,
    ended: Callable[[], Any] | None = None,
) -> Job:
    """Run ``function(job)`` in a worker thread and return its job at once."""
    wanted = {"done": done, "failed": failed, "progress": progress, "ended": ended}
    job = Job(function, owner, {name: call for name, call in wanted.items() if call is not None})
    _running.add(job)
    QThreadPool.globalInstance().start(job)
    return job


def busy() -> bool:
    """Return whether any work is still running."""
    return bool(_running)


def finish(patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask all work to stop and wait for it; False where some still hangs in the network after ``patience_ms``."""
    for job in tuple(_running):
        job.cancel()
    return bool(QThreadPool.globalInstance().waitForDone(patience_ms))
