"""Laying a paper out: the right kind of sheets for its body."""

from __future__ import annotations

from desktop.printing.content import Grid, Lines, Paper
from desktop.printing.grid_sheets import GridSheets
from desktop.printing.items import Sheets, Words, Work
from desktop.printing.lines_sheets import LinesSheets
from desktop.printing.pairs_sheets import PairsSheets
from desktop.printing.receipt import Receipt, ReceiptSheets
from desktop.printing.type import Ruler

Printed = Paper | Receipt


def lay_out(printed: Printed, work: Work | None = None) -> Sheets:
    """Give the pages of a form or a receipt; needs a QGuiApplication, in whatever thread.

    Raises:
        Stopped: `work` was asked to stop.
    """
    ruler = Ruler()
    if isinstance(printed, Receipt):
        return ReceiptSheets(printed, ruler)
    if isinstance(printed.body, Grid):
        return GridSheets(printed.head, printed.body, ruler, work)
    if isinstance(printed.body, Lines):
        return LinesSheets(printed.head, printed.body, ruler)
    return PairsSheets(printed.head, printed.body, ruler)


def text_of(sheets: Sheets, page: int) -> list[str]:
    """Give the texts of a page in the order they are drawn, each cell's lines with a line break between."""
    return ["\n".join(item.lines) for item in sheets.items(page) if isinstance(item, Words)]
