"""What a grid without rows says: why it is empty, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop import theme

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView


class GridEmpty(QFrame):
    """Lies over the grid's middle. `importWanted`, `addWanted` and `clearWanted` are its ways on."""

    importWanted = Signal()
    addWanted = Signal()
    clearWanted = Signal()

    def __init__(self, over: GridView) -> None:
        super().__init__(over)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._over = over
        self._title = QLabel(self)
        self._title.setProperty("role", "h3")
        self._text = QLabel(self)
        self._text.setProperty("role", "second")
        self._import = QPushButton(theme.icon("import", "on_brand"), self.tr("导入 Excel"), self)
        self._import.setProperty("role", "primary")
        self._import.clicked.connect(self.importWanted)
        self._add = QPushButton(theme.icon("add", "text2"), self.tr("新增一行"), self)
        self._add.clicked.connect(self.addWanted)
        self._clear = QPushButton(self.tr("清除筛选"), self)
        self._clear.clicked.connect(self.clearWanted)
        layout = self._box = QVBoxLayout(self)
        layout.setSpacing(theme.px("space3"))
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._import, self._add, self._clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        over.viewport().installEventFilter(self)
        self.hide()

    def show_model(self, model: LedgerModel) -> None:
        """Show the fitting message, or nothing when there are rows."""
        self.setVisible(model.rowCount() == 0)
        self._over.lay_out()
        if model.rowCount():
            return
        total, name, writable = model.pages.total, model.edition.short, not model.book.readonly
        filtered = total > 0
        self._title.setText(self.tr("没有符合条件的行") if filtered else self.tr("%1还没有内容").replace("%1", name))
        self._text.setText(
            self.tr("共 %1 行，都被筛选条件隐藏了。").replace("%1", str(total))
            if filtered
            else self.tr("把您现有的 Excel 台账导入进来，或逐行填写。列名不必和模板一样。")
        )
        self._import.setVisible(not filtered and writable)
        self._add.setVisible(not filtered and writable)
        self._clear.setVisible(filtered)
        self._place()
        self.raise_()

    def _place(self) -> None:
        """Lie in the middle under the head, without the sentence where there is no room for all."""
        room = self._over.viewport().geometry()
        self._text.setVisible(self._height() <= room.height())
        height = min(self._height(), room.height())
        self.resize(min(520, room.width()), height)
        self.move((self._over.width() - self.width()) // 2, room.top() + (room.height() - height) // 2)

    def _height(self) -> int:
        """The height with the sentence, whether it shows or not."""
        around = self._box.contentsMargins()
        parts = [self._title.sizeHint().height(), self._text.sizeHint().height(), self._import.sizeHint().height()]
        return sum(parts) + 2 * self._box.spacing() + around.top() + around.bottom()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
