"""Commands about what goes to the province: file, enroll, sync, correct, withdraw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands import naming
from desktop.commands.answer import DONE, ERRORS_STAND, PROVINCE_REFUSED, UNREACHABLE, Answer, ok
from desktop.commands.progress import Bar
from desktop.commands.today import as_of
from forms import corrections, periods, reverting, series
from forms.book import Book
from sync import enrolment, exchange, sealing
from sync.errors import EndpointRefused, FilingRefused

if TYPE_CHECKING:
    import argparse


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    file = commands.add_parser("file", help="审核无误后签名，放入待发")
    file.add_argument("book", type=Path)
    file.add_argument("--period", required=True, help="报告期，如 2026-09")
    file.add_argument("--form", help="只报这张报表")
    file.add_argument("--with-earlier", action="store_true", help="连同以前没报的月份（补报）")
    file.add_argument("--as-is", action="store_true", help="退回后核对无误的报表，没有改动也原样再报")
    file.set_defaults(run=_file)

    enroll = commands.add_parser("enroll", help="凭平台发放的报送码与省平台建立联系")
    enroll.add_argument("book", type=Path)
    enroll.add_argument("code", help="报送码")
    enroll.set_defaults(run=_enroll)

    sync = commands.add_parser("sync", help="发送待发的申报，取回回执和审核意见")
    sync.add_argument("book", type=Path)
    sync.set_defaults(run=_sync)

    correct = commands.add_parser("correct", help="对已报送的一期办理更正")
    withdraw = commands.add_parser("withdraw", help="撤回还没有审核的申报")
    for command, run in ((correct, _correct), (withdraw, _withdraw)):
        command.add_argument("book", type=Path)
        command.add_argument("form")
        command.add_argument("period")
        command.set_defaults(run=run)
    what = correct.add_mutually_exclusive_group(required=True)
    what.add_argument("--reason", metavar="TEXT", help="更正原因")
    what.add_argument("--cancel", action="store_true", help="撤销更正：恢复为平台已受理的内容")


def _file(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book, Bar() as bar:
        form, period = naming.due_series(book, arguments.form, arguments.period)
        forms, untouched = [form] if form else None, [] if arguments.as_is else _untouched(book, form, period)
        if untouched:
            left = forms or (book.forms if periods.is_month(period) else [one for one, _ in _due(book, period)])
            forms = [one for one in left if one not in untouched]
        result = sealing.file_period(
            book,
            period,
            forms=forms,
            with_earlier=arguments.with_earlier,
            as_of=as_of(book),
            progress=bar,
        )
        left_out = [_say_untouched(book, one, period) for one in untouched]
    if left_out and not result.filed and not result.blocked:
        raise FilingRefused("untouched", left_out[0])
    data = result.to_json()
    lines = [
        f"已签名待发：{one.form} {one.period} 第{one.revision}版，{one.rows} 行"
        + ("（上一版平台拒收，再报）" if one.again else "")
        for one in result.filed
    ]
    lines += [
        f"未能报送：{one['form']} {one['period']} 错误 {one['errors']} 项，未说明的核实 {one['unexplained']} 项"
        for one in data["blocked"]
        if one["errors"] or one["unexplained"]
    ]
    remedy = "不限定 --form，加 --with-earlier 一并补报" if form else "加 --with-earlier 一并补报"
    lines += [f"未能报送：{one['why']}（{remedy}）。" for one in data["blocked"] if one["why"]]
    for place in result.earlier:
        said = "以前报过、后来有补登" if place in result.added else "以前未报"
        lines.append(f"{said}：{place[0]} {place[1]}（加 --with-earlier 一并补报）")
    return Answer(data, [*lines, *left_out] or ["本期没有需要报送的报表。"], ERRORS_STAND if data["blocked"] else DONE)


def _due(book: Book, period: str, form: str | None = None) -> list[tuple[str, str]]:
    return series.due_series(book, period, forms=[form] if form else None)


def _untouched(book: Book, form: str | None, period: str) -> list[str]:
    """List the forms that came back and nobody has touched since: nobody wants the same returned twice."""
    found = [series.series_state(book, *one, as_of(book) or periods.today()) for one in _due(book, period, form)]
    return [one.form for one in found if one.is_untouched]


def _say_untouched(book: Book, form: str, period: str) -> str:
    short = book.catalogue.edition(form, period).short
    remedy = "请按批注改正，或写明填报说明后再报；核对无误要原样再报的，加 --as-is。"
    return f"{short} {periods.label(period)}被退回后没有改动，没有再报：{remedy}"


def _enroll(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        enrolment.enroll(book, arguments.code)
        url = book.get("province.url")
    return ok(f"已与省平台建立联系：{url}", url=url)


def _sync(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book, Bar() as bar:
        report = exchange.sync(book, progress=bar)
    data: dict[str, Any] = report.to_json()
    line = (
        f"发出 {report.sent}，收到回执 {report.received}，平台拒收 {report.refused}，退回 {report.returned}，"
        f"待发 {report.queued}。"
    )
    problem = report.problem
    if problem is None:
        return Answer(data, [line])
    data["error"] = {"code": problem.code, "message": problem.message}
    status = PROVINCE_REFUSED if isinstance(problem, EndpointRefused) else UNREACHABLE
    return Answer(data, [line], status, warning=problem.message)


def _correct(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        if arguments.cancel:
            count = reverting.cancel(book, form, period, as_of=as_of(book))
            said = f"{form} {periods.label(period)}的更正已撤销，{count} 行恢复为已受理的内容。"
            return ok(said, form=form, period=period, restored=count)
        corrections.begin(book, form, period, arguments.reason)
    return ok(f"{form} {periods.label(period)}已开放更正，改好后重新报送。", form=form, period=period)


def _withdraw(arguments: argparse.Namespace) -> Answer:
    with Book.open(arguments.book) as book:
        form, period = naming.series(book, arguments.form, arguments.period)
        exchange.withdraw(book, form, period)
    return ok(f"{form} {periods.label(period)}已撤回。", form=form, period=period)
