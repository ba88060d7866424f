"""What leaves a ledger page as a file: all rows, what is shown, the list of problems."""

from __future__ import annotations

import csv
import threading

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from desktop.models.row_pages import Narrowing
from desktop.pages import ledger_workbooks
from desktop.printing.files import print_shown
from desktop.printing.items import Stopped
from desktop.printing.sheets import lay_out, text_of
from desktop.printing.shown_grid import listed_paper, shown_paper
from forms.workbook import export
from forms.workbook.export import Shown
from forms.workbook.lists import harmless, write_list

FORM = "JLFW-02"


@pytest.fixture
def choose(monkeypatch, tmp_path):
    """Answer the question for a file name."""

    def answered(name, kind=0):
        def ask(_parent, _title, _name, kinds):
            return str(tmp_path / name), kinds.split(";;")[kind]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return tmp_path / name

    return answered


def test_what_the_grid_shows_goes_out_as_it_is_shown(ledger_page, choose, qtbot):
    model = ledger_page.model
    model.show_fields(["contract_no", "contract_name", "amount_orig", "client_name"])
    model.narrow(Narrowing("contract_no <> ?", ("YJ-001",), "contract_no DESC"))
    path = choose("所见.xlsx", 1)
    ledger_page.workbooks.ask_export()
    qtbot.waitUntil(path.exists)
    heads, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    assert heads == tuple(model.columns[place].field.label for place in model.place_of.values())
    assert heads[2:] == ("合同金额（原币）", "发包方名称")
    assert [row[0] for row in rows] == ["YJ-006", "YJ-005", "YJ-004", "YJ-003", "YJ-002"]


def test_what_the_grid_shows_goes_out_as_a_pdf_and_a_cancelled_one_leaves_nothing(ledger_page, choose, qtbot, tmp_path):
    model = ledger_page.model
    model.show_fields(["contract_no", "amount_orig", "client_name"])
    model.narrow(Narrowing("contract_no <> ?", ("YJ-001",), "contract_no DESC"))
    choose("所见.xlsx", 2)  # the name proposed, left as it is
    path = tmp_path / "所见.pdf"
    ledger_page.workbooks.ask_export()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    shown = Shown(tuple(model.place_of), "contract_no <> ?", ("YJ-001",), "contract_no DESC")
    book = ledger_page.workspace.book
    paper = shown_paper(book, FORM, shown)
    assert [column.label for column in paper.body.columns][1:] == ["合同金额（原币）", "发包方名称"]
    assert [row[0] for row in paper.body.rows] == ["YJ-006", "YJ-005", "YJ-004", "YJ-003", "YJ-002"]
    sheets = lay_out(paper)
    printed = [text for page in range(sheets.count) for text in text_of(sheets, page)]
    assert {"YJ-006", "YJ-002", book.firm.name.join(("填报单位（盖章）：", ""))} <= set(printed)
    assert "YJ-001" not in printed
    told = []
    with pytest.raises(Stopped):
        print_shown(
            book,
            FORM,
            shown,
            tmp_path / "取消.pdf",
            report=lambda *rows: told.append(rows),
            cancelled=lambda: bool(told),
        )
    assert told == [(0, 5)]
    assert list(tmp_path.glob("*取消*")) == []


def test_all_rows_go_out_as_a_template_whatever_is_shown(ledger_page, choose, qtbot):
    ledger_page.model.narrow(Narrowing("contract_no <> ?", ("YJ-001",)))
    path = choose("全部.xlsx", 0)
    ledger_page.workbooks.ask_export()
    qtbot.waitUntil(path.exists)
    assert openpyxl.load_workbook(path)["填报"].max_row == 3 + 6


def test_an_export_tells_its_rows_and_cancelled_leaves_nothing(ledger_page, tmp_path, qtbot, monkeypatch):
    held, shown = threading.Event(), threading.Event()
    monkeypatch.setattr(ledger_workbooks, "PATIENCE", 0)
    monkeypatch.setattr(export, "_PORTION", 1)
    path = tmp_path / "取消.xlsx"
    work = ledger_page.workspace.work

    def slowly(function, **told):
        def holding(book, job):
            report = job.report

            def told_and_held(done, total):
                report(done, total)
                shown.set()
                held.wait(10)

            job.report = told_and_held
            return function(book, job)

        return work(holding, **told)

    monkeypatch.setattr(ledger_page.workspace, "work", slowly)
    ledger_page.workbooks.export_to(path)
    qtbot.waitUntil(shown.is_set)
    (dialog,) = ledger_page.window().findChildren(QProgressDialog)
    qtbot.waitUntil(lambda: "1 / 6 行" in dialog.labelText())
    dialog.canceled.emit()
    held.set()
    qtbot.waitUntil(lambda: not ledger_page.window().findChildren(QProgressDialog))
    assert list(tmp_path.glob("*取消*")) == []


@pytest.mark.parametrize("name", ["清单.xlsx", "清单.csv"])
def test_the_list_of_problems_goes_out_as_workbook_or_csv(ledger_page, choose, qtbot, name):
    path = choose(name)
    qtbot.waitUntil(lambda: bool(ledger_page.panel.models[0].problems))
    problems = [one.text for one in ledger_page.panel.models[0].problems]
    ledger_page.workbooks.ask_problem_list()
    qtbot.waitUntil(path.exists)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    else:
        rows = [["" if one is None else one for one in row] for row in openpyxl.load_workbook(path).active.values]
    assert rows[0] == ["位置", "单元格", "栏目", "代码", "说明"]
    assert [row[4] for row in rows[1:]] == problems


def test_the_list_of_problems_goes_out_as_a_pdf(ledger_page, choose, qtbot):
    path = choose("清单.pdf", 2)
    qtbot.waitUntil(lambda: bool(ledger_page.panel.models[0].problems))
    ledger_page.workbooks.ask_problem_list()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    texts = [one.text for one in ledger_page.panel.models[0].problems]
    paper = listed_paper(
        ledger_page.workspace.book, FORM, "审核结果", ["位置", "说明"], [["第1行", one] for one in texts]
    )
    sheets = lay_out(paper)
    printed = "".join(text for page in range(sheets.count) for text in text_of(sheets, page)).replace("\n", "")
    assert all(text in printed for text in texts)


@pytest.mark.parametrize("text", ["=1+1", "+86 433", "-5", "@SUM(A1)", "\tx", "\rx", "\x07"])
def test_nothing_in_a_list_is_a_formula(tmp_path, text):
    write_list(tmp_path / "x.csv", "清单", ["说明"], [[text]])
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == [f"'{text}"]
    write_list(tmp_path / "x.xlsx", "清单", ["说明"], [[text]])
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").active["A2"].data_type == "s"


def test_what_is_no_formula_stays_as_it_is():
    assert [harmless(text) for text in ("", "合同", "5-3", " =1")] == ["", "合同", "5-3", " =1"]
