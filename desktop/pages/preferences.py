"""设置: theme and font size, at once; where the data lie."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QButtonGroup, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop import theme
from desktop.pages.page import Page
from desktop.pieces import button, card, label, row, scrolled
from desktop.settings import home

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.workspace import Workspace


class PreferencesPage(Page):
    """The few things a person may want otherwise."""

    icon_name = "settings"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("设置"), "h2"))
        column.addWidget(self._looks())
        column.addWidget(self._typing())
        column.addWidget(self._data())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("设置")

    def _looks(self) -> QFrame:
        settings = self.workspace.settings
        frame, column = card()
        column.addWidget(label(self.tr("外观"), "h3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        modes = (("system", self.tr("跟随系统")), ("light", self.tr("浅色")), ("dark", self.tr("深色")))
        sizes = zip(theme.factors(), (self.tr("小"), self.tr("标准"), self.tr("大"), self.tr("特大")), strict=True)
        grid.addWidget(label(self.tr("主题"), "second"), 0, 0)
        grid.addWidget(self._choice(self.tr("主题"), modes, settings.theme, self._set_theme), 0, 1)
        grid.addWidget(label(self.tr("界面字号"), "second"), 1, 0)
        grid.addWidget(self._choice(self.tr("界面字号"), list(sizes), settings.font_factor, self._set_size), 1, 1)
        column.addLayout(grid)
        return frame

    def _typing(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("录入"), "h3"))
        ways = (("right", self.tr("向右")), ("down", self.tr("向下")))
        name = self.tr("回车键移动")
        chosen = self.workspace.settings.enter_moves
        note = label(self.tr("只影响台账表格；Tab 始终向右，按住 Shift 反向。"), "caption")
        column.addLayout(row(label(name, "second"), 20, self._choice(name, ways, chosen, self._set_enter), 12, note, 0))
        return frame

    def _choice(
        self, name: str, options: Sequence[tuple[object, str]], chosen: object, action: Callable[[object], None]
    ) -> QWidget:
        holder = QWidget()
        group = QButtonGroup(holder)
        chips = []
        for number, (value, text) in enumerate(options):
            chip = button(text, "", "chip", partial(action, value))
            chip.setCheckable(True)
            chip.setChecked(value == chosen)
            chip.setAccessibleName(f"{name} {text}")
            group.addButton(chip, number)
            chips.append(chip)
        holder.setLayout(row(*chips, 0))
        return holder

    def _data(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("数据位置"), "h3"))
        column.addWidget(label(self.tr("账套、备份和日志都在本机这个文件夹里，不会自动上传："), "second", wrap=True))
        where = label(str(home()))
        where.setWordWrap(True)
        opener = button(self.tr("打开文件夹"), "folder", "", self._open_home)
        column.addLayout(row(where, 0, opener))
        return frame

    def _open_home(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(home())))

    def _set_theme(self, mode: object) -> None:
        self.workspace.settings.theme = str(mode)
        self._dress()

    def _set_size(self, factor: object) -> None:
        self.workspace.settings.font_factor = float(str(factor))
        self._dress()

    def _set_enter(self, way: object) -> None:
        self.workspace.settings.enter_moves = str(way)
        self.workspace.settings.save()

    def _dress(self) -> None:
        """Give the whole program the chosen look now."""
        self.workspace.settings.save()
        self.workspace.dressing.emit()
        QTimer.singleShot(0, self, self._redress)

    def _redress(self) -> None:
        from desktop.app import dress

        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self.workspace.settings)
            self.workspace.dressed.emit()
