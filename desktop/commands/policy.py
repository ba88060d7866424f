"""The command of the policy self-check: published conditions over the firm's accepted filings. Nothing is sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer
from desktop.commands.today import as_of
from forms import periods, policy
from forms.book import Book
from forms.errors import InputRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

WORDS = {policy.MET: "符合", policy.UNMET: "不符合", policy.UNKNOWN: "算不出", policy.TOLD: "提示"}
_LOCAL = "以上只在本机计算，不上报；条件是往年公开的口径，申报以当年通知为准。"


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    command = commands.add_parser("policy", help="政策自查：按已受理的申报，对照公开的支持条件")
    command.add_argument("book", type=Path)
    command.add_argument("--year", help="哪一年的数据，如 2026；默认最近一个有已受理申报的年份")
    command.add_argument("--as-of", metavar="DATE", help="以哪一天为“今天”，如 2026-10-08")
    command.set_defaults(run=_policy)


def _policy(arguments: argparse.Namespace) -> Answer:
    year = None if arguments.year is None else _year(arguments.year)
    with Book.open(arguments.book, readonly=True) as book:
        found = policy.check(book, year, as_of=as_of(book, arguments.as_of))
        lines = list(_lines(found, book))
    return Answer(found.to_json(), lines)


def _year(text: str) -> str:
    period = periods.parse_period(text)
    if not periods.is_year(period):
        raise InputRefused("bad-year", f"“{text}”不是年份，请写成 2026。")
    return period


def _lines(found: policy.SelfCheck, book: Book) -> Iterator[str]:
    yield f"{found.year}年政策自查（{found.as_of}，按已受理的申报）"
    for result in found.results:
        yield ""
        yield f"[{WORDS[result.case]}] {result.rule.rule.id} {result.rule.rule.title}"
        yield f"  {result.message}"
        for figure in result.figures:
            lacks = f"（还没有受理：{'、'.join(map(periods.label, figure.lacks))}）" if figure.lacks else ""
            yield f"  {figure.figure.label}：{figure.shown}　{book.catalogue.edition(figure.figure.of).short}{lacks}"
        for number, way in enumerate(result.ways, 1):
            asked = "，且".join(f"{one.condition.figure.label}不低于{one.line}" for one in way)
            yield f"  条件{number}：{asked}（{'；'.join(one.short for one in way if one.short) or '都已达到'}）"
        yield f"  口径：{result.rule.year}年；{result.rule.source}"
    yield from ("", _LOCAL) if found.results else ("现行制度没有政策自查的条件。",)
