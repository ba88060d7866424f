"""Sending pages to a printer, one each turn of the event loop, so that the window stays alive and can stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

from desktop.printing.painting import Brush, page_layout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.printing.items import Sheets

_INCH = 25.4


class Spool(QObject):
    """Prints pages `first` to `last`, counted from 0."""

    progressed = Signal(int, int)
    ended = Signal(bool)  # whether all pages went to the printer

    def __init__(self, printer: QPrinter, sheets: Sheets, pages: range, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._sheets = sheets
        self._pages = pages
        self._next = 0
        self._brush = Brush()
        self._painter = QPainter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._print_page)

    def begin(self) -> bool:
        """Begin; False where the printer does not take the job."""
        self._printer.setFullPage(True)
        self._printer.setPageLayout(page_layout(self._sheets))
        if not self._painter.begin(self._printer):
            return False
        self._timer.start()
        return True

    def stop(self) -> None:
        """Stop; what was printed stays printed."""
        self._end(whole=False)

    def _print_page(self) -> None:
        if self._next and not self._printer.newPage():
            self._end(whole=False)
            return
        scale = self._printer.resolution() / _INCH
        self._brush.draw(self._painter, self._sheets, self._pages[self._next], scale)
        self._next += 1
        self.progressed.emit(self._next, len(self._pages))
        if self._next == len(self._pages):
            self._end(whole=True)

    def _end(self, *, whole: bool) -> None:
        if self._painter.isActive():
            self._timer.stop()
            if not whole:
                self._printer.abort()
            self._painter.end()
            self.ended.emit(whole)


def pages_wanted(printer: QPrinter, count: int) -> range:
    """Give the pages a person chose in the print dialog, counted from 0."""
    first, last = printer.fromPage(), printer.toPage()
    return range(max(1, first) - 1, min(last, count)) if 0 < first <= last else range(count)
