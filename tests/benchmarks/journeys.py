"""Benchmark of every journey: the longest piece of work of the window's thread in each, and what it was.

    python tests/benchmarks/journeys.py [-k WHICH] [--json] [--runs 1]

Also `tests/benchmarks/window.py --journeys`. The journeys of `tests/journeys` run as they are, on a virtual screen with
mouse and keyboard, and the window they start beats (see `tests/journeys/beating.py`). `work_ms` is the processor's time
of the window's thread in one piece of its event loop, `gap_ms` how long the loop stood still; of several runs the
median. Only `work_ms` counts on a machine that others use. Ends with 1 where a journey failed, or where one's longest
piece of work is above the 50 ms that nobody feels.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LIMIT_MS = 50


def run(which: str) -> tuple[int, list[dict[str, Any]]]:
    """Walk the journeys once; give pytest's status and the pieces that took long."""
    with tempfile.TemporaryDirectory() as name:
        beats = Path(name) / "beats.jsonl"
        command = [sys.executable, "-m", "pytest", "tests/journeys", "-m", "display or not display", "-q", "-n0"]
        done = subprocess.run(
            [*command, *(["-k", which] if which else [])],
            cwd=ROOT,
            env=os.environ | {"ZHIBAO_BEATS": str(beats)},
            stdout=sys.stderr,
            check=False,
        )
        lines = beats.read_text("utf-8").splitlines() if beats.exists() else []
    return done.returncode, [json.loads(line) for line in lines]


def worst_of(pieces: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Give each journey's longest piece of work, and beside it the longest gap."""
    by_journey: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for piece in pieces:
        by_journey[piece["journey"]].append(piece)
    return {
        journey: max(some, key=lambda one: one["work_ms"])
        | {"gap_ms": max(one["gap_ms"] for one in some), "told": " ".join(filter(None, (one["told"] for one in some)))}
        for journey, some in by_journey.items()
    }


def main() -> int:
    """Walk, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-k", dest="which", default="", help="only journeys of that name, as pytest takes it")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="every piece of work above the limit, not only the longest")
    options = parser.parse_args()
    statuses, runs, pieces = [], [], []
    for _ in range(options.runs):
        status, found = run(options.which)
        statuses.append(status)
        pieces += found
        runs.append(worst_of(found))
    felt = False
    for journey in runs[0]:
        some = [one[journey] for one in runs if journey in one]
        told = some[0] | {name: statistics.median(one[name] for one in some) for name in ("work_ms", "gap_ms")}
        felt |= told["work_ms"] > LIMIT_MS
        if options.json:
            print(json.dumps({"tool": "zhibao-journeys"} | told, ensure_ascii=False))
            continue
        print(f"{told['work_ms']:>6.1f} ms work {told['gap_ms']:>7.1f} ms gap  {journey}  [{told['page']}]")
        if told["told"]:
            print(f"{'':>20}{told['told']}")
        for what in told["what"] if told["work_ms"] > LIMIT_MS else ():
            print(f"{'':>20}{what}")
    if options.all:
        for one in sorted(pieces, key=lambda one: -one["work_ms"]):
            if one["work_ms"] > LIMIT_MS:
                print(json.dumps(one, ensure_ascii=False, indent=1))
    return max(statuses) or int(felt)


if __name__ == "__main__":
    sys.exit(main())
