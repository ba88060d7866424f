"""Where F8 goes once the page it was pressed on has no problem left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.catalogue_of_pages import PROFILE_FORM
from desktop.error_counts import mended_here
from desktop.place import Place
from forms.explanations import explained_places
from forms.findings import ERROR, WARNING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from desktop.workspace import Workspace
    from forms.findings import Finding


def on_another_page(workspace: Workspace, here: str, *, forward: bool) -> Place | None:
    """Return the first (last) finding of the last check that the page ``here`` does not show.

    Errors that are mended where they stand come before warnings that lack their words, of both those of the shown
    month first.
    """
    explained = explained_places(workspace.book)
    for severity in (ERROR, WARNING):
        found = sorted(_series(workspace, here, severity), key=lambda pair: pair[0])
        for _elsewhere, some in found if forward else reversed(found):
            for one in some if forward else reversed(some):
                if _awaits(workspace, one, explained):
                    return Place(one.form, one.period, one.uid, one.field)
    return None


def _series(workspace: Workspace, here: str, severity: str) -> Iterator[tuple[bool, list[Finding]]]:
    """Yield the findings of each series that another page shows, and whether it is of another month."""
    for (form, period), found in workspace.result.of(severity) if workspace.result is not None else ():
        elsewhere = period not in ("", workspace.period_of(form))
        is_here = here == ("profile" if form == PROFILE_FORM else f"form:{form}")
        if not is_here or (elsewhere and not workspace.catalogue.edition(form).is_ledger):
            yield elsewhere, found


def _awaits(workspace: Workspace, one: Finding, explained: Container[tuple[str, str, str, str]]) -> bool:
    """Tell whether somebody must mend a finding where it stands, or explain it."""
    if one.severity == ERROR:
        return bool(mended_here(workspace.catalogue.edition(one.form, one.period or None), [one]))
    series = one.form, one.period, one.rule
    return (*series, "") not in explained and (*series, one.uid or "") not in explained
