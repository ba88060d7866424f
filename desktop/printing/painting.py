"""Drawing pages: with any painter, into a PDF file, onto a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.printing.content import Align
from desktop.printing.items import Mark, Rule, Sheets, Tint, Words, Work
from desktop.printing.type import FACES, UNITS, Ruler, font_of
from forms import disk
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QFont

_INCH = 25.4
_PDF_DPI = 1200
_BLACK, _TINT, _MARK = QColor("#000000"), QColor("#f1f3f6"), QColor("#d6dae1")
_MIDDLE = 0.37  # of the em: how far above its base line the middle of a line of Chinese text is
_SLANT = -24
_MARK_ROOM = 0.82


class Brush:
    """Draws pages; keeps the fonts. It draws in font units, so that text needs no scaling of its own."""

    def __init__(self) -> None:
        self._fonts: dict[str, QFont] = {role: font_of(role) for role in FACES}
        self._ruler = Ruler()

    def draw(self, painter: QPainter, sheets: Sheets, page: int, scale: float) -> None:
        """Draw a page from the painter's origin; `scale` is the painter's units per mm."""
        items = sheets.items(page)
        painter.save()
        painter.scale(scale / UNITS, scale / UNITS)
        for tint in items:
            if isinstance(tint, Tint):
                painter.fillRect(QRectF(*(side * UNITS for side in tint.box)), _TINT)
        for mark in items:
            if isinstance(mark, Mark):
                self._mark(painter, sheets, mark.text)
        _rules(painter, [item for item in items if isinstance(item, Rule)])
        painter.setPen(_BLACK)
        self._words(painter, [item for item in items if isinstance(item, Words)])
        painter.restore()

    def _words(self, painter: QPainter, items: list[Words]) -> None:
        """Draw the texts, those of one font together."""
        ruler = self._ruler
        for role in FACES:
            painter.setFont(self._fonts[role])
            leading, middle = ruler.leading(role), ruler.em(role) * _MIDDLE
            for box, lines, of, align in items:
                if of != role:
                    continue
                y = box.y + (box.height - leading * len(lines) + leading) / 2 + middle
                for line in lines:
                    spare = 0.0 if align is Align.LEFT else box.width - ruler.width(line, role)
                    x = box.x + (spare / 2 if align is Align.CENTER else spare)
                    painter.drawText(QPointF(x * UNITS, y * UNITS), line)
                    y += leading

    def _mark(self, painter: QPainter, sheets: Sheets, text: str) -> None:
        """Write across the page, as large as it fits."""
        wide = self._ruler.width(text, "mark")
        fits = min(1.0, sheets.width * _MARK_ROOM / wide)
        painter.save()
        painter.translate(sheets.width * UNITS / 2, sheets.height * UNITS / 2)
        painter.rotate(_SLANT)
        painter.scale(fits, fits)
        painter.setFont(self._fonts["mark"])
        painter.setPen(_MARK)
        painter.drawText(QPointF(-wide * UNITS / 2, self._ruler.em("mark") * _MIDDLE * UNITS), text)
        painter.restore()


def _rules(painter: QPainter, rules: list[Rule]) -> None:
    """Draw the rules, those of one weight together."""
    for weight in sorted({rule.weight for rule in rules}):
        painter.setPen(QPen(_BLACK, weight * UNITS, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawLines(
            [QLineF(x1 * UNITS, y1 * UNITS, x2 * UNITS, y2 * UNITS) for x1, y1, x2, y2, of in rules if of == weight]
        )


def page_layout(sheets: Sheets) -> QPageLayout:
    """Give the paper of the sheets to a printer or PDF writer: A4, no margins of its own."""
    wide = sheets.width > sheets.height
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def write_pdf(sheets: Sheets, path: Path, title: str, work: Work | None = None) -> None:
    """Write a PDF with its fonts inside, whole or not at all.

    Raises:
        InputRefused: the name is no PDF's, or the file cannot be written. Stopped: `work` was asked to stop.
    """
    if path.suffix.lower() != ".pdf":
        raise InputRefused("not-pdf", f"“{path.name}”不是 .pdf 文件名，请换成以 .pdf 结尾的文件名。")
    disk.write_whole(path, pdf_of(sheets, title, work))


def pdf_of(sheets: Sheets, title: str, work: Work | None = None) -> bytes:
    """Give the bytes of a PDF. Raises Stopped.

    Made in memory: written to a file, Qt would not say that the disk is full.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("外包直报")
    writer.setResolution(_PDF_DPI)
    writer.setPageLayout(page_layout(sheets))
    painter = QPainter(writer)
    try:
        draw_all(painter, writer.newPage, sheets, _PDF_DPI / _INCH, work or Work())
    finally:
        painter.end()
    return bytes(buffer.data().data())


def draw_all(painter: QPainter, new_page: Callable[[], bool], sheets: Sheets, scale: float, work: Work) -> None:
    """Draw every page. Raises Stopped."""
    brush = Brush()
    for page in range(sheets.count):
        work.step(page, sheets.count)
        if page:
            new_page()
        brush.draw(painter, sheets, page, scale)
