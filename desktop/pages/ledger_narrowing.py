"""Filter and sort of one ledger page: short ledgers at once, long ones in the background, the last wish always wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.models import narrowing, standing
from desktop.models.row_pages import Narrowing, select_positions
from desktop.models.scanning import scan, scan_halves
from forms import journal

if TYPE_CHECKING:
    from array import array

    from desktop.background import Job
    from desktop.models.column_filter import ColumnFilter
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.workspace import Workspace
    from forms.book import Book
    from forms.statistics_rows import Rows

AT_ONCE = 5000  # rows a scan of which nobody feels
WORTH_TWO = 100_000  # rows that two threads look through


class LedgerNarrowing(QObject):
    """Narrows the rows of a grid and keeps its current cell. `changed` says so, `began` that a long look began."""

    changed = Signal()
    began = Signal()

    def __init__(self, workspace: Workspace, view: GridView, model: LedgerModel) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._view = view
        self._model = model
        self._wanted = self._shown = Narrowing()
        self._job: Job | None = None
        self.counted: Rows | None = None  # what a figure of the statistics is made of
        self.filters: dict[str, ColumnFilter] = {}
        self._asked = ("", narrowing.ALL)

    @property
    def model(self) -> LedgerModel:
        """The model whose rows are narrowed."""
        return self._model

    @property
    def is_settled(self) -> bool:
        """True when the grid shows what was asked for last."""
        return self._shown is self._wanted

    def narrow(self, text: str, chip: str) -> None:
        """Show the rows that have `text` and belong to `chip`, in the order of the header's sort."""
        model = self._model
        self._asked = (text, chip)
        self._wanted = self._made(tuple(self.filters.values()))
        if self._wanted.is_plain or model.pages.total <= AT_ONCE:
            self.settle()
        elif self._job is None:
            self._begin()
        else:
            self._job.cancel()  # it begins anew when that has ended

    def filter_column(self, field: str, wanted: ColumnFilter | None) -> None:
        """Let a column show only what its filter lets through; None takes its filter away."""
        self.filters.pop(field, None)
        if wanted is not None:
            self.filters[field] = wanted
        self.narrow(*self._asked)

    def without(self, field: str) -> Narrowing:
        """What is asked for beside the filter of a column: the rows its list of values is made of."""
        return self._made(tuple(one for one in self.filters.values() if one.field != field))

    def _made(self, filters: tuple[ColumnFilter, ...]) -> Narrowing:
        model, (text, chip) = self._model, self._asked
        rows = standing.chip_rows(self._workspace.book, model.form, model.marks)
        wanted = narrowing.Wanted(text, chip, *self._view.labels.sort, filters)
        return narrowing.narrowing_of(model.columns, wanted, replace(rows, counted=self.counted))

    def settle(self) -> None:
        """Show what was asked for now, where it is still being looked for."""
        if not self.is_settled:
            self._show(self._wanted, None)

    def current(self) -> tuple[str, int]:
        """The row's uid and the column of the current cell; ("", 0) without one."""
        index = self._view.currentIndex()
        return (self._model.row_at(index.row()).uid, index.column()) if index.isValid() else ("", 0)

    def restore(self, uid: str, column: int) -> None:
        """Make a cell current again, where the rows were read anew and it is still shown."""
        model = self._model
        found = model.book.db.execute(f"SELECT pos FROM {model.edition.table} WHERE uid = ?", (uid,)).fetchone()
        place = model.pages.place(found[0]) if found else min(0, model.rowCount() - 1)
        if place >= 0 and not self._view.currentIndex().isValid():
            self._view.select_cell(place, column)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        wanted, table, rows = self._wanted, self._model.edition.table, self._model.pages.total

        def selecting(book: Book, job: Job) -> tuple[int, array[int] | None]:
            seq = journal.last_seq(book)
            if wanted.order or rows < WORTH_TWO:
                return seq, scan(book, job, lambda db: select_positions(db, table, wanted))
            halves = scan_halves(book, job, lambda db, *part: select_positions(db, table, wanted, *part), rows)
            return seq, halves and halves[0] + halves[1]

        self._job = self._workspace.work(
            selecting, owner=self, done=lambda found: self._take(wanted, *found), ended=self._ended
        )
        self.began.emit()

    def _take(self, wanted: Narrowing, seq: int, positions: array[int] | None) -> None:
        if positions is not None and wanted is self._wanted and wanted is not self._shown:
            # An edit since then may have moved rows: then they are looked for once more, on what there is now.
            self._show(wanted, positions if journal.last_seq(self._model.book) == seq else None)

    def _ended(self) -> None:
        self._job = None
        if not self.is_settled:
            self._begin()

    def _show(self, wanted: Narrowing, positions: array[int] | None) -> None:
        uid, column = self.current()
        self._shown = wanted
        self._model.narrow(wanted, positions)
        self.changed.emit()
        self.restore(uid, column)
