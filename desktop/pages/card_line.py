"""One field of a card page: label, input, figures to compare with, and what the check says, kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from desktop.access import hear_writing
from desktop.inputs.coded import OptionInput
from desktop.inputs.dates import DateInput
from desktop.inputs.table import make_input
from desktop.models.tips import plain_tip
from desktop.pages.card_labels import Bubble, FieldName, Message
from desktop.pages.steps import step_of
from desktop.pieces import label, set_state
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.inputs.line import InputContext
    from desktop.models.card_model import CardModel
    from forms.definition import Field

ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CardLine(QObject):
    """The widgets of one field. `left` asks for the next (1) or previous (-1) input; `committed` gives the new text.

    `typing` gives the field and its text as it stands after each key, and `taken_back` says that it was not kept.
    `filing` asks for the months before to be filed, which a figure of the year lacks.
    """

    left = Signal(object, int)
    committed = Signal(object, str)
    typing = Signal(object, str)
    taken_back = Signal()
    entered = Signal(object)
    drilled = Signal(object)
    filing = Signal()

    def __init__(self, model: CardModel, one: Field, context: InputContext, parent: QWidget, *, compares: bool) -> None:
        super().__init__(parent)
        self.model = model
        self.field = one
        self.name = FieldName(one.label)
        self.unit = label(model.unit(one), "caption")
        self.compared = [label("", "second") for _ in model.compared(one)] if compares else []
        for compared in self.compared:
            compared.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.input = make_input(one, context, parent)
        self.message = Message()
        self.message.chosen.connect(self._follow)
        self._bubble: Bubble | None = None
        self._editing = self._unread = False
        self.show_values()
        self.input.textEdited.connect(self._typing)
        hear_writing(self.input, self._take_written)
        self.input.chosen.connect(lambda: self._leave(1))
        self.name.setBuddy(self.input)
        self.input.installEventFilter(self)

    @property
    def editable(self) -> bool:
        """True where a person types."""
        return not self.input.isReadOnly()

    def show_values(self) -> None:
        """Take up the model's figures, findings and comments; a text being typed stays."""
        model, one = self.model, self.field
        self.input.setReadOnly(not one.editable or model.figures.locked or model.book.readonly)
        if not self._editing and self.input.text() != model.text(one):
            self.input.setText(model.text(one))
            self.input.setCursorPosition(0)
        required = one.required is True or (isinstance(one.required, str) and bool(self._missing()))
        self.name.require(required=required and one.editable)
        self.input.setAccessibleName(f"{one.label}，{self.tr('必填')}" if required else one.label)
        for shown, text in zip((self.unit, *self.compared), (model.unit(one), *model.compared(one)), strict=False):
            if shown.text() != text:  # the same text again would be painted again
                shown.setText(text)
        self._show_mark()

    def commit(self) -> None:
        """Hand over what was typed."""
        if self._editing:
            self._editing = False
            text = self.input.typed()
            if text != self.model.edit_text(self.field):
                self.committed.emit(self, self.model.in_full(self.field, text))
            else:
                self.abandon()

    def abandon(self) -> None:
        """Forget what was typed (Esc)."""
        self._editing = False
        self.taken_back.emit()
        self.show_values()

    def show_mark(self) -> None:
        """Take up what is found, also while a text is being typed: an unreadable one goes before what rules say."""
        if not (self._editing and self._unread):
            self._show_mark()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _missing(self) -> list[str]:
        mark = self.model.mark(self.field.id)
        return [text for text in mark.messages if self.model.figures.values.get(self.field.id) is None] if mark else []

    def _show_mark(self) -> None:
        one, mark = self.field, self.model.mark(self.field.id)
        severity = mark.severity if mark else ""
        set_state(self.input, severity if severity in ("error", "warning") else "")
        self.message.say("\n".join(mark.messages) if mark else "", severity if severity != "info" else "second")
        self._show_bubble(commented=bool(mark and mark.comments))
        cause = self.model.figures.causes.get(one.id)
        self.message.lead(leads=cause is not None)
        self.input.setAccessibleDescription("")
        if cause is not None:
            self._tell_cause(str(cause))
            return
        lacks = self.model.lacks(one)
        if lacks and mark is None:
            text = self.tr("缺%1，去补报").replace("%1", self.model.lacks(one, short=True))
            self.message.say(text, "second")
            self.message.lead(leads=True)
        value = one.kind.show(self.model.figures.values.get(one.id))
        exact = value if value != self.input.text() else ""
        if one.computed is not None:
            only = self.tr("本年累计只含已报送的月份：缺%1").replace("%1", lacks) if lacks else ""
            exact = "\n".join(filter(None, (exact, only, self.tr("由台账自动汇总，双击查看明细"))))
        said = mark.tooltip() if mark else exact
        self.input.setToolTip(plain_tip(said))
        words = {"error": self.tr("有错误：%1"), "warning": self.tr("请核实：%1")}
        self.input.setAccessibleDescription(words.get(severity, "%1").replace("%1", said))

    def _follow(self) -> None:
        if self.field.id in self.model.figures.causes:
            self.drilled.emit(self.field)
        else:
            self.filing.emit()

    def _show_bubble(self, *, commented: bool) -> None:
        if self._bubble is None and commented:
            self._bubble = Bubble(self.input)
        if self._bubble is not None:
            self._bubble.setVisible(commented)

    def _tell_cause(self, cause: str) -> None:
        """Say why a computed figure is not known, and that a click leads to the value that did not parse."""
        text = self.tr("%1。去改").replace("%1", cause)
        set_state(self.input, "warning")
        self.message.say(text, "warning")
        self.input.setToolTip(plain_tip(text))
        self.input.setAccessibleDescription(text)

    def _typing(self, text: str) -> None:
        self._editing = True
        value = self.field.kind.parse(self.model.in_full(self.field, text))
        offers = isinstance(self.input, OptionInput | DateInput)
        if isinstance(value, Unparsed) and not offers and text.strip()[-1:] not in "=+-*/(.,":
            set_state(self.input, "error")
            self.message.say(self.field.kind.why(value.text, value.reason), "error")
        else:
            set_state(self.input, "")
            self.message.say("")
        self._unread = isinstance(value, Unparsed)
        if not self._unread:
            self.typing.emit(self.field, text)

    def _take_written(self) -> None:
        """Keep what assistive technology wrote: it may never leave the input."""
        text = self.input.typed()
        if self.editable and text not in (self.model.text(self.field), self.model.edit_text(self.field)):
            self._typing(text)
            self.commit()

    def _leave(self, step: int) -> None:
        """Commit and go on; a value just typed that is wrong keeps the cursor once, so that its message is seen."""
        typed = self._editing
        self.commit()
        mark = self.model.mark(self.field.id)
        if typed and mark is not None and mark.severity == "error":
            self._start()
        else:
            self.left.emit(self, step)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter, Tab and arrows go to the next input; leaving commits; Esc takes the text back."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            step = step_of(event)  # type: ignore[arg-type]
            key = Qt.Key(event.key())  # type: ignore[attr-defined]
            if not step and key in ARROWS and not self._has_list():
                step = ARROWS[key]
            if step:
                self._leave(step)
                return True
            if key == Qt.Key.Key_Escape and self._editing:
                self.abandon()
                return True
        elif kind == QEvent.Type.MouseButtonDblClick and self.field.computed is not None:
            self.drilled.emit(self.field)
            return True
        elif kind == QEvent.Type.FocusIn:
            self._start()
        elif kind == QEvent.Type.FocusOut:
            self.commit()
            if not self._editing:
                self.input.setText(self.model.text(self.field))
                self.input.setCursorPosition(0)
        return False

    def _start(self) -> None:
        self.entered.emit(self)
        if self.editable and not self._editing:
            self.input.begin(self.model.edit_text(self.field))
            self.input.selectAll()

    def _has_list(self) -> bool:
        if isinstance(self.input, OptionInput):
            return True
        return isinstance(self.input, DateInput)
