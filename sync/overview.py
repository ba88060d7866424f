"""Where every series of a firm stands, as `zhibao status` tells it: state, deadline, receipt, reviewers' comments."""

from __future__ import annotations

from typing import Any

from forms import deadlines, periods, series
from forms.book import Book
from sync import answers
from sync.states import LABELS


def status(book: Book, as_of: str | None = None) -> dict[str, Any]:
    """Describe the firm and all its series; `as_of` (ISO date) decides what is late."""
    day = as_of or periods.today()
    firm = book.firm
    found = series.all_series(book, day)
    return {
        "firm": {"uscc": firm.uscc, "name": firm.name, "division": firm.division, "demo": firm.demo},
        "as_of": day,
        "series": [_answered(book, one) for one in found],
        "notes": deadlines.unplanned_among(book.catalogue, [one.period for one in found]),
    }


def standing(one: series.SeriesState) -> dict[str, Any]:
    """Give where a series stands as the command line says it; `due` is an ISO date."""
    return {
        "form": one.form,
        "period": one.period,
        "revision": one.revision,
        "state": str(one.state),
        "label": LABELS[one.state],
        "due": one.due,
        "late": one.late,
        "changed_since": one.changed_since,
    }


def _answered(book: Book, one: series.SeriesState) -> dict[str, Any]:
    said = receipt(book, one.filing_id) if one.filing_id else None
    return standing(one) | {"receipt": said, "comments": comments_on(book, one.form, one.period)}


def receipt(book: Book, filing_id: str) -> dict[str, Any] | None:
    """Give a filing's receipt as the command line says it, verified again."""
    found = answers.receipt_of(book, filing_id)
    if found is None:
        return None
    return {"id": filing_id, "received_at": found.received_at, "verified": found.verified}


def comments_on(book: Book, form: str, period: str) -> list[dict[str, Any]]:
    """Give what reviewers said about a series, oldest first; `row` is the row number the grid shows today."""
    where = f"SELECT pos FROM {book.catalogue.table(form)} WHERE uid = ?"
    found = []
    for decision in answers.decisions_about(book, form, period):
        for comment in decision.comments:
            row = book.db.execute(where, (comment.uid,)).fetchone()
            found.append(
                {
                    "row": row and row["pos"],
                    "uid": comment.uid,
                    "field": comment.field,
                    "text": comment.text,
                    "level": decision.level,
                    "at": decision.decided_at,
                    "revision": decision.revision,
                }
            )
    return found
