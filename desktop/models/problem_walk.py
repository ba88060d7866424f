"""The way F8 takes through a ledger: the problems of the shown month, each once, then those of other months. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.models.problems_model import Problem
    from desktop.models.row_pages import RowPages

Cell = tuple[int, int]
"""A place in the grid: row and column as it is sorted now."""

NOWHERE = (-1, -1)


class ProblemWalk:
    """Remembers which cells a walk came to; what a person leaves as it is does not keep her in the month for ever."""

    def __init__(self, pages: RowPages[Any]) -> None:
        self._pages = pages
        self._seen: set[tuple[str, str]] = set()
        self._last: tuple[Cell, bool] = (NOWHERE, False)

    def begin(self) -> None:
        """Forget the walk: another month is shown."""
        self._seen.clear()
        self._last = NOWHERE, False

    def step(self, problems: Sequence[Problem], here: Cell, *, forward: bool) -> Problem:
        """The next (previous) problem from a cell on, round the end.

        What a filter hides waits until nothing else is left; it follows by row number. In each of the two, the shown
        month and the others, warnings wait until nothing must be mended any more.
        """
        if forward and here < self._last[0]:
            self.begin()  # a hand went back: from there on again
        placed = self._placed([*_urgent(problems, elsewhere=False), *_urgent(problems, elsewhere=True)])
        found = self._onward(placed, here) if forward else self._back(placed, here)
        self._seen.add(_cell(found[1]))
        self._last = found[0], found[1].elsewhere
        return found[1]

    def _placed(self, problems: list[Problem]) -> list[tuple[Cell, Problem]]:
        """Put problems into the order of the walk, each with its place in the grid."""
        places = self._pages.places([one.pos for one in problems])
        seen = [
            ((place, max(one.column, 0)), one) for place, one in zip(places, problems, strict=True) if place >= 0
        ] or [((one.pos, max(one.column, 0)), one) for one in problems]
        return sorted(seen, key=lambda pair: (pair[1].elsewhere, pair[0]))

    def _onward(self, order: list[tuple[Cell, Problem]], here: Cell) -> tuple[Cell, Problem]:
        for elsewhere in (False, True):
            some = [pair for pair in order if pair[1].elsewhere == elsewhere and pair[0] != here]
            left = [pair for pair in some if _cell(pair[1]) not in self._seen]
            if left:
                start = here if self._last[1] == elsewhere else NOWHERE
                return next((pair for pair in left if pair[0] > start), left[0])
        self.begin()
        return next((pair for pair in order if pair[0] != here), order[0])

    def _back(self, order: list[tuple[Cell, Problem]], here: Cell) -> tuple[Cell, Problem]:
        self._seen -= {_cell(one) for place, one in order if place == here}  # forward again, it comes again
        before = [pair for pair in order if (pair[1].elsewhere, pair[0]) < (self._last[1], here)]
        return before[-1] if before else order[-1]


def _cell(problem: Problem) -> tuple[str, str]:
    return problem.uid, problem.field


def _urgent(problems: Collection[Problem], *, elsewhere: bool) -> list[Problem]:
    some = [one for one in problems if one.elsewhere == elsewhere]
    return [one for one in some if one.urgent] or some
