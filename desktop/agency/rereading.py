"""Reading Books again that a batch has just left, and telling of them together where they come thick and fast."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop import background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from forms.cabinet import Cabinet, FirmStand

TOGETHER_S = 0.1  # so long what was read waits for what is still being read: each telling paints the page


class Rereading:
    """Reads single Books in workers; `told` hears of them in the window's thread."""

    def __init__(self, owner: QObject, told: Callable[[list[FirmStand]], object]) -> None:
        self._owner = owner
        self._tell = told
        self._under_way = 0
        self._fresh: list[FirmStand] = []
        self._since = 0.0

    def read(self, cabinet: Cabinet, path: Path) -> None:
        """Read one Book again."""
        self._under_way += 1
        background.run(lambda _job: cabinet.stand(path), owner=self._owner, done=self._keep, ended=self._ended)

    def _keep(self, stand: FirmStand) -> None:
        if not self._fresh:
            self._since = time.monotonic()
        self._fresh.append(stand)

    def _ended(self) -> None:
        """Tell, unless more is about to come; the last one always tells."""
        self._under_way -= 1
        if self._fresh and (not self._under_way or time.monotonic() - self._since > TOGETHER_S):
            fresh, self._fresh = self._fresh, []
            self._tell(fresh)
