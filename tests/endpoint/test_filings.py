"""Filing over a real socket: once and only once, in order, genuine, and told plainly when refused."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from forms import filing
from forms.filing_states import FilingState
from sync.errors import EndpointRefused
from sync.keys import verify
from sync.session import Session
from sync.signed import Comment, SignedFiling
from sync.transport import HttpTransport


def refusal(act, *given):
    """The problem an act is refused with."""
    with pytest.raises(EndpointRefused) as caught:
        act(*given)
    return caught.value.problem


def test_a_filing_gets_a_signed_receipt_over_exactly_its_bytes(firm):
    document = firm.document()
    signed = firm.put(document)
    receipt = firm.body(signed)
    province = firm.enrolled.keys[0]
    assert verify(province.public_key, signed.signature, signed.body)
    assert receipt["sha256"] == hashlib.sha256(filing.canonical(document)).hexdigest()
    assert receipt["series"] == {"firm": firm.uscc, "form": "JLFW-01", "period": "2026"}
    assert (receipt["filing_id"], receipt["feed_seq"], receipt["demo"]) == (document["id"], 1, False)
    assert receipt["received_at"].startswith("2026-03-0")


def test_the_same_filing_again_gets_the_same_receipt(firm):
    document = firm.document()
    assert firm.put(document) == firm.put(document)
    assert [event.kind for event in firm.events()] == ["receipt"]


def test_twenty_at_once_are_one_filing(firm):
    document = firm.document()
    firm.session.sign_in()

    def put(_):
        session = Session(HttpTransport(firm.endpoint.url), firm.key)
        return session.put_filing(document["id"], firm.sign(document))

    with ThreadPoolExecutor(20) as crowd:
        receipts = list(crowd.map(put, range(20)))
    assert len({receipt.signature for receipt in receipts}) == 1
    assert len(firm.events()) == 1


def test_an_id_serves_one_content(firm):
    document = firm.document()
    firm.put(document)
    other = document | {"sealed_at": "2026-03-03T00:00:00Z"}
    assert refusal(firm.put, other).type == "id-reused-different-body"


def test_a_forged_signature_is_refused(firm, other_firm):
    document = firm.document()
    raw = filing.canonical(document)
    forged = SignedFiling(document=raw, signature=other_firm.key.sign(raw), key_id=firm.key.key_id)
    assert refusal(firm.session.put_filing, document["id"], forged).type == "invalid-signature"
    assert not firm.events()


def test_another_firms_device_cannot_sign_for_us(firm, other_firm):
    document = firm.document(device=other_firm.key.key_id)
    raw = filing.canonical(document)
    foreign = SignedFiling(document=raw, signature=other_firm.key.sign(raw), key_id=other_firm.key.key_id)
    assert refusal(firm.session.put_filing, document["id"], foreign).type == "invalid-signature"


def test_a_document_of_another_firm_is_refused(firm, other_firm):
    document = other_firm.document(device=firm.key.key_id)
    assert refusal(firm.put, document).type == "wrong-firm"


def test_another_firms_filing_does_not_exist(firm, other_firm):
    document = firm.document()
    firm.put(document)
    assert refusal(other_firm.session.withdraw, document["id"]).status == 404
    assert refusal(other_firm.view, document["id"]).status == 404
    assert refusal(other_firm.series, firm.uscc, "JLFW-01", "2026").status == 404
    assert other_firm.put(other_firm.document(id=document["id"])), "an id taken by another firm tells nothing of it"


def test_the_base_must_be_the_head(firm):
    first = firm.document()
    firm.put(first)
    second = firm.document(base=first["id"], revision=2, reason="correction")
    firm.put(second)
    late = firm.document(base=first["id"], revision=2, reason="correction")
    problem = refusal(firm.put, late)
    assert (problem.type, problem.status, problem.head) == ("head-moved", 412, second["id"])
    assert refusal(firm.put, firm.document()).type == "head-moved"
    states = [(one.revision, one.state) for one in firm.series(firm.uscc, "JLFW-01", "2026").revisions]
    assert states == [(1, FilingState.SUPERSEDED), (2, FilingState.RECEIVED)]


def test_what_was_withdrawn_steps_aside(firm):
    first = firm.document()
    firm.put(first)
    second = firm.document(base=first["id"], revision=2, reason="correction")
    firm.put(second)
    slip = firm.session.withdraw(second["id"])
    assert firm.session.withdraw(second["id"]) == slip
    assert firm.series(firm.uscc, "JLFW-01", "2026").head == first["id"]
    third = firm.document(base=first["id"], revision=3, reason="correction")
    assert firm.body(firm.put(third))["supersedes"] == first["id"]
    assert refusal(firm.session.withdraw, first["id"]).type == "already-decided"


def test_an_error_the_rules_find_comes_back_with_its_cell(firm):
    firm.file()
    document = firm.document("JLFW-02", "2026-01")
    row = document["rows"][0]
    del row["client_name"]
    problem = refusal(firm.put, document)
    assert (problem.type, problem.status) == ("checks-failed", 422)
    cell = next(cell for cell in problem.cells if cell.rule == "F00-001")
    assert (cell.uid, cell.field, cell.row) == (row["uid"], "client_name", 1)
    assert [event.kind for event in firm.events()] == ["receipt"], "nothing of it was kept"


def test_rules_look_at_what_was_filed_before(firm):
    firm.file()
    document = firm.document("JLFW-03", "2026-01")
    assert refusal(firm.put, document).type == "checks-failed", "its contracts are not filed yet"
    firm.file("JLFW-02", "2026-01")
    assert firm.put(document)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"demo": True}, "demo-mismatch"),
        ({"edition": {"form": "JLFW-01", "from": "2026-01", "sha256": "0" * 64}}, "edition-unknown"),
        ({"id": "00000000-0000-4000-8000-000000000000"}, "invalid-document"),
        ({"cells": {"no_such_field": "1"}}, "invalid-document"),
        ({"cells": {"established_on": "yesterday"}}, ("invalid-document", "checks-failed")),
        ({"rows": [{"uid": "a"}]}, "invalid-document"),
        ({"revision": 0}, "invalid-document"),
        ({"revision": 10**6}, "invalid-document"),
        ({"series": {"firm": "", "form": "JLFW-01", "period": "2027"}}, "invalid-document"),
        ({"series": {"firm": "", "form": "JLFW-99", "period": "2026"}}, "edition-unknown"),
        ({"cells": json.loads("[" * 900 + "]" * 900)}, "invalid-document"),
        ({"secret": 1}, "invalid-document"),
        ({"blobs": [{"sha256": "0" * 64, "size": 1, "name": "a.pdf"}]}, "invalid-document"),
    ],
)
def test_what_is_no_document_is_refused(firm, changes, kind):
    problem = refusal(firm.put, firm.document(**changes))
    assert problem.type in ((kind,) if isinstance(kind, str) else kind)
    assert problem.status == 422


def test_a_document_must_be_canonical(firm):
    document = firm.document()
    raw = filing.canonical(document).replace(b'","', b'", "', 1)
    loose = SignedFiling(document=raw, signature=firm.key.sign(raw), key_id=firm.key.key_id)
    assert refusal(firm.session.put_filing, document["id"], loose).type == "invalid-document"


def test_nothing_receipted_is_lost_when_the_endpoint_is_killed(own_endpoint, papers):
    firm = own_endpoint.firm(papers)
    document = firm.document()
    receipt = firm.put(document)
    own_endpoint.kill()
    own_endpoint.start(port=own_endpoint.port)
    assert firm.put(document) == receipt, "with the token of before, too"
    firm.file("JLFW-02", "2026-01")
    own_endpoint.kill()
    own_endpoint.start(port=own_endpoint.port)
    assert [event.seq for event in firm.events()] == [1, 2]
    assert firm.view(document["id"]).receipt == receipt


def test_a_decision_comes_down_the_feed(firm):
    document = firm.document("JLFW-02", "2026-01") if firm.file() else None
    firm.put(document)
    remark = Comment(text="请核对合同金额。", uid=document["rows"][0]["uid"], field="amount_orig")
    firm.endpoint.administrator.return_(document["id"], [remark])
    event = firm.events(since=2)[0]
    body = firm.body(event.signed)
    assert verify(firm.enrolled.keys[0].public_key, event.signed.signature, event.signed.body)
    assert (body["verdict"], body["state"], body["level"]) == ("returned", "RETURNED", "province")
    assert body["office"] == "吉林省商务厅"
    assert body["comments"] == [{"text": remark.text, "uid": remark.uid, "field": remark.field}]
    again = firm.document("JLFW-02", "2026-01", base=document["id"], revision=2, reason="returned")
    firm.put(again)
    firm.endpoint.administrator.accept(again["id"])
    assert firm.view(again["id"]).status.state == FilingState.ACCEPTED
    assert [event.kind for event in firm.events(since=2)] == ["decision", "receipt", "decision"]
