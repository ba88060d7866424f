"""template, import, export."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from desktop.commands import main
from desktop.commands.progress import Bar
from forms.book import Book

HEADS = ("合同编号", "项目名称", "签约日期", "币种", "合同金额", "客户国别")


@pytest.fixture
def path(book):
    book.close()
    return book.path


@pytest.fixture
def workbook(tmp_path):
    """An accountant's own sheet that starts at B3, with a text in a money cell and a row without its number."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "合同台账"
    rows = (
        HEADS,
        ("HT-1", "平台开发", dt.date(2026, 3, 5), "美元", 1000, "韩国"),
        ("HT-2", "测试服务", dt.date(2026, 3, 9), "美元", "约三万", "日本"),
        (None, "没有编号", dt.date(2026, 3, 9), "美元", 5, "日本"),
    )
    for number, row in enumerate(rows, 3):
        for place, value in enumerate(row, 2):
            sheet.cell(number, place, value)
    made.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


def test_template_is_a_workbook_of_its_form(zhibao, tmp_path):
    out = tmp_path / "模板.xlsx"
    ran = zhibao("template", "合同台账", out)
    assert (ran.status, ran.data["ok"], ran.data["form"]) == (0, True, "JLFW-02")
    assert "_meta" in openpyxl.load_workbook(out).sheetnames
    assert zhibao("template", "04", tmp_path / "月报.xlsx").status == 3


def test_import_keeps_everything_and_points_into_the_file(zhibao, path, workbook):
    ran = zhibao("import", path, "02", workbook)
    assert ran.status == 1
    data = ran.data
    assert (data["rows_read"], data["rows_accepted"], data["rows_refused"]) == (3, 2, 1)
    assert (data["new"], data["updated"], data["unchanged"]) == (2, 0, 0)
    assert data["refused"][0]["row"] == 6
    assert data["totals"]["amount_orig"]["USD"] == {"file": "1005.00", "book": "1000.00", "unread": 1}
    marked = next(one for one in data["findings"] if one["rule"] == "F00-004")
    assert (marked["sheet"], marked["cell"], marked["row"], marked["key"]) == ("合同台账", "F5", 2, "HT-2")
    assert set(marked) == {
        *("rule", "severity", "form", "period", "row", "uid", "key", "field", "value", "sheet", "cell", "message")
    }


def written(path, *amounts, head="合同金额", start="HT"):
    made = openpyxl.Workbook()
    made.active.title = "合同台账"
    made.active.append([head if one == "合同金额" else one for one in HEADS])
    for number, amount in enumerate(amounts, 1):
        made.active.append((f"{start}-{number}", "平台开发", dt.date(2026, 3, 5), "美元", amount, "韩国"))
    made.save(path)
    return path


def test_a_unit_nobody_said_is_asked_for_and_never_taken_for_yuan_in_silence(zhibao, path, tmp_path):
    small = written(tmp_path / "小.xlsx", 12.5, 30)
    before = path.read_bytes()
    for words in ((), ("--dry-run",)):
        refused = zhibao("import", path, "02", small, *words)
        assert (refused.status, refused.data["error"]["code"]) == (3, "unit-unsaid")
        assert "E列“合同金额”没有写单位" in refused.stderr
        assert "--unit 万元" in refused.stderr
    assert path.read_bytes() == before
    done = zhibao("import", path, "02", small, "--unit", "万元").data
    assert done["units"]["amount_orig"] == {"column": "E", "unit": "万元", "by": "asked"}
    assert done["totals"]["amount_orig"]["USD"]["book"] == "425000.00"
    again = zhibao("import", path, "02", small)  # remembered for files of this shape
    assert (again.data["unchanged"], again.data["units"]["amount_orig"]["by"]) == (2, "said")


def test_a_unit_is_guessed_from_earlier_amounts_and_told(zhibao, path, tmp_path, capsys):
    first = zhibao("import", path, "02", written(tmp_path / "一.xlsx", 1_200_000, 1_300_000, 1_250_000)).data
    assert first["units"]["amount_orig"] == {"column": "E", "unit": "元", "by": "size"}
    next_month = written(tmp_path / "二.xlsx", 1_100_000, 900_000, 1_250_000, start="二")
    assert zhibao("import", path, "02", next_month).data["units"]["amount_orig"]["by"] == "earlier"
    counted = written(tmp_path / "三.xlsx", 110, 90, 125, start="三")
    refused = zhibao("import", path, "02", counted)
    assert (refused.status, refused.data["error"]["code"]) == (3, "unit-unsaid")
    assert "像是以万元为单位" in refused.stderr
    assert zhibao("import", path, "02", counted, "--unit", "合同金额（原币）=万元").status == 1
    said = written(tmp_path / "四.xlsx", 110, 90, 125, head="合同金额（元）", start="四")
    assert zhibao("import", path, "02", said).data["units"]["amount_orig"]["by"] == "said"
    # What was settled once does not hold for a file that is plainly in another unit.
    refused = zhibao("import", path, "02", next_month, "--dry-run")
    assert (refused.status, refused.data["error"]["code"]) == (3, "unit-unsaid")
    assert "的一万倍" in refused.stderr
    capsys.readouterr()
    main(["import", str(path), "02", str(next_month), "--dry-run", "--unit", "元"])
    assert "E列“合同金额”按元读入：照 --unit 写明的。" in capsys.readouterr().out


def test_a_unit_that_fits_no_amount_is_refused(zhibao, path, workbook):
    for unit in ("两", "万美元", "no_such=元"):
        ran = zhibao("import", path, "02", workbook, "--unit", unit)
        assert (ran.status, ran.data["error"]["message"]) == (3, ran.stderr.strip())
    assert zhibao("show", path, "02").data["rows"] == []


def test_the_same_file_again_changes_nothing(zhibao, path, workbook):
    zhibao("import", path, "02", workbook)
    again = zhibao("import", path, "02", workbook).data
    assert (again["new"], again["updated"], again["unchanged"]) == (0, 0, 2)


def test_a_dry_run_tells_what_would_come_and_writes_nothing(zhibao, path, workbook):
    zhibao("set", path, "02", "2026-03", "contract_name=旧名", "--row", "HT-1")
    before = path.read_bytes()
    rehearsed = zhibao("import", path, "02", workbook, "--dry-run")
    assert path.read_bytes() == before
    done = zhibao("import", path, "02", workbook)
    assert (rehearsed.status, rehearsed.data["new"], rehearsed.data["updated"]) == (1, 1, 1)
    assert any(one["cell"] == "F5" for one in rehearsed.data["findings"])
    assert (rehearsed.data.pop("dry_run"), done.data.pop("dry_run")) == (True, False)
    for one in (rehearsed, done):
        del one.data["import_id"]
    assert rehearsed.data == done.data


def test_a_dry_run_asks_nothing_of_a_book_open_elsewhere(zhibao, path, workbook):
    with Book.open(path):
        assert zhibao("import", path, "02", workbook, "--dry-run").data["new"] == 2
        assert zhibao("import", path, "02", workbook).data["error"]["code"] == "book-in-use"


def test_import_refuses_what_is_no_workbook(zhibao, path, tmp_path, workbook):
    other = tmp_path / "台账.xls"
    other.write_bytes(b"%PDF-1.7 no workbook at all")
    ran = zhibao("import", path, "02", other)
    assert ran.status == 3
    assert ran.data["error"]["message"] == ran.stderr.strip()
    assert zhibao("import", path, "02", tmp_path / "没有.xlsx").status == 3
    assert zhibao("import", path, "02", workbook, "--sheet", "没有这张").status == 3
    assert zhibao("import", path, "04", workbook).status == 3
    assert zhibao("show", path, "02").data["rows"] == []


def test_marking_tells_its_rows_and_interrupted_leaves_no_file_and_says_that_the_rows_are_in(
    zhibao, path, workbook, tmp_path, monkeypatch
):
    told = []

    def drawn(_bar, step, done, total):
        told.append((step, done, total))

    monkeypatch.setattr(Bar, "__call__", drawn)
    zhibao("import", path, "02", workbook, "--annotate", tmp_path / "一.xlsx")
    assert told[-1] == ("标注", 6, 6)

    def interrupting(_bar, step, _done, _total):
        if step == "标注":
            raise KeyboardInterrupt

    monkeypatch.setattr(Bar, "__call__", interrupting)
    ran = zhibao("import", path, "02", workbook, "--annotate", tmp_path / "二.xlsx")
    assert (ran.status, ran.data["unchanged"], ran.data["annotated"]["error"]) == (130, 2, "interrupted")
    assert "数据已经导入" in ran.stderr
    assert not any("二" in one.name for one in tmp_path.iterdir())


def test_an_export_imports_again_as_the_same_rows(zhibao, path, workbook, tmp_path):
    zhibao("import", path, "02", workbook)
    out = tmp_path / "导出.xlsx"
    ran = zhibao("export", path, "02", out)
    assert (ran.status, ran.data["rows"], ran.data["file"]) == (0, 2, str(out))
    again = zhibao("import", path, "02", out).data
    assert (again["rows_read"], again["unchanged"]) == (2, 2)


def test_an_export_may_be_a_pdf_of_the_columns_asked_for(zhibao, path, workbook, tmp_path):
    zhibao("import", path, "02", workbook)
    out = tmp_path / "导出.pdf"
    ran = zhibao("export", path, "02", out, "--columns", "合同号,amount_orig", "--sort", "amount_orig-")
    assert (ran.status, ran.data["rows"], ran.data["pages"], ran.data["file"]) == (0, 2, 1, str(out))
    assert out.read_bytes().startswith(b"%PDF")
    assert zhibao("export", path, "02", tmp_path / "全.pdf").data["pages"] >= 1
    assert zhibao("export", path, "02", tmp_path / "错.pdf", "--columns", "没有这栏").status == 3
    assert zhibao("export", path, "04", tmp_path / "错.pdf").data["error"]["code"] == "no-grid"
    assert not (tmp_path / "错.pdf").exists()


def test_import_tells_what_it_decided_about_the_file(zhibao, path, workbook):
    made = openpyxl.load_workbook(workbook)
    made.active["F3"] = "合同金额（万元）"
    made.copy_worksheet(made.active).title = "备份"
    made.save(workbook)
    ran = zhibao("import", path, "02", workbook, "--dry-run")
    other, unit = ran.data["notices"]
    assert "只读了“合同台账”" in other
    assert "“备份”" in other
    assert unit.startswith("F列“合同金额（万元）”以万为单位，已乘以 10,000")
    assert ran.data["totals"]["amount_orig"]["USD"]["book"] == "10000000.00"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["04", "月报.xlsx"], "no-template"),
        (["02", "台账.docx"], "not-xlsx"),
        (["02", "没有/台账.xlsx"], "not-written"),
        (["02", "台账.xlsx", "--period", "十月"], "bad-period"),
        (["99", "台账.xlsx"], "unknown-form"),
    ],
)
def test_an_export_that_cannot_be_leaves_no_file(zhibao, path, tmp_path, words, code):
    form, name, *rest = words
    before = sorted(tmp_path.iterdir())
    for command in (("export", path), ("template",)):
        ran = zhibao(*command, form, tmp_path / name, *rest)
        assert (ran.status, ran.data["error"]["code"]) == (3, code)
    assert [one for one in sorted(tmp_path.iterdir()) if one not in before and path.name not in one.name] == []


def test_the_problems_are_painted_into_a_copy_of_the_file(zhibao, path, workbook, tmp_path):
    before = workbook.read_bytes()
    out = tmp_path / "标注.xlsx"
    ran = zhibao("import", path, "02", workbook, "--annotate", out)
    assert ran.status == 1
    assert workbook.read_bytes() == before
    made = openpyxl.load_workbook(out)
    assert made.sheetnames == ["审核结果", "合同台账"]
    assert "约三万" in made["合同台账"]["F5"].comment.text
    told = {cell.value for row in made["审核结果"].iter_rows() for cell in row}
    assert {one["rule"] for one in ran.data["findings"]} < told
    assert ran.data["annotated"]["remarks"] == len(ran.data["findings"]) + 1
    again = zhibao("import", path, "02", out)
    assert (again.data["sheet"], again.data["new"], again.data["updated"]) == ("合同台账", 0, 0)


def test_a_copy_is_never_written_over_the_file_itself(zhibao, path, workbook):
    before = path.read_bytes(), workbook.read_bytes()
    assert zhibao("import", path, "02", workbook, "--annotate", workbook).status == 3
    assert zhibao("import", path, "02", workbook, "--annotate", workbook.with_suffix(".zhibao")).status == 3
    assert (path.read_bytes(), workbook.read_bytes()) == before


def test_rows_that_came_in_stay_when_the_copy_cannot_be_written(zhibao, path, workbook, tmp_path):
    ran = zhibao("import", path, "02", workbook, "--annotate", tmp_path / "没有的文件夹" / "标注.xlsx")
    assert (ran.status, ran.data["new"], ran.data["annotated"]["error"]) == (1, 2, "not-written")


def test_a_rehearsal_is_annotated_too(zhibao, path, workbook, tmp_path):
    before = path.read_bytes()
    assert zhibao("import", path, "02", workbook, "--dry-run", "--annotate", tmp_path / "预演.xlsx").status == 1
    assert path.read_bytes() == before
    assert openpyxl.load_workbook(tmp_path / "预演.xlsx").sheetnames[0] == "审核结果"


def test_chosen_columns_go_out_sorted(zhibao, path, workbook, tmp_path):
    zhibao("import", path, "02", workbook)
    out = tmp_path / "两栏.xlsx"
    ran = zhibao("export", path, "02", out, "--columns", "合同名称,contract_no", "--sort", "contract_no-")
    assert (ran.status, ran.data["rows"]) == (0, 2)
    rows = list(openpyxl.load_workbook(out).active.iter_rows(values_only=True))
    assert rows == [("合同名称", "合同号"), ("测试服务", "HT-2"), ("平台开发", "HT-1")]
    refused = zhibao("export", path, "02", out, "--columns", "没有这栏")
    assert (refused.status, refused.data["error"]["code"]) == (3, "unknown-field")
    assert zhibao("export", path, "04", out, "--columns", "period").status == 3


def test_what_the_check_found_goes_out_as_a_list(zhibao, path, workbook, tmp_path):
    zhibao("import", path, "02", workbook)
    out = tmp_path / "问题.xlsx"
    ran = zhibao("check", path, "--form", "02", "--as-of", "2026-04-02", "--out", out)
    assert (ran.status, ran.data["file"]) == (1, str(out))
    heads, *rows = openpyxl.load_workbook(out).active.iter_rows(values_only=True)
    assert heads[:2] == ("级别", "代码")
    assert [row[-1] for row in rows] == [one["message"] for one in ran.data["findings"]]
    assert "合同台账!F5" in {row[-2] for row in rows}
    assert zhibao("check", path, "--out", tmp_path / "问题.csv").status == 1
    assert zhibao("check", path, "--out", tmp_path / "问题.pdf").data["error"]["code"] == "not-xlsx"
