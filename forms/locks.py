"""Which rows may be edited: one the province has accepted is locked until a correction (更正) of its period is open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from forms import corrections, periods, revisions
from forms.errors import EditRefused

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.kinds import Stored

EXECUTED: Final = "T-013"
"""The rule that an executed contract stays; what gets round the refusal here is found by `forms.orphans`."""


def period_of(edition: Edition, row: Mapping[str, Stored]) -> str | None:
    """Give the period a row lies in."""
    if not edition.is_ledger:
        return str(row["period"])
    date = row.get(edition.period_of or "")
    return None if date is None else str(date)[:7]


def is_locked(book: Book, edition: Edition, row: Mapping[str, Any] | sqlite3.Row) -> bool:
    """Tell whether a row was accepted and no correction (更正) of its period is open.

    A page that asks this for every cell it paints keeps `corrections.open_periods` and asks `settled` itself; whether
    an edit is taken is decided here.
    """
    if not row["settled"]:
        return False
    period = row[edition.period_of][:7] if edition.period_of else row["period"]
    return corrections.reason_of(book, edition.form, period) is None


def refuse_locked(book: Book, edition: Edition, row: Mapping[str, Stored]) -> None:
    """Refuse to change a row the province has accepted.

    Raises:
        EditRefused: the row is locked.
    """
    if is_locked(book, edition, row):
        raise EditRefused("row-locked", why_locked(book, edition, row["pos"], period_of(edition, row) or ""))


def why_locked(book: Book, edition: Edition, pos: object, period: str) -> str:
    """Say why a locked row of a period may not be changed, and the way on: of a refused edit, and at the grey row."""
    if edition.is_ledger and period < periods.month_of(book.firm.starts_on):
        return f"{edition.short}第{pos}行是期初带入的，不能直接修改。合同有变动的，请登记合同变更。"
    return f"{edition.short}第{pos}行已受理，不能直接修改。请先对{periods.label(period)}办理更正。"


def refuse_deletion(book: Book, edition: Edition, row: Mapping[str, Stored]) -> None:
    """Refuse to take out a row that is locked, or a contract the province has and that was executed (T-013).

    One of two rows with the same number may go: the executions still have their contract.

    Raises:
        EditRefused: the row must stay.
    """
    refuse_locked(book, edition, row)
    asked = any(rule.id == EXECUTED for rule in edition.rules)
    if asked and _was_filed(book, edition, row) and _is_executed(book, edition, row):
        raise EditRefused("contract-executed", f"第{row['pos']}行：该合同存在执行记录，不能删除，请终止。")


def _was_filed(book: Book, edition: Edition, row: Mapping[str, Stored]) -> bool:
    """Tell whether the filing of the row's month that the province has holds it."""
    base = revisions.base_of(book, edition.form, period_of(edition, row) or "")
    return base is not None and any(one["uid"] == row["uid"] for one in json.loads(base["body"])["rows"])


def _is_executed(book: Book, edition: Edition, row: Mapping[str, Stored]) -> bool:
    """Tell whether rows of another ledger refer to this row and to no other; changes of a contract are no execution."""
    for other, ref, key in named_by(book.catalogue, edition.form):
        query = (
            f"SELECT EXISTS (SELECT 1 FROM {other.table} WHERE {ref} = ?)"
            f" AND NOT EXISTS (SELECT 1 FROM {edition.table} WHERE {key} = ? AND uid <> ?)"
        )
        if book.db.execute(query, (row[key], row[key], row["uid"])).fetchone()[0]:
            return True
    return False


def named_by(catalogue: Catalogue, form: str) -> Iterator[tuple[Edition, str, str]]:
    """Give the ledgers whose rows name a row of this form: their edition, the field, and the field it names.

    A register of changes is none: a change of a contract is no execution.
    """
    for other in catalogue.forms:
        edition = catalogue.edition(other)
        for field in edition.stored_fields:
            target, _dot, key = (field.target or "").partition(".")
            if target == form and other != form and not edition.change_of:
                yield edition, field.id, key
