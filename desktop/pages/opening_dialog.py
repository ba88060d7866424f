"""期初: what a firm had approved elsewhere comes in once: choose a workbook, look, confirm; then how it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QStackedWidget, QVBoxLayout

from desktop import theme
from desktop.dropping import paths_of
from desktop.languages.words import period_word, state_word
from desktop.pages.opening_pages import ChoosePage, RefusedPage, WorkingPage
from desktop.pages.opening_place import said
from desktop.pages.opening_summary import OpeningSummary
from desktop.pieces import Pill, button, label, row, scrolled
from forms import opening, periods
from forms.workbook.suffixes import PATTERNS, READABLE
from sync.states import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.opening import Brought

CHOOSE, WORKING, SUMMARY, REFUSED = range(4)
SIZE = (660, 470)
MARGIN = 48  # px of the screen left free


class OpeningDialog(QDialog):
    """Brings an opening balance in, shows it, files it by itself, takes it back. `changed` tells of each."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._path = Path()
        self._job: Job | None = None
        self.setWindowTitle(self.tr("期初"))
        self.setAcceptDrops(True)
        screen = self.screen().availableSize()
        self.resize(min(SIZE[0], screen.width() - MARGIN), min(SIZE[1], screen.height() - MARGIN))
        book, today = workspace.book, workspace.as_of
        months = periods.months_between(f"{today[:4]}-01", today[:7])
        since = periods.month_of(book.firm.starts_on)
        self.choosing = ChoosePage([*months] if since in months else [since, *months], since)
        self.working, self.refused = WorkingPage(), RefusedPage()
        self.summary = OpeningSummary(workspace.catalogue, book.catalogue.codelist("currencies").whole)
        self._stack = QStackedWidget(self)
        for page in (self.choosing, self.working, scrolled(self.summary), self.refused):
            self._stack.addWidget(page)
        self.title = label(role="h3", wrap=True)
        self.pill = Pill()
        self.note = label(role="second", wrap=True)
        self.go = button(self.tr("带入"), "check", "primary", self.bring_in)
        self.file = button(self.tr("现在单独报送"), "send", "primary", self.send)
        self.undo = button(self.tr("撤销期初"), "undo", "", self.take_back)
        self.other = button(self.tr("换一个文件"), "folder", "", self.ask)
        self.leave = button(self.tr("取消"), "", "", self.reject)
        head = row(self.title, self.pill)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px("space4"),) * 4)
        column.setSpacing(theme.px("space3"))
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self._stack, 1)
        column.addLayout(row(self.other, self.undo, 0, self.leave, self.file, self.go))
        self.choosing.fileWanted.connect(self.ask)
        self.choosing.templateWanted.connect(self.ask_template)
        self.show_standing()

    # -- how it stands

    def show_standing(self) -> None:
        """Show the opening balance that is there, or let a workbook be chosen."""
        book = self._workspace.book
        stands = opening.standing(book)
        if stands is None:
            self._turn(CHOOSE, self.tr("带入期初"), self.leave)
            if not opening.can_begin(book) or book.readonly:
                self._refuse(self.tr("本企业已经在本系统报送过，不能再带入期初。"))
            else:
                self.choosing.choose.setFocus()
            return
        self.summary.show_brought(stands.brought)
        told = said(stands.brought)
        self._turn(SUMMARY, self.tr("期初已登记：%1").replace("%1", told), self.leave)
        self.leave.setText(self.tr("关闭"))
        state = state_of(book, stands.filing_id) if stands.filing_id else "DRAFT"
        self.pill.show_state(state, state_word(state) if stands.filing_id else self.tr("未报送"))
        self.pill.show()
        first = period_word(periods.month_of(book.firm.starts_on))
        waits = self.tr("从%1起在本系统报送；期初随%1一起报送，也可以现在单独报送。报送以前可以撤销重来。")
        sent = self.tr("期初已报送，签名和回执见“报送记录”。以后合同有变动，请登记合同变更。")
        back = self.tr("平台没有收下期初，原因见“报送记录”；可以撤销后改好重来，或再报送一次。")
        self._tell((waits if not stands.filing_id else back if stands.can_undo else sent).replace("%1", first))
        can = stands.can_undo and not book.readonly
        self.undo.setVisible(can)
        self.file.setVisible(can)
        self.leave.setFocus()

    # -- steps

    def ask(self) -> None:
        """Ask for a workbook."""
        kinds = self.tr("工作簿和文本表格 (%1)").replace("%1", PATTERNS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选择工作簿"), "", kinds)
        if name:
            self.preview(Path(name))

    def ask_template(self) -> None:
        """Write the template where one says."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("下载模板"), self.tr("期初模板.xlsx"), "Excel (*.xlsx)")
        if not name:
            return
        path, since = Path(name), self.choosing.month()

        def writing(book: Book, job: Job) -> None:
            from forms.workbook.opening_template import write_opening_template

            del job
            write_opening_template(book.catalogue, path, since=since)

        done = self.tr("模板已保存：%1").replace("%1", path.name)
        self._workspace.work(writing, owner=self, done=lambda _: self._tell(done), failed=self._failed)

    def preview(self, path: Path) -> None:
        """Read the workbook without changing anything."""
        self._path = path
        title = self.tr("正在读取 %1 …").replace("%1", path.name)
        self._work(opening.preview, title, self._previewed)

    def bring_in(self) -> None:
        """Bring it in."""
        title = self.tr("正在带入 %1 …").replace("%1", self._path.name)
        self._work(opening.bring_in, title, self._brought_in)

    def _work(self, act: Callable[..., Brought], title: str, done: Callable[[Brought], None]) -> None:
        path, since, as_of = self._path, self.choosing.month(), self._workspace.as_of

        def working(book: Book, job: Job) -> Brought:
            return act(book, path, as_of=as_of, since=since, watch=(job.report, job.cancelled))

        self._run(working, title, done)

    def _run(self, working: Callable[[Book, Job], Any], title: str, done: Callable[[Any], None]) -> None:
        self.working.begin()
        self._turn(WORKING, title, self.leave)
        self._job = self._workspace.work(
            working,
            owner=self,
            done=done,
            failed=self._failed,
            progress=self.working.show_progress,
            ended=self._ended,
        )

    def _previewed(self, would: Brought) -> None:
        self.summary.show_brought(would)
        self._turn(SUMMARY, self.tr("带入前请核对：%1").replace("%1", self._path.name), self.go, self.leave, self.other)
        first = period_word(self.choosing.month())
        self._tell(self.tr("从%1起在本系统报送，以下都在这以前。").replace("%1", first))
        fit = not would.faults and bool(would.contracts or would.executions or would.months)
        self.go.setEnabled(fit)
        self.go.setText(self.tr("带入 %1 份合同").replace("%1", f"{would.contracts:,}"))
        (self.go if fit else self.other).setFocus()

    def _brought_in(self, _brought: Brought) -> None:
        self._changed()

    def send(self) -> None:
        """Sign and queue it by itself, and send what waits."""

        def filing(book: Book, job: Job) -> None:
            from sync import sealing

            del job
            sealing.file_opening(book, as_of=as_of)

        as_of = self._workspace.as_of
        self._run(filing, self.tr("正在签名…"), self._sent)

    def _sent(self, _nothing: object) -> None:
        self._changed()
        self._workspace.sync()

    def take_back(self) -> None:
        """Take it out again, once that is confirmed."""
        text = self.tr("撤销期初？带入的合同、执行和月度数都会移出账套，之后可以重新带入。")
        if QMessageBox.question(self, self.tr("撤销期初"), text) != QMessageBox.StandardButton.Yes:
            return

        def taking_back(book: Book, job: Job) -> None:
            del job
            opening.take_back(book)

        self._run(taking_back, self.tr("正在撤销…"), lambda _: self._changed())

    def _changed(self) -> None:
        self._job = None
        self._workspace.touched()
        self._workspace.periodChanged.emit(self._workspace.period)  # the firm's first month may be another one
        self.changed.emit()
        self.show_standing()

    def _failed(self, problem: ZhibaoError) -> None:
        self._job = None
        self._refuse(problem.message)

    def _refuse(self, sentence: str) -> None:
        self.refused.banner.words.setText(sentence)
        free = opening.can_begin(self._workspace.book)
        self._turn(REFUSED, self.tr("没有带入，账套没有改动"), self.leave, *([self.other] if free else []))
        (self.other if free else self.leave).setFocus()

    def _ended(self) -> None:
        self._job = None

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _turn(self, page: int, title: str, *buttons: QPushButton) -> None:
        self.title.setText(title)
        self._stack.setCurrentIndex(page)
        for one in (self.go, self.file, self.undo, self.other, self.leave):
            one.setVisible(one in buttons)
        self.leave.setAutoDefault(page != WORKING)  # Enter pressed a moment too early must not cancel
        self.leave.setText(self.tr("取消"))
        self.pill.hide()
        self._tell("")

    # -- Qt

    def reject(self) -> None:
        """Cancel what runs, then close."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a workbook dragged here, where one can be taken."""
        book = self._workspace.book
        paths = [one for one in paths_of(event) if one.suffix.lower() in READABLE]
        if paths and self._job is None and opening.can_begin(book) and not book.readonly:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the workbook dropped here."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.preview(paths_of(event)[0])
