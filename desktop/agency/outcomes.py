"""What became of one firm in a batch, in a word and a sentence. No Qt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from forms.errors import ZhibaoError
from sync.errors import EndpointRefused, EndpointUnreachable, NotEnrolled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Outcome(StrEnum):
    """How one firm's turn in a batch ended."""

    READY = "ready"
    BLOCKED = "blocked"
    NOTHING = "nothing"
    FILED = "filed"
    HEARD = "heard"
    UNREACHED = "unreached"
    REFUSED = "refused"
    UNBOUND = "not-enrolled"
    IN_USE = "in-use"
    FAILED = "failed"
    SKIPPED = "skipped"


WORDS = {
    Outcome.READY: "可报送",
    Outcome.BLOCKED: "不能报",
    Outcome.NOTHING: "无需报",
    Outcome.FILED: "已报送",
    Outcome.HEARD: "已同步",
    Outcome.UNREACHED: "未送达",
    Outcome.REFUSED: "平台拒收",
    Outcome.UNBOUND: "未绑定",
    Outcome.IN_USE: "使用中",
    Outcome.FAILED: "没做成",
    Outcome.SKIPPED: "未做",
}
"""Outcome → the word people see."""

BUG = "程序出现意外错误，已记录；这家企业的数据没有丢失，其他企业继续。"
BAD = frozenset({Outcome.BLOCKED, Outcome.REFUSED, Outcome.UNBOUND, Outcome.IN_USE, Outcome.FAILED})
"""What somebody has to look at."""


@dataclass(frozen=True, slots=True)
class Line:
    """One firm of a batch: `forms` counts what is or was filed, `errors` and `unexplained` what stands in the way."""

    path: Path
    firm: str
    uscc: str
    outcome: Outcome
    text: str
    forms: int = 0
    errors: int = 0
    unexplained: int = 0

    def to_json(self) -> dict[str, Any]:
        """Give the object of the command line."""
        return {**asdict(self), "path": str(self.path), "outcome": str(self.outcome), "word": WORDS[self.outcome]}


def of_problem(path: Path, firm: str, uscc: str, problem: ZhibaoError) -> Line:
    """Say in a line what kept a firm's turn from its end."""
    if isinstance(problem, EndpointUnreachable):
        outcome = Outcome.UNREACHED
    elif isinstance(problem, EndpointRefused):
        outcome = Outcome.REFUSED
    elif isinstance(problem, NotEnrolled):
        outcome = Outcome.UNBOUND
    elif problem.code in ("book-in-use", "sync-running"):
        outcome = Outcome.IN_USE
    else:
        outcome = Outcome.FAILED
    return Line(path, firm, uscc, outcome, problem.message)


def counts(lines: Iterable[Line]) -> dict[Outcome, int]:
    """Count the lines by outcome, in the order of the outcomes."""
    found = list(lines)
    return {outcome: number for outcome in Outcome if (number := sum(one.outcome is outcome for one in found))}


def summary(lines: Iterable[Line]) -> str:
    """Say the counts: «可报送 37 家，不能报 2 家»."""
    return "，".join(f"{WORDS[outcome]} {number} 家" for outcome, number in counts(lines).items())
