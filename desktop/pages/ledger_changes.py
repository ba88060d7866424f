"""What another form says of a row: from a row of the contract ledger, a change of that contract is begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from desktop import theme
from desktop.place import Place
from forms import ledger

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from desktop.pages.ledger import LedgerPage
    from forms.definition import Edition, Field


class LedgerChanges(QObject):
    """The menu of a row (right click, or the menu key): begin a row of the form that registers its changes."""

    def __init__(self, page: LedgerPage) -> None:
        super().__init__(page.view)
        self._page = page
        self.offered = list(self._forms())
        if self.offered:
            page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            page.view.customContextMenuRequested.connect(self.open)

    def open(self, at: QPoint) -> None:
        """Show the menu of the row at a point of the grid."""
        view = self._page.view
        index = view.indexAt(at)
        if not index.isValid() or self._page.model.book.readonly:
            return
        view.setCurrentIndex(index)
        menu = self.menu()
        menu.exec(view.viewport().mapToGlobal(at))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Make the menu of the current row."""
        menu = QMenu(self._page.view)
        for edition, ref in self.offered:
            text = self._page.workspace.catalogue.edition(edition.form).short
            menu.addAction(theme.icon("edit"), f"{text}…", lambda to=edition, by=ref: self.begin(to, by))
        return menu

    def begin(self, edition: Edition, ref: Field) -> None:
        """Add a row with the contract filled in, and go to its first empty cell."""
        page = self._page
        index = page.view.currentIndex()
        if not index.isValid() or page.model.book.readonly:
            return
        row = ledger.read_row(page.model.book, page.form, page.model.row_at(index.row()).uid)
        key = None if row is None else row[str(ref.target).partition(".")[2]]
        if key is None:
            return
        space = page.workspace
        uid = ledger.add_row(page.model.book, edition.form, {ref.id: key}, as_of=space.as_of)
        space.touched(edition.form)
        space.go(Place(edition.form, "", uid, edition.period_of))

    def _forms(self) -> list[tuple[Edition, Field]]:
        """Find the forms that register changes of this one's rows, and by which field."""
        catalogue = self._page.workspace.catalogue
        editions = [catalogue.edition(form) for form in catalogue.forms]
        return [
            (edition, field)
            for edition in editions
            if edition.change_of == self._page.form
            for field in edition.fields
            if (field.target or "").partition(".")[0] == edition.change_of
        ]
