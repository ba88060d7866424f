"""What is typed while the fields of a page are still being made: kept, and given to the field the cursor comes into."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class TypeAhead(QObject):
    """Listens at the page itself, which has the focus until one of its fields can have it.

    Without it the keys would go to whatever Qt focuses meanwhile, and Return would press a button nobody looks at.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._kept: list[QKeyEvent] = []
        page.installEventFilter(self)

    def begin(self) -> None:
        """Take the focus, where the page is seen."""
        if self._page.isVisible():
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Let what was typed so far reach the field that has the focus now, and those it moves on to, key by key."""
        kept, self._kept = self._kept, []
        for event in kept:
            there = QApplication.focusWidget()
            if there is not None and there is not self._page:
                QCoreApplication.sendEvent(there, event)

    def forget(self) -> None:
        """Drop what was typed: there is no field to take it."""
        self._kept = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that reach the page itself."""
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and watched is self._page and self._page.hasFocus():
            self._kept.append(event.clone())
            return True
        return False
