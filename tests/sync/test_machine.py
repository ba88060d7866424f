"""Weeks of an accountant's life with a bad network, told by Hypothesis: edit, file, send, crash, withdraw, be reviewed.

The endpoint is the real one in its own process; the faults are functions around the real network. Whatever happened: a
filing is queued or receipted, never both; the audit chain holds; and once the network is good again, Book and province
hold the same revisions with the same bytes.
"""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from forms import checks, corrections, explanations, ledger, locks, sample_papers
from forms.book import Book
from forms.sample import make_sample
from forms.sample_firms import DIVISION, credit_code
from sync import enrolment, exchange, outbox, sealing
from sync.administration import administration
from sync.errors import EndpointRefused, EndpointUnreachable, FilingRefused
from sync.keys import device_key
from sync.protocol import SeriesView
from sync.session import Session
from sync.signed import Comment
from sync.states import broken_link, state_of
from sync.transport import HttpTransport, Response
from sync.ways import State

EXAMPLES = int(os.environ.get("ZHIBAO_EXAMPLES", "12"))  # a long run by hand: 500
MONTH, AS_OF = "2026-01", "2026-02-05"
FORMS = ["JLFW-01", "JLFW-02", "JLFW-04"]
FAULTS = (
    "none",
    "offline",
    "portal",
    "answer lost",
    "answer cut",
    "feed lost",
    "busy",
    "killed before",
    "killed after",
)


class Killed(BaseException):
    """The program ends here."""


class Network:
    """The real network with one fault, from the n-th request on."""

    def __init__(self, url, fault, after):
        self.real, self.fault, self.left = HttpTransport(url), fault, after

    def __call__(self, request):
        self.left -= 1
        if self.fault == "none" or self.left >= 0:
            return self.real(request)
        if self.fault == "offline":
            raise EndpointUnreachable("endpoint-unreachable", "连接不上")
        if self.fault == "portal":
            return Response(200, {"content-type": "text/html"}, b"<html>")
        if self.fault == "busy":
            return Response(503, {"retry-after": "0"}, b"")
        if self.fault == "killed before":
            raise Killed
        if self.fault == "feed lost" and "changes" not in request.path:
            return self.real(request)
        answer = self.real(request)
        if self.fault == "killed after":
            raise Killed
        if self.fault == "answer cut":
            return Response(answer.status, answer.headers, answer.body[:-1])
        raise EndpointUnreachable("endpoint-no-answer", "超时", outcome_unknown=True)


class Accountant(RuleBasedStateMachine):
    """One firm, one Book, one province."""

    platform = None  # set by the test

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed):
        self.folder = tempfile.TemporaryDirectory(prefix="zhibao-machine-")
        self.path = Path(self.folder.name) / "账套.zhibao"
        code = credit_code(random.Random(seed + random.SystemRandom().randrange(2**40)), DIVISION)
        sample = make_sample(1, uscc=code, period=MONTH, mistakes=False)
        self.book = Book.create(self.path, uscc=code, name=sample.firm_name, division=DIVISION, demo=True)
        self.book.set_header(**sample.header)
        sample_papers.keep(self.book)
        ledger.add_row(self.book, "JLFW-02", sample.contracts[0], as_of=AS_OF)
        ledger.set_card(self.book, "JLFW-01", "2026", sample.profile, as_of=AS_OF)
        ledger.set_card(self.book, "JLFW-04", MONTH, sample.months[MONTH], as_of=AS_OF)
        self.explain()
        enrolment.enroll(self.book, self.platform.code(code))

    def explain(self):
        for one in explanations.unexplained(self.book, checks.check(self.book, as_of=AS_OF).findings):
            explanations.explain(
                self.book, one.form, one.period, one.rule, "已与合同、凭证逐笔核对，情况属实。", uid=one.uid
            )

    # ---- what happens

    @rule()
    def edit(self):
        """Change a figure, opening a correction where the month was accepted."""
        row = ledger.card_row(self.book, "JLFW-04", MONTH)
        if locks.is_locked(self.book, self.book.catalogue.edition("JLFW-04"), row):
            corrections.begin(self.book, "JLFW-04", MONTH, "数字写错")
        yuan = row["total_revenue"] // 100 + 1
        ledger.set_card(self.book, "JLFW-04", MONTH, {"total_revenue": str(yuan)}, as_of=AS_OF)
        self.explain()

    @rule()
    def file(self):
        try:
            result = sealing.file_period(self.book, MONTH, forms=FORMS, as_of=AS_OF)
        except FilingRefused:
            assert any(item.outcome_unknown for item in outbox.queued(self.book))
            return
        assert result.blocked == []

    @rule(fault=st.sampled_from(FAULTS), after=st.integers(0, 6))
    def sync(self, fault, after):
        try:
            report = exchange.sync(self.book, send=Network(self.platform.url, fault, after))
        except Killed:
            self.book.close()
            self.book = Book.open(self.path)
            return
        assert report.refused == 0
        assert fault != "none" or (report.problem, report.queued) == (None, 0)

    @rule(fault=st.sampled_from(FAULTS), after=st.integers(3, 7))
    def month_end(self, fault, after):
        """Change, file and send in one go; the fault strikes after the greeting, so mostly at a filing."""
        self.edit()
        self.file()
        self.sync(fault=fault, after=after)

    @rule()
    def cancel(self):
        for item in outbox.queued(self.book):
            try:
                outbox.cancel(self.book, item.filing_id)
            except FilingRefused:
                assert item.outcome_unknown or state_of(self.book, item.filing_id) is State.SENDING

    @rule(fault=st.sampled_from(FAULTS), after=st.integers(0, 3))
    def withdraw(self, fault, after):
        try:
            exchange.withdraw(self.book, "JLFW-04", MONTH, send=Network(self.platform.url, fault, after))
        except Killed:
            self.book.close()
            self.book = Book.open(self.path)
        except (FilingRefused, EndpointUnreachable):
            pass
        except EndpointRefused as refusal:
            assert refusal.code == "already-decided"  # noqa: PT017 - the story goes on afterwards

    @rule(fault=st.sampled_from(FAULTS), after=st.integers(2, 5), accepts=st.booleans())
    def second_thoughts(self, fault, after, accepts):
        """Send a month, change it and send that too, and take the change back; the first may be decided meanwhile."""
        self.month_end(fault="none", after=0)
        if accepts:
            self.review(accepts=True)
        self.month_end(fault="none", after=0)
        self.withdraw(fault=fault, after=after)

    @rule(accepts=st.booleans())
    @precondition(lambda self: self.ids("RECEIVED"))
    def review(self, accepts):
        """The reviewer decides what she has; the firm hears of it at some later sync."""
        desk = administration(self.platform.url, self.platform.admin_key)
        for status in desk.queue():
            if status.series.firm != self.book.firm.uscc:
                continue
            if accepts:
                desk.accept(status.filing_id)
            else:
                desk.return_(status.filing_id, [Comment("请核对后重报")])

    # ---- what must hold

    def ids(self, state=None):
        rows = self.book.db.execute("SELECT filing_id, state FROM standing").fetchall()
        return [row["filing_id"] for row in rows if state in {None, row["state"]}]

    @invariant()
    def queued_or_receipted_never_both(self):
        queued = {item.filing_id for item in outbox.queued(self.book)}
        receipted = {row[0] for row in self.book.db.execute("SELECT filing_id FROM receipts")}
        assert not queued & receipted
        for one in self.ids():
            state = state_of(self.book, one)
            assert (one in queued) == (state in {State.QUEUED, State.SENDING}), state
            assert (one in receipted) == (state not in {State.QUEUED, State.SENDING, State.ABANDONED}), state

    @invariant()
    def the_chain_holds(self):
        assert broken_link(self.book) is None

    def teardown(self):
        """The network is good again: both sides come to hold the same."""
        if not hasattr(self, "book"):
            return
        try:
            report = exchange.sync(self.book)
            assert (report.problem, report.queued) == (None, 0)
            session = Session(HttpTransport(self.platform.url), device_key(self.book))
            for form, period in (("JLFW-01", "2026"), ("JLFW-02", MONTH), ("JLFW-04", MONTH)):
                query = (
                    "SELECT f.id, f.revision, s.state FROM filings f JOIN receipts r ON r.filing_id = f.id"
                    " JOIN standing s ON s.filing_id = f.id WHERE form = ? AND period = ? ORDER BY revision"
                )
                ours = [tuple(row) for row in self.book.db.execute(query, (form, period))]
                if ours:
                    path = f"/v1/series/{self.book.firm.uscc}/{form}/{period}"
                    held = session._authorised("GET", path, SeriesView).revisions
                    theirs = [(one.filing_id, one.revision, str(one.state)) for one in held]
                    assert theirs == ours
        finally:
            self.book.close()
            self.folder.cleanup()


def test_whatever_happens_book_and_province_agree_in_the_end(unread_platform, monkeypatch):
    monkeypatch.delenv("ZHIBAO_KEYS")  # a demonstration's key lies beside its Book
    machine = type("Machine", (Accountant,), {"platform": unread_platform})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
