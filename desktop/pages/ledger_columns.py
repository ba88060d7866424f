"""Which columns a ledger grid shows, and how wide: chosen in the header's menu, remembered in the settings.

A width of 0 in the settings is a column taken away; a hidden field with a width is one the user asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.models.columns import default_fields

if TYPE_CHECKING:
    from desktop.models.ledger_model import LedgerModel
    from desktop.pages.grid_view import GridView
    from desktop.settings import Settings


class LedgerColumns(QObject):
    """Keeps a grid's columns; `changed` says that other ones are shown."""

    changed = Signal()

    def __init__(self, view: GridView, model: LedgerModel, settings: Settings) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._settings = settings
        widths = self._remembered()
        default = default_fields(model.edition)
        chosen = [
            field.id
            for field in model.edition.stored_fields
            if widths.get(field.id, int(field.id in default)) > 0 or field.frozen
        ]
        if chosen != default:
            model.show_fields(chosen)
        view.set_widths(widths)
        for labels in (view.labels, view.frozen.labels):
            labels.sectionResized.connect(self._resized)
            labels.columnsWanted.connect(self.open_menu)

    def ensure(self, field: str) -> bool:
        """Show a hidden field's column (a finding leads there); False when the form has no such column."""
        if field in self._model.place_of:
            return True
        known = {one.id for one in self._model.edition.stored_fields}
        if field not in known:
            return False
        self._show([*self._model.place_of, field])
        return True

    def open_menu(self, at: QPoint) -> None:
        """The menu of columns at a point of the screen."""
        menu = QMenu(self._view)
        for field in self._model.edition.stored_fields:
            action = QAction(field.label, menu)
            action.setCheckable(True)
            action.setChecked(field.id in self._model.place_of)
            action.setEnabled(not field.frozen)
            action.toggled.connect(lambda shown, name=field.id: self._toggle(name, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("恢复默认列"), self._restore)
        menu.exec(at)
        menu.deleteLater()

    def _toggle(self, field: str, shown: bool) -> None:  # noqa: FBT001 - a switch
        present = list(self._model.place_of)
        self._show([*present, field] if shown else [name for name in present if name != field])
        if not shown:
            self._remembered()[field] = 0

    def _restore(self) -> None:
        self._settings.columns.pop(self._model.form, None)
        self._view.set_widths({})
        self._show(default_fields(self._model.edition))

    def _show(self, fields: list[str]) -> None:
        index = self._view.currentIndex()
        row, name = index.row(), self._model.columns[index.column()].id
        self._model.show_fields(fields)
        self._view.select_cell(row, self._model.place_of.get(name, 0))
        for place, column in enumerate(self._model.columns):
            if column.field.hidden:
                self._remembered()[column.id] = self._view.columnWidth(place)
        self.changed.emit()

    def _remembered(self) -> dict[str, int]:
        return self._settings.columns.setdefault(self._model.form, {})

    def _resized(self, section: int, _old: int, new: int) -> None:
        # Only what a hand drags is remembered, not the program's own widths.
        if new > 0 and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._remembered()[self._model.columns[section].id] = new
