"""The bar under the grid: how many rows, and sums per currency of all rows or of the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from desktop import theme
from desktop.models import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.models.totals import Total

PADDING = 12
GAP, LABEL_GAP = 14, 6
MOST_LINES = 2
Part = tuple[str, bool]  # a text, and whether it is bold: a sum


class TotalsBar(QFrame):
    """Paints «共 60 行  合同金额 USD 1,234.00 · JPY 5,000», in two lines where the sums of all rows need them.

    A selection changes no height: the grid would move under the hand. What has no room is left to the tooltip.
    """

    def __init__(self, whole: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._whole = whole
        self._parts: list[Part] = []
        self._of_all: list[Part] = []
        self.setFixedHeight(theme.px("row"))
        self.setAccessibleName(self.tr("合计"))

    def show_totals(self, head: str, totals: Sequence[Total], *, wan: bool, averages: bool = False) -> None:
        """Show a head («共 60 行», «选中 3 格») and sums; a column's label stands once before its currencies.

        `averages` adds to each sum its mean and over how many it goes.
        """
        parts: list[Part] = [(head, False)]
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
        if not averages:
            self._of_all = parts
            self._fit()
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
        """As high as its lines."""
        return QSize(300, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where the sums do not fit into one, and give it back."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = min(MOST_LINES, max((line for _left, line, *_ in self._placed(self._of_all)), default=0) + 1)
        row = theme.px("row")
        self.setFixedHeight(row if lines == 1 else row + (lines - 1) * (row - PADDING // 2))

    def _placed(self, parts: Sequence[Part]) -> Iterator[tuple[int, int, int, str, bool]]:
        """Yield left edge, line, width, text and weight of each part; a name stands in the line of its first sum."""
        right = self.width() - PADDING
        plain, strong = (QFontMetrics(theme.font(bold=bold)) for bold in (False, True))
        left, line = PADDING, 0
        for at, (text, bold) in enumerate(parts):
            width = (strong if bold else plain).horizontalAdvance(text)
            follows = parts[at + 1][0] if at + 1 < len(parts) and not bold else ""
            needed = width + (LABEL_GAP + strong.horizontalAdvance(follows) if follows else 0)
            if left + needed > right and left > PADDING:
                left, line = PADDING, line + 1
            yield left, line, width, text, bold
            left += width + (LABEL_GAP if not bold and at else GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels plain, amounts bold, an ellipsis where the room ends."""
        super().paintEvent(event)
        painter = QPainter(self)
        lines = 1 if self.height() == theme.px("row") else MOST_LINES
        height, ended = (self.height() - (PADDING // 2 if lines > 1 else 0)) // lines, PADDING
        centre = Qt.AlignmentFlag.AlignVCenter
        for left, line, width, text, bold in self._placed(self._parts):
            painter.setFont(theme.font(bold=bold))
            painter.setPen(theme.color("text" if bold else "text2"))
            top = line * height + (PADDING // 4 if lines > 1 else 0)
            if line >= lines:  # a name without its sum says nothing
                painter.drawText(ended, top - height, self.width() - ended, height, centre, "…")
                break
            painter.drawText(left, top, width + 2, height, centre, text)
            ended = left + width + GAP
        painter.end()
