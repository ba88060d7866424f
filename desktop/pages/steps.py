"""Steps from cell to cell, and which key leads which way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

NEXT, PREVIOUS = 1, -1
BELOW, ABOVE = 2, -2  # Enter, which may go down the column instead
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def step_of(event: QKeyEvent) -> int:
    """Where a key leads: Enter and Tab to the next cell, with Shift to the one before; 0 for other keys."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if plain != Qt.KeyboardModifier.NoModifier:
        return 0
    key = event.key()
    if key == Qt.Key.Key_Backtab:
        return PREVIOUS
    if key == Qt.Key.Key_Tab or key in ENTERS:
        return PREVIOUS if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NEXT
    return 0


def grid_step_of(event: QKeyEvent) -> int:
    """Where a key leads in a grid: as `step_of`, but Enter has steps of its own, whose direction is a setting."""
    step = step_of(event)
    return step * BELOW if step and event.key() in ENTERS else step
