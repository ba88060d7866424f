"""The import step by step: the header's row, the columns with samples, the unit nobody said, all by keyboard."""

from __future__ import annotations

import json

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.pages import import_steps as steps
from desktop.pages.import_dialog import COLUMNS, REFUSED, SHEET, SUMMARY, ImportDialog
from forms import ledger

FORM = "JLFW-02"
ERP = ("单据", "项目名称", "签约日期", "币种", "数", "客户国别")


@pytest.fixture
def dialog(qtbot, contracts):
    made = ImportDialog(contracts, FORM, {"JPY"})
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown(dialog, qtbot):
    """Wait until the dialog stands at a page and nothing runs."""

    def wait(page):
        qtbot.waitUntil(lambda: dialog._stack.currentIndex() == page and dialog._job is None)

    return wait


@pytest.fixture
def write(tmp_path):
    def written(*rows, name="台账.xlsx", sheet="合同台账"):
        made = openpyxl.Workbook()
        made.active.title = sheet
        for row in rows:
            made.active.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return written


@pytest.fixture
def erp(write):
    """Contracts as another program writes them: number and amount under words of its own."""
    return write(
        ("合同一览",), ERP, *((f"ERP-{n}", "平台开发", "2026-10-12", "USD", 1200 + n, "韩国") for n in range(1, 5))
    )


def kept(contracts):
    return {row["contract_no"]: row["amount_orig"] for row in ledger.read_rows(contracts.book, FORM)}


def large(contracts):
    """Have the six contracts be of the size that is usual here."""
    rows = ledger.read_rows(contracts.book, FORM)
    edits = [ledger.CellEdit(row["uid"], "amount_orig", "1200000") for row in rows]
    ledger.set_cells(contracts.book, FORM, edits, label="改金额", as_of=contracts.as_of)


def choose(qtbot, box, text):
    """Choose from a list by its keys."""
    at = box.findText(text)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(at):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def test_a_file_that_fits_stands_at_the_preview_and_its_steps_can_be_looked_at(dialog, shown, write, qtbot):
    head = ("合同号", "合同名称", "币种", "合同金额")
    dialog.preview(write(head, ("YJ-9", "测试", "USD", 900)))
    shown(SUMMARY)
    assert dialog.steps.at == steps.CHECK
    assert [one.isEnabled() for one in dialog.steps.buttons] == [True, True, True, True, False]
    qtbot.keyClick(dialog.steps.buttons[steps.COLUMNS], Qt.Key.Key_Space)
    assert dialog._stack.currentIndex() == COLUMNS
    assert dialog.columns.field_box("A").currentData() == "contract_no"
    assert dialog.columns.table.item(0, 2).text() == "YJ-9"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog._stack.currentIndex() == SUMMARY  # nothing was changed: no second reading
    with qtbot.waitSignal(dialog.imported):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.steps.at == steps.RESULT


def test_a_file_of_another_program_is_settled_once_and_remembered(dialog, shown, erp, qtbot, contracts):
    dialog.preview(erp)
    shown(REFUSED)
    assert "合同号" in dialog._sentence.text()
    qtbot.keyClick(dialog._refused.settle, Qt.Key.Key_Space)
    assert dialog._stack.currentIndex() == COLUMNS
    choose(qtbot, dialog.columns.field_box("A"), "合同号")
    choose(qtbot, dialog.columns.field_box("E"), "合同金额（原币）")
    qtbot.keyClick(dialog._next, Qt.Key.Key_Return)
    shown(SUMMARY)
    assert dialog._go.text() == "导入 4 行"
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert kept(contracts)["ERP-1"] == 1201_00
    dialog.preview(erp)
    shown(SUMMARY)
    assert dialog.result_shown.unchanged == 4
    dialog.go_to(steps.COLUMNS)
    assert dialog.columns.forget.isVisible()
    qtbot.mouseClick(dialog.columns.forget, Qt.MouseButton.LeftButton)
    shown(SUMMARY)
    looked = dialog._read_file.looked  # the numbers are known by now; of the amounts nothing is
    assert (looked.by_content, "amount_orig" in looked.columns) == (["contract_no"], False)


def test_a_column_known_by_what_stands_in_it_is_shown_to_be_confirmed_and_then_remembered(
    dialog, shown, write, qtbot, contracts
):
    numbers = [row["contract_no"] for row in ledger.read_rows(contracts.book, FORM)]
    head = ("单据", "合同名称", "", "合同金额（元）")
    path = write(head, *((number, "改名", "USD", 5000) for number in numbers))
    dialog.preview(path)
    shown(COLUMNS)
    assert dialog.columns.field_box("A").currentText() == "合同号（按内容认出）"
    assert dialog.columns.field_box("C").currentText() == "合同币种（按内容认出）"
    assert dialog.focusWidget() in (dialog.columns.field_box("A"), dialog.columns.field_box("C"))
    assert "按内容认出" in dialog.columns.said.text()
    qtbot.keyClick(dialog._next, Qt.Key.Key_Return)
    shown(SUMMARY)
    assert dialog.result_shown.updated == len(numbers)
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    dialog.preview(path)
    shown(SUMMARY)  # confirmed once
    dialog.go_to(steps.COLUMNS)
    assert dialog.columns.field_box("A").currentText() == "合同号"


def test_a_field_is_one_columns_only(dialog, shown, erp, qtbot):
    dialog.preview(erp)
    shown(REFUSED)
    dialog.go_to(steps.COLUMNS)
    choose(qtbot, dialog.columns.field_box("A"), "合同名称")
    assert dialog.columns.field_box("D").currentData() == "ccy"  # passed over on the way, not taken
    qtbot.keyClick(dialog.columns.field_box("A"), Qt.Key.Key_Tab)
    assert dialog.columns.field_box("B").currentData() == ""


def test_an_amount_whose_unit_nobody_said_is_asked_about_and_never_converted_in_silence(
    dialog, shown, write, qtbot, contracts
):
    large(contracts)
    head = ("合同号", "合同名称", "币种", "合同金额")
    path = write(head, *((f"万-{n}", "测试", "USD", 120 + n) for n in range(4)))
    dialog.preview(path)
    shown(COLUMNS)
    unit = dialog.columns.unit_box("D")
    assert dialog.focusWidget() is unit
    assert unit.currentText() == "没写，按元"
    assert "像是以万为单位" in dialog.columns.said.text()
    choose(qtbot, unit, "万元（像是）")
    qtbot.keyClick(dialog._next, Qt.Key.Key_Return)
    shown(SUMMARY)
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert kept(contracts)["万-0"] == 1_200_000_00


def test_the_question_of_the_unit_may_be_passed_over(dialog, shown, write, qtbot, contracts):
    large(contracts)
    path = write(("合同号", "币种", "合同金额"), *((f"元-{n}", "USD", 120 + n) for n in range(4)))
    dialog.preview(path)
    shown(COLUMNS)
    qtbot.keyClick(dialog._next, Qt.Key.Key_Return)
    shown(SUMMARY)
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert kept(contracts)["元-0"] == 120_00


def test_the_header_is_where_a_person_says_it_is(dialog, shown, write, qtbot, contracts):
    path = write(
        ("合同号", "合同名称", "币种", "合同金额"),
        ("旧-1", "作废的一张表", "USD", 1),
        ("合同号", "币种", "合同金额"),
        ("新-1", "USD", 700),
    )
    dialog.preview(path)
    shown(SUMMARY)
    dialog.go_to(steps.SHEET)
    header = dialog.file_page.header
    assert header.value() == 1
    assert dialog.file_page.table.item(3, 0).text() == "新-1"
    dialog.file_page.table.verticalHeader().sectionClicked.emit(2)
    shown(SHEET)
    assert header.value() == 3
    dialog.go_to(steps.CHECK)
    with qtbot.waitSignal(dialog.imported):
        dialog.apply()
    assert "新-1" in kept(contracts)
    assert "旧-1" not in kept(contracts)


def test_what_is_odd_is_told_before_anything_is_brought_in(dialog, shown, write, qtbot):
    path = write(("合同号", "币种", "合同金额"), ("YJ-9", "USD", "#REF!"))
    dialog.preview(path)
    shown(SUMMARY)
    odd = dialog.sheets.odd
    assert odd.isVisible()
    qtbot.mouseClick(odd, Qt.MouseButton.LeftButton)
    assert dialog._stack.currentIndex() == SHEET
    told = [one.odd for one in dialog._read_file.oddities]
    lines = [label.text() for label in dialog.file_page.oddities.findChildren(QLabel)]
    assert any(line.startswith("错误：有1格是 Excel 错误值（如 C2 的 #REF!）") for line in lines)
    assert len(lines) == len(told)


def test_the_columns_go_to_a_file_and_come_from_one(dialog, shown, erp, qtbot, tmp_path):
    dialog.preview(erp)
    shown(REFUSED)
    dialog.go_to(steps.COLUMNS)
    choose(qtbot, dialog.columns.field_box("A"), "合同号")
    out = tmp_path / "对应.json"
    dialog.columns.save_to(out)
    assert json.loads(out.read_text(encoding="utf-8"))["columns"][0]["field"] == "contract_no"
    dialog.preview(erp)
    shown(REFUSED)
    dialog.go_to(steps.COLUMNS)
    (tmp_path / "坏.json").write_text("{", encoding="utf-8")
    dialog.columns.load_from(tmp_path / "坏.json")
    assert dialog.columns.said.text().endswith("。")
    dialog.columns.load_from(out)
    assert dialog.columns.field_box("A").currentData() == "contract_no"
    dialog.go_to(steps.CHECK)
    shown(SUMMARY)


def test_leaving_every_column_out_is_refused_on_the_page(dialog, shown, write, qtbot):
    dialog.preview(write(("合同号", "币种"), ("YJ-9", "USD")))
    shown(SUMMARY)
    dialog.go_to(steps.COLUMNS)
    for letters in "AB":
        choose(qtbot, dialog.columns.field_box(letters), "— 不导入 —")
    dialog.go_to(steps.CHECK)
    assert dialog._stack.currentIndex() == COLUMNS
    assert "没有一列" in dialog.columns.said.text()


def test_what_a_file_says_is_shown_as_it_is(dialog, shown, write):
    dialog.preview(write(("合同号", "<b>粗</b>", "币种"), ("YJ-9", "<img src=x>", "USD")))
    shown(SUMMARY)
    dialog.go_to(steps.COLUMNS)
    item = dialog.columns.table.item(1, 2)
    assert (item.text(), item.toolTip()) == ("<img src=x>", "<qt>&lt;img src=x&gt;</qt>")
    dialog.go_to(steps.SHEET)
    labels = dialog.file_page.oddities.findChildren(QLabel)
    assert any("<b>粗</b>" in label.text() for label in labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_the_whole_way_is_gone_by_tab(dialog, shown, erp, qtbot):
    dialog.preview(erp)
    shown(REFUSED)
    dialog.go_to(steps.COLUMNS)
    met = set()
    for _ in range(30):
        met.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    boxes = {dialog.columns.field_box(letters) for letters in "ABCDEF"}
    assert boxes <= met
    assert {dialog._next, dialog.columns.save, dialog.steps.buttons[steps.SHEET]} <= met
    assert all(box.accessibleName() for box in boxes)
