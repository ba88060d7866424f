"""The import dialog: preview changes nothing, importing does, a file that is no workbook gets one sentence."""

from __future__ import annotations

import threading

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.pages import import_annotating, import_dialog
from desktop.pages.import_dialog import ImportDialog
from forms import journal, ledger
from forms.workbook.export import export_ledger
from forms.workbook.importing import import_workbook

FORM = "JLFW-02"


@pytest.fixture
def workbook(contracts, tmp_path):
    """Write the six contracts to a workbook, then take them out of the Book."""
    book = contracts.book
    path = tmp_path / "台账.xlsx"
    export_ledger(book, FORM, path)
    ledger.delete_rows(book, FORM, [row["uid"] for row in ledger.read_rows(book, FORM)])
    return path


@pytest.fixture
def dialog(qtbot, contracts):
    made = ImportDialog(contracts, FORM, {"JPY"})
    qtbot.addWidget(made)
    made.show()
    return made


def texts(dialog):
    return " ".join(label.text() for label in dialog.summary.findChildren(QLabel))


def page_is(dialog, page):
    return lambda: dialog._stack.currentIndex() == page and dialog._job is None


def test_a_preview_changes_nothing_and_an_import_is_one_step(dialog, workbook, contracts, qtbot):
    book = contracts.book
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    assert ledger.row_count(book, FORM) == 0
    assert dialog._go.text() == "导入 6 行"
    assert "6,000.00" in texts(dialog)
    before = journal.last_seq(book)
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert ledger.row_count(book, FORM) == 6
    assert journal.last_seq(book) == before + 1
    assert "一致" in texts(dialog)


def test_enter_in_the_very_turn_the_rows_are_in_still_tells_of_them(dialog, workbook, contracts):
    told = []
    dialog.imported.connect(told.append)
    result = import_workbook(contracts.book, FORM, workbook, as_of=contracts.as_of)
    dialog._imported(result)
    dialog.accept()
    assert told == [result]


def test_an_import_that_is_cancelled_leaves_nothing_or_says_that_it_is_in(dialog, workbook, contracts, qtbot):
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    dialog.apply()
    dialog.reject()
    assert dialog.isVisible() or not ledger.row_count(contracts.book, FORM)
    qtbot.waitUntil(lambda: dialog._job is None)
    came = ledger.row_count(contracts.book, FORM)
    assert (came, dialog.isVisible()) in [(0, False), (6, True)]


def test_an_import_cancelled_after_its_rows_are_in_says_so(dialog, workbook, contracts, qtbot, monkeypatch):
    from forms.workbook import importing

    real, told = importing._check, []
    cancel = threading.Event()

    def check(*args):
        cancel.wait(20)
        real(*args)

    monkeypatch.setattr(importing, "_check", check)
    dialog.imported.connect(told.append)
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    dialog.apply()
    qtbot.waitUntil(lambda: ledger.row_count(contracts.book, FORM) == 6)
    dialog.reject()
    assert dialog._title.text() == "正在取消…"
    cancel.set()
    qtbot.waitUntil(lambda: bool(told))
    assert dialog.isVisible()
    assert dialog._title.text() == "已导入 6 行"


def test_after_an_import_the_page_shows_the_problems_of_all_rows_and_asks_for_no_second_check(
    ledger_page, contract, tmp_path, qtbot
):
    book = ledger_page.workspace.book
    ledger.add_row(book, FORM, contract(9, amount_orig="九百"))
    path = tmp_path / "台账.xlsx"
    export_ledger(book, FORM, path)
    new = ledger.read_rows(book, FORM)[-1]["uid"]
    ledger.delete_rows(book, FORM, [new])
    ledger.add_row(book, FORM, contract(8, amount_orig="八百"))  # not in the file
    ledger_page.checks.check_all()
    qtbot.waitUntil(lambda: ledger_page.checks._job is None)
    result = import_workbook(book, FORM, path, as_of=ledger_page.workspace.as_of)
    ledger_page.workbooks._imported(result)
    shown = {one.key for one in ledger_page.model.marks.findings() if one.field == "amount_orig"}
    assert shown == {"YJ-008", "YJ-009"}
    assert {one.key for one in result.findings if one.field == "amount_orig"} == {"YJ-009"}
    assert not ledger_page.checks._timer.isActive()


def test_a_line_of_the_panel_names_the_cell_in_the_file(ledger_page, contract, tmp_path, qtbot):
    book = ledger_page.workspace.book
    ledger.add_row(book, FORM, contract(9, amount_orig="九百"))
    path = tmp_path / "台账.xlsx"
    export_ledger(book, FORM, path)
    ledger.delete_rows(book, FORM, [ledger.read_rows(book, FORM)[-1]["uid"]])
    ledger_page.workbooks._imported(import_workbook(book, FORM, path, as_of=ledger_page.workspace.as_of))
    qtbot.waitUntil(lambda: any(one.label == "合同金额（原币）" for one in ledger_page.panel.models[0].problems))
    model = ledger_page.panel.models[0]
    at = next(at for at, one in enumerate(model.problems) if one.label == "合同金额（原币）")
    sheet = openpyxl.load_workbook(path)["填报"]
    cell = next(one.coordinate for line in sheet.iter_rows() for one in line if one.value == "九百")
    assert model.index(at, 1).data() == f"第7行 · 填报!{cell}"


def test_the_same_file_again_has_nothing_to_import(dialog, workbook, qtbot):
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    dialog.apply()
    qtbot.waitUntil(lambda: dialog._title.text().startswith("已导入"))
    dialog.preview(workbook)
    qtbot.waitUntil(lambda: dialog._title.text().startswith("导入前") and dialog._job is None)
    assert not dialog._go.isEnabled()
    assert dialog.result_shown.unchanged == 6


def test_what_is_no_workbook_gets_a_sentence(dialog, contracts, tmp_path, qtbot):
    path = tmp_path / "不是.xlsx"
    path.write_bytes(b"<html>")
    dialog.preview(path)
    qtbot.waitUntil(page_is(dialog, import_dialog.REFUSED))
    assert dialog._sentence.text().endswith("。")
    assert ledger.row_count(contracts.book, FORM) == 6


def test_what_was_decided_about_the_file_is_said(dialog, contracts, tmp_path, qtbot):
    made = openpyxl.Workbook()
    made.active.append(["合同号", "币种", "合同金额（万元）"])
    made.active.append(["YJ-W", "CNY", 12.5])
    made.save(tmp_path / "万元.xlsx")
    dialog.preview(tmp_path / "万元.xlsx")
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    assert "C列“合同金额（万元）”以万为单位" in texts(dialog)
    assert "125,000.00" in texts(dialog)


def test_another_sheet_of_the_workbook_is_chosen_by_keyboard(dialog, contracts, tmp_path, qtbot):
    book = contracts.book
    made = openpyxl.Workbook()
    for name, number in (("一月", "YJ-1"), ("二月", "YJ-2"), ("附注", None)):
        page = made.create_sheet(name)
        page.append(["合同号", "币种", "合同金额"] if number else ["只有一句话"])
        page.append([number, "CNY", 100])
    made.remove(made["Sheet"])
    made.save(tmp_path / "两月.xlsx")
    dialog.preview(tmp_path / "两月.xlsx")
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    box = dialog.sheets.box
    assert box.isVisible()
    assert [box.itemText(at) for at in range(box.count())] == ["一月", "二月", "附注"]
    assert box.currentText() == "一月"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dialog._stack.currentIndex() == import_dialog.WORKING
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    assert dialog.result_shown.sheet == "二月"
    assert dialog.focusWidget() is box
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(page_is(dialog, import_dialog.REFUSED))
    assert box.isVisible()  # the way back
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    kept = {row["contract_no"] for row in ledger.read_rows(book, FORM)}
    assert "YJ-2" in kept
    assert "YJ-1" not in kept
    assert not box.isVisible()


def test_a_workbook_of_one_sheet_asks_nothing(dialog, workbook, qtbot):
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    assert not dialog.sheets.isVisible()


def test_after_an_import_the_problems_are_painted_into_a_copy_of_the_file(
    dialog, contracts, tmp_path, qtbot, monkeypatch
):
    made = openpyxl.Workbook()
    made.active.append(["合同号", "币种", "合同金额"])
    made.active.append(["YJ-W", "美刀", "约三万"])
    made.save(tmp_path / "台账.xlsx")
    before = (tmp_path / "台账.xlsx").read_bytes()
    dialog.preview(tmp_path / "台账.xlsx")
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    line = dialog.annotating
    assert not line.isVisible()
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert line.isVisible()
    asked = []

    def ask(_parent, _title, name, kinds):
        asked.append((name, kinds))
        return str(tmp_path / "标注.xlsx"), kinds

    monkeypatch.setattr(import_annotating.QFileDialog, "getSaveFileName", ask)
    said, say = [], line._say
    monkeypatch.setattr(line, "_say", lambda text, role: (said.append(text), say(text, role)))
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(line.open.isVisible)
    assert "正在标注：2 / 2 行" in said
    assert asked == [(str(tmp_path / "台账-审核结果.xlsx"), "Excel (*.xlsx)")]
    assert "标注.xlsx" in line.said.text()
    assert (tmp_path / "台账.xlsx").read_bytes() == before
    assert openpyxl.load_workbook(tmp_path / "标注.xlsx").active["B2"].comment is not None
    line.write(tmp_path / "台账.xlsx")
    qtbot.waitUntil(lambda: "原文件" in line.said.text() and line.button.isEnabled())
    assert not line.open.isVisible()
    assert (tmp_path / "台账.xlsx").read_bytes() == before


def test_a_copy_that_is_cancelled_leaves_no_file(dialog, workbook, contracts, tmp_path, qtbot, monkeypatch):
    made = openpyxl.load_workbook(workbook)
    made["填报"]["A5"] = None
    made.save(workbook)
    dialog.preview(workbook)
    qtbot.waitUntil(page_is(dialog, import_dialog.SUMMARY))
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    line, begun = dialog.annotating, threading.Event()
    work, may_go = contracts.work, threading.Event()

    def held(function, **told):
        def holding(book, job):
            begun.set()
            may_go.wait(10)
            return function(book, job)

        return work(holding, **told)

    monkeypatch.setattr(contracts, "work", held)
    line.write(tmp_path / "标注.xlsx")
    qtbot.waitUntil(begun.is_set)
    assert line.stop.isVisible()
    line.stop.click()
    may_go.set()
    qtbot.waitUntil(lambda: not line.stop.isVisible())
    assert "已取消标注" in line.said.text()
    assert list(tmp_path.glob("*标注*")) == []
