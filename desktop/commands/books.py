"""Commands about a Book as a whole: new, status, undo and redo, backup, its rehearsal and restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer, ok, table
from desktop.commands.today import as_of
from forms import backups, journal, periods, rehearsal
from forms.book import Book
from forms.errors import BookProblem
from sync import overview

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    new = commands.add_parser("new", help="新建账套")
    new.add_argument("book", type=Path)
    new.add_argument("--uscc", required=True, help="统一社会信用代码")
    new.add_argument("--name", required=True, help="企业名称")
    new.add_argument("--division", required=True, help="注册地行政区划代码")
    new.add_argument("--starts-on", help="从哪个月起在本系统报送，如 2026-01")
    new.add_argument("--park", action="store_true", help="园区账号：只填报园区情况表")
    new.set_defaults(run=_new)
    for name, sentence, command in (
        ("status", "各期报表的状态、回执和审核意见", _status),
        ("undo", "撤销上一步", _undo),
        ("redo", "重做撤销的一步", _redo),
    ):
        found = commands.add_parser(name, help=sentence)
        found.add_argument("book", type=Path)
        found.set_defaults(run=command)
    backup = commands.add_parser("backup", help="备份账套并校验")
    backup.add_argument("book", type=Path)
    backup.add_argument("folder", type=Path)
    backup.set_defaults(run=_backup)
    rehearse = commands.add_parser("rehearse", help="恢复演练：把最近的备份恢复到临时位置，与账套比对")
    rehearse.add_argument("book", type=Path)
    rehearse.add_argument("folder", type=Path, nargs="?", help="备份文件夹，默认是账套旁边的“备份”")
    rehearse.set_defaults(run=_rehearse)
    restore = commands.add_parser("restore", help="从备份恢复成一个新账套")
    restore.add_argument("backup", type=Path)
    restore.add_argument("book", type=Path)
    restore.set_defaults(run=_restore)


def _new(arguments: argparse.Namespace) -> Answer:
    given = arguments.starts_on
    starts = None if given is None else periods.first_day(periods.parse_period(given))
    with Book.create(
        arguments.book,
        uscc=arguments.uscc,
        name=arguments.name,
        division=arguments.division,
        starts_on=starts,
        owner="park" if arguments.park else "firm",
    ) as book:
        firm = book.firm
    made = {"uscc": firm.uscc, "name": firm.name, "division": firm.division, "starts_on": firm.starts_on}
    return ok(f"已建立{firm.name}的账套：{arguments.book}", book=str(arguments.book), **made)


def _undo(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        return _step(journal.undo(book), "已撤销", "没有可以撤销的操作。", "undone")


def _redo(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        return _step(journal.redo(book), "已重做", "没有可以重做的操作。", "redone")


def _step(step: tuple[str, str] | None, done: str, nothing: str, name: str) -> Answer:
    if step is None:
        return ok(nothing, **{name: None})
    form, label = step
    return ok(f"{done}：{label}", **{name: {"form": form, "label": label}})


def _backup(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=True) as book:  # while the window has it open, too
        made = backups.back_up(book, arguments.folder)
    return ok(f"已备份并校验：{made}", backup=str(made))


def _rehearse(arguments: argparse.Namespace) -> Answer:
    folder = arguments.folder or backups.folder_of(arguments.book)
    try:
        book = Book.open(arguments.book)
    except BookProblem as problem:
        if problem.code != "book-in-use":
            raise
        book = Book.open(arguments.book, readonly=True)  # the window has it; then the result is only told, not kept
    with book:
        found = rehearsal.rehearse(book, folder)
    if found.fault:
        raise BookProblem("rehearsal-failed", f"恢复演练没有成功：{found.fault}")
    how = "与账套逐行一致" if found.same else "与备份时一致，备份以后账套又有改动"
    return ok(f"恢复演练成功：{found.backup}，{how}。", **asdict(found))


def _restore(arguments: argparse.Namespace) -> Answer:
    backups.restore(arguments.backup, arguments.book)
    return ok(f"已从备份恢复：{arguments.book}", book=str(arguments.book))


def _status(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=True) as book:
        data = overview.status(book, as_of(book))
        titles = {form: book.catalogue.edition(form).short for form in book.catalogue.forms}
    rows = [
        (
            one["form"],
            titles[one["form"]],
            one["period"],
            one["revision"],
            one["label"],
            one["due"] or "—",
            "逾期" if one["late"] else "",
            one["receipt"]["received_at"] if one["receipt"] else "",
        )
        for one in data["series"]
    ]
    lines = [f"{data['firm']['name']}（{data['firm']['uscc']}）", ""]
    lines += table(("表号", "报表", "报告期", "版", "状态", "截止", "", "回执时间"), rows)
    for one in data["series"]:
        lines += [f"  {one['form']} {one['period']} 退回意见：{said['text']}" for said in one["comments"]]
    return Answer(data, [*lines, *data["notes"]])
