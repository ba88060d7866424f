"""What the province must have before a series, or it refuses it: that goes along, or the series is not frozen.

The province looks a contract up among what was filed with it. A row whose contract lies in a month that is neither
with the province, nor under way to it, nor in the same batch would be refused there, although the Book has both rows.
So would a report whose form has the rule that no month be left out (T-002) or that the firm be known first (X-011).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from forms import kinds, late_rows, periods, series
from forms.filing_states import NO_HEAD, in_sql

if TYPE_CHECKING:
    from forms.book import Book

Place = tuple[str, str]
"""(form, period)"""

_NO_GAPS, _FIRM_FIRST = "T-002", "X-011"  # whose cases only the province asks: what goes along, only the gate knows
_FIRM = "profile"  # the table of the form that says who the firm is
_THERE = (
    "SELECT f.period FROM filings f JOIN standing s ON s.filing_id = f.id"
    f" WHERE f.form = ? AND s.state NOT IN {in_sql(NO_HEAD)}"
)
_IS_THERE = (
    "({row}.period IN (SELECT period FROM there) AND ({row}.settled OR {row}.period NOT IN (SELECT period FROM added)))"
)
_QUERY = (
    f"WITH there(period) AS ({_THERE} UNION SELECT value FROM json_each(?)),"
    " added(period) AS (SELECT value FROM json_each(?))"
    " SELECT DISTINCT t.period FROM {rows} r JOIN {target} t ON t.{key} = r.{field}"
    f" WHERE r.period = ? AND t.period IS NOT NULL AND NOT {_IS_THERE.replace('{row}', 't')}"
    f" AND NOT EXISTS (SELECT 1 FROM {{target}} o WHERE o.{{key}} = r.{{field}} AND {_IS_THERE.replace('{row}', 'o')})"
)
"""Rows `added` to a month that is there are not there themselves, unless that month is filed anew in the same go."""


def needs(book: Book, wanted: Sequence[Place], period: str, *, as_of: str | None = None) -> dict[Place, list[Place]]:
    """Tell which series of `wanted` need others that the province will not have, and which.

    Only series are named that may be filed up to the `period`, its own included, oldest first: there the remedy is to
    file them along.
    """
    added = late_rows.places(book, period, as_of=as_of or periods.today())
    fileable = {*series.earlier_unfiled(book, period), *series.due_series(book, period), *added} - set(wanted)
    found: dict[Place, list[Place]] = {}
    for place in wanted:
        named = (
            *_lacking(book, *place, wanted, added),
            *_months_left_out(book, *place, wanted),
            *_firm(book, *place, wanted),
        )
        lacking = fileable.intersection(named)
        if lacking:
            found[place] = sorted(lacking, key=lambda one: (one[1], one[0]))
    return found


def sentences(book: Book, needs: Mapping[Place, Iterable[Place]]) -> list[str]:
    """Say what each series needs; those that wait for nothing but the firm's profile are said in one."""
    catalogue = book.catalogue

    def is_profile(place: Place) -> bool:
        return catalogue.edition(place[0]).table == _FIRM

    waiting = [place for place, lacking in needs.items() if all(map(is_profile, lacking))]
    if len(waiting) < 2:  # noqa: PLR2004  nothing to be said in one
        waiting = []
    said = [sentence(book, place, lacking) for place, lacking in needs.items() if place not in waiting]
    if waiting:
        profile, _year = next(iter(needs[waiting[0]]))
        first, awaited = (catalogue.edition(form).short for form in (waiting[0][0], profile))
        said.insert(0, f"{first}等 {len(waiting)} 张报表要等{awaited}先上报；请一并报送")
    return said


def sentence(book: Book, place: Place, lacking: Iterable[Place]) -> str:
    """Say it: «执行台账 2026年10月 用到 2026年5月、8月登记的合同，这几个月的合同台账还没有报送；请一并补报».

    Of months that the province has without the rows entered since, it says that.
    """
    catalogue = book.catalogue
    used: dict[str, list[str]] = {}
    for form, period in lacking:
        used.setdefault(form, []).append(period)
    edition = catalogue.edition(*place)
    left_out = used.get(place[0], [])
    targets = {field.target.partition(".")[0] for field in edition.stored_fields if field.target}
    clauses = [_left_out(left_out)] if left_out else []
    for form, months in used.items():
        target = catalogue.edition(form)
        rows = target.short.removesuffix("台账")
        if target.table == _FIRM:
            clauses.append(f"要等{target.short}先上报，企业基本信息尚未上报")
        elif form in targets and form != place[0]:
            there = _there(book, form, ())
            for some, state in (
                ([one for one in months if one not in there], "还没有报送"),
                ([one for one in months if one in there], "报送后又补登过，补登的还没有报"),
            ):
                which = "这几个月" if len(some) > 1 else "这个月"
                clauses += [f"用到 {_months(some)}登记的{rows}，{which}的{target.short}{state}"] if some else []
    earlier = any(periods.is_month(period) and period != place[1] for months in used.values() for period in months)
    remedy = "请一并补报" if earlier else "请一并报送"
    return f"{edition.short} {periods.label(place[1])} {'；'.join(clauses)}；{remedy}"


def _left_out(months: Sequence[str]) -> str:
    """Say that months before were not filed (T-002)."""
    named = _months(months)
    return f"以前的 {named}还没有上报，请先上报{named}（无业务请零申报）"


def _months(months: Sequence[str]) -> str:
    """Name months, a year only where it changes: «2026年5月、8月»."""
    said, year = [], ""
    for month in months:
        label = periods.label(month)
        said.append(label.removeprefix(f"{month[:4]}年") if month[:4] == year else label)
        year = month[:4]
    return "、".join(said)


def _lacking(book: Book, form: str, period: str, wanted: Sequence[Place], added: Sequence[Place]) -> Iterator[Place]:
    """Give the series of other ledgers that rows of this one refer to, without those that are or will be there."""
    edition = book.catalogue.edition(form, period)
    if not edition.is_ledger:
        return
    for field in edition.stored_fields:
        target_form, _, key = field.target.partition(".") if field.target else ("", "", "")
        if not isinstance(field.kind, kinds.Ref) or target_form == form:
            continue
        known = json.dumps([one for other, one in wanted if other == target_form])
        late = json.dumps([one for other, one in added if other == target_form and (other, one) not in wanted])
        table = book.catalogue.edition(target_form).table
        query = _QUERY.format(rows=edition.table, field=field.id, target=table, key=key)
        yield from ((target_form, row[0]) for row in book.db.execute(query, (target_form, known, late, period)))


def _months_left_out(book: Book, form: str, period: str, wanted: Sequence[Place]) -> Iterator[Place]:
    """Give the months without a report between the last one filed and this one, with the ledgers they add up."""
    there = _there(book, form, wanted)
    if not any(one < period for one in there):
        return  # the first one the firm files
    month = periods.previous(period)
    if month in there or not _has_rule(book, form, period, _NO_GAPS):
        return  # asked last: the rules of a form are read when somebody wants to know them
    edition = book.catalogue.edition(form, period)
    while month not in there:
        yield from ((one, month) for one in (*edition.needs, form))
        month = periods.previous(month)


def _firm(book: Book, form: str, period: str, wanted: Sequence[Place]) -> Iterator[Place]:
    """Give the form that says who the firm is, where no year's was ever filed."""
    for one in book.catalogue.edition(form, period).needs:
        if book.catalogue.table(one) != _FIRM or _there(book, one, wanted):
            continue
        if _has_rule(book, form, period, _FIRM_FIRST):
            yield one, periods.year_of(period)


def _has_rule(book: Book, form: str, period: str, rule: str) -> bool:
    return any(one.id == rule for one in book.catalogue.rules_of(form, period))


def _there(book: Book, form: str, wanted: Sequence[Place]) -> set[str]:
    """Give the periods of a form that the province has, or will have with what is filed in the same go."""
    filed = {row[0] for row in book.db.execute(_THERE, (form,))}
    return filed | {period for one, period in wanted if one == form}
