"""OpenDocument workbooks written by hand: what may stand beside cells, and what is meant to exhaust a reader."""

from __future__ import annotations

import zipfile
from xml.sax.saxutils import escape

import pytest

from forms import ledger
from forms.errors import WorkbookRefused
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
