"""The outbox (待发): filings frozen but not yet receipted, what goes next, and when a failed one is tried again.

The queue is rows of the Book, so every attempt is visible and survives a crash. `plan` is pure: rows in, steps out.

    SEND   nothing stands in its way
    HOLD   it depends on a filing that the province does not have yet
    WAIT   its last attempt failed a moment ago
    REST   the whole queue waits: the province asked for a pause, or five connections in a row failed
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from forms import revisions
from forms.book import Book
from forms.errors import ZhibaoError
from sync.errors import EndpointBusy, EndpointRefused, EndpointUnreachable, FilingRefused
from sync.signed import SignedFiling
from sync.states import move, stamp, state_of
from sync.ways import State

FIRST_PAUSE = 2.0
"""Seconds; doubled with every attempt."""
LONGEST_PAUSE = 15 * 60.0
LONGEST_WISH = 24 * 3600.0
"""Seconds; the longest Retry-After that is believed."""
FAILURES_BEFORE_REST = 5

_FAILURES = "outbox.failures"  # connection failures in a row
_REST_UNTIL = "outbox.rest_until"  # after too many of them; a person who asks for it may try all the same
_BUSY_UNTIL = "outbox.busy_until"  # what the province asked for with Retry-After; nobody overrides that


class NextStep(StrEnum):
    """What the plan says of a queued filing."""

    SEND = "SEND"
    HOLD = "HOLD"
    WAIT = "WAIT"
    REST = "REST"


@dataclass(frozen=True, slots=True)
class Item:
    """A queued filing. `order`, `needs` and `short` come from its edition; `next_at` in seconds since the epoch."""

    filing_id: str
    form: str
    period: str
    revision: int
    order: int
    needs: tuple[str, ...]
    attempts: int
    next_at: float
    last_problem: str | None
    outcome_unknown: bool
    queued_at: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """One line of the plan; `why` is a Chinese clause for people, `until` the time of the next try."""

    item: Item
    next_step: NextStep
    why: str = ""
    until: float = 0.0


@dataclass(frozen=True, slots=True)
class Pauses:
    """Until when the whole queue waits (seconds since the epoch), by whose wish."""

    busy_until: float = 0.0
    rest_until: float = 0.0


def plan(
    items: Iterable[Item],
    *,
    stuck: Iterable[tuple[str, str]],
    pauses: Pauses,
    now: float,
    due_only: bool,
    names: Mapping[str, str] | None = None,
) -> list[Planned]:
    """Say what becomes of each queued filing, in send order.

    `stuck` are the (form, period) whose newest revision the province refused; `due_only` is for the timer: a person who
    asks for a sync overrides the back-off, but not what the province asked for. `names` are those of forms.
    """
    queue = sorted(items, key=lambda item: (item.order, item.period, item.revision))
    blocked = sorted(stuck)
    steps: list[Planned] = []
    for item in queue:
        waits_for = _waits_for(item, queue, blocked, names or {})
        if waits_for:
            steps.append(Planned(item, NextStep.HOLD, waits_for))
        elif pauses.busy_until > now:
            steps.append(Planned(item, NextStep.REST, "省平台要求稍后再试", pauses.busy_until))
        elif due_only and pauses.rest_until > now:
            steps.append(Planned(item, NextStep.REST, "连续多次连接不上，暂停发送", pauses.rest_until))
        elif due_only and item.next_at > now:
            steps.append(Planned(item, NextStep.WAIT, "上次没有成功，稍后再试", item.next_at))
        else:
            steps.append(Planned(item, NextStep.SEND))
    return steps


def _waits_for(item: Item, queue: list[Item], blocked: list[tuple[str, str]], names: Mapping[str, str]) -> str:
    """Name what the province must have first: what the form needs, and the series' own earlier revision."""
    for other in queue:
        own_earlier = (other.form, other.period) == (item.form, item.period) and other.revision < item.revision
        if other.form in item.needs or own_earlier:
            return f"等待{other.short or other.form}（{other.period}）先被接收"
    for form, period in blocked:
        if form in item.needs and item.period.startswith(period):  # of the same month, or of its year
            return f"等待{names.get(form, '')}{form}（{period}）改正后重新报送"
    return ""


def pause_after(attempts: int, floor: float, uniform: Callable[[float, float], float] = random.uniform) -> float:
    """Give the seconds to wait after the n-th attempt (n ≥ 1): full jitter, never less than the server's wish."""
    widest = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(attempts, 20))
    return max(floor, uniform(0.0, widest))


def queued(book: Book) -> list[Item]:
    """Read the queue."""
    rows = book.db.execute(
        "SELECT o.*, f.form, f.period, f.revision FROM outbox o JOIN filings f ON f.id = o.filing_id"
    )
    return [_item(book, row) for row in rows]


def last_problem(book: Book, filing_id: str) -> str:
    """Say why a queued filing was not sent the last time; "" where nothing went wrong or it waits no more."""
    row = book.db.execute("SELECT last_problem FROM outbox WHERE filing_id = ?", (filing_id,)).fetchone()
    return (row and row["last_problem"]) or ""


def _item(book: Book, row: object) -> Item:
    found = dict(row)  # type: ignore[call-overload]
    edition = book.catalogue.edition(found["form"], found["period"])
    return Item(
        filing_id=found["filing_id"],
        form=found["form"],
        period=found["period"],
        revision=found["revision"],
        order=edition.order,
        needs=tuple(edition.needs),
        attempts=found["attempts"],
        next_at=found["next_at"],
        last_problem=found["last_problem"],
        outcome_unknown=bool(found["outcome_unknown"]),
        queued_at=found["queued_at"],
        short=edition.short,
    )


def signed(book: Book, filing_id: str) -> SignedFiling:
    """Give a filing as it is sent: the bytes that were signed, the signature, the key's id."""
    row = book.db.execute("SELECT body, signature, key_id FROM filings WHERE id = ?", (filing_id,)).fetchone()
    return SignedFiling(document=row["body"], signature=row["signature"], key_id=row["key_id"])


def current_plan(book: Book, *, now: float, due_only: bool) -> list[Planned]:
    """Plan the queue as it stands."""
    stuck = book.db.execute(
        "SELECT f.form, f.period FROM filings f JOIN standing s ON s.filing_id = f.id"
        f" WHERE s.state IN (?, ?) AND f.id = {revisions.LAST}",
        (State.REFUSED, State.CONFLICT),
    ).fetchall()
    return plan(
        queued(book),
        stuck=[tuple(row) for row in stuck],
        pauses=_pauses(book, now),
        now=now,
        due_only=due_only,
        names={form: book.catalogue.edition(form).short for form in book.catalogue.forms},
    )


def _pauses(book: Book, now: float) -> Pauses:
    """Read the pauses; one of more than a day was noted by a clock that has been put back since, and is void."""
    until = (float(book.get(_BUSY_UNTIL) or 0), float(book.get(_REST_UNTIL) or 0))
    return Pauses(*(moment if moment - now <= LONGEST_WISH else 0.0 for moment in until))


def enqueue(book: Book, filing_id: str) -> None:
    """Sign off a filing just inserted and queue it; joins the caller's transaction."""
    with book.transaction():
        move(book, filing_id, "sign")
        move(book, filing_id, "queue")
        book.db.execute("INSERT INTO outbox(filing_id, queued_at) VALUES (?, ?)", (filing_id, stamp()))


def take(book: Book, filing_id: str) -> None:
    """Mark the filing as on its way, durably, before the first byte leaves."""
    with book.transaction():
        move(book, filing_id, "send")
        book.db.execute("UPDATE outbox SET attempts = attempts + 1 WHERE filing_id = ?", (filing_id,))


def put_back(book: Book, filing_id: str, problem: EndpointUnreachable | EndpointRefused, *, now: float) -> None:
    """Queue a filing again whose attempt failed; once its outcome was unknown it stays so until there is a receipt."""
    with book.transaction() as db:
        unknown = isinstance(problem, EndpointUnreachable) and problem.outcome_unknown
        move(book, filing_id, "timeout" if unknown else "not-sent", problem.code)
        attempts = db.execute("SELECT attempts FROM outbox WHERE filing_id = ?", (filing_id,)).fetchone()[0]
        floor = problem.retry_after if isinstance(problem, EndpointBusy) else 0.0
        db.execute(
            "UPDATE outbox SET next_at = ?, last_problem = ?, outcome_unknown = outcome_unknown | ?"
            " WHERE filing_id = ?",
            (now + pause_after(attempts, floor), problem.message, int(unknown), filing_id),
        )


def postpone(book: Book, filing_id: str, problem: ZhibaoError, *, now: float) -> None:
    """Let a filing wait whose attachments did not get through: it never left itself, so it can still be cancelled."""
    with book.transaction() as db:
        db.execute("UPDATE outbox SET attempts = attempts + 1 WHERE filing_id = ?", (filing_id,))
        attempts = db.execute("SELECT attempts FROM outbox WHERE filing_id = ?", (filing_id,)).fetchone()[0]
        floor = problem.retry_after if isinstance(problem, EndpointBusy) else 0.0
        db.execute(
            "UPDATE outbox SET next_at = ?, last_problem = ? WHERE filing_id = ?",
            (now + pause_after(attempts, floor), problem.message, filing_id),
        )


def leave(book: Book, filing_id: str) -> None:
    """Take the filing out of the queue: it was received, refused, or cancelled."""
    with book.transaction() as db:
        db.execute("DELETE FROM outbox WHERE filing_id = ?", (filing_id,))


def note_failure(book: Book, problem: EndpointUnreachable, *, now: float) -> bool:
    """Count a failed connection and let every queued filing show it; tell whether the whole queue now waits."""
    with book.transaction() as db:
        db.execute("UPDATE outbox SET last_problem = ?", (problem.message,))
        if isinstance(problem, EndpointBusy):
            book.put(_BUSY_UNTIL, repr(now + problem.retry_after))
            return True
        failures = int(book.get(_FAILURES) or 0) + 1
        book.put(_FAILURES, str(failures))
        if failures >= FAILURES_BEFORE_REST:
            book.put(_REST_UNTIL, repr(now + pause_after(failures, FIRST_PAUSE)))
        return failures >= FAILURES_BEFORE_REST


def rests(book: Book, *, now: float) -> bool:
    """Tell whether the whole queue waits."""
    pauses = _pauses(book, now)
    return now < max(pauses.busy_until, pauses.rest_until)


def note_success(book: Book) -> None:
    """Forget the failures: the province has answered."""
    if book.get(_FAILURES) is not None or book.get(_REST_UNTIL) is not None or book.get(_BUSY_UNTIL) is not None:
        with book.transaction():
            for key in (_FAILURES, _REST_UNTIL, _BUSY_UNTIL):
                book.put(key, None)


def recover(book: Book) -> list[str]:
    """Queue again what a crash left SENDING: nobody knows its outcome, and sending the same id again is safe."""
    with book.transaction() as db:
        lost = [row[0] for row in db.execute("SELECT filing_id FROM standing WHERE state = ?", (State.SENDING,))]
        for filing_id in lost:
            move(book, filing_id, "timeout", "the program ended while sending")
            db.execute("UPDATE outbox SET outcome_unknown = 1 WHERE filing_id = ?", (filing_id,))
    return lost


def cancel(book: Book, filing_id: str) -> None:
    """Take a filing back that certainly never left this PC. Raises `FilingRefused` otherwise."""
    with book.transaction() as db:
        row = db.execute("SELECT outcome_unknown FROM outbox WHERE filing_id = ?", (filing_id,)).fetchone()
        if row is None or state_of(book, filing_id) is not State.QUEUED:
            raise FilingRefused("not-queued", "这份申报不在待发队列中，不能取消；已发送的请用“撤回”。")
        if row["outcome_unknown"]:
            raise FilingRefused(
                "outcome-unknown", "这份申报曾经发出而未得到答复，省平台可能已收到，不能取消；请先同步。"
            )
        move(book, filing_id, "cancel")
        leave(book, filing_id)
