"""The firm's own figures: sums of known rows, the same as in the monthly report, and a way back to their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from forms import cards, ledger, statistics, statistics_rows
from forms.statistics import LeftOut, Measure, Shore, Slice, Span
from forms.statistics_certificates import Expiry, certificates
from forms.statistics_standing import Standing

if TYPE_CHECKING:
    from forms.book import Book

AS_OF = "2026-11-03"
YEAR = Span("2026", 10)


def contract(book: Book, number: str, signed_on: str | None, **fields: object) -> None:
    typed = {
        "contract_no": number,
        "contract_name": "软件测试服务",
        "client_name": "Hansol Logistics",
        "client_country": "KOR",
        "biz_l1": "ITO",
        "biz_code": "C1103",
        "signed_on": signed_on,
        "ccy": "USD",
        "amount_orig": "100000",
    }
    ledger.add_row(book, "JLFW-02", typed | fields, as_of=AS_OF)


def executed(book: Book, number: str, on: str, amount: str, **fields: object) -> None:
    typed = {"contract_no": number, "exec_on": on, "amount_orig": amount}
    ledger.add_row(book, "JLFW-03", typed | fields, as_of=AS_OF)


@pytest.fixture
def year(book: Book) -> Book:
    """A year of three clients: Korea and Japan offshore, Changchun onshore; yen and yuan among the dollars."""
    contract(book, "KR-1", "2026-02-03")
    contract(book, "KR-2", "2026-09-08", client_name="한빛소프트웨어", biz_code="C1101", amount_orig="50000")
    contract(
        book, "JP-1", "2026-09-15", client_name="株式会社北斗", client_country="JPN", biz_l1="BPO", biz_code="C2201",
        ccy="JPY", amount_orig="3000000",
    )  # fmt: skip
    contract(
        book, "CN-1", "2026-10-09", client_name="长春净月科技有限公司", client_country="CHN", biz_l1="KPO",
        biz_code="C3105", ccy="CNY", amount_orig="700000",
    )  # fmt: skip
    executed(book, "KR-1", "2026-03-10", "20000")
    executed(book, "KR-1", "2026-09-10", "30000")
    executed(book, "KR-1", "2026-10-12", "-5000")
    executed(book, "JP-1", "2026-09-28", "1000000")
    executed(book, "CN-1", "2026-10-20", "70000")
    return book


def usd(book: Book, table: str, where: str = "1") -> int:
    return int(book.db.execute(f"SELECT coalesce(sum(amount_usd), 0) FROM {table} WHERE {where}").fetchone()[0])


def test_a_year_by_month_has_every_month_and_the_dollars_of_the_ledger(year: Book) -> None:
    months = statistics.by_month(year, Measure.EXECUTED, YEAR)
    assert [one.period for one in months] == [f"2026-{month:02d}" for month in range(1, 11)]
    assert {one.period: one.value for one in months if one.value} == {
        "2026-03": 20_000_00,
        "2026-09": 30_000_00 + usd(year, "executions", "ccy = 'JPY'"),
        "2026-10": -5_000_00 + usd(year, "executions", "ccy = 'CNY'"),
    }
    assert all(one.before is None for one in months)  # nothing is known of 2025: that is not zero


def test_the_year_before_stands_beside_its_months(year: Book) -> None:
    contract(year, "KR-0", "2025-08-01")
    executed(year, "KR-0", "2025-09-30", "12345.67")
    before = {one.period: one.before for one in statistics.by_month(year, Measure.EXECUTED, YEAR)}
    assert before["2026-09"] == 12_345_67
    assert before["2026-08"] == 0


def test_a_month_before_the_ledgers_begin_is_taken_from_its_filed_report(year: Book) -> None:
    with year.transaction() as db:
        db.execute("INSERT INTO filed_monthly(period, filing_id, exec_usd) VALUES ('2025-09', 'f', 777)")
    before = {one.period: one.before for one in statistics.by_month(year, Measure.EXECUTED, YEAR)}
    assert before["2026-09"] == 777
    assert before["2026-08"] is None


def test_the_figures_are_those_of_the_monthly_report(year: Book) -> None:
    ledger.set_card(year, "JLFW-04", "2026-09", {"total_revenue": "400000", "so_revenue": "380000"}, as_of=AS_OF)
    report = cards.card_values(year, "JLFW-04", "2026-09", as_of=AS_OF)
    september = Span("2026", 9)
    assert statistics.by_month(year, Measure.EXECUTED, september)[-1].value == report["exec_usd"]
    assert statistics.by_month(year, Measure.CONTRACTED, september)[-1].value == report["contract_usd"]
    assert statistics.by_month(year, Measure.REVENUE, september)[-1].value == 400_000_00
    assert statistics.by_month(year, Measure.OUTSOURCING, september)[-1].value == 380_000_00
    assert statistics.by_month(year, Measure.REVENUE, september)[0].value is None  # not filled in is not zero


def test_the_offshore_share_is_exact_and_silent_where_it_would_mislead(year: Book) -> None:
    shares = {one.period: one for one in statistics.by_shore(year, Measure.EXECUTED, YEAR)}
    assert shares["2026-09"].share == 10_000
    assert shares["2026-10"].offshore == -5_000_00
    assert shares["2026-10"].share is None  # more paid back than received
    assert shares["2026-01"].share is None  # nothing executed
    whole = shares[""]
    assert whole.total == usd(year, "executions")
    assert whole.share == round(whole.offshore * 10_000 / whole.total)
    assert Shore("", 1, 2, 3).share == 3333
    assert Shore("", 2, 1, 3).share == 6667


def test_executions_belong_to_the_country_and_client_of_their_contract(year: Book) -> None:
    executed(year, "KR-1", "2026-10-30", "1000", payer_country="HKG")  # paid by the group in Hong Kong: still Korea
    executed(year, "没有登记", "2026-10-30", "2000", payer_country="USA", ccy="USD")
    countries, clients = statistics.by_country_and_client(year, Measure.EXECUTED, YEAR)
    assert [(one.label, one.amount, one.rows) for one in countries[:1]] == [("韩国", 46_000_00, 4)]
    assert {one.code for one in countries} == {"KOR", "JPN", "CHN", "USA"}
    assert clients[0].label == "Hansol Logistics"
    assert (clients[-1].code, clients[-1].amount) == (None, 2_000_00)  # whose contract is not registered
    assert sum(one.amount for one in countries) == sum(one.amount for one in clients) == usd(year, "executions")


def test_two_contracts_of_one_number_do_not_count_an_execution_twice(year: Book) -> None:
    contract(year, "KR-1", "2026-02-04", client_country="JPN", client_name="另一个客户")
    countries, clients = statistics.by_country_and_client(year, Measure.EXECUTED, YEAR)
    assert sum(one.amount for one in countries) == usd(year, "executions")
    assert "另一个客户" not in {one.label for one in clients}


def test_contracts_by_country_and_class(year: Book) -> None:
    contract(year, "KR-9", "2026-10-10", biz_code=None, amount_orig="7")
    countries, _clients = statistics.by_country_and_client(year, Measure.CONTRACTED, YEAR)
    assert countries[0] == Slice("KOR", "韩国", 150_007_00, 3)
    coarse, fine = statistics.by_class(year, Measure.CONTRACTED, YEAR)
    assert coarse[0].code == "ITO"
    assert next(one for one in fine if one.code is None) == Slice(None, "", 7_00, 1, "ITO")
    assert {one.code: one.parent for one in fine if one.code} == {
        "C1103": "ITO", "C1101": "ITO", "C2201": "BPO", "C3105": "KPO",
    }  # fmt: skip
    assert sum(one.amount for one in coarse) == sum(one.amount for one in fine) == usd(year, "contracts")


@pytest.mark.parametrize("measure", [Measure.EXECUTED, Measure.CONTRACTED])
def test_every_figure_leads_to_the_rows_it_is_made_of(year: Book, measure: Measure) -> None:
    executed(year, "没有登记", "2026-10-30", "2000", payer_country="USA", ccy="USD")
    contract(year, "KR-9", "2026-10-10", biz_code=None, client_name=None, client_country=None)
    countries, clients = statistics.by_country_and_client(year, measure, YEAR)
    _coarse, fine = statistics.by_class(year, measure, YEAR)
    told = [
        *((one, statistics_rows.of_country(measure, YEAR, str(one.code))) for one in countries),
        *((one, statistics_rows.of_client(measure, YEAR, one.code)) for one in clients),
        *((one, statistics_rows.of_class(measure, YEAR, one.code, one.parent)) for one in fine),
    ]
    assert len(told) > 8
    for one, rows in told:
        query = (
            f"SELECT coalesce(sum(amount_usd), 0), count(*) FROM {year.catalogue.table(rows.form)} WHERE {rows.where}"
        )
        assert tuple(year.db.execute(query, rows.params).fetchone()) == (one.amount, one.rows), one


def test_ten_clients_and_the_rest_add_up_to_all() -> None:
    clients = [Slice(f"客户{n}", f"客户{n}", 1000 - n, 1) for n in range(13)] + [Slice(None, "", 5, 2)]
    shown = statistics.top(clients, 10, "其他")
    assert [one.label for one in shown[-2:]] == ["客户9", "其他"]
    assert shown[-1] == Slice(None, "其他", 990 + 989 + 988 + 5, 5)
    assert sum(one.amount for one in shown) == sum(one.amount for one in clients)
    assert statistics.top(clients[:10], 10, "其他") == clients[:10]


def test_rows_that_no_figure_can_contain_are_counted(year: Book) -> None:
    contract(year, "KR-7", None)
    contract(year, "KR-8", "2026-10-09", amount_orig="一百万")
    assert statistics.left_out(year, Measure.CONTRACTED, YEAR) == LeftOut(undated=1, unpriced=1)
    assert statistics.left_out(year, Measure.EXECUTED, YEAR) == LeftOut(0, 0)


def test_only_months_with_the_province_count_as_filed(year: Book) -> None:
    stand = {one.period: one.standing for one in statistics.by_month(year, Measure.EXECUTED, YEAR)}
    assert stand["2026-09"] == Standing.DRAFT
    assert stand["2026-08"] == Standing.NOTHING
    seal(year, "JLFW-03", "2026-09", "RECEIVED")
    seal(year, "JLFW-03", "2026-10", "RETURNED")
    stand = {one.period: one.standing for one in statistics.by_month(year, Measure.EXECUTED, YEAR)}
    assert (stand["2026-09"], stand["2026-10"]) == (Standing.FILED, Standing.RETURNED)


def test_a_filed_month_that_was_changed_since_says_so(year: Book) -> None:
    seal(year, "JLFW-03", "2026-03", "ACCEPTED")
    with year.transaction() as db:
        db.execute("INSERT INTO filed_monthly(period, filing_id, exec_usd) VALUES ('2026-03', 'f', 2000000)")
    assert statistics.by_month(year, Measure.EXECUTED, YEAR)[2].standing == Standing.FILED
    executed(year, "KR-1", "2026-03-20", "1")
    assert statistics.by_month(year, Measure.EXECUTED, YEAR)[2].standing == Standing.CHANGED
    with year.transaction() as db:
        db.execute("INSERT INTO corrections VALUES ('JLFW-03', '2026-03', '漏报一笔', '2026-11-03T00:00:00Z')")
    assert statistics.by_month(year, Measure.EXECUTED, YEAR)[2].standing == Standing.DRAFT


def seal(book: Book, form: str, period: str, state: str) -> None:
    """Note a filing as the outbox would; its document does not matter here."""
    name = f"{form}-{period}"
    with book.transaction() as db:
        db.execute(
            "INSERT INTO filings VALUES (?, ?, ?, 1, NULL, '2026-01', x'7b7d', '', x'', '', '', '', 1, 0, 0)",
            (name, form, period),
        )
        db.execute("INSERT INTO standing VALUES (?, ?, '2026-11-03T00:00:00Z')", (name, state))


def test_years_and_spans_are_said_as_people_say_them(year: Book) -> None:
    executed(year, "KR-1", "2024-12-31", "1")
    assert statistics.years(year) == ["2026", "2025", "2024"]
    assert [Span("2026").label, Span("2026", 1).label, YEAR.label] == ["2026年", "2026年1月", "2026年1月至10月"]
    assert YEAR.before == Span("2025", 10)


def test_an_empty_book_has_no_years_and_no_slices(book: Book) -> None:
    assert statistics.years(book) == []
    assert statistics.by_country_and_client(book, Measure.EXECUTED, YEAR) == ([], [])
    assert {one.standing for one in statistics.by_month(book, Measure.EXECUTED, YEAR)} == {Standing.NOTHING}


def test_certificates_by_what_has_to_be_done_first(book: Book) -> None:
    def certificate(kind: str, number: str, valid_to: str | None, **fields: object) -> None:
        typed = {"cert_type": kind, "cert_no": number, "issued_on": "2023-01-01", "valid_to": valid_to}
        ledger.add_row(book, "JLFW-05", typed | fields, as_of=AS_OF)

    certificate("ISO9001", "A-1", "2028-05-01")
    certificate("ISO27001", "B-1", "2026-11-02")
    certificate("ISO20000", "C-1", "2027-02-01")
    certificate("ISO20000", "C-0", "2027-02-02", cert_no="C-0")
    certificate("CMMI", "D-1", "2023-06-30", cert_level="3")
    certificate("CMMI", "D-2", "2026-11-03", cert_level="3", prev_cert_no="D-1", issued_on="2023-06-29")
    certificate("ISO9001", "E-1", None)
    certificate("ISO9001", "F-1", "2028-01-01", action_type="失效", prev_cert_no="F-0")
    told = [(one.number, one.expiry, one.days) for one in certificates(book, AS_OF)]
    assert told == [
        ("B-1", Expiry.EXPIRED, -1),
        ("D-2", Expiry.SOON, 0),
        ("C-1", Expiry.SOON, 90),
        ("C-0", Expiry.LATER, 91),
        ("A-1", Expiry.LATER, 545),
        ("E-1", Expiry.UNDATED, None),
        ("D-1", Expiry.REPLACED, -1222),
        ("F-1", Expiry.REVOKED, 424),
    ]
    assert next(one.name for one in certificates(book, AS_OF) if one.number == "D-2").endswith("3级")


def test_a_change_of_a_contract_counts_in_its_own_month_as_the_monthly_report_counts_it(book: Book) -> None:
    contract = {"contract_no": "YJ-9", "client_name": "한빛", "client_country": "KOR", "biz_l1": "ITO", "ccy": "USD"}
    contract |= {"biz_code": "C1101", "signed_on": "2026-08-03", "amount_orig": "1000"}
    ledger.add_row(book, "JLFW-02", contract, as_of="2026-10-08")
    change = {"contract_no": "YJ-9", "change_on": "2026-09-10", "change_types": "金额变更", "new_amount_orig": "1300"}
    ledger.add_row(book, "JLFW-02B", change, as_of="2026-10-08")
    span = Span("2026", 9)
    measure = Measure.CONTRACTED
    assert [one.value for one in statistics.by_month(book, measure, span)][-2:] == [100_000, 30_000]
    assert statistics.by_shore(book, measure, span)[-1].offshore == 130_000
    countries, clients = statistics.by_country_and_client(book, measure, span)
    assert [(one.code, one.amount) for one in (*countries, *clients)] == [("KOR", 130_000), ("한빛", 130_000)]
    assert cards.card_values(book, "JLFW-04", "2026-09", as_of="2026-10-08")["contract_usd"] == 30_000
