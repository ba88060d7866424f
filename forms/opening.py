"""The opening balance (期初): what a firm had approved elsewhere before it reports here, brought in once.

A workbook brings the contracts signed before the Book's first day (sheet of form 02), what was executed of them so far
(sheet of form 03) and the year's months as they were reported (sheet «期初数»: 月份, figures of form 04). The rows
are locked like accepted ones. They are filed as one document: the contracts as rows of form 02 of the month before the
first, the rest under `opening`. Until then all of it can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import filing, ledger, periods, rows
from forms.errors import InputRefused
from forms.filing_states import TO_FILE
from forms.opened import CONTRACTS, EXECUTIONS, MONTHLY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.opening_sheet import Fault

Watch = tuple["Callable[[int, int], None] | None", "Callable[[], bool] | None"]
"""Who hears how far it is (rows so far, rows at most), and who says that it shall stop."""
UNWATCHED: Final[Watch] = (None, None)
IN_BOOK: Final = "opening"
"""The Book's note that its opening balance is there: the id of its filing, or «draft»."""
_DRAFT: Final = "draft"


_SINCE: Final = "opening.starts_on"
"""The day the firm reported from before the opening balance said otherwise."""
MOST_FAULTS: Final = 200
Sums = dict[str, dict[str, int]]
"""{form: {currency: hundredths}}"""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in, or would: contracts, executions so far, months with figures; money by form and currency.

    With `faults` nothing comes in.
    """

    contracts: int
    executions: int
    months: int
    totals: Sums
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """An opening balance that is in the Book: what it holds, its filing ("" before it was filed), can it be undone."""

    brought: Brought
    filing_id: str
    can_undo: bool


class _Rehearsed(Exception):
    def __init__(self, brought: Brought) -> None:
        super().__init__()
        self.brought = brought


def period_of(book: Book) -> str:
    """Give the month the opening balance is filed for: the one before the firm's first here."""
    return periods.previous(_first(book))


def bring_in(book: Book, path: Path, *, as_of: str, since: str = "", watch: Watch = UNWATCHED) -> Brought:
    """Bring the opening balance in from a workbook; all of it or nothing. `since`: the firm's first month here.

    Raises:
        InputRefused: there is one already, a row cannot be read or lies after the first day, a figure is unknown, the
            firm filed before or the work was cancelled.
        WorkbookRefused: the file cannot be read.
    """
    with book.transaction():
        brought = _take(book, path, as_of, since, watch)
        if brought.faults:
            raise InputRefused("bad-opening", f"{brought.faults[0]} 期初没有带入。")
    return brought


def preview(book: Book, path: Path, *, as_of: str, since: str = "", watch: Watch = UNWATCHED) -> Brought:
    """Tell what bringing it in would do, with everything that is wrong; nothing is written.

    Raises:
        InputRefused, WorkbookRefused: as `bring_in`, where the workbook as a whole cannot be taken.
    """
    try:
        with book.transaction():
            brought = _take(book, path, as_of, since, watch)
            raise _Rehearsed(brought)  # noqa: TRY301  rolls the transaction back
    except _Rehearsed as rehearsal:
        return rehearsal.brought


def standing(book: Book) -> Standing | None:
    """Tell what the Book's opening balance holds, None where there is none."""
    noted = book.get(IN_BOOK)
    if noted is None:
        return None
    query = f"SELECT count(*) FROM filed_{book.catalogue.table(MONTHLY)} WHERE filing_id = ?"
    (months,) = book.db.execute(query, (_DRAFT,)).fetchone()
    counts = {form: len(_rows_before(book, form)) for form in (CONTRACTS, EXECUTIONS)}
    brought = Brought(counts[CONTRACTS], counts[EXECUTIONS], months, _sums(book))
    return Standing(brought, "" if noted == _DRAFT else noted, _is_open(book))


def can_begin(book: Book) -> bool:
    """Tell whether an opening balance can still be brought in: there is none, and nothing was filed."""
    filed = book.db.execute("SELECT EXISTS (SELECT 1 FROM filings)").fetchone()[0]
    return book.get(IN_BOOK) is None and not filed


def _take(book: Book, path: Path, as_of: str, since: str, watch: Watch) -> Brought:
    """Bring it in inside the caller's transaction, which is to be rolled back where there are faults."""
    if book.get(IN_BOOK) is not None:
        raise InputRefused("opening-known", "这本账套的期初已经带入；要重来，请先撤销期初（报送以后不能再改）。")
    # Imported late: filing asks here whether there is an opening balance, and reads no workbook.
    from forms.opening_sheet import SHEET, read_figures, row_faults
    from forms.workbook.firm_list import plain_cells
    from forms.workbook.importing import import_workbook

    if since and since != _first(book):
        _start_later(book, since)
    _refuse_rows_before(book)
    first, progress, cancelled = _first(book), *watch
    figures, faults = read_figures(book, first, plain_cells(path, SHEET))
    counts = {}
    for form in (CONTRACTS, EXECUTIONS):
        result = import_workbook(book, form, path, as_of=as_of, progress=progress, cancelled=cancelled)
        counts[form] = result.new
        where = "import_id = ? AND (period IS NULL OR period >= ? OR unparsed IS NOT NULL)"
        wrong = ledger.read_rows(
            book, form, where=where, params=(result.import_id, first), order="import_row", limit=MOST_FAULTS
        )
        faults += row_faults(book.catalogue.edition(form), result, wrong, first)
        _close(book, form, result.import_id)
    edition = book.catalogue.edition(MONTHLY)
    for month, values in figures.items():
        filing.store_filed_head(book.db, edition, month, _DRAFT, values)
    book.put(IN_BOOK, _DRAFT)
    return Brought(counts[CONTRACTS], counts[EXECUTIONS], len(figures), _sums(book), tuple(faults[:MOST_FAULTS]))


def _start_later(book: Book, since: str) -> None:
    """Let the firm's first month here be another one; nothing may have been filed."""
    if not periods.is_month(since):
        raise InputRefused("bad-period", f"起报月份应如 2026-07，而不是“{since}”。")
    if book.db.execute("SELECT EXISTS (SELECT 1 FROM filings)").fetchone()[0]:
        raise InputRefused("opening-known", "本企业已经在本系统报送过，起报月份不能再改，期初不能再带入。")
    book.put(_SINCE, book.firm.starts_on)
    book.put("firm.starts_on", periods.first_day(since))


def _first(book: Book) -> str:
    return periods.month_of(book.firm.starts_on)


def _sums(book: Book) -> Sums:
    """Add up what lies before the first month, by form and currency."""
    found: Sums = {}
    for form in (CONTRACTS, EXECUTIONS):
        query = (
            f"SELECT ccy, sum(amount_orig) FROM {book.catalogue.table(form)} WHERE period < ? AND ccy IS NOT NULL"
            " AND amount_orig IS NOT NULL GROUP BY ccy ORDER BY ccy"
        )
        found[form] = dict(book.db.execute(query, (_first(book),)).fetchall())
    return found


def is_waiting(book: Book) -> bool:
    """Tell whether there is an opening balance that was never filed."""
    return book.get(IN_BOOK) == _DRAFT


def take_back(book: Book) -> None:
    """Take the opening balance out again.

    Raises:
        InputRefused: there is none, or it was filed.
    """
    if not _is_open(book):
        raise InputRefused("opening-not-open", "没有可以撤销的期初：还没有带入，或者已经报送。")
    with book.transaction() as db:
        for form in (EXECUTIONS, CONTRACTS):
            found = _rows_before(book, form)
            if found:
                rows.remove(book, form, [str(row["uid"]) for row in found])
            note = "UPDATE journal SET state = 'dropped' WHERE form = ? AND source = 'import' AND seq <= ?"
            db.execute(note, (form, int(book.get(f"{IN_BOOK}.{form}") or 0)))
        db.execute(f"DELETE FROM filed_{book.catalogue.table(MONTHLY)} WHERE filing_id = ?", (_DRAFT,))
        book.put(IN_BOOK, None)
        if book.get(_SINCE) is not None:
            book.put("firm.starts_on", book.get(_SINCE))
            book.put(_SINCE, None)


def compose(book: Book, *, as_of: str, key_id: str) -> filing.Draft:
    """Freeze the opening balance into one document; nothing is written.

    Raises:
        InputRefused: there is none, or it was filed.
    """
    if not _is_open(book):
        raise InputRefused("opening-not-open", "没有可以报送的期初：还没有带入，或者已经报送。")
    period = period_of(book)
    edition = book.catalogue.edition(CONTRACTS, period)
    draft = filing.compose(book, CONTRACTS, period, as_of=as_of, key_id=key_id)
    contracts = _wired(book, edition)
    monthly = book.catalogue.edition(MONTHLY)
    filed = book.db.execute(f"SELECT * FROM filed_{monthly.table} WHERE filing_id = ? ORDER BY period", (_DRAFT,))
    draft.document["rows"] = contracts
    draft.document["blobs"] = filing.blobs_of(edition, contracts)
    draft.document["late"] = False
    draft.document["opening"] = {
        "executions": _wired(book, book.catalogue.edition(EXECUTIONS, period)),
        "months": {row["period"]: filing.wired(monthly, row) for row in filed},
    }
    return filing.Draft(CONTRACTS, period, draft.document, len(contracts), late=False)


def filed(book: Book, filing_id: str) -> None:
    """Note, inside the caller's transaction, that the opening balance was filed."""
    book.put(IN_BOOK, filing_id)


def _is_open(book: Book) -> bool:
    """Tell whether there is an opening balance that is not with the province: never filed, refused or returned."""
    state = "SELECT state FROM standing WHERE filing_id = ?"
    noted = book.get(IN_BOOK)
    found = book.db.execute(state, (noted,)).fetchone()
    return noted == _DRAFT or (found is not None and found["state"] in TO_FILE)


def _close(book: Book, form: str, import_id: str) -> None:
    """Lock what a sheet brought, as if it were accepted."""
    book.db.execute(f"UPDATE {book.catalogue.table(form)} SET settled = 1 WHERE import_id = ?", (import_id,))
    book.put(f"{IN_BOOK}.{form}", str(book.db.execute("SELECT max(seq) FROM journal").fetchone()[0]))


def _refuse_rows_before(book: Book) -> None:
    for form in (CONTRACTS, EXECUTIONS):
        found = _rows_before(book, form)
        if found:
            short = book.catalogue.edition(form).short
            why = f"{short}第{found[0]['pos']}行的日期在起报以前；请先删除这样的行，由期初一次带入。"
            raise InputRefused("bad-opening", why)


def _rows_before(book: Book, form: str) -> Sequence[Any]:
    return ledger.read_rows(book, form, where="period < ?", params=(_first(book),))


def _wired(book: Book, edition: Edition) -> list[dict[str, Any]]:
    return [{"uid": row["uid"], **filing.wired(edition, row)} for row in _rows_before(book, edition.form)]
