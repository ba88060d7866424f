"""Where every series of a firm stands, as `zhibao status` tells it: state, deadline, receipt, reviewers' comments."""

from __future__ import annotations

import json
from typing import Any

from forms import deadlines, periods, series
from forms.book import Book
from sync.errors import NotOurServer
from sync.protocol import sha256_hex
from sync.province import keys_of, said
from sync.signed import ReceiptBody, Signed
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
    receipt = receipt_of(book, one.filing_id) if one.filing_id else None
    return standing(one) | {"receipt": receipt, "comments": comments_on(book, one.form, one.period)}


def receipt_of(book: Book, filing_id: str) -> dict[str, Any] | None:
    """Give a filing's receipt, verified again: by the pinned key, and against the very bytes that were filed."""
    query = "SELECT r.*, f.body AS document FROM receipts r JOIN filings f ON f.id = r.filing_id WHERE r.filing_id = ?"
    row = book.db.execute(query, (filing_id,)).fetchone()
    if row is None:
        return None
    try:
        body = said(Signed(row["body"], row["signature"], row["key_id"]), keys_of(book), ReceiptBody)
        verified = (body.filing_id, body.sha256) == (filing_id, sha256_hex(row["document"]))
    except NotOurServer:
        verified = False
    return {"id": filing_id, "received_at": row["received_at"], "verified": verified}


def comments_on(book: Book, form: str, period: str) -> list[dict[str, Any]]:
    """Give what reviewers said about a series, oldest first; `row` is the row number the grid shows today."""
    table = book.catalogue.table(form)
    query = (
        "SELECT d.level, d.decided_at, f.revision, c.value AS comment,"
        f" (SELECT pos FROM {table} WHERE uid = json_extract(c.value, '$.uid')) AS pos"
        " FROM decisions d JOIN filings f ON f.id = d.filing_id, json_each(d.comments) c"
        " WHERE f.form = ? AND f.period = ? ORDER BY d.decided_at, f.revision"
    )
    found = []
    for row in book.db.execute(query, (form, period)):
        said_by = json.loads(row["comment"])
        found.append(
            {
                "row": row["pos"],
                "uid": said_by.get("uid"),
                "field": said_by.get("field"),
                "text": said_by["text"],
                "level": row["level"],
                "at": row["decided_at"],
                "revision": row["revision"],
            }
        )
    return found
