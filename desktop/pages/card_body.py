"""The two layouts of a card form: a table of indicators with 行次 and comparisons, or fields in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.card_labels import STAR
from desktop.pieces import card, label, scrolled
from forms.kinds import Breakdown

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.models.card_model import CardModel
    from desktop.pages.card_labels import Message
    from desktop.pages.card_line import CardLine
    from forms.definition import Edition

NAME, UNIT, LINE, NOW, BEFORE, YEAR_AGO, GROWTH, SAYS = range(8)
INPUT_WIDTH = 150
COMPARED = 68
NARROW = 820  # without 上期 below this
TIGHT = 680  # without 上年同期 and 同比 below this
TWO_COLUMNS = 620
INDENT = 18
MOST_LINES = 3  # of a message beside its input
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def is_indicator_form(edition: Edition) -> bool:
    """True for statistics with numbered lines; a profile has none."""
    return any(one.line for one in edition.fields)


def framed(holder: QWidget, head: QWidget, body: QWidget, side: QWidget) -> QScrollArea:
    """Lay a card page out: the head above, the body in a frame that scrolls, the panel beside it; give what scrolls."""
    frame, inside = card(margin=0)
    area = scrolled(body)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(area)
    sides = QHBoxLayout()
    sides.setSpacing(theme.px("space3"))
    sides.addWidget(frame, 1)
    sides.addWidget(side)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px("space3"))
    column.addWidget(head)
    column.addLayout(sides, 1)
    return area


class IndicatorBody(QWidget):
    """指标名称 · 计量单位 · 行次 · 本期 · 上期 · 上年同期 · 同比 · what the check says.

    Lines come one by one (`add`); the columns are as wide as all of them need from the first.
    """

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self._heads: dict[int, QWidget] = {}
        self.setObjectName("indicators")  # dense in the style sheet: 37 lines, as many in view as can be
        self._compared: list[CardLine] = []
        self._messages: list[Message] = []
        self._shown = dict.fromkeys((BEFORE, YEAR_AGO, GROWTH), True)
        self._has_year_ago = any(value is not None for value in model.figures.year_ago.values())
        self._sections = {section.id: section.title for section in model.edition.sections}
        self._row = 1
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
        grid.setColumnStretch(NAME, 1)
        grid.setColumnStretch(SAYS, 6)
        self._widths = {SAYS: 60} | _widths(model)
        for column, width in self._widths.items():
            grid.setColumnMinimumWidth(column, width)

    def add(self, line: CardLine) -> None:
        """Put a line under those there are, under the heading of its section where it is the first of it."""
        grid, title = self._grid, self._sections.pop(line.field.section, "")
        grid.setRowStretch(self._row, 0)
        if title:
            heading = label(title, "strong")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, self._row, NAME, 1, SAYS + 1)
            self._row += 1
        self._put(grid, self._row, line)
        self._lay(grid, self._row, line)
        self._row += 2
        grid.setRowStretch(self._row, 1)

    def _lay(self, grid: QGridLayout, row: int, line: CardLine) -> None:
        """Give the message the end of the line, or, where it is too long for that, the row under it."""

        def move(beneath: bool) -> None:  # noqa: FBT001 - a place or the other
            grid.removeWidget(line.message)
            if beneath:
                grid.addWidget(line.message, row + 1, NOW, 1, SAYS - NOW + 1)
            else:
                grid.addWidget(line.message, row, SAYS)

        above = self._messages[-1] if self._messages else None
        line.message.lay(lambda: grid.cellRect(row, SAYS).width(), move, above, most_lines=MOST_LINES)
        self._messages.append(line.message)

    def _put(self, grid: QGridLayout, row: int, line: CardLine) -> None:
        line.name.setContentsMargins(line.field.indent * INDENT, 0, 0, 0)
        grid.addWidget(line.name, row, NAME)
        grid.addWidget(line.unit, row, UNIT)
        grid.addWidget(label(line.field.line, "caption"), row, LINE)
        if not line.compared:  # a list of figures needs the room of the comparisons it has not
            grid.addWidget(line.input, row, NOW, 1, SAYS - NOW)
            grid.addWidget(line.message, row, SAYS)
            return
        line.input.setFixedWidth(INPUT_WIDTH)
        grid.addWidget(line.input, row, NOW)
        for column, compared in zip((BEFORE, YEAR_AGO, GROWTH), line.compared, strict=True):
            grid.addWidget(compared, row, column)
            compared.setVisible(self._shown[column])
        grid.addWidget(line.message, row, SAYS)
        self._compared.append(line)

    def fit(self, width: int) -> None:
        """Leave comparisons out where there is no room for them, or nothing to compare with."""
        year = self._has_year_ago and width >= TIGHT
        shown = {BEFORE: width >= (NARROW if self._has_year_ago else TIGHT), YEAR_AGO: year, GROWTH: year}
        if shown == self._shown:
            return
        self._shown = shown
        for column, is_shown in shown.items():
            self._heads[column].setVisible(is_shown)
            self._grid.setColumnMinimumWidth(column, self._widths[column] if is_shown else 0)
        for line in self._compared:
            for is_shown, compared in zip(shown.values(), line.compared, strict=True):
                compared.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let messages come back beside their inputs where there is room now."""
        super().resizeEvent(event)
        for message in self._messages:
            if message.whole():
                message.settle()


def _widths(model: CardModel) -> dict[int, int]:
    """Measure what the columns of an indicator form need, so that no later line moves an earlier one."""
    fields = [one for one in model.edition.fields if not one.hidden]
    plain, small = QFontMetrics(theme.font()).horizontalAdvance, QFontMetrics(theme.font("caption")).horizontalAdvance
    compared = [model.compared(one) for one in fields if not isinstance(one.kind, Breakdown)]
    beside = (max((plain(texts[place]) for texts in compared), default=0) for place in range(3))
    return {
        NAME: max(one.indent * INDENT + plain(one.label) + (STAR if one.required else 0) for one in fields),
        UNIT: max(small(model.unit(one)) for one in fields),
        LINE: max(small(one.line) for one in fields),
        NOW: INPUT_WIDTH,
    } | {column: max(width, COMPARED) for column, width in zip((BEFORE, YEAR_AGO, GROWTH), beside, strict=True)}


class ProfileBody(QWidget):
    """Sections as cards, fields in two columns: the label above its input, what the check says beside the label."""

    def __init__(self, model: CardModel) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 16)
        self._column.setSpacing(theme.px("space3"))
        self._column.addStretch(1)
        self._titles = {section.id: section.title for section in model.edition.sections}
        self._grids: dict[str, tuple[QGridLayout, list[QWidget]]] = {}
        self._columns = 2

    def add(self, line: CardLine) -> None:
        """Put a line into the card of its section, after those there are."""
        section = line.field.section
        grid, cells = self._grids.get(section) or self._begin(section)
        cells.append(self._cell(line))
        place = len(cells) - 1
        grid.addWidget(cells[-1], place // self._columns, place % self._columns)

    def _begin(self, section: str) -> tuple[QGridLayout, list[QWidget]]:
        frame, inside = card("inset", margin=14)
        inside.addWidget(label(self._titles[section], "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px("space5"))
        grid.setVerticalSpacing(theme.px("space2"))
        inside.addLayout(grid)
        self._column.insertWidget(len(self._grids), frame)
        begun: tuple[QGridLayout, list[QWidget]] = (grid, [])
        self._grids[section] = begun
        self._stretch(grid)
        return begun

    def _stretch(self, grid: QGridLayout) -> None:
        for each in range(2):
            grid.setColumnStretch(each, 1 if each < self._columns else 0)

    def fit(self, width: int) -> None:
        """Two columns, or one where the page is narrow."""
        columns = 2 if width >= TWO_COLUMNS else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, cells in self._grids.values():
            for place, cell in enumerate(cells):
                grid.removeWidget(cell)
                grid.addWidget(cell, place // columns, place % columns)
            self._stretch(grid)

    def _cell(self, line: CardLine) -> QWidget:
        cell = QWidget()
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = QHBoxLayout()
        above.setSpacing(3)
        above.addWidget(line.name)
        above.addWidget(line.unit)
        above.addSpacing(theme.px("space2"))
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(line.input)
        _lay_in_cell(cell, line, above, column)
        return cell


def _lay_in_cell(cell: QWidget, line: CardLine, above: QHBoxLayout, column: QVBoxLayout) -> None:
    """Give the message the room beside the name, or, where it is too long for that, the room under the input."""
    message = line.message

    def room() -> int:
        return cell.width() - line.name.sizeHint().width() - line.unit.sizeHint().width() - theme.px("space5")

    def move(beneath: bool) -> None:  # noqa: FBT001 - a place or the other
        (above if beneath else column).removeWidget(message)
        message.setAlignment(Qt.AlignmentFlag.AlignLeft if beneath else RIGHT)
        if beneath:
            column.addWidget(message)
        else:
            above.addWidget(message, 100)

    move(beneath=False)
    message.lay(room, move)
