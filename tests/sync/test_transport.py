"""The seam at the network, against a real socket that answers as badly as the world does."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.errors import EndpointBusy, EndpointUnreachable, NotOurServer
from sync.protocol import MEDIA_TYPE, PROBLEM_MEDIA_TYPE, content_digest
from sync.transport import LARGEST_INFLATED, HttpTransport, Request, Response, retry_after, unwrapped, wrapped

ASK = Request("GET", "/v1/capabilities")
BODY = b'{"answer":' + b"1" * 3000 + b"}"


def ours(body: bytes = BODY, request_id: str = "r1", **changed: str | None) -> Response:
    """An answer as the province gives it, but for the headers changed (None: left out)."""
    headers = {
        "content-type": MEDIA_TYPE,
        "zhibao-protocol": "1",
        "zhibao-request": request_id,
        "content-digest": content_digest(body),
    } | {name.replace("_", "-"): value for name, value in changed.items()}
    return Response(200, {name: value for name, value in headers.items() if value is not None}, body)


def test_an_answer_that_bears_all_our_marks_is_opened():
    assert unwrapped(ours(), "r1").body == BODY
    assert unwrapped(ours(content_type=PROBLEM_MEDIA_TYPE), "r1").body == BODY


def test_the_digest_is_over_the_bytes_as_they_travelled():
    packed = gzip.compress(BODY)
    assert unwrapped(ours(packed, content_encoding="gzip"), "r1").body == BODY
    with pytest.raises(NotOurServer, match="不完整"):
        unwrapped(ours(packed, content_encoding="gzip", content_digest=content_digest(BODY)), "r1")


@pytest.mark.parametrize(
    ("story", "answer", "sentence"),
    [
        ("a captive portal", Response(200, {"content-type": "text/html"}, b"<html>log in</html>"), "没有平台协议标记"),
        ("a portal that redirects", Response(302, {"location": "http://10.0.0.1/"}, b""), "转到了别处"),
        ("a page behind our proxy", ours(content_type="text/html; charset=utf-8"), "text/html"),
        ("a cached answer", ours(request_id="r0"), "不是对本次请求"),
        ("no digest", ours(content_digest=None), "不完整或被改动"),
        ("a wrong digest", ours(content_digest=content_digest(b"other")), "不完整或被改动"),
        ("a body cut off", Response(200, ours().headers, BODY[:-1]), "不完整或被改动"),
        ("a gzip cut off with a fitting digest", ours(gzip.compress(BODY)[:-9], content_encoding="gzip"), "不完整"),
        ("a gzip bomb", ours(gzip.compress(b"0" * (LARGEST_INFLATED + 1)), content_encoding="gzip"), "过大"),
        ("bytes that are no gzip", ours(b"plain", content_encoding="gzip"), "无法解压"),
        ("a coding we did not ask for", ours(content_encoding="br"), "br"),
    ],
)
def test_whoever_lacks_one_mark_is_not_our_server(story, answer, sentence):
    with pytest.raises(NotOurServer, match=sentence) as refused:
        unwrapped(answer, "r1")
    assert refused.value.message.startswith("对方不是省平台"), story
    assert refused.value.outcome_unknown


def test_a_gateway_in_trouble_is_come_again_later():
    with pytest.raises(EndpointBusy) as busy:
        unwrapped(Response(503, {"Content-Type": "text/html", "Retry-After": "30"}, b"<html>"), "r1")
    assert busy.value.retry_after == 30.0
    assert busy.value.outcome_unknown


@given(st.binary(max_size=5000))
def test_what_goes_out_bears_the_digest_of_its_raw_bytes(body):
    request = wrapped(Request("PUT", "/v1/filings/1", body, {"Authorization": "Bearer t"}), "r1")
    assert request.headers["Content-Digest"] == content_digest(request.body)
    assert request.headers["Authorization"] == "Bearer t"
    packed = request.headers.get("Content-Encoding") == "gzip"
    assert (gzip.decompress(request.body) if packed else request.body) == body


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 0), ("0", 0), ("120", 120), ("99999999", 86400), ("soon", 0), ("-5", 0), ("１２", 0)]
)
def test_retry_after_in_seconds(text, seconds):
    assert retry_after({"retry-after": text}) == seconds


def test_retry_after_as_a_date():
    assert retry_after({"retry-after": formatdate(0, usegmt=True)}) == 0
    assert 3500 < retry_after({"retry-after": formatdate(time.time() + 3600, usegmt=True)}) <= 3600


# ---- a real socket


@pytest.fixture
def server():
    """Start servers that read one request and answer these bytes; they hang up afterwards. Gives (url, requests)."""
    sockets = []

    def start(answer: bytes | None):
        listener = socket.create_server(("127.0.0.1", 0))
        sockets.append(listener)
        heard: list[bytes] = []

        def serve():
            connection, _ = listener.accept()
            with connection:
                data = b""
                while b"\r\n\r\n" not in data:
                    data += connection.recv(65536)
                heard.append(data)
                if answer is not None:
                    connection.sendall(answer)
                else:
                    connection.recv(1)  # say nothing until the client gives up

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}", heard

    yield start
    for listener in sockets:
        listener.close()


def test_a_truncated_close_delimited_gzip_body_is_handed_on_raw_and_found_out(server):
    packed = gzip.compress(BODY * 50)
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA_TYPE}\r\nZhibao-Protocol: 1\r\nZhibao-Request: r1\r\n"
        f"Content-Digest: {content_digest(packed)}\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
    ).encode()
    url, _ = server(head + packed[:-20])
    answer = HttpTransport(url)(wrapped(ASK, "r1"))
    assert (answer.status, answer.body) == (200, packed[:-20])
    with pytest.raises(NotOurServer):
        unwrapped(answer, "r1")


def test_a_whole_answer_over_a_real_socket_is_opened(server):
    packed = gzip.compress(BODY)
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA_TYPE}\r\nZhibao-Protocol: 1\r\nZhibao-Request: r1\r\n"
        f"Content-Digest: {content_digest(packed)}\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
    ).encode()
    url, heard = server(head + packed)
    assert unwrapped(HttpTransport(url)(wrapped(ASK, "r1")), "r1").body == BODY
    assert b"Zhibao-Request: r1" in heard[0]


def test_a_promised_length_that_never_comes_leaves_the_outcome_unknown(server):
    url, _ = server(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort")
    with pytest.raises(EndpointUnreachable) as broken:
        HttpTransport(url)(wrapped(ASK, "r1"))
    assert broken.value.outcome_unknown


def test_silence_is_a_timeout_of_unknown_outcome(server):
    url, _ = server(None)
    with pytest.raises(EndpointUnreachable) as silence:
        HttpTransport(url, timeout=0.2)(wrapped(ASK, "r1"))
    assert (silence.value.code, silence.value.outcome_unknown) == ("endpoint-no-answer", True)


def test_nobody_listening_means_nothing_was_sent():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(EndpointUnreachable) as refused:
        HttpTransport(f"http://127.0.0.1:{port}")(wrapped(ASK, "r1"))
    assert (refused.value.code, refused.value.outcome_unknown) == ("endpoint-unreachable", False)


def test_a_redirect_is_not_followed(server):
    url, _ = server(b"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises(NotOurServer):
        unwrapped(HttpTransport(url)(wrapped(ASK, "r1")), "r1")


def test_a_password_file_does_not_replace_our_token(server, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(netrc))
    url, heard = server(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    HttpTransport(url)(Request("GET", "/v1/changes", headers={"Authorization": "Bearer ours"}))
    assert b"Authorization: Bearer ours" in heard[0]


def test_certificates_are_the_systems_and_not_a_list_of_our_own():
    transport = HttpTransport("https://sub.example.cn")
    adapter = transport._session.get_adapter("https://sub.example.cn")
    context = adapter.poolmanager.connection_pool_kw["ssl_context"]
    assert type(context).__module__.startswith("truststore")
