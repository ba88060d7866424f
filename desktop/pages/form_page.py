"""What the pages of one form have in common: the form's name, and that their own edits are on the screen already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from desktop import theme
from desktop.pages.page import Page

if TYPE_CHECKING:
    from desktop.workspace import Workspace


class FormPage(Page):
    """A page on which one form is filled in."""

    def __init__(self, workspace: Workspace, form: str) -> None:
        super().__init__(workspace)
        self.form = form
        self._writing = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px("space3"),) * 4)

    def title(self) -> str:
        """Return the form's short name."""
        return self.workspace.catalogue.edition(self.form).short if self.workspace.is_open else self.form

    def outdate(self) -> None:
        """Pass over the page's own edits."""
        if not self._writing:
            super().outdate()

    def to_print(self) -> tuple[str, str, str] | None:
        """Name the form as it stands in the ledgers now."""
        return self.form, self.workspace.period_of(self.form), ""

    def tell_edited(self, form: str) -> str:
        """Tell everyone that rows of a form were saved here; return the words for it."""
        self._writing = form == self.form
        try:
            self.workspace.touched(form)
        finally:
            self._writing = False
        return self.tr("已自动保存 %1").replace("%1", self.workspace.saved_at)
