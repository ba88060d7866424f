"""How the last exchange with the province stands, in a word, an icon and a sentence: for top bar and home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.clock import shown_time

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.book import Book
    from sync.report import SyncReport

_CONTEXT = "exchange_state"
LAST_GOOD = "sync.last_good"
LAST_PROBLEM = "sync.last_problem"


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """What to show: icon, colour token, word, explanation; ``failed`` where the last try did not reach the province."""

    icon: str
    tone: str
    text: str
    tip: str
    failed: bool = False


def remember(book: Book, report: SyncReport) -> None:
    """Keep how an exchange went, for the next start too."""
    from forms.book import now
    from sync.errors import EndpointUnreachable

    if book.readonly:
        return
    if not isinstance(report.problem, EndpointUnreachable):
        book.put(LAST_GOOD, now())
    book.put(LAST_PROBLEM, report.problem.message if report.problem else None)


def _last_line(book: Book) -> str | None:
    """Return when the command line last exchanged with the province, or None."""
    from sync import history

    lines = history.recent(book, 1)
    return lines[0].at if lines else None


def exchange_state(workspace: Workspace) -> ExchangeState:
    """Return how the exchange of the open Book stands."""
    from sync.province import is_enrolled

    tr = QCoreApplication.translate
    book = workspace.book
    good = shown_time(book.get(LAST_GOOD) or _last_line(book))
    problem = book.get(LAST_PROBLEM)
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
