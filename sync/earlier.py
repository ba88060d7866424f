"""What is not with the province of the months before a period: it can be filed along (补报).

Apart from the filing itself, because a page asks for it before anything of the network is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms import late_rows, periods, series
from sync.ways import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.book import Book

Place = tuple[str, str]
"""(form, period)"""


def earlier(book: Book, period: str, as_of: str) -> list[Place]:
    """List the series before the period that can be filed along (补报), the oldest first, in send order."""
    found = before(book, period, late_rows.places(book, period, as_of=as_of))
    return [one for one in found if periods.first_day(one[1]) <= as_of and _goes_along(book, one, as_of)]


def before(book: Book, period: str, added: Iterable[Place]) -> list[Place]:
    """Give what is not with the province of the periods before: never filed, or `added` to a month it has."""
    order = {form: number for number, form in enumerate(book.catalogue.forms)}
    end = period if periods.is_month(period) else f"{period}-12"
    found = {*series.earlier_unfiled(book, period), *(one for one in added if one[1] < end)}
    return sorted(found, key=lambda one: (one[1], order[one[0]]))


def _goes_along(book: Book, place: Place, as_of: str) -> bool:
    """Tell whether an earlier series is filed along: not what came back or is in conflict, and nobody answered.

    What the province's check refused may have lacked what goes along now, so it is tried again as a new revision.
    """
    state = series.series_state(book, *place, as_of)
    return state.answered if state.state == State.CONFLICT else not state.is_untouched
