"""Why a computed figure of a card form is not known: the values of the ledgers that did not parse, by their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from forms import findings, general, undecided, unparsed
from forms.reading import reading_of
from forms.rules import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from forms.book import Book
    from forms.definition import Edition, Field
    from forms.findings import Finding
    from forms.kinds import Stored

MOST: Final = 20
"""Rows of one ledger that are told; who mends these sees the next."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A value that did not parse, by which computed figures are in doubt. ``period`` is "" for a row without a date."""

    form: str
    period: str
    uid: str
    field: str
    place: str
    doubts: frozenset[str]

    def __str__(self) -> str:
        """Say it: «合同台账第58行“签订日期”填的是“2026-02-30”，没有识别»."""
        return self.place


def causes(book: Book, edition: Edition, period: str, *, as_of: str) -> dict[str, Cause]:
    """Give the first cause of each computed field that cannot be told for the period."""
    computed = [field for field in edition.fields if field.computed is not None]
    found: dict[str, list[Cause]] = {}
    for form in book.catalogue.forms if computed else ():
        table = book.catalogue.table(form)
        some = list(_unparsed(book, form, period))
        if some:
            found[table] = some
    if not found:
        return {}
    sandbox = reading_of(book).sandbox
    bound: dict[str, Stored] = {"period": period, "as_of": as_of, "firm": book.firm.uscc}
    known: dict[str, Cause] = {}
    for field in computed:
        reads = sandbox.reads(f"SELECT ({field.computed})", bound, f"{edition.title}“{field.label}”")
        cause = next(
            (one for table, column in sorted(reads) for one in found.get(table, ()) if column in one.doubts), None
        )
        if cause is not None:
            known[field.id] = cause
    return known


def _unparsed(book: Book, form: str, period: str) -> Iterable[Cause]:
    """Give the values of a form that did not parse, in rows of the period or of no known one."""
    table = book.catalogue.table(form)
    query = (
        f"SELECT uid, pos, period, unparsed FROM {table}"
        " WHERE unparsed IS NOT NULL AND (period IS NULL OR CAST(period AS TEXT) = ?) ORDER BY pos LIMIT ?"
    )
    for row in book.db.execute(query, (period, MOST)):
        edition = book.catalogue.edition(form, row["period"])
        where = findings.place_of(edition, row["pos"], row["period"])
        for name, (text, _reason) in unparsed.of(row).items():
            place = f"{where}“{edition.by_id[name].label}”填的是“{text}”，没有识别"
            doubts = undecided.with_dependents(edition, (name,))
            yield Cause(form, row["period"] or "", row["uid"], name, place, doubts)


def untold(book: Book, edition: Edition, some: Iterable[str], *, as_of: str) -> list[Finding]:
    """Tell, once for each cause, the computed figures of the card forms that cannot be told (F00-004)."""
    template = general.template(book.catalogue, general.NUMBER, "computed")
    if edition.is_ledger or template is None:
        return []
    message = Message.of(template.message)
    told = []
    for period in some:
        together: dict[Cause, list[Field]] = {}
        for name, cause in causes(book, edition, period, as_of=as_of).items():
            together.setdefault(cause, []).append(edition.by_id[name])
        for cause, fields in together.items():
            values = {
                "place": findings.place_of(edition, 0, period),
                "label": fields[0].label,
                "count": str(len(fields)),
                "cause": str(cause),
            }
            said = message.fill(values)
            blank = findings.of_period(general.NUMBER, template.severity, edition.form, period, said)
            told.append(replace(blank, field=fields[0].id))
    return told
