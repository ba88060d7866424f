"""Answers no honest province gives, and a Book that was put back from a backup: nothing crashes, nothing is lost."""

from __future__ import annotations

import json

import msgspec
import pytest

from forms import filing
from forms.book import Book
from sync import exchange, outbox
from sync.errors import NotOurServer
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, Capabilities, content_digest
from sync.states import broken_link
from sync.transport import HttpTransport, Response, opened, retry_after


def states(book):
    """Count the filings by state."""
    return dict(book.db.execute("SELECT state, count(*) FROM standing GROUP BY state").fetchall())


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
    assert states(filed) == {"QUEUED": 9}


@pytest.mark.parametrize("moment", ["", "yesterday", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00", "9" * 400])
def test_a_province_that_cannot_tell_the_time_is_not_ours(filed, real, moment):
    def send(request):
        response = real(request)
        if "capabilities" not in request.path:
            return response
        told = msgspec.json.decode(opened(response, request.headers["Zhibao-Request"]).body, type=Capabilities)
        return answered(request, msgspec.json.encode(msgspec.structs.replace(told, server_time=moment)))

    report = exchange.sync(filed, send=send)
    assert isinstance(report.problem, NotOurServer)
    assert states(filed) == {"QUEUED": 9}


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
        if request.method != "PUT":
            return real(request)
        body = {"type": kind, "title": kind, "status": status, "detail": kind}
        return answered(request, json.dumps(body).encode(), status, PROBLEM_MEDIA_TYPE)

    report = exchange.sync(filed, send=send)
    assert (report.problem.code, report.sent, report.refused) == (kind, 1, 0)
    assert states(filed) == {"QUEUED": 9}
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
        assert states(old) == {"ACCEPTED": 9}
        assert filing.last_of(old, "JLFW-04", month.period)["state"] == "ACCEPTED"
        year_to_date = "SELECT count(*) FROM filed_monthly WHERE period = ?"
        assert old.db.execute(year_to_date, (month.period,)).fetchone()[0] == 1
        assert broken_link(old) is None


def test_a_refusal_nobody_signed_gives_way_to_the_signed_receipt(filed, real):
    """Somebody between us and the province answers «refused» after the province has stored the filing."""

    def send(request):
        response = real(request)
        if request.method != "PUT":
            return response
        body = {"type": "checks-failed", "title": "审核未通过", "status": 422, "detail": "审核未通过"}
        return answered(request, json.dumps(body).encode(), 422, PROBLEM_MEDIA_TYPE)

    for _ in range(9):
        exchange.sync(filed, send=send)
    assert states(filed) == {"ACCEPTED": 9}
    assert outbox.queued(filed) == []


def test_a_deep_receipt_is_no_receipt(filed, real):
    from sync.signed import Signed

    def send(request):
        if request.method == "PUT":
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
