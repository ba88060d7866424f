"""How the last exchange with the province stands, in a word, an icon and a sentence: for top bar and home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.clock import shown_time

if TYPE_CHECKING:
    from desktop.workspace import Workspace

_CONTEXT = "exchange_state"


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What to show: icon, colour token, word, explanation; ``failed`` where the last try did not reach the province."""

    icon: str
    tone: str
    text: str
    tip: str
    failed: bool = False


def exchange_state(workspace: Workspace) -> ExchangeState:
    """Return how the exchange of the open Book stands."""
    from sync import history
    from sync.province import is_enrolled

    tr = QCoreApplication.translate
    book = workspace.book
    good = shown_time(book.get(history.LAST_GOOD))
    problem = book.get(history.LAST_PROBLEM)
    if workspace.is_syncing:
        return ExchangeState("cloud-sync", "brand", tr(_CONTEXT, "同步中…"), tr(_CONTEXT, "正在与省级平台交换"))
    if not is_enrolled(book):
        tip = tr(_CONTEXT, "尚未绑定省级平台：不影响填报和审核，首次报送时输入报送码即可")
        return ExchangeState("cloud-off", "text3", tr(_CONTEXT, "未绑定"), tip)
    if problem:
        last = tr(_CONTEXT, "上次成功：%1").replace("%1", good) if good else tr(_CONTEXT, "还没有成功过")
        return ExchangeState("cloud-error", "error", tr(_CONTEXT, "同步失败"), f"{problem} {last}", failed=True)
    if good:
        text = tr(_CONTEXT, "已同步 %1").replace("%1", good)
        return ExchangeState("cloud-ok", "accepted", text, tr(_CONTEXT, "点击立即同步，获取反馈"))
    return ExchangeState("cloud-off", "text3", tr(_CONTEXT, "未同步"), tr(_CONTEXT, "点击立即同步，获取反馈"))
