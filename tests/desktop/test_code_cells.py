"""A cell that takes a code shows that it has a list, and opens it as people expect."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.inputs.coded import OptionInput


def value(page, field):
    return page.model.value(page.model.row_at(1), page.model.place_of[field])


def rect_of(page, field):
    page.view.select_cell(1, page.model.place_of[field])
    return page.view.visualRect(page.view.currentIndex())


def open_list():
    editor = QApplication.focusWidget()
    return editor.list if isinstance(editor, OptionInput) and editor.list.isVisible() else None


@pytest.mark.parametrize("field", ["client_country", "status_biz", "ccy"])
def test_a_double_click_and_f2_open_the_list_and_enter_leaves_the_code(ledger_page, qtbot, field):
    before = value(ledger_page, field)
    viewport, spot = ledger_page.view.viewport(), rect_of(ledger_page, field).center()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert open_list() is None
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=spot)
    assert open_list() is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    ledger_page.view.select_cell(1, ledger_page.model.place_of[field])
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_F2)
    listed = open_list()
    assert listed is not None
    assert len(listed.options) > 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert value(ledger_page, field) == before


def test_the_arrow_of_the_current_cell_opens_its_list(ledger_page, qtbot):
    rect = rect_of(ledger_page, "status_biz")
    spot = rect.center()
    spot.setX(rect.right() - 8)
    ledger_page.view.select_cell(0, 0)
    qtbot.mouseClick(ledger_page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert open_list() is None  # the arrow was not there before
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    qtbot.mouseClick(ledger_page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert open_list() is not None


def test_only_the_current_cell_of_codes_has_an_arrow(ledger_page):
    def ink(field, *, current):
        rect = rect_of(ledger_page, field)
        if not current:
            ledger_page.view.select_cell(0, 0)
        image = ledger_page.view.viewport().grab().toImage()
        return image.pixelColor(rect.right() - 11, rect.center().y() + 1).name()

    from desktop import theme

    brand = theme.color("brand").name()
    assert ink("status_biz", current=True) == brand
    assert ink("status_biz", current=False) != brand
    assert ink("expires_on", current=True) != brand
