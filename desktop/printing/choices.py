"""What of one form and period can be printed: the draft, each filing, each receipt; and which one is meant at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.printing import drafting, receipts
from forms import periods, revisions, series
from forms.book import now
from sync import answers
from sync.states import LABELS

if TYPE_CHECKING:
    from desktop.printing.content import Paper
    from desktop.printing.drafting import View
    from desktop.printing.receipt import Receipt
    from forms.book import Book

DRAFT, FILED, RECEIPT = "draft", "filed", "receipt"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to print; `filing_id` is "" for the draft."""

    kind: str
    filing_id: str
    label: str


def choices(book: Book, form: str, period: str) -> list[Choice]:
    """List what can be printed: the draft, then filings and receipts, the newest first."""
    found = [Choice(DRAFT, "", "草稿：账套里现有的数据")]
    receipted = answers.receipted(book)
    for one in revisions.of_series(book, form, period):
        name = f"第{one.number}版（{LABELS[one.state]}）"
        found.append(Choice(FILED, one.id, f"申报：{name}"))
        if one.id in receipted:
            found.append(Choice(RECEIPT, one.id, f"回执：{name}"))
    return found


def meant(book: Book, listed: list[Choice], form: str, period: str, as_of: str) -> Choice:
    """Give what a person at the form means: the draft while the form is open to edits, else what was filed."""
    filed = next((one for one in listed if one.kind == FILED), None)
    if filed is None or series.series_state(book, form, period, as_of).is_open:
        return listed[0]
    return filed


def printed_of(book: Book, choice: Choice, form: str, period: str, as_of: str, view: View) -> Paper | Receipt:
    """Make what was chosen.

    Raises:
        InputRefused: it is not there any more.
    """
    if choice.kind == DRAFT:
        return drafting.draft_of(book, form, period, as_of=as_of, view=view)
    if choice.kind == FILED:
        return drafting.filed_paper(book, choice.filing_id, view)
    return receipts.receipt_page(book, choice.filing_id, printed_at=now())


def title_of(book: Book, form: str, period: str) -> str:
    """Name what is printed: «合同台账 2026年10月»."""
    return f"{book.catalogue.edition(form, period).short}　{periods.label(period)}"
