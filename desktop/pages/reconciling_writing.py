"""What is done on the reconciliation page: receipts put in and out, a pairing accepted, all proposals accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.figures import figure
from forms import open_items, reconciling
from forms.errors import InputRefused
from forms.reconciling import EXECUTIONS, Reconciliation

if TYPE_CHECKING:
    from desktop.pages.reconciling import ReconcilingPage
    from forms.reconciling import Proposal


class ReconcilingWriting(QObject):
    """Acts on the current execution and receipt of the page; each acceptance is one step of the journal."""

    def __init__(self, page: ReconcilingPage) -> None:
        super().__init__(page)
        self._page = page

    def toggle(self) -> None:
        """Put the current receipt into the pairing, or take it out."""
        page, pairing, receipt = self._page, self._page.pairing(), self._page.receipt()
        if pairing is None or receipt is None or pairing.execution.is_locked or page.workspace.book.readonly:
            return
        if receipt.number in pairing.entries:
            pairing.drop(receipt.number)
        elif pairing.fits(receipt):
            pairing.put(receipt)
        else:
            page.toast.say(self.tr("这张凭证的币种不同，或已经核销完。"), "warning")
            return
        page.show_pairing()
        page.show_changed()

    def accept(self) -> None:
        """Write the pairing of the current execution as one step; where it is even then, the next one is current."""
        page, pairing = self._page, self._page.pairing()
        if pairing is None or page.is_reading or not page.pair.go.isEnabled():
            return
        one, space = pairing.execution, page.workspace
        try:
            open_items.link(space.book, one, pairing.links(), as_of=space.as_of)
        except InputRefused as refusal:
            page.toast.say(refusal.message, "warning")
            return
        page.pairings.pop(one.uid)
        inside = page.pair.isAncestorOf(page.window().focusWidget() or page)
        self._wrote(self.tr("第%1行已写入执行台账，按 Ctrl+Z 撤销").replace("%1", str(one.row)))
        if inside:
            page.lists.executions.setFocus()

    def accept_all(self) -> None:
        """Write what is proposed as one step; what a person changed is left out."""
        page = self._page
        items, wanted = page.items, Reconciliation(proposals=self.untouched())
        if items is None or page.is_reading:
            return
        try:
            reconciling.take_over(page.workspace.book, wanted, items.period, as_of=page.workspace.as_of)
        except InputRefused as refusal:
            page.toast.say(refusal.message, "warning")
            return
        page.lists.executions.setFocus()
        self._wrote(self.tr("已核销 %1 笔，按 Ctrl+Z 一次撤销").replace("%1", figure(len(wanted.proposals))))

    def untouched(self) -> list[Proposal]:
        """Give the proposals of executions nobody works at by hand."""
        known = self._page.pairings
        found = self._page.items.found.proposals if self._page.items else []
        return [one for one in found if one.paid.uid in known and not known[one.paid.uid].is_touched]

    def _wrote(self, said: str) -> None:
        self._page.workspace.touched(EXECUTIONS)
        self._page.toast.say(said)
