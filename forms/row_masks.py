"""The masks of a row: one number that says which row rules it breaks, a bit each, written as SQL.

Nearly every row breaks nothing. So a group of cases is first asked whether any of them is broken: after WHEN, SQLite
makes a chain of jumps of that. Only then are the bits put together. Groups, because after an import most rows may lack
the same thing: what the others ask shall not be worked out twice for that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.rules import Case

_Numbered = tuple[int, "Case"]
_GROUP: Final = 16
_PLAIN: Final = re.compile(r"\w+ IS NOT NULL( OR coalesce\(instr\(unparsed, '[^']*'\), 0\))?|\w+ % 100 = 0")


def written(cases: Iterable[Case]) -> str:
    """Write the mask of some cases, the first the lowest bit."""
    by_when: dict[str, list[_Numbered]] = {}
    for number, case in enumerate(cases):
        by_when.setdefault(case.when, []).append((1 << number, case))
    masks = [
        f"(CASE WHEN {' OR '.join(_any_broken(when, some) for when, some in group)}"
        f" THEN {' | '.join(_bits(when, some) for when, some in group)} ELSE 0 END)"
        for group in _groups(by_when.items())
    ]
    return " | ".join(masks)


def _groups(
    by_when: Iterable[tuple[str, list[_Numbered]]],
) -> Iterator[list[tuple[str, list[_Numbered]]]]:
    """Put what applies by the same condition into the same group."""
    group: list[tuple[str, list[_Numbered]]] = []
    for when, some in by_when:
        if group and sum(len(others) for _when, others in group) + len(some) > _GROUP:
            yield group
            group = []
        group.append((when, some))
    if group:
        yield group


def _any_broken(when: str, some: list[_Numbered]) -> str:
    """Write that a row breaks one of the cases; what costs next to nothing is asked before whether it applies."""
    plain = [case for _bit, case in some if not when or _PLAIN.fullmatch(case.holds)]
    dear = [case for _bit, case in some if case not in plain]
    found = [_broken(case) if not when else f"({_broken(case)} AND ({when}\n))" for case in plain]
    if dear:
        found.append(f"(({when}\n) AND ({' OR '.join(map(_broken, dear))}))")
    return " OR ".join(found)


def _bits(when: str, some: list[_Numbered]) -> str:
    """Write the bits of the cases a row breaks; when they apply, as of other rows of the contract, is asked once."""
    bits = " | ".join(f"(CASE WHEN {_broken(case)} THEN {bit} ELSE 0 END)" for bit, case in some)
    return f"(CASE WHEN ({when}\n) THEN {bits} ELSE 0 END)" if when else bits


def _broken(case: Case) -> str:
    return f"(({case.holds}\n) IS FALSE)"
