"""The field of one explanation, and which explanation another period can offer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.book import Book


class ExplanationLine(QLineEdit):
    """One explanation. Ctrl+D asks for the one of the period `above`, as it takes the cell above in a ledger."""

    above = Signal()

    def __init__(self, kept: str, onward: Callable[[], bool]) -> None:
        super().__init__(kept)
        self._onward = onward

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own name and kind
        """Let Tab go ``onward`` to the next field to fill; past the last one, and backwards, as everywhere."""
        return (next and self._onward()) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+D, which on some systems deletes a letter."""
        if event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.above.emit()
            return
        super().keyPressEvent(event)


def written_and_offered(book: Book, key: tuple[str, str], shown: set[str]) -> tuple[str, str]:
    """Return the explanation kept for all rows of a rule in the periods shown, and the newest of earlier ones."""
    rows = book.db.execute(
        "SELECT period, text FROM explanations WHERE form = ? AND rule = ? AND uid = '' ORDER BY period DESC", key
    ).fetchall()
    kept = next((row["text"] for row in rows if row["period"] in shown), "")
    offered = next((row["text"] for row in rows if row["period"] < min(shown)), "")
    return kept, offered
