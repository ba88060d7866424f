"""The buttons 撤销 and 重做: each says its next step, and its menu lists the steps before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop import theme
from desktop.clock import shown_time
from desktop.pieces import tip
from forms import history

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.book import Book
    from forms.history import JournalStep

MOST_STEPS = 20
ICON = QSize(16, 16)


class UndoButtons(QWidget):
    """Asks for steps over the journal: `wanted` gives the direction (True is forward) and how many."""

    wanted = Signal(bool, int)

    def __init__(self, book: Callable[[], Book], parent: QWidget | None = None) -> None:
        """`book` gives the open Book."""
        super().__init__(parent)
        self._book = book
        self.undo = self._button("undo", self.tr("撤销"), history.undoable, forward=False)
        self.redo = self._button("redo", self.tr("重做"), history.redoable, forward=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.undo)
        line.addWidget(self.redo)

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

    def _button(
        self, icon: str, word: str, find: Callable[[Book, int], list[JournalStep]], *, forward: bool
    ) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon, "text2"))
        button.setIconSize(ICON)
        button.setAccessibleName(word)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.clicked.connect(lambda: self.wanted.emit(forward, 1))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, find(self._book(), MOST_STEPS), forward=forward))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, steps: Sequence[JournalStep], *, forward: bool) -> None:
        menu.clear()
        for number, step in enumerate(steps, 1):
            form = self._book().catalogue.edition(step.form).short
            text = f"{step.label}　{form}　{shown_time(step.at)}".replace("&", "&&")
            action = QAction(text, menu)
            action.triggered.connect(lambda _on=False, count=number: self.wanted.emit(forward, count))
            menu.addAction(action)
        if not steps:
            menu.addAction(self.tr("没有可以重做的操作") if forward else self.tr("没有可以撤销的操作")).setEnabled(
                False
            )
