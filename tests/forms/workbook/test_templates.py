"""Templates to fill in, and ledgers that go out as filled templates and come back as the same rows."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
import python_calamine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forms import ledger
from forms.errors import InputRefused
from forms.kinds import Bool, Choices, Coded, Date, Int, Links, Money, Month, Scaled, Text
from forms.workbook.addresses import column_letters
from forms.workbook.export import Shown, Watch, export_ledger, export_shown
from forms.workbook.importing import import_workbook
from forms.workbook.layout import columns_of
from forms.workbook.reader import reading
from forms.workbook.required_marks import formula_of
from forms.workbook.template import write_template

LEDGERS = ("JLFW-02", "JLFW-03A", "JLFW-03", "JLFW-05")
AS_OF = "2026-11-03"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize("form", LEDGERS)
def test_an_empty_template_reads_as_no_rows(catalogue, tmp_path, form):
    path = write_template(catalogue, form, tmp_path / "模板.xlsx", period="2026-10", uscc="91222401MA1DEM1235")
    with reading(path, catalogue.edition(form)) as sheet:
        assert list(sheet.opened.columns) == [field.id for field in columns_of(catalogue.edition(form))]
        assert sheet.opened.unknown == {}
        assert [rows.numbers for rows in sheet.runs()] == []
        assert (sheet.done.rows_read, sheet.done.refused) == (0, [])


def test_a_template_has_what_an_accountant_needs(catalogue, tmp_path):
    path = write_template(catalogue, "JLFW-02", tmp_path / "模板.xlsx", period="2026-10", uscc="91222401MA1DEM1235")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["填报", "代码表", "说明", "_meta"]
    assert book["_meta"].sheet_state == "veryHidden"
    meta = {row[0]: row[1] for row in book["_meta"].iter_rows(values_only=True)}
    assert (meta["form"], meta["period"], meta["uscc"]) == ("JLFW-02", "2026-10", "91222401MA1DEM1235")
    page = book["填报"]
    heads = {cell.value: cell.column_letter for cell in page[2]}
    assert page[f"{heads['contract_no']}1"].value == "合同号"
    assert page[f"{heads['contract_no']}3"].value.startswith("必填")
    assert page[f"{heads['fx_rate_usd']}3"].value.startswith("自动")
    assert page.column_dimensions[heads["client_uscc"]].number_format == "@"
    assert page.freeze_panes.endswith("4")
    country = next(rule for rule in page.data_validations.dataValidation if f"{heads['client_country']}4" in rule.cells)
    assert country.formula1 == "list_countries"
    first = book.defined_names["list_countries"].attr_text.partition("!")[2].partition(":")[0].replace("$", "")
    assert book["代码表"][first].value == "中国"
    assert country.prompt


def test_only_the_header_is_locked_and_without_a_password(catalogue, tmp_path):
    page = openpyxl.load_workbook(write_template(catalogue, "JLFW-02", tmp_path / "模板.xlsx"))["填报"]
    assert page.protection.sheet
    assert page.protection.password is None
    assert not page.protection.insertRows
    assert not page.protection.deleteRows
    assert all(cell.protection.locked for row in page["A1:C3"] for cell in row)
    heads = {cell.value: cell.column_letter for cell in page[2]}
    assert not any(page.column_dimensions[letters].protection.locked for letters in heads.values())


def test_exported_rows_can_be_edited_in_the_locked_sheet(book, tmp_path):
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-1", "amount_orig": "约十万"}, as_of=AS_OF)
    export_ledger(book, "JLFW-02", tmp_path / "导出.xlsx")
    page = openpyxl.load_workbook(tmp_path / "导出.xlsx")["填报"]
    assert page["A4"].value == "YJ-1"
    assert not any(cell.protection.locked for cell in page[4] if cell.value is not None)


def test_an_empty_cell_that_must_be_filled_is_marked_where_a_formula_can_tell(catalogue):
    fields = columns_of(catalogue.edition("JLFW-02"))
    formulas = {field.id: formula_of(field, fields, 4) for field in fields}
    at = {field.id: f"${column_letters(index)}4" for index, field in enumerate(fields)}
    last = column_letters(len(fields) - 1)
    number = at["contract_no"]
    assert formulas["contract_no"] == f"AND(COUNTA($A4:${last}4)>0,LEN(TRIM({number}))=0)"
    assert formulas["remarks"] is formulas["fx_rate_usd"] is None
    assert f'OR({at["is_subcontract"]}="是")' in formulas["upstream_ent"]
    kind = at["contract_kind"]
    assert formulas["expires_on"] == (
        f'AND(LEN({kind})>0,NOT(OR({kind}="框架合同",{kind}="FRAME")),LEN(TRIM({at["expires_on"]}))=0)'
    )
    certificates = columns_of(catalogue.edition("JLFW-05"))
    told = {field.id: formula_of(field, certificates, 4) for field in certificates}
    assert told["cert_level"] is None  # what the code list says of a code no formula knows
    assert told["cert_type_other"]


@pytest.mark.parametrize("form", LEDGERS)
def test_every_choice_of_a_drop_down_is_understood(catalogue, form):
    for field in columns_of(catalogue.edition(form)):
        if isinstance(field.kind, Coded):
            for code in field.kind.codelist:
                assert field.kind.parse(field.kind.cell(code.code)) == code.code


def test_a_card_form_has_no_template(catalogue, tmp_path):
    with pytest.raises(InputRefused, match="单表"):
        write_template(catalogue, "JLFW-04", tmp_path / "模板.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_cannot_be_written_leaves_no_half_file(catalogue, tmp_path):
    with pytest.raises(InputRefused, match="无法写入"):
        write_template(catalogue, "JLFW-02", tmp_path / "没有这个文件夹" / "模板.xlsx")


TYPED_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(
        ["=1+1", "+86 433", "-5", "@SUM(A1)", "\tx", "第一行\n第二行", "_x000D_", "a\r\nb", "007", "1E5", "  前后  "]
    ),
)


def typed_for(field):  # noqa: C901, PLR0911 - one line a kind
    """Give a strategy of what people may have typed into a field, good and bad."""
    kind = field.kind
    if isinstance(kind, Coded):
        return st.one_of(st.sampled_from(list(kind.codelist.codes)), st.just("没有这个代码"))
    if isinstance(kind, Choices):
        return st.lists(st.sampled_from(list(kind.codelist.codes)), max_size=3).map("、".join)
    if isinstance(kind, Bool):
        return st.sampled_from(["是", "否", "也许"])
    if isinstance(kind, Date):
        return st.one_of(st.dates(dt.date(1890, 1, 1), dt.date(2100, 1, 1)), st.just("2026-02-30"))
    if isinstance(kind, Month):
        return st.just("2026-09")
    if isinstance(kind, Int):
        return st.one_of(st.integers(-1000, 10**9), st.just("八人"))
    if isinstance(kind, Money):
        return st.one_of(st.decimals(-(10**12), 10**12, places=2), st.just("约十万"), st.just("1.005"))
    if isinstance(kind, Scaled):
        return st.decimals(0, 1000, places=min(kind.scale, 8))
    if isinstance(kind, Links):
        return st.sampled_from(["220000123426100900N001", "甲=5,000.00、乙=300", "甲、乙", "甲=约一百"])
    if isinstance(kind, Text):
        return TYPED_TEXT
    raise AssertionError(kind)


@pytest.mark.parametrize("form", LEDGERS)
@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking starts a reading child each time
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_goes_out_comes_back_as_the_same_rows(book, tmp_path, form, data):
    edition = book.catalogue.edition(form)
    fields = [field for field in columns_of(edition) if field.auto is None or data.draw(st.booleans())]
    row = st.fixed_dictionaries({}, optional={field.id: typed_for(field) for field in fields})
    with book.transaction():
        ledger.delete_rows(book, form, [line["uid"] for line in ledger.read_rows(book, form)])
        for number, typed in enumerate(data.draw(st.lists(row, min_size=1, max_size=4))):
            own = {edition.key_own or edition.key[-1]: f"NO-{number}"}
            ledger.add_row(book, form, typed | own, as_of=AS_OF)
    before = [dict(line) for line in ledger.read_rows(book, form)]
    path = tmp_path / "导出.xlsx"
    assert export_ledger(book, form, path) == len(before)
    result = import_workbook(book, form, path, as_of=AS_OF)
    assert (result.new, result.updated, result.rows_refused) == (0, 0, 0)
    after = [dict(line) for line in ledger.read_rows(book, form)]
    for old, new in zip(before, after, strict=True):
        assert {name: new[name] for name in edition.by_id if name in new} == {
            name: old[name] for name in edition.by_id if name in old
        }
        assert new["unparsed"] == old["unparsed"]


def test_an_export_of_one_period_holds_its_rows(book, tmp_path):
    for number, day in enumerate(("2026-09-30", "2026-10-01", "2026-10-31")):
        ledger.add_row(book, "JLFW-02", {"contract_no": f"YJ-{number}", "signed_on": day}, as_of=AS_OF)
    assert export_ledger(book, "JLFW-02", tmp_path / "十月.xlsx", period="2026-10") == 2


def test_a_contract_without_end_comes_back_as_one(book, tmp_path):
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-1", "expires_on": "长期"}, as_of=AS_OF)
    export_ledger(book, "JLFW-02", tmp_path / "长期.xlsx")
    assert import_workbook(book, "JLFW-02", tmp_path / "长期.xlsx", as_of=AS_OF).unchanged == 1


def test_text_that_looks_like_a_formula_goes_out_as_text(book, tmp_path):
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-1", "contract_name": "=HYPERLINK(1)"}, as_of=AS_OF)
    export_ledger(book, "JLFW-02", tmp_path / "x.xlsx")
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["填报"]
    assert (page["B4"].value, page["B4"].data_type) == ("=HYPERLINK(1)", "s")


def saved_by_libreoffice(path):
    """Write the file anew as LibreOffice does: texts shared, every attribute of a row told, `_meta` just hidden."""
    told = 'customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"'
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    texts = []

    def shared(found):
        texts.append(f'<si><t xml:space="preserve">{found[1]}</t></si>')
        return f't="s"><v>{len(texts) - 1}</v>'

    for name, xml in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            rows = re.sub(r'<row r="(\d+)"[^>]*>', rf'<row r="\1" {told}>', xml)
            parts[name] = re.sub(r't="inlineStr"><is><t[^>]*>([^<]*)</t></is>', shared, rows)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{"".join(texts)}</sst>'
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>", relation)
    told_type = '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    told_type += 'spreadsheetml.sharedStrings+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", told_type)
    workbook = parts["xl/workbook.xml"].replace("veryHidden", "hidden")
    parts["xl/workbook.xml"] = workbook.replace("<workbookPr ", '<workbookPr date1904="false" ')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(name, xml)


def test_an_export_saved_again_by_libreoffice_changes_nothing(book, tmp_path):
    typed = {"contract_no": "0012", "signed_on": "2026-10-08", "ccy": "USD", "amount_orig": "-1000.55"}
    ledger.add_row(book, "JLFW-02", typed, as_of=AS_OF)
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-2", "amount_orig": "约十万"}, as_of=AS_OF)
    path = tmp_path / "导出.xlsx"
    export_ledger(book, "JLFW-02", path)
    saved_by_libreoffice(path)
    assert openpyxl.load_workbook(path)["填报"]["A4"].value == "0012"
    result = import_workbook(book, "JLFW-02", path, as_of=AS_OF)
    assert (result.rows_read, result.unchanged, result.refused, result.notices) == (2, 2, [], [])


def converted(folder, *paths):
    """Let LibreOffice open workbooks and save them as its own .xlsx; give the first of them."""
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "另存"
    command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return out / paths[0].name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice) to open what we write")
def test_libreoffice_opens_an_export_keeps_what_guides_and_its_copy_changes_nothing(book, tmp_path):
    typed = {
        "contract_no": "0012",
        "signed_on": "2026-10-08",
        "ccy": "USD",
        "amount_orig": "-1000.55",
        "remarks": "=1+1",
    }
    ledger.add_row(book, "JLFW-02", typed | {"client_country": "JPN"}, as_of=AS_OF)
    ledger.add_row(book, "JLFW-02", {"contract_no": "YJ-2", "amount_orig": "约十万"}, as_of=AS_OF)
    path = tmp_path / "导出.xlsx"
    export_ledger(book, "JLFW-02", path)
    saved = converted(tmp_path, path)
    page = openpyxl.load_workbook(saved)["填报"]
    heads = {cell.value: cell.column_letter for cell in page[2]}
    lists = {rule.formula1 for rule in page.data_validations.dataValidation if rule.type == "list"}
    assert "list_countries" in lists
    assert page.protection.sheet
    assert len(page.conditional_formatting) > 5
    assert page[f"{heads['remarks']}4"].value == "=1+1"
    assert page[f"{heads['remarks']}4"].data_type == "s"
    result = import_workbook(book, "JLFW-02", saved, as_of=AS_OF)
    assert (result.rows_read, result.unchanged, result.refused) == (2, 2, [])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice) to open what we write")
def test_libreoffice_opens_every_template_and_its_copy_reads_as_no_rows(catalogue, tmp_path):
    every = [form for form in catalogue.forms if catalogue.edition(form).is_ledger]
    made = [write_template(catalogue, form, tmp_path / f"{form}.xlsx") for form in every]
    folder = converted(tmp_path, *made).parent
    for form in every:
        edition = catalogue.edition(form)
        with reading(folder / f"{form}.xlsx", edition) as sheet:
            assert list(sheet.opened.columns) == [field.id for field in columns_of(edition)]
            assert [rows.numbers for rows in sheet.runs()] == []
            assert sheet.opened.notices == []


def test_our_own_package_reads_the_same_in_other_readers(book, tmp_path):
    for number in range(3):
        typed = {"contract_no": f"YJ-{number}", "signed_on": "2026-10-08", "amount_orig": "12.5", "ccy": "USD"}
        ledger.add_row(book, "JLFW-02", typed, as_of=AS_OF)
    path = tmp_path / "导出.xlsx"
    export_ledger(book, "JLFW-02", path)
    cells = [list(row) for row in openpyxl.load_workbook(path)["填报"].iter_rows(values_only=True)]
    read = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name("填报").to_python()
    plain = [[value.date() if isinstance(value, dt.datetime) else value for value in row] for row in cells]
    assert [["" if value is None else value for value in row] for row in plain] == read


def test_a_cancelled_export_leaves_nothing_and_progress_counts_to_the_end(book, tmp_path):
    for number in range(3):
        ledger.add_row(book, "JLFW-02", {"contract_no": f"YJ-{number}"}, as_of=AS_OF)
    told = []
    path = tmp_path / "导出.xlsx"
    export_ledger(book, "JLFW-02", path, watch=Watch(progress=lambda done, total: told.append((done, total))))
    before = path.read_bytes()
    assert told == [(3, 3)]
    with pytest.raises(InputRefused, match="已取消导出"):
        export_ledger(book, "JLFW-02", path, watch=Watch(cancelled=lambda: True))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []


def test_a_grid_goes_out_as_it_is_shown(book, tmp_path):
    for number, amount in (("YJ-1", "5"), ("YJ-2", "30"), ("=YJ", "20")):
        typed = {"contract_no": number, "ccy": "USD", "amount_orig": amount, "signed_on": "2026-10-08"}
        ledger.add_row(book, "JLFW-02", typed, as_of=AS_OF)
    path = tmp_path / "所见.xlsx"
    shown = Shown(("amount_orig", "contract_no", "signed_on"), "amount_orig >= ?", (1000,), "amount_orig DESC")
    assert export_shown(book, "JLFW-02", path, shown) == 2
    page = openpyxl.load_workbook(path)["合同台账"]
    heads, *rows = page.iter_rows(values_only=True)
    assert heads[:2] == ("合同金额（原币）", "合同号")
    assert [(row[0], row[1], row[2].date()) for row in rows] == [
        (30, "YJ-2", dt.date(2026, 10, 8)),
        (20, "=YJ", dt.date(2026, 10, 8)),
    ]
    assert page["B3"].data_type == "s"
    assert (page.page_setup.orientation, str(page.page_setup.paperSize)) == ("landscape", "9")
    assert page.print_title_rows == "$1:$1"
    again = import_workbook(book, "JLFW-02", path, as_of=AS_OF)
    assert (again.rows_read, again.unchanged) == (2, 2)
    with pytest.raises(InputRefused, match="没有“没有”这一栏"):
        export_shown(book, "JLFW-02", path, Shown(("没有",)))
