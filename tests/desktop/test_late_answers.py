"""What comes back from background work too late: into a cell being typed in, or after its Book was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop import background
from desktop.settings import Settings
from desktop.workspace import Workspace
from forms import ledger
from forms.book import Book

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TODAY = "2026-11-03"


def test_a_check_that_ends_while_one_types_leaves_the_typing_alone(ledger_page, qtbot: QtBot, type_text) -> None:
    view, model = ledger_page.view, ledger_page.model
    cell = model.index(1, model.place_of["amount_orig"])
    view.setCurrentIndex(cell)
    qtbot.keyClick(view.focusWidget() or view, Qt.Key.Key_9)
    editor = view.focusWidget()
    type_text(editor, "87")
    model.repaint()  # as every finished check does
    type_text(editor, "65")
    assert editor.text() == "98765"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert ledger.read_rows(model.book, "JLFW-02")[1]["amount_orig"] == 9_876_500


@pytest.fixture
def two_firms(themed, tmp_path: Path) -> tuple[Workspace, Path]:
    """Open the Book of one of two firms."""
    del themed
    paths = []
    for name, code in (("甲公司", "91222401MA1DEM1235"), ("乙公司", "91222401MA3AGYGL58")):
        path = tmp_path / f"{name}.zhibao"
        Book.create(path, uscc=code, name=name, division="222401").close()
        paths.append(path)
    made = Workspace(Settings())
    made.open_book(paths[0])
    return made, paths[1]


def test_the_check_of_one_firm_never_meets_another(two_firms, qtbot: QtBot) -> None:
    space, other = two_firms
    space.check()
    space.open_book(other)  # while it runs; its answer is on the way
    told: list[object] = []
    space.checked.connect(told.append)
    qtbot.waitUntil(lambda: not background.busy())
    assert told == []
    assert space.result is None
    space.check()
    qtbot.waitUntil(lambda: bool(told))
    space.close()


def test_a_card_page_asks_its_closed_book_nothing_more(contracts: Workspace, qtbot: QtBot) -> None:
    from desktop.pages.card import CardPage

    page = CardPage(contracts, "JLFW-04")
    qtbot.addWidget(page)
    page.bring_up_to_date()
    page.checks.check_all()
    contracts.close()  # the check ends meanwhile, and its answer is delivered afterwards
    with qtbot.captureExceptions() as failed:
        qtbot.waitUntil(lambda: not background.busy())
    assert failed == []
