"""The step of sheet and header: the first rows as they are, which of them is the header, and what is odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.pieces import empty, label, row, scrolled
from forms.workbook.addresses import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.workbook.doctor import Oddity
    from forms.workbook.frames import Looked

MOST_ROWS, MOST_COLUMNS = 30, 60
ROW_HEIGHT, WIDEST = 26, 180  # px


class FilePage(QWidget):
    """Shows a file that was looked at; `headerMoved` tells the row, from 1, a person says the header is in."""

    headerMoved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.header = QSpinBox(self)
        self.header.setRange(1, MOST_ROWS)
        self.header.setKeyboardTracking(False)
        self.header.setAccessibleName(self.tr("表头所在的行"))
        self.header.valueChanged.connect(self._moved)
        caption = label(self.tr("表头在第几行(&R)"), "second")
        caption.setBuddy(self.header)
        self.table = QTableWidget(self)
        self.table.setAccessibleName(self.tr("文件的前几行"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setTabKeyNavigation(False)
        self.oddities = OdditiesLine()
        self._odd_area = scrolled(self.oddities)
        self._shown = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space3"))
        layout.addLayout(row(caption, self.header, label(self.tr("点左边的行号也可以选"), "caption"), 0))
        layout.addWidget(self.table, 3)
        layout.addWidget(self._odd_area, 2)
        self.table.verticalHeader().sectionClicked.connect(lambda at: self.header.setValue(at + 1))

    def show_file(self, looked: Looked, oddities: Sequence[Oddity]) -> None:
        """Fill in the first rows, and what is odd about the file."""
        self.oddities.show_oddities(oddities)
        self._odd_area.setVisible(bool(oddities))
        rows = looked.rows[:MOST_ROWS]
        while rows and not any(rows[-1]):
            rows.pop()
        wide = min(max(map(len, rows), default=0), MOST_COLUMNS)
        self.table.clear()
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(wide)
        self.table.setHorizontalHeaderLabels([column_letters(at) for at in range(wide)])
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells[:wide]):
                self.table.setItem(at, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        for column in range(wide):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), WIDEST))
        self._shown = looked.header_row
        self.header.blockSignals(True)
        self.header.setMaximum(max(len(rows), 1))
        self.header.setValue(max(looked.header_row, 1))
        self.header.blockSignals(False)
        self._mark(looked.header_row - 1)

    def _mark(self, header: int) -> None:
        """Paint the header's row as the heads of tables are painted, in bold."""
        for column in range(self.table.columnCount()):
            item = self.table.item(header, column) if header >= 0 else None
            if item is not None:
                item.setBackground(theme.color("header"))
                item.setFont(theme.font(bold=True))
        first = self.table.model().index(max(header - 1, 0), 0)
        self.table.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def _moved(self, at: int) -> None:
        if at != self._shown:
            self.headerMoved.emit(at)


class OdditiesLine(QWidget):
    """What the doctor says of a file, the gravest first; out of sight where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px("space2"))

    def show_oddities(self, oddities: Sequence[Oddity]) -> None:
        """Fill in the sentences."""
        empty(self._layout)
        words = {"error": self.tr("错误"), "warning": self.tr("注意"), "info": self.tr("提示")}
        for one in oddities:
            text = self.tr("%1：%2").replace("%2", one.sentence).replace("%1", words.get(one.severity, ""))
            line = label(text, {"error": "error", "warning": "warning"}.get(one.severity, "second"), wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._layout.addWidget(line)
        self.setVisible(bool(oddities))
