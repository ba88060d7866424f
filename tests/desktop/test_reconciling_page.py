"""核销 in the window: receipts beside executions, proposals accepted one by one or together, differences told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.inputs.links import LinksInput
from desktop.pages.ledger import LedgerPage
from desktop.pages.reconciling import ReconcilingPage
from desktop.place import Place
from forms import ledger
from forms.book import Book

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.workspace import Workspace

TODAY = "2026-11-03"
RECEIPT = {"bank_name": "中国银行延吉支行", "payer_name": "한빛", "payer_country": "KOR", "ccy": "USD"}
PAID = {"exec_basis": "FX_RECEIPT", "payer_name": "한빛", "payer_country": "KOR", "ccy": "USD"}
KEY = Qt.Key


def number_of(number: int) -> str:
    return f"220000123426101000N{number:03}"


@pytest.fixture
def october(workspace: Workspace) -> Workspace:
    """One payment with its receipt, one that came in two parts, one in yen that no receipt tells of."""
    book = workspace.book
    for number, (day, amount) in enumerate((("10-09", "1000"), ("10-12", "600"), ("10-20", "700")), 1):
        row = {**RECEIPT, "bop_no": number_of(number), "received_on": f"2026-{day}", "amount_orig": amount}
        ledger.add_row(book, "JLFW-03A", row, as_of=TODAY)
    for contract, day, fields in (
        ("YJ-1", "10-09", {"amount_orig": "1000"}),
        ("YJ-2", "10-15", {"amount_orig": "1200"}),
        ("YJ-3", "10-16", {"amount_orig": "85000", "ccy": "JPY", "payer_name": "株式会社北斗"}),
    ):
        typed = PAID | {"contract_no": contract, "exec_on": f"2026-{day}"} | fields
        ledger.add_row(book, "JLFW-03", typed, as_of=TODAY)
    return workspace


@pytest.fixture
def page(qtbot: QtBot, october: Workspace) -> ReconcilingPage:
    made = ReconcilingPage(october)
    qtbot.addWidget(made)
    made.resize(1190, 692)
    made.show()
    made.bring_up_to_date()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, page: ReconcilingPage) -> None:
    qtbot.waitUntil(lambda: not page.is_reading)


def links(page: ReconcilingPage) -> list[str]:
    edition = page.workspace.catalogue.edition("JLFW-03")
    rows = ledger.read_rows(page.workspace.book, "JLFW-03")
    return [ledger.shown(edition, row, edition.by_id["receipt_links"]) for row in rows]


def executions(page: ReconcilingPage) -> list[tuple[str, str]]:
    rows = page.lists.executions.model().rows
    return [(row[1], row[6]) for row in rows]


def words(card: QWidget) -> str:
    return " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())


def differences(page: ReconcilingPage) -> list[tuple[str, ...]]:
    return [tuple(row) for row in page.lists.differences.model().rows]


def test_what_is_proposed_is_accepted_by_enter_and_taken_back_by_one_undo(page: ReconcilingPage, qtbot: QtBot) -> None:
    assert executions(page) == [("YJ-1", "有建议"), ("YJ-2", "未核销"), ("YJ-3", "未核销")]
    assert differences(page)[0] == ("YJ-1", "USD", "1,000.00", "0.00", "1,000.00", "1")
    assert differences(page)[-1] == ("本月合计", "USD", "2,200.00", "0.00", "2,200.00", "2")
    assert ("本月合计", "JPY", "85,000", "0", "85,000", "1") in differences(page)
    qtbot.keyClick(page.lists.executions, KEY.Key_Return)
    settle(qtbot, page)
    assert links(page) == [number_of(1), "", ""]
    assert executions(page) == [("YJ-2", "未核销"), ("YJ-3", "未核销")]
    assert page.pairing().execution.contract_no == "YJ-2"
    assert "撤销" in page.toast.text()
    page.step_back(forward=False)
    settle(qtbot, page)
    assert links(page) == ["", "", ""]
    assert executions(page)[0] == ("YJ-1", "有建议")


def test_two_receipts_are_put_in_by_space_an_amount_is_changed_and_what_stays_open_is_told(
    page: ReconcilingPage, qtbot: QtBot
) -> None:
    page.lists.executions.selectRow(1)
    receipts = [row[0] for row in page.lists.receipts.model().rows]
    for number in (2, 3):
        at = [row[0] for row in page.lists.receipts.model().rows].index(number_of(number))
        page.lists.receipts.selectRow(at)
        qtbot.keyClick(page.lists.receipts, KEY.Key_Space)
    assert sorted(receipts) == [number_of(1), number_of(2), number_of(3)]
    assert {name: box.text() for name, box in page.pair.boxes.items()} == {
        number_of(2): "600.00",
        number_of(3): "600.00",
    }
    assert executions(page)[1] == ("YJ-2", "改了未接受")
    qtbot.keyClick(page.lists.executions, KEY.Key_F2)
    second = page.pair.boxes[number_of(3)]
    second.setFocus()
    second.selectAll()
    qtbot.keyClicks(second, "500")
    assert page.pair.sum.text() == "差额 100.00"
    qtbot.keyClick(second, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert links(page) == ["", f"{number_of(2)}=600.00、{number_of(3)}=500.00", ""]
    assert executions(page)[1] == ("YJ-2", "部分核销")
    assert ("YJ-2", "USD", "1,200.00", "1,100.00", "100.00", "1") in differences(page)
    left = {row[0]: row[3] for row in page.lists.receipts.model().rows}
    assert left[number_of(3)] == "USD 200.00"


def test_what_does_not_come_out_is_said_and_not_accepted(page: ReconcilingPage, qtbot: QtBot) -> None:
    box = page.pair.boxes[number_of(1)]
    for typed, said in (("很多", "不能识别"), ("0", "不能识别"), ("1000.01", "超过了执行金额")):
        box.selectAll()
        box.clear()
        box.setText("")
        qtbot.keyClicks(box, typed) if typed.isascii() else (box.setText(typed), box.textEdited.emit(typed))
        assert said in page.pair.said.text()
        assert not page.pair.go.isEnabled()
        qtbot.keyClick(page.lists.executions, KEY.Key_Return)
        assert links(page) == ["", "", ""]
    page.lists.executions.selectRow(2)
    page.lists.receipts.selectRow(0)
    qtbot.keyClick(page.lists.receipts, KEY.Key_Space)
    assert "币种不同" in page.toast.text()
    page.lists.executions.selectRow(0)
    assert page.pair.boxes[number_of(1)].text() == "1000.01"  # what was typed stays until it is put back
    page.pair.again.click()
    assert page.pair.boxes[number_of(1)].text() == "1,000.00"


def test_all_proposals_are_one_step_but_not_what_a_person_works_at(page: ReconcilingPage, qtbot: QtBot) -> None:
    typed = PAID | {"contract_no": "YJ-4", "exec_on": "2026-10-21", "amount_orig": "700"}
    ledger.add_row(page.workspace.book, "JLFW-03", typed, as_of=TODAY)
    page.workspace.touched("JLFW-03")
    settle(qtbot, page)
    assert page.all_go.text() == "接受全部 2 笔建议"
    page.pair.clear.click()
    assert page.all_go.text() == "接受全部 1 笔建议"
    page.all_go.click()
    settle(qtbot, page)
    assert links(page) == ["", "", "", number_of(3)]
    assert executions(page)[0] == ("YJ-1", "改了未接受")
    page.step_back(forward=False)
    settle(qtbot, page)
    assert links(page) == ["", "", "", ""]


def test_a_link_is_taken_away_again_and_an_even_execution_is_found_under_all(
    page: ReconcilingPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.lists.executions, KEY.Key_Return)
    settle(qtbot, page)
    page.all_chip.click()
    assert executions(page)[0] == ("YJ-1", "已核销")
    page.lists.executions.selectRow(0)
    assert not page.pair.go.isEnabled()
    page.pair.clear.click()
    page.pair.go.click()
    settle(qtbot, page)
    assert links(page) == ["", "", ""]


def test_keys_lead_to_the_next_open_one_and_a_difference_to_its_executions(page: ReconcilingPage, qtbot: QtBot) -> None:
    assert page.step_problem(forward=True)
    assert page.pairing().execution.contract_no == "YJ-2"
    page.step_problem(forward=False)
    page.step_problem(forward=False)
    assert page.pairing().execution.contract_no == "YJ-3"
    page.lists.differences.selectRow(1)
    qtbot.keyClick(page.lists.differences, KEY.Key_Return)
    assert page.pairing().execution.contract_no == "YJ-2"
    page.focus_filter()
    qtbot.keyClicks(page.box, "YJ-3")
    assert executions(page) == [("YJ-3", "未核销")]


def test_what_the_province_accepted_is_shown_and_kept(page: ReconcilingPage, qtbot: QtBot) -> None:
    with page.workspace.book.transaction() as db:
        db.execute("UPDATE executions SET settled = 1 WHERE contract_no = 'YJ-1'")
    page.workspace.touched("JLFW-03")
    settle(qtbot, page)
    assert executions(page)[0] == ("YJ-1", "已受理")
    assert not page.pair.go.isEnabled()
    assert not page.pair.clear.isEnabled()


def test_a_book_that_is_only_read_is_shown_only(qtbot: QtBot, october: Workspace) -> None:
    path = october.book.path
    october.let_go()
    october._take(Book.open(path, readonly=True))
    october.set_period("2026-10")
    page = ReconcilingPage(october)
    qtbot.addWidget(page)
    page.show()
    page.bring_up_to_date()
    settle(qtbot, page)
    assert executions(page)[0] == ("YJ-1", "有建议")
    assert page.all_go.isHidden()
    qtbot.keyClick(page.lists.executions, KEY.Key_Return)
    assert links(page) == ["", "", ""]


def test_it_is_reached_from_the_ledgers_at_the_current_row_and_leads_back(page: ReconcilingPage, qtbot: QtBot) -> None:
    space = page.workspace
    places: list[Place] = []
    space.placeWanted.connect(places.append)
    executed = LedgerPage(space, "JLFW-03")
    qtbot.addWidget(executed)
    executed.resize(1190, 692)
    executed.show()
    executed.bring_up_to_date()
    qtbot.waitUntil(lambda: bool(executed.checks.checked_at))
    executed.view.select_cell(1, executed.model.place_of["receipt_links"])
    qtbot.keyClick(executed.view, KEY.Key_F4)
    qtbot.waitUntil(lambda: bool(places))
    second = ledger.read_rows(space.book, "JLFW-03")[1]["uid"]
    assert places == [Place("JLFW-03", "2026-10", second, page="reconciling")]
    assert executed.findChildren(LinksInput)
    named = {one.accessibleName(): one for one in executed.bar.findChildren(QPushButton)}
    named["核销"].click()
    assert places[-1] == places[0]
    space.set_period("2026-09")
    with qtbot.waitSignal(space.pageWanted) as wanted:  # a row of another month does not turn the month
        named["核销"].click()
    assert wanted.args == ["reconciling"]
    space.set_period("2026-10")
    settle(qtbot, page)
    page.show_place(places[0])
    assert page.pairing().execution.contract_no == "YJ-2"
    page.pair.place.click()
    assert places[-1] == Place("JLFW-03", "2026-10", second, "receipt_links")


def test_a_receipt_of_its_ledger_is_the_current_one(page: ReconcilingPage) -> None:
    third = ledger.read_rows(page.workspace.book, "JLFW-03A")[2]
    page.show_place(Place("JLFW-03A", "2026-10", third["uid"], page="reconciling"))
    assert page.receipt().number == number_of(3)
    assert page.lists.receipts.hasFocus()


def test_an_execution_of_another_kind_is_not_sought_in_vain(page: ReconcilingPage) -> None:
    typed = PAID | {"contract_no": "YJ-5", "exec_on": "2026-10-22", "amount_orig": "10", "exec_basis": "ACCEPTED"}
    uid = ledger.add_row(page.workspace.book, "JLFW-03", typed, as_of=TODAY)
    page.show_place(Place("JLFW-03", "2026-10", uid, page="reconciling"))
    assert "不用核销" in page.toast.text()


def test_a_month_without_executions_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    page = ReconcilingPage(workspace)
    qtbot.addWidget(page)
    page.resize(858, 420)
    page.show()
    page.bring_up_to_date()
    settle(qtbot, page)
    assert page.lists.even.isVisibleTo(page)
    assert "换报告期" in page.lists.even.text()
    assert (page.lists.open.text(), page.lists.left.text()) == ("暂无", "暂无")
    assert page.findChildren(QLineEdit) == [page.box]


def test_a_month_all_reconciled_tells_how_to_see_it(qtbot: QtBot, workspace: Workspace) -> None:
    book = workspace.book
    row = {**RECEIPT, "bop_no": number_of(1), "received_on": "2026-10-09", "amount_orig": "1000"}
    ledger.add_row(book, "JLFW-03A", row, as_of=TODAY)
    ledger.add_row(
        book, "JLFW-03", PAID | {"contract_no": "YJ-1", "exec_on": "2026-10-09", "amount_orig": "1000"}, as_of=TODAY
    )
    page = ReconcilingPage(workspace)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    settle(qtbot, page)
    qtbot.keyClick(page.lists.executions, KEY.Key_Return)
    settle(qtbot, page)
    assert executions(page) == []
    # Qt shows a label put into a layout a turn later.
    qtbot.waitUntil(lambda: "本月 1 笔执行都已核销" in words(page.pair))
    assert page.lists.open.text() == page.lists.left.text() == "全部核销"
    assert "金额相符" in page.lists.even.text()
    page.show_all()
    assert executions(page) == [("YJ-1", "已核销")]
