"""What becomes of a draft's cells under the new edition of its form, before it is moved there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import button, label, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from forms.editions import Preview


class EditionDialog(QDialog):
    """The cells that move and those that are lost; accepted when the person wants the draft moved."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("草稿转到新版"))
        self.resize(720, 460)
        lost = sum(one.is_lost for one in preview.cells)
        text = self.tr("%1 %2 的草稿按 %3 版填写，新版自 %4 起。转换后 %5 个单元格换位置，%6 个会丢；可以撤销。")
        for mark, value in (
            ("%1", preview.short),
            ("%2", preview.period),
            ("%3", preview.before),
            ("%4", preview.after),
            ("%5", str(len(preview.cells) - lost)),
            ("%6", str(lost)),
        ):
            text = text.replace(mark, value)
        column = QVBoxLayout(self)
        self.words = label(text, wrap=True)
        column.addWidget(self.words)
        self.model = TextModel([self.tr("行"), self.tr("指标"), self.tr("内容"), self.tr("转换后")], right=(0,))
        gone = self.tr("会丢")
        self.model.fill([(str(one.row), one.label, one.value, one.into or gone) for one in preview.cells])
        self.table = plain_table(self.model, self.tr("单元格的去处"), stretch=2)
        for number in (0, 1):
            self.table.resizeColumnToContents(number)
        column.addWidget(self.table, 1)
        if preview.new_fields:
            news = self.tr("新增指标：%1").replace("%1", self.tr("、").join(preview.new_fields))
            column.addWidget(label(news, role="caption", wrap=True))
        self.move_on = button(self.tr("转到新版"), "", "primary", self.accept)
        column.addLayout(row(0, button(self.tr("仍按旧版填"), "", "", self.reject), self.move_on))
