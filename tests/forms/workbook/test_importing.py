"""What an accountant's workbook becomes: stories of files as they come, and of the same file coming again."""

from __future__ import annotations

import datetime as dt
import tempfile

import pytest

from forms import journal, ledger, unparsed
from forms.book import Book
from forms.errors import InputRefused
from forms.ledger import CellEdit
from forms.workbook.importing import import_workbook

FORM, AS_OF = "JLFW-02", "2026-11-03"


def rows_of(book):
    return ledger.read_rows(book, FORM)


def whole_book(book):
    tables = ("contracts", "journal", "imports", "explanations")
    return {table: [tuple(row) for row in book.db.execute(f"SELECT * FROM {table}")] for table in tables}


def test_a_sheet_that_begins_at_b3_keeps_its_addresses(book, workbook, contracts, bring):
    title = [["延吉海兰江 2026 年合同台账"]]
    rows = contracts({}, {"合同编号": "YJ-2", "合同金额": "约三十万"})
    result = bring(workbook([*title, *rows], at="B2"))
    assert (result.sheet, result.columns["contract_no"], result.columns["amount_orig"]) == ("合同台账", "B", "L")
    assert (result.rows_read, result.new) == (2, 2)
    (bad,) = [finding for finding in result.findings if finding.rule == "F00-004"]
    assert (bad.sheet, bad.cell, bad.value) == ("合同台账", "L5", "约三十万")


def test_the_header_is_found_below_titles_and_under_other_names(book, workbook, contracts, bring):
    header, row = contracts({})
    renamed = [
        {
            "合同编号": "＊合同号",
            "客户名称": "甲方名称",
            "签约日期": " 签 订 日 期 ",
            "合同金额": "合同金额（原币）",
        }.get(name, name)
        for name in header
    ]
    result = bring(workbook([["吉林省服务外包"], [], ["单位：延吉海兰江", None, "2026年"], renamed, row]))
    assert result.new == 1
    assert rows_of(book)[0]["amount_orig"] == 125_000_000


def test_nothing_is_dropped_in_silence(book, workbook, contracts, bring):
    rows = contracts({}, {"合同编号": None}, {"合同编号": "YJ-3"})
    total = ("合计", *[None] * 9, 3_750_000)
    note = ("制表人：李春花",)
    result = bring(workbook([*rows, [None], total, [], note]))
    assert result.rows_read == result.rows_accepted + result.rows_refused == 5
    assert [(row.row, row.reason[:2]) for row in result.refused] == [(3, "没有"), (6, "合计"), (8, "表尾")]
    # The file says what the refused row says, but not the total of itself.
    assert (result.totals["amount_orig"]["JPY"].file, result.totals["amount_orig"]["JPY"].book) == (
        375_000_000,
        250_000_000,
    )


def test_what_does_not_parse_is_kept_marked_and_counted(book, workbook, contracts, bring):
    rows = contracts({"合同金额": "三百万", "签约日期": "2026-02-30", "业务小类": "编程"})
    result = bring(workbook(rows))
    (row,) = rows_of(book)
    assert unparsed.of(row) == {
        "amount_orig": ("三百万", "not-a-number"),
        "signed_on": ("2026-02-30", "not-a-date"),
        "biz_code": ("编程", "unknown-code"),
    }
    assert result.totals["amount_orig"]["JPY"].unread == 1


def test_a_credit_code_that_excel_took_for_a_number_has_lost_digits(book, workbook, contracts, bring):
    header, row = contracts({"客户国别": "中国"})
    result = bring(workbook([[*header, "客户税号"], [*row, 912201011234567884]]))
    (found,) = [finding for finding in result.findings if finding.field == "client_uscc"]
    assert "Excel 已丢失末位数字" in found.message
    assert (found.cell, found.value) == ("L2", "912201011234567936")


def test_what_people_type_into_cells_is_read_right(book, workbook, contracts, bring):
    rows = contracts(
        {"合同金额": "１，２５０，０００", "签约日期": "2026.10.5", "合同编号": 20260001},
        {"合同金额": "12.5万", "签约日期": dt.datetime(2026, 10, 5), "合同编号": " YJ-2 "},  # noqa: DTZ001 - a cell
        {"合同金额": "(1,200.50)", "签约日期": 46300, "合同编号": "YJ-3", "币种": "USD"},
    )
    bring(workbook(rows))
    got = [(row["contract_no"], row["amount_orig"], row["signed_on"]) for row in rows_of(book)]
    assert got == [
        ("20260001", 125_000_000, "2026-10-05"),
        ("YJ-2", 12_500_000, "2026-10-05"),
        ("YJ-3", -120_050, "2026-10-05"),
    ]


def test_an_error_cell_and_a_formula_never_calculated_are_findings_not_blanks(book, workbook, contracts, bring):
    rows = contracts({"合同金额": "=1200*3", "项目名称": "#REF!"})
    result = bring(workbook(rows))
    (row,) = rows_of(book)
    assert unparsed.of(row) == {
        "amount_orig": ("=1200*3", "error-cell"),
        "contract_name": ("#REF!", "error-cell"),
    }
    assert {finding.cell for finding in result.findings if finding.rule == "F00-004"} == {"B2", "K2"}


def test_the_sheet_is_found_by_name_or_by_its_header(book, workbook, contracts, bring, tmp_path):
    import openpyxl

    path = workbook([["封面"]], sheet="封面")
    made = openpyxl.load_workbook(path)
    page = made.create_sheet("数据")
    for row in contracts({}):
        page.append(row)
    made.save(path)
    assert bring(path).sheet == "数据"
    assert bring(path, sheet="数据").unchanged == 1
    with pytest.raises(InputRefused, match="没有工作表“台账”，现有：“封面”、“数据”"):
        bring(path, sheet="台账")


def test_the_same_file_again_changes_nothing(book, workbook, contracts, bring):
    path = workbook(contracts({}, {"合同编号": "YJ-2"}, {"合同编号": "YJ-2"}))
    bring(path)
    before, seq = [tuple(row)[9:] for row in rows_of(book)], journal.last_seq(book)
    again = bring(path)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 3)
    assert [tuple(row)[9:] for row in rows_of(book)] == before
    assert journal.last_seq(book) == seq


def test_a_corrected_file_updates_and_never_doubles(book, workbook, contracts, bring):
    bring(workbook(contracts({"合同金额": "三百万"}, {"合同编号": "YJ-2"})))
    result = bring(workbook(contracts({"合同金额": 3_000_000}, {"合同编号": "YJ-2"}, {"合同编号": "YJ-3"})))
    assert (result.new, result.updated, result.unchanged) == (1, 1, 1)
    assert [row["amount_orig"] for row in rows_of(book)] == [300_000_000, 125_000_000, 125_000_000]
    assert not any(row["unparsed"] for row in rows_of(book))


def test_a_cell_mended_by_hand_survives_the_old_file(book, workbook, contracts, bring):
    path = workbook(contracts({"合同金额": "三百万"}))
    bring(path)
    uid = rows_of(book)[0]["uid"]
    ledger.set_cells(book, FORM, [CellEdit(uid, "amount_orig", "3000000")], label="改")
    result = bring(path)
    assert result.unchanged == 1
    assert rows_of(book)[0]["amount_orig"] == 300_000_000


def test_an_import_is_one_step_to_undo(book, workbook, contracts, bring):
    bring(workbook(contracts({}, {"合同编号": "YJ-2"})))
    assert journal.undo(book) == (FORM, "导入台账.xlsx")
    assert rows_of(book) == []


def test_a_rehearsal_says_what_would_happen_and_changes_nothing(book, workbook, contracts, bring):
    before = whole_book(book)
    result = bring(workbook(contracts({}, {"合同编号": None})), dry_run=True)
    assert (result.rows_read, result.new, result.rows_refused) == (2, 1, 1)
    assert whole_book(book) == before


def test_a_rehearsal_finds_what_the_import_will_find_and_keeps_nobody_from_typing(book, workbook, contracts, bring):
    path = workbook(contracts({"币种": "美刀"}, {"合同编号": "YJ-2"}))
    typed = []

    def type_meanwhile(done, total):
        with Book.open(book.path, readonly=True) as other:  # as another program would see the Book now
            typed.append((done, total, ledger.row_count(other, FORM)))
        ledger.add_row(book, FORM, {"contract_no": f"甲-{len(typed)}"}, as_of=AS_OF)

    rehearsed = bring(path, dry_run=True, progress=type_meanwhile)
    assert typed == [(2, 2, 0)]
    done = bring(path)
    told = [[(one.rule, one.key, one.cell, one.message) for one in result.findings] for result in (rehearsed, done)]
    assert len(told[0]) == len(told[1]) > 0
    assert {one[:3] for one in told[0]} == {one[:3] for one in told[1]}
    assert (rehearsed.dry_run, done.dry_run) == (True, False)


def test_a_rehearsal_leaves_no_copy_behind(book, workbook, contracts, bring, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    bring(workbook(contracts({})), dry_run=True)
    with pytest.raises(InputRefused, match="已取消"):
        bring(workbook(contracts({})), dry_run=True, cancelled=lambda: True)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_cancelled_import_leaves_nothing(book, workbook, contracts, bring):
    before = whole_book(book)
    with pytest.raises(InputRefused, match="已取消"):
        bring(workbook(contracts({})), cancelled=lambda: True)
    assert whole_book(book) == before


def test_progress_tells_rows_done_of_rows_at_most(book, workbook, contracts, bring):
    told = []
    bring(
        workbook(contracts(*({"合同编号": f"YJ-{number}"} for number in range(5)))),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(5, 5)]


def test_the_record_of_an_import_says_where_every_value_came_from(book, workbook, contracts, bring):
    result = bring(workbook(contracts({})))
    (record,) = book.db.execute("SELECT * FROM imports")
    assert (record["id"], record["file_name"], record["sheet"]) == (result.import_id, "台账.xlsx", "合同台账")
    assert len(record["sha256"]) == 64
    assert rows_of(book)[0]["import_row"] == 2


def test_the_object_of_the_command_line_holds_money_as_text(book, workbook, contracts, bring):
    told = bring(workbook(contracts({}))).to_json()
    assert told["totals"]["amount_orig"] == {"JPY": {"file": "1250000.00", "book": "1250000.00", "unread": 0}}
    assert told["rows_read"] == told["rows_accepted"] + told["rows_refused"] == 1


def test_a_card_form_takes_no_workbook(book, workbook, contracts):
    with pytest.raises(InputRefused, match="单表"):
        import_workbook(book, "JLFW-04", workbook(contracts({})))


def test_a_list_saved_by_another_program_with_its_own_line_ends_changes_nothing(book, workbook, contracts, bring):
    bring(workbook(contracts({"项目名称": "测试\n服务合同"})))
    for name in ("测试_x000D_\n服务合同", "测试_x000D_服务合同"):  # as spreadsheet programs write a carriage return
        assert bring(workbook(contracts({"项目名称": name}))).unchanged == 1
