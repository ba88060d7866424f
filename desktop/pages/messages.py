"""消息: what the province said and what was imported, newest first; each leads to what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTableView, QVBoxLayout

from desktop import messages
from desktop.clock import shown_time
from desktop.pages.page import Page
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.messages import Message
    from desktop.workspace import Workspace

LIMIT = 300
_KIND, _TIME, _TEXT = range(3)


class MessagesPage(Page):
    """The list behind the bell. To show it is to have seen it; what is new stays marked until the next look."""

    icon_name = "bell"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._shown: list[Message] = []
        self.heads = (self.tr("类别"), self.tr("时间"), self.tr("内容"))
        self.model = TextModel(self.heads, pills=_KIND)
        self.table: QTableView = plain_table(self.model, self.tr("消息"), stretch=_TEXT)
        self.table.setColumnWidth(_KIND, 132)
        self.table.setColumnWidth(_TIME, 130)
        self.table.activated.connect(self._open)
        self.counted = label(role="caption")
        self.go = button(self.tr("去处理"), "", "primary", lambda: self._open(self.table.currentIndex()))
        self.whole = label(wrap=True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _before: self._read(index))
        self.nothing = label(self.tr("暂无消息。报送后，平台的回执、受理和退回意见会出现在这里。"), "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addLayout(row(label(self.tr("消息"), "h2"), 8, self.counted, 0, self.go))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addStretch(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Keys go to the list; as its proxy the page would lead Tab past what stands above it."""
        super().showEvent(event)
        self.table.setFocus()

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("消息")

    def refresh(self) -> None:
        """Read the messages, mark what came since the last look, and note that the person looks now."""
        book = self.workspace.book
        seen = book.get(messages.SEEN) or ""
        self._shown = messages.messages(book, LIMIT)
        new = [one.icon != "import" and one.at > seen for one in self._shown]
        rows: list[Sequence[str]] = []
        states: list[str] = []
        for one, is_new in zip(self._shown, new, strict=True):
            word, state = self._kind(one)
            rows.append((word, shown_time(one.at), f"{self.tr('（新）')}{one.text}" if is_new else one.text))
            states.append(state)
        self.model.fill(rows, states)
        count = sum(new)
        words = self.tr("%1 条新消息，共 %2 条") if count else self.tr("没有新消息，共 %2 条")
        self.counted.setText(words.replace("%1", str(count)).replace("%2", str(len(rows))))
        self.nothing.setVisible(not rows)
        for widget in (self.table, self.go, self.whole):
            widget.setVisible(bool(rows))
        if rows:
            self.table.selectRow(0)
        messages.mark_seen(book, self._shown)
        self.workspace.messagesSeen.emit()

    def _kind(self, one: Message) -> tuple[str, str]:
        kinds = {
            "returned": (self.tr("已退回"), "RETURNED"),
            "done": (self.tr("已受理"), "ACCEPTED"),
            "refused": (self.tr("平台拒收"), "REFUSED"),
        }
        return kinds.get(one.icon, (self.tr("导入"), "SUPERSEDED"))

    def _read(self, index: QModelIndex) -> None:
        """Show the whole text of a message under the list."""
        self.whole.setText(self._shown[index.row()].text if index.isValid() else "")

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.workspace.go(self._shown[index.row()].place)
