"""What the words of a command name in a Book: a form, one of its periods, one of its rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from forms import ledger, periods, rows
from forms.errors import EditRefused
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from forms.book import Book
    from forms.definition import Edition
    from forms.kinds import Stored


def series(book: Book, form_text: str, period_text: str) -> tuple[str, str]:
    """Give the form and the period that two words name.

    Raises:
        InputRefused: there is no such form, it is no period, or not one of the form's cadence.
    """
    form, period = book.catalogue.find_form(form_text), periods.parse_period(period_text)
    edition = book.catalogue.edition(form, period)
    periods.refuse_other_cadence(period, edition.cadence, edition.short)
    return form, period


def due_series(book: Book, form_text: str | None, period_text: str) -> tuple[str | None, str]:
    """Give the form (None: all) and the period whose due reports two words name; a month takes along its year's forms.

    Raises:
        InputRefused: as `series`, but a month may be named for a form reported by year.
    """
    period = periods.parse_period(period_text)
    form = None if form_text is None else book.catalogue.find_form(form_text)
    if form is None or book.catalogue.edition(form, period).cadence == "year":
        return form, period
    return series(book, form, period)


def rows_named(book: Book, edition: Edition, key: str) -> list[Any]:
    """Find a ledger's rows by the key as people write it (a code by its name too), or by uid.

    Raises:
        EditRefused: the key is empty.
    """
    if not key.strip():
        raise EditRefused("no-row-key", f"--row 是空的，请写出{edition.short}这一行的编号。")
    found = ledger.find_by_key(book, edition.form, key)
    parts = parts_of(edition, key)
    if found or len(parts) != len(edition.key):
        return found
    read: dict[str, Stored] = {}
    for name, part in zip(edition.key, parts, strict=True):
        value = edition.by_id[name].kind.parse(part)
        if isinstance(value, Unparsed):
            return []
        read[name] = value
    return ledger.read_rows(book, edition.form, where="k = ?", params=(rows.key_of(edition, read),))


def key_fields(edition: Edition, key: str) -> dict[str, str]:
    """Say what a new row's key is of its fields: the row's own number, or the parts of the key joined by commas.

    Raises:
        EditRefused: a part of the key lacks.
    """
    if edition.key_own:
        return {edition.key_own: key.strip()}
    parts = parts_of(edition, key)
    if len(parts) < len(edition.key) or not all(parts):
        names = [edition.by_id[name].label for name in edition.key]
        remedy = f'新增一行要把{"、".join(names)}写全，用逗号隔开：--row "{",".join(names)}"。'
        raise EditRefused("half-key", f"{edition.short}没有“{key}”这一行；{remedy}")
    return dict(zip(edition.key, parts, strict=True))


def parts_of(edition: Edition, key: str) -> list[str]:
    """Split a key into what its fields say; a comma in the last of them stays."""
    if len(edition.key) == 1:
        return [key.strip()]
    return [part.strip() for part in re.split("[,，、]", key, maxsplit=len(edition.key) - 1)]


def refuse_row_of_card(edition: Edition, key: str | None) -> None:
    """Refuse --row where there are no rows.

    Raises:
        EditRefused: the form is a card, and a row is named.
    """
    if key is not None and not edition.is_ledger:
        raise EditRefused("no-rows", f"{edition.short}是单表，每期只有一份，没有行可指明，请去掉 --row。")
