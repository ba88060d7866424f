"""A printed form as a workbook: the same words as on paper, in the cells of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.printing.content import Align, Grid, Lines, Paper

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.printing.content import Head
    from forms.workbook.paper_sheet import PrintedTable

_NAME, _UNIT, _LINE, _VALUE = 90, 20, 15, 45  # mm


def write_sheet(paper: Paper, out: Path) -> Path:
    """Write a paper to a workbook that prints on A4 landscape.

    Raises:
        InputRefused: the name is no workbook's, or the file cannot be written.
    """
    from forms.workbook.paper_sheet import PrintedSheet, write_printed

    tables = [_table(paper.body), *([_table(paper.annex)] if paper.annex is not None else [])]
    head = paper.head
    return write_printed(out, PrintedSheet(head.form, head.title, _above(head), tables, _below(head)))


def _above(head: Head) -> list[str]:
    legal = "　".join(f"{name}：{value}" for name, value in head.legal)
    lines = ["　".join(head.marks), f"表　　号：{head.form}　{legal}"]
    lines += [f"单位名称：{head.firm}　统一社会信用代码：{head.uscc}", f"{head.period}　{head.units}"]
    return [line.strip() for line in lines if line.strip()]


def _below(head: Head) -> list[str]:
    lines = ["　".join(f"{name}：{value}" for name, value in head.people), *head.notes, head.edition]
    if head.stamp is not None:
        stamp = head.stamp
        lines.append(f"{stamp.word}　申报编号 {stamp.filing_id}　第 {stamp.revision} 版　SHA-256 {stamp.sha256}")
        lines.append(f"签名时间 {stamp.signed_at}　受理时间 {stamp.received_at or '—'}")
    return [line for line in lines if line]


def _table(body: object) -> PrintedTable:
    from forms.workbook.paper_sheet import PrintedTable

    if isinstance(body, Grid):
        heads = [f"{one.label}（{one.unit}）" if one.unit else one.label for one in body.columns]
        figures = frozenset(at for at, one in enumerate(body.columns) if one.align is Align.RIGHT)
        totals = [body.totals.get(one.id, "") for one in body.columns] if body.totals else []
        return PrintedTable(heads, [one.width for one in body.columns], figures, body.rows, totals)
    if isinstance(body, Lines):
        rows = [("　" * one.indent + one.name, one.unit, one.number, one.value) for one in body.lines]
        return PrintedTable(
            ("指标名称", "计量单位", "代码", "本期"), (_NAME, _UNIT, _LINE, _VALUE), frozenset({3}), rows
        )
    pairs = [(section, name, value) for section, some in body.sections for name, value in some]  # type: ignore[attr-defined]
    return PrintedTable(("栏目", "指标", "内容"), (_VALUE, _NAME, _NAME), frozenset(), pairs)
