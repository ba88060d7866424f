"""The policy self-check (政策自查): published conditions of support, worked out over the firm's accepted filings.

Local only: nothing of it is filed, sent or held against the firm. What is read are the signed documents the province
has accepted, put into tables in memory behind the rules' sandbox, so a figure says what the province knows and not what
the ledgers say today. How the figures and conditions are defined stands in `forms.policy_terms`.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import functions, periods, series
from forms.filing_states import SETTLED, in_sql
from forms.policy_figures import Accepted, Value, beside, said, values
from forms.policy_terms import rules_of
from forms.rules import Message
from forms.sandbox import SECONDS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from forms.book import Book
    from forms.catalogue import Catalogue
    from forms.policy_terms import Condition, PolicyRule

MET, UNMET, UNKNOWN, TOLD = "met", "unmet", "unknown", "told"
_BEIJING: Final = dt.timezone(dt.timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Met:
    """A condition beside the figure it asks of; `holds` is None where that is not known."""

    condition: Condition
    value: Value

    @property
    def holds(self) -> bool | None:
        """Tell whether the line is reached."""
        return None if self.value.value is None else self.value.value >= self.condition.at_least

    @property
    def line(self) -> str:
        """Say the line with its unit."""
        return said(self.condition.at_least, self.condition.figure.unit)

    @property
    def gap(self) -> str:
        """Say how much lacks to the line; empty where nothing does, or nobody knows."""
        if self.holds is not False or self.value.value is None:
            return ""
        gap, unit = self.condition.at_least - self.value.value, self.condition.figure.unit
        return f"{functions.money(gap)}个百分点" if unit == "pct" else said(gap, unit)

    @property
    def short(self) -> str:
        """Say what is missing to the line, or that the figure is not known; empty where it is reached."""
        label = self.condition.figure.label
        if self.holds is None:
            return f"{label}没有已受理的数据"
        return "" if self.holds else f"{label}{self.value.shown}，还差{self.gap}"


@dataclass(frozen=True, slots=True)
class Result:
    """What a rule comes to: `case` is one of met, unmet, unknown, told."""

    rule: PolicyRule
    case: str
    message: str
    figures: tuple[Value, ...]
    ways: tuple[tuple[Met, ...], ...]


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The self-check of a year as of a day; `years` are those with anything accepted, the newest first."""

    year: str
    as_of: str
    years: tuple[str, ...]
    results: tuple[Result, ...]

    def to_json(self) -> dict[str, Any]:
        """Give it as a command prints it."""
        return {
            "year": self.year,
            "as_of": self.as_of,
            "years": list(self.years),
            "results": [_json(one) for one in self.results],
        }


def check(book: Book, year: str | None = None, *, as_of: str) -> SelfCheck:
    """Work out every condition for a year: the newest that anything is accepted of, unless one is named.

    Raises:
        RuleBroken: a figure's query is wrong or asks for what it may not.
    """
    standing = _standing(book)
    years = tuple(sorted({row["period"][:4] for row in standing}, reverse=True))
    wanted = year or (years[0] if years else as_of[:4])
    rules = rules_of(book.catalogue)
    needed = {figure.of: figure.takes == "all" for rule in rules for figure in rule.figures}
    needed |= dict.fromkeys(beside(book.catalogue, rules) - set(needed), True)
    accepted = [
        Accepted(json.loads(_body(book, row["id"])), _day(row["decided_at"] or row["at"]))
        for row in standing
        if row["form"] in needed and (needed[row["form"]] or row["period"][:4] == wanted)
    ]
    owed = {form: _owed(book, form, wanted, as_of) for form in needed}
    return evaluate(book.catalogue, accepted, wanted, as_of=as_of, owed=owed, years=years)


def evaluate(
    catalogue: Catalogue,
    accepted: Sequence[Accepted],
    year: str,
    *,
    as_of: str,
    owed: dict[str, list[str]] | None = None,
    years: tuple[str, ...] = (),
    seconds: float = SECONDS,
) -> SelfCheck:
    """Work out every condition over accepted documents; `owed` are the periods of the year each form should have.

    Raises:
        RuleBroken: a figure's query is wrong, asks for what it may not, or takes more than `seconds` of processor time.
    """
    rules = rules_of(catalogue)
    figures = {figure.id: figure for rule in rules for figure in rule.figures}
    found = values(catalogue, accepted, list(figures.values()), {"year": year, "as_of": as_of}, owed or {}, seconds)
    return SelfCheck(year, as_of, years, tuple(_result(rule, found) for rule in rules))


# -- what was accepted


def _standing(book: Book) -> list[sqlite3.Row]:
    """List the accepted revisions that count, with the day of the last decision."""
    query = (
        "SELECT f.id, f.form, f.period, s.at, (SELECT max(d.decided_at) FROM decisions AS d"
        " WHERE d.filing_id = f.id AND d.verdict = 'accepted') AS decided_at"
        f" FROM filings AS f JOIN standing AS s ON s.filing_id = f.id WHERE s.state IN {in_sql(SETTLED)}"
        " ORDER BY f.form, f.period, f.revision"
    )
    return book.db.execute(query).fetchall()


def _body(book: Book, filing_id: str) -> bytes:
    body: bytes = book.db.execute("SELECT body FROM filings WHERE id = ?", (filing_id,)).fetchone()[0]
    return body


def _day(moment: str) -> str:
    """Give the date of Beijing of a moment."""
    return dt.datetime.fromisoformat(moment).astimezone(_BEIJING).date().isoformat()


def _owed(book: Book, form: str, year: str, as_of: str) -> list[str]:
    """List the periods of a year that should be with the province by now: those over, and of ledgers with rows."""
    edition = book.catalogue.edition(form)
    if edition.cadence == "year":
        return [year] if periods.last_day(year) < as_of else []
    begun = set(series.periods_in(book.db, edition.table))
    first = str(book.firm.starts_on or "")[:7]
    months = periods.months_between(f"{year}-01", f"{year}-12")
    return [
        month
        for month in months
        if periods.last_day(month) < as_of
        and month >= first
        and (month in begun or (edition.when_empty == "due" and not edition.optional))
    ]


# -- what they come to


def _result(rule: PolicyRule, found: dict[str, Value]) -> Result:
    figures = tuple(found[figure.id] for figure in rule.figures)
    ways = tuple(tuple(Met(one, found[one.figure.id]) for one in way) for way in rule.ways)
    case = _case(figures, ways)
    filled = {figure.figure.id: figure.shown for figure in figures} | {
        "year": rule.year,
        "short": _short(figures, ways),
    }
    made = rule.case(case)
    return Result(rule, case, Message.of(made.message).fill(filled) if made else "", figures, ways)


def _case(figures: tuple[Value, ...], ways: tuple[tuple[Met, ...], ...]) -> str:
    """One way that holds is enough; a condition that fails closes its way, whatever else is not known."""
    if not ways:
        return UNKNOWN if any(figure.value is None for figure in figures) else TOLD
    if any(all(one.holds for one in way) for way in ways):
        return MET
    return UNMET if all(any(one.holds is False for one in way) for way in ways) else UNKNOWN


def _short(figures: tuple[Value, ...], ways: tuple[tuple[Met, ...], ...]) -> str:
    """Say what lacks to the way that lacks least."""
    if not ways:
        return "、".join(f"{one.figure.label}没有已受理的数据" for one in figures[:1])
    lacking = [[one.short for one in way if one.short] for way in ways]
    fewest = min(map(len, lacking))
    return "；".join(next(one for one in lacking if len(one) == fewest))


def _json(result: Result) -> dict[str, Any]:
    return {
        "rule": result.rule.rule.id,
        "title": result.rule.rule.title,
        "case": result.case,
        "message": result.message,
        "year": result.rule.year,
        "source": result.rule.source,
        "figures": [
            {
                "id": one.figure.id,
                "label": one.figure.label,
                "unit": one.figure.unit,
                "value": _wire(one.value, one.figure.unit),
                "form": one.figure.of,
                "periods": list(one.periods),
                "lacks": list(one.lacks),
            }
            for one in result.figures
        ],
        "ways": [
            [
                {
                    "figure": one.condition.figure.id,
                    "at_least": _wire(one.condition.at_least, one.condition.figure.unit),
                    "holds": one.holds,
                    "short": one.short,
                }
                for one in way
            ]
            for way in result.ways
        ],
    }


def _wire(amount: int | None, unit: str) -> str | int | None:
    """Give amounts and percentages as text, as every command does; counts as numbers."""
    if amount is None or unit not in ("USD", "pct"):
        return amount
    return (functions.money(amount) or "").replace(",", "")
