"""From the ledgers of executions and of bank receipts to the reconciliation of both, at the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.place import Place
from forms.reconciling import EXECUTIONS, RECEIPTS

if TYPE_CHECKING:
    from desktop.pages.ledger import LedgerPage

PAGE = "reconciling"


class LedgerReconciling(QObject):
    """The button 核销 of both ledgers, and where the cell of links leads."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page.bar)
        self._page = page
        if page.form in (EXECUTIONS, RECEIPTS):
            words = self.tr("收汇凭证与执行逐笔核对，接受建议的对应，列出差异")
            page.bar.offer(self.tr("核销"), "receipt", words).clicked.connect(self.open)

    def open(self) -> None:
        """Show the month of the current row on the page of both sides, and the row there."""
        page = self._page
        index = page.view.currentIndex()
        row = page.model.row_at(index.row()) if index.isValid() else None
        period = str(row.period or "") if row else ""
        page.workspace.go(Place(page.form, period, row.uid if row else None, page=PAGE))
