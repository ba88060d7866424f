"""«演示日期 2026-10-28»: the demo firm lives on its own day, and says so where a date or a countdown is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.languages import translate
from desktop.pieces import label, tip

if TYPE_CHECKING:
    from desktop.workspace import Workspace


def demo_day(workspace: Workspace) -> QLabel:
    """Return the label; of a true firm, whose day is that of this PC, it is empty and takes no room."""
    made = label(role="caption")
    if workspace.is_open and workspace.book.firm.demo:
        day = workspace.as_of
        made.setText(translate("Demo", "演示日期 %1").replace("%1", day))
        why = translate(
            "Demo",
            "演示企业的“今天”固定在 %1：本期已经过完、还没到截止日，正好练习一遍。"
            "截止天数、报送时间都按这一天算；真实企业按电脑的日期。",
        )
        tip(made, why.replace("%1", day))
        made.setAccessibleName(made.text())
    else:
        made.hide()
    return made
