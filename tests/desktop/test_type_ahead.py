"""A card page that is still being made keeps what is typed at it: nothing goes to a button, nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.pages.card import CardPage
from desktop.place import Place
from forms import ledger

STAFF = "JLFW-06"
FIGURES = ("30", "20", "10")


@pytest.fixture
def shown(qtbot, contracts):
    """A card form's page."""
    page = CardPage(contracts, STAFF)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    with qtbot.waitExposed(page):
        page.activateWindow()
    qtbot.waitUntil(lambda: page._lines.is_whole)
    return page


@pytest.mark.parametrize("wanted", [0, 1])
def test_what_is_typed_before_the_fields_stand_reaches_them(shown, qtbot, contracts, wanted):
    page = shown
    page._shown = (None, "")
    page.refresh()  # as for another Book; no event passes until something is typed
    assert not page._lines.is_whole
    editable = [one.id for one in page.model.edition.fields if one.editable and not one.hidden]
    if wanted:
        page.show_place(Place(STAFF, page.model.period, None, editable[wanted]))
    assert QApplication.focusWidget() is page
    for figure in FIGURES:
        QTest.keyClicks(QApplication.focusWidget(), figure)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    expected = {field: int(figure) for field, figure in zip(editable[wanted:], FIGURES, strict=False)}

    def stored():
        row = ledger.card_row(contracts.book, STAFF, page.model.period)
        return row is not None and {field: row[field] for field in expected} == expected

    qtbot.waitUntil(stored)
