"""The five steps of a submission as people see them, and the callback that hears of them."""

from __future__ import annotations

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


def silent(step: Step, done: int, total: int) -> None:
    """Hear and say nothing."""
    del step, done, total
