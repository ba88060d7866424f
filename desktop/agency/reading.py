"""Reading the Books of a cabinet in a worker, told as they come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.background import Job
    from forms.cabinet import Cabinet, FirmStand

TOLD_EVERY = 0.05  # seconds between two tellings of what was read: rows arrive, the window stays quick


def read_all(cabinet: Cabinet, job: Job) -> None:
    """Read every Book of the cabinet: first what is known already, then the others as they come."""
    paths = cabinet.paths()
    known = [stand for stand in map(cabinet.known, paths) if stand is not None]
    job.report(paths, known)
    fresh: list[FirmStand] = []
    told = time.monotonic()
    for path in paths:
        if job.cancelled():
            return
        fresh.append(cabinet.stand(path))
        if time.monotonic() - told > TOLD_EVERY:
            job.report(None, fresh)
            fresh, told = [], time.monotonic()
    job.report(None, fresh)
