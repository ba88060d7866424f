"""Which months before go along with a period on 审核与报送, and what the page says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import todo
from desktop.languages import translate
from desktop.languages.words import period_word
from sync import referred

if TYPE_CHECKING:
    from desktop.pages.submit import SubmitPage
    from desktop.workspace import Workspace

Place = tuple[str, str]
"""(form, period)"""


class Needs:
    """What series need of others that the province must have; asked once for each choice while the page stands."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[frozenset[Place], dict[Place, list[Place]]] = {}

    def forget(self) -> None:
        """Ask anew: the Book may have changed."""
        self._known.clear()

    def of(self, places: list[Place]) -> dict[Place, list[Place]]:
        """Return which of the series need others, and which."""
        choice = frozenset(places)
        if choice not in self._known:
            self._known[choice] = referred.needs(self._workspace.book, places, self._workspace.period)
        return self._known[choice]


def offer(page: SubmitPage, missing: list[Place]) -> None:
    """Offer to file all earlier months along."""
    page.earlier.setVisible(bool(missing))
    page.earlier.setChecked(page.workspace.with_earlier)
    if missing:
        text = translate("Submit", "一并补报 %1起没有报送、或报后又补登的 %2 张报表")
        page.earlier.setText(text.replace("%1", period_word(missing[0][1])).replace("%2", str(len(missing))))


def along(page: SubmitPage, ready: list[todo.Line], missing: list[Place]) -> list[Place]:
    """Return the earlier series that go along: all, or offered and ticked those whose rows the period uses."""
    space = page.workspace
    book = space.book
    before = missing if space.with_earlier else []
    lacking = page.needs.of([*before, *((one.form, one.period) for one in ready)])
    said = referred.sentences(book, lacking)
    offered = [one for one in missing if any(one in some for some in lacking.values())]
    page.lacking.setText("\n".join(said))
    comma = translate("Submit", "、")
    users = comma.join(one.short for one in ready if (one.form, one.period) in lacking)
    names = comma.join(one.short for one in todo.lines_of(space, offered))
    text = translate("Submit", "%1要先有这些报表，一并补报：%2")
    page.needed.setText(text.replace("%1", users).replace("%2", names))
    page.lacking.setVisible(bool(offered))  # what nothing is offered for stands beside the button
    page.needed.setVisible(bool(offered))
    return before or (offered if page.needed.isChecked() else [])
