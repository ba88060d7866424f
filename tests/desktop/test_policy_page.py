"""政策自查 in the window: the conditions with their numbers, what lacks, the way to the filings, by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop import background
from desktop.pages.policy import PolicyPage
from desktop.pages.statistics import StatisticsPage
from desktop.settings import Settings
from desktop.workspace import Workspace
from forms import policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.policy_card import PolicyCard


def settled(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


@pytest.fixture
def firm(themed, filed_path: Path) -> Iterator[Workspace]:
    """Open the demo firm at the end of its journey: everything accepted."""
    del themed
    made = Workspace(Settings())
    made.open_book(filed_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, firm: Workspace) -> PolicyPage:
    made = PolicyPage(firm)
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    made.bring_up_to_date()
    qtbot.waitUntil(lambda: len(made.cards) == 5)
    settled(qtbot)
    return made


def card(page: PolicyPage, rule: str) -> PolicyCard:
    return next(one for one in page.cards if one.result.rule.rule.id == rule)


def test_where_one_of_several_lines_is_enough_the_card_says_so(page: PolicyPage) -> None:
    for shown in page.cards:
        told = [one.text() for one in shown.findChildren(QLabel) if "任意一组" in one.text()]
        assert bool(told) == (len(shown.result.ways) > 1)
    assert any(len(shown.result.ways) > 1 for shown in page.cards)


def test_each_condition_is_shown_with_the_numbers_behind_it(page: PolicyPage, firm: Workspace) -> None:
    found = policy.check(firm.book, as_of=firm.as_of)
    for shown, told in zip(page.cards, found.results, strict=True):
        assert shown.words.text() == told.message
        cells = " ".join(text for row in shown.model.rows for text in row)
        for value in told.figures:
            assert value.figure.label in cells
            assert value.shown in cells
    assert card(page, "P-001").pill.text() in {"符合", "不符合"}
    lines = [row[2] for row in card(page, "P-001").model.rows]
    assert lines[:4] == ["500,000.00美元", "50.00%", "5,000,000.00美元", "35.00%"]


def test_what_lacks_to_the_line_stands_beside_it_and_what_is_reached_says_so(page: PolicyPage) -> None:
    first, *_rest, big = [row for row in card(page, "P-001").model.rows if row[2].endswith("美元")]
    assert first[3] == "已达到"
    have, line = (round(float(text.removesuffix("美元").replace(",", "")) * 100) for text in (big[1], big[2]))
    assert big[3] == f"{(line - have) / 100:,.2f}美元"


def test_periods_the_province_has_not_accepted_are_named(page: PolicyPage, firm: Workspace, qtbot: QtBot) -> None:
    with firm.book.transaction() as db:
        db.execute(
            "UPDATE standing SET state = 'RECEIVED' WHERE filing_id IN"
            " (SELECT id FROM filings WHERE form = 'JLFW-03' AND period = '2026-09')"
        )
    before = card(page, "P-001").words.text()
    firm.touched()
    qtbot.waitUntil(lambda: len(page.cards) == 5 and card(page, "P-001").words.text() != before)
    texts = [one.text() for one in card(page, "P-001").findChildren(type(page.nothing))]
    assert any("还没有受理" in text and "2026年9月" in text for text in texts)


def test_a_figure_leads_to_its_form_by_enter(page: PolicyPage, qtbot: QtBot, firm: Workspace) -> None:
    shown = card(page, "P-003")
    shown.table.setFocus()
    shown.table.selectRow(0)
    with qtbot.waitSignal(firm.placeWanted) as wanted:
        qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    place = wanted.args[0]
    assert (place.form, place.period) == ("JLFW-06", card(page, "P-003").result.figures[0].periods[-1])


def test_another_year_is_worked_out_when_it_is_chosen(page: PolicyPage, qtbot: QtBot, firm: Workspace) -> None:
    assert page.year.currentText() == "2026年"
    page.year.addItem("2025年", "2025")
    page.year.setCurrentIndex(page.year.findData("2025"))
    page.year.activated.emit(page.year.currentIndex())
    qtbot.waitUntil(lambda: page.found is not None and page.found.year == "2025")
    assert card(page, "P-001").pill.text() == "算不出"
    assert "没有已受理的" in card(page, "P-001").model.rows[0][4]
    assert firm.book is not None


def test_a_firm_that_filed_nothing_gets_no_judgement(qtbot: QtBot, workspace: Workspace) -> None:
    made = PolicyPage(workspace)
    qtbot.addWidget(made)
    made.show()
    made.bring_up_to_date()
    qtbot.waitUntil(lambda: len(made.cards) == 5)
    assert {one.pill.text() for one in made.cards} == {"算不出"}
    settled(qtbot)


def test_the_statistics_lead_here_and_back(qtbot: QtBot, firm: Workspace, page: PolicyPage) -> None:
    statistics = StatisticsPage(firm)
    qtbot.addWidget(statistics)
    with qtbot.waitSignal(firm.pageWanted) as wanted:
        statistics.to_policy.click()
    assert wanted.args == ["policy"]
    with qtbot.waitSignal(firm.pageWanted) as wanted:
        page.back.click()
    assert wanted.args == ["statistics"]
    settled(qtbot)
