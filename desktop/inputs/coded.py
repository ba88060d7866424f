"""Inputs that offer a list: one code, yes or no, a reference, several choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.inputs.line import InputContext, LineInput
from desktop.inputs.options import Option, OptionList
from desktop.inputs.sources import search_of
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent

    from forms.definition import Field

OPENERS = (Qt.Key.Key_F4,)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class OptionInput(LineInput):
    """A line with a searched list: code, name and pinyin initials all find. F4 or Alt+↓ opens the whole list."""

    takes_first = True

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._search = search_of(field, context)
        self._list: OptionList | None = None
        self._stepped = False

    @property
    def list(self) -> OptionList:
        """The list, made when it is first wanted: a page of codes has dozens of inputs, and shows one list."""
        if self._list is None:
            self._list = OptionList(self)
            self._list.picked.connect(self.pick)
        return self._list

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _marked(self) -> Option | None:
        return self._list.highlighted() if self._list is not None else None

    def typed(self) -> str:
        """The option meant: the marked one unless the text by itself is already a value."""
        option = self._meant()
        return option.text if option else self.text()

    def open_list(self, text: str = "") -> None:
        """Show the options found for `text` (all without one), the present one marked."""
        options = self._search(text)
        present = self.text().strip()
        self.list.fill(options)
        self.list.highlight(next((row for row, item in enumerate(options) if item.text == present), -1))
        self._stepped = False

    def pick(self, option: Option) -> None:
        """Take an option clicked in the list."""
        self.setText(option.text)
        self.list.hide()
        self.setFocus()
        self.textEdited.emit(option.text)
        self.list.hide()
        self.chosen.emit()

    def understood(self, text: str) -> tuple[str, str]:
        """Say only that nothing was found."""
        value = self.field.kind.parse(text)
        nothing = isinstance(value, Unparsed) and not (self._list is not None and self._list.options)
        return (
            (self.field.kind.why(value.text, value.reason), "error")
            if nothing and isinstance(value, Unparsed)
            else ("", "ok")
        )

    def _meant(self) -> Option | None:
        marked = self._marked()
        if self._stepped or marked is None:
            return marked
        text = self.text().strip()
        if not text or not isinstance(self.field.kind.parse(text), Unparsed):
            return None
        return marked if self.takes_first else None

    def _edited(self, text: str) -> None:
        self._stepped = False
        if text.strip():
            self.list.fill(self._search(text))
            self.list.highlight(0 if self.list.options else -1)
        else:
            self.open_list()
        super()._edited(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the list, open it."""
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in OPENERS or (alt and key == Qt.Key.Key_Down):
            self.list.hide() if self.list.isVisible() else self.open_list()
        elif key in STEPS and self.list.isVisible():
            self.list.step(STEPS[key])
            self._stepped = True
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the list."""
        super().mousePressEvent(event)
        if not self.list.isVisible() and not self.isReadOnly():
            QTimer.singleShot(0, self, self.open_list)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list with the focus, taking what it means."""
        option = self._meant()
        if option and self.text() != option.text:
            self.setText(option.text)
        self._hide_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the list with the input."""
        self._hide_list()
        super().hideEvent(event)


class RefInput(OptionInput):
    """The key of another form's row, found by number or name. A new number is never replaced by a longer one."""

    takes_first = False

    def _meant(self) -> Option | None:
        meant = super()._meant()
        options = self._list.options if self._list is not None and self._list.isVisible() else []
        if meant or len(options) != 1:
            return meant
        by_name = self.text().strip().casefold() not in options[0].text.casefold()
        return options[0] if by_name else None


class ChoicesInput(OptionInput):
    """Several codes with 、 between; Space or a click ticks the marked one."""

    def typed(self) -> str:
        """All names, with a half-typed last one completed."""
        parts = self._parts()
        option = self._meant()
        if option and parts and option.text not in parts:
            parts[-1] = option.text
        return "、".join(parts)

    def open_list(self, text: str = "") -> None:
        """Show all options with the chosen ones ticked."""
        row = max(self.list.view.currentIndex().row(), 0)
        self.list.fill(self._search(text), frozenset(self._parts()))
        self.list.highlight(row if self._stepped else -1)

    def pick(self, option: Option) -> None:
        """Tick or untick an option."""
        parts = [part for part in self._parts() if not isinstance(self.field.kind.parse(part), Unparsed)]
        parts = [part for part in parts if part != option.text] if option.text in parts else [*parts, option.text]
        self.setText("、".join(parts))
        self.setModified(True)  # nothing that is repainted may begin it anew
        self._stepped = True
        self.open_list()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the marked option."""
        marked = self._marked()
        if event.key() == Qt.Key.Key_Space and marked and self._stepped:
            self.pick(marked)
        else:
            super().keyPressEvent(event)

    def _parts(self) -> list[str]:
        return [part for part in self.text().replace("，", "、").replace(",", "、").split("、") if part.strip()]

    def _meant(self) -> Option | None:
        parts = self._parts()
        half = parts and isinstance(self.field.kind.parse(parts[-1]), Unparsed)
        return self._marked() if half else None

    def _edited(self, text: str) -> None:
        self._stepped = False
        parts = self._parts()
        half = parts[-1] if parts and not text.rstrip().endswith(("、", ",", "，")) else ""
        known = half and not isinstance(self.field.kind.parse(half), Unparsed)
        self.list.fill(self._search("" if known else half), frozenset(parts))
        self.list.highlight(0 if half and not known and self.list.options else -1)
        LineInput._edited(self, text)  # noqa: SLF001 - the list is filled above, only the hint is wanted
