"""The five steps of a submission as people see them, and the callback that hears of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """A step of the submit dialog, in order."""

    CHECK = "审核"
    PREPARE = "生成"
    SIGN = "签名"
    UPLOAD = "上传"
    RECEIPT = "回执"


Progress = Callable[[Step, int, int], None]
"""Called with (step, done, total); it is called on the thread that does the work."""


MOST_A_SECOND = 10
"""The window paints at every event it hears; more than this nobody can read."""


def gently(progress: Progress, clock: Callable[[], float] = time.monotonic) -> Progress:
    """Let through what begins or ends a step, each once, and in between at most MOST_A_SECOND events a second."""
    last: tuple[Step, int, int] | None = None
    begun: set[Step] = set()
    quiet_until = 0.0

    def tell(step: Step, done: int, total: int) -> None:
        nonlocal last, quiet_until
        event = (step, done, total)
        now = clock()
        if event == last or (step in begun and done < total and now < quiet_until):
            return
        begun.add(step)
        last, quiet_until = event, now + 1.0 / MOST_A_SECOND
        progress(step, done, total)

    return tell


def silent(step: Step, done: int, total: int) -> None:
    """Hear and say nothing."""
    del step, done, total
