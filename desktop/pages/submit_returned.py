"""The group 已退回，待更正 of 审核与报送: what came back and nobody has touched since is not filed as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop import filings
from desktop.pages.sentence import Sentence
from desktop.pages.submit_groups import Group
from desktop.pieces import Pill, button, label, row
from desktop.place import Place

if TYPE_CHECKING:
    from desktop.todo import Line
    from desktop.workspace import Workspace


class ReturnedGroup(Group):
    """Each report that came back, with what was said of it, and the ways on.

    `asItIs` tells that the accountant says a report (form, period) is right as it was filed.
    """

    asItIs = Signal(object)

    def __init__(self) -> None:
        super().__init__("returned", "returned")
        self.lines: list[Line] = []

    def show_lines(self, lines: list[Line], workspace: Workspace) -> None:
        """Show the reports that came back and were not touched since."""
        self.lines = lines
        self.begin(
            self.tr("已退回，待更正"),
            len(lines),
            self.tr("改好数字，或在核实项下写明原因，就到“可报送”里；没有改动的不会再报"),
        )
        for one in lines:
            name = label(one.short)
            name.setMinimumWidth(150)
            head = row(name, Pill(one.pill, one.word), Sentence(one.note, "second"), spacing=12)
            head.setStretch(2, 1)
            self.body.addLayout(head)
            mend = button(self.tr("去修改"), "edit", "link", partial(self.placeChosen.emit, place_of(workspace, one)))
            explain = button(
                self.tr("写说明"), "comment", "link", partial(self.placeChosen.emit, one.place._replace(explain=True))
            )
            if not one.warnings:
                explain.hide()
            again = button(self.tr("核对无误，原样再报"), "", "link", partial(self.asItIs.emit, (one.form, one.period)))
            again.setToolTip(self.tr("与主管部门核对过、确实没有错时用；放到“可报送”里，和其他报表一起报"))
            for action in (mend, explain, again):
                action.setAccessibleName(f"{action.text()} {one.short}")
            self.body.addLayout(row(150, mend, explain, again, 0, spacing=12))


def place_of(workspace: Workspace, line: Line) -> Place:
    """Return the cell that the newest remark is about."""
    book = workspace.book
    found = next((one for one in filings.filings(book) if (one.form, one.period, one.newest) == _key(line)), None)
    said = filings.remarks(book, found) if found is not None else []
    return said[0].place if said else line.place


def _key(line: Line) -> tuple[str, str, bool]:
    return line.form, line.period, True
