"""A batch over many Books: check, file or hear each in turn, one result a firm; it may be paused and cancelled. No Qt.

One firm that fails holds up no other. A Book is open only during its own turn. Filing takes what is ready: a firm with
errors or unexplained warnings is told and nothing of it is frozen; what came back and was not mended is not sent again.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from desktop.agency.outcomes import Line, Outcome, bug_words, of_problem
from desktop.languages import spoken, translate
from desktop.languages.words import list_of
from desktop.submission import Wanted, submit_and_send
from forms import checks, disk, explanations, periods, series
from forms.book import Book
from forms.cabinet import DEMO_DAY
from forms.errors import ZhibaoError
from sync import enrolment, exchange, outbox, referred
from sync.enrolment import certified_key
from sync.errors import EndpointRefused
from sync.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.agency.control import Control, Order
    from forms.cabinet import FirmStand
    from forms.series import SeriesState
    from sync.report import SyncReport

    Work = Callable[[Book, Callable[[], bool]], Line]
    Perform = Callable[[Path, Work, Callable[[], bool]], Line]


def work_of(order: Order) -> Work:
    """Give what an order does to one open Book; it raises ZhibaoError."""

    def work(book: Book, cancelled: Callable[[], bool]) -> Line:
        if order.verb == "check":
            return check_firm(book, order.period)
        if order.verb == "file":
            return file_firm(book, order.period, cancelled, order.province)
        return hear_firm(book, cancelled, order.province)

    return work


def open_and_work(path: Path, work: Work, cancelled: Callable[[], bool]) -> Line:
    """Open a Book for its turn. Raises ZhibaoError."""
    with Book.open(path) as book:
        return work(book, cancelled)


def loud(bug: Exception) -> None:
    """Raise a bug at once: what tests want."""
    raise bug


def run(
    stands: Sequence[FirmStand],
    order: Order,
    control: Control,
    *,
    begun: Callable[[FirmStand], None],
    ended: Callable[[Line], None],
    perform: Perform = open_and_work,
    bug_found: Callable[[Exception], None] = loud,
) -> list[Line]:
    """Give each firm its turn; `begun` and `ended` hear of it, `bug_found` of what no firm's data excuses."""
    lines = []
    for stand in stands:
        control.wait()
        if control.cancelled():
            line = Line(
                stand.path,
                stand.name,
                stand.uscc,
                Outcome.SKIPPED,
                translate("Batch", "已取消，没有动这家企业的账套。"),
            )
        else:
            begun(stand)
            line = _turn(stand, order, control, perform, bug_found)
        lines.append(line)
        ended(line)
    return lines


def _turn(
    stand: FirmStand, order: Order, control: Control, perform: Perform, bug_found: Callable[[Exception], None]
) -> Line:
    """Give one firm its turn, whatever happens."""
    try:
        return perform(stand.path, work_of(order), control.cancelled)
    except ZhibaoError as problem:
        return of_problem(stand.path, stand.name, stand.uscc, problem)
    except Exception as bug:  # noqa: BLE001  the top handler of one firm's turn: the others must get theirs
        problem_of_disk = disk.problem_of(bug) if isinstance(bug, sqlite3.Error | OSError) else None
        if problem_of_disk is not None:
            return of_problem(stand.path, stand.name, stand.uscc, problem_of_disk)
        bug_found(bug)
        return Line(stand.path, stand.name, stand.uscc, Outcome.FAILED, bug_words())


# -- one firm's turn


def day_of(book: Book) -> str:
    """Give the day a firm lives on: today, or a demo firm's own."""
    return (book.get(DEMO_DAY) if book.firm.demo else None) or periods.today()


def check_firm(book: Book, period: str) -> Line:
    """Check what the period still owes and say whether it may be filed. Raises ZhibaoError."""
    book.refuse_readonly()
    day = day_of(book)
    wanted, turned_down = _wanted(book, period, day)
    if not wanted:
        return _nothing(book, turned_down)
    forms = [one.form for one in wanted]
    result = checks.check(book, period=period, forms=forms, as_of=day)
    undated = sum(series.undated(book, form) for form in forms)
    told = len({one.uid for one in result.findings if one.severity == "error" and not one.period})
    errors = result.errors + max(undated - told, 0)
    waiting = len(explanations.unexplained(book, result.findings))
    needs = referred.needs(book, [(one.form, one.period) for one in wanted], period)
    if errors or waiting or needs:
        lacking = referred.sentences(book, needs)
        return _blocked(book, len(forms), errors, waiting, lacking)
    text = translate("Batch", "%1 张审核通过：%2").replace("%1", str(len(wanted)))
    text = text.replace("%2", _names(book, wanted)) + _also(turned_down)
    return _line(book, Outcome.READY, text, forms=len(wanted))


def file_firm(
    book: Book, period: str, cancelled: Callable[[], bool], province: Callable[[Book, str], str] | None = None
) -> Line:
    """File what the period owes and send it; for a firm not enrolled here nothing is frozen. Raises ZhibaoError."""
    book.refuse_readonly()
    day = day_of(book)
    code = province(book, day) if province is not None and book.firm.demo else ""
    wanted, turned_down = _wanted(book, period, day)
    if not wanted:
        if outbox.queued(book):
            return _heard(book, exchange.sync(book, cancelled=cancelled))
        return _nothing(book, turned_down)
    if code:
        enrolment.enroll(book, code)
    certified_key(book)
    order = Wanted(period, day, forms=[one.form for one in wanted])
    outcome = submit_and_send(book, order, silent, cancelled)
    filed, report = outcome.filed, outcome.report
    if filed.blocked:
        errors, waiting = (sum(getattr(one, what) for one in filed.blocked) for what in ("errors", "unexplained"))
        lacking = [one.why for one in filed.blocked if one.why]
        return _blocked(book, len(wanted), errors, waiting, lacking)
    number = len(filed.filed)
    if outcome.receipts == number:
        text = translate("Batch", "%1 张已报送，回执已验证：%2").replace("%1", str(number))
        text = text.replace("%2", _names(book, wanted))
        text += _also(turned_down) + _before(len(filed.earlier))
        return _line(book, Outcome.FILED, text, forms=number)
    if report is not None and isinstance(report.problem, EndpointRefused):
        return _line(book, Outcome.REFUSED, report.problem.message, forms=number)
    why = (
        report.problem.message
        if report is not None and report.problem is not None
        else translate("Batch", "已取消发送。")
    )
    left = number - outcome.receipts
    text = translate("Batch", "已签名，%1 张待发送，联网后再点“报送”即补发：%2")
    return _line(book, Outcome.UNREACHED, text.replace("%1", str(left)).replace("%2", why), forms=number)


def hear_firm(book: Book, cancelled: Callable[[], bool], province: Callable[[Book, str], str] | None = None) -> Line:
    """Send what waits and fetch what the province said. Raises ZhibaoError."""
    book.refuse_readonly()
    if province is not None and book.firm.demo:
        province(book, day_of(book))
    return _heard(book, exchange.sync(book, cancelled=cancelled))


def _heard(book: Book, report: SyncReport) -> Line:
    if report.problem is not None:
        firm = book.firm
        return of_problem(book.path, firm.name, firm.uscc, report.problem)
    said = [
        text.replace("%1", str(number))
        for text, number in (
            (translate("Batch", "发出 %1 张"), report.sent),
            (translate("Batch", "收到回执 %1 张"), report.received),
            (translate("Batch", "退回 %1 张"), report.returned),
        )
        if number
    ]
    return _line(
        book, Outcome.HEARD, translate("Agency", "，").join(said) or translate("Batch", "没有新消息"), forms=report.sent
    )


def _wanted(book: Book, period: str, day: str) -> tuple[list[SeriesState], int]:
    """List what is to be filed for a period, and count what came back and was not mended since."""
    states = [series.series_state(book, *place, day) for place in series.due_series(book, period)]
    owed = [one for one in states if one.is_open or one.changed_since]
    down = [one for one in owed if one.is_untouched]
    return [one for one in owed if one not in down], len(down)


def _nothing(book: Book, turned_down: int) -> Line:
    if turned_down:
        text = translate("Batch", "退回的 %1 张还没有修改")
        return _line(book, Outcome.BLOCKED, text.replace("%1", str(turned_down)), forms=turned_down)
    return _line(book, Outcome.NOTHING, translate("Todo", "本期已全部报送"))


def _before(earlier: int) -> str:
    text = translate("Batch", "；以前各期还有 %1 张未报")
    return text.replace("%1", str(earlier)) if earlier else ""


def _also(turned_down: int) -> str:
    text = translate("Batch", "；另有退回未改 %1 张，不在内")
    return text.replace("%1", str(turned_down)) if turned_down else ""


def _names(book: Book, wanted: Sequence[SeriesState]) -> str:
    return list_of([spoken(book.catalogue).edition(one.form, one.period).short for one in wanted])


def _blocked(book: Book, forms: int, errors: int, waiting: int, lacking: Sequence[str] = ()) -> Line:
    counts = (
        (errors, translate("Todo", "%n 处错误", "", errors)),
        (waiting, translate("Todo", "%n 处核实项待说明", "", waiting)),
    )
    counted = list_of([text for number, text in counts if number])
    said = translate("Submit", "；").join(filter(None, (counted, *lacking)))
    return _line(book, Outcome.BLOCKED, said, forms=forms, errors=errors, unexplained=waiting)


def _line(book: Book, outcome: Outcome, text: str, *, forms: int = 0, errors: int = 0, unexplained: int = 0) -> Line:
    firm = book.firm
    return Line(book.path, firm.name, firm.uscc, outcome, text, forms, errors, unexplained)
