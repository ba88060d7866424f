"""The quick reader and the native one give the same cells; where the quick one cannot be sure it steps aside."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.workbook.canonical import CanonicalReader, NotCanonical
from forms.workbook.native import NativeReader
from forms.workbook.package import opened

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(lambda text: text.strip() or None)
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.sampled_from(["a & b", "<x>", '"引号"', "第一行\n第二行", "_x0041_", " 前后 ", "=1+1", "#N/A 是什么"]),
    st.integers(-(10**15), 10**15),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    st.booleans(),
    st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)),
)


def cells(reader):
    """Give every row that holds anything, by number, without the blanks at its end."""
    found = {}
    for run in reader.runs():
        for index, number in enumerate(run.numbers):
            row = [column[index] for column in run.columns]
            while row and row[-1] == "":
                row.pop()
            if row:
                found[number] = row
    return found


def both(path):
    with opened(path) as package:
        sheet = package.sheets[0]
        return cells(CanonicalReader(package, sheet)), cells(NativeReader(path, package, sheet))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(VALUES, max_size=6), max_size=12), st.integers(0, 3), st.integers(0, 3))
def test_both_readers_see_the_same_cells(tmp_path, rows, down, right):
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1 + down):
        for column, value in enumerate(row, 1 + right):
            cell = book.active.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(tmp_path / "x.xlsx")
    quick, native = both(tmp_path / "x.xlsx")
    assert quick == native


PLAIN = '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2"><v>1.5</v></c></row>'


@pytest.mark.parametrize(
    "xml",
    [
        PLAIN,
        '<row r="2" spans="2:4" ht="15"><c r="B2" s="1"><v>46000</v></c><c r="C2" s="2"><v>46000.5</v></c></row>',
        '<row r="3"><c r="A3" s="1"><v>2958465</v></c><c r="B3" s="1"><v>2958466</v></c></row>',
        '<row r="1"/><row r="7"><c r="A7" s="1"/><c r="B7" t="b"><v>1</v></c><c r="C7"><f>A1</f><v>8</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a&amp;b_x000D_</t></is></c></row>',
        '<row r="1"><c r="AB1" t="str"><f>B1</f><v>y</v></c></row>',
        '<row r="1"><c r="A1"><v>1E-05</v></c></row><row r="2"><c r="A2"><v>912201011234567884</v></c></row>',
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>',
        # LibreOffice spells out every attribute of a row, and the type of numbers.
        '<row r="4" customFormat="false" ht="15" hidden="false"><c r="A4" s="0" t="s"><v>0</v></c></row>',
        '<row r="1"><c r="B1" s="1" t="n"><f aca="false">A1</f><v>46300</v></c><c r="C1" t="n"><v>-0.5</v></c></row>',
        '<row r="1"><c r="A1" t="b"><f aca="false">TRUE()</f><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f aca="false">B1&amp;&quot;-2&quot;</f><v>YJ-1-2</v></c></row>',
    ],
)
def test_the_forms_programs_write_are_read_alike(raw, xml):
    strings = '<si><t>一</t></si><si><t xml:space="preserve"> 二 </t></si><si><r><t>三</t></r><r><t>四</t></r></si>'
    quick, native = both(raw(xml, strings=strings, properties='<workbookPr backupFile="false" date1904="false"/>'))
    assert quick == native
    assert quick


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></c> </row>',
        "<row><c><v>1</v></c></row>",
        '<row r="1"><c t="s" r="A1"><v>0</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><f>1+1</f><v></v></c></row>',
        '<row r="1"><c r="A1" s="3"><v>0.5</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2026-01-02</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
    ],
)
def test_anything_else_is_left_to_the_native_reader(raw, xml):
    with opened(raw(xml, strings="<si><t>一</t></si>")) as package, pytest.raises(NotCanonical):
        cells(CanonicalReader(package, package.sheets[0]))


def test_dates_counted_from_1904_are_left_to_the_native_reader(raw):
    path = raw(PLAIN, strings="<si><t>一</t></si>", properties='<workbookPr date1904="1"/>')
    with opened(path) as package, pytest.raises(NotCanonical):
        CanonicalReader(package, package.sheets[0])


def test_a_sheet_that_changes_its_ways_is_read_to_the_end(book, bring, raw, contracts):
    header, row = contracts({})

    def xml(number, values, after=""):
        texts = "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            for at, value in enumerate(values)
        )
        return f'<row r="{number}">{texts}{after}</row>'

    rows = [xml(1, header), *(xml(number, (f"YJ-{number}", *row[1:])) for number in range(2, 2500))]
    rows.append(xml(2500, ("YJ-last", *row[1:]), after=" "))
    result = bring(raw("".join(rows)))
    assert (result.rows_read, result.new) == (2499, 2499)
    assert book.db.execute("SELECT import_row FROM contracts WHERE contract_no = 'YJ-last'").fetchone()[0] == 2500


def test_a_column_may_repeat_for_a_thousand_rows_and_then_never_again(book, bring, raw, contracts):
    header, row = contracts({})
    client, ends = header.index("客户名称"), header.index("到期日")

    def xml(number, values):
        cells = (
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            for at, value in enumerate(values)
        )
        return f'<row r="{number}">{"".join(cells)}</row>'

    clients = ["株式会社北斗", "株式会社南斗", *(f"株式会社{number}" for number in range(400))]
    rows = [xml(1, header)]
    for number in range(2, 2502):
        values = [f"YJ-{number}", *row[1:]]
        values[client] = clients[number % 2 if number < 1500 else number % 400]
        values[ends] = "待定" if number % 3 == 0 else row[ends]
        rows.append(xml(number, values))
    result = bring(raw("".join(rows)))
    assert result.new == 2500
    for number, name, date, kept in book.db.execute(
        "SELECT import_row, client_name, expires_on, unparsed ->> '$.expires_on[0]' FROM contracts"
    ):
        assert name == clients[number % 2 if number < 1500 else number % 400]
        assert (date, kept) == ((None, "待定") if number % 3 == 0 else ("2027-10-07", None))


def test_a_column_of_many_formats_is_read_alike(raw):
    """One amount typed as text, one formula, one blank, one date among hundreds of numbers."""
    odd = {
        40: '<c r="B40" t="s"><v>0</v></c>',
        41: '<c r="B41"><f>A1*2</f><v>8.5</v></c>',
        42: "",
        43: '<c r="B43" s="1"><v>46300</v></c>',
        44: '<c r="B44" s="1"/>',
        45: '<c r="B45" t="e"><v>#REF!</v></c>',
    }
    rows = (
        f'<row r="{n}"><c r="A{n}" t="s"><v>{n % 3}</v></c>{odd.get(n, f"""<c r="B{n}"><v>{n}.25</v></c>""")}</row>'
        for n in range(1, 400)
    )
    strings = '<si><t> 约10万 </t></si><si><t>a&amp;b_x0041_</t></si><si><t xml:space="preserve"> c </t></si>'
    quick, native = both(raw("".join(rows), strings=strings))
    assert quick == native
    assert quick[41][1] == 8.5
