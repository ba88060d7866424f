"""What is to be done now: the lines of the period, the counts of the to-do cards, the badges of the navigation. No Qt.

The words are those of the filing states; «有错误» is a draft whose last check found errors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.clock import shown_time
from desktop.pages.page import Place
from forms import filing, periods, series
from sync.states import LABELS

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.book import Book

RETURNED = ("RETURNED", "REFUSED", "CONFLICT")
WAITING = ("RECEIVED", "IN_REVIEW", "SIGNED", "QUEUED", "SENDING", "HANDED_OVER", "RELAYED")
DONE = ("ACCEPTED", "LOCKED", "SUPERSEDED")
OTHER_DRAFTS = ("DRAFT", "WITHDRAWN", "ABANDONED")


@dataclass(frozen=True, slots=True)
class Line:
    """One form of the period: its pill (state key and word), a note, and what to do about it (a word and a place)."""

    form: str
    period: str
    short: str
    due: str
    pill: str
    word: str
    note: str
    action: str
    place: Place
    owed: bool = True
    errors: int = 0
    unexplained: int = 0
    late: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing found by the last check keeps it from being filed."""
        return not self.errors and not self.unexplained

    @property
    def counts_as_done(self) -> bool:
        """Whether the firm has done its part."""
        return self.pill in WAITING or self.pill in DONE


def lines(workspace: Workspace) -> list[Line]:
    """Return the forms of the chosen period in the order they are sent."""
    book, as_of = workspace.book, workspace.as_of
    owed = set(series.due_series(book, workspace.period))
    found = []
    for form in book.catalogue.forms:
        period = workspace.period_of(form)
        state = series.series_state(book, form, period, as_of)
        if (form, period) in owed or state.filing_id is not None:
            found.append(_line(book, state, _errors(workspace, state)))
        else:
            found.append(_nothing_owed(book, form, period, state))
    return found


def lines_of(workspace: Workspace, places: list[tuple[str, str]]) -> list[Line]:
    """Return lines for series of other periods; their names bear the period."""
    book = workspace.book
    found = []
    for form, period in places:
        state = series.series_state(book, form, period, workspace.as_of)
        line = _line(book, state, _errors(workspace, state))
        found.append(replace(line, short=f"{line.short} {periods.label(period)}"))
    return found


def pill_of(state: str, errors: int) -> tuple[str, str]:
    """Return the state key by which a series is painted, and the word for it."""
    if errors and state in (*OTHER_DRAFTS, "CHECKED"):
        return "ERRORS", "有错误"
    return state, LABELS.get(state, state)


def _errors(workspace: Workspace, state: series.SeriesState) -> int:
    """Count the errors that keep a series from being filed, those of rows without a date (未归期) too."""
    if not state.is_open:
        return 0
    result = workspace.result
    if result is None:
        return state.errors + series.undated(workspace.book, state.form)
    places = {(state.form, state.period), (state.form, "")}
    return sum(one.severity == "error" and (one.form, one.period) in places for one in result.findings)


def _line(book: Book, state: series.SeriesState, errors: int) -> Line:
    pill, word = pill_of(state.state, errors)
    return Line(
        form=state.form,
        period=state.period,
        short=book.catalogue.edition(state.form, state.period).short,
        due=state.due,
        pill=pill,
        word=word,
        note=_note(book, state, errors),
        action=_action(pill),
        place=Place(state.form, state.period),
        errors=errors,
        unexplained=state.unexplained if state.is_open else 0,
        late=state.late and state.is_open,
    )


def _nothing_owed(book: Book, form: str, period: str, state: series.SeriesState) -> Line:
    short = book.catalogue.edition(form, period).short
    note = "本期没有记录，不用报送"
    return Line(form, period, short, state.due, "DRAFT", "无需报送", note, "填报", Place(form, period), owed=False)


def _action(pill: str) -> str:
    if pill in ("ERRORS", "DRAFT", *RETURNED):
        return "填报" if pill == "DRAFT" else "修改"
    return "报送" if pill == "CHECKED" else "查看"


def _note(book: Book, state: series.SeriesState, errors: int) -> str:
    if state.state in ("DRAFT", "CHECKED", "WITHDRAWN", "ABANDONED"):
        return _draft_note(state, errors)
    if state.state in ("RETURNED", "REFUSED", "CONFLICT"):
        return _refusal_note(book, state)
    if state.state in ("SIGNED", "QUEUED", "SENDING"):
        return _queue_note(book, state.filing_id or "")
    received = book.db.execute("SELECT received_at FROM receipts WHERE filing_id = ?", (state.filing_id,)).fetchone()
    text = f"{shown_time(received['received_at'])} 平台已收" if received else "已报送"
    if state.changed_since:
        return f"{text}；已报后有改动"
    return text if state.revision == 1 else f"{text}，第{state.revision}版"


def _queue_note(book: Book, filing_id: str) -> str:
    """Say why a signed filing still waits."""
    import time

    from sync import outbox

    for step in outbox.current_plan(book, now=time.time(), due_only=True):
        if step.item.filing_id == filing_id:
            return step.why or step.item.last_problem or "已签名，等待发送到省级平台"
    return "正在发送到省级平台"


def _draft_note(state: series.SeriesState, errors: int) -> str:
    counts = [(errors, "处错误"), (state.unexplained, "处提示待说明")]
    said = "、".join(f"{count} {what}" for count, what in counts if count)
    if state.checked_at is None:
        return f"上次审核有{said}，改后未重审" if said else "尚未审核"
    return said or f"审核通过，{shown_time(state.checked_at)}"


def _refusal_note(book: Book, state: series.SeriesState) -> str:
    if state.state == "RETURNED":
        from sync.overview import comments_on

        comments = [one for one in comments_on(book, state.form, state.period) if one["revision"] == state.revision]
        text = comments[-1]["text"] if comments else "主管部门已退回"
        return f"主管部门退回：{text}"
    from sync.exchange import refusal_of

    problem = refusal_of(book, state.filing_id or "")
    return f"平台拒收：{problem.title}" if problem else "平台未接收，请查看原因"


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
    open_lines = [one for one in shown if one.owed and not one.counts_as_done and one.pill not in RETURNED]
    wrong = [one for one in shown if one.errors]
    returned = _standing(workspace.book, RETURNED)
    waiting = _standing(workspace.book, WAITING)
    return Todo(
        Card(len(open_lines), _names(open_lines, "本期已全部报送"), _first(open_lines)),
        Card(sum(one.errors for one in wrong), _names(wrong, "没有发现错误"), _first(wrong)),
        Card(len(returned), _series_names(workspace.book, returned, "没有退回"), _place(returned), "records"),
        Card(len(waiting), _series_names(workspace.book, waiting, "没有待反馈"), _place(waiting), "records"),
    )


def _names(found: list[Line], nothing: str) -> str:
    return "、".join(one.short for one in found) or nothing


def _first(found: list[Line]) -> Place | None:
    return found[0].place if found else None


def _place(found: list[tuple[str, str]]) -> Place | None:
    return Place(*found[0]) if found else None


def _series_names(book: Book, found: list[tuple[str, str]], nothing: str) -> str:
    if not found:
        return nothing
    form, period = found[0]
    short = book.catalogue.edition(form, period).short
    text = f"{int(period[5:])}月{short}" if periods.is_month(period) else f"{period}年{short}"
    return text if len(found) == 1 else f"{text} 等"


def _standing(book: Book, states: tuple[str, ...]) -> list[tuple[str, str]]:
    """List the (form, period) whose newest filing is in one of the states, the newest period first."""
    marks = ", ".join("?" * len(states))
    query = (
        f"SELECT f.form, f.period FROM filings f JOIN standing s ON s.filing_id = f.id WHERE s.state IN ({marks})"
        f" AND f.id = {filing.LAST} ORDER BY f.period DESC, f.form"
    )
    return [(row["form"], row["period"]) for row in book.db.execute(query, states)]


def badges(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Return what is to be done by page: (must be mended, only awaits an explanation); returns must be looked at."""
    from desktop.catalogue_of_pages import PROFILE_FORM

    found = {
        "profile" if one.form == PROFILE_FORM else f"form:{one.form}": (one.errors, one.unexplained)
        for one in lines(workspace)
    }
    found["records"] = (len(_standing(workspace.book, RETURNED)), 0)
    return found
