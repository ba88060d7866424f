"""The groups of what is signed: 待发送, which the province does not have yet, and 已报送."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.sentence import Sentence
from desktop.pages.submit_groups import Group
from desktop.pieces import Pill, button, label, row

if TYPE_CHECKING:
    from desktop.todo import Line
    from desktop.workspace import Workspace


class UnsentGroup(Group):
    """待发送: signed, and still on this PC; what it waits for, and the way on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("cloud-off", "waiting")
        self._workspace = workspace
        self.send = button("", "send", "", self._go_on)
        self.top.addWidget(self.send)
        workspace.syncing.connect(self._syncing)

    def show_lines(self, lines: list[Line]) -> None:
        """Show what waits in the queue, and say what is missing."""
        from sync.province import is_enrolled

        bound = is_enrolled(self._workspace.book) or self._workspace.book.firm.demo
        hint = self.tr("已签名，还没有送到省级平台；联网后自动发送，不用重报")
        if not bound:
            hint = self.tr("已签名，还没有送到省级平台；开通报送后自动发送，不用重报")
        self.begin(self.tr("待发送"), len(lines), hint)
        self.send.setText(self.tr("立即发送") if bound else self.tr("开通并发送"))
        self._syncing(self._workspace.is_syncing)
        list_signed(self.body, lines, again=self.tr("同上"))

    def _syncing(self, syncing: bool) -> None:  # noqa: FBT001  a signal's argument
        self.send.setEnabled(not syncing)

    def _go_on(self) -> None:
        """Send now, or bind this PC first."""
        from sync.province import is_enrolled

        space = self._workspace
        if is_enrolled(space.book):
            space.sync()
            return
        if space.book.firm.demo:
            from desktop.resuming import enrol_demo

            as_of = space.as_of
            space.work(lambda book, _job: enrol_demo(book, as_of), owner=self, done=lambda _none: space.sync())
            return
        from desktop.pages.enrolling import ask_to_enrol

        ask_to_enrol(self._workspace, self.window())


class SentGroup(Group):
    """已报送: what this period has sent, for completeness."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__("done", "accepted")
        self.top.addWidget(button(self.tr("报送记录"), "history", "link", self.opened.emit))

    def show_lines(self, lines: list[Line]) -> None:
        """Show what is under way or accepted."""
        self.begin(self.tr("已报送"), len(lines), "")
        list_signed(self.body, lines)


def list_signed(body: QVBoxLayout, lines: list[Line], again: str = "") -> None:
    """Put a line into the body for each form: its name, how it stands, and why, or `again` where that was just said."""
    said = ""
    for one in lines:
        name = label(one.short)
        name.setMinimumWidth(150)
        note = again if again and one.note == said else one.note
        said = one.note
        line = row(name, Pill(one.pill, one.word), Sentence(note, "second"), spacing=12)
        line.setStretch(2, 1)
        body.addLayout(line)
