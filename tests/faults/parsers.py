"""Every parser of ours against bytes that coverage guides: atheris, by hand only.

    python tests/faults/parsers.py --seconds 3600 [--parser text …] [--seed 1] [--json] [--keep DIR]

The seconds are shared by the parsers of `every_parser.py`, each in a process of its own. Every input must end in a
value or in the parser's own refusal, in less than 10 s and 2 GB. Inputs that ended otherwise are kept in a folder, one
for each place it went wrong. Exit status 0 only without faults. How atheris is installed: README.md beside this.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[2]))

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS, _MEBIBYTES, _LONGEST = 10, 2048, 1 << 15
_OURS = ("forms/", "sync/")
_CUT = 1200


def main() -> int:
    """Share the time, fuzz, tell."""
    parser = argparse.ArgumentParser(description="Fuzz the parsers with atheris.")
    parser.add_argument("--seconds", type=int, default=60, help="in all")
    parser.add_argument("--parser", action="append", help="this one, not all; may be given more than once")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a report")
    parser.add_argument(
        "--keep", type=Path, default=Path("fuzzed"), help="corpora, and the inputs that ended in a fault"
    )
    parser.add_argument("--tell", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: python -m pip install atheris", file=sys.stderr)
        return 2
    if options.tell:
        _fuzz(options.parser[0], options.seconds, options.seed, options.keep, options.tell)
    names = options.parser or _names()
    tallies = {name: _run(name, max(1, options.seconds // len(names)), options) for name in names}
    print(json.dumps(tallies, ensure_ascii=False) if options.json else _report(tallies))
    return 1 if any(tally["faults"] for tally in tallies.values()) else 0


def _names() -> list[str]:
    from tests.faults.every_parser import PARSERS

    return list(PARSERS)


def _report(tallies: dict[str, dict[str, Any]]) -> str:
    lines = [f"{'':12}{'runs':>10}{'values':>10}{'refused':>10}{'slowest s':>11}{'faults':>8}"]
    for name, one in tallies.items():
        told = f"{one['runs']:>10}{one['values']:>10}{one['refused']:>10}{one['slowest']:>11.2f}{len(one['faults']):>8}"
        lines += [f"{name:12}{told}", *one["faults"].values()]
    return "\n".join(lines)


def _run(name: str, seconds: int, options: argparse.Namespace) -> dict[str, Any]:
    """Fuzz one parser in a process of its own, which libFuzzer ends where an input takes too long or too much."""
    with tempfile.TemporaryDirectory(prefix="zhibao-fuzz-") as folder:
        told = Path(folder) / "tally.json"
        command = [sys.executable, __file__, "--parser", name, "--seconds", str(seconds), "--seed", str(options.seed)]
        command += ["--keep", str(options.keep), "--tell", str(told)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        tally: dict[str, Any] = {"runs": 0, "values": 0, "refused": 0, "slowest": 0.0, "faults": {}}
        if told.exists():
            tally = json.loads(told.read_text("utf-8"))
    if not tally.pop("finished", False):
        tally["faults"]["ended"] = f"exit status {done.returncode}: {done.stderr[-_CUT:]}"
    return tally


def _fuzz(name: str, seconds: int, seed: int, keep: Path, told: Path) -> None:
    """Fuzz one parser; never returns."""
    import atheris

    with atheris.instrument_imports(include=["forms", "sync", "xlrd"]):
        from tests.faults.every_parser import PARSERS
    parser = PARSERS[name]
    corpus = keep / name
    corpus.mkdir(parents=True, exist_ok=True)
    for at, content in enumerate(parser.seeds()):
        if len(content) <= _LONGEST:
            (corpus / f"seed-{at}").write_bytes(content)
    one = _one_input(parser.parse, parser.refusals, time.monotonic() + seconds, keep / f"faults-{name}", told)
    limits = [f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEBIBYTES}", f"-max_len={_LONGEST}", f"-seed={seed}"]
    atheris.Setup([sys.argv[0], str(corpus), *limits, f"-artifact_prefix={keep}/ended-{name}-"], one)
    atheris.Fuzz()


def _one_input(
    parse: Callable[[bytes], object], refusals: tuple[type[BaseException], ...], until: float, keep: Path, told: Path
) -> Callable[[bytes], None]:
    tally: dict[str, Any] = {"runs": 0, "values": 0, "refused": 0, "slowest": 0.0, "faults": {}, "began": time.time()}

    def tell(*, finished: bool) -> None:
        tally["seconds"] = round(time.time() - tally["began"])
        told.write_text(json.dumps({**tally, "finished": finished}, ensure_ascii=False), "utf-8")

    def one(content: bytes) -> None:
        began = time.monotonic()
        tally["runs"] += 1
        try:
            parse(content)
            tally["values"] += 1
        except refusals:
            tally["refused"] += 1
        except Exception as fault:  # noqa: BLE001 - whatever else it is, it is what is looked for
            place = _place(fault)
            if place not in tally["faults"]:
                tally["faults"][place] = "".join(traceback.format_exception(fault))[-_CUT:]
                keep.mkdir(parents=True, exist_ok=True)
                (keep / str(len(tally["faults"]))).write_bytes(content)
        now = time.monotonic()
        tally["slowest"] = max(tally["slowest"], round(now - began, 3))
        if tally["runs"] % 1000 == 0 or now > until:
            tell(finished=now > until)
        if now > until:
            os._exit(0)

    return one


def _place(fault: BaseException) -> str:
    """Give the kind of a fault and the last of our lines it passed."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if any(part in frame.filename for part in _OURS)] or frames
    return f"{type(fault).__name__} {Path(ours[-1].filename).name}:{ours[-1].lineno}"


if __name__ == "__main__":
    sys.exit(main())
