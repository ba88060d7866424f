"""How the last exchange with the province stands, in a word, an icon and a sentence: for top bar and home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.clock import shown_time
from desktop.languages import translate

if TYPE_CHECKING:
    from desktop.workspace import Workspace


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

    book = workspace.book
    good = shown_time(book.get(history.LAST_GOOD))
    problem = book.get(history.LAST_PROBLEM)
    if workspace.is_syncing:
        return ExchangeState(
            "cloud-sync", "brand", translate("Exchange", "同步中…"), translate("Exchange", "正在与省级平台交换")
        )
    if not is_enrolled(book):
        tip = translate("Exchange", "还没有连接省级平台：照常填报和审核，第一次报送时输入主管部门发的报送码就连上")
        return ExchangeState("cloud-off", "text3", translate("Exchange", "未开通报送"), tip)
    if problem:
        last = (
            translate("Exchange", "上次成功：%1").replace("%1", good) if good else translate("Exchange", "还没有成功过")
        )
        return ExchangeState(
            "cloud-error", "error", translate("Exchange", "同步失败"), f"{problem} {last}", failed=True
        )
    if good:
        text = translate("Exchange", "已同步 %1").replace("%1", good)
        return ExchangeState("cloud-ok", "accepted", text, translate("Exchange", "点击立即同步，获取反馈"))
    return ExchangeState(
        "cloud-off", "text3", translate("Exchange", "未同步"), translate("Exchange", "点击立即同步，获取反馈")
    )
