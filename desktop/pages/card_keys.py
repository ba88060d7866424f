"""The keys of a card page beside those of its inputs: F7 the calculator, Alt+= the ledger's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.pages.calculator import Calculator
from forms.kinds import Scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.pages.card_line import CardLine
    from desktop.pages.toast import Toast


class CardKeys(QObject):
    """Acts on the line the cursor is in, of those made so far. `drill` opens the rows a computed figure is made of."""

    def __init__(
        self, holder: QWidget, lines: list[CardLine], toast: Toast, drill: Callable[[CardLine], object]
    ) -> None:
        super().__init__(holder)
        self._holder, self._lines, self._toast, self._drill = holder, lines, toast, drill
        for key, action in (("F7", self.calculate), ("Alt+=", self.take_sum)):
            shortcut = QShortcut(QKeySequence(key), holder)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _line(self) -> CardLine | None:
        return next((line for line in self._lines if line.input.hasFocus()), None)

    def calculate(self) -> None:
        """Open the calculator on a number one may type."""
        line = self._line()
        if line is not None and line.editable and isinstance(line.field.kind, Scaled):
            Calculator(line.input, self._holder).open()

    def take_sum(self) -> None:
        """取台账合计: a computed figure is the ledger's sum already, so show its rows; say where others come from."""
        line = self._line()
        if line is None:
            return
        if line.field.computed is not None:
            self._drill(line)
            return
        source = line.field.help.source
        told = self.tr("“%1”由您填写%2；合同额、执行额等由台账自动合计，不用取数。").replace("%1", line.field.label)
        self._toast.say(told.replace("%2", self.tr("，取自%1").replace("%1", source.rstrip("。")) if source else ""))
