"""The input for attached files: a line that says how many there are; files are chosen, nothing is typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop import theme
from desktop.dropping import paths_of
from desktop.inputs.line import LineInput
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.inputs.line import InputContext
    from forms.definition import Field

_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_F4)


class FilesInput(LineInput):
    """Shows the count, keeps the value; Space, F4, Alt+Down, a double click or the clip opens the files."""

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._stored = ""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setPlaceholderText(self.tr("按空格或双击添加附件"))
        clip = self.addAction(theme.icon("folder"), QLineEdit.ActionPosition.TrailingPosition)
        clip.setToolTip(self.tr("添加、查看附件（空格）"))
        clip.triggered.connect(self.open_files)

    def begin(self, text: str) -> None:
        """Start with the stored form of the value."""
        self._stored = text
        value = self.field.kind.parse(text)
        self.setText(text if isinstance(value, Unparsed) else self.field.kind.show(value))

    def typed(self) -> str:
        """The stored form: what is shown says only how many there are."""
        return self._stored

    def open_files(self, *, dropped: Sequence[Path] = ()) -> None:
        """Let files be added and taken out, or add those that were dropped; what was changed is the new value."""
        if self.isReadOnly() or self.context.book is None:
            return
        from desktop.pages.files_dialog import ask_files

        found = ask_files(self.context.book, self.field, self._stored, self, dropped)
        if found is None or found == self._stored:
            return
        self.begin(found)
        self.setModified(True)
        self.textEdited.emit(found)
        self.chosen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer; text is no file."""
        if paths_of(event) and not self.isReadOnly():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them wherever they are let go on the line."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files dropped here."""
        event.acceptProposedAction()
        self.open_files(dropped=paths_of(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the files; letters and what is pasted are no files."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in _OPENING or alt_down:
            self.open_files()
        elif event.text().isprintable() and event.text():
            event.accept()
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the files."""
        del event
        self.open_files()
