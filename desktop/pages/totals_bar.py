"""The bar under the grid: how many rows, and sums per currency of all rows or of the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from desktop import theme
from desktop.models import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop.models.totals import Total

PADDING = 12
GAP = 14


class TotalsBar(QFrame):
    """Paints «共 60 行  合同金额 USD 1,234.00 · JPY 5,000»; what has no room is left to the tooltip."""

    def __init__(self, whole: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._whole = whole
        self._parts: list[tuple[str, bool]] = []
        self.setFixedHeight(theme.px("row"))
        self.setAccessibleName(self.tr("合计"))

    def show_totals(self, head: str, totals: Sequence[Total], *, wan: bool, averages: bool = False) -> None:
        """Show a head («共 60 行», «选中 3 格») and sums; a column's label stands once before its currencies.

        `averages` adds to each sum its mean and over how many it goes.
        """
        parts: list[tuple[str, bool]] = [(head, False)]
        label = ""
        for total in totals:
            if total.label != label:
                label = total.label
                parts.append((label, False))
            if total.has_sum:
                parts.append((f"{total.currency} {self._figure(total, total.amount, wan=wan)}".strip(), True))
            if total.is_unread:
                parts.append((self.tr("币种未识别 %1 笔，未计入合计").replace("%1", f"{total.count:,}"), True))
            elif averages:
                mean = self._figure(total, total.average, wan=wan)
                text = self.tr("平均 %1（%2 个）").replace("%1", mean).replace("%2", f"{total.count:,}")
                parts.append((text, False))
        self._parts = parts
        text = self.text()
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.update()

    def _figure(self, total: Total, amount: int, *, wan: bool) -> str:
        if total.kind is not None:
            return total.kind.show(amount)
        text = shown.money(amount, 0 if total.currency in self._whole else 2, wan=wan)
        return text + (self.tr("万") if wan else "")

    def text(self) -> str:
        """The whole line."""
        return "  ".join(text for text, _ in self._parts)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, theme.px("row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels plain, amounts bold, an ellipsis where the room ends."""
        super().paintEvent(event)
        painter = QPainter(self)
        left, right = PADDING, self.width() - PADDING
        for at, (text, bold) in enumerate(self._parts):
            font = theme.font(bold=bold)
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance(text)
            painter.setFont(font)
            painter.setPen(theme.color("text" if bold else "text2"))
            follows = self._parts[at + 1][0] if at + 1 < len(self._parts) and not bold else ""
            needed = width + (6 + QFontMetrics(theme.font(bold=True)).horizontalAdvance(follows) if follows else 0)
            if left + needed > right:  # a name without its sum says nothing
                painter.drawText(left, 0, right - left, self.height(), Qt.AlignmentFlag.AlignVCenter, "…")
                break
            painter.drawText(left, 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + (GAP if bold else 6 if text != self._parts[0][0] else GAP)
        painter.end()
