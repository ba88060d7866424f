"""All firms as the window sees them: the folder, where each stands, and the batch that goes on whatever page is shown.

Belongs to the workspace and outlives the page. Books are read in a worker, firm by firm; a batch runs in a thread of
its own, because opening another firm ends the workspace's workers. The Book open in the window gets its turn there.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from desktop import background
from desktop.agency.control import Control, Order
from desktop.agency.outcomes import Line, Outcome
from desktop.agency.reading import read_all
from desktop.agency.rereading import Rereading
from desktop.agency.rows import Narrow, keeps
from desktop.agency.turn import Turn
from desktop.languages import translate
from desktop.settings import books_folder
from forms import periods
from forms.cabinet import Cabinet, FirmStand
from forms.errors import BookProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.agency.batch import Work
    from desktop.background import Job
    from desktop.workspace import Workspace
    from forms.book import Book

_PATIENCE = 5.0


class Agency(QObject):
    """What the page of all firms shows, kept while the page comes and goes."""

    listed = Signal()  # other firms are in the list
    stood = Signal(object)  # list[FirmStand]: these were read just now
    readingChanged = Signal(bool)
    jobChanged = Signal()  # a batch began, paused, ended or was put away
    lineEnded = Signal(object)  # Line
    firmBegun = Signal(str)
    _turnWanted = Signal(object)
    _told = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.cabinet = Cabinet(self.folder, self._others())
        self.stands: dict[Path, FirmStand] = {}
        self.period = workspace.period or periods.previous(periods.today()[:7])
        self.narrow, self.search, self.month_form = Narrow.ALL, "", ""
        self.sorted_by: tuple[int, bool] = (1, False)
        self.ticked: set[Path] = set()
        self._kinds: dict[Path, tuple[FirmStand, str, frozenset[Narrow]]] = {}
        self.order: Order | None = None
        self.then_file = False
        self.total = 0
        self.lines: list[Line] = []
        self._reading: Job | None = None
        self._rereading = Rereading(self, lambda stands: self._take(None, stands))
        self._again = False
        self._control = Control()
        self._thread: threading.Thread | None = None
        self._turn: Turn | None = None
        self._turnWanted.connect(self._give_turn, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        workspace.closing.connect(self.stop)
        workspace.periodChanged.connect(self._follow)
        workspace.bookChanged.connect(lambda: self._follow(workspace.period))

    def _follow(self, period: str) -> None:
        """Look at the month the window looks at."""
        self.period = period

    # -- the folder

    @property
    def folder(self) -> Path:
        """Return the folder of Books: the chosen one, else where the program makes them."""
        chosen = self.workspace.settings.agency_folder
        return Path(chosen) if chosen else books_folder()

    def _others(self) -> list[Path]:
        """List Books opened from elsewhere; they belong to the list while no folder was chosen."""
        settings = self.workspace.settings
        return [] if settings.agency_folder else [Path(known.path) for known in settings.known_books()]

    def choose_folder(self, folder: Path) -> None:
        """Look at another folder; it is remembered."""
        settings = self.workspace.settings
        settings.agency_folder = "" if folder.resolve() == books_folder().resolve() else str(folder)
        settings.save()
        self.ticked.clear()
        self.refresh()

    def kinds(self, stand: FirmStand) -> frozenset[Narrow]:
        """Return the filters that keep a firm; worked out once for what was read of it and the period."""
        known = self._kinds.get(stand.path)
        if known is None or known[0] is not stand or known[1] != self.period:
            kept = frozenset(one for one in Narrow if keeps(stand, one, self.period))
            known = self._kinds[stand.path] = (stand, self.period, kept)
        return known[2]

    def counts(self) -> dict[Narrow, int]:
        """Count the firms each filter keeps."""
        found = [self.kinds(stand) for stand in self.stands.values()]
        return {narrow: sum(narrow in kinds for kinds in found) for narrow in Narrow}

    def own_path(self) -> Path | None:
        """Return the Book open in the window."""
        return self.workspace.book.path.resolve() if self.workspace.is_open else None

    # -- reading

    @property
    def is_reading(self) -> bool:
        """Whether Books are being read."""
        return self._reading is not None

    def refresh(self) -> None:
        """Read again what has changed; rows arrive by ``stood``."""
        if self._reading is not None:
            self._again = True
            return
        others = self._others()
        if (self.cabinet.folder, self.cabinet.others) != (self.folder, tuple(others)):
            kept = self.cabinet
            self.cabinet = Cabinet(self.folder, others)
            self.cabinet.keep(kept)
        cabinet = self.cabinet
        self._reading = background.run(
            lambda job: read_all(cabinet, job), owner=self, progress=self._take, ended=self._read_ended
        )
        self.readingChanged.emit(True)

    def _take(self, paths: list[Path] | None, stands: list[FirmStand]) -> None:
        if paths is not None:
            gone = self.stands.keys() - set(paths)
            for path in gone:
                del self.stands[path]
            self.ticked -= gone
            for path in paths:
                self.stands.setdefault(path, FirmStand(path, ""))
        self.stands.update({one.path: one for one in stands if one.path in self.stands})
        if paths is not None:
            self.listed.emit()
        elif stands:
            self.stood.emit(stands)

    def _read_ended(self) -> None:
        self._reading = None
        self.readingChanged.emit(False)
        if self._again:
            self._again = False
            self.refresh()

    def read_again(self, path: Path) -> None:
        """Read one Book that a batch has just left."""
        self._rereading.read(self.cabinet, path)

    # -- the batch

    @property
    def is_running(self) -> bool:
        """Whether a batch is under way."""
        return self._thread is not None

    @property
    def is_paused(self) -> bool:
        """Whether the batch waits for ``resume``."""
        return self._control.is_paused

    def start(self, verb: str, stands: Sequence[FirmStand], *, then_file: bool = False) -> None:
        """Begin a batch; one that is under way goes on and nothing else begins."""
        if self._thread is not None or not stands:
            return
        self.order, self.then_file = Order(verb, self.period, _demo_code), then_file
        self.lines, self.total = [], len(stands)
        self._control = Control()
        self._thread = threading.Thread(target=self._run, args=(list(stands),), name="agency-batch", daemon=True)
        self._thread.start()
        self.jobChanged.emit()

    def pause(self) -> None:
        """Wait before the next firm, or go on."""
        if self._control.is_paused:
            self._control.resume()
        else:
            self._control.pause()
        self.jobChanged.emit()

    def cancel(self) -> None:
        """End after the firm under way."""
        self._control.cancel()
        self.jobChanged.emit()

    def put_away(self) -> None:
        """Forget the batch that has ended."""
        if self._thread is None:
            self.order, self.lines, self.total = None, [], 0
            self.jobChanged.emit()

    def stop(self) -> None:
        """End the batch because the window closes; what hangs in the network is left to its end."""
        self._control.cancel()
        thread, turn = self._thread, self._turn
        if turn is not None:
            turn.over.set()
        if thread is not None:
            thread.join(_PATIENCE)

    def _run(self, stands: list[FirmStand]) -> None:
        """Do the batch (in its own thread); the GUI hears of it by queued signals."""
        from desktop.agency import batch

        order = self.order
        assert order is not None  # noqa: S101  `start` has set it
        try:
            batch.run(
                stands,
                order,
                self._control,
                begun=lambda stand: self._tell("begun", stand.name),
                ended=lambda line: self._tell("line", line),
                perform=self._perform,
                bug_found=lambda bug: self._tell("bug", bug),
            )
        finally:
            self._tell("over", None)

    def _tell(self, what: str, value: object) -> None:
        """Tell the window, unless it has closed while a request hung in the network."""
        if shiboken6.isValid(self):
            self._told.emit(what, value)

    def _perform(self, path: Path, work: Work, cancelled: Callable[[], bool]) -> Line:
        from desktop.agency.batch import open_and_work

        if path != self.own_path():
            return open_and_work(path, work, cancelled)
        self._turn = Turn(path, work, cancelled)
        self._turnWanted.emit(self._turn)
        return self._turn.result()

    def _give_turn(self, turn: Turn) -> None:
        """Let the batch work on the Book open in the window, as one of the window's own jobs."""
        if turn.path != self.own_path():
            turn.failed(BookProblem("book-in-use", translate("Agency", "这家企业刚刚打开或关闭，请稍后再做。")))
            turn.over.set()
            return

        def working(book: Book, job: Job) -> Line:
            return turn.work(book, lambda: job.cancelled() or turn.cancelled())

        self.workspace.work(working, owner=self, done=turn.done, failed=turn.failed, ended=turn.over.set)

    def _hear(self, what: str, value: object) -> None:
        if what == "begun":
            self.firmBegun.emit(str(value))
        elif what == "line" and isinstance(value, Line):
            self.lines.append(value)
            self.lineEnded.emit(value)
            self._after_turn(value)
        elif what == "bug" and isinstance(value, Exception):
            import sys

            sys.excepthook(type(value), value, value.__traceback__)
        elif what == "over":
            self._thread = None
            self.jobChanged.emit()

    def _after_turn(self, line: Line) -> None:
        if line.outcome is Outcome.SKIPPED:
            return
        self.read_again(line.path)
        if line.path == self.own_path():
            self.workspace.touched()
            self.workspace.syncing.emit(False)  # the top bar says how the exchange stands


def _demo_code(book: Book, day: str) -> str:
    from desktop.demo import code_for, keep_province

    keep_province(book, day)
    return code_for(book)


def agency_of(workspace: Workspace) -> Agency:
    """Return the workspace's agency, made at its first use."""
    found = workspace.findChild(Agency)
    return found if isinstance(found, Agency) else Agency(workspace)
