"""Who may talk: one-time codes, devices, tokens, the administrator."""

from __future__ import annotations

import pytest

from sync.enrolment_code import decode_enrolment_code
from sync.errors import EndpointRefused
from sync.protocol import fingerprint


def refusal(act, *given, **more):
    """The problem an act is refused with."""
    with pytest.raises(EndpointRefused) as caught:
        act(*given, **more)
    return caught.value.problem


def test_a_code_names_the_province_and_its_key(firm):
    code = decode_enrolment_code(firm.endpoint.administrator.code(firm.uscc).code)
    assert code.url == firm.endpoint.url
    assert code.fingerprint == fingerprint(firm.enrolled.keys[0].public_key)


def test_a_code_serves_one_device(firm, new_firm):
    text = firm.endpoint.administrator.code(firm.uscc).code
    second_pc = new_firm(firm.uscc).enroll(text)
    assert second_pc.enroll(text).enrolled == second_pc.enrolled, "asked again, the same certificate"
    assert refusal(new_firm(firm.uscc).enroll, text).type == "code-used"


def test_a_code_ends(endpoint, new_firm):
    stranger = new_firm()
    code = endpoint.administrator.code(stranger.uscc, valid_hours=0).code
    assert refusal(stranger.enroll, code).type == "code-expired"


def test_a_code_is_for_its_firm(endpoint, firm, new_firm):
    code = endpoint.administrator.code(firm.uscc).code
    assert refusal(new_firm().enroll, code).type == "wrong-firm"


def test_an_unknown_code_is_refused(new_firm):
    stranger = new_firm()
    assert refusal(stranger.session.enroll, stranger.uscc, "no-such-code").type == "code-unknown"


def test_a_wrong_credit_code_gets_no_code(endpoint):
    problem = refusal(endpoint.administrator.code, "91222401MA1DEM1230")
    assert problem.type == "bad-request"
    assert "校验" in problem.detail


def test_a_device_nobody_enrolled_gets_no_token(new_firm):
    assert refusal(new_firm().session.sign_in).type == "unauthorized"


def test_a_token_is_needed_and_ends_when_revoked(firm, http):
    firm.events()
    token = {"Authorization": f"Bearer {firm.session._token}"}
    assert http("GET", "/v1/changes", headers=token).status_code == 200
    assert http("GET", "/v1/changes").status_code == 401
    assert http("POST", "/v1/auth/revoke", {"what": "token"}, headers=token).status_code == 204
    assert http("GET", "/v1/changes", headers=token).json()["type"] == "unauthorized"
    assert firm.events() == [], "the device signs in anew"


def test_a_revoked_device_is_out(firm, http):
    firm.events()
    token = {"Authorization": f"Bearer {firm.session._token}"}
    http("POST", "/v1/auth/revoke", {"what": "device"}, headers=token)
    assert refusal(firm.events).type == "unauthorized"


def test_a_challenge_serves_once(firm, http):
    from sync.protocol import challenge_bytes

    nonce = http("POST", "/v1/auth/challenge", {"key_id": firm.key.key_id}).json()["nonce"]
    from base64 import b64encode

    proof = b64encode(firm.key.sign(challenge_bytes(nonce, firm.key.key_id))).decode()
    answer = {"key_id": firm.key.key_id, "nonce": nonce, "signature": proof}
    assert http("POST", "/v1/auth/token", answer).json()["role"] == "device"
    assert http("POST", "/v1/auth/token", answer).status_code == 401


def test_a_firm_cannot_review(firm, http):
    document = firm.document()
    firm.put(document)
    token = {"Authorization": f"Bearer {firm.session._token}"}
    decision = f"/v1/filings/{document['id']}/decisions/1"
    assert http("GET", "/v1/review/queue", headers=token).status_code == 403
    assert http("PUT", decision, {"verdict": "accepted"}, headers=token).status_code == 403
    assert http("POST", "/v1/admin/codes", {"firm": firm.uscc}, headers=token).status_code == 403


def test_keys_are_for_their_owner_alone(firm):
    for name in ("province.pem", "administrator.pem"):
        assert (firm.endpoint.folder / name).stat().st_mode & 0o077 == 0
