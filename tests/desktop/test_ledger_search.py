"""The box of the ledger finds whatever the rows show: names of any length, labels of codes, amounts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

FORM = "JLFW-02"


@pytest.fixture
def many_kinds(ledger_page):
    """Give the second contract a client of Hunchun, a country and an amount no other one has."""
    typed = {"client_name": "珲春东方水产有限公司（延边）", "client_country": "俄罗斯", "amount_orig": "4321.5"}
    for field, text in typed.items():
        ledger_page.model.setData(ledger_page.model.index(1, ledger_page.model.place_of[field]), text)
    return ledger_page


@pytest.mark.parametrize("text", ["珲春东方", "水产", "延边", "有限公司", "俄罗斯", "RUS", "4321.5", "4,321.50"])
def test_every_text_that_a_row_shows_is_found(many_kinds, qtbot, text):
    box = many_kinds.bar.box
    box.setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert [many_kinds.model.row_at(row).pos for row in range(many_kinds.model.rowCount())] == [2]
