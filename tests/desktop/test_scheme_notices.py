"""The calm bars about the scheme: what a person sees of packs and of a year whose holidays nobody knows yet."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton

from desktop.app import dress, make_window
from desktop.book_notices import BookNotices
from desktop.pages.scheme_dialog import SchemeDialog
from desktop.settings import Settings
from forms import in_use
from forms.scheme import building
from forms.scheme.shelf import Shelf
from sync.endpoint.demo import start_demo
from sync.endpoint.keys import PROVINCE_KEY_FILE, load_or_create_key
from sync.enrolment import enroll

TODAY = "2026-11-03"


@pytest.fixture(autouse=True)
def _fresh_choice():
    in_use.refresh()
    yield
    in_use.refresh()


@pytest.fixture
def province(tmp_path):
    """A demonstration endpoint with a pack that moves the deadline to the 8th."""
    folder = tmp_path / "province"
    desk = tmp_path / "desk"
    for part in ("definitions", "codelists"):
        shutil.copytree(in_use.SHIPPED.parent / part, desk / part)
    parameters = desk / "definitions" / "scheme" / "parameters.toml"
    parameters.write_text(parameters.read_text("utf-8").replace("month_day = 5 ", "month_day = 8 "), "utf-8")
    folder.mkdir()
    key = load_or_create_key(folder / PROVINCE_KEY_FILE)
    pack = tmp_path / "2026.2.zbscheme"
    pack.write_bytes(building.build(desk, building.Edition("2026.2", 2, "2026-07", demo=True), key))
    Shelf(folder / "schemes").install(pack, {key.public.hex()})
    with start_demo(folder, as_of=TODAY, script="accept-all") as running:
        yield running


@pytest.fixture
def window(qapp, qtbot, book, monkeypatch):
    """A window with a Book open, whose province is not the demonstration's own."""
    monkeypatch.setattr("desktop.demo.keep_province", lambda *_: None)
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


def press(window, word):
    """Press a button of the bar about the pack."""
    bar = window.notices._bars["scheme"]
    next(one for one in bar.findChildren(QPushButton) if one.text() == word).click()


def synced(window, qtbot):
    with qtbot.waitSignal(window.workspace.synced):
        window.workspace.sync()


def test_a_newer_pack_is_told_looked_at_put_off_and_installed(window, province, qtbot):
    space = window.workspace
    enroll(space.book, province.code(space.book.firm.uscc))
    synced(window, qtbot)
    assert window.notices.said()["scheme"] == "省平台有新的制度包 2026.2。"

    press(window, "查看变化")
    qtbot.waitUntil(lambda: bool(window.findChildren(SchemeDialog)))
    [dialog] = window.findChildren(SchemeDialog)
    assert dialog.model.rows == [("deadlines.month_day", "参数 deadlines.month_day：5 → 8")]
    dialog.reject()

    press(window, "以后")
    assert "scheme" not in window.notices.said()
    synced(window, qtbot)
    assert "scheme" not in window.notices.said()

    space.book.put("scheme.later", None)
    synced(window, qtbot)
    press(window, "安装")
    qtbot.waitUntil(lambda: "已安装" in window.notices.said().get("scheme", ""))
    assert space.book.catalogue.scheme.parameters["deadlines"]["month_day"] == 8
    assert space.book.catalogue.scheme.version
    synced(window, qtbot)
    assert "新的制度包" not in window.notices.said().get("scheme", "")


def test_a_damaged_pack_is_told_over_the_pages(window, province, qtbot):
    space = window.workspace
    enroll(space.book, province.code(space.book.firm.uscc))
    synced(window, qtbot)
    press(window, "安装")
    qtbot.waitUntil(lambda: "已安装" in window.notices.said().get("scheme", ""))
    [rules] = in_use.root().glob("*/definitions/general.rules.toml")
    rules.write_bytes(rules.read_bytes() + b"#")
    path = space.book.path
    window.let_go()
    in_use.refresh()
    window.open_book(path)
    assert "已改用程序自带的制度" in window.notices.said()["damaged-scheme"]
