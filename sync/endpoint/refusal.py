"""A refusal: what a request got wrong, raised anywhere in the endpoint and answered as application/problem+json."""

from __future__ import annotations

from collections.abc import Sequence

from sync.problems import PROBLEMS, CellProblem, Problem, ProblemType

BUSY_SECONDS = 5
"""What Retry-After asks for; clients spread their next attempts beyond it by themselves."""


class Refusal(Exception):
    """The request is refused; nothing was stored. `detail` is one Chinese sentence with the remedy, without values."""

    def __init__(
        self,
        kind: ProblemType,
        detail: str,
        *,
        cells: Sequence[CellProblem] = (),
        head: str | None = None,
        missing: Sequence[str] = (),
    ) -> None:
        """Keep what the problem body needs."""
        super().__init__(kind.value)
        self.kind = kind
        self.status, retryable, title = PROBLEMS[kind]
        self.problem = Problem(
            type=kind.value,
            title=title,
            status=self.status,
            detail=detail,
            retryable=retryable,
            cells=list(cells),
            head=head,
            missing=list(missing),
        )

    @property
    def headers(self) -> dict[str, str]:
        """The headers the answer bears besides those every answer bears."""
        return {"Retry-After": str(BUSY_SECONDS)} if self.kind is ProblemType.BUSY else {}


def not_found() -> Refusal:
    """Return the one answer for what does not exist and for what belongs to another firm."""
    return Refusal(ProblemType.NOT_FOUND, "省平台上没有这个对象，请核对编号。")
