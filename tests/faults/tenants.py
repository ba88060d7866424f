"""G10: firms that ask for what is not theirs, at random, get nothing of it.

    python tests/faults/tenants.py --runs 5000 --seed 1 [--database postgresql] [--bug NAME] [--bugs] [--json]

Some firms file; then each run is one request of one of them about an object of any, by any verb the protocol has. An
answer may hold nothing of another firm, and afterwards every firm's filings must be as they were. `--bug` leaves the
firm out of the endpoint's statements: on SQLite that leaks (`no-predicate`); on PostgreSQL row-level security alone
must hold (`only-rls`, which must find nothing), and with the policies opened it leaks (`rls-off`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms import filing, sample_papers
from sync.errors import EndpointRefused
from sync.holdings import Offering
from sync.protocol import FilingView, SeriesView
from sync.signed import SignedFiling
from tests.endpoint.cluster import OWNER, Cluster
from tests.endpoint.conftest import Endpoint, Firm
from tests.endpoint.master import SERIES, make_papers

FIRMS = 5
BUGS = {"no-predicate": "sqlite", "only-rls": "postgresql", "rls-off": "postgresql"}
"""Name → the database it is about."""
_FOUND_BY = {"no-predicate", "rls-off"}


@dataclass
class Tally:
    """What the runs came to; `leaks` tells each answer that held what it must not."""

    seed: int
    database: str
    bug: str | None
    runs: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    leaks: list[str] = field(default_factory=list)
    changed: int = 0
    seconds: float = 0.0


class Town:
    """Some firms with filings, at one endpoint."""

    def __init__(self, endpoint: Endpoint, papers: dict[tuple[str, str], str], seed: int) -> None:
        self.random = random.Random(seed)
        self.firms: list[Firm] = [endpoint.firm(papers) for _ in range(FIRMS)]
        self.filings: dict[str, Firm] = {}
        for firm in self.firms:
            for form, period in SERIES[:3]:
                document = firm.document(form, period)
                firm.put(document)
                self.filings[document["id"]] = firm
        self.views = {number: firm.view(number) for number, firm in self.filings.items()}

    def ask(self) -> tuple[str, str, object]:
        """Let a firm ask for something; give the verb, whom it is about, and what came back."""
        actor, (number, owner) = self.random.choice(self.firms), self.random.choice(list(self.filings.items()))
        verb = self.random.choice(list(VERBS))
        try:
            said = VERBS[verb](self, actor, owner, number)
        except EndpointRefused as refusal:
            said = refusal.problem.type
        return verb, actor.uscc, said

    def leaked(self, actor: str, said: object) -> bool:
        """Tell whether an answer names another firm, one of its filings, or holds its bytes."""
        text = msgspec.json.encode(said).decode()
        others = {firm.uscc for firm in self.firms} - {actor}
        theirs = {number for number, firm in self.filings.items() if firm.uscc != actor}
        bodies = [view for number, view in self.views.items() if number in theirs]
        signed = {msgspec.json.encode(view.receipt.signature).decode().strip('"') for view in bodies}
        return any(word in text for word in others | theirs | signed)

    def changed(self) -> int:
        """Count the filings that are not as they were."""
        return sum(firm.view(number) != self.views[number] for number, firm in self.filings.items())


def _in_anothers_name(town: Town, actor: Firm, owner: Firm, _number: str) -> object:
    document = actor.document()
    document["series"] = document["series"] | {"firm": owner.uscc}
    return town and actor.put(document)


def _under_anothers_id(_town: Town, actor: Firm, _owner: Firm, number: str) -> object:
    document = actor.document(id=number)
    signed = SignedFiling(filing.canonical(document), actor.key.sign(filing.canonical(document)), actor.key.key_id)
    if _owner.uscc == actor.uscc:
        return "own"
    return {"taken": actor.session.put_filing(number, signed).key_id}


def _upon_anothers_base(_town: Town, actor: Firm, owner: Firm, number: str) -> object:
    if owner.uscc == actor.uscc:
        return "own"
    return {"taken": actor.put(actor.document(base=number, revision=2, reason="correction")).key_id}


def _offer(town: Town, actor: Firm, _owner: Firm, number: str) -> object:
    view = town.views[number]
    return actor.session.offer(number, Offering(view.filing, view.receipt))


def _withdraw(_town: Town, actor: Firm, owner: Firm, number: str) -> object:
    return "own" if owner.uscc == actor.uscc else actor.session.withdraw(number)


def _decide(_town: Town, actor: Firm, _owner: Firm, number: str) -> object:
    from sync.protocol import DecisionRequest
    from sync.signed import Signed

    ask = actor.session._authorised
    return ask("PUT", f"/v1/filings/{number}/decisions/x", Signed, DecisionRequest("accepted"), if_match="*")


VERBS: dict[str, Callable[[Town, Firm, Firm, str], object]] = {
    "view": lambda _town, actor, _owner, number: actor.session._authorised("GET", f"/v1/filings/{number}", FilingView),
    "series": lambda _town, actor, owner, _number: actor.session._authorised(
        "GET", f"/v1/series/{owner.uscc}/JLFW-01/2026", SeriesView
    ),
    "changes": lambda town, actor, _owner, _number: actor.session.changes(
        town.random.randrange(4), actor.enrolled.epoch
    ),
    "attachment": lambda _town, actor, owner, _number: {
        "bytes": len(actor.session.attachment(owner.uscc, sample_papers.SCAN.sha256)),
        "of": owner.uscc,
    },
    "reconcile": lambda _town, actor, _owner, _number: actor.session.reconcile([]).unknown,
    "offer": _offer,
    "withdraw": _withdraw,
    "decide": _decide,
    "file in another's name": _in_anothers_name,
    "file under another's id": _under_anothers_id,
    "file upon another's base": _upon_anothers_base,
}


def main() -> int:
    """Ask, and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--bug", choices=sorted(BUGS))
    parser.add_argument("--bugs", action="store_true", help="list the seeded bugs")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.bugs:
        print("\n".join(f"{name}: on {database}" for name, database in sorted(BUGS.items())))
        return 0
    database = BUGS.get(options.bug, options.database)
    tally = Tally(options.seed, database, options.bug)
    began = time.monotonic()
    cluster = Cluster() if database == "postgresql" else None
    with tempfile.TemporaryDirectory(prefix="zhibao-tenants-") as made:
        os.environ.update(ZHIBAO_KEYS=f"{made}/keys", ZHIBAO_HOME=f"{made}/home")
        papers = make_papers(Path(made) / "master.zhibao")
        folder = Path(made) / "province"
        folder.mkdir()
        address = None if cluster is None else cluster.database("tenants")
        endpoint = Endpoint(folder, database=address)
        try:
            town = Town(endpoint, papers, options.seed)
            if options.bug:
                _bring_in(options.bug, endpoint, cluster)
            _run(town, tally, options.runs)
        finally:
            endpoint.close()
            if cluster is not None:
                cluster.close()
    tally.seconds = round(time.monotonic() - began, 1)
    if options.json:
        print(json.dumps(asdict(tally), ensure_ascii=False))
    else:
        for name, value in asdict(tally).items():
            print(f"{name:>10}  {value}")
    return 1 if tally.leaks or tally.changed else 0


def _bring_in(bug: str, endpoint: Endpoint, cluster: Cluster | None) -> None:
    """Let a careless program serve what a careful one has taken in, and open the policies if that is the bug."""
    if cluster is not None and bug == "rls-off":
        for table in ("firms", "filings", "events", "decisions"):
            cluster.tell(f"CREATE POLICY open ON {table} USING (true) WITH CHECK (true)", OWNER, "tenants")
    port = endpoint.port
    endpoint.kill()
    endpoint.program = [str(Path(__file__).with_name("leaky_endpoint.py"))]
    endpoint.start(port)


def _run(town: Town, tally: Tally, runs: int) -> None:
    answers: Counter[str] = Counter()
    for _ in range(runs):
        verb, actor, said = town.ask()
        answers[f"{verb}: {said if isinstance(said, str) else 'answered'}"] += 1
        tally.runs += 1
        if town.leaked(actor, said):
            tally.leaks.append(f"{verb} by {actor}")
            if tally.bug in _FOUND_BY:
                break
    tally.answers = dict(sorted(answers.items()))
    if tally.bug is None:
        tally.changed = town.changed()


if __name__ == "__main__":
    sys.exit(main())
