"""Commands that print: a form and a receipt, as PDF. They need no display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import naming
from desktop.commands.answer import Answer, ok
from desktop.commands.progress import Bar
from desktop.commands.today import as_of
from forms import periods
from forms.book import Book

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    receipt = commands.add_parser("receipt", help="把平台回执打印成 PDF")
    printing = commands.add_parser("print", help="把一期报表打印成 PDF 或 .xlsx：已报送的申报，或现有数据的草稿")
    for command, run in ((receipt, _receipt), (printing, _print)):
        command.add_argument("book", type=Path)
        command.add_argument("form")
        command.add_argument("period", help="报告期，如 2026-09")
        command.add_argument("out", type=Path, metavar="OUT.pdf" if command is receipt else "OUT.pdf|OUT.xlsx")
        command.set_defaults(run=run)
    printing.add_argument("--draft", action="store_true", help="打印账套里现有的数据，并注明是草稿")


def _receipt(arguments: argparse.Namespace) -> Answer:
    from desktop.printing.files import print_receipt

    with Book.open(arguments.book, readonly=True) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        filing_id, pages = print_receipt(book, form, period, arguments.out)
    made = {"form": form, "period": period, "id": filing_id, "pages": pages, "pdf": str(arguments.out)}
    return ok(f"已打印回执 {filing_id}：{arguments.out}", **made)


def _print(arguments: argparse.Namespace) -> Answer:
    from desktop.printing.files import print_form

    with Book.open(arguments.book, readonly=True) as book, Bar() as bar:
        form, period = naming.series(book, arguments.form, arguments.period)
        pages = print_form(
            book,
            form,
            period,
            arguments.out,
            draft_as_of=as_of(book) if arguments.draft else None,
            report=lambda done, total: bar("打印", done, total),
        )
    what = "草稿" if arguments.draft else "申报"
    kind = "xlsx" if arguments.out.suffix.lower() == ".xlsx" else "pdf"
    made = {"form": form, "period": period, "draft": arguments.draft, "pages": pages, kind: str(arguments.out)}
    return ok(f"已打印{what} {form} {periods.label(period)}，{pages} 页：{arguments.out}", **made)
