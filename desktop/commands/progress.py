"""A progress bar on stderr, drawn only when somebody watches: stderr is a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_WIDTH = 30


class Bar:
    """Call it with (step, done, total), as forms and sync report progress; leaving the context wipes the line."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Give the bar itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line, whatever happened."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, step: object, done: int, total: int) -> None:
        """Draw how far the step is."""
        if not self._shown:
            return
        full = _WIDTH if total <= 0 else _WIDTH * min(done, total) // total
        sys.stderr.write(f"\r\x1b[K{step} [{'#' * full}{'.' * (_WIDTH - full)}] {done}/{total}")
        sys.stderr.flush()
