"""Corrections (更正): opening what the province has accepted, so that its rows may be edited and filed anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import periods, revisions
from forms.book import now
from forms.errors import InputRefused
from forms.filing_states import SETTLED

if TYPE_CHECKING:
    from forms.book import Book


def reason_of(book: Book, form: str, period: str) -> str | None:
    """Give the reason of the open correction of a period, or None."""
    query = "SELECT reason FROM corrections WHERE form = ? AND period = ?"
    row = book.db.execute(query, (form, period)).fetchone()
    return row["reason"] if row else None


def open_periods(book: Book, form: str) -> frozenset[str]:
    """Give the periods with an open correction: their accepted rows may be edited."""
    query = "SELECT period FROM corrections WHERE form = ?"
    return frozenset(period for (period,) in book.db.execute(query, (form,)))


def begin(book: Book, form: str, period: str, reason: str) -> None:
    """Open a correction of an accepted period: its rows can be edited, and the next filing replaces the accepted one.

    Raises:
        InputRefused: the period has not been accepted, no reason is given, or it is the opening balance.
    """
    base = revisions.base_of(book, form, period)
    if base is None or base["state"] not in SETTLED:
        raise InputRefused("not-accepted", f"{form} {periods.label(period)}还没有受理，可直接修改，不用办理更正。")
    if periods.is_month(period) and period < periods.month_of(book.firm.starts_on):
        raise InputRefused("opening-known", "期初受理以后不能更正；合同有变动的，请登记合同变更。")
    if not reason.strip():
        raise InputRefused("no-reason", "请填写更正原因。")
    with book.transaction() as db:
        db.execute("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)", (form, period, reason.strip(), now()))


def end(book: Book, form: str, period: str) -> None:
    """Close the correction of a period, if one is open, inside the caller's transaction."""
    book.db.execute("DELETE FROM corrections WHERE form = ? AND period = ?", (form, period))
