"""Tells what a block edit did, and keeps the list of what it left to do (the tray)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.models.tray import Tray
from desktop.pages.problem_panel import TRAY

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_edits import BlockEdit
    from desktop.pages.problem_panel import ProblemPanel
    from desktop.pages.toast import Toast


class LedgerTray(QObject):
    """The tray of one ledger page, shown as a tab of its problem panel."""

    def __init__(self, model: LedgerModel, panel: ProblemPanel, toast: Toast) -> None:
        super().__init__(panel)
        self._panel = panel
        self._toast = toast
        self.tray = Tray(model)
        panel.clearWanted.connect(self._clear)
        model.saved.connect(lambda _uids: self.review())
        model.modelReset.connect(self.review)

    def tell(self, outcome: BlockEdit) -> None:
        """Say what an edit did; what it could not do goes into the tray."""
        kept = [*outcome.unread, *outcome.refused]
        listed = bool(kept) and not self._panel.is_folded
        tone = "info" if listed or not (kept or outcome.locked) else "warning"
        self._toast.say(outcome.sentence(listed=listed), tone)
        self.tray.put(kept, outcome.seq)
        self._panel.set_tray(self.tray.problems(), show=bool(kept))

    def review(self) -> None:
        """Leave out what was mended or undone since."""
        problems = self.tray.problems()
        if problems != self._panel.models[TRAY].problems:
            self._panel.set_tray(problems)

    def _clear(self) -> None:
        self.tray.clear()
        self.review()
