"""The preview: opened by key or button, looked through and saved by keyboard, on small windows too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from desktop import background
from desktop.journey import PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.printing.preview import PreviewDialog
    from desktop.window import Window

EXECUTIONS, MONTHLY = "JLFW-03", "JLFW-04"


@pytest.fixture
def window(qtbot: QtBot, themed, filed_path: Path) -> Iterator[Window]:
    """Show the demo firm's window at its smallest, at the end of its journey."""
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workspace import Workspace

    made = Window(Workspace(Settings()))
    qtbot.addWidget(made)
    made.resize(880, 480)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    assert made.open_book(filed_path)
    made.workspace.set_period(PERIOD)
    yield made
    made.close()


def opened(qtbot: QtBot, window: Window) -> PreviewDialog:
    """Give the preview once its pages are there."""
    from desktop.printing.preview import PreviewDialog

    (dialog,) = window.findChildren(PreviewDialog)
    laid_out(qtbot, dialog)
    return dialog


def laid_out(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.waitUntil(lambda: dialog.sheets is not None and not dialog.busy.is_busy)


def closed(qtbot: QtBot, window: Window) -> None:
    from desktop.printing.preview import PreviewDialog

    qtbot.waitUntil(lambda: not background.busy() and not window.findChildren(PreviewDialog))


@pytest.mark.parametrize("name", [f"form:{EXECUTIONS}", f"form:{MONTHLY}", "profile", "records"])
def test_ctrl_p_opens_the_preview_and_escape_closes_it(qtbot, window, name):
    window.show_page(name)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    assert dialog.choice.label.startswith("申报：")
    assert dialog.size().width() <= 880
    assert dialog.size().height() <= 480
    for widget in dialog.findChildren(QPushButton):
        assert widget.isHidden() or dialog.rect().contains(widget.mapTo(dialog, widget.rect().bottomRight()))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    closed(qtbot, window)


def test_the_buttons_of_ledgers_and_cards_open_the_preview(qtbot, window):
    window.resize(1024, 700)
    for name in (f"form:{EXECUTIONS}", f"form:{MONTHLY}"):
        window.show_page(name)
        page = window.page()
        bar = page.bar if hasattr(page, "bar") else page.head
        qtbot.mouseClick(bar.print, Qt.MouseButton.LeftButton)
        dialog = opened(qtbot, window)
        assert dialog.printed.head.form == name.removeprefix("form:")
        dialog.close()
        closed(qtbot, window)


def test_a_page_without_a_form_says_where_to_print(qtbot, window):
    window.show_page("home")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+P" in window.strip.news.text()


def test_pages_are_turned_by_keys_and_read_out(qtbot, window):
    window.show_page(f"form:{EXECUTIONS}")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    assert dialog.count.text() == "／ 共 9 页"
    assert not dialog.back.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert (dialog.view.page, dialog.number.value()) == (1, 2)
    assert dialog.view.widget().accessibleName() == "第 2 页，共 9 页"
    assert "会计凭证号" in dialog.view.widget().accessibleDescription()
    qtbot.keyClick(dialog, Qt.Key.Key_End)
    assert dialog.view.page == 8
    assert not dialog.forth.isEnabled()
    dialog.number.setValue(3)
    assert dialog.view.page == 2
    before = dialog.view.factor()
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.factor() > before
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.view.factor() == before
    dialog.close()
    closed(qtbot, window)


def test_the_print_button_of_a_filing_prints_that_filing_and_its_receipt(qtbot, window):
    window.show_page("records")
    records = window.page()
    first = next(
        at for at, one in enumerate(records._filings) if (one.form, one.revision, one.period) == (MONTHLY, 1, PERIOD)
    )
    records.list.selectRow(first)
    qtbot.mouseClick(records.detail.print, Qt.MouseButton.LeftButton)
    dialog = opened(qtbot, window)
    assert dialog.choice.label == "申报：第1版（已更正）"
    assert dialog.printed.head.marks == ("演示", "已更正")
    dialog.what.setCurrentIndex(dialog.what.currentIndex() + 1)
    laid_out(qtbot, dialog)
    assert dialog.choice.label == "回执：第1版（已更正）"
    assert dialog.printed.title == "服务外包统计申报回执"
    assert not dialog.unit.isEnabled()
    dialog.close()
    closed(qtbot, window)


def test_the_pdf_is_saved_under_the_proposed_name(qtbot, window, tmp_path, monkeypatch):
    proposed = []

    def ask(_parent, _title, path, _kinds):
        proposed.append(path)
        return str(tmp_path / "存的"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.show_page(f"form:{MONTHLY}")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    laid_out(qtbot, dialog)
    assert proposed[0].endswith(f"JLFW-04_{PERIOD}_延吉海兰江信息技术_第2版.pdf")
    assert (tmp_path / "存的.pdf").read_bytes().startswith(b"%PDF-")
    assert "已存为" in dialog.busy.words.text()
    dialog.close()
    closed(qtbot, window)


def test_the_draft_in_yuan_with_all_columns(qtbot, window):
    window.show_page("form:JLFW-02")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    shown = len(dialog.printed.body.columns)
    dialog.what.setCurrentIndex(0)
    dialog.unit.setCurrentIndex(1)
    dialog.every.setChecked(True)
    laid_out(qtbot, dialog)
    assert dialog.printed.head.marks == ("演示", "草稿　未报送")
    assert len(dialog.printed.body.columns) == len(window.workspace.catalogue.edition("JLFW-02").fields) > shown
    dialog.close()
    closed(qtbot, window)


def test_pages_go_to_the_printer_one_by_one_and_can_be_stopped(qtbot, window, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    window.show_page(f"form:{EXECUTIONS}")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    for name, pages, stopped in (("全部", range(7), False), ("两页", range(2, 4), False), ("停", range(7), True)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{name}.pdf"))
        dialog.spool(printer, pages)
        assert not dialog.what.isEnabled()
        if stopped:
            dialog.busy.stop.click()
        qtbot.waitUntil(lambda: dialog._spool is None)
        assert dialog.busy.words.text() == ("打印已停止。" if stopped else "已送到打印机。")
        assert dialog.what.isEnabled()
        if not stopped:
            assert (tmp_path / f"{name}.pdf").read_bytes().count(b"/Type /Page\n") == len(pages)
    dialog.close()
    closed(qtbot, window)


def test_no_printer_is_said_with_a_way_on(qtbot, window, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    window.show_page(f"form:{MONTHLY}")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(qtbot, window)
    qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "存为 PDF" in dialog.busy.words.text()
    dialog.close()
    closed(qtbot, window)
    assert QApplication.activeModalWidget() is None
