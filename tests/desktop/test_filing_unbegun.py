"""Filing earlier months along of which a report was never begun: the page says before filing what holds it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent

from desktop import background, demo
from desktop.app import dress, make_window
from desktop.settings import Settings
from forms import ledger

PERIOD, EARLIER, REPORT = "2026-02", "2026-01", "JLFW-06"


@pytest.fixture
def window(qapp, qtbot, demo_of, tmp_path):
    """Open the demo firm, mended and explained, nothing filed; nobody has begun the report of staff of January."""
    made = demo_of(tmp_path / "demo", period=PERIOD)
    dress(qapp, Settings(), "light")
    shown = make_window(Settings())
    shown.show()
    assert shown.open_book(made.book)
    book = shown.workspace.book
    ledger.delete_rows(book, REPORT, [ledger.card_row(book, REPORT, EARLIER)["uid"]])
    shown.workspace.with_earlier = True
    shown.show_page("submit")
    qtbot.waitUntil(lambda: not background.busy())
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close_provinces()


def test_a_report_nobody_began_is_told_among_the_errors_and_holds_the_button(window):
    page = window.page()
    assert [(one.form, one.period) for one in page._before if one.errors] == [(REPORT, EARLIER)]
    assert page._errors.keys() == {(REPORT, EARLIER)}
    assert page.errors.isVisible()
    assert not page.submit.isEnabled()
    assert page.why.text().startswith("还不能报送。错误须修改：其他月份 1 处")


def test_once_it_was_begun_and_filled_all_may_be_filed(window, qtbot):
    book, page = window.workspace.book, window.page()
    later = ledger.card_row(book, REPORT, PERIOD)
    fields = book.catalogue.edition(REPORT, EARLIER).stored_fields
    ledger.set_card(book, REPORT, EARLIER, {one.id: later[one.id] for one in fields}, as_of=window.workspace.as_of)
    window.workspace.touched(REPORT)
    page.refresh()
    qtbot.waitUntil(lambda: not background.busy())
    assert (REPORT, EARLIER) not in page._errors


def test_the_month_alone_is_not_held_by_what_january_lacks(window, qtbot):
    page = window.page()
    page.earlier.click()
    qtbot.waitUntil(lambda: not background.busy())
    assert page._errors == {}
