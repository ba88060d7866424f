"""The list of imports of a ledger: what came in when, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import messages
from desktop.pages.import_records import ImportRecordsDialog
from forms import journal, ledger
from forms.ledger import CellEdit
from forms.workbook.export import export_ledger
from forms.workbook.importing import import_workbook

FORM = "JLFW-02"
STATE = 1


@pytest.fixture
def imported(contracts, tmp_path):
    """Six contracts that came from a workbook; give the path."""
    book = contracts.book
    path = tmp_path / "台账.xlsx"
    export_ledger(book, FORM, path)
    ledger.delete_rows(book, FORM, [row["uid"] for row in ledger.read_rows(book, FORM)])
    book.set_header(filler="李静")
    import_workbook(book, FORM, path, as_of=contracts.as_of)
    return path


@pytest.fixture
def dialog(qtbot, contracts, imported):
    made = ImportRecordsDialog(contracts, FORM)
    qtbot.addWidget(made)
    made.show()
    return made


def idle(dialog):
    return lambda: dialog._job is None and dialog._close.isEnabled()


def test_the_list_says_who_brought_which_file_and_what_came_of_it(dialog, imported):
    (line,) = dialog.model.rows
    assert (line[2], line[10]) == (imported.name, "填报")
    assert line[3:9] == ["6", "6", "0", "6", "0", "0"]
    assert line[9].startswith("李静")
    assert line[STATE] == "已导入"
    assert "文件合计 6,000.00，账套合计 6,000.00" in dialog.totals.text()


def test_an_import_is_undone_from_the_list_and_redone(dialog, contracts, qtbot):
    ledger.add_row(contracts.book, FORM, {"contract_no": "后来录的"}, as_of=contracts.as_of)
    with qtbot.waitSignal(dialog.undone):
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(idle(dialog))
    assert [row["contract_no"] for row in ledger.read_rows(contracts.book, FORM)] == ["后来录的"]
    assert dialog.model.rows[0][STATE] == "已撤销"
    assert not dialog.undo.isEnabled()
    journal.redo(contracts.book)
    assert ledger.row_count(contracts.book, FORM) == 7


def test_an_import_that_was_undone_is_no_news(dialog, contracts, imported):
    def told():
        return [one.text for one in messages._imports(contracts.book, 5)]

    assert [imported.name in text for text in told()] == [True]
    journal.undo(contracts.book)
    assert told() == []
    journal.redo(contracts.book)
    assert len(told()) == 1


def test_what_stands_in_the_way_is_said_and_nothing_changes(dialog, contracts, qtbot):
    book = contracts.book
    uid = ledger.read_rows(book, FORM)[2]["uid"]
    ledger.set_cells(book, FORM, [CellEdit(uid, "contract_name", "改过")], label="改名称", as_of=contracts.as_of)
    dialog.undo.click()
    qtbot.waitUntil(idle(dialog))
    assert "合同台账第3行" in dialog.said.text()
    assert "“改名称”" in dialog.said.text()
    assert ledger.row_count(book, FORM) == 6
    assert dialog.undo.isEnabled()


def test_a_ledger_without_imports_says_so(qtbot, contracts):
    empty = ImportRecordsDialog(contracts, "JLFW-03")
    qtbot.addWidget(empty)
    assert "还没有" in empty.said.text()
    assert not empty.undo.isEnabled()


def test_the_page_shows_the_rows_that_are_left(ledger_page, tmp_path, qtbot, monkeypatch):
    book = ledger_page.workspace.book
    path = tmp_path / "台账.xlsx"
    export_ledger(book, FORM, path)
    ledger.delete_rows(book, FORM, [row["uid"] for row in ledger.read_rows(book, FORM)])
    import_workbook(book, FORM, path, as_of=ledger_page.workspace.as_of)
    ledger_page.refresh()
    before = ledger_page.model.rowCount()

    def run(dialog):
        with qtbot.waitSignal(dialog.undone):
            dialog.undo.click()
        qtbot.waitUntil(idle(dialog))

    monkeypatch.setattr(ImportRecordsDialog, "exec", run)
    ledger_page.bar.importsWanted.emit()
    assert ledger.row_count(book, FORM) == 0
    assert ledger_page.model.rowCount() == before - 6
