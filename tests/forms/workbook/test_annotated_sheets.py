"""Marks on sheets of every make: random ledgers, random marks; and packages that mean harm."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.errors import WorkbookRefused
from forms.workbook import annotated_sheet
from forms.workbook.addresses import column_index, column_letters
from forms.workbook.annotated_comments import Comments, drawing
from forms.workbook.annotated_package import Packed, written
from forms.workbook.annotated_parts import Relationships, free_title, main_space, office_space, with_result, with_types
from forms.workbook.annotated_sheet import AnnotatedSheet
from forms.workbook.annotated_styles import COLOURS, Styles
from forms.workbook.markup import Markup, plain
from tests.forms.workbook.conftest import MAIN
from tests.forms.workbook.package_parts import cells_of, fill_of, tree_of, without_marks

STYLES = (
    f'<{{p}}styleSheet xmlns{{x}}="{MAIN}"><{{p}}fonts count="1"><{{p}}font/></{{p}}fonts><{{p}}fills count="2">'
    "<{p}fill><{p}patternFill/></{p}fill><{p}fill><{p}patternFill/></{p}fill></{p}fills>"
    '<{p}cellXfs count="3"><{p}xf/><{p}xf numFmtId="14"/>'
    '<{p}xf fontId="0"><{p}alignment wrapText="1"/></{p}xf></{p}cellXfs><{p}dxfs count="0"/></{p}styleSheet>'
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="￾￿"), max_size=8)


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    """A sheet as some program might write it: rows and cells left out, without addresses, prefixed, with blanks."""
    prefix = draw(st.sampled_from(["", "x:"]))
    blank = draw(st.sampled_from(["", "\n", "  "]))
    addressed = draw(st.booleans())
    rows = draw(st.lists(st.integers(1, 30), unique=True, max_size=12).map(sorted))
    if not addressed:
        rows = list(range(1, len(rows) + 1))
    xml = []
    for number in rows:
        columns = draw(st.lists(st.integers(0, 30), unique=True, max_size=8).map(sorted))
        columns = columns if addressed else list(range(len(columns)))
        cells = blank.join(draw(cells_at(prefix, number, column, addressed=addressed)) for column in columns)
        place = f' r="{number}"' if addressed else ""
        more = draw(
            st.sampled_from(["", ' spans="1:3"', " ht='20' customHeight='1'", ' s="1" customFormat="1"', ' x="a>b"'])
        )
        closed = not columns and draw(st.booleans())
        xml.append(f"<{prefix}row{place}{more}{'/>' if closed else f'>{cells}</{prefix}row>'}{blank}")
    name = f":{prefix[:-1]}" if prefix else ""
    tail = draw(st.sampled_from(["", f'<{prefix}pageMargins left="1"/>', f"<{prefix}drawing/><{prefix}tableParts/>"]))
    head = draw(st.sampled_from(["", f'<{prefix}cols><{prefix}col min="2" max="9" style="2"/></{prefix}cols>']))
    return (
        f'<{prefix}worksheet xmlns{name}="{MAIN}">{head}<{prefix}sheetData>{blank}{"".join(xml)}'
        f"</{prefix}sheetData>{tail}</{prefix}worksheet>"
    ).encode()


@st.composite
def cells_at(draw: st.DrawFn, prefix: str, row: int, column: int, *, addressed: bool) -> str:
    place = f' r="{column_letters(column)}{row}"' if addressed else ""
    style = draw(st.sampled_from(["", ' s="1"', " s='2'", ' cm="1" s="0"']))
    text = plain(draw(TEXTS)).decode()
    body = draw(
        st.sampled_from(
            ["/>", "></{p}c>", "><{p}v>1</{p}v></{p}c>", "><{p}f>1&gt;0</{p}f><{p}v>1</{p}v></{p}c>",
             ' t="inlineStr"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>']
        )
    )  # fmt: skip
    return f"<{prefix}c{place}{style}{body.replace('{text}', text).replace('{p}', prefix)}"


def addressed(xml: bytes) -> bytes:
    """Write out the addresses of rows and cells that have none."""
    root = tree_of(xml)
    number = 0
    for row in [one for one in root.iter() if one.tag.endswith("}row")]:
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        column = -1
        for cell in row:
            letters = cell.get("r", "").rstrip("0123456789")
            column = column_index(letters) if letters else column + 1
            cell.set("r", f"{column_letters(column)}{number}")
    return ET.tostring(root)


MARKS = st.dictionaries(
    st.integers(1, 32), st.dictionaries(st.integers(0, 32), st.sampled_from(list(COLOURS)), min_size=1), max_size=10
)


@given(xml=sheets(), marks=MARKS, block=st.integers(20, 400))
def test_a_random_sheet_with_random_marks_differs_by_them_alone(xml, marks, block):
    prefix, name = ("x:", ":x") if xml.startswith(b"<x:") else ("", "")
    styles = Styles(STYLES.format(p=prefix, x=name).encode())
    sheet = AnnotatedSheet(marks, styles, b'legacyDrawing xmlns:r="r" r:id="rId1"/>')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(annotated_sheet, "_BLOCK", block)
        new = b"".join(sheet.pieces(io.BytesIO(xml)))
    marked = {f"{column_letters(column)}{row}": said for row, some in marks.items() for column, said in some.items()}
    written_out = addressed(new)
    before, after = without_marks(addressed(xml), written_out, set(marked))
    assert before == after
    finished = styles.finished()[0]
    cells = cells_of(tree_of(written_out))
    for place, severity in marked.items():
        assert fill_of(finished, int(cells[place].get("s", "0"))) == COLOURS[severity]


def packed(tmp_path, *members: tuple[str, bytes]):
    path = tmp_path / "台账.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members:
            package.writestr(name, content)
    return path


def rewritten(path, **parts: bytes) -> bytes:
    with zipfile.ZipFile(path) as package:
        return b"".join(written(path, package, {name: Packed((content,)) for name, content in parts.items()}))


def test_members_that_are_not_replaced_keep_every_packed_byte(tmp_path):
    path = packed(tmp_path, ("a", b"one" * 9), ("b", b"two"), ("c", b""), ("名.bin", b"\0"))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(io.BytesIO(rewritten(path, b=b"new", d=b"more"))) as new:
        assert new.testzip() is None
        assert new.namelist() == ["a", "b", "c", "名.bin", "d"]
        assert {name: new.read(name) for name in new.namelist()} == {
            **{name: old.read(name) for name in old.namelist()}, "b": b"new", "d": b"more"
        }  # fmt: skip
        for name in ("a", "c", "名.bin"):
            one, other = old.getinfo(name), new.getinfo(name)
            assert (one.CRC, one.compress_size, one.compress_type, one.date_time, one.external_attr) == (
                other.CRC, other.compress_size, other.compress_type, other.date_time, other.external_attr
            )  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_package_with_two_parts_of_one_name_is_refused(tmp_path):
    path = packed(tmp_path, ("a", b"one"), ("a", b"two"))
    with pytest.raises(WorkbookRefused):
        rewritten(path)


def test_parts_that_lie_over_one_another_are_not_multiplied(tmp_path):
    path = packed(tmp_path, ("a", bytes(range(256)) * 4), ("b", b"x"), ("c", b"y"))
    content = bytearray(path.read_bytes())
    at, size = content.find(b"PK\x01\x02"), struct.unpack_from("<L", content, content.find(b"PK\x01\x02") + 20)[0]
    for _ in range(2):
        at = content.find(b"PK\x01\x02", at + 4)
        struct.pack_into("<L", content, at + 20, size)
        struct.pack_into("<L", content, at + 42, 0)
    path.write_bytes(content)
    with pytest.raises(WorkbookRefused):
        rewritten(path)


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>',
        b"<styleSheet><fonts></styleSheet>",
        b"<styleSheet></fonts></styleSheet>",
        b"<a/><b/>",
        b"",
        '<?xml version="1.0" encoding="UTF-16"?><styleSheet/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="GB18030"?><styleSheet/>',
    ],
)
def test_a_part_that_cannot_be_changed_in_place_is_refused(xml):
    with pytest.raises(WorkbookRefused):
        Markup(xml)


def test_a_workbook_without_styles_views_or_names_gets_them():
    xml, looks = Styles(f'<styleSheet xmlns="{MAIN}"/>'.encode()).finished()
    assert [one.tag.rpartition("}")[2] for one in tree_of(xml)] == ["fonts", "fills", "cellXfs"]
    assert fill_of(xml, looks["error"]) == COLOURS["error"]
    workbook = f'<workbook xmlns="{MAIN}"><sheets><sheet name="一" sheetId="7"/></sheets><calcPr/></workbook>'.encode()
    made = tree_of(with_result(workbook, "审核结果", "rId9", office_space(workbook)))
    assert [one.tag.rpartition("}")[2] for one in made] == ["bookViews", "sheets", "definedNames", "calcPr"]
    assert [one.get("sheetId") for one in made[1]] == ["8", "7"]
    assert made[0][0].get("activeTab") == "1"


def test_the_name_spaces_of_a_strict_workbook_are_kept():
    strict = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'
    assert main_space(strict) == b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert office_space(strict) == "http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_a_drawing_of_comments_keeps_what_is_in_it_and_numbers_new_shapes_apart():
    old = drawing(None, {"A1": "一"}, set(), {1, 2})
    new = drawing(old, {f"B{row}": "二" for row in range(1, 1500)}, set(), {5})
    shapes = [one.get("id") for one in tree_of(new).iter() if one.tag.endswith("}shape")]
    assert len(set(shapes)) == 1500
    assert old[old.find(b"<v:shape ") : -6] in new
    clusters = next(one.get("data") for one in tree_of(new).iter() if one.tag.endswith("}idmap"))
    assert clusters == "3,6,7"
    assert {int(shape.removeprefix("_x0000_s")) // 1024 for shape in shapes} <= {3, 6, 7}


def test_a_very_long_comment_is_cut_where_excel_ends():
    comments = Comments(None, MAIN.encode())
    text = next(one.text for one in tree_of(comments.write({"A1": "长" * 40_000})).iter() if one.tag.endswith("}t"))
    assert 32_000 < len(text) < 32_767
    assert text.endswith("…\n【审核完】")


def test_what_was_said_before_goes_though_nobody_knows_any_more_who_said_it():
    said = Comments(None, MAIN.encode()).write({"A1": "一", "B1": "二", "C1": "三"})
    saved = said.replace("外包直报审核</author>".encode(), b"</author>").replace(
        "三\n【审核完】".encode(), "三\n【审核完】\n我问过了".encode()
    )
    again = Comments(saved, MAIN.encode())
    texts = {
        one.get("ref"): "".join(text.text for text in one.iter() if text.tag.endswith("}t"))
        for one in tree_of(again.write({"B1": "四"})).iter()
        if one.tag.endswith("}comment")
    }
    assert texts == {"B1": "【外包直报审核】\n四\n【审核完】", "C1": "\n我问过了"}
    assert again.gone == {"A1", "B1"}
    assert set(again.added) == {"B1"}


def test_names_that_are_taken_are_not_taken_again():
    assert free_title(["审核结果", "审核结果(2)"]) == "审核结果(3)"
    links = Relationships(None, "xl/worksheets/sheet1.xml")
    assert links.add("t/comments", "xl/comments1.xml") != links.add("t/vmlDrawing", "xl/drawings/v.vml")
    again = Relationships(links.xml, "xl/worksheets/sheet1.xml")
    assert again.target(kind="vmlDrawing") == "xl/drawings/v.vml"
    types = b'<Types xmlns="t"><Default Extension="VML" ContentType="x"/></Types>'
    assert with_types(types, {}, {"vml": "y"}) == types
