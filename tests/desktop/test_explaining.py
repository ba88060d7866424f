"""The explanation of a warning is written where one looks at it: in a ledger, in a report, on one that came back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop import background
from desktop.pages.card import CardPage
from desktop.pages.ledger import LedgerPage
from desktop.pages.problem_panel import FINDINGS
from desktop.pages.records import RecordsPage
from desktop.place import Place
from forms import checks, explanations, filing, ledger

CONTRACTS, MONTHLY = "JLFW-02", "JLFW-04"
TODAY, MONTH, BEFORE = "2026-11-03", "2026-10", "2026-09"
TWINS, LARGE, LATE = "F02-001", "F02-011", "F02-016"
REASON = "已与甲方逐份核对，合同金额和份数属实。"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def unusual(contracts, contract):
    """Two contracts of this month and one of the last are very large, but right."""
    for number, day in ((7, "2026-10-20"), (8, "2026-10-21"), (9, "2026-09-20")):
        typed = contract(number, amount_orig="125000001", signed_on=day, effective_on=day)
        ledger.add_row(contracts.book, CONTRACTS, typed, as_of=TODAY)
    return contracts


@pytest.fixture
def page(qtbot, unusual):
    """Show the contracts, checked."""
    made = opened(qtbot, LedgerPage(unusual, CONTRACTS))
    qtbot.waitUntil(lambda: bool(lines(made, LARGE)))
    return made


def opened(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    with qtbot.waitExposed(page):
        page.activateWindow()
    quiet(qtbot)
    return page


def quiet(qtbot):
    qtbot.waitUntil(lambda: not background.busy())


def lines(page, rule, period=MONTH):
    found = page.panel.models[FINDINGS].problems
    return [one for one in found if (one.rule, one.period) == (rule, period)]


def kept(book):
    return {(row["period"], row["rule"]): row["text"] for row in book.db.execute("SELECT * FROM explanations")}


def said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def test_a_warning_is_explained_under_its_line_and_the_next_one_follows(page, qtbot, type_text):
    assert not page.panel.explain_button.isVisible()
    page.panel.chosen.emit(lines(page, LARGE)[0])
    qtbot.mouseClick(page.panel.explain_button, Qt.MouseButton.LeftButton)
    field = page.explaining.field
    assert QApplication.focusWidget() is field.box
    assert "2026年10月本项核实的全部 2 处" in said(field)
    type_text(field.box, REASON)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert kept(page.workspace.book) == {(MONTH, LARGE): REASON}
    assert [one.explained for one in lines(page, LARGE)] == [True, True]
    assert not any(one.explained for one in lines(page, LARGE, BEFORE))  # each month has words of its own
    assert field.isVisible()
    assert field.box.text() == ""  # the next warning that lacks its words
    assert QApplication.focusWidget() is field.box
    quiet(qtbot)
    counted = page.workspace.book.db.execute(
        "SELECT warnings - unexplained FROM checked WHERE form = ? AND period = ?", (CONTRACTS, MONTH)
    )
    assert counted.fetchone()[0] == 2


def test_the_keyboard_alone_is_enough(page, qtbot, type_text):
    row = next(one for one in lines(page, LARGE))
    page.view.select_cell(row.pos - 1, page.model.place_of["amount_orig"])
    qtbot.keyClick(page.view, Qt.Key.Key_F2, SHIFT)
    box = page.explaining.field.box
    assert QApplication.focusWidget() is box
    type_text(box, "算了")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.view
    assert not page.explaining.field.isVisible()
    assert kept(page.workspace.book) == {}
    for _ in (LARGE, TWINS, LATE):
        qtbot.keyClick(page.view, Qt.Key.Key_F2, SHIFT)
        while QApplication.focusWidget() is box:
            type_text(box, REASON)
            qtbot.keyClick(box, Qt.Key.Key_Return)
    assert set(kept(page.workspace.book)) == {(MONTH, LARGE), (MONTH, TWINS), (BEFORE, LARGE), (BEFORE, LATE)}
    assert "都已说明" in page.toast.text()


def test_too_few_words_are_refused_where_they_were_typed(page, qtbot, type_text):
    page.explaining.begin()
    field = page.explaining.field
    type_text(field.box, "属实")
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert "不少于10个字" in field.refusal.text()
    assert field.refusal.isVisible()
    assert kept(page.workspace.book) == {}
    assert field.box.text() == "属实"  # nothing typed is lost


def test_the_words_of_the_month_before_are_offered(page, qtbot):
    explanations.explain(page.workspace.book, CONTRACTS, BEFORE, LARGE, REASON)
    page.panel.chosen.emit(lines(page, LARGE)[0])
    page.explaining.begin()
    field = page.explaining.field
    assert field.take.isVisible()
    assert REASON in field.box.placeholderText()
    qtbot.keyClick(field.box, Qt.Key.Key_D, CONTROL)
    assert kept(page.workspace.book)[MONTH, LARGE] == REASON


def test_an_error_offers_no_words(page):
    error = next(one for one in page.panel.models[FINDINGS].problems if one.severity == "error" and one.pos == 1)
    page.panel.chosen.emit(error)
    assert not page.panel.explain_button.isVisible()


def test_f8_passes_by_what_was_explained(page):
    warnings = [one for one in page.panel.models[FINDINGS].problems if one.severity == "warning"]
    explanations.explain(page.workspace.book, CONTRACTS, MONTH, LARGE, REASON)
    page.checks.relist()
    assert not {one.rule for one in page.panel.problems() if one.period == MONTH} & {LARGE}
    listed = page.panel.models[FINDINGS].problems
    assert len([one for one in listed if one.severity == "warning"]) == len(warnings)
    index = page.panel.models[FINDINGS].index(listed.index(lines(page, LARGE)[0]), 4)
    assert index.data().startswith("已说明：")


def test_a_report_takes_the_words_beside_its_figure(unusual, qtbot, type_text):
    figures = {"total_revenue": "100", "so_revenue": "50", "so_revenue_off": "0"}
    ledger.set_card(unusual.book, MONTHLY, MONTH, figures, as_of=TODAY)
    page = opened(qtbot, CardPage(unusual, MONTHLY))
    page.check()
    quiet(qtbot)
    found = [one for one in page.model.marks.findings() if one.severity == "warning" and one.field]
    assert found
    page.go_to_field(found[0].field)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2, SHIFT)
    field = page.explaining.field
    assert QApplication.focusWidget() is field.box
    type_text(field.box, REASON)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert kept(unusual.book)[MONTH, found[0].rule] == REASON
    field.put_away()
    qtbot.waitUntil(lambda: REASON in said(page.help))
    assert QApplication.focusWidget() is page.entered.input


def came_back(book):
    """File the month and have it returned."""
    explanations.explain(book, CONTRACTS, MONTH, LARGE, "合同金额属实，已核对无误。")
    checks.check(book, period=MONTH, as_of=TODAY)
    draft = filing.compose(book, CONTRACTS, MONTH, as_of=TODAY, key_id="k")
    with book.transaction() as db:
        filing.store(book, draft, filing.canonical(draft.document), b"", "k")
        db.execute("INSERT INTO standing VALUES (?, 'RETURNED', '2026-11-02T01:00:00Z')", (draft.document["id"],))


def test_a_returned_report_is_explained_from_the_records(unusual, qtbot, type_text):
    book = unusual.book
    came_back(book)
    records = opened(qtbot, RecordsPage(unusual))
    records.show_place(Place(CONTRACTS, MONTH))
    with qtbot.waitSignal(unusual.placeWanted) as went:
        qtbot.mouseClick(records.detail.explain, Qt.MouseButton.LeftButton)
    page = LedgerPage(unusual, CONTRACTS)
    qtbot.addWidget(page)
    page.resize(1190, 692)
    page.show()
    page.bring_up_to_date()
    page.show_place(went.args[0])
    with qtbot.waitExposed(page):
        page.activateWindow()
    field = page.explaining.field
    qtbot.waitUntil(field.isVisible)
    assert QApplication.focusWidget() is field.box
    type_text(field.box, REASON)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert REASON in kept(book).values()
    quiet(qtbot)


def test_a_report_that_is_under_way_offers_no_words_in_the_records(unusual, qtbot):
    came_back(unusual.book)
    unusual.book.db.execute("UPDATE standing SET state = 'RECEIVED'")
    records = opened(qtbot, RecordsPage(unusual))
    assert not records.detail.explain.isVisible()
    unusual.book.db.execute("UPDATE standing SET state = 'RETURNED'")
    records.refresh()
    assert records.detail.explain.isVisible()
