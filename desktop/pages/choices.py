"""One of several: a row of chips that arrow keys and the space bar reach, as the settings use it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.pieces import button, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def choice(
    name: str, options: Sequence[tuple[object, str]], chosen: object, action: Callable[[object], object]
) -> QWidget:
    """Return chips for ``options`` (value, word), ``chosen`` switched on; ``action`` gets the value picked."""
    holder = QWidget()
    holder.setAccessibleName(name)
    group = QButtonGroup(holder)
    chips = []
    for number, (value, text) in enumerate(options):
        chip = button(text, "", "chip", partial(action, value))
        chip.setCheckable(True)
        chip.setChecked(value == chosen)
        chip.setAccessibleName(f"{name} {text}")
        group.addButton(chip, number)
        chips.append(chip)
    holder.setLayout(row(*chips, 0))
    return holder
