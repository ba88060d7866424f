"""Commands over a folder of Books: books, check-all, file-all, sync-all, new-all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.answer import DONE, ERRORS_STAND, PROVINCE_REFUSED, UNREACHABLE, Answer, ok, table
from desktop.commands.progress import Bar
from forms import deadlines, periods
from forms.cabinet import Cabinet
from forms.catalogue import load_catalogue
from forms.errors import BookProblem, InputRefused
from sync.overview import standing

if TYPE_CHECKING:
    import argparse

    from desktop.agency.outcomes import Line
    from forms.cabinet import FirmStand

_VERBS = {"check-all": "check", "file-all": "file", "sync-all": "sync"}


def add(commands: Any) -> None:  # noqa: ANN401  argparse's type of subparsers is private
    """Register the commands of this group."""
    books = commands.add_parser("books", help="一个文件夹里所有企业的账套各到哪一步")
    books.add_argument("dir", type=Path, metavar="DIR")
    books.add_argument("--period", help="报告期，如 2026-09；不带则为上月")
    books.set_defaults(run=_books)
    for name, sentence in (
        ("check-all", "审核文件夹里所有企业的一期"),
        ("file-all", "先审核并列出可报送的企业；带 --yes 才逐家报送"),
        ("sync-all", "逐家发送待发的申报，取回回执和意见"),
    ):
        command = commands.add_parser(name, help=sentence)
        command.add_argument("dir", type=Path, metavar="DIR")
        if name != "sync-all":
            command.add_argument("--period", required=True, help="报告期，如 2026-09")
        if name == "file-all":
            command.add_argument("--yes", action="store_true", help="报送全部可报送的企业")
        command.set_defaults(run=_batch, verb=_VERBS[name])
    new = commands.add_parser("new-all", help="按 Excel 企业名单批量新建账套")
    new.add_argument("dir", type=Path, metavar="DIR")
    new.add_argument("list", type=Path, metavar="LIST.xlsx")
    new.add_argument("--template", action="store_true", help="只把空白名单写到 LIST.xlsx")
    new.set_defaults(run=_new_all)


def _cabinet(folder: Path) -> Cabinet:
    if not folder.is_dir():
        raise BookProblem("no-folder", f"找不到文件夹“{folder}”，请核对路径。")
    return Cabinet(folder)


def _month(text: str | None) -> str:
    period = periods.parse_period(text) if text else periods.previous(periods.today()[:7])
    if not periods.is_month(period):
        raise InputRefused("bad-period", f"“{text}”是年份；请写月份，如 {period}-09，年报随所在年份的月份一并处理。")
    return period


# -- where they stand


def _books(arguments: argparse.Namespace) -> Answer:
    period = _month(arguments.period)
    cabinet = _cabinet(arguments.dir)
    stands = [cabinet.stand(path) for path in cabinet.paths()]
    notes = deadlines.unplanned_among(load_catalogue(), [period])
    data = {"period": period, "firms": [_described(stand, period) for stand in stands], "notes": notes}
    rows = [
        (
            stand.name,
            stand.uscc,
            len(stand.unfiled(period)),
            len(stand.returned()),
            len(stand.overdue()),
            stand.problem.message if stand.problem else "使用中" if stand.in_use else "",
        )
        for stand in stands
    ]
    heads = ("企业", "信用代码", "本期未报", "退回", "逾期", "")
    return Answer(data, [*(table(heads, rows) if rows else ["这个文件夹里没有账套。"]), *notes])


def _described(stand: FirmStand, period: str) -> dict[str, Any]:
    problem = stand.problem
    return {
        "path": str(stand.path),
        "uscc": stand.uscc,
        "name": stand.name,
        "demo": stand.firm.demo if stand.firm else False,
        "as_of": stand.as_of,
        "in_use": stand.in_use,
        "newer": stand.newer,
        "problem": {"code": problem.code, "message": problem.message} if problem else None,
        "unfiled": len(stand.unfiled(period)),
        "returned": len(stand.returned()),
        "overdue": len(stand.overdue()),
        "series": [standing(one) for one in stand.series if one.period in (period, periods.year_of(period))],
    }


# -- one order for all


def _batch(arguments: argparse.Namespace) -> Answer:
    from desktop.agency import batch, outcomes
    from desktop.agency.control import Control, Order

    cabinet = _cabinet(arguments.dir)
    period = "" if arguments.verb == "sync" else _month(arguments.period)
    stands = [cabinet.stand(path) for path in cabinet.paths()]
    verb = "check" if arguments.verb == "file" and not arguments.yes else arguments.verb
    with Bar() as bar:
        done: list[Line] = []

        def ended(line: Line) -> None:
            done.append(line)
            bar(outcomes.word_of(line.outcome), len(done), len(stands))

        batch.run(stands, Order(verb, period), Control(), begun=_silent, ended=ended)
    counted = {str(outcome): number for outcome, number in outcomes.counts(done).items()}
    data = {"period": period or None, "done": verb, "counts": counted, "firms": [line.to_json() for line in done]}
    lines = table(
        ("企业", "信用代码", "结果", "说明"),
        [(one.firm, one.uscc, outcomes.word_of(one.outcome), one.text) for one in done],
    )
    lines += ["", outcomes.summary(done) or "这个文件夹里没有账套。"]
    if verb != arguments.verb:
        lines.append(f"全部可报送：{counted.get('ready', 0)} 家。没有报送任何报表；确认后加 --yes 报送。")
    return Answer(data, lines, _status(done))


def _silent(stand: FirmStand) -> None:
    del stand


def _status(lines: list[Line]) -> int:
    """Give the worst: the province refused one, one was not reached, one cannot be filed or opened; else done."""
    from desktop.agency.outcomes import BAD, Outcome

    outcomes = {line.outcome for line in lines}
    if Outcome.REFUSED in outcomes:
        return PROVINCE_REFUSED
    if Outcome.UNREACHED in outcomes:
        return UNREACHABLE
    return ERRORS_STAND if outcomes & BAD else DONE


# -- many new firms


def _new_all(arguments: argparse.Namespace) -> Answer:
    from forms.founding import found_all
    from forms.workbook.firm_list import read_firm_list, write_firm_template

    if arguments.template:
        made = write_firm_template(arguments.list)
        return ok(f"已生成企业名单模板：{made}", template=str(made))
    cabinet = Cabinet(arguments.dir)
    taken = {one.uscc: one.name for one in map(cabinet.stand, cabinet.paths()) if one.uscc}
    read = read_firm_list(arguments.list, taken)
    with Bar() as bar:
        founded = found_all(
            arguments.dir, read.firms, lambda done: bar("新建账套", done, len(read.firms)), lambda: False
        )
    refused = [
        {"row": line.row, "cell": f"{read.sheet}!{line.cell}", "text": line.text, "reason": line.reason}
        for line in read.refused
    ]
    refused += [{"row": None, "cell": None, "text": name, "reason": why} for name, why in founded.refused]
    lines = [f"新建 {len(founded.made)} 家，拒收 {len(refused)} 行。"]
    lines += [f"  {line['cell'] or line['text']}：{line['reason']}" for line in refused]
    data = {"ok": not refused, "made": [str(path) for path in founded.made], "refused": refused}
    return Answer(data, lines, ERRORS_STAND if refused else DONE)
