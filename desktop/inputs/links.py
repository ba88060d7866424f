"""The input for links to rows of another form: typed as text, or worked out on the page that shows both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop import theme
from desktop.inputs.line import TextInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop.inputs.line import InputContext
    from forms.definition import Field


class LinksInput(TextInput):
    """Text «编号=金额、…»; F4, Alt+Down or the sign at its end lead to the reconciliation, where there is one."""

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        if context.open_links is not None:
            sign = self.addAction(theme.icon("receipt"), QLineEdit.ActionPosition.TrailingPosition)
            sign.setToolTip(self.tr("到收汇核销里选凭证（F4）"))
            sign.triggered.connect(self.open_links)

    def open_links(self) -> None:
        """Leave the cell, which keeps what was typed, for the page of both sides."""
        if self.context.open_links is not None:
            QTimer.singleShot(0, self.window(), self.context.open_links)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 and Alt+Down open it; the rest is text."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_links()
        else:
            super().keyPressEvent(event)
