"""Where things stand on the reconciliation page: head, the two sides, the chosen execution, the differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import ElidedLabel, card, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.reconciling import ReconcilingPage

Texts = tuple["Sequence[str]", str]
"""The texts of a row, and the state of its pill."""
PAYER = 3
NUMBER = (132, 190)  # px of a receipt's number: its ends, or all of it
FILTER_WIDTH, FILTER_NARROW = 290, 170
PAYER_FROM = 620  # px of a list from which there is room for them
_LEAST = 168  # px of a list in the narrow page, which scrolls
_LEAST_PAIR = 148


class ReconcilingLists(QObject):
    """The three lists with their headings."""

    def __init__(self, page: ReconcilingPage) -> None:
        super().__init__(page)
        self.is_filling = False  # the current line moves by itself then
        row_, contract, day, payer = self.tr("行"), self.tr("合同号"), self.tr("日期"), self.tr("付款人")
        paid = (row_, contract, day, payer, self.tr("金额"), self.tr("未核销"), self.tr("状态"))
        self._executions = TextModel(paid, pills=6, right=(4, 5))
        self.executions = _table(self._executions, self.tr("执行"), (46, 124, 60, 0, 0, 0, 104), 3, (4, 5))
        received = (self.tr("凭证编号"), day, payer, self.tr("未核销"), self.tr("与所选执行"))
        self._receipts = TextModel(received, pills=4, right=(3,))
        self.receipts = _table(self._receipts, self.tr("收汇凭证"), (132, 60, 0, 0, 116), 2, (3,))
        self.receipts.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        uneven = (contract, self.tr("币种"), self.tr("执行额"), self.tr("已核销"), self.tr("差额"), self.tr("笔数"))
        self._differences = TextModel(uneven, right=(2, 3, 4, 5))
        self.differences = _table(self._differences, self.tr("差异"), (), -1, (0, 1, 2, 3, 4, 5))
        self.differences.horizontalHeader().setStretchLastSection(True)
        self.open = ElidedLabel("", "caption")
        self.left = ElidedLabel("", "caption")
        self.executions.installEventFilter(self)
        self.receipts.installEventFilter(self)
        self.even = label("", "second", wrap=True)
        self.cards = (
            _card(self.tr("收汇凭证"), self.left, self.receipts),
            _card(self.tr("执行（外汇收款）"), self.open, self.executions),
            _card(self.tr("差异"), label(self.tr("逐合同、逐币种；Enter 到它的执行"), "caption"), self.differences),
        )
        column = self.cards[2].layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(self.even, 1, Qt.AlignmentFlag.AlignTop)

    def show_executions(self, rows: list[Texts], at: int) -> None:
        """Fill the right side; line `at` becomes the current one."""
        self.is_filling = True
        _fill(self._executions, self.executions, rows, at)
        self.is_filling = False

    def show_execution(self, at: int, texts: Texts) -> None:
        """Show one execution anew."""
        model = self._executions
        if 0 <= at < len(model.rows):
            model.rows[at], model.states[at] = texts
            model.dataChanged.emit(model.index(at, 0), model.index(at, model.columnCount() - 1))

    def show_receipts(self, rows: list[Texts], at: int) -> None:
        """Fill the left side."""
        _fill(self._receipts, self.receipts, rows, at)

    def show_differences(self, rows: list[Sequence[str]], even: str) -> None:
        """Fill the list of differences, or say why there are none."""
        self.even.setText(even)
        self._differences.fill(rows)
        self.differences.setVisible(bool(rows))
        self.even.setVisible(not rows)

    def difference(self, at: int) -> str:
        """Name the contract of a difference."""
        return self._differences.rows[at][0] if 0 <= at < len(self._differences.rows) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show payers of executions and whole numbers of receipts where there is room."""
        if watched is self.executions and event.type() == QEvent.Type.Resize:
            small = self.executions.width() < PAYER_FROM
            self.executions.setColumnHidden(PAYER, small)
            self.executions.horizontalHeader().setStretchLastSection(small)
        if watched is self.receipts and event.type() == QEvent.Type.Resize:
            self.receipts.setColumnWidth(0, NUMBER[self.receipts.width() >= PAYER_FROM])
        return super().eventFilter(watched, event)

    def tell(self, still_open: str, left: str) -> None:
        """Say what is open on either side."""
        self.open.setText(still_open)
        self.left.setText(left)


def arrange(page: ReconcilingPage, *, narrow: bool) -> None:
    """Lay the page out: two columns, or one that scrolls in a small window."""
    known = page.property("narrow")
    if known is not None and bool(known) == narrow:
        return
    page.setProperty("narrow", narrow)
    receipts, executions, differences = page.lists.cards
    page.box.setFixedWidth(FILTER_NARROW if narrow else FILTER_WIDTH)
    if known is None:
        _build(page)
    grid: QGridLayout = page.body.property("grid")
    for part in (*page.lists.cards, page.pair):
        grid.removeWidget(part)
    if narrow:
        for at, part in enumerate((executions, page.pair, receipts, differences)):
            grid.addWidget(part, at, 0, 1, 2)
            part.setMinimumHeight(_LEAST_PAIR if part is page.pair else _LEAST)
    else:
        places = {receipts: (0, 0), executions: (0, 1), differences: (1, 0), page.pair: (1, 1)}
        for part, place in places.items():
            grid.addWidget(part, *place)
            part.setMinimumHeight(0)
    for column, wide in enumerate((48, 52)):
        grid.setColumnStretch(column, 1 if narrow else wide)
    for line, high in enumerate((3, 2)):
        grid.setRowStretch(line, 1 if narrow else high)


def _build(page: ReconcilingPage) -> None:
    inner = QWidget()
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(12)
    page.body.setProperty("grid", grid)
    column = QVBoxLayout(page.body)
    column.setContentsMargins(16, 14, 16, 16)
    column.setSpacing(12)
    title = label(page.title(), "h2")
    column.addLayout(row(title, page.open_chip, page.all_chip, page.box, 0, page.steps, page.all_go))
    column.addLayout(row(page.caption, 0, page.hint))
    column.addWidget(scrolled(inner), 1)


def _table(model: TextModel, name: str, widths: Sequence[int], stretch: int, fit: Sequence[int]) -> QTableView:
    """Make a list; the columns `fit` are as wide as what they hold, amounts above all."""
    view = plain_table(model, name, stretch=stretch)
    for column in fit:
        view.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    for column, wide in enumerate(widths):
        if wide:
            view.setColumnWidth(column, wide)
    return view


def _card(title: str, beside: QWidget, table: QTableView) -> QFrame:
    frame, column = card(margin=12, spacing=6)
    head = row(label(title, "h3"), beside)
    head.setStretch(1, 1)
    column.addLayout(head)
    column.addWidget(table, 1)
    return frame


def _fill(model: TextModel, view: QTableView, rows: list[Texts], at: int) -> None:
    model.fill([texts for texts, _state in rows], [state for _texts, state in rows])
    if rows:
        view.selectRow(min(max(at, 0), len(rows) - 1))
