"""The keys as the manual lists them: those that work everywhere come from the window, the grid's stand here. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.glossary import escaped
from desktop.manual import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = "keys"
PAGES = (("Ctrl+1 … 9", "切换页面"), ("Ctrl+/", "快捷键一览"))
GRID = (
    ("Enter / Shift+Enter", "下一个 / 上一个可填的单元格（方向见“设置”）；在最后一格新增一行"),
    ("Tab / Shift+Tab", "向右 / 向左到可填的单元格"),
    ("F6 / Shift+F6", "离开表格，到后面 / 前面的按钮"),
    ("F2", "编辑单元格；输入 .. 取上一行的内容"),
    ("F4 或 Alt+↓", "打开列表或日历；在“对应收汇凭证”一栏到收汇核销"),
    ("Shift+F1", "看当前单元格的问题和批注"),
    ("Shift+F2", "给当前的核实项写填报说明（月报、年报里也一样）"),
    ("Insert", "新增一行"),
    ("Ctrl++", "在当前行上方插入一行"),
    ("Ctrl+-", "删除所选行"),
    ("Delete", "清除所选单元格"),
    ("Ctrl+C / Ctrl+X / Ctrl+V", "复制 / 剪切 / 粘贴（可与 Excel、WPS 互相粘贴）"),
    ("Ctrl+D", "把选区第一行向下填充"),
    ("Ctrl+Enter", "用选区第一格，或正在输入的内容，填满选区"),
    ("Ctrl+;", "填今天的日期"),
    ("Ctrl+Shift+L", "按当前列筛选"),
    ("Ctrl+Shift+F", "清除全部筛选，恢复原顺序"),
    ("Alt+Enter", "打开或关闭行详情（全部栏目、问题、批注、历史）"),
)


def key_topic(everywhere: Sequence[tuple[str, str]]) -> Topic:
    """Return the topic of keys."""
    lines = ["# 快捷键", "", "不用鼠标也能做完一个月的填报。", "", "## 任何页面", ""]
    shown = [(key.replace("Return", "Enter").replace("PgDown", "PgDn"), does) for key, does in everywhere]
    lines += _table([*shown, *(pair for pair in PAGES if pair not in shown)])
    lines += ["", "## 台账表格", "", *_table(GRID), ""]
    return Topic(KEYS, "查一查", "\n".join(lines))


def _table(pairs: Sequence[tuple[str, str]]) -> list[str]:
    return ["| 按键 | 作用 |", "|---|---|", *(f"| {escaped(key)} | {escaped(does)} |" for key, does in pairs)]
