"""The two layouts of a card form: a table of indicators with 行次 and comparisons, or fields in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.pieces import card, label
from forms.kinds import Breakdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.card_line import CardLine
    from forms.definition import Edition

NAME, UNIT, LINE, NOW, BEFORE, YEAR_AGO, GROWTH, SAYS = range(8)
INPUT_WIDTH = 150
COMPARED = 68
NARROW = 820  # without 上期 below this
TIGHT = 680  # without 上年同期 and 同比 below this
TWO_COLUMNS = 620
INDENT = 18
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def is_indicator_form(edition: Edition) -> bool:
    """True for statistics with numbered lines; a profile has none."""
    return any(one.line for one in edition.fields)


class IndicatorBody(QWidget):
    """指标名称 · 计量单位 · 行次 · 本期 · 上期 · 上年同期 · 同比 · what the check says."""

    def __init__(self, edition: Edition, lines: Sequence[CardLine]) -> None:
        super().__init__()
        self._heads: dict[int, QWidget] = {}
        self.setObjectName("indicators")  # dense in the style sheet: 37 lines, as many in view as can be
        self._compared = [line for line in lines if not isinstance(line.field.kind, Breakdown)]
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 16)
        grid.setHorizontalSpacing(theme.px("space3"))
        grid.setVerticalSpacing(2)
        titles = {
            NAME: self.tr("指标名称"),
            UNIT: self.tr("单位"),
            LINE: self.tr("行次"),
            NOW: self.tr("本期"),
            BEFORE: self.tr("上期"),
            YEAR_AGO: self.tr("上年同期"),
            GROWTH: self.tr("同比"),
        }
        for column, title in titles.items():
            head = label(title, "strong")
            head.setAlignment(RIGHT if column in (NOW, BEFORE, YEAR_AGO, GROWTH) else Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(head, 0, column)
            self._heads[column] = head
        row = 1
        by_section = {line.field.section for line in lines}
        for section in edition.sections:
            if section.id not in by_section:
                continue
            heading = label(section.title, "strong")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, row, NAME, 1, SAYS + 1)
            row += 1
            for line in lines:
                if line.field.section == section.id:
                    self._add(grid, row, line)
                    row += 1
        grid.setColumnStretch(NAME, 3)
        grid.setColumnStretch(SAYS, 4)
        grid.setColumnMinimumWidth(SAYS, 60)
        grid.setRowStretch(row, 1)

    def _add(self, grid: QGridLayout, row: int, line: CardLine) -> None:
        named = QHBoxLayout()
        named.setContentsMargins(line.field.indent * INDENT, 0, 0, 0)
        named.setSpacing(3)
        named.addWidget(line.name)
        named.addWidget(line.star)
        named.addStretch(1)
        grid.addLayout(named, row, NAME)
        grid.addWidget(line.unit, row, UNIT)
        grid.addWidget(line.line, row, LINE)
        if isinstance(line.field.kind, Breakdown):  # a list of figures needs the room of the comparisons it has not
            grid.addWidget(line.input, row, NOW, 1, SAYS - NOW)
            grid.addWidget(line.message, row, SAYS)
            for unused in (line.before, line.year_ago, line.growth):
                unused.setParent(self)
                unused.hide()
            return
        line.input.setFixedWidth(INPUT_WIDTH)
        grid.addWidget(line.input, row, NOW)
        grid.addWidget(line.before, row, BEFORE)
        grid.addWidget(line.year_ago, row, YEAR_AGO)
        grid.addWidget(line.growth, row, GROWTH)
        grid.addWidget(line.message, row, SAYS)

    def fit(self, width: int) -> None:
        """Leave comparisons out where there is no room for them."""
        for column, shown in ((BEFORE, width >= NARROW), (YEAR_AGO, width >= TIGHT), (GROWTH, width >= TIGHT)):
            self._heads[column].setVisible(shown)
            self._grid.setColumnMinimumWidth(column, COMPARED if shown else 0)
            for line in self._compared:
                {BEFORE: line.before, YEAR_AGO: line.year_ago, GROWTH: line.growth}[column].setVisible(shown)


class ProfileBody(QWidget):
    """Sections as cards, fields in two columns: the label above its input, what the check says beside the label."""

    def __init__(self, edition: Edition, lines: Sequence[CardLine]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(theme.px("space3"))
        self._grids: list[tuple[QGridLayout, list[QWidget]]] = []
        self._columns = 0
        for section in edition.sections:
            mine = [line for line in lines if line.field.section == section.id]
            if not mine:
                continue
            frame, inside = card("inset", margin=14)
            inside.addWidget(label(section.title, "strong"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px("space5"))
            grid.setVerticalSpacing(theme.px("space2"))
            inside.addLayout(grid)
            column.addWidget(frame)
            self._grids.append((grid, [self._cell(line) for line in mine]))
        column.addStretch(1)
        self.fit(TWO_COLUMNS)

    def fit(self, width: int) -> None:
        """Two columns, or one where the page is narrow."""
        columns = 2 if width >= TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, cells in self._grids:
            for place, cell in enumerate(cells):
                grid.removeWidget(cell)
                grid.addWidget(cell, place // columns, place % columns)
            for each in range(2):
                grid.setColumnStretch(each, 1 if each < columns else 0)

    def _cell(self, line: CardLine) -> QWidget:
        cell = QWidget()
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = QHBoxLayout()
        above.setSpacing(3)
        for widget in (line.name, line.star, line.unit):
            above.addWidget(widget)
        above.addSpacing(theme.px("space2"))
        above.addWidget(line.message, 1)
        line.message.setAlignment(RIGHT)
        column.addLayout(above)
        column.addWidget(line.input)
        for unused in (line.line, line.before, line.year_ago, line.growth):
            unused.setParent(cell)
            unused.hide()
        return cell
