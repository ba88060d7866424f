"""What the doctor says of a file before it is imported: what is odd, and what will be done about it."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

import openpyxl
import pytest

from forms import ledger
from forms.errors import InputRefused
from forms.workbook import doctor
from forms.workbook.doctor import diagnosis, look, mapping_of
from forms.workbook.frames import Fact
from forms.workbook.guessed_units import amount_units, unclear_units, unit_guesses
from forms.workbook.template import write_template
from tests.forms.workbook.traps import TRAPS, fixture, save

FORM = "JLFW-02"
CODES = ("91220101MA10000760", "912201011234567884")


@pytest.fixture
def edition(catalogue):
    return catalogue.edition(FORM)


@pytest.fixture
def told(edition):
    """Give what the doctor says of a file, by code."""

    def tell(path, **more):
        return {one.code: one for one in diagnosis(look(path, [edition], **more), edition)}

    return tell


@pytest.fixture
def changed(workbook, contracts):
    """Write contracts to a workbook and do something to it."""

    def write(change=lambda _book, _sheet: None, *rows, count=3):
        path = workbook(contracts(*(rows or [{"合同编号": f"YJ-{n}"} for n in range(count)])))
        book = openpyxl.load_workbook(path)
        change(book, book.active)
        book.save(path)
        return path

    return write


def test_of_a_file_that_fits_nothing_is_said(told, changed):
    assert told(changed()) == {}


def hide_rows(_book, sheet):
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = True


def hide_column(_book, sheet):
    sheet.column_dimensions["K"].hidden = True


def filter_rows(_book, sheet):
    sheet.auto_filter.ref = "A1:K4"


def protect_sheet(_book, sheet):
    sheet.protection.enable()


def protect_workbook(book, _sheet):
    book.security = openpyxl.workbook.protection.WorkbookProtection(lockStructure=True)


def count_from_1904(book, _sheet):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904


def put_error(_book, sheet):
    sheet["K2"] = "#REF!"


def put_formula(_book, sheet):
    sheet["K3"] = "=1200*3"


def add_total(_book, sheet):
    sheet.append(["合 计", *[None] * 9, 3_750_000])


def merge_data(_book, sheet):
    sheet.merge_cells("C2:C4")


def merge_header(_book, sheet):
    sheet.merge_cells("K1:L1")


def text_amounts(_book, sheet):
    sheet["K2"], sheet["K3"] = "1,200.50", "很多"


def lose_digits(_book, sheet):
    sheet["L1"], sheet["L2"] = "发包方信用代码", 912201011234567884.0


def format_far_down(_book, sheet):
    for row in range(5, 2005):
        sheet.cell(row, 1).number_format = "@"


def copy_sheet(book, sheet):
    book.copy_worksheet(sheet).title = "备份"


def hide_copy(book, sheet):
    book.copy_worksheet(sheet).title = "旧"
    book["旧"].sheet_state = "hidden"
    book["旧"].title = "合同台账旧"


def drop_columns(_book, sheet):
    sheet.delete_cols(7, 3)


def unknown_column(_book, sheet):
    sheet["L1"] = "经办人"


@pytest.mark.parametrize(
    ("change", "code", "severity", "words"),
    [
        (hide_rows, "hidden-rows", "warning", ("2行", "第3行")),
        (hide_column, "hidden-columns", "warning", ("K列", "合同金额")),
        (filter_rows, "filter", "info", ("A1:K4",)),
        (protect_sheet, "protected", "info", ("工作表设了保护",)),
        (protect_workbook, "protected", "info", ("工作簿设了保护",)),
        (count_from_1904, "dates-1904", "info", ("1904",)),
        (put_error, "error-cells", "error", ("1格", "K2", "#REF!")),
        (put_formula, "uncalculated", "error", ("K3", "=1200*3")),
        (add_total, "totals", "info", ("1行", "第5行")),
        (merge_data, "merged-cells", "warning", ("C2",)),
        (merge_header, "merged-header", "info", ("K1",)),
        (text_amounts, "text-numbers", "info", ("1格", "K2", "1,200.50")),
        (lose_digits, "digits-lost", "error", ("L2", "1格", "信用代码")),
        (format_far_down, "blank-rows", "info", ("2,000行", "2004行")),
        (copy_sheet, "sheets-alike", "warning", ("备份",)),
        (drop_columns, "missing", "warning", ("待补全", "“业务小类”", "“签订日期”")),
        (unknown_column, "unknown-columns", "info", ("L列“经办人”",)),
    ],
)
def test_each_oddity_is_told_in_words_with_its_place(told, changed, change, code, severity, words):
    found = told(changed(change))
    assert code in found
    assert found[code].severity == severity
    assert all(word in found[code].sentence for word in words), found[code].sentence
    assert found[code].sentence.endswith("。")
    assert set(found) <= {code, "protected", "filter"}


SAID = {
    "errors": {"error-cells"},
    "from 1904": {"dates-1904"},
    "text numbers": {"text-numbers"},
    "lost digits": {"digits-lost"},
    "merged": {"merged-cells"},
    "hidden rows and columns": {"hidden-rows", "hidden-columns", "filter"},
    "totals": {"totals"},
    "blank tail": {"blank-rows"},
    "several sheets": {"sheets-alike", "sheets-hidden"},
    "shown in ten thousands": {"units"},
}
ONLY_IN_XLSX = {"filter", "blank-rows"}
"""What the translation of another format leaves out."""


@pytest.mark.parametrize("name", TRAPS)
@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_of_every_trap_in_every_format_the_doctor_says_what_there_is_and_no_more(told, tmp_path, name, form):
    path = save(TRAPS[name], tmp_path / "台账.xlsx") if form == "xlsx" else fixture(name, f".{form}")
    said = SAID.get(name, set()) - (set() if form == "xlsx" else ONLY_IN_XLSX)
    assert set(told(path)) == said


def repacked(path, change):
    """Write a workbook anew with some parts changed or added."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def strict(parts):
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        parts[name] = parts[name].replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda parts: parts.update({"xl/vbaProject.bin": b"\0"}), "macros"),
        (lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<a/>"}), "external-links"),
        (strict, "strict"),
    ],
)
def test_what_stands_beside_the_sheets_is_told(told, changed, change, code):
    assert code in told(repacked(changed(), change))


def test_a_template_of_another_edition_or_without_its_hidden_page_or_of_another_form_is_told(told, catalogue, tmp_path):
    path = write_template(catalogue, FORM, tmp_path / "模板.xlsx")
    assert told(path) == {}
    book = openpyxl.load_workbook(path)
    meta = book["_meta"]
    row = next(row for row in meta.iter_rows() if row[0].value == "edition")
    row[1].value = "2025-01"
    book.save(path)
    assert "2025-01" in told(path)["older-template"].odd
    del book["_meta"]
    book.save(path)
    assert "_meta" in told(path)["no-meta"].odd
    other = write_template(catalogue, "JLFW-03", tmp_path / "执行.xlsx")
    assert told(other)["wrong-template"].severity == "error"


def test_a_file_without_a_header_is_shown_all_the_same(edition, workbook):
    looked = look(workbook([("甲", "乙"), (1, 2)]), [edition])
    (found,) = [one for one in diagnosis(looked, edition) if one.severity == "error"]
    assert found.code == "no-header"
    assert (looked.header_row, looked.rows[0], looked.columns) == (0, ["甲", "乙"], {})
    assert mapping_of(looked, edition) is None


def test_the_form_is_known_by_the_header(catalogue, changed, tmp_path):
    editions = [catalogue.edition(form) for form in catalogue.forms if catalogue.edition(form).is_ledger]
    assert look(changed(), editions).form == FORM
    for edition in editions:
        path = write_template(catalogue, edition.form, tmp_path / f"{edition.form}.xlsx")
        assert look(path, editions).form == edition.form


def test_a_glance_leaves_the_cells_alone(told, changed):
    assert "error-cells" not in told(changed(put_error), survey=False)


def test_a_unit_nobody_said_is_guessed_from_earlier_amounts_and_only_shown(
    book, edition, changed, workbook, contracts, bring
):
    bring(changed(lambda _book, _sheet: None, *({"合同编号": f"旧-{n}", "合同金额": 1_200_000 + n} for n in range(5))))
    rows = contracts(*({"合同编号": f"新-{n}", "合同金额": 130 + n} for n in range(4)))
    looked = look(workbook(rows), [edition])
    assert list(unit_guesses(looked, book)) == ["amount_orig"]
    (guess,) = [one for one in diagnosis(looked, edition, book) if one.code == "unit-guess"]
    assert "K列“合同金额”" in guess.odd
    assert "没有自动换算" in guess.does
    bring(workbook(rows))
    kept = {row["contract_no"]: row["amount_orig"] for row in ledger.read_rows(book, FORM)}
    assert kept["新-0"] == 130_00
    rows[0] = tuple("合同金额（元）" if head == "合同金额" else head for head in rows[0])
    assert unit_guesses(look(workbook(rows), [edition]), book) == {}


def test_amounts_of_the_usual_size_raise_no_question(book, edition, changed, workbook, contracts, bring):
    bring(changed())
    rows = contracts(*({"合同编号": f"新-{n}", "合同金额": 900_000 + n} for n in range(4)))
    assert unit_guesses(look(workbook(rows), [edition]), book) == {}


def test_small_amounts_with_nothing_to_compare_with_are_unclear_until_somebody_says_their_unit(
    book, edition, workbook, contracts
):
    rows = contracts(*({"合同编号": f"新-{n}", "币种": "美元", "合同金额": 130 + n} for n in range(2)))
    looked = look(workbook(rows), [edition])
    assert unclear_units(looked, book) == {"amount_orig": 131_00}
    (odd,) = [one for one in diagnosis(looked, edition, book) if one.code == "unit-unclear"]
    assert (odd.severity, odd.cell) == ("warning", "K")
    assert "看不出是元还是万元" in amount_units(book, looked)["amount_orig"].doubt
    for said in ("万元", "合同金额（原币）=万元", "amount_orig=万元"):
        unit = amount_units(book, looked, [said])["amount_orig"]
        assert (unit.column, unit.unit, unit.by, unit.doubt) == ("K", "万元", "asked", "")
    for wrong in ("两", "万美元", "amount_orig=", "no_such=元"):
        with pytest.raises(InputRefused):
            amount_units(book, looked, [wrong])


@pytest.mark.parametrize(
    ("heads", "above", "by"),
    [
        ({"合同金额": "合同金额（元）"}, (), "said"),
        ({}, [("单位：元",)], "said"),
        ({}, (), "size"),
    ],
)
def test_a_unit_that_is_said_or_plain_from_the_amounts_is_no_question(
    book, edition, workbook, contracts, heads, above, by
):
    amount = 130 if by == "said" else 1_250_000
    rows = contracts({"币种": "美元", "合同金额": amount})
    path = workbook([*above, tuple(heads.get(head, head) for head in rows[0]), *rows[1:]])
    unit = amount_units(book, look(path, [edition]))["amount_orig"]
    assert (unit.unit, unit.by, unit.doubt) == ("元", by, "")


def test_earlier_amounts_of_the_same_size_settle_a_small_one(book, edition, workbook, contracts, bring):
    few = [{"合同编号": f"旧-{n}", "币种": "美元", "合同金额": 90 + n} for n in range(4)]
    bring(workbook(contracts(*few)))
    looked = look(workbook(contracts(*({**one, "合同编号": f"新{n}"} for n, one in enumerate(few)))), [edition])
    unit = amount_units(book, looked)["amount_orig"]
    assert (unit.unit, unit.by, unit.doubt) == ("元", "earlier", "")


def test_the_mapping_as_found_brings_the_same_rows(book, edition, changed, bring):
    path = changed(unknown_column)
    settled = mapping_of(look(path, [edition]), edition)
    assert [one.field for one in settled.columns][-1] is None
    assert bring(path, mapping=settled, dry_run=True).columns == bring(path).columns


def test_every_oddity_has_its_words_and_a_child_that_invents_one_is_heard_all_the_same():
    words = tomllib.loads(Path(doctor.__file__).with_name("doctor.toml").read_text(encoding="utf-8"))
    assert all(set(one) == {"severity", "odd", "does"} for one in words.values())
    assert {one["severity"] for one in words.values()} == {"error", "warning", "info"}
    assert doctor._in_words(Fact("new"), "表").odd == "new"
