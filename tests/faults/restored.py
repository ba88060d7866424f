"""G7: a province restored from a backup of some moment: the firms give back what it lost, as it was.

    python tests/faults/restored.py --runs 20 --seed 1 [--bug NAME] [--bugs] [--json]

Each run makes a province, lets a firm file, be reviewed, withdraw and correct in a random order, backs the province up
at a random moment between, ends it and restores the backup. After one exchange everything the firm had a receipt for
must be at the province, with its first receive time, its decisions and its bytes, once; and nothing may have changed in
the Book. `--bug` brings a fault into the firm's program that the run must find. Exit status 0 only if there is none.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms.book import Book
from forms.errors import ZhibaoError
from sync import enrolment, exchange, reconcile, sealing
from sync.errors import EndpointRefused
from sync.province import CURSOR, EPOCH
from sync.signed import Comment
from sync.states import broken_link, state_of
from sync.ways import State
from tests.endpoint.lost_province import OnSqlite, Province
from tests.faults import victim

MONTHS = ("2026-01", "2026-02")
_ACTS = 9


@dataclass
class Tally:
    """What the runs came to; `faults` tells each thing that must not be in a sentence."""

    seed: int
    bug: str | None
    runs: int = 0
    receipts: int = 0
    lost_by_the_province: int = 0
    given_back: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def _enter_at_once(book: Book, _session: object, capabilities: object, _cancelled: object) -> list[str]:
    """Take the new epoch for granted and ask nobody what is missing."""
    with book.transaction():
        if capabilities.epoch != book.get(EPOCH):
            book.put(EPOCH, capabilities.epoch)
            book.put(CURSOR, "0")
    return []


def _without_decisions(book: Book, filing_id: str) -> object:
    offering = _REAL_OFFERING(book, filing_id)
    return type(offering)(offering.filing, offering.receipt)


_REAL_OFFERING = reconcile._offering
BUGS: dict[str, tuple[str, Callable[..., object]]] = {
    "no-reconcile": ("sync.reconcile.catch_up", _enter_at_once),
    "no-decisions": ("sync.reconcile._offering", _without_decisions),
    "only-the-heads": ("sync.reconcile._withdraw_again", lambda _session, _filing: None),
}
"""Name → what of the program is replaced by what."""


class Story:
    """One firm and one province, and what happens to them."""

    def __init__(self, template: Path, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        shutil.copyfile(template, folder / "firm.zhibao")
        (folder / "province").mkdir()
        self.province = Province(OnSqlite(folder / "province"), folder)
        self.book = Book.open(folder / "firm.zhibao")
        enrolment.enroll(self.book, self.province.desk.code(self.book.firm.uscc).code)

    def happen(self) -> None:
        """Let things happen, with the backup at a random one of them; the disk breaks after the last."""
        backup = self.random.randrange(_ACTS)
        acts = [self.file, self.file, *self.random.choices([self.review, self.withdraw, self.correct], k=_ACTS - 2)]
        for number, act in enumerate(acts):
            if number == backup:
                self.province.backup()
            act()
            exchange.sync(self.book)

    def file(self) -> None:
        """File the oldest month that is not filed, or again what was returned."""
        filed = {row[0] for row in self.book.db.execute("SELECT period FROM filings WHERE form = 'JLFW-04'")}
        month = next((one for one in MONTHS if one not in filed), MONTHS[-1])
        try:
            sealing.file_period(self.book, month, with_earlier=True, as_of=victim.AS_OF)
        except ZhibaoError:
            return  # nothing to file

    def review(self) -> None:
        """Decide on some of what waits."""
        waiting = self.province.desk.queue()
        for status in self.random.sample(waiting, min(3, len(waiting))):
            if self.random.random() < 0.7:
                self.province.desk.accept(status.filing_id)
            else:
                self.province.desk.return_(status.filing_id, [Comment("请核对后重新报送")])

    def withdraw(self) -> None:
        """Take something back that nobody has decided on."""
        waiting = self._standing(State.RECEIVED)
        if waiting:
            form, period = self.random.choice(waiting)
            try:
                exchange.withdraw(self.book, form, period)
            except EndpointRefused:
                return  # decided meanwhile

    def correct(self) -> None:
        """Send again what was returned or taken back."""
        for month in MONTHS:
            try:
                sealing.file_period(self.book, month, with_earlier=True, as_of=victim.AS_OF)
            except ZhibaoError:
                continue

    def _standing(self, state: State) -> list[tuple[str, str]]:
        rows = self.book.db.execute(
            "SELECT f.form, f.period FROM filings f JOIN standing s ON s.filing_id = f.id WHERE s.state = ?", (state,)
        )
        return [tuple(row) for row in rows]

    def at_the_province(self) -> dict[str, tuple[str, str, int]]:
        """What the province says of each filing: receive time, state, revision."""
        found = {}
        for row in self.book.db.execute("SELECT DISTINCT form, period FROM filings").fetchall():
            for one in self.province.series(self.book, *row).revisions:
                found[one.filing_id] = (one.received_at, one.state, one.revision)
        return found

    def in_the_book(self) -> dict[str, tuple[str, str]]:
        """What the Book holds: receive time as signed, and state."""
        rows = self.book.db.execute("SELECT filing_id, received_at FROM receipts")
        return {row["filing_id"]: (row["received_at"], state_of(self.book, row["filing_id"])) for row in rows}

    def close(self) -> None:
        self.book.close()
        self.province.endpoint.close()


def run(tally: Tally, template: Path, folder: Path, seed: int) -> None:
    """Tell one story and compare both sides before and after."""
    story = Story(template, folder, seed)
    try:
        story.happen()
        before, held = story.at_the_province(), story.in_the_book()
        story.province.lose_and_restore()
        left = _known(story)
        report = exchange.sync(story.book)
        after = story.at_the_province()
        tally.receipts += len(held)
        tally.lost_by_the_province += len(before.keys() - left)
        tally.given_back += len(after.keys() - left)
        faults = [] if report.problem is None else [f"the exchange ended with {report.problem}"]
        faults += [f"{number} is lost" for number in before.keys() - after.keys()]
        faults += [f"{number} appeared" for number in after.keys() - before.keys()]
        faults += [
            f"{number} was {before[number]}, is {after[number]}"
            for number in before.keys() & after.keys()
            if before[number] != after[number]
        ]
        if story.in_the_book() != held:
            faults.append("the Book's receipts or states changed")
        if broken_link(story.book) is not None:
            faults.append("the audit chain is broken")
        tally.faults += [f"seed {seed}: {fault}" for fault in faults]
    finally:
        story.close()
    tally.runs += 1


def _known(story: Story) -> set[str]:
    """What the restored province has, asked as its administrator: the firm's device may be forgotten."""
    found = set()
    for row in story.book.db.execute("SELECT id FROM filings").fetchall():
        try:
            story.province.desk.view(row["id"])
        except EndpointRefused:
            continue
        found.add(row["id"])
    return found


def main() -> int:
    """Run the stories and tell what they came to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=sorted(BUGS))
    parser.add_argument("--bugs", action="store_true", help="list the seeded bugs")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.bugs:
        print("\n".join(sorted(BUGS)))
        return 0
    tally = Tally(options.seed, options.bug)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="zhibao-restored-") as made:
        os.environ.update(ZHIBAO_KEYS=f"{made}/keys", ZHIBAO_HOME=f"{made}/home")
        template = Path(made) / "template.zhibao"
        victim.make_firm(template, options.seed)
        for number in range(options.runs):
            folder = Path(made) / str(number)
            folder.mkdir()
            if options.bug is None:
                run(tally, template, folder, options.seed + number)
            else:
                with mock.patch(BUGS[options.bug][0], BUGS[options.bug][1]):
                    run(tally, template, folder, options.seed + number)
            shutil.rmtree(folder)
            if options.bug and tally.faults:
                break
    tally.seconds = round(time.monotonic() - began, 1)
    if options.json:
        print(json.dumps(asdict(tally), ensure_ascii=False))
    else:
        for name, value in asdict(tally).items():
            print(f"{name:>22}  {value}")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
