"""Where the opening balance is reached: a bar on 首页 until the firm filed or declined, a link on 企业信息 for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.figures import figure
from desktop.languages import translate
from desktop.pieces import Banner, button, tip
from forms import opening

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.workspace import Workspace

DECLINED = "opening.declined"
_JANUARY = "01"


def open_dialog(workspace: Workspace, parent: QWidget) -> None:
    """Show the dialog of the opening balance."""
    from desktop.pages.opening_dialog import OpeningDialog

    dialog = OpeningDialog(workspace, parent.window())
    dialog.exec()
    dialog.deleteLater()


class OpeningBar(Banner):
    """Asks a firm that has filed nothing yet whether it arrives in mid-year; says what waits to be filed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("info", "info")
        self._workspace = workspace
        self.open = button(self.tr("带入期初…"), "import", "link", lambda: open_dialog(workspace, self))
        self.decline = button(self.tr("不需要"), "", "link", self._decline)
        self.add(self.open)
        self.add(self.decline)
        self.hide()

    def refresh(self) -> None:
        """Show itself where there is something to ask or to say."""
        book = self._workspace.book
        stands = opening.standing(book)
        asks = (
            stands is None
            and not (book.firm.demo or book.readonly or book.get(DECLINED))
            and self._workspace.as_of[5:7] > _JANUARY
            and opening.can_begin(book)
        )
        waits = stands is not None and not stands.filing_id
        if stands is not None:
            self.words.setText(self.tr("期初已登记：%1；随首月一起报送。").replace("%1", said(stands.brought)))
            self.open.setText(self.tr("查看期初…"))
        else:
            self.words.setText(
                self.tr("年中开始在这里报送？起报以前已受理的合同、累计执行和各月数，可以从 Excel 一次带入。")
            )
            self.open.setText(self.tr("带入期初…"))
        self.decline.setVisible(asks)
        self.setVisible(asks or waits)

    def _decline(self) -> None:
        self._workspace.book.put(DECLINED, "1")
        self.refresh()


class OpeningLink(QPushButton):
    """The link on 企业信息: it says whether there is an opening balance, its tooltip what that holds."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("role", "link")
        self.clicked.connect(lambda: open_dialog(workspace, self))

    def refresh(self) -> None:
        """Say how the opening balance stands."""
        book = self._workspace.book
        stands = opening.standing(book)
        if stands is not None:
            self.setText(self.tr("期初已登记…"))
            tip(self, said(stands.brought))
        else:
            self.setText(self.tr("期初…"))
            tip(self, self.tr("起报以前已受理的合同、累计执行和各月数，年中开始使用的企业一次带入"))
        self.setEnabled(stands is not None or (opening.can_begin(book) and not book.readonly))


def said(brought: opening.Brought) -> str:
    """Say the counts in one line: 200 份合同，累计执行 200 笔，月度数 6 个月."""
    words = translate("Opening", "%1 份合同，累计执行 %2 笔，月度数 %3 个月")
    for number, count in enumerate((brought.contracts, brought.executions, brought.months), 1):
        words = words.replace(f"%{number}", figure(count))
    return words
