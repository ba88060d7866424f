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
from forms.kinds import Unparsed
from forms.opened import CONTRACTS, EXECUTIONS, MONTHLY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored
    from forms.workbook.importing import ImportResult

SHEET, MONTH = "期初数", "月份"
IN_BOOK: Final = "opening"
"""The Book's note that its opening balance is there: the id of its filing, or «draft»."""
_DRAFT: Final = "draft"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in: numbers of contracts, of executions so far, and of months with figures."""

    contracts: int
    executions: int
    months: int


def period_of(book: Book) -> str:
    """Give the month the opening balance is filed for: the one before the firm's first here."""
    return periods.previous(periods.month_of(book.firm.starts_on))


def bring_in(book: Book, path: Path, *, as_of: str) -> Brought:
    """Bring the opening balance in from a workbook; all of it or nothing.

    Raises:
        InputRefused: there is one already, a row cannot be read or lies after the first day, or a figure is unknown.
        WorkbookRefused: the file cannot be read.
    """
    if book.get(IN_BOOK) is not None:
        raise InputRefused("opening-known", "这本账套的期初已经带入；要重来，请先撤销期初（报送以后不能再改）。")
    # Imported late: filing asks here whether there is an opening balance, and reads no workbook.
    from forms.workbook.firm_list import sheet_cells
    from forms.workbook.importing import import_workbook

    figures = _figures(book, sheet_cells(path, SHEET))
    with book.transaction() as db:
        _refuse_rows_before(book)
        counts = {}
        for form in (CONTRACTS, EXECUTIONS):
            counts[form] = _whole(import_workbook(book, form, path, as_of=as_of)).new
            _close(book, form)
        edition = book.catalogue.edition(MONTHLY)
        for month, values in figures.items():
            filing.store_filed_head(db, edition, month, _DRAFT, values)
        book.put(IN_BOOK, _DRAFT)
    return Brought(counts[CONTRACTS], counts[EXECUTIONS], len(figures))


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


def _figures(book: Book, cells_of: Sequence[list[str]]) -> dict[str, dict[str, Stored]]:
    """Read the months' figures: {month: {field of form 04: stored value}}."""
    lines = [line for line in cells_of if any(line)]
    if not lines or MONTH not in lines[0]:
        raise InputRefused("bad-opening", f"文件里没有“{SHEET}”表，或第一行没有“{MONTH}”，请补上后重试。")
    edition, first = book.catalogue.edition(MONTHLY), periods.month_of(book.firm.starts_on)
    found: dict[str, dict[str, Stored]] = {}
    for line in lines[1:]:
        cells = dict(zip(lines[0], line, strict=False))
        month = periods.parse_period(cells.pop(MONTH))
        if not periods.is_month(month) or month >= first or month in found:
            raise InputRefused("bad-opening", f"“{SHEET}”的{month}不是起报以前的月份，或写了两次，请核对。")
        found[month] = dict(_figure(edition, *cell) for cell in cells.items() if cell[1])
    return found


def _figure(edition: Edition, label: str, text: str) -> tuple[str, Stored]:
    try:
        field = edition.field(label)
    except KeyError as error:
        raise InputRefused("bad-opening", f"“{SHEET}”的“{label}”不是{edition.short}的指标，请核对列名。") from error
    value = field.kind.parse(text)
    if isinstance(value, Unparsed):
        raise InputRefused("bad-opening", f"“{SHEET}”的{label}“{text}”不能识别，请改正后重试。")
    return field.id, value


def _whole(result: ImportResult) -> ImportResult:
    if result.refused:
        first = result.refused[0]
        raise InputRefused("bad-opening", f"“{result.sheet}”第{first.row}行：{first.reason}；期初没有带入。")
    return result


def _close(book: Book, form: str) -> None:
    """Lock what a sheet brought, as if it were accepted.

    Raises:
        InputRefused: a row bears no date, one from the first day on, or a text nobody can read.
    """
    table, first = book.catalogue.table(form), periods.month_of(book.firm.starts_on)
    where = "import_id = (SELECT id FROM imports WHERE form = ? ORDER BY rowid DESC LIMIT 1)"
    wrong = book.db.execute(
        f"SELECT import_row FROM {table} WHERE {where} AND (period IS NULL OR period >= ? OR unparsed IS NOT NULL)"
        " ORDER BY import_row LIMIT 1",
        (form, first),
    ).fetchone()
    if wrong is not None:
        short, since = book.catalogue.edition(form).short, periods.label(first)
        why = f"{short}第{wrong[0]}行没有日期、日期不在{since}以前，或有不能识别的内容，请改正；期初没有带入。"
        raise InputRefused("bad-opening", why)
    book.db.execute(f"UPDATE {table} SET settled = 1 WHERE {where}", (form,))
    book.put(f"{IN_BOOK}.{form}", str(book.db.execute("SELECT max(seq) FROM journal").fetchone()[0]))


def _refuse_rows_before(book: Book) -> None:
    for form in (CONTRACTS, EXECUTIONS):
        found = _rows_before(book, form)
        if found:
            short = book.catalogue.edition(form).short
            why = f"{short}第{found[0]['pos']}行的日期在起报以前；请先删除这样的行，由期初一次带入。"
            raise InputRefused("bad-opening", why)


def _rows_before(book: Book, form: str) -> Sequence[Any]:
    return ledger.read_rows(book, form, where="period < ?", params=(periods.month_of(book.firm.starts_on),))


def _wired(book: Book, edition: Edition) -> list[dict[str, Any]]:
    return [{"uid": row["uid"], **filing.wired(edition, row)} for row in _rows_before(book, edition.form)]
