"""The scans go before the filing that names them: each once, in whole, through every interruption."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from forms import attaching, attachments, ledger
from forms.book import Book
from forms.sample_papers import PAPER, SCAN, paper
from sync import enrolment, exchange, history, outbox
from sync.errors import EndpointUnreachable
from sync.protocol import sha256_hex
from sync.transport import HttpTransport

CONTRACTS, SCANNED, TODAY = "JLFW-02", "contract_files", "2026-03-05"
ROOT = Path(__file__).resolve().parents[2]
DOWN = EndpointUnreachable("endpoint-unreachable", "连接不上省平台")


class Counting:
    """The true network, counting what attachments and filings pass; `stop` may end it before a request."""

    def __init__(self, platform):
        self._real = HttpTransport(platform.url)
        self.attachments, self.filings = [], []
        self.stop = lambda _request: None

    def __call__(self, request):
        self.stop(request)
        answer = self._real(request)
        if request.method == "PUT":
            kind, _, name = request.path.removeprefix("/v1/").partition("/")
            getattr(self, kind).append(name)
        return answer


@pytest.fixture
def network(platform):
    return Counting(platform)


@pytest.fixture
def scanned(ready, platform, month):
    """The month with three more scans on its first contract, filed and queued."""
    row = ledger.read_rows(ready, CONTRACTS, limit=1)[0]
    field = ready.catalogue.edition(CONTRACTS).by_id[SCANNED]
    contents = [attachments.content_of(ready, field, f"第{n}页.pdf", paper(f"{row['uid']} PAGE {n}")) for n in range(3)]
    attaching.add_contents(ready, CONTRACTS, SCANNED, {row["uid"]: contents}, as_of=TODAY)
    enrolment.enroll(ready, platform.code(ready.firm.uscc))
    month.file(ready)
    return ready


def is_attachment(request):
    return request.method == "PUT" and request.path.startswith("/v1/attachments/")


def after(times):
    """Break the network at the n-th attachment."""
    seen = []

    def stop(request):
        if is_attachment(request):
            seen.append(request.path)
            if len(seen) > times:
                raise DOWN

    return stop


def contracts_of(book):
    return next(item for item in outbox.queued(book) if item.form == CONTRACTS)


def test_each_content_goes_once_and_before_its_filing(scanned, network):
    order = []
    network.stop = lambda request: order.append(request.path.split("/")[2]) if request.method == "PUT" else None
    report = exchange.sync(scanned, send=network)
    assert (report.problem, report.queued) == (None, 0)
    assert sorted(network.attachments) == sorted({*network.attachments})
    assert report.uploaded == report.to_json()["attachments"] == len(network.attachments) == 4
    assert SCAN.sha256 in network.attachments
    assert order[0] == "attachments"
    assert any("已先传附件" in line.text for line in history.recent(scanned))
    assert "上传附件4个" in history.recent(scanned, 1)[0].text


def test_what_got_through_is_not_sent_again_after_the_network_broke(scanned, network):
    network.stop = after(2)
    report = exchange.sync(scanned, send=network)
    assert report.problem is DOWN
    sent = list(network.attachments)
    assert len(sent) == 2
    network.stop = lambda _request: None
    report = exchange.sync(scanned, send=network)
    assert (report.problem, report.queued) == (None, 0)
    assert len(network.attachments) == len(set(network.attachments)) == 4
    assert network.attachments[:2] == sent


def test_a_filing_whose_scans_did_not_get_through_never_left_and_can_be_cancelled(scanned, network):
    def broken(request):
        if is_attachment(request):
            raise EndpointUnreachable("endpoint-no-answer", "没有答复", outcome_unknown=True)

    network.stop = broken
    exchange.sync(scanned, send=network)
    item = next(one for one in outbox.queued(scanned) if one.form == "JLFW-01")
    assert (item.outcome_unknown, item.attempts, item.last_problem) == (False, 1, "没有答复")
    assert network.filings == []
    outbox.cancel(scanned, item.filing_id)
    assert item.filing_id not in {one.filing_id for one in outbox.queued(scanned)}


def test_a_sync_is_cancelled_between_two_scans_and_goes_on_where_it_was(scanned, network):
    report = exchange.sync(scanned, send=network, cancelled=lambda: len(network.attachments) >= 2)
    assert (len(network.attachments), len(network.filings)) == (2, 1), "the profile with its licence"
    assert report.problem is None
    assert contracts_of(scanned).attempts == 0
    assert exchange.sync(scanned, send=network).queued == 0
    assert len(network.attachments) == len(set(network.attachments)) == 4


def test_a_scan_the_book_has_lost_holds_its_own_filing_only(scanned, network):
    lost = paper(f"{ledger.read_rows(scanned, CONTRACTS, limit=1)[0]['uid']} PAGE 1")
    digest = sha256_hex(lost)
    scanned.db.execute("DELETE FROM attachments WHERE sha256 = ?", (digest,))
    report = exchange.sync(scanned, send=network)
    assert any("没有这个附件的内容" in note for note in report.notes)
    assert report.received > 0
    assert contracts_of(scanned).outcome_unknown is False


def test_a_program_killed_between_two_scans_loses_nothing_and_sends_nothing_twice(scanned, network, platform):
    path = scanned.path
    scanned.close()
    killed = subprocess.run(
        [sys.executable, "-c", _VICTIM, str(path), platform.url],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -9
    with Book.open(path) as book:
        assert exchange.recover(book) == []
        assert contracts_of(book).outcome_unknown is False
        report = exchange.sync(book, send=network)
        assert (report.problem, report.queued) == (None, 0)
        assert len(network.attachments) == 4 - 2
        (kept, *_rest) = (one.file for one in attachments.listed(book, CONTRACTS) if one.file == SCAN)
        assert b"".join(attachments.pieces_of(book, kept.sha256)) == PAPER


_VICTIM = """
import os, signal, sys
from pathlib import Path
from forms.book import Book
from sync import exchange
from sync.transport import HttpTransport

real, done = HttpTransport(sys.argv[2]), []

def send(request):
    answer = real(request)
    if request.method == "PUT" and "/attachments/" in request.path:
        done.append(request.path)
        if len(done) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
    return answer

with Book.open(Path(sys.argv[1])) as book:
    exchange.sync(book, send=send)
"""
