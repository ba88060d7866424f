"""The pages of the dialog of the opening balance: choosing a workbook, waiting, a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QProgressBar, QVBoxLayout, QWidget

from desktop import theme
from desktop.languages.words import period_word
from desktop.pieces import Banner, button, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoosePage(QFrame):
    """From which month the firm reports here, the template, and the workbook."""

    fileWanted = Signal()
    templateWanted = Signal()

    def __init__(self, months: Sequence[str], current: str) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.since = QComboBox()
        self.since.setAccessibleName(self.tr("起报月份"))
        for month in months:
            self.since.addItem(period_word(month), month)
        self.since.setCurrentIndex(max(self.since.findData(current), 0))
        self.since.setMinimumWidth(theme.px("nav"))
        caption = label(self.tr("从哪个月起在本系统报送"))
        caption.setBuddy(self.since)
        what = label(
            self.tr(
                "年中开始使用的企业，把起报以前已由原系统受理的合同、每份合同至今的累计执行、当年各月已报的数，"
                "从一个 Excel 文件一次带入。带入的行不用再报，以后的变更、执行接着登记。"
            ),
            "second",
            wrap=True,
        )
        self.choose = button(self.tr("选择文件…"), "folder", "primary", self.fileWanted.emit)
        template = button(self.tr("下载模板"), "download", "", self.templateWanted.emit)
        hint = label(
            self.tr("也可以把文件拖到这里。先预览份数、合计和问题，确认后才写入账套；报送以前可以撤销。"), "caption"
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px("space4"),) * 4)
        column.setSpacing(theme.px("space3"))
        column.addWidget(what)
        column.addSpacing(theme.px("space2"))
        column.addLayout(row(caption, self.since, 0))
        column.addSpacing(theme.px("space2"))
        column.addLayout(row(template, self.choose, 0))
        column.addWidget(hint)
        column.addStretch(1)

    def month(self) -> str:
        """Give the firm's first month here."""
        return str(self.since.currentData())


class WorkingPage(QWidget):
    """How far the reading of the two ledgers is."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("带入进度"))
        self._words = label(role="caption")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def begin(self) -> None:
        """Nothing is known yet."""
        self._bar.setRange(0, 0)
        self._words.setText("")

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows are read."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(self.tr("%1 / %2 行").replace("%1", f"{done:,}").replace("%2", f"{total:,}"))


class RefusedPage(QWidget):
    """Why the workbook as a whole cannot be taken."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addStretch(1)
