"""What assistive technology does in the window beyond Qt's own: it selects; here the current cell follows.

Qt's accessible tables and lists can select an item, but not make it the current one, and the pages act on the current
one. A selection that leaves the current item elsewhere comes from assistive technology only: Qt moves both at once for
mouse and keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex


def follow_selection(view: QAbstractItemView, chosen: Callable[[QModelIndex], object] | None = None) -> None:
    """Make the item that assistive technology selects in ``view`` the current one, and hand it to ``chosen``.

    Call it after ``setModel``: another model brings another selection.
    """
    selection = view.selectionModel()

    def follow(picked: QPersistentModelIndex) -> None:
        current = selection.currentIndex()
        moved = picked.row() == current.row() and (rows or picked.column() == current.column())
        if not picked.isValid() or moved:
            return
        index = selection.model().index(picked.row(), picked.column(), picked.parent())
        if not selection.isSelected(index):
            return
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        view.scrollTo(index)
        if chosen is not None:
            chosen(index)

    def selected(added: QItemSelection, _removed: QItemSelection) -> None:
        if added.size() != 1 or added.first().height() != 1 or (added.first().width() != 1 and not rows):
            return
        picked = QPersistentModelIndex(added.first().topLeft())
        QTimer.singleShot(0, view, lambda: follow(picked))

    rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    selection.selectionChanged.connect(selected)
