"""The head of 全部企业: period, orders, filters with their counts, search, and which columns the matrix has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.agency.rows import Narrow, filter_word
from desktop.languages import spoken
from desktop.languages.words import period_word
from desktop.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.agency.agency import Agency

_WIDE = 1000


class AgencyBar(QWidget):
    """Two lines above the matrix."""

    changed = Signal()  # filter or search
    columnsChanged = Signal()  # period, or forms instead of months
    checkWanted = Signal()
    fileWanted = Signal()
    syncWanted = Signal()
    menuWanted = Signal(str, QPushButton)

    def __init__(self, agency: Agency) -> None:
        super().__init__()
        self._agency = agency
        self.state = label(role="second")
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("报告期"))
        self.period.setFixedWidth(122)
        self.period.setMaxVisibleItems(14)
        self.period.activated.connect(self._choose_period)
        self.columns = QComboBox()
        self.columns.setAccessibleName(self.tr("显示的列"))
        self.columns.setFixedWidth(190)
        self.columns.activated.connect(self._choose_columns)
        self.check = button(self.tr("审核"), "check", "", self.checkWanted.emit)
        self.file = button(self.tr("报送"), "send", "primary", self.fileWanted.emit)
        self.sync = button(self.tr("获取反馈"), "sync", "", self.syncWanted.emit)
        self.add = self._menu_button("add", self.tr("添加"))
        self.more = self._menu_button("more", self.tr("更多"))
        self.search = self._search_box()
        self.chips = self._filter_chips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = label(self.tr("全部企业"), "h2")
        orders = (self.check, self.file, self.sync, self.add, self.more)
        column.addLayout(row(head, 4, self.period, 4, self.state, 0, *orders))
        column.addLayout(row(*self.chips.values(), 0, self.columns, self.search))
        self._fill_columns()
        self.show_periods()

    def _menu_button(self, which: str, text: str) -> QPushButton:
        made = button(text, "chevron-down")
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the word
        made.setIconSize(QSize(12, 12))
        made.clicked.connect(partial(self.menuWanted.emit, which, made))
        return made

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self._agency.search)
        box.setPlaceholderText(self.tr("名称、信用代码、拼音首字母"))
        box.setAccessibleName(self.tr("查找企业"))
        box.setClearButtonEnabled(True)
        box.addAction(theme.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMinimumWidth(90)
        box.setMaximumWidth(230)
        box.textChanged.connect(self._search)
        return box

    def _filter_chips(self) -> dict[Narrow, QPushButton]:
        group, chips = QButtonGroup(self), {}
        for narrow in Narrow:
            word = filter_word(narrow)
            chip = button(word, "", "chip", partial(self._narrow, narrow))
            chip.setCheckable(True)
            chip.setChecked(narrow is self._agency.narrow)
            group.addButton(chip)
            chips[narrow] = chip
        return chips

    def _fill_columns(self) -> None:
        from forms.catalogue import load_catalogue

        catalogue = spoken(load_catalogue())
        self.columns.addItem(self.tr("本期各张报表"), "")
        for form in catalogue.forms:
            edition = catalogue.edition(form)
            if edition.cadence == "month":
                self.columns.addItem(self.tr("全年：%1").replace("%1", edition.short), form)
        self.columns.setCurrentIndex(max(self.columns.findData(self._agency.month_form), 0))

    def show_periods(self) -> None:
        """List the months any firm reports for, the newest first."""
        from forms import periods

        agency = self._agency
        firms = [one.firm.starts_on[:7] for one in agency.stands.values() if one.firm is not None]
        first = min([*firms, agency.period])
        last = max([one.as_of[:7] for one in agency.stands.values()], default=agency.period)
        wanted = sorted({*periods.months_between(first, last), agency.period}, reverse=True)
        if wanted != [self.period.itemData(at) for at in range(self.period.count())]:
            self.period.clear()
            for period in wanted:
                self.period.addItem(period_word(period), period)
        self.period.setCurrentIndex(self.period.findData(agency.period))

    def show_counts(self, counts: dict[Narrow, int], ticked: int, shown: int) -> None:
        """Say how many firms each filter keeps, and for how many the orders are."""
        for narrow, chip in self.chips.items():
            chip.setText(f"{filter_word(narrow)} {counts[narrow]}")
        self.chips[Narrow.UNREADABLE].setVisible(bool(counts[Narrow.UNREADABLE]))
        done = counts[Narrow.ALL] - counts[Narrow.UNFILED] - counts[Narrow.UNREADABLE]
        text = self.tr("本期已报 %1 / %2 家").replace("%1", str(done)).replace("%2", str(counts[Narrow.ALL]))
        self.state.setText(text)
        idle = not self._agency.is_running and not self._agency.is_reading  # an unread firm would be left out unsaid
        check, file = self.tr("审核 %1 家"), self.tr("报送 %1 家")
        self.check.setText(check.replace("%1", str(ticked)) if ticked else self.tr("审核全部"))
        self.file.setText(file.replace("%1", str(ticked)) if ticked else self.tr("报送全部"))
        for order in (self.check, self.file, self.sync):
            order.setEnabled(idle and shown > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentence out in narrow windows: the chips say the same."""
        super().resizeEvent(event)
        self.state.setVisible(self.width() >= _WIDE)
        self.search.setMaximumWidth(230 if self.width() >= _WIDE else 196)
        self.columns.setFixedWidth(190 if self.width() >= _WIDE else 150)

    def _choose_period(self, at: int) -> None:
        self._agency.period = self.period.itemData(at)
        self.columnsChanged.emit()

    def _choose_columns(self, at: int) -> None:
        self._agency.month_form = self.columns.itemData(at)
        self.columnsChanged.emit()

    def _search(self, text: str) -> None:
        self._agency.search = text
        self.changed.emit()

    def _narrow(self, narrow: Narrow) -> None:
        self._agency.narrow = narrow
        self.changed.emit()
