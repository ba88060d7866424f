"""核销: the month's payments from abroad beside its bank receipts; what belongs together is proposed and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.figures import figure
from desktop.languages.words import period_word
from desktop.pages.page import Page
from desktop.pages.reconciling_layout import ReconcilingLists, arrange
from desktop.pages.reconciling_pair import PairCard
from desktop.pages.reconciling_texts import ALL, OPEN, ReconcilingTexts, Sight
from desktop.pages.reconciling_ways import ReconcilingWays
from desktop.pages.reconciling_writing import ReconcilingWriting
from desktop.pages.toast import Toast
from desktop.pages.undo_buttons import UndoButtons
from desktop.pages.undoing import step_journal
from desktop.pairing import Pairing
from desktop.pieces import button, label, tip
from forms import open_items

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from desktop.background import Job
    from desktop.place import Place
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.open_items import Execution, OpenItems
    from forms.reconciling import Received

_NARROW = 1000
_LOW = 520


class ReconcilingPage(Page):
    """Receipts at the left, executions at the right, the chosen one's receipts under them, differences beside."""

    icon_name = "receipt"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.items: OpenItems | None = None
        self.pairings: dict[str, Pairing] = {}
        self.shown_executions: list[Execution] = []
        self.shown_receipts: list[Received] = []
        self._job: Job | None = None
        self._wanted: Place | None = None
        self._line = 0  # the line that becomes current where the chosen execution leaves the list
        self._whole = workspace.book.catalogue.codelist("currencies").whole
        self.texts = ReconcilingTexts(self._whole, self)
        self.lists = ReconcilingLists(self)
        self.pair = PairCard()
        self.writing = ReconcilingWriting(self)
        self.ways = ReconcilingWays(self)
        self.caption = label(role="caption")
        self.hint = label(self.tr("Enter 接受 · 空格 放入或取出凭证 · F2 改金额 · F8 下一笔"), "caption")
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("筛选：合同号、付款人、凭证…（Ctrl+F）"))
        self.box.setAccessibleName(self.tr("筛选"))
        self.box.setClearButtonEnabled(True)
        self._chips = QButtonGroup(self)
        self.open_chip = self._chip(self.tr("未核销"), OPEN)
        self.all_chip = self._chip(self.tr("全部"), ALL)
        self.open_chip.setChecked(True)
        self.steps = UndoButtons(lambda: workspace.book, self)
        self.all_go = button(self.tr("接受全部建议"), "check", "primary", self.writing.accept_all)
        tip(self.all_go, self.tr("把程序找到的对应一次写入执行台账，一步，可撤销；改了未接受的不动"))
        self.all_go.hide()
        self.body = QWidget(self)
        arrange(self, narrow=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.toast = Toast(self)
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("收汇核销")

    def _chip(self, text: str, name: str) -> QPushButton:
        chip = button(text, "", "chip")
        chip.setCheckable(True)
        chip.setProperty("chip", name)
        self._chips.addButton(chip)
        return chip

    def _connect(self) -> None:
        self.lists.executions.selectionModel().currentRowChanged.connect(self._moved)
        self.box.textChanged.connect(lambda _text: self._fill())
        self._chips.buttonClicked.connect(lambda _chip: self._fill())
        self.steps.wanted.connect(lambda forward, count: self.step_back(forward=forward, count=count))
        self.pair.changed.connect(self.show_changed)
        self.pair.acceptWanted.connect(self.writing.accept)
        self.pair.placeWanted.connect(self.ways.to_ledger)

    # -- the page protocol

    def refresh(self) -> None:
        """Read both sides of the month in the background; what a person works at stays."""
        period = self.workspace.period
        if self.items is not None and self.items.period != period:
            self.items, self.pairings = None, {}
        if self.items is None:
            self.caption.setText(self.tr("正在读取…"))
        self.steps.show_steps()

        def looking(book: Book, job: Job) -> OpenItems:
            del job
            return open_items.look(book, period)

        job = self.workspace.work(looking, owner=self, done=lambda items: self._take(job, items))
        self._job = job

    def show_place(self, place: Place) -> None:
        """Go to an execution, or to a receipt."""
        self._wanted = place
        if not self.is_reading:
            self._go()

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.box.setFocus()
        self.box.selectAll()

    def step_problem(self, *, forward: bool) -> bool:
        """F8 and Shift+F8: the next execution that is not even."""
        return self.ways.step(forward=forward)

    def step_back(self, *, forward: bool, count: int = 1) -> bool:
        """Ctrl+Z and Ctrl+Y over the journal."""
        form = step_journal(self.workspace.book, self.toast.say, forward=forward, count=count)
        if form is not None:
            self.workspace.touched(form)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the executions."""
        super().showEvent(event)
        self.lists.executions.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new size."""
        super().resizeEvent(event)
        arrange(self, narrow=self.width() < _NARROW or self.height() < _LOW)

    # -- what is current

    @property
    def is_reading(self) -> bool:
        """Whether the Book is being read, so that what is shown may be old."""
        return self._job is not None or self.items is None

    def pairing(self) -> Pairing | None:
        """Give the pairing of the current execution."""
        at = self.lists.executions.currentIndex().row()
        found = self.shown_executions
        return self.pairings.get(found[at].uid) if 0 <= at < len(found) else None

    def receipt(self) -> Received | None:
        """Give the current receipt."""
        at = self.lists.receipts.currentIndex().row()
        return self.shown_receipts[at] if 0 <= at < len(self.shown_receipts) else None

    def show_all(self) -> None:
        """Take the filters away."""
        self.box.clear()
        self.all_chip.setChecked(True)
        self._fill()

    # -- what it shows

    def _take(self, job: Job, items: OpenItems) -> None:
        if job is not self._job:
            return  # a newer reading is under way
        self._job = None
        self.items = items
        receipts = {one.number: one for one in items.receipts}
        worked = {uid: one for uid, one in self.pairings.items() if one.is_touched}
        self.pairings = {one.uid: Pairing(one, receipts, self._whole) for one in items.executions}
        for uid, before in worked.items():
            now = self.pairings.get(uid)
            if now is not None and now.execution.links == before.execution.links:
                now.entries = before.entries
        self._fill()
        self._go()

    def _go(self) -> None:
        place, self._wanted = self._wanted, None
        if place is not None:
            self.ways.go(place)

    def _fill(self) -> None:
        items, chosen = self.items, self.pairing()
        if items is None:
            return
        found = self.texts.executions(items, self._sight(), self.pairings)
        self.shown_executions = found
        at = next((at for at, one in enumerate(found) if chosen and one.uid == chosen.execution.uid), self._line)
        self.lists.show_executions([self.texts.execution(one, self.pairings.get(one.uid)) for one in found], at)
        self.lists.show_differences(self.texts.differences(items), self.texts.even(items))
        self._tell(items)
        self._choose(items)

    def _tell(self, items: OpenItems) -> None:
        self.lists.tell(*self.texts.still_open(items))
        said = self.tr("%1：外汇收款 %2 笔").replace("%1", period_word(items.period))
        said = said.replace("%2", figure(len(items.executions)))
        if items.incomplete:
            more = self.tr("；另有 %1 笔缺付款人、币种或金额，请先在执行台账补齐")
            said += more.replace("%1", figure(items.incomplete))
        self.caption.setText(said)
        count = len(self.writing.untouched())
        self.all_go.setText(self.tr("接受全部 %1 笔建议").replace("%1", figure(count)))
        self.all_go.setVisible(count > 0 and not self.workspace.book.readonly)

    def _moved(self) -> None:
        if not self.lists.is_filling and self.items is not None:
            self._choose(self.items)

    def _choose(self, items: OpenItems) -> None:
        """Show the receipts of the execution that is current now."""
        self._line = max(self.lists.executions.currentIndex().row(), 0)
        self._fill_receipts(items, "")
        self.show_pairing()

    def show_pairing(self) -> None:
        """Show the pairing of the current execution in its card."""
        pairing, receipts = self.pairing(), self.items.receipts if self.items else []
        source = ""
        if pairing is None and self.items is not None:
            source = self.texts.nothing(self.items, self._sight())
        elif pairing is not None and pairing.execution.links:
            source = self.tr("已保存的对应")
        elif pairing is not None and pairing.execution.proposed:
            source = self.tr("建议：付款人、币种、金额相符，日期最近")
        self.pair.show_pairing(pairing, {one.number: one for one in receipts}, source)
        self.pair.setEnabled(not self.workspace.book.readonly)

    def show_changed(self) -> None:
        """Show in the lists what was changed in the card."""
        pairing, items, receipt = self.pairing(), self.items, self.receipt()
        if pairing is None or items is None:
            return
        self.lists.show_execution(self._line, self.texts.execution(pairing.execution, pairing))
        self._fill_receipts(items, receipt.number if receipt else "")
        self._tell(items)

    def _fill_receipts(self, items: OpenItems, keep: str) -> None:
        pairing = self.pairing()
        self.shown_receipts = found = self.texts.receipts(items, self._sight(), pairing)
        at = next((at for at, one in enumerate(found) if one.number == keep), 0)
        self.lists.show_receipts([self.texts.receipt(one, pairing, items.period[:4]) for one in found], at)

    def _sight(self) -> Sight:
        return Sight(str(self._chips.checkedButton().property("chip")), self.box.text().strip())
