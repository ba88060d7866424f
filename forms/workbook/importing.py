"""Bringing a workbook into the Book: one transaction, one journal entry, one record of what came and what did not.

The file is read in a child process (`forms.workbook.reader`) while the Book takes the rows (`forms.bulk`). Rows read
are rows accepted plus rows refused, each refused one with its number and reason, and the money of file and Book stand
side by side per currency. Whatever goes wrong on the way leaves the Book as it was.
"""

from __future__ import annotations

import contextlib
import gc
import sqlite3
import uuid
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from forms import bulk, connection, imports, ledger, periods
from forms.check_result import CheckResult
from forms.checks import check
from forms.errors import BookProblem, InputRefused
from forms.kinds import Money
from forms.scratch import scratch
from forms.workbook.mapping import missing_fields
from forms.workbook.mapping_memory import guide_for, remember
from forms.workbook.money_totals import totals_of
from forms.workbook.reader import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.findings import Finding
    from forms.workbook.mapping import Mapping
    from forms.workbook.money_totals import Totals
    from forms.workbook.reader import Reading, ReadRows


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the file that cannot be one of the Book's: its number in the sheet, and why."""

    row: int
    reason: str


@dataclass(slots=True)
class ImportResult:
    """What an import did; `rows_read == rows_accepted + rows_refused`, always.

    `notices` are sentences on the file as a whole: which of two sheets was read, which column was converted.
    `sheets` are all that could be asked for, `missing` (id and label) the fields every row needs and no column gives.
    `checked` is the check of the whole form after the import, `findings` what it says of the rows the import brought or
    met again. Of a dry run all of it is as it would be. `unchecked` says why rows that are in could not be checked.
    """

    import_id: str
    sheet: str
    columns: dict[str, str]
    unknown: dict[str, str]
    rows_read: int
    rows_accepted: int
    rows_refused: int
    new: int
    updated: int
    unchanged: int
    totals: Totals
    refused: list[RefusedRow]
    notices: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)
    dry_run: bool = False
    findings: list[Finding] = field(default_factory=list)
    checked: CheckResult | None = None
    unchecked: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line: money as decimal text."""
        money = Money()
        return {
            "import_id": self.import_id,
            "dry_run": self.dry_run,
            "sheet": self.sheet,
            "sheets": self.sheets,
            "columns": self.columns,
            "unknown_columns": self.unknown,
            "missing": self.missing,
            "notices": self.notices,
            "rows_read": self.rows_read,
            "rows_accepted": self.rows_accepted,
            "rows_refused": self.rows_refused,
            "new": self.new,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "totals": {
                name: {
                    currency: {"file": money.plain(sums.file), "book": money.plain(sums.book), "unread": sums.unread}
                    for currency, sums in currencies.items()
                }
                for name, currencies in self.totals.items()
            },
            "refused": [asdict(row) for row in self.refused],
            "unchecked": self.unchecked,
            "findings": [finding.to_json() for finding in self.findings],
        }


def import_workbook(  # noqa: PLR0913 - all an import can be told
    book: Book,
    form: str,
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping | None = None,
    dry_run: bool = False,
    as_of: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportResult:
    """Bring the rows of a workbook into a ledger; `progress` hears (rows so far, rows at most).

    `mapping` settles which column is which field and is remembered for the next file with this header. A `dry_run`
    takes the rows into a copy of the Book, checks them there, and throws it away.

    Raises:
        WorkbookRefused: the file cannot be read; nothing has changed.
        InputRefused: the form takes no workbook, or the import was cancelled; nothing has changed.
    """
    edition = book.catalogue.edition(form)
    if not edition.is_ledger:
        raise InputRefused("no-import", f"“{edition.title}”是单表，请直接填报，不从 Excel 导入。")
    if dry_run:
        with scratch(book) as copy:
            told = {"sheet": sheet, "mapping": mapping, "as_of": as_of, "progress": progress, "cancelled": cancelled}
            return replace(import_workbook(copy, form, path, **told), dry_run=True)  # type: ignore[arg-type]
    day = as_of or periods.today()
    guide = guide_for(book, edition, mapping)
    with (
        _uncollected(),
        reading(path, edition, sheet=sheet, guide=guide, cancelled=cancelled) as source,
        book.transaction() as db,
        connection.roomy(db),
    ):
        result = _take(book, edition, source, path, day, progress)
        if mapping is not None:
            remember(book, mapping, source.opened.shape)
    with _uncollected():
        _check(book, form, result, day)
    return result


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking through a hundred thousand rows again and again: none is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _check(book: Book, form: str, result: ImportResult, as_of: str) -> None:
    """Check the form; whatever keeps it from its end, the rows are in, and that must be said."""
    try:
        result.checked = check(book, forms=[form], as_of=as_of)
        result.findings = _findings(book, form, result)
    except (BookProblem, sqlite3.DatabaseError) as error:
        problem = error if isinstance(error, BookProblem) else connection.problem_of(error, book.path)
        if problem is None:
            raise
        result.unchecked = f"{result.rows_accepted}行已经导入并保存，但导入后的审核没有做完：{problem.message}"
        result.notices = [result.unchecked, *result.notices]


def _take(
    book: Book, edition: Edition, source: Reading, path: Path, as_of: str, progress: Callable[[int, int], None] | None
) -> ImportResult:
    import_id = str(uuid.uuid4())
    opened = source.opened
    outcome = bulk.apply(
        book,
        edition.form,
        list(opened.columns),
        _reported(source, progress),
        import_id=import_id,
        label=f"导入{path.name}",
        as_of=as_of,
    )
    done = source.done
    refused = sorted((*done.refused, *outcome.refused))
    result = ImportResult(
        import_id=import_id,
        sheet=opened.sheet,
        columns=opened.columns,
        unknown=opened.unknown,
        rows_read=done.rows_read,
        rows_accepted=done.rows_read - len(refused),
        rows_refused=len(refused),
        new=outcome.new,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        totals=totals_of(book, edition, import_id, done.totals),
        refused=[RefusedRow(row, reason) for row, reason in refused],
        notices=opened.notices,
        sheets=opened.sheets,
        missing=missing_fields(edition, opened.columns),
    )
    imports.keep(book, edition.form, path, result)
    return result


def _reported(source: Reading, progress: Callable[[int, int], None] | None) -> Iterator[ReadRows]:
    opened = source.opened
    for rows in source.runs():
        yield rows
        if progress is not None and rows.numbers:
            done = rows.numbers[-1] - opened.first_row + 1
            # A sheet need not say how long it is.
            progress(done, max(opened.last_row - opened.first_row + 1, done))


def _findings(book: Book, form: str, result: ImportResult) -> list[Finding]:
    """Give the findings of the rows this import brought or met again."""
    table = book.catalogue.table(form)
    found = [one for one in result.checked.findings if one.uid is not None] if result.checked else []
    if result.new == ledger.row_count(book, form):  # known without a look at every row
        return found
    others = f"SELECT EXISTS (SELECT 1 FROM {table} WHERE import_id IS NOT ?)"
    if not book.db.execute(others, (result.import_id,)).fetchone()[0]:
        return found
    uids = {row[0] for row in book.db.execute(f"SELECT uid FROM {table} WHERE import_id = ?", (result.import_id,))}
    return [finding for finding in found if finding.uid in uids]
