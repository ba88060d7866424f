"""The command that writes the indicator handbook: as one HTML page, or as a PDF. It needs no Book and no display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer, ok
from desktop.commands.progress import Bar
from forms import disk, periods
from forms.catalogue import load_catalogue
from forms.errors import InputRefused
from forms.words import LANGUAGES, SOURCE

if TYPE_CHECKING:
    import argparse

HTML = (".html", ".htm")
PDF = ".pdf"


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    handbook = commands.add_parser("handbook", help="写出指标手册：各表、各指标、各条审核关系（网页或 PDF）")
    handbook.add_argument("out", type=Path, metavar="OUT", help="以 .html 或 .pdf 结尾的文件名")
    handbook.add_argument(
        "--language", choices=(SOURCE, *LANGUAGES), default=SOURCE, help="名称后面加注哪种语言，默认只用中文"
    )
    handbook.add_argument("--period", help="按哪个报告期适用的版本，默认最新")
    handbook.set_defaults(run=_handbook)


def _handbook(arguments: argparse.Namespace) -> Answer:
    from forms.handbook import handbook

    out: Path = arguments.out
    suffix = out.suffix.lower()
    if suffix not in (*HTML, PDF):
        raise InputRefused("not-handbook", f"“{out.name}”应以 .html 或 .pdf 结尾，请换一个文件名。")
    period = None if arguments.period is None else periods.parse_period(arguments.period)
    made = handbook(load_catalogue(), language=arguments.language, period=period)
    counts = {"forms": made.forms, "fields": made.fields, "rules": made.rules}
    if suffix == PDF:
        from desktop.printing.files import print_handbook

        with Bar() as bar:
            counts["pages"] = print_handbook(made, out, report=lambda done, total: bar("打印", done, total))
    else:
        disk.write_whole(out, made.page().encode())
    line = f"已写出{made.title}：{made.forms}张表，{made.fields}项指标，{made.rules}条审核关系：{out}"
    return ok(line, path=str(out), language=made.language, **counts)
