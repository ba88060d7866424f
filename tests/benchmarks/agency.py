"""Benchmark of 全部企业: how long the Books of many firms take to a full matrix, and whether the window stays quick.

    python tests/benchmarks/agency.py [--rows FIRMS] [--json] [--runs 3]

`cabinet-cold` reads every Book once, as the command line does; `cabinet-warm` asks again, nothing having changed.
`window-matrix` opens the page and waits for its last row: `full_s` to the full matrix, `gap_ms` the longest time the
event loop stood still meanwhile, `gap_cpu_ms` the longest the window itself worked in one piece. `window-batch` checks
fifty firms that owe three reports each, and files them to a demonstration endpoint, receipts and all: `check_…` and
`file_…` are the same figures of either, `of_limit` the longer piece of work over the 50 ms that nobody feels. Each in
a process of its own; the median of the runs counts, and it ends with 1 where `of_limit` is above 1. The Books are
copies of a demo firm with ten months of reports, two of three filed; those of the batch are sound and have one month.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BEAT_MS = 5
WORK_MS = 50  # what a person does not feel
BATCH = 50  # firms


def make_data(folder: Path, firms: int) -> None:
    """Make the Books of many firms out of two."""
    from desktop import journey
    from forms.book import Book
    from forms.sample_firms import credit_code
    from sync import exchange, sealing

    demo = journey.prepare(folder / "demo")
    fresh = folder / "fresh.zhibao"
    with Book.open(demo.book) as book:
        journey.import_all(book, demo)
        journey.mend(book, demo)
        journey.fill_cards(book, demo)
        journey.explain_all(book, demo)
        book.db.execute("VACUUM INTO ?", (str(fresh),))
        with journey.start_province(demo) as province:
            journey.enroll(book, province)
            sealing.file_period(book, demo.sample.period, with_earlier=True, as_of=demo.as_of)
            exchange.sync(book)
    rnd, books = random.Random(3), folder / "books"
    books.mkdir()
    for number in range(firms):
        code = credit_code(rnd, "222401")
        path = books / f"{code}.zhibao"
        shutil.copyfile(fresh if number % 3 == 0 else demo.book, path)
        with sqlite3.connect(path) as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.uscc'", (code,))
            db.execute("UPDATE meta SET value = ? WHERE key = 'firm.name'", (f"第{number + 1}家外包有限公司",))
        db.close()


def make_sound(folder: Path) -> None:
    """Make the Books of firms that may be filed."""
    from tests.journeys.many_firms import PERIOD, make_firms

    folder.mkdir(parents=True)
    make_firms(folder / "books", BATCH)
    (folder / "period").write_text(PERIOD, encoding="utf-8")


def run_cabinet(folder: Path, *, warm: bool) -> dict[str, Any]:
    """Read every Book without a window."""
    from forms.cabinet import Cabinet
    from forms.catalogue import load_catalogue

    load_catalogue()
    cabinet = Cabinet(folder / "books")
    paths = cabinet.paths()
    for path in paths if warm else []:
        cabinet.stand(path)
    began, cpu = time.perf_counter(), time.process_time()
    stands = [cabinet.stand(path) for path in paths]
    assert all(stand.firm for stand in stands)
    return {"full_s": time.perf_counter() - began, "cpu_s": time.process_time() - cpu}


class Beat:
    """Watches the event loop: the longest it stood still, and the longest the window's thread worked in one piece."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._tick)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        self._gap = self._work = 0.0
        self._began = time.perf_counter()
        self._last = self._began, time.thread_time()

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._gap = max(self._gap, now - self._last[0] - BEAT_MS / 1000)
        self._work = max(self._work, worked - self._last[1])
        self._last = now, worked

    def figures(self) -> dict[str, float]:
        """Tell how it was since the beginning."""
        self._tick()
        took = self._last[0] - self._began
        return {"full_s": took, "gap_ms": 1000 * self._gap, "gap_cpu_ms": 1000 * self._work}


def open_window(folder: Path) -> Any:
    """Show the window with a firm of the folder."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import dress, make_window
    from desktop.pictures import settle
    from desktop.settings import Settings
    from desktop.sweeping import stay_responsive

    application = QApplication([])
    application.sweeper = stay_responsive(application)  # type: ignore[attr-defined]
    settings = Settings(agency_folder=str(folder / "books"))
    dress(application, settings, "light")
    window = make_window(settings)
    window.show()
    window.open_book(next((folder / "books").glob("*.zhibao")))
    settle()
    return window


def run_window(folder: Path) -> dict[str, Any]:
    """Open the page in a window and watch the event loop until the last row is there."""
    from PySide6.QtCore import QEventLoop

    window, loop = open_window(folder), QEventLoop()
    beat = Beat()
    began = time.perf_counter()
    window.show_page("agency")
    shown = time.perf_counter() - began
    agency = window.page().agency
    agency.readingChanged.connect(lambda on: None if on else loop.quit())
    loop.exec()
    figures = beat.figures()
    assert all(stand.firm for stand in agency.stands.values())
    window.close()
    return {"show_ms": 1000 * shown} | figures


def run_batch(folder: Path) -> dict[str, Any]:
    """Check all firms of the page, then file them, watching the event loop until nothing moves any more."""
    from PySide6.QtCore import QEventLoop

    from desktop import background
    from desktop.agency.outcomes import Outcome
    from desktop.demo import close_provinces

    own = folder / "batch"
    shutil.rmtree(own, ignore_errors=True)
    shutil.copytree(folder / "sound", own)
    window, loop = open_window(own), QEventLoop()
    window.workspace.set_period((own / "period").read_text(encoding="utf-8"))
    window.show_page("agency")
    agency, beat, found = window.page().agency, Beat(), {}

    def moves() -> bool:
        return agency.is_running or agency.is_reading or background.busy()

    def rest() -> None:
        while moves():
            loop.processEvents()
            time.sleep(0.0005)

    rest()
    for verb, outcome in (("check", Outcome.READY), ("file", Outcome.FILED)):
        beat.begin()
        agency.start(verb, list(agency.stands.values()))
        rest()
        assert [line.outcome for line in agency.lines] == [outcome] * BATCH, agency.lines
        found |= {f"{verb}_{name}": value for name, value in beat.figures().items()}
    window.close()
    close_provinces()
    return found | {"of_limit": max(found["check_gap_cpu_ms"], found["file_gap_cpu_ms"]) / WORK_MS}


TOOLS = {
    "cabinet-cold": lambda folder: run_cabinet(folder, warm=False),
    "cabinet-warm": lambda folder: run_cabinet(folder, warm=True),
    "window-matrix": run_window,
    "window-batch": run_batch,
}


def one_run(tool: str, folder: Path) -> dict[str, Any]:
    """Run one tool in a process of its own."""
    command = [sys.executable, __file__, "--tool", tool, "--folder", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main() -> int:
    """Make the data, run the tools in turn, print; give 1 where the window worked too long in one piece."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=300, help="firms")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tool:
        print(json.dumps(TOOLS[options.tool](options.folder)))
        return 0
    felt = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["ZHIBAO_HOME"], os.environ["ZHIBAO_KEYS"] = str(folder / "home"), str(folder / "keys")
        sys.path.insert(0, str(ROOT))
        make_data(folder, options.rows)
        make_sound(folder / "sound")
        one_run("window-matrix", folder)  # compiles the modules
        for tool in TOOLS:
            runs = [one_run(tool, folder) for _ in range(options.runs)]
            figures = {key: round(statistics.median(run[key] for run in runs), 3) for key in runs[0]}
            shown = "  ".join(f"{key} {value}" for key, value in figures.items())
            felt |= figures.get("of_limit", 0) > 1
            line = json.dumps({"tool": tool, "rows": options.rows} | figures)
            print(line if options.json else f"{tool:<16}{options.rows:>5} 家  {shown}")
    return int(felt)


if __name__ == "__main__":
    sys.exit(main())
