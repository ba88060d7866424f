"""Keeps a ledger page's totals bar: all rows, or the selection once it has more than one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.models.scanning import scan
from desktop.models.totals import Counting, Picked, Total, count_all, count_picked

if TYPE_CHECKING:
    import sqlite3

    from desktop.background import Job
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.pages.totals_bar import TotalsBar
    from desktop.workspace import Workspace

AT_ONCE = 5000  # rows a scan of which nobody feels
DELAY = 80  # ms: a drag over many cells counts once


class LedgerTotals(QObject):
    """Counts a moment after the selection or the rows changed."""

    def __init__(self, workspace: Workspace, view: GridView, model: LedgerModel, bar: TotalsBar) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._wanted: Counting | None = None
        self._job: Job | None = None
        self._view = view
        self._model = model
        self._bar = bar
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.count)
        view.selectionModel().selectionChanged.connect(self.count_soon)

    def count_soon(self) -> None:
        """Count when the hand rests."""
        self._timer.start()

    def stop(self) -> None:
        """Give up counting: something more urgent looks through the rows."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def count(self) -> None:
        """Count now; a long ledger is counted in the background."""
        model = self._model
        parts = self._view.selected_ranges()
        cells = sum(part.width() * part.height() for part in parts)
        if cells > 1:
            columns = [column.id for column in model.columns]
            picked = [
                Picked(part.top(), part.bottom(), tuple(columns[part.left() : part.right() + 1])) for part in parts
            ]
            self._run(self.tr("选中 %1 格").replace("%1", f"{cells:,}"), count_picked(model, picked))
            return
        shown, total = model.rowCount(), model.pages.total
        head = self.tr("共 %1 行") if shown == total else self.tr("筛选出 %1 行，共 %2 行")
        self._run(head.replace("%1", f"{shown:,}").replace("%2", f"{total:,}"), count_all(model))

    def _run(self, head: str, counting: Counting) -> None:
        self._wanted = counting
        is_picked = bool(counting.cells)

        def count(db: sqlite3.Connection) -> tuple[list[Total], int]:
            return counting.run(db), counting.filled(db) if is_picked else 0

        def show(counted: tuple[list[Total], int] | None) -> None:
            if counted is not None and counting is self._wanted:
                totals, filled = counted
                more = self.tr("，有内容 %1 格").replace("%1", f"{filled:,}") if is_picked else ""
                self._bar.show_totals(head + more, totals, wan=self._model.wan, averages=is_picked)

        if self._model.pages.total <= AT_ONCE:
            show(count(self._model.book.db))
        else:
            self.stop()
            self._job = self._workspace.work(lambda book, job: scan(book, job, count), owner=self, done=show)
