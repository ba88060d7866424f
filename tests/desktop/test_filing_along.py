"""Filing a month whose earlier months were never filed: what it needs of them, what goes along, what is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QPushButton

from desktop import background, demo
from desktop.app import dress, make_window
from desktop.settings import Settings
from forms import series
from sync import exchange, sealing

PERIOD = "2026-02"


@pytest.fixture
def window(qapp, qtbot, demo_of, tmp_path):
    """Open the demo firm, mended and explained, nothing filed; the page 审核与报送, this month only."""
    made = demo_of(tmp_path / "demo", period=PERIOD)
    dress(qapp, Settings(), "light")
    shown = make_window(Settings())
    shown.show()
    assert shown.open_book(made.book)
    shown.workspace.with_earlier = False
    shown.show_page("submit")
    quiet(qtbot)
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close_provinces()


def quiet(qtbot):
    qtbot.waitUntil(lambda: not background.busy())


def filed(window, qtbot):
    """Press 报送 and wait; gives the dialog."""
    window.page().submit.click()
    qtbot.waitUntil(lambda: window.page()._dialog is not None)
    dialog = window.page()._dialog
    qtbot.waitUntil(lambda: dialog.done_button.isVisibleTo(dialog))
    quiet(qtbot)
    return dialog


def test_contracts_of_an_earlier_month_are_offered_and_go_along(window, qtbot):
    page = window.page()
    said = "执行台账 2026年2月 用到 2026年1月登记的合同，这个月的合同台账还没有报送；请一并补报"
    assert page.lacking.text() == said
    assert page.needed.isVisible()
    assert page.needed.isChecked()
    assert page.submit.isEnabled()
    outcome = filed(window, qtbot).outcome
    late = [(one.form, one.period) for one in outcome.filed.filed if one.late]
    assert late == [("JLFW-02", "2026-01")]
    assert outcome.receipts == len(outcome.filed.filed) > 1
    assert outcome.report.refused == 0


def test_without_these_contracts_the_form_is_held_and_the_reason_stands_beside_the_button(window, qtbot):
    page = window.page()
    page.needed.click()
    quiet(qtbot)
    assert not page.submit.isEnabled()
    assert page.why.isVisible()
    assert "用到 2026年1月登记的合同" in page.why.text()
    execution = next(box for box, one in page.ready._boxes if one.form == "JLFW-03")
    execution.click()
    assert page.submit.isEnabled()
    assert not page.why.isVisible()


def test_all_that_was_counted_goes_along_whatever_is_ticked_of_the_month(window, qtbot):
    page = window.page()
    page.earlier.click()
    quiet(qtbot)
    for box, one in page.ready._boxes:
        box.setChecked(one.form == "JLFW-05")
    assert not page.submit.isEnabled()
    assert "要等企业信息先上报" in page.why.text()
    next(box for box, one in page.ready._boxes if one.form == "JLFW-01").setChecked(True)
    owed = series.earlier_unfiled(window.workspace.book, PERIOD)
    assert f"{len(owed)} 张" in page.earlier.text()
    done = filed(window, qtbot).outcome.filed.filed
    assert [(one.form, one.period) for one in done] == [("JLFW-01", PERIOD[:4]), *owed, ("JLFW-05", PERIOD)]


def test_earlier_months_can_be_filed_after_the_present_one_is_done(window, qtbot):
    filed(window, qtbot).accept()
    left = series.earlier_unfiled(window.workspace.book, PERIOD)
    assert left
    page = window.page()
    quiet(qtbot)
    assert not page.submit.isEnabled()  # the demonstration returns the monthly report, and nobody has touched it
    assert page.why.text().startswith("收入与执行月报退回后还没有改动，不会原样再报")
    window.show_page("home")
    window.page().table._earlier_link.click()
    quiet(qtbot)
    assert window.page() is page
    assert page.earlier.isChecked()
    assert page.submit.isEnabled()
    assert [(one.form, one.period) for one in filed(window, qtbot).outcome.filed.filed] == left


def test_filing_waits_for_the_check_of_what_was_typed_last(window, qtbot):
    space, page = window.workspace, window.page()
    space.book.db.execute("DELETE FROM explanations WHERE period = ?", (PERIOD,))
    space.result = None
    page.outdate()
    quiet(qtbot)
    waiting = [box for box in page.explain._inputs.values() if box.property("state") == "warning"]
    while len(waiting) > 1:
        waiting[0].setText("已与合同、收款凭证逐笔核对，情况属实。")
        waiting[0].editingFinished.emit()
        quiet(qtbot)
        waiting = [box for box in page.explain._inputs.values() if box.property("state") == "warning"]
    before = {one.form for one in page.ready.chosen()}
    waiting[0].setText("已与合同、收款凭证逐笔核对，情况属实。")
    waiting[0].editingFinished.emit()
    assert space.is_checking
    page.begin()
    assert page._dialog is None
    qtbot.waitUntil(lambda: page._dialog is not None)
    dialog = page._dialog
    qtbot.waitUntil(lambda: dialog.done_button.isVisibleTo(dialog))
    quiet(qtbot)
    done = {one.form for one in dialog.outcome.filed.filed if not one.late}
    assert done > before


def test_what_got_no_receipt_is_listed_with_the_way_to_it(window, qtbot):
    """January's contracts are with nobody: the province refuses what uses them and holds the report behind it."""
    space = window.workspace
    places = series.earlier_unfiled(space.book, PERIOD)
    with space.book.sibling() as book:
        sealing.file_period(book, PERIOD, forms=["JLFW-01"], along=places[:1], as_of=space.as_of)
        exchange.withdraw(book, *places[0])
        book.db.execute("UPDATE standing SET state = 'QUEUED' WHERE state = 'ABANDONED'")  # as if it were under way
    dialog = filed(window, qtbot)
    held = {(one.form, one.period): one for one in dialog.outcome.held}
    refused = held["JLFW-03", PERIOD]
    assert refused.refused
    assert dialog.outcome.receipts == len(dialog.outcome.filed.filed) - len(held)
    assert "在合同台账中找不到" in refused.why
    shown = {one.accessibleName(): one for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog)}
    assert any(name.startswith("查看 ") for name in shown)
    shown["去修改 执行台账 2026年2月"].click()
    assert window.navigation.page() == "form:JLFW-03"
    assert window.page().view.currentIndex().isValid()


def test_errors_are_listed_with_their_month(window, qtbot):
    book = window.workspace.book
    book.db.execute("UPDATE contracts SET client_name = NULL WHERE period = ?", (PERIOD,))
    window.workspace.result = None
    window.page().outdate()
    quiet(qtbot)
    texts = [one.text() for one in window.page().errors.findChildren(QLabel)]
    assert any(text.startswith("合同台账 2026年2月　") for text in texts), texts
