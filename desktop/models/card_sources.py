"""Which ledger rows a computed figure of a card form is made of, read from the SQL that computes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.place import Place
from forms.statistics_rows import Rows

if TYPE_CHECKING:
    from desktop.models.card_model import CardModel
    from forms.catalogue import Catalogue
    from forms.definition import Field

_FROM: Final = re.compile(r"FROM (\w+) AS (\w+)\s+WHERE (.+?)(?:\s+GROUP BY|\)|$)", re.DOTALL)
_BRANCH: Final = re.compile(r"code_attr\('(\w+)', \w+\.code, '(\w+)'\) WHEN '(\w+)'")
_FILED: Final = "filed_"
_PERIOD: Final = ":period"


def source_of(catalogue: Catalogue, one: Field) -> str:
    """Return the ledger form a computed figure is made of, "" where it is made of none."""
    ledgers = [form for form in catalogue.forms if catalogue.edition(form).is_ledger]
    named = [form for form in ledgers if f" {catalogue.table(form)} " in (one.computed or "")]
    return named[-1] if named else ""


def rows_behind(catalogue: Catalogue, one: Field, period: str) -> Rows | None:
    """Return the rows a figure of the period counts or adds up; None where its SQL also reads filed figures."""
    form, sql = source_of(catalogue, one), one.computed or ""
    found = _FROM.findall(sql)
    if not form or _FILED in sql or len(found) != 1 or found[0][0] != catalogue.table(form):
        return None
    _table, alias, condition = found[0]
    where = condition.replace(f"{alias}.", "").strip()
    branch = _BRANCH.search(sql)
    if branch:
        where += " AND code_attr('{}', biz_code, '{}') = '{}'".format(*branch.groups())
    return Rows(form, f"({where.replace(_PERIOD, '?')})", (period,) * where.count(_PERIOD))


def place_behind(catalogue: Catalogue, model: CardModel, one: Field) -> Place | None:
    """Return where a figure comes from: the rows that make it, or the value by which it is not known."""
    cause = model.figures.causes.get(one.id)
    if cause is not None:
        return Place(cause.form, cause.period, cause.uid, cause.field)
    source = source_of(catalogue, one)
    words = f"{model.edition.short} {one.line} {one.label}"
    rows = rows_behind(catalogue, one, model.period)
    return Place(source, model.period, rows=rows, words=words) if source else None
