"""reconcile: what belongs together, what stays alone, and taking it over."""

from __future__ import annotations

from forms import ledger
from forms.book import Book

RECEIPT = {"bank_name": "中国银行延吉支行", "payer_name": "한빛", "payer_country": "KOR", "ccy": "USD"}
PAID = {"exec_basis": "FX_RECEIPT", "payer_name": "한빛", "payer_country": "KOR", "ccy": "USD"}


def test_reconcile_proposes_then_applies(zhibao, book):
    for number, day, amount in ((1, "10", "1000"), (2, "12", "250")):
        bop = f"220000123426091000N00{number}"
        row = {**RECEIPT, "bop_no": bop, "received_on": f"2026-09-{day}", "amount_orig": amount}
        ledger.add_row(book, "JLFW-03A", row, as_of="2026-10-08")
    for number, amount in (("YJ-1", "1000"), ("YJ-2", "300")):
        row = {**PAID, "contract_no": number, "exec_on": "2026-09-10", "amount_orig": amount}
        ledger.add_row(book, "JLFW-03", row, as_of="2026-10-08")
    book.close()
    ran = zhibao("reconcile", book.path, "2026-09")
    assert (ran.status, ran.data["applied"]) == (0, False)
    assert [one["links"] for one in ran.data["proposals"]] == [[{"receipt": "220000123426091000N001", "amount": None}]]
    assert [one["contract_no"] for one in ran.data["executions_without_receipt"]] == ["YJ-2"]
    assert [(one["receipt"], one["left"]) for one in ran.data["receipts_not_used"]] == [
        ("220000123426091000N002", "250.00")
    ]
    assert zhibao("reconcile", book.path, "2026-09", "--apply").data["applied"]
    with Book.open(book.path) as again:
        rows = ledger.read_rows(again, "JLFW-03")
        assert [row["receipt_links"] is not None for row in rows] == [True, False]
    ran = zhibao("reconcile", book.path, "2026-09", "--apply")
    assert (ran.data["applied"], ran.data["proposals"]) == (False, [])


def test_only_a_month_is_reconciled(zhibao, book):
    book.close()
    ran = zhibao("reconcile", book.path, "2026")
    assert (ran.status, ran.data["error"]["code"]) == (3, "bad-period")
