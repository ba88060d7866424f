"""«已切换到2026年9月，返回2026年10月»: a link that led into another period says so, and leads back where one was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.languages.words import period_word
from desktop.pieces import IconView, button, label
from forms import periods

if TYPE_CHECKING:
    from desktop.place import Place
    from desktop.window import Window

SECONDS = 20
MARGIN = 16


class WayBack(QFrame):
    """Stands over the lower edge of the window until it is used, put away, or the period is turned by hand."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.centralWidget())
        self._window = window
        self._from = ("", "")  # period and page one came from
        self._to = ""
        self.setProperty("role", "banner-info")
        self.words = label()
        self.back = button("", "undo", "link", self._go_back)
        close = button("", "close", "link", self.hide)
        close.setAccessibleName(self.tr("收起这条提示"))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 4, 8, 4)
        line.setSpacing(8)
        for part in (IconView("info", "ready", 16), self.words, self.back, close):
            line.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        window.workspace.periodChanged.connect(self._turned)
        window.workspace.bookChanged.connect(self.hide)
        window.centralWidget().installEventFilter(self)
        self.hide()

    def tell(self, before: str, page: str, now: str) -> None:
        """Say that the period turned from `before`, seen on `page`, to `now`."""
        self._from, self._to = (before, page), now
        self.words.setText(self.tr("已切换到%1").replace("%1", period_word(now)))
        self.back.setText(self.tr("返回%1").replace("%1", period_word(before)))
        self.setAccessibleName(f"{self.words.text()}，{self.back.text()}")
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _go_back(self) -> None:
        period, page = self._from
        self.hide()
        self._window.workspace.set_period(period)
        if page:
            self._window.show_page(page)

    def _turned(self, period: str) -> None:
        if period != self._to:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        over = self._window.centralWidget()
        low = over.height() - self._window.strip.height() - self.height() - MARGIN
        self.move((over.width() - self.width()) // 2, low)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)


def turn_to(window: Window, place: Place) -> None:
    """Turn to the month of a place, where it is of another one, and offer the way back once the place is shown."""
    before, page = window.workspace.period, window.navigation.page()
    if not periods.is_month(place.period) or place.period == before:
        return
    window.workspace.set_period(place.period)
    bar = window.findChild(WayBack) or WayBack(window)
    QTimer.singleShot(0, bar, partial(bar.tell, before, page, place.period))
