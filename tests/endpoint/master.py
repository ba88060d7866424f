"""The firm whose documents every firm of a test copies: two months of 2026, in order."""

from __future__ import annotations

from forms import checks, explanations, filing, ledger, sample_papers
from forms.book import Book
from forms.sample import make_sample

AS_OF = "2026-03-04"
MASTER = "91222401MA1DEM1235"  # the firm whose documents every firm of a test copies
SERIES = [
    ("JLFW-01", "2026"),
    *((form, month) for month in ("2026-01", "2026-02") for form in ("JLFW-02", "JLFW-03", "JLFW-04")),
]
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"


def make_papers(path):
    """Make its Book, and give its documents: (form, period) → JSON text."""
    sample = make_sample(7, "延吉海兰江软件有限公司", MASTER, "2026-02", mistakes=False)
    book = Book.create(path, uscc=MASTER, name=sample.firm_name, division=sample.division)
    sample_papers.keep(book)
    book.set_header(**sample.header)
    some = sample.contracts[:3]
    ledger.add_rows(book, "JLFW-02", some, as_of=AS_OF)
    numbers = {row["contract_no"] for row in some}
    accepted = {"exec_basis": "ACCEPTED", "receipt_links": None}  # so that no bank receipts need to come along
    executions = [{**row, **accepted} for row in sample.executions if row["contract_no"] in numbers]
    ledger.add_rows(book, "JLFW-03", executions, as_of=AS_OF)
    ledger.set_card(book, "JLFW-01", "2026", sample.profile, as_of=AS_OF)
    for form, filled in sample.cards.items():
        for month, typed in filled.items():
            ledger.set_card(book, form, month, typed, as_of=AS_OF)
    for one in explanations.unexplained(book, checks.check(book, as_of=AS_OF).findings):
        explanations.explain(book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)
    made = {}
    for form, period in SERIES:
        draft = filing.compose(book, form, period, as_of=AS_OF, key_id="")
        body = filing.canonical(draft.document)
        made[form, period] = body.decode()
        with book.transaction():
            filing.store(book, draft, body, b"", "")  # what the months before filed counts in the year so far
    book.close()
    return made
