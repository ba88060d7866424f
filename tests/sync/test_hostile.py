"""Answers no honest province gives, and a Book that was put back from a backup: nothing crashes, nothing is lost."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys

import msgspec
import pytest

from forms import revisions
from forms.book import Book
from sync import answers, enrolment, exchange, feed, history, outbox, province, uploads
from sync.endpoint.demo import start_demo
from sync.errors import EndpointUnreachable, KeyOutOfDate, NotOurServer
from sync.keys import device_key
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, Capabilities, content_digest
from sync.session import Session
from sync.signed import CertificateBody, Signed
from sync.states import broken_link
from sync.transport import HttpTransport, Response, retry_after, unwrapped


def states(book):
    """Count the filings by state."""
    return dict(book.db.execute("SELECT state, count(*) FROM standing GROUP BY state").fetchall())


def is_filing(request):
    return request.method == "PUT" and request.path.startswith("/v1/filings/")


def answered(request, body, status=200, media=MEDIA_TYPE):
    """An answer that bears all our marks."""
    marks = {
        "content-type": media,
        "zhibao-protocol": "1",
        "zhibao-request": request.headers["Zhibao-Request"],
        "content-digest": content_digest(body),
    }
    return Response(status, marks, body)


@pytest.fixture
def real(platform):
    """The true network."""
    with_the_province = HttpTransport(platform.url)
    yield with_the_province
    with_the_province.close()


@pytest.fixture
def filed(enrolled, month):
    """Two months frozen and queued: nine filings."""
    month.file(enrolled)
    return enrolled


DEEP = b"[" * 100_000 + b"]" * 100_000


@pytest.mark.parametrize("media", [MEDIA_TYPE, PROBLEM_MEDIA_TYPE])
@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        b'{"epoch":' + DEEP + b"}",
        b'{"type":"busy","x":' + DEEP + b"}",
        b"",
        b"null",
        b'{"a":"\xff"}',
        b'{"a":"\\ud800"}',
        b"9" * 5000,
    ],
    ids=["deep", "deep inside", "deep problem", "empty", "null", "no UTF-8", "half a character", "a number"],
)
def test_an_answer_that_is_no_message_is_not_our_servers(filed, body, media):
    report = exchange.sync(filed, send=lambda request: answered(request, body, media=media))
    assert isinstance(report.problem, NotOurServer)
    assert states(filed) == {"QUEUED": 11}


@pytest.mark.parametrize("moment", ["", "yesterday", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00", "9" * 400])
def test_a_province_that_cannot_tell_the_time_is_not_ours(filed, real, moment):
    def send(request):
        response = real(request)
        if "capabilities" not in request.path:
            return response
        told = msgspec.json.decode(unwrapped(response, request.headers["Zhibao-Request"]).body, type=Capabilities)
        return answered(request, msgspec.json.encode(msgspec.structs.replace(told, server_time=moment)))

    report = exchange.sync(filed, send=send)
    assert isinstance(report.problem, NotOurServer)
    assert states(filed) == {"QUEUED": 11}


@pytest.mark.parametrize("text", ["", "soon", "-1", "9" * 400, "Mon, 01 Jan 0001 00:00:00 -0000", "\u0663", "1e9"])
def test_a_strange_wish_to_wait_is_at_most_a_day(text):
    assert 0.0 <= retry_after({"retry-after": text}) <= 24 * 3600.0


@pytest.mark.parametrize(
    ("kind", "status"),
    [("bad-request", 400), ("unsupported-media-type", 415), ("epoch-changed", 410), ("something-new", 451)],
)
def test_a_no_that_is_not_about_the_filing_keeps_it_queued(filed, real, kind, status):
    """A word an older program does not know, or a fault of the program itself, is no reason to throw a filing out."""

    def send(request):
        if not is_filing(request):
            return real(request)
        body = {"type": kind, "title": kind, "status": status, "detail": kind}
        return answered(request, json.dumps(body).encode(), status, PROBLEM_MEDIA_TYPE)

    report = exchange.sync(filed, send=send)
    assert (report.problem.code, report.sent, report.refused) == (kind, 1, 0)
    assert states(filed) == {"QUEUED": 11}
    assert exchange.sync(filed, send=real).queued == 0


def test_a_book_put_back_from_a_backup_hears_that_its_cancelled_filing_had_arrived(filed, real, month, tmp_path):
    """Yesterday's copy shows the month as queued; she cancels it, but it had been sent this morning."""
    month.copy(filed, tmp_path / "yesterday.zhibao")
    exchange.sync(filed, send=real)
    filed.close()
    with Book.open(tmp_path / "yesterday.zhibao") as old:
        for item in outbox.queued(old):
            outbox.cancel(old, item.filing_id)
        assert exchange.sync(old, send=real).problem is None
        assert states(old) == {"ACCEPTED": 11}
        assert revisions.last_of(old, "JLFW-04", month.period)["state"] == "ACCEPTED"
        year_to_date = "SELECT count(*) FROM filed_monthly WHERE period = ?"
        assert old.db.execute(year_to_date, (month.period,)).fetchone()[0] == 1
        assert broken_link(old) is None


def test_a_refusal_nobody_signed_gives_way_to_the_signed_receipt(filed, real):
    """Somebody between us and the province answers «refused» after the province has stored the filing."""

    def send(request):
        response = real(request)
        if not is_filing(request):
            return response
        body = {"type": "checks-failed", "title": "审核未通过", "status": 422, "detail": "审核未通过"}
        return answered(request, json.dumps(body).encode(), 422, PROBLEM_MEDIA_TYPE)

    for _ in range(11):
        exchange.sync(filed, send=send)
    assert states(filed) == {"ACCEPTED": 11}
    assert outbox.queued(filed) == []


def test_a_deep_receipt_is_no_receipt(filed, real):
    def send(request):
        if is_filing(request):
            return answered(request, msgspec.json.encode(Signed(DEEP, b"0" * 64, "0" * 16)))
        return real(request)

    report = exchange.sync(filed, send=send)
    assert isinstance(report.problem, NotOurServer)
    assert "RECEIVED" not in states(filed)


def test_a_session_asks_again_only_for_its_token(filed, real):
    """An answer of 401 to everything is not asked for ever."""
    asked = []

    def send(request):
        asked.append(request.path)
        body = {"type": "unauthorized", "title": "", "status": 401, "detail": "登录已失效", "retryable": True}
        return answered(request, json.dumps(body).encode(), 401, PROBLEM_MEDIA_TYPE)

    report = exchange.sync(filed, send=lambda r: real(r) if "auth" in r.path or "capab" in r.path else send(r))
    assert report.problem.code == "unauthorized"
    assert len(asked) == 2


# ---- the validity of the province's key


def limit_key(book, **validity):
    """Pin the same key with another validity, as the province would state it at enrolment."""
    keys = [msgspec.structs.replace(key, **validity) for key in province.keys_of(book)]
    book.put(province.KEYS, msgspec.json.encode(keys).decode())


EXPIRED = {"valid_to": "2026-03-04T15:59:59Z"}  # the end of the day before in China
NOT_YET = {"valid_from": "2026-03-05T16:00:00Z"}


@pytest.mark.parametrize("validity", [EXPIRED, NOT_YET], ids=["expired", "not yet valid"])
def test_a_receipt_signed_outside_the_keys_validity_does_not_count(filed, real, validity):
    """The province's clock stands at 5 March 2026."""
    certificate = msgspec.json.decode(filed.get(province.CERTIFICATE), type=Signed)
    limit_key(filed, **validity)
    with pytest.raises(KeyOutOfDate):
        province.said(certificate, province.keys_of(filed), CertificateBody)
    session = Session(real, device_key(filed))
    row = filed.db.execute("SELECT id FROM filings WHERE form = 'JLFW-01'").fetchone()
    uploads.upload(filed, session, row["id"], exchange.never)
    receipt = session.put_filing(row["id"], outbox.signed(filed, row["id"]))
    with pytest.raises(KeyOutOfDate) as refused:
        feed.receive(filed, row["id"], receipt, province.keys_of(filed))
    assert "不在有效期内" in refused.value.message
    assert "2026-03-05" in refused.value.message
    assert states(filed) == {"QUEUED": 11}
    page = session.changes(0, filed.get(province.EPOCH))
    with pytest.raises(KeyOutOfDate):
        feed.apply_page(filed, page, province.keys_of(filed))
    assert (filed.get(province.CURSOR), states(filed)) == ("0", {"QUEUED": 11})


def test_the_accountant_reads_why_nothing_is_taken_in(ready, month, tmp_path):
    """The province's key runs out at the end of the day of her enrolment; on the next day she sends."""
    with start_demo(tmp_path / "province", "2026-03-05", script=None) as platform:
        enrolment.enroll(ready, platform.code(ready.firm.uscc))
    limit_key(ready, valid_to="2026-03-05T15:59:59Z")
    month.file(ready)
    with start_demo(tmp_path / "province", "2026-03-07", script=None) as platform:
        ready.put(province.URL, platform.url)
        report = exchange.sync(ready)
        assert isinstance(report.problem, KeyOutOfDate)
        assert "有效期为2000-01-01至2026-03-05" in report.problem.message
        assert "请联系平台重新发放报送码" in history.recent(ready)[0].text
        assert states(ready) == {"QUEUED": 11}
        limit_key(ready, valid_to=None)  # what enrolling again would bring
        assert exchange.sync(ready).queued == 0


def test_a_receipt_of_before_stays_verified_when_the_key_has_run_out_since(filed, real):
    exchange.sync(filed, send=real)
    limit_key(filed, valid_to="2026-03-06T00:00:00Z")
    row = filed.db.execute("SELECT id FROM filings").fetchone()
    assert answers.receipt_of(filed, row["id"]).verified
    limit_key(filed, **EXPIRED)
    assert not answers.receipt_of(filed, row["id"]).verified


def test_the_endpoint_dies_in_the_middle_of_an_exchange_and_comes_back(ready, month, tmp_path):
    """The third filing is on the province's disk when its machine goes down; it starts again while we go on sending."""
    month.file(ready)
    with contextlib.ExitStack() as running:
        platform = running.enter_context(start_demo(tmp_path / "province", "2026-03-05", script="accept-all"))
        enrolment.enroll(ready, platform.code(ready.firm.uscc))
        network = [HttpTransport(platform.url)]
        puts = []

        def send(request):
            response = network[-1](request)
            if is_filing(request):
                puts.append(request.path)
            if len(puts) == 3 and len(network) == 1:
                os.kill(platform.pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
                platform.close()
                again = running.enter_context(start_demo(tmp_path / "province", "2026-03-05", script="accept-all"))
                network.append(HttpTransport(again.url))
                raise EndpointUnreachable("endpoint-no-answer", "省平台没有答复", outcome_unknown=True)
            return response

        report = exchange.sync(ready, send=send)
        assert (len(network), report.problem, report.queued) == (2, None, 0)
        assert states(ready) == {"ACCEPTED": 11}
        assert len(puts) == len(set(puts)), "the feed told of the third; nothing was sent twice"
