"""The child's own side: takes the one request, limits itself, does its work and tells what became of it.

    python -m forms.children.reading        limits and a request on stdin, frames on stdout, nothing else

It limits itself before it opens anything. Whatever a file does to it, an abort of a native reader included, happens to
this process alone.
"""

from __future__ import annotations

import functools
import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from forms.children import pipe
from forms.children.endings import told_of
from forms.children.limits import Limits, confine
from forms.errors import ZhibaoError

if TYPE_CHECKING:
    from typing import BinaryIO

Tell = Callable[[msgspec.Struct], None]
Asked = TypeVar("Asked")

_limits = msgspec.msgpack.Decoder(Limits)


def serve(requests: msgspec.msgpack.Decoder[Asked], work: Callable[[Asked, Tell], None]) -> int:
    """Answer the one request on stdin; a parent that went away wants no answer."""
    asked_by: BinaryIO = sys.stdin.buffer
    limits, request = pipe.read(asked_by, _limits), pipe.read(asked_by, requests)
    if limits is None or request is None:
        return 0
    confine(limits)
    answer(request, work, sys.stdout.buffer)
    return 0


def answer(request: Asked, work: Callable[[Asked, Tell], None], out: BinaryIO) -> None:
    """Do the work; a refusal is an answer too. The process ends with it, so nothing is collected meanwhile."""
    gc.disable()
    tell: Callable[[Any], None] = functools.partial(pipe.write, out)
    try:
        work(request, tell)
    except (ZhibaoError, OSError, MemoryError, RecursionError) as met:
        tell(told_of(met))
