"""The firm's own figures (统计分析): its ledgers added up by month, country, business class, client; its certificates.

Everything is read from today's ledgers and monthly reports of one Book; which months are with the province, and whether
their figures still are those that were filed, is told beside them. Amounts are hundredths: of USD for contracts and
executions (the forms' own `amount_usd`; original currencies are never added up), of CNY for revenue. A share is
hundredths of a percent.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms import periods
from forms.statistics_standing import Standing, standings

if TYPE_CHECKING:
    from forms.book import Book

CONTRACTS, EXECUTIONS, MONTHLY, CERTIFICATES = "JLFW-02", "JLFW-03", "JLFW-04", "JLFW-05"
DECEMBER = 12
UNKNOWN_COUNTRY = "ZZZ"


class Measure(enum.StrEnum):
    """What is added up. The value names its column in the filed monthly reports."""

    EXECUTED = "exec_usd"
    CONTRACTED = "contract_usd"
    OUTSOURCING = "so_revenue"
    REVENUE = "total_revenue"

    @property
    def form(self) -> str:
        """The form the figures are typed into."""
        return {Measure.EXECUTED: EXECUTIONS, Measure.CONTRACTED: CONTRACTS}.get(self, MONTHLY)

    @property
    def is_dollars(self) -> bool:
        """Whether amounts are USD; the others are CNY."""
        return self.form != MONTHLY


@dataclass(frozen=True, slots=True)
class Span:
    """January to a month of a year: `Span("2026", 10)`."""

    year: str
    through: int = DECEMBER

    @property
    def first(self) -> str:
        """The first month."""
        return f"{self.year}-01"

    @property
    def last(self) -> str:
        """The last month."""
        return f"{self.year}-{self.through:02d}"

    @property
    def months(self) -> list[str]:
        """All its months."""
        return list(periods.months_between(self.first, self.last))

    @property
    def before(self) -> Span:
        """The same months of the year before."""
        return Span(str(int(self.year) - 1), self.through)

    @property
    def label(self) -> str:
        """«2026年», «2026年1月», «2026年1月至10月»."""
        if self.through == DECEMBER:
            return periods.label(self.year)
        until = f"至{self.through}月" if self.through > 1 else ""
        return f"{periods.label(self.first)}{until}"


@dataclass(frozen=True, slots=True)
class Month:
    """A month's figure and that of the year before; None where nothing is known."""

    period: str
    value: int | None
    before: int | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Shore:
    """A month's (or the span's: `period` is empty) amount in USD hundredths by where the client is.

    `total` holds `unclear` ones too: rows that do not say.
    """

    period: str
    offshore: int
    onshore: int
    total: int

    @property
    def unclear(self) -> int:
        """What is neither."""
        return self.total - self.offshore - self.onshore

    @property
    def share(self) -> int | None:
        """The offshore share (离岸占比); None where it would mislead: no amount, or more paid back than received."""
        if self.total <= 0 or not 0 <= self.offshore <= self.total:
            return None
        return (2 * self.offshore * 10_000 + self.total) // (2 * self.total)


@dataclass(frozen=True, slots=True)
class Slice:
    """What belongs to one country, class or client: `amount` in USD hundredths, and of how many rows.

    `code` is None where the rows do not say; `parent` is the class (ITO, BPO, KPO) of a business code.
    """

    code: str | None
    label: str
    amount: int
    rows: int
    parent: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of a ledger that no figure can contain, with their number: without date, or in the span without USD."""

    undated: int
    unpriced: int


# What was agreed in a month: its contracts, and what changes of contracts added or took away, as of their contract.
_AGREED = """
(SELECT period, shore_type, client_country, client_name, biz_l1, biz_code, amount_usd FROM contracts
 UNION ALL
 SELECT h.period, h.shore_type, c.client_country, c.client_name, c.biz_l1, c.biz_code, h.delta_amount_usd
 FROM contract_changes AS h LEFT JOIN contracts AS c
   ON c.pos = (SELECT x.pos FROM contracts AS x WHERE x.contract_no = h.contract_no ORDER BY x.pos LIMIT 1)
 WHERE h.delta_amount_usd <> 0)"""


def _source(book: Book, measure: Measure) -> str:
    """Give what a measure of the ledgers adds up: a table, or a query in brackets."""
    return _AGREED if measure is Measure.CONTRACTED else book.catalogue.table(measure.form)


# -- by month ----------------------------------------------------------------------------------------------------------


def by_month(book: Book, measure: Measure, span: Span) -> list[Month]:
    """Give a measure month by month, beside the same months of the year before.

    A month of the year before that the ledgers know nothing of is taken from its filed monthly report, if there is one.
    """
    here, filed = _sums(book, measure, span), _filed_figures(book, measure)
    there = _sums(book, measure, span.before)
    known = bool(there)
    stand = standings(book, measure.form)
    found = []
    for month in span.months:
        earlier = periods.shift(month, -DECEMBER)
        value = here.get(month, 0 if measure.is_dollars else None)
        before = there.get(earlier, filed.get(earlier, 0 if known and measure.is_dollars else None))
        standing = stand.get(month, Standing.DRAFT if month in here else Standing.NOTHING)
        if standing == Standing.FILED and filed.get(month, value) != value:
            standing = Standing.CHANGED
        found.append(Month(month, value, before, standing))
    return found


def _sums(book: Book, measure: Measure, span: Span) -> dict[str, int]:
    table = book.catalogue.table(measure.form)
    if measure.is_dollars:
        source = _source(book, measure)
        query = (
            f"SELECT period, coalesce(sum(amount_usd), 0) FROM {source} WHERE period BETWEEN ? AND ? GROUP BY period"
        )
    else:
        query = f"SELECT period, {measure} FROM {table} WHERE period BETWEEN ? AND ? AND {measure} IS NOT NULL"
    return dict(book.db.execute(query, (span.first, span.last)).fetchall())


def _filed_figures(book: Book, measure: Measure) -> dict[str, int]:
    table = book.catalogue.table(MONTHLY)
    query = f"SELECT period, {measure} FROM filed_{table} WHERE {measure} IS NOT NULL"
    return dict(book.db.execute(query).fetchall())


def by_shore(book: Book, measure: Measure, span: Span) -> list[Shore]:
    """Give offshore and onshore month by month, and last the whole span."""
    query = (
        "SELECT period, coalesce(sum(amount_usd) FILTER (WHERE shore_type = 'OFF'), 0),"
        " coalesce(sum(amount_usd) FILTER (WHERE shore_type = 'ON'), 0), coalesce(sum(amount_usd), 0)"
        f" FROM {_source(book, measure)} WHERE period BETWEEN ? AND ? GROUP BY period"
    )
    rows = {row[0]: Shore(*row) for row in book.db.execute(query, (span.first, span.last))}
    months = [rows.get(month, Shore(month, 0, 0, 0)) for month in span.months]
    whole = Shore(
        "", sum(one.offshore for one in months), sum(one.onshore for one in months), sum(one.total for one in months)
    )
    return [*months, whole]


# -- by whom and what --------------------------------------------------------------------------------------------------

# An execution belongs to its contract's client and country; without a registered contract the payer's country counts,
# as in the monthly report. The first of several contracts of one number is meant.
_EXECUTED = """
SELECT coalesce(c.client_country, e.payer, ?3) AS country, c.client_name AS client, sum(e.amount), sum(e.rows)
FROM (SELECT contract_no, payer_country AS payer, coalesce(sum(amount_usd), 0) AS amount, count(*) AS rows
      FROM executions WHERE +period BETWEEN ?1 AND ?2 GROUP BY contract_no, payer_country) AS e
LEFT JOIN contracts AS c ON c.pos =
  (SELECT x.pos FROM contracts AS x WHERE x.contract_no = e.contract_no ORDER BY x.pos LIMIT 1)
GROUP BY 1, 2"""
_CONTRACTED = f"""
SELECT coalesce(client_country, ?3) AS country, client_name AS client, coalesce(sum(amount_usd), 0), count(*)
FROM {_AGREED} WHERE +period BETWEEN ?1 AND ?2 GROUP BY 1, 2"""


def by_country_and_client(book: Book, measure: Measure, span: Span) -> tuple[list[Slice], list[Slice]]:
    """Give the countries (regions) of the clients, and the clients, the largest amount first."""
    query = _EXECUTED if measure is Measure.EXECUTED else _CONTRACTED
    countries: dict[str | None, tuple[int, int]] = {}
    clients: dict[str | None, tuple[int, int]] = {}
    for country, client, amount, rows in book.db.execute(query, (span.first, span.last, UNKNOWN_COUNTRY)):
        for found, code in ((countries, country), (clients, client)):
            had = found.get(code, (0, 0))
            found[code] = (had[0] + amount, had[1] + rows)
    names = book.catalogue.codelist("countries")
    return (
        _largest([Slice(code, names.label(code), *sums) for code, sums in countries.items()]),
        _largest([Slice(code, code or "", *sums) for code, sums in clients.items()]),
    )


def by_class(book: Book, measure: Measure, span: Span) -> tuple[list[Slice], list[Slice]]:
    """Give the classes (ITO, BPO, KPO), and the finer codes with their class as `parent`, the largest first."""
    own = "NULL" if measure is Measure.EXECUTED else "biz_l1"
    query = (
        f"SELECT biz_code, CASE WHEN biz_code IS NULL THEN {own} END, coalesce(sum(amount_usd), 0), count(*)"
        f" FROM {_source(book, measure)} WHERE +period BETWEEN ? AND ? GROUP BY 1, 2"
    )
    codes, classes = book.catalogue.codelist("biz_codes"), book.catalogue.codelist("biz_l1")
    fine = []
    sums: dict[str, tuple[int, int]] = {}
    for code, said, amount, rows in book.db.execute(query, (span.first, span.last)):
        known = codes.codes.get(code or "")
        parent = known.attrs.get("l1", "") if known else said or ""
        fine.append(Slice(code, codes.label(code), amount, rows, parent))
        had = sums.get(parent, (0, 0))
        sums[parent] = (had[0] + amount, had[1] + rows)
    coarse = [Slice(code or None, classes.label(code), *had) for code, had in sums.items()]
    return _largest(coarse), _largest(fine)


def _largest(slices: list[Slice]) -> list[Slice]:
    """Sort by amount, the largest first; what the rows do not say comes last."""
    return sorted(slices, key=lambda one: (one.code is None, -one.amount, one.label))


def top(slices: list[Slice], count: int, rest: str) -> list[Slice]:
    """Keep the `count` largest that have a name and add up all others as `rest`, if there are any."""
    named = [one for one in slices if one.code is not None]
    kept = named[:count]
    others = [*named[count:], *(one for one in slices if one.code is None)]
    if not others:
        return kept
    return [*kept, Slice(None, rest, sum(one.amount for one in others), sum(one.rows for one in others))]


# -- what there is -----------------------------------------------------------------------------------------------------


def years(book: Book) -> list[str]:
    """Give the years the ledgers and monthly reports have something of, the newest first."""
    found: set[str] = set()
    for form in (CONTRACTS, EXECUTIONS, MONTHLY):
        table = book.catalogue.table(form)
        low, high = book.db.execute(f"SELECT min(period), max(period) FROM {table}").fetchone()
        if low:
            found.update(str(year) for year in range(int(low[:4]), int(high[:4]) + 1))
    return sorted(found, reverse=True)


def left_out(book: Book, measure: Measure, span: Span) -> LeftOut:
    """Count the rows of the measure's ledger that its figures miss."""
    table = book.catalogue.table(measure.form)
    undated = book.db.execute(f"SELECT count(*) FROM {table} WHERE period IS NULL").fetchone()[0]
    query = f"SELECT count(*) - count(amount_usd) FROM {table} WHERE period BETWEEN ? AND ?"
    return LeftOut(undated, book.db.execute(query, (span.first, span.last)).fetchone()[0])
