"""Broken workbooks of every format against the children that read, look at, annotate and list workbooks.

    python tests/faults/workbooks.py --runs 50000 --seed 1 --json [--work looking] [--keep DIR]
    python tests/faults/workbooks.py --blown-up        each part in turn, for every child

Each run breaks one of the traps of tests/forms/workbook (see `mutations.py`) and asks one child after the other for
what the program asks of it, by the program's own code; the children are forked, each with its own limits (see
`forked.py`). Every input must end in an answer (of a reading: all rows read accepted or refused) or in one Chinese
sentence, in less than 10 s and 1 GB; a child that its limits or the native reader end is what it is for, and counted,
but one that ends with a traceback is a fault, and so is one in the parent. Exit status 0 only without faults.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))

from forms.children import child
from forms.errors import WorkbookRefused
from tests.faults.asking import ASKED, Asking, NotWhole
from tests.faults.blown_up import blown_up
from tests.faults.excel_workbooks import save_as_excel
from tests.faults.forked import Forked
from tests.faults.mutations import broken, still
from tests.forms.workbook.traps import FIXTURES, TRAPS, save

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS, _BYTES = 10.0, 1 << 30
_MOST_FAULTS = 40
_CUT = 1500
_BUGS = (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, RuntimeError, OSError, MemoryError)


@dataclass
class Tally:
    """What the runs came to; `faults` tells each thing that must not be."""

    seed: int
    runs: int = 0
    answered: dict[str, int] = field(default_factory=dict)  # by work
    refused: dict[str, int] = field(default_factory=dict)  # by code
    ended: dict[str, int] = field(default_factory=dict)  # children the limits or the native reader ended
    slowest: float = 0.0
    largest_mebibytes: int = 0
    parent_mebibytes: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


def main() -> int:
    """Break, ask, tell."""
    options = _options()
    warnings.simplefilter("ignore")  # members of one name are what is wanted
    child.started = Forked
    tally = Tally(options.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="zhibao-mutations-") as folder:
        asking = Asking(Path(folder))
        works = [options.work] if options.work else list(ASKED)
        for number, name, work, content in _inputs(asking, works, options):
            fault = _try(asking, work, content, tally)
            if fault:
                tally.faults.append(f"{number} {name}: {fault}")
                if options.keep:
                    options.keep.mkdir(exist_ok=True)
                    (options.keep / f"{options.seed}-{number}").write_bytes(content)
            if len(tally.faults) >= _MOST_FAULTS:
                break
        Forked.end_all()
    tally.seconds = round(time.monotonic() - began, 1)
    tally.parent_mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps(asdict(tally), ensure_ascii=False) if options.json else _report(tally))
    return 1 if tally.faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Break workbooks at random and give them to the children.")
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first run, to repeat one")
    parser.add_argument("--work", choices=tuple(ASKED), help="one child alone, not all in turn")
    parser.add_argument("--blown-up", action="store_true", help="no chance: each part nested deep, repeated, endless")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a report")
    parser.add_argument("--keep", type=Path, help="keep the inputs that ended in a fault here")
    return parser.parse_args()


def _inputs(asking: Asking, works: list[str], options: argparse.Namespace) -> Iterator[tuple[int, str, str, bytes]]:
    """Give inputs: number, name, who is asked and the bytes."""
    seeds = _seeds(asking.folder, asking)
    if options.blown_up:
        packages = [(name, content) for name, content in seeds if name in ("given-back.xlsx", "merged.ods")]
        blown = (one for name, content in packages for one in blown_up(name, content))
        yield from ((at, name, work, content) for at, (name, content) in enumerate(blown) for work in works)
        return
    others = [content for _, content in seeds]
    for number in range(options.first, options.first + options.runs):
        chance = random.Random(f"{options.seed}:{number}")
        name, content = chance.choice(seeds)
        yield number, name, works[number % len(works)], broken(content, others, chance)


def _report(tally: Tally) -> str:
    lines = [
        f"{tally.runs} broken workbooks, seed {tally.seed}, {tally.seconds} s",
        f"answered {tally.answered}, refused {tally.refused}, ended {tally.ended}",
        f"slowest {tally.slowest:.1f} s, largest {tally.largest_mebibytes} MB, faults {len(tally.faults)}",
    ]
    return "\n".join((*lines, *tally.faults))


def _seeds(folder: Path, asking: Asking) -> list[tuple[str, bytes]]:
    """Give a workbook of each trap in each format, one that was given back, and a list of firms."""
    path = folder / "seed.xlsx"
    made = [
        *((f"{name}.xlsx", save(trap, path).read_bytes()) for name, trap in TRAPS.items()),
        *((f"excel {name}.xlsx", save_as_excel(trap, path).read_bytes()) for name, trap in TRAPS.items()),
        ("given-back.xlsx", asking.given_back(save(TRAPS["merged"], path).read_bytes())),
        *((f"firms-{at}.xlsx", asking.firms()) for at in range(5)),
    ]
    found = [(one.name, one.read_bytes()) for one in sorted(FIXTURES.iterdir())]
    return [*found, *_texts(), *((name, still(content)) for name, content in made)]


def _texts() -> Iterator[tuple[str, bytes]]:
    for at, encoding in enumerate(("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")):
        rows = [
            "\t;,"[at % 3].join("" if cell is None else f'"{cell}"' for cell in row) for row in TRAPS["totals"].rows
        ]
        yield f"{encoding}.csv", "\r\n".join(rows).encode(encoding)


def _try(asking: Asking, work: str, content: bytes, tally: Tally) -> str:
    """Ask one child of one input; give what is wrong with how that ended, nothing where all is well."""
    tally.runs += 1
    began = time.monotonic()
    try:
        ASKED[work](asking, content)
        _count(tally.answered, work)
        fault = ""
    except WorkbookRefused as refusal:
        fault = _fault_of(refusal)
        _count(tally.refused, refusal.code)
    except NotWhole as lack:
        fault = str(lack)
    except _BUGS:
        fault = f"the parent: {traceback.format_exc()[-_CUT:]}"
    ended, seconds = Forked.last, time.monotonic() - began
    if ended is not None and ended.returncode not in (None, 0, 1, -signal.SIGKILL):
        _count(tally.ended, f"{work}, {ended.returncode}")
    peak = ended.peak_bytes if ended is not None else 0
    tally.slowest = max(tally.slowest, round(seconds, 2))
    tally.largest_mebibytes = max(tally.largest_mebibytes, peak >> 20)
    if not fault and (seconds > _SECONDS or peak > _BYTES):
        fault = f"{seconds:.1f} s, {peak >> 20} MB"
    return f"{work}: {fault}" if fault else ""


def _fault_of(refusal: WorkbookRefused) -> str:
    complaint = "".join(getattr(refusal, "__notes__", ()))
    if "Traceback" in complaint:
        return f"no sentence: {complaint[-_CUT:]}"
    is_sentence = refusal.message.isprintable() and refusal.message.find("。") == len(refusal.message) - 1
    return "" if is_sentence else f"no sentence: {refusal.message}"


def _count(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
