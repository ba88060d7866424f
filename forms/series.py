"""Where each series (form and period of the firm) stands: what is owed, what is filed, what has changed since.

The state words are those of the filing protocol; a draft is DRAFT, or CHECKED when nothing has been edited since a
check without errors and unexplained warnings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import cards, corrections, deadlines, explanations, filing, journal, ledger, periods, revisions
from forms.filing_states import SETTLED, TO_FILE, TURNED_DOWN, FilingState

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from forms.book import Book
    from forms.definition import Edition


@dataclass(frozen=True, slots=True)
class SeriesState:
    """One series: `revision` and `filing_id` of its newest filing (0 and None without one), counts of the last check.

    `answered` tells of one that came back whether the firm has changed anything the reviewer will see.
    `checked_at` is None where the data has been edited since, or never checked.
    """

    form: str
    period: str
    revision: int
    state: str
    due: str
    late: bool
    filing_id: str | None
    changed_since: bool
    answered: bool
    checked_at: str | None
    errors: int
    warnings: int
    unexplained: int

    @property
    def is_open(self) -> bool:
        """Tell whether the firm still has to file it."""
        return self.state in TO_FILE

    @property
    def is_untouched(self) -> bool:
        """Tell whether the authority returned it and nobody answered: it is not filed again as it was, unless asked.

        What the province's check refused, or was in conflict, may be filed anew: what it lacked may be there now.
        """
        return self.state == FilingState.RETURNED and not self.answered


def series_state(book: Book, form: str, period: str, as_of: str) -> SeriesState:
    """Tell where one series stands on the day `as_of`."""
    last = revisions.last_of(book, form, period)
    check = book.db.execute("SELECT * FROM checked WHERE form = ? AND period = ?", (form, period)).fetchone()
    fresh = check is not None and check["seq"] == journal.last_seq(book)
    ready = fresh and not check["errors"] and not check["unexplained"]
    draft = (FilingState.CHECKED if ready else FilingState.DRAFT).value
    accepted = last is not None and last["state"] in SETTLED
    reopened = accepted and corrections.reason_of(book, form, period) is not None
    due = deadlines.due_on(book.catalogue, period)
    changed = last is not None and has_changed(book, last)
    came_back = last is not None and last["state"] in TURNED_DOWN
    return SeriesState(
        form=form,
        period=period,
        revision=last["revision"] if last else 0,
        state=draft if last is None or reopened else last["state"],
        due=due,
        late=due < as_of,
        filing_id=last["id"] if last else None,
        changed_since=changed,
        answered=came_back and last is not None and (changed or _is_answered(book, last, as_of)),
        checked_at=check["at"] if fresh else None,
        errors=check["errors"] if check else 0,
        warnings=check["warnings"] if check else 0,
        unexplained=check["unexplained"] if check else 0,
    )


def all_series(book: Book, as_of: str) -> list[SeriesState]:
    """List every series that is or was owed, the newest period first, in send order within a period."""
    order = {form: number for number, form in enumerate(book.catalogue.forms)}
    found = {(form, period) for form in book.forms for period in _periods(book, form, as_of)}
    listed = sorted(found, key=lambda one: order[one[0]])
    listed.sort(key=lambda one: one[1], reverse=True)
    return [series_state(book, form, period, as_of) for form, period in listed]


def due_series(book: Book, period: str, *, forms: Sequence[str] | None = None) -> list[tuple[str, str]]:
    """List what `file` of a month takes, in send order: the month's forms, and of its year those never filed.

    What is owed at the end of a year goes with the year or its December, once what it adds up was filed; and where
    `forms` names it for a year.
    """
    year = periods.year_of(period)
    taken: list[tuple[str, str]] = []
    for form in book.forms:
        edition = book.catalogue.edition(form, period)
        if forms is not None and form not in forms:
            continue
        if edition.cadence == "year":
            named = forms is not None and periods.is_year(period)
            if _is_open(book, form, year) and (named or _goes_with(book, edition, period)):
                taken.append((form, year))
        elif periods.is_month(period) and _is_owed(book, edition, period):
            taken.append((form, period))
    return taken


def earlier_unfiled(book: Book, period: str) -> list[tuple[str, str]]:
    """List the series before the period that are owed and not with the province, the oldest first, in send order."""
    end = period if periods.is_month(period) else f"{period}-12"
    found = [
        (form, one)
        for form in book.forms
        for one in _periods(book, form, periods.last_day(end))
        if one < (end if periods.is_month(one) else periods.year_of(end)) and _is_open(book, form, one)
        if periods.is_month(one) or _goes_with(book, book.catalogue.edition(form, one), one)
    ]
    order = {form: number for number, form in enumerate(book.catalogue.forms)}
    return sorted(found, key=lambda one: (one[1], order[one[0]]))


def periods_in(db: sqlite3.Connection, table: str) -> list[str]:
    """List the periods of a table's rows, one step in the index each."""
    found: list[str] = []
    while True:
        query = f"SELECT min(period) FROM main.{table} WHERE period > ?"
        following = db.execute(query, (found[-1] if found else "",)).fetchone()[0]
        if following is None:
            return found
        found.append(following)


def undated(book: Book, form: str) -> int:
    """Count the rows of a ledger without the date that puts them into a period («未归期»)."""
    edition = book.catalogue.edition(form)
    if not edition.is_ledger:
        return 0
    return int(book.db.execute(f"SELECT count(*) FROM {edition.table} WHERE period IS NULL").fetchone()[0])


def _is_open(book: Book, form: str, period: str) -> bool:
    last = revisions.last_of(book, form, period)
    if last is None or last["state"] in TO_FILE:
        return True
    return last["state"] in SETTLED and corrections.reason_of(book, form, period) is not None


def _goes_with(book: Book, edition: Edition, period: str) -> bool:
    """Tell whether a year's form can be filed with a period: one owed at the end, once no month it adds up is open."""
    if edition.opens != "end":
        return True
    year = periods.year_of(period)
    if periods.is_month(period) and period != f"{year}-12":
        return False
    return not any(
        one.startswith(f"{year}-") and _is_open(book, form, one)
        for form in edition.needs
        for one in _periods(book, form, f"{year}-12-31")
    )


def owed_at_the_end(book: Book, form: str, period: str, as_of: str) -> bool | None:
    """Tell whether a form owed at the end of its year is due in this month: the December, when the year is over.

    None for forms owed otherwise.
    """
    if book.catalogue.edition(form, period).opens != "end":
        return None
    return period == f"{periods.year_of(period)}-12" and as_of > periods.last_day(period)


def _is_owed(book: Book, edition: Edition, period: str) -> bool:
    if edition.when_empty == "due" or revisions.last_of(book, edition.form, period) is not None:
        return True
    return bool(ledger.read_rows(book, edition.form, where="period = ?", params=(period,), limit=1))


def _periods(book: Book, form: str, as_of: str) -> Iterator[str]:
    """Yield the periods a form is owed for up to a date, by the first date the firm reports for."""
    edition = book.catalogue.edition(form)
    starts_on = book.firm.starts_on
    if edition.cadence == "year":
        last = int(as_of[:4]) - (edition.opens == "end" and not as_of.endswith("-12-31"))
        yield from (str(year) for year in range(int(starts_on[:4]), last + 1))
    elif edition.when_empty == "due":
        yield from periods.months_between(starts_on[:7], as_of[:7])
    else:
        filed = book.db.execute("SELECT DISTINCT period FROM filings WHERE form = ?", (form,))
        every = {*periods_in(book.db, edition.table), *(row[0] for row in filed)}
        yield from (one for one in sorted(every) if starts_on[:7] <= one <= as_of[:7])


def _is_answered(book: Book, last: sqlite3.Row, as_of: str) -> bool:
    """Tell whether other words were written to what came back, or its figures differ because a ledger was mended."""
    form, period = last["form"], last["period"]
    document = filing.document_of(book, last["id"])
    if document["explanations"] != explanations.of_series(book, form, period) or document["header"] != book.header:
        return True
    edition = book.catalogue.edition(form, period)
    if edition.is_ledger or all(journal.last_seq(book, one) <= last["seq"] for one in edition.needs):
        return False
    return bool(filing.wired(edition, cards.card_values(book, form, period, as_of=as_of)) != document["cells"])


def has_changed(book: Book, last: sqlite3.Row) -> bool:
    """Tell whether the data differs from what was filed («已报后有改动»); compares only where something was edited."""
    edition = book.catalogue.edition(last["form"], last["period"])
    if journal.last_seq(book, last["form"]) == last["seq"]:
        return False
    document = filing.document_of(book, last["id"])
    if edition.is_ledger:
        rows = ledger.read_rows(book, last["form"], where="period = ?", params=(last["period"],))
        present = {row["uid"]: filing.wired(edition, row) for row in rows}
        return present != {row.pop("uid"): row for row in document["rows"]}
    card = ledger.card_row(book, last["form"], last["period"])
    typed = {field.id for field in edition.stored_fields}
    filed = {name: value for name, value in document["cells"].items() if name in typed}
    return (filing.wired(edition, card) if card else {}) != filed
