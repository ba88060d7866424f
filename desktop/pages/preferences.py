"""设置: how the program looks and types, the network, backups, rates; what can take effect at once does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop import languages, theme
from desktop.pages.choices import choice
from desktop.pages.page import Page
from desktop.pages.preferences_network import NAME_WIDTH, NetworkCard
from desktop.pages.preferences_rates import RatesCard
from desktop.pieces import button, card, label, row, scrolled
from desktop.settings import home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.workspace import Workspace


class PreferencesPage(Page):
    """The things a person may want otherwise."""

    icon_name = "settings"
    heeds_checks = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.language = QComboBox()
        self.language_note = label(role="warning", wrap=True)
        self.folder = label(wrap=True)
        self.rehearsed = label(role="caption", wrap=True)
        self.network = NetworkCard(workspace)
        self.rates = RatesCard(workspace)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("设置"), "h2"))
        for part in (self._looks(), self._typing(), self.network, self._backups(), self.rates, self._data()):
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))

    def title(self) -> str:
        """Return the name of the page."""
        return self.tr("设置")

    def refresh(self) -> None:
        """Read what belongs to the open Book: its backups and its rates."""
        self._show_folder()
        self.rates.show_rates()

    # -- looks and typing

    def _looks(self) -> QFrame:
        settings = self.workspace.settings
        frame, column = card()
        column.addWidget(label(self.tr("外观"), "h3"))
        modes = (("system", self.tr("跟随系统")), ("light", self.tr("浅色")), ("dark", self.tr("深色")))
        sizes = zip(theme.factors(), (self.tr("小"), self.tr("标准"), self.tr("大"), self.tr("特大")), strict=True)
        heights = zip(theme.row_heights(), (self.tr("紧凑"), self.tr("标准"), self.tr("宽松")), strict=True)
        column.addLayout(
            _lines(
                (self.tr("主题"), choice(self.tr("主题"), modes, settings.theme, self._set_theme)),
                (self.tr("界面字号"), choice(self.tr("界面字号"), list(sizes), settings.font_factor, self._set_size)),
                (self.tr("表格行高"), choice(self.tr("表格行高"), list(heights), settings.row_height, self._set_row)),
                (self.tr("界面语言"), self._languages()),
            )
        )
        return frame

    def _languages(self) -> QWidget:
        box = self.language
        box.setAccessibleName(self.tr("界面语言"))
        box.setMinimumWidth(200)
        box.addItem(self.tr("跟随系统"), "")
        for code, name in languages.NAMES.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(box.findData(self.workspace.settings.language), 0))
        box.activated.connect(lambda _row: self._set_language(box.currentData()))
        holder = QWidget()
        line = row(box, self.language_note)
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder

    def _typing(self) -> QFrame:
        settings = self.workspace.settings
        frame, column = card()
        column.addWidget(label(self.tr("录入"), "h3"))
        ways = (("right", self.tr("向右")), ("down", self.tr("向下")))
        units = (("form", self.tr("按表式")), ("yuan", self.tr("元")), ("wan", self.tr("万元")))
        column.addLayout(
            _lines(
                (self.tr("回车键移动"), choice(self.tr("回车键移动"), ways, settings.enter_moves, self._set_enter)),
                (self.tr("金额显示"), choice(self.tr("金额显示"), units, settings.unit, self._set_unit)),
            )
        )
        note = self.tr(
            "回车方向只影响台账表格，Tab 始终向右，按住 Shift 反向。金额显示只改变看和填的单位，保存的金额不变，"
            "也可以在每张表上方临时切换；按表式：台账用元（原币），月报用万元。"
        )
        column.addWidget(label(note, "caption", wrap=True))
        return frame

    def _set_theme(self, mode: object) -> None:
        self.workspace.settings.theme = str(mode)
        self._dress()

    def _set_size(self, factor: object) -> None:
        self.workspace.settings.font_factor = float(str(factor))
        self._dress()

    def _set_row(self, height: object) -> None:
        self.workspace.settings.row_height = int(str(height))
        self._dress()

    def _set_enter(self, way: object) -> None:
        self.workspace.settings.enter_moves = str(way)
        self.workspace.settings.save()

    def _set_unit(self, unit: object) -> None:
        self.workspace.settings.unit = str(unit)
        self.workspace.settings.save()
        self.workspace.dressing.emit()  # pages that show money are made anew when they are shown next

    def _set_language(self, code: str) -> None:
        settings = self.workspace.settings
        settings.language = code
        settings.save()
        import os

        same = languages.wanted(code, os.environ) == languages.current()
        self.language_note.setText("" if same else self.tr("关闭程序再打开后生效；已填的数据不受影响。"))

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

    # -- backups and data

    def _backups(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("备份"), "h3"))
        choose = button(self.tr("更改…"), "folder", "", self._ask_folder)
        choose.setAccessibleName(self.tr("更改备份文件夹"))
        usual = button(self.tr("放在账套旁边"), "", "", lambda: self.set_folder(""))
        more = button(self.tr("备份与恢复…"), "archive", "", lambda: self.workspace.pageWanted.emit("backups"))
        line = row(label(self.tr("备份文件夹"), "second"), self.folder, choose, usual, more)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addWidget(self.rehearsed)
        return frame

    def _show_folder(self) -> None:
        from desktop import safekeeping
        from desktop.clock import shown_moment
        from forms import rehearsal

        book = self.workspace.book
        self.folder.setText(str(safekeeping.folder_for(self.workspace.settings, book.path)))
        last = rehearsal.last(book)
        if last is None:
            self.rehearsed.setText(self.tr("还没有做过恢复演练：在“备份与恢复”里点一下，就知道备份能不能用。"))
        else:
            text = self.tr("上次演练没有成功 %1") if last.fault else self.tr("上次演练恢复成功 %1")
            self.rehearsed.setText(text.replace("%1", shown_moment(last.at)[5:16]))

    def set_folder(self, folder: str) -> None:
        """Keep backups in ``folder`` from now on; "" is beside the Book."""
        self.workspace.settings.backup_folder = folder
        self.workspace.settings.save()
        self._show_folder()
        self.workspace.dataChanged.emit("")  # the list of backups is another one

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("备份放到哪个文件夹"))
        if chosen:
            self.set_folder(str(Path(chosen)))

    def _data(self) -> QFrame:
        frame, column = card()
        column.addWidget(label(self.tr("数据位置"), "h3"))
        column.addWidget(label(self.tr("账套、设置和日志都在本机这个文件夹里，不会自动上传："), "second", wrap=True))
        where = label(str(home()), wrap=True)
        opener = button(self.tr("打开文件夹"), "folder", "", self._open_home)
        line = row(where, opener)
        line.setStretch(0, 1)
        column.addLayout(line)
        return frame

    def _open_home(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(home())))


def _lines(*named: tuple[str, QWidget]) -> QGridLayout:
    """Return a grid of names and what is chosen."""
    rows: Sequence[tuple[str, QWidget]] = named
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(10)
    grid.setColumnMinimumWidth(0, NAME_WIDTH)
    grid.setColumnStretch(1, 1)
    for number, (name, widget) in enumerate(rows):
        grid.addWidget(label(name, "second"), number, 0)
        grid.addWidget(widget, number, 1)
    return grid
