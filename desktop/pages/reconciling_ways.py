"""Ways through the reconciliation page: its keys, the next open execution, a wanted place, and back to the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.place import Place
from forms import ledger
from forms.reconciling import EXECUTIONS, LINKS, RECEIPTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop.pages.reconciling import ReconcilingPage

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReconcilingWays(QObject):
    """Hears the keys of the lists: Enter accepts, Space puts a receipt in or out, F2 goes to the amounts."""

    def __init__(self, page: ReconcilingPage) -> None:
        super().__init__(page)
        self._page = page
        lists = page.lists
        toggle: Callable[[], object] = page.writing.toggle
        self._keys: dict[QObject, dict[Qt.Key, Callable[[], object]]] = {
            lists.executions: {Qt.Key.Key_F2: page.pair.focus_amount},
            lists.receipts: {Qt.Key.Key_Space: toggle, Qt.Key.Key_F2: page.pair.focus_amount},
            lists.differences: {},
        }
        enters = {lists.executions: page.writing.accept, lists.receipts: toggle, lists.differences: self._follow}
        for table, act in enters.items():
            self._keys[table] |= dict.fromkeys(_ENTERS, act)
            table.installEventFilter(self)
        lists.receipts.doubleClicked.connect(lambda _index: toggle())
        lists.differences.doubleClicked.connect(lambda _index: self._follow())
        for text in ("Ctrl+Return", "Ctrl+Enter"):
            keys = QShortcut(QKeySequence(text), page, page.writing.accept)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on a plain key of a list."""
        if event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment]  # the type says so
            act = self._keys.get(watched, {}).get(Qt.Key(key.key()))
            if act is not None and not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                act()
                return True
        return super().eventFilter(watched, event)

    def step(self, *, forward: bool) -> bool:
        """Go to the next or previous execution that is not even, round the end."""
        found, here = self._page.shown_executions, self._page.lists.executions.currentIndex().row()
        order = [*range(here + 1, len(found)), *range(here + 1)]
        if not forward:
            order = [*reversed(range(max(here, 0))), *reversed(range(max(here, 0), len(found)))]
        at = next((at for at in order if found[at].open != 0), None)
        if at is not None:
            self._select(at)
        return at is not None

    def go(self, place: Place) -> None:
        """Make an execution or a receipt the current one, whatever filter hides it."""
        page = self._page
        if place.uid is None:
            return
        page.show_all()
        if place.form == RECEIPTS:
            row = ledger.read_row(page.workspace.book, RECEIPTS, place.uid)
            numbers = [one.number for one in page.shown_receipts]
            if row is not None and row["receipt_no"] in numbers:
                page.lists.receipts.selectRow(numbers.index(row["receipt_no"]))
                page.lists.receipts.setFocus()
            return
        at = next((at for at, one in enumerate(page.shown_executions) if one.uid == place.uid), None)
        if at is None:
            page.toast.say(self.tr("这笔执行不是外汇收款，或还缺币种、金额，不用核销。"), "warning")
        else:
            self._select(at)

    def to_ledger(self) -> None:
        """Show the current execution's cell in its ledger."""
        pairing = self._page.pairing()
        if pairing is not None:
            one = pairing.execution
            self._page.workspace.go(Place(EXECUTIONS, one.paid_on[:7], one.uid, LINKS))

    def _follow(self) -> None:
        """Show the executions of a contract that does not come out even."""
        contract = self._page.lists.difference(self._page.lists.differences.currentIndex().row())
        found = self._page.shown_executions
        at = next((at for at, one in enumerate(found) if one.contract_no == contract and one.open), None)
        if at is not None:
            self._select(at)

    def _select(self, at: int) -> None:
        self._page.lists.executions.selectRow(at)
        self._page.lists.executions.setFocus()
