"""The strip at the bottom: what was saved when, what the program knows, and short news."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop import theme

_NEWS_MS = 8000


class StatusStrip(QFrame):
    """«离线可填 · 已自动保存 14:21:07» at the left, the page's own sums in the middle, versions at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusStrip")
        self.setFixedHeight(theme.px("status_bar"))
        self.saved = QLabel(self.tr("离线可填"))
        self.news = QLabel()
        self.totals = QLabel()
        self.versions = QLabel()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.news.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(16)
        row.addWidget(self.saved)
        row.addWidget(self.news, 1)
        row.addWidget(self.totals)
        row.addWidget(self.versions)

    def show_saved(self, at: str) -> None:
        """Say when the last edit was stored (local clock, ``hh:mm:ss``; empty before the first)."""
        self.saved.setText(self.tr("离线可填 · 已自动保存 %1").replace("%1", at) if at else self.tr("离线可填"))

    def show_scheme(self, version: str) -> None:
        """Say by which edition of the province's reporting rules forms are filled and checked; "" hides it."""
        self.versions.setText(self.tr("报表制度：%1").replace("%1", version) if version else "")
        self.versions.setToolTip(self.tr("报表格式和审核规则按这一版，与省级平台用的是同一份；省里发布新版时会提示"))

    def tell(self, text: str) -> None:
        """Show a short piece of news for a few seconds."""
        self.news.setText(text)
        self._timer.start(_NEWS_MS)
