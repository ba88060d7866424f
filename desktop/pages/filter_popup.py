"""The filter of one column: sort, a text, a range where there is an order, and the values with their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop import theme
from desktop.models.choices_model import ChoicesModel
from desktop.models.column_filter import MOST_VALUES, ChoiceList, ColumnFilter, bound, is_ranged
from desktop.pieces import button, label, row
from forms.kinds import Choices, Coded, Unparsed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.models.columns import Column
    from forms.kinds import Stored

WIDTH, LIST_HEIGHT = 300, 190


class FilterPopup(QFrame):
    """A small window under a header. `decided` gives the filter (None: no filter), `sorted` a direction."""

    decided = Signal(object)
    sorted = Signal(bool)

    def __init__(self, column: Column, present: ColumnFilter | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._owner = parent
        self.setObjectName("filter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("筛选：%1").replace("%1", column.label))
        self.setFixedWidth(WIDTH)
        self._column = column
        self._present = present
        self.choices = ChoicesModel(self)
        self.choices.ticked.connect(self._show_whole)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px("space3"),) * 4)
        self._layout.setSpacing(theme.px("space2"))
        self._layout.addWidget(label(column.label, "h3"))
        up = button(self.tr("升序"), "chevron-up", clicked=lambda: self._sort(descending=False))
        down = button(self.tr("降序"), "chevron-down", clicked=lambda: self._sort(descending=True))
        self._layout.addLayout(row(up, down, 0))
        self._add_text()
        self._add_range()
        self._add_list()
        self.problem = label("", "caption", wrap=True)
        self.problem.hide()
        self._layout.addWidget(self.problem)
        self.clear = button(self.tr("清除本列"), clicked=lambda: self._decide(None))
        self.clear.setEnabled(present is not None)
        self._layout.addLayout(row(0, self.clear, button(self.tr("筛选"), role="primary", clicked=self.accept)))

    def fill(self, found: ChoiceList) -> None:
        """List the values once they are counted."""
        self.choices.put(found, self._present)
        self.whole.setEnabled(True)
        self.note.setText(self.tr("值太多，只列出最常见的 %1 个").replace("%1", str(MOST_VALUES)))
        self.note.setVisible(found.more)
        self._show_whole()

    def open_at(self, at: QPoint) -> None:
        """Show under a point of the screen, inside of it."""
        self.adjustSize()
        screen = self._owner.screen().availableGeometry()
        left = max(screen.left(), min(at.x(), screen.right() - self.width()))
        self.move(left, max(screen.top(), min(at.y(), screen.bottom() - self.height())))
        self.show()
        self.text.setFocus()

    def accept(self) -> None:
        """Give the filter that is set, or say which end of the range nobody can read."""
        ends: list[Stored] = []
        for box in (self.low, self.high):
            if box is None:
                ends.append(None)
                continue
            value = bound(self._column, box.text())
            if isinstance(value, Unparsed):
                self._say(value, box)
                return
            ends.append(value)
        typed = self._column.kind.parse(self.text.text()) if self._column.kind.numeric else None
        if isinstance(typed, Unparsed):
            self._say(typed, self.text)
            return
        values, blank, unread = self.choices.chosen()
        if self.choices.is_whole():
            made = ColumnFilter(self._column.id, contains=self.text.text().strip(), low=ends[0], high=ends[1])
        else:
            made = ColumnFilter(self._column.id, values, blank, unread, low=ends[0], high=ends[1])
        self._decide(None if made == ColumnFilter(self._column.id) else made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the filter, Esc leaves everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _add_text(self) -> None:
        self.text = QLineEdit(self._present.contains if self._present else "", self)
        kind = self._column.kind
        words = self.tr("包含…（可用首字母）") if isinstance(kind, Coded | Choices) else self.tr("包含…")
        self.text.setPlaceholderText(self.tr("等于…") if kind.numeric else words)
        self.text.setAccessibleName(self.tr("包含的文字"))
        self.text.textEdited.connect(self.choices.search)
        self._layout.addWidget(self.text)

    def _add_range(self) -> None:
        self.low = self.high = None
        if not is_ranged(self._column):
            return
        self.low, self.high = QLineEdit(self), QLineEdit(self)
        kind = self._column.kind
        for box, name, end in (
            (self.low, self.tr("从"), self._present.low if self._present else None),
            (self.high, self.tr("到"), self._present.high if self._present else None),
        ):
            box.setPlaceholderText(name)
            box.setAccessibleName(name)
            box.setText(str(end) if isinstance(end, str) else kind.edit(end) if end is not None else "")
        self._layout.addLayout(row(self.low, label("—"), self.high))

    def _add_list(self) -> None:
        self.whole = QCheckBox(self.tr("全选"), self)
        self.whole.setEnabled(False)
        self.whole.clicked.connect(self.choices.tick_all)
        self.list = QListView(self)
        self.list.setModel(self.choices)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(LIST_HEIGHT)
        self.list.setAccessibleName(self.tr("本列的值"))
        self.note = label("", "caption")
        self.note.hide()
        for widget in (self.whole, self.list, self.note):
            self._layout.addWidget(widget)

    def _say(self, unread: Unparsed, box: QLineEdit) -> None:
        self.problem.setText(self._column.kind.why(unread.text, unread.reason))
        self.problem.show()
        box.setFocus()

    def _show_whole(self) -> None:
        self.whole.setChecked(self.choices.is_whole())

    def _sort(self, *, descending: bool) -> None:
        self.sorted.emit(descending)
        self.close()

    def _decide(self, made: ColumnFilter | None) -> None:
        self.decided.emit(made)
        self.close()
