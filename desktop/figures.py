"""How the window writes a number of things: whole with thousands set apart, or short where a pill has little room."""

from __future__ import annotations

_MOST_IN_A_PILL = 99


def figure(count: int) -> str:
    """Return a count as people read it: 98,416."""
    return f"{count:,}"


def short_figure(count: int) -> str:
    """Return a count for a badge, beside a name that must stay legible: 99+; its tip and its voice say all of it."""
    return str(count) if count <= _MOST_IN_A_PILL else f"{_MOST_IN_A_PILL}+"
