"""Commands about checks: check and explain."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import naming
from desktop.commands.answer import DONE, ERRORS_STAND, Answer, ok
from desktop.commands.today import as_of
from forms import checks, explanations
from forms.book import Book
from forms.errors import BookProblem, EditRefused
from forms.findings import SEVERITY_WORDS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from forms.findings import Finding

_READABLE = frozenset({"book-in-use", "disk-full", "book-not-writable"})  # what keeps nobody from reading
_HEADS = ("级别", "代码", "报表", "报告期", "行", "编号", "栏目", "内容", "文件中的位置", "说明")
_UNKEPT = "审核已完成，结果如上，但没能记入账套（磁盘已满或不能写入）；请清理磁盘、检查权限后再审核一次。"


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    check = commands.add_parser("check", help="审核；不带报告期则审核所有未报送的报告期")
    check.add_argument("book", type=Path)
    check.add_argument("--period", help="报告期，如 2026-09")
    check.add_argument("--form", help="只审核这张报表")
    check.add_argument("--as-of", metavar="DATE", help="以哪一天为“今天”，如 2026-10-08")
    check.add_argument("--out", type=Path, metavar="FILE", help="把问题清单另存为 .xlsx 或 .csv")
    check.set_defaults(run=_check)

    explain = commands.add_parser("explain", help="对一条核实性问题填写说明")
    explain.add_argument("book", type=Path)
    explain.add_argument("form")
    explain.add_argument("period")
    explain.add_argument("rule", help="审核关系编号，如 T-004")
    explain.add_argument("text", help="说明")
    explain.add_argument("--row", metavar="KEY", help="只说明这一行")
    explain.set_defaults(run=_explain)


def _check(arguments: argparse.Namespace) -> Answer:
    with contextlib.ExitStack() as stack:
        book, unkept = _opened(arguments.book)
        stack.enter_context(book)
        form = None if arguments.form is None else book.catalogue.find_form(arguments.form)
        period = None if arguments.period is None else naming.due_series(book, form, arguments.period)[1]
        result = checks.check(
            book,
            period=period,
            forms=[form] if form else None,
            as_of=as_of(book, arguments.as_of),
        )
    made = [] if arguments.out is None else [_listed(book, result.findings, arguments.out)]
    counts = f"错误 {result.errors} 项，核实 {result.warnings} 项，提示 {result.infos} 项。"
    unkept = unkept or bool(result.unkept)
    return Answer(
        {**result.to_json(), "kept": not unkept, **({"file": str(arguments.out)} if made else {})},
        [*lines_of(result.findings), counts, *made],
        ERRORS_STAND if result.errors else DONE,
        _UNKEPT if unkept else "",
    )


def _listed(book: Book, findings: Iterable[Finding], out: Path) -> str:
    """Write the findings to a file of their own; nothing that was checked is lost where that fails."""
    from forms.workbook.lists import write_list

    editions = {form: book.catalogue.edition(form) for form in book.catalogue.forms}
    labels = {form: {field.id: field.label for field in edition.fields} for form, edition in editions.items()}
    rows = [
        (
            SEVERITY_WORDS[one.severity],
            one.rule,
            editions[one.form].short,
            one.period or "未归期",
            str(one.row or ""),
            one.key or "",
            labels[one.form].get(one.field or "", one.field or ""),
            one.value or "",
            one.address,
            one.message,
        )
        for one in findings
    ]
    return f"问题清单 {write_list(out, '审核结果', _HEADS, rows)} 条，已保存：{out}"


def _opened(path: Path) -> tuple[Book, bool]:
    """Open the Book to keep the counts; to read only while the window has it, or where there is no room.

    The second tells that counts are lost; not while the window has it: it keeps its own.
    """
    try:
        return Book.open(path), False
    except BookProblem as problem:
        if problem.code not in _READABLE:
            raise
        return Book.open(path, readonly=True), problem.code != "book-in-use"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether a finding forbids to file."""
    return any(one.severity == "error" for one in findings)


def lines_of(findings: Iterable[Finding]) -> list[str]:
    """One line a finding: severity, rule, the place in the Book and in the file, the message."""
    return [
        f"[{SEVERITY_WORDS[one.severity]}] {one.rule} {one.form} {one.period or '未归期'}"
        f"{f' 第{one.row}行' if one.row else ''}{f'（{one.address}）' if one.address else ''} {one.message}"
        for one in findings
    ]


def _explain(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        uid = _uid(book, form, arguments.row) if arguments.row is not None else None
        explanations.explain(book, form, period, arguments.rule, arguments.text, uid=uid)
    return ok(f"已保存对 {arguments.rule} 的说明。", form=form, period=period, rule=arguments.rule, uid=uid)


def _uid(book: Book, form: str, key: str) -> str:
    edition = book.catalogue.edition(form)
    found = naming.rows_named(book, edition, key)
    if not found:
        raise EditRefused("no-row", f"{edition.short}没有“{key}”这一行。")
    if len(found) > 1:
        raise EditRefused("many-rows", f"{edition.short}有 {len(found)} 行的编号都是“{key}”，请用行的 uid 指明。")
    uid: str = found[0]["uid"]
    return uid
