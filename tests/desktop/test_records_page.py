"""报送记录: what changed since a filing was sent, cell by cell; what taking back means; how the history reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop import background
from desktop.pages.records import RecordsPage
from desktop.pages.records_detail import DIFFERENCES
from desktop.settings import Settings
from desktop.workspace import Workspace
from forms import corrections, ledger, reverting
from forms.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CONTRACTS, MONTHLY = "JLFW-02", "JLFW-04"


@pytest.fixture
def filed(themed, filed_path: Path) -> Iterator[Workspace]:
    """Open the demo firm at the end of its journey: everything filed and accepted."""
    del themed
    made = Workspace(Settings())
    made.open_book(filed_path)
    yield made
    made.close()


@pytest.fixture
def page(filed: Workspace, qtbot: QtBot) -> RecordsPage:
    made = RecordsPage(filed)
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    made.bring_up_to_date()
    return made


def choose(page: RecordsPage, form: str, qtbot: QtBot) -> str:
    """Choose the newest filing of a form, and look at its differences."""
    number = next(at for at, one in enumerate(page._filings) if one.form == form)
    page.list.selectRow(number)
    page.detail.tabs.setCurrentIndex(DIFFERENCES)
    qtbot.waitUntil(lambda: not background.busy())
    return page._filings[number].period


def test_what_was_sent_and_what_stands_now_agree_until_somebody_edits(page, filed, qtbot) -> None:
    period = choose(page, CONTRACTS, qtbot)
    assert page.detail.differences.words.text().startswith("✓")
    corrections.begin(filed.book, CONTRACTS, period, "金额录错")
    rows = ledger.read_rows(filed.book, CONTRACTS, where="period = ?", params=(period,))
    edit = ledger.CellEdit(rows[1]["uid"], "contract_name", "软件测试服务（改）")
    ledger.set_cells(filed.book, CONTRACTS, [edit], label="填写", as_of=filed.as_of)
    ledger.delete_rows(filed.book, CONTRACTS, [rows[0]["uid"]])
    filed.touched(CONTRACTS)
    qtbot.waitUntil(lambda: not background.busy())

    shown = page.detail.differences
    assert page.detail.tabs.tabText(DIFFERENCES).endswith(" 2")
    changed, gone = shown.model.rows
    assert changed[0] == f"第{rows[1]['pos'] - 1}行"  # as the ledger numbers it today
    assert changed[2:] == (rows[1]["contract_name"], "软件测试服务（改）")
    assert rows[0]["contract_no"] in gone[1]
    assert gone[3] == "已删除"
    assert shown.words.text().startswith("已开始更正")
    page.refresh()
    qtbot.waitUntil(lambda: not background.busy())
    assert not page.detail.correct.isVisible()  # begun already
    assert page.detail.edit.isVisible()
    went = []
    filed.placeWanted.connect(went.append)
    shown.table.doubleClicked.emit(shown.model.index(0, 0))
    assert (went[0].uid, went[0].field) == (rows[1]["uid"], "contract_name")


def test_a_correction_is_taken_back_and_what_was_accepted_stands_again(page, filed, qtbot) -> None:
    period = choose(page, CONTRACTS, qtbot)
    assert page.detail.cancel.isHidden()
    corrections.begin(filed.book, CONTRACTS, period, "金额录错")
    rows = ledger.read_rows(filed.book, CONTRACTS, where="period = ?", params=(period,))
    edit = ledger.CellEdit(rows[1]["uid"], "contract_name", "软件测试服务（改）")
    ledger.set_cells(filed.book, CONTRACTS, [edit], label="填写", as_of=filed.as_of)
    ledger.delete_rows(filed.book, CONTRACTS, [rows[0]["uid"]])
    filed.touched(CONTRACTS)
    qtbot.waitUntil(lambda: not page.detail.cancel.isHidden())
    page.detail.cancel.click()
    qtbot.waitUntil(lambda: page.detail.cancel.isHidden() and page.detail.differences.found == [])
    back = ledger.read_rows(filed.book, CONTRACTS, where="period = ?", params=(period,))
    assert {row["contract_name"] for row in back} == {row["contract_name"] for row in rows}
    assert all(row["settled"] for row in back)
    with pytest.raises(InputRefused, match="没有正在办理的更正"):
        reverting.cancel(filed.book, CONTRACTS, period)


def test_a_card_form_is_compared_figure_by_figure(page, filed, qtbot) -> None:
    period = choose(page, MONTHLY, qtbot)
    assert page.detail.differences.found == []
    corrections.begin(filed.book, MONTHLY, period, "收入录错")
    ledger.set_card(filed.book, MONTHLY, period, {"total_revenue": "999万"}, as_of=filed.as_of)
    filed.touched(MONTHLY)
    qtbot.waitUntil(lambda: not background.busy())
    (only,) = page.detail.differences.found
    assert (only.field, only.now) == ("企业营业收入（当月）", "9,990,000.00")
    assert only.place.field == "total_revenue"


@pytest.mark.parametrize("state", ["RECEIVED", "QUEUED"])
def test_taking_a_filing_back_says_first_what_it_means(page, filed, qtbot, state: str) -> None:
    choose(page, MONTHLY, qtbot)
    one = next(one for one in page._filings if one.form == MONTHLY)
    filed.book.db.execute("UPDATE standing SET state = ? WHERE filing_id = ?", (state, one.id))
    page.refresh()
    wanted = []
    page.detail.withdrawWanted.disconnect()
    page.detail.withdrawWanted.connect(wanted.append)
    for button, taken_back in (("不撤回", False), ("撤回" if state == "RECEIVED" else "取消发送", True)):
        qtbot.mouseClick(page.detail.withdraw, Qt.MouseButton.LeftButton)
        box = page.detail.findChild(QMessageBox)
        assert ("作废" in box.informativeText()) == (state == "RECEIVED")
        next(each for each in box.buttons() if each.text() == button).click()
        assert bool(wanted) == taken_back
        qtbot.waitUntil(lambda: page.detail.findChild(QMessageBox) is None)


def test_the_history_names_form_and_month_and_receipt(page) -> None:
    told = [text for _at, text in page.log_model.rows]
    sent = [text for text in told if text.startswith("上传合同台账（2026年")]
    assert sent
    assert all("平台已收到，回执 " in text for text in sent)
    assert any("退回了" in text for text in told)
    assert any("受理了" in text for text in told)


def test_a_report_filed_anew_is_shown_by_its_newest_revision_until_an_older_one_is_picked(page, filed) -> None:
    older = next(one for one in page._filings if one.revision == 1 and not one.newest)
    newer = next(one for one in page._filings if one.newest and (one.form, one.period) == (older.form, older.period))
    was_newest = replace(older, newest=True)
    at = page._filings.index(older)
    page.list.selectRow(at)
    page._filings[at] = was_newest  # as the page stood before the second revision was signed
    filed.touched(older.form)
    assert page._chosen() == newer
    assert page.detail._filing == newer
    page.list.selectRow(at)  # by hand
    filed.touched(older.form)
    assert page._chosen() == older


def test_the_buttons_of_a_filing_stand_where_they_stood_at_the_one_before(page, qtbot) -> None:
    places: dict[str, set[int]] = {"print": set(), "correct": set()}
    for number in range(len(page._filings)):
        page.list.selectRow(number)
        qtbot.waitUntil(lambda: page.detail.print.geometry().right() > 0)
        page.detail.layout().activate()
        for name, seen in places.items():
            button = getattr(page.detail, name)
            if button.isVisible():
                seen.add(button.geometry().right())
    assert [len(seen) for seen in places.values()] == [1, 1]
