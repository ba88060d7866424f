"""Filing a period (报送): check it, and only if all of it may be filed, freeze, sign and queue its documents.

All forms of the month (and of its year) are frozen in one transaction: what `filed` names is in the outbox, whatever
happens next. Earlier months that are filed along (补报) come first, a transaction each, because the year-to-date
figures of a month count what was filed of the months before it. Nothing at all is frozen if any of it is blocked.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from forms import checks, explanations, filing, journal, late_rows, opening, periods, revisions, series
from forms.book import Book
from forms.findings import Finding
from sync import exchange, outbox, referred
from sync.earlier import before, earlier
from sync.errors import FilingRefused
from sync.keys import DeviceKey, device_key
from sync.progress import Progress, Step, gently, silent
from sync.ways import State

_ROUNDS = 5  # checks begun anew because somebody kept editing

Place = tuple[str, str]
"""(form, period)"""


@dataclass(frozen=True, slots=True)
class Filed:
    """A document frozen, signed, queued; `rows` counts a ledger's rows, `late` is 补报, `again` after a refusal."""

    form: str
    period: str
    revision: int
    id: str
    rows: int
    late: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why a series cannot be filed: counts of its errors and of its warnings without an explanation.

    `needs` are unfiled series whose rows it refers to, `why` the sentence about them.
    """

    form: str
    period: str
    errors: int
    unexplained: int
    needs: tuple[Place, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What filing a period came to: `earlier` are owed series of earlier periods that were left out.

    Of these `added` are with the province, without the rows entered since.
    """

    filed: list[Filed] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)
    earlier: list[Place] = field(default_factory=list)
    added: list[Place] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Give the object of `zhibao file --json`."""
        return {
            "filed": [
                {"form": one.form, "period": one.period, "revision": one.revision, "id": one.id, "rows": one.rows}
                for one in self.filed
            ],
            "blocked": [asdict(one) | {"needs": _places(one.needs)} for one in self.blocked],
            "earlier": _places(self.earlier),
        }


def _places(listed: Iterable[Place]) -> list[dict[str, str]]:
    return [{"form": form, "period": period} for form, period in listed]


def file_period(
    book: Book,
    period: str,
    *,
    forms: Sequence[str] | None = None,
    with_earlier: bool = False,
    along: Iterable[Place] = (),
    as_of: str | None = None,
    progress: Progress = silent,
) -> FileResult:
    """File what a period owes: what was never filed, came back, or has changed since.

    `forms` keeps it to some forms, of earlier periods too (`with_earlier`); `along` names earlier series that are filed
    whatever `forms` says.

    Raises `FilingRefused` where an earlier revision of it is still under way, or nobody owes the period (it has not
    begun, or the firm reports here only since later), `KeyProblem` without a device key.
    """
    day = as_of or periods.today()
    _refuse_never_owed(book, period, forms, day)
    progress = gently(progress)
    key = device_key(book)
    exchange.recover(book)
    filed: list[Filed] = []
    for _ in range(_ROUNDS):
        seq = journal.last_seq(book)
        owed, named = earlier(book, period, day), set(along)
        wanted = [one for one in owed if one in named or (with_earlier and (forms is None or one[0] in forms))]
        added = late_rows.places(book, period, as_of=day)
        left_out = [
            one
            for one in before(book, period, added)
            if one not in wanted and (forms is None or one[0] in forms) and periods.first_day(one[1]) <= day
        ]
        due = series.due_series(book, period, forms=forms)
        wanted = [*wanted, *(one for one in due if one not in wanted and (one in added or _is_open(book, one, day)))]
        findings, blocked = _gate(book, wanted, period, day, progress)
        if blocked:
            return FileResult(filed, blocked, left_out, [one for one in left_out if one in added], findings)
        if journal.last_seq(book) == seq:
            if opening.is_waiting(book):
                filed.append(file_opening(book, as_of=day))
            filed += _freeze_all(book, _batches(book, wanted, period), seq, day, key, progress)
            if journal.last_seq(book) == seq:
                return FileResult(filed, [], left_out, [one for one in left_out if one in added], findings)
    raise FilingRefused("still-editing", "审核期间账套一直在改动，请停止编辑后再报送。")


def file_opening(book: Book, *, as_of: str | None = None) -> Filed:
    """Freeze, sign and queue the opening balance (期初); the first month that is filed takes it along.

    Raises:
        InputRefused: there is none, or it was filed; KeyProblem without a device key.
    """
    key = device_key(book)
    with book.transaction():
        draft = opening.compose(book, as_of=as_of or periods.today(), key_id=key.key_id)
        filed = _freeze(book, draft, key)
        opening.filed(book, filed.id)
    return filed


def _refuse_never_owed(book: Book, period: str, forms: Sequence[str] | None, as_of: str) -> None:
    """Refuse a period that has not begun, a year that is not over, or what lies before the firm's first."""
    if periods.first_day(period) > as_of:
        future = f"{periods.label(period)}还没有开始（今天是 {as_of}），不能报送，请核对报告期。"
        raise FilingRefused("not-begun", future)
    ends = [form for form in forms or () if book.catalogue.edition(form).opens == "end"]
    if ends and periods.last_day(period) >= as_of:
        short = book.catalogue.edition(ends[0]).short
        waits = f"{short}要等{periods.label(periods.year_of(period))}结束后再报送（今天是 {as_of}）。"
        raise FilingRefused("not-over", waits)
    starts_on = book.firm.starts_on
    if periods.last_day(period) < starts_on:
        since = periods.label(periods.month_of(starts_on))
        raise FilingRefused("before-start", f"本企业从{since}起在本系统报送，{periods.label(period)}不用报送。")


def _is_open(book: Book, place: Place, as_of: str) -> bool:
    """Tell whether the series is to be filed (again)."""
    state = series.series_state(book, *place, as_of)
    if state.state == State.CONFLICT:
        raise FilingRefused("conflict", f"{_named(book, place)}在省平台上已有另一版，请先与平台核对，不能直接再报。")
    return state.is_open or state.changed_since


def _named(book: Book, place: Place) -> str:
    """Name a series as people know it, and by its number: «执行台账（JLFW-03，2026年10月）»."""
    form, period = place
    return f"{book.catalogue.edition(form, period).short}（{form}，{periods.label(period)}）"


# ---- the gate


def _gate(
    book: Book, wanted: Sequence[Place], period: str, as_of: str, progress: Progress
) -> tuple[list[Finding], list[Blocked]]:
    """Check every wanted series; tell the findings, and what may not be filed and why."""
    months = sorted({period for _, period in wanted})
    found: dict[Place, list[Finding]] = {}
    for done, month in enumerate(months):
        progress(Step.CHECK, done, len(months))
        some = [form for form, period in wanted if period == month]
        result = checks.check(book, period=month, forms=some, as_of=as_of)
        for form in some:
            found[form, month] = [one for one in result.findings if one.form == form and one.period in {month, ""}]
    progress(Step.CHECK, len(months), len(months))
    needs = referred.needs(book, wanted, period, as_of=as_of)
    verdicts = [_verdict(book, place, found[place], needs.get(place, ())) for place in wanted]
    findings = list(dict.fromkeys(itertools.chain.from_iterable(found.values())))
    return findings, [one for one in verdicts if one.errors or one.unexplained or one.needs]


def _verdict(book: Book, place: Place, findings: Iterable[Finding], needs: Sequence[Place]) -> Blocked:
    """Count what stands in the way; a row without its date (未归期) is in the way of every period of its ledger."""
    listed = list(findings)
    errors = sum(one.severity == "error" for one in listed)
    undated = series.undated(book, place[0])
    told = len({one.uid for one in listed if one.severity == "error" and not one.period})
    why = referred.sentence(book, place, needs) if needs else ""
    waiting = len(explanations.unexplained(book, listed))
    return Blocked(*place, errors + max(undated - told, 0), waiting, tuple(needs), why)


# ---- freezing


def _batches(book: Book, wanted: Sequence[Place], period: str) -> list[list[Place]]:
    """Part what is filed into transactions: each earlier period by itself, then the period asked for.

    The year's own forms go with the very first: the province takes no month of a firm it knows nothing of, and the
    program may end between two transactions. What adds up the year's filings comes after them, in one of its own.
    """
    year = periods.year_of(period)
    last = [place for place in wanted if book.catalogue.edition(*place).opens == "end" and place[1] in {period, year}]
    first = [place for place in wanted if place[1] == year and place not in last]
    months = [place for place in wanted if place not in first and place not in last]
    before = itertools.groupby((place for place in months if place[1] != period), key=lambda place: place[1])
    parted = [*(list(batch) for _, batch in before), [place for place in months if place[1] == period], last]
    parted = [batch for batch in parted if batch] or [[]]
    return [[*first, *parted[0]], *parted[1:]]


def _freeze_all(
    book: Book, batches: Sequence[Sequence[Place]], seq: int, as_of: str, key: DeviceKey, progress: Progress
) -> list[Filed]:
    """Freeze batch by batch; stop where somebody edited since the check (`seq`): that batch must be checked again."""
    filed: list[Filed] = []
    total = sum(len(batch) for batch in batches)
    for batch in batches:
        with book.transaction():
            if journal.last_seq(book) != seq:
                break
            for form, period in batch:
                _clear_the_way(book, form, period)
                progress(Step.PREPARE, len(filed), total)
                draft = filing.compose(book, form, period, as_of=as_of, key_id=key.key_id)
                progress(Step.SIGN, len(filed), total)
                filed.append(_freeze(book, draft, key))
    progress(Step.SIGN, len(filed), total)
    return filed


def _freeze(book: Book, draft: filing.Draft, key: DeviceKey) -> Filed:
    """Sign a document over its canonical bytes, keep these bytes and queue them, inside the caller's transaction."""
    last = revisions.last_of(book, draft.form, draft.period)
    again = last is not None and last["state"] == State.REFUSED
    body = filing.canonical(draft.document)
    filing_id = filing.store(book, draft, body, key.sign(body), key.key_id)
    outbox.enqueue(book, filing_id)
    return Filed(draft.form, draft.period, draft.document["revision"], filing_id, draft.rows, draft.late, again)


def _clear_the_way(book: Book, form: str, period: str) -> None:
    """Take an older revision that never left this PC out of the queue. Raises `FilingRefused` if it may have left."""
    row = book.db.execute(
        "SELECT s.filing_id, s.state FROM filings f JOIN standing s ON s.filing_id = f.id"
        " WHERE f.form = ? AND f.period = ? ORDER BY f.revision DESC LIMIT 1",
        (form, period),
    ).fetchone()
    if row is None or row["state"] not in {State.QUEUED, State.SENDING, State.HANDED_OVER, State.RELAYED}:
        return
    if row["state"] != State.QUEUED:
        raise FilingRefused("under-way", f"{_named(book, (form, period))}的上一版正在途中，请等它有了回执再报。")
    outbox.cancel(book, row["filing_id"])
