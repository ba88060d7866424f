"""The calm bars about the scheme: what a person sees of packs and of a year whose holidays nobody knows yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent

from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.settings import Settings
from forms import in_use

TODAY = "2026-11-03"


@pytest.fixture(autouse=True)
def _fresh_choice():
    in_use.refresh()
    yield
    in_use.refresh()


@pytest.fixture
def window(qapp, qtbot, book):
    """A window with a Book open."""
    book.put("demo.as_of", TODAY)
    book.close()
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.watch = BookNotices(made)
    made.show()
    made.open_book(book.path)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_says_where_deadlines_count_weekends_alone(window):
    window.workspace.set_period("2026-10")
    assert "calendar" not in window.notices.said()
    window.workspace.set_period("2028-03")
    assert "2028年的节假日安排" in window.notices.said()["calendar"]
    window.workspace.set_period("2026-10")
    assert "calendar" not in window.notices.said()
