"""The import of a workbook: choose or drop a file, see what would happen, do it, see what happened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.figures import figure
from desktop.pages.import_annotating import AnnotatingLine
from desktop.pages.import_sheet import SheetLine
from desktop.pages.import_summary import ImportSummary
from forms.workbook.suffixes import PATTERNS, READABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.workbook.importing import ImportResult

CHOOSE, WORKING, SUMMARY, REFUSED = range(4)
SIZE = (680, 580)
MARGIN = 48  # px of the screen left free


class ImportDialog(QDialog):
    """Runs one import. `imported` tells the result once rows are in the Book."""

    imported = Signal(object)
    templateWanted = Signal()

    def __init__(self, workspace: Workspace, form: str, whole: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._form = form
        self._path = Path()
        self._job: Job | None = None
        self.result_shown: ImportResult | None = None
        self.brought: ImportResult | None = None  # what was really imported
        self._untold: ImportResult | None = None  # it is in, and nobody heard of it yet
        self._leaves = False  # cancelled: it closes when the work has ended
        edition = workspace.catalogue.edition(form)
        self.setWindowTitle(self.tr("导入 Excel — %1").replace("%1", edition.short))
        self.setAcceptDrops(True)
        screen = self.screen().availableSize()
        self.resize(min(SIZE[0], screen.width() - MARGIN), min(SIZE[1], screen.height() - MARGIN))
        self.summary = ImportSummary(edition, whole, self)
        self._stack = QStackedWidget(self)
        for page in (self._make_choose(), self._make_working(), self.summary, self._make_refused()):
            self._stack.addWidget(page)
        self._title = QLabel(self)
        self._title.setProperty("role", "h3")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px("space4"),) * 4)
        layout.setSpacing(theme.px("space3"))
        self.sheets = SheetLine(self)
        self.sheets.chosen.connect(self._read)
        layout.addWidget(self._title)
        layout.addWidget(self.sheets)
        self.annotating = AnnotatingLine(workspace, self)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.annotating)
        layout.addLayout(self._make_buttons())
        self._turn(CHOOSE, self.tr("选择要导入的工作簿"))

    # -- steps -----------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self.tr("工作簿和文本表格 (%1)").replace("%1", PATTERNS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择工作簿"), "", kinds)
        if name:
            self.preview(Path(name))

    def preview(self, path: Path) -> None:
        """Read the file without changing anything."""
        self._path = path
        self.sheets.forget()
        self._read()

    def _read(self) -> None:
        title = self.tr("正在读取 %1 …").replace("%1", self._path.name)
        self._work(dry_run=True, title=title, done=self._previewed)

    def apply(self) -> None:
        """Bring the rows in."""
        title = self.tr("正在导入 %1 …").replace("%1", self._path.name)
        self._work(dry_run=False, title=title, done=self._imported)

    def _work(self, *, dry_run: bool, title: str, done: Callable[[ImportResult], None]) -> None:
        form, path, sheet, as_of = self._form, self._path, self.sheets.asked, self._workspace.as_of

        def importing(book: Book, job: Job) -> ImportResult:
            from forms.workbook.importing import import_workbook

            return import_workbook(
                book,
                form,
                path,
                sheet=sheet,
                dry_run=dry_run,
                as_of=as_of,
                progress=job.report,
                cancelled=job.cancelled,
            )

        self._bar.setRange(0, 0)
        self._turn(WORKING, title)
        self._job = self._workspace.work(
            importing, owner=self, done=done, failed=self._failed, progress=self._progressed, ended=self._ended
        )

    def _previewed(self, result: ImportResult) -> None:
        if self._leaves:
            return
        self.result_shown = result
        self.summary.show_result(result)
        self.sheets.show_sheets(result.sheets, result.sheet)
        self._turn(SUMMARY, self.tr("导入前请核对：%1").replace("%1", self._path.name))
        nothing = not result.new and not result.updated
        self._go.setText(self.tr("导入 %1 行").replace("%1", f"{result.new + result.updated:,}"))
        self._go.setEnabled(not nothing)
        self._close.setText(self.tr("没有要导入的内容，关闭") if nothing else self.tr("取消"))
        if not self.sheets.take_back_focus():
            (self._close if nothing else self._go).setFocus()

    def _imported(self, result: ImportResult) -> None:
        self.result_shown = self.brought = self._untold = result
        self._leaves = False  # cancelled too late: the rows are in, and that is said
        self.summary.show_result(result)
        self._turn(SUMMARY, self.tr("已导入 %1 行").replace("%1", f"{result.new + result.updated:,}"))
        errors = sum(1 for one in result.findings if one.severity == "error")
        for widget in (self._go, self._other, self.sheets):
            widget.hide()
        self._problems.setVisible(bool(result.findings))
        self.annotating.offer(result, self._path)
        text = self.tr("查看 %1 个问题（%2 个错误）")
        self._problems.setText(text.replace("%1", figure(len(result.findings))).replace("%2", figure(errors)))
        self._close.setText(self.tr("完成"))
        (self._problems if result.findings else self._close).setFocus()
        QTimer.singleShot(0, self, self._tell)  # what it says is painted first

    def _tell(self) -> None:
        if self._untold is not None:
            told, self._untold = self._untold, None
            self.imported.emit(told)

    def _failed(self, problem: ZhibaoError) -> None:
        if self._leaves:
            return
        self._sentence.setText(problem.message)
        self._turn(REFUSED, self.tr("没有导入，账套没有改动"))
        self.sheets.take_back_focus()

    def _progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar_text.setText(self.tr("%1 / %2 行").replace("%1", f"{done:,}").replace("%2", f"{total:,}"))

    def _ended(self) -> None:
        self._job = None
        if self._leaves:
            super().reject()

    def _turn(self, page: int, title: str) -> None:
        self._title.setText(title)
        self._stack.setCurrentIndex(page)
        self._go.setVisible(page == SUMMARY)
        self._close.setAutoDefault(page != WORKING)  # Enter pressed a moment too early must not cancel
        self._other.setVisible(page in (SUMMARY, REFUSED))
        self.sheets.offer(on=page in (SUMMARY, REFUSED))
        self._problems.hide()
        self.annotating.hide()
        self._bar_text.setText("")
        self._close.setText(self.tr("取消"))
        self._close.setEnabled(True)

    # -- Qt --------------------------------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; what runs is cancelled first, and where that came too late the dialog stays and says what is in."""
        if self._job is None:
            super().reject()
            return
        self._leaves = True
        self._job.cancel()
        self._title.setText(self.tr("正在取消…"))
        self._close.setEnabled(False)

    def done(self, result: int) -> None:
        """Tell of rows that are in before the dialog goes: Enter may come sooner than the next turn of the loop."""
        self._tell()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a workbook dragged here."""
        if any(url.toLocalFile().lower().endswith(READABLE) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the workbook dropped here."""
        if self._job is None:
            self.preview(Path(event.mimeData().urls()[0].toLocalFile()))

    def _make_choose(self) -> QWidget:
        page = QFrame(self)
        page.setProperty("role", "inset")
        layout = QVBoxLayout(page)
        layout.setSpacing(theme.px("space3"))
        text = QLabel(self.tr("把 Excel 文件拖到这里，或者"), page)
        choose = QPushButton(theme.icon("folder", "on_brand"), self.tr("选择文件…"), page)
        choose.setProperty("role", "primary")
        choose.clicked.connect(self.choose)
        hint = QLabel(self.tr("列的次序和名称不必和模板一样；先预览，确认后才写入账套，可以撤销。"), page)
        hint.setProperty("role", "caption")
        template = QPushButton(self.tr("下载模板"), page)
        template.setProperty("role", "link")
        template.clicked.connect(self.templateWanted)
        layout.addStretch(1)
        for widget in (text, choose, hint, template):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    def _make_working(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        self._bar = QProgressBar(page)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("导入进度"))
        self._bar_text = QLabel(page)
        self._bar_text.setProperty("role", "caption")
        layout.addStretch(1)
        layout.addWidget(self._bar)
        layout.addWidget(self._bar_text, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    def _make_refused(self) -> QWidget:
        page = QFrame(self)
        page.setProperty("role", "banner-error")
        layout = QVBoxLayout(page)
        self._sentence = QLabel(page)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        layout.addWidget(self._sentence)
        holder = QWidget(self)
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        outer.addStretch(1)
        return holder

    def _make_buttons(self) -> QHBoxLayout:
        self._other = QPushButton(self.tr("换一个文件"), self)
        self._other.clicked.connect(self.choose)
        self._problems = QPushButton(self)
        self._problems.setProperty("role", "primary")
        self._problems.clicked.connect(self.accept)
        self._go = QPushButton(self.tr("导入"), self)
        self._go.setProperty("role", "primary")
        self._go.clicked.connect(self.apply)
        self._close = QPushButton(self.tr("取消"), self)
        self._close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._other)
        line.addStretch(1)
        for button in (self._close, self._problems, self._go):
            line.addWidget(button)
        return line
