"""全部企业 in the window: the matrix fills row by row, leads to every cell, and files many firms while one works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMessageBox

from desktop import background, demo
from desktop.agency.outcomes import Outcome
from desktop.agency.rows import Narrow
from desktop.app import dress, make_window
from desktop.pages.agency_model import CODE, FIRM, FIRST, TICK
from desktop.settings import Settings
from forms import backups
from forms.book import Book
from forms.moving import GONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.agency import AgencyPage
    from desktop.window import Window

PERIOD = "2026-02"


@pytest.fixture
def firms(make_firms: Callable[..., list[Path]]) -> list[Path]:
    """Keep the books of twelve firms, all ready to be filed."""
    return make_firms(12)


@pytest.fixture
def window(qapp, qtbot: QtBot, firms: list[Path]) -> Iterator[Window]:
    """Open the window on the first of the firms; all lie in one chosen folder."""
    settings = Settings(agency_folder=str(firms[0].parent))
    dress(qapp, settings, "light")
    shown = make_window(settings)
    shown.show()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    assert shown.open_book(firms[0])
    quiet(qtbot)
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demo.close_provinces()


def quiet(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())


def agency_page(window: Window, qtbot: QtBot) -> AgencyPage:
    window.show_page("agency")
    page = window.page()
    qtbot.waitUntil(lambda: not page.agency.is_reading and not background.busy())
    return page


def damage(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    for at in range(4096, len(raw), 4096):
        raw[at : at + 2048] = b"\xff" * 2048
    path.write_bytes(raw)


def row_of(page: AgencyPage, path: Path) -> int:
    return next(at for at, stand in enumerate(page.model.rows) if stand.path == path)


def text(page: AgencyPage, at: int, column: int) -> str:
    return page.model.index(at, column).data()


def frozen(path: Path) -> int:
    with Book.open(path, readonly=True) as book:
        return book.db.execute("SELECT count(*) FROM filings").fetchone()[0]


def test_the_matrix_shows_every_firm_also_those_that_cannot_be_read_or_written(window, qtbot, firms):
    damage(firms[3])
    with Book.open(firms[4]):
        page = agency_page(window, qtbot)
        assert len(page.model.rows) == 12
        at = row_of(page, firms[3])
        assert "损坏" in text(page, at, FIRST)
        assert page.table.columnSpan(at, FIRST) == len(page.model.columns) + 1
        assert "另一个窗口" in page.model.index(row_of(page, firms[4]), FIRM).data(Qt.ItemDataRole.ToolTipRole)
    sound = row_of(page, firms[5])
    shown = {column.head: text(page, sound, FIRST + at) for at, column in enumerate(page.model.columns)}
    assert shown["收入与执行月报"] == "待报送"
    assert shown["合同台账"] == "—"
    head = page.model.index(sound, FIRST + list(shown).index("收入与执行月报"))
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "收入与执行月报 待报送"
    assert "截止 2026-03-05" in head.data(Qt.ItemDataRole.ToolTipRole)
    assert page.bar.chips[Narrow.UNREADABLE].text() == "打不开 1"


def test_orders_wait_until_every_firm_was_read(window, qtbot, firms):
    window.show_page("agency")
    page = window.page()
    orders = (page.bar.check, page.bar.file, page.bar.sync)
    assert page.agency.is_reading
    assert not any(order.isEnabled() for order in orders)
    qtbot.waitUntil(lambda: not page.agency.is_reading)
    assert all(order.isEnabled() for order in orders)
    assert len(page.chosen()) == len(firms)


def test_filter_search_and_order_find_a_firm_among_many(window, qtbot, firms):
    damage(firms[3])
    page = agency_page(window, qtbot)
    qtbot.mouseClick(page.bar.chips[Narrow.UNREADABLE], Qt.MouseButton.LeftButton)
    assert [stand.path for stand in page.model.rows] == [firms[3]]
    qtbot.mouseClick(page.bar.chips[Narrow.RETURNED], Qt.MouseButton.LeftButton)
    assert page.model.rows == []
    assert "没有符合“退回”的企业" in page.empty_words.text()
    qtbot.mouseClick(page.bar.chips[Narrow.ALL], Qt.MouseButton.LeftButton)
    window.keys._focus_filter()
    assert page.bar.search.hasFocus()
    for typed, count in (("hcxd", 2), ("珲春鑫达物流03", 1), (firms[7].stem[10:], 1)):
        page.bar.search.setText(typed)
        assert len(page.model.rows) == count
    page.bar.search.clear()
    page.table._head_clicked(CODE)
    assert [stand.uscc for stand in page.model.rows] == sorted(stand.uscc for stand in page.model.rows)
    page.table._head_clicked(CODE)
    assert page.model.rows[0].uscc == max(path.stem for path in firms if path != firms[3])


def test_enter_on_a_pill_opens_that_firm_at_that_form(window, qtbot, firms):
    page = agency_page(window, qtbot)
    column = FIRST + [one.form for one in page.model.columns].index("JLFW-04")
    page.table.setCurrentIndex(page.model.index(row_of(page, firms[6]), column))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.workspace.book.path == firms[6]
    assert window.navigation.page() == "form:JLFW-04"
    assert window.workspace.period == PERIOD
    quiet(qtbot)


def test_all_firms_is_in_the_navigation_of_an_agency_and_always_in_the_firm_chooser(window, qtbot):
    assert window.navigation.pages()[:2] == ["home", "agency"]
    window.workspace.settings.agency_folder = ""
    assert "agency" not in [entry.page for entry in window.maker.entries()]
    box = window.top.firm
    box.activated.emit(box.findData("all"))
    assert window.page().title() == "全部企业"
    quiet(qtbot)


def test_the_year_of_one_form_shows_a_month_a_column(window, qtbot, firms):
    page = agency_page(window, qtbot)
    at = page.bar.columns.findData("JLFW-04")
    page.bar.columns.setCurrentIndex(at)
    page.bar.columns.activated.emit(at)
    assert [one.head for one in page.model.columns] == [f"{number}月" for number in range(1, 13)]
    row = row_of(page, firms[1])
    assert [text(page, row, FIRST + month) for month in range(4)] == ["—", "待报送", "填报中", "—"]


def test_eleven_firms_are_filed_in_one_go_while_the_person_works_in_another_window_page(window, qtbot, firms):
    damage(firms[3])
    page = agency_page(window, qtbot)
    agency = page.agency
    qtbot.mouseClick(page.bar.file, Qt.MouseButton.LeftButton)
    assert not page.bar.file.isEnabled()
    qtbot.waitUntil(lambda: not agency.is_running)
    quiet(qtbot)
    assert page.drawer.ready.text().startswith("全部可报送：11 家、33 张报表。")
    assert [frozen(path) for path in firms if path != firms[3]] == [0] * 11
    qtbot.mouseClick(page.drawer.file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(agency.lines) >= 2)
    window.show_page("home")
    qtbot.waitUntil(lambda: not agency.is_running)
    quiet(qtbot)
    assert [line.outcome for line in agency.lines] == [Outcome.FILED] * 11
    page = agency_page(window, qtbot)
    assert page.drawer.state.text() == "已完成：已报送 11 家"
    assert len(page.drawer.model.lines) == 11
    own = row_of(page, firms[0])
    assert text(page, own, FIRST) == "已受理"
    assert window.top.sync.text() != "未开通报送"


def test_opening_another_firm_leaves_the_batch_running(window, qtbot, firms):
    page = agency_page(window, qtbot)
    agency = page.agency
    agency.start("check", page.chosen())
    qtbot.waitUntil(lambda: len(agency.lines) >= 1)
    agency.pause()
    done = {line.path for line in agency.lines}
    other = next(stand.path for stand in page.model.rows if stand.path in done and stand.path != firms[0])
    assert window.open_book(other)
    agency.pause()
    qtbot.waitUntil(lambda: not agency.is_running)
    quiet(qtbot)
    assert len(agency.lines) == 12
    assert {line.outcome for line in agency.lines} <= {Outcome.READY, Outcome.IN_USE}
    assert sum(line.outcome is Outcome.READY for line in agency.lines) >= 11


def test_a_batch_is_paused_and_cancelled_from_the_drawer(window, qtbot):
    page = agency_page(window, qtbot)
    agency = page.agency
    agency.start("check", page.chosen())
    qtbot.mouseClick(page.drawer.pause, Qt.MouseButton.LeftButton)
    assert page.drawer.pause.text() == "继续"
    qtbot.mouseClick(page.drawer.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not agency.is_running)
    assert sum(line.outcome is Outcome.SKIPPED for line in agency.lines) >= 10
    qtbot.mouseClick(page.drawer.away, Qt.MouseButton.LeftButton)
    assert not page.drawer.isVisible()
    quiet(qtbot)


def test_ticked_firms_only_are_checked(window, qtbot, firms):
    page = agency_page(window, qtbot)
    for path in firms[1:3]:
        page.table.setCurrentIndex(page.model.index(row_of(page, path), FIRM))
        qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.index(row_of(page, firms[1]), TICK).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert page.bar.check.text() == "审核 2 家"
    qtbot.mouseClick(page.bar.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.agency.is_running)
    assert {line.path for line in page.agency.lines} == set(firms[1:3])
    quiet(qtbot)


def test_a_damaged_book_is_brought_back_from_its_newest_good_backup(window, qtbot, firms):
    with Book.open(firms[3]) as book:
        backups.back_up(book)
    damage(firms[3])
    page = agency_page(window, qtbot)
    page.table.opened.emit(row_of(page, firms[3]), FIRST)
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    box = page.findChildren(QMessageBox)[0]
    assert "最近的好备份" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "用这个备份恢复").click()
    quiet(qtbot)
    qtbot.waitUntil(lambda: not page.agency.is_reading and not background.busy())
    assert text(page, row_of(page, firms[3]), FIRST) == "待报送"
    assert firms[3].with_suffix(".damaged").exists()


def test_one_firm_is_moved_out_with_its_proof_and_leaves_the_list(window, qtbot, firms, tmp_path):
    from desktop.pages.agency_moving import MoveOutDialog, take_in

    page = agency_page(window, qtbot)
    stand = page.model.rows[row_of(page, firms[8])]
    dialog = MoveOutDialog(page.agency, stand, page)
    qtbot.addWidget(dialog)
    dialog.take_folder(tmp_path / "U盘")
    dialog.go.click()
    qtbot.waitUntil(lambda: "已写出并校验" in dialog.words.text())
    quiet(qtbot)
    assert len(page.agency.stands) == 11
    assert (firms[8].parent / GONE / firms[8].name).exists()
    copy = next((tmp_path / "U盘").glob("*.zhibao"))
    assert copy.name == f"{stand.name}-{stand.uscc}.zhibao"
    take_in(page.agency, copy, page)
    qtbot.waitUntil(lambda: len(page.agency.stands) == 12 and not background.busy())
    box = page.findChildren(QMessageBox)[0]
    assert "新报送码" in box.text()
    box.close()


def test_many_firms_come_from_an_excel_list_and_refused_lines_are_shown(window, qtbot, tmp_path):
    from desktop.pages.agency_dialogs import AddFirmDialog, ListDialog, read_list
    from forms.workbook.firm_list import write_firm_template

    page = agency_page(window, qtbot)
    listed = write_firm_template(tmp_path / "名单.xlsx")
    workbook = openpyxl.load_workbook(listed)
    workbook.active.append(["甲软件", "91222401MA1DEM1235", "延吉市"])
    workbook.active.append(["乙软件", "9122", "延吉市"])
    workbook.save(listed)
    read_list(page.agency, listed, page)
    qtbot.waitUntil(lambda: bool(page.findChildren(ListDialog)))
    dialog = page.findChildren(ListDialog)[0]
    assert dialog.model.rows[0][:2] == ("企业名单!B3", "9122")
    assert dialog.make.text() == "建立 1 家"
    dialog.make.click()
    qtbot.waitUntil(lambda: len(page.agency.stands) == 13 and not background.busy())
    one = AddFirmDialog(page.agency, page)
    qtbot.addWidget(one)
    one.code.setText("91222401ma1dem1235")
    one.name.setText("甲软件")
    assert one.division.currentText() == "延吉市"
    one.make.click()
    assert "已存在" in one.verdict.text()
    one.close()


def test_the_month_is_one_for_the_window_and_for_all_firms(window, qtbot, firms):
    page = agency_page(window, qtbot)
    at = page.bar.period.findData("2026-03")
    page.bar.period.setCurrentIndex(at)
    page.bar.period.activated.emit(at)
    assert window.workspace.period == "2026-03"
    assert {column.period for column in page.model.columns} == {"2026", "2026-03"}
    window.show_page("home")
    window.workspace.set_period(PERIOD)
    page = agency_page(window, qtbot)
    assert page.bar.period.currentData() == PERIOD
    assert window.workspace.period == PERIOD
    assert {column.period for column in page.model.columns} == {"2026", PERIOD}


def test_the_menus_lead_to_what_is_done_less_often_and_moving_out_asks_for_one_firm(window, qtbot, firms):
    page = agency_page(window, qtbot)
    news = []
    window.workspace.news.connect(news.append)
    assert "从 Excel 批量添加…" in [action.text() for action in page.menus.menu_of("add").actions()]
    out = next(action for action in page.menus.menu_of("more").actions() if action.text().startswith("移出"))
    page.table.setCurrentIndex(page.model.index(-1, -1))
    out.trigger()
    assert news == ["请先选中要移出的一家企业（点那一行），再选“移出”。"]
