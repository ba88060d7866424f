"""Which sheet of a workbook is read: what was found stands there, another one can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 24  # characters a closed list leaves room for


class SheetLine(QWidget):
    """A line with the sheets of a workbook; in sight only where there is more than one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        caption = QLabel(self.tr("工作表"), self)
        caption.setProperty("role", "second")
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("要导入的工作表"))
        self.box.setMinimumContentsLength(_LONGEST)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(self._activated)
        caption.setBuddy(self.box)
        self._asked = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px("space2"))
        line.addWidget(caption)
        line.addWidget(self.box)
        line.addStretch(1)
        self.hide()

    @property
    def asked(self) -> str | None:
        """Give the sheet a person chose; None: the one that fits is looked for."""
        return self._asked or None

    def forget(self) -> None:
        """Take another workbook."""
        self._asked = ""
        self.box.clear()

    def show_sheets(self, names: Sequence[str], current: str) -> None:
        """Offer the sheets of a workbook; `current` is the one that was read."""
        self.box.clear()
        self.box.addItems(names)
        self.box.setCurrentIndex(self.box.findText(current))

    def offer(self, *, on: bool) -> None:
        """Show the line where there is a choice."""
        self.setVisible(on and self.box.count() > 1)

    def take_back_focus(self) -> bool:
        """Keep the focus with who goes through the sheets; False where nobody did."""
        if self._asked and self.isVisible():
            self.box.setFocus()
            return True
        return False

    def _activated(self, at: int) -> None:
        name = self.box.itemText(at)
        self._asked = name
        self.chosen.emit(name)
