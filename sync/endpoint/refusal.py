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
        again_in: int = BUSY_SECONDS,
    ) -> None:
        """Keep what the problem body needs; `again_in` is the Retry-After, in seconds, of what may be tried again."""
        super().__init__(kind.value)
        self.kind = kind
        self._again_in = again_in
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
        come_again = self.kind in {ProblemType.BUSY, ProblemType.TOO_MANY}
        return {"Retry-After": str(self._again_in)} if come_again else {}


def not_found() -> Refusal:
    """Return the one answer for what does not exist and for what belongs to another firm."""
    return Refusal(ProblemType.NOT_FOUND, "省平台上没有这个对象，请核对编号。")
