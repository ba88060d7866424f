"""What is open now: the Book, the period, the last check; and the signals by which pages hear of changes.

The workspace knows no widget. Slow work runs on a sibling connection of the Book in a worker thread (``work``).
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import background, form_groups, sweeping
from desktop.languages import spoken
from desktop.settings import KnownBook, Settings, books_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.background import Job
    from desktop.place import Place
    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.check_result import CheckResult
    from forms.errors import ZhibaoError
    from sync.report import SyncReport


class Workspace(QObject):
    """The open Book and what the window shows of it."""

    bookChanged = Signal()
    periodChanged = Signal(str)
    dataChanged = Signal(str)  # the form whose rows changed; "" for several
    checked = Signal(object)  # CheckResult
    checking = Signal(bool)
    synced = Signal(object)  # SyncReport
    syncing = Signal(bool)
    problem = Signal(object)  # ZhibaoError that nobody nearer showed
    placeWanted = Signal(object)  # Place
    pageWanted = Signal(str)
    bookWanted = Signal(object)  # path of a Book to open
    importWanted = Signal(str)  # path of a workbook
    dressing = Signal()  # theme or font size is about to change
    dressed = Signal()  # theme or font size changed
    news = Signal(str)  # a sentence for the status strip
    messagesSeen = Signal()  # the person looked at the messages
    closing = Signal()  # the window closes: end what runs beside the workers

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.period = ""
        self._result: CheckResult | None = None
        self.result_at = ""
        self.saved_at = ""
        self.with_earlier = False  # whether earlier unfiled periods are looked at too (补报)
        self.needs_earlier = False  # whether some are looked at because rows of the period refer to theirs
        self.report: SyncReport | None = None
        self._book: Book | None = None
        self._check: Job | None = None
        self._sync: Job | None = None
        self._today: str | None = None

    # -- the Book

    @property
    def is_open(self) -> bool:
        """Whether a Book is open."""
        return self._book is not None

    @property
    def book(self) -> Book:
        """The open Book; asking for it while none is open is a bug."""
        if self._book is None:
            message = "no Book is open"
            raise RuntimeError(message)
        return self._book

    @property
    def catalogue(self) -> Catalogue:
        """The form definitions of the open Book, with the names the window shows."""
        return spoken(self.book.catalogue)

    @property
    def as_of(self) -> str:
        """Today as an ISO date; the demo firm lives on its own day."""
        from forms import periods

        return self._today or periods.today()

    def open_book(self, path: Path, *, readonly: bool = False) -> None:
        """Open the Book at ``path`` in place of the present one. Raises BookProblem; then the present one stays."""
        from forms.book import Book

        if self._book is not None and self._book.path.resolve() == path.resolve():
            return
        self._take(Book.open(path, readonly=readonly))

    def create_book(self, *, uscc: str, name: str, division: str, path: Path | None = None, demo: bool = False) -> None:
        """Create a firm's Book under the user's data folder and open it. Raises InputRefused."""
        from forms.book import Book

        target = path or books_folder() / f"{uscc}.zhibao"
        self._take(Book.create(target, uscc=uscc, name=name, division=division, demo=demo))

    def close(self) -> None:
        """Stop the work and close the Book."""
        self.closing.emit()
        if self._book is not None:
            from desktop import safekeeping

            background.finish()
            safekeeping.at_the_end(self._book, self.settings)
        self.let_go()

    def let_go(self) -> None:
        """Close the Book, so that its file can be put in order; another one has to be opened next."""
        background.finish()
        if self._book is not None:
            self._book.close()
            self._book = self._check = self._sync = None

    def _take(self, book: Book) -> None:
        if self._book is not None:
            background.finish()
            self._book.close()
        from forms import periods

        self._book = book
        self._check = self._sync = None  # what ran on the Book before tells no more that it ended
        self._today = book.get("demo.as_of") if book.firm.demo else None
        self.with_earlier = book.firm.demo
        self.needs_earlier = False
        self.result = None
        self.report = None
        self.saved_at = ""
        self.period = periods.previous(self.as_of[:7])
        firm = book.firm
        self.settings.forms = form_groups.listed(book, self.catalogue)
        self.settings.remember_book(KnownBook(str(book.path), firm.name, firm.uscc, firm.demo))
        self.bookChanged.emit()

    # -- periods and places

    @property
    def result(self) -> CheckResult | None:
        """The last check, None where nobody has looked at what is shown now."""
        return self._result

    @result.setter
    def result(self, result: CheckResult | None) -> None:
        if self._result is not None:
            sweeping.let_go(list(self._result.findings))
        self._result = result

    @property
    def is_checked(self) -> bool:
        """Whether the last check saw the rows as they are now."""
        return self._result is not None and self._result.is_of_now(self.book, self.as_of)

    def set_period(self, period: str) -> None:
        """Turn to another month."""
        if period != self.period:
            self.period = period
            self.result = None
            self.periodChanged.emit(period)

    def period_of(self, form: str) -> str:
        """Return the period of ``form`` that the chosen month belongs to (its year for annual forms)."""
        cadence = self.catalogue.edition(form, self.period).cadence
        return self.period[:4] if cadence == "year" else self.period

    def go(self, place: Place) -> None:
        """Show a place on its page."""
        self.placeWanted.emit(place)

    # -- changes

    def touched(self, form: str = "") -> None:
        """Tell everyone that rows of ``form`` were saved just now."""
        self.saved_at = time.strftime("%H:%M:%S")
        self.dataChanged.emit(form)

    # -- slow work

    def work(
        self,
        function: Callable[[Book, Job], Any],
        *,
        owner: QObject | None = None,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[ZhibaoError], Any] | None = None,
        progress: Callable[..., Any] | None = None,
        ended: Callable[[], Any] | None = None,
    ) -> Job:
        """Run ``function(book, job)`` in a worker thread on its own connection of the Book.

        Once this Book was closed nothing is told any more but ``ended``: the answer of a firm's check must not meet
        another firm.
        """
        book = self.book

        def while_open(call: Callable[..., Any] | None) -> Callable[..., Any] | None:
            return None if call is None else lambda *told: call(*told) if self._book is book else None

        def on_sibling(job: Job) -> Any:  # noqa: ANN401  whatever the function returns
            other = book.sibling()
            try:
                return function(other, job)
            finally:
                other.close()

        return background.run(
            on_sibling,
            owner=owner or self,
            done=while_open(done),
            failed=while_open(failed or self.problem.emit),
            progress=while_open(progress),
            ended=ended,
        )

    def check(self) -> None:
        """Check the chosen period (F9), or everything unfiled, in the background; ``checked`` tells the result."""
        if self._check is not None or self._book is None:
            return
        back = self.with_earlier or self.needs_earlier
        checked, month, as_of = self._book, self.period, self.as_of

        def checking(book: Book, job: Job) -> CheckResult:
            from forms.checks import check

            del job
            result = check(book, period=None if back else month, as_of=as_of, until=month)
            result.sort_out()
            return result

        self.checking.emit(True)
        self._check = self.work(checking, done=self._take_result, ended=lambda: self._check_ended(checked))

    @property
    def is_checking(self) -> bool:
        """Whether a check runs."""
        return self._check is not None

    def _take_result(self, result: CheckResult) -> None:
        self.result = result
        self.result_at = time.strftime("%H:%M")
        self.checked.emit(result)
        if result.unkept:
            from forms.errors import BookProblem

            self.problem.emit(BookProblem("check-unkept", f"审核已完成，但结果没能记入账套：{result.unkept}"))

    def _check_ended(self, checked: Book) -> None:
        if self._book is checked:
            self._check = None
            self.checking.emit(False)

    def sync(self, *, due_only: bool = False) -> None:
        """Send what waits and fetch what the province answered, in the background; ``synced`` tells the result.

        ``due_only`` is for the timer: it leaves alone what failed a moment ago.
        """
        from sync.province import is_enrolled

        if self._sync is not None or self._book is None or self._book.readonly or not is_enrolled(self._book):
            return

        synced, demo, as_of = self._book, self._book.firm.demo, self.as_of

        def syncing(book: Book, job: Job) -> SyncReport:
            from sync.exchange import sync

            if demo:
                from desktop.demo import keep_province

                keep_province(book, as_of)
            return sync(book, cancelled=job.cancelled, due_only=due_only)

        self.syncing.emit(True)
        self._sync = self.work(syncing, done=self.take_report, ended=lambda: self._sync_ended(synced))

    @property
    def is_syncing(self) -> bool:
        """Whether an exchange with the province runs."""
        return self._sync is not None

    def take_report(self, report: SyncReport) -> None:
        """Tell everyone how an exchange went, also one that the submit dialog ran."""
        self.report = report
        self.synced.emit(report)

    def _sync_ended(self, synced: Book) -> None:
        if self._book is synced:
            self._sync = None
            self.syncing.emit(False)
