"""«已切换到2026年9月，返回2026年10月»: a link that led into another period says so, and leads back where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.languages.words import period_word
from forms import periods

if TYPE_CHECKING:
    from desktop.place import Place
    from desktop.window import Window

BAR = "way-back"


class WayBack(QObject):
    """A calm bar over the pages until it is used, put away, or the period is turned by hand: it has no clock."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._from = ("", "")  # period and page one came from
        self._to = ""
        window.workspace.periodChanged.connect(self._turned)
        window.workspace.bookChanged.connect(self._drop)

    def tell(self, before: str, page: str, now: str) -> None:
        """Say that the period turned from `before`, seen on `page`, to `now`."""
        self._from, self._to = (before, page), now
        words = self.tr("已切换到%1").replace("%1", period_word(now))
        back = self.tr("返回%1").replace("%1", period_word(before))
        self._window.notices.tell(BAR, "info", words, (back, self._go_back))

    def _go_back(self) -> None:
        period, page = self._from
        self._drop()
        self._window.workspace.set_period(period)
        if page:
            self._window.show_page(page)

    def _turned(self, period: str) -> None:
        if period != self._to:
            self._drop()

    def _drop(self) -> None:
        self._window.notices.drop(BAR)


def turn_to(window: Window, place: Place) -> None:
    """Turn to the month of a place, where it is of another one, and offer the way back."""
    before, page = window.workspace.period, window.navigation.page()
    if not periods.is_month(place.period) or place.period == before:
        return
    window.workspace.set_period(place.period)
    bar = window.findChild(WayBack) or WayBack(window)
    bar.tell(before, page, place.period)
