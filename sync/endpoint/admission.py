"""How much one device may ask: a bucket of requests that fills again, so that a runaway program harms one firm only.

A device that files a year of many small reports at once stays far within it. Buckets are a process's own and are
forgotten when full again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from sync.endpoint.refusal import Refusal
from sync.problems import ProblemType

BURST = 3000
"""Requests in one go."""
A_SECOND = 50.0
"""Requests that come back each second."""
_KEPT = 10_000


class _Bucket(NamedTuple):
    left: float
    at: float


class Admission:
    """The buckets of the devices."""

    def __init__(
        self, burst: int = BURST, a_second: float = A_SECOND, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take how many at once, and how many come back each second."""
        self._burst = burst
        self._a_second = a_second
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def admit(self, device: str) -> None:
        """Take one request out of a device's bucket.

        Raises:
            Refusal: too-many-requests, with the seconds after which one fits again.

        """
        now = self._clock()
        with self._lock:
            left, at = self._buckets.get(device, _Bucket(float(self._burst), now))
            left = min(self._burst, left + (now - at) * self._a_second)
            if left < 1:
                self._buckets[device] = _Bucket(left, now)
                why = "本机的请求太多，请稍候；程序会自动再试，不用重新报送。"
                raise Refusal(ProblemType.TOO_MANY, why, again_in=1 + int((1 - left) / self._a_second))
            self._buckets[device] = _Bucket(left - 1, now)
            if len(self._buckets) > _KEPT:
                self._forget(now)

    def _forget(self, now: float) -> None:
        full = [
            device
            for device, bucket in self._buckets.items()
            if bucket.left + (now - bucket.at) * self._a_second >= self._burst
        ]
        for device in full:
            del self._buckets[device]
