"""Rows that refer to rows of another form (executions to contracts): the province must have those, or they go along.

The province looks a contract up among what was filed with it. A row whose contract lies in a month that is neither
with the province, nor under way to it, nor in the same batch would be refused there, although the Book has both rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from forms import kinds, periods, series
from forms.filing_states import NO_HEAD, in_sql

if TYPE_CHECKING:
    from forms.book import Book
    from forms.catalogue import Catalogue

Place = tuple[str, str]
"""(form, period)"""

_QUERY = (
    "WITH there(period) AS (SELECT f.period FROM filings f JOIN standing s ON s.filing_id = f.id"
    f" WHERE f.form = ? AND s.state NOT IN {in_sql(NO_HEAD)} UNION SELECT value FROM json_each(?))"
    " SELECT DISTINCT t.period FROM {rows} r JOIN {target} t ON t.{key} = r.{field}"
    " WHERE r.period = ? AND t.period IS NOT NULL AND t.period NOT IN (SELECT period FROM there)"
    " AND NOT EXISTS (SELECT 1 FROM {target} o WHERE o.{key} = r.{field} AND o.period IN (SELECT period FROM there))"
)


def needs(book: Book, wanted: Sequence[Place], period: str) -> dict[Place, list[Place]]:
    """Tell which ledgers of `wanted` use rows of series that the province will not have, and of which.

    Only series are named that may be filed up to the `period`, its own included, oldest first: there the remedy is to
    file them along.
    """
    fileable = {*series.earlier_unfiled(book, period), *series.due_series(book, period)} - set(wanted)
    found: dict[Place, list[Place]] = {}
    for form, one in wanted:
        lacking = {place for place in _lacking(book, form, one, wanted) if place in fileable}
        if lacking:
            found[form, one] = sorted(lacking, key=lambda place: (place[1], place[0]))
    return found


def sentence(catalogue: Catalogue, place: Place, lacking: Iterable[Place]) -> str:
    """Say it: «执行台账 2026年10月 用到 2026年5月、8月登记的合同，这几个月的合同台账还没有报送；请一并补报»."""
    used: dict[str, list[str]] = {}
    for form, period in lacking:
        used.setdefault(form, []).append(period)
    short = catalogue.edition(*place).short
    clauses = []
    for form, months in used.items():
        target = catalogue.edition(form).short
        which = "这几个月" if len(months) > 1 else "这个月"
        rows = target.removesuffix("台账")
        clauses.append(f"用到 {_months(months)}登记的{rows}，{which}的{target}还没有报送")
    remedy = "请一并补报" if any(period != place[1] for months in used.values() for period in months) else "请一并报送"
    return f"{short} {periods.label(place[1])} {'；'.join(clauses)}；{remedy}"


def _months(months: Sequence[str]) -> str:
    """Name months, a year only where it changes: «2026年5月、8月»."""
    said, year = [], ""
    for month in months:
        label = periods.label(month)
        said.append(label.removeprefix(f"{month[:4]}年") if month[:4] == year else label)
        year = month[:4]
    return "、".join(said)


def _lacking(book: Book, form: str, period: str, wanted: Sequence[Place]) -> Iterator[Place]:
    """Give the series of other ledgers that rows of this one refer to, without those that are or will be there."""
    edition = book.catalogue.edition(form, period)
    if not edition.is_ledger:
        return
    for field in edition.stored_fields:
        target_form, _, key = field.target.partition(".") if field.target else ("", "", "")
        if not isinstance(field.kind, kinds.Ref) or target_form == form:
            continue
        known = json.dumps([one for other, one in wanted if other == target_form])
        table = book.catalogue.edition(target_form).table
        query = _QUERY.format(rows=edition.table, field=field.id, target=table, key=key)
        yield from ((target_form, row[0]) for row in book.db.execute(query, (target_form, known, period)))
