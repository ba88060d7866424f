"""The input for attached files: a line that says how many there are; nothing is typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.inputs.line import LineInput
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.inputs.line import InputContext
    from forms.definition import Field


class FilesInput(LineInput):
    """Shows the count, keeps the value."""

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._stored = ""
        self.setReadOnly(True)

    def begin(self, text: str) -> None:
        """Start with the stored form of the value."""
        self._stored = text
        value = self.field.kind.parse(text)
        self.setText(text if isinstance(value, Unparsed) else self.field.kind.show(value))

    def typed(self) -> str:
        """The stored form: what is shown says only how many there are."""
        return self._stored
