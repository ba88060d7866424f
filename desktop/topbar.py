"""The bar at the top: firm and period are always in sight, and so is how the last exchange with the province went."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from desktop import theme
from desktop.access import complete
from desktop.settings import KnownBook

ALL = "all"
ADD = "add"
RESTORE = "restore"


class TopBar(QFrame):
    """Firm selector, credit code, period selector, state of the exchange, messages."""

    bookWanted = Signal(str)  # path
    actionWanted = Signal(str)  # ALL, ADD, RESTORE
    periodWanted = Signal(str)
    syncWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(theme.px("top_bar"))
        self.mark = QLabel()
        self.mark.setPixmap(theme.logo(26, self.devicePixelRatioF()))
        self.mark.setAccessibleName(self.tr("外包直报"))
        self.name = QLabel(self.tr("外包直报"))
        self.name.setObjectName("productName")
        self.firm = self._firm_box()
        self.code = QLabel()
        self.code.setProperty("role", "caption")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.period_label = QLabel(self.tr("报告期"))
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("报告期"))
        self.period.setMaxVisibleItems(14)
        self.period.setFixedWidth(128)
        self.period.activated.connect(lambda row: self.periodWanted.emit(self.period.itemData(row)))
        self.sync = self._button(self.tr("与省级平台同步"))
        self.sync.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sync.clicked.connect(self.syncWanted)
        self.bell = self._button(self.tr("消息"))
        self.bell.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_unseen(0)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.mark, self.name):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self.firm)
        row.addWidget(self.code)
        row.addSpacing(4)
        row.addWidget(self.period_label)
        row.addWidget(self.period)
        row.addStretch(1)
        row.addWidget(self.sync)
        row.addWidget(self.bell)

    def _firm_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("企业"))
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.setFixedWidth(250)
        box.setIconSize(QSize(18, 18))
        box.activated.connect(self._firm_chosen)
        return box

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_firms(self, books: list[KnownBook], current: str) -> None:
        """List the known Books, ``current`` (a path) chosen, and the ways to add one."""
        self.firm.clear()
        for book in books:
            name = self.tr("（演示）%1").replace("%1", book.name) if book.demo else book.name
            self.firm.addItem(theme.icon("firm"), name, book.path)
            self.firm.setItemData(self.firm.count() - 1, book.uscc, Qt.ItemDataRole.UserRole + 1)
        self.firm.insertSeparator(self.firm.count())
        self.firm.addItem(theme.icon("firms", "brand"), self.tr("全部企业…"), ALL)
        self.firm.addItem(theme.icon("add", "brand"), self.tr("添加企业…"), ADD)
        self.firm.addItem(theme.icon("folder", "brand"), self.tr("从备份恢复…"), RESTORE)
        row = self.firm.findData(current)
        self.firm.setCurrentIndex(row)
        self.firm.setToolTip(self.firm.currentText())
        self.code.setText(self.firm.itemData(row, Qt.ItemDataRole.UserRole + 1) or "" if row >= 0 else "")
        self.code.setAccessibleName(self.tr("统一社会信用代码 %1").replace("%1", self.code.text()))

    def _firm_chosen(self, row: int) -> None:
        data = self.firm.itemData(row)
        if data in (ALL, ADD, RESTORE):
            self.actionWanted.emit(data)
        elif data:
            self.bookWanted.emit(data)

    def show_periods(self, periods: list[tuple[str, str]], current: str) -> None:
        """List the periods as (period, label), newest first, ``current`` chosen."""
        self.period.clear()
        for period, label in periods:
            self.period.addItem(label, period)
        self.period.setCurrentIndex(self.period.findData(current))
        complete(self)

    def show_sync(self, icon: str, tone: str, text: str, tip: str) -> None:
        """Say how the exchange stands: icon, colour token, a word and an explanation."""
        self.sync.setIcon(theme.icon(icon, tone))
        self.sync.setText(text)
        self.sync.setToolTip(tip)
        self.sync.setAccessibleDescription(f"{text} {tip}")

    def show_unseen(self, count: int) -> None:
        """Say how many messages nobody has looked at."""
        self.bell.setIcon(theme.icon("bell", "error" if count else "text2"))
        self.bell.setText(str(count) if count else "")
        text = self.tr("%1 条新消息").replace("%1", str(count)) if count else self.tr("没有新消息")
        self.bell.setToolTip(text)
        self.bell.setAccessibleDescription(text)

    def set_firm_known(self, *, known: bool, others: bool) -> None:
        """Hide what belongs to a firm while there is none; the selector stays where it leads to ``others``."""
        self.firm.setVisible(known or others)
        for widget in (self.code, self.period_label, self.period, self.sync, self.bell):
            widget.setVisible(known)

    def set_narrow(self, *, narrow: bool) -> None:
        """Give way in narrow windows: the code stays in the firm's tooltip."""
        self.code.setVisible(not narrow and self.period.isVisibleTo(self))
        self.firm.setFixedWidth(300 if narrow else 320)
        if self.code.text():
            self.firm.setToolTip(f"{self.firm.currentText()}  {self.code.text()}")
