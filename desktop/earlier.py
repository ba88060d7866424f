"""What earlier periods still owe: their errors, and the cell an error leads to. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.languages import translate
from desktop.place import Place
from forms import series

if TYPE_CHECKING:
    from desktop.workspace import Workspace


def errors_before(workspace: Workspace) -> dict[tuple[str, str], int]:
    """Return the errors of the last check by series (form, period), of earlier periods that are still to be filed."""
    book = workspace.book
    query = "SELECT form, period, errors FROM checked WHERE errors > 0 AND period <> ''"
    counted = {(row["form"], row["period"]): int(row["errors"]) for row in book.db.execute(query)}
    return {one: counted[one] for one in series.earlier_unfiled(book, workspace.period) if one in counted}


def errors_card(workspace: Workspace, wrong: list[Place], names: str) -> tuple[str, Place | None]:
    """Return the note of the card that counts errors, and where it leads: to the first cell that is wrong.

    ``wrong`` are the series of this period with errors, ``names`` names them. Errors of earlier periods are said
    beside them, for the ledger shows all its rows and so all its errors.
    """
    before = errors_before(workspace)
    note = names or (translate("Todo", "本期没有错误") if before else translate("Todo", "没有发现错误"))
    if before:
        also = translate("Todo", "%1；以前各期另有 %2 处")
        note = also.replace("%1", note).replace("%2", str(sum(before.values())))
    first = wrong[0] if wrong else next((Place(*one) for one in before), None)
    return note, first and cell_of(workspace, first)


def cell_of(workspace: Workspace, place: Place) -> Place:
    """Return the cell of the first error of a series, where the last check told it."""
    found = workspace.result.findings if workspace.result is not None else []
    for one in found:
        if one.severity == "error" and one.form == place.form and one.period in (place.period, ""):
            return Place(one.form, one.period or place.period, one.uid, one.field)
    return place
