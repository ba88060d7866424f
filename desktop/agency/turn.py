"""One firm's turn on the Book that is open in the window: the batch's thread asks for it and waits. No Qt."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.agency.outcomes import Line, Outcome, bug_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.agency.batch import Work
    from forms.errors import ZhibaoError


class Turn:
    """What is to be done, and what came of it."""

    def __init__(self, path: Path, work: Work, cancelled: Callable[[], bool]) -> None:
        self.path, self.work, self.cancelled = path, work, cancelled
        self.over = threading.Event()
        self.line: Line | None = None
        self.problem: ZhibaoError | None = None

    def done(self, line: Line) -> None:
        """Take the result."""
        self.line = line

    def failed(self, problem: ZhibaoError) -> None:
        """Take what kept it from its end."""
        self.problem = problem

    def result(self) -> Line:
        """Wait for the end. Raises ZhibaoError."""
        self.over.wait()
        if self.problem is not None:
            raise self.problem
        return self.line or Line(self.path, self.path.stem, "", Outcome.FAILED, bug_words())
