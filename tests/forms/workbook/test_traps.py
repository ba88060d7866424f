"""Every trap of a workbook in every format: not a row lost, every odd cell told at its address, nothing guessed."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile

import openpyxl
import pytest
import xlsxwriter

from forms import ledger, unparsed
from forms.errors import WorkbookRefused
from forms.workbook.annotating import annotate
from tests.forms.workbook.traps import HEADER, TRAPS, fixture, row, save

IN_TEXT = ("errors", "text numbers", "invisible characters", "header far down", "two header rows", "totals")
IN_XLSXWRITER = (*(name for name in IN_TEXT if name != "invisible characters"), "lost digits")


def with_xlsxwriter(trap, path):
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet(trap.sheet)
    for number, cells in enumerate(trap.rows):
        for column, value in enumerate(cells):
            if isinstance(value, dt.date):
                page.write_datetime(number, column, value, book.add_format({"num_format": "yyyy/m/d"}))
            elif isinstance(value, str) and value.startswith("#"):
                page.write_formula(number, column, "=1/0", value=value)
            elif value is not None:
                page.write(number, column, value)
    book.close()
    return path


def as_text(rows, path, encoding="utf-8", divider=","):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=divider, lineterminator="\r\n").writerows(rows)
    return path


def made(name, form, folder):
    trap = TRAPS[name]
    if form in ("xls", "ods"):
        return fixture(name, f".{form}")
    if form == "xlsx":
        return save(trap, folder / "台账.xlsx")
    if form == "xlsxwriter":
        return with_xlsxwriter(trap, folder / "台账.xlsx")
    return as_text(trap.rows, folder / "合同台账.csv")


FILES = [
    *((name, form) for name in TRAPS for form in ("xlsx", "xls", "ods")),
    *((name, "xlsxwriter") for name in IN_XLSXWRITER),
    *((name, "csv") for name in IN_TEXT),
]


@pytest.mark.parametrize(("name", "form"), FILES)
def test_a_trap_loses_no_row_and_is_told_at_its_cell(book, bring, tmp_path, name, form):
    trap = TRAPS[name]
    result = bring(made(name, form, tmp_path))
    assert result.rows_read == result.rows_accepted + result.rows_refused
    rows = {one["import_row"]: one for one in ledger.read_rows(book, "JLFW-02")}
    for number, values in trap.kept.items():
        assert {field: rows[number][field] for field in values} == values
    kept = {
        f"{result.columns[field]}{number}": text
        for number, one in rows.items()
        for field, (text, _why) in unparsed.of(one).items()
    }
    assert kept == trap.unread
    found = {one.cell: one for one in result.findings if one.rule == "F00-004"}
    assert {cell: found[cell].sheet for cell in trap.unread} == dict.fromkeys(trap.unread, trap.sheet)
    assert {one.row: one.reason for one in result.refused}.keys() == trap.refused.keys()
    for one in result.refused:
        assert trap.refused[one.row] in one.reason
    for words in trap.told:
        assert any(words in notice for notice in result.notices)
    # What is not refused is one row each, and nothing else is.
    assert result.rows_accepted == len(rows)
    for currencies in result.totals.values():
        for sums in currencies.values():
            assert sums.file >= sums.book


PLAIN = [
    HEADER,
    row(),
    row(合同编号="YJ-2", 项目名称='第一行\n第二行，含,逗号;分号\t和"引号"'),
    row(合同编号="YJ-3", 合同金额="约10万"),
]


@pytest.mark.parametrize("divider", [",", "\t", ";"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "\ufeffutf-16-be"]
)
def test_a_text_table_is_read_however_it_is_written(book, bring, tmp_path, encoding, divider):
    rows = PLAIN if not encoding.startswith("\ufeff") else [["\ufeff" + HEADER[0], *HEADER[1:]], *PLAIN[1:]]
    path = as_text(rows, tmp_path / "十月.txt", encoding.lstrip("\ufeff"), divider)
    result = bring(path)
    assert (result.rows_read, result.new, result.sheet) == (3, 3, "十月")
    assert [one["contract_name"] for one in ledger.read_rows(book, "JLFW-02")][1] == PLAIN[2][1]
    (found,) = [one for one in result.findings if one.rule == "F00-004"]
    assert (found.cell, found.value) == ("K4", "约10万")
    names = {",": "逗号", "\t": "制表符", ";": "分号"}
    assert any(names[divider] in notice and "编码" in notice for notice in result.notices)


def test_what_programs_put_into_text_tables(book, bring, tmp_path):
    lines = [
        "sep=;",
        ";".join(HEADER),
        ";".join(map(str, row(合同编号='="20260001"'))),
        "",
        ";".join(map(str, row())),
        "\x1a",
    ]
    (tmp_path / "导出.csv").write_bytes("\r\n".join(lines).encode("gb18030"))
    result = bring(tmp_path / "导出.csv")
    assert [one["contract_no"] for one in ledger.read_rows(book, "JLFW-02")] == ["20260001", "YJ-1"]
    # Excel does not show the line that names the divider, so the header is its row 1.
    assert [one["import_row"] for one in ledger.read_rows(book, "JLFW-02")] == [2, 4]
    assert result.rows_refused == 0


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("台账.et", lambda _folder: fixture("totals", ".xls")),
        ("台账.et", lambda folder: save(TRAPS["totals"], folder / "x.xlsx")),
        ("台账.xls", lambda folder: as_text(TRAPS["totals"].rows, folder / "x.csv", "gb18030", "\t")),
        ("台账.csv", lambda _folder: fixture("totals", ".ods")),
        ("台账.xlsx", lambda _folder: fixture("totals", ".xls")),
    ],
)
def test_the_bytes_say_what_a_file_is_never_its_name(book, bring, tmp_path, name, source):
    path = tmp_path / name
    path.write_bytes(source(tmp_path).read_bytes())
    result = bring(path)
    assert (result.rows_read, result.rows_accepted) == (5, 2)
    assert {one.row for one in result.refused} == set(TRAPS["totals"].refused)


def test_macros_never_run_and_that_is_said(book, bring, tmp_path):
    path = save(TRAPS["two header rows"], tmp_path / "台账.xlsm")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    assert any("宏不会运行" in notice for notice in bring(path).notices)


def test_an_old_workbook_whose_strings_are_cut_off_is_refused(book, bring, tmp_path):
    whole = fixture("totals", ".xls").read_bytes()
    for share in (0.2, 0.5, 0.9):
        (tmp_path / "x.xls").write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(WorkbookRefused):
            bring(tmp_path / "x.xls")


def test_an_encrypted_document_asks_for_the_password_to_be_taken_off(book, bring, tmp_path):
    with zipfile.ZipFile(tmp_path / "x.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>")
        package.writestr("content.xml", b"\x17\x88")
    with pytest.raises(WorkbookRefused) as refusal:
        bring(tmp_path / "x.ods")
    assert refusal.value.code == "workbook-encrypted"


def cells_of(path, sheet):
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    return {cell.coordinate: cell.value for line in page.iter_rows() for cell in line if cell.value is not None}


@pytest.mark.parametrize("form", ["xls", "ods", "csv"])
def test_the_copy_of_another_format_has_the_same_cells_at_the_same_addresses(book, bring, tmp_path, form):
    """What is corrected in it comes in again as a correction, and nothing else changes."""
    path = made("errors", form, tmp_path)
    result = bring(path)
    copy = annotate(book, result, path, tmp_path / "台账-审核结果.xlsx")
    assert {copy.remarks, copy.marked} != {0}
    cells = cells_of(copy.path, "合同台账")
    for number, expected in enumerate(TRAPS["errors"].rows, 1):
        for column, value in zip("ABCDEFGHIJK", expected, strict=True):
            found = cells[f"{column}{number}"]
            assert (str(found.date()) if isinstance(found, dt.datetime) else str(found)) == str(value)
    marked = openpyxl.load_workbook(copy.path)
    assert marked.sheetnames[0] == "审核结果"
    assert {cell for cell in TRAPS["errors"].unread if marked["合同台账"][cell].comment} == set(TRAPS["errors"].unread)
    page = marked["合同台账"]
    page["K2"].value = 1_250_000
    marked.save(tmp_path / "改好.xlsx")
    again = bring(tmp_path / "改好.xlsx")
    assert (again.new, again.updated, again.unchanged) == (0, 1, 1)


def test_a_merged_cell_of_an_old_workbook_is_marked_where_it_is_seen(book, bring, tmp_path):
    path = fixture("merged", ".xls")
    copy = annotate(book, bring(path), path, tmp_path / "x.xlsx")
    page = openpyxl.load_workbook(copy.path)["合同台账"]
    assert {str(area) for area in page.merged_cells.ranges} == {"A1:K1", "C3:C4"}
