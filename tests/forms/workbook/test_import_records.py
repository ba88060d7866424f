"""The ledger of imports: every file that came in is on record, and can be taken back as one step."""

from __future__ import annotations

import hashlib

import pytest

from forms import imports, journal, ledger
from forms.book import Book
from forms.checks import check
from forms.errors import EditRefused, InputRefused
from forms.workbook.importing import import_workbook

FORM, EXECUTIONS, AS_OF = "JLFW-02", "JLFW-03", "2026-11-03"
GOOD = {"合同金额": 100}


def state_of(book, form=FORM):
    """Every row with all its columns, in order."""
    return [dict(row) for row in ledger.read_rows(book, form)]


def uid_of(book, key):
    (row,) = ledger.find_by_key(book, FORM, key)
    return row["uid"]


def edit(book, key, **cells):
    edits = [ledger.CellEdit(uid_of(book, key), name, value) for name, value in cells.items()]
    ledger.set_cells(book, FORM, edits, label=f"修改 {key}", as_of=AS_OF)


@pytest.fixture
def three(workbook, contracts):
    """Give a file of three contracts."""
    return workbook(contracts(*({"合同编号": f"YJ-{number}"} | GOOD for number in (1, 2, 3))))


def test_an_import_is_on_record_with_its_file_its_counts_and_both_totals(book, workbook, contracts, bring):
    book.set_header(filler="李静")
    path = workbook(contracts(GOOD, {"合同编号": None, "合同金额": 7}, {"合同编号": "YJ-2", "合同金额": "约三万"}))
    result = bring(path)
    (record,) = imports.records(book)
    assert (record.id, record.form, record.file, record.sheet) == (result.import_id, FORM, "台账.xlsx", "合同台账")
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (record.rows_read, record.rows_accepted, record.rows_refused) == (3, 2, 1)
    assert (record.new, record.updated, record.unchanged, record.state) == (2, 0, 0, imports.DONE)
    assert record.totals["amount_orig"] == {"JPY": {"file": "107.00", "book": "100.00", "unread": 1}}
    assert [one["row"] for one in record.refused] == [3]
    assert (record.who, record.importer.partition("（")[0]) == ("李静", "李静")


def test_the_corrected_file_updates_and_never_doubles(book, workbook, contracts, bring, three):
    bring(three)
    before = state_of(book)
    again = {"合同编号": "YJ-2", "合同金额": 250}
    bring(workbook(contracts({"合同编号": "YJ-1"} | GOOD, again, {"合同编号": "YJ-3"} | GOOD), name="台账-改.xlsx"))
    later, first = imports.records(book)
    assert (later.file, later.new, later.updated, later.unchanged) == ("台账-改.xlsx", 0, 1, 2)
    assert later.totals["amount_orig"]["JPY"] == {"file": "450.00", "book": "450.00", "unread": 0}
    assert len(state_of(book)) == 3
    imports.undo(book, later.id)
    assert [row["amount_orig"] for row in state_of(book)] == [row["amount_orig"] for row in before]
    imports.undo(book, first.id)
    assert state_of(book) == []
    assert [one.state for one in imports.records(book)] == [imports.UNDONE] * 2


def test_an_import_is_undone_after_a_restart_and_done_again(book, bring, three):
    result = bring(three)
    before = state_of(book)
    book.close()
    with Book.open(book.path) as again:
        assert imports.undo(again, result.import_id[:8]).state == imports.UNDONE
        assert state_of(again) == []
    with Book.open(book.path) as again:
        assert journal.redo(again) == (FORM, "导入台账.xlsx")
        assert state_of(again) == before
        assert [one.state for one in imports.records(again)] == [imports.DONE]


def test_steps_that_touched_none_of_its_rows_do_not_keep_an_import_from_being_undone(book, bring, three):
    ledger.add_row(book, FORM, {"contract_no": "甲", "signed_on": "2026-10-01"}, as_of=AS_OF)
    result = bring(three)
    ledger.add_row(book, FORM, {"contract_no": "乙", "signed_on": "2026-10-02"}, as_of=AS_OF)
    edit(book, "甲", contract_name="改过的名称")
    whole = state_of(book)
    imports.undo(book, result.import_id)
    left = state_of(book)
    assert [(row["pos"], row["contract_no"], row["contract_name"]) for row in left] == [
        (1, "甲", "改过的名称"),
        (2, "乙", None),
    ]
    assert journal.redo(book) == (FORM, "导入台账.xlsx")
    assert state_of(book) == whole
    assert imports.records(book)[0].state == imports.DONE


def test_after_an_import_was_undone_earlier_and_later_steps_still_go_back_and_forth(book, bring, three):
    result = bring(three)
    ledger.add_row(book, FORM, {"contract_no": "乙"}, as_of=AS_OF)
    imports.undo(book, result.import_id)
    assert journal.undo(book) is not None
    assert state_of(book) == []
    journal.redo(book)
    assert [(row["pos"], row["contract_no"]) for row in state_of(book)] == [(1, "乙")]
    journal.redo(book)
    assert sorted(row["pos"] for row in state_of(book)) == [1, 2, 3, 4]


def test_a_step_undone_before_cannot_come_back_over_rows_that_are_gone(book, bring, three):
    result = bring(three)
    ledger.add_row(book, FORM, {"contract_no": "乙"}, as_of=AS_OF)
    edit(book, "YJ-1", contract_name="改过")
    journal.undo(book)
    imports.undo(book, result.import_id)
    journal.redo(book)
    journal.redo(book)
    assert {row["contract_name"] for row in state_of(book)} == {"测试服务合同", None}


def test_rows_changed_or_deleted_since_stand_in_the_way_and_are_named(book, bring, three):
    result = bring(three)
    edit(book, "YJ-2", contract_name="改过")
    ledger.delete_rows(book, FORM, [uid_of(book, "YJ-3")])
    before = "\n".join(book.db.iterdump())
    with pytest.raises(EditRefused, match="合同台账第2行、“YJ-3”（已删除）") as refused:
        imports.undo(book, result.import_id)
    assert "“修改 YJ-2”" in refused.value.message
    assert "\n".join(book.db.iterdump()) == before
    journal.undo(book)
    journal.undo(book)
    imports.undo(book, result.import_id)
    assert state_of(book) == []


def test_an_execution_of_an_imported_contract_stands_in_the_way(book, bring, three):
    result = bring(three)
    ledger.add_row(book, EXECUTIONS, {"contract_no": "YJ-1", "exec_on": "2026-10-20"}, as_of=AS_OF)
    with pytest.raises(EditRefused, match="执行台账第1行"):
        imports.undo(book, result.import_id)
    journal.undo(book)
    assert imports.undo(book, result.import_id).state == imports.UNDONE


def test_an_execution_that_followed_the_import_goes_back_to_what_it_was(book, bring, three):
    ledger.add_row(book, EXECUTIONS, {"contract_no": "YJ-1", "exec_on": "2026-10-20"}, as_of=AS_OF)
    before = state_of(book, EXECUTIONS)
    result = bring(three)
    assert state_of(book, EXECUTIONS) != before
    ledger.add_row(book, FORM, {"contract_no": "乙"}, as_of=AS_OF)
    imports.undo(book, result.import_id)
    assert state_of(book, EXECUTIONS) == before


def test_a_later_import_of_the_same_rows_is_undone_first(book, workbook, contracts, bring, three):
    first = bring(three)
    bring(workbook(contracts({"合同编号": "YJ-1", "合同金额": 5}), name="改.xlsx"))
    with pytest.raises(EditRefused, match=r"“导入改\.xlsx”"):
        imports.undo(book, first.import_id)


def test_rows_the_province_accepted_are_not_taken_back(book, bring, three):
    result = bring(three)
    book.db.execute("UPDATE contracts SET settled = 1 WHERE contract_no = 'YJ-2'")
    with pytest.raises(EditRefused, match="已受理"):
        imports.undo(book, result.import_id)
    assert len(state_of(book)) == 3


def test_what_cannot_be_undone_says_why(book, bring, three):
    bring(three)
    bring(three)
    again, first = imports.records(book)
    assert again.state == imports.UNCHANGED
    with pytest.raises(InputRefused, match="没有改动账套"):
        imports.undo(book, again.id)
    imports.undo(book, first.id)
    with pytest.raises(InputRefused, match="已经撤销过"):
        imports.undo(book, first.id)
    with pytest.raises(InputRefused, match="没有编号为“zz”"):
        imports.undo(book, "zz")


def test_the_list_can_be_of_one_form(book, bring, three):
    bring(three)
    assert imports.records(book, EXECUTIONS) == []
    assert len(imports.records(book, FORM)) == 1


def test_an_older_book_finds_the_steps_of_its_imports(book, workbook, contracts, bring, three):
    bring(three)
    bring(three)  # changes nothing
    bring(workbook(contracts({"合同编号": "YJ-9"}), name="续.xlsx"))
    known = [(one.id, one.seq) for one in imports.records(book)]
    for column in ("who", "account", "seq"):
        book.db.execute(f"ALTER TABLE imports DROP COLUMN {column}")
    book.db.execute("PRAGMA user_version = 2")
    book.close()
    with Book.open(book.path) as again:
        assert [(one.id, one.seq) for one in imports.records(again)] == known
        imports.undo(again, known[0][0])
        assert [row["contract_no"] for row in state_of(again)] == ["YJ-1", "YJ-2", "YJ-3"]


def test_findings_of_the_rows_that_stay_are_those_from_before(book, workbook, contracts, bring, three):
    bring(three)
    before = [(one.rule, one.key, one.cell) for one in check(book, forms=[FORM], as_of=AS_OF).findings]
    later = import_workbook(book, FORM, workbook(contracts({"合同编号": "YJ-9", "币种": "美刀"}), name="续.xlsx"))
    imports.undo(book, later.import_id)
    assert [(one.rule, one.key, one.cell) for one in check(book, forms=[FORM], as_of=AS_OF).findings] == before
