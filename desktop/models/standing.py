"""What the province said about a form's periods: open comments, returned and filed periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.languages.words import office_word
from desktop.models.marks import Comment, Marks
from desktop.models.narrowing import ChipRows
from forms import revisions
from forms.filing_states import TO_FILE, FilingState
from sync import answers

if TYPE_CHECKING:
    from forms.book import Book


def comments_of(book: Book, form: str, period: str | None = None) -> list[Comment]:
    """The authority's comments that are still open: of each period's newest decision, until it is accepted again."""
    return [
        Comment(
            uid=said.uid or "",
            field=said.field or "",
            text=said.text,
            author=one.office or office_word(one.level),
            at=one.decided_at,
            period=one.period,
        )
        for one in answers.open_returns(book, form)
        if period in {None, one.period}
        for said in one.comments
    ]


def periods_by_state(book: Book, form: str) -> dict[str, FilingState]:
    """The state of the newest filing of each period that was ever filed."""
    return {one.period: one.state for one in revisions.last_ones(book, form)}


def filed_periods(book: Book, form: str) -> list[str]:
    """Periods that are on their way or received: nothing to file there now."""
    return [period for period, state in periods_by_state(book, form).items() if state not in TO_FILE]


def returned_periods(book: Book, form: str) -> list[str]:
    """Periods whose newest filing came back."""
    return [period for period, state in periods_by_state(book, form).items() if state is FilingState.RETURNED]


def chip_rows(book: Book, form: str, marks: Marks) -> ChipRows:
    """What the chips of a grid's filter refer to."""
    return ChipRows(
        problems=marks.uids_with_findings(),
        returned=marks.uids_with_comments(),
        filed_periods=filed_periods(book, form),
        returned_periods=returned_periods(book, form),
    )
