"""有错误 on 审核与报送: what must be mended, with the way to each cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.error_counts import Places, mended_here
from desktop.figures import figure
from desktop.languages.words import period_word
from desktop.pages.submit_groups import Group, place_line
from desktop.pieces import LinkLine, button, label
from desktop.place import Place

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from forms.findings import Finding

_SHOWN = 6
_IN_FULL = 4  # series; of each further one the first error leads on


class ErrorGroup(Group):
    """有错误: what must be mended, with the way to each cell."""

    def __init__(self) -> None:
        super().__init__("error", "returned")
        self.places = Places()
        self.links: list[LinkLine] = []  # to what is mended where it stands, from the top down

    def show_findings(self, errors: dict[tuple[str, str], list[Finding]], now: set[str], workspace: Workspace) -> None:
        """Show the errors by series (form, period), the first of each in words; `now` are the present periods."""
        catalogue = workspace.catalogue
        self.links.clear()
        own = {one: mended_here(catalogue.edition(one[0], one[1] or None), found) for one, found in errors.items()}
        present = sum(count for (_form, period), count in own.items() if not period or period in now)
        self.places = Places(present, sum(own.values()) - present)
        self.begin(self.tr("有错误"), sum(self.places), self.tr("修改后才能报送；点位置直达单元格，F8 逐处跳转"))
        self.wanted = bool(errors)
        for number, ((form, period), group) in enumerate(errors.items()):
            shown = _SHOWN if number < _IN_FULL else 1
            short = workspace.catalogue.edition(form, period or None).short
            when = f"{short} {period_word(period)}" if period else short
            name = self.tr("%1　%2 处") if own[form, period] else self.tr("%1　台账改好后自动算出")
            name = name.replace("%1", when).replace("%2", figure(own[form, period]))
            self.body.addWidget(label(name, "strong"))
            for one in group[:shown]:
                line = place_line(one, workspace, self.placeChosen)
                self.body.addLayout(line)
                link = line.itemAt(0).widget()
                if isinstance(link, LinkLine) and mended_here(catalogue.edition(form, period or None), [one]):
                    self.links.append(link)
            if len(group) > shown:
                text = (
                    self.tr("还有 %1 处，到%2逐处修改").replace("%1", figure(len(group) - shown)).replace("%2", short)
                )
                following = group[shown]
                place = Place(following.form, following.period, following.uid, following.field)
                self.body.addWidget(button(text, "", "link", partial(self.placeChosen.emit, place)))
            self.body.addSpacing(4)
