"""Keeps a ledger page's totals bar: all rows, or the selection once it has more than one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.models.totals import Picked, all_totals, picked_totals

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.pages.totals_bar import TotalsBar

DELAY = 80  # ms: a drag over many cells counts once


class LedgerTotals(QObject):
    """Counts a moment after the selection or the rows changed."""

    def __init__(self, view: GridView, model: LedgerModel, bar: TotalsBar) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._bar = bar
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.count)
        view.selectionModel().selectionChanged.connect(self.count_soon)

    def count_soon(self) -> None:
        """Count when the hand rests."""
        self._timer.start()

    def count(self) -> None:
        """Count now."""
        model = self._model
        parts = self._view.selected_ranges()
        cells = sum(part.width() * part.height() for part in parts)
        if cells > 1:
            columns = [column.id for column in model.columns]
            picked = [
                Picked(part.top(), part.bottom(), tuple(columns[part.left() : part.right() + 1])) for part in parts
            ]
            text = self.tr("选中 %1 格").replace("%1", f"{cells:,}")
            self._bar.show_totals(text, picked_totals(model, picked), wan=model.wan)
            return
        shown, total = model.rowCount(), model.pages.total
        head = self.tr("共 %1 行") if shown == total else self.tr("筛选出 %1 行，共 %2 行")
        text = head.replace("%1", f"{shown:,}").replace("%2", f"{total:,}")
        self._bar.show_totals(text, all_totals(model), wan=model.wan)
