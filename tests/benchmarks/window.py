"""Benchmark of the window: start beside bare Qt, a long ledger, and how long the event loop ever stands still.

    python tests/benchmarks/window.py [--rows N …] [--json] [--runs 3]
    python tests/benchmarks/window.py --journeys    # the longest piece of work in each journey of tests/journeys

`qt-bare` shows an empty QMainWindow, `qt-quickstart` Qt for Python's own first example; `zhibao-start` shows
the program's frame as on any day, with the firm of last time; each from process start to the first painted frame.
`zhibao-ledger` opens the contracts page over N rows (100,000 without --rows), then scrolls page by page, filters,
filters a column by its values, sorts, commits cells, pastes 5,000 cells and takes them back; times are of the hand
waiting (wall), in ms, each `*_cpu_ms` is what the processor did for it, in all threads. `zhibao-heartbeat` ticks while
5,000 rows are imported, everything is checked, and a year of filings is sent to a demonstration endpoint; `gap_ms` is
its longest pause.
`zhibao-mistakes` imports a workbook with one cell in a hundred bad, months too late, and shows one page at a time until
nothing moves any more: `*_cpu_s` is all that cost, beside `check_cpu_s` of one check without a window; `*_gap_ms` the
longest pause meanwhile, `*_work_ms` how long the window's own thread worked in one piece (the larger one counts only
on a machine with nothing else to do). Opening the Book is no part of it.
`zhibao-pages` shows every page of the demonstration firm, workbooks imported, for the first time and waits until
nothing moves: `*_work_ms` is the longest piece in which the window's own thread worked, `work_ms` that of all pages.
Each tool runs in a process of its own, in turn; the median of the runs counts. Starts are warm ones: an uncounted
first start has compiled the modules.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

AS_OF = "2026-10-28"
FORM = "JLFW-02"
SCROLLS = 60
COMMITS = 20
PASTED_ROWS, PASTED_COLUMNS = 500, 10
IMPORTED = 5_000
PATIENCE = 120  # seconds
QUIET = 1.5  # seconds without a job, after which nothing moves any more
TOO_LATE = "2026-11-23"
PAGES = ("form:JLFW-04", "profile", "form:JLFW-06", "form:JLFW-09", f"form:{FORM}", "form:JLFW-03", "submit")
PAGES += ("records", "statistics", "settings", "help", "messages", "backups")


def peak_mb() -> float:
    """Give the largest memory of this process in MB (Linux counts `ru_maxrss` over exec, so the kernel's own mark)."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def result(tool: str, rows: int, started: float, **more: Any) -> dict[str, Any]:
    """Say what a tool cost; `started` is the wall clock at process start."""
    cpu = round(time.process_time(), 4)
    wall = round(time.time() - started, 4)
    return {"tool": tool, "rows": rows, "cpu_s": cpu, "wall_s": wall, "peak_mb": peak_mb(), "findings": 0} | more


# -- the tools, each in its own process


def run_bare(_folder: Path, started: float) -> dict[str, Any]:
    """Show an empty main window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    return result("qt-bare", 0, started)


def run_quickstart(_folder: Path, started: float) -> dict[str, Any]:
    """Show Qt for Python's quick start: a button and a centred text."""
    from PySide6 import QtCore, QtWidgets

    application = QtWidgets.QApplication([])
    widget = QtWidgets.QWidget()
    widget.button = QtWidgets.QPushButton("点我")
    widget.text = QtWidgets.QLabel("你好，世界", alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
    layout = QtWidgets.QVBoxLayout(widget)
    layout.addWidget(widget.text)
    layout.addWidget(widget.button)
    widget.resize(1366, 768)
    widget.show()
    application.processEvents()
    return result("qt-quickstart", 0, started)


def run_start(_folder: Path, started: float) -> dict[str, Any]:
    """Show the program's frame, as `desktop.__main__` does."""
    gc.disable()
    from desktop import theme
    from desktop.app import dress, load_settings, make_window

    application = theme.make_application("zhibao")
    settings = load_settings()
    dress(application, settings, "light")
    window = make_window(settings)
    window.show()
    application.processEvents()
    return result("zhibao-start", 0, started)


def opened(book: Path) -> tuple[Any, Any]:
    """Open a Book in a workspace that lives on the benchmark's day."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import dress
    from desktop.settings import Settings
    from desktop.sweeping import settle, stay_responsive
    from desktop.workspace import Workspace

    application = QApplication([])
    stay_responsive(application)
    settings = Settings()
    dress(application, settings, "light")
    workspace = Workspace(settings)
    workspace.open_book(book)
    settle()
    return application, workspace


class Took(NamedTuple):
    """Milliseconds by the clock, and those the processor worked for it in all threads."""

    wall: float
    cpu: float


def timed(application: Any, work: Callable[[], object]) -> Took:
    """Do a piece of work and paint it; tell what it took."""
    started, worked = time.perf_counter(), time.process_time()
    work()
    application.processEvents()
    return Took((time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000)


def middle(some: Iterable[Took]) -> Took:
    """Give the medians."""
    walls, cpus = zip(*some, strict=True)
    return Took(statistics.median(walls), statistics.median(cpus))


def figures(found: dict[str, Took]) -> dict[str, float]:
    """Name what was measured: `open_ms`, and `open_cpu_ms`, which other processes disturb less."""
    told = {f"{name}_ms": round(took.wall, 2) for name, took in found.items()}
    return told | {f"{name}_cpu_ms": round(took.cpu, 2) for name, took in found.items()}


def run_ledger(folder: Path, started: float) -> dict[str, Any]:
    """Open, scroll, filter, sort and edit a long ledger."""
    from desktop.pages.ledger import LedgerPage
    from desktop.pages.ledger_checks import LedgerChecks

    application, workspace = opened(folder / "bench.zhibao")
    LedgerChecks.check_all = lambda _self: None  # the check of everything runs in the background; here the hand counts
    page = LedgerPage(workspace, FORM)
    page.resize(1190, 692)
    before = peak_mb()

    def show() -> None:
        page.show()
        page.bring_up_to_date()

    found = {"open": timed(application, show)}
    bar, height = page.view.verticalScrollBar(), page.view.viewport().height()
    scrolls = [timed(application, lambda: bar.setValue(bar.value() + height)) for _ in range(SCROLLS)]
    found["scroll"] = middle(scrolls)
    found["scroll_p99"] = Took(max(one.wall for one in scrolls), max(one.cpu for one in scrolls))

    def narrow(word: str) -> None:
        page.narrowing.narrow(word, "all")
        while not page.narrowing.is_settled:
            application.processEvents()
            time.sleep(0.0005)

    found["filter"] = middle(timed(application, lambda w=w: narrow(w)) for w in ("日本", "YJ", "服务"))
    narrow("")
    page.view.labels.sort = ("amount_orig", True)
    found["sort"] = timed(application, lambda: narrow(""))
    page.view.labels.sort = ("", False)
    narrow("")
    found |= time_editing(application, page)
    rows = page.model.rowCount()
    workspace.close()
    return result("zhibao-ledger", rows, started, **figures(found), added_mb=round(peak_mb() - before, 1))


def time_editing(application: Any, page: Any) -> dict[str, Took]:
    """Filter a column, commit cells one by one, paste a block as Excel gives it, take it back and put it again."""
    from PySide6.QtGui import QGuiApplication

    from desktop.models.column_filter import ColumnFilter

    def filter_column(wanted: ColumnFilter | None) -> None:
        page.narrowing.filter_column("client_country", wanted)
        while not page.narrowing.is_settled:
            application.processEvents()
            time.sleep(0.0005)

    found = {"column": timed(application, lambda: filter_column(ColumnFilter("client_country", ("JPN",))))}
    filter_column(None)
    found["commit"] = middle(
        timed(application, lambda n=n: page.model.setData(page.model.index(n, 1), f"改名{os.getpid()}-{n}"))
        for n in range(COMMITS)
    )
    left, model = page.model.place_of["contract_name"], page.model
    block = [
        [model.edit_text(model.row_at(row), column) for column in range(left, left + PASTED_COLUMNS)]
        for row in range(PASTED_ROWS, 2 * PASTED_ROWS)
    ]
    QGuiApplication.clipboard().setText("\r\n".join("\t".join(line) for line in block) + "\r\n")
    page.view.select_cell(0, left)
    found["paste"] = timed(application, page.keys.edits.paste)
    found["undo"] = timed(application, lambda: page.step_back(forward=False))
    found["redo"] = timed(application, lambda: page.step_back(forward=True))
    return found


def give_up(why: object) -> None:
    """Say why and where every thread stands, and end at once: what hangs would hang the ordinary way out, too."""
    print(why, file=sys.stderr)
    faulthandler.dump_traceback(all_threads=True)
    os._exit(1)


class Heartbeat:
    """Ticks as fast as the event loop lets it; keeps the longest pause and the longest `work` in seconds of a stage."""

    def __init__(self, application: Any) -> None:
        from PySide6.QtCore import QTimer

        self._application = application
        self._last = time.perf_counter()
        self._gap = self.work = 0.0
        self._worked = time.thread_time()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gap = max(self._gap, now - self._last)
        worked = time.thread_time()
        self.work = max(self.work, worked - self._worked)
        self._last, self._worked = now, worked

    def during(self, begin: Callable[[], object], ended: Callable[[], bool]) -> float:
        """Run the event loop until `ended`; give the longest pause in ms."""
        started = self._last = time.perf_counter()
        self._gap = self.work = 0.0
        self._worked = time.thread_time()
        begin()
        self._tick()  # what the person did is one event, what follows from it are others
        while not ended():
            if time.perf_counter() - started > PATIENCE:
                give_up(f"{begin} did not end")
            self._application.processEvents()
            time.sleep(0.0005)
        self._tick()
        return round(self._gap * 1000, 1)


def run_heartbeat(folder: Path, started: float) -> dict[str, Any]:
    """Import, check and sync while a heartbeat watches the event loop."""
    from desktop import journey
    from desktop.demo import close_provinces, keep_province
    from desktop.pages.import_dialog import ImportDialog
    from desktop.pages.ledger import LedgerPage
    from forms.book import Book
    from sync.sealing import file_period

    demo = journey.prepare(folder / "demo")
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        journey.mend(book, demo)
        journey.fill_cards(book, demo)
        journey.explain_all(book, demo)
    application, workspace = opened(demo.book)
    journey.enroll(workspace.book, keep_province(workspace.book, workspace.as_of))
    file_period(workspace.book, workspace.period, with_earlier=True, as_of=workspace.as_of)
    page = LedgerPage(workspace, FORM)
    page.show()
    page.bring_up_to_date()
    application.processEvents()  # the first painting of the page is no part of what follows
    beat = Heartbeat(application)
    done: list[object] = []
    workspace.problem.connect(lambda problem: give_up(problem.message))  # else its stage would wait for nothing
    workspace.synced.connect(done.append)
    gaps = {"sync_gap_ms": beat.during(workspace.sync, lambda: bool(done))}
    dialog = ImportDialog(workspace, FORM, {"JPY"})
    dialog.imported.connect(page.workbooks._imported)
    dialog.imported.connect(done.append)
    dialog._path = folder / "bench.xlsx"
    gaps["import_gap_ms"] = beat.during(dialog.apply, lambda: len(done) > 1 and dialog._job is None)
    workspace.checked.connect(done.append)
    gaps["check_gap_ms"] = beat.during(workspace.check, lambda: len(done) > 2)
    rows = page.model.rowCount()
    workspace.close()
    close_provinces()
    return result("zhibao-heartbeat", rows, started, **gaps, gap_ms=max(gaps.values()))


def rested() -> Callable[[], bool]:
    """Give a question whether nothing has run in the background for a moment."""
    from desktop import background

    busy_at = [time.perf_counter()]

    def ask() -> bool:
        if background.busy():
            busy_at[0] = time.perf_counter()
        return time.perf_counter() - busy_at[0] > QUIET

    return ask


def run_mistakes(folder: Path, started: float) -> dict[str, Any]:
    """Show single pages of a ledger full of mistakes, each as the first after the Book was opened."""
    import shutil

    from PySide6.QtWidgets import QApplication

    from desktop.app import dress, make_window
    from desktop.settings import Settings
    from desktop.sweeping import settle, stay_responsive
    from forms.book import Book
    from forms.checks import check
    from forms.ledger import row_count

    with Book.open(folder / "mistakes.zhibao") as book:
        before = time.process_time()
        findings, rows = len(check(book, as_of=TOO_LATE).findings), row_count(book, FORM)
        found: dict[str, Any] = {"check_cpu_s": round(time.process_time() - before, 2)}
        book.db.execute("DELETE FROM checked")
    application = QApplication([])
    stay_responsive(application)
    settings = Settings()
    dress(application, settings, "light")
    window = make_window(settings)
    window.show()
    for name, page in (("home", "home"), ("ledger", f"form:{FORM}"), ("submit", "submit")):
        path = folder / f"{name}.zhibao"
        shutil.copyfile(folder / "mistakes.zhibao", path)
        window.open_book(path)
        settle()
        beat, before = Heartbeat(application), time.process_time()
        found[f"{name}_gap_ms"] = beat.during(lambda page=page: window.show_page(page), rested())
        found[f"{name}_work_ms"] = round(beat.work * 1000, 1)
        found[f"{name}_cpu_s"] = round(time.process_time() - before, 2)
    window.close()
    return result("zhibao-mistakes", rows, started, **found | {"findings": findings})


def run_pages(folder: Path, started: float) -> dict[str, Any]:
    """Show each page for the first time; modules and rules were read ahead, as they are beside the window."""
    from PySide6.QtWidgets import QApplication

    from desktop import catalogue_of_pages, journey
    from desktop.app import dress, make_window
    from desktop.settings import Settings
    from desktop.sweeping import settle, stay_responsive
    from forms.book import Book
    from forms.ledger import row_count

    demo = journey.prepare(folder / "demo")
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        rows = row_count(book, FORM)
    application = QApplication([])
    stay_responsive(application)
    settings = Settings()
    dress(application, settings, "light")
    window = make_window(settings)
    window.resize(1366, 768)
    window.show()
    window.open_book(demo.book)
    catalogue_of_pages.read_ahead()
    settle()
    beat, found = Heartbeat(application), {}
    beat.during(lambda: None, rested())
    for page in PAGES:
        beat.during(lambda page=page: window.show_page(page), rested())
        found[f"{page.removeprefix('form:')}_work_ms"] = round(beat.work * 1000, 1)
    window.close()
    return result("zhibao-pages", rows, started, **found, work_ms=max(found.values()))


TOOLS: dict[str, Callable[[Path, float], dict[str, Any]]] = {
    "qt-bare": run_bare,
    "qt-quickstart": run_quickstart,
    "zhibao-start": run_start,
    "zhibao-ledger": run_ledger,
    "zhibao-heartbeat": run_heartbeat,
    "zhibao-mistakes": run_mistakes,
    "zhibao-pages": run_pages,
}
STARTS = ("qt-bare", "qt-quickstart", "zhibao-start")


# -- running them


def make_data(folder: Path, rows: int) -> None:
    """Make a Book of contracts and a workbook to import."""
    import random

    from checks import MONTHS, USCC, bring_in
    from ledger_workbook import write_ledger

    from forms import sample_firms
    from forms.book import Book
    from forms.sample import contract_rows
    from forms.workbook.export import export_ledger
    from forms.workbook.importing import import_workbook

    for name, count in (("bench", rows), ("small", IMPORTED)):
        with Book.create(
            folder / f"{name}.zhibao", uscc=USCC, name=sample_firms.FIRM, division=sample_firms.DIVISION, demo=True
        ) as book:
            book.put("demo.as_of", AS_OF)
            bring_in(book, FORM, list(contract_rows(random.Random(7), MONTHS, count)))
            if name == "small":
                export_ledger(book, FORM, folder / "bench.xlsx")
    with Book.create(
        folder / "mistakes.zhibao", uscc=USCC, name=sample_firms.FIRM, division=sample_firms.DIVISION, demo=True
    ) as book:
        book.put("demo.as_of", TOO_LATE)
        import_workbook(book, FORM, write_ledger(folder / "mistakes.xlsx", rows))


def remember_firm(book: Path, home: Path) -> None:
    """Leave in `home` what a window leaves behind that had `book` open: the firm and the navigation's forms."""
    code = (
        "import sys; from pathlib import Path; from desktop.settings import Settings; from desktop.workspace import "
        "Workspace; space = Workspace(Settings()); space.open_book(Path(sys.argv[1])); space.let_go()"
    )
    environment = os.environ | {"ZHIBAO_HOME": str(home)}
    subprocess.run([sys.executable, "-c", code, str(book)], env=environment, check=True, timeout=PATIENCE)


def one_run(tool: str, folder: Path, kept: Path) -> dict[str, Any]:
    """Run a tool in a process of its own, without a screen; `kept` is what a start finds of the one before."""
    with tempfile.TemporaryDirectory() as fresh:
        home = str(kept / "home") if tool in STARTS else fresh
        environment = os.environ | {"ZHIBAO_HOME": home, "ZHIBAO_KEYS": f"{home}/keys"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment |= {"QT_LOGGING_RULES": "*.warning=false", "PYTHONPYCACHEPREFIX": str(kept / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, __file__, "--tool", tool, "--folder", str(folder), "--started", str(time.time())]
        run = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=5 * PATIENCE
        )
    return json.loads(run.stdout.splitlines()[-1])


def median(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Take the median of each figure over the runs of one tool."""
    return {
        name: statistics.median(run[name] for run in runs) if isinstance(value, int | float) else value
        for name, value in runs[0].items()
    }


def main() -> None:
    """Make the data, run the tools in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="*", default=[100_000])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, default=0.0, help=argparse.SUPPRESS)
    parser.add_argument("--journeys", action="store_true", help="every journey instead, as journeys.py does")
    options, others = parser.parse_known_args()
    if options.journeys:
        sys.exit(
            subprocess.run([sys.executable, Path(__file__).with_name("journeys.py"), *others], check=False).returncode
        )
    if others:
        parser.error(f"unrecognized arguments: {' '.join(others)}")
    if options.tool:
        print(json.dumps(TOOLS[options.tool](options.folder, options.started)))
        return
    for rows in options.rows:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_data(folder, rows)
            remember_firm(folder / "small.zhibao", folder / "home")
            for tool in STARTS:  # compiles the modules, fills the cache
                one_run(tool, folder, folder)
            runs: dict[str, list[dict[str, Any]]] = {tool: [] for tool in TOOLS}
            for number in range(options.runs):
                for tool in TOOLS:
                    own = folder / f"{tool}-{number}"
                    own.mkdir()
                    for data in ("bench.zhibao", "bench.xlsx", "mistakes.zhibao"):
                        (own / data).symlink_to(folder / data)
                    runs[tool].append(one_run(tool, own, folder))
            show([median(some) for some in runs.values()], as_json=options.json)


def show(results: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print one object a line, or a table with the ratio to the bare window."""
    if as_json:
        for one in results:
            print(json.dumps(one, ensure_ascii=False))
        return
    bare = results[0]
    for one in results:
        more = "  ".join(
            f"{name} {value}" for name, value in one.items() if name.endswith(("_ms", "_cpu_s", "added_mb"))
        )
        ratio = f"{one['cpu_s'] / bare['cpu_s']:.2f}×" if one["tool"].startswith(("qt", "zhibao-start")) else "—"
        print(
            f"{one['tool']:<18}{one['rows']:>9,} 行  {one['cpu_s']:>7.2f} s CPU  "
            f"{ratio:>6}  {one['peak_mb']:>6} MB  {more}"
        )


if __name__ == "__main__":
    main()
