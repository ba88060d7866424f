"""The administrator's desk, and the script that sits at it in a demonstration."""

from __future__ import annotations

import pytest

from forms.filing_states import FilingState
from sync.errors import EndpointRefused
from sync.signed import Comment


def refusal(act, *given):
    """The problem an act is refused with."""
    with pytest.raises(EndpointRefused) as caught:
        act(*given)
    return caught.value.problem


def test_the_queue_holds_what_waits(firm):
    document = firm.document()
    firm.put(document)
    desk = firm.endpoint.administrator
    assert document["id"] in [one.filing_id for one in desk.queue()]
    desk.accept(document["id"])
    assert document["id"] not in [one.filing_id for one in desk.queue()]


def test_a_return_needs_a_remark_on_a_cell_that_is_there(firm):
    document = firm.document()
    firm.put(document)
    desk = firm.endpoint.administrator
    assert refusal(desk.return_, document["id"], []).type == "comment-missing"
    assert refusal(desk.return_, document["id"], [Comment(text=" ")]).type == "bad-request"
    assert refusal(desk.return_, document["id"], [Comment(text="?", field="no_such")]).type == "bad-request"
    assert refusal(desk.return_, document["id"], [Comment(text="?", uid="no-such-row")]).type == "bad-request"
    assert desk.return_(document["id"], [Comment(text="请补充英文名称。", field="ent_name_en")])


def test_a_decision_is_about_what_was_seen(firm, http):
    document = firm.document()
    firm.put(document)
    desk = firm.endpoint.administrator
    seen = desk.view(document["id"]).status.etag
    token = {"Authorization": f"Bearer {desk._token}"}
    accept = {"verdict": "accepted"}
    path = f"/v1/filings/{document['id']}/decisions/"
    assert http("PUT", path + "a", accept, headers=token).status_code == 412, "without If-Match"
    assert http("PUT", path + "a", accept, headers=token | {"If-Match": seen}).status_code == 201
    assert http("PUT", path + "a", accept, headers=token | {"If-Match": seen}).status_code == 200, "asked again"
    assert http("PUT", path + "a", {"verdict": "returned"}, headers=token).json()["type"] == "id-reused-different-body"
    assert http("PUT", path + "b", accept, headers=token | {"If-Match": seen}).json()["type"] == "review-moved"
    assert [event.kind for event in firm.events()] == ["receipt", "decision"]


def test_what_was_decided_cannot_be_withdrawn(firm):
    document = firm.document()
    firm.put(document)
    firm.endpoint.administrator.accept(document["id"])
    assert refusal(firm.session.withdraw, document["id"]).type == "already-decided"


def test_what_was_withdrawn_cannot_be_decided(firm):
    document = firm.document()
    firm.put(document)
    firm.session.withdraw(document["id"])
    assert refusal(firm.endpoint.administrator.accept, document["id"]).type == "review-moved"


def test_the_demonstration_returns_one_report_and_accepts_the_rest(demonstration, papers):
    firm = demonstration.firm(papers)
    state = {}
    for form, period in papers:
        document = firm.document(form, period, demo=True)
        firm.put(document)
        state[form, period] = firm.view(document["id"]).status.state
    assert {key for key, value in state.items() if value == FilingState.RETURNED} == {("JLFW-04", "2026-02")}
    assert set(state.values()) == {FilingState.RETURNED, FilingState.ACCEPTED}
    returned = next(body for body in map(firm.body_of_event, firm.events()) if body.get("verdict") == "returned")
    assert returned["office"] == "延边州商务局"
    assert returned["comments"][0]["field"] == "so_revenue"
    assert "服务外包收入" in returned["comments"][0]["text"]
    again = firm.document("JLFW-04", "2026-02", demo=True, base=returned["filing_id"], revision=2, reason="returned")
    firm.put(again)
    assert firm.view(again["id"]).status.state == FilingState.ACCEPTED


def test_a_demonstration_takes_no_real_filing(demonstration, papers):
    firm = demonstration.firm(papers)
    assert refusal(firm.put, firm.document()).type == "demo-mismatch"
    assert firm.enrolled.keys[0].demo
