"""The journey of a sample firm, from an empty folder to accepted filings. No Qt.

The command line, the window's demonstration and the tests take the same steps:

    prepare → import_all → (check) → mend → fill_cards → explain_all → file → enroll → exchange → mend_returned → …
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forms import cards, checks, deadlines, explanations, ledger, periods, revisions, sample_papers
from forms.book import SUFFIX, Book
from forms.catalogue import load_catalogue
from forms.errors import InputRefused
from forms.sample import make_sample
from forms.sample_firms import FIRM
from forms.workbook.importing import import_workbook
from forms.workbook.sample_workbook import write_sample_workbook
from sync import enrolment, exchange, overview, sealing
from sync.endpoint.demo import DemoEndpoint, start_demo
from sync.states import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.findings import Finding
    from forms.sample import Sample
    from forms.workbook.importing import ImportResult

SEED = 2026
PERIOD = "2026-10"
PROFILE = "JLFW-01"
CONTRACTS = "JLFW-02"
EXPLANATION = "已与合同、收款凭证和记账凭证逐笔核对，情况属实。"
_ROUNDS = 4  # a journey with one return takes two exchanges; more is a fault of the province


@dataclass(frozen=True, slots=True)
class Demo:
    """A demonstration in its folder: the Book, the workbook with the planted mistakes, and what the sample knows."""

    folder: Path
    book: Path
    workbook: Path
    sample: Sample
    as_of: str


@dataclass(slots=True)
class Story:
    """What a whole journey came to."""

    folder: Path
    imports: dict[str, ImportResult] = field(default_factory=dict)
    findings_before: list[Finding] = field(default_factory=list)
    findings_after: list[Finding] = field(default_factory=list)
    filings: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Give the object of `zhibao demo`; `import` is that of the contracts, `imports` has every ledger's."""
        imports = {form: result.to_json() for form, result in self.imports.items()}
        return {
            "import": imports[CONTRACTS],
            "imports": imports,
            "findings_before": [finding.to_json() for finding in self.findings_before],
            "findings_after": [finding.to_json() for finding in self.findings_after],
            "filings": self.filings,
            "dir": str(self.folder),
        }


def silent(line: str) -> None:
    """Hear a line and say nothing."""
    del line


# The steps


def prepare(folder: Path, *, seed: int = SEED, firm: str | None = None, period: str = PERIOD) -> Demo:
    """Make the firm's Book and its workbook in a folder that has neither yet.

    Raises:
        InputRefused: the period is no month; BookProblem: the folder holds such a Book already.
    """
    if not periods.is_month(period):
        raise InputRefused("bad-period", f"演示的报告期应是月份，如 {PERIOD}，而不是“{period}”。")
    sample = make_sample(seed, firm or FIRM, period=period)
    as_of = _day_before_the_deadline(period)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sample.firm_name}{SUFFIX}"
    with Book.create(
        path,
        uscc=sample.uscc,
        name=sample.firm_name,
        division=sample.division,
        starts_on=periods.first_day(min(sample.months)),
        demo=True,
    ) as book:
        book.put("demo.as_of", as_of)
        book.set_header(**sample.header)
    return Demo(folder, path, write_sample_workbook(sample, folder / f"{sample.firm_name}台账.xlsx"), sample, as_of)


def _day_before_the_deadline(period: str) -> str:
    """Give the demonstration's today: the month is over, its deadline three days away."""
    due = dt.date.fromisoformat(deadlines.due_on(load_catalogue(), period))
    return max((due - dt.timedelta(3)).isoformat(), periods.first_day(periods.following(period)))


def import_all(book: Book, demo: Demo) -> dict[str, ImportResult]:
    """Bring the ledgers in from the workbook, and attach the scans that no workbook brings."""
    results = {form: import_workbook(book, form, demo.workbook, as_of=demo.as_of) for form in demo.sample.ledgers}
    sample_papers.attach_all(book, as_of=demo.as_of)
    return results


def mend(book: Book, demo: Demo) -> list[str]:
    """Put right what the sample got wrong, as its accountant would; give one line a correction."""
    for one in demo.sample.corrections:
        rows = ledger.find_by_key(book, one.form, one.key)
        edit = ledger.CellEdit(rows[one.occurrence - 1]["uid"], one.field, one.right)
        ledger.set_cells(book, one.form, [edit], label=one.note, as_of=demo.as_of)
    return [one.note for one in demo.sample.corrections]


def fill_cards(book: Book, demo: Demo) -> None:
    """Fill the profile of the year and the cards of every month."""
    sample = demo.sample
    ledger.set_card(book, PROFILE, periods.year_of(sample.period), sample.profile, as_of=demo.as_of)
    for form, period, typed in sample.typed_cards():
        ledger.set_card(book, form, period, typed, as_of=demo.as_of)


def explain_all(book: Book, demo: Demo) -> int:
    """Explain every warning that stands, once for all rows of a rule in a period; give the number of explanations."""
    standing = explanations.unexplained(book, checks.check(book, as_of=demo.as_of).findings)
    kinds = sorted({(one.form, one.period, one.rule) for one in standing})
    for form, period, rule in kinds:
        explanations.explain(book, form, period, rule, EXPLANATION)
    return len(kinds)


def start_province(demo: Demo) -> DemoEndpoint:
    """Start the demonstration's endpoint in a process of its own; close it at the end."""
    return start_demo(demo.folder / "province", demo.as_of, period=demo.sample.period)


def enroll(book: Book, province: DemoEndpoint) -> None:
    """Get a code from the demonstration's endpoint and enrol the Book with it."""
    enrolment.enroll(book, province.code(book.firm.uscc))


def mend_returned(book: Book, demo: Demo) -> list[str]:
    """Take the figures that reviewers doubted down by what was counted twice; give their comments."""
    heard = []
    for one in overview.status(book, demo.as_of)["series"]:
        if one["state"] != "RETURNED":
            continue
        edition = book.catalogue.edition(one["form"], one["period"])
        figures = cards.card_values(book, one["form"], one["period"], as_of=demo.as_of)
        for said in one["comments"]:
            heard.append(f"{one['form']} {one['period']}：{said['text']}")
            if said["field"]:
                kind, figure = edition.by_id[said["field"]].kind, figures[said["field"]]
                lower = kind.edit(int(figure or 0) * 99 // 100)
                ledger.set_card(book, one["form"], one["period"], {said["field"]: lower}, as_of=demo.as_of)
    return heard


# The whole


def run(
    folder: Path,
    *,
    seed: int = SEED,
    firm: str | None = None,
    period: str = PERIOD,
    tell: Callable[[str], None] = silent,
) -> Story:
    """Walk the whole journey in a new folder; `tell` hears it line by line.

    Raises:
        ZhibaoError: a step failed; the Book keeps what was done up to there.
    """
    demo = prepare(folder, seed=seed, firm=firm, period=period)
    story = Story(folder)
    with Book.open(demo.book) as book:
        _fill(book, demo, story, tell)
        with start_province(demo) as province:
            tell(f"五、启动演示平台 {province.url}，用报送码建立联系")
            enroll(book, province)
            _exchange(book, demo, tell)
        story.filings = filings_of(book)
    for line in _told(story.filings, period):
        tell(line)
    return story


def _told(filings: list[dict[str, Any]], period: str) -> list[str]:
    """Say where the period's filings stand one by one, and those of earlier months in one line."""
    now = [one for one in filings if one["period"] in (period, periods.year_of(period))]
    earlier = [one for one in filings if one not in now]
    accepted = sum(one["state"] == "ACCEPTED" for one in earlier)
    verified = sum(bool(one["receipt"] and one["receipt"]["verified"]) for one in earlier)
    lines = ["七、结果"]
    for one in now:
        receipt = "回执已验证" if one["receipt"] and one["receipt"]["verified"] else "没有回执"
        lines.append(f"  {one['form']}（{one['period']}）第{one['revision']}版 {one['label']}（{receipt}）")
    if earlier:
        lines.append(f"  以前各月补报 {len(earlier)} 份：已受理 {accepted} 份，回执已验证 {verified} 份")
    return lines


def _fill(book: Book, demo: Demo, story: Story, tell: Callable[[str], None]) -> None:
    sample = demo.sample
    tell(f"一、新建账套：{sample.firm_name}（{sample.uscc}），今天是 {demo.as_of}")
    story.imports = import_all(book, demo)
    tell(f"二、从 {demo.workbook.name} 导入台账（其中有意留了一些错）")
    for form, result in story.imports.items():
        counts = f"读到 {result.rows_read} 行，接受 {result.rows_accepted} 行，拒收 {result.rows_refused} 行"
        tell(f"  {_named(book, form)}：{counts}")
        for row in result.refused:
            tell(f"    拒收第{row.row}行：{row.reason}")
    before = checks.check(book, as_of=demo.as_of)
    story.findings_before = before.findings
    tell(f"三、审核：错误 {before.errors} 项，核实 {before.warnings} 项，提示 {before.infos} 项；错误是：")
    for line in _errors_told(before.findings):
        tell(f"  {line}")
    tell("四、逐项改正，填报企业信息和月报")
    for note in mend(book, demo):
        tell(f"  改正：{note}")
    fill_cards(book, demo)
    cards = "、".join(f"{_named(book, form)} {len(months)} 份" for form, months in sample.cards.items())
    tell(f"  已填 {_named(book, PROFILE)} 1 份、{cards}")
    explained = explain_all(book, demo)
    after = checks.check(book, as_of=demo.as_of)
    story.findings_after = after.findings
    tell(f"  已写 {explained} 条填报说明，每条说明一期中同一规则的核实项（共 {after.warnings} 项）")
    tell(f"  再审核：错误 {after.errors} 项")


def _named(book: Book, form: str) -> str:
    return f"{book.catalogue.edition(form).short}（{form}）"


def _errors_told(findings: list[Finding]) -> list[str]:
    """Say the errors: first those that stand in the workbook, with their cell, then what is not filled in yet."""
    errors = [one for one in findings if one.severity == "error"]
    placed = [f"{one.address} {one.message}（{one.rule}）" for one in errors if one.address]
    return [*placed, *(f"{one.message}（{one.rule}）" for one in errors if not one.address)]


def _exchange(book: Book, demo: Demo, tell: Callable[[str], None]) -> None:
    """File, exchange, and do what a return asks for, until nothing is open."""
    sample = demo.sample
    for number in range(1, _ROUNDS + 1):
        done = sealing.file_period(book, sample.period, with_earlier=True, as_of=demo.as_of).to_json()
        earlier = sum(one["period"] < sample.period and periods.is_month(one["period"]) for one in done["filed"])
        along = f"（其中补报以前各月 {earlier} 份）" if earlier else ""
        blocked = f"，未过审核 {len(done['blocked'])} 份" if done["blocked"] else ""
        tell(f"六、报送（第 {number} 次）：已签名待发 {len(done['filed'])} 份{along}{blocked}")
        if not done["filed"]:
            return
        report = exchange.sync(book)
        if report.problem:
            raise report.problem
        tell(f"  发出 {report.sent} 份，收到回执 {report.received} 份，退回 {report.returned} 份")
        comments = mend_returned(book, demo)
        if not comments:
            return
        for comment in comments:
            tell(f"  退回意见 {comment}")
        tell("  已按意见改小该项，准备重报")
        explain_all(book, demo)


def filings_of(book: Book) -> list[dict[str, Any]]:
    """Every filing of the Book with its state, verified receipt and comments, in the order they were sent."""
    found = []
    for one in revisions.in_order(book):
        comments = overview.comments_on(book, one.form, one.period)
        found.append(
            {
                "form": one.form,
                "period": one.period,
                "revision": one.number,
                "state": str(one.state),
                "label": LABELS[one.state],
                "receipt": overview.receipt(book, one.id),
                "comments": [said for said in comments if said["revision"] == one.number],
            }
        )
    return found
