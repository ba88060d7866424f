"""The preview of a print: choose what, look at its pages, print it, keep it as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QSpinBox, QVBoxLayout, QWidget

from desktop.access import complete
from desktop.pieces import button, label, row
from desktop.printing.busy import BusyLine
from desktop.printing.choices import RECEIPT, Choice, choices, meant, printed_of, title_of
from desktop.printing.drafting import View
from desktop.printing.items import Sheets, Work
from desktop.printing.page_view import FIT_PAGE, FIT_WIDTH, PageView
from desktop.printing.sheets import Printed, lay_out

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desktop.background import Job
    from desktop.printing.spooling import Spool
    from desktop.workspace import Workspace
    from forms.book import Book

_ZOOMS = (FIT_WIDTH, FIT_PAGE, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_STEP = 1.2
_SIZE = (1120, 780)
_LEAST = (640, 360)


class PreviewDialog(QDialog):
    """Shows what of one form and period can be printed; `filing_id` begins with that filing."""

    def __init__(self, workspace: Workspace, form: str, period: str, parent: QWidget, filing_id: str = "") -> None:
        super().__init__(parent)
        self._workspace, self._form, self._period, self._above = workspace, form, period, parent
        self._spool: Spool | None = None
        self.printed: Printed | None = None
        self.sheets: Sheets | None = None
        self.setWindowTitle(self.tr("打印预览：%1").replace("%1", title_of(workspace.book, form, period)))
        self._choices = choices(workspace.book, form, period)
        self.view = PageView()
        self.busy = BusyLine(workspace)
        self._make_actions()
        self._make_turning()
        self._lay_out_widgets()
        self._bind_keys()
        complete(self)
        first = next((one for one in self._choices if filing_id and one.filing_id == filing_id), None)
        first = first or meant(workspace.book, self._choices, form, period, workspace.as_of)
        self.what.setCurrentIndex(self._choices.index(first))
        for changed in (self.what.currentIndexChanged, self.unit.currentIndexChanged, self.every.toggled):
            changed.connect(self.refresh)
        workspace.bookChanged.connect(self.reject)
        self.busy.rested.connect(lambda: self._let_choose(free=True))
        self.refresh()
        self.view.setFocus()

    # -- layout

    def _make_actions(self) -> None:
        self.what = QComboBox()
        self.what.addItems([one.label for one in self._choices])
        self.what.setAccessibleName(self.tr("打印什么"))
        self.unit = QComboBox()
        self.unit.addItems([self.tr("单位：按表式"), self.tr("单位：元"), self.tr("单位：万元")])
        self.unit.setAccessibleName(self.tr("金额单位"))
        self.every = QCheckBox(self.tr("全部栏目"))
        self.every.setToolTip(self.tr("连同窗口里不显示的栏目一起打印"))
        self.print = button(self.tr("打印"), "print", "", self.ask_printer)
        self.print.setToolTip("Ctrl+P")
        self.save = button(self.tr("存为 PDF"), "save", "primary", self.ask_file)
        self.save.setToolTip("Ctrl+S")
        for one in (self.print, self.save):
            one.setAutoDefault(False)

    def _make_turning(self) -> None:
        self.back = button("", "chevron-left", "", lambda: self.view_page(self.view.page - 1))
        self.forth = button("", "chevron-right", "", lambda: self.view_page(self.view.page + 1))
        for one, name in ((self.back, self.tr("上一页（PgUp）")), (self.forth, self.tr("下一页（PgDn）"))):
            one.setAccessibleName(name)
            one.setToolTip(name)
            one.setAutoDefault(False)
        self.number = QSpinBox()
        self.number.setAccessibleName(self.tr("页码"))
        self.number.setMinimum(1)
        self.number.valueChanged.connect(lambda page: self.view_page(page - 1))
        self.count = label("", "second")
        self.zoom = QComboBox()
        names = {FIT_WIDTH: self.tr("适合宽度"), FIT_PAGE: self.tr("整页")}
        for zoom in _ZOOMS:
            self.zoom.addItem(names.get(zoom, f"{zoom:.0%}"), zoom)
        self.zoom.setAccessibleName(self.tr("显示比例"))
        self.zoom.activated.connect(lambda at: self.view.set_zoom(self.zoom.itemData(at)))

    def _lay_out_widgets(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(row(self.what, self.unit, self.every, 0, self.print, self.save))
        column.addWidget(self.view, 1)
        foot = row(self.back, self.number, self.count, self.forth, 8, self.zoom, 8, self.busy)
        foot.setStretch(foot.indexOf(self.busy), 1)
        column.addLayout(foot)
        self.setMinimumSize(*_LEAST)
        above = self._above.window().size()
        self.resize(min(_SIZE[0], above.width() - 24), min(_SIZE[1], above.height() - 24))

    def _bind_keys(self) -> None:
        bound = {
            "Ctrl+P": self.ask_printer,
            "Ctrl+S": self.ask_file,
            "PgUp": lambda: self.view_page(self.view.page - 1),
            "PgDown": lambda: self.view_page(self.view.page + 1),
            "Home": lambda: self.view_page(0),
            "End": lambda: self.view_page(self.number.maximum() - 1),
            "Ctrl++": lambda: self._scale(_STEP),
            "Ctrl+=": lambda: self._scale(_STEP),
            "Ctrl+-": lambda: self._scale(1 / _STEP),
            "Ctrl+0": lambda: self._zoom_to(FIT_WIDTH),
        }
        for key, action in bound.items():
            QShortcut(QKeySequence(key), self).activated.connect(action)

    # -- looking

    @property
    def choice(self) -> Choice:
        """What is chosen to print."""
        return self._choices[self.what.currentIndex()]

    def refresh(self) -> None:
        """Lay out what is chosen, in the background."""
        self._let_choose(free=True)
        view = View(wan=(None, False, True)[self.unit.currentIndex()], every=self.every.isChecked())
        choice, form, period, as_of = self.choice, self._form, self._period, self._workspace.as_of

        def laying_out(book: Book, job: Job) -> tuple[Printed, Sheets]:
            printed = printed_of(book, choice, form, period, as_of, view)
            return printed, lay_out(printed, Work(job.report, job.cancelled))

        self._show(None, None)
        self.busy.run(self.tr("正在排版…"), laying_out, self._laid_out)

    def _let_choose(self, *, free: bool) -> None:
        """What is being written stays chosen; a receipt has no units and no hidden columns."""
        self.what.setEnabled(free)
        for one in (self.unit, self.every):
            one.setEnabled(free and self.choice.kind != RECEIPT)

    def _laid_out(self, made: tuple[Printed, Sheets]) -> None:
        self._show(*made)
        self.busy.say("")

    def _show(self, printed: Printed | None, sheets: Sheets | None) -> None:
        self.printed, self.sheets = printed, sheets
        pages = sheets.count if sheets else 1
        self.number.setMaximum(pages)
        self.count.setText(self.tr("／ 共 %1 页").replace("%1", str(pages)) if sheets else "")
        self.view.show_sheets(sheets)
        for widget in (self.print, self.save, self.number, self.zoom):
            widget.setEnabled(sheets is not None)
        self.view_page(0)

    def view_page(self, page: int) -> None:
        """Turn to a page, counted from 0."""
        self.view.turn_to(page)
        self.number.blockSignals(True)
        self.number.setValue(self.view.page + 1)
        self.number.blockSignals(False)
        self.back.setEnabled(self.view.page > 0)
        self.forth.setEnabled(self.sheets is not None and self.view.page < self.sheets.count - 1)

    def _scale(self, by: float) -> None:
        self._zoom_to(self.view.factor() * by)

    def _zoom_to(self, zoom: float) -> None:
        self.view.set_zoom(zoom)
        at = self.zoom.findData(zoom)
        self.zoom.setCurrentIndex(at)
        if at < 0:
            self.zoom.setPlaceholderText(f"{self.view.factor():.0%}")

    # -- saving and printing

    def ask_file(self) -> None:
        """Ask where, then write the PDF in the background."""
        if self.printed is None or self.busy.is_busy:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(documents) / self.printed.name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存为 PDF"), proposed, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            self._write(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _write(self, path: Path) -> None:
        sheets, title = self.sheets, self.windowTitle()
        if sheets is None:
            return

        def writing(book: Book, job: Job) -> None:
            from desktop.printing.painting import write_pdf

            del book
            write_pdf(sheets, path, title, Work(job.report, job.cancelled))

        text = self.tr("已存为 %1").replace("%1", str(path))
        self._let_choose(free=False)
        self.busy.run(self.tr("正在生成 PDF…"), writing, lambda _none: self.busy.say(text))

    def ask_printer(self) -> None:
        """Ask for the printer and the pages, then print."""
        if self.sheets is None or self.busy.is_busy or self._spool is not None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        from desktop.printing.painting import page_layout
        from desktop.printing.spooling import pages_wanted

        if not QPrinterInfo.availablePrinterNames():
            self.busy.say(self.tr("这台电脑没有打印机；可以先“存为 PDF”，拿到别处打印。"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.printed.name.removesuffix(".pdf") if self.printed else "")
        printer.setPageLayout(page_layout(self.sheets))
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.sheets.count)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.spool(printer, pages_wanted(printer, self.sheets.count))

    def spool(self, printer: object, pages: range) -> None:
        """Send pages to a printer (QPrinter)."""
        from desktop.printing.spooling import Spool

        if self.sheets is None:
            return
        spool = Spool(printer, self.sheets, pages, self)  # type: ignore[arg-type]
        spool.progressed.connect(self.busy.progress)
        self.busy.stopWanted.connect(spool.stop)
        spool.ended.connect(self._spooled)
        if not spool.begin():
            self.busy.say(self.tr("打印机没有接受这次打印，请检查打印机后重试。"))
            return
        self._spool = spool
        self._let_choose(free=False)
        self.busy.show_work(self.tr("正在打印…"))

    def _spooled(self, whole: bool) -> None:  # noqa: FBT001  a signal's argument
        self._spool = None
        self.busy.rest()
        self.busy.say(self.tr("已送到打印机。") if whole else self.tr("打印已停止。"))

    def reject(self) -> None:
        """Esc: stop what runs and close."""
        self.busy.cancel()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs."""
        self.busy.cancel()
        super().closeEvent(event)


def preview(workspace: Workspace, form: str, period: str, parent: QWidget, filing_id: str = "") -> PreviewDialog:
    """Open the preview over the window; it goes when it is closed."""
    dialog = PreviewDialog(workspace, form, period, parent, filing_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
