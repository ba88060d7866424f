"""The calm bars over the pages: what the last window left, that a Book is read-only, that the disk is nearly full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pieces import Banner, button

if TYPE_CHECKING:
    from collections.abc import Callable

_ICONS = {"info": "info", "warning": "warning", "error": "error"}


class Notices(QWidget):
    """Bars by name; none of them stands in the way of the work, each can be put away."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 0)
        self._column.setSpacing(6)
        self.hide()

    def tell(self, name: str, tone: str, text: str, *ways: tuple[str, Callable[[], object]]) -> None:
        """Show the bar ``name`` (tones: info, warning, error) with buttons for ``ways``, in place of the one before."""
        self.drop(name)
        bar = Banner(tone, _ICONS[tone])
        bar.words.setText(text)
        bar.setAccessibleName(text)
        for word, action in ways:
            bar.add(button(word, "", "link", action))
        close = button("", "close", "link", lambda: self.drop(name))
        close.setAccessibleName(self.tr("收起这条提示"))
        close.setToolTip(self.tr("收起"))
        bar.add(close)
        self._bars[name] = bar
        self._column.addWidget(bar)
        self.show()

    def drop(self, name: str) -> None:
        """Take a bar away."""
        bar = self._bars.pop(name, None)
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def clear(self) -> None:
        """Take all bars away."""
        for name in tuple(self._bars):
            self.drop(name)

    def said(self) -> dict[str, str]:
        """Return what the bars say, by name."""
        return {name: bar.words.text() for name, bar in self._bars.items()}
