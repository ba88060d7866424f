"""One filing in detail: receipt, reviewers' comments that lead to their cells, and the copy of what was sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QTabWidget, QVBoxLayout, QWidget

from desktop import filings, theme
from desktop.figures import figure
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pages.records_asking import ask_reason, ask_to_withdraw
from desktop.pages.records_differences import Differences
from desktop.pieces import IconView, LinkLine, Pill, button, card, empty, label, row, scrolled
from desktop.place import Place
from forms import corrections

if TYPE_CHECKING:
    from desktop.workspace import Workspace

COPY, DIFFERENCES = 2, 3
_OPEN_TO_WITHDRAW = ("QUEUED", "RECEIVED")
_OPEN_TO_CORRECT = ("ACCEPTED",)


class FilingDetail(QFrame):
    """The right side of 报送记录."""

    withdrawWanted = Signal(object)  # Filing
    correctWanted = Signal(object, str)  # Filing, reason
    cancelWanted = Signal(object)  # Filing whose correction is taken back

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace = workspace
        self._filing: filings.Filing | None = None
        self.name = label(role="h3")
        self.pill = Pill()
        self.print = button(self.tr("打印"), "print", "", self._print)
        self.edit = button(self.tr("去修改"), "edit", "primary", self._edit)
        self.explain = button(self.tr("写说明"), "comment", "", self._explain)
        self.explain.setToolTip(self.tr("数字属实的不用改：在核实项下写明原因，再报送"))
        self.withdraw = button(self.tr("撤回"), "undo", "", self._withdraw)
        self.correct = button(self.tr("更正"), "edit", "", self._ask_reason)
        self.cancel = button(self.tr("撤销更正"), "undo", "", self._cancel)
        self.receipt = QFormLayout()
        self.receipt.setContentsMargins(4, 10, 4, 4)
        self.receipt.setHorizontalSpacing(16)
        self.receipt.setVerticalSpacing(8)
        self.receipt.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.said = QVBoxLayout()
        self.said.setContentsMargins(4, 10, 4, 4)
        self.said.setSpacing(8)
        self.copy_model = TextModel(())
        self.copy = plain_table(self.copy_model, self.tr("报送内容（只读）"))
        self.differences = Differences(workspace)
        self.differences.counted.connect(self._count_differences)
        self.tabs = self._tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        # What every filing has stands at the edge, what few have farthest from it: none moves from filing to filing.
        actions = (self.edit, self.explain, self.withdraw, self.cancel, self.correct)
        column.addLayout(row(self.name, self.pill, 0, *actions, self.print))
        column.addWidget(self.tabs, 1)

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        for layout, text in ((self.receipt, self.tr("回执")), (self.said, self.tr("批注"))):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(layout)
            column.addStretch(1)
            tabs.addTab(scrolled(holder), text)
        tabs.addTab(self.copy, self.tr("报送内容"))
        tabs.addTab(self.differences, self.tr("与现在的差异"))
        tabs.currentChanged.connect(self._show_tab)
        return tabs

    def show_filing(self, one: filings.Filing) -> None:
        """Show a filing."""
        book = self._workspace.book
        same = self._filing is not None and self._filing.id == one.id
        self._filing = one
        self.name.setText(f"{filings.period_label(one.period)}　{one.short}")
        self.pill.show_state(one.state, one.word)
        self.withdraw.setVisible(one.newest and one.state in _OPEN_TO_WITHDRAW)
        begun = corrections.reason_of(book, one.form, one.period) is not None
        self.edit.setVisible(one.newest and (begun or one.state in ("RETURNED", "REFUSED")))
        self.explain.setVisible(self._may_explain(one))
        self.correct.setVisible(one.newest and one.state in _OPEN_TO_CORRECT and not begun)
        self.cancel.setVisible(one.newest and one.state in _OPEN_TO_CORRECT and begun)
        while self.receipt.rowCount():
            self.receipt.removeRow(0)
        for name, value, role in filings.receipt_lines(book, one):
            words = label(value, role, wrap=True)
            words.setMinimumHeight(words.fontMetrics().lineSpacing() + 2)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name} {value}")
            self.receipt.addRow(label(name, "caption"), words)
        said = filings.remarks(book, one)
        self._show_remarks(said)
        text = self.tr("批注 %1").replace("%1", figure(len(said))) if said else self.tr("批注")
        self.tabs.setTabText(1, text)
        if not same:
            self.tabs.setCurrentIndex(1 if any(one.text for one in said) else 0)
            self.copy_model.set_heads((), ())
            self.tabs.setTabText(DIFFERENCES, self.tr("与现在的差异"))
        self._show_tab(self.tabs.currentIndex())

    def _show_remarks(self, said: list[filings.Remark]) -> None:
        empty(self.said)
        if not said:
            self.said.addWidget(label(self.tr("还没有主管部门的意见；点“获取反馈”查看进度。"), "caption", wrap=True))
        for one in said:
            frame, column = card("inset", margin=10, spacing=4)
            returned = not one.accepted
            icon = IconView("comment" if returned else "done", "returned" if returned else "accepted", 16)
            column.addLayout(
                row(icon, label(one.by, "strong"), label(one.verdict), 0, label(one.at, "caption"), spacing=6)
            )
            if one.text:
                column.addWidget(label(one.text, "error" if returned else "", wrap=True))
            if returned:
                link = LinkLine(
                    self.tr("定位到 %1").replace("%1", one.where),
                    partial(self._workspace.go, one.place),
                )
                column.addWidget(link)
            self.said.addWidget(frame)

    def _show_tab(self, tab: int) -> None:
        """Read the sent copy, or compare it, when somebody looks."""
        if self._filing is None:
            return
        if tab == COPY and not self.copy_model.rowCount():
            self._show_copy(self._filing)
        elif tab == DIFFERENCES:
            self.differences.show_filing(self._filing)

    def _count_differences(self, count: int) -> None:
        text = self.tr("与现在的差异 %1").replace("%1", figure(count)) if count else self.tr("与现在的差异")
        self.tabs.setTabText(DIFFERENCES, text)

    def _show_copy(self, one: filings.Filing) -> None:
        sent = filings.sent_copy(self._workspace.book, one)
        self.copy_model.set_heads(sent.heads, sent.right)
        self.copy_model.fill(list(sent.rows))
        metrics = self.fontMetrics()
        for column, head in enumerate(sent.heads):
            texts = [head, *(cells[column] for cells in sent.rows[:50])]
            wide = max(metrics.horizontalAdvance(text) for text in texts) + 26
            self.copy.setColumnWidth(column, min(wide, theme.px("nav") * 2))

    # -- actions

    def _print(self) -> None:
        """Open the preview on this very filing."""
        if self._filing is not None:
            from desktop.printing.preview import preview

            preview(self._workspace, self._filing.form, self._filing.period, self.window(), self._filing.id)

    def _edit(self) -> None:
        if self._filing is not None:
            said = filings.remarks(self._workspace.book, self._filing)
            self._workspace.go(said[0].place if said else Place(self._filing.form, self._filing.period))

    def _may_explain(self, one: filings.Filing) -> bool:
        """Tell whether it came back and has warnings that the firm may explain otherwise."""
        book, came_back = self._workspace.book, one.newest and one.state in ("RETURNED", "REFUSED")
        query = "SELECT warnings FROM checked WHERE form = ? AND period = ?"
        counted = book.db.execute(query, (one.form, one.period)).fetchone()
        return came_back and not book.readonly and bool(counted and counted["warnings"])

    def _explain(self) -> None:
        if self._filing is not None:
            self._workspace.go(Place(self._filing.form, self._filing.period, explain=True))

    def _withdraw(self) -> None:
        if self._filing is not None:
            one = self._filing
            name = f"{filings.period_label(one.period)}{one.short}"
            ask_to_withdraw(self, one, name, lambda: self.withdrawWanted.emit(one))

    def _ask_reason(self) -> None:
        ask_reason(self, self._correct)

    def _cancel(self) -> None:
        if self._filing is not None:
            self.cancelWanted.emit(self._filing)

    def _correct(self, reason: str) -> None:
        if self._filing is not None:
            self.correctWanted.emit(self._filing, reason)
