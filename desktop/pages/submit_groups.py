"""The groups of 审核与报送: 可报送, 核实项待说明, 有错误, 已报送. Each is a card that fills itself anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.access import hear_writing
from desktop.figures import figure
from desktop.languages import translate
from desktop.languages.words import period_word
from desktop.pages.explanation_line import ExplanationLine, explanations
from desktop.pieces import ElidedLabel, IconDisc, LinkLine, Pill, button, empty, label, row, set_state
from desktop.place import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from PySide6.QtGui import QHideEvent

    from desktop.todo import Line
    from desktop.workspace import Workspace
    from forms.checks import CheckResult, Finding

_SHOWN = 6
_IN_FULL = 4  # series; of each further one the first error leads on
_PLACES = 4

Key = tuple[str, str]
"""(form, rule): one explanation serves all periods and rows of it."""


class Group(QFrame):
    """A card with a tinted spot, a title with a count, a hint, and lines."""

    placeChosen = Signal(object)  # Place

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.name = label(role="h3")
        self.hint = label(role="caption")
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        right = QVBoxLayout()
        right.setSpacing(8)
        self.top = row(self.name, 4, self.hint, 0)
        right.addLayout(self.top)
        right.addLayout(self.body)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 14, 16, 14)
        line.setSpacing(12)
        line.addWidget(IconDisc(icon, tone, 32), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(right, 1)

    def begin(self, name: str, count: int, hint: str) -> None:
        """Empty the group and give it its head; a group of nothing is not shown."""
        empty(self.body)
        self.name.setText(f"{name}　{figure(count)}")
        self.hint.setText(hint)
        self.setVisible(count > 0)


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
            len(lines) + len(before),
            self.tr("审核通过，勾选的将一并报送") if checked else self.tr("正在审核…"),
        )
        for one in lines:
            box = QCheckBox(one.short)
            box.setChecked(one.form not in unticked)
            box.setEnabled(checked)
            box.toggled.connect(self.changed)
            due = label(self.tr("截止 %1").replace("%1", one.due[5:]), "error" if one.late else "caption")
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
            said = ElidedLabel(note.replace("%1", str(len(held))), "error")
            line = row(name, Pill("ERRORS", self.tr("暂不能报")), said)
        else:
            names = self.tr("、").join(one.short for one in before)
            line = row(name, Pill("CHECKED", self.tr("补报")), ElidedLabel(names, "second"))
        line.setStretch(2, 1)
        line.setSpacing(12)
        self.body.addLayout(line)

    def chosen(self) -> list[Line]:
        """Return the ticked forms."""
        return [one for box, one in self._boxes if box.isChecked()]


class ExplainGroup(Group):
    """核实项待说明: one block a rule, an explanation typed in place; it travels with the filing."""

    explained = Signal(object, str)  # the Findings of the rule, text

    def __init__(self) -> None:
        super().__init__("comment", "waiting")
        self._inputs: dict[Key, QLineEdit] = {}
        self._refusals: dict[Key, QFrame] = {}
        self._order: list[Key] = []

    def forget_order(self) -> None:
        """Sort anew at the next showing: what lacks an explanation comes first."""
        self._order.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the order with the page."""
        super().hideEvent(event)
        self.forget_order()

    def show_findings(self, result: CheckResult | None, still: set[tuple[str, str]], workspace: Workspace) -> None:
        """Show the warnings of series ``still`` to be filed by rule, each with its explanation or a field for one."""
        from forms.checks import explained_places

        self._inputs.clear()
        self._refusals.clear()
        explained = explained_places(workspace.book)
        known = result.to_explain if result is not None else {}
        told = [group for series, rules in known.items() if series in still for group in rules.values()]
        open_ones = {_key(group[0]) for group in told if _lacks_explanation(group, explained)}
        by_rule: dict[Key, list[Finding]] = {}
        for group in told:
            by_rule.setdefault(_key(group[0]), []).extend(group)
        waiting = sum(key in open_ones for key in by_rule)
        hint = self.tr("核实无误的写填报说明（不少于10个字）后可报送；有误的请修改") if waiting else self.tr("都已说明")
        self.begin(self.tr("核实项待说明") if waiting else self.tr("核实项已说明"), len(by_rule), hint)
        for key in self._ordered(by_rule, open_ones):
            self._add(key, by_rule[key], workspace, waiting=key in open_ones)

    def _ordered(self, rules: Collection[Key], open_ones: Container[Key]) -> list[Key]:
        """Return the rules as they stood before, new ones after them; at first those that lack an explanation."""
        known = set(self._order)
        self._order += sorted((key for key in rules if key not in known), key=lambda key: key not in open_ones)
        return [key for key in self._order if key in rules]

    def _add(self, key: Key, group: list[Finding], workspace: Workspace, *, waiting: bool) -> None:
        first = group[0]
        self.body.addLayout(_place_line(first, workspace, self.placeChosen))
        more = group[1:_PLACES]
        for one in more:
            self.body.addLayout(_place_line(one, workspace, self.placeChosen))
        if len(group) > _PLACES:
            text = self.tr("同类还有 %1 处，一条说明适用于全部。").replace("%1", figure(len(group) - _PLACES))
            self.body.addWidget(label(text, "caption"))
        kept, offered = explanations(workspace.book, key, {one.period for one in group})
        box = ExplanationLine(kept)
        box.setPlaceholderText(self.tr("填报说明：写明为什么属实（不少于10个字），随报表上报"))
        box.setAccessibleName(self.tr("%1 的填报说明").replace("%1", first.rule))
        box.setMaxLength(500)
        box.editingFinished.connect(lambda: self._typed(group, box, kept))
        box.returnPressed.connect(lambda: self.step(forward=True))
        hear_writing(box, lambda: self._typed(group, box, kept))
        set_state(box, "warning" if waiting else "ok")
        line = row(box, spacing=8)
        if waiting and offered:
            take = button(self.tr("沿用上期填报说明  Ctrl+D"), "copy", "link", lambda: self._take(box, group, offered))
            take.setAccessibleName(self.tr("%1 沿用上期说明").replace("%1", first.rule))
            line.addWidget(take)
            box.setPlaceholderText(self.tr("上期说明：%1").replace("%1", offered))
            box.above.connect(lambda: self._take(box, group, offered))
        self.body.addLayout(line)
        refusal = label(role="error")
        refusal.hide()
        self.body.addWidget(refusal)
        self.body.addSpacing(6)
        self._inputs[key] = box
        self._refusals[key] = refusal

    def _take(self, box: QLineEdit, group: list[Finding], offered: str) -> None:
        box.setText(offered)
        self.step(forward=True)
        self.explained.emit(group, offered)

    def _typed(self, group: list[Finding], box: QLineEdit, kept: str) -> None:
        text = box.text().strip()
        if text != kept:
            self.explained.emit(group, text)

    def refuse(self, finding: Finding, sentence: str) -> None:
        """Say under its field why an explanation was not taken."""
        refusal = self._refusals.get(_key(finding))
        if refusal is not None:
            refusal.setText(sentence)  # type: ignore[attr-defined]
            refusal.show()

    def step(self, *, forward: bool) -> bool:
        """Give the focus to the next field that lacks an explanation; False where none does."""
        boxes = list(self._inputs.values())
        here = next((at for at, box in enumerate(boxes) if box.hasFocus()), -1 if forward else 0)
        order = [*boxes[here + 1 :], *boxes[: here + 1]] if forward else [*boxes[:here][::-1], *boxes[here:][::-1]]
        lacking = next((box for box in order if box.property("state") == "warning"), None)
        if lacking is None:
            return False
        lacking.setFocus()
        lacking.selectAll()
        return True

    def typing(self) -> tuple[Key, str, int] | None:
        """Return the field being typed in, with its text and cursor, to go on after the group was filled anew."""
        for key, box in self._inputs.items():
            if box.hasFocus():
                return key, box.text(), box.cursorPosition()
        return None

    def go_on_typing(self, typing: tuple[Key, str, int] | None) -> None:
        """Give the focus back to the field of ``typing``."""
        if typing is not None and typing[0] in self._inputs:
            box = self._inputs[typing[0]]
            box.setText(typing[1])
            box.setModified(True)
            box.setFocus()
            box.setCursorPosition(typing[2])


class ErrorGroup(Group):
    """有错误: what must be mended, with the way to each cell."""

    def __init__(self) -> None:
        super().__init__("error", "returned")

    def show_findings(self, errors: dict[tuple[str, str], list[Finding]], workspace: Workspace) -> None:
        """Show the errors by series (form, period), the first of each in words."""
        count = sum(map(len, errors.values()))
        self.begin(self.tr("有错误"), count, self.tr("修改后才能报送；点位置直达单元格，F8 逐处跳转"))
        for number, ((form, period), group) in enumerate(errors.items()):
            shown = _SHOWN if number < _IN_FULL else 1
            short = workspace.catalogue.edition(form, period or None).short
            when = f"{short} {period_word(period)}" if period else short
            name = self.tr("%1　%2 处").replace("%1", when).replace("%2", figure(len(group)))
            self.body.addWidget(label(name, "strong"))
            for one in group[:shown]:
                self.body.addLayout(_place_line(one, workspace, self.placeChosen))
            if len(group) > shown:
                text = (
                    self.tr("还有 %1 处，到%2逐处修改").replace("%1", figure(len(group) - shown)).replace("%2", short)
                )
                following = group[shown]
                place = Place(following.form, following.period, following.uid, following.field)
                self.body.addWidget(button(text, "", "link", partial(self.placeChosen.emit, place)))
            self.body.addSpacing(4)


def _key(finding: Finding) -> Key:
    return finding.form, finding.rule


def _lacks_explanation(group: list[Finding], explained: Container[tuple[str, str, str, str | None]]) -> bool:
    """Return whether a warning of one series and rule has no explanation, of its own or for all rows."""
    place = (group[0].form, group[0].period, group[0].rule)
    return (*place, "") not in explained and any((*place, one.uid) not in explained for one in group)


def _place_line(finding: Finding, workspace: Workspace, chosen: SignalInstance) -> QHBoxLayout:
    """Return «合同台账 第5行 · F02-009 · message», the place a link to the cell."""
    edition = workspace.catalogue.edition(finding.form, finding.period or None)
    number = translate("Filings", "第%1行").replace("%1", str(finding.row))
    name = f"{edition.short} {number}" if finding.row else edition.short
    if finding.address:
        name = f"{name}（{finding.address}）"
    place = Place(finding.form, finding.period, finding.uid, finding.field)
    link = LinkLine(name, partial(chosen.emit, place), width=250)
    line = row(link, label(finding.rule, "caption"), ElidedLabel(finding.message), spacing=10)
    line.setStretch(2, 1)
    return line
