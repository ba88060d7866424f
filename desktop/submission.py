"""A submission from start to receipt, as one piece of background work: enrol if need be, file, send, hear. No Qt.

A code is tried before anything is frozen: a refused one changes nothing. Where the province cannot be reached, the
filings are frozen and queued all the same, and go with the next exchange after the enrolment.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sync import answers, enrolment, exchange, outbox, sealing
from sync.errors import EndpointUnreachable
from sync.report import SyncReport

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.book import Book
    from sync.progress import Progress
    from sync.sealing import FileResult


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked to file: forms of a period (None: all), earlier periods too, and how to enrol first.

    ``along`` names earlier series (form, period) that are filed whatever ``forms`` says. Without ``send`` what is
    frozen stays queued: the firm has no province yet.
    """

    period: str
    as_of: str
    forms: Sequence[str] | None = None
    with_earlier: bool = False
    along: Sequence[tuple[str, str]] = ()
    code: str = ""
    send: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """A series without its receipt: what the province or the queue says of it; ``refused`` where she must mend it.

    ``uid`` and ``field`` are the first cell that the province names.
    """

    form: str
    period: str
    why: str
    refused: bool
    uid: str | None = None
    field: str | None = None


@dataclass(slots=True)
class Submission:
    """How it went: what was frozen, what the province answered; ``report`` is None where nothing was sent."""

    filed: FileResult
    report: SyncReport | None = None
    receipts: int = 0
    held: list[Held] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def submit_and_send(book: Book, wanted: Wanted, progress: Progress, cancelled: Callable[[], bool]) -> Submission:
    """Do the whole of it on ``book`` (a worker's own connection).

    Raises ZhibaoError: the code or the filing was refused; then nothing was frozen by this call.
    """
    unreached = _enrolled(book, wanted.code)
    filed = sealing.file_period(
        book,
        wanted.period,
        forms=wanted.forms,
        with_earlier=wanted.with_earlier,
        along=wanted.along,
        as_of=wanted.as_of,
        progress=progress,
    )
    outcome = Submission(filed)
    if filed.blocked or cancelled() or not wanted.send:
        return outcome
    if unreached is not None:
        outcome.report = SyncReport(queued=len(outbox.queued(book)), problem=unreached)
        return outcome
    outcome.report = exchange.sync(book, progress=progress, cancelled=cancelled)
    outcome.held = _held(book, filed)
    outcome.receipts = len(filed.filed) - len(outcome.held)
    return outcome


def _held(book: Book, filed: FileResult) -> list[Held]:
    """List what has no receipt yet, what was refused first."""
    receipted = answers.receipted(book)
    waiting = {step.item.filing_id: step for step in outbox.current_plan(book, now=time.time(), due_only=False)}
    found = []
    for one in filed.filed:
        if one.id in receipted:
            continue
        problem, step = answers.refusal_of(book, one.id), waiting.get(one.id)
        if step is not None:
            found.append(Held(one.form, one.period, step.why or step.item.last_problem or "", refused=False))
        elif problem is not None and problem.cells:
            cell = problem.cells[0]
            found.append(Held(one.form, one.period, cell.message, refused=True, uid=cell.uid, field=cell.field))
        else:
            why = problem.detail or problem.title if problem is not None else ""
            found.append(Held(one.form, one.period, why, refused=problem is not None))
    return sorted(found, key=lambda one: not one.refused)


def _enrolled(book: Book, code: str) -> EndpointUnreachable | None:
    """Enrol with a code, where one was given; give why the province could not be reached, if it could not."""
    try:
        if code:
            enrolment.enroll(book, code)
    except EndpointUnreachable as problem:
        return problem
    return None
