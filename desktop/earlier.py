"""What earlier periods still owe: their errors, the cell an error leads to, and the way to file them. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.error_counts import Places, errors_before, own_errors
from desktop.languages import translate
from desktop.languages.words import list_of
from desktop.place import Place

if TYPE_CHECKING:
    from desktop.workspace import Workspace


def errors_card(workspace: Workspace, wrong: list[tuple[Place, int, str]]) -> tuple[int, str, Place | None]:
    """Return number and note of the card that counts errors, and where it leads: to the first cell that is wrong.

    ``wrong`` are the series of this period with errors: place, count, name. Each mistake counts once, where
    it is mended. Errors of earlier periods are said beside them, for the ledger shows all its rows, and so all of them.
    """
    own = [(place, own_errors(workspace, place.form, place.period, count), name) for place, count, name in wrong]
    mended = [(place, count, name) for place, count, name in own if count]
    before = errors_before(workspace)
    if before:
        note = str(Places(others=sum(before.values())))
    else:
        note = list_of([name for _place, _count, name in mended]) or translate("Todo", "没有发现错误")
    first = mended[0][0] if mended else next((Place(*one) for one in before), None)
    return sum(count for _place, count, _name in mended), note, first and cell_of(workspace, first)


def file_together(workspace: Workspace) -> None:
    """Go where a period is filed, with the earlier ones ticked."""
    if not workspace.with_earlier:
        workspace.with_earlier, workspace.result = True, None
        workspace.dataChanged.emit("")  # the pages show another set of months
    workspace.pageWanted.emit("submit")


def cell_of(workspace: Workspace, place: Place) -> Place:
    """Return the cell of the first error of a series, where the last check told it; rows of no period come last."""
    result = workspace.result
    if result is None:
        return place
    found = [*result.among(place.form, place.period, "error")[:1], *result.among(place.form, "", "error")[:1]]
    return Place(place.form, found[0].period or place.period, found[0].uid, found[0].field) if found else place
