"""One field of a card page: label, input, figures to compare with, and what the check says, kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop import theme
from desktop.access import hear_writing
from desktop.inputs.coded import OptionInput
from desktop.inputs.dates import DateInput
from desktop.inputs.table import make_input
from desktop.models.tips import plain_tip
from desktop.pages.grid_delegate import draw_bubble, step_of
from desktop.pieces import label, set_role, set_state
from forms.kinds import Unparsed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.inputs.line import InputContext
    from desktop.models.card_model import CardModel
    from forms.definition import Field

SIGNS = {"error": "✗ ", "warning": "△ "}  # beside the colour
ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Message(QLabel):
    """One line of a finding, cut where the room ends; the whole of it in the tooltip. A click on it is `chosen`."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = self._sign = ""

    def say(self, text: str, role: str = "error") -> None:
        """Show `text` in the colour of `role`."""
        self._whole = text
        self._sign = SIGNS.get(role, "") if text else ""
        set_role(self, role)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)
        self._cut()

    def whole(self) -> str:
        """The uncut text."""
        return self._whole

    def _cut(self) -> None:
        line = self._sign + self._whole.replace("\n", "；")
        self.setText(QFontMetrics(self.font()).elidedText(line, Qt.TextElideMode.ElideRight, max(self.width(), 20)))

    def lead(self, *, leads: bool) -> None:
        """Show that a click leads somewhere."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        super().mouseReleaseEvent(event)
        if self.cursor().shape() == Qt.CursorShape.PointingHandCursor:
            self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()


class Bubble(QWidget):
    """The mark of a comment of the authority, over the input's top left corner."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(14, 14)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bubble."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw_bubble(painter, QPointF(3, 3), theme.color("brand"))


class CardLine(QObject):
    """The widgets of one field. `left` asks for the next (1) or previous (-1) input; `committed` gives the new text.

    `typing` gives the field and its text as it stands after each key, and `taken_back` says that it was not kept.
    """

    left = Signal(object, int)
    committed = Signal(object, str)
    typing = Signal(object, str)
    taken_back = Signal()
    entered = Signal(object)
    drilled = Signal(object)

    def __init__(self, model: CardModel, one: Field, context: InputContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.field = one
        self.name = label(one.label)
        self.star = label("*", "error")
        self.unit = label(model.unit(one), "caption")
        self.line = label(one.line, "caption")
        self.before, self.year_ago, self.growth = label("", "second"), label("", "second"), label("", "second")
        for compared in (self.before, self.year_ago, self.growth):
            compared.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.input = make_input(one, context, parent)
        self.message = Message()
        self.message.chosen.connect(lambda: self.drilled.emit(one))
        self._bubble = Bubble(self.input)
        self._editing = self._unread = False
        self.star.setVisible(False)
        self.input.setReadOnly(not one.editable)
        self.input.installEventFilter(self)
        self.input.textEdited.connect(self._typing)
        hear_writing(self.input, self._take_written)
        self.input.chosen.connect(lambda: self._leave(1))
        self.name.setBuddy(self.input)

    @property
    def editable(self) -> bool:
        """True where a person types."""
        return not self.input.isReadOnly()

    def show_values(self) -> None:
        """Take up the model's figures, findings and comments; a text being typed stays."""
        model, one = self.model, self.field
        self.input.setReadOnly(not one.editable or model.figures.locked or model.book.readonly)
        if not self._editing:
            self.input.setText(model.text(one))
            self.input.setCursorPosition(0)
        required = one.required is True or (isinstance(one.required, str) and bool(self._missing()))
        self.star.setVisible(required and one.editable)
        self.input.setAccessibleName(f"{one.label}，{self.tr('必填')}" if required else one.label)
        self.unit.setText(model.unit(one))
        self.before.setText(model.earlier(one, model.figures.before))
        self.year_ago.setText(model.earlier(one, model.figures.year_ago))
        self.growth.setText(model.growth(one))
        self._show_mark()

    def commit(self) -> None:
        """Hand over what was typed."""
        if self._editing:
            self._editing = False
            text = self.input.typed()
            if text != self.model.edit_text(self.field):
                self.committed.emit(self, self.model.typed(self.field, text))
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
        self._bubble.setVisible(bool(mark and mark.comments))
        cause = self.model.figures.causes.get(one.id)
        self.message.lead(leads=cause is not None)
        self.input.setAccessibleDescription("")
        if cause is not None:
            self._tell_cause(str(cause))
            return
        value = one.kind.show(self.model.figures.values.get(one.id))
        exact = value if value != self.input.text() else ""
        if one.computed is not None:
            exact = "\n".join(filter(None, (exact, self.tr("由台账自动汇总，双击查看明细"))))
        said = mark.tooltip() if mark else exact
        self.input.setToolTip(plain_tip(said))
        words = {"error": self.tr("有错误：%1"), "warning": self.tr("请核实：%1")}
        self.input.setAccessibleDescription(words.get(severity, "%1").replace("%1", said))

    def _tell_cause(self, cause: str) -> None:
        """Say why a computed figure is not known, and that a click leads to the value that did not parse."""
        text = self.tr("%1。点这里去改").replace("%1", cause)
        set_state(self.input, "warning")
        self.message.say(text, "warning")
        self.input.setToolTip(plain_tip(text))
        self.input.setAccessibleDescription(text)

    def _typing(self, text: str) -> None:
        self._editing = True
        value = self.field.kind.parse(self.model.typed(self.field, text))
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
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
        return super().eventFilter(watched, event)

    def _start(self) -> None:
        self.entered.emit(self)
        if self.editable and not self._editing:
            self.input.begin(self.model.edit_text(self.field))
            self.input.selectAll()

    def _has_list(self) -> bool:
        if isinstance(self.input, OptionInput):
            return True
        return isinstance(self.input, DateInput)
