"""Commands about what was imported: the list of imports, and taking one back as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.clock import shown_moment
from desktop.commands.answer import Answer, ok, table
from forms import imports
from forms.book import Book

if TYPE_CHECKING:
    import argparse

    from forms.imports import ImportRecord

_HEADS = ("编号", "时间", "报表", "文件", "读到", "接受", "拒收", "新增", "更新", "不变", "经手", "状态")


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    actions = commands.add_parser("imports", help="导入记录：每次导入的文件、行数、金额合计，可以整次撤销")
    choices = actions.add_subparsers(dest="action", metavar="操作", required=True)

    listing = choices.add_parser("list", help="列出导入记录，最近的在前")
    listing.add_argument("book", type=Path)
    listing.add_argument("--form", help="只看这张报表的")
    listing.set_defaults(run=_list)

    undoing = choices.add_parser("undo", help="把一次导入整个撤销，可用 zhibao redo 恢复")
    undoing.add_argument("book", type=Path)
    undoing.add_argument("id", metavar="ID", help="导入记录的编号，写开头几位也可以")
    undoing.set_defaults(run=_undo)


def _list(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=True) as book:
        form = None if arguments.form is None else book.catalogue.find_form(arguments.form)
        found = imports.records(book, form)
        shorts = {one: book.catalogue.edition(one).short for one in book.catalogue.forms}
        labels = {
            one.form: {field.id: field.label for field in book.catalogue.edition(one.form).fields} for one in found
        }
    lines = table(_HEADS, [_cells(one, shorts[one.form]) for one in found]) if found else ["还没有导入记录。"]
    for one in found:
        lines += _totals(one, labels[one.form])
    return Answer({"imports": [one.to_json() for one in found]}, lines)


def _cells(one: ImportRecord, short: str) -> tuple[object, ...]:
    counts = (one.rows_read, one.rows_accepted, one.rows_refused, one.new, one.updated, one.unchanged)
    state = imports.STATES[one.state]
    return (one.short_id, shown_moment(one.at), short, one.file, *counts, one.importer, state)


def _totals(one: ImportRecord, labels: dict[str, str]) -> list[str]:
    """Say where the money of file and Book differ; where they agree there is nothing to do."""
    return [
        f"{one.short_id}：{labels.get(name, name)} {currency or '（无币种）'} 文件合计 {sums['file']}，"
        f"账套合计 {sums['book']}，{sums['unread']} 格未识别。"
        for name, currencies in one.totals.items()
        for currency, sums in currencies.items()
        if sums["file"] != sums["book"] or sums["unread"]
    ]


def _undo(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        done = imports.undo(book, arguments.id)
        short = book.catalogue.edition(done.form).short
    told = f"已撤销“{done.file}”对{short}的导入：新增的 {done.new} 行已取出，更新的 {done.updated} 行已还原；"
    return ok(
        f"{told}可用 zhibao redo 恢复。", import_id=done.id, form=done.form, removed=done.new, restored=done.updated
    )
