"""What it costs to export a ledger as a filled template, beside rustpy-xlsxwriter writing the same rows.

    python tests/benchmarks/export.py [--rows N …] [--repeat 3] [--json]

Each step runs in a process of its own, in turn; CPU is that of the process. Both read the rows from the Book and make
dates and amounts of them; the peer writes one plain sheet of codes, without styles, drop-downs or labels.
`pip install rustpy-xlsxwriter` brings it; without it only our own figures are measured.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FORM, GOAL = "JLFW-02", 1.3  # times the peer's CPU at 100,000 rows
USCC, NAME, DIVISION = "91222401MA1DEM1235", "延吉海兰江软件有限公司", "222401"
OURS, PEER = "zhibao", "rustpy-xlsxwriter"


def main() -> int:
    """Measure and report; the status is 1 where the goal at 100,000 rows is missed."""
    parser = argparse.ArgumentParser(description="Measure the export of a contract ledger.")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--step", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps({OURS: _ours, PEER: _peer}[options.step[0]](Path(options.step[1]))))
        return 0
    steps = [OURS, *([PEER] if importlib.util.find_spec("rustpy_xlsxwriter") else [])]
    met, before = True, (0, 0.0)
    for rows in options.rows:
        figures = _measure(rows, options.repeat, steps)
        for step, made in figures.items():
            print(
                json.dumps({"step": step, "rows": rows, **made}) if options.json else _line(step, rows, made),
                flush=True,
            )
        cpu = figures[OURS]["cpu_s"]
        if before[0] and not options.json:
            print(f"{'':>10}grows with rows^{math.log(cpu / before[1]) / math.log(rows / before[0]):.2f}")
        before = rows, cpu
        if PEER in figures:
            ratio = cpu / figures[PEER]["cpu_s"]
            met = met and (rows < 100_000 or ratio <= GOAL)
            if not options.json:
                print(f"{'':>10}{ratio:.2f}× {PEER} (goal {GOAL})")
    return 0 if met else 1


def _line(step: str, rows: int, made: dict[str, float]) -> str:
    return f"{rows:>9,} {step:<20}{made['cpu_s']:>8.2f} s CPU{made['peak_mb']:>7.0f} MB{made['file_mb']:>7.1f} MB file"


def _measure(rows: int, repeat: int, steps: list[str]) -> dict[str, dict[str, float]]:
    from ledger_workbook import write_ledger

    from forms.book import Book
    from forms.workbook.importing import import_workbook

    runs: dict[str, list[dict[str, float]]] = {step: [] for step in steps}
    with tempfile.TemporaryDirectory(prefix="zhibao-benchmark-") as folder:
        with Book.create(Path(folder) / "firm.zhibao", uscc=USCC, name=NAME, division=DIVISION) as book:
            import_workbook(book, FORM, write_ledger(Path(folder) / "ledger.xlsx", rows), as_of="2026-11-03")
        for _ in range(repeat):
            for step in steps:
                command = [sys.executable, __file__, "--step", step, folder]
                said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
                runs[step].append(json.loads(said.splitlines()[-1]))
    return {
        step: {name: round(statistics.median(run[name] for run in done), 3) for name in done[0]}
        for step, done in runs.items()
    }


def _ours(folder: Path) -> dict[str, float]:
    from forms.book import Book
    from forms.workbook.export import export_ledger

    with Book.open(folder / "firm.zhibao") as book:
        began = time.process_time()
        export_ledger(book, FORM, folder / "ours.xlsx")
        return _figures(began, folder / "ours.xlsx")


def _peer(folder: Path) -> dict[str, float]:
    import rustpy_xlsxwriter  # type: ignore[import-not-found]  # no dependency of ours

    from forms.book import Book
    from forms.kinds import Date, Money
    from forms.workbook.layout import columns_of

    with Book.open(folder / "firm.zhibao") as book:
        began = time.process_time()
        edition = book.catalogue.edition(FORM)
        fields = columns_of(edition)
        made: dict[type, Callable[[Any], object]] = {Date: dt.date.fromisoformat, Money: lambda value: value / 100}
        convert = [(field.id, made.get(type(field.kind))) for field in fields]
        query = f"SELECT {', '.join(field.id for field in fields)} FROM {edition.table} ORDER BY pos"
        rows = [
            {
                name: value if change is None or value is None else change(value)
                for (name, change), value in zip(convert, row, strict=True)
            }
            for row in book.db.execute(query)
        ]
        rustpy_xlsxwriter.write_worksheet(rows, str(folder / "peer.xlsx"))
        return _figures(began, folder / "peer.xlsx")


def _figures(began: float, path: Path) -> dict[str, float]:
    spent = time.process_time() - began
    # Not ru_maxrss: that begins with what the process was forked from.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    return {"cpu_s": spent, "peak_mb": peak, "file_mb": path.stat().st_size / 2**20}


if __name__ == "__main__":
    sys.exit(main())
