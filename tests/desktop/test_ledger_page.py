"""The ledger page by keyboard: typing, moving, pasting, undoing, checking, filtering."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.place import Place
from forms import journal, ledger
from forms.book import Book

FORM = "JLFW-02"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def at(page, row, field):
    page.view.select_cell(row, page.model.place_of[field])


def place(page):
    index = page.view.currentIndex()
    return index.row(), page.model.columns[index.column()].id


def value(page, row, field):
    return page.model.value(page.model.row_at(row), page.model.place_of[field])


def shown(page, row, field):
    return page.model.text(page.model.row_at(row), page.model.place_of[field])


@pytest.fixture
def enter(qtbot, type_text):
    """Type into the current cell and leave it with a key."""

    def entered(page, text, key=Qt.Key.Key_Return):
        qtbot.keyClick(page.view, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        type_text(editor, text)
        qtbot.keyClick(editor, key)

    return entered


def test_enter_commits_and_goes_to_the_next_editable_cell(ledger_page, enter):
    at(ledger_page, 1, "amount_orig")
    enter(ledger_page, "12.5万")
    assert value(ledger_page, 1, "amount_orig") == 12_500_000
    assert shown(ledger_page, 1, "amount_orig") == "125,000.00"
    row, field = place(ledger_page)
    assert row == 1
    assert field != "amount_orig"
    assert "已自动保存" in ledger_page.bar.saved.text()


def test_typing_begins_to_edit_and_replaces(ledger_page, qtbot):
    at(ledger_page, 0, "contract_name")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_A)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "bc")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert value(ledger_page, 0, "contract_name") == "abc"


def test_a_frozen_cell_is_edited_where_it_is_seen(ledger_page, qtbot, enter):
    ledger_page.view.horizontalScrollBar().setValue(900)
    at(ledger_page, 2, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert ledger_page.view.frozen.isAncestorOf(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is ledger_page.view
    enter(ledger_page, "YJ-900")
    assert value(ledger_page, 2, "contract_no") == "YJ-900"
    at(ledger_page, 2, ledger_page.model.columns[ledger_page.view.frozen_count - 1].id)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return)
    assert ledger_page.view.horizontalScrollBar().value() < 900  # the next cell is not left under the frozen columns


def test_shift_enter_goes_back_and_read_only_cells_are_skipped(ledger_page, qtbot):
    model = ledger_page.model
    model.book.db.execute("UPDATE contracts SET settled = 1 WHERE pos = 2")  # row 2 is accepted
    model.refresh()
    last = model.columns[-1].id
    at(ledger_page, 0, last)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return)
    assert place(ledger_page) == (2, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return, SHIFT)
    assert place(ledger_page) == (0, last)
    assert len(ledger_page.keys.edits.cells()) == 1
    assert not model.flags(model.index(1, 3)) & Qt.ItemFlag.ItemIsEditable
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert "第2行已受理，不能直接修改" in model.index(1, 3).data(role)
        assert "已受理" not in (model.index(0, 3).data(role) or "")


def test_the_last_cell_adds_a_row(ledger_page, qtbot):
    last = [column.id for column in ledger_page.model.columns if not column.readonly][-1]
    at(ledger_page, 5, last)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return)
    assert ledger_page.model.rowCount() == 7
    assert place(ledger_page) == (6, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Minus, CONTROL)
    assert ledger_page.model.rowCount() == 6


def test_what_does_not_parse_is_kept_and_marked(ledger_page, enter):
    at(ledger_page, 3, "amount_orig")
    enter(ledger_page, "十二万五")
    assert value(ledger_page, 3, "amount_orig") is None
    assert shown(ledger_page, 3, "amount_orig") == "十二万五"
    mark = ledger_page.model.mark(ledger_page.model.row_at(3), ledger_page.model.place_of["amount_orig"])
    assert mark.severity == "error"


def test_a_pasted_block_is_one_step_and_unread_cells_are_listed(ledger_page, qtbot):
    QGuiApplication.clipboard().setText("甲\tX\r\n乙\tY\r\n")
    at(ledger_page, 0, "contract_name")
    before = journal.last_seq(ledger_page.model.book)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_V, CONTROL)
    assert journal.last_seq(ledger_page.model.book) == before + 1
    assert [value(ledger_page, row, "contract_name") for row in (0, 1)] == ["甲", "乙"]
    at(ledger_page, 0, "signed_on")
    QGuiApplication.clipboard().setText("2026-10-01\n猪年\n")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_V, CONTROL)
    assert value(ledger_page, 0, "signed_on") == "2026-10-01"
    assert shown(ledger_page, 1, "signed_on") == "猪年"
    assert ledger_page.panel.tabs.tabText(2) == "粘贴待处理 1"
    ledger_page.panel.set_folded(True)
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_V, CONTROL)
    assert "1 格未能识别" in ledger_page.toast.text()
    ledger_page.step_back(forward=False)
    ledger_page.step_back(forward=False)
    assert value(ledger_page, 1, "signed_on") == "2026-10-12"


def test_a_block_past_the_end_adds_rows_in_the_same_step(ledger_page, qtbot):
    QGuiApplication.clipboard().setText("N1\t甲\nN2\t乙\nN3\t丙\n")
    at(ledger_page, 5, "contract_no")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_V, CONTROL)
    assert ledger_page.model.rowCount() == 8
    assert [value(ledger_page, row, "contract_no") for row in (5, 6, 7)] == ["N1", "N2", "N3"]
    ledger_page.step_back(forward=False)
    assert ledger_page.model.rowCount() == 6
    assert value(ledger_page, 5, "contract_no") == "YJ-006"


def test_copy_fill_down_and_clear(ledger_page, qtbot):
    model = ledger_page.model
    at(ledger_page, 0, "client_country")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "韩国"
    model.setData(model.index(0, model.place_of["client_country"]), "日本")
    ledger_page.view.selectionModel().select(
        model.index(2, model.place_of["client_country"]), ledger_page.view.selectionModel().SelectionFlag.Select
    )
    for row in range(3):
        ledger_page.view.selectionModel().select(
            model.index(row, model.place_of["client_country"]), ledger_page.view.selectionModel().SelectionFlag.Select
        )
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_D, CONTROL)
    assert [value(ledger_page, row, "client_country") for row in range(3)] == ["JPN"] * 3
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Delete)
    assert [value(ledger_page, row, "client_country") for row in range(3)] == [None] * 3


def test_undo_survives_a_restart(ledger_page, enter):
    at(ledger_page, 0, "contract_name")
    enter(ledger_page, "改过的名称")
    path = ledger_page.model.book.path
    ledger_page.workspace.close()
    with Book.open(path) as book:
        told = journal.undo(book)
        assert told is not None
        assert "合同名称" in told[1]
        assert ledger.read_rows(book, FORM)[0]["contract_name"] == "软件测试服务（1）"


def test_f8_goes_on_from_the_current_cell(ledger_page, qtbot):
    model = ledger_page.model
    for row in (1, 4):
        model.setData(model.index(row, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    problems = [(one.pos - 1, one.field) for one in ledger_page.panel.problems() if one.severity == "error"]
    assert (1, "amount_orig") in problems
    at(ledger_page, 2, "contract_no")
    row = 2
    while place(ledger_page)[0] < 4 or place(ledger_page)[1] != "amount_orig":
        assert ledger_page.step_problem(forward=True)
        assert place(ledger_page)[0] >= row
        row = place(ledger_page)[0]
    for _ in range(len(problems) + 80):
        ledger_page.step_problem(forward=False)
        if place(ledger_page) == (1, "amount_orig"):
            break
    assert place(ledger_page) == (1, "amount_orig")


def test_a_click_on_a_problem_goes_to_its_cell_even_if_a_filter_hides_it(ledger_page, qtbot):
    model = ledger_page.model
    model.setData(model.index(4, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    ledger_page.bar.box.setText("YJ-001")
    qtbot.keyClick(ledger_page.bar.box, Qt.Key.Key_Return)
    assert model.rowCount() == 1
    problem = next(one for one in ledger_page.panel.problems() if one.field == "amount_orig" and one.pos == 5)
    ledger_page.panel.chosen.emit(problem)
    assert place(ledger_page) == (4, "amount_orig")
    assert model.rowCount() == 6


def test_a_filter_keeps_row_numbers_in_grid_and_panel(ledger_page, qtbot):
    model = ledger_page.model
    model.setData(model.index(4, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    ledger_page.bar.box.setText("YJ-005")
    qtbot.keyClick(ledger_page.bar.box, Qt.Key.Key_Return)
    assert model.rowCount() == 1
    assert model.headerData(0, Qt.Orientation.Vertical) == 5
    assert "第5行" in next(one.text for one in ledger_page.panel.problems() if one.field == "amount_orig").replace(
        " ", ""
    )


def test_totals_never_add_currencies(ledger_page, contract):
    ledger.add_row(ledger_page.model.book, FORM, contract(7, ccy="JPY", amount_orig="50000"))
    ledger_page.refresh()
    ledger_page.totals.count()
    text = ledger_page.totals_bar.text()
    assert "共 7 行" in text
    assert "USD 6,000.00" in text
    assert "JPY 50,000" in text
    assert "56,000" not in text


def test_amounts_of_an_unreadable_currency_are_counted_in_words_and_never_added_up(ledger_page, contract, qtbot):
    book = ledger_page.workspace.book
    for number, ccy in ((8, "美刀"), (9, "")):
        ledger.add_row(book, FORM, contract(number, amount_orig="77777", ccy=ccy), as_of="2026-11-03")
    ledger_page.refresh()
    qtbot.waitUntil(lambda: "共 8 行" in ledger_page.totals_bar.text())
    text = ledger_page.totals_bar.text()
    assert "USD 6,000.00" in text
    assert "币种未识别 2 笔，未计入合计" in text
    assert "77,777" not in text
    assert "155,554" not in text

    model, column = ledger_page.model, ledger_page.model.place_of["amount_orig"]
    both = QItemSelection(model.index(6, column), model.index(7, column))
    ledger_page.view.selectionModel().select(both, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    qtbot.waitUntil(lambda: "选中 2 格" in ledger_page.totals_bar.text())
    assert "币种未识别 2 笔" in ledger_page.totals_bar.text()
    assert "77,777" not in ledger_page.totals_bar.text()


def test_markup_in_a_cell_is_shown_as_text(ledger_page, qtbot):
    model = ledger_page.model
    model.setData(model.index(0, model.place_of["contract_name"]), "<b>粗</b><img src=x>")
    index = model.index(0, model.place_of["contract_name"])
    tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "&lt;b&gt;" in tip
    QApplication.sendEvent(ledger_page.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))


def test_deleted_rows_come_back(ledger_page):
    at(ledger_page, 2, "contract_no")
    ledger_page.delete_rows()
    assert [value(ledger_page, row, "contract_no") for row in range(5)][2] == "YJ-004"
    ledger_page.step_back(forward=False)
    assert value(ledger_page, 2, "contract_no") == "YJ-003"
    ledger_page.step_back(forward=True)
    assert ledger_page.model.rowCount() == 5


def test_a_problem_in_a_hidden_column_shows_the_column(ledger_page, qtbot):
    model = ledger_page.model
    hidden = [one.id for one in model.edition.stored_fields if one.hidden]
    assert hidden
    assert not set(hidden) & set(model.place_of)
    uid = model.row_at(2).uid
    ledger_page.show_place(Place(FORM, "2026-10", uid, hidden[-1]))
    assert place(ledger_page) == (2, hidden[-1])
    assert ledger_page.columns.remembered()[hidden[-1]] > 0
    assert ledger_page.view.itemDelegate().stop == len(model.columns)
    ledger_page.columns.toggle(hidden[-1], shown=False)
    assert hidden[-1] not in model.place_of


def test_a_drag_goes_over_the_edge_of_the_frozen_columns(ledger_page, qtbot):
    view = ledger_page.view
    inside = QPoint(20, 40)
    beyond = QPoint(view.frozen_width() + 40, 100)
    qtbot.mousePress(view.frozen.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseMove(view.frozen.viewport(), beyond)
    qtbot.mouseRelease(view.frozen.viewport(), Qt.MouseButton.LeftButton, pos=beyond)
    cells = ledger_page.keys.edits.cells()
    assert cells[0] == (1, 0)
    assert cells[-1] == (3, view.frozen_count)
    view.horizontalScrollBar().setValue(600)
    assert view.indexAt(inside).column() == 0


def test_frozen_and_main_view_have_their_own_delegates_and_one_selection(ledger_page):
    view = ledger_page.view
    assert view.itemDelegate() is not view.frozen.itemDelegate()
    assert view.selectionModel() is view.frozen.selectionModel()
    view.verticalScrollBar().setValue(40)
    assert view.frozen.verticalScrollBar().value() == view.verticalScrollBar().value()


def test_f8_follows_the_order_the_eye_sees(ledger_page, qtbot):
    model = ledger_page.model
    for row, name in ((0, "丙"), (2, "甲"), (4, "乙")):
        model.setData(model.index(row, model.place_of["contract_name"]), name)
        model.setData(model.index(row, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    ledger_page.view.labels.sort = ("contract_no", True)  # the last row stands first
    ledger_page.view.labels.sorted.emit("contract_no", True)
    at(ledger_page, 0, "contract_no")
    walked = []
    while len(walked) < 3:
        ledger_page.step_problem(forward=True)
        if place(ledger_page)[1] == "amount_orig":
            walked.append(model.row_at(place(ledger_page)[0]).pos)
    assert walked == [5, 3, 1]
    ledger_page.step_problem(forward=False)
    while place(ledger_page)[1] != "amount_orig":
        ledger_page.step_problem(forward=False)
    assert model.row_at(place(ledger_page)[0]).pos == 3


def test_f8_stays_with_the_rows_a_filter_shows_as_long_as_one_of_them_has_a_problem(ledger_page, qtbot):
    model = ledger_page.model
    for row in (1, 4):
        model.setData(model.index(row, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    ledger_page.bar.box.setText("YJ-005")
    qtbot.keyClick(ledger_page.bar.box, Qt.Key.Key_Return)
    for _ in range(12):
        ledger_page.step_problem(forward=True)
        assert model.rowCount() == 1


def test_enter_goes_down_the_column_where_the_settings_say_so(ledger_page, qtbot, enter):
    ledger_page.workspace.settings.enter_moves = "down"
    at(ledger_page, 1, "amount_orig")
    enter(ledger_page, "5")
    assert place(ledger_page) == (2, "amount_orig")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Return, SHIFT)
    assert place(ledger_page) == (1, "amount_orig")
    enter(ledger_page, "6", Qt.Key.Key_Tab)
    assert place(ledger_page)[0] == 1
    assert place(ledger_page)[1] != "amount_orig"
    at(ledger_page, 5, "amount_orig")
    qtbot.keyClick(ledger_page.view, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert place(ledger_page) == (6, "amount_orig")
    assert ledger_page.model.rowCount() == 7


def test_a_long_sentence_in_the_folded_panel_ends_in_an_ellipsis(ledger_page, qtbot):
    model, panel = ledger_page.model, ledger_page.panel
    model.setData(model.index(0, model.place_of["amount_orig"]), "不是数")
    qtbot.waitUntil(lambda: not ledger_page.checks.stale)
    ledger_page.resize(760, 470)
    panel.set_folded(True)
    panel.summary.setMaximumWidth(300)
    ledger_page.step_problem(forward=True)
    QApplication.processEvents()  # the layout follows
    whole, shown_now = panel.summary.text(), "".join(phrase.text for phrase in panel.summary.shown())
    assert whole.startswith("第1行")
    assert shown_now.endswith("…")
    assert whole.startswith(shown_now[:-1])
    panel.summary.setMaximumWidth(3000)
    ledger_page.resize(3000, 470)
    QApplication.processEvents()
    assert "".join(phrase.text for phrase in panel.summary.shown()) == whole


def test_in_a_long_ledger_the_word_typed_last_wins_whatever_is_still_being_looked_for(ledger_page, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.pages.ledger_narrowing.AT_ONCE", 0)
    model, narrowing = ledger_page.model, ledger_page.narrowing
    for word in ("YJ", "YJ-00", "YJ-003"):
        narrowing.narrow(word, "all")
    assert model.rowCount() == 6  # the window does not wait
    qtbot.waitUntil(lambda: narrowing.is_settled)
    assert [model.row_at(row).pos for row in range(model.rowCount())] == [3]
    narrowing.narrow("YJ-004", "all")
    narrowing.narrow("", "all")  # the box was emptied meanwhile
    assert model.rowCount() == 6
    qtbot.waitUntil(lambda: narrowing._job is None)
    assert model.rowCount() == 6


def test_an_edit_while_a_filter_is_looked_for_is_not_lost_from_it(ledger_page, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.pages.ledger_narrowing.AT_ONCE", 0)
    ledger_page.narrowing.narrow("YJ-005", "all")
    ledger_page.model.delete_rows([0], "删除")  # row 5 is row 4 now
    qtbot.waitUntil(lambda: ledger_page.narrowing.is_settled)
    assert [ledger_page.model.row_at(row).pos for row in range(ledger_page.model.rowCount())] == [4]
