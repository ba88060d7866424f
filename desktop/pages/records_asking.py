"""What is asked before a filing is taken back or corrected: what it means, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.filings import Filing


def ask_to_withdraw(parent: QWidget, one: Filing, name: str, confirmed: Callable[[], object]) -> QMessageBox:
    """Say what withdrawing `one` means, and call back if that is wanted; the buttons say what they do."""
    translate = QCoreApplication.translate
    if one.state == "QUEUED":
        head = translate("Asking", "取消发送%1？").replace("%1", name)
        means = translate("Asking", "它还没有发出，平台不知道有这一份。取消后数据都在，可以接着改，改好重新报送。")
        does = translate("Asking", "取消发送")
    else:
        head = translate("Asking", "撤回%1？").replace("%1", name)
        means = translate(
            "Asking", "平台已收到，还没有审核。撤回后平台把这一份作废并留下撤回记录，本期须在截止前重新报送。"
        )
        if one.revision > 1:
            means += translate("Asking", "它所更正的上一版重新有效。")
        means += translate("Asking", "本机的数据和回执都保留。")
        does = translate("Asking", "撤回")
    box = QMessageBox(parent)
    box.setWindowTitle(does)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(head)
    box.setInformativeText(means)
    yes = box.addButton(does, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(translate("Asking", "不撤回"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.buttonClicked.connect(lambda clicked: confirmed() if clicked is yes else None)
    box.open()
    return box


def ask_reason(parent: QWidget, answered: Callable[[str], object]) -> QInputDialog:
    """Ask why, for a correction travels with its reason."""
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(translate("Asking", "更正申报"))
    dialog.setLabelText(
        translate(
            "Asking",
            "更正会打开这一期供修改，改好后作为下一版报送；\n平台受理新版以前，已受理的这一版仍然有效。\n\n更正原因（随更正申报上报）：",
        )
    )
    dialog.setOkButtonText(translate("Asking", "开始更正"))
    dialog.setCancelButtonText(translate("Asking", "取消"))
    dialog.textValueSelected.connect(lambda text: answered(text.strip()) if text.strip() else None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
