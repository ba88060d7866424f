"""What an import would do or did: counts, notices, money of both sides per currency, refused rows, unread columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.languages.words import list_of
from desktop.models import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from forms.definition import Edition
    from forms.workbook.importing import ImportResult
    from forms.workbook.money_totals import Totals

MOST_REFUSED = 200


class ImportSummary(QScrollArea):
    """The middle of the import dialog; `show_result` fills it."""

    def __init__(self, edition: Edition, whole: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._whole = whole
        self.setWidgetResizable(True)
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_result(self, result: ImportResult) -> None:
        """Fill in what `result` says."""
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, theme.px("space2"), 0)
        layout.setSpacing(theme.px("space3"))
        layout.addLayout(self._tiles(result))
        layout.addWidget(self._line(self._columns(result), "second"))
        for notice in result.notices:
            layout.addWidget(self._line(notice, "warning"))
        if result.missing:
            names = list_of([self._edition.by_id[name].label for name in result.missing])
            layout.addWidget(self._line(self.tr("待补全（文件里没有的必填项）：%1").replace("%1", names), "warning"))
        if result.unknown:
            column = self.tr("%1（%2 列）")
            names = list_of([column.replace("%1", name).replace("%2", at) for at, name in result.unknown.items()])
            layout.addWidget(self._line(self.tr("未识别的列，不导入：%1").replace("%1", names), "warning"))
        if result.totals:
            layout.addWidget(self._line(self.tr("金额核对（逐币种，不同币种不相加）"), "strong"))
            layout.addWidget(self._totals(result.totals))
        if result.refused:
            layout.addWidget(self._line(self.tr("未导入的行"), "strong"))
            layout.addWidget(self._refused(result))
        layout.addStretch(1)
        self.setWidget(body)

    def _tiles(self, result: ImportResult) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px("space2"))
        for text, count, role in (
            (self.tr("新增"), result.new, "ok"),
            (self.tr("更新"), result.updated, ""),
            (self.tr("无变化，跳过"), result.unchanged, ""),
            (self.tr("拒绝"), result.rows_refused, "error"),
        ):
            tile = QFrame(self)
            tile.setProperty("role", "inset")
            inner = QVBoxLayout(tile)
            inner.setSpacing(0)
            number = QLabel(f"{count:,}", tile)
            number.setProperty("role", "big")
            if count and role:
                number.setStyleSheet(f"color: {theme.current().colors['accepted' if role == 'ok' else role]};")
            caption = QLabel(text, tile)
            caption.setProperty("role", "caption")
            inner.addWidget(number)
            inner.addWidget(caption)
            line.addWidget(tile, 1)
        return line

    def _columns(self, result: ImportResult) -> str:
        text = self.tr("工作表“%1”，读取 %2 行；识别出 %3 列。")
        counted = text.replace("%2", f"{result.rows_read:,}").replace("%3", str(len(result.columns)))
        return counted.replace("%1", result.sheet)

    def _line(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _totals(self, totals: Totals) -> QWidget:
        box = QFrame(self)
        box.setProperty("role", "inset")
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(theme.px("space3"))
        heads = (self.tr("栏目"), self.tr("币种"), self.tr("文件合计"), self.tr("账套合计"), self.tr("核对"))
        for column, text in enumerate(heads):
            grid.addWidget(self._cell(text, "caption", right=column in (2, 3)), 0, column)
        row = 1
        for name, currencies in totals.items():
            label = self._edition.by_id[name].label
            for number, (currency, sums) in enumerate(currencies.items()):
                decimals = 0 if currency in self._whole else 2
                same = sums.file == sums.book and not sums.unread
                verdict = self.tr("一致") if same else self.tr("不一致")
                if sums.unread:
                    verdict = self.tr("%1 格未识别").replace("%1", str(sums.unread))
                texts = (
                    "" if number else label,
                    currency or "—",
                    shown.money(sums.file, decimals),
                    shown.money(sums.book, decimals),
                    verdict,
                )
                for column, text in enumerate(texts):
                    role = ("ok" if same else "warning") if column == 4 else ""  # noqa: PLR2004 - the verdict's column
                    cell = self._cell(text, role, right=column in (2, 3))
                    cell.setWordWrap(column == 0)  # in a narrow window the name gives way
                    grid.addWidget(cell, row, column)
                row += 1
        grid.setColumnStretch(0, 1)
        return box

    def _cell(self, text: str, role: str, *, right: bool) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        if right:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _refused(self, result: ImportResult) -> QTableWidget:
        rows = result.refused[:MOST_REFUSED]
        table = QTableWidget(len(rows), 2, self)
        table.setHorizontalHeaderLabels([self.tr("文件行号"), self.tr("原因")])
        table.setAccessibleName(self.tr("未导入的行"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(26)
        for place, row in enumerate(rows):
            table.setItem(place, 0, QTableWidgetItem(f"{result.sheet}!{row.row}"))
            table.setItem(place, 1, QTableWidgetItem(row.reason))
        table.setFixedHeight(min(len(rows), 5) * 26 + 34)
        return table
