"""What was imported into a ledger: who brought which file when, what came of it, and the way back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop import theme
from desktop.clock import shown_moment
from desktop.figures import figure
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, label, row, set_role
from forms import imports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.imports import ImportRecord

SIZE = (940, 460)
MARGIN = 48  # px of the screen left free
FILE, FIRST_COUNT, LAST_COUNT = 2, 3, 8
WIDTHS = {0: 145, 1: 72, 9: 100, 10: 90}
COUNT_WIDTH = 54


class ImportRecordsDialog(QDialog):
    """The imports of one ledger, the newest first. `undone` says that the Book's rows are others now."""

    undone = Signal()

    def __init__(self, workspace: Workspace, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._form = workspace, form
        self._job: Job | None = None
        self.records: Sequence[ImportRecord] = ()
        self._edition = workspace.catalogue.edition(form)
        self.setWindowTitle(self.tr("导入记录 — %1").replace("%1", self._edition.short))
        screen = self.screen().availableSize()
        self.resize(min(SIZE[0], screen.width() - MARGIN), min(SIZE[1], screen.height() - MARGIN))
        counts = [
            self.tr("读到"),
            self.tr("接受", "rows"),
            self.tr("拒绝"),
            self.tr("新增"),
            self.tr("更新"),
            self.tr("无变化"),
        ]
        heads = [self.tr("时间"), self.tr("状态"), self.tr("文件"), *counts, self.tr("经手人"), self.tr("工作表")]
        self.model = TextModel(heads, right=range(FIRST_COUNT, LAST_COUNT + 1))
        self.table = plain_table(self.model, self.tr("导入记录"), stretch=FILE)
        for column in range(len(heads)):
            if column != FILE:
                self.table.setColumnWidth(column, WIDTHS.get(column, COUNT_WIDTH))
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.totals = label(role="second", wrap=True)
        self.said = label(wrap=True)
        self.undo = button(self.tr("撤销这次导入"), "undo", "", self.undo_chosen)
        self._close = button(self.tr("关闭"), "", "", self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(*(theme.px("space4"),) * 4)
        body.setSpacing(theme.px("space3"))
        body.addWidget(self.table, 1)
        body.addWidget(self.totals)
        body.addWidget(self.said)
        body.addLayout(row(self.undo, 0, self._close))
        self._fill()

    @property
    def chosen(self) -> ImportRecord | None:
        """The import that is selected."""
        at = self.table.currentIndex().row()
        return self.records[at] if 0 <= at < len(self.records) else None

    def undo_chosen(self) -> None:
        """Take the selected import back; what stands in the way is said."""
        chosen = self.chosen
        if chosen is None or self._job is not None:
            return

        def undoing(book: Book, _job: Job) -> ImportRecord:
            return imports.undo(book, chosen.id)

        self._say(self.tr("正在撤销…"), "second")
        self._job = self._workspace.work(undoing, owner=self, done=self._undone, failed=self._failed, ended=self._ended)
        self._enable()

    def reject(self) -> None:
        """Close; not in the middle of undoing, which is told first."""
        if self._job is None:
            super().reject()

    def _undone(self, record: ImportRecord) -> None:
        told = self.tr("已撤销“%1”的导入：新增的 %2 行已取出，更新的 %3 行已还原。可用“重做”恢复。")
        told = told.replace("%2", figure(record.new)).replace("%3", figure(record.updated))
        self._say(told.replace("%1", record.file), "ok")
        self._fill()
        self.undone.emit()

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "error")

    def _ended(self) -> None:
        self._job = None
        self._enable()

    def _fill(self) -> None:
        at = max(self.table.currentIndex().row(), 0)
        self.records = imports.records(self._workspace.book, self._form)
        self.model.fill([self._cells(one) for one in self.records])
        if self.records:
            self.table.selectRow(at)
        else:
            self._say(self.tr("这张台账还没有从 Excel 导入过。"), "second")
        self._show_chosen()

    def _cells(self, one: ImportRecord) -> list[str]:
        counts = (one.rows_read, one.rows_accepted, one.rows_refused, one.new, one.updated, one.unchanged)
        states = {
            imports.DONE: self.tr("已导入"),
            imports.UNDONE: self.tr("已撤销"),
            imports.UNCHANGED: self.tr("没有改动"),
        }
        return [shown_moment(one.at), states[one.state], one.file, *map(figure, counts), one.importer, one.sheet]

    def _show_chosen(self, *_index: object) -> None:
        chosen = self.chosen
        self.totals.setText("\n".join(self._money(chosen)) if chosen is not None else "")
        self._enable()

    def _money(self, one: ImportRecord) -> list[str]:
        text = self.tr("%1 %2：文件合计 %3，账套合计 %4")
        unread = self.tr("%1 格未识别")
        lines = []
        for name, currencies in one.totals.items():
            known = self._edition.by_id.get(name)
            for currency, sums in currencies.items():
                both = [f"{Decimal(sums[side]):,.2f}" for side in ("file", "book")]
                line = text.replace("%3", both[0]).replace("%4", both[1]).replace("%2", currency or "—")
                line = line.replace("%1", known.label if known is not None else name)
                missing = unread.replace("%1", str(sums["unread"])) if sums["unread"] else ""
                lines.append("，".join(filter(None, (line, missing))))
        return lines

    def _enable(self) -> None:
        chosen = self.chosen
        can = chosen is not None and chosen.state == imports.DONE and not self._workspace.book.readonly
        self.undo.setEnabled(can and self._job is None)
        self._close.setEnabled(self._job is None)

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        set_role(self.said, role)
