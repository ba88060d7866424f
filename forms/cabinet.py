"""A folder of Books (全部企业): which firms there are and where each stands, read without locking or changing any.

Whoever keeps the books of many firms looks at all of them at once. A Book nobody has open is read as an unchanging
file, which leaves no trace beside it; one that is being written is read through its write-ahead log. What was read is
kept until the file changes.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from forms import connection, disk, migrations, periods, places, series
from forms.book import SUFFIX, Book, Firm
from forms.errors import BookProblem
from forms.filing_states import TURNED_DOWN
from forms.schema import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.series import SeriesState

"""States of what came back from the province and must be mended."""
DEMO_DAY = "demo.as_of"


@dataclass(frozen=True, slots=True)
class FirmStand:
    """Where one firm's Book stands on the day `as_of`.

    `problem` says why it could not be read, then it has no firm; with neither it was not read yet. `newer`: made by a
    newer program, to be looked at only. `in_use`: another window or command writes in it now.
    """

    path: Path
    as_of: str
    firm: Firm | None = None
    series: tuple[SeriesState, ...] = ()
    problem: BookProblem | None = None
    newer: bool = False
    in_use: bool = False

    @property
    def name(self) -> str:
        """Give the firm's name, or the file's where it could not be read."""
        return self.firm.name if self.firm else self.path.stem

    @property
    def uscc(self) -> str:
        """Give the credit code; empty where the Book could not be read."""
        return self.firm.uscc if self.firm else ""

    def find(self, form: str, period: str) -> SeriesState | None:
        """Give the series of a form; None where nothing is owed."""
        return next((one for one in self.series if (one.form, one.period) == (form, period)), None)

    def unfiled(self, period: str) -> list[SeriesState]:
        """List what a month (with its year) still owes, what came back left out."""
        wanted = {period, periods.year_of(period)}
        return [one for one in self.series if one.period in wanted and one.is_open and one.state not in TURNED_DOWN]

    def returned(self) -> list[SeriesState]:
        """List what came back, in every period."""
        return [one for one in self.series if one.state in TURNED_DOWN]

    def overdue(self) -> list[SeriesState]:
        """List what is owed and past its deadline, in every period."""
        return [one for one in self.series if one.is_open and one.late]


Stamp = tuple[int, int, int, int]
"""Change time (ns) and size of a Book's file and of its write-ahead log."""


class Cabinet:
    """The Books of a folder, and others by path; what was read of one is kept until its file changes."""

    def __init__(self, folder: Path, others: Iterable[Path] = ()) -> None:
        """Take a folder; it need not exist yet."""
        self.folder = folder
        self.others = tuple(others)
        self._read: dict[Path, tuple[Stamp, FirmStand]] = {}
        self._fit: dict[Path, bool] = {}

    def keep(self, other: Cabinet) -> None:
        """Take over what another cabinet has read."""
        self._read |= other._read

    def paths(self) -> list[Path]:
        """List the files that are or claim to be Books, each once, by their true paths."""
        try:
            here = sorted(path for path in self.folder.glob(f"*{SUFFIX}") if path.is_file())
        except OSError:
            here = []
        return list(dict.fromkeys(path.resolve() for path in (*here, *self.others)))

    def known(self, path: Path, as_of: str | None = None) -> FirmStand | None:
        """Give what was read of a Book if it is still true, without reading; `in_use` may be old."""
        kept = self._read.get(path)
        if kept is None or kept[0] != stamp_of(path) or (as_of is not None and kept[1].as_of != as_of):
            return None
        return kept[1]

    def stand(self, path: Path, as_of: str | None = None) -> FirmStand:
        """Tell where a Book stands; a demo firm lives on its own day unless one is given. Never raises BookProblem."""
        stand = self.known(path, as_of)
        if stand is None or (as_of is None and not _is_of_today(stand)):
            if path.parent not in self._fit:
                self._fit[path.parent] = not places.is_network(path.parent)
            stamp, stand = stamp_of(path), read(path, as_of, fit=self._fit[path.parent])
            self._read[path] = (stamp, stand)
        return replace(stand, in_use=_is_in_use(path))

    def holder_of(self, uscc: str) -> FirmStand | None:
        """Find the Book of a firm by its credit code."""
        return next((one for one in map(self.stand, self.paths()) if one.uscc == uscc), None)


def read(path: Path, as_of: str | None = None, *, fit: bool = False) -> FirmStand:
    """Read a Book as it is on the disk now; what stands in the way is told. `fit`: the folder is known to be local."""
    day = as_of or periods.today()
    try:
        if not fit:
            places.refuse_unfit(path)
        for patient in (False, True):
            before = stamp_of(path)
            try:
                found = _read_once(path, as_of, patient=patient)
            except sqlite3.DatabaseError:
                if patient or before == stamp_of(path):
                    raise
            else:
                if patient or before == stamp_of(path):
                    return found
    except BookProblem as problem:
        return FirmStand(path, day, problem=problem)
    except sqlite3.DatabaseError as error:
        return FirmStand(path, day, problem=_problem_of(path, error))
    raise AssertionError(path)  # pragma: no cover - the second round returns or raises


def stamp_of(path: Path) -> Stamp:
    """Tell by what a change of a Book is seen; zeros for a file that is not there."""
    return (*_change(path), *_change(Path(f"{path}-wal")))


def _change(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _read_once(path: Path, as_of: str | None, *, patient: bool) -> FirmStand:
    """Read through SQLite alone: any other handle of a Book this process has open would drop its locks."""
    places.refuse_missing(path)
    db = _connected(path, unchanging=not patient and not Path(f"{path}-wal").exists())
    try:
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise _foreign(path)
        version = migrations.stored_version(db)
        book = Book(path, db, None, newer=version > migrations.VERSION)
        migrations.refuse_unfinished(book)
        firm = book.firm
        day = as_of or (book.get(DEMO_DAY) if firm.demo else None) or periods.today()
        try:
            found = tuple(series.all_series(book, day))
        except sqlite3.OperationalError as error:
            raise _other_version(path, newer=book.newer) from error
        return FirmStand(path, day, firm, found, newer=book.newer)
    finally:
        db.close()


def _connected(path: Path, *, unchanging: bool) -> sqlite3.Connection:
    flags = "mode=ro&immutable=1" if unchanging else "mode=ro"
    uri = f"{path.resolve().as_uri()}?{flags}"
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=1.0, check_same_thread=False)
    db.row_factory = sqlite3.Row
    return db


def _is_of_today(stand: FirmStand) -> bool:
    return stand.as_of == periods.today() or (stand.firm is not None and stand.firm.demo)


def _is_in_use(path: Path) -> bool:
    """Tell whether somebody writes in the Book; only one with a log beside it can be, or was left by a crash."""
    if not Path(f"{path}-wal").exists():
        return False
    try:
        lock = connection.locked(path)
    except BookProblem as problem:
        return problem.code == "book-in-use"
    connection.release(lock)
    return False


def _foreign(path: Path) -> BookProblem:
    return BookProblem("not-a-book", f"“{path.name}”不是外包直报的账套文件，可以把它移出这个文件夹。")


def _other_version(path: Path, *, newer: bool) -> BookProblem:
    if newer:
        return BookProblem("newer-book", f"账套“{path.name}”由更新版本的程序建立，请更新程序后再看。")
    return BookProblem("older-book", f"账套“{path.name}”由旧版本的程序建立，打开一次即自动升级。")


def _problem_of(path: Path, error: sqlite3.DatabaseError) -> BookProblem:
    if getattr(error, "sqlite_errorname", "") == "SQLITE_NOTADB":
        return _foreign(path)
    return disk.book_problem(error) or connection.damaged(path)
