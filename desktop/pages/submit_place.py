"""Where a hand works on 审核与报送: the page fills itself anew after each explanation, and she types on."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pages.submit_groups import ExplainGroup

_MARGIN = 90  # pixels: what the next field is about stands above it


@contextmanager
def standing_still(area: QScrollArea, explain: ExplainGroup, otherwise: QWidget) -> Iterator[None]:
    """Keep the focus and its height on the screen while what is in ``area`` is made anew.

    The field she types in is found again by its rule; while the page waits for a check and lists nothing, it is kept in
    mind. Where the focus was on something that is no more it goes to ``otherwise``: Qt would give it to the first field
    of the window, the choice of the firm.
    """
    inside, focused = area.widget(), QApplication.focusWidget()
    was_inside = focused is not None and (focused is inside or inside.isAncestorOf(focused))
    typing = explain.typing() or (explain.interrupted if focused is inside else None)
    explain.interrupted = None
    height = _MARGIN
    if typing is not None and focused is not None and focused is not inside:
        height = focused.mapTo(area.viewport(), QPoint(0, 0)).y()
    if was_inside:
        explain.hush()
        inside.setFocus()
    yield
    if typing is not None and explain.go_on_typing(typing):
        box = QApplication.focusWidget()
        if box is not None:
            QTimer.singleShot(0, box, partial(_put_back, area, box, height))
    elif typing is not None and explain.is_empty:
        explain.interrupted = typing
        inside.setFocus()
    elif was_inside and focused is not None:
        (focused if focused.isVisible() and focused.isEnabled() else otherwise).setFocus()


def bring_into_sight(box: QWidget) -> None:
    """Scroll the page around a field until it is seen; Qt does that for Tab alone."""
    around = box.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(box, 0, _MARGIN)


def _put_back(area: QScrollArea, box: QWidget, height: int) -> None:
    """Scroll until the field stands where it stood: groups above it may have grown."""
    inside = area.widget()
    if (layout := inside.layout()) is not None:
        layout.activate()
    inside.resize(inside.width(), max(inside.sizeHint().height(), area.viewport().height()))
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + box.mapTo(area.viewport(), QPoint(0, 0)).y() - height)
