"""What the province said about a form's periods: open comments, returned and filed periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.languages.words import office_word
from desktop.models.marks import Comment, Marks
from desktop.models.narrowing import ChipRows
from forms import revisions
from forms.filing_states import SETTLED, TO_FILE, in_sql

if TYPE_CHECKING:
    from forms.book import Book

_LAST = f"""
WITH last AS (
    SELECT f.id, f.period, f.revision, coalesce(s.state, 'CHECKED') AS state
    FROM filings f LEFT JOIN standing s ON s.filing_id = f.id
    WHERE f.form = ?1 AND f.id = {revisions.LAST})
"""
_RETURNED = f"""
, returned AS (
    SELECT d.*, f.period AS filed_period, row_number() OVER (PARTITION BY f.period ORDER BY d.decided_at DESC) AS nth
    FROM decisions d JOIN filings f ON f.id = d.filing_id WHERE f.form = ?1)
SELECT r.filed_period AS period, r.decided_at AS at, r.level, json_extract(CAST(r.body AS TEXT), '$.office') AS office,
    json_extract(c.value, '$.uid') AS uid, json_extract(c.value, '$.field') AS field,
    json_extract(c.value, '$.text') AS text
FROM returned r JOIN last l ON l.period = r.filed_period, json_each(r.comments) c
WHERE r.nth = 1 AND r.verdict = 'returned' AND l.state NOT IN {in_sql(SETTLED)}
ORDER BY r.decided_at, c.key
"""


def comments_of(book: Book, form: str, period: str | None = None) -> list[Comment]:
    """The authority's comments that are still open: of each period's newest decision, until it is accepted again."""
    found = [
        Comment(
            uid=row["uid"] or "",
            field=row["field"] or "",
            text=row["text"] or "",
            author=row["office"] or office_word(row["level"]),
            at=row["at"],
            period=row["period"],
        )
        for row in book.db.execute(_LAST + _RETURNED, (form,))
    ]
    return [comment for comment in found if period is None or comment.period == period]


def periods_by_state(book: Book, form: str) -> dict[str, str]:
    """The state of the newest filing of each period that was ever filed."""
    return {row["period"]: row["state"] for row in book.db.execute(_LAST + "SELECT period, state FROM last", (form,))}


def filed_periods(book: Book, form: str) -> list[str]:
    """Periods that are on their way or received: nothing to file there now."""
    return [period for period, state in periods_by_state(book, form).items() if state not in TO_FILE]


def returned_periods(book: Book, form: str) -> list[str]:
    """Periods whose newest filing came back."""
    return [period for period, state in periods_by_state(book, form).items() if state == "RETURNED"]


def chip_rows(book: Book, form: str, marks: Marks) -> ChipRows:
    """What the chips of a grid's filter refer to."""
    return ChipRows(
        problems=marks.uids_with_findings(),
        returned=marks.uids_with_comments(),
        filed_periods=filed_periods(book, form),
        returned_periods=returned_periods(book, form),
    )
