"""The group 可报送 of 审核与报送: what is ticked in it is filed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from desktop.clock import shown_due
from desktop.pages.sentence import Sentence
from desktop.pages.submit_groups import Group
from desktop.pieces import ElidedLabel, Pill, button, label, row

if TYPE_CHECKING:
    from desktop.todo import Line
    from desktop.workspace import Workspace


class ReadyGroup(Group):
    """可报送: forms without errors and open warnings; what is ticked is filed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("check", "ready")
        self._boxes: list[tuple[QCheckBox, Line]] = []

    def show_lines(self, lines: list[Line], before: list[Line], workspace: Workspace) -> None:
        """Show the forms that may be filed, and in one line those of earlier periods (``before``) filed with them."""
        unticked = {one.form for box, one in self._boxes if not box.isChecked()}
        self._boxes = []
        checked = workspace.result is not None
        self.begin(
            self.tr("可报送") if checked else self.tr("待审核"),
            len(lines) + sum(one.ready for one in before),
            self.tr("审核通过，勾选的将一并报送") if checked else self.tr("正在审核…"),
        )
        self.wanted = bool(lines or before)
        for one in lines:
            box = QCheckBox(one.short)
            box.setChecked(one.form not in unticked)
            box.setEnabled(checked)
            box.toggled.connect(self.changed)
            due = label(
                self.tr("截止 %1").replace("%1", shown_due(one.due, one.period)), "error" if one.late else "caption"
            )
            place = one.place
            look = button(self.tr("查看"), "", "link", partial(self.placeChosen.emit, place))
            look.setAccessibleName(f"{look.text()} {one.short}")
            line = row(box, Pill(one.pill, one.word), ElidedLabel(one.note, "second"), due, look, spacing=12)
            box.setMinimumWidth(150)
            line.setStretch(2, 1)
            self.body.addLayout(line)
            self._boxes.append((box, one))
        if before:
            self._show_before(before)

    def _show_before(self, before: list[Line]) -> None:
        held = [one for one in before if not one.ready]
        name = label(self.tr("以前各月 %1 张").replace("%1", str(len(before))))
        name.setMinimumWidth(150)
        if held:
            note = self.tr("其中 %1 张还有错误或核实项未说明：处理后一并报送，或取消上面的“一并补报”只报本期")
            said = Sentence(note.replace("%1", str(len(held))), "error")
            line = row(name, Pill("ERRORS", self.tr("暂不能报")), said)
        else:
            names = self.tr("、").join(one.short for one in before)
            line = row(name, Pill("CHECKED", self.tr("补报")), Sentence(names, "second"))
        line.setStretch(2, 1)
        line.setSpacing(12)
        self.body.addLayout(line)

    def chosen(self) -> list[Line]:
        """Return the ticked forms."""
        return [one for box, one in self._boxes if box.isChecked()]
