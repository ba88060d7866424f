"""The import of a workbook, step by step: file, sheet and header, columns, what would happen, what happened.

A file that fits needs one press: after it is chosen the dialog stands at the preview. The steps before it can be gone
back to; a file that does not fit, or whose unit nobody said and looks wrong, leads there by itself.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import theme
from desktop.figures import figure
from desktop.pages import import_steps as steps
from desktop.pages.import_annotating import AnnotatingLine
from desktop.pages.import_columns import ColumnsPage
from desktop.pages.import_file import FilePage
from desktop.pages.import_pages import ChoosePage, RefusedPage, WorkingPage
from desktop.pages.import_reading import Asked, ReadFile, bring_in, read_file
from desktop.pages.import_sheet import SheetLine
from desktop.pages.import_summary import ImportSummary
from desktop.pieces import button, label
from forms.errors import ZhibaoError
from forms.workbook.suffixes import PATTERNS, READABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.workbook.importing import ImportResult

CHOOSE, WORKING, SUMMARY, REFUSED, SHEET, COLUMNS = range(6)
SETTLING = (SHEET, COLUMNS)
STEPS = {CHOOSE: steps.FILE, SUMMARY: steps.CHECK, REFUSED: steps.CHECK, SHEET: steps.SHEET, COLUMNS: steps.COLUMNS}
SIZE = (840, 620)
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
        self._asked = Asked()
        self._read_file: ReadFile | None = None
        self._stays_at = 0  # the step a person is at while the file is read again
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
        self.file_page, self.columns = FilePage(self), ColumnsPage(edition, self)
        self._choosing, self._working, self._refused = ChoosePage(self), WorkingPage(self), RefusedPage(self)
        self._sentence = self._refused.sentence
        self._stack = QStackedWidget(self)
        for page in (self._choosing, self._working, self.summary, self._refused, self.file_page, self.columns):
            self._stack.addWidget(page)
        self._title = label("", "h3")
        self.steps = steps.Steps(self)
        self.sheets = SheetLine(self)
        self.annotating = AnnotatingLine(workspace, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px("space4"),) * 4)
        layout.setSpacing(theme.px("space3"))
        for widget in (self.steps, self._title, self.sheets, self._stack, self.annotating):
            layout.addWidget(widget, int(widget is self._stack))
        layout.addLayout(self._make_buttons())
        self._connect()
        self._turn(CHOOSE, self.tr("选择要导入的工作簿"))

    def _connect(self) -> None:
        self._choosing.fileWanted.connect(self.choose)
        self._choosing.templateWanted.connect(self.templateWanted)
        self._refused.settleWanted.connect(self._settle)
        self.sheets.chosen.connect(lambda _name: self._ask(Asked(self.sheets.asked)))
        self.sheets.odditiesWanted.connect(lambda: self.go_to(steps.SHEET))
        self.file_page.headerMoved.connect(lambda at: self._ask(Asked(self.sheets.asked, at)))
        self.columns.forgotten.connect(self._forget)
        self.steps.wanted.connect(self.go_to)

    # -- reading ---------------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self.tr("工作簿和文本表格 (%1)").replace("%1", PATTERNS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择工作簿"), "", kinds)
        if name:
            self.preview(Path(name))

    def preview(self, path: Path) -> None:
        """Read the file without changing anything."""
        self._path = path
        self._read_file = None
        self.sheets.forget()
        self._ask(Asked())

    def _ask(self, asked: Asked) -> None:
        """Read the file as a person said it is; who is settling its header stays at that."""
        at = self._stack.currentIndex()
        self._stays_at = SHEET if at == SHEET and self._read_file is not None else 0
        self._asked = asked
        form, path, as_of = self._form, self._path, self._workspace.as_of
        title = self.tr("正在读取 %1 …").replace("%1", path.name)
        self._work(lambda book, job: read_file(book, form, path, asked, as_of, job), title, self._was_read)

    def apply(self) -> None:
        """Bring the rows in."""
        form, path, as_of = self._form, self._path, self._workspace.as_of
        mapping = self._read_file.mapping if self._read_file is not None else None
        asked = replace(self._asked, mapping=mapping)
        title = self.tr("正在导入 %1 …").replace("%1", path.name)
        self._work(lambda book, job: bring_in(book, form, path, asked, as_of, job), title, self._imported)

    def _work(self, function: Callable[[Book, Job], Any], title: str, done: Callable[[Any], None]) -> None:
        self._working.begin()
        self._turn(WORKING, title)
        self._job = self._workspace.work(
            function, owner=self, done=done, failed=self._failed, progress=self._working.show_rows, ended=self._ended
        )

    def _was_read(self, read: ReadFile) -> None:
        if self._leaves:
            return
        first = self._read_file is None
        self._read_file = read
        self.file_page.show_file(read.looked, read.oddities)
        self.columns.show_file(read.looked, read.guesses, self._path.parent)
        self.sheets.show_sheets(read.looked.sheets, read.looked.sheet)
        self.sheets.show_oddities(read)
        if read.result is not None:
            self._previewed(read.result)
        elif read.refusal is not None:
            self._failed(read.refusal)
        if self._stays_at or (first and (read.guesses or read.looked.by_content)):
            self.go_to(steps.SHEET if self._stays_at else steps.COLUMNS)

    def _previewed(self, result: ImportResult) -> None:
        self.result_shown = result
        self.summary.show_result(result)
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
        self.steps.show_step(steps.RESULT, ())
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
        read = self._read_file
        can_settle = read is not None and read.refusal is problem and problem.code != "wrong-template"
        self._refused.show_refusal(problem.message, can_settle=can_settle)
        self._turn(REFUSED, self.tr("没有导入，账套没有改动"))
        if not self.sheets.take_back_focus() and can_settle:
            self._refused.settle.setFocus()

    def _ended(self) -> None:
        self._job = None
        if self._leaves:
            super().reject()

    # -- steps -----------------------------------------------------------------------------------------------------

    def go_to(self, step: int) -> None:
        """Go to a step; on the way to the preview what was changed about the columns is followed."""
        read = self._read_file
        if step == steps.FILE or read is None:
            self.choose()
        elif step == steps.SHEET:
            self._turn(SHEET, self.tr("工作表和表头：%1").replace("%1", self._path.name))
            self.file_page.header.setFocus()
        elif step == steps.COLUMNS:
            self._turn(COLUMNS, self.tr("列对应：%1").replace("%1", self._path.name))
            (self.columns.first_question(read.guesses) or self._next).setFocus()
        elif self.columns.is_changed:
            self._follow_columns()
        elif read.result is not None:
            self._previewed(read.result)
        elif read.refusal is not None:
            self._failed(read.refusal)

    def _follow_columns(self) -> None:
        try:
            mapping = self.columns.mapping()
        except ZhibaoError as problem:
            self.columns.said.setText(problem.message)
            return
        self._ask(Asked(self.sheets.asked, self._asked.header_row, mapping))

    def _settle(self) -> None:
        read = self._read_file
        self.go_to(steps.COLUMNS if read is not None and read.looked.header_row else steps.SHEET)

    def _forget(self) -> None:
        if self._read_file is not None:
            self._ask(Asked(self.sheets.asked, forget=self._read_file.looked.shape))

    def _turn(self, page: int, title: str) -> None:
        self._title.setText(title)
        self._stack.setCurrentIndex(page)
        reachable = () if page in (CHOOSE, WORKING) or self._read_file is None else range(steps.RESULT)
        self.steps.show_step(STEPS.get(page, self.steps.at), reachable)
        self._go.setVisible(page == SUMMARY)
        for show in (self._next.setVisible, self._next.setDefault):
            show(page in SETTLING)
        self._next.setText(self.tr("下一步：列对应") if page == SHEET else self.tr("下一步：核对"))
        self._close.setAutoDefault(page != WORKING)  # Enter pressed a moment too early must not cancel
        self._other.setVisible(page in (SUMMARY, REFUSED))
        self.sheets.offer(on=page in (SUMMARY, REFUSED, *SETTLING))
        self._problems.hide()
        self.annotating.hide()
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

    def _make_buttons(self) -> QHBoxLayout:
        self._other = button(self.tr("换一个文件"), clicked=self.choose)
        self._problems = button("", "", "primary", self.accept)
        self._go = button(self.tr("导入"), "", "primary", self.apply)
        self._next = button("", "", "primary", self._go_on)
        self._close = button(self.tr("取消"), clicked=self.reject)
        line = QHBoxLayout()
        line.addWidget(self._other)
        line.addStretch(1)
        for one in (self._close, self._problems, self._next, self._go):
            line.addWidget(one)
        return line

    def _go_on(self) -> None:
        self.go_to(steps.COLUMNS if self._stack.currentIndex() == SHEET else steps.CHECK)
