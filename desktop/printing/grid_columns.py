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
_SQUEEZE = 0.9  # columns whose text may break give up so much of their width before a sheet is begun for one more


def wanted(grid: Grid, ruler: Ruler) -> list[float]:
    """Give the width each column wants in mm: at least that of the text that must not break."""
    found = []
    for at, column in enumerate(grid.columns):
        need = column.width
        if column.whole:
            texts = {row[at] for row in grid.rows} | set(grid.totals.get(column.id, "").split("\n"))
            widest = max((ruler.width(text, "cell") for text in texts), default=0.0)
            need = max(need, widest + 2 * PAD + 0.2)
        found.append(min(need, _WIDEST))
    return found


def groups(columns: Sequence[Column], widths: Sequence[float], room: float) -> list[list[int]]:
    """Split the columns over sheets, as numbers; those that repeat stand first on each."""
    repeated = [at for at, column in enumerate(columns) if column.repeat]
    taken = sum(widths[at] for at in repeated)
    found: list[list[int]] = [[]]
    used = taken
    for at, column in enumerate(columns):
        if column.repeat:
            continue
        least = widths[at] * (1.0 if column.whole else _SQUEEZE)
        if found[-1] and (column.breaks or used + least > room):
            found.append([])
            used = taken
        found[-1].append(at)
        used += least
    return [[*repeated, *group] for group in found]


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
