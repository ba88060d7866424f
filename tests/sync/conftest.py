"""A firm with a month ready to be filed, a fake network made of functions, and stories told in few words."""

from __future__ import annotations

import pytest

PERIOD, AS_OF = "2026-02", "2026-03-05"
EXPLANATION = "已与合同、收款凭证逐笔核对，情况属实。"


def fill(book, contracts=3):
    """Type in a small firm's year so far: a profile, a few contracts, their executions, certificates, two months."""
    from forms import ledger, sample_papers
    from forms.sample import make_sample

    sample_papers.keep(book)
    sample = make_sample(7, book.firm.name, book.firm.uscc, PERIOD, mistakes=False)
    book.set_header(**sample.header)
    some = [*sample.contracts[:contracts], *sample.contracts[-contracts:]]
    numbers = {row["contract_no"] for row in some}
    ledger.add_rows(book, "JLFW-02", some, as_of=AS_OF)
    accepted = {"exec_basis": "ACCEPTED", "receipt_links": None}  # so that no bank receipts need to come along
    executions = [{**row, **accepted} for row in sample.executions if row["contract_no"] in numbers]
    ledger.add_rows(book, "JLFW-03", executions, as_of=AS_OF)
    ledger.add_rows(book, "JLFW-05", sample.certificates, as_of=AS_OF)
    ledger.set_card(book, "JLFW-01", "2026", sample.profile, as_of=AS_OF)
    for form, filled in sample.cards.items():
        for month, typed in filled.items():
            ledger.set_card(book, form, month, typed, as_of=AS_OF)
    Month().explain(book)
    return sample


class Month:
    """The month to be filed, and what people do to it."""

    period, as_of = PERIOD, AS_OF

    def explain(self, book):
        """Explain every warning."""
        from forms import checks, explanations

        for one in explanations.unexplained(book, checks.check(book, as_of=AS_OF).findings):
            explanations.explain(book, one.form, one.period, one.rule, EXPLANATION, uid=one.uid)

    def file(self, book):
        """File it, and with it the month before that was never filed."""
        from sync import sealing

        return sealing.file_period(book, PERIOD, with_earlier=True, as_of=AS_OF)

    def copy(self, book, path):
        """Carry the Book to another PC."""
        book.db.execute("VACUUM INTO ?", (str(path),))

    def change_revenue(self, book):
        """Type another figure into the monthly report."""
        from forms import ledger

        row = ledger.card_row(book, "JLFW-04", PERIOD)
        higher = str(row["total_revenue"] // 100 + 1)
        ledger.set_card(book, "JLFW-04", PERIOD, {"total_revenue": higher}, as_of=AS_OF)
        self.explain(book)


@pytest.fixture
def month():
    """The month to be filed."""
    return Month()


@pytest.fixture
def book(tmp_path):
    """A new Book of a firm that no other test knows: the endpoints below serve all tests."""
    import random

    from forms.book import Book
    from forms.sample_firms import DIVISION, credit_code

    code = credit_code(random.Random(str(tmp_path)), DIVISION)
    with Book.create(
        tmp_path / "海兰江.zhibao", uscc=code, name="延吉海兰江软件有限公司", division=DIVISION, demo=True
    ) as made:
        yield made


def serve(folders, script):
    from sync.endpoint.demo import start_demo

    return start_demo(folders.mktemp("province"), AS_OF, period=PERIOD, script=script)


@pytest.fixture(scope="session")
def platform(tmp_path_factory):
    """The endpoint in its own process; it accepts what passes its checks."""
    with serve(tmp_path_factory, "accept-all") as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def strict_platform(tmp_path_factory):
    """It returns the first monthly report with a comment."""
    with serve(tmp_path_factory, "return-first") as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def unread_platform(tmp_path_factory):
    """It receives, and nobody reviews."""
    with serve(tmp_path_factory, None) as endpoint:
        yield endpoint


@pytest.fixture
def enrolled(ready, platform):
    """A Book ready to be filed that knows its province."""
    from sync import enrolment

    enrolment.enroll(ready, platform.code(ready.firm.uscc))
    return ready


@pytest.fixture
def ready(book):
    """A Book whose months up to PERIOD are filled in without errors."""
    fill(book)
    return book
