"""The matrix of 全部企业: a firm a row, a pill a form (or month); an unreadable Book says why across its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop import theme
from desktop.access import follow_selection
from desktop.languages.words import state_word
from desktop.pages.agency_model import CODE, FIRM, FIRST, TICK
from desktop.pages.plain_table import make_plain

if TYPE_CHECKING:
    from desktop.pages.agency_model import AgencyModel

_PILL = 98  # «平台拒收» with its icon
_AROUND = 46  # what a pill needs around its word
_USUAL = ("DRAFT", "CHECKED", "RECEIVED", "ACCEPTED", "RETURNED", "REFUSED")
_NOTE = 84
_BESIDE = 48  # the icon of a name, and the room around both
_SHARE = 0.45  # of the room, for the names: the pills need the rest
_NAME = 200  # «布尔哈通数据处理有限公司» with its icon


class AgencyTable(QTableView):
    """The view of the matrix: Enter opens the cell, Space ticks the row."""

    opened = Signal(int, int)  # row, column

    def __init__(self, model: AgencyModel) -> None:
        super().__init__()
        self._model = model
        self._longest = _NAME
        make_plain(self, model, self.tr("全部企业"))
        self.verticalHeader().setDefaultSectionSize(theme.px("row") + 6)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(36)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._head_clicked)
        self.setSortingEnabled(False)
        head.setSortIndicatorShown(True)
        column, down = model.agency.sorted_by
        head.setSortIndicator(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        follow_selection(self)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        model.modelReset.connect(self._lay_out)
        self._lay_out()

    def _head_clicked(self, section: int) -> None:
        if section == TICK:
            every = len(self._model.ticked()) == len(self._model.rows)
            self._model.tick([one.path for one in self._model.rows], on=not every)
            column, down = self._model.agency.sorted_by
        else:
            before, was_down = self._model.agency.sorted_by
            column, down = section, section == before and not was_down
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        if section != TICK:
            self._model.sort(column, order)

    def _lay_out(self) -> None:
        """Give the columns their widths, and the sentence of an unreadable Book the room of its pills."""
        head, last = self.horizontalHeader(), self._model.columnCount() - 1
        pills = FIRST + len(self._model.columns)
        room = QFontMetrics(theme.font("body", bold=True))
        words = (self.tr("有错误"), self.tr("逾期未报"), *map(state_word, _USUAL))
        pill = max(QFontMetrics(theme.font()).horizontalAdvance(word) for word in words) + _AROUND
        for column, one in enumerate(self._model.columns, start=FIRST):
            self.setColumnWidth(column, max(_PILL, pill, room.horizontalAdvance(one.head) + 20))
        self.setColumnWidth(pills, _NOTE)
        self.setColumnWidth(TICK, 36)
        self.setColumnWidth(CODE, 178)
        names = (str(self._model.index(row, FIRM).data()) for row in range(self._model.rowCount()))
        self._longest = max((room.horizontalAdvance(name) for name in names), default=0) + _BESIDE
        self.fit()
        head.setSectionResizeMode(TICK, QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        self.clearSpans()
        for row, stand in enumerate(self._model.rows):
            if stand.problem is not None:
                self.setSpan(row, FIRST, 1, last - FIRST + 1)

    def fit(self) -> None:
        """Leave the code out in narrow windows; it stays in the tooltip and in the search."""
        pills = sum(self.columnWidth(column) for column in range(FIRST, FIRST + len(self._model.columns)))
        room = self.viewport().width() - 36 - pills - _NOTE
        narrow = room < 178 + 200
        self.setColumnHidden(CODE, narrow)
        left = room - (0 if narrow else 178)
        wanted = min(self._longest, round(self.viewport().width() * _SHARE))
        self.setColumnWidth(FIRM, max(_NAME, wanted, min(320, left)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the room the drawer leaves."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, tick by Space."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index.row(), index.column())
        elif index.isValid() and event.key() == Qt.Key.Key_Space:
            path = self._model.rows[index.row()].path
            self._model.tick([path], on=path not in self._model.agency.ticked)
        else:
            super().keyPressEvent(event)
