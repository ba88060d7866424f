"""与现在的差异: what the Book says today otherwise than the copy that was sent, each line leading to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from desktop import comparing
from desktop.figures import figure
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import label, set_role
from forms import corrections

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.background import Job
    from desktop.comparing import Difference
    from desktop.filings import Filing
    from desktop.workspace import Workspace
    from forms.book import Book

_WIDTHS = (96, 150, 130, 130)


class Differences(QWidget):
    """Compares in the background when it is shown; `counted` tells how many cells differ."""

    counted = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._filing: Filing | None = None
        self.found: list[Difference] = []
        self.words = label("", "caption", wrap=True)
        self.model = TextModel((self.tr("位置"), self.tr("指标"), self.tr("报送时"), self.tr("现在")))
        self.table: QTableView = plain_table(self.model, self.tr("与现在的差异"), stretch=3)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.doubleClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)

    def show_filing(self, one: Filing) -> None:
        """Compare the sent copy of a filing with what the Book says now."""
        self._filing = one
        self.found = []
        self.model.fill([])
        self._say(self.tr("正在比对…"), "caption")
        as_of = self._workspace.as_of

        def comparing_it(book: Book, job: Job) -> list[Difference]:
            del job
            return comparing.differences(book, one, as_of)

        self._workspace.work(comparing_it, owner=self, done=lambda found: self._take(one, found))

    def _take(self, one: Filing, found: list[Difference]) -> None:
        if one is not self._filing:
            return
        self.found = found
        self.model.fill([(line.where, line.field, line.sent, line.now) for line in found])
        self.table.setVisible(bool(found))
        if not found:
            self._say(self.tr("✓ 现在的数据与报送时完全一致。"), "ok")
        elif corrections.reason_of(self._workspace.book, one.form, one.period) is not None:
            text = self.tr("已开始更正，改了 %1 处，平台上仍是报送时的数，重新报送后才改。双击一行到那一格。")
            self._say(text.replace("%1", figure(len(found))), "warning")
        elif one.state in ("ACCEPTED", "LOCKED"):
            text = self.tr("报送以后改了 %1 处，平台上仍是报送时的数；要让平台也改，请点“更正”。双击一行到那一格。")
            self._say(text.replace("%1", figure(len(found))), "warning")
        else:
            text = self.tr("与报送时不同的有 %1 处，重新报送后生效。双击一行到那一格。")
            self._say(text.replace("%1", figure(len(found))), "second")
        self.counted.emit(len(found))

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        set_role(self.words, role)

    def _go(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.found):
            self._workspace.go(self.found[index.row()].place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell of the chosen line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._go(self.table.currentIndex())
            return
        super().keyPressEvent(event)
