"""The command that verifies and tells the audit chain of a Book: every step its filings took, each tied to the last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.clock import shown_moment
from desktop.commands.answer import DONE, ERRORS_STAND, Answer, table
from forms.book import Book
from sync import states
from sync.states import LABELS

if TYPE_CHECKING:
    import argparse
    import sqlite3


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    audit = commands.add_parser("audit", help="核验申报的流转记录：逐步相连，没有改动或缺失")
    audit.add_argument("book", type=Path)
    audit.set_defaults(run=_audit)


def _audit(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book, readonly=True) as book:
        steps = states.chain(book)
        broken = states.broken_link(book)
        astray = states.unaccounted(book)
        titles = {form: book.catalogue.edition(form).short for form in book.catalogue.forms}
    rows = [
        (
            step["seq"],
            shown_moment(step["at"]),
            f"{titles[step['form']]} {step['period']} 第{step['revision']}版" if step["form"] else step["filing_id"],
            f"{_word(step['from_state'])} → {_word(step['to_state'])}",
        )
        for step in steps
    ]
    lines = [*table(("序号", "时间", "申报", "状态"), rows), ""] if rows else []
    lines += _verdict(len(steps), broken, astray)
    data = {"steps": [dict(step) for step in steps], "broken": broken, "unaccounted": [one["id"] for one in astray]}
    return Answer(data, lines, ERRORS_STAND if broken is not None or astray else DONE)


def _word(state: str) -> str:
    return LABELS.get(state, state)  # a record somebody meddled with may say anything


def _verdict(count: int, broken: int | None, astray: list[sqlite3.Row]) -> list[str]:
    lines = [
        f"{one['form']} {one['period']} 第{one['revision']}版现在是“{_word(one['state'])}”，流转记录却没有到这一步："
        "末尾有缺失。请用更早的备份核对，并联系技术支持。"
        for one in astray
    ]
    if broken is not None:
        why = "这一步与前一步对不上，从这里起被改动过或有缺失，不能作为凭据。请用更早的备份核对，并联系技术支持。"
        lines.insert(0, f"流转记录在第 {broken} 步断开：{why}")
    return lines or [f"流转记录共 {count} 步，逐步相连，没有改动或缺失。"]
