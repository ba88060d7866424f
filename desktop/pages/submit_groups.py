"""The groups of 审核与报送: cards that fill themselves anew. Here what they share, and 核实项待说明."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.access import hear_writing
from desktop.figures import figure
from desktop.languages import translate
from desktop.pages.explanation_line import ExplanationLine, written_and_offered
from desktop.pages.sentence import Sentence
from desktop.pages.submit_place import bring_into_sight
from desktop.pieces import IconDisc, LinkLine, button, empty, label, row, set_state
from desktop.place import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from PySide6.QtGui import QHideEvent

    from desktop.workspace import Workspace
    from forms.check_result import CheckResult
    from forms.findings import Finding

_PLACES = 4
_RULE = 56  # px: «F2B-001»

Key = tuple[str, str]
"""(form, rule): one explanation serves all periods and rows of it."""


class Group(QFrame):
    """A card with a tinted spot, a title with a count, a hint, and lines."""

    placeChosen = Signal(object)  # Place
    wanted = False  # whether it has anything to show

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
        """Empty the group and give it its head; it hides until `finish`, and a group of nothing stays hidden."""
        self.hide()
        empty(self.body)
        self.name.setText(f"{name}　{figure(count)}")
        self.hint.setText(hint)
        self.wanted = count > 0

    def finish(self) -> None:
        """Show what the group was filled with, at once: Qt lays a visible page out anew for each widget that comes."""
        if self.wanted:
            for one in self.findChildren(QWidget):
                if not one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    one.show()
        self.setVisible(self.wanted)


class ExplainGroup(Group):
    """核实项待说明: one block a rule, an explanation typed in place; it travels with the filing."""

    explained = Signal(object, str)  # the Findings of the rule, text

    def __init__(self) -> None:
        super().__init__("comment", "waiting")
        self._inputs: dict[Key, QLineEdit] = {}
        self._refusals: dict[Key, QFrame] = {}
        self._order: list[Key] = []
        self.left: Key | None = None  # the field the focus was in last
        self.interrupted: tuple[Key, str, int] | None = None  # what was being typed before a check emptied the page

    def forget_order(self) -> None:
        """Sort anew at the next showing: what lacks an explanation comes first."""
        self._order.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the order with the page, not while the group is filled."""
        super().hideEvent(event)
        if not self.isHidden():
            self.forget_order()

    def show_findings(self, result: CheckResult | None, still: set[tuple[str, str]], workspace: Workspace) -> None:
        """Show the warnings of series ``still`` to be filed by rule, each with its explanation or a field for one."""
        from forms.explanations import explained_places

        self._inputs.clear()
        self._refusals.clear()
        explained = explained_places(workspace.book)
        known = result.to_explain if result is not None else {}
        told = [group for series, rules in known.items() if series in still for group in rules.values()]
        open_ones = {_key(group[0]) for group in told if _lacks_explanation(group, explained)}
        by_rule: dict[Key, list[Finding]] = {}
        for group in told:
            by_rule.setdefault(_key(group[0]), []).extend(group)
        waiting = sum(_lacking(group, explained) for group in told)
        hint = self.tr("核实无误的写填报说明（不少于10个字）后可报送；有误的请修改") if waiting else self.tr("都已说明")
        self.begin(
            self.tr("核实项待说明") if waiting else self.tr("核实项已说明"), waiting or sum(map(len, told)), hint
        )
        for key in self._ordered(by_rule, open_ones):
            self._add(key, by_rule[key], workspace, waiting=key in open_ones)

    def _ordered(self, rules: Collection[Key], open_ones: Container[Key]) -> list[Key]:
        """Return the rules as they stood before, new ones after them; at first those that lack an explanation."""
        known = set(self._order)
        self._order += sorted((key for key in rules if key not in known), key=lambda key: key not in open_ones)
        return [key for key in self._order if key in rules]

    def _add(self, key: Key, group: list[Finding], workspace: Workspace, *, waiting: bool) -> None:
        first = group[0]
        self.body.addLayout(place_line(first, workspace, self.placeChosen))
        more = group[1:_PLACES]
        for one in more:
            self.body.addLayout(place_line(one, workspace, self.placeChosen))
        if len(group) > _PLACES:
            text = self.tr("同类还有 %1 处，一条说明适用于全部。").replace("%1", figure(len(group) - _PLACES))
            self.body.addWidget(label(text, "caption"))
        kept, offered = written_and_offered(workspace.book, key, {one.period for one in group})
        box = ExplanationLine(kept, lambda: self._onward(key))
        box.setPlaceholderText(self.tr("填报说明：写明为什么属实（不少于10个字），随报表上报"))
        box.setAccessibleName(self.tr("%1 的填报说明").replace("%1", first.rule))
        box.setMaxLength(500)
        box.editingFinished.connect(lambda: self._leave(key))
        box.editingFinished.connect(lambda: self._typed(group, box, kept))
        box.returnPressed.connect(self.step)
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
        self.step()
        self.explained.emit(group, offered)

    def _leave(self, key: Key) -> None:
        self.left = key

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

    def stops(self) -> list[tuple[Key, QLineEdit, bool]]:
        """Return the fields from the top down, and whether each still lacks an explanation."""
        return [(key, box, _lacks_words(box)) for key, box in self._inputs.items()]

    def step(self) -> None:
        """Give the focus to the next field that lacks an explanation, round the end."""
        boxes = list(self._inputs.values())
        here = next((at for at, box in enumerate(boxes) if box.hasFocus()), -1)
        lacking = next((box for box in [*boxes[here + 1 :], *boxes[: here + 1]] if _lacks_words(box)), None)
        if lacking is not None:
            write_in(lacking)

    def _onward(self, key: Key) -> bool:
        """Give the focus to the first field below the one of ``key`` that lacks an explanation, if one does."""
        keys = list(self._inputs)
        below = (self._inputs[one] for one in keys[keys.index(key) + 1 :])
        lacking = next((box for box in below if box.property("state") == "warning"), None)
        if lacking is not None:
            lacking.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(lacking)
        return lacking is not None

    def hush(self) -> None:
        """Take no more from the fields shown, which are made anew: half an explanation is none."""
        for box in self._inputs.values():
            box.blockSignals(True)

    @property
    def is_empty(self) -> bool:
        """True while no field stands."""
        return not self._inputs

    def typing(self) -> tuple[Key, str, int] | None:
        """Return the field being typed in, with its text and cursor, to go on after the group was filled anew."""
        for key, box in self._inputs.items():
            if box.hasFocus():
                return key, box.text(), box.cursorPosition()
        return None

    def go_on_typing(self, typing: tuple[Key, str, int]) -> bool:
        """Give the focus back to the field of ``typing``; False where its rule finds nothing any more."""
        box = self._inputs.get(typing[0])
        if box is None:
            return False
        box.setText(typing[1])
        box.setModified(True)
        box.show()  # the layout shows it later, and what is hidden takes no focus
        box.setFocus()
        box.setCursorPosition(typing[2])
        return True


def _lacks_words(box: QLineEdit) -> bool:
    """Tell whether a field awaits its explanation; what was typed just now may not be checked yet."""
    from forms.explanations import SHORTEST

    return box.property("state") == "warning" and len(box.text().strip()) < SHORTEST


def write_in(box: QLineEdit) -> None:
    """Give the focus to the field of an explanation, and bring it into sight."""
    box.setFocus()
    box.selectAll()
    bring_into_sight(box)


def _key(finding: Finding) -> Key:
    return finding.form, finding.rule


def _lacks_explanation(group: list[Finding], explained: Container[tuple[str, str, str, str | None]]) -> bool:
    """Return whether a warning of one series and rule has no explanation, of its own or for all rows."""
    place = (group[0].form, group[0].period, group[0].rule)
    return (*place, "") not in explained and any((*place, one.uid) not in explained for one in group)


def _lacking(group: list[Finding], explained: Collection[tuple[str, str, str, str]]) -> int:
    """Count the warnings of one series and rule without an explanation; nearly always there is none for single rows."""
    place = (group[0].form, group[0].period, group[0].rule)
    if (*place, "") in explained:
        return 0
    rows = {one[3] for one in explained if one[:3] == place}
    return sum(one.uid not in rows for one in group) if rows else len(group)


def place_line(finding: Finding, workspace: Workspace, chosen: SignalInstance) -> QHBoxLayout:
    """Return «合同台账 第5行 · F02-009 · message», the place a link to the cell."""
    edition = workspace.catalogue.edition(finding.form, finding.period or None)
    number = translate("Filings", "第%1行").replace("%1", str(finding.row))
    name = f"{edition.short} {number}" if finding.row else edition.short
    if finding.address:
        name = f"{name}（{finding.address}）"
    place = Place(finding.form, finding.period, finding.uid, finding.field)
    link = LinkLine(name, partial(chosen.emit, place), width=250)
    rule = label(finding.rule, "caption")
    rule.setMinimumWidth(_RULE)  # the messages stand in one column
    line = row(link, rule, Sentence(finding.message), spacing=10)
    line.setStretch(2, 1)
    return line
