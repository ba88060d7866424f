"""The buttons 撤销 and 重做: each says its next step; a menu beside them lists the steps before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop import theme
from desktop.clock import shown_time
from desktop.pieces import tip
from forms import history

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.book import Book
    from forms.history import JournalStep

MOST_STEPS = 15
ICON = QSize(16, 16)
ARROW = QSize(12, 12)


class UndoButtons(QWidget):
    """Asks for steps over the journal: `wanted` gives the direction (True is forward) and how many."""

    wanted = Signal(bool, int)

    def __init__(self, book: Callable[[], Book], parent: QWidget | None = None) -> None:
        """`book` gives the open Book."""
        super().__init__(parent)
        self._book = book
        self.undo = self._button("undo", self.tr("撤销"), forward=False)
        self.redo = self._button("redo", self.tr("重做"), forward=True)
        self.more = QToolButton(self)
        self.more.setIcon(theme.icon("chevron-down", "text2"))
        self.more.setIconSize(ARROW)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(self.tr("操作步骤"))
        self.more.setToolTip(self.tr("操作步骤：一次撤销或重做几步"))
        menu = QMenu(self.more)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.more.setMenu(menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px("space1"))
        for button in (self.undo, self.redo, self.more):
            line.addWidget(button)

    def show_steps(self) -> None:
        """Say the next step of each direction; a Book that is only read has none."""
        for button, word, key, find in (
            (self.undo, self.tr("撤销"), "Ctrl+Z", history.undoable),
            (self.redo, self.tr("重做"), "Ctrl+Y", history.redoable),
        ):
            steps = [] if self._book().readonly else find(self._book(), 1)
            button.setEnabled(bool(steps))
            name = self.tr("%1：%2").replace("%1", word).replace("%2", steps[0].label) if steps else word
            button.setAccessibleName(name)
            tip(button, f"{name}（{key}）" if steps else name)
        self.more.setEnabled(self.undo.isEnabled() or self.redo.isEnabled())

    def _button(self, icon: str, word: str, *, forward: bool) -> QPushButton:
        button = QPushButton(theme.icon(icon, "text2"), "", self)
        button.setIconSize(ICON)
        button.setAccessibleName(word)
        button.clicked.connect(lambda: self.wanted.emit(forward, 1))
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        again = history.redoable(self._book(), MOST_STEPS)
        self._list(menu, self.tr("重做：%1"), again, forward=True)
        if again:
            menu.addSeparator()
        self._list(menu, self.tr("撤销：%1"), history.undoable(self._book(), MOST_STEPS), forward=False)

    def _list(self, menu: QMenu, words: str, steps: Sequence[JournalStep], *, forward: bool) -> None:
        """List steps; choosing one goes that far. The nearest steps of both directions stand next to each other."""
        found = []
        for number, step in enumerate(steps, 1):
            form = self._book().catalogue.edition(step.form).short
            name = step.label if form in step.label else f"{step.label}　{form}"
            text = words.replace("%1", f"{name}　{shown_time(step.at)}").replace("&", "&&")
            action = QAction(text, menu)
            action.triggered.connect(lambda _on=False, count=number: self.wanted.emit(forward, count))
            found.append(action)
        menu.addActions(found[::-1] if forward else found)
