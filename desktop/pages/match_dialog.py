"""What becomes of files dropped on a ledger, before anything is written: which row takes which, or why none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from desktop import theme
from desktop.pieces import button, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from forms.attaching import Match, Unmatched
    from forms.definition import Field


class MatchDialog(QDialog):
    """Lists every file with its row, those without one first; accepted, the ones that fit are to be attached."""

    def __init__(
        self,
        field: Field,
        match: Match,
        refused: Sequence[Unmatched],
        fit: Mapping[str, Sequence[Path]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按文件名添加%1").replace("%1", field.label))
        self.setMinimumSize(theme.px("nav") * 4, theme.px("nav") * 2)
        left = [(self.tr("没有对应的行"), one) for one in match.unmatched]
        left += [(self.tr("对应不止一行"), one) for one in match.ambiguous]
        left += [(self.tr("不能添加"), one) for one in refused]
        lines = [(one.path.name, word, one.why) for word, one in left]
        lines += [(path.name, match.keys[uid], self.tr("将添加")) for uid, paths in fit.items() for path in paths]
        count = len(lines) - len(left)
        said = self.tr("%1 个文件对应到行；%2 个不添加，请改文件名或单独添加。")
        self.summary = label(said.replace("%1", str(count)).replace("%2", str(len(left))), wrap=True)
        self.table = _table((self.tr("文件"), self.tr("对应"), self.tr("结果")), lines)
        self.table.setAccessibleName(self.windowTitle())
        self.go = button(self.tr("添加 %1 个").replace("%1", str(count)), "add", "primary", self.accept)
        self.go.setEnabled(count > 0)
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addLayout(row(0, button(self.tr("取消"), "", "", self.reject), self.go))
        (self.go if count else self.table).setFocus()


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> QTableWidget:
    table = QTableWidget(len(lines), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setProperty("role", "list")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    for at, line in enumerate(lines):
        for column, text in enumerate(line):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(at, column, item)
    table.verticalHeader().setDefaultSectionSize(theme.px("row") + 4)
    heading = table.horizontalHeader()
    heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.resizeColumnsToContents()
    heading.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)  # a whole sentence
    return table
