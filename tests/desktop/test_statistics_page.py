"""统计分析: what the charts say to eyes, keys and screen readers; the way to the rows; what one takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolTip, QWidget

from desktop import background, theme
from desktop.app import dress, make_window
from desktop.pages.ledger import LedgerPage
from desktop.pages.statistics import StatisticsPage
from desktop.pages.statistics_columns import Scale, _axis, _percent, rounded
from desktop.pages.statistics_section import growth, part, percent, shown
from desktop.settings import Settings
from forms import ledger
from forms.statistics import Measure
from forms.tables import WAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pages.statistics_card import StatisticsCard
    from desktop.workspace import Workspace
    from forms.book import Book

TODAY = "2026-11-03"
CLIENTS = ("Hansol Logistics", "株式会社北斗", "长春净月科技有限公司")


@pytest.fixture
def firm(workspace: Workspace, contract: Callable[..., dict[str, object]]) -> Workspace:
    """Enter three contracts of three countries and what was executed of them in two months."""
    book = workspace.book
    for number, (name, country) in enumerate(zip(CLIENTS, ("韩国", "日本", "中国"), strict=True), start=1):
        typed = contract(number, client_name=name, client_country=country, biz_l1="ITO", biz_code="C1101")
        ledger.add_row(book, "JLFW-02", typed | {"amount_orig": "500000"}, as_of=TODAY)
    for number, on, amount in ((1, "2026-10-15", "20000"), (1, "2026-09-20", "30000"), (2, "2026-10-20", "12345.67")):
        executed(book, number, on, amount)
    executed(book, 3, "2026-10-21", "10000")
    return workspace


def executed(book: Book, number: int, on: str, amount: str) -> None:
    typed = {"contract_no": f"YJ-{number:03}", "exec_on": on, "amount_orig": amount, "ccy": "USD"}
    ledger.add_row(book, "JLFW-03", typed, as_of=TODAY)


def opened(qtbot: QtBot, workspace: Workspace, size: tuple[int, int] = (1190, 692)) -> StatisticsPage:
    page = StatisticsPage(workspace)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.bring_up_to_date()
    settled(qtbot)
    return page


def settled(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not background.busy())
    for page in QApplication.topLevelWidgets():
        if isinstance(page, StatisticsPage):
            qtbot.waitUntil(lambda page=page: page.is_settled)
    QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, firm: Workspace) -> StatisticsPage:
    return opened(qtbot, firm)


def card(page: StatisticsPage, name: str) -> StatisticsCard:
    return next(one for one in page.cards if one.section.name.startswith(name))


def test_a_chart_is_its_table_in_words(page: StatisticsPage) -> None:
    clients = card(page, "clients")
    assert clients.chart.accessibleName() == "执行额按发包方（前十家）（万美元）"
    said = clients.chart.accessibleDescription()
    assert "Hansol Logistics：5.00 万美元，占 69.11%，2 笔" in said
    assert "株式会社北斗：1.23 万美元，占 17.06%，1 笔" in said
    assert [row[0] for row in clients.section.shown()] == [CLIENTS[0], CLIENTS[1], CLIENTS[2], "合计"]
    assert clients.section.shown()[-1] == ["合计", "7.23", "100.00%", "4"]
    assert clients.table.accessibleName().startswith("执行额按发包方")


def test_the_months_are_walked_by_keyboard_and_read_out(page: StatisticsPage, qtbot: QtBot) -> None:
    chart = card(page, "trend").chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert card(page, "trend").readout.text() == "2026年10月：执行额 4.23 万美元，未报送"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert card(page, "trend").readout.text() == "2026年9月：执行额 3.00 万美元，未报送"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)  # there is nothing before January
    assert card(page, "trend").readout.text() == "2026年1月：执行额 0.00 万美元"


def test_enter_on_a_month_asks_for_its_rows(page: StatisticsPage, qtbot: QtBot) -> None:
    chart = card(page, "trend").chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(page.workspace.placeWanted) as wanted:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    place = wanted.args[0]
    assert (place.form, place.words, place.rows.params) == ("JLFW-03", "2026年10月", ("2026-10",))


def test_a_double_click_on_a_bar_asks_for_its_rows_and_one_beside_it_for_none(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    chart = card(page, "clients").chart
    asked = []
    page.workspace.placeWanted.connect(asked.append)
    bar = chart.spot(1, QRectF(chart.rect())).center().toPoint()
    qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=bar)
    qtbot.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert [place.words for place in asked] == ["株式会社北斗 · 2026年1月至10月"]


def test_a_figure_opens_the_ledger_on_exactly_its_rows(page: StatisticsPage, qtbot: QtBot) -> None:
    ledger_page = LedgerPage(page.workspace, "JLFW-03")
    qtbot.addWidget(ledger_page)
    ledger_page.show()
    ledger_page.bring_up_to_date()
    clients = card(page, "clients").section
    ledger_page.show_place(clients.places[0])
    settled(qtbot)
    assert ledger_page.model.rowCount() == 2
    assert ledger_page.bar.chip() == "counted"
    ledger_page.show_place(clients.places[1])  # another figure takes the place of the first
    settled(qtbot)
    assert ledger_page.model.rowCount() == 1
    ledger_page.bar.clear_filter()
    settled(qtbot)
    assert ledger_page.model.rowCount() == 4


def test_another_measure_of_the_months_and_of_the_ranks(page: StatisticsPage, qtbot: QtBot) -> None:
    next(chip for chip in page.chips if chip.text() == "新签合同额").click()
    assert card(page, "trend").section.title == "新签合同额按月"
    assert card(page, "trend").section.rows[9][1] == sum_usd(page.workspace.book, "contracts")
    page.bar.measure.setCurrentIndex(1)
    page.bar.measure.activated.emit(1)
    settled(qtbot)
    assert card(page, "clients").section.title == "新签合同额按发包方（前十家）"
    assert page.report is not None
    assert page.report.measure is Measure.CONTRACTED


def sum_usd(book: Book, table: str) -> int:
    return int(book.db.execute(f"SELECT sum(amount_usd) FROM {table}").fetchone()[0])


def test_the_last_choice_of_a_period_wins(page: StatisticsPage, qtbot: QtBot) -> None:
    for through in (9, 3, 12):
        page.bar.through.setCurrentIndex(page.bar.through.findData(through))
        page.bar.through.activated.emit(0)
    settled(qtbot)
    qtbot.waitUntil(lambda: page.report is not None and page.report.span.through == 12)
    settled(qtbot)
    assert len(card(page, "trend").section.marks) == 12


def test_a_year_without_figures_says_so_and_draws_nothing(page: StatisticsPage, qtbot: QtBot) -> None:
    page.workspace.set_period("2025-06")
    settled(qtbot)
    trend = card(page, "trend")
    assert not trend.chart.has_data()
    assert trend.chart.accessibleDescription() == "2025年1月至6月没有执行额数据，可在上面换一个年度或期间。"
    assert not trend.copy.isEnabled()


def test_the_note_tells_drafts_and_leads_to_the_rows_left_out(page: StatisticsPage, qtbot: QtBot) -> None:
    assert page.note.words.text() == "含未报送数据：合同台账10月；执行台账9月至10月。"
    assert not page.open_missed.isVisible()
    ledger.add_row(page.workspace.book, "JLFW-03", {"contract_no": "YJ-001", "exec_on": None, "amount_orig": "1"})
    page.workspace.touched("JLFW-03")
    settled(qtbot)
    assert "执行台账有 1 行没有日期，没有计入。" in page.note.words.text()
    with qtbot.waitSignal(page.workspace.placeWanted) as wanted:
        page.open_missed.click()
    rows = wanted.args[0].rows
    count = f"SELECT count(*) FROM executions WHERE {rows.where}"
    assert page.workspace.book.db.execute(count, rows.params).fetchone()[0] == 1


def test_an_empty_book_is_told_what_to_do_first(qtbot: QtBot, workspace: Workspace) -> None:
    page = opened(qtbot, workspace)
    assert page.stack.currentWidget() is page.nothing
    assert not page.bar.export.isEnabled()
    with qtbot.waitSignal(workspace.pageWanted) as wanted:
        page.nothing.findChildren(QPushButton)[0].click()
    assert wanted.args == ["form:JLFW-02"]


def test_a_picture_is_on_white_whatever_the_theme(page: StatisticsPage, qtbot: QtBot, tmp_path: Path, qapp) -> None:
    theme.apply(qapp, "dark", 1.0, tmp_path / "cache")
    card(page, "trend").copy.click()
    theme.apply(qapp, "light", 1.0, tmp_path / "cache")
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 2 * 560
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    assert "图片已复制" in page.toast.text()


def test_a_table_is_copied_as_a_spreadsheet_takes_it(page: StatisticsPage, qtbot: QtBot) -> None:
    shore = card(page, "shore")
    shore.table.setFocus()
    qtbot.keyClick(shore.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "月份\t离岸\t在岸\t合计\t离岸占比"
    assert lines[-1] == "合计\t6.23\t1.00\t7.23\t86.18%"


def test_the_workbook_has_every_table_with_exact_figures(page: StatisticsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.export_to(tmp_path / "统计.xlsx")
    settled(qtbot)
    qtbot.waitUntil(lambda: "已导出 9 张表" in page.toast.text())
    book = openpyxl.load_workbook(tmp_path / "统计.xlsx")
    assert book.sheetnames == [
        *("执行额", "新签合同额", "服务外包收入", "企业营业收入"),
        *("离岸占比", "按业务类别", "按发包方", "按国别", "资质认证"),
    ]
    sheet = book["按发包方"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["株式会社北斗", 1.234567, 0.1706, 1] in cells
    assert any("含未报送数据" in str(row[0]) for row in cells)


def test_a_workbook_that_cannot_be_written_is_told(page: StatisticsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.export_to(tmp_path / "没有这个文件夹" / "统计.xlsx")
    settled(qtbot)
    qtbot.waitUntil(lambda: "统计.xlsx" in page.toast.text())
    assert "已导出" not in page.toast.text()


@pytest.mark.parametrize("size", [(828, 380), (1190, 692), (1744, 980)])
def test_nothing_is_cut_off_at_any_size(qtbot: QtBot, firm: Workspace, size: tuple[int, int]) -> None:
    page = opened(qtbot, firm, size)
    inner = page.charts.widget()
    qtbot.waitUntil(lambda: inner.width() == page.charts.viewport().width())
    for one in page.cards:
        assert one.table.horizontalScrollBar().maximum() == 0, one.section.name
        assert one.chart.width() >= 300
        assert one.chart.height() >= one.chart.minimumHeight()
    page.charts.ensureWidgetVisible(page.cards[-1])
    assert page.cards[-1].visibleRegion().boundingRect().width() == page.cards[-1].width()


def test_what_a_client_calls_itself_is_shown_as_text(
    qtbot: QtBot, workspace: Workspace, contract: Callable[..., dict[str, object]]
) -> None:
    name = "<img src=x>&Co"
    ledger.add_row(workspace.book, "JLFW-02", contract(1, client_name=name), as_of=TODAY)
    executed(workspace.book, 1, "2026-10-15", "20000")
    chart = card(opened(qtbot, workspace), "clients").chart
    spot = chart.spot(0, QRectF(chart.rect())).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot.toPoint(), chart.mapToGlobal(spot.toPoint()))
    assert QApplication.sendEvent(chart, event)
    assert "<img" not in QToolTip.text()
    assert "&lt;img src=x&gt;&amp;Co" in QToolTip.text()
    QToolTip.hideText()


def test_months_of_refunds_hang_below_the_line() -> None:
    scale = Scale.over([30_000_000, -5_000_000, 0])
    assert scale.low < 0 < scale.high
    assert scale.low <= -5
    assert scale.high >= 30
    plot = QRectF(0, 0, 100, 100)
    assert scale.y(scale.low, plot) == pytest.approx(100)
    assert scale.y(-5, plot) > scale.y(0, plot) > scale.y(30, plot)
    assert QPointF(0, scale.y(scale.high, plot)).y() == pytest.approx(0)
    assert Scale.over([-10_000_000]).high == 0


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(150, 100, "50.00%"), (50, 150, "-66.67%"), (1, 3, "-66.67%"), (None, 3, None), (3, 0, None), (3, None, None)],
)
def test_growth_is_exact_and_silent_without_a_base(now: int | None, before: int | None, said: str | None) -> None:
    rise = growth(now, before)
    assert (None if rise is None else percent(rise)) == said


def test_the_axis_says_its_steps_exactly() -> None:
    for largest in (60_000, 250_000, 1_000_000, 3_000_000_000_000):
        scale = Scale.over([largest])
        said = [float(_axis(value, scale.step).replace(",", "")) for value in scale.lines()]
        assert said == pytest.approx(scale.lines())
        assert scale.high * 1_000_000 >= largest


def test_a_part_of_nothing_is_no_share() -> None:
    assert part(5, 0) is None
    assert part(-1, 3) == -3333


def test_almost_all_is_not_all() -> None:
    assert [_percent(share) for share in (0, 1, 4_950, 9_996, 10_000)] == [0, 1, 50, 99, 100]


def test_whatever_takes_the_focus_has_a_name(page: StatisticsPage) -> None:
    reached = [
        one for one in page.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) > 20
    nameless = [
        one
        for one in reached
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        and not isinstance(one, QScrollArea)
    ]
    assert nameless == []


def test_values_in_the_chart_are_rounded_as_in_the_table() -> None:
    for hundredths in (1_839_405_000, -1_146_955_000, 5_000, 4_999, -5_000, 0, 123_456_789_012):
        assert rounded(hundredths, 2) == shown(hundredths, WAN), hundredths
    assert [rounded(1_250_000, decimals) for decimals in (2, 1, 0)] == ["1.25", "1.3", "1"]
    assert rounded(-1_500_000, 0) == "-2"


def test_from_a_column_to_its_rows_and_back_by_keyboard_alone(qtbot: QtBot, qapp, firm: Workspace) -> None:
    path = firm.book.path
    firm.close()
    dress(qapp, Settings(), "light")
    window = make_window(Settings())
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.open_book(path)
    settled(qtbot)
    place = window.navigation.pages().index("statistics") + 1
    window.keys._show_nth(place - 1)
    settled(qtbot)
    page = window.page()
    assert isinstance(page, StatisticsPage)
    qtbot.waitUntil(lambda: page.is_settled and len(page.cards) == 6)
    chart = card(page, "clients").chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    settled(qtbot)
    assert window.navigation.page() == "form:JLFW-03"
    ledger_page = window.page()
    qtbot.waitUntil(lambda: ledger_page.model.rowCount() == 1)
    window.keys._show_nth(place - 1)
    assert window.page() is page
    window.close()
    settled(qtbot)
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
