"""The figures of the policy self-check: accepted documents in tables in memory, a query for each behind the sandbox.

Only the columns that the queries read are put in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import filing, functions
from forms.child_tables import sources
from forms.policy_terms import UNITS
from forms.rates import scheme_rates
from forms.reading import Reading, connect
from forms.rules import FIRM
from forms.schema import create_form_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.policy_terms import Figure, PolicyRule

_BOUND: Final[dict[str, str | int | None]] = {"year": None, "as_of": None}
_ACCEPTED = "CREATE TABLE accepted(form TEXT, period TEXT, accepted_on TEXT, PRIMARY KEY (form, period))"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A filing the province accepted, on a date of Beijing."""

    document: dict[str, Any]
    accepted_on: str

    @property
    def form(self) -> str:
        """Give its form."""
        return str(self.document["series"]["form"])

    @property
    def period(self) -> str:
        """Give its period."""
        return str(self.document["series"]["period"])


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as it came out, None where it is not known; of which periods' filings, and which of them lack."""

    figure: Figure
    value: int | None
    periods: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Say it with its unit; «—» where it is not known."""
        return "—" if self.value is None else said(self.value, self.figure.unit)


def said(amount: int, unit: str) -> str:
    """Say a figure with its unit: «500,000.00美元», «35.00%», «3项»."""
    return f"{functions.money(amount) if unit in ('USD', 'pct') else f'{amount:,}'}{UNITS[unit]}"


def beside(catalogue: Catalogue, rules: Iterable[PolicyRule]) -> set[str]:
    """Name the forms the figures read beside the one they are made of."""
    reading = _empty(catalogue)
    try:
        tables = {catalogue.table(form): form for form in catalogue.forms}
        read = {
            table.removeprefix("filed_")
            for rule in rules
            for figure in rule.figures
            for table, _column in reading.sandbox.reads(figure.select, _BOUND, figure.label)
        }
    finally:
        reading.db.close()
    return {tables[table] for table in read if table in tables}


def _empty(catalogue: Catalogue) -> Reading:
    """Make the tables of accepted filings in memory."""
    db = connect(":memory:")
    create_form_tables(db, catalogue)
    db.execute(_ACCEPTED)
    functions.register(db, catalogue, scheme_rates(catalogue))
    return Reading(db, catalogue, FIRM, beside=("accepted",))


def values(
    catalogue: Catalogue,
    accepted: Sequence[Accepted],
    figures: list[Figure],
    bound: dict[str, str],
    owed: dict[str, list[str]],
    seconds: float,
) -> dict[str, Value]:
    """Work out figures over accepted documents; `owed` are the periods of the year each form should have.

    A query may take `seconds` of processor time.

    Raises:
        RuleBroken: a query is wrong or asks for what it may not.
    """
    reading = _empty(catalogue)
    reading.sandbox.hurry(seconds)
    try:
        reads = {read for one in figures for read in reading.sandbox.reads(one.select, _BOUND, one.label)}
        made_of = sources(catalogue)
        reads |= {source for read in set(reads) for source in made_of.get(read, ())}
        with reading.sandbox.trusted() as db:
            _load(db, catalogue, accepted, reads)
        found = {}
        for figure in figures:
            rows = reading.sandbox.run(figure.select, dict(bound), f"政策自查“{figure.label}”")
            value = rows[0][0] if rows else None
            taken = _taken(figure, accepted, bound["year"])
            lacks = sorted(set(owed.get(figure.of, ())) - {one.period for one in accepted if one.form == figure.of})
            known = value if isinstance(value, int) and taken else None
            found[figure.id] = Value(figure, known, taken, tuple(lacks))
        return found
    finally:
        reading.db.close()


def _taken(figure: Figure, accepted: Sequence[Accepted], year: str) -> tuple[str, ...]:
    """Name the periods whose filings a figure is made of."""
    mine = sorted(one.period for one in accepted if one.form == figure.of)
    if figure.takes == "all":
        return tuple(mine)
    mine = [period for period in mine if period[:4] == year]
    return tuple(mine[-1:] if figure.takes == "last" else mine)


def _load(
    db: sqlite3.Connection, catalogue: Catalogue, accepted: Sequence[Accepted], reads: set[tuple[str, str]]
) -> None:
    """Put in the columns that are read, of ledgers and of cards as they were filed."""
    db.execute("BEGIN")
    for one in accepted:
        edition = catalogue.named(one.form, one.document["edition"]["from"]) or catalogue.edition(one.form, one.period)
        db.execute("INSERT OR REPLACE INTO accepted VALUES (?, ?, ?)", (one.form, one.period, one.accepted_on))
        if edition.is_ledger:
            _load_rows(db, edition, one.document["rows"], {column for table, column in reads if table == edition.table})
        else:
            cells = {name: cell for name, cell in one.document["cells"].items() if name in edition.by_id}
            filing.store_filed_head(db, edition, one.period, str(one.document["id"]), filing.unwired(edition, cells))
    db.execute("COMMIT")


def _load_rows(db: sqlite3.Connection, edition: Edition, rows: Iterable[dict[str, Any]], columns: set[str]) -> None:
    fields = [field for field in edition.stored_fields if field.id in columns or field.id == edition.period_of]
    names = ["uid", "edition", *(field.id for field in fields)]
    # A row that was dated anew stands in two months' filings; the later month has what it is now.
    query = (
        f"INSERT INTO {edition.table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT(uid) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names[1:])}"
    )
    db.executemany(
        query,
        ([row["uid"], edition.first, *(field.kind.unwire(row.get(field.id)) for field in fields)] for row in rows),
    )
