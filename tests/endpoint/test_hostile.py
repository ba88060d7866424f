"""What a hostile or broken client can send: it is told what is wrong, in the protocol's words, and harms nobody."""

from __future__ import annotations

import contextlib
import sqlite3

import msgspec
import pytest

from forms import filing
from sync.errors import EndpointBusy, EndpointRefused
from sync.protocol import Challenge, ChallengeRequest, TokenRequest, challenge_bytes
from sync.signed import SignedFiling


def refusal(act, *given):
    """The problem an act is refused with."""
    with pytest.raises(EndpointRefused) as caught:
        act(*given)
    return caught.value.problem


def bearer(firm):
    firm.session.sign_in()
    return {"Authorization": f"Bearer {firm.session._token}"}


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_body_of_another_media_type_is_told_so(http, media):
    """A form on somebody's web page can send these without asking; ours it cannot."""
    answer = http("POST", "/v1/auth/challenge", {"key_id": "a"}, headers={"Content-Type": media})
    assert (answer.status_code, answer.json()["type"]) == (415, "unsupported-media-type")


@pytest.mark.parametrize(
    "media", ["application/vnd.zhibao+json", "application/json; charset=utf-8", "Application/JSON"]
)
def test_our_media_type_and_plain_json_are_taken(http, media):
    assert http("POST", "/v1/auth/challenge", {"key_id": "a"}, headers={"Content-Type": media}).status_code == 200


def test_only_a_filing_may_be_large(http):
    """A stranger cannot make the province read sixteen megabytes to be told that nobody knows him."""
    answer = http("POST", "/v1/auth/challenge", {"key_id": "a" * (2 << 20)})
    assert (answer.status_code, answer.json()["type"]) == (413, "body-too-large")


def test_a_challenge_serves_once_and_only_its_own_device(firm, other_firm, http):
    def token(key, nonce):
        proof = key.sign(challenge_bytes(nonce, key.key_id))
        return http("POST", "/v1/auth/token", msgspec.json.encode(TokenRequest(key.key_id, nonce, proof))).status_code

    def nonce():
        body = http("POST", "/v1/auth/challenge", msgspec.json.encode(ChallengeRequest(firm.key.key_id))).content
        return msgspec.json.decode(body, type=Challenge).nonce

    first = nonce()
    assert (token(firm.key, first), token(firm.key, first)) == (200, 401)
    assert token(other_firm.key, nonce()) == 401
    assert token(firm.key, "no-such-nonce") == 401


HEADER = {
    "ent_name": "甲",
    "division": "222401",
    "unit_head": "乙",
    "stat_head": "丙",
    "filler": "丁",
    "filler_tel": "1",
}


@pytest.mark.parametrize(
    "changes",
    [
        {"header": HEADER | {"ent_name": "名" * 5000}},
        {"header": HEADER | {"note": "x"}},
        {"sealed_at": "yesterday"},
        {"sealed_at": "2026-03-04T00:00:00Z" * 100},
        {
            "explanations": [
                {"form": "JLFW-02", "period": "2026-01", "rule": "F00-001", "row": None, "text": "x" * 10_001}
            ]
        },
        {"explanations": [{"form": "JLFW-04", "period": "2026-01", "rule": "F00-001", "row": None, "text": "x"}]},
        {"series": {"firm": "", "form": "JLFW-02", "period": "２０２６-０１"}},
        {"base": "x" * 5000},
    ],
    ids=["long name", "unknown name", "no time", "long time", "long reason", "reason elsewhere", "wide digits", "base"],
)
def test_an_envelope_that_no_program_writes_is_refused(firm, changes):
    document = firm.document("JLFW-02", "2026-01") if firm.file() else None
    assert refusal(firm.put, document | changes).type in {"invalid-document", "head-moved"}


@pytest.mark.parametrize("uid", ["", "a", "a\0b", "x" * 100_000, "00000000-0000-0000-0000-00000000000G"])
def test_a_row_is_named_by_a_uuid(firm, uid):
    document = firm.document("JLFW-02", "2026-01") if firm.file() else None
    document["rows"][0]["uid"] = uid
    assert refusal(firm.put, document).type == "invalid-document"


def test_what_is_said_of_a_cell_does_not_repeat_a_book_of_text(firm):
    document = firm.document()
    document["cells"]["legal_rep"] = "长" * 500_000
    problem = refusal(firm.put, document)
    assert problem.type == "checks-failed"
    assert max(len(cell.message) for cell in problem.cells) <= 500


def test_a_withdrawn_filing_cannot_be_sent_again_with_other_bytes(firm):
    document = firm.document()
    receipt = firm.put(document)
    firm.session.withdraw(document["id"])
    assert firm.put(document) == receipt, "the same bytes get the receipt of the first time"
    other = filing.canonical(document | {"late": True})
    signed = SignedFiling(other, firm.key.sign(other), firm.key.key_id)
    assert refusal(firm.session.put_filing, document["id"], signed).type == "id-reused-different-body"


def test_while_a_backup_holds_the_database_firms_are_asked_to_come_again(own_endpoint, papers):
    firm = own_endpoint.firm(papers)
    document = firm.document()
    firm.session.sign_in()
    with contextlib.closing(sqlite3.connect(own_endpoint.folder / "province.db", isolation_level=None)) as backup:
        backup.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EndpointBusy) as busy:
            firm.put(document)
        assert busy.value.retry_after >= 1
        assert not busy.value.outcome_unknown
        backup.execute("ROLLBACK")
    assert firm.put(document)
    assert "broken" not in own_endpoint.log
