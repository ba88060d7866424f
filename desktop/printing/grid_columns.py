"""How the columns of a wide ledger share the width of a sheet, and how they are split over several sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.printing.items import PAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.printing.content import Column, Grid
    from desktop.printing.type import Ruler

SEQUENCE = 9.0
"""Width in mm of the column with the number of the row."""
_WIDEST = 62.0
_WIDER = 1.6  # so much wider than in the grid a column of text may become
_SQUEEZE = 0.9  # columns whose text may break give up so much of their width before a sheet is begun for one more


def wanted(grid: Grid, ruler: Ruler) -> list[float]:
    """Give the width each column wants in mm: that of text that must not break, or room for other text on two lines."""
    found = []
    for at, column in enumerate(grid.columns):
        texts = {row[at] for row in grid.rows} | set(grid.totals.get(column.id, "").split("\n"))
        widest = max((ruler.width(text, "cell") for text in texts), default=0.0)
        need = widest + 2 * PAD + 0.2
        if not column.whole:
            need = min(need / 2 + ruler.em("cell"), column.width * _WIDER)
        found.append(min(max(need, column.width), max(_WIDEST, column.width)))
    return found


def groups(columns: Sequence[Column], widths: Sequence[float], room: float) -> list[list[int]]:
    """Split the columns over sheets, as numbers; those that repeat stand first on each."""
    repeated = [at for at, column in enumerate(columns) if column.repeat]
    room -= sum(widths[at] for at in repeated)
    parts: list[list[int]] = [[]]
    for at, column in enumerate(columns):
        if not column.repeat:
            if column.breaks and parts[-1]:
                parts.append([])
            parts[-1].append(at)
    needs = [width * (1.0 if column.whole else _SQUEEZE) for column, width in zip(columns, widths, strict=True)]
    return [[*repeated, *group] for part in parts for group in _evenly(part, needs, room)]


def _evenly(part: list[int], needs: Sequence[float], room: float) -> list[list[int]]:
    """Split columns over as few sheets as hold them, each about as full as the others."""
    fewest = len(_filled(part, needs, room, room))
    total = sum(needs[at] for at in part)
    for share in (total / fewest * (1 + tenth / 20) for tenth in range(20)):
        found = _filled(part, needs, room, share)
        if len(found) <= fewest:
            return found
    return _filled(part, needs, room, room)


def _filled(part: list[int], needs: Sequence[float], room: float, share: float) -> list[list[int]]:
    """Fill sheet after sheet up to its share of the width, in no case beyond its room."""
    found: list[list[int]] = [[]]
    used = 0.0
    for at in part:
        if found[-1] and used + needs[at] > min(room, share) + 1e-6:
            found.append([])
            used = 0.0
        found[-1].append(at)
        used += needs[at]
    return found


def fitted(columns: Sequence[Column], widths: Sequence[float], room: float) -> list[float]:
    """Stretch or squeeze the columns of one sheet to its width; text that must not break keeps what it needs."""
    spare = room - sum(widths)
    soft = [not column.whole for column in columns]
    if not any(soft) or (spare < 0 and sum(w for w, is_soft in zip(widths, soft, strict=True) if is_soft) < -2 * spare):
        return [width * room / sum(widths) for width in widths]
    # What is left over goes mostly to the text that may break; the rest breathes a little.
    weights = [width * (1.0 if is_soft else 0.25 * (spare > 0)) for width, is_soft in zip(widths, soft, strict=True)]
    total = sum(weights)
    return [width + spare * weight / total for width, weight in zip(widths, weights, strict=True)]
