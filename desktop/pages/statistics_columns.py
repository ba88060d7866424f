"""Charts by month: columns with the year before as a line, and the offshore share as full columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop import theme
from desktop.languages import translate
from desktop.pages.charts import WAN_OF_HUNDREDTHS, nice_step
from desktop.pages.statistics_chart import SOFT, SOLID, Chart, Ink, Mark, draw_line, scaled

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOP, _BOTTOM, _RIGHT = 34.0, 26.0, 10.0
_HIGH = 250
_WIDEST = 44.0
_WHOLE = 10_000  # hundredths of a percent
_VALUE_HIGH, _RING = 15.0, 6.0
_EXACT = 1e-6


@dataclass(frozen=True, slots=True)
class Scale:
    """The vertical axis in 万: from ``low`` (0, or less where something was paid back) to ``high`` in ``step``."""

    low: float
    high: float
    step: float

    @staticmethod
    def over(values: Iterable[int]) -> Scale:
        """Return round bounds around hundredths."""
        found = [value / WAN_OF_HUNDREDTHS for value in values]
        top, bottom = max([0.0, *found]), min([0.0, *found])
        step = nice_step(top - bottom)
        low = step * (bottom // step)
        return Scale(low, max(step * -(-top // step), low + step), step)

    def lines(self) -> list[float]:
        """Return the values of the grid lines."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def y(self, value: float, plot: QRectF) -> float:
        """Return where ``value`` (in 万) lies in ``plot``."""
        return plot.bottom() - plot.height() * (value - self.low) / (self.high - self.low)


class ByMonth(Chart):
    """What both charts share: months side by side under a legend, over their names."""

    def height_for(self, count: int) -> int:
        """Return how high the chart wants to be."""
        return round(scaled(_HIGH if count else _HIGH / 2))

    def axis_width(self) -> float:
        """Return the room for the numbers at the left."""
        raise NotImplementedError

    def plot(self, box: QRectF) -> QRectF:
        """Return where the columns stand."""
        return box.adjusted(self.axis_width(), scaled(_TOP), -_RIGHT, -scaled(_BOTTOM))

    def column(self, number: int, plot: QRectF) -> QRectF:
        """Return the strip of a column, from top to bottom."""
        each = plot.width() / max(len(self.marks), 1)
        wide = min(_WIDEST, each * 0.5)
        return QRectF(plot.left() + each * (number + 0.5) - wide / 2, plot.top(), wide, plot.height())

    def spot(self, number: int, box: QRectF) -> QRectF:
        """Return the whole strip of a month, its name included."""
        plot = self.plot(box)
        each = plot.width() / max(len(self.marks), 1)
        return QRectF(plot.left() + each * number, plot.top() - scaled(16), each, plot.height() + scaled(16 + _BOTTOM))

    def draw_names(self, painter: QPainter, plot: QRectF, ink: Ink) -> None:
        """Paint the names under the columns, without «月» where there is no room for it."""
        each = plot.width() / max(len(self.marks), 1)
        metrics = painter.fontMetrics()
        short = any(metrics.horizontalAdvance(mark.label) > each - 2 for mark in self.marks)
        painter.setPen(ink.color("text2"))
        unit = translate("Period", "%1月").replace("%1", "")
        for number, mark in enumerate(self.marks):
            middle = self.column(number, plot).center().x()
            under = QRectF(middle - each / 2, plot.bottom() + 4, each, scaled(_BOTTOM) - 6)
            painter.drawText(
                under, Qt.AlignmentFlag.AlignCenter, mark.label.removesuffix(unit) if short else mark.label
            )

    def draw_grid(self, painter: QPainter, plot: QRectF, ink: Ink, lines: list[tuple[float, str]]) -> None:
        """Paint lines at the heights given, each with its number."""
        for y, text in lines:
            painter.setPen(QPen(ink.color("line2"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(ink.color("text3"))
            room = QRectF(plot.left() - self.axis_width(), y - scaled(9), self.axis_width() - 8, scaled(18))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def draw_head(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint the unit of the axis and the legend over the columns."""
        line = QRectF(box.left() + 4, box.top() + 2, box.width() - 4 - _RIGHT, scaled(18))
        painter.setPen(ink.color("text3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.unit)
        self.draw_keys(painter, line, ink)


class ColumnChart(ByMonth):
    """A column a month, ``Mark.value``; ``Mark.other``, the year before, as a dashed line with rings."""

    def _scale(self) -> Scale:
        return Scale.over(value for mark in self.marks for value in (mark.value, mark.other) if value is not None)

    def axis_width(self) -> float:
        """Return the room the longest number needs."""
        metrics = QFontMetricsF(theme.font("caption"))
        scale = self._scale()
        return max(metrics.horizontalAdvance(_axis(value, scale.step)) for value in scale.lines()) + 14

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint it."""
        plot, scale = self.plot(box), self._scale()
        self.draw_head(painter, box, ink)
        self.draw_grid(painter, plot, ink, [(scale.y(v, plot), _axis(v, scale.step)) for v in scale.lines()])
        zero = scale.y(0, plot)
        for number, mark in enumerate(self.marks):
            if not mark.value:
                continue
            strip = self.column(number, plot)
            y = scale.y(mark.value / WAN_OF_HUNDREDTHS, plot)
            ink.dress(painter, mark.look, mark.tone)
            painter.drawRect(QRectF(strip.left(), min(y, zero), strip.width(), abs(zero - y)))
        painter.setPen(QPen(ink.color("border"), 1))
        painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero))
        self._draw_before(painter, plot, scale, ink)
        self._draw_values(painter, plot, scale, ink)
        self.draw_names(painter, plot, ink)

    def _draw_before(self, painter: QPainter, plot: QRectF, scale: Scale, ink: Ink) -> None:
        run: list[QPointF] = []
        for number, mark in enumerate([*self.marks, Mark("", None)]):
            if mark.other is None:
                draw_line(painter, run, ink.color("warning"))
                run = []
                continue
            y = scale.y(mark.other / WAN_OF_HUNDREDTHS, plot)
            run.append(QPointF(self.column(number, plot).center().x(), y))

    def _draw_values(self, painter: QPainter, plot: QRectF, scale: Scale, ink: Ink) -> None:
        """Paint the values over the columns with the decimals there is room for; else the largest and the last."""
        each = plot.width() / max(len(self.marks), 1)
        metrics = painter.fontMetrics()
        there = [(number, mark) for number, mark in enumerate(self.marks) if mark.value]
        for decimals in (2, 1, 0):
            if all(metrics.horizontalAdvance(rounded(mark.value or 0, decimals)) <= each - 4 for _, mark in there):
                break
        else:
            there = [max(there, key=lambda one: one[1].value or 0), there[-1]] if there else []
        for number, mark in there:
            text = rounded(mark.value or 0, decimals)
            middle = self.column(number, plot).center().x()
            self._draw_value(painter, text, QPointF(middle, self._over(mark, scale, plot)), ink)

    def _over(self, mark: Mark, scale: Scale, plot: QRectF) -> float:
        """Return where the value of a column stands: over it; inside it where the ring of the year before is there."""
        y = scale.y(max(mark.value or 0, 0) / WAN_OF_HUNDREDTHS, plot) - 2
        if mark.other is None:
            return y
        high = scaled(_VALUE_HIGH)
        ring = scale.y(mark.other / WAN_OF_HUNDREDTHS, plot)
        if not y - high - _RING <= ring <= y + _RING:
            return y
        inside = y + high + 5
        free = inside + 2 <= scale.y(0, plot) and not ring + _RING > inside - high
        return inside if free else ring - _RING

    def _draw_value(self, painter: QPainter, text: str, at: QPointF, ink: Ink) -> None:
        wide = painter.fontMetrics().horizontalAdvance(text) + 4
        high = scaled(_VALUE_HIGH)
        room = QRectF(at.x() - wide / 2, at.y() - high, wide, high)
        ground = ink.color("surface")
        ground.setAlpha(200)
        painter.fillRect(room, ground)
        painter.setPen(ink.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class ShareChart(ByMonth):
    """A full column a month, divided into ``Mark.value`` of 100.00 % (solid, below) and the rest (pale, above)."""

    def axis_width(self) -> float:
        """Return the room for «100%»."""
        return QFontMetricsF(theme.font("caption")).horizontalAdvance("100%") + 14

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint it."""
        plot = self.plot(box)
        self.draw_head(painter, box, ink)
        lines = [(plot.bottom() - plot.height() * part / 100, f"{part}%") for part in (0, 25, 50, 75, 100)]
        self.draw_grid(painter, plot, ink, lines)
        for number, mark in enumerate(self.marks):
            if mark.value is None:
                continue
            strip = self.column(number, plot)
            cut = plot.bottom() - plot.height() * mark.value / _WHOLE
            ink.dress(painter, SOFT, mark.tone)
            painter.drawRect(strip)
            ink.dress(painter, SOLID, mark.tone)
            painter.drawRect(QRectF(strip.left(), cut, strip.width(), plot.bottom() - cut))
        self._draw_shares(painter, plot, ink)
        self.draw_names(painter, plot, ink)

    def _draw_shares(self, painter: QPainter, plot: QRectF, ink: Ink) -> None:
        """Paint the shares over the columns, all as long as the room allows."""
        there = [(number, mark) for number, mark in enumerate(self.marks) if mark.value is not None]
        room = plot.width() / len(self.marks) - 4
        whole = [f"{_percent(mark.value or 0)}%" for _, mark in there]
        ways = ([mark.text for _, mark in there], whole, [text.removesuffix("%") for text in whole])
        metrics = painter.fontMetrics()
        texts = next((way for way in ways if all(metrics.horizontalAdvance(one) <= room for one in way)), ways[-1])
        painter.setPen(ink.color("text"))
        for (number, _mark), text in zip(there, texts, strict=True):
            middle = self.column(number, plot).center().x()
            over = QRectF(middle - room / 2, plot.top() - scaled(16), room, scaled(15))
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, text)


def _percent(hundredths: int) -> int:
    """Round a share to whole percents; only nothing is 0 and only the whole is 100."""
    if hundredths in (0, _WHOLE):
        return hundredths // 100
    return min(99, max(1, (hundredths + 50) // 100))


def rounded(hundredths: int, decimals: int) -> str:
    """Say hundredths in 万 with up to two decimals, half up, as the table does: never through a float."""
    unit = WAN_OF_HUNDREDTHS // 10**decimals
    whole, part = divmod((2 * abs(hundredths) + unit) // (2 * unit), 10**decimals)
    return f"{'-' if hundredths < 0 else ''}{whole:,}" + (f".{part:0{decimals}d}" if decimals else "")


def _axis(value: float, step: float) -> str:
    """Say a number of the axis with the decimals its steps have."""
    decimals = next((few for few in range(3) if abs(step * 10**few - round(step * 10**few)) < _EXACT), 3)
    return f"{value:,.{decimals}f}"
