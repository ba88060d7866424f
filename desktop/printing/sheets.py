"""Laying a paper out: the right kind of sheets for its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.printing.content import Grid, Lines, Paper
from desktop.printing.grid_sheets import GridSheets
from desktop.printing.items import Item, Sheets, Words, Work
from desktop.printing.lines_sheets import LinesSheets
from desktop.printing.pairs_sheets import PairsSheets
from desktop.printing.receipt import Receipt, ReceiptSheets
from desktop.printing.type import Ruler

Printed = Paper | Receipt
ANNEX = "填报说明"


class Bound:
    """A form and its annex, their pages counted through."""

    def __init__(self, parts: Sequence[GridSheets | LinesSheets | PairsSheets]) -> None:
        self._parts = parts
        self.width, self.height = parts[0].width, parts[0].height
        self.count = sum(part.count for part in parts)
        before = 0
        for part in parts:
            part.frame.number_from(before, self.count)
            before += part.count

    def items(self, page: int) -> list[Item]:
        """Give what stands on a page."""
        for part in self._parts:
            if page < part.count:
                return part.items(page)
            page -= part.count
        raise IndexError(page)


def lay_out(printed: Printed, work: Work | None = None) -> Sheets:
    """Give the pages of a form or a receipt; needs a QGuiApplication, in whatever thread.

    Raises:
        Stopped: `work` was asked to stop.
    """
    ruler = Ruler()
    if isinstance(printed, Receipt):
        return ReceiptSheets(printed, ruler)
    body = _body(printed, ruler, work)
    if printed.annex is None:
        return body
    head = replace(printed.head, title=f"{printed.head.title}　{ANNEX}", units="", notes=())
    return Bound([body, GridSheets(head, printed.annex, ruler, work)])


def _body(paper: Paper, ruler: Ruler, work: Work | None) -> GridSheets | LinesSheets | PairsSheets:
    if isinstance(paper.body, Grid):
        return GridSheets(paper.head, paper.body, ruler, work)
    if isinstance(paper.body, Lines):
        return LinesSheets(paper.head, paper.body, ruler)
    return PairsSheets(paper.head, paper.body, ruler)


def text_of(sheets: Sheets, page: int) -> list[str]:
    """Give the texts of a page in the order they are drawn, each cell's lines with a line break between."""
    return ["\n".join(item.lines) for item in sheets.items(page) if isinstance(item, Words)]
