"""What an import costs, end to end, beside tools that do part of it on the same file.

    python tests/benchmarks/import_ledger.py [--rows N …] [--json] [--peers DIR] [--repeat 3] [--tools NAMES]

`zhibao` reads in its child process, checks every row, stores it in a Book and gives findings with their cells;
CPU is that of both processes, peak the sum of both peaks (which they need not reach at once). `calamine` only
reads; `frictionless` and `pandera` read and check, and store nothing. Each tool runs in its own process, in
turn; the median of the repeats counts. The peers are installed on demand into DIR, apart from this project's
own packages.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = ("zhibao", "calamine", "frictionless", "pandera")
PEERS = HERE.parents[1] / "packaging" / "requirements-benchmarks.txt"
GOALS = {"cpu to calamine": 1.8, "frictionless to cpu": 8.0}
_LONG = 300_000  # frictionless alone takes minutes from here on


def main() -> int:
    """Measure and report; the status is 1 where a goal at 100,000 rows is missed."""
    options = _options()
    if options.run:
        print(json.dumps(_import_once(Path(options.run))))
        return 0
    tools = options.tools.split(",")
    python = _peers(Path(options.peers)) if set(tools) - {"zhibao"} else Path(sys.executable)
    measured: dict[int, dict[str, dict[str, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="zhibao-benchmark-") as folder:
        for rows in options.rows:
            workbook, checks = _prepare(Path(folder), rows)
            measured[rows] = _measure(tools, rows, options.repeat, python, workbook, checks)
            for tool, figures in measured[rows].items():
                if options.json:
                    print(json.dumps({"tool": tool, "rows": rows, **figures}), flush=True)
            workbook.unlink()
    if not options.json:
        _print_table(measured)
    return _judge(measured, quiet=options.json)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the import of a contract ledger beside its peers.")
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
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


def _prepare(folder: Path, rows: int) -> tuple[Path, Path]:
    from ledger_workbook import COLUMNS, FORM, SHEET, write_ledger

    from forms.catalogue import load_catalogue
    from forms.kinds import Bool, Coded, Date, Int, Money

    edition = load_catalogue().edition(FORM)
    columns = []
    for name, field_id in COLUMNS:
        field = edition.by_id[field_id]
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
    checks.write_text(json.dumps({"columns": columns, "sheet": SHEET}, ensure_ascii=False), "utf-8")
    return write_ledger(folder / f"ledger-{rows}.xlsx", rows), checks


def _measure(
    tools: list[str], rows: int, repeat: int, python: Path, workbook: Path, checks: Path
) -> dict[str, dict[str, float]]:
    runs: dict[str, list[dict[str, float]]] = {tool: [] for tool in tools}
    # Compiled modules are kept for all: no tool pays for compiling itself.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("PYTHONPYCACHEPREFIX", str(workbook.parent / "compiled"))
    for turn in range(repeat):
        for tool in tools:
            if rows >= _LONG and turn and tool in ("frictionless", "pandera"):
                continue
            command = (
                [sys.executable, __file__, "--run", str(workbook)]
                if tool == "zhibao"
                else [str(python), str(HERE / "import_peers.py"), tool, str(workbook), str(checks)]
            )
            said = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout
            runs[tool].append(json.loads(said.splitlines()[-1]))
    return {
        tool: {name: round(statistics.median(run[name] for run in done), 3) for name in done[0]}
        for tool, done in runs.items()
    }


def _import_once(workbook: Path) -> dict[str, float]:
    from forms.book import Book
    from forms.workbook.importing import import_workbook

    began = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=workbook.parent) as folder:
        path = Path(folder) / "benchmark.zhibao"
        with Book.create(path, uscc="91222401MA1DEM1235", name="延吉海兰江软件有限公司", division="222401") as book:
            result = import_workbook(book, "JLFW-02", workbook, as_of="2026-11-03")
            wall = time.perf_counter() - began
            own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "cpu_s": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "wall_s": wall,
        "peak_mb": (own.ru_maxrss + children.ru_maxrss) / 1024,
        "findings": len(result.findings),
    }


def _print_table(measured: dict[int, dict[str, dict[str, float]]]) -> None:
    print(f"{'rows':>9} {'tool':<14}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'findings':>10}{'CPU to calamine':>17}")
    for rows, tools in measured.items():
        base = tools.get("calamine", {}).get("cpu_s")
        for tool, figures in tools.items():
            ratio = f"{figures['cpu_s'] / base:>16.2f}×" if base else ""
            print(
                f"{rows:>9,} {tool:<14}{figures['cpu_s']:>9.2f}{figures['wall_s']:>9.2f}{figures['peak_mb']:>9.0f}"
                f"{figures['findings']:>10,.0f}{ratio}"
            )


def _judge(measured: dict[int, dict[str, dict[str, float]]], *, quiet: bool) -> int:
    """Compare with the goals: ratios at 100,000 rows and the exponent of growth."""
    lines: list[tuple[str, bool]] = []
    largest = measured.get(100_000, {})
    own, base, other = (largest.get(tool) for tool in ("zhibao", "calamine", "frictionless"))
    if own and base:
        ratio = own["cpu_s"] / base["cpu_s"]
        lines.append((f"CPU {ratio:.2f}× bare calamine (goal ≤ 1.8)", ratio <= GOALS["cpu to calamine"]))
        peak = own["peak_mb"] / base["peak_mb"]
        lines.append((f"peak {peak:.2f}× bare calamine (goal ≤ 1)", peak <= 1))
    if own and other:
        ratio = other["cpu_s"] / own["cpu_s"]
        lines.append((f"{ratio:.1f}× less CPU than frictionless (goal ≥ 8)", ratio >= GOALS["frictionless to cpu"]))
    sizes = sorted(rows for rows, tools in measured.items() if "zhibao" in tools and rows >= 10_000)
    if len(sizes) > 1:
        small, large = (measured[rows]["zhibao"]["cpu_s"] for rows in (sizes[0], sizes[-1]))
        exponent = math.log(large / small) / math.log(sizes[-1] / sizes[0])
        lines.append((f"growth with exponent {exponent:.2f} (goal ≤ 1.05)", exponent <= 1.05))
    for line, met in lines:
        if not quiet:
            print(("met     " if met else "MISSED  ") + line)
    return 0 if all(met for _, met in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
