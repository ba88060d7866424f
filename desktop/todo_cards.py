"""The four to-do cards of 首页: what is not filed, what is wrong, what came back, what waits for an answer. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.earlier import errors_card
from desktop.languages import spoken, translate
from desktop.languages.words import list_of, month_word, period_word
from desktop.place import Place
from desktop.todo import RETURNED, WAITING, Line, standing
from forms import periods

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.book import Book


@dataclass(frozen=True, slots=True)
class Card:
    """A to-do card: a number, what it counts, a note, and the place it leads to (None: nothing to do)."""

    number: int
    note: str
    place: Place | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class Todo:
    """The four cards."""

    unfiled: Card
    errors: Card
    returned: Card
    waiting: Card


def todo(workspace: Workspace, shown: list[Line]) -> Todo:
    """Count what is to be done; returned and waiting filings count in every period."""
    open_lines = [one for one in shown if one.owed and not one.is_sent and one.pill not in RETURNED]
    wrong = [one for one in shown if one.errors]
    returned = standing(workspace.book, RETURNED)
    waiting = standing(workspace.book, WAITING)
    return Todo(
        _unfiled_card(open_lines),
        Card(*errors_card(workspace, [(one.place, one.errors, one.short) for one in wrong])),
        Card(
            len(returned),
            _series_names(workspace.book, returned, translate("Todo", "没有退回")),
            _place(returned),
            "records",
        ),
        Card(
            len(waiting),
            _series_names(workspace.book, waiting, translate("Todo", "没有待反馈")),
            _place(waiting),
            "records",
        ),
    )


def _unfiled_card(found: list[Line]) -> Card:
    """Count what the province does not have; it leads to the first report to fill, or to what waits to be sent."""
    drafts, unsent = [one for one in found if not one.is_unsent], [one.short for one in found if one.is_unsent]
    note = list_of([one.short for one in drafts]) or translate("Todo", "本期已全部报送")
    if unsent:
        signed = translate("Todo", "已签名待发送：%1").replace("%1", list_of(unsent))
        note = f"{note} · {signed}" if drafts else signed
    leads = [one.place for one in drafts or found]
    return Card(len(found), note, leads[0] if leads else None, "" if drafts else "submit")


def _place(found: list[tuple[str, str]]) -> Place | None:
    return Place(*found[0]) if found else None


def _series_names(book: Book, found: list[tuple[str, str]], nothing: str) -> str:
    if not found:
        return nothing
    form, period = found[0]
    short = spoken(book.catalogue).edition(form, period).short
    when = month_word(int(period[5:])) if periods.is_month(period) else period_word(period)
    text = translate("Todo", "%1%2").replace("%1", when).replace("%2", short)
    return text if len(found) == 1 else translate("Todo", "%1 等").replace("%1", text)
