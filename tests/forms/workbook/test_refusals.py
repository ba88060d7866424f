"""Files that are no workbook, and workbooks that mean harm: one sentence each, nothing changed, this process unhurt."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from forms.children import child, pipe
from forms.children.limits import Limits
from forms.errors import WorkbookRefused
from forms.workbook import frames, reader

FOUND = Path(__file__).parent / "found"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(bring, book, path):
    before = book.db.execute("SELECT (SELECT count(*) FROM contracts), (SELECT count(*) FROM imports)").fetchone()
    with pytest.raises(WorkbookRefused) as refusal:
        bring(path)
    after = book.db.execute("SELECT (SELECT count(*) FROM contracts), (SELECT count(*) FROM imports)").fetchone()
    assert tuple(before) == tuple(after)
    assert refusal.value.message.endswith("。")
    assert refusal.value.message.count("。") == 1
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook-empty"),
        ("姓名,学历\n金明哲,本科".encode(), "no-header"),
        ("合同编号|合同金额\nYJ-1|3".encode(), "no-divider"),
        ('合同编号,项目名称\nYJ-1,"测试\nYJ-2,"好"\n'.encode(), "quotes-unclear"),
        ("合同编号,合同金额\nYJ-1,3".encode("shift-jis", "replace") + b"\xff\xff", "encoding-unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no-workbook"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "no-divider"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web-page"),
        (b"PK\x03\x04 cut off", "no-workbook"),
        (OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"), "workbook-encrypted"),
        (OLE + b"\0" * 500, "no-workbook"),
        (OLE + b"\0" * 500 + "Workbook".encode("utf-16-le"), "workbook-damaged"),
    ],
)
def test_a_file_that_is_no_workbook(book, bring, tmp_path, content, code):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    assert refused(bring, book, path) == code


def test_a_missing_file(book, bring, tmp_path):
    assert refused(bring, book, tmp_path / "没有.xlsx") == "no-file"


def test_a_folder(book, bring, tmp_path):
    assert refused(bring, book, tmp_path) == "no-workbook"


def test_a_zip_without_a_workbook(book, bring, tmp_path):
    path = tmp_path / "照片.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert refused(bring, book, path) == "no-workbook"


def test_a_workbook_cut_short(book, bring, workbook, contracts):
    path = workbook(contracts({}))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(bring, book, path) == "no-workbook"


def test_a_workbook_with_a_broken_part(book, bring, raw):
    assert refused(bring, book, raw("<row r=", **{"xl/workbook.xml": "<workbook><shee"})) == "workbook-damaged"


def test_an_empty_sheet_and_one_without_a_known_header(book, bring, workbook):
    assert refused(bring, book, workbook([])) == "no-header"
    assert refused(bring, book, workbook([["姓名", "学历"], ["金明哲", "本科"]])) == "no-header"


def test_a_ledger_without_contract_numbers(book, bring, workbook, contracts):
    rows = [row[1:] for row in contracts({})]
    assert refused(bring, book, workbook(rows)) == "no-key-column"


def test_the_template_of_another_form(book, bring, tmp_path, catalogue):
    from forms.workbook.template import write_template

    assert refused(bring, book, write_template(catalogue, "JLFW-03", tmp_path / "执行.xlsx")) == "wrong-template"


def test_a_bomb_is_refused_before_it_is_opened(book, bring, raw):
    path = raw("<row r=" + " " * (80 << 20))
    assert path.stat().st_size < 1 << 20
    assert refused(bring, book, path) == "workbook-too-large"


def test_entities_are_not_expanded(book, bring, raw):
    doctype = '<!DOCTYPE a [<!ENTITY b "c">]>'
    path = raw("", **{"xl/sharedStrings.xml": f"{doctype}<sst><si><t>&b;</t></si></sst>"})
    assert refused(bring, book, path) == "workbook-unsafe"


def test_a_cell_at_the_far_corner_ends_the_child_alone(book, bring, raw):
    # The blank in the row makes the sheet the native reader's, which then asks for half a terabyte.
    far = '<row r="1"><c r="A1"><v>1</v></c> </row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(bring, book, raw(far)) == "workbook-unreadable"


def test_a_child_killed_half_way_leaves_the_book_alone(book, bring, workbook, contracts, monkeypatch):
    def kill_first(self, original=reader.Reading.runs):
        self._child._process.kill()
        self._child._process.wait()
        self._child._process.stdout.read()
        yield from original(self)

    monkeypatch.setattr(reader.Reading, "runs", kill_first)
    assert refused(bring, book, workbook(contracts({}))) == "workbook-unreadable"


def test_a_child_that_stays_silent_is_ended(book, bring, workbook, contracts, monkeypatch):
    monkeypatch.setattr(reader, "limits_for", lambda _size: Limits(1 << 30, 60, 0))
    monkeypatch.setattr(child, "_WATCHED_EVERY", 0.001)
    assert refused(bring, book, workbook(contracts({}))) == "workbook-timeout"


@pytest.mark.parametrize("said", [b"\x05\0\0\0<html", b"\xff\xff\xff\xff", b"\x02\0\0\0\x91\xa1"])
def test_what_the_child_sends_is_not_trusted(said):
    with pytest.raises(ValueError, match=r".*"):
        pipe.read(io.BytesIO(said), reader.READING.answers)


def test_a_value_the_child_never_gave_is_not_looked_for():
    decoding = frames.Decoding()
    assert decoding.columns(frames.Rows([2, 3], [frames.Repeated(["JPY"], b"\0\0")], [])) == [["JPY", "JPY"]]
    assert decoding.columns(frames.Rows([4], [frames.Repeated(["KRW"], b"\1")], [])) == [["KRW"]]
    with pytest.raises(ValueError, match="0"):
        decoding.columns(frames.Rows([5], [frames.Repeated([], b"\2")], []))


def test_a_part_in_an_encoding_that_does_not_exist(book, bring, raw):
    workbook = '<?xml version="1.0" encoding="UTF-f"?><workbook/>'
    assert refused(bring, book, raw("", **{"xl/workbook.xml": workbook})) == "workbook-damaged"


def test_an_old_workbook_whose_pieces_follow_one_another_in_a_circle(book, bring):
    """Found by breaking workbooks at random (`tests/faults/workbooks.py`): its reader went round for ever."""
    assert refused(bring, book, FOUND / "pieces-in-a-circle.xls") == "workbook-damaged"


def test_two_sheets_that_are_one_part(book, bring, raw):
    """Found in the same way: a thousand names of one sheet took a minute to look at."""
    sheet = '<sheet name="合同台账" sheetId="1" r:id="rId1"/>'
    names = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    office = '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    xml = f"<workbook {names}{office}><sheets>{sheet * 2}</sheets></workbook>"
    assert refused(bring, book, raw("", **{"xl/workbook.xml": xml})) == "workbook-damaged"
