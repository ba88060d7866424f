"""Which rows of a ledger a figure of the statistics is made of, so that a number leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.statistics import UNKNOWN_COUNTRY, Measure

if TYPE_CHECKING:
    from forms.statistics import Span

# Of an execution: what `forms.statistics` reads of its contract.
_OF_CONTRACT = "(SELECT c.{0} FROM contracts AS c WHERE c.contract_no = executions.contract_no ORDER BY c.pos LIMIT 1)"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the ledger `form`: the condition that finds them in its table, with its parameters."""

    form: str
    where: str
    params: tuple[str | None, ...] = ()


def of_month(measure: Measure, month: str) -> Rows:
    """Give the rows of a month."""
    return Rows(measure.form, "period = ?", (month,))


def of_country(measure: Measure, span: Span, country: str) -> Rows:
    """Give the rows of a client country (`UNKNOWN_COUNTRY`: those that do not say)."""
    said = (
        "client_country" if measure is Measure.CONTRACTED else f"{_OF_CONTRACT.format('client_country')}, payer_country"
    )
    return _within(measure, span, f"coalesce({said}, '{UNKNOWN_COUNTRY}') = ?", country)


def of_client(measure: Measure, span: Span, name: str | None) -> Rows:
    """Give the rows of a client; None: those that do not say."""
    said = "client_name" if measure is Measure.CONTRACTED else _OF_CONTRACT.format("client_name")
    return _within(measure, span, f"{said} IS ?", name)


def of_class(measure: Measure, span: Span, code: str | None, parent: str = "") -> Rows:
    """Give the rows of a business code; None: those without one, of contracts with the class `parent`."""
    if code is None and measure is Measure.CONTRACTED:
        return _within(measure, span, "biz_code IS NULL AND coalesce(biz_l1, '') = ?", parent)
    return _within(measure, span, "biz_code IS ?", code)


def missed(measure: Measure, span: Span) -> Rows:
    """Give the rows no figure of the span contains: without the date that puts them into a month, or without USD."""
    where = "(period IS NULL OR (period BETWEEN ? AND ? AND amount_usd IS NULL))"
    return Rows(measure.form, where, (span.first, span.last))


def _within(measure: Measure, span: Span, condition: str, value: str | None) -> Rows:
    return Rows(measure.form, f"period BETWEEN ? AND ? AND {condition}", (span.first, span.last, value))
