"""OpenDocument workbooks written by hand: what may stand beside cells, and what is meant to exhaust a reader."""

from __future__ import annotations

import zipfile
from xml.sax.saxutils import escape

import openpyxl
import pytest

from forms import ledger
from forms.errors import WorkbookRefused
from forms.workbook.annotating import annotate
from tests.forms.workbook.traps import GOOD, HEADER, row

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


@pytest.fixture
def document(tmp_path):
    def write(rows, *, before="", styles="", table="", doctype=""):
        content = (
            f'<?xml version="1.0"?>{doctype}<office:document-content {NAMES}><office:automatic-styles>{styles}'
            f"</office:automatic-styles><office:body><office:spreadsheet>{before}"
            f'<table:table table:name="合同台账" {table}>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        path = tmp_path / "台账.ods"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("content.xml", content)
        return path

    return write


def cell(value, more=""):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>x</text:p></table:table-cell>'
        )
    return (
        f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}{more}</text:p></table:table-cell>'
    )


def line(values, attributes=""):
    return f"<table:table-row {attributes}>{''.join(map(cell, values))}</table:table-row>"


HEAD = line(HEADER)


def test_what_stands_beside_a_cell_is_no_part_of_it(book, bring, document):
    note = "<office:annotation><text:p>批注</text:p></office:annotation><draw:frame><text:p>图</text:p></draw:frame>"
    texts = '<text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p>'
    named = f'<table:table-cell office:value-type="string">{note}{texts}</table:table-cell>'
    cells = [named if head == "项目名称" else cell(GOOD[head]) for head in HEADER]
    old = f"<table:tracked-changes>{line(row(合同编号='旧'))}</table:tracked-changes>"
    path = document(f"{HEAD}<table:table-row>{''.join(cells)}</table:table-row>", before=old)
    result = bring(path)
    assert (result.rows_read, result.new) == (1, 1)
    assert ledger.read_rows(book, "JLFW-02")[0]["contract_name"].split() == ["甲", "乙", "丙"]


def test_a_formula_that_was_never_calculated_is_told(book, bring, document):
    empty = '<table:table-cell table:formula="of:=[.A1]*2"/>'
    cells = [empty if head == "合同金额" else cell(GOOD[head]) for head in HEADER]
    result = bring(document(f"{HEAD}<table:table-row>{''.join(cells)}</table:table-row>"))
    assert [(one.cell, one.value) for one in result.findings if one.rule == "F00-004"] == [("K2", "#VALUE!")]


def test_rows_that_are_repeated_are_as_many_rows(book, bring, document):
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    twice = line(row(合同编号="YJ-2"), 'table:number-rows-repeated="3"')
    result = bring(document(HEAD + line(row()) + twice + blank))
    assert (result.rows_read, result.new) == (4, 4)


def test_a_million_rows_in_one_are_refused_before_they_are_many(book, bring, document):
    path = document(HEAD + line(row(), 'table:number-rows-repeated="1048000"'))
    with pytest.raises(WorkbookRefused) as refusal:
        bring(path)
    assert refusal.value.code == "workbook-too-large"


def test_entities_of_a_document_are_not_expanded(book, bring, document):
    path = document(HEAD, doctype='<!DOCTYPE a [<!ENTITY b "c">]>')
    with pytest.raises(WorkbookRefused) as refusal:
        bring(path)
    assert refusal.value.code == "workbook-unsafe"


def test_a_hidden_sheet_of_a_document_is_hidden(book, bring, document):
    hidden = '<style:table-properties table:display="false"/>'
    style = f'<style:style style:name="ta1" style:family="table">{hidden}</style:style>'
    path = document(HEAD + line(row()), styles=style, table='table:style-name="ta1"')
    assert any("隐藏的工作表“合同台账”" in notice for notice in bring(path).notices)


NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"


def formatted(name, kind, pieces):
    """A number format of the document and the cell style of its name."""
    made = f'<number:{kind}-style xmlns:number="{NUMBER}" style:name="N{name}">{pieces}</number:{kind}-style>'
    return f'{made}<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{name}"/>'


def digits(places=0, **more):
    said = "".join(f' number:{name.replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<number:number number:decimal-places="{places}" number:min-integer-digits="1"{said}/>'


def day(separator, *, style="long"):
    said = f'number:style="{style}"'
    pieces = ('<number:year number:style="long"/>', f"<number:month {said}/>", f"<number:day {said}/>")
    return f"<number:text>{separator}</number:text>".join(pieces)


@pytest.mark.parametrize(
    ("kind", "pieces", "value", "code"),
    [
        ("number", digits(2, grouping="true"), "1250000", "#,##0.00"),
        ("number", digits(3, min_decimal_places=1), "12.5", "0.0##"),
        ("number", "<number:text>约</number:text>" + digits(), "12", '"约"0'),
        ("percentage", digits(1) + "<number:text>%</number:text>", "0.125", "0.0%"),
        ("currency", "<number:currency-symbol>¥</number:currency-symbol>" + digits(2), "7", '"¥"0.00'),
        ("number", '<number:scientific-number number:decimal-places="2"/>', "120000", "0.00E+00"),
        ("date", day("/", style="short"), "2026-10-08", "yyyy/m/d"),
        ("date", day("年"), "2026-10-08", 'yyyy"年"mm"年"dd'),
        ("number", digits(2), "2026-10-08", "yyyy-mm-dd"),  # no date is shown as a number
        ("date", day("-"), "46000", "General"),  # and no number as a date
        ("number", digits(500), "5", f"0.{'0' * 20}"),
    ],
)
def test_the_copy_given_back_shows_numbers_and_dates_as_the_document_did(
    book, bring, document, tmp_path, kind, pieces, value, code
):
    typed = (
        f'office:value-type="date" office:date-value="{value}"'
        if value.count("-") == 2
        else f'office:value-type="{kind if kind in ("percentage", "currency") else "float"}" office:value="{value}"'
    )
    shown = f'<table:table-cell table:style-name="ce1" {typed}><text:p>{value}</text:p></table:table-cell>'
    bad = line(row(币种="美刀"))[: -len("</table:table-row>")] + shown + "</table:table-row>"
    head = HEAD[: -len("</table:table-row>")] + cell("我的") + "</table:table-row>"
    path = document(head + bad, styles=formatted("ce1", kind, pieces))
    copy = tmp_path / "标注.xlsx"
    annotate(book, bring(path), path, copy)
    last = openpyxl.load_workbook(copy)["合同台账"].cell(2, len(HEADER) + 1)
    assert last.number_format == code
    assert last.value.date().isoformat() == value if last.is_date else float(last.value) == float(value)


def test_a_column_s_style_holds_for_cells_that_name_none_and_a_style_may_follow_another(
    book, bring, document, tmp_path
):
    followed = '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>'
    plain = len(HEADER) - 1
    columns = (
        f'<table:table-column table:number-columns-repeated="{plain}"/>'
        '<table:table-column table:default-cell-style-name="ce2"/>'
    )
    styles = formatted("ce1", "number", digits(2, grouping="true")) + followed
    path = document(columns + HEAD + line(row(合同金额=1_250_000, 币种="美刀")), styles=styles)
    copy = tmp_path / "标注.xlsx"
    annotate(book, bring(path), path, copy)
    money = openpyxl.load_workbook(copy)["合同台账"].cell(2, len(HEADER))
    assert (money.value, money.number_format) == (1_250_000, "#,##0.00")


def test_what_is_negative_has_its_own_section(book, bring, document, tmp_path):
    positive = f'<number:number-style xmlns:number="{NUMBER}" style:name="NP">{digits(2)}</number:number-style>'
    otherwise = '<style:map style:condition="value()&gt;=0" style:apply-style-name="NP"/>'
    styles = positive + formatted("ce1", "number", f"<number:text>-</number:text>{digits(2)}{otherwise}")
    columns = '<table:table-column table:number-columns-repeated="40" table:default-cell-style-name="ce1"/>'
    path = document(columns + HEAD + line(row(合同金额=5, 币种="美刀")), styles=styles)
    copy = tmp_path / "标注.xlsx"
    annotate(book, bring(path), path, copy)
    assert openpyxl.load_workbook(copy)["合同台账"].cell(2, len(HEADER)).number_format == "0.00;-0.00"
