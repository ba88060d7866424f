"""From a Book to a PDF without a window or a display: what the commands call."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop.printing import drafting, receipts
from desktop.printing.items import Report, Work
from desktop.printing.sheet_file import write_sheet
from forms import disk, periods
from forms.book import now

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.printing.content import Paper
    from desktop.printing.receipt import Receipt
    from forms.book import Book
    from forms.handbook import Handbook

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


def _write(printed: Paper | Receipt, out: Path, title: str, report: Report | None) -> int:
    _ready(out)
    from desktop.printing.painting import write_pdf
    from desktop.printing.sheets import lay_out

    sheets = lay_out(printed, Work(report))
    write_pdf(sheets, out, title, Work(report))
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
