"""The calm bars about the scheme: a newer pack at the province, a damaged one, a year whose calendar is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.window import Window


class SchemeNotices(QObject):
    """Keeps the bars true as Book and period change."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.workspace.periodChanged.connect(self._tell_calendar)

    def begin(self) -> None:
        """Say what there is to say of the scheme of the Book that was opened."""
        from forms import in_use

        broken = in_use.notices()
        if broken:
            self._window.notices.tell("damaged-scheme", "warning", " ".join(broken))
        self._tell_calendar()

    def _tell_calendar(self, *_: object) -> None:
        """Say where the deadlines shown count weekends alone."""
        from forms import deadlines

        space = self._window.workspace
        said = deadlines.unplanned_among(space.book.catalogue, [space.period, space.period[:4]])
        if said:
            self._window.notices.tell("calendar", "info", " ".join(said))
        elif "notices" in vars(self._window):  # not made for nothing
            self._window.notices.drop("calendar")
