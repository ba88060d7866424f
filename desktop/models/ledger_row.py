"""One row of a ledger as the grid keeps it: plain attributes, so that painting a cell costs no call into Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forms.kinds import Stored


class LedgerRow:
    """One row as the grid keeps it: values by column place, what did not parse, and the texts once they were asked."""

    __slots__ = ("period", "pos", "settled", "texts", "uid", "unparsed", "values")

    def __init__(self, pos: int, uid: str, period: str, settled: bool, unparsed: dict[str, list[str]]) -> None:  # noqa: FBT001 - a plain record
        self.pos = pos
        self.uid = uid
        self.period = period
        self.settled = settled
        self.unparsed = unparsed
        self.values: tuple[Stored, ...] = ()
        self.texts: list[str | None] = []
