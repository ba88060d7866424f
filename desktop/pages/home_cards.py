"""The to-do cards and the table of this period's reports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from desktop.clock import shown_due
from desktop.figures import figure
from desktop.languages.words import list_of
from desktop.pieces import ElidedLabel, IconDisc, IconView, Pill, button, empty, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.todo import Line
    from desktop.todo_cards import Card

_HEADS = 5
_ROOMY, _USUAL, _CLOSE = 46, 36, 30
_MANY = 7  # forms of a period, above which the rows stand close: the chart below stays in sight


class Names(ElidedLabel):
    """Names with «、» between them: as many whole ones as there is room for, and «等» where others follow."""

    def shown(self, room: int) -> str:
        """Give what fits into `room` pixels."""
        metrics, whole = self.fontMetrics(), self.text()
        comma = list_of(["", ""])
        names = whole.split(comma)
        for count in range(len(names), 0, -1):
            some = comma.join(names[:count])
            text = some if count == len(names) else self.tr("%1 等").replace("%1", some)
            if metrics.horizontalAdvance(text) <= room:
                return text
        return metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter, box = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, left, self.shown(box.width()))


class TodoCard(QFrame):
    """A number, what it counts, and the way there."""

    chosen = Signal(object)  # Card

    def __init__(self, icon: str, tone: str, counts: str, action: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._card: Card | None = None
        self._tone = tone
        self._disc = IconDisc(icon, tone)
        self._number = label("0", "big")
        self._counts = label(counts)
        self._note = Names(role="second")
        self._action = button(action, "", "link", self._choose)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(row(self._number, self._counts, 0, spacing=6))
        words.addWidget(self._note)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 10, 10)
        line.setSpacing(10)
        line.addWidget(self._disc)
        line.addLayout(words, 1)
        line.addWidget(self._action)

    def show_card(self, content: Card) -> None:
        """Show a count; nothing to do is calm."""
        self._card = content
        self._number.setText(figure(content.number))
        said = f"{self._action.text()}：{figure(content.number)} {self._counts.text()}"
        self._action.setAccessibleName(said)
        self._note.setText(content.note)
        self._disc.set_tone(self._tone if self._leads() else "accepted")
        self._action.setVisible(self._leads())

    def _leads(self) -> bool:
        return self._card is not None and self._card.place is not None

    def number(self) -> int:
        """Return the number shown."""
        return self._card.number if self._card else 0

    def _choose(self) -> None:
        self.chosen.emit(self._card)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        super().mouseReleaseEvent(event)
        if self._leads():
            self._choose()


class ReportTable(QFrame):
    """本期报表: each form with its deadline, state, a note and what to do."""

    checkWanted = Signal()
    submitWanted = Signal()
    togetherWanted = Signal()
    lineChosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._row_height = _USUAL
        self._is_roomy, self._count = False, 0
        self.check = button(self.tr("全部审核  F9"), "check", "", self.checkWanted.emit)
        self.submit = button(self.tr("报送  Ctrl+Shift+Enter"), "send", "primary", self.submitWanted.emit)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(row(label(self.tr("本期报表"), "h3"), 0, self.check, self.submit))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._earlier = label(role="second")
        self._earlier_link = button(self.tr("一并报送"), "", "link", self.togetherWanted.emit)
        self._foot = QFrame()
        self._foot.setLayout(row(IconView("info", "brand", 16), self._earlier, 0, self._earlier_link))
        self._foot.hide()
        column.addWidget(self._foot)

    def show_earlier(self, text: str) -> None:
        """Say that earlier periods were not filed; empty where they were."""
        self._earlier.setText(text)
        self._foot.setVisible(bool(text))

    def set_checking(self, checking: bool) -> None:  # noqa: FBT001  a signal's argument
        """Say that a check runs."""
        self.check.setEnabled(not checking)
        self.check.setText(self.tr("正在审核…") if checking else self.tr("全部审核  F9"))

    def set_roomy(self, *, roomy: bool) -> None:
        """Give the rows more air in tall windows."""
        self._is_roomy = roomy
        self._space_rows()

    def _space_rows(self) -> None:
        height = _ROOMY if self._is_roomy else _CLOSE if self._count > _MANY else _USUAL
        if height != self._row_height:
            self._row_height = height
            for number in range(1, self._grid.rowCount()):
                if self._grid.itemAtPosition(number, 0) is not None:
                    self._grid.setRowMinimumHeight(number, height)

    def show_lines(self, lines: list[Line]) -> None:
        """Show the forms of the period."""
        empty(self._grid)
        self._count = len(lines)
        self._space_rows()
        heads = (self.tr("报表"), self.tr("截止"), self.tr("状态"), self.tr("说明", "column"), self.tr("操作"))
        for column, head in enumerate(heads):
            self._grid.addWidget(label(head, "th"), 0, column)
        for number, line in enumerate(lines, start=1):
            self._show_line(number, line)

    def _show_line(self, number: int, line: Line) -> None:
        name = label(line.short)
        due = label(shown_due(line.due, line.period) if line.owed else "—", "error" if line.late else "second")
        pill = Pill(line.pill, line.word)
        note = ElidedLabel(line.note, "" if line.owed else "caption")
        action = button(line.action, "", "link", partial(self.lineChosen.emit, number - 1))
        action.setAccessibleName(f"{line.action} {line.short}")
        holder = QFrame()
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(8, 0, 8, 0)
        inner.addWidget(pill)
        for words in (name, due, note):
            words.setContentsMargins(8, 0, 8, 0)
        left = Qt.AlignmentFlag.AlignLeft
        for column, widget in enumerate((name, due, holder, note, action)):
            self._grid.addWidget(widget, number, column, left if widget in (holder, action) else Qt.AlignmentFlag(0))
        self._grid.setRowMinimumHeight(number, self._row_height)
