"""The file given back: every problem painted on its own cell, and not a byte of anything else changed."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zipfile
import zlib

import msgspec
import openpyxl
import pytest
import python_calamine as calamine
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from forms import ledger
from forms.errors import InputRefused, WorkbookRefused
from forms.workbook.annotated_styles import COLOURS
from forms.workbook.annotating import annotate
from tests.forms.workbook.conftest import HEADER, ROW
from tests.forms.workbook.package_parts import (
    added_to,
    cells_of,
    check_listed,
    check_sheet_bytes,
    check_styles,
    check_workbook_bytes,
    fill_of,
    name_of,
    parts_of,
    sheet_part,
    style_without_fill,
    tree_of,
    without,
    without_marks,
)

SHEET = "合同台账"
BAD = {"币种": "美刀", "合同金额": "约三万"}
CHANGED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


def row(**changes):
    return [changes.get(head, value) for head, value in zip(HEADER, ROW, strict=True)]


ROWS = [
    row(),
    row(合同编号="YJ-2", **BAD),
    row(合同编号="YJ-3", 签约日期=None, 项目名称='=HYPERLINK("http://x","<b>&")'),
    row(合同编号=None),
]


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")), chunk(b"IEND", b""))
    )


def with_everything(path):
    """Charts, a picture, rules of colour, lists to choose from, merged cells, comments, hidden sheets, totals."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("封面").write("A1", "二〇二六年")
    sheet, more, hidden = (book.add_worksheet(name) for name in (SHEET, "汇总", "隐藏"))
    hidden.hide()
    money = book.add_format({"num_format": "#,##0.00", "bold": True, "bg_color": "#DDEEFF", "border": 1})
    sheet.set_column("A:B", 18)
    sheet.set_column("K:K", 14, money)
    sheet.merge_range("A1:K1", "合同登记")
    for down, values in enumerate([HEADER, *ROWS], 2):
        for right, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(down, right, value)
            elif value is not None:
                sheet.write_number(down, right, value, money)
    sheet.set_row(4, 30)
    sheet.write_formula("N4", "=SUM(K4:K5)", None, 1_250_000)
    sheet.write_comment("J5", "我记的：币种待核")
    sheet.write_comment("A4", "老客户")
    sheet.conditional_format("K4:K9", {"type": "data_bar"})
    sheet.data_validation("J4:J9", {"validate": "list", "source": ["日元", "美元"]})
    sheet.insert_image("P2", "章.png", {"image_data": io.BytesIO(png())})
    sheet.freeze_panes(3, 1)
    sheet.protect("", {"format_cells": True})
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": f"='{SHEET}'!$K$4:$K$5"})
    more.insert_chart("B2", chart)
    more.add_table(
        "A20:B23", {"total_row": True, "columns": [{"header": "项", "total_string": "合计"}, {"header": "数"}]}
    )
    more.write_comment("A1", "别的表的批注")
    book.define_name("全部", f"='{SHEET}'!$A$3:$K$7")
    book.define_name("汇总!本表", "=汇总!$A$1")
    sheet.print_area("A1:K7")
    more.activate()
    book.close()


def by_openpyxl(path):
    """Comments, a table over the rows, names of a sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for values in [HEADER, *ROWS]:
        sheet.append(values)
    sheet["B4"].data_type = "s"
    sheet["J3"].comment = Comment("自己的批注", "会计")
    table = Table(displayName="合同", ref="A1:K5")
    sheet.add_table(table)
    book.create_sheet("附表")["A1"] = "=1+1"
    book.save(path)


def plainly(path):
    """One sheet and nothing else."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet(SHEET)
    for down, values in enumerate([HEADER, *ROWS]):
        for right, value in enumerate(values):
            if value is not None:
                (sheet.write_number if isinstance(value, int) else sheet.write_string)(down, right, value)
    book.close()


def strictly(path):
    """The name spaces of the strict standard."""
    plainly(path)
    parts = parts_of(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            strict = content.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ).replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            package.writestr(name, strict)


X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
SHEET_ROOT = (
    b' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr"'
    b' xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
    b' xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"'
    b' xr:uid="{00000000-0001-0000-0100-000000000000}"'
)
EXTENSIONS = (
    f'<extLst><ext xmlns:x14="{X14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule '
    'type="dataBar" id="{5B0FF0A6-0001-0000-0100-000000000000}"><x14:dataBar/></x14:cfRule><xm:sqref>K4:K9</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext>"
    f'<ext xmlns:x14="{X14}" uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}"><x14:sparklineGroups '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/></ext></extLst>'
).encode()
TALK = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
KEPT_PARTS = {
    "xl/printerSettings/printerSettings1.bin": b"\x00\x01printer\xff" * 40,
    "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{TALK}"/>'.encode(),
    "xl/persons/person.xml": f'<personList xmlns="{TALK}"/>'.encode(),
    "customXml/item1.xml": "<单位>财务部</单位>".encode(),
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    "xl/calcChain.xml": b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
}


def as_excel_keeps_it(path):
    """What Excel leaves beside cells: extensions, revision ids, a printer's settings, talks, properties of hers."""
    with_everything(path)
    parts = parts_of(path)
    part = sheet_part(parts, SHEET)
    sheet = (
        parts[part]
        .replace(b"<worksheet", b"<worksheet" + SHEET_ROOT, 1)
        .replace(b"<row ", b'<row x14ac:dyDescent="0.25" ')
    )
    ranges = b'<protectedRanges><protectedRange sqref="K4:K9" name="amounts"/></protectedRanges>'
    protected = re.search(rb"<sheetProtection [^>]*/>", sheet)[0]
    sheet = sheet.replace(protected, protected + ranges).replace(b"</worksheet>", EXTENSIONS + b"</worksheet>")
    setup = re.search(rb"<pageMargins [^>]*/>", sheet)[0]
    sheet = sheet.replace(setup, setup + b'<pageSetup paperSize="9" orientation="landscape" r:id="rIdPrinter"/>')
    rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    printer = (
        b'<Relationship Id="rIdPrinter" Type="%s/printerSettings" Target="../printerSettings/printerSettings1.bin"/>'
    )
    parts[part] = sheet
    parts[rels] = parts[rels].replace(b"</Relationships>", printer % office + b"</Relationships>")
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"<Override",
        b'<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument'
        b'.spreadsheetml.printerSettings"/><Override',
        1,
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**parts, **KEPT_PARTS}.items():
            stored = zipfile.ZIP_STORED if name.endswith((".bin", ".png")) else zipfile.ZIP_DEFLATED
            package.writestr(name, content, compress_type=stored)


def marked_by(result):
    first = result.columns["contract_no"]
    return {one.cell for one in result.findings if one.cell} | {f"{first}{one.row}" for one in result.refused}


MAKERS = (with_everything, by_openpyxl, plainly, strictly, as_excel_keeps_it)


@pytest.fixture
def give_back(book, bring, tmp_path):
    """Import a file and write its annotated copy."""

    def run(path, name="标注.xlsx"):
        result = bring(path)
        return result, annotate(book, result, path, tmp_path / name).path

    return run


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_but_the_marks_changes(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    old, new = parts_of(tmp_path / "台账.xlsx"), parts_of(out)
    part = sheet_part(old, SHEET)
    rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
    touched = {name for name in old if new[name] != old[name]}
    talk = {name for name in touched if "omments" in name or name.endswith(".vml") or "commentsDrawing" in name}
    assert touched <= CHANGED | {part, rels} | talk
    assert all(old[name] == new[name] for name in old if "汇总" in name or "chart" in name or "media" in name)
    marked = marked_by(result)
    assert len(marked) >= 4
    before, after = without_marks(old[part], new[part], marked)
    assert before == after
    check_styles(old["xl/styles.xml"], new["xl/styles.xml"])


@pytest.mark.parametrize("make", MAKERS)
def test_every_byte_stays_but_those_of_the_marks(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    old, new = parts_of(tmp_path / "台账.xlsx"), parts_of(out)
    assert list(new)[: len(old)] == list(old)
    part, marked = sheet_part(old, SHEET), marked_by(result)
    check_sheet_bytes(old[part], new[part], marked)
    check_workbook_bytes(old["xl/workbook.xml"], new["xl/workbook.xml"])
    rels = part.replace("worksheets/", "worksheets/_rels/") + ".rels"
    for name in {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", rels} & old.keys():
        assert len(check_listed(old[name], new[name])) <= 3, name
    styles = added_to(
        old["xl/styles.xml"],
        new["xl/styles.xml"],
        lambda one, other: without(one, b"count") == without(other, b"count"),
    )
    assert not any(one.startswith((b"<numFmt", b"<cellStyle ", b"<dxf", b"<border")) for one in styles)
    came = new.keys() - old.keys()
    assert {name for name in came if not name.startswith("xl/comments")} <= {
        *(name for name in came if re.fullmatch(r"xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?", name)),
        *(name for name in came if name.endswith(".vml")),
        *({"xl/styles.xml"} if "xl/styles.xml" not in old else ()),
        *({rels} if rels not in old else ()),
    }
    unchanged = [name for name in old if old[name] == new[name]]
    assert {*KEPT_PARTS} & old.keys() <= {*unchanged}
    packed = [{one.filename: one for one in zipfile.ZipFile(path).infolist()} for path in (tmp_path / "台账.xlsx", out)]
    for name in unchanged:
        before, after = (files[name] for files in packed)
        assert (before.compress_type, before.compress_size, before.date_time, before.CRC) == (
            *(after.compress_type, after.compress_size, after.date_time, after.CRC),
        )


@pytest.mark.parametrize("make", MAKERS)
def test_comments_of_hers_stay_as_they_are_written(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    _, out = give_back(tmp_path / "台账.xlsx")
    old, new = parts_of(tmp_path / "台账.xlsx"), parts_of(out)
    for name in old:
        if "omment" in name and name.endswith((".xml", ".vml")) and "hreaded" not in name:
            # The numbers of shapes a drawing has taken grow with our own.
            added_to(old[name], new[name], lambda one, other: without(one, b"data") == without(other, b"data"))


@pytest.mark.parametrize("make", MAKERS)
def test_a_marked_cell_looks_as_before_but_for_its_fill(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    old, new = parts_of(tmp_path / "台账.xlsx"), parts_of(out)
    part = sheet_part(old, SHEET)
    known, cells = cells_of(tree_of(old[part])), cells_of(tree_of(new[part]))
    columns = [one for one in tree_of(old[part]).iter() if name_of(one) == "col"]
    for finding in result.findings:
        if finding.cell is None:
            continue
        style = int(cells[finding.cell].get("s", "0"))
        assert fill_of(new["xl/styles.xml"], style) in COLOURS.values(), finding.cell
        column = sum(
            (ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(finding.cell.rstrip("0123456789")))
        )
        of_column = next((one for one in columns if int(one.get("min")) <= column <= int(one.get("max"))), None)
        inherited = of_column.get("style", "0") if of_column is not None else "0"
        was = int(known[finding.cell].get("s", "0") if finding.cell in known else inherited)
        assert style_without_fill(new["xl/styles.xml"], style) == style_without_fill(old["xl/styles.xml"], was)


@pytest.mark.parametrize("make", [with_everything, by_openpyxl, plainly])
def test_every_problem_is_said_at_its_cell_and_listed_with_a_link(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    made = openpyxl.load_workbook(out)
    assert made.sheetnames[0] == "审核结果"
    listed = made["审核结果"]
    lines = [[cell.value for cell in line] for line in listed.iter_rows(min_row=10)]
    assert len(lines) == len(result.findings) + len(result.refused)
    assert sorted(line[2] for line in lines if line[2]) == sorted(one.rule for one in result.findings)
    counts = {listed.cell(row, 1).value: listed.cell(row, 2).value for row in range(4, 8)}
    assert counts["错误"] == sum(one.severity == "error" for one in result.findings)
    assert counts["未导入"] == 1
    for finding in result.findings:
        if finding.cell is None:
            continue
        said = made[SHEET][finding.cell].comment.text
        assert finding.rule in said
        assert finding.message.partition("“")[2] in said
    linked = [listed.cell(at, 4) for at in range(10, 10 + len(lines))]
    places = {cell.value: cell.hyperlink.location for cell in linked if cell.value.startswith(f"{SHEET}!")}
    assert places.keys() == {f"{SHEET}!{cell}" for cell in marked_by(result)}
    assert all(link == place.replace(SHEET, f"'{SHEET}'") for place, link in places.items())


def test_own_comments_stay_and_the_findings_come_behind_them(give_back, tmp_path):
    with_everything(tmp_path / "台账.xlsx")
    _, out = give_back(tmp_path / "台账.xlsx")
    sheet = openpyxl.load_workbook(out)[SHEET]
    assert sheet["A4"].comment.text == "老客户"
    assert sheet["J5"].comment.text.startswith("我记的：币种待核")
    assert "美刀" in sheet["J5"].comment.text


def test_what_counts_sheets_counts_one_more(give_back, tmp_path):
    with_everything(tmp_path / "台账.xlsx")
    _, out = give_back(tmp_path / "台账.xlsx")
    made = openpyxl.load_workbook(out)
    assert made.active.title == "汇总"
    assert made.sheetnames == ["审核结果", "封面", SHEET, "汇总", "隐藏"]
    assert made["隐藏"].sheet_state == "hidden"
    assert made["汇总"].defined_names["本表"].value == "汇总!$A$1"
    assert made[SHEET].print_area == f"'{SHEET}'!$A$1:$K$7"
    assert made.defined_names["全部"].value == f"'{SHEET}'!$A$3:$K$7"


@pytest.mark.parametrize("make", MAKERS)
def test_other_readers_read_the_same_values(give_back, tmp_path, make):
    make(tmp_path / "台账.xlsx")
    _, out = give_back(tmp_path / "台账.xlsx")
    old, new = (calamine.load_workbook(path) for path in (tmp_path / "台账.xlsx", out))
    assert new.sheet_names == ["审核结果", *old.sheet_names]
    for name in old.sheet_names:
        assert new.get_sheet_by_name(name).to_python() == old.get_sheet_by_name(name).to_python()


@pytest.mark.filterwarnings("ignore:.*xtension is not supported")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_values_comments_and_fills(give_back, tmp_path):
    with_everything(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    folder = tmp_path / "office"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", folder, out], check=True, capture_output=True, timeout=180)
    saved = openpyxl.load_workbook(folder / out.name)
    assert saved.sheetnames == ["审核结果", "封面", SHEET, "汇总", "隐藏"]
    kept = openpyxl.load_workbook(tmp_path / "台账.xlsx")[SHEET]
    for line in kept.iter_rows(min_row=4, max_row=7, max_col=11):
        for cell in line:
            assert saved[SHEET][cell.coordinate].value == cell.value
    for finding in result.findings:
        if finding.cell:
            assert finding.rule in saved[SHEET][finding.cell].comment.text
            assert saved[SHEET][finding.cell].fill.fgColor.rgb in COLOURS.values()


def test_a_corrected_copy_imported_again_changes_only_what_was_corrected(book, bring, give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    first, out = give_back(tmp_path / "台账.xlsx")
    same = bring(out)
    assert (same.sheet, same.new, same.updated, same.unchanged) == (SHEET, 0, 0, 3)
    assert same.sheets == [SHEET, "附表"]
    corrected = openpyxl.load_workbook(out)
    corrected[SHEET]["K3"] = 30_000
    corrected.save(out)
    again = bring(out)
    assert (again.new, again.updated, again.unchanged) == (0, 1, 2)
    amounts = [one["amount_orig"] for one in ledger.read_rows(book, "JLFW-02")]
    assert amounts[1] == 3_000_000
    assert first.rows_read == again.rows_read


def test_a_second_copy_has_one_list_and_takes_the_mended_marks_off(give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    _, first = give_back(tmp_path / "台账.xlsx")
    corrected = openpyxl.load_workbook(first)
    corrected[SHEET]["K3"] = 30_000
    corrected.save(tmp_path / "改过.xlsx")
    result, second = give_back(tmp_path / "改过.xlsx", "再标.xlsx")
    made = openpyxl.load_workbook(second)
    assert made.sheetnames == ["审核结果", SHEET, "附表"]
    assert len(list(made["审核结果"].iter_rows(min_row=10))) == len(result.findings) + len(result.refused)
    assert made[SHEET]["K3"].comment is None
    assert made[SHEET]["K3"].fill.fgColor.rgb not in COLOURS.values()
    said = made[SHEET]["J3"].comment.text
    assert said.startswith("自己的批注")
    assert said.count("外包直报审核") == 1


def test_a_workbook_with_macros_keeps_them(give_back, tmp_path, book, bring):
    plainly(tmp_path / "台账.xlsx")
    parts = parts_of(tmp_path / "台账.xlsx")
    path = tmp_path / "台账.xlsm"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            macro = content.replace(b"spreadsheetml.sheet.main+xml", b"x").replace(
                b"application/vnd.openxmlformats-officedocument.x",
                b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            )
            package.writestr(name, macro)
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro")
    result = bring(path)
    with pytest.raises(InputRefused, match="宏"):
        annotate(book, result, path, tmp_path / "标注.xlsx")
    _, out = give_back(path, "标注.xlsm")
    made = parts_of(out)
    assert made["xl/vbaProject.bin"] == b"\xd0\xcf\x11\xe0macro"
    assert b"macroEnabled.main+xml" in made["[Content_Types].xml"]


def test_a_user_s_own_sheet_of_that_name_is_left_alone(give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    made = openpyxl.load_workbook(tmp_path / "台账.xlsx")
    made["附表"].title = "审核结果"
    made.save(tmp_path / "台账.xlsx")
    _, out = give_back(tmp_path / "台账.xlsx")
    assert openpyxl.load_workbook(out).sheetnames == ["审核结果(2)", SHEET, "审核结果"]


def test_a_conversation_at_a_cell_is_left_alone(give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    parts = parts_of(tmp_path / "台账.xlsx")
    with zipfile.ZipFile(tmp_path / "台账.xlsx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace("会计</".encode(), b"tc={0A}</"))
    talk = next(name for name in parts if name.endswith("comments/comment1.xml"))
    _, out = give_back(tmp_path / "台账.xlsx")
    comments = openpyxl.load_workbook(out)[SHEET]
    assert comments["J3"].comment.text == "自己的批注"
    assert comments["J3"].fill.fgColor.rgb in COLOURS.values()
    assert parts_of(out)[talk] != parts[talk]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-x", "@SUM(A1)", "a\x01b_x000D_c", "</t>&lt;<![CDATA[", "'\"", "\u202egnp"]
)
def test_texts_that_would_be_more_than_texts_stay_texts(book, bring, tmp_path, text):
    plain = "".join(char for char in text if char != "\x01")
    result = bring(_with_text(tmp_path, plain))
    result.findings = [msgspec.structs.replace(one, message=text, key=text) for one in result.findings]
    out = annotate(book, result, tmp_path / "台账.xlsx", tmp_path / "标注.xlsx").path
    made = openpyxl.load_workbook(out)["审核结果"]
    assert {cell.data_type for line in made.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}
    shown = {cell.value.replace("_x005F_", "_") for cell in made["E"][9:]}
    assert shown == {text.replace("\x01", " ").replace("\u202e", " ")}


def _with_text(tmp_path, text):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    for values in [HEADER, row(合同编号="YJ-7", 币种=text)]:
        sheet.append(values)
    for cell in sheet[2]:
        cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def test_a_file_that_changed_since_is_not_painted_with_old_findings(book, bring, workbook, contracts, tmp_path):
    path = workbook(contracts(BAD))
    result = bring(path)
    workbook(contracts(BAD, {"合同编号": "YJ-5"}))
    with pytest.raises(InputRefused, match="改动过"):
        annotate(book, result, path, tmp_path / "标注.xlsx")
    path.unlink()
    with pytest.raises(InputRefused, match="找不到"):
        annotate(book, result, path, tmp_path / "标注.xlsx")
    assert not (tmp_path / "标注.xlsx").exists()


def test_cancelled_half_way_nothing_is_left(book, bring, workbook, contracts, tmp_path):
    path = workbook(contracts(BAD))
    result = bring(path)
    with pytest.raises(InputRefused, match="取消"):
        annotate(book, result, path, tmp_path / "标注.xlsx", cancelled=lambda: True)
    assert [one.name for one in tmp_path.iterdir() if "标注" in one.name] == []


def test_rows_are_counted_towards_the_last_one_and_a_cancelled_copy_leaves_nothing(
    book, bring, workbook, contracts, tmp_path
):
    path = workbook(contracts(*({**BAD, "合同编号": f"YJ-{n}"} for n in range(5_000)), {"合同编号": None}))
    result = bring(path)
    out = tmp_path / "标注.xlsx"
    told = []
    annotate(book, result, path, out, progress=lambda *one: told.append(one))
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == (5_002, 5_002)  # header, 5,000 contracts, one row without its number
    assert {total for _, total in told} == {5_002}
    out.write_bytes(b"before")
    told.clear()
    with pytest.raises(InputRefused, match="取消"):
        annotate(
            book,
            result,
            path,
            out,
            progress=lambda *one: told.append(one),
            cancelled=lambda: bool(told),  # as soon as the first rows are done with
        )
    assert told[-1][0] < 5_002
    assert out.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir() if "标注" in one.name] == [out.name]


@pytest.mark.parametrize(
    "sheet_data",
    [
        '<row r="1">{head}</row><!-- <row r="2"> --><row r="2">{bad}</row>',
        '<row r="1">{head}</row><row r="2">{bad}</row><?x <row r="3"?>',
    ],
)
def test_a_sheet_written_in_a_strange_way_is_refused_in_a_sentence(book, raw, bring, tmp_path, sheet_data):
    def cells(number, texts):
        return "".join(
            f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for letter, text in zip("ABC", texts, strict=True)
        )

    head, bad = cells(1, ("合同号", "币种", "合同金额")), cells(2, ("YJ-1", "美刀", "约三万"))
    path = raw(sheet_data.format(head=head, bad=bad))
    result = bring(path)
    assert result.findings
    with pytest.raises(WorkbookRefused) as refusal:
        annotate(book, result, path, tmp_path / "标注.xlsx")
    assert refusal.value.code == "workbook-unusual"
    assert not (tmp_path / "标注.xlsx").exists()


def test_a_mark_on_a_merged_cell_stands_where_it_is_seen(give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    made = openpyxl.load_workbook(tmp_path / "台账.xlsx")
    made[SHEET].tables.clear()
    made[SHEET].merge_cells("C2:C4")
    made.save(tmp_path / "台账.xlsx")
    result, out = give_back(tmp_path / "台账.xlsx")
    assert {"C3", "C4"} <= marked_by(result)
    sheet = openpyxl.load_workbook(out)[SHEET]
    assert sheet["C2"].fill.fgColor.rgb in COLOURS.values()
    assert all(f"第{row}行" in sheet["C2"].comment.text for row in (3, 4))
    assert sheet["C3"].comment is None


def test_a_list_that_was_thrown_away_is_written_anew(give_back, tmp_path):
    by_openpyxl(tmp_path / "台账.xlsx")
    _, first = give_back(tmp_path / "台账.xlsx")
    thrown = openpyxl.load_workbook(first)
    del thrown["审核结果"]
    thrown.defined_names["_zhibao_result"].value = "#REF!$A$1"
    thrown.save(tmp_path / "改过.xlsx")
    _, second = give_back(tmp_path / "改过.xlsx", "再标.xlsx")
    made = openpyxl.load_workbook(second)
    assert made.sheetnames == ["审核结果", SHEET, "附表"]
    assert parts_of(second)["xl/workbook.xml"].count(b"_zhibao_result") == 1
