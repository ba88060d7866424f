"""Where the monthly reports of a year stand, form by month. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop import form_groups
from desktop.languages import spoken, translate
from desktop.languages.words import state_word
from forms import deadlines, revisions, series

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.book import Book


@dataclass(frozen=True, slots=True)
class YearLine:
    """One form through a year: a state key and a word for each of the twelve months, "" where nothing is owed."""

    form: str
    short: str
    months: list[tuple[str, str, str]]  # period, state key, word


def year_lines(workspace: Workspace) -> list[YearLine]:
    """Return where the monthly forms of the chosen year stand."""
    book, as_of = workspace.book, workspace.as_of
    newest: dict[tuple[str, str], str] = {(one.form, one.period): one.state for one in revisions.last_ones(book)}
    months = [f"{workspace.period[:4]}-{number:02d}" for number in range(1, 13)]
    found = []
    for form in book.forms:
        edition = spoken(book.catalogue).edition(form, workspace.period)
        if edition.cadence != "month" or form_groups.is_unused(book, form):
            continue
        filled = _filled(book, form)
        cells = [_cell(book, form, month, newest, filled, as_of) for month in months]
        found.append(YearLine(form, edition.short, cells))
    return found


def _filled(book: Book, form: str) -> set[str] | None:
    """Return the months with rows; None for a form that is owed without any."""
    edition = book.catalogue.edition(form)
    if edition.when_empty == "due":
        return None
    return set(series.periods_in(book.db, edition.table))


def _cell(
    book: Book, form: str, month: str, newest: dict[tuple[str, str], str], filled: set[str] | None, as_of: str
) -> tuple[str, str, str]:
    state = newest.get((form, month))
    if state is not None:
        return month, state, state_word(state)
    in_time = book.firm.starts_on[:7] <= month <= as_of[:7]
    if not in_time or (filled is not None and month not in filled):
        return month, "", ""
    late = deadlines.due_on(book.catalogue, month) < as_of
    if late:
        return month, "OVERDUE", translate("Year", "逾期未报")
    return month, "DRAFT", translate("Year", "未报送")
