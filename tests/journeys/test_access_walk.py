"""What somebody hears who does not see the window: every page is walked over AT-SPI, and nothing lacks a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.display

FOCUSABLE = 11  # AtspiStateType
TABLES = ("table", "tree", "tree table")
LAYOUT = ("filler", "panel", "label", "splitter", "grip", "scroll bar", "layered pane", "application", "separator")
PAGES = ("首页", "合同台账", "执行台账", "资质认证", "收入与执行月报", "审核与报送", "报送记录", "统计分析")
OWN_PAGES = ("企业信息", "设置")
LOOKED_AT = 3  # rows of a table


def faults(root) -> Iterator[str]:
    """Each thing that is not said, or not said in plain words."""
    for node in root.walk():
        role, name, about = node.role, node.name.strip(), node.description
        where = f"{role} «{name}» ({about[:40]})"
        if not name and (role not in LAYOUT or FOCUSABLE in node.states):
            yield f"no name: {where}"
        if role == "filler" and name and not node.children:
            yield f"painted, but neither text nor picture: {where}"
        if "<qt" in name + about:
            yield f"markup read aloud: {where}"
        if role == "combo box" and not about:
            yield f"a choice, but of what: {where}"
        if role in ("graphic", "image") and not (name or about):
            yield f"a picture without words: {where}"
        if role in TABLES:
            yield from silent_cells(node, name)


def silent_cells(table, name: str) -> Iterator[str]:
    rows, columns = table.size
    yield from (f"no title: column {at} of «{name}»" for at, title in enumerate(table.heads()) if not title)
    for row in range(min(rows, LOOKED_AT)):
        for column in range(columns):
            cell = table.cell(row, column)
            if not cell.name.strip():
                yield f"no name: cell {row}, {column} of «{name}»"


def test_every_page_says_what_it_shows(reader):
    found = {"first run": reader.look(lambda: list(faults(reader.program)))}
    reader.press("push button", "进入演示")
    reader.until("the demo firm", lambda: reader.title().startswith("首页"))
    for page in (*PAGES, *OWN_PAGES):
        reader.go_to(page)
        found[page] = reader.look(lambda: list(faults(reader.program)))
    for button, title in (("帮助", "帮助"), ("消息", "消息")):
        reader.press("push button", button)
        reader.until(title, lambda title=title: reader.title().startswith(title))
        found[title] = reader.look(lambda: list(faults(reader.program)))
    reader.go_to("合同台账")
    reader.press("push button", "打印")
    found["print preview"] = reader.look(lambda: list(faults(two(reader.program.children)[-1])))
    assert {page: what for page, what in found.items() if what} == {}


def two(windows):
    """Give both windows; there is one until a dialog opens."""
    if len(windows) == 1:
        raise LookupError
    return windows


def test_a_cell_a_chart_and_a_field_say_all_there_is_to_know(reader):
    reader.press("push button", "进入演示")
    reader.until("the demo firm", lambda: reader.title().startswith("首页"))
    trend = reader.see("graphic", "执行额趋势，万美元")
    assert "2026-03 65.74" in trend.description
    reader.go_to("合同台账")
    table = reader.see("table", "合同台账")
    column = table.heads().index("境内发包方信用代码")
    cell = reader.until("the check", lambda: "校验位" in table.cell(13, column).name and table.cell(13, column))
    assert (cell.role, cell.name.split("，")[:2]) == ("cell", ["第14行", "境内发包方信用代码 91220101MAF6TP3W71"])
    assert "第18位校验位应为“F”" in cell.description
    problems = reader.see("table", "问题清单")
    assert problems.cell(0, 0).name == "错误，须修改"
    assert problems.cell(0, 1).name.startswith("第55行")  # the shown month's come first
    reader.go_to("收入与执行月报")
    revenue = reader.see("text", "企业营业收入（当月），必填")
    assert revenue.ask("Text", "GetText", "ii", 0, -1)
    relations = revenue.ask("Accessible", "GetRelationSet")
    assert relations, "the label of the field is not its label to a reader"


def test_a_period_is_chosen_from_its_list(reader):
    reader.press("push button", "进入演示")
    reader.until("the demo firm", lambda: reader.title().startswith("首页"))
    reader.see("combo box", "2026年10月").children[0].choose("2026年9月")
    assert reader.see("combo box", "2026年9月").description.startswith("报告期")
    reader.see("label", lambda name: name.startswith("2026-10"))  # the deadline of September
