"""Drawings of the home page, painted by hand: the trend by month, the year of filings, the progress bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop import theme
from desktop.drawing import Drawing
from desktop.languages.words import list_of, month_word

if TYPE_CHECKING:
    from desktop.trend import Month
    from desktop.year import YearLine

WAN_OF_HUNDREDTHS = 1_000_000
_STEPS = (1, 2, 2.5, 5, 10)
_LINES = 4


def nice_step(largest: float, lines: int = _LINES) -> float:
    """Return a round distance of grid lines so that ``lines`` of them reach ``largest``."""
    wanted = max(largest, 0.04) / lines
    power = 10.0
    while power > wanted:
        power /= 10
    while power * 10 <= wanted:
        power *= 10
    return next(step * power for step in _STEPS if step * power >= wanted)


class TrendChart(Drawing):
    """Columns of twelve months (offshore, onshore on top), a line for the year before; in 万美元."""

    def __init__(self) -> None:
        super().__init__()
        self._months: list[Month] = []
        self._open = ""
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_months(self, months: list[Month], open_period: str) -> None:
        """Show these months; ``open_period`` is not filed yet and is drawn dashed."""
        self._months, self._open = months, open_period
        said = "；".join(f"{month.period} {month.total / WAN_OF_HUNDREDTHS:,.2f}" for month in months)
        self.setAccessibleName(self.tr("执行额趋势，万美元"))
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size it wants."""
        return QSize(400, 190)

    def _plot(self) -> QRectF:
        return QRectF(44, 12, self.width() - 52, self.height() - 40)

    def _column(self, number: int) -> QRectF:
        plot = self._plot()
        each = plot.width() / max(len(self._months), 1)
        width = min(34.0, each * 0.42)
        return QRectF(plot.left() + each * (number + 0.5) - width / 2, plot.top(), width, plot.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        if not any(month.total or month.year_before for month in self._months):
            painter.setPen(theme.color("text3"))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("填写或导入执行台账后，这里显示各月执行额")
            )
            return
        top = max(max(month.total, month.year_before or 0) for month in self._months) / WAN_OF_HUNDREDTHS
        step = nice_step(top)
        full = step * max(1, -(-top // step))
        self._paint_grid(painter, step, full)
        for number, month in enumerate(self._months):
            self._paint_month(painter, number, month, full)
        self._paint_year_before(painter, full)

    def _paint_grid(self, painter: QPainter, step: float, full: float) -> None:
        plot = self._plot()
        value = 0.0
        while value <= full + step / 2:
            y = plot.bottom() - plot.height() * value / full
            painter.setPen(QPen(theme.color("line2"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("text3"))
            box = QRectF(0, y - 9, plot.left() - 8, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{value:,.4g}")
            value += step

    def _paint_month(self, painter: QPainter, number: int, month: Month, full: float) -> None:
        box = self._column(number)
        is_open = month.period == self._open
        below = box.height() * max(month.offshore, 0) / WAN_OF_HUNDREDTHS / full
        above = box.height() * max(month.onshore, 0) / WAN_OF_HUNDREDTHS / full
        off = QRectF(box.left(), box.bottom() - below, box.width(), below)
        on = QRectF(box.left(), box.bottom() - below - above, box.width(), above)
        pen = QPen(theme.color("brand"), 1.2, Qt.PenStyle.DashLine) if is_open else QPen(theme.color("brand"), 1)
        painter.setPen(pen)
        painter.setBrush(theme.color("brand_soft") if is_open else theme.color("brand"))
        if below:
            painter.drawRoundedRect(off, 2, 2)
        painter.setBrush(theme.color("surface") if is_open else theme.color("brand_soft"))
        if above:
            painter.drawRoundedRect(on, 2, 2)
        name = self.tr("本期") if is_open else self.tr("%1月").replace("%1", str(int(month.period[5:])))
        painter.setPen(theme.color("brand" if is_open else "text3"))
        under = QRectF(box.center().x() - 30, box.bottom() + 6, 60, 18)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_year_before(self, painter: QPainter, full: float) -> None:
        painter.setPen(QPen(theme.color("warning"), 2))
        last: QPointF | None = None
        for number, month in enumerate(self._months):
            if month.year_before is None:
                last = None
                continue
            box = self._column(number)
            y = box.bottom() - box.height() * month.year_before / WAN_OF_HUNDREDTHS / full
            point = QPointF(box.center().x(), y)
            if last is not None:
                painter.drawLine(last, point)
            last = point

    def event(self, event: object) -> bool:
        """Tell the figures of the column under the mouse."""
        if isinstance(event, QHelpEvent):
            for number, month in enumerate(self._months):
                if self._column(number).adjusted(-8, 0, 8, 24).contains(QPointF(event.pos())):
                    text = self.tr("%1　离岸 %2　在岸 %3（万美元）").replace("%1", month.period)
                    text = text.replace("%2", f"{month.offshore / WAN_OF_HUNDREDTHS:,.2f}")
                    text = text.replace("%3", f"{month.onshore / WAN_OF_HUNDREDTHS:,.2f}")
                    QToolTip.showText(event.globalPos(), text, self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]


class YearChart(Drawing):
    """Forms by month: an icon for where each filing of the year stands; a click turns to the month."""

    periodChosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[YearLine] = []
        self._period = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_year(self, lines: list[YearLine], period: str) -> None:
        """Show the year of ``period``, its month marked."""
        self._lines, self._period = lines, period
        said = "；".join(
            f"{line.short} "
            + list_of([f"{month_word(int(one[5:]))} {word}" for one, _state, word in line.months if word])
            for line in lines
        )
        self.setAccessibleName(self.tr("全年报送情况"))
        self.setAccessibleDescription(said)
        self.setMinimumHeight(26 + 26 * len(lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size it wants."""
        return QSize(420, 26 + 30 * max(len(self._lines), 4))

    def _name_width(self) -> int:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(line.short) for line in self._lines), default=80) + 14

    def _cell(self, row: int, column: int) -> QRect:
        """Return a cell; row -1 is the head."""
        left = self._name_width()
        width = (self.width() - left) / 12
        high = (self.height() - 24) / max(len(self._lines), 1)
        high = min(high, 72)
        if row < 0:
            return QRect(int(left + width * column), 0, int(width), 22)
        return QRect(int(left + width * column), int(24 + high * row), int(width), int(high))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = int(self._period[5:7] or 0) - 1 if len(self._period) > len("2026") else -1
        if chosen >= 0 and self._lines:
            strip = self._cell(-1, chosen).united(self._cell(len(self._lines) - 1, chosen))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("brand_soft"))
            painter.drawRoundedRect(strip, 4, 4)
        painter.setFont(theme.font("caption"))
        for column in range(12):
            painter.setPen(theme.color("brand" if column == chosen else "text3"))
            wide = self._cell(-1, column).width() > painter.fontMetrics().horizontalAdvance(month_word(12)) + 6
            name = month_word(column + 1) if wide else str(column + 1)
            painter.drawText(self._cell(-1, column), Qt.AlignmentFlag.AlignCenter, name)
        for row, line in enumerate(self._lines):
            self._paint_line(painter, row, line)

    def _paint_line(self, painter: QPainter, row: int, line: YearLine) -> None:
        box = self._cell(row, 0)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("body"))
        name = QRect(0, box.top(), self._name_width(), box.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, line.short)
        for column, (_month, state, _word) in enumerate(line.months):
            cell = self._cell(row, column)
            middle = cell.center()
            if not state:
                painter.setPen(QPen(theme.color("line"), 1.5))
                painter.drawLine(middle.x() - 3, middle.y(), middle.x() + 3, middle.y())
                continue
            look = theme.current().look(state)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{look.tone}_bg"))
            painter.drawEllipse(QPointF(middle) + QPointF(0.5, 0.5), 11, 11)
            theme.draw(painter, look.icon, look.tone, middle - QPoint(7, 7), 15)

    def _at(self, point: QPoint) -> tuple[str, str] | None:
        for row, line in enumerate(self._lines):
            for column, (month, _state, word) in enumerate(line.months):
                if self._cell(row, column).contains(point):
                    return month, f"{line.short}　{month}　{word or self.tr('无需报送')}"
        return None

    def event(self, event: object) -> bool:
        """Tell what stands under the mouse."""
        if isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            if found:
                QToolTip.showText(event.globalPos(), found[1], self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        found = self._at(event.position().toPoint())
        if found:
            self.periodChosen.emit(found[0])


class Legend(Drawing):
    """What the trend's marks mean."""

    def __init__(self) -> None:
        super().__init__()
        self._line = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_line(self, *, line: bool) -> None:
        """Say whether there is a line for the year before."""
        self._line = line
        self.setAccessibleName(self.tr("图例：%1").replace("%1", "、".join(text for _token, text in self._parts())))
        self.updateGeometry()
        self.update()

    def _parts(self) -> list[tuple[str, str]]:
        parts = [("brand", self.tr("离岸")), ("brand_soft", self.tr("在岸"))]
        return [*parts, ("warning", self.tr("上年同期"))] if self._line else parts

    def sizeHint(self) -> QSize:
        """Return the size it wants."""
        metrics = self.fontMetrics()
        return QSize(sum(metrics.horizontalAdvance(text) + 34 for _token, text in self._parts()), 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        left, middle = 0, self.height() // 2
        for token, text in self._parts():
            if token == "warning":  # noqa: S105  a design token
                painter.setPen(QPen(theme.color(token), 2))
                painter.drawLine(left, middle, left + 14, middle)
            else:
                painter.setPen(QPen(theme.color("brand"), 1))
                painter.setBrush(theme.color(token))
                painter.drawRect(QRectF(left + 2, middle - 4.5, 9, 9))
            painter.setPen(theme.color("text2"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRect(left + 18, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + 34
