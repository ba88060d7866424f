"""Which columns a ledger grid shows, in which order and how wide: remembered for each form of each firm.

A width of 0 in the settings is a column taken away; a hidden field with a width is one the user asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.models.columns import default_fields

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.settings import Settings


class LedgerColumns(QObject):
    """Keeps a grid's columns; `changed` says that other ones are shown, `filterWanted` asks for a column's filter.

    `helpWanted` asks for the manual at a field.
    """

    changed = Signal()
    filterWanted = Signal(str, QPoint)
    helpWanted = Signal(str)

    def __init__(self, view: GridView, model: LedgerModel, settings: Settings) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._settings = settings
        self.key = f"{model.form} {model.book.firm.uscc}"
        widths = self.remembered()
        default = default_fields(model.edition)
        chosen = [
            field.id
            for field in model.edition.stored_fields
            if widths.get(field.id, int(field.id in default)) > 0 or field.frozen
        ]
        chosen = self._in_order(chosen)
        if chosen != default:
            model.show_fields(chosen)
        view.set_widths(widths)
        for labels in (view.labels, view.frozen.labels):
            labels.sectionResized.connect(self._resized)
            labels.columnsWanted.connect(self.open_menu)
            labels.reordered.connect(lambda old, new: QTimer.singleShot(0, self, lambda: self.move(old, new)))

    def remembered(self) -> dict[str, int]:
        """The widths a hand gave, by field; kept in the settings."""
        return self._settings.columns.setdefault(self.key, {})

    def ensure(self, field: str) -> bool:
        """Show a hidden field's column (a finding leads there); False when the form has no such column."""
        if field in self._model.place_of:
            return True
        known = {one.id for one in self._model.edition.stored_fields}
        if field not in known:
            return False
        self._show(self._with(field))
        return True

    def move(self, old: int, new: int) -> None:
        """Move the column at a place to another one, among the frozen columns or among the free ones."""
        present = list(self._model.place_of)
        if 0 <= old < len(present) and 0 <= new < len(present) and old != new:
            present.insert(new, present.pop(old))
            self._show(present)
            self._settings.column_order[self.key] = list(self._model.place_of)

    def open_menu(self, at: QPoint) -> None:
        """The menu of columns at a point of the screen."""
        labels = self._view.labels
        section = labels.logicalIndexAt(labels.viewport().mapFromGlobal(at))
        menu = QMenu(self._view)
        if section >= 0:
            self._add_own(menu, section, at)
        for field in self._model.edition.stored_fields:
            action = QAction(field.label.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(field.id in self._model.place_of)
            action.setEnabled(not field.frozen)
            action.toggled.connect(lambda shown, name=field.id: self.toggle(name, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认的列、顺序和宽度"), self.restore)
        menu.exec(at)
        menu.deleteLater()

    def _add_own(self, menu: QMenu, section: int, at: QPoint) -> None:
        """What one does with the column under the mouse."""
        column = self._model.columns[section]
        menu.addAction(self.tr("筛选“%1”…").replace("%1", column.label), lambda: self.filterWanted.emit(column.id, at))
        menu.addAction(self.tr("“%1”怎么填").replace("%1", column.label), lambda: self.helpWanted.emit(column.id))
        for text, step in ((self.tr("左移"), -1), (self.tr("右移"), 1)):
            place = section + step
            there = 0 <= place < len(self._model.columns) and self._model.columns[place].frozen == column.frozen
            menu.addAction(text, lambda to=place: self.move(section, to)).setEnabled(there)
        menu.addSeparator()

    def toggle(self, field: str, shown: bool) -> None:  # noqa: FBT001 - a switch
        """Show or take away a column."""
        self._show(self._with(field) if shown else [name for name in self._model.place_of if name != field])
        if not shown:
            self.remembered()[field] = 0

    def restore(self) -> None:
        """Forget every choice: the form's own columns, order and widths."""
        self._settings.columns.pop(self.key, None)
        self._settings.column_order.pop(self.key, None)
        self._view.set_widths(self.remembered())
        self._show(default_fields(self._model.edition))

    def _with(self, field: str) -> list[str]:
        """The present columns and one more, after the nearest one that stands before it in the form."""
        present = list(self._model.place_of)
        order = [one.id for one in self._model.edition.stored_fields]
        before = [name for name in order[: order.index(field)] if name in present]
        present.insert(present.index(before[-1]) + 1 if before else 0, field)
        return present

    def _in_order(self, fields: list[str]) -> list[str]:
        """Fields in the order a hand gave; those that came since keep their place in the form."""
        asked = [name for name in self._settings.column_order.get(self.key, []) if name in fields]
        if not asked:
            return fields
        for place, name in enumerate(fields):
            if name not in asked:
                asked.insert(asked.index(fields[place - 1]) + 1 if place else 0, name)
        return asked

    def _show(self, fields: list[str]) -> None:
        index = self._view.currentIndex()
        row, name = index.row(), self._model.columns[index.column()].id
        self._model.show_fields(fields)
        self._view.select_cell(row, self._model.place_of.get(name, 0))
        for place, column in enumerate(self._model.columns):
            if column.field.hidden:
                self.remembered()[column.id] = self._view.columnWidth(place)
        self.changed.emit()

    def _resized(self, section: int, _old: int, new: int) -> None:
        # Only what a hand drags is remembered, not the program's own widths.
        if new > 0 and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.remembered()[self._model.columns[section].id] = new
