"""Files in and out of a ledger page: import, export, template, and the list of problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog

from desktop.pages.import_dialog import ImportDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.background import Job
    from desktop.pages.ledger import LedgerPage
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.workbook.importing import ImportResult

WORKBOOKS = "Excel (*.xlsx)"
PDF = ".pdf"
PATIENCE = 400  # ms of work nobody need be told of


class LedgerWorkbooks(QObject):
    """The file actions of one ledger page."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page)
        self._page = page

    def ask_import(self) -> None:
        """Open the import dialog to choose a file; afterwards the problems can be looked at one by one."""
        self.import_file(None)

    def import_file(self, path: Path | None) -> ImportResult | None:
        """Open the import dialog, on a workbook that was chosen before if there is one; give what was imported."""
        page = self._page
        dialog = ImportDialog(page.workspace, page.form, page.model.whole_currencies, page.window())
        dialog.imported.connect(self._imported)
        dialog.templateWanted.connect(self.ask_template)
        if path is not None:
            dialog.preview(path)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            page.step_problem(forward=True)
        dialog.deleteLater()
        return dialog.brought

    def show_imports(self) -> None:
        """Show what was imported into this ledger; an import that is undone there takes its rows along."""
        from desktop.pages.import_records import ImportRecordsDialog

        page = self._page
        page.typing.leave()
        dialog = ImportRecordsDialog(page.workspace, page.form, page.window())
        dialog.undone.connect(page.refresh)
        dialog.undone.connect(lambda: page.workspace.touched(page.form))
        dialog.exec()
        dialog.deleteLater()

    def _imported(self, result: ImportResult) -> None:
        page = self._page
        page.workspace.touched(page.form)
        if result.checked is not None:
            page.checks.take(result.checked)

    def ask_export(self) -> None:
        """Write all rows as a filled template, or what the grid shows as it shows it."""
        page = self._page
        whole, seen = self.tr("全部行，按模板，可再导入 (*.xlsx)"), self.tr("当前显示的行和列 (*.xlsx)")
        printed = self.tr("当前显示的行和列，排成 A4 横页 (*.pdf)")
        name = f"{page.model.edition.short}.xlsx"
        chosen, kind = QFileDialog.getSaveFileName(page, self.tr("导出"), name, f"{whole};;{seen};;{printed}")
        if chosen:
            path = Path(chosen)
            # The name proposed is a workbook's: who chose a PDF and left it means the PDF.
            self.export_to(path.with_suffix(PDF) if kind == printed else path, as_shown=kind != whole)

    def export_to(self, path: Path, *, as_shown: bool = False) -> None:
        """Write the rows in the background; it tells how far it is and can be cancelled, which leaves nothing."""
        page = self._page
        page.typing.leave()
        form, narrowing, fields = page.form, page.model.pages.narrowing, tuple(page.model.place_of)

        def exporting(book: Book, job: Job) -> int:
            from forms.workbook.export import Shown, Watch, export_ledger, export_shown

            watch = Watch(job.report, job.cancelled)
            if not as_shown:
                return export_ledger(book, form, path, watch=watch)
            shown = Shown(fields, narrowing.where, narrowing.params, narrowing.order)
            if path.suffix.lower() == PDF:
                from desktop.printing.files import print_shown

                return print_shown(book, form, shown, path, report=job.report, cancelled=job.cancelled)[0]
            return export_shown(book, form, path, shown, watch=watch)

        told = self.tr("正在导出 %1 …").replace("%1", path.name)
        self._watched(told, exporting, lambda count: self._exported(count, path))

    def _watched(self, words: str, work: Callable[[Book, Job], Any], done: Callable[[Any], object]) -> None:
        """Run work under a dialog that shows its rows and stops it; quick work never shows one."""
        shown = QProgressDialog(words, self.tr("取消"), 0, 0, self._page.window())
        shown.setWindowModality(Qt.WindowModality.WindowModal)
        shown.setMinimumDuration(PATIENCE)
        shown.setAutoClose(False)
        shown.setAutoReset(False)
        rows = self.tr("%1 / %2 行")

        def progressed(count: int, total: int) -> None:
            shown.setMaximum(total)
            shown.setValue(count)
            shown.setLabelText(f"{words}\n{rows.replace('%1', f'{count:,}').replace('%2', f'{total:,}')}")

        def ended() -> None:
            shown.close()
            shown.deleteLater()

        job = self._page.workspace.work(
            work, owner=self, done=done, failed=self._failed, progress=progressed, ended=ended
        )
        shown.canceled.connect(job.cancel)

    def ask_template(self) -> None:
        """Write an empty template."""
        page = self._page
        edition = page.model.edition
        path = self._ask_path(self.tr("下载模板"), self.tr("%1模板.xlsx").replace("%1", edition.short))
        if path is None:
            return
        form, period, uscc = page.form, page.workspace.period, page.workspace.book.firm.uscc

        def writing(book: Book, job: Job) -> None:
            from forms.workbook.template import write_template

            del job
            write_template(book.catalogue, form, path, period=period, uscc=uscc)

        text = self.tr("模板已保存：%1").replace("%1", path.name)
        page.workspace.work(writing, owner=self, done=lambda _: page.toast.say(text), failed=self._failed)

    def ask_problem_list(self) -> None:
        """Write the problem panel's lines to a workbook, or to a CSV that Excel opens."""
        page = self._page
        name = self.tr("%1审核结果.xlsx").replace("%1", page.model.edition.short)
        path = self._ask_path(self.tr("导出清单"), name, f"{WORKBOOKS};;CSV (*.csv);;PDF (*.pdf)")
        if path is None:
            return
        model = page.panel.models[0]
        heads = [self.tr("位置"), self.tr("单元格"), self.tr("栏目"), self.tr("代码"), self.tr("说明")]
        rows = [(model.where(one), one.address, one.label, one.rule, one.text) for one in model.problems]
        sheet, form = self.tr("审核结果"), page.form

        def writing(book: Book, _job: Job) -> int:
            if path.suffix.lower() == PDF:
                from desktop.printing.files import print_list

                return print_list(book, form, sheet, heads, rows, path)
            from forms.workbook.lists import write_list

            return write_list(path, sheet, heads, rows)

        text = self.tr("清单已保存：%1").replace("%1", path.name)
        page.workspace.work(writing, owner=self, done=lambda _: page.toast.say(text), failed=self._failed)

    def _ask_path(self, title: str, name: str, kinds: str = WORKBOOKS) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, name, kinds)
        return Path(chosen) if chosen else None

    def _exported(self, count: int, path: Path) -> None:
        text = self.tr("已导出 %1 行：%2").replace("%1", f"{count:,}").replace("%2", path.name)
        self._page.toast.say(text)

    def _failed(self, problem: ZhibaoError) -> None:
        self._page.toast.say(problem.message, "error")
