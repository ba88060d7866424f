"""Broken workbooks of every format against the reading child.

    python tests/faults/workbooks.py --runs 50000 --seed 1 --json [--keep DIR]

Each run breaks one of the traps of tests/forms/workbook (see `mutations.py`), forks a process that reads it as the
reading child does, with the child's own limits, and listens as the parent does. Every input must end in rows (all rows
read accepted or refused) or in one Chinese sentence, in less than 10 s and 1 GB; a process that its limits or the
native reader end is what the child is for, and counted, but one that ends with a traceback is a fault. Exit status 0
only without faults.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import resource
import select
import signal
import sys
import tempfile
import time
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from forms.catalogue import load_catalogue
from forms.children import pipe
from forms.children.answering import answer
from forms.children.endings import Failed, Refused
from forms.children.limits import confine, limits_for
from forms.children.reading import read
from forms.workbook import old_workbook, open_document, plain_text  # noqa: F401 - loaded before the forks
from forms.workbook.frames import Decoding, Done, Opened, Request, Rows
from forms.workbook.reader import READING
from tests.faults.mutations import broken
from tests.forms.workbook.traps import FIXTURES, TRAPS, save

_SECONDS, _BYTES = 10.0, 1 << 30
_MOST_FAULTS = 40
_CUT = 500


@dataclass
class Tally:
    """What the runs came to; `faults` tells each thing that must not be."""

    seed: int
    runs: int = 0
    with_rows: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)  # processes the limits or the native reader ended
    slowest: float = 0.0
    largest_mebibytes: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


def main() -> int:
    """Break, read, tell."""
    parser = argparse.ArgumentParser(description="Break workbooks at random and read them as the reading child does.")
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first run, to repeat one")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a report")
    parser.add_argument("--keep", type=Path, help="keep the inputs that ended in a fault here")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # members of one name are what is wanted
    tally = Tally(options.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="zhibao-mutations-") as folder:
        reading = Reading(Path(folder), tally)
        seeds = _seeds(Path(folder))
        others = [content for _, content in seeds]
        for number in range(options.first, options.first + options.runs):
            chance = random.Random(f"{options.seed}:{number}")
            name, content = chance.choice(seeds)
            mutated = broken(content, others, chance)
            fault = reading.read(mutated)
            if fault:
                tally.faults.append(f"{number} {name}: {fault}")
                if options.keep:
                    options.keep.mkdir(exist_ok=True)
                    (options.keep / f"{options.seed}-{number}").write_bytes(mutated)
            if len(tally.faults) >= _MOST_FAULTS:
                break
    tally.seconds = round(time.monotonic() - began, 1)
    print(json.dumps(asdict(tally), ensure_ascii=False) if options.json else _report(tally))
    return 1 if tally.faults else 0


def _report(tally: Tally) -> str:
    lines = [
        f"{tally.runs} broken workbooks, seed {tally.seed}, {tally.seconds} s",
        f"rows {tally.with_rows}, refused {dict(tally.refused)}, ended {dict(tally.ended)}",
        f"slowest {tally.slowest:.1f} s, largest {tally.largest_mebibytes} MB, faults {len(tally.faults)}",
    ]
    return "\n".join((*lines, *tally.faults))


def _seeds(folder: Path) -> list[tuple[str, bytes]]:
    """Give a workbook of each trap in each format."""
    seeds = [(path.name, path.read_bytes()) for path in sorted(FIXTURES.iterdir())]
    for name, trap in TRAPS.items():
        seeds.append((f"{name}.xlsx", save(trap, folder / "seed.xlsx").read_bytes()))
    for at, encoding in enumerate(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")):
        rows = [
            "\t;,"[at % 3].join("" if cell is None else f'"{cell}"' for cell in row) for row in TRAPS["totals"].rows
        ]
        seeds.append((f"{encoding}.csv", "\r\n".join(rows).encode(encoding)))
    return seeds


class Reading:
    """Reads one input after the other, each in a process of its own."""

    def __init__(self, folder: Path, tally: Tally) -> None:
        self._path, self._tally = folder / "台账", tally
        self._request = Request(str(self._path), pickle.dumps(load_catalogue().edition("JLFW-02")))

    def read(self, content: bytes) -> str:
        """Read it; give what is wrong with how that ended, nothing where all is well."""
        self._path.write_bytes(content)
        self._tally.runs += 1
        frames, errors = os.pipe(), os.pipe()
        began = time.monotonic()
        process = os.fork()
        if process == 0:
            self._read_in_child(frames, errors)
        os.close(frames[1])
        os.close(errors[1])
        fault, ends_well = "", False
        with os.fdopen(frames[0], "rb") as said, os.fdopen(errors[0], "rb") as complaints:
            if select.select([said], [], [], _SECONDS)[0]:
                fault, ends_well = self._listen(said)
            else:
                os.kill(process, signal.SIGKILL)
                fault = f"no answer in {_SECONDS:.0f} s"
            complaint = complaints.read().decode("utf-8", "replace")
        _, status, used = os.wait4(process, 0)
        seconds, peak = time.monotonic() - began, used.ru_maxrss * 1024
        self._tally.slowest = max(self._tally.slowest, round(seconds, 2))
        self._tally.largest_mebibytes = max(self._tally.largest_mebibytes, peak >> 20)
        if seconds > _SECONDS or peak > _BYTES:
            fault = fault or f"{seconds:.1f} s, {peak >> 20} MB"
        if not ends_well and not fault:
            if not os.WIFSIGNALED(status):
                return f"no sentence: {complaint[-_CUT:]}"
            _count(self._tally.ended, signal.Signals(os.WTERMSIG(status)).name)
        return fault

    def _read_in_child(self, frames: tuple[int, int], errors: tuple[int, int]) -> None:
        os.dup2(errors[1], 2)
        os.close(frames[0])
        status = 1
        try:
            with os.fdopen(frames[1], "wb") as out:
                confine(limits_for(self._path.stat().st_size))
                answer(self._request, read, out)
            status = 0
        finally:
            if status:
                sys.excepthook(*sys.exc_info())
                sys.stderr.flush()
            os._exit(status)

    def _listen(self, said: object) -> tuple[str, bool]:
        """Take the frames as the parent does; tell what is wrong with them, and whether they came to their end."""
        decoding, rows = Decoding(), 0
        while True:
            try:
                frame = pipe.read(said, READING.answers)
            except ValueError as error:
                return f"no frame: {error}", False
            if isinstance(frame, Rows):
                widths = {len(column) for column in decoding.columns(frame)}
                if widths - {len(frame.numbers)}:
                    return f"columns of {widths} rows", False
                rows += len(frame.numbers)
            elif isinstance(frame, Done):
                self._tally.with_rows += 1
                lost = frame.rows_read - rows - len(frame.refused)
                return (f"{lost} rows lost" if lost else ""), True
            elif isinstance(frame, Failed):
                _count(self._tally.refused, frame.ending)
                return "", True
            elif isinstance(frame, Refused):
                _count(self._tally.refused, frame.code)
                is_sentence = frame.message.isprintable() and frame.message.find("。") == len(frame.message) - 1
                return ("" if is_sentence else f"no sentence: {frame.message}"), True
            elif not isinstance(frame, Opened):
                return "", False


def _count(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
