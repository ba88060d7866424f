"""Dates and months: typed loosely, picked from a calendar, today by Ctrl+;."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from desktop.inputs.hint import FLAGS
from desktop.inputs.line import InputContext, LineInput
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

    from forms.definition import Field

_SHORT = re.compile(r"(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})日?")
_COMPACT = re.compile(r"(\d\d)(\d\d)")
DAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -30, Qt.Key.Key_PageDown: 30}


def completed(text: str, today: str) -> str:
    """Add the year (and month) people leave out: «9-30», «0930», «30» → «2026-09-30»; anything else stays."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _COMPACT.fullmatch(plain) or _SHORT.fullmatch(plain)
    if not found:
        return text
    now = dt.date.fromisoformat(today)
    try:
        return dt.date(now.year, int(found.group(1) or now.month), int(found.group(2))).isoformat()
    except ValueError:
        return text


class DateInput(LineInput):
    """A date; an unfinished one is no fault while typing."""

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.setPlaceholderText("2026-09-30")
        self._popup: _Calendar | None = None

    def typed(self) -> str:
        """The text with its year."""
        return completed(self.text(), self.context.today())

    def understood(self, text: str) -> tuple[str, str]:
        """Say the date understood."""
        value = self.field.kind.parse(completed(text, self.context.today()))
        if not isinstance(value, Unparsed):
            return ("", "ok") if value == text.strip() else (f"= {value}", "ok")
        finished = len(text.strip()) >= len("2026-09-30")
        return (
            (self.field.kind.why(value.text, value.reason), "error")
            if finished
            else (self.tr("如 2026-09-30、9-30、0930"), "ok")
        )

    def open_calendar(self) -> None:
        """Show the calendar at the present date."""
        if self._popup is None:
            self._popup = _Calendar(self)
        value = self.field.kind.parse(self.typed())
        iso = value if isinstance(value, str) else self.context.today()
        self._popup.calendar.setSelectedDate(QDate.fromString(iso, Qt.DateFormat.ISODate))
        self._hide_hint()
        self._popup.open_under(self)

    def put(self, date: QDate, *, done: bool = False) -> None:
        """Take a date from the calendar."""
        self.setText(date.toString(Qt.DateFormat.ISODate))
        self.setModified(True)
        if done:
            if self._popup:
                self._popup.hide()
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 or Alt+↓ opens the calendar; Ctrl+; puts today."""
        key = Qt.Key(event.key())
        shown = self._popup is not None and self._popup.isVisible()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Semicolon:
            self.setText(self.context.today())
            self.setModified(True)
        elif key == Qt.Key.Key_F4 or (event.modifiers() & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down):
            self._popup.hide() if self._popup and shown else self.open_calendar()
        elif shown and self._popup and key in DAYS:
            self._popup.calendar.setSelectedDate(self._popup.calendar.selectedDate().addDays(DAYS[key]))
            self.put(self._popup.calendar.selectedDate())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the calendar with the focus."""
        if self._popup:
            self._popup.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the calendar with the input."""
        if self._popup:
            self._popup.hide()
        super().hideEvent(event)


class MonthInput(LineInput):
    """A month, «2026-09»."""

    def understood(self, text: str) -> tuple[str, str]:
        """Say the month understood; an unfinished one is no fault."""
        value = self.field.kind.parse(text)
        if isinstance(value, Unparsed):
            return (
                ("", "ok")
                if len(text.strip()) < len("2026-09")
                else (self.field.kind.why(value.text, value.reason), "error")
            )
        return ("", "ok") if value == text.strip() else (f"= {value}", "ok")


class _Calendar(QFrame):
    """A calendar in a window that leaves the focus in its input."""

    def __init__(self, owner: DateInput) -> None:
        super().__init__(owner, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for child in (self.calendar, *self.calendar.findChildren(QWidget)):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar.clicked.connect(lambda date: owner.put(date, done=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def open_under(self, owner: QWidget) -> None:
        """Show beneath the input, or above it where the screen ends."""
        self.resize(self.sizeHint())
        place = owner.mapToGlobal(QPoint(0, owner.height()))
        screen = owner.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(owner.mapToGlobal(QPoint(0, 0)).y() - self.height())
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
