"""One page on the screen: white paper on grey ground, zoomed and scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QScrollArea

from desktop import theme
from desktop.drawing import Drawing
from desktop.printing.painting import Brush
from desktop.printing.sheets import text_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.printing.items import Sheets

FIT_WIDTH, FIT_PAGE = 0.0, -1.0
LEAST, MOST = 0.3, 2.5
_PX_PER_MM = 96 / 25.4  # at 100 %
_AROUND = 12
_WORDS = 6000  # characters of a page that are read out


class _Paper(Drawing):
    """The page itself; drawn once for each zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._brush = Brush()
        self._sheets: Sheets | None = None
        self._page = 0
        self._scale = _PX_PER_MM
        self._drawn: QPixmap | None = None

    def show_page(self, sheets: Sheets | None, page: int, scale: float) -> None:
        if (sheets, page, scale) != (self._sheets, self._page, self._scale):
            self._sheets, self._page, self._scale = sheets, page, scale
            self._drawn = None
            self.setFixedSize(self.sizeHint())
            self._tell()
            self.update()

    def sizeHint(self) -> QSize:
        if self._sheets is None:
            return QSize(1, 1)
        wide, high = self._sheets.width * self._scale, self._sheets.height * self._scale
        return QSize(round(wide) + 2 * _AROUND, round(high) + 2 * _AROUND)

    def _tell(self) -> None:
        """Give the page's text to screen readers."""
        if self._sheets is not None:
            name = self.tr("第 %1 页，共 %2 页")
            self.setAccessibleName(name.replace("%1", str(self._page + 1)).replace("%2", str(self._sheets.count)))
            self.setAccessibleDescription("\n".join(text_of(self._sheets, self._page))[:_WORDS])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._sheets is None:
            return
        if self._drawn is None:
            self._drawn = self._draw(self._sheets)
        painter = QPainter(self)
        painter.drawPixmap(_AROUND, _AROUND, self._drawn)
        painter.setPen(theme.color("line"))
        painter.drawRect(QRectF(self.rect()).adjusted(_AROUND - 0.5, _AROUND - 0.5, -_AROUND, -_AROUND))

    def _draw(self, sheets: Sheets) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() - QSize(2 * _AROUND, 2 * _AROUND)
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor("white"))  # paper is white in the dark theme too
        painter = QPainter(drawn)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._brush.draw(painter, sheets, self._page, self._scale)
        painter.end()
        return drawn


class PageView(QScrollArea):
    """Shows one page of the sheets; `zoom` is a factor, or fits the width or the whole page."""

    def __init__(self) -> None:
        super().__init__()
        self._paper = _Paper()
        self._sheets: Sheets | None = None
        self.page = 0
        self.zoom = FIT_WIDTH
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("打印预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show other sheets, from their first page on."""
        self._sheets = sheets
        self.page = 0
        self._fit()
        self.verticalScrollBar().setValue(0)

    def turn_to(self, page: int) -> None:
        """Show a page, counted from 0; the nearest there is."""
        if self._sheets is not None:
            self.page = max(0, min(page, self._sheets.count - 1))
            self._fit()
            self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: float) -> None:
        """Show the page larger or smaller."""
        self.zoom = zoom if zoom <= 0 else max(LEAST, min(zoom, MOST))
        self._fit()

    def factor(self) -> float:
        """Give the zoom in force as a factor, also where it fits the view."""
        if self.zoom > 0 or self._sheets is None:
            return self.zoom or 1.0
        room = self.maximumViewportSize()
        wide = (room.width() - 2 * _AROUND - 2) / (self._sheets.width * _PX_PER_MM)
        high = (room.height() - 2 * _AROUND - 2) / (self._sheets.height * _PX_PER_MM)
        if self.zoom == FIT_PAGE:
            return max(0.1, min(wide, high))
        if high < wide:  # the page is higher than the view, so its scroll bar takes room too
            wide -= self.verticalScrollBar().sizeHint().width() / (self._sheets.width * _PX_PER_MM)
        return max(0.1, wide)

    def _fit(self) -> None:
        self._paper.show_page(self._sheets, self.page, self.factor() * _PX_PER_MM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._fit()
