"""What one does in a ledger beside typing: filter columns, mend a paste, step back, look into a row's past."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.models.column_filter import ColumnFilter
from desktop.models.row_story import CHANGE, COMMENT, EVENT, FIELD, FINDING, HEAD
from desktop.pages.ledger import LedgerPage
from forms import history, journal, ledger

FORM = "JLFW-02"
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def at(page, row, field):
    page.view.select_cell(row, page.model.place_of[field])


def place(page):
    index = page.view.currentIndex()
    return index.row(), page.model.columns[index.column()].id


def value(page, row, field):
    return page.model.value(page.model.row_at(row), page.model.place_of[field])


def paste(page, qtbot, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)


def select(page, top, left, bottom, right):
    model, places = page.model, page.model.place_of
    block = QItemSelection(model.index(top, places[left]), model.index(bottom, places[right]))
    page.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def tray(page):
    return [(one.pos, one.label, one.rule) for one in page.panel.models[2].problems]


# -- keys


def test_tab_goes_from_cell_to_cell_and_f6_leaves_the_grid(ledger_page, qtbot):
    at(ledger_page, 0, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Tab)
    second = place(ledger_page)
    assert second[0] == 0
    assert second[1] != "contract_no"
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Backtab, SHIFT)
    assert place(ledger_page) == (0, "contract_no")
    assert QApplication.focusWidget() is ledger_page.view
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_F6)
    assert not ledger_page.view.hasFocus()
    ledger_page.view.setFocus()
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Tab, CONTROL)
    assert not ledger_page.view.hasFocus()


def test_tab_leaves_a_grid_that_is_empty(ledger_page, qtbot):
    ledger_page.bar.box.setText("没有这样的合同")
    qtbot.keyClick(ledger_page.bar.box, Qt.Key.Key_Return)
    ledger_page.view.setFocus()
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Tab)
    assert not ledger_page.view.hasFocus()
    assert ledger_page.model.pages.total == 6


@pytest.mark.parametrize("ditto", ["..", "。。"])
def test_two_full_stops_take_the_cell_above(ledger_page, qtbot, type_text, ditto):
    for field in ("client_country", "amount_orig", "signed_on"):
        ledger_page.model.setData(ledger_page.model.index(1, ledger_page.model.place_of[field]), "")
        at(ledger_page, 1, field)
        qtbot.keyClick(ledger_page.view, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        type_text(editor, ditto)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert value(ledger_page, 1, field) == value(ledger_page, 0, field)
        assert value(ledger_page, 1, field) is not None


def test_a_row_is_put_in_above_the_current_one(ledger_page, qtbot):
    at(ledger_page, 2, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Plus, CONTROL)
    assert [value(ledger_page, row, "contract_no") for row in range(4)] == ["YJ-001", "YJ-002", None, "YJ-003"]
    assert place(ledger_page) == (2, "contract_no")


def test_after_a_jump_whole_rows_stand_under_the_header(ledger_page, contract):
    for number in range(7, 80):
        ledger.add_row(ledger_page.model.book, FORM, contract(number))
    ledger_page.refresh()
    bar, height = ledger_page.view.verticalScrollBar(), ledger_page.view.numbers.defaultSectionSize()
    for row in (40, 3, 60, 79 - 1, 17, 0):
        at(ledger_page, row, "contract_name")
        assert bar.value() % height == 0
        shown = ledger_page.view.visualRect(ledger_page.view.currentIndex())
        assert ledger_page.view.viewport().rect().contains(shown)


def test_shift_selects_from_where_one_was_whichever_way_one_came_there(ledger_page, qtbot):
    view = ledger_page.view
    at(ledger_page, 1, "client_name")
    qtbot.keyClick(view, Qt.Key.Key_End, CONTROL | SHIFT)
    width = len(ledger_page.model.columns) - ledger_page.model.place_of["client_name"]
    assert len(ledger_page.keys.edits.cells()) == 5 * width
    qtbot.keyClick(view, Qt.Key.Key_Home, CONTROL | SHIFT)
    assert len(ledger_page.keys.edits.cells()) == 2 * (ledger_page.model.place_of["client_name"] + 1)
    at(ledger_page, 4, "contract_name")
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert [row for row, _ in ledger_page.keys.edits.cells()] == [3, 4]


def test_ctrl_enter_fills_the_selection_from_its_first_cell_or_with_what_was_typed(ledger_page, qtbot):
    view = ledger_page.view
    ledger_page.model.setData(ledger_page.model.index(0, ledger_page.model.place_of["contract_name"]), "首行")
    at(ledger_page, 0, "contract_name")
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Return, CONTROL)
    assert [value(ledger_page, row, "contract_name") for row in range(4)] == ["首行"] * 3 + ["软件测试服务（4）"]
    qtbot.keyClick(view, Qt.Key.Key_A)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "bc")
    before = journal.last_seq(ledger_page.model.book)
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert [value(ledger_page, row, "contract_name") for row in range(4)] == ["abc"] * 3 + ["软件测试服务（4）"]
    assert journal.last_seq(ledger_page.model.book) == before + 1
    assert view.hasFocus()


def test_a_selection_of_everything_is_refused_with_a_word_instead_of_standing_still(ledger_page, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.pages.grid_edits.MOST_CELLS", 50)
    before = journal.last_seq(ledger_page.model.book)
    QGuiApplication.clipboard().setText("unchanged")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_A, CONTROL)
    for key, modifiers in ((Qt.Key.Key_C, CONTROL), (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)):
        ledger_page.toast.hide()
        qtbot.keyClick(ledger_page.view, key, modifiers)
        assert "一次最多处理 50 格" in ledger_page.toast.text()
        assert ledger_page.toast.isVisible()
    assert QGuiApplication.clipboard().text() == "unchanged"
    assert journal.last_seq(ledger_page.model.book) == before


# -- the tray


def test_what_a_paste_could_not_do_is_listed_and_leads_to_its_cell(ledger_page, qtbot):
    model = ledger_page.model
    model.book.db.execute("UPDATE contracts SET settled = 1 WHERE pos = 2")  # row 2 is accepted
    model.refresh()
    at(ledger_page, 0, "signed_on")
    paste(ledger_page, qtbot, "2026-10-01\n2026-10-02\n猪年\n")
    label = model.edition.by_id["signed_on"].label
    assert sorted(tray(ledger_page)) == [(2, label, "2026-10-02"), (3, label, "猪年")]
    assert ledger_page.panel.tabs.isTabVisible(2)
    unread = next(one for one in ledger_page.panel.models[2].problems if one.rule == "猪年")
    assert unread.text
    at(ledger_page, 5, "contract_no")
    ledger_page.panel.chosen.emit(unread)
    assert place(ledger_page) == (2, "signed_on")
    model.setData(model.index(2, model.place_of["signed_on"]), "2026-10-03")  # mended
    assert tray(ledger_page) == [(2, label, "2026-10-02")]
    ledger_page.panel.clear_button.click()
    assert not ledger_page.panel.tabs.isTabVisible(2)


def test_an_undone_paste_leaves_nothing_in_the_tray(ledger_page, qtbot):
    at(ledger_page, 5, "signed_on")
    paste(ledger_page, qtbot, "猪年\n鼠年\n")
    assert len(tray(ledger_page)) == 2
    ledger_page.step_back(forward=False)
    assert tray(ledger_page) == []
    assert ledger_page.model.rowCount() == 6
    ledger_page.step_back(forward=True)
    assert len(tray(ledger_page)) == 2


@pytest.mark.parametrize(
    "text",
    [
        'N1\t"一行\n又一行"\t韩国\nN2\t"他说""好"""\t日本\n',  # LibreOffice Calc
        'N1\t"一行\n又一行"\t韩国\r\nN2\t"他说""好"""\t日本\r\n',  # Excel and WPS
    ],
)
def test_line_breaks_and_quotes_of_a_spreadsheet_stay_in_their_cells(ledger_page, qtbot, text):
    places = ledger_page.model.place_of
    assert places["contract_name"] == places["contract_no"] + 1
    at(ledger_page, 5, "contract_no")
    paste(ledger_page, qtbot, text)
    assert ledger_page.model.rowCount() == 7
    names = [value(ledger_page, row, "contract_name") for row in (5, 6)]
    assert names[0].replace("\n", "") == "一行又一行"
    assert names[1] == '他说"好"'


# -- steps


def test_steps_are_listed_by_name_and_taken_back_together(ledger_page, qtbot):
    at(ledger_page, 0, "contract_name")
    paste(ledger_page, qtbot, "甲\n乙\n")
    model = ledger_page.model
    model.setData(model.index(3, model.place_of["contract_name"]), "丁")
    steps = [step.label for step in history.undoable(model.book, 2)]
    assert steps == ["填写“合同名称”", "粘贴 2×1"]
    assert "填写“合同名称”" in ledger_page.bar.steps.undo.accessibleName()
    menu = ledger_page.bar.steps.more.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[1].text().startswith("撤销：粘贴 2×1　合同台账")
    menu.actions()[1].trigger()
    assert value(ledger_page, 0, "contract_name") == "软件测试服务（1）"
    assert value(ledger_page, 3, "contract_name") == "软件测试服务（4）"
    assert [step.label for step in history.redoable(model.book, 9)] == ["粘贴 2×1", "填写“合同名称”"]
    assert "粘贴 2×1" in ledger_page.bar.steps.redo.accessibleName()
    ledger_page.bar.steps.redo.click()
    assert value(ledger_page, 1, "contract_name") == "乙"


# -- filters


def test_a_column_is_filtered_by_values_text_and_range(ledger_page, qtbot):
    model, narrowing = ledger_page.model, ledger_page.narrowing
    for row, (country, amount) in enumerate([("日本", "100"), ("日本", "5000"), ("韩国", "")]):
        model.setData(model.index(row, model.place_of["client_country"]), country)
        model.setData(model.index(row, model.place_of["amount_orig"]), amount)
    model.setData(model.index(5, model.place_of["amount_orig"]), "不是数")

    def rows():
        return [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]

    ledger_page.filters.open("client_country", QPoint(100, 100))
    popup = ledger_page.filters.popup
    listed = [popup.choices.data(popup.choices.index(row)) for row in range(popup.choices.rowCount())]
    assert listed == ["韩国　4", "日本　2"]
    popup.choices.setData(popup.choices.index(0), 0)
    popup.accept()
    assert rows() == [1, 2]
    assert ledger_page.bar.clear.isVisible()
    narrowing.filter_column("amount_orig", ColumnFilter("amount_orig", low=100_000))
    assert rows() == [2]
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_F, CONTROL | SHIFT)
    assert rows() == [1, 2, 3, 4, 5, 6]
    assert not ledger_page.bar.clear.isVisible()
    narrowing.filter_column("client_country", ColumnFilter("client_country", contains="hg"))
    assert rows() == [3, 4, 5, 6]
    narrowing.filter_column("amount_orig", ColumnFilter("amount_orig", values=(), blank=True))
    assert rows() == [3]
    narrowing.filter_column("amount_orig", ColumnFilter("amount_orig", values=(), unread=True))
    assert rows() == [6]
    ledger_page.bar.box.setText("YJ-001")
    qtbot.keyClick(ledger_page.bar.box, Qt.Key.Key_Return)
    assert rows() == []
    assert not ledger_page.empty.isHidden()


def test_a_date_range_may_name_months_and_says_what_it_cannot_read(ledger_page):
    model = ledger_page.model
    model.setData(model.index(0, model.place_of["signed_on"]), "2026-09-30")
    ledger_page.filters.open("signed_on", QPoint(100, 100))
    popup = ledger_page.filters.popup
    popup.low.setText("昨天以后")
    popup.accept()
    assert popup.problem.text()
    popup.low.setText("2026-10")
    popup.high.setText("2026-10")
    popup.accept()
    assert model.rowCount() == 5


def test_the_funnel_opens_the_filter_and_the_rest_of_a_label_sorts(ledger_page, qtbot, type_text):
    labels, model = ledger_page.view.labels, ledger_page.model
    section = model.place_of["client_name"]
    right = labels.sectionViewportPosition(section) + labels.sectionSize(section)
    middle = labels.height() // 2
    qtbot.mouseMove(labels.viewport(), QPoint(right - 12, middle))
    qtbot.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 12, middle))
    popup = ledger_page.filters.popup
    assert popup.accessibleName() == "筛选：发包方名称"
    assert labels.sort == ("", False)
    type_text(popup.text, "没有这样的公司")
    assert popup.choices.rowCount() == 0
    popup.text.setText("한빛")
    qtbot.keyClick(popup.text, Qt.Key.Key_Return)
    assert list(ledger_page.narrowing.filters) == ["client_name"]
    assert model.rowCount() == 6
    qtbot.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(right - 60, middle))
    assert labels.sort == ("client_name", False)
    ledger_page.filters.open("client_name", QPoint(0, 0))
    qtbot.keyClick(ledger_page.filters.popup, Qt.Key.Key_Escape)
    assert list(ledger_page.narrowing.filters) == ["client_name"]


def test_an_amount_that_nobody_can_read_is_no_filter(ledger_page, type_text):
    ledger_page.filters.open("amount_orig", QPoint(100, 100))
    popup = ledger_page.filters.popup
    type_text(popup.text, "很多")
    popup.accept()
    assert popup.problem.text()
    assert popup.isVisible()
    popup.text.setText("0.1万")
    popup.accept()
    assert ledger_page.model.rowCount() == 6


# -- totals, columns


def test_a_selection_has_its_sum_average_and_count_per_currency(ledger_page):
    model = ledger_page.model
    model.setData(model.index(1, model.place_of["amount_orig"]), "500")
    model.setData(model.index(2, model.place_of["ccy"]), "JPY")
    model.setData(model.index(3, model.place_of["amount_orig"]), "")
    select(ledger_page, 0, "amount_orig", 3, "amount_orig")
    ledger_page.totals.count()
    text = ledger_page.totals_bar.text()
    assert "选中 4 格，有内容 3 格" in text
    assert "USD 1,500.00  平均 750.00（2 个）" in text
    assert "JPY 1,000  平均 1,000（1 个）" in text


def test_columns_keep_their_order_for_this_firm_until_they_are_reset(ledger_page, qtbot):
    model, settings = ledger_page.model, ledger_page.workspace.settings
    before = list(model.place_of)
    free = ledger_page.view.frozen_count
    ledger_page.columns.move(free, free + 2)
    moved = list(model.place_of)
    assert moved[free + 2] == before[free]
    again = LedgerPage(ledger_page.workspace, FORM)
    qtbot.addWidget(again)
    again.bring_up_to_date()
    assert list(again.model.place_of) == moved
    assert all(model.book.firm.uscc in key for key in settings.column_order)
    ledger_page.columns.restore()
    assert list(model.place_of) == before
    assert not settings.column_order


def test_a_drag_of_a_label_moves_the_column(ledger_page, qtbot):
    before = list(ledger_page.model.place_of)
    free = ledger_page.view.frozen_count
    ledger_page.view.labels.moveSection(free, free + 1)
    qtbot.waitUntil(lambda: list(ledger_page.model.place_of) != before)
    after = list(ledger_page.model.place_of)
    assert after[free : free + 2] == [before[free + 1], before[free]]
    assert ledger_page.view.labels.visualIndex(free) == free


# -- one row as a whole


def test_the_drawer_tells_a_rows_fields_findings_and_past(ledger_page, qtbot):
    model = ledger_page.model
    at(ledger_page, 1, "contract_name")
    paste(ledger_page, qtbot, "新名称")
    ledger_page.step_back(forward=False)
    model.setData(model.index(1, model.place_of["amount_orig"]), "不是数")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return, ALT)
    assert ledger_page.drawer.isVisible()
    lines = ledger_page.drawer.lines

    def said(sort):
        return [(line.label, line.text) for line in lines.lines if line.sort == sort]

    qtbot.waitUntil(lambda: bool(said(EVENT)))
    events = [text for _when, text in said(EVENT)]
    assert events == ["录入 · 填写“合同金额（原币）”", "撤销 · 粘贴 1×1", "粘贴 1×1", "录入 · 合同台账新增1行"]
    assert ("合同名称", "新名称 → 软件测试服务（2）") in said(CHANGE)
    assert ("合同金额（原币）", "1,000.00 → 不是数") in said(CHANGE)
    assert any("合同金额" in label for label, _ in said(FINDING))
    assert {field.label for field in model.edition.stored_fields} == {label for label, _ in said(FIELD)}
    assert "韩国" in [text for _, text in said(FIELD)]
    assert len(said(HEAD)) > 3
    assert said(COMMENT) == []
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "第3行" in ledger_page.drawer.title.text())
    line = next(number for number, one in enumerate(lines.lines) if one.field == "amount_orig")
    ledger_page.drawer.view.clicked.emit(lines.index(line))
    assert place(ledger_page) == (2, "amount_orig")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return, ALT)
    assert not ledger_page.drawer.isVisible()


def test_the_past_of_a_row_that_was_deleted_and_came_back_is_whole(ledger_page):
    book = ledger_page.model.book
    uid = ledger_page.model.row_at(2).uid
    ledger.delete_rows(book, FORM, [uid])
    journal.undo(book)
    told = [(one.source, one.made, one.gone) for one in history.of_row(book, FORM, uid, 10)]
    assert told == [("undo", True, False), ("typed", False, True), ("typed", True, False)]


def test_coming_to_a_cell_by_keyboard_says_what_is_wrong_with_it(ledger_page, qtbot):
    model, panel = ledger_page.model, ledger_page.panel
    model.setData(model.index(1, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    panel.set_folded(True)
    before = panel.summary.text()
    at(ledger_page, 0, "amount_orig")
    assert panel.summary.text() == before
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Down)
    assert "第2行" in panel.summary.text()
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Up)
    assert panel.summary.text() == before
