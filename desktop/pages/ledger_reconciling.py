"""From the ledgers of executions and of bank receipts to the reconciliation of both, at the current row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.place import Place
from forms.reconciling import EXECUTIONS, RECEIPTS

if TYPE_CHECKING:
    from desktop.models.ledger_row import LedgerRow
    from desktop.pages.ledger import LedgerPage

PAGE = "reconciling"


class LedgerReconciling(QObject):
    """The button 核销 of both ledgers, and where the cell of links leads."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page.bar)
        self._page = page
        if page.form in (EXECUTIONS, RECEIPTS):
            words = self.tr("收汇凭证与执行逐笔核对，接受建议的对应，列出差异")
            page.bar.offer(self.tr("核销"), "receipt", words).clicked.connect(self.open_month)

    def open_month(self) -> None:
        """Show the chosen month on the page of both sides; the current row there, where it is of that month."""
        row = self._row()
        if row is not None and row.period == self._page.workspace.period:
            self.open()
        else:
            self._page.workspace.pageWanted.emit(PAGE)

    def open(self) -> None:
        """Show the current row there, in its month."""
        row = self._row()
        period, uid = ("", None) if row is None else (str(row.period or ""), row.uid)
        self._page.workspace.go(Place(self._page.form, period, uid, page=PAGE))

    def _row(self) -> LedgerRow | None:
        index = self._page.view.currentIndex()
        return self._page.model.row_at(index.row()) if index.isValid() else None
