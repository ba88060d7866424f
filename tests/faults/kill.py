"""kill -9 while the program imports, types, files and synchronises.

    python tests/faults/kill.py --runs 100 --seed 1 --json

Each run forks a program that works on the Book (`victim.py`) and kills it at a random moment. Afterwards the Book must
open; everything acknowledged must be in it, everything not acknowledged whole or not at all; every filing must be
queued or receipted, never both; the audit chain must hold. At the end all is synchronised, and the endpoint, a process
of its own, must hold each filing once. Exit status 0 only if nothing was lost, doubled, unopened or broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import victim

from forms import ledger
from forms.book import Book
from forms.errors import ZhibaoError
from sync import enrolment, exchange, outbox, sealing
from sync.endpoint.demo import start_demo
from sync.keys import device_key
from sync.protocol import SeriesView
from sync.session import Session
from sync.states import broken_link, state_of
from sync.transport import HttpTransport
from sync.ways import State

LONGEST = {"import": 1.2, "typing": 0.15, "filing": 0.6, "sync": 1.5}  # seconds after the program is ready
_READY_SECONDS = 30.0
_VERSIONS = 4
_WITH_THE_PROVINCE = {State.RECEIVED, State.IN_REVIEW, State.ACCEPTED, State.RETURNED, State.SUPERSEDED}


@dataclass
class Tally:
    """What the runs came to; `faults` tells each thing that must not be in a sentence."""

    seed: int
    runs: int = 0
    kills: dict[str, int] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    unacknowledged_whole: int = 0  # done, but killed before it could be acknowledged
    found_sending: int = 0
    filings: int = 0
    at_the_endpoint: int = 0
    lost: int = 0
    doubled: int = 0
    unopened: int = 0
    broken_chains: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.unopened or self.broken_chains or self.faults)


class Witness:
    """What the Book must hold, by what the killed programs told."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.typed: dict[str, str] = {}
        self.revenue: dict[str, str] = {}
        self.version: int | None = None
        self.filed: set[str] = set()
        self.received: set[str] = set()

    def hear(self, lines: list[list]) -> list | None:
        """Take in what one program told; give what it meant to do when it died, or None."""
        pending = None
        for word, *what in lines:
            if word == "means":
                pending = what
            elif word == "done":
                pending = None
                self.tally.acknowledged[what[0]] = self.tally.acknowledged.get(what[0], 0) + 1
                self._acknowledge(*what)
            elif word == "broke":
                self.fault("faults", what[0])
        return pending

    def _acknowledge(self, what: str, *args: object) -> None:
        if what == "typed":
            self.typed[args[0]] = args[1]
        elif what == "revenue":
            self.revenue[args[0]] = args[1]
        elif what == "imported":
            self.version = args[0]
        elif what == "filed":
            self.filed |= set(args[0])
            if args[1]:
                self.fault("faults", f"blocked: {args[1]}")
        elif what == "synced":
            self.received |= set(args[0])
            if args[1]:
                self.fault("faults", f"sync: {args[1]}")

    def fault(self, kind: str, sentence: str) -> None:
        """Note what must not be."""
        if kind != "faults":
            setattr(self.tally, kind, getattr(self.tally, kind) + 1)
        self.tally.faults.append(sentence)

    # ---- looking

    def look(self, book: Book, pending: list | None) -> None:
        """Compare the Book with what was acknowledged; what was only meant may be there whole or not at all."""
        if book.db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            self.fault("unopened", "integrity check failed")
        if broken_link(book) is not None:
            self.fault("broken_chains", f"audit chain broken at {broken_link(book)}")
        self._look_at_cells(book, pending or [None])
        self._look_at_imports(book, pending or [None])
        self._look_at_filings(book, pending or [None])

    def _look_at_cells(self, book: Book, pending: list) -> None:
        for uid, text in list(self.typed.items()):
            found = ledger.read_row(book, "JLFW-02", uid)["contract_name"]
            if found != text and pending == ["typed", uid, found]:
                self.typed[uid] = found
                self.tally.unacknowledged_whole += 1
            elif found != text:
                self.fault("lost", f"typed {text}, found {found}")
        for month, yuan in list(self.revenue.items()):
            found = str(ledger.card_row(book, "JLFW-04", month)["total_revenue"] // 100)
            if found != yuan and pending != ["revenue", month, found]:
                self.fault("lost", f"revenue {yuan}, found {found}")
            self.revenue[month] = found

    def _look_at_imports(self, book: Book, pending: list) -> None:
        rows = ledger.read_rows(book, "JLFW-02", where="contract_name LIKE '第%版 %'")
        versions = {int(row["contract_name"][1:].partition("版")[0]) for row in rows}
        if len(versions) > 1:
            self.fault("lost", f"half an import: versions {versions}")
        found = versions.pop() if versions else None
        if found != self.version and pending == ["imported", found]:
            self.tally.unacknowledged_whole += 1
        elif found != self.version:
            self.fault("lost", f"imported version {self.version}, found {found}")
        self.version = found

    def _look_at_filings(self, book: Book, pending: list) -> None:
        self.tally.found_sending += len(outbox.recover(book))
        ids = {row[0] for row in book.db.execute("SELECT id FROM filings")}
        queued = {item.filing_id for item in outbox.queued(book)}
        receipted = {row[0] for row in book.db.execute("SELECT filing_id FROM receipts")}
        for missing in self.filed - ids:
            self.fault("lost", f"filed {missing} is gone")
        for missing in self.received - receipted:
            self.fault("lost", f"the receipt of {missing} is gone")
        for one in ids:
            state = state_of(book, one)
            kept = (one in queued, one in receipted)
            right = {State.QUEUED: (True, False), State.ABANDONED: (False, False)}.get(state, (False, True))
            if kept != right or (kept[1] and state not in _WITH_THE_PROVINCE):
                self.fault("doubled", f"{one} is {state}, queued {kept[0]}, receipted {kept[1]}")
        if pending == ["filed"] and ids - self.filed:
            self.tally.unacknowledged_whole += 1
            again = sealing.file_period(book, victim.PERIOD, with_earlier=True, as_of=victim.AS_OF)
            if {one.period for one in again.filed} - {victim.PERIOD, "2026"}:
                self.fault("doubled", f"a frozen batch was frozen again: {again.to_json()['filed']}")
            self.filed |= {one.id for one in again.filed}
        self.filed |= ids

    def look_at_the_endpoint(self, book: Book, url: str) -> None:
        """Send what is left, then compare series by series: each filing once, with our bytes, and no other."""
        report = exchange.sync(book)
        if report.problem or report.queued:
            self.fault("lost", f"the last sync left {report.queued} queued: {report.problem}")
        session = Session(HttpTransport(url), device_key(book))
        sent = {}
        rows = book.db.execute("SELECT f.* FROM filings f JOIN receipts r ON r.filing_id = f.id").fetchall()
        for row in rows:
            sent.setdefault((row["form"], row["period"]), []).append((row["id"], row["revision"]))
        self.tally.filings = book.db.execute("SELECT count(*) FROM filings").fetchone()[0]
        for (form, period), ours in sent.items():
            path = f"/v1/series/{book.firm.uscc}/{form}/{period}"
            held = session._authorised("GET", path, SeriesView).revisions
            theirs = [(one.filing_id, one.revision) for one in held]
            self.tally.at_the_endpoint += len(theirs)
            if sorted(theirs) != sorted(ours):
                kind = "doubled" if len(theirs) > len(ours) else "lost"
                self.fault(kind, f"{form} {period}: the endpoint holds {theirs}, the Book {ours}")


def run_and_kill(path: Path, activity: str, seed: int, workbooks: list[Path]) -> list[list]:
    """Fork the program, let it work, kill it at a random moment; give what it told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            victim.Victim(path, writer, seed, workbooks).work(activity)
        finally:  # it works until it is killed: whatever else ends it is told and counts as a fault
            line = ["broke", f"{activity}: {sys.exc_info()[1]!r}"]
            os.write(writer, (json.dumps(line, ensure_ascii=False) + "\n").encode())
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        select.select([pipe], [], [], _READY_SECONDS)
        time.sleep(random.Random(seed).uniform(0, LONGEST[activity]))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [json.loads(line) for line in pipe.read().splitlines(keepends=True) if line.endswith(b"\n")]


def main() -> int:
    """Run, print, and say by the exit status whether it was clean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="zhibao-kill-") as folder:
        os.environ["ZHIBAO_KEYS"] = f"{folder}/keys"
        tally = kill_many(Path(folder), asked.runs, asked.seed)
    if asked.json:
        print(json.dumps(asdict(tally), ensure_ascii=False))
    else:
        for name, value in asdict(tally).items():
            print(f"{name:>22} {value}")
    return 0 if tally.is_clean else 1


def kill_many(folder: Path, runs: int, seed: int) -> Tally:
    """One Book, killed again and again, and one endpoint."""
    begun, path, tally = time.monotonic(), folder / "账套.zhibao", Tally(seed)
    witness = Witness(tally)
    sample = victim.make_firm(path, seed)
    workbooks = victim.write_workbooks(folder, sample, _VERSIONS)
    with start_demo(folder / "province", victim.AS_OF, script=None) as province:
        with Book.open(path) as book:
            enrolment.enroll(book, province.code(book.firm.uscc))
        for number in range(runs):
            activity = victim.ACTIVITIES[number % len(victim.ACTIVITIES)]
            pending = witness.hear(run_and_kill(path, activity, seed * 100_000 + number, workbooks))
            tally.runs = number + 1
            tally.kills[activity] = tally.kills.get(activity, 0) + 1
            try:
                with Book.open(path) as book:
                    witness.look(book, pending)
            except ZhibaoError as problem:
                witness.fault("unopened", f"run {number}: {problem.message}")
        with Book.open(path) as book:
            witness.look_at_the_endpoint(book, province.url)
    tally.seconds = round(time.monotonic() - begun, 1)
    return tally


if __name__ == "__main__":
    sys.exit(main())
