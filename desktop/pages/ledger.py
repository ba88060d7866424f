"""The page of a ledger form: actions and filter, the grid, totals, and the problem panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.figures import figure
from desktop.inputs.line import InputContext
from desktop.models.ledger_model import LedgerModel
from desktop.pages.form_page import FormPage
from desktop.pages.grid_empty import GridEmpty
from desktop.pages.grid_keys import GridKeys
from desktop.pages.grid_view import GridView
from desktop.pages.ledger_bar import LedgerBar
from desktop.pages.ledger_changes import LedgerChanges
from desktop.pages.ledger_checks import LedgerChecks
from desktop.pages.ledger_columns import LedgerColumns
from desktop.pages.ledger_cursor import LedgerCursor
from desktop.pages.ledger_detail import LedgerDetail
from desktop.pages.ledger_drops import LedgerDrops
from desktop.pages.ledger_explaining import LedgerExplaining
from desktop.pages.ledger_filters import LedgerFilters
from desktop.pages.ledger_layout import arrange
from desktop.pages.ledger_narrowing import LedgerNarrowing
from desktop.pages.ledger_reconciling import LedgerReconciling
from desktop.pages.ledger_totals import LedgerTotals
from desktop.pages.ledger_tray import LedgerTray
from desktop.pages.ledger_workbooks import LedgerWorkbooks
from desktop.pages.problem_panel import ProblemPanel
from desktop.pages.row_being_typed import RowBeingTyped
from desktop.pages.row_drawer import RowDrawer
from desktop.pages.silence import fall_silent
from desktop.pages.toast import Toast
from desktop.pages.totals_bar import TotalsBar
from desktop.pages.undoing import step_journal
from desktop.place import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.models.problems_model import Problem
    from desktop.pages.grid_edits import BlockEdit
    from desktop.workspace import Workspace
    from forms.book import Book


class LedgerPage(FormPage):
    """Fill, check and mend one ledger."""

    icon_name = "table"
    heeds_checks = False  # it checks its own form

    def __init__(self, workspace: Workspace, form: str) -> None:
        super().__init__(workspace, form)
        self._book: Book | None = None
        self._next: bool | None = None  # the way F8 shall go once the form was checked
        self._body: QWidget | None = None

    # -- the page protocol -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the Book again; build the grid when another Book was opened."""
        book = self.workspace.book
        if book is not self._book:
            self._build(book)
            return
        self.checks.read_comments()
        self.model.refresh()
        self._rows_changed()
        self.checks.check_soon()

    def show_place(self, place: Place) -> None:
        """Go to a row's cell; without a row, to the rows of the period or to those that were counted."""
        if place.rows is not None:
            self.narrowing.counted = place.rows
            self.bar.show_counted(place.words)
            self.view.setFocus()
            return
        if place.uid is None and place.period:
            self.bar.box.setText(place.period)
        row = self.workspace.book.db.execute(
            f"SELECT pos FROM {self.model.edition.table} WHERE uid = ?", (place.uid or "",)
        ).fetchone()
        if row:
            self.cell_cursor.go(row[0], place.field or "")
        self.view.setFocus()
        if place.explain:
            self.explaining.begin_with(place.period)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.bar.box.setFocus()
        self.bar.box.selectAll()

    def step_problem(self, *, forward: bool) -> bool:
        """F8 and Shift+F8: the next problem from the current cell on, the shown month's first, round the end."""
        self.typing.leave()
        self.checks.settle()
        problems = self.panel.problems()
        if not problems:
            self._next = forward if self.checks.is_due else None  # then it goes on where the check has ended
            return self._next is not None
        self.go_to(self.cell_cursor.step(problems, forward=forward))
        return True

    def step_back(self, *, forward: bool, count: int = 1) -> bool:
        """Ctrl+Z and Ctrl+Y: move `count` steps over the journal, keep the cell, say what was undone."""
        uid, column = self.narrowing.current()
        form = step_journal(self.workspace.book, self.toast.say, forward=forward, count=count)
        if form is not None:
            self.model.refresh()
            self._rows_changed()
            self.narrowing.restore(uid, column)
            self._touched(form)
            self.checks.edited([uid] if uid else [])
            self.tray.review()
        return True

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, book: Book) -> None:
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.deleteLater()
        self._book = book
        self._next = None
        body, space = QWidget(self), self.workspace
        self._body = body
        book.on_close(lambda: fall_silent(body))
        self.model = LedgerModel(book, self.form, lambda: self.workspace.as_of, self._body)
        self.checks = LedgerChecks(self.workspace, self.model)
        self.bar = LedgerBar(lambda: book, self._body)
        self.reconciling = LedgerReconciling(self)
        context = InputContext(book, lambda: space.as_of, self.reconciling.open)
        self.view = GridView(self.model, context, self._body)
        self.narrowing = LedgerNarrowing(self.workspace, self.view, self.model)
        self.columns = LedgerColumns(self.view, self.model, self.workspace.settings)
        self.keys = GridKeys(self.view, self.model, lambda: space.as_of, lambda: space.settings.enter_moves == "down")
        self.totals_bar = TotalsBar(self.model.whole_currencies, self._body)
        self.totals = LedgerTotals(self.workspace, self.view, self.model, self.totals_bar)
        self.panel = ProblemPanel(self._body)
        self.drawer = RowDrawer(self._body)
        self.detail = LedgerDetail(self.workspace, self.view, self.model, self.drawer)
        self.filters = LedgerFilters(self.workspace, self.view, self.narrowing, self.bar)
        self.workbooks = LedgerWorkbooks(self)
        self.empty = GridEmpty(self.view)
        self.toast = Toast(self._body)
        self.tray = LedgerTray(self.model, self.panel, self.toast)
        self.cell_cursor = LedgerCursor(self)
        self.typing = RowBeingTyped(self)
        self.changes = LedgerChanges(self)
        self.drops = LedgerDrops(self)
        arrange(self, self._body)
        self._layout.addWidget(self._body)
        self._connect()
        self.explaining = LedgerExplaining(self, self._body)
        self.panel.can_explain = not book.readonly
        self.bar.set_editable(not book.readonly)
        self.bar.steps.show_steps()
        self._rows_changed()
        self._show_problems()
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()
        self.checks.check_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the grid."""
        super().showEvent(event)
        if self._body is not None:
            self.view.setFocus()

    def _connect(self) -> None:
        bar, keys, model = self.bar, self.keys, self.model
        bar.addWanted.connect(self.add_row)
        bar.deleteWanted.connect(self.delete_rows)
        bar.importWanted.connect(self.workbooks.ask_import)
        bar.importsWanted.connect(self.workbooks.show_imports)
        bar.exportWanted.connect(self.workbooks.ask_export)
        bar.templateWanted.connect(self.workbooks.ask_template)
        bar.printWanted.connect(self.print_form)
        bar.checkWanted.connect(self.check)
        bar.fileWanted.connect(lambda: self.workspace.pageWanted.emit("submit"))
        bar.unitChanged.connect(self._change_unit)
        bar.unit.setCurrentIndex(int(self.workspace.settings.unit == "wan"))
        bar.unit.setVisible(any(column.is_money for column in model.columns))
        bar.filterChanged.connect(self.narrowing.narrow)
        self.narrowing.began.connect(self.totals.stop)
        self.narrowing.changed.connect(self._rows_changed)
        keys.rowWanted.connect(self.add_row)
        keys.deletionWanted.connect(self.delete_rows)
        keys.insertionWanted.connect(lambda: self.add_row(above=True))
        keys.filterWanted.connect(self.filters.open_current)
        keys.clearingWanted.connect(self.filters.clear_all)
        keys.detailWanted.connect(self.detail.toggle)
        keys.tipWanted.connect(self.cell_cursor.show_tip)
        keys.did.connect(self._did)
        bar.detailWanted.connect(self.detail.toggle)
        bar.steps.wanted.connect(lambda forward, count: self.step_back(forward=forward, count=count))
        self.detail.fieldWanted.connect(self.cell_cursor.go_to_field)
        self.columns.filterWanted.connect(self.filters.open)
        self.columns.helpWanted.connect(lambda one: self.workspace.go(Place(self.form, "", field=one, page="help")))
        model.saved.connect(self._saved)
        model.refused.connect(lambda sentence: self.toast.say(sentence, "warning"))
        self.checks.changed.connect(self._show_problems)
        self.panel.chosen.connect(self.go_to)
        self.panel.exportWanted.connect(self.workbooks.ask_problem_list)
        for labels in (self.view.labels, self.view.frozen.labels):
            labels.sorted.connect(lambda *_: self.narrowing.narrow(bar.box.text(), bar.chip()))
        self.columns.changed.connect(self._show_problems)
        self.empty.importWanted.connect(self.workbooks.ask_import)
        self.empty.addWanted.connect(self.add_row)
        self.empty.clearWanted.connect(self.filters.clear_all)

    # -- what one does ---------------------------------------------------------------------------------------------

    def check(self) -> None:
        """F9: check the period now, and this form, where that leaves rows of it out."""
        self.workspace.check()
        self.checks.check_all()

    def add_row(self, *, above: bool = False) -> None:
        """Add a row at the end, or above the current one, and go to its first cell."""
        if self.model.book.readonly:
            return
        index = self.view.currentIndex()
        place = self.model.add_row(at=self.model.pages.position(index.row()) if above and index.isValid() else None)
        if place >= 0:
            first = self.keys.editable_from(place, -1, 1)
            self._rows_changed()
            self.view.select_cell(place, first[1] if first else 0)
            self.typing.begin(place)
            self.view.setFocus()

    def delete_rows(self) -> None:
        """Delete the rows of the selection; Ctrl+Z brings them back."""
        rows = self.keys.edits.rows()
        if not rows:
            return
        index = self.view.currentIndex()
        label = self.tr("删除 %1 行").replace("%1", figure(len(rows)))
        if self.model.delete_rows(rows, label):
            self._rows_changed()
            self.view.select_cell(min(rows[0], self.model.rowCount() - 1), index.column())
            self.toast.say(self.tr("已删除 %1 行，按 Ctrl+Z 撤销").replace("%1", figure(len(rows))))

    def go_to(self, problem: Problem) -> None:
        """Show the cell of a problem; a filter that hides it is taken away."""
        self.cell_cursor.go(problem.pos, problem.field)
        self.panel.mark(problem)
        self.view.setFocus()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _change_unit(self, wan: bool) -> None:  # noqa: FBT001 - a switch
        self.model.set_wan(wan)
        self.totals.count_soon()

    def _did(self, outcome: BlockEdit) -> None:
        self._rows_changed()
        self.tray.tell(outcome)

    def _saved(self, uids: list[str]) -> None:
        self._touched(self.form)
        self.checks.edited(uids)
        self.totals.count_soon()

    def _touched(self, form: str) -> None:
        self.bar.saved.setText(self.tell_edited(form))
        self.bar.steps.show_steps()

    def _rows_changed(self) -> None:
        self.empty.show_model(self.model)
        self.view.numbers.updateGeometry()
        self.totals.count_soon()

    def _show_problems(self) -> None:
        self.panel.set_findings(self.checks.findings(), self.checks.counts(), self.checks.checked_at)
        self.panel.set_comments(self.checks.comments())
        self.cell_cursor.follow_again()
        self.detail.refresh_marks()
        if self._next is not None and not self.checks.is_due:
            forward, self._next = self._next, None
            self.step_problem(forward=forward)
