"""What it costs to bring a file in, beside tools that do part of it on the same file.

    python tests/benchmarks/import_ledger.py [--rows N …] [--only-import] [--json] [--peers DIR] [--repeat 3]
                                             [--tools NAMES]

`zhibao` does all of it: the doctor looks through the file, its mapping is settled, the child reads, every row is
checked and stored in a Book, and every finding says its cell. `annotate` gives the file back with 1,000 of the findings
painted on their cells. `calamine` only reads; `frictionless` and `pandera` read and check, and store nothing. The file
is an accountant's own: 25 columns under names of hers below a title, one cell in a hundred bad.
`--only-import` leaves doctor, mapping and copy out, and takes a file whose columns all bear known names from row 1 on.

CPU is that of all processes of a tool, peak what all of them hold at once (`held_memory`). Each tool runs in its own
process, in turn; the median of the repeats counts. The peers are installed on demand into DIR, apart from this
project's own packages.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import math
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from held_memory import Watched

if TYPE_CHECKING:
    from forms.book import Book
    from forms.workbook.importing import ImportResult
    from forms.workbook.mapping import MappedColumn, Mapping

HERE = Path(__file__).resolve().parent
TOOLS = ("zhibao", "annotate", "calamine", "frictionless", "pandera")
PEERS = HERE.parents[1] / "packaging" / "requirements-benchmarks.txt"
USCC, NAME = "91222401MA1DEM1235", "延吉海兰江软件有限公司"
AS_OF = "2026-11-03"
MARKS = 1_000
_FEW, _JUDGED = 100, 100_000  # rows
_LONG = 300_000  # frictionless alone takes minutes from here on; it and pandera take one turn


@dataclass(frozen=True, slots=True)
class Goal:
    """A line to keep at so many rows: a figure, by that of another tool where one is named, and its limit."""

    rows: int
    figure: str
    tool: str
    to: str | None
    limit: float
    words: str
    at_least: bool = False

    def judge(self, tools: dict[str, dict[str, float]]) -> tuple[str, bool] | None:
        """Say how far it is met; None where it was not measured."""
        if self.tool not in tools or (self.to is not None and self.to not in tools):
            return None
        value = tools[self.tool][self.figure] / (tools[self.to][self.figure] if self.to else 1)
        sign, met = ("≥", value >= self.limit) if self.at_least else ("≤", value <= self.limit)
        return f"{self.rows:,}: " + self.words.format(value) + f" (goal {sign} {self.limit:g})", met


WHOLE = (
    Goal(_JUDGED, "cpu_s", "zhibao", "calamine", 1.5, "CPU {:.2f}× bare calamine"),
    Goal(_JUDGED, "cpu_s", "frictionless", "zhibao", 9, "{:.1f}× less CPU than frictionless", at_least=True),
    Goal(_JUDGED, "cpu_s", "pandera", "zhibao", 2.5, "{:.1f}× less CPU than pandas and pandera", at_least=True),
    Goal(_JUDGED, "cpu_s", "annotate", "zhibao", 3, "annotated copy {:.2f}× the import's CPU"),
    Goal(_JUDGED, "peak_mb", "zhibao", None, 150, "peak {:.0f} MB"),
    Goal(_LONG, "peak_mb", "zhibao", None, 200, "peak {:.0f} MB"),
)
ONLY_IMPORT = (
    Goal(_JUDGED, "cpu_s", "zhibao", "calamine", 1.8, "CPU {:.2f}× bare calamine"),
    Goal(_JUDGED, "cpu_s", "frictionless", "zhibao", 8, "{:.1f}× less CPU than frictionless", at_least=True),
    Goal(_JUDGED, "peak_mb", "zhibao", "calamine", 1, "peak {:.2f}× bare calamine"),
)


def main() -> int:
    """Measure and report; the status is 1 where a goal is missed."""
    options = _options()
    if options.run:
        _run(Path(options.run), whole=not options.only_import)
        return 0
    tools = [tool for tool in options.tools.split(",") if not (options.only_import and tool == "annotate")]
    python = _peers(Path(options.peers)) if set(tools) - {"zhibao", "annotate"} else Path(sys.executable)
    measured: dict[int, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="zhibao-benchmark-") as folder:
        _measure(tools, Path(folder), _FEW, options, python)  # so that no tool pays for compiling itself
        for rows in options.rows:
            measured[rows] = _measure(tools, Path(folder), rows, options, python)
            for tool, figures in measured[rows].items():
                if options.json:
                    print(json.dumps({"tool": tool, "rows": rows, **figures}), flush=True)
    if not options.json:
        _print_table(measured)
    return _judge(measured, ONLY_IMPORT if options.only_import else WHOLE, quiet=options.json)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the import of a contract ledger beside its peers.")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000, 300_000])
    parser.add_argument("--only-import", action="store_true", help="without doctor, mapping and annotated copy")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--peers", default=str(Path(tempfile.gettempdir()) / "zhibao-benchmark-peers"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--run", help=argparse.SUPPRESS)
    return parser.parse_args()


def _peers(folder: Path) -> Path:
    """Give an interpreter that has the peers: this one, or one made on first use."""
    if all(importlib.util.find_spec(name) for name in ("python_calamine", "frictionless", "pandas", "pandera")):
        return Path(sys.executable)
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "-r", str(PEERS)], check=True, stdout=sys.stderr
        )
        (folder / "ready").touch()
    return python


def _prepare(folder: Path, rows: int, *, whole: bool) -> Path:
    from ledger_workbook import FORM, OWN, PLAIN, SHEET, write_ledger

    from forms.catalogue import load_catalogue
    from forms.kinds import Bool, Coded, Date, Int, Money
    from forms.workbook.sample_workbook import SERIAL

    edition = load_catalogue().edition(FORM)
    shape = OWN if whole else PLAIN
    columns = []
    for name, field_id in shape.columns:
        field = edition.by_id.get(field_id)
        if field is None:  # a column of her own
            own = "int" if field_id == SERIAL else "text"
            columns.append({"name": name, "type": own, "required": False, "values": None})
            continue
        kind = next(
            (word for types, word in ((Date, "date"), (Int, "int"), (Money, "number"), (Coded | Bool, "choice"))
             if isinstance(field.kind, types)), "text",
        )  # fmt: skip
        values = ["是", "否"] if isinstance(field.kind, Bool) else None
        if isinstance(field.kind, Coded):
            values = [code.label for code in field.kind.codelist]
        # What is filled in by itself is not missed when blank.
        required = field.required is True and field.auto is None
        columns.append({"name": name, "type": kind, "required": required, "values": values})
    checks = folder / "checks.json"
    told = {"columns": columns, "sheet": SHEET, "header_row": shape.header_row}
    checks.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    write_ledger(folder / "ledger.xlsx", rows, shape=shape)
    return checks


def _measure(
    tools: list[str], folder: Path, rows: int, options: argparse.Namespace, python: Path
) -> dict[str, dict[str, float]]:
    runs: dict[str, list[dict[str, float]]] = {tool: [] for tool in tools}
    checks, workbook = _prepare(folder, rows, whole=not options.only_import), folder / "ledger.xlsx"
    # Compiled modules are kept for all.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
    own = [sys.executable, __file__, *(["--only-import"] if options.only_import else []), "--run", str(folder)]
    copying = [sys.executable, str(HERE / "annotate.py"), "--marks", str(MARKS), "--step", "marks", str(folder)]
    for turn in range(options.repeat):
        for tool in tools:
            if rows >= _LONG and turn and tool in ("frictionless", "pandera"):
                continue
            peer = [str(python), str(HERE / "import_peers.py"), tool, str(workbook), str(checks)]
            watched = Watched({"zhibao": own, "annotate": copying}.get(tool, peer), environment)
            said = json.loads(watched.first_line)
            found = said["marked"] if "marked" in said else said["findings"]
            figures = {"cpu_s": said["cpu_s"], "wall_s": said["wall_s"], "peak_mb": watched.peak_mb, "findings": found}
            runs[tool].append(figures)
    return {
        tool: {name: round(statistics.median(run[name] for run in done), 3) for name in done[0]}
        for tool, done in runs.items()
    }


def _run(folder: Path, *, whole: bool) -> None:
    """Bring the folder's workbook into a new Book, say what it cost, and leave both to the annotated copy."""
    from forms.book import Book

    began = time.perf_counter()
    path = folder / "benchmark.zhibao"
    for stale in folder.glob(f"{path.name}*"):
        stale.unlink()
    with Book.create(path, uscc=USCC, name=NAME, division="222401") as book:
        result, findings = _bring_in(book, folder / "ledger.xlsx", whole=whole)
        wall = time.perf_counter() - began
        own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps({"cpu_s": cpu, "wall_s": wall, "findings": findings}), flush=True)
    marked = list({one.cell: one for one in result.findings if one.cell}.values())
    marked = marked[:: max(len(marked) // MARKS, 1)][:MARKS]
    (folder / "result.pickle").write_bytes(pickle.dumps(replace(result, checked=None, findings=marked)))


def _bring_in(book: Book, workbook: Path, *, whole: bool) -> tuple[ImportResult, int]:
    """Import as the window or the command line does; give the number of findings, too."""
    from ledger_workbook import FORM

    from forms.workbook.importing import import_workbook

    if not whole:
        result = import_workbook(book, FORM, workbook, as_of=AS_OF)
        return result, len(result.findings)
    result = import_workbook(book, FORM, workbook, mapping=_settled(book, workbook), as_of=AS_OF)
    # What is missing altogether has no cell in the file.
    told = [(one.cell, one.message) for one in result.findings]
    if not any(cell for cell, _ in told):
        raise RuntimeError(len(told))
    return result, len(told)


def _settled(book: Book, workbook: Path) -> Mapping:
    """Let the doctor look through the file, and settle the columns as the accountant does after him."""
    from ledger_workbook import FORM, OWN

    from forms.workbook.addresses import column_letters
    from forms.workbook.doctor import diagnosis, look, mapping_of
    from forms.workbook.mapping_memory import guide_for

    edition = book.catalogue.edition(FORM)
    looked = look(workbook, [edition], guide=guide_for(book, edition))
    diagnosis(looked, edition, book)
    mapping = mapping_of(looked, edition)
    if mapping is None:
        raise RuntimeError(looked.header_row)
    ours = {column_letters(at): field for at, (_, field) in enumerate(OWN.columns) if field in OWN.placed}
    columns = tuple(_with_field(one, ours.get(one.column, one.field)) for one in mapping.columns)
    return type(mapping)(mapping.format, mapping.version, mapping.form, columns, mapping.sheet, mapping.header_row)


def _with_field(column: MappedColumn, field: str | None) -> MappedColumn:
    return type(column)(column.column, column.header, field, column.unit)


def _print_table(measured: dict[int, dict[str, dict[str, float]]]) -> None:
    print(
        f"{'rows':>9} {'tool':<14}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'findings':>10}"
        f"{'CPU to calamine':>17}{'CPU to zhibao':>15}"
    )
    for rows, tools in measured.items():
        for tool, figures in tools.items():
            ratios = "".join(
                f"{figures['cpu_s'] / tools[base]['cpu_s']:>{width}.2f}×" if base in tools else " " * (width + 1)
                for base, width in (("calamine", 16), ("zhibao", 14))
            )
            print(
                f"{rows:>9,} {tool:<14}{figures['cpu_s']:>9.2f}{figures['wall_s']:>9.2f}{figures['peak_mb']:>9.0f}"
                f"{figures['findings']:>10,.0f}{ratios}"
            )


def _judge(measured: dict[int, dict[str, dict[str, float]]], goals: tuple[Goal, ...], *, quiet: bool) -> int:
    """Compare with the goals, and growth from each size to the next with a straight line."""
    lines = [said for goal in goals if (said := goal.judge(measured.get(goal.rows, {}))) is not None]
    sizes = sorted(rows for rows, tools in measured.items() if "zhibao" in tools and rows >= 10_000)
    for less, more in itertools.pairwise(sizes):
        small, large = (measured[rows]["zhibao"]["cpu_s"] for rows in (less, more))
        exponent = math.log(large / small) / math.log(more / less)
        lines.append((f"{less:,} to {more:,}: growth with exponent {exponent:.2f} (goal ≤ 1.05)", exponent <= 1.05))
    for line, met in lines:
        if not quiet:
            print(("met     " if met else "MISSED  ") + line)
    return 0 if all(met for _, met in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
