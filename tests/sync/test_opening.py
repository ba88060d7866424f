"""A firm that arrives in mid-year: what it had approved elsewhere is brought in and filed once, and counts."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from openpyxl import Workbook

from forms import cards, checks, corrections, explanations, journal, ledger, opening, sample_papers
from forms.book import Book
from forms.errors import InputRefused
from forms.opening_sheet import MONTH, SHEET
from forms.sample import contract_rows
from forms.sample_firms import HEADER, profile
from sync import enrolment, exchange, sealing
from sync.endpoint.demo import start_demo
from sync.states import state_of

NAME, CODE = "延吉海兰江软件有限公司", "91222401MA1DEM1235"
JULY, AS_OF = "2026-07", "2026-08-05"
APPROVED = 200
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"
COUNTS = ("total", "total_college", "so", "so_college", "ito", "bpo", "kpo", "so_new", "so_new_college", "so_left")
LAST_DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def contracts():
    months = [f"2026-{month:02d}" for month in range(1, 7)]
    made = [row | {"contract_files": None} for row in contract_rows(random.Random(7), months, APPROVED)]
    return [row | {"ccy": "USD", "amount_orig": 10_000, "status_biz": "RUNNING"} for row in made]


@pytest.fixture
def book(tmp_path):
    facts = {"uscc": CODE, "name": NAME, "division": "222401", "starts_on": "2026-07-01"}
    with Book.create(tmp_path / "账套.zhibao", **facts, demo=True) as made:
        made.set_header(**HEADER)
        sample_papers.keep(made)
        yield made


@pytest.fixture
def workbook(tmp_path, book, contracts):
    """The contracts, what was executed of each, and the half-year as it was reported elsewhere."""
    executed = [
        {"contract_no": row["contract_no"], "exec_no": f"QC-{number}", "exec_on": LAST_DAY, "exec_basis": "ACCEPTED"}
        | {"ccy": "USD", "amount_orig": 9_000, "payer_name": row["client_name"], "payer_country": row["client_country"]}
        for number, row in enumerate(contracts, 1)
    ]
    made = Workbook()
    made.remove(made.worksheets[0])
    for form, rows in (("JLFW-02", contracts), ("JLFW-03", executed)):
        edition = book.catalogue.edition(form)
        sheet = made.create_sheet(edition.short)
        names = [name for name in rows[0] if name != "contract_files"]
        sheet.append([edition.by_id[name].label for name in names])
        for row in rows:
            sheet.append([row[name] for name in names])
    sheet = made.create_sheet(SHEET)
    labels = [
        book.catalogue.edition("JLFW-04").by_id[name].label for name in ("total_revenue", "so_revenue", "exec_usd")
    ]
    sheet.append([MONTH, *labels])
    for month in range(1, 7):
        sheet.append([f"2026-{month:02d}", "2200000", "2100000", "300000"])
    made.save(tmp_path / "期初.xlsx")
    return tmp_path / "期初.xlsx"


def execute(book, number, amount):
    (row,) = ledger.find_by_key(book, "JLFW-02", number)
    typed = {"contract_no": number, "exec_no": "SK-1", "exec_on": "2026-07-20", "exec_basis": "ACCEPTED"}
    typed |= {"amount_orig": amount, "payer_name": row["client_name"], "payer_country": row["client_country"]}
    return ledger.add_row(book, "JLFW-03", typed, as_of=AS_OF)


def fill_july(book):
    ledger.set_card(book, "JLFW-01", "2026", profile(NAME, CODE), as_of=AS_OF)
    nobody = {f"emp_{name}": "0" for name in COUNTS}
    ledger.set_card(book, "JLFW-06", JULY, nobody, as_of=AS_OF)
    month = {"total_revenue": "10000", "so_revenue": "6900", "so_revenue_off": "6900"}
    ledger.set_card(book, "JLFW-04", JULY, month, as_of=AS_OF)


def explain(book):
    for one in explanations.unexplained(book, checks.check(book, period=JULY, as_of=AS_OF).findings):
        explanations.explain(book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)


def test_two_hundred_approved_contracts_are_brought_in_once_and_the_next_month_files_clean(
    book, workbook, contracts, tmp_path
):
    brought = opening.bring_in(book, workbook, as_of=AS_OF)
    assert (brought.contracts, brought.executions, brought.months) == (APPROVED, APPROVED, 6)
    with pytest.raises(InputRefused, match="期初已经带入"):
        opening.bring_in(book, workbook, as_of=AS_OF)
    abroad = next(row for row in contracts if row["client_country"] != "CHN")["contract_no"]
    (row,) = ledger.find_by_key(book, "JLFW-02", abroad)
    with pytest.raises(InputRefused, match="期初"):
        ledger.set_cells(book, "JLFW-02", [ledger.CellEdit(row["uid"], "amount_orig", "1")], label="改", as_of=AS_OF)
    uid = execute(book, abroad, "1001")  # 9 000 of 10 000 were executed before
    fill_july(book)
    assert "X-005" in {one.rule for one in checks.check(book, period=JULY, as_of=AS_OF).findings}
    ledger.set_cells(book, "JLFW-03", [ledger.CellEdit(uid, "amount_orig", "1000")], label="改", as_of=AS_OF)
    figures = cards.card_values(book, "JLFW-04", JULY, as_of=AS_OF)
    assert figures["exec_usd_ytd"] == 6 * 300_000_00 + 1_000_00
    explain(book)
    with start_demo(tmp_path / "province", AS_OF, script="accept-all") as province:
        enrolment.enroll(book, province.code(CODE))
        result = sealing.file_period(book, JULY, as_of=AS_OF)
        assert (result.blocked, result.earlier) == ([], []), [one.message for one in result.findings]
        report = exchange.sync(book)
        refusals = [one[0] for one in book.db.execute("SELECT problem FROM refusals")]
        assert (report.problem, report.refused, report.queued) == (None, 0, 0), refusals
        baseline = result.filed[0]
        assert (baseline.form, baseline.period, baseline.rows) == ("JLFW-02", "2026-06", APPROVED)
        assert {state_of(book, one.id) for one in result.filed} == {"ACCEPTED"}
        with pytest.raises(InputRefused):
            sealing.file_opening(book, as_of=AS_OF)
        with pytest.raises(InputRefused):
            opening.take_back(book)
        with pytest.raises(InputRefused, match="期初受理以后不能更正"):
            corrections.begin(book, "JLFW-02", "2026-06", "想改")
        another_pc(book, workbook, tmp_path, province)


def another_pc(book, workbook, tmp_path, province):
    """On a second PC the same firm brings in and files the same: the province has it already."""
    facts = {"uscc": CODE, "name": NAME, "division": "222401", "starts_on": "2026-06-01"}
    with Book.create(tmp_path / "另一台.zhibao", **facts, demo=True) as other:
        other.set_header(**HEADER)
        with pytest.raises(InputRefused, match="不是起报以前"):
            opening.bring_in(other, workbook, as_of=AS_OF)
        other.put("firm.starts_on", "2026-08-01")
        opening.bring_in(other, workbook, as_of=AS_OF)
        enrolment.enroll(other, province.code(CODE))
        second = sealing.file_opening(other, as_of=AS_OF).id
        exchange.sync(other)
        assert state_of(other, second) == "REFUSED"
        opening.take_back(other)
        assert ledger.read_rows(other, "JLFW-02") == []


def test_until_it_is_filed_it_can_be_taken_back_whole(book, workbook):
    mine = {"contract_no": "YJ-1", "contract_name": "软件测试", "signed_on": "2026-07-02"}
    ledger.add_row(book, "JLFW-02", mine, as_of=AS_OF)
    opening.bring_in(book, workbook, as_of=AS_OF)
    opening.take_back(book)
    assert [(row["pos"], row["contract_no"]) for row in ledger.read_rows(book, "JLFW-02")] == [(1, "YJ-1")]
    assert ledger.read_rows(book, "JLFW-03") == []
    assert book.db.execute("SELECT count(*) FROM filed_monthly").fetchone()[0] == 0
    assert journal.redo(book) is None
    assert opening.bring_in(book, workbook, as_of=AS_OF).contracts == APPROVED


def test_by_command_it_says_what_came_and_refuses_a_second_time(book, workbook, zhibao):
    path = book.path
    book.close()
    brought = zhibao("opening", path, workbook)
    assert (brought.status, brought.data["contracts"], brought.data["months"]) == (0, APPROVED, 6)
    again = zhibao("opening", path, workbook)
    assert (again.status, again.data["error"]["code"]) == (3, "opening-known")
    assert zhibao("opening", path, "--undo").status == 0
    assert zhibao("opening", path, "--file").data["error"]["code"] == "opening-not-open"


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "said"),
    [
        ("期初数", "A2", "2026-07", "不是起报以前"),
        ("期初数", "B2", "很多", "不能识别"),
        ("期初数", "B1", "利润", "不是收入与执行月报的指标"),
        ("合同台账", None, "2026-07-15", "期初没有带入"),
    ],
)
def test_a_sheet_with_a_fault_brings_nothing_in(book, workbook, sheet, cell, text, said):
    from openpyxl import load_workbook

    spoilt = load_workbook(workbook)
    heads = [one.value for one in spoilt["合同台账"][1]]
    place = spoilt[sheet][cell] if cell else spoilt[sheet].cell(5, heads.index("签订日期") + 1)
    place.value = text
    spoilt.save(workbook)
    with pytest.raises(InputRefused, match=said):
        opening.bring_in(book, workbook, as_of=AS_OF)
    assert ledger.read_rows(book, "JLFW-02") == []
    assert book.get(opening.IN_BOOK) is None
    assert book.db.execute("SELECT count(*) FROM journal").fetchone()[0] == 0
