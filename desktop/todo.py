"""What is to be done now: the lines of the period, the badges of the navigation. No Qt.

The words are those of the filing states; «有错误» is a draft whose last check found errors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop import error_counts, form_groups
from desktop.clock import shown_time
from desktop.languages import spoken, translate
from desktop.languages.words import list_of, period_word, state_word
from desktop.place import Place
from forms import revisions, series
from forms.filing_states import DRAFTS, TURNED_DOWN
from sync import answers

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.book import Book

RETURNED = tuple(sorted(TURNED_DOWN))
UNSENT = ("SIGNED", "QUEUED", "SENDING")
"""Signed and queued; the province does not have it, or has not said so."""
WAITING = ("RECEIVED", "IN_REVIEW", "HANDED_OVER", "RELAYED")
DONE = ("ACCEPTED", "LOCKED", "SUPERSEDED")
OTHER_DRAFTS = DRAFTS - {"CHECKED"}


@dataclass(frozen=True, slots=True)
class Line:
    """One form of the period: its pill (state key and word), a note, and what to do about it (a word and a place).

    `errors` keep it from being filed, `own_errors` of them are mended on it and not in a ledger it adds up.
    `unchecked` is a draft that nobody checked since its last edit, `unanswered` came back and was not touched since.
    """

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
    own_errors: int = 0
    unexplained: int = 0
    late: bool = False
    unchecked: bool = False
    warnings: int = 0
    unanswered: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing found by the last check keeps it from being filed."""
        return not self.errors and not self.unexplained

    @property
    def counts_as_done(self) -> bool:
        """Whether the firm has done its part: signed it, whether it was sent or not."""
        return self.is_sent or self.is_unsent

    @property
    def is_unsent(self) -> bool:
        """Whether it is signed and waits in the queue (待发送)."""
        return self.pill in UNSENT

    @property
    def is_sent(self) -> bool:
        """Whether it was reported (已报送)."""
        return self.pill in WAITING or self.pill in DONE


def lines(workspace: Workspace) -> list[Line]:
    """Return the forms of the chosen period in the order they are sent."""
    book, as_of = workspace.book, workspace.as_of
    owed = set(series.due_series(book, workspace.period))
    found = []
    for form in book.forms:
        period = workspace.period_of(form)
        state = series.series_state(book, form, period, as_of)
        at_the_end = series.owed_at_the_end(book, form, workspace.period, as_of)
        if state.filing_id is None and (at_the_end is False or form_groups.is_unused(book, form)):
            continue
        if at_the_end or (form, period) in owed or state.filing_id is not None:
            # The check of a month leaves the year out until its months were filed.
            unasked = at_the_end and (form, period) not in owed
            found.append(_line(workspace, state, state.errors if unasked else _errors(workspace, state)))
        else:
            found.append(_nothing_owed(book, form, period, state))
    return found


def lines_of(workspace: Workspace, places: list[tuple[str, str]]) -> list[Line]:
    """Return lines for series of other periods; their names bear the period."""
    book = workspace.book
    found = []
    for form, period in places:
        state = series.series_state(book, form, period, workspace.as_of)
        line = _line(workspace, state, _errors(workspace, state))
        found.append(replace(line, short=f"{line.short} {period_word(period)}"))
    return found


def pill_of(state: str, errors: int) -> tuple[str, str]:
    """Return the state key by which a series is painted, and the word for it."""
    if errors and state in DRAFTS:
        return "ERRORS", translate("Todo", "有错误")
    return state, state_word(state)


def _errors(workspace: Workspace, state: series.SeriesState) -> int:
    """Count the errors that keep a series from being filed, those of rows without a date (未归期) too."""
    if not state.is_open:
        return 0
    result = workspace.result
    if result is None or not workspace.is_checked:
        return state.errors + series.undated(workspace.book, state.form)
    return sum(len(result.among(state.form, period, "error")) for period in {state.period, ""})


def _line(workspace: Workspace, state: series.SeriesState, errors: int) -> Line:
    book, own = workspace.book, error_counts.own_errors(workspace, state.form, state.period, errors)
    pill, word = pill_of(state.state, errors)
    return Line(
        form=state.form,
        period=state.period,
        short=spoken(book.catalogue).edition(state.form, state.period).short,
        due=state.due,
        pill=pill,
        word=word,
        note=_note(book, state, errors, own),
        action=_action(pill),
        place=Place(state.form, state.period),
        errors=errors,
        own_errors=own,
        unexplained=state.unexplained if state.is_open else 0,
        late=state.late and state.is_open,
        unchecked=state.state in DRAFTS and state.checked_at is None,
        warnings=state.warnings,
        unanswered=state.is_untouched,
    )


def _nothing_owed(book: Book, form: str, period: str, state: series.SeriesState) -> Line:
    short = spoken(book.catalogue).edition(form, period).short
    note = translate("Todo", "本期没有记录，不用报送")
    word, action = translate("Todo", "无需报送"), translate("Todo", "填报")
    return Line(form, period, short, state.due, "DRAFT", word, note, action, Place(form, period), owed=False)


def _action(pill: str) -> str:
    if pill in ("ERRORS", "DRAFT", *RETURNED):
        return translate("Todo", "填报") if pill == "DRAFT" else translate("Todo", "修改")
    return translate("Todo", "报送") if pill == "CHECKED" else translate("Todo", "查看")


def _note(book: Book, state: series.SeriesState, errors: int, own: int) -> str:
    if state.state in DRAFTS:
        return _draft_note(state, own, follows=errors > own)
    if state.state in TURNED_DOWN:
        return _refusal_note(book, state)
    if state.state in ("SIGNED", "QUEUED", "SENDING"):
        return _queue_note(book, state.filing_id or "")
    received = answers.received_at(book, state.filing_id or "")
    text = translate("Todo", "已报送")
    if received:
        text = translate("Todo", "%1 平台已收").replace("%1", shown_time(received))
    if state.changed_since:
        return translate("Todo", "%1；已报后有改动").replace("%1", text)
    if state.revision == 1:
        return text
    return translate("Todo", "%1，第%2版").replace("%1", text).replace("%2", str(state.revision))


def _queue_note(book: Book, filing_id: str) -> str:
    """Say why a signed filing still waits."""
    import time

    from sync import outbox
    from sync.province import is_enrolled

    for step in outbox.current_plan(book, now=time.time(), due_only=True):
        if step.item.filing_id == filing_id:
            waits = translate("Todo", "已签名，等待发送到省级平台")
            if not is_enrolled(book) and not book.firm.demo:
                waits = translate("Todo", "已签名，开通报送后自动发送")
            return step.why or step.item.last_problem or waits
    return translate("Todo", "正在发送到省级平台")


def _draft_note(state: series.SeriesState, errors: int, *, follows: bool) -> str:
    waiting = state.unexplained
    counts = [
        (errors, translate("Todo", "%n 处错误", "", errors)),
        (waiting, translate("Todo", "%n 处核实项待说明", "", waiting)),
    ]
    counts.append((follows, translate("Todo", "台账改好后自动算出")))
    said = list_of([what for count, what in counts if count])
    if state.checked_at is None and said:
        return translate("Todo", "上次审核有%1，改后未重审").replace("%1", said)
    if state.checked_at is None:
        return translate("Todo", "尚未审核")
    return said or translate("Todo", "审核通过，%1").replace("%1", shown_time(state.checked_at))


def _refusal_note(book: Book, state: series.SeriesState) -> str:
    if state.state == "RETURNED":
        said = [comment.text for one in answers.decisions_on(book, state.filing_id or "") for comment in one.comments]
        text = said[-1] if said else translate("Todo", "主管部门已退回")
        return translate("Todo", "主管部门退回：%1").replace("%1", text)
    problem = answers.refusal_of(book, state.filing_id or "")
    if problem is None:
        return translate("Todo", "平台未接收，请查看原因")
    return translate("Todo", "平台拒收：%1").replace("%1", problem.title)


def standing(book: Book, states: tuple[str, ...]) -> list[tuple[str, str]]:
    """List the (form, period) whose newest filing is in one of the states, the newest period first."""
    return [(one.form, one.period) for one in revisions.last_ones(book) if one.state in states]


def badges(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Return what is to be done by page: (must be mended, only awaits an explanation); returns must be looked at."""
    from desktop.catalogue_of_pages import PROFILE_FORM

    found = {
        "profile" if one.form == PROFILE_FORM else f"form:{one.form}": (one.own_errors, one.unexplained)
        for one in lines(workspace)
    }
    found["records"] = (len(standing(workspace.book, RETURNED)), 0)
    return found
