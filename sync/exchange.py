"""One exchange with the province: send what is queued, then hear what it has said since.

`sync` plans (sync.outbox.plan, pure) and acts, one filing at a time, its attached files first (sync.uploads); no
transaction waits for the network.
Stories, by what the province answers to a filing:

    a receipt that verifies              RECEIVED, out of the queue, the revision before it SUPERSEDED
    413, 422, 423: it cannot be taken    REFUSED, out of the queue; what the province found is kept to be shown
    413, 415 of a file it names          REFUSED likewise
    412 head-moved                       CONFLICT, out of the queue
    400, 401, 403, 410 …                 it is not about the filing: back into the queue, the exchange ends
    what may be tried again (429, 503 …) back into the queue, the exchange ends; Retry-After is a floor
    nothing, or nobody we know           back into the queue, outcome unknown; after five in a row all wait
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from forms import media, revisions
from forms.book import Book
from forms.errors import InputRefused
from sync import feed, history, outbox, reconcile, scheme, uploads
from sync.enrolment import certified_key, suits
from sync.errors import EndpointBusy, EndpointRefused, EndpointUnreachable, FilingRefused, SyncRunning
from sync.problems import ProblemType
from sync.progress import Progress, Step, gently, silent
from sync.province import CURSOR, EPOCH, keys_of, moment, url_of
from sync.report import SyncReport, sentence
from sync.session import Session, conversation
from sync.states import move, stamp, state_of
from sync.transport import Transport
from sync.ways import State, after

__all__ = ["never", "recover", "sync", "withdraw"]

SKEW_SECONDS = 300.0
_NOT_KNOWN = "没有等到平台答复，稍后用同一编号再发，平台不会重复登记"
_ABOUT_THE_FILING = frozenset({412, 413, 422, 423})
_NEVER_TAKEN = frozenset({413, 415})  # said of an attached file: too large, or of no type that is taken
_running: set[Path] = set()
_running_lock = threading.Lock()


def never() -> bool:
    """Tell that nobody has cancelled."""
    return False


def sync(
    book: Book,
    *,
    send: Transport | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = never,
    due_only: bool = False,
    clock: Callable[[], float] = time.time,
) -> SyncReport:
    """Send what is queued and take in the province's word.

    The network's troubles and the province's refusals come back as `SyncReport.problem`. Raises `InputRefused` kinds:
    `NotEnrolled`, `SyncRunning`, `KeyProblem`.
    """
    with _alone(book):
        url = url_of(book)
        key = certified_key(book)
        outbox.recover(book)
        report = SyncReport()
        if due_only and outbox.rests(book, now=clock()):
            report.queued = len(outbox.queued(book))
            return report
        begun = clock()
        with conversation(url, key, send) as session:
            _Exchange(book, session, report, gently(progress), cancelled, clock, due_only=due_only).run()
        report.queued = len(outbox.queued(book))
        with book.transaction():
            history.note(book, sentence(report, clock() - begun))
            history.remember(book, report)
    return report


def withdraw(book: Book, form: str, period: str, *, send: Transport | None = None) -> State:
    """Take the newest filing of a series back: out of the queue if it never left, else at the province.

    Raises `FilingRefused` if there is nothing to take back, `EndpointRefused` if a decision was made meanwhile.
    """
    row = revisions.last_of(book, form, period)
    here = state_of(book, row["id"]) if row else State.DRAFT
    if row is not None and here is State.QUEUED:
        outbox.cancel(book, row["id"])
        return State.ABANDONED
    if row is None or after(here, "withdraw") is None:
        raise FilingRefused("not-withdrawable", "这一期没有可以撤回的申报：尚未报送，或平台已作出结论。")
    with _alone(book), conversation(url_of(book), certified_key(book), send) as session:
        feed.withdrawn(book, row["id"], session.withdraw(row["id"]), keys_of(book))
    history.note(book, f"已撤回{history.name_of(book, form, period)}", row["id"])
    return State.WITHDRAWN


class _Exchange:
    """One run: greet, send, hear. Each step leaves the Book consistent, so it may end anywhere."""

    def __init__(
        self,
        book: Book,
        session: Session,
        report: SyncReport,
        progress: Progress,
        cancelled: Callable[[], bool],
        clock: Callable[[], float],
        *,
        due_only: bool,
    ) -> None:
        self._book = book
        self._session = session
        self._report = report
        self._progress = progress
        self._cancelled = cancelled
        self._clock = clock
        self._due_only = due_only
        self._resting = False
        self._tried: set[str] = set()

    def run(self) -> None:
        """Do the whole exchange; what goes wrong ends in the report."""
        try:
            self._greet()
            while True:
                self._send_all()
                if not self._hear():
                    break
        except EndpointUnreachable as problem:
            self._report.problem = problem
            outbox.note_failure(self._book, problem, now=self._clock())
        except EndpointRefused as problem:
            self._report.problem = problem
        else:
            self._forget_what_mended()

    def _forget_what_mended(self) -> None:
        """An answer was lost, and the feed told it all the same: that is no problem any more."""
        if isinstance(self._report.problem, EndpointUnreachable) and not outbox.queued(self._book):
            self._report.problem = None
            self._report.notes.append("途中有答复丢失，已随后取回。")

    def _greet(self) -> None:
        capabilities = self._session.capabilities()
        suits(self._book, capabilities)
        self._report.notes += scheme.hear(self._book, capabilities)
        self._report.server_time = capabilities.server_time
        self._report.skew_seconds = self._clock() - moment(capabilities.server_time).timestamp()
        if abs(self._report.skew_seconds) > SKEW_SECONDS:
            minutes = round(abs(self._report.skew_seconds) / 60)
            self._report.notes.append(f"本机时间与省平台相差约{minutes}分钟；截止时间以省平台为准，请校准本机时间。")
        self._report.notes += reconcile.catch_up(self._book, self._session, capabilities, self._cancelled)
        self._session.sign_in()

    def _send_all(self) -> None:
        """Send what may go, each filing once an exchange."""
        tried = self._tried
        total = len(tried) + len(outbox.queued(self._book))
        while not (self._cancelled() or self._resting):
            steps = outbox.current_plan(self._book, now=self._clock(), due_only=self._due_only)
            ready = [s.item for s in steps if s.next_step is outbox.NextStep.SEND and s.item.filing_id not in tried]
            self._progress(Step.UPLOAD, len(tried), total)
            if not ready:
                break
            tried.add(ready[0].filing_id)
            self._send(ready[0])
        self._progress(Step.UPLOAD, total, total)

    def _send(self, item: outbox.Item) -> None:
        """Send one filing; raise only what ends the exchange."""
        book, filing_id = self._book, item.filing_id
        if not self._upload(item):
            return
        outbox.take(book, filing_id)
        self._report.sent += 1
        try:
            signed = self._session.put_filing(filing_id, outbox.signed(book, filing_id))
            self._report.received += feed.receive(book, filing_id, signed, keys_of(book))
        except EndpointUnreachable as problem:
            outbox.put_back(book, filing_id, problem, now=self._clock())
            self._tell(item, _NOT_KNOWN if problem.outcome_unknown else f"没有送达：{problem.message}")
            self._report.problem = problem
            if isinstance(problem, EndpointBusy):
                raise
            self._resting = outbox.note_failure(book, problem, now=self._clock())
        except EndpointRefused as problem:
            self._refused(item, problem)
        else:
            self._tell(item, f"平台已收到，回执 {filing_id}")
            outbox.note_success(book)

    def _upload(self, item: outbox.Item) -> bool:
        """Send the attached files first; tell whether the filing may follow. It has not left meanwhile."""
        book, filing_id = self._book, item.filing_id
        try:
            done = uploads.upload(book, self._session, filing_id, self._cancelled)
        except (EndpointUnreachable, InputRefused) as problem:
            outbox.postpone(book, filing_id, problem, now=self._clock())
            self._tell(item, f"附件没有传完：{problem.message}")
            if isinstance(problem, InputRefused):  # the Book has lost a content: the others can still go
                self._report.notes.append(problem.message)
                return False
            self._report.problem = problem
            if isinstance(problem, EndpointBusy):
                raise
            self._resting = outbox.note_failure(book, problem, now=self._clock())
            return False
        except EndpointRefused as problem:
            outbox.take(book, filing_id)
            self._refused(item, problem, never_takes=problem.problem.status in _NEVER_TAKEN)
            return False
        self._report.uploaded += done.files
        if done.files:
            self._tell(item, f"已先传附件{done.files}个（{media.size_text(done.bytes)}）")
        return done.whole

    def _tell(self, item: outbox.Item, came_of_it: str) -> None:
        history.sent(self._book, item.filing_id, item.form, item.period, item.attempts + 1, came_of_it)

    def _refused(self, item: outbox.Item, refusal: EndpointRefused, *, never_takes: bool = False) -> None:
        book, filing_id, problem = self._book, item.filing_id, refusal.problem
        if problem.status not in _ABOUT_THE_FILING and not never_takes:
            outbox.put_back(book, filing_id, refusal, now=self._clock())
            raise refusal
        with book.transaction() as db:
            event = "head-moved" if problem.type == ProblemType.HEAD_MOVED else "refuse"
            move(book, filing_id, event, problem.type)
            outbox.leave(book, filing_id)
            db.execute(
                "INSERT INTO refusals(filing_id, at, problem) VALUES (?, ?, ?)"
                " ON CONFLICT(filing_id) DO UPDATE SET at = excluded.at, problem = excluded.problem",
                (filing_id, stamp(), msgspec.json.encode(problem).decode()),
            )
            self._tell(item, f"平台没有接收：{problem.title}")
        self._report.refused += 1
        self._report.problem = self._report.problem or refusal

    def _hear(self) -> bool:
        """Pull the feed to its end; tell whether it brought receipts that let others be sent."""
        received = self._report.received
        book, epoch = self._book, self._book.get(EPOCH) or ""
        self._progress(Step.RECEIPT, 0, 1)
        more = True
        while more and not (self._cancelled() or self._resting):
            page = self._session.changes(int(book.get(CURSOR) or 0), epoch)
            if page.epoch != epoch:
                raise EndpointRefused(reconcile.NOT_DONE)
            applied = feed.apply_page(book, page, keys_of(book))
            self._report.events += applied.events
            self._report.received += applied.received
            self._report.returned += applied.returned
            if applied.elsewhere:
                self._report.notes.append(f"有{applied.elsewhere}条消息是关于本企业另一台电脑上的申报。")
            more = page.more and bool(page.events)
        self._progress(Step.RECEIPT, 1, 1)
        return self._report.received > received


def recover(book: Book) -> list[str]:
    """Queue again what a crash left SENDING, unless an exchange is sending it right now."""
    with _running_lock:
        busy = book.path in _running
    return [] if busy else outbox.recover(book)


@contextlib.contextmanager
def _alone(book: Book) -> Iterator[None]:
    """Let one exchange at a time run on a Book; other processes are kept out by the Book's own lock."""
    with _running_lock:
        if book.path in _running:
            raise SyncRunning
        _running.add(book.path)
    try:
        yield
    finally:
        with _running_lock:
            _running.discard(book.path)
