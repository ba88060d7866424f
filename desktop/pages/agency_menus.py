"""The menus of 全部企业: adding firms, moving one in or out, another folder, the list as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from desktop.pages.agency import AgencyPage


class AgencyMenus(QObject):
    """What is done less often than checking and filing."""

    def __init__(self, page: AgencyPage) -> None:
        super().__init__(page)
        self._page = page

    def show(self, which: str, under: QPushButton) -> None:
        """Drop the menu «add» or «more» under its button."""
        self.menu_of(which).popup(under.mapToGlobal(QPoint(0, under.height() + 2)))

    def menu_of(self, which: str) -> QMenu:
        """Return the menu «add» or «more»; it goes when it closes."""
        menu = QMenu(self._page)
        entries = {
            "add": (
                (self.tr("添加一家企业…"), self.add_one),
                (self.tr("从 Excel 批量添加…"), self.add_many),
                (self.tr("下载企业名单模板…"), self._save_template),
                (self.tr("移入：另一台电脑带来的账套…"), self._move_in),
            ),
            "more": (
                (self.tr("移出：把选中的一家搬到另一台电脑…"), self._move_out),
                (self.tr("导出当前列表到 Excel…"), self._export),
                (self.tr("换账套文件夹…"), self.choose_folder),
                (self.tr("重新读取"), self._page.agency.refresh),
            ),
        }[which]
        for text, action in entries:
            menu.addAction(text).triggered.connect(lambda _on, act=action: act())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def choose_folder(self) -> None:
        """Ask for another folder of Books."""
        start = str(self._page.agency.folder)
        chosen = QFileDialog.getExistingDirectory(self._page, self.tr("选择放账套的文件夹"), start)
        if chosen:
            self._page.agency.choose_folder(Path(chosen))

    def add_one(self) -> None:
        """Add a firm by hand."""
        from desktop.pages.agency_dialogs import AddFirmDialog

        AddFirmDialog(self._page.agency, self._page).open()

    def add_many(self) -> None:
        """Add the firms of an Excel list."""
        from desktop.pages.agency_dialogs import add_from_list

        add_from_list(self._page.agency, self._page)

    def _save_template(self) -> None:
        from desktop.pages.agency_dialogs import save_template

        save_template(self._page.agency, self._page)

    def _move_in(self) -> None:
        from desktop.pages.agency_moving import move_in

        move_in(self._page.agency, self._page)

    def _move_out(self) -> None:
        from desktop.pages.agency_moving import MoveOutDialog

        chosen = self._page.model.ticked()
        at = self._page.table.currentIndex().row()
        if not chosen and 0 <= at < len(self._page.model.rows):
            chosen = [self._page.model.rows[at]]
        if len(chosen) != 1 or chosen[0].firm is None:
            self._page.workspace.news.emit(self.tr("请先选中要移出的一家企业（点那一行），再选“移出”。"))
            return
        MoveOutDialog(self._page.agency, chosen[0], self._page).open()

    def _export(self) -> None:
        from desktop.pages.agency_dialogs import export_rows

        model = self._page.model
        columns = range(1, model.columnCount())
        rows = [[str(model.index(at, column).data() or "") for column in columns] for at in range(model.rowCount())]
        heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        export_rows(self._page.agency, self._page, heads, rows)
