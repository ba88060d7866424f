"""From a Book to a PDF without a window or a display: what the commands call."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop.printing import drafting, receipts
from desktop.printing.content import Grid
from desktop.printing.items import Report, Work
from desktop.printing.sheet_file import write_sheet
from forms import disk, periods
from forms.book import now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.printing.content import Paper
    from desktop.printing.receipt import Receipt
    from forms.book import Book
    from forms.handbook import Handbook
    from forms.workbook.export import Shown

WORKBOOK = ".xlsx"


def print_form(
    book: Book, form: str, period: str, out: Path, *, draft_as_of: str | None = None, report: Report | None = None
) -> int:
    """Print a form into a PDF: its newest filing, or with `draft_as_of` what the Book holds now; give the pages.

    Into a workbook, where the name is one's: one sheet.

    Raises:
        InputRefused: nothing was filed, or the file cannot be written.
    """
    periods.refuse_other_cadence(
        period, book.catalogue.edition(form, period).cadence, book.catalogue.edition(form).title
    )
    if draft_as_of is None:
        paper = drafting.filed_paper(book, drafting.newest_filing(book, form, period))
    else:
        paper = drafting.draft_of(book, form, period, as_of=draft_as_of)
    if out.suffix.lower() == WORKBOOK:
        write_sheet(paper, out)
        return 1
    return _write(paper, out, f"{paper.head.title} {paper.head.period}", report)


def print_shown(
    book: Book,
    form: str,
    shown: Shown,
    out: Path,
    *,
    full: bool = False,
    report: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[int, int]:
    """Print rows and columns of a ledger, as a grid shows them, into a PDF; give the rows and the pages.

    `report` hears (rows so far, rows in all), first while they are laid out, then while they are drawn.

    Raises:
        InputRefused: a column is unknown, the file cannot be written, or `cancelled`; then nothing is left of it.
    """
    from desktop.printing.shown_grid import shown_paper

    paper = shown_paper(book, form, shown, full=full)
    rows = len(paper.body.rows) if isinstance(paper.body, Grid) else 0
    return rows, _write(paper, out, paper.head.title, report, cancelled, rows)


def print_list(
    book: Book, form: str, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], out: Path
) -> int:
    """Print a list of texts that belongs to a form into a PDF; give the pages.

    Raises:
        InputRefused: the file cannot be written.
    """
    from desktop.printing.shown_grid import listed_paper

    paper = listed_paper(book, form, title, heads, rows)
    return _write(paper, out, paper.head.title, None)


def print_receipt(book: Book, form: str, period: str, out: Path, *, report: Report | None = None) -> tuple[str, int]:
    """Print the receipt page of the newest receipted filing into a PDF; give the receipt's number and the pages.

    Raises:
        InputRefused: there is no receipt, or the file cannot be written.
    """
    periods.refuse_other_cadence(
        period, book.catalogue.edition(form, period).cadence, book.catalogue.edition(form).title
    )
    filing_id = receipts.newest_receipted(book, form, period)
    page = receipts.receipt_page(book, filing_id, printed_at=now())
    return filing_id, _write(page, out, f"{page.title} {page.subtitle}", report)


def print_handbook(book: Handbook, out: Path, *, report: Report | None = None) -> int:
    """Print the indicator handbook into a PDF; give the pages.

    Raises:
        InputRefused: the file cannot be written.
    """
    _ready(out)
    from desktop.printing.handbook import handbook_pdf

    raw, pages = handbook_pdf(book, report)
    disk.write_whole(out, raw)
    return pages


def _write(
    printed: Paper | Receipt,
    out: Path,
    title: str,
    report: Report | None,
    cancelled: Callable[[], bool] | None = None,
    rows: int = 0,
) -> int:
    """Lay out and draw; with `rows` pages are told as rows, too."""
    _ready(out)
    from desktop.printing.painting import write_pdf
    from desktop.printing.sheets import lay_out

    drawn = report
    if report is not None and rows:
        drawn = lambda done, total: report(rows * done // max(total, 1), rows)  # noqa: E731 - as short as it is
    sheets = lay_out(printed, Work(report, cancelled))
    write_pdf(sheets, out, title, Work(drawn, cancelled))
    return sheets.count


def _ready(out: Path) -> None:
    """See that the place can be written; start what fonts need, off any screen, unless the window runs already."""
    disk.refuse_unwritable(out)
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        # Windows draws without a screen by itself, and with its own fonts.
        if sys.platform != "win32" and not os.environ.get("QT_QPA_PLATFORM"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(sys.argv[:1]))


_kept: list[object] = []
"""The application must live as long as its fonts."""
