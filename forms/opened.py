"""An opening balance (期初) as the province reads it: a document of contracts with more than one form's rows in it.

`opening` holds `executions` (rows of form 03, what was executed so far) and `months` (period → figures of form 04).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from forms import periods
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from forms.catalogue import Catalogue
    from forms.definition import Edition
    from forms.kinds import Stored

CONTRACTS: Final = "JLFW-02"
EXECUTIONS: Final = "JLFW-03"
MONTHLY: Final = "JLFW-04"


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one form in an opening balance; of a card form one row, of its period."""

    edition: Edition
    period: str
    rows: list[dict[str, Any]]


def parts(catalogue: Catalogue, document: Mapping[str, Any]) -> Iterator[Part]:
    """Yield what goes with the contracts.

    Raises:
        ValueError: it is not of this shape.
    """
    opening, firm, last = document["opening"], document["series"]["firm"], document["series"]["period"]
    if document["series"]["form"] != CONTRACTS or opening.keys() != {"executions", "months"}:
        raise ValueError
    executions, months = opening["executions"], opening["months"]
    if not isinstance(executions, list) or not isinstance(months, dict):
        raise ValueError
    if not all(isinstance(row, dict) and isinstance(row.get("uid"), str) for row in executions):
        raise ValueError
    if not all(periods.is_month(month) and month <= last and isinstance(row, dict) for month, row in months.items()):
        raise ValueError
    yield Part(catalogue.edition(EXECUTIONS, last), last, executions)
    for month, cells in months.items():
        yield Part(catalogue.edition(MONTHLY, month), month, [{**cells, "uid": f"{firm}:{MONTHLY}:{month}"}])


def dated_wrong(part: Part, row: Mapping[str, Stored], last: str) -> list[str]:
    """Name the date of a ledger's row that lies after the opening balance's month."""
    date = part.edition.period_of
    return [date] if date is not None and not "" < str(row.get(date) or "")[:7] <= last else []


def refuse_second(heads: Iterable[Mapping[str, Any]], document: Mapping[str, Any]) -> None:
    """Refuse an opening balance where there is one, or filed months that it would lie among.

    Raises:
        InputRefused: so it is.
    """
    own = [head for head in heads if head["series"]["firm"] == document["series"]["firm"]]
    months = [str(head["series"]["period"]) for head in own if periods.is_month(str(head["series"]["period"]))]
    if any("opening" in head for head in own) or any(month <= document["series"]["period"] for month in months):
        raise InputRefused("opening-known", "平台上已有本企业的期初或更早月份的申报，期初只能报送一次。")
