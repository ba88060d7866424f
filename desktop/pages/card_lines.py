"""The lines of a card page, made a few at a time between events: the window answers while a long form comes."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.inputs.line import InputContext
from desktop.pages.card_line import CardLine
from forms.kinds import Breakdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.card_model import CardModel
    from desktop.pages.card_body import IndicatorBody, ProfileBody

SLICE_S = 0.008  # lines are made for so long, then the window has its turn
NEXT_MS = 0


class CardLines(QObject):
    """Makes the lines of a form into its body, those in view first. `made` gives each, `ended` says that all stand.

    Who needs all of them asks `whole`, which makes what is left at once.
    """

    made = Signal(object)
    ended = Signal()

    def __init__(self, model: CardModel, body: IndicatorBody | ProfileBody, today: Callable[[], str]) -> None:
        super().__init__(body)
        self._model, self._body = model, body
        self._context = InputContext(model.book, today)
        self._compares = any(one.line for one in model.edition.fields)
        shown = [one for one in model.edition.fields if not one.hidden]
        order = [section.id for section in model.edition.sections]
        self._left = sorted(shown, key=lambda one: order.index(one.section))[::-1]
        self._place = {one.id: place for place, one in enumerate(shown)}
        self.so_far: list[CardLine] = []
        self._timer = QTimer(self, singleShot=True, interval=NEXT_MS)
        self._timer.timeout.connect(self._some)

    @property
    def is_whole(self) -> bool:
        """True once every line stands."""
        return not self._left

    def whole(self) -> list[CardLine]:
        """Give all lines in the order of the form."""
        if self._left:
            while self._left:
                self._one()
            QCoreApplication.sendPostedEvents(self._body, QEvent.Type.LayoutRequest.value)
        return self.so_far

    def editable_after(self, line: CardLine, step: int) -> CardLine | None:
        """Give the next line (1), or the one before (-1), that one types into; None past the ends."""
        lines = self.whole()
        place = lines.index(line) + step
        while 0 <= place < len(lines) and not lines[place].editable:
            place += step
        return lines[place] if 0 <= place < len(lines) else None

    def begin(self) -> None:
        """Make the first lines in the next turn of the event loop, and the others in the turns after it."""
        self._timer.start()

    def _some(self) -> None:
        until = time.perf_counter() + SLICE_S
        while self._left and time.perf_counter() < until:
            self._one()
        if self._left:
            self._timer.start()

    def _one(self) -> None:
        one = self._left.pop()
        compares = self._compares and not isinstance(one.kind, Breakdown)
        line = CardLine(self._model, one, self._context, self._body, compares=compares)
        self._body.add(line)
        line.input.show()  # a layout would show it an event later, too late for the cursor
        self.so_far.append(line)
        self.made.emit(line)
        if not self._left:
            self.so_far.sort(key=lambda each: self._place[each.field.id])
            for first, second in itertools.pairwise(each.input for each in self.so_far):
                QWidget.setTabOrder(first, second)
            self.ended.emit()
