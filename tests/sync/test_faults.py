"""What the network and the province can do to a filing. The fake network is a function around the real one."""

from __future__ import annotations

import dataclasses
import json

import msgspec
import pytest

from sync import answers, enrolment, exchange, feed, history, outbox, uploads
from sync.errors import EndpointBusy, EndpointUnreachable, FilingRefused, NotOurServer, SyncRunning
from sync.keys import device_key
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, content_digest
from sync.province import CURSOR, EPOCH, keys_of
from sync.session import Session
from sync.signed import Signed
from sync.states import broken_link
from sync.transport import HttpTransport, Request, Response, unwrapped, wrapped

PORTAL = Response(200, {"content-type": "text/html"}, "<html>请先登录</html>".encode())


def states(book):
    """Count the filings by state."""
    rows = book.db.execute("SELECT state, count(*) FROM standing GROUP BY state")
    return {row[0]: row[1] for row in rows}


def is_put(request):
    return request.method == "PUT" and request.path.startswith("/v1/filings/")


def answered(request, body, status=200, media=MEDIA_TYPE, **headers):
    """An answer that bears all our marks."""
    marks = {
        "content-type": media,
        "zhibao-protocol": "1",
        "zhibao-request": request.headers["Zhibao-Request"],
        "content-digest": content_digest(body),
    }
    return Response(status, marks | headers, body)


def problem(request, kind, status, *, retryable=False, **headers):
    body = {"type": kind, "title": kind, "status": status, "detail": kind, "retryable": retryable}
    return answered(request, json.dumps(body).encode(), status, PROBLEM_MEDIA_TYPE, **headers)


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


def spoiling_puts(real, spoil):
    """A network that hands PUT answers through `spoil(request, response)`."""

    def send(request):
        response = real(request)
        return spoil(request, response) if is_put(request) else response

    return send


def without_feed(send):
    """A network that breaks down before the change feed is asked."""

    def cut(request):
        if "changes" in request.path:
            raise EndpointUnreachable("endpoint-unreachable", "连接不上")
        return send(request)

    return cut


def lose(_request, _response):
    raise EndpointUnreachable("endpoint-no-answer", "超时", outcome_unknown=True)


SPOILED = {
    "the answer is lost after the province stored it": lose,
    "the answer is cut off": lambda _, r: dataclasses.replace(r, body=r.body[:-7]),
    "a bit of the answer is flipped": lambda _, r: dataclasses.replace(r, body=r.body.replace(b"a", b"b", 1)),
    "a portal takes the place of the answer": lambda *_: PORTAL,
    "a proxy answers with an older answer": lambda _, r: dataclasses.replace(
        r, headers={**r.headers, "zhibao-request": "old"}
    ),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_whatever_becomes_of_the_answer_the_filing_stays_queued_and_a_replay_gets_the_same_receipt(filed, real, spoil):
    report = exchange.sync(filed, send=without_feed(spoiling_puts(real, spoil)))
    assert isinstance(report.problem, EndpointUnreachable)
    [unknown] = [item for item in outbox.queued(filed) if item.outcome_unknown]
    assert (unknown.form, unknown.attempts, report.received) == ("JLFW-01", 1, 0)
    assert exchange.sync(filed, send=real).received == 11
    assert outbox.queued(filed) == []
    assert set(states(filed)) == {"ACCEPTED"}
    assert broken_link(filed) is None


def test_the_feed_brings_the_receipts_whose_answers_were_lost_and_the_rest_goes_on(filed, real):
    lost = []

    def lose_some(request, response):
        if len(lost) < 3:
            lost.append(request.path)
            lose(request, response)
        return response

    report = exchange.sync(filed, send=spoiling_puts(real, lose_some))
    assert (len(lost), report.sent, report.received, report.queued, report.problem) == (3, 11, 11, 0, None)
    assert "已随后取回" in history.recent(filed)[0].text


def test_a_replay_gets_the_receipt_of_the_first_time(filed, real):
    exchange.sync(filed, send=real)
    row = filed.db.execute(
        "SELECT f.id, f.body, f.signature, f.key_id, r.body AS receipt FROM filings f"
        " JOIN receipts r ON r.filing_id = f.id"
    ).fetchone()
    session = Session(real, device_key(filed))
    uploads.upload(filed, session, row["id"], exchange.never)
    again = session.put_filing(row["id"], outbox.signed(filed, row["id"]))
    assert again.body == row["receipt"]
    assert feed.receive(filed, row["id"], again, keys_of(filed)) is False


def test_a_crash_while_sending_is_mended_by_the_next_exchange(filed, real):
    """The program dies after the bytes left and before the answer came."""

    class Killed(BaseException):
        pass

    def die(_request, _response):
        raise Killed

    with pytest.raises(Killed):
        exchange.sync(filed, send=spoiling_puts(real, die))
    assert states(filed)["SENDING"] == 1
    assert exchange.sync(filed, send=real).problem is None
    assert set(states(filed)) == {"ACCEPTED"}
    for row in filed.db.execute("SELECT id FROM filings").fetchall():
        assert answers.receipt_of(filed, row["id"]).verified


def test_after_a_crash_while_sending_filing_says_to_synchronise_first(filed, real, month):
    def die(_request, _response):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exchange.sync(filed, send=spoiling_puts(real, die))
    for_profile = filed.db.execute(
        "SELECT s.state FROM standing s JOIN filings f ON f.id = s.filing_id WHERE f.form = 'JLFW-01'"
    ).fetchone()
    assert for_profile["state"] == "SENDING"
    month.file(filed)
    assert set(states(filed)) == {"QUEUED"}


def test_a_portal_before_everything_changes_nothing(filed, real):
    before = states(filed)
    report = exchange.sync(filed, send=lambda _: PORTAL)
    assert isinstance(report.problem, NotOurServer)
    assert report.problem.message.startswith("对方不是省平台")
    assert (states(filed), report.queued) == (before, 11)
    assert all(item.attempts == 0 for item in outbox.queued(filed))
    assert "对方不是省平台" in outbox.queued(filed)[0].last_problem
    assert "对方不是省平台" in history.recent(filed)[0].text
    assert exchange.sync(filed, send=real).queued == 0


def test_no_network_leaves_everything_cancellable(filed):
    def offline(_):
        raise EndpointUnreachable("endpoint-unreachable", "连接不上省平台")

    report = exchange.sync(filed, send=offline)
    assert (report.problem.code, report.queued) == ("endpoint-unreachable", 11)
    assert not any(item.outcome_unknown for item in outbox.queued(filed))


def test_a_busy_province_is_left_alone_for_as_long_as_it_asks(filed, real):
    asked = []

    def busy(request):
        if is_put(request):
            asked.append(request.path)
            return problem(request, "busy", 503, retryable=True, **{"retry-after": "120"})
        return real(request)

    report = exchange.sync(filed, send=busy, clock=lambda: 1000.0)
    assert isinstance(report.problem, EndpointBusy)
    assert (len(asked), report.queued) == (1, 11)
    assert not any(item.outcome_unknown for item in outbox.queued(filed))
    assert outbox.queued(filed)[0].next_at >= 0
    soon = exchange.sync(filed, send=busy, clock=lambda: 1100.0)
    assert (len(asked), soon.sent) == (1, 0)
    assert exchange.sync(filed, send=real, clock=lambda: 1121.0).queued == 0


def test_five_lost_connections_rest_the_queue_and_the_timer_keeps_quiet(filed, real):
    calls = []

    def dead(request):
        calls.append(request.path)
        raise EndpointUnreachable("endpoint-unreachable", "连接不上省平台")

    for _ in range(5):
        exchange.sync(filed, send=dead, clock=lambda: 1000.0)
    made = len(calls)
    assert exchange.sync(filed, send=dead, due_only=True, clock=lambda: 1001.0).queued == 11
    assert len(calls) == made
    assert exchange.sync(filed, send=real).queued == 0


def _file_without_januarys_contracts(book, month):
    month.file(book)
    exchange.withdraw(book, "JLFW-02", "2026-01")


def test_what_the_province_finds_is_kept_to_be_shown(enrolled, month):
    """January's contracts were taken back after all was signed: the province does not know them."""
    _file_without_januarys_contracts(enrolled, month)
    report = exchange.sync(enrolled)
    assert report.refused == 2
    assert report.problem.code == "checks-failed"
    refused = enrolled.db.execute(
        "SELECT f.id, f.form FROM filings f JOIN standing s ON s.filing_id = f.id WHERE s.state = 'REFUSED'"
    ).fetchone()
    cell = answers.refusal_of(enrolled, refused["id"]).cells[0]
    assert (refused["form"], cell.form, cell.field) == ("JLFW-03", "JLFW-03", "contract_no")
    assert "找不到" in cell.message
    waiting = outbox.current_plan(enrolled, now=0.0, due_only=False)
    assert [(step.item.form, step.next_step) for step in waiting] == [("JLFW-04", outbox.NextStep.HOLD)] * 2
    assert [step.why for step in waiting] == [
        f"等待执行台账JLFW-03（{period}）改正后重新报送" for period in ("2026-01", "2026-02")
    ]


def test_what_was_refused_is_filed_again_and_received(enrolled, month):
    _file_without_januarys_contracts(enrolled, month)
    exchange.sync(enrolled)
    again = month.file(enrolled)  # what was refused goes along as it is: the contracts it lacked are with it now
    assert {(one.form, one.period) for one in again.filed if one.again} == {
        ("JLFW-03", "2026-01"),
        ("JLFW-03", "2026-02"),
    }
    assert ("JLFW-03", "2026-01", 2) in [(one.form, one.period, one.revision) for one in again.filed]
    assert ("JLFW-03", month.period, 2) in [(one.form, one.period, one.revision) for one in again.filed]
    assert exchange.sync(enrolled).queued == 0
    assert states(enrolled) == {"ACCEPTED": 11, "REFUSED": 2, "ABANDONED": 1}


def test_another_pc_was_first_is_a_conflict_and_nothing_is_overwritten(filed, platform, month, tmp_path, monkeypatch):
    from forms.book import Book

    month.copy(filed, tmp_path / "other.zhibao")
    with Book.open(tmp_path / "other.zhibao") as other:
        monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "other-pc"))
        for item in outbox.queued(other):
            outbox.cancel(other, item.filing_id)
        month.file(other)
        enrolment.enroll(other, platform.code(other.firm.uscc))
        assert exchange.sync(other).queued == 0
    monkeypatch.setenv("ZHIBAO_KEYS", str(tmp_path / "keys"))
    report = exchange.sync(filed)
    assert report.problem.code == "head-moved"
    assert states(filed)["CONFLICT"] >= 1
    with pytest.raises(FilingRefused, match="已有另一版"):
        month.file(filed)


# ---- forged words


def test_a_receipt_signed_by_somebody_else_changes_nothing(filed, real):
    def forge(request, response):
        signed = msgspec.json.decode(unwrapped(response, request.headers["Zhibao-Request"]).body, type=Signed)
        forged = Signed(signed.body, device_key(filed).sign(signed.body), signed.key_id)
        return answered(request, msgspec.json.encode(forged))

    report = exchange.sync(filed, send=without_feed(spoiling_puts(real, forge)))
    assert report.received == 0
    assert set(states(filed)) == {"QUEUED"}


def test_the_receipt_of_another_filing_is_not_ours(filed, real):
    receipts = []

    def swap(request, response):
        receipts.append(unwrapped(response, request.headers["Zhibao-Request"]).body)
        return answered(request, receipts[0])

    report = exchange.sync(filed, send=without_feed(spoiling_puts(real, swap)))
    assert (report.received, report.sent > 1) == (1, True)


def test_a_forged_event_undoes_its_whole_page_and_leaves_the_cursor(filed, real):
    exchange.sync(filed, send=without_feed(real))
    assert set(states(filed)) == {"RECEIVED"}
    page = Session(real, device_key(filed)).changes(0, filed.get(EPOCH))
    last = page.events[-1]
    forged = msgspec.structs.replace
    bad = forged(last, signed=forged(last.signed, signature=b"0" * 64))
    with pytest.raises(NotOurServer):
        feed.apply_page(filed, forged(page, events=[*page.events[:-1], bad]), keys_of(filed))
    assert set(states(filed)) == {"RECEIVED"}
    assert filed.get(CURSOR) == "0"
    assert feed.apply_page(filed, page, keys_of(filed)).accepted == 11


def test_the_same_page_twice_changes_nothing_twice(filed, real):
    exchange.sync(filed, send=real)
    page = Session(real, device_key(filed)).changes(0, filed.get(EPOCH))
    filed.put(CURSOR, "0")
    applied = feed.apply_page(filed, page, keys_of(filed))
    assert (applied.received, applied.accepted, applied.returned) == (0, 0, 0)
    assert broken_link(filed) is None


SPOILED_PAGES = {
    "turned round": lambda page: msgspec.structs.replace(page, events=page.events[::-1]),
    "one decision left out": lambda page: msgspec.structs.replace(page, events=[*page.events[:3], *page.events[4:]]),
    "the end left out": lambda page: msgspec.structs.replace(page, events=page.events[:-1]),
    "a cursor that runs ahead": lambda page: msgspec.structs.replace(page, next=page.next + 1),
    "a cursor that runs back": lambda page: msgspec.structs.replace(page, next=0),
    "of another epoch": lambda page: msgspec.structs.replace(page, epoch="other"),
}


@pytest.mark.parametrize("spoil", SPOILED_PAGES.values(), ids=SPOILED_PAGES)
def test_a_page_that_is_not_as_the_province_made_it_is_refused(filed, real, spoil):
    exchange.sync(filed, send=without_feed(real))
    page = Session(real, device_key(filed)).changes(0, filed.get(EPOCH))
    with pytest.raises(NotOurServer):
        feed.apply_page(filed, spoil(page), keys_of(filed))
    assert (filed.get(CURSOR), set(states(filed))) == ("0", {"RECEIVED"})


def test_the_events_of_another_firm_are_refused(filed, real):
    exchange.sync(filed, send=without_feed(real))
    page = Session(real, device_key(filed)).changes(0, filed.get(EPOCH))
    filed.put("firm.uscc", "91220000000000000X")
    with pytest.raises(NotOurServer):
        feed.apply_page(filed, page, keys_of(filed))


# ---- the session, the clock, the province's past


def test_a_token_that_ran_out_is_renewed_once(filed, real):
    stale = []

    def send(request):
        if is_put(request) and not stale:
            stale.append(request)
            return problem(request, "unauthorized", 401, retryable=True)
        return real(request)

    assert exchange.sync(filed, send=send).queued == 0


def test_a_revoked_device_ends_the_exchange_and_keeps_the_queue(filed, real):
    def send(request):
        return problem(request, "forbidden", 403) if is_put(request) else real(request)

    report = exchange.sync(filed, send=send)
    assert (report.problem.code, report.refused, report.queued) == ("forbidden", 0, 11)
    assert set(states(filed)) == {"QUEUED"}


def test_a_wrong_clock_is_told(filed, real):
    import time

    report = exchange.sync(filed, send=real, clock=lambda: time.time() + 3600)
    assert report.skew_seconds == pytest.approx(3600, abs=60)
    assert "相差约60分钟" in history.recent(filed)[0].text


def test_a_province_restored_from_backup_is_given_nothing_new_until_both_have_compared(filed, real):
    filed.put(EPOCH, "before-the-fire")
    asked = []

    def listening(request):
        asked.append(request.path.partition("?")[0])
        return real(request)

    report = exchange.sync(filed, send=listening)
    assert (report.problem, report.sent, report.queued) == (None, 11, 0)
    first = next(number for number, path in enumerate(asked) if path.startswith("/v1/filings/"))
    assert asked.index("/v1/reconcile") < first


def test_two_exchanges_of_one_book_do_not_run_at_once(filed, real):
    def send(request):
        with pytest.raises(SyncRunning):
            exchange.sync(filed, send=real)
        return real(request)

    assert exchange.sync(filed, send=send).queued == 0


def test_the_token_is_kept_nowhere(filed, real, tmp_path):
    seen = []

    def send(request):
        seen.append(request.headers.get("Authorization", ""))
        return real(request)

    exchange.sync(filed, send=send)
    token = max(seen).removeprefix("Bearer ")
    assert len(token) > 16
    filed.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in [path for path in tmp_path.rglob("*") if path.is_file()]:
        assert token.encode() not in path.read_bytes()


def test_a_request_is_what_the_endpoint_expects(real):
    answer = unwrapped(real(wrapped(Request("GET", "/v1/capabilities"), "r1")), "r1")
    assert json.loads(answer.body)["demo"] is True
