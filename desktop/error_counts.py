"""How many mistakes there are to mend, and of which months: every page says it with these figures and words. No Qt.

A mistake counts once, where it is mended. A report whose figure cannot be told because a ledger's cell is wrong counts
nothing of its own, though it cannot be filed before that cell is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.figures import figure
from desktop.languages import translate
from forms import doubtful, general, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.todo import Line
    from desktop.workspace import Workspace
    from forms.definition import Edition
    from forms.findings import Finding


class Places(NamedTuple):
    """Places of the chosen period (rows without a date among them), and of all other months."""

    now: int = 0
    others: int = 0

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return any(self[:])

    def __str__(self) -> str:
        """Say which are meant: «本期 2 处，其他月份 9 处»."""
        if self.now and self.others:
            text = translate("Counts", "本期 %1 处，其他月份 %2 处")
            return text.replace("%1", figure(self.now)).replace("%2", figure(self.others))
        text = translate("Counts", "其他月份 %1 处") if self.others else translate("Counts", "本期 %1 处")
        return text.replace("%1", figure(self.others or self.now))


def must_be_mended(errors: Places) -> str:
    """Say how many errors keep the firm from filing."""
    return translate("Counts", "错误须修改：%1").replace("%1", str(errors))


def must_be_explained(waiting: Places) -> str:
    """Say how many warnings lack their explanation."""
    return translate("Counts", "核实项待说明：%1").replace("%1", str(waiting))


def errors(workspace: Workspace, lines: Iterable[Line]) -> Places:
    """Count the errors of the period, whose ``lines`` these are, and of earlier months that are still to be filed."""
    return Places(sum(one.own_errors for one in lines), sum(errors_before(workspace).values()))


def errors_before(workspace: Workspace) -> dict[tuple[str, str], int]:
    """Return the errors of the last check by series (form, period), of earlier periods that are still to be filed."""
    book = workspace.book
    query = "SELECT form, period, errors FROM checked WHERE errors > 0 AND period <> ''"
    counted = {(row["form"], row["period"]): int(row["errors"]) for row in book.db.execute(query)}
    earlier = series.earlier_unfiled(book, workspace.period)
    found = [(one, own_errors(workspace, *one, counted[one])) for one in earlier if one in counted]
    return {one: count for one, count in found if count}


def own_errors(workspace: Workspace, form: str, period: str, count: int) -> int:
    """Return how many of a series' errors are mended there, not in a ledger whose value keeps its figures unknown."""
    book, result = workspace.book, workspace.result
    edition = book.catalogue.edition(form, period)
    if not count or edition.is_ledger:
        return count
    told = result.among(form, period, "error") if result is not None and workspace.is_checked else []
    if told:  # the check has asked already
        return max(count - (len(told) - mended_here(edition, told)), 0)
    return max(count - len(doubtful.untold(book, edition, [period], as_of=workspace.as_of)), 0)


def mended_here(edition: Edition, found: Sequence[Finding]) -> int:
    """Count the errors of a series that are mended where they stand; the others go when a ledger's cell is right."""
    if edition.is_ledger:
        return len(found)
    return sum(not (one.rule == general.NUMBER and _is_computed(edition, one.field)) for one in found)


def _is_computed(edition: Edition, name: str | None) -> bool:
    field = edition.by_id.get(name or "")
    return field is not None and field.computed is not None
