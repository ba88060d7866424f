"""The plain line input all others build on: text, numbers, money, credit codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.inputs.hint import Hint
from forms import creditcode, periods
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from forms.book import Book
    from forms.definition import Field


@dataclass(frozen=True, slots=True)
class InputContext:
    """What an input may ask: the Book (for searching references), today's date, and the page that works links out."""

    book: Book | None = None
    today: Callable[[], str] = periods.today
    open_links: Callable[[], object] | None = None


DITTO = ("..", "。。", "．．")  # what an input method makes of two full stops, too


class LineInput(QLineEdit):
    """A line of text for one field; `answer()` goes to the kind. `chosen` says that a click in a list is final.

    `above` is the text of the cell above, which `..` stands for; None where there is no cell above.
    """

    chosen = Signal()
    above: str | None = None

    def __init__(self, field: Field, context: InputContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self._hint_made: Hint | None = None
        if field.kind.numeric:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(field.label)
        self.textEdited.connect(self._edited)

    @property
    def _hint(self) -> Hint:
        """The line under the input, a window of its own: most inputs of a page never need theirs."""
        if self._hint_made is None:
            self._hint_made = Hint(self)
        return self._hint_made

    def _hide_hint(self) -> None:
        if self._hint_made is not None:
            self._hint_made.hide()

    def typed(self) -> str:
        """The text to give to the kind."""
        return self.text()

    def answer(self) -> str:
        """The text to keep: what was typed, or the cell above where that is `..`."""
        return self.above if self.above is not None and self.text().strip() in DITTO else self.typed()

    def begin(self, text: str) -> None:
        """Start with the present value's text."""
        self.setText(text)

    def understood(self, text: str) -> tuple[str, str]:
        """What the kind makes of the text while one types: (hint, state)."""
        value = self.field.kind.parse(text)
        if isinstance(value, Unparsed):
            return self.field.kind.why(value.text, value.reason), "error"
        shown = self.field.kind.show(value)
        return ("" if shown == text.strip() else f"= {shown}"), "ok"

    def _edited(self, text: str) -> None:
        if self.above is not None and text.strip() in DITTO:
            self._hint.say(self.tr("同上一行：%1").replace("%1", self.above or self.tr("空白")), "ok")
            return
        self._hint.say(*self.understood(text)) if text.strip() else self._hide_hint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the hint away with the focus."""
        self._hide_hint()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the hint away with the input."""
        self._hide_hint()
        super().hideEvent(event)


class TextInput(LineInput):
    """Free text: a hint only when it is too long."""

    def understood(self, text: str) -> tuple[str, str]:
        """Say only what is wrong."""
        value = self.field.kind.parse(text)
        return (self.field.kind.why(value.text, value.reason), "error") if isinstance(value, Unparsed) else ("", "ok")


class NumberInput(LineInput):
    """Numbers and money: says what `12.5万` or `=1200*3` comes to; an unfinished number is no fault yet."""

    def understood(self, text: str) -> tuple[str, str]:
        """Say the number understood; stay silent while it is unfinished or plain."""
        value = self.field.kind.parse(text)
        if isinstance(value, Unparsed):
            unfinished = text.strip()[-1:] in "=+-*/(（.,，．＝"
            return ("", "ok") if unfinished else (self.field.kind.why(value.text, value.reason), "error")
        shown = self.field.kind.show(value)
        return ("", "ok") if value is None or shown.rstrip("0").rstrip(".") == text.strip() else (f"= {shown}", "ok")


class CreditCodeInput(LineInput):
    """The 18 characters of a credit code, checked place by place while typing."""

    def understood(self, text: str) -> tuple[str, str]:
        """Count the characters, then name the first fault."""
        value = self.field.kind.parse(text)
        if isinstance(value, Unparsed):
            return self.field.kind.why(value.text, value.reason), "error"
        code = str(value or "")
        if len(code) < creditcode.LENGTH:
            return self.tr("已输入 %1 位，共 18 位").replace("%1", str(len(code))), "ok"
        fault = creditcode.check_credit_code(code)
        return (fault.sentence, "error") if fault else (self.tr("校验通过"), "ok")
