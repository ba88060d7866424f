"""What a batch is told: its order; and pause, resume and cancel from another thread. No Qt, nothing heavy."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.book import Book


@dataclass(frozen=True, slots=True)
class Order:
    """What a batch does: «check», «file» or «sync» for a month; `province` gives a demo firm its enrolment code."""

    verb: str
    period: str
    province: Callable[[Book, str], str] | None = None


class Control:
    """What a batch asks before each firm."""

    def __init__(self) -> None:
        """Begin running."""
        self._go = threading.Event()
        self._go.set()
        self._cancelled = threading.Event()

    def pause(self) -> None:
        """Stop before the next firm."""
        self._go.clear()

    def resume(self) -> None:
        """Go on."""
        self._go.set()

    def cancel(self) -> None:
        """End after what is under way; what is not begun is skipped."""
        self._cancelled.set()
        self._go.set()

    @property
    def is_paused(self) -> bool:
        """Tell whether it waits."""
        return not self._go.is_set()

    def cancelled(self) -> bool:
        """Tell whether it was cancelled."""
        return self._cancelled.is_set()

    def wait(self) -> None:
        """Wait while paused."""
        self._go.wait()
