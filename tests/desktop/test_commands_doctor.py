"""doctor, and import with a mapping: what is odd about a file, before anything is brought in."""

from __future__ import annotations

import datetime as dt
import json

import openpyxl
import pytest

from desktop.commands import main

HEADS = ("单据", "项目名称", "签约日期", "币种", "合同金额", "客户国别")


@pytest.fixture
def path(book):
    book.close()
    return book.path


@pytest.fixture
def workbook(tmp_path):
    """An ERP's sheet: a title, its own word for the contract's number, an error, a hidden row."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "合同台账"
    sheet.append(["合同一览"])
    sheet.append(HEADS)
    sheet.append(("HT-1", "平台开发", dt.date(2026, 3, 5), "美元", 1000, "韩国"))
    sheet.append(("HT-2", "测试服务", dt.date(2026, 3, 9), "美元", "#N/A", "日本"))
    sheet.row_dimensions[3].hidden = True
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def written(path, *rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    made.save(path)
    return path


def test_doctor_tells_what_is_odd_and_changes_nothing(zhibao, workbook):
    before = workbook.read_bytes()
    ran = zhibao("doctor", workbook, "--form", "02")
    assert ran.status == 1
    data = ran.data
    assert set(data) == {
        *("file", "form", "sheet", "sheets", "header_row", "first_row", "columns", "unknown_columns", "missing"),
        "by_content",
        *("errors", "warnings", "infos", "odd", "mapping", "saved"),
    }
    assert (data["form"], data["sheet"], data["header_row"], data["first_row"]) == ("JLFW-02", "合同台账", 2, 3)
    assert data["columns"]["amount_orig"] == "E"
    assert data["unknown_columns"] == {"A": "单据"}
    assert data["missing"]["contract_no"] == "合同号"
    found = {one["code"]: one for one in data["odd"]}
    assert (found["error-cells"]["severity"], found["error-cells"]["cell"], found["error-cells"]["count"]) == (
        "error",
        "E4",
        1,
    )
    assert "第3行" in found["hidden-rows"]["odd"]
    assert set(found["error-cells"]) == {"code", "severity", "sheet", "cell", "count", "odd", "does"}
    assert data["errors"] == sum(one["severity"] == "error" for one in data["odd"])
    assert workbook.read_bytes() == before


def test_doctor_finds_the_form_by_itself_and_says_so_to_people(zhibao, workbook, tmp_path, capsys):
    assert main(["doctor", str(workbook)]) == 1
    said = capsys.readouterr().out
    assert "合同台账" in said
    assert "表头在第2行" in said
    assert "错误：" in said
    template = tmp_path / "模板.xlsx"
    zhibao("template", "03", template)
    looked = zhibao("doctor", template)
    assert (looked.status, looked.data["form"], looked.data["errors"]) == (0, "JLFW-03", 0)


def test_doctor_refuses_what_cannot_be_read(zhibao, tmp_path, workbook):
    other = tmp_path / "信.docx"
    other.write_text("没有表格", encoding="utf-8")
    for words in ((other,), (tmp_path / "没有.xlsx",), (workbook, "--form", "04"), (workbook, "--sheet", "没有这张")):
        ran = zhibao("doctor", *words)
        assert ran.status == 3
        assert ran.data["error"]["message"] == ran.stderr.strip()
    assert zhibao("doctor").status == 2


def test_a_mapping_is_saved_changed_and_followed(zhibao, workbook, path, tmp_path):
    out = tmp_path / "对应.json"
    ran = zhibao("doctor", workbook, "--form", "02", "--save-mapping", out)
    mapping = json.loads(out.read_text(encoding="utf-8"))
    assert ran.data["mapping"] == mapping
    assert ran.data["saved"] == str(out)
    assert zhibao("import", path, "02", workbook).data["error"]["code"] == "no-key-column"
    mapping["columns"][0]["field"] = "contract_no"
    out.write_text(json.dumps(mapping), encoding="utf-8")
    assert zhibao("doctor", workbook, "--form", "02", "--mapping", out).data["columns"]["contract_no"] == "A"
    done = zhibao("import", path, "02", workbook, "--mapping", out)
    assert (done.status, done.data["new"], done.data["columns"]["contract_no"]) == (1, 2, "A")
    again = zhibao("import", path, "02", workbook)
    assert (again.data["unchanged"], again.data["new"]) == (2, 0)


def test_with_a_book_the_doctor_knows_what_is_remembered_and_what_is_usual(zhibao, workbook, path, tmp_path):
    out = tmp_path / "对应.json"
    mapping = zhibao("doctor", workbook, "--form", "02").data["mapping"]
    mapping["columns"][0]["field"] = "contract_no"
    out.write_text(json.dumps(mapping), encoding="utf-8")
    rows = [(f"HT-{n}", "平台", dt.date(2026, 3, 5), "美元", 1_200_000 + n, "韩国") for n in range(5)]
    large = written(tmp_path / "大.xlsx", HEADS, *rows)
    zhibao("import", path, "02", large, "--mapping", out)
    small = written(tmp_path / "小.xlsx", HEADS, *((f"新{row[0]}", *row[1:4], 130, "韩国") for row in rows))
    looked = zhibao("doctor", small, "--form", "02", "--book", path).data
    assert looked["columns"]["contract_no"] == "A"
    (guess,) = [one for one in looked["odd"] if one["code"] == "unit-guess"]
    assert (guess["severity"], guess["cell"]) == ("warning", "E")
    assert zhibao("doctor", small, "--book", tmp_path / "没有.zhibao").status == 3


def test_with_a_book_the_doctor_knows_the_numbers_it_has_and_says_so(zhibao, path, tmp_path, capsys):
    rows = [(f"HT-{n}", "平台", dt.date(2026, 3, 5), "美元", 1_200_000 + n, "韩国") for n in range(4)]
    zhibao("import", path, "02", written(tmp_path / "一.xlsx", ("合同号", *HEADS[1:]), *rows))
    strange = written(tmp_path / "二.xlsx", HEADS, *rows)
    words = ("doctor", strange, "--form", "02", "--book", path)
    looked = zhibao(*words, "--save-mapping", tmp_path / "对应.json").data
    assert (looked["columns"]["contract_no"], looked["by_content"]) == ("A", ["contract_no"])
    capsys.readouterr()
    main([str(word) for word in words])
    assert "合同号（按内容认出）" in capsys.readouterr().out
    assert zhibao("import", path, "02", strange, "--mapping", tmp_path / "对应.json").data["unchanged"] == 4


def test_import_refuses_a_mapping_that_is_none_and_changes_nothing(zhibao, workbook, path, tmp_path):
    wrong = tmp_path / "对应.json"
    wrong.write_text('{"format":"zhibao-mapping"}', encoding="utf-8")
    for file in (wrong, tmp_path / "没有.json"):
        ran = zhibao("import", path, "02", workbook, "--mapping", file)
        assert ran.status == 3
        assert ran.data["error"]["message"] == ran.stderr.strip()
    assert zhibao("doctor", workbook, "--mapping", wrong).data["error"]["code"] == "no-form"
    assert zhibao("show", path, "02").data["rows"] == []


def test_import_lists_what_is_to_be_filled_in(zhibao, workbook, path, capsys):
    made = openpyxl.load_workbook(workbook)
    made.active["A2"] = "合同号"
    made.save(workbook)
    ran = zhibao("import", path, "02", workbook)
    assert ran.data["missing"]["client_name"] == "发包方名称"
    main(["import", str(path), "02", str(workbook)])
    assert "待补全：文件里没有“发包方名称”" in capsys.readouterr().out
