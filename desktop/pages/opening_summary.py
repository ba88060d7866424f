"""What an opening balance holds or would hold: counts, and money by currency, or what is wrong at which cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.figures import figure
from desktop.models.shown import money
from desktop.pages.plain_table import TextModel, plain_table
from desktop.pieces import card, empty, label, row

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from forms.catalogue import Catalogue
    from forms.opening import Brought

_FAULTS_SHOWN = 6  # lines of the list before it scrolls
_CELL_WIDTH = 150


class OpeningSummary(QWidget):
    """Three counts, and under them the sums or the faults; `show_brought` fills it."""

    def __init__(self, catalogue: Catalogue, whole: Collection[str]) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._whole = whole
        self.faults = TextModel((self.tr("单元格"), self.tr("原因")))
        self.table = plain_table(self.faults, self.tr("不能带入的地方"), stretch=1)
        self.table.setColumnWidth(0, _CELL_WIDTH)
        self._upper = QVBoxLayout()
        self._upper.setSpacing(theme.px("space3"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space3"))
        column.addLayout(self._upper)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_brought(self, brought: Brought) -> None:
        """Show counts and sums; where there are faults, them."""
        empty(self._upper)
        self._upper.addLayout(
            row(
                *(
                    self._tile(words, count)
                    for words, count in (
                        (self.tr("份合同"), brought.contracts),
                        (self.tr("笔累计执行"), brought.executions),
                        (self.tr("个月的月度数"), brought.months),
                    )
                )
            )
        )
        if brought.faults:
            words = self.tr("有 %1 处不能带入，请在文件里改好再选一次；现在一行也没有带入。")
            self._upper.addWidget(label(words.replace("%1", figure(len(brought.faults))), "error", wrap=True))
        elif any(brought.totals.values()):
            self._upper.addWidget(self._sums(brought))
        self.faults.fill([(one.cell, one.text) for one in brought.faults])
        self.table.setVisible(bool(brought.faults))
        height = theme.px("header") + min(len(brought.faults), _FAULTS_SHOWN) * (theme.px("row") + 4) + 4
        self.table.setMinimumHeight(height)

    def _tile(self, words: str, count: int) -> QFrame:
        frame, column = card("inset", margin=10, spacing=0)
        column.addWidget(label(figure(count), "big"))
        column.addWidget(label(words, "caption"))
        return frame

    def _sum(self, sums: Mapping[str, int], ccy: str) -> str:
        return money(sums[ccy], 0 if ccy in self._whole else 2) if ccy in sums else "—"

    def _head(self, form: str) -> str:
        """Say what is added up, not only where the rows lie."""
        money = {"contracts": self.tr("合同金额合计"), "executions": self.tr("累计执行额合计")}
        edition = self._catalogue.edition(form)
        return money.get(edition.table) or self.tr("%1金额合计").replace("%1", edition.short)

    def _sums(self, brought: Brought) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "inset")
        grid = QGridLayout(frame)
        grid.setHorizontalSpacing(theme.px("space5"))
        forms = list(brought.totals)
        heads = [self.tr("币种"), *(self._head(form) for form in forms)]
        currencies = sorted({ccy for sums in brought.totals.values() for ccy in sums})
        lines = [heads, *([ccy, *(self._sum(brought.totals[form], ccy) for form in forms)] for ccy in currencies)]
        for at, line in enumerate(lines):
            for column, words in enumerate(line):
                grid.addWidget(_right(label(words, "" if at else "caption"), wanted=column > 0), at, column)
        grid.setColumnStretch(len(heads), 1)
        return frame


def _right(one: QLabel, *, wanted: bool) -> QLabel:
    if wanted:
        one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return one
