"""帮助: the chain of work in four steps, the words of the states, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.pages.page import Page
from desktop.pieces import Pill, card, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.workspace import Workspace


class HelpPage(Page):
    """What an accountant asks on the first day, offline."""

    icon_name = "help"

    def __init__(self, workspace: Workspace, keys: list[tuple[str, str, Callable[[], object]]]) -> None:
        super().__init__(workspace)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("帮助"), "h2"))
        column.addWidget(self._work())
        below = row(self._states(), self._keys(keys), spacing=12)
        column.addLayout(below)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("帮助")

    def _work(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("填报 → 审核 → 报送 → 获取反馈"), "h3"))
        steps = (
            self.tr("填报：在台账里录入，或用“导入 Excel”；每格改动都自动保存，Ctrl+Z 可撤销，关机重启也在。"),
            self.tr("审核：按 F9。错误必须修改；提示核实后写明原因即可报送。按 F8 逐处跳到有问题的单元格。"),
            self.tr("报送：Ctrl+Shift+Enter。报表签名后进入待发队列，没有网络时先排队，联网后自动发送。"),
            self.tr("获取反馈：平台收到后发回带签名的回执；主管部门退回时，批注会标在对应的单元格上。"),
        )
        for number, text in enumerate(steps, start=1):
            line = row(label(str(number), "strong"), label(text, wrap=True), spacing=10)
            line.setStretch(1, 1)
            column.addLayout(line)
        return frame

    def _states(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("状态是什么意思"), "h3"))
        states = (
            ("DRAFT", self.tr("填报中"), self.tr("还没有审核，或审核后又有改动")),
            ("ERRORS", self.tr("有错误"), self.tr("审核发现错误，修改后才能报送")),
            ("CHECKED", self.tr("待报送"), self.tr("审核通过，可以报送")),
            ("QUEUED", self.tr("待发送"), self.tr("已签名排队，等待联网发送")),
            ("RECEIVED", self.tr("待反馈"), self.tr("平台已收到并发回回执，等待主管部门意见")),
            ("ACCEPTED", self.tr("已受理"), self.tr("主管部门已接受，数据锁定；要改请“更正”")),
            ("RETURNED", self.tr("已退回"), self.tr("主管部门退回，按批注修改后重报")),
            ("REFUSED", self.tr("平台拒收"), self.tr("平台审核没有通过，按列出的问题修改后重报")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (state, word, meaning) in enumerate(states):
            grid.addWidget(Pill(state, word), number, 0)
            grid.addWidget(label(meaning, wrap=True), number, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return frame

    def _keys(self, keys: list[tuple[str, str, Callable[[], object]]]) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("快捷键"), "h3"))
        more = (
            ("Ctrl+1 … 9", self.tr("切换页面")),
            ("Enter / Shift+Enter", self.tr("下一个 / 上一个可填单元格（方向见“设置”）")),
            ("F2 · F4", self.tr("编辑 · 打开列表或日历")),
            ("Ctrl+C / V / D", self.tr("复制 / 粘贴 / 向下填充")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        shown = [(key.replace("Return", "Enter"), does) for key, does, _action in keys]
        for number, (key, does) in enumerate((*shown, *more)):
            grid.addWidget(label(key, "strong"), number, 0)
            grid.addWidget(label(does), number, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return frame
