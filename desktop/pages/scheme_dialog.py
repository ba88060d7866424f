"""What a newer scheme pack says otherwise than the definitions in force, before it is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.scheme.changes import Change


class SchemeDialog(QDialog):
    """The list of changes; accepted when the person wants the pack installed."""

    def __init__(self, changes: list[Change], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("新制度包的变化"))
        self.resize(720, 460)
        column = QVBoxLayout(self)
        said = self.tr("与现在用的制度相比有 %1 处变化。已报送的报表不受影响。").replace("%1", str(len(changes)))
        column.addWidget(label(said if changes else self.tr("与现在用的制度没有差别。"), wrap=True))
        self.model = TextModel([self.tr("所在"), self.tr("变化")])
        self.model.fill([(one.place, one.text) for one in changes])
        self.table = plain_table(self.model, self.tr("变化列表"), stretch=1)
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(0, min(self.table.columnWidth(0), self.width() // 2))
        column.addWidget(self.table, 1)
        self.install = button(self.tr("安装"), "download", "primary", self.accept)
        column.addLayout(row(0, button(self.tr("关闭"), "", "", self.reject), self.install))
