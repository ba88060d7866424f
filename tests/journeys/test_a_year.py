"""One year of a firm: twelve months and the year's report, with what goes wrong in a year, against a real endpoint.

The calendar is pinned step by step, for the firm and for the province: every month is filled in and filed in the first
days of the next one, as accountants do. The chapters build on each other, so they are one story, told once.
"""

from __future__ import annotations

import datetime as dt
import random
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from forms import (
    cards,
    checks,
    corrections,
    deadlines,
    explanations,
    filing,
    ledger,
    periods,
    reverting,
    sample_papers,
    series,
)
from forms.book import Book
from forms.rates import load_rates
from forms.sample_firms import HEADER, credit_code, profile
from forms.sample_ledgers import certificate, contract
from forms.sample_people import hire_rows, staff_rows
from forms.sample_receipts import receipts_of
from sync import administration, enrolment, exchange, overview, sealing, states
from sync.endpoint.demo import start_demo
from sync.protocol import sha256_hex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sync.endpoint.demo import DemoEndpoint

NAME, CODE = "延吉布尔哈通软件有限公司", "91222401MA1DEM1235"
MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"
RETURNED, LATE, WRONG, ZERO, CHANGED = "2026-03", "2026-04", "2026-06", "2026-08", "2026-10"
KOREA = {"client_name": "주식회사 한빛소프트웨어", "client_name_cn": "韩光软件株式会社", "client_country": "KOR"}
JAPAN = {"client_name": "株式会社青葉システム", "client_name_cn": "青叶系统株式会社", "client_country": "JPN"}
HOME_CODE = credit_code(random.Random("client"), "220107")
CHINA = {"client_name": "长春净月软件有限公司", "client_name_cn": None, "client_country": "CHN"}
# Contract, client, month signed, currency, amount; then what came in, by month.
BIG, YEN, HOME, WON = "YJ-KR-2026-001", "YJ-JP-2026-002", "YJ-CN-2026-003", "YJ-KR-2026-004"
CONTRACTS = (
    (BIG, KOREA, "2026-01", "USD", 100_000),
    (YEN, JAPAN, "2026-03", "JPY", 9_000_000),
    (HOME, CHINA, "2026-05", "CNY", 400_000),
    (WON, KOREA, "2026-11", "KRW", 80_000_000),
)
PAID = {
    BIG: dict(zip(("01", "02", "03", "04", "05", "06", "07", "09", "10", "11", "12"), (9_000,) * 12, strict=False)),
    YEN: dict.fromkeys(("04", "05", "06", "07", "09", "10", "11", "12"), 600_000),
    HOME: dict.fromkeys(("06", "09", "11"), 60_000),
    WON: {"12": 9_000_000},
}
PAID[BIG] |= {"10": 40_000}  # with the 72 000 received by September it is more than the contract


class Firm:
    """The firm's accountant at her Book, and the province she files to, both on the day of the step."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book, self._folder, self._port = book, folder, 0
        self._random = random.Random(2026)
        self.contracts = [self._contract(number, *facts) for number, facts in enumerate(CONTRACTS, 1)]
        self.executions = self._executions()
        self.receipts = list(receipts_of(self.executions))
        people = random.Random("people")
        self.staff = staff_rows(people, MONTHS)
        self.hires = list(hire_rows(people, self.staff))

    def _contract(self, number: int, name: str, client: dict, month: str, ccy: str, amount: int) -> dict:
        made = contract(self._random, month, number, "2026-12") | client
        abroad = client is not CHINA
        made |= {"contract_no": name, "ccy": ccy, "amount_orig": amount, "end_client_country": client["client_country"]}
        made |= {"biz_l1": "ITO", "biz_code": "C1103", "client_industry": "I", "status_biz": "RUNNING"}
        made |= {"client_uscc": None if abroad else HOME_CODE, "is_tax_included": None if abroad else "是"}
        made |= {"software_reg_no": f"22222026{number:06d}" if abroad else None}
        return made | {"contract_files": sample_papers.SCANS if abroad else None}

    def _executions(self) -> list[dict]:
        rows = []
        for facts, (name, paid) in zip(self.contracts, PAID.items(), strict=True):
            abroad = facts["client_country"] != "CHN"
            for month, amount in paid.items():
                row = {"contract_no": name, "exec_on": dt.date(2026, int(month), 26), "ccy": facts["ccy"]}
                row |= {"amount_orig": amount, "exec_basis": "FX_RECEIPT" if abroad else "DOMESTIC"}
                row |= {"payer_name": facts["client_name"], "payer_country": facts["client_country"]}
                row |= {"invoice_no": f"INV26{month}{name[-3:]}" if abroad else None}
                rows.append(row | {"exec_no": f"SK-{name[-3:]}-{month}", "voucher_no": f"记-{month}-{name[-3:]}"})
        return sorted(rows, key=lambda row: (row["exec_on"], row["exec_no"]))

    # -- days

    @contextmanager
    def on(self, day: str) -> Iterator[DemoEndpoint]:
        """Let it be a day, here and at the province."""
        self.day = day
        options = {"script": "return-first", "period": RETURNED, "port": self._port}
        with start_demo(self._folder, day, **options) as province:
            if not self._port:
                self._port = int(province.url.rpartition(":")[2])
                enrolment.enroll(self.book, province.code(CODE))
            yield province

    # -- work

    def keep(self, month: str) -> None:
        """Enter what the month brought: contracts, receipts, executions, hires, and the two reports."""

        def of(rows: list[dict], date: str) -> list[dict]:
            return [row for row in rows if str(row[date])[:7] == month]

        brought = {
            "JLFW-02": of(self.contracts, "signed_on"),
            "JLFW-03A": of(self.receipts, "received_on"),
            "JLFW-03": of(self.executions, "exec_on"),
            "JLFW-07": of(self.hires, "hired_on"),
        }
        for form, rows in brought.items():
            if rows:
                ledger.add_rows(self.book, form, rows, as_of=self.day)
        ledger.set_card(self.book, "JLFW-06", month, self.staff[month], as_of=self.day)
        ledger.set_card(self.book, "JLFW-04", month, self.revenue(month), as_of=self.day)
        sample_papers.attach_all(self.book, as_of=self.day)

    def revenue(self, month: str) -> dict:
        """Work out the month's revenue in yuan from what came in."""
        rates = load_rates()
        yuan = {"abroad": Decimal(0), "home": Decimal(0)}
        for row in self.executions:
            if str(row["exec_on"])[:7] == month:
                where = "abroad" if row["payer_country"] != "CHN" else "home"
                each = Decimal(rates.rate(row["ccy"], month)) / Decimal(rates.rate("CNY", month))
                yuan[where] += (row["amount_orig"] * each).quantize(Decimal("0.01"))
        outsourcing = yuan["abroad"] + yuan["home"]
        values = {"total_revenue": outsourcing + 20_000, "so_revenue": outsourcing, "so_revenue_off": yuan["abroad"]}
        return values | ({} if outsourcing else {"is_zero_report": "是", "zero_reason": "NOT_DUE"})

    def found(self, period: str) -> set[str]:
        """Check a period; name the rules that found something."""
        return {one.rule for one in checks.check(self.book, period=period, as_of=self.day).findings}

    def explain(self) -> None:
        for one in explanations.unexplained(self.book, checks.check(self.book, as_of=self.day).findings):
            explanations.explain(self.book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)

    def file(self, period: str, **options: object) -> list[tuple[str, str]]:
        """Explain what needs it, file, send; nothing may be held up on the way."""
        self.explain()
        result = sealing.file_period(self.book, period, as_of=self.day, **options)
        assert result.blocked == [], [one.message for one in result.findings if one.severity != "info"]
        report = exchange.sync(self.book)
        assert (report.problem, report.refused, report.queued) == (None, 0, 0), self.refusals()
        return [(one.form, one.period) for one in result.filed]

    def refusals(self) -> list[str]:
        return [row[0] for row in self.book.db.execute("SELECT problem FROM refusals")]

    def state(self, form: str, period: str) -> series.SeriesState:
        return series.series_state(self.book, form, period, self.day)

    def head(self, form: str, period: str) -> dict:
        """Give the document that counts for a series."""
        return filing.document_of(self.book, self.state(form, period).filing_id)


@pytest.fixture
def firm(tmp_path):
    facts = {"uscc": CODE, "name": NAME, "division": "222401", "starts_on": "2026-01-01"}
    with Book.create(tmp_path / "账套.zhibao", **facts, demo=True) as book:
        book.set_header(**HEADER)
        sample_papers.keep(book)
        yield Firm(book, tmp_path / "province")


def fifth_after(month: str) -> str:
    return f"{periods.following(month)}-05"


def test_a_year_of_a_firm(firm, zhibao):
    enrols_and_files_january(firm)
    files_february(firm)
    march_comes_back_with_a_remark(firm)
    april_is_forgotten_and_filed_with_may(firm)
    june_and_july(firm)
    nothing_comes_in_in_august(firm)
    in_september_a_certificate_runs_out_and_june_turns_out_wrong(firm)
    in_october_the_contract_is_raised_and_the_certificate_renewed(firm)
    november(firm)
    december_and_the_year(firm)
    with firm.on("2027-01-14") as province:
        all_is_accepted_and_in_order(firm)
        the_province_holds_the_same(firm, province)
    firm.book.close()
    chain = zhibao("audit", firm.book.path)
    assert (chain.status, chain.data["broken"], chain.data["unaccounted"]) == (0, None, [])


def enrols_and_files_january(firm):
    with firm.on(fifth_after("2026-01")):
        ledger.set_card(firm.book, "JLFW-01", "2026", profile(NAME, CODE), as_of=firm.day)
        firm.certificate = certificate(random.Random(1), "ISO27001", NAME, "2026-01")
        firm.certificate |= {"valid_to": "2026-09-20", "next_surveillance_on": None}
        ledger.add_row(firm.book, "JLFW-05", firm.certificate, as_of=firm.day)
        firm.keep("2026-01")
        filed = firm.file("2026-01")
    assert {form for form, _ in filed} >= {"JLFW-01", "JLFW-02", "JLFW-03A", "JLFW-03", "JLFW-05", "JLFW-06", "JLFW-04"}
    assert {firm.state(*place).state for place in filed} == {"ACCEPTED"}


def files_february(firm):
    with firm.on(fifth_after("2026-02")):
        firm.keep("2026-02")
        assert ("JLFW-01", "2026") not in firm.file("2026-02")


def march_comes_back_with_a_remark(firm):
    with firm.on(fifth_after(RETURNED)):
        firm.keep(RETURNED)
        firm.file(RETURNED)
        assert firm.state("JLFW-04", RETURNED).state == "RETURNED"
        (remark,) = overview.comments_on(firm.book, "JLFW-04", RETURNED)
        assert remark["level"] == "city"
        assert remark["field"] == "so_revenue"
        twice = 1_000  # counted twice, abroad
        less = {name: firm.revenue(RETURNED)[name] - twice for name in ("so_revenue", "so_revenue_off")}
        ledger.set_card(firm.book, "JLFW-04", RETURNED, less, as_of=firm.day)
        assert firm.file(RETURNED) == [("JLFW-04", RETURNED)]
        again = firm.state("JLFW-04", RETURNED)
        assert (again.state, again.revision, firm.head("JLFW-04", RETURNED)["reason"]) == ("ACCEPTED", 2, "returned")


def april_is_forgotten_and_filed_with_may(firm):
    with firm.on(fifth_after("2026-05")):
        firm.keep(LATE)
        firm.keep("2026-05")
        assert deadlines.is_late(firm.book.catalogue, LATE, firm.day)
        firm.explain()
        gap = sealing.file_period(firm.book, "2026-05", forms=["JLFW-06"], as_of=firm.day)
        assert ("JLFW-06", LATE) in gap.earlier
        filed = firm.file("2026-05", with_earlier=True)
    assert {form for form, period in filed if period == LATE} >= {"JLFW-03A", "JLFW-03", "JLFW-06", "JLFW-04"}
    assert firm.head("JLFW-04", LATE)["late"]
    assert not firm.head("JLFW-04", "2026-05")["late"]


def june_and_july(firm):
    for month in (WRONG, "2026-07"):
        with firm.on(fifth_after(month)):
            firm.keep(month)
            firm.file(month)


def nothing_comes_in_in_august(firm):
    with firm.on(fifth_after(ZERO)):
        firm.keep(ZERO)
        filed = firm.file(ZERO)
    assert ("JLFW-03", ZERO) not in filed
    document = firm.head("JLFW-04", ZERO)
    assert (document["zero_report"], document["cells"]["zero_reason"]) == (True, "NOT_DUE")
    assert document["cells"]["exec_usd"] == "0.00"


def in_september_a_certificate_runs_out_and_june_turns_out_wrong(firm):
    with firm.on("2026-10-06"):
        firm.keep("2026-09")
        assert "T-009" in firm.found("2026-09")
        assert "F05-007" in firm.found("2026-01")
        firm.file("2026-09")
        assert "T-009" in {one["rule"] for one in firm.head("JLFW-04", "2026-09")["explanations"]}
        june_is_corrected(firm)


def june_is_corrected(firm):
    """A payment of June had been entered 4 000 yuan too high: the ledger and the month's report are put right."""
    (row,) = ledger.find_by_key(firm.book, "JLFW-03", "SK-003-06")
    edit = ledger.CellEdit(row["uid"], "amount_orig", "56000")
    with pytest.raises(Exception, match="已受理，不能直接修改"):
        ledger.set_cells(firm.book, "JLFW-03", [edit], label="改金额", as_of=firm.day)
    corrections.begin(firm.book, "JLFW-03", WRONG, "发票重复登记")
    ledger.set_cells(firm.book, "JLFW-03", [edit], label="改金额", as_of=firm.day)
    reverting.cancel(firm.book, "JLFW-03", WRONG)  # the accountant wants to ask first
    assert ledger.read_row(firm.book, "JLFW-03", row["uid"])["amount_orig"] == 60_000_00
    assert (firm.state("JLFW-03", WRONG).state, firm.state("JLFW-03", WRONG).changed_since) == ("ACCEPTED", False)
    old = firm.head("JLFW-03", WRONG)
    corrections.begin(firm.book, "JLFW-03", WRONG, "收款金额登记有误，多记4000元")
    ledger.set_cells(firm.book, "JLFW-03", [edit], label="改金额", as_of=firm.day)
    corrections.begin(firm.book, "JLFW-04", WRONG, "随执行台账更正")
    next(one for one in firm.executions if one["exec_no"] == "SK-003-06")["amount_orig"] = 56_000
    ledger.set_card(firm.book, "JLFW-04", WRONG, firm.revenue(WRONG), as_of=firm.day)
    assert firm.file(WRONG) == [("JLFW-03", WRONG), ("JLFW-04", WRONG)]
    new = firm.head("JLFW-03", WRONG)
    assert (new["base"], new["reason"], new["revision"]) == (old["id"], "correction", 2)
    assert new["reason_text"] == "收款金额登记有误，多记4000元"
    told = [
        {one["exec_no"]: one["amount_orig"] for one in document["rows"]}["SK-003-06"]
        for document in (filing.document_of(firm.book, old["id"]), new)
    ]
    assert told == ["60000.00", "56000.00"]


def in_october_the_contract_is_raised_and_the_certificate_renewed(firm):
    with firm.on(fifth_after(CHANGED)):
        firm.keep(CHANGED)
        assert "X-005" in firm.found(CHANGED)
        held = sealing.file_period(firm.book, CHANGED, as_of=firm.day)
        assert held.filed == []
        assert "JLFW-03" in {one.form for one in held.blocked}
        change = {"contract_no": BIG, "change_on": "2026-10-12", "change_types": "金额变更", "new_amount_orig": 140_000}
        change |= {"reason": "客户增加二期功能，追加开发费用", "change_files": sample_papers.SCANS}
        ledger.add_row(firm.book, "JLFW-02B", change, as_of=firm.day)
        assert "X-005" not in firm.found(CHANGED)
        renewed = firm.certificate | {"cert_no": "IS 900001", "prev_cert_no": firm.certificate["cert_no"]}
        renewed |= {"action_type": "RENEW", "issued_on": "2026-10-20", "valid_to": "2029-10-19"}
        ledger.add_row(firm.book, "JLFW-05", renewed, as_of=firm.day)
        assert "T-009" not in firm.found(CHANGED)
        assert "F05-007" not in firm.found("2026-01")
        assert {("JLFW-02B", CHANGED), ("JLFW-05", CHANGED), ("JLFW-03", CHANGED)} <= set(firm.file(CHANGED))


def november(firm):
    with firm.on(fifth_after("2026-11")):
        firm.keep("2026-11")
        firm.file("2026-11")


def december_and_the_year(firm):
    with firm.on("2027-01-08"):
        firm.keep("2026-12")
        year = {"total_assets": "300万", "net_profit": "40万", "tax_paid": "6万"}
        typed = [cards.card_values(firm.book, "JLFW-04", month, as_of=firm.day) for month in MONTHS]
        for figure, monthly in (("year", "total"), ("year_so", "so"), ("year_so_off", "so")):
            name = f"{monthly}_revenue{'_off' if figure == 'year_so_off' else ''}"
            year[f"{figure}_revenue"] = Decimal(sum(one[name] for one in typed)) / 100
        last = firm.staff["2026-12"]
        year |= {"emp_yearend": last["emp_total"], "emp_college_yearend": last["emp_total_college"]}
        ledger.set_card(firm.book, "JLFW-09", "2026", year | {"emp_so_yearend": last["emp_so"]}, as_of=firm.day)
        waiting = sealing.file_period(firm.book, "2026", forms=["JLFW-09"], as_of=firm.day)
        assert {one.rule for one in waiting.findings if one.severity == "error"} == {"X-003"}
        firm.file("2026-12")
        annual = firm.state("JLFW-09", "2026")
        assert (annual.due, annual.late) == ("2027-01-15", False)
        assert firm.file("2026") == [("JLFW-09", "2026")]


def all_is_accepted_and_in_order(firm):
    told = [one for one in overview.status(firm.book, firm.day)["series"] if one["period"] < "2027"]
    assert {one["state"] for one in told} == {"ACCEPTED"}
    assert all(one["receipt"]["verified"] for one in told)
    owed = [("JLFW-01", 1), ("JLFW-04", 12), ("JLFW-06", 12), ("JLFW-09", 1)]
    assert [(form, sum(one["form"] == form for one in told)) for form, _ in owed] == owed
    twice = {(one["form"], one["period"]) for one in told if one["revision"] > 1}
    assert twice == {("JLFW-04", RETURNED), ("JLFW-03", WRONG), ("JLFW-04", WRONG)}
    filed = {month: firm.head("JLFW-04", month)["cells"] for month in MONTHS}
    year = firm.head("JLFW-09", "2026")["cells"]
    for figure in ("contract_usd", "contract_usd_off", "exec_usd", "exec_usd_off", "exec_usd_ito"):
        assert Decimal(year[f"year_{figure}"]) == sum(Decimal(one[figure]) for one in filed.values()), figure
    query = "SELECT sum(amount_usd) FROM executions WHERE period BETWEEN '2026-01' AND '2026-12'"
    assert Decimal(year["year_exec_usd"]) * 100 == firm.book.db.execute(query).fetchone()[0]
    assert states.broken_link(firm.book) is None


def the_province_holds_the_same(firm, province):
    desk = administration.administration(province.url, province.admin_key)
    with_files = 0
    for one in series.all_series(firm.book, "2026-12-31"):
        query = "SELECT body, sha256 FROM filings WHERE id = ?"
        body, digest = firm.book.db.execute(query, (one.filing_id,)).fetchone()
        theirs = desk.view(one.filing_id)
        assert (theirs.status.state, theirs.filing.document, sha256_hex(body)) == ("ACCEPTED", body, digest)
        with_files += bool(firm.head(one.form, one.period)["blobs"])
    assert with_files >= len(("JLFW-01", "JLFW-02", "JLFW-05"))
