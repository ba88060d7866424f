"""Which sheet of a workbook is read: what was found stands there, another one can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop import theme
from desktop.pieces import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.import_reading import ReadFile

_LONGEST = 24  # characters a closed list leaves room for


class SheetLine(QWidget):
    """A line with the sheets of a workbook, where there is more than one, and the way to what is odd about it."""

    chosen = Signal(str)
    odditiesWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caption = caption = QLabel(self.tr("工作表"), self)
        caption.setProperty("role", "second")
        self.odd = button("", "", "link", self.odditiesWanted.emit)
        self.odd.setAutoDefault(False)
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
        line.addWidget(self.odd)
        line.addStretch(1)
        self._odd = 0
        self.hide()

    @property
    def asked(self) -> str | None:
        """Give the sheet a person chose; None: the one that fits is looked for."""
        return self._asked or None

    def forget(self) -> None:
        """Take another workbook."""
        self._asked = ""
        self._odd = 0
        self.box.clear()

    def show_sheets(self, names: Sequence[str], current: str) -> None:
        """Offer the sheets of a workbook; `current` is the one that was read."""
        self.box.clear()
        self.box.addItems(names)
        self.box.setCurrentIndex(self.box.findText(current))

    def show_oddities(self, read: ReadFile) -> None:
        """Say how much is odd that the summary does not say itself."""
        notices = read.result.notices if read.result is not None else []
        grave = [
            one
            for one in read.oddities
            if one.severity != "info" and one.code != "missing" and one.sentence not in notices
        ]
        self._odd = len(grave)
        self.odd.setText(self.tr("文件里有 %n 处要留意", "", self._odd))

    def offer(self, *, on: bool) -> None:
        """Show the line where there is a choice, or something odd."""
        for one in (self._caption, self.box):
            one.setVisible(self.box.count() > 1)
        self.odd.setVisible(bool(self._odd))
        self.setVisible(on and (self.box.count() > 1 or bool(self._odd)))

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
