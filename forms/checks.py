"""Checking (审核): a Book and its periods in, findings out. The window, the command line and filing all ask here.

`check` runs every rule over the open periods, `check_row` the row rules over one row that was just edited.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from forms import doubtful, explanations, general, journal, lost_files, orphans, periods, series
from forms.book import now
from forms.check_result import CheckResult
from forms.errors import BookProblem
from forms.evaluation import Evaluation, Scope
from forms.findings import ERROR, INFO, WARNING, Finding, Reporter, Undecided, of_period, place_of, sources
from forms.reading import reading_of
from forms.rules import Message
from forms.undecided import Doubt

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.sandbox import Bound

_SERIES_AND_SEVERITY: Final = attrgetter("form", "period", "severity")
_HEADER_FIELDS: Final = {"unit_head": "单位负责人", "filler": "填表人", "filler_tel": "联系电话"}


def check(
    book: Book,
    *,
    period: str | None = None,
    forms: Sequence[str] | None = None,
    as_of: str | None = None,
    until: str | None = None,
) -> CheckResult:
    """Check what a period's filing takes, or without a period every series that is still to be filed.

    Cards that are owed and were never begun count as well: the period's, or those up to the month `until`.
    Rows without the date that puts them into a period are always checked. The counts are kept if there is room.
    """
    day = as_of or periods.today()
    reading, seq = reading_of(book), journal.last_seq(book)
    wanted = _wanted(book, period, forms, day, until)
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    bound: Bound = {"as_of": day, "firm": book.firm.uscc}
    with reading.snapshot() as db:
        doubt = Doubt(db, book.catalogue)
        reading.remember([reading.pack(edition) for edition, _open_periods in wanted])
        for edition, open_periods in wanted:
            reporter = Reporter(edition, sources(book.db, edition.form))
            run = Evaluation(reading, reading.pack(edition), reporter, doubt, bound)
            findings += run.all(_scope(db, book.catalogue, edition, open_periods))
            undecided += run.undecided
    findings += [finding for edition, some in wanted for finding in lost_files.findings(book, edition, some)]
    findings += [finding for edition, some in wanted for finding in orphans.in_book(book, edition, some)]
    findings += [finding for edition, some in wanted for finding in _missing_cards(book, edition, some)]
    for edition, some in wanted:
        if not edition.is_ledger:
            begun = set(series.periods_in(book.db, edition.table))
            findings += doubtful.untold(book, edition, [one for one in some if one in begun], as_of=day)
    findings += _header_findings(book, wanted, period)
    result = CheckResult(day, findings, undecided, seq=seq, whole=_whole(book.db, wanted, period))
    if book.readonly:
        return result
    try:
        _record(book, wanted, result)
    except BookProblem as problem:
        if problem.code == "damaged-book":
            raise
        return replace(result, unkept=problem.message)
    return result


def check_row(book: Book, form: str, uid: str, as_of: str | None = None) -> list[Finding]:
    """Check one row by the row rules of its edition."""
    reading = reading_of(book)
    bound: Bound = {"as_of": as_of or periods.today(), "firm": book.firm.uscc}
    edition = _edition_of_row(book, form, uid)
    db = book.db
    run = Evaluation(
        reading, reading.pack(edition), Reporter(edition, sources(db, form)), Doubt(db, book.catalogue), bound
    )
    scope = Scope.of_row(uid)
    return [*run.unparsed(scope), *run.rows(scope)]


def row_rule_ids(book: Book, form: str) -> frozenset[str]:
    """Name the rules `check_row` decides: what it says of them takes the place of what was said of that row before.

    A rule that looks at other rows as well, in one of its cases, is not among them.
    """
    packs = [reading_of(book).pack(edition) for edition in book.catalogue.editions(form)]
    alone = {general.NUMBER, *(case.rule for pack in packs for case in pack.rows)}
    return frozenset(alone.difference(case.rule for pack in packs for case in pack.sets))


# -- what is checked

_Wanted = list[tuple["Edition", list[str]]]


def _wanted(book: Book, period: str | None, forms: Sequence[str] | None, as_of: str, until: str | None) -> _Wanted:
    """Give the periods to check by edition, in send order; a ledger with rows of no period is always among them."""
    owed = series.due_series(book, period, forms=forms) if period else _never_begun(book, until) if until else []
    found: dict[tuple[str, str], tuple[Edition, list[str]]] = {}
    for form in book.catalogue.forms:
        if forms is not None and form not in forms:
            continue
        some = [one for owner, one in owed if owner == form]
        some = some if period else sorted([*some, *_open_periods(book, form, as_of)])
        if not some and not series.undated(book, form):
            continue
        latest = book.catalogue.edition(form)
        found[form, latest.first] = (latest, [])
        for one in some:
            edition = book.catalogue.edition(form, one)
            found.setdefault((form, edition.first), (edition, []))[1].append(one)
    return list(found.values())


def _open_periods(book: Book, form: str, as_of: str) -> list[str]:
    """List the periods that have rows and are not filed, or have changed since."""
    states = (
        series.series_state(book, form, one, as_of) for one in series.periods_in(book.db, book.catalogue.table(form))
    )
    return [state.period for state in states if state.is_open or state.changed_since]


def _never_begun(book: Book, until: str) -> list[tuple[str, str]]:
    """List the cards owed up to a month that nobody has begun."""
    owed = [*series.earlier_unfiled(book, until), *series.due_series(book, until)]
    editions = {form: book.catalogue.edition(form) for form, _period in owed}
    cards = {form: edition for form, edition in editions.items() if not edition.is_ledger}
    begun = {form: series.periods_in(book.db, edition.table) for form, edition in cards.items()}
    return [(form, period) for form, period in owed if form in cards and period not in begun[form]]


def _whole(db: sqlite3.Connection, wanted: _Wanted, period: str | None) -> frozenset[str]:
    """Name the forms of which nothing unfiled was left out; of a period's check those that have rows of no other."""
    if period is None:
        return frozenset(edition.form for edition, _some in wanted)
    looked_at = {(edition.form, one) for edition, some in wanted for one in some}
    return frozenset(
        edition.form
        for edition, _some in wanted
        if all((edition.form, one) in looked_at for one in series.periods_in(db, edition.table))
    )


def _scope(db: sqlite3.Connection, catalogue: Catalogue, edition: Edition, some: list[str]) -> Scope:
    """Choose the cheaper way to say which rows: all of them, where no period is left out.

    A row of no period is checked once: under the newest edition.
    """
    if edition.first != catalogue.editions(edition.form)[-1].first:
        return Scope.of_periods(some, undated=False)
    return Scope.everything() if set(series.periods_in(db, edition.table)) <= set(some) else Scope.of_periods(some)


# -- what no condition over a row tells


def _missing_cards(book: Book, edition: Edition, some: list[str]) -> list[Finding]:
    """Tell the card forms that are owed and have not been begun (F00-001)."""
    template = general.template(book.catalogue, general.REQUIRED, "card")
    if edition.is_ledger or template is None:
        return []
    missing = set(some) - set(series.periods_in(book.db, edition.table))
    message = Message.of(template.message)
    return [
        of_period(
            general.REQUIRED, template.severity, edition.form, one, message.fill({"place": place_of(edition, 0, one)})
        )
        for one in sorted(missing)
    ]


def _header_findings(book: Book, wanted: _Wanted, period: str | None) -> list[Finding]:
    """Tell an incomplete header (F00-007): for each form of a period's filing, or once."""
    header = book.header
    places = [(edition.form, one) for edition, some in wanted for one in some]
    if period is None:
        places = [(book.catalogue.forms[0], periods.year_of(places[-1][1]))] if places else []
    return [finding for form, one in places for finding in header_findings(book.catalogue, header, form, one)]


def header_findings(catalogue: Catalogue, header: Mapping[str, Any], form: str, period: str) -> list[Finding]:
    """Tell what lacks in a header, as one finding."""
    template = general.template(catalogue, general.HEADER, "header")
    missing = [label for name, label in _HEADER_FIELDS.items() if not str(header.get(name) or "").strip()]
    if template is None or not missing:
        return []
    message = Message.of(template.message).fill({"label": "、".join(missing)})
    return [of_period(general.HEADER, template.severity, form, period, message)]


def _edition_of_row(book: Book, form: str, uid: str) -> Edition:
    if len(book.catalogue.editions(form)) == 1:
        return book.catalogue.edition(form)
    row = book.db.execute(f"SELECT period FROM {book.catalogue.table(form)} WHERE uid = ?", (uid,)).fetchone()
    return book.catalogue.edition(form, row["period"] if row else None)


def _record(book: Book, wanted: _Wanted, result: CheckResult) -> None:
    """Keep the counts by form and period, with the state of the journal they were made at."""
    counted: dict[tuple[str, str], list[int]] = {
        (edition.form, one): [0, 0, 0, 0] for edition, some in wanted for one in some
    }
    places = {ERROR: 0, WARNING: 1, INFO: 2}
    for (form, period, severity), count in Counter(map(_SERIES_AND_SEVERITY, result.findings)).items():
        counted.setdefault((form, period), [0, 0, 0, 0])[places[severity]] += count
    for finding in explanations.unexplained(book, result.findings):
        counted[finding.form, finding.period][3] += 1
    at = now()
    lines = [(form, one, at, result.as_of, result.seq, *counts) for (form, one), counts in counted.items()]
    with book.transaction() as db:
        db.executemany(
            "INSERT OR REPLACE INTO checked(form, period, at, as_of, seq, errors, warnings, infos, unexplained) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            lines,
        )
