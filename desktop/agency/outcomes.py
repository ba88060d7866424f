"""What became of one firm in a batch, in a word and a sentence. No Qt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.languages import translate
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


def word_of(outcome: Outcome) -> str:
    """Return the word people see."""
    return {
        Outcome.READY: translate("Outcome", "可报送"),
        Outcome.BLOCKED: translate("Outcome", "不能报"),
        Outcome.NOTHING: translate("Outcome", "无需报"),
        Outcome.FILED: translate("Outcome", "已报送"),
        Outcome.HEARD: translate("Outcome", "已同步"),
        Outcome.UNREACHED: translate("Outcome", "未送达"),
        Outcome.REFUSED: translate("Outcome", "平台拒收"),
        Outcome.UNBOUND: translate("Outcome", "未开通报送"),
        Outcome.IN_USE: translate("Outcome", "使用中"),
        Outcome.FAILED: translate("Outcome", "没做成"),
        Outcome.SKIPPED: translate("Outcome", "未做"),
    }[outcome]


def bug_words() -> str:
    """Say that a firm's turn met a bug."""
    return translate("Outcome", "程序出现意外错误，已记录；这家企业的数据没有丢失，其他企业继续。")


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
        return {**asdict(self), "path": str(self.path), "outcome": str(self.outcome), "word": word_of(self.outcome)}


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
    text = translate("Outcome", "%1 %2 家")
    said = [text.replace("%1", word_of(one)).replace("%2", str(number)) for one, number in counts(lines).items()]
    return translate("Outcome", "，").join(said)
