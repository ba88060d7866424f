"""The command about the opening balance (期初): bring it in, file it, take it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer, ok
from desktop.commands.today import as_of
from forms import opening, periods
from forms.book import Book
from forms.opening_sheet import SHEET
from sync import sealing

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    command = commands.add_parser("opening", help="期初：起报以前已受理的合同、累计执行和各月数，一次带入、一次报送")
    command.add_argument("book", type=Path)
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, help=f"工作簿：合同台账、执行台账（至今累计）、{SHEET}三张表")
    what.add_argument("--file", dest="seal", action="store_true", help="签名，放入待发（不单报时随首月一起报送）")
    what.add_argument("--undo", action="store_true", help="撤销期初（报送以前）")
    command.set_defaults(run=_opening)


def _opening(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        if arguments.undo:
            opening.take_back(book)
            return ok("期初已撤销。")
        if arguments.seal:
            one = sealing.file_opening(book, as_of=as_of(book))
            return ok(f"期初已签名待发：{one.rows} 份合同。", id=one.id, form=one.form, period=one.period)
        brought = opening.bring_in(book, arguments.file, as_of=as_of(book))
        since = periods.label(periods.month_of(book.firm.starts_on))
    said = f"期初已带入：合同 {brought.contracts} 份，累计执行 {brought.executions} 笔，月度数 {brought.months} 个月；"
    said += f"随{since}一起报送。"
    return ok(said, contracts=brought.contracts, executions=brought.executions, months=brought.months)
