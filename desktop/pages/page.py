"""What every page is: a title and an icon for the navigation, a way to a place, and a moment to read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop import access

if TYPE_CHECKING:
    from desktop.place import Place
    from desktop.workspace import Workspace


class Page(QWidget):
    """A page of the window. Subclasses set ``icon_name``, override ``title`` and fill themselves in ``refresh``."""

    icon_name = "table"
    heeds_checks = True  # whether it shows what the check of the period found

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.stale = True
        workspace.bookChanged.connect(self.outdate)
        workspace.periodChanged.connect(self.outdate)
        workspace.dataChanged.connect(self.outdate)
        if self.heeds_checks:
            workspace.checked.connect(self.outdate)
        workspace.synced.connect(self.outdate)

    def title(self) -> str:
        """Return the name of the page as people see it."""
        return ""

    def outdate(self) -> None:
        """Note that what the page shows is old; a visible page reads again at once."""
        self.stale = True
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Read again if something changed since the last time; the window calls this before it shows the page."""
        if self.stale and self.workspace.is_open:
            self.stale = False
            self.refresh()
            access.complete(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Name for assistive technology what Qt leaves without a name."""
        super().showEvent(event)
        access.complete(self)

    def refresh(self) -> None:
        """Read what the page shows from the Book."""

    def show_place(self, place: Place) -> None:
        """Scroll to the place and give it the focus."""

    def focus_filter(self) -> None:
        """Give the focus to the page's filter (Ctrl+F), where it has one."""

    def to_print(self) -> tuple[str, str, str] | None:
        """Name what Ctrl+P prints: form, period, and a filing's id or ""; None where the page has nothing to print."""
        return None

    def print_form(self) -> bool:
        """Open the print preview of what the page shows; False where it shows nothing to print."""
        wanted = self.to_print()
        if wanted is not None:
            from desktop.printing.preview import preview

            form, period, filing_id = wanted
            preview(self.workspace, form, period, self.window(), filing_id)
        return wanted is not None

    def step_back(self, *, forward: bool) -> bool:
        """Undo (or redo) one step in the page's own way; False where the window shall do it."""
        del forward
        return False

    def step_problem(self, *, forward: bool) -> bool:
        """Go to the next or previous problem on this page (F8, Shift+F8); False where there is none."""
        del forward
        return False
