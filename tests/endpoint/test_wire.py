"""What holds for every request and answer: sizes, digests, gzip, request ids, problems, the contract, the log."""

from __future__ import annotations

import gzip
import itertools
import socket
import subprocess
import sys
from http.client import HTTPResponse

import msgspec
import pytest
import requests

from sync.protocol import MEDIA_TYPE, content_digest, digest_matches


def test_every_answer_bears_the_marks_of_the_province(http):
    for path, status in (("/v1/capabilities", 200), ("/v1/no-such-thing", 404), ("/v1/changes", 401)):
        answer = http("GET", path, headers={"Zhibao-Request": "abc-1"})
        assert answer.status_code == status
        assert answer.headers["Zhibao-Protocol"] == "1"
        assert answer.headers["Zhibao-Request"] == "abc-1"
        assert digest_matches(answer.headers["Content-Digest"], answer.content)


def test_capabilities_tell_what_the_endpoint_is(http):
    told = http("GET", "/v1/capabilities").json()
    assert told["protocols"] == ["1"]
    assert told["demo"] is False
    assert told["levels"] == ["province"]


def test_a_wrong_or_missing_digest_is_refused(http):
    for digest in ("", content_digest(b"other"), "sha-512=:AAAA:"):
        answer = http("POST", "/v1/auth/challenge", {"key_id": "a"}, headers={"Content-Digest": digest})
        assert answer.status_code == 400
        assert answer.json()["type"] == "bad-digest"
        assert answer.json()["retryable"] is True


def test_the_digest_is_of_the_compressed_body(http):
    packed = gzip.compress(b'{"key_id":"a"}')
    assert http("POST", "/v1/auth/challenge", packed, headers={"Content-Encoding": "gzip"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (gzip.compress(b'{"key_id":"a"}', mtime=0)[:-3], 400),
        (b"no gzip", 400),
        (gzip.compress(b"{}", mtime=0) + b"more", 400),
        (gzip.compress(bytes(65 << 20), mtime=0), 413),
    ],
)
def test_a_bad_or_monstrous_gzip_body_is_refused(http, body, status):
    assert http("POST", "/v1/auth/challenge", body, headers={"Content-Encoding": "gzip"}).status_code == status


def test_a_body_over_the_limit_is_refused_before_it_is_read(endpoint):
    with socket.create_connection(("127.0.0.1", endpoint.port), timeout=30) as line:
        head = f"POST /v1/auth/challenge HTTP/1.1\r\nHost: a\r\nContent-Length: {17 << 20}\r\n\r\n"
        line.sendall(head.encode())  # and not a byte of the body
        answer = HTTPResponse(line)
        answer.begin()
        assert answer.status == 413
        assert msgspec.json.decode(answer.read())["type"] == "body-too-large"


def test_a_body_that_grows_over_the_limit_is_refused(endpoint):
    def chunks():
        while True:
            yield bytes(1 << 20)

    answer = requests.post(endpoint.url + "/v1/auth/challenge", data=itertools.islice(chunks(), 17), timeout=30)
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"key_id":1}', b'{"key_id":"\xff"}', b"null", b"[" * 100_000])
def test_what_is_no_message_is_a_bad_request(http, body):
    answer = http("POST", "/v1/auth/challenge", body)
    assert answer.status_code == 400
    assert answer.json()["type"] == "bad-request"
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_another_protocol_is_told_so(http):
    answer = http("GET", "/v1/capabilities", headers={"Zhibao-Protocol": "9"})
    assert answer.json()["type"] == "unsupported-protocol"


def test_a_cursor_of_another_epoch_is_told_so(firm, http):
    firm.events()
    answer = http("GET", "/v1/changes?since=0&epoch=old", headers={"Authorization": f"Bearer {firm.session._token}"})
    assert (answer.status_code, answer.json()["type"]) == (410, "epoch-changed")


def test_a_cursor_beyond_all_numbers_is_a_bad_request(firm, http):
    firm.events()
    answer = http("GET", f"/v1/changes?since={10**30}", headers={"Authorization": f"Bearer {firm.session._token}"})
    assert answer.status_code == 400


def test_the_contract_is_served_and_describes_every_call(http):
    contract = http("GET", "/openapi/openapi.json").json()
    assert "put" in contract["paths"]["/v1/filings/{filing_id}"]
    assert len(contract["paths"]) == 18
    assert set(contract["components"]["schemas"]["SignedFiling"]["required"]) == {"document", "key_id", "signature"}
    page = http("GET", "/openapi")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "/v1/filings/{filing_id}" in page.text
    assert "<script" not in page.text


def test_the_log_holds_no_value_and_no_name(firm):
    document = firm.document()
    firm.put(document)
    log = firm.endpoint.log
    assert document["id"] in log
    for secret in (document["header"]["ent_name"], document["cells"]["legal_rep"], firm.uscc[:17], firm.session._token):
        assert secret not in log


def test_one_process_serves_a_database(own_endpoint):
    second = subprocess.run(
        [sys.executable, "-m", "sync.endpoint", "serve", "--database", own_endpoint.database],
        cwd=own_endpoint.root,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (second.returncode, second.stdout) == (3, b"")
    assert b"another process" in second.stderr


def test_the_media_type_is_ours(http):
    assert http("GET", "/v1/capabilities").headers["Content-Type"] == MEDIA_TYPE
    assert msgspec.json.decode(http("GET", "/v1/capabilities").content)["suites"] == ["intl-1"]
