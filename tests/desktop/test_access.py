"""Everything by keyboard and by ear: names, the way of Tab, a focus one can see, keys that mean one thing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import background, languages
from desktop.access import complete, follow_selection, hear_writing
from desktop.app import dress, make_window
from desktop.pages.plain_table import TextModel
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.window import Window
    from desktop.workspace import Workspace

FORMS = ("form:JLFW-02", "form:JLFW-03", "form:JLFW-05", "form:JLFW-04")
PAGES = (
    "home",
    *FORMS,
    "submit",
    "records",
    "reconciling",
    "statistics",
    "profile",
    "settings",
    "help",
    "messages",
    "backups",
    "policy",
    "agency",
)
MOST = 400  # widgets of a page
CARET = 40  # pixels that a text cursor changes, and no ring


@pytest.fixture
def window(qapp, qtbot: QtBot, contracts: Workspace) -> Iterator[Window]:
    """Open six contracts in the window."""
    path = contracts.book.path
    contracts.close()
    languages.speak_for_qt(qapp)
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.resize(1366, 768)
    made.show()
    made.open_book(path)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()
    made.workspace.close()
    made.deleteLater()


def calm(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())
    QApplication.processEvents()


def stops(window: Window) -> list[QWidget]:
    """Every widget that shows and takes the focus by Tab."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]


def way_of_tab(window: Window) -> list[QWidget]:
    """Where Tab goes until it comes back; it must come back. A text may keep it for each of its links."""
    window.navigation.view.setFocus()
    way = [window.focusWidget()]
    for _ in range(MOST):
        way[-1].focusNextPrevChild(True)
        if window.focusWidget() is way[0]:
            return way
        if window.focusWidget() is not way[-1]:
            assert window.focusWidget() not in way, f"Tab goes round at {name_of(window.focusWidget())}"
            way.append(window.focusWidget())
    pytest.fail(f"Tab stays at {name_of(way[-1])}")


def by_arrows(one: QWidget, way: list[QWidget]) -> bool:
    """Whether arrows lead here: one of several choices, of which Tab stops at the chosen one."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() in way


@pytest.mark.parametrize("page", PAGES)
def test_every_stop_of_tab_is_named_and_reached_and_seen(window: Window, qtbot: QtBot, page: str) -> None:
    window.show_page(page)
    calm(qtbot)
    wanted = stops(window)
    silent = [one for one in wanted if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)]
    assert silent == []
    way = way_of_tab(window)
    assert [name_of(one) for one in wanted if one not in way and not by_arrows(one, way)] == []
    for mode in ("light", "dark"):
        dress(QApplication.instance(), Settings(), mode)
        calm(qtbot)
        way = way_of_tab(window)  # the help beside a form is made anew for each field
        there = (one for one in way if shiboken6.isValid(one) and one.isVisible())
        assert [name_of(one) for one in there if not ring(one, window)] == [], mode


def name_of(one: QWidget) -> str:
    return f"{type(one).__name__} {one.accessibleName() or getattr(one, 'text', str)()}"


def ring(one: QWidget, window: Window) -> bool:
    """Whether the focus changes more of the picture than a text cursor would."""
    window.activateWindow()  # without a window manager a list that closed leaves no window active
    QApplication.processEvents()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert one.hasFocus(), name_of(one)
    with_focus = one.grab().toImage()
    one.clearFocus()
    without = one.grab().toImage()
    pixels = zip(*(memoryview(picture.constBits()).cast("I") for picture in (with_focus, without)), strict=True)
    return sum(one != other for one, other in pixels) > CARET


def test_no_key_means_two_things(window: Window, qtbot: QtBot) -> None:
    for page in PAGES:
        window.show_page(page)
        calm(qtbot)
        shown = [
            one
            for one in window.findChildren(QShortcut)
            if one.context() == Qt.ShortcutContext.WindowShortcut and one.parent().isVisible()
        ]
        keys = Counter(key.toString() for one in shown for key in one.keys())  # noqa: SIM118  no dict
        assert [key for key, times in keys.items() if times > 1] == [], page
        words = [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()]
        assert [text for text in words if "&" in text.replace("&&", "")] == [], page  # no letter stands for a button


def test_a_button_without_words_says_itself(window: Window, qtbot: QtBot) -> None:
    window.resize(910, 512)
    for page in PAGES:
        window.show_page(page)
        calm(qtbot)
        bare = [
            one
            for one in window.findChildren(QAbstractButton)
            if one.isVisible() and not one.text() and not isinstance(one.parent(), QTableView | QLineEdit | QComboBox)
        ]
        assert [name_of(one) for one in bare if not (one.accessibleName() and one.toolTip())] == [], page


def test_f6_leaves_the_grid_and_escape_closes_a_dialog(window: Window, qtbot: QtBot) -> None:
    window.show_page("form:JLFW-02")
    calm(qtbot)
    page = window.page()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F6)
    assert window.focusWidget() is not page.view
    page.print_form()
    preview = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


# -- what assistive technology does


def test_what_assistive_technology_selects_becomes_current(themed, qtbot: QtBot) -> None:
    model = TextModel(["报表", "状态"])
    model.fill([["合同台账", "待报送"], ["执行台账", "已报送"], ["资质认证", "填报中"]])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    picked: list[int] = []
    follow_selection(view, lambda index: picked.append(index.row()))
    view.selectRow(0)
    QApplication.processEvents()
    assert (view.currentIndex().row(), picked) == (0, [])  # a person's own step is no news
    last = QItemSelection(model.index(2, 0), model.index(2, 1))
    view.selectionModel().select(last, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: picked == [2])
    assert view.currentIndex().row() == 2


def test_a_text_that_assistive_technology_writes_is_heard_and_typing_is_not(
    themed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtGui.QAccessible.isActive", lambda: True)
    box = QLineEdit()
    qtbot.addWidget(box)
    heard: list[str] = []
    hear_writing(box, lambda: heard.append(box.text()))
    qtbot.keyClicks(box, "typed")
    QApplication.processEvents()
    assert heard == []
    box.setText("已与合同核对")
    qtbot.waitUntil(lambda: heard == ["已与合同核对"])


def test_what_qt_leaves_unnamed_is_named(themed, qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    line, choice = QLineEdit(), QComboBox()
    column = QVBoxLayout(root)
    for one, name in ((line, "筛选"), (choice, "金额单位")):
        one.setAccessibleName(name)
        column.addWidget(one)
    line.setClearButtonEnabled(True)
    complete(root)
    assert [one.accessibleName() for one in line.findChildren(QToolButton)] == ["清除"]
    assert choice.accessibleDescription() == "金额单位"  # its name is the choice, on Linux
