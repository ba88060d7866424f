"""Scans at the province: in before the filing that names them, once, whole, each firm's by itself."""

from __future__ import annotations

import hashlib
import os

import pytest
import requests

from forms.sample_papers import PAPER, SCAN, paper
from sync.administration import administration
from sync.endpoint.attachment_store import FolderStore
from sync.errors import EndpointBusy, EndpointRefused
from sync.protocol import sha256_hex
from sync.session import Session
from sync.transport import HttpTransport, Request, wrapped

LARGEST = 20_971_520


def refusal(act, *given):
    with pytest.raises(EndpointRefused) as caught:
        act(*given)
    return caught.value.problem


def send(firm, content):
    return firm.session.put_attachment(sha256_hex(content), content)


def test_a_content_goes_in_once_and_comes_out_as_it_was(endpoint, firm):
    content = paper(f"ONLY {firm.uscc}")
    digest = sha256_hex(content)
    assert firm.session.missing_attachments([digest, SCAN.sha256]) == [digest]
    assert send(firm, content) == send(firm, content)
    assert firm.session.missing_attachments([digest]) == []
    assert firm.session.attachment(firm.uscc, digest) == content
    assert endpoint.administrator.attachment(firm.uscc, digest) == content


def test_a_filing_waits_for_the_contents_it_names(endpoint, papers):
    firm = endpoint.stranger(papers)
    firm.enrolled = firm.session.enroll(firm.uscc, _code(endpoint, firm))
    document = firm.document()
    problem = refusal(firm.put, document)
    assert (problem.type, problem.status, problem.missing) == ("blobs-missing", 409, [SCAN.sha256])
    assert refusal(firm.view, document["id"]).type == "not-found"
    send(firm, PAPER)
    receipt = firm.body(firm.put(document))
    assert receipt["sha256"] == hashlib.sha256(firm.sign(document).document).hexdigest()


def _code(endpoint, firm):
    from sync.enrolment_code import decode_enrolment_code

    return decode_enrolment_code(endpoint.administrator.code(firm.uscc).code).code


def test_one_firm_can_neither_read_nor_probe_what_another_sent(firm, other_firm):
    content = paper(f"SECRET {firm.uscc}")
    digest = sha256_hex(content)
    send(firm, content)
    never = "0" * 64
    for asked in (digest, never):
        assert other_firm.session.missing_attachments([asked]) == [asked]
        told = refusal(other_firm.session.attachment, firm.uscc, asked)
        own = refusal(other_firm.session.attachment, other_firm.uscc, asked)
        assert (
            (told.type, told.status, told.detail)
            == (own.type, own.status, own.detail)
            == ("not-found", 404, own.detail)
        )
    document = other_firm.document()
    files = [dict(document["cells"]["license_file"][0], sha256=digest, bytes=len(content))]
    document["cells"]["license_file"] = files
    document["blobs"] = [{"name": files[0]["name"], "sha256": digest, "size": len(content)}]
    assert refusal(other_firm.put, document).missing == [digest]


def test_nobody_sends_or_reads_without_signing_in(endpoint, firm):
    session = HttpTransport(endpoint.url)
    for request in (
        Request("PUT", f"/v1/attachments/{SCAN.sha256}", b'{"content":""}'),
        Request("POST", "/v1/attachments/missing", b'{"sha256":[]}'),
        Request("GET", f"/v1/attachments/{SCAN.sha256}?firm={firm.uscc}"),
    ):
        assert session(wrapped(request, "r1")).status == 401
    desk = endpoint.administrator
    assert refusal(desk.put_attachment, SCAN.sha256, PAPER).type == "forbidden"
    assert refusal(desk.missing_attachments, [SCAN.sha256]).type == "forbidden"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"MZ\x90\x00 a program", "unsupported-media-type"),
        (b"", "unsupported-media-type"),
        (b"%PDF-" + b"0" * (LARGEST - 4), "body-too-large"),
    ],
)
def test_what_is_no_scan_or_too_large_is_not_kept(firm, content, kind):
    digest = sha256_hex(content)
    assert refusal(firm.session.put_attachment, digest, content).type == kind
    assert firm.session.missing_attachments([digest]) == [digest]


def test_the_largest_that_is_allowed_goes_through(firm):
    content = b"%PDF-" + os.urandom(LARGEST - 5)
    assert send(firm, content).bytes == LARGEST
    assert firm.session.attachment(firm.uscc, sha256_hex(content)) == content


def test_a_firm_has_room_for_so_much_and_no_more(narrow, papers):
    """The licence takes the first part; what is there already needs no room, and another firm has its own."""
    firm, neighbour = narrow.firm(papers), narrow.firm(papers)
    second, third = paper("SECOND SCAN"), paper("THIRD SCAN")
    assert send(firm, second).bytes == len(second)
    problem = refusal(send, firm, third)
    assert (problem.type, problem.status, problem.retryable) == ("quota-exceeded", 413, False)
    assert problem.detail.startswith("本企业在省平台的附件已有")
    assert firm.session.missing_attachments([sha256_hex(third)]) == [sha256_hex(third)]
    assert send(firm, second).bytes == len(second)
    assert send(neighbour, third).bytes == len(third)
    narrow.kill()
    narrow.start(narrow.port)  # what is there is counted anew
    assert refusal(send, firm, third).type == "quota-exceeded"


def test_the_room_of_a_firm_stands_in_the_contract(endpoint):
    contract = requests.get(f"{endpoint.url}/openapi/openapi.json", timeout=10).json()
    said = contract["paths"]["/v1/attachments/{sha256}"]["put"]
    assert "413" in said["responses"]
    assert "quota-exceeded" in said["description"]


def test_a_content_under_another_digest_is_refused(firm):
    for digest in ("0" * 64, SCAN.sha256.upper()):
        with pytest.raises(EndpointBusy, match="编号不符"):  # it may have been damaged on the way: come again
            firm.session.put_attachment(digest, PAPER)
    assert refusal(firm.session.put_attachment, "..%2F..%2Fetc%2Fpasswd", PAPER).type == "not-found"
    assert refusal(firm.session.missing_attachments, ["../x"]).type == "bad-request"
    assert refusal(firm.session.missing_attachments, ["0" * 64] * 1001).type == "bad-request"


@pytest.mark.parametrize(
    "change",
    [
        {"blobs": []},
        {"blobs": [{"name": "扫描件.pdf", "sha256": SCAN.sha256, "size": SCAN.bytes + 1}]},
        {"blobs": [{"name": "别的.pdf", "sha256": SCAN.sha256, "size": SCAN.bytes}]},
    ],
)
def test_the_list_of_a_document_is_what_its_rows_name(firm, change):
    assert refusal(firm.put, firm.document(**change)).type == "invalid-document"


@pytest.mark.parametrize("lie", [{"bytes": SCAN.bytes + 1}, {"media": "image/png"}])
def test_a_document_that_lies_about_a_content_is_refused(firm, lie):
    document = firm.document()
    told = document["cells"]["license_file"][0] | lie
    document["cells"]["license_file"] = [told]
    document["blobs"] = [{"name": told["name"], "sha256": told["sha256"], "size": told["bytes"]}]
    assert refusal(firm.put, document).type == "invalid-document"


def test_what_was_sent_survives_a_kill_and_is_not_asked_for_again(own_endpoint, papers):
    firm = own_endpoint.firm(papers)
    document = firm.document()
    port = own_endpoint.port
    own_endpoint.kill()
    own_endpoint.start(port)
    again = Session(HttpTransport(own_endpoint.url), firm.key)
    assert again.missing_attachments([SCAN.sha256]) == []
    assert again.put_filing(document["id"], firm.sign(document))
    assert administration(own_endpoint.url, own_endpoint.admin_key).attachment(firm.uscc, SCAN.sha256) == PAPER


def test_nothing_that_is_no_name_of_the_protocol_becomes_a_path(tmp_path):
    store = FolderStore(tmp_path / "contents")
    digest = sha256_hex(PAPER)
    for firm, sha256 in (("../../../..", digest), ("91222401MA1DEM1235", "../" + digest), ("", digest)):
        with pytest.raises(ValueError):  # noqa: PT011
            store.put(firm, sha256, PAPER)
        assert store.get(firm, sha256) is None
    assert not (tmp_path / "contents").exists()


def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    store = FolderStore(tmp_path)
    firm, digest = "91222401MA1DEM1235", sha256_hex(PAPER)

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(firm, digest, PAPER)
    monkeypatch.undo()
    assert not store.has(firm, digest)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    store.put(firm, digest, PAPER)
    assert store.get(firm, digest) == PAPER
