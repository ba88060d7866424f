"""Where an import stands: file, sheet and header, columns, preview, result. A step that can be gone to is a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.pieces import button, row

if TYPE_CHECKING:
    from collections.abc import Collection

FILE, SHEET, COLUMNS, CHECK, RESULT = range(5)


class Steps(QWidget):
    """The five steps in a line; `wanted` tells the one a person goes to."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = (
            self.tr("1 选文件"),
            self.tr("2 工作表和表头"),
            self.tr("3 列对应"),
            self.tr("4 核对"),
            self.tr("5 结果"),
        )
        self.buttons = [button(word, "", "chip") for word in words]
        for step, made in enumerate(self.buttons):
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _on=False, step=step: self._clicked(step))
        self.at = FILE
        self.setLayout(row(*self.buttons, 0, spacing=6))
        self.show_step(FILE, ())

    def show_step(self, at: int, reachable: Collection[int]) -> None:
        """Show where the import stands, and which steps can be gone to."""
        self.at = at
        for step, made in enumerate(self.buttons):
            made.setChecked(step == at)
            made.setEnabled(step == at or step in reachable)

    def _clicked(self, step: int) -> None:
        self.buttons[step].setChecked(step == self.at)
        if step != self.at:
            self.wanted.emit(step)
