"""Commands about workbooks: template, import, export."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import amount_units
from desktop.commands.answer import DONE, ERRORS_STAND, INTERRUPTED, Answer, ok, table
from desktop.commands.checking import has_errors, lines_of
from desktop.commands.progress import Bar
from desktop.commands.today import as_of
from forms import periods
from forms.book import Book
from forms.catalogue import load_catalogue
from forms.errors import InputRefused
from forms.scratch import scratch
from forms.workbook.suffixes import KINDS_TOLD

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from forms.workbook.export import Shown, Watch
    from forms.workbook.importing import ImportResult


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    template = commands.add_parser("template", help="生成台账的 Excel 模板")
    template.add_argument("form")
    template.add_argument("out", type=Path, metavar="OUT.xlsx")
    template.add_argument("--period", help="按哪个报告期的版本")
    template.set_defaults(run=_template)

    importing = commands.add_parser("import", help="从 Excel、WPS、.ods 或文本表格导入台账")
    importing.add_argument("book", type=Path)
    importing.add_argument("form")
    importing.add_argument("file", type=Path, help="按内容认格式：" + KINDS_TOLD)
    importing.add_argument("--sheet", metavar="NAME", help="工作表名")
    importing.add_argument(
        "--mapping", type=Path, metavar="FILE.json", help="列对应关系文件（doctor --save-mapping 可生成）"
    )
    importing.add_argument(
        "--unit",
        action="append",
        default=[],
        metavar="[指标=]单位",
        help="列头没有写单位的金额以什么为单位：元、万元、美元、万美元",
    )
    importing.add_argument("--dry-run", action="store_true", help="只看结果，不写入账套")
    importing.add_argument(
        "--annotate", type=Path, metavar="OUT.xlsx", help="另存一份原文件，把问题标在各自的单元格上（原文件不动）"
    )
    importing.set_defaults(run=_import)

    export = commands.add_parser("export", help="把一张报表导出到 Excel，或排成 PDF")
    export.add_argument("book", type=Path)
    export.add_argument("form")
    export.add_argument("out", type=Path, metavar="OUT.xlsx|OUT.pdf")
    export.add_argument("--period", help="报告期，如 2026-09")
    export.add_argument("--columns", metavar="A,B", help="只导出这些栏，按这个次序（指标名或名称）")
    export.add_argument("--sort", metavar="A", help="按这一栏排序，加“-”倒序，如 amount_orig-")
    export.add_argument("--full", action="store_true", help="证件号码写全（默认隐去中间数字）")
    export.set_defaults(run=_export)


def _template(arguments: argparse.Namespace) -> Answer:
    from forms.workbook.template import write_template

    catalogue = load_catalogue()
    form = catalogue.find_form(arguments.form)
    period = None if arguments.period is None else periods.parse_period(arguments.period)
    made = write_template(catalogue, form, arguments.out, period=period)
    return ok(f"已生成模板：{made}", form=form, template=str(made))


def _import(arguments: argparse.Namespace) -> Answer:
    from forms.workbook.importing import import_workbook
    from forms.workbook.mapping_memory import read_mapping

    out: Path | None = arguments.annotate
    if out is not None:
        from forms.workbook.annotating import refuse_target

        refuse_target(arguments.file, out)
    with _taking(arguments.book, dry_run=arguments.dry_run) as book, Bar() as bar:
        form = book.catalogue.find_form(arguments.form)
        mapping = arguments.mapping and read_mapping(arguments.mapping, book.catalogue.edition(form))
        settled = amount_units.settle(book, form, arguments.file, arguments.sheet, mapping, arguments.unit)
        report = import_workbook(
            book,
            form,
            arguments.file,
            sheet=arguments.sheet,
            mapping=settled.mapping,
            as_of=as_of(book),
            progress=lambda done, total: bar("导入", done, total),
        )
        copy = None if out is None else _annotated(book, report, arguments.file, out, bar)
    report = replace(report, dry_run=arguments.dry_run)
    data = {**report.to_json(), "units": settled.to_json()}
    answer = Answer(data, [*settled.lines(), *lines_of_import(report)], DONE, warning=report.unchecked)
    if copy is not None:
        answer = Answer(
            {**answer.data, **copy.data}, [*answer.lines, *copy.lines], copy.status, answer.warning or copy.warning
        )
    if copy is not None and copy.status == INTERRUPTED:
        return replace(answer, status=INTERRUPTED)
    return replace(answer, status=ERRORS_STAND) if report.unchecked or has_errors(report.findings) else answer


def _annotated(book: Book, report: ImportResult, file: Path, out: Path, bar: Bar) -> Answer:
    """Write the copy with the findings; the rows are in by now, so what keeps it from being written is no refusal."""
    from forms.workbook.annotating import annotate

    try:
        copy = annotate(book, report, file, out, progress=lambda done, total: bar("标注", done, total))
    except InputRefused as problem:
        told = f"数据已经导入，但没有写成标注的文件：{problem.message}"
        return Answer({"annotated": {"error": problem.code, "message": told}}, (), ERRORS_STAND, told)
    except KeyboardInterrupt:
        told = "数据已经导入；标注中断了，没有写文件。"
        return Answer({"annotated": {"error": "interrupted", "message": told}}, (), INTERRUPTED, told)
    made = {"file": str(out), "remarks": copy.remarks, "cells": copy.marked}
    return Answer({"annotated": made}, [copy.sentence()])


@contextlib.contextmanager
def _taking(path: Path, *, dry_run: bool) -> Iterator[Book]:
    """Open the Book to import into; for a dry run a copy that is thrown away, so that the rules see what would come."""
    if not dry_run:
        with Book.open(path) as book:
            yield book
        return
    with Book.open(path, readonly=True) as book, scratch(book) as copy:
        yield copy


def lines_of_import(report: ImportResult) -> list[str]:
    """The counts, the totals of file and Book side by side, what was refused, and the findings."""
    data = report.to_json()
    counts = f"新增 {data['new']}，更新 {data['updated']}，不变 {data['unchanged']}。"
    rows = f"读到 {data['rows_read']} 行，接受 {data['rows_accepted']} 行，拒收 {data['rows_refused']} 行；"
    lines = ["试导入：以下是导入后会有的结果，账套没有改动。"] if report.dry_run else []
    lines += [f"{data['sheet']}：{rows}{counts}", *data["notices"]]
    totals = [
        (field, ccy, sums["file"], sums["book"], sums["unread"])
        for field, by_ccy in data["totals"].items()
        for ccy, sums in by_ccy.items()
    ]
    if totals:
        lines += table(("金额", "币种", "文件合计", "账套合计", "未识别"), totals)
    unknown = "、".join(f"{column}列“{title}”" for column, title in data["unknown_columns"].items())
    missing = "、".join(f"“{label}”" for label in data["missing"].values())
    lines += [f"待补全：文件里没有{missing}，导入后请在台账里补填，审核会逐格标出。"] if missing else []
    lines += [f"没有导入的列：{unknown}；如需要，请把列名改成模板中的名称后再导入。"] if unknown else []
    lines += [f"拒收第{row['row']}行：{row['reason']}" for row in data["refused"]]
    return [*lines, *lines_of(report.findings)]


def _export(arguments: argparse.Namespace) -> Answer:
    from forms.workbook.export import Watch, export_ledger, export_shown

    with Book.open(arguments.book, readonly=True) as book, Bar() as bar:
        form = book.catalogue.find_form(arguments.form)
        period = None if arguments.period is None else periods.parse_period(arguments.period)
        watch = Watch(progress=lambda done, total: bar("导出", done, total))
        if arguments.out.suffix.lower() == ".pdf":
            return _export_pdf(book, form, arguments, period, watch)
        if arguments.columns or arguments.sort:
            shown = _shown(book, form, arguments, period)
            rows = export_shown(book, form, arguments.out, shown, full=arguments.full, watch=watch)
        else:
            rows = export_ledger(book, form, arguments.out, period=period, full=arguments.full, watch=watch)
    return ok(f"已导出 {rows} 行：{arguments.out}", form=form, file=str(arguments.out), rows=rows)


def _export_pdf(book: Book, form: str, arguments: argparse.Namespace, period: str | None, watch: Watch) -> Answer:
    """Print the columns asked for, or those that print with the form."""
    from desktop.printing.files import print_shown
    from forms.workbook.export import Shown

    is_ledger = book.catalogue.edition(form).is_ledger
    shown = _shown(book, form, arguments, period) if is_ledger else Shown(())
    if not arguments.columns:
        shown = replace(shown, fields=())  # those that print with the form
    out = arguments.out
    rows, pages = print_shown(book, form, shown, out, full=arguments.full, report=watch.progress)
    return ok(f"已导出 {rows} 行，{pages} 页：{out}", form=form, file=str(out), rows=rows, pages=pages)


def _shown(book: Book, form: str, arguments: argparse.Namespace, period: str | None) -> Shown:
    """Read which columns in which order are wanted; all that people may fill in, where none is named."""
    from forms.workbook.export import Shown, column_named
    from forms.workbook.layout import columns_of

    edition = book.catalogue.edition(form)
    names = (
        arguments.columns.replace("，", ",").split(",") if arguments.columns else [x.id for x in columns_of(edition)]
    )
    order = ""
    if arguments.sort:
        order = column_named(edition, arguments.sort.removesuffix("-")).id
        order += " DESC" if arguments.sort.endswith("-") else ""
    where, params = ("substr(period, 1, length(?1)) = ?1", (period,)) if period else ("", ())
    return Shown(tuple(column_named(edition, name.strip()).id for name in names), where, params, order)
