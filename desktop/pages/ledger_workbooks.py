"""Files in and out of a ledger page: import, export, template, and the list of problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.pages.import_dialog import ImportDialog

if TYPE_CHECKING:
    from desktop.background import Job
    from desktop.pages.ledger import LedgerPage
    from forms.book import Book
    from forms.errors import ZhibaoError
    from forms.workbook.importing import ImportResult

WORKBOOKS = "Excel (*.xlsx)"


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
        """Write all rows to a workbook."""
        page = self._page
        edition = page.model.edition
        path = self._ask_path(self.tr("导出"), f"{edition.short}.xlsx")
        if path is None:
            return
        form = page.form

        def exporting(book: Book, job: Job) -> int:
            from forms.workbook.export import export_ledger

            del job
            return export_ledger(book, form, path)

        page.workspace.work(exporting, owner=self, done=lambda count: self._exported(count, path), failed=self._failed)

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
        """Write the problem panel's lines to a CSV that Excel opens."""
        page = self._page
        path = self._ask_path(
            self.tr("导出清单"), self.tr("%1审核结果.csv").replace("%1", page.model.edition.short), "CSV (*.csv)"
        )
        if path is None:
            return
        import csv

        model = page.panel.models[0]
        try:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([self.tr("位置"), self.tr("单元格"), self.tr("栏目"), self.tr("代码"), self.tr("说明")])
                for problem in model.problems:
                    writer.writerow([model.where(problem), problem.address, problem.label, problem.rule, problem.text])
        except OSError as error:
            page.toast.say(
                self.tr("没有写成 %1：%2").replace("%1", path.name).replace("%2", error.strerror or ""), "error"
            )
            return
        page.toast.say(self.tr("清单已保存：%1").replace("%1", path.name))

    def _ask_path(self, title: str, name: str, kinds: str = WORKBOOKS) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, name, kinds)
        return Path(chosen) if chosen else None

    def _exported(self, count: int, path: Path) -> None:
        text = self.tr("已导出 %1 行：%2").replace("%1", f"{count:,}").replace("%2", path.name)
        self._page.toast.say(text)

    def _failed(self, problem: ZhibaoError) -> None:
        self._page.toast.say(problem.message, "error")
