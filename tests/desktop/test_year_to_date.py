"""A figure of the year so far says which months it lacks, and leads to where they are filed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop import background
from desktop.models.year_to_date import months_in_short, unfiled_months
from desktop.pages.card import CardPage
from forms import filing, ledger

MONTHLY, MONTH, TODAY = "JLFW-04", "2026-10", "2026-11-03"


def file_month(book, month):
    """File the monthly report of a month."""
    figures = {"total_revenue": "100", "so_revenue": "0", "so_revenue_off": "0"}
    ledger.set_card(book, MONTHLY, month, figures, as_of=TODAY)
    draft = filing.compose(book, MONTHLY, month, as_of=TODAY, key_id="k")
    with book.transaction() as db:
        filing.store(book, draft, filing.canonical(draft.document), b"", "k")
        db.execute("INSERT INTO standing VALUES (?, 'ACCEPTED', '2026-11-02T01:00:00Z')", (draft.document["id"],))


@pytest.fixture
def gaps(contracts):
    """File the year's months but for March and April."""
    contracts.book.put("firm.starts_on", "2026-01-01")
    for month in range(1, 10):
        if month not in (3, 4):
            file_month(contracts.book, f"2026-{month:02}")
    return contracts


@pytest.fixture
def page(qtbot, gaps):
    made = CardPage(gaps, MONTHLY)
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    made.bring_up_to_date()
    with qtbot.waitExposed(made):
        made.activateWindow()
    qtbot.waitUntil(lambda: not background.busy())
    return made


def line(page, field):
    return next(one for one in page.lines if one.field.id == field)


def test_the_months_that_lack_stand_beside_the_figure_and_lead_to_their_filing(page, qtbot):
    total = line(page, "exec_usd_ytd")
    assert total.message.whole() == "缺3月、4月，去补报"
    assert "本年累计只含已报送的月份：缺3月、4月" in total.input.toolTip()
    page.workspace.with_earlier = False
    with qtbot.waitSignal(page.workspace.pageWanted) as went:
        qtbot.mouseClick(total.message, Qt.MouseButton.LeftButton)
    assert went.args == ["submit"]
    assert page.workspace.with_earlier


def test_the_keyboard_finds_the_way_in_the_panel(page, qtbot):
    page.go(line(page, "contract_usd_ytd"))
    said = [one.text() for one in page.help.findChildren(QLabel)]
    assert "本年累计只含已报送的月份：缺3月、4月。补报以后自动算全。" in said
    way = next(one for one in page.help.findChildren(QPushButton) if one.text() == "去补报以前的月份")
    with qtbot.waitSignal(page.workspace.pageWanted):
        way.click()


def test_figures_of_the_month_and_rates_of_change_say_nothing(page):
    for field in ("exec_usd", "yoy_exec_usd", "total_revenue"):
        assert page.model.lacks(line(page, field).field) == ""


def test_once_all_months_are_filed_nothing_lacks(page):
    book = page.workspace.book
    for month in ("2026-03", "2026-04"):
        file_month(book, month)
    page.model.read()
    page.show_values()
    assert page.model.figures.unfiled == ()
    assert line(page, "exec_usd_ytd").message.whole() == ""


def test_a_firm_that_reports_since_july_lacks_nothing_of_the_spring(gaps):
    edition = gaps.book.catalogue.edition(MONTHLY, MONTH)
    gaps.book.put("firm.starts_on", "2026-07-01")
    assert unfiled_months(gaps.book, edition, MONTH, TODAY) == ()


def test_many_months_are_counted():
    assert months_in_short([f"2026-{month:02}" for month in range(1, 10)]) == "9 个月"
