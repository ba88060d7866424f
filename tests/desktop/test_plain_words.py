"""Words an accountant understands without asking: due dates, stars, what is not begun, what the corners say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import background
from desktop.clock import shown_due
from desktop.exchange_state import exchange_state
from desktop.models.ledger_model import LedgerModel
from desktop.models.roles import TOOLTIP
from desktop.pages.card import CardPage
from desktop.statusstrip import StatusStrip

YEARLY, TODAY = "JLFW-09", "2026-11-03"


def test_a_due_date_says_its_year_where_that_does_not_go_without_saying() -> None:
    assert shown_due("2026-11-05", "2026-10") == "11-05"
    assert shown_due("2027-01-05", "2026-12") == "2027-01-05"
    assert shown_due("2026-01-15", "2026") == "2026-01-15"


def test_the_head_of_a_column_says_what_its_star_asks_for(contracts) -> None:
    model = LedgerModel(contracts.book, "JLFW-02", lambda: TODAY)
    told = {one.id: model.headerData(at, Qt.Orientation.Horizontal, TOOLTIP) for at, one in enumerate(model.columns)}
    assert "红 * 必填" in told["contract_no"]
    conditional = next(one for one in model.columns if one.conditional)
    assert "灰 * 视情况必填" in told[conditional.id]


@pytest.fixture
def yearly(contracts, qtbot):
    page = CardPage(contracts, YEARLY)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    page.check()
    qtbot.waitUntil(lambda: not background.busy())
    return page


def test_the_years_report_is_not_wrong_but_not_begun_until_its_window_opens(yearly) -> None:
    assert yearly.head.pill.text().strip() == "未开始"
    assert not any(line.message.whole() for line in yearly.lines if line.editable)


def test_once_somebody_types_into_it_it_is_judged(yearly, qtbot) -> None:
    field = next(line for line in yearly.lines if line.editable and line.field.is_money)
    yearly.model.commit({field.field.id: "100"}, "填写")
    yearly.check()
    qtbot.waitUntil(lambda: not background.busy())
    assert yearly.head.pill.text().strip() == "有错误"


def test_the_corners_speak_plainly(contracts) -> None:
    state = exchange_state(contracts)
    assert state.text == "未开通报送"
    assert "报送码" in state.tip
    strip = StatusStrip()
    strip.show_scheme("服务外包统计 2026")
    assert strip.versions.text() == "报表制度：服务外包统计 2026"
    assert "同一份" in strip.versions.toolTip()
