"""The two lines over a ledger grid: actions, and the filter with its chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.models import narrowing
from desktop.pages.undo_buttons import UndoButtons
from desktop.pieces import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from forms.book import Book

NARROW = 900  # below this width buttons show their icon only
WIDE = 1100  # from this width on those beside the filter are worded, too
FILTER_DELAY = 160  # ms after the last letter
FILTER_WIDTH, FILTER_NARROW, FILTER_WIDE = 250, 150, 330
ROOMY = 1300  # from this width on the filter says all it looks through
COUNTED_WIDTH = 180
SMALL = QSize(16, 16)


class LedgerBar(QWidget):
    """Buttons and filter. Its signals say what is wanted; the page does it."""

    addWanted = Signal()
    deleteWanted = Signal()
    importWanted = Signal()
    exportWanted = Signal()
    templateWanted = Signal()
    printWanted = Signal()
    checkWanted = Signal()
    fileWanted = Signal()
    unitChanged = Signal(bool)
    filterChanged = Signal(str, str)
    clearWanted = Signal()
    detailWanted = Signal()
    importsWanted = Signal()

    def __init__(self, book: Callable[[], Book], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = UndoButtons(book, self)
        self._worded: list[tuple[QPushButton, str]] = []
        self._beside: list[tuple[QPushButton, str]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space2"))
        layout.addLayout(self._make_actions())
        layout.addLayout(self._make_filter())
        self._timer = QTimer(self, singleShot=True, interval=FILTER_DELAY)
        self._timer.timeout.connect(self._emit_filter)

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - a switch
        """Switch off what writes while a Book is read-only."""
        for button in (self.add, self.delete, self.import_button):
            button.setEnabled(editable)

    def chip(self) -> str:
        """The chip that is on."""
        return str(self._chips.checkedButton().property("chip"))

    def choose_chip(self, name: str) -> None:
        """Switch a chip on, as a click would."""
        for button in self._chips.buttons():
            if button.property("chip") == name and not button.isChecked():
                button.setChecked(True)
                self._emit_filter()

    def show_counted(self, words: str) -> None:
        """Offer a chip for the rows behind a figure of the statistics, and switch it on."""
        chip = self._counted
        chip.setText(
            chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, COUNTED_WIDTH).replace("&", "&&")
        )
        chip.setAccessibleName(words)
        tip(chip, words)
        chip.show()
        chip.setChecked(True)
        self.box.clear()
        self._emit_filter()

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.box.clear()
        self.choose_chip(narrowing.ALL)
        self._emit_filter()

    def show_filtered(self, columns: Sequence[str], *, sorted_by: bool) -> None:
        """Offer to take filters and sort away, and say which columns are filtered."""
        if columns:
            text = self.tr("清除筛选（%1 列）").replace("%1", str(len(columns)))
        else:
            text = self.tr("恢复原顺序") if sorted_by else ""
        self.clear.setText(text)
        tip(self.clear, self.tr("%1（Ctrl+Shift+F）").replace("%1", "、".join(columns) or text))
        self.clear.setVisible(bool(text))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_actions(self) -> QHBoxLayout:
        self.add = self._button(self.tr("新增行"), "add", self.addWanted, self.tr("新增一行（Insert）"))
        self.delete = self._button(self.tr("删除"), "delete", self.deleteWanted, self.tr("删除所选行（Ctrl+-）"))
        self.import_button = self._button(
            self.tr("导入 Excel"), "import", self.importWanted, self.tr("从 Excel 工作簿导入")
        )
        export = self._button(self.tr("导出"), "export", self.exportWanted, self.tr("导出为 Excel 工作簿"))
        template = self._button(
            self.tr("下载模板"), "download", self.templateWanted, self.tr("下载空白的 Excel 填报模板")
        )
        self.unit = QComboBox(self)
        self.unit.addItems([self.tr("单位：元（原币）"), self.tr("单位：万（原币）")])
        self.unit.setAccessibleName(self.tr("金额单位"))
        self.unit.setToolTip(self.tr("只改变显示和输入的单位，保存的金额不变"))
        self.unit.currentIndexChanged.connect(lambda index: self.unitChanged.emit(index == 1))
        check = QPushButton(theme.icon("check", "text2"), self.tr("审核  F9"), self)
        check.setIconSize(SMALL)
        check.clicked.connect(self.checkWanted)
        self.check = check
        file = QPushButton(theme.icon("send", "on_brand"), self.tr("报送"), self)
        file.setIconSize(SMALL)
        file.setProperty("role", "primary")
        file.setToolTip(self.tr("到“审核与报送”（Ctrl+Shift+Enter）"))
        file.clicked.connect(self.fileWanted)
        line = self._actions = QHBoxLayout()
        line.setSpacing(theme.px("space2"))
        for widget in (self.add, self.delete, self.import_button, export, template):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.unit)
        line.addWidget(check)
        line.addWidget(file)
        return line

    def offer(self, text: str, icon: str, words: str) -> QPushButton:
        """Put in an action that only this ledger has, behind the common ones; it says what it does in `words`."""
        button = self._named(text, icon, words)
        self._actions.insertWidget(len(self._worded) - 1, button)
        return button

    def _button(self, text: str, icon: str, signal: SignalInstance, tip: str) -> QPushButton:
        button = self._named(text, icon, tip)
        button.clicked.connect(signal)
        return button

    def _named(self, text: str, icon: str, tip: str) -> QPushButton:
        button = QPushButton(theme.icon(icon, "text2"), text, self)
        button.setIconSize(SMALL)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        self._worded.append((button, text))
        return button

    def _make_filter(self) -> QHBoxLayout:
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("筛选：编号、名称、国别、金额…（Ctrl+F）"))
        self.box.setAccessibleName(self.tr("筛选"))
        self.box.setClearButtonEnabled(True)
        self.box.addAction(
            QAction(theme.icon("search", "text3"), "", self.box), QLineEdit.ActionPosition.LeadingPosition
        )
        self.box.setFixedWidth(FILTER_WIDTH)
        self.box.textChanged.connect(self._restart)
        self.box.returnPressed.connect(self._emit_filter)
        line = QHBoxLayout()
        line.setSpacing(theme.px("space2"))
        line.addWidget(self.box)
        self._chips = QButtonGroup(self)
        names = {
            narrowing.ALL: self.tr("全部"),
            narrowing.PROBLEMS: self.tr("有问题"),
            narrowing.UNFILED: self.tr("未报送"),
            narrowing.RETURNED: self.tr("已退回"),
            narrowing.COUNTED: "",
        }
        for name, text in names.items():
            chip = QPushButton(text, self)
            chip.setProperty("role", "chip")
            chip.setProperty("chip", name)
            chip.setCheckable(True)
            chip.setChecked(name == narrowing.ALL)
            self._chips.addButton(chip)
            line.addWidget(chip)
        self._counted = self._chips.buttons()[-1]
        self._counted.hide()
        self._chips.buttonClicked.connect(self._emit_filter)
        self.clear = QPushButton(self)
        self.clear.setProperty("role", "link")
        self.clear.clicked.connect(self.clearWanted)
        self.clear.hide()
        line.addWidget(self.clear)
        self.saved = QLabel(self)
        self.saved.setProperty("role", "caption")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)  # the buttons beside it stay as they are
        self.saved.setSizePolicy(policy)
        line.addWidget(self.saved, 1)
        line.addWidget(self.steps)
        line.addWidget(
            self._small(
                "history", self.tr("导入记录"), self.tr("导入记录：每次导入的文件，可整次撤销"), self.importsWanted
            )
        )
        self.detail = self._small(
            "view", self.tr("行详情"), self.tr("行详情和修改历史（Alt+Enter）"), self.detailWanted
        )
        line.addWidget(self.detail)
        self.print = self._small("print", self.tr("打印"), self.tr("打印预览、存为 PDF（Ctrl+P）"), self.printWanted)
        line.addWidget(self.print)
        return line

    def _small(self, icon: str, name: str, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(theme.icon(icon, "text2"), "", self)
        button.setIconSize(SMALL)
        button.setAccessibleName(name)
        button.setToolTip(words)
        button.clicked.connect(signal)
        self._beside.append((button, name))
        return button

    def _restart(self) -> None:
        self._timer.start()

    def _emit_filter(self) -> None:
        self._timer.stop()
        self.filterChanged.emit(self.box.text(), self.chip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only where words have no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        for button, text in self._worded:
            button.setText("" if narrow else text)
        wide = self.width() >= WIDE
        for button, text in self._beside:
            button.setText(text if wide else "")
        self.box.setFixedWidth(FILTER_NARROW if narrow else FILTER_WIDE if self.width() >= ROOMY else FILTER_WIDTH)
        self.saved.setVisible(not narrow)  # the strip at the foot of the window says it, too
