"""The command about bank receipts: reconcile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import Answer, table
from desktop.commands.today import as_of
from forms import periods, reconciling
from forms.book import Book

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from forms.reconciling import Reconciliation


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the command."""
    reconcile = commands.add_parser("reconcile", help="收汇核销：为没有凭证的执行找出对应的收汇凭证，列出差异")
    reconcile.add_argument("book", type=Path)
    reconcile.add_argument("period", help="报告期，如 2026-10")
    reconcile.add_argument("--apply", action="store_true", help="把找到的对应写入执行台账（一步，可撤销）")
    reconcile.set_defaults(run=_reconcile)


def _reconcile(arguments: argparse.Namespace) -> Answer:
    period = periods.parse_period(arguments.period)
    with Book.open(arguments.book, readonly=not arguments.apply) as book:
        found = reconciling.reconcile(book, period)
        applied = bool(arguments.apply and reconciling.take_over(book, found, period, as_of=as_of(book)))
    data = {"period": period, "applied": applied, **reconciling.as_json(found)}
    return Answer(data, [line for part in _parts(found, applied=applied) for line in part])


def _parts(found: Reconciliation, *, applied: bool) -> Iterator[list[str]]:
    """Say what belongs together and what stays alone on either side."""
    said = reconciling.as_json(found)
    verb = "已写入执行台账" if applied else "加 --apply 写入执行台账"
    yield [f"可以核销 {len(found.proposals)} 笔" + (f"（{verb}）" if found.proposals else "")]
    if found.proposals:
        heads = ["行", "合同号", "执行日期", "币种", "金额", "收汇凭证"]
        rows = [
            (*(one[name] for name in ("row", "contract_no", "exec_on", "ccy", "amount")), _linked(one["links"]))
            for one in said["proposals"]
        ]
        yield ["", *table(heads, rows)]
    if found.unpaid:
        heads = ["行", "合同号", "执行日期", "付款人", "币种", "金额"]
        yield [
            "",
            f"没有对应凭证的执行 {len(found.unpaid)} 笔：",
            *table(heads, _values(said, "executions_without_receipt")),
        ]
    if found.unused:
        heads = ["凭证编号", "收款日期", "付款人", "币种", "未核销金额"]
        yield ["", f"没有核销完的凭证 {len(found.unused)} 张：", *table(heads, _values(said, "receipts_not_used"))]


def _values(said: dict[str, Any], name: str) -> list[tuple[object, ...]]:
    return [tuple(one.values()) for one in said[name]]


def _linked(links: list[dict[str, Any]]) -> str:
    return "、".join(one["receipt"] if one["amount"] is None else f"{one['receipt']}={one['amount']}" for one in links)
