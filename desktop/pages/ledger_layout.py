"""Where things stand on a ledger page: bar, grid with totals, problem panel, and the drawer at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.row_drawer import WIDTH

if TYPE_CHECKING:
    from desktop.pages.ledger import LedgerPage

LOW = 560  # a page lower than this begins with the panel folded
PANEL_HEIGHT = 160


def arrange(page: LedgerPage, body: QWidget) -> None:
    """Lay the parts of a page out in its body."""
    upper = QWidget(body)
    above = QVBoxLayout(upper)
    above.setContentsMargins(0, 0, 0, 0)
    above.setSpacing(theme.px("space1"))
    above.addWidget(page.view, 1)
    above.addWidget(page.totals_bar)
    down = _splitter(Qt.Orientation.Vertical, upper, page.panel)
    across = _splitter(Qt.Orientation.Horizontal, down, page.drawer)
    across.setSizes([10_000, WIDTH])
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px("space2"))
    layout.addWidget(page.bar)
    layout.addWidget(across, 1)
    page.panel.folded.connect(lambda folded: down.setSizes([10_000, 0 if folded else PANEL_HEIGHT]))
    page.panel.set_folded(page.window().height() < LOW)


def _splitter(direction: Qt.Orientation, first: QWidget, second: QWidget) -> QSplitter:
    made = QSplitter(direction)
    made.addWidget(first)
    made.addWidget(second)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(theme.px("space2"))
    made.setStretchFactor(0, 1)
    made.setStretchFactor(1, 0)
    return made
