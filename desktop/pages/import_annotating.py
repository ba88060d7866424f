"""Giving the user's own workbook back after an import, with what was found painted on its cells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from desktop import theme
from desktop.figures import figure
from desktop.pieces import button, set_role, tip

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.workbook.annotating import Annotated
    from forms.workbook.importing import ImportResult


class AnnotatingLine(QWidget):
    """A line with the offer, what became of it, and the way to the file; out of sight where nothing was found."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._result: ImportResult | None = None
        self._source = self._made = Path()
        self._job: Job | None = None
        self.stop = button(self.tr("取消"), "", "", self._cancel)
        self.stop.setAutoDefault(False)
        self.stop.hide()
        self.button = button(self.tr("把问题标回我的 Excel…"), "save", clicked=self._ask)
        tip(
            self.button,
            self.tr("另存一份：问题标在各自的单元格上并写明改法，第一张表列出全部问题；原文件不动。"),
        )
        self.button.setAutoDefault(False)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.open = button(self.tr("打开标注的文件"), "", "link", self._open)
        self.open.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px("space3"))
        line.addWidget(self.button)
        line.addWidget(self.said, 1)
        line.addWidget(self.stop)
        line.addWidget(self.open)
        self.open.hide()
        self.hide()

    def offer(self, result: ImportResult, source: Path) -> None:
        """Offer the copy of a workbook that was imported, where there is something to mark."""
        self._result, self._source = result, source
        self.setVisible(bool(result.findings or result.refused))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made)))

    def _ask(self) -> None:
        from forms.workbook.annotating import suggested_name

        name = suggested_name(self._source)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存标注了问题的工作簿"), str(self._source.with_name(name)), f"Excel (*{Path(name).suffix})"
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, out: Path) -> None:
        """Write the copy."""
        result, source = self._result, self._source
        if result is None:
            return

        def annotating(book: Book, job: Job) -> Annotated:
            from forms.workbook.annotating import annotate

            return annotate(book, result, source, out, progress=job.report, cancelled=job.cancelled)

        self.button.setEnabled(False)
        self.stop.show()
        self.open.hide()
        self._say(self.tr("正在标注 %1 …").replace("%1", out.name), "second")
        self._job = self._workspace.work(
            annotating, owner=self, done=self._written, failed=self._failed, progress=self._passed, ended=self._ended
        )

    def _passed(self, done: int, total: int) -> None:
        text = self.tr("正在标注：%1 / %2 行")
        self._say(text.replace("%1", f"{done:,}").replace("%2", f"{total:,}"), "second")

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self.stop.hide()
        self.button.setEnabled(True)

    def _written(self, made: Annotated) -> None:
        self._made = made.path
        text = self.tr("已另存为 %2：%1 个问题标在各自的单元格上，原文件没有改动。")
        self._say(text.replace("%1", figure(made.remarks)).replace("%2", made.path.name), "second")
        self.open.show()
        self.open.setFocus()

    def _failed(self, problem: ZhibaoError) -> None:
        self._say(problem.message, "warning")

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        set_role(self.said, role)
