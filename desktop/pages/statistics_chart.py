"""What every chart of 统计分析 is: data points one can walk over by keyboard, read out, open, and copy as a picture."""

from __future__ import annotations

import html
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop import theme
from desktop.drawing import Drawing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.place import Place
    from desktop.theme import Theme

PICTURE_SCALE = 2
_TITLE_HIGH = 58
_MARGIN = 16
_CAPTION = 12  # the size of a caption heights are given for
# How a data point is drawn. Each look has a fill of its own, so that none depends on the colour alone.
SOLID, DRAFT, SOFT, REST, LINE = "solid", "draft", "soft", "rest", "line"


@dataclass(frozen=True, slots=True)
class Mark:
    """One data point: its name on the axis, its values, how it is drawn, what it says in full, where it leads.

    `value` and `other` are hundredths (shown in 万), or counts, or parts of a share; None is not drawn.
    """

    label: str
    value: int | None
    other: int | None = None
    look: str = SOLID
    tone: str = "brand"
    text: str = ""
    said: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend."""

    look: str
    text: str
    tone: str = "brand"


class Ink:
    """Colours of one theme: that of the window, or the light one for a picture to paste into a report."""

    def __init__(self, shown: Theme) -> None:
        self._colors = shown.colors

    def color(self, token: str) -> QColor:
        """Return a token's colour."""
        return QColor(self._colors[token])

    def dress(self, painter: QPainter, look: str, tone: str) -> None:
        """Set pen and brush for a data point of ``look``."""
        full, pale = self.color(tone), self.color("brand_soft" if tone == "brand" else f"{tone}_bg")
        edge = QPen(full, 1.2)
        if look == SOLID:
            painter.setBrush(full)
        elif look == SOFT:
            painter.setBrush(pale)
        else:
            painter.setBrush(QBrush(full, Qt.BrushStyle.BDiagPattern if look == DRAFT else Qt.BrushStyle.Dense6Pattern))
            edge.setStyle(Qt.PenStyle.DashLine if look == DRAFT else Qt.PenStyle.SolidLine)
        painter.setPen(edge)


class Chart(Drawing):
    """A painted chart. Subclasses say where each point lies (``spot``) and paint into a box (``draw``)."""

    opened = Signal(object)  # Place, by Enter or a double click
    pointed = Signal(str)  # what the current point says

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self.keys: list[Key] = []
        self.unit = ""
        self.nothing = ""
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    # -- what subclasses say

    def spot(self, number: int, box: QRectF) -> QRectF:
        """Return where a point can be hit, in a chart of ``box``."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint the data into ``box``."""
        raise NotImplementedError

    def height_for(self, count: int) -> int:
        """Return how high the chart wants to be for ``count`` points."""
        raise NotImplementedError

    # -- content

    def show_marks(self, title: str, unit: str, marks: Sequence[Mark], keys: Sequence[Key], nothing: str) -> None:
        """Show other data; ``nothing`` is said where there is none."""
        self.marks, self.keys, self.unit, self.nothing = list(marks), list(keys), unit, nothing
        self.current = min(self.current, len(self.marks) - 1)
        self.setAccessibleName(f"{title}（{unit}）")
        self.setAccessibleDescription("；".join(mark.said for mark in self.marks) if self.has_data() else nothing)
        self.setMinimumHeight(self.height_for(len(self.marks) if self.has_data() else 0))
        self.updateGeometry()
        self.update()

    def has_data(self) -> bool:
        """Whether there is anything to draw."""
        return any(mark.value or mark.other for mark in self.marks)

    def sizeHint(self) -> QSize:
        """Return the size it wants."""
        return QSize(420, self.height_for(len(self.marks) if self.has_data() else 0))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        ink = Ink(theme.current())
        self.paint(painter, QRectF(self.rect()), ink)
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.color("brand"), 1, Qt.PenStyle.DotLine))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if 0 <= self.current < len(self.marks) and self.has_data():
            painter.setPen(QPen(ink.color("text"), 2))
            painter.drawRoundedRect(self.spot(self.current, QRectF(self.rect())).adjusted(1, 1, -1, -1), 4, 4)

    def paint(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint the data, or that there is none, into ``box``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        if self.has_data():
            self.draw(painter, box, ink)
            return
        painter.setPen(ink.color("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.nothing)

    def draw_keys(self, painter: QPainter, box: QRectF, ink: Ink) -> None:
        """Paint the legend into a line, from the right."""
        right = box.right()
        for key in reversed(self.keys):
            wide = painter.fontMetrics().horizontalAdvance(key.text) + 2
            painter.setPen(ink.color("text2"))
            painter.drawText(
                QRectF(right - wide, box.top(), wide, box.height()), Qt.AlignmentFlag.AlignVCenter, key.text
            )
            middle, left = box.center().y(), right - wide - 25
            if key.look == LINE:
                draw_line(painter, [QPointF(left + 2, middle), QPointF(left + 16, middle)], ink.color(key.tone))
            else:
                ink.dress(painter, key.look, key.tone)
                painter.drawRect(QRectF(left + 7, middle - 5, 11, 10))
            right = left - 14

    def as_picture(self, title: str, notes: str) -> QImage:
        """Return the chart as a picture on a light ground, with its title, to paste into a report."""
        wide = max(self.width(), 560) + 2 * _MARGIN
        high = self.height() + _TITLE_HIGH + _MARGIN
        image = QImage(wide * PICTURE_SCALE, high * PICTURE_SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PICTURE_SCALE)
        ink = Ink(theme.load_theme("light", theme.current().factor))
        image.fill(ink.color("surface"))
        painter = QPainter(image)
        painter.setFont(theme.font("h3", bold=True))
        painter.setPen(ink.color("text"))
        room = QRectF(_MARGIN, 8, wide - 2 * _MARGIN, 26)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, f"{title}（{self.unit}）")
        painter.setFont(theme.font("caption"))
        painter.setPen(ink.color("text2"))
        painter.drawText(room.translated(0, 24), Qt.AlignmentFlag.AlignVCenter, notes)
        self.paint(painter, QRectF(_MARGIN, _TITLE_HIGH, wide - 2 * _MARGIN, self.height()), ink)
        painter.end()
        return image

    # -- walking over the data

    def go_to(self, number: int) -> None:
        """Make a point the current one and say it."""
        if not self.marks or not self.has_data():
            return
        self.current = max(0, min(number, len(self.marks) - 1))
        said = self.marks[self.current].said
        self.pointed.emit(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, open with Enter."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.current)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.go_to(self.current + 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.go_to(self.current - 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self.marks) - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first point."""
        super().focusInEvent(event)
        self.go_to(max(self.current, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the mouse."""
        super().mousePressEvent(event)
        number = self._at(event.position())
        if number >= 0:
            self.go_to(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the rows of the point under the mouse."""
        self._open(self._at(event.position()))

    def event(self, event: object) -> bool:
        """Tell the figures of the point under the mouse."""
        if isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), f"<qt>{html.escape(self.marks[number].said)}</qt>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _open(self, number: int) -> None:
        if 0 <= number < len(self.marks) and self.marks[number].place is not None:
            self.opened.emit(self.marks[number].place)

    def _at(self, point: QPointF) -> int:
        box = QRectF(self.rect())
        if not self.has_data():
            return -1
        return next((number for number in range(len(self.marks)) if self.spot(number, box).contains(point)), -1)


def scaled(size: float) -> float:
    """Return a height for text in proportion to the chosen font size."""
    return size * theme.px("caption") / _CAPTION


def draw_line(painter: QPainter, points: Sequence[QPointF], color: QColor) -> None:
    """Paint a dashed line with a hollow ring at each point, so that it is no line of another colour only."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.DashLine))
    for one, other in itertools.pairwise(points):
        painter.drawLine(one, other)
    painter.setPen(QPen(color, 1.6))
    for point in points:
        painter.drawEllipse(point, 3, 3)
