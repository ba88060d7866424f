"""What assistive technology does in the window, and hears of it, beyond Qt's own.

Qt's accessible tables and lists can select an item, but not make it the current one, and the pages act on the current
one. A selection that leaves the current item elsewhere comes from assistive technology only: Qt moves both at once for
mouse and keyboard. In the same way it sets a text without saying that somebody typed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QToolButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

FOLLOWED = "followed"  # the property of a box whose list is listened to; without a reader none is made
CLEARS = "_q_qlineeditclearaction"  # what Qt calls the action of the button that clears a line


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
        from PySide6.QtCore import QItemSelectionModel

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
        from PySide6.QtCore import QPersistentModelIndex

        picked = QPersistentModelIndex(added.first().topLeft())
        QTimer.singleShot(0, view, lambda: follow(picked))

    rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    selection.selectionChanged.connect(selected)


def hear_writing(box: QLineEdit, heard: Callable[[], object]) -> None:
    """Call ``heard`` after assistive technology wrote the whole text of ``box``.

    The program's own texts come through here, too, while such a technology runs: ``heard`` compares before it acts.
    """

    def changed(_text: str) -> None:
        from PySide6.QtGui import QAccessible  # its many names cost 2 ms, which the start does not need

        if QAccessible.isActive() and not box.isModified():
            QTimer.singleShot(0, box, heard)

    box.textChanged.connect(changed)


def _take_choice(box: QComboBox, index: QModelIndex) -> None:
    """Choose what assistive technology selected in the list, as a click would."""
    box.hidePopup()
    box.setCurrentIndex(index.row())
    box.activated.emit(index.row())


def complete(root: QWidget) -> None:
    """Name what Qt leaves without a name, the button that clears a line and what a list is for; and see to Tab.

    Of several choices Tab stops at the chosen one; Qt would stop at the first, until somebody was there.
    On Linux the accessible name of a combo box is the choice; the name it was given goes into its description.
    """
    for line in root.findChildren(QLineEdit):
        for inside in line.findChildren(QToolButton):
            clears = inside.defaultAction() is not None and inside.defaultAction().objectName() == CLEARS
            inside.setAccessibleName(QCoreApplication.translate("Access", "清除") if clears else line.accessibleName())
    for button in root.findChildren(QAbstractButton):
        group = button.group()
        if group is not None and group.exclusive() and group.checkedButton() is not None and not button.hasFocus():
            policy, tab = button.focusPolicy(), Qt.FocusPolicy.TabFocus
            button.setFocusPolicy(policy | tab if button is group.checkedButton() else policy & ~tab)
    from PySide6.QtGui import QAccessible

    for box in root.findChildren(QComboBox):
        if QAccessible.isActive() and box.property(FOLLOWED) is None:
            box.setProperty(FOLLOWED, True)
            follow_selection(box.view(), partial(_take_choice, box))
        if box.accessibleName() and not box.accessibleDescription():
            box.setAccessibleDescription("，".join(filter(None, (box.accessibleName(), box.toolTip()))))
