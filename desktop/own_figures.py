"""What the page 统计分析 shows, read at once in the background. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import statistics
from forms.statistics import LeftOut, Measure, Month, Shore, Slice, Span
from forms.statistics_certificates import Certificate, certificates, soon_days

if TYPE_CHECKING:
    from forms.book import Book
    from forms.statistics_standing import Standing

LEDGERS = (Measure.EXECUTED, Measure.CONTRACTED)


@dataclass(frozen=True, slots=True)
class Report:
    """The firm's figures of a span; the breakdowns are of `measure`, the months and what is left out of each."""

    span: Span
    measure: Measure
    years: list[str]
    months: dict[Measure, list[Month]]
    shores: list[Shore]
    countries: list[Slice]
    clients: list[Slice]
    coarse: list[Slice]
    fine: list[Slice]
    certificates: list[Certificate]
    soon_days: int
    left_out: dict[Measure, LeftOut]

    @property
    def is_empty(self) -> bool:
        """Whether the Book has nothing at all to count."""
        missed = any(one.undated for one in self.left_out.values())
        return not self.years and not self.certificates and not missed

    def months_with(self, *wanted: Standing) -> dict[str, list[str]]:
        """Give, by form, the months in which one of its figures stands so; forms without any are left out."""
        found: dict[str, set[str]] = {}
        for measure, months in self.months.items():
            there = {one.period for one in months if one.standing in wanted}
            if there:
                found.setdefault(measure.form, set()).update(there)
        return {form: sorted(months) for form, months in sorted(found.items())}


def read(book: Book, span: Span, measure: Measure, as_of: str) -> Report:
    """Read everything; with 100,000 executions half a second."""
    countries, clients = statistics.by_country_and_client(book, measure, span)
    coarse, fine = statistics.by_class(book, measure, span)
    return Report(
        span=span,
        measure=measure,
        years=statistics.years(book),
        months={one: statistics.by_month(book, one, span) for one in Measure},
        shores=statistics.by_shore(book, measure, span),
        countries=countries,
        clients=clients,
        coarse=coarse,
        fine=fine,
        certificates=certificates(book, as_of),
        soon_days=soon_days(book),
        left_out={one: statistics.left_out(book, one, span) for one in LEDGERS},
    )
