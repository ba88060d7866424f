"""The window around the pages: first run, keys, counts, what the start may load."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from desktop import background, languages, theme
from desktop.app import dress, make_window
from desktop.catalogue_of_pages import FIRST_RUN
from desktop.navigation import Badge
from desktop.pages.submit_ready import ReadyGroup
from desktop.place import Place
from desktop.settings import Settings, load_settings
from desktop.todo import Line
from forms import ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from desktop.window import Window
    from forms.book import Book

ROOT = Path(__file__).resolve().parents[2]
GOOD = "91222401MA1DEM1235"
# What the frame needs before its first paint. A module that joins this list costs every start.
MAY_LOAD = {
    "gc",
    "json",
    "json.decoder",
    "json.encoder",
    "json.scanner",
    "_json",
    "forms",
    "forms.errors",
    "forms.home",
}


@pytest.fixture
def window(qapp, qtbot: QtBot) -> Iterator[Window]:
    """Show an empty window, as at the very first start."""
    languages.speak_for_qt(qapp)
    dress(qapp, Settings(), "light")
    made = make_window(Settings())
    made.resize(1366, 768)  # whatever screen the tests run on
    made.show()
    made.show_page(FIRST_RUN)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_window(window: Window, book: Book, contract: Callable[..., dict[str, object]], qtbot: QtBot) -> Window:
    """Open a Book of three contracts of 2026-10, one with a date that is none."""
    from forms import ledger

    book.put("demo.as_of", "2026-11-03")
    dates = ("2026-10-12", "2026-10-13", "2026-10-14")
    ledger.add_rows(book, "JLFW-02", [contract(n, signed_on=day) for n, day in enumerate(dates, start=1)])
    ledger.add_row(book, "JLFW-02", contract(4, signed_on="2026-10-32"))
    path = book.path
    book.close()
    assert window.open_book(path)
    qtbot.waitUntil(lambda: window.workspace.result is not None)
    quiet(qtbot)
    return window


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def test_the_first_run_shows_nothing_of_a_firm(window: Window) -> None:
    assert not window.navigation.isVisible()
    assert not window.top.firm.isVisible()
    assert not window.top.sync.isVisible()


@pytest.mark.parametrize(
    ("typed", "said", "state"),
    [
        ("", "18位统一社会信用代码", ""),
        ("9122240", "已输入7位，还差11位", ""),
        (GOOD, "校验位正确", "ok"),
        ("９１２２２４０１ma1dem1235", "已识别属地：延吉市", "ok"),
        ("91222401MA1DEM1236", "校验不符", "error"),
        ("9122I401MA1DEM1235", "第5位", "error"),
    ],
)
def test_a_credit_code_is_judged_while_it_is_typed(window: Window, typed: str, said: str, state: str) -> None:
    page = window.page()
    page.code.setText(typed)
    assert said in page.verdict.text()
    assert (page.code.property("state") or "") == state
    assert not page.start.isEnabled()


def test_a_firm_is_added_by_keyboard(window: Window, qtbot: QtBot) -> None:
    page = window.page()
    page.code.setFocus()
    qtbot.keyClicks(page.code, GOOD)
    qtbot.keyClick(page.code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.name.hasFocus)
    page.name.insert("延吉海兰江软件有限公司")  # an input method inserts, it presses no keys
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert window.workspace.book.firm.division == "222401"
    assert window.navigation.isVisible()
    assert window.navigation.page() == "home"
    assert window.top.firm.currentText() == "延吉海兰江软件有限公司"
    assert load_settings().known_books()[0].uscc == GOOD


def test_a_firm_that_exists_already_is_refused_in_a_sentence(window: Window, qtbot: QtBot, book: Book) -> None:
    from desktop.settings import books_folder

    book.close()
    books_folder().mkdir(parents=True)
    (books_folder() / f"{GOOD}.zhibao").write_bytes(b"kept as it is")
    page = window.page()
    page.code.setText(GOOD)
    page.name.setText("延吉海兰江软件有限公司")
    page.start.click()
    assert "已存在" in page.problem.text()
    assert not window.workspace.is_open
    quiet(qtbot)


def test_a_backup_becomes_a_book_of_this_pc(window: Window, qtbot: QtBot, book: Book) -> None:
    from forms import backups

    backup = backups.back_up(book)
    book.close()
    window.page().take_file(backup)
    qtbot.waitUntil(lambda: window.workspace.is_open)
    quiet(qtbot)
    assert window.workspace.book.path != backup
    assert window.workspace.book.firm.uscc == GOOD


def test_home_counts_what_is_to_be_done(open_window: Window) -> None:
    home = open_window.page()
    unfiled, errors, returned, waiting = (card.number() for card in home.cards)
    assert unfiled >= 3  # 企业信息, 合同台账, 月报
    space = open_window.workspace
    of_now = {"", space.period, space.period[:4]}
    found = {one: len(some) for one, some in space.result.of("error")}
    assert errors == sum(count for (_form, period), count in found.items() if period in of_now) > 0
    # Nobody has begun the reports of the months before, either; they are said beside it.
    assert {period for _form, period in found} > of_now
    assert (returned, waiting) == (0, 0)
    assert "合同台账" in {line.short for line in home._lines if line.word == "有错误"}


def test_the_navigation_bears_the_number_of_errors(open_window: Window, qtbot: QtBot) -> None:
    entries = open_window.navigation._model.entries
    qtbot.waitUntil(lambda: any(one.page == "form:JLFW-02" and one.badge.errors for one in entries))


def test_the_navigation_tells_errors_from_warnings_that_await_an_explanation(open_window: Window) -> None:
    navigation = open_window.navigation
    navigation.set_badges({"form:JLFW-02": Badge(errors=2, warnings=5), "form:JLFW-03": Badge(warnings=3)})
    spoken = {e.page: navigation._model._spoken(e) for e in navigation._model.entries}
    assert spoken["form:JLFW-02"].endswith("，2 处须处理，5 处核实项待说明")
    assert spoken["form:JLFW-03"].endswith("，3 处核实项待说明")
    fitting = navigation._painter._fitting
    assert [token for token, _text, _width in fitting(Badge(errors=2, warnings=5), 100)] == ["badge_warning", "badge"]
    assert [token for token, _text, _width in fitting(Badge(warnings=3), 100)] == ["badge_warning"]
    navigation.set_rail(rail=True)
    assert [(token, text) for token, text, _width in fitting(Badge(errors=2, warnings=5), 0)] == [("badge", "2")]
    assert [(token, text) for token, text, _width in fitting(Badge(errors=12), 0)] == [("badge", "")]


def test_a_badge_leaves_the_name_of_its_page_whole(open_window: Window) -> None:
    navigation = open_window.navigation
    navigation.set_badges({"form:JLFW-02": Badge(errors=25_198, warnings=98_416)})
    place = next(n for n, entry in enumerate(navigation._model.entries) if entry.page == "form:JLFW-02")
    index = navigation._model.index(place)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("，25,198 处须处理，98,416 处核实项待说明")
    name = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(index.data())
    room = navigation.width() - 46 - 12 - name
    shown = navigation._painter._fitting(Badge(errors=25_198, warnings=98_416), room)
    assert [text for _token, text, _width in shown] == ["99+"]
    assert sum(width + 4 for _token, _text, width in shown) <= room
    assert [text for _token, text, _width in navigation._painter._fitting(Badge(errors=7), 15)] == [""]
    assert navigation._painter._fitting(Badge(), -5) == []


def test_pages_open_by_number_and_by_arrow(open_window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(open_window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert open_window.navigation.page() == open_window.navigation.pages()[1]
    open_window.navigation.view.setFocus()
    pages = open_window.navigation.pages()
    for expected in pages[2:]:
        qtbot.keyClick(open_window.navigation.view, Qt.Key.Key_Down)
        if open_window.navigation.page() != expected:  # the line that unfolds the forms nobody uses
            qtbot.keyClick(open_window.navigation.view, Qt.Key.Key_Down)
        assert open_window.navigation.page() == expected
        assert open_window.page() is open_window.pages[expected]
    quiet(qtbot)


def test_every_page_says_its_name(open_window: Window, qtbot: QtBot) -> None:
    for name in [*open_window.navigation.pages(), "help"]:
        open_window.show_page(name)
        assert open_window.page().title()
        assert "延吉海兰江软件有限公司" in open_window.windowTitle()
    quiet(qtbot)


def test_f1_f9_and_the_periods_by_key(open_window: Window, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    assert open_window.workspace.period == "2026-10"
    qtbot.keyClick(open_window, Qt.Key.Key_PageUp, control)
    assert open_window.workspace.period == "2026-09"
    qtbot.keyClick(open_window, Qt.Key.Key_PageDown, control)
    assert open_window.workspace.period == "2026-10"
    quiet(qtbot)
    with qtbot.waitSignal(open_window.workspace.checked):
        qtbot.keyClick(open_window, Qt.Key.Key_F9)
    qtbot.keyClick(open_window, Qt.Key.Key_F1)
    assert open_window.stack.currentWidget() is open_window.pages["help"]


def test_f8_goes_to_the_first_problem_wherever_it_is(open_window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(open_window, Qt.Key.Key_F8)
    first = open_window.workspace.result.findings[0]
    assert open_window.navigation.page() == open_window.maker.page_of(first.form)
    quiet(qtbot)


def test_a_place_leads_to_its_cell(open_window: Window, qtbot: QtBot) -> None:
    from forms import ledger

    row = ledger.read_rows(open_window.workspace.book, "JLFW-02", where="pos = 4")[0]
    open_window.workspace.go(Place("JLFW-02", "2026-10", row["uid"], "signed_on"))
    page = open_window.page()
    assert page.view.currentIndex().row() == 3
    assert page.model.columns[page.view.currentIndex().column()].id == "signed_on"
    quiet(qtbot)


def test_the_strip_says_when_it_was_saved(open_window: Window) -> None:
    open_window.workspace.touched("JLFW-02")
    assert open_window.strip.saved.text().startswith("离线可填 · 已自动保存 ")


def test_ctrl_z_on_any_page_takes_a_step_back_or_says_why_not(open_window: Window, qtbot: QtBot) -> None:
    book = open_window.workspace.book
    ledger.add_row(book, "JLFW-02", {"contract_name": "客户服务", "signed_on": "2026-10-08"})
    uid = str(ledger.read_rows(book, "JLFW-02")[-1]["uid"])
    ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(uid, "contract_name", "呼叫中心")], label="填写“合同名称”")
    open_window.show_page("home")
    qtbot.keyClick(open_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "填写“合同名称”" in open_window.strip.news.text()
    row = ledger.read_row(book, "JLFW-02", uid)
    assert row is not None
    assert row["contract_name"] == "客户服务"
    book.db.execute("UPDATE contracts SET settled = 1 WHERE uid = ?", (uid,))  # the province has accepted it
    qtbot.keyClick(open_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "不能撤销" in open_window.strip.news.text()
    assert ledger.read_row(book, "JLFW-02", uid) is not None


def test_theme_and_font_size_change_at_once(open_window: Window, qtbot: QtBot) -> None:
    from desktop import theme

    open_window.show_page("settings")
    page = open_window.page()
    with qtbot.waitSignal(open_window.workspace.dressed):
        page._set_theme("dark")
    assert theme.current().mode == "dark"
    with qtbot.waitSignal(open_window.workspace.dressed):
        page._set_size(1.3)
    assert theme.px("body") == round(13 * 1.3)
    assert load_settings().font_factor == 1.3
    with qtbot.waitSignal(open_window.workspace.dressed):
        page._set_theme("light")
    assert open_window.page() is page
    quiet(qtbot)


def test_narrow_windows_have_a_rail_and_no_scroll_bar_in_it(open_window: Window, qtbot: QtBot) -> None:
    open_window.resize(910, 512)
    qtbot.waitUntil(lambda: open_window.navigation.width() == 52)
    assert not open_window.navigation.view.verticalScrollBar().isVisible()
    open_window.resize(1366, 768)
    qtbot.waitUntil(lambda: open_window.navigation.width() == 176)


def test_no_page_is_cut_at_the_side_of_a_small_window(open_window: Window, qtbot: QtBot) -> None:
    open_window.workspace.with_earlier = True
    open_window.resize(910, 512)
    for name in open_window.navigation.pages():
        open_window.show_page(name)
        qtbot.waitUntil(lambda: not background.busy())
        QApplication.processEvents()
        areas = [area for area in open_window.page().findChildren(QScrollArea) if area.isVisible()]
        cut = [area.widget().width() - area.viewport().width() for area in areas]
        assert all(missing <= 0 for missing in cut), (name, cut)


def test_months_that_hold_a_filing_back_do_not_widen_the_page(open_window: Window, qtbot: QtBot) -> None:
    held = Line("JLFW-02", "2026-09", "合同台账", "2026-10-05", "ERRORS", "有错误", "", "", Place("", ""), errors=3)
    group = ReadyGroup()
    qtbot.addWidget(group)
    group.show_lines([replace(held, errors=0)], [held], open_window.workspace)
    assert group.minimumSizeHint().width() < 700


def test_no_label_reads_markup_from_outside(open_window: Window, qtbot: QtBot) -> None:
    for name in ("home", "submit", "records", "profile"):
        open_window.show_page(name)
        labels = open_window.page().findChildren(QLabel)
        assert labels
        loose = [one.text() for one in labels if one.textFormat() == Qt.TextFormat.AutoText and one.text()]
        assert not loose
    quiet(qtbot)


def test_a_book_that_is_not_there_is_told_and_the_present_one_stays(
    open_window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    missing = tmp_path / "nowhere.zhibao"
    present = open_window.workspace.book.path
    assert not open_window.open_book(missing)
    assert open_window.workspace.book.path == present
    quiet(qtbot)


def test_the_start_loads_no_more_than_it_needs() -> None:
    code = (
        "import sys; from PySide6 import QtCore, QtGui, QtWidgets; before = set(sys.modules); import desktop.app;"
        "print('\\n'.join(sorted(set(sys.modules) - before)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name for name in ran.stdout.split() if not name.startswith("desktop")}
    assert loaded <= MAY_LOAD, loaded - MAY_LOAD
    pages = [name for name in ran.stdout.split() if name.startswith(("desktop.pages", "desktop.models"))]
    assert not pages


def test_the_frame_stands_on_the_screen_before_anything_is_opened(themed: QApplication, qtbot: QtBot) -> None:
    order: list[str] = []

    class Painted(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            order.append("painted")

    window = make_window(Settings())
    window.strip.layout().addWidget(Painted("x"))
    window.painted.connect(lambda: order.append("opened"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "opened" in order)
    window.repaint()
    qtbot.waitUntil(lambda: order.count("painted") > 1)
    assert order.index("painted") < order.index("opened")
    assert order.count("opened") == 1
    window.workspace.close()


def test_a_window_that_nobody_sees_begins_all_the_same(tmp_path: Path) -> None:
    """Started minimized, or behind another, it is not painted."""
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app, theme, window

window.Window.paintEvent = lambda self, event: None
class Unseen(QApplication):
    def exec(self):
        self.timer = QTimer(self, interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        return super().exec()
    def look(self):
        if any(isinstance(one, window.Window) and one.page() is not None for one in self.topLevelWidgets()):
            print("begun")
            self.quit()

theme.QApplication = Unseen
app.main(["--theme", "light"])
"""
    env = os.environ | {"ZHIBAO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout, ran.returncode) == ("begun\n", 0), ran.stderr


def test_void_qt_calls_leave_none_alone(qapp) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        label.setText("")
    assert sys.getrefcount(None) > before - 1_000


def test_a_workbook_chosen_first_is_previewed_once_the_firm_is_known(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.pages import import_dialog
    from forms.sample import make_sample
    from forms.workbook.sample_workbook import write_sample_workbook

    sample = make_sample(2026, "延吉海兰江软件有限公司", period="2026-10")
    workbook = write_sample_workbook(sample, tmp_path / "台账.xlsx")
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, import_dialog.ImportDialog) or dialog._stack.currentIndex() != import_dialog.SUMMARY:
            QTimer.singleShot(20, look)
            return
        seen.append(dialog._go.text())
        dialog.reject()

    page = window.page()
    page.take_file(workbook)
    page.code.setText(GOOD)
    page.name.setText("延吉海兰江软件有限公司")
    QTimer.singleShot(0, look)
    page.start.click()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["导入 60 行"]
    quiet(qtbot)


def test_every_ledger_of_the_first_workbook_is_brought_in(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.pages import import_dialog
    from forms import ledger
    from forms.sample import make_sample
    from forms.workbook.sample_workbook import write_sample_workbook

    sample = make_sample(2026, "延吉海兰江软件有限公司", period="2026-10")
    workbook = write_sample_workbook(sample, tmp_path / "台账.xlsx")
    pressed: list[str] = []

    def press_enter() -> None:
        """Press the button that has the focus whenever a dialog asks."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, import_dialog.ImportDialog) and dialog._stack.currentIndex() == import_dialog.SUMMARY:
            button = dialog._close if dialog._go.isHidden() else dialog._go
            pressed.append(button.text())
            button.click()
        if window.navigation.page() != "home" or not pressed:
            QTimer.singleShot(20, press_enter)

    page = window.page()
    page.take_file(workbook)
    page.code.setText(GOOD)
    page.name.setText("延吉海兰江软件有限公司")
    QTimer.singleShot(0, press_enter)
    page.start.click()
    quiet(qtbot)
    book = window.workspace.book
    ledgers = [form for form in book.forms if book.catalogue.edition(form).is_ledger]
    filled = [form for form in ledgers if ledger.row_count(book, form)]
    assert {"JLFW-02", "JLFW-03", "JLFW-05"} <= set(filled)
    assert pressed[0] == "导入 60 行"
    assert pressed[1::2] == ["完成"] * len(filled)
    assert window.navigation.page() == "home"
    assert "下一步" in window.strip.news.text()
