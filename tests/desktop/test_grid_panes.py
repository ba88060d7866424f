"""The frozen columns and the rest of the grid are one: the same rows at the same height, whatever was jumped to."""

from __future__ import annotations

import pytest

from forms import ledger

FORM = "JLFW-02"


@pytest.fixture
def long_page(ledger_page, contract):
    """Give the ledger 80 rows, six of October, and a mistake in row 14."""
    for number in range(7, 81):
        ledger.add_row(
            ledger_page.model.book, FORM, contract(number, signed_on="2026-09-10", effective_on="2026-09-10")
        )
    ledger_page.refresh()
    return ledger_page


def rows_in_sight(view):
    """Give the row under every tenth pixel of a pane."""
    return [view.rowAt(y) for y in range(0, view.viewport().height(), 10)]


def in_step(page):
    main, frozen = page.view, page.view.frozen
    assert frozen.isVisible()
    assert frozen.viewport().height() == main.viewport().height()
    return rows_in_sight(main) == rows_in_sight(frozen)


@pytest.mark.parametrize("height", [420, 500, 568, 692, 701, 860])
def test_a_jump_out_of_a_filter_leaves_both_panes_in_step(long_page, qtbot, height):
    page = long_page
    page.resize(1190, height)
    bar = page.view.verticalScrollBar()
    tall = page.view.numbers.defaultSectionSize()
    for pos in (14, 80, 41, 3, 79, 60):
        page.bar.box.setText("2026-10")
        qtbot.waitUntil(lambda: page.model.rowCount() == 6)
        page.cell_cursor.go(pos, "expires_on")
        assert page.view.currentIndex().row() == pos - 1
        assert in_step(page)
        qtbot.wait(1)  # what Qt lays out later must not take them apart, either
        assert in_step(page)
        assert bar.value() % tall == 0
        assert page.view.viewport().rect().contains(page.view.visualRect(page.view.currentIndex()))


def test_panes_stay_in_step_at_the_end_while_the_window_is_made_lower_and_higher(long_page, qtbot):
    page = long_page
    page.view.select_cell(79, 0)
    for height in (692, 540, 431, 610, 800):
        page.resize(1190, height)
        qtbot.wait(1)
        assert in_step(page)
        page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
        assert in_step(page)
