"""One condition of 政策自查 as a card: how it stands, what it says, the numbers behind it, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QVBoxLayout

from desktop import theme
from desktop.languages.words import periods_word
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import ElidedLabel, Pill, label, row
from desktop.place import Place
from forms.policy import MET, TOLD, UNKNOWN, UNMET

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from desktop.workspace import Workspace
    from forms.policy import Met, Result
    from forms.policy_figures import Value

_FIGURE, _VALUE, _LINE, _LACK, _FROM = range(5)
_LOOKS = {MET: "POLICY_MET", UNMET: "POLICY_UNMET", UNKNOWN: "POLICY_UNKNOWN", TOLD: "POLICY_TOLD"}


class PolicyCard(QFrame):
    """Shows a result. ``placeWanted`` carries where a figure comes from."""

    placeWanted = Signal(object)

    def __init__(self, result: Result, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.result = result
        self._workspace = workspace
        self.pill = Pill(_LOOKS[result.case], self._word(result.case))
        self.words = label(result.message, wrap=True)
        heads = (self.tr("指标"), self.tr("已受理的数"), self.tr("参考线"), self.tr("还差"), self.tr("取自"))
        self.figures: list[Value] = []
        self.model = TextModel(heads, right=(_VALUE, _LINE, _LACK))
        self.table = plain_table(self.model, self.tr("%1（表）").replace("%1", result.rule.rule.title), stretch=_FROM)
        self.table.activated.connect(self._open)
        self._build()

    def _word(self, case: str) -> str:
        return {
            MET: self.tr("符合"),
            UNMET: self.tr("不符合"),
            UNKNOWN: self.tr("算不出"),
            TOLD: self.tr("供参考"),
        }[case]

    def _build(self) -> None:
        rule = self.result.rule
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        title = ElidedLabel(rule.rule.title, "h3")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column.addLayout(row(self.pill, title, 0, label(rule.rule.id, "caption")))
        column.addWidget(self.words)
        self._fill()
        column.addWidget(self.table)
        if len(self.result.ways) > 1:
            column.addWidget(label(self.tr("(1)、(2) 等各组条件满足任意一组即可，不必都达到。"), "second", wrap=True))
        lacks = self._lacks()
        if lacks:
            column.addWidget(label(lacks, "warning", wrap=True))
        source = self.tr("口径：%1年。%2").replace("%1", rule.year).replace("%2", rule.source)
        column.addWidget(label(source, "caption", wrap=True))

    def _fill(self) -> None:
        """Put in a line for each condition, way by way, and below them the figures nothing is asked of."""
        ways = self.result.ways
        lines = [
            (f"({at + 1}) {one.condition.figure.label}" if len(ways) > 1 else one.condition.figure.label, one)
            for at, way in enumerate(ways)
            for one in way
        ]
        asked = {one.value.figure.id for _name, one in lines}
        rest = [value for value in self.result.figures if value.figure.id not in asked]
        rows = [[name, one.value.shown, one.line, self._gap(one), self._from(one.value)] for name, one in lines]
        rows += [[value.figure.label, value.shown, "", "", self._from(value)] for value in rest]
        self.figures = [*(one.value for _name, one in lines), *rest]
        self.model.fill(list(rows))
        for column in (_LINE, _LACK):
            self.table.setColumnHidden(column, not ways)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_FROM, QHeaderView.ResizeMode.Stretch)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        high = theme.px("row") + 4
        self.table.verticalHeader().setDefaultSectionSize(high)
        self.table.setFixedHeight(theme.px("header") + high * len(rows) + 4)

    def _gap(self, one: Met) -> str:
        return "—" if one.holds is None else one.gap or self.tr("已达到")

    def _from(self, figure: Value) -> str:
        """Say which form's filings a figure is made of."""
        short = self._workspace.catalogue.edition(figure.figure.of).short
        if not figure.periods:
            return self.tr("%1（没有已受理的）").replace("%1", short)
        return f"{short} {periods_word(figure.periods)}"

    def _lacks(self) -> str:
        """Say which periods that are over the province has not accepted."""
        told = []
        for form in dict.fromkeys(figure.figure.of for figure in self.result.figures):
            periods = next(figure.lacks for figure in self.result.figures if figure.figure.of == form)
            if periods:
                short = self._workspace.catalogue.edition(form).short
                told.append(f"{short} {periods_word(periods)}")
        return self.tr("还没有受理，没有计入：%1。").replace("%1", "；".join(told)) if told else ""

    def _open(self, index: QModelIndex) -> None:
        """Go to the form a figure is made of."""
        figure = self.figures[index.row()]
        periods = figure.periods or figure.lacks
        self.placeWanted.emit(Place(figure.figure.of, periods[-1] if periods else self._workspace.period))
